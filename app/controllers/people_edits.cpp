#include "app/controllers/people_edits.h"

#include "shared/domain/records.h"

#include <algorithm>

namespace film::app {

namespace {

// As ids are made (records.h).
QString peopleKey(const QString &name)
{
    return name.simplified().normalized(QString::NormalizationForm_C).toCaseFolded();
}

template<typename Named>
const Named *findNamed(const std::vector<Named> &all, const QString &name)
{
    const auto found = std::ranges::find_if(
        all, [&](const Named &one) { return peopleKey(one.name) == peopleKey(name); });
    return found == all.end() ? nullptr : &*found;
}

int nextSortOrder(const auto &all)
{
    int next = 0;
    for (const auto &one : all)
        next = std::max(next, one.sortOrder + 1);
    return next;
}

// The one that name and department make, unless somebody has it who is called otherwise by now.
PersonId freeId(const PeopleSnapshot &crew, const Person &person)
{
    const ProductionId production = crew.production.id;
    PersonId id = personId(production, person.name, person.department);
    for (int i = 2; crew.personOf(id); ++i)
        id = personId(production, QString(person.name + u'#' + QString::number(i)),
                      person.department);
    return id;
}

} // namespace

PersonDraft draftOf(const PeopleSnapshot &crew, PersonId person)
{
    PersonDraft draft;
    const Person *known = crew.personOf(person);
    if (!known)
        return draft;
    draft.id = person;
    draft.name = known->name;
    draft.department = crew.departmentName(known->department);
    draft.position = known->position;
    draft.unit = crew.unitName(known->unit);
    if (const Deal *deal = crew.dealOf(person))
        draft.deal = *deal;
    return draft;
}

bool isNameTaken(const PeopleSnapshot &crew, const PersonDraft &draft)
{
    const Department *department = findNamed(crew.departments, draft.department);
    if (!department)
        return false;
    return std::ranges::any_of(crew.people, [&](const Person &person) {
        return person.id != draft.id && person.department == department->id
            && peopleKey(person.name) == peopleKey(draft.name);
    });
}

RecordEdit dealEdit(ProductionId production, const Deal *before, const Deal &after)
{
    return {EntityType::Deal, dealId(production, after.person, after.number),
            before ? toGroups(*before) : GroupMap(), toGroups(after)};
}

std::vector<RecordEdit> editsFor(const PeopleSnapshot &crew, const PersonDraft &draft)
{
    const ProductionId production = crew.production.id;
    std::vector<RecordEdit> edits;
    const Department *department = findNamed(crew.departments, draft.department);
    Department inDepartment;
    if (department) {
        inDepartment = *department;
    } else {
        const QString name = draft.department.simplified();
        inDepartment = {departmentId(production, name), name, nextSortOrder(crew.departments)};
        edits.push_back(
            {EntityType::Department, EntityId::of(inDepartment.id), {}, toGroups(inDepartment)});
    }
    const Unit *unit = findNamed(crew.units, draft.unit);
    Unit inUnit;
    if (unit) {
        inUnit = *unit;
    } else if (!draft.unit.trimmed().isEmpty()) {
        const QString name = draft.unit.simplified();
        inUnit = {unitId(production, name), name};
        edits.push_back({EntityType::Unit, EntityId::of(inUnit.id), {}, toGroups(inUnit)});
    }

    const Person *known = draft.id.isNull() ? nullptr : crew.personOf(draft.id);
    Person person;
    if (known)
        person = *known;
    else
        person.sortOrder = nextSortOrder(crew.people);
    person.name = draft.name.simplified();
    person.position = draft.position.simplified();
    person.department = inDepartment.id;
    person.unit = inUnit.id;
    if (!known)
        person.id = freeId(crew, person);
    edits.push_back({EntityType::Person, EntityId::of(person.id),
                     known ? toGroups(*known) : GroupMap(), toGroups(person)});

    if (draft.deal) {
        Deal deal = *draft.deal;
        deal.person = person.id;
        const Deal *before = known && !draft.isFurtherDeal ? crew.dealOf(known->id) : nullptr;
        deal.number = before ? before->number : freeDealNumber(crew.deals, person.id);
        Deal blank;
        blank.person = person.id;
        if (before || deal != blank) // a form that was left empty is no deal
            edits.push_back(dealEdit(production, before, deal));
    }
    std::erase_if(edits, [](const RecordEdit &edit) { return edit.before == edit.after; });
    return edits;
}

std::vector<RecordEdit> editsToEnd(const PeopleSnapshot &crew, PersonId person, QDate last)
{
    const Deal *before = crew.dealOf(person);
    Deal after = before ? *before : Deal();
    after.person = person;
    after.to = last;
    const RecordEdit edit = dealEdit(crew.production.id, before, after);
    return edit.before == edit.after ? std::vector<RecordEdit>() : std::vector{edit};
}

} // namespace film::app
