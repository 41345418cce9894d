#include "app/controllers/crew_import.h"

#include "app/controllers/people_edits.h"
#include "shared/base/hash.h"
#include "shared/domain/import/column_words.h"
#include "shared/domain/records.h"

#include <algorithm>
#include <map>
#include <set>

namespace film::app {

namespace {

constexpr int examplesShown = 3;

CrewList knownCrew(const PeopleSnapshot &crew)
{
    return {crew.units, crew.departments, crew.people, crew.deals};
}

CrewChoice suggestedFor(const MatchedPerson &person)
{
    switch (person.match) {
    case CrewMatch::New: return {CrewChoice::Kind::Add, {}};
    case CrewMatch::Same:
    case CrewMatch::Changed: return {CrewChoice::Kind::Update, person.person.id};
    case CrewMatch::Possible: return {};
    }
    Q_UNREACHABLE();
}

// Turns the people that were chosen into records.
class CrewImportWriter
{
public:
    CrewImportWriter(const PeopleSnapshot &crew, const CrewList &list)
        : m_crew(crew)
        , m_list(list)
    {
        for (const Department &department : crew.departments)
            m_nextDepartment = std::max(m_nextDepartment, department.sortOrder + 1);
        for (const Person &person : crew.people) {
            m_nextPerson = std::max(m_nextPerson, person.sortOrder + 1);
            m_ids.insert(person.id);
        }
    }

    void add(const MatchedPerson &listed)
    {
        Person person = listed.person;
        person.department = departmentFor(person.department);
        person.unit = unitFor(person.unit);
        person.sortOrder = m_nextPerson++;
        // Somebody who is called otherwise by now may have the id that the name makes.
        for (int i = 2; m_ids.contains(person.id); ++i)
            person.id =
                personId(m_crew.production.id, QString(person.name + u'#' + QString::number(i)),
                         person.department);
        m_ids.insert(person.id);
        m_people.push_back({EntityType::Person, EntityId::of(person.id), {}, toGroups(person)});
        addDeals(listed, person.id);
    }

    void update(const MatchedPerson &listed, PersonId existing)
    {
        const Person *known = m_crew.personOf(existing);
        if (!known || !m_updated.insert(existing).second)
            return; // two rows about one person: the first counts
        MatchedPerson placed = listed;
        placed.person.department = departmentFor(listed.person.department);
        if (placed.namesUnit)
            placed.person.unit = unitFor(listed.person.unit);
        m_people.push_back({EntityType::Person, EntityId::of(existing), toGroups(*known),
                            toGroups(mergedPerson(*known, placed))});
        addDeals(listed, existing);
    }

    [[nodiscard]] std::vector<RecordEdit> take()
    {
        std::vector<RecordEdit> all = std::move(m_groups);
        all.insert(all.end(), std::make_move_iterator(m_people.begin()),
                   std::make_move_iterator(m_people.end()));
        std::erase_if(all, [](const RecordEdit &edit) { return edit.before == edit.after; });
        return all;
    }

private:
    void addDeals(const MatchedPerson &listed, PersonId person)
    {
        for (const Deal &deal : mergedDeals(listed.deals, person, m_crew.deals)) {
            const auto before = std::ranges::find_if(m_crew.deals, [&](const Deal &known) {
                return known.person == person && known.number == deal.number;
            });
            m_people.push_back(dealEdit(m_crew.production.id,
                                        before == m_crew.deals.end() ? nullptr : &*before, deal));
        }
    }

    template<typename Named>
    [[nodiscard]] static const Named *findById(const std::vector<Named> &all, auto id)
    {
        const auto found = std::ranges::find(all, id, &Named::id);
        return found == all.end() ? nullptr : &*found;
    }
    template<typename Named>
    [[nodiscard]] static const Named *findByName(const std::vector<Named> &all, const QString &name)
    {
        const auto found = std::ranges::find_if(
            all, [&](const Named &one) { return foldedHeading(one.name) == foldedHeading(name); });
        return found == all.end() ? nullptr : &*found;
    }

    [[nodiscard]] DepartmentId departmentFor(DepartmentId listed)
    {
        const Department *wanted = findById(m_list.departments, listed);
        if (!wanted)
            return listed;
        if (const Department *known = findByName(m_crew.departments, wanted->name))
            return known->id;
        if (m_made.insert(EntityId::of(listed)).second) {
            Department made = *wanted;
            made.sortOrder = m_nextDepartment++;
            m_groups.push_back({EntityType::Department, EntityId::of(made.id), {}, toGroups(made)});
        }
        return listed;
    }

    [[nodiscard]] UnitId unitFor(UnitId listed)
    {
        const Unit *wanted = findById(m_list.units, listed);
        if (!wanted)
            return listed;
        if (const Unit *known = findByName(m_crew.units, wanted->name))
            return known->id;
        if (m_made.insert(EntityId::of(listed)).second)
            m_groups.push_back({EntityType::Unit, EntityId::of(listed), {}, toGroups(*wanted)});
        return listed;
    }

    const PeopleSnapshot &m_crew;
    const CrewList &m_list;
    int m_nextDepartment = 0;
    int m_nextPerson = 0;
    std::set<PersonId> m_ids;
    std::set<PersonId> m_updated;
    std::set<EntityId> m_made;
    std::vector<RecordEdit> m_groups; // departments and units, before who belongs to them
    std::vector<RecordEdit> m_people;
};

} // namespace

CrewImportDraft::CrewImportDraft(CsvTable table, PeopleSnapshot crew,
                                 const std::optional<ImportTemplate> &remembered)
    : m_table(std::move(table))
    , m_crew(std::move(crew))
    , m_head(headOfCrewList(m_table))
    , m_meanings(m_head.meanings)
{
    if (remembered && remembered->meanings.size() == m_meanings.size()) {
        m_meanings = remembered->meanings;
        m_dateOrder = remembered->dateOrder;
        m_decimalSign = remembered->decimalSign;
    }
    read();
}

QString CrewImportDraft::templateKey(const CsvTable &table)
{
    QStringList folded;
    for (const QString &heading : headOfCrewList(table).headings)
        folded.append(foldedHeading(heading));
    const QByteArray joined = folded.join(u'|').toUtf8();
    return QString::fromLatin1(
        sha256({QByteArrayView("film.crew-list.1"), QByteArrayView(joined)}).toByteArray().toHex());
}

ImportTemplate CrewImportDraft::answers() const
{
    return {m_meanings, m_dateOrder, m_decimalSign};
}

void CrewImportDraft::setMeaning(size_t column, std::optional<CrewColumn> meaning)
{
    if (column >= m_meanings.size() || m_meanings[column] == meaning)
        return;
    if (meaning)
        std::ranges::replace(m_meanings, meaning, std::optional<CrewColumn>());
    m_meanings[column] = meaning;
    read();
}

QStringList CrewImportDraft::examples(size_t column) const
{
    QStringList texts;
    for (size_t row = m_head.row + 1; row < m_table.rows.size(); ++row) {
        const QString text = m_table.rows[row].field(qsizetype(column));
        if (!text.isEmpty() && !texts.contains(text))
            texts.append(text);
        if (texts.size() == examplesShown)
            break;
    }
    return texts;
}

QStringList CrewImportDraft::textsOf(std::initializer_list<CrewColumn> columns) const
{
    QStringList texts;
    for (size_t column = 0; column < m_meanings.size(); ++column) {
        const std::optional<CrewColumn> &meaning = m_meanings[column];
        if (!meaning || std::ranges::find(columns, *meaning) == columns.end())
            continue;
        for (size_t row = m_head.row + 1; row < m_table.rows.size(); ++row)
            texts.append(m_table.rows[row].field(qsizetype(column)));
    }
    return texts;
}

void CrewImportDraft::sniff()
{
    m_dates = sniffDateOrder(textsOf({CrewColumn::From, CrewColumn::To}));
    m_decimals = sniffDecimalSign(textsOf(
        {CrewColumn::Rate, CrewColumn::DayRate, CrewColumn::WeekRate, CrewColumn::Guarantee}));
}

void CrewImportDraft::setDateOrder(DateOrder order)
{
    m_dateOrder = order;
    read();
}

void CrewImportDraft::setDecimalSign(DecimalSign sign)
{
    m_decimalSign = sign;
    read();
}

// What the column settles goes before what was answered for another list.
void CrewImportDraft::read()
{
    sniff();
    CrewListOptions options;
    options.production = m_crew.production.id;
    options.currency = m_crew.production.currency;
    options.dateOrder = m_dates.value ? m_dates.value : m_dateOrder;
    options.decimalSign = m_decimals.value ? m_decimals.value : m_decimalSign;
    options.importReadyRowsOnly = true; // the rest is shown, with what is wrong with it
    options.meanings = m_meanings;
    m_list = importCrewList(m_table, options);
    std::map<int, CrewChoice> before; // by row
    for (size_t i = 0; i < m_people.size(); ++i) {
        if (m_people[i].match == CrewMatch::Possible)
            before.emplace(m_people[i].row, m_choices[i]);
    }
    m_people = matchCrew(m_list, knownCrew(m_crew));
    m_choices.clear();
    for (const MatchedPerson &person : m_people) {
        const auto known = before.find(person.row);
        const bool isAsked = person.match == CrewMatch::Possible && known != before.end();
        m_choices.push_back(isAsked ? known->second : suggestedFor(person));
    }
}

void CrewImportDraft::choose(size_t person, const CrewChoice &choice)
{
    if (person < m_choices.size())
        m_choices[person] = choice;
}

CrewImportDraft::Counts CrewImportDraft::counts() const
{
    Counts counts;
    for (size_t i = 0; i < m_people.size(); ++i) {
        switch (m_choices[i].kind) {
        case CrewChoice::Kind::Add: ++counts.added; break;
        case CrewChoice::Kind::Update:
            ++(m_people[i].match == CrewMatch::Same ? counts.same : counts.changed);
            break;
        case CrewChoice::Kind::Undecided: ++counts.undecided; break;
        case CrewChoice::Kind::LeaveOut: break;
        }
    }
    std::set<int> rows; // each counts once, whatever is wrong with it
    for (const ImportVerdict &verdict : m_list.verdicts) {
        if (verdict.kind != ImportKind::Ready)
            rows.insert(verdict.row);
    }
    counts.rowsLeftOut = int(rows.size());
    return counts;
}

std::vector<RecordEdit> CrewImportDraft::edits() const
{
    CrewImportWriter writer(m_crew, m_list.crew);
    for (size_t i = 0; i < m_people.size(); ++i) {
        const CrewChoice &choice = m_choices[i];
        if (choice.kind == CrewChoice::Kind::Add)
            writer.add(m_people[i]);
        else if (choice.kind == CrewChoice::Kind::Update)
            writer.update(m_people[i], choice.existing);
    }
    return writer.take();
}

} // namespace film::app
