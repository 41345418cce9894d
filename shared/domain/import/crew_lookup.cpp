#include "shared/domain/import/crew_lookup.h"

#include <algorithm>

namespace film {

namespace {

// As the ids of people and departments are made (records.h).
QString keyOf(QStringView name)
{
    return name.toString().simplified().normalized(QString::NormalizationForm_C).toCaseFolded();
}

} // namespace

CrewLookup::CrewLookup(const CrewList &crew)
{
    for (const Unit &unit : crew.units)
        m_units.insert(keyOf(unit.name), &unit);
    for (const Department &department : crew.departments) {
        m_departments.insert(keyOf(department.name), &department);
        m_departmentNames.insert(department.id, department.name);
    }
    for (const Person &person : crew.people)
        m_people[keyOf(person.name)].push_back(&person);
}

const Unit *CrewLookup::unitNamed(QStringView name) const
{
    return m_units.value(keyOf(name));
}

const Department *CrewLookup::departmentNamed(QStringView name) const
{
    return m_departments.value(keyOf(name));
}

CrewLookup::PersonMatch CrewLookup::personNamed(QStringView name, QStringView department) const
{
    std::vector<const Person *> matches = m_people.value(keyOf(name));
    if (!department.isEmpty()) {
        const Department *known = departmentNamed(department);
        if (!known)
            return {ImportKind::UnknownDepartment, nullptr, {}};
        std::erase_if(matches,
                      [known](const Person *person) { return person->department != known->id; });
    }
    if (matches.empty())
        return {ImportKind::UnknownPerson, nullptr, {}};
    if (matches.size() == 1)
        return {ImportKind::Ready, matches.front(), {}};
    QStringList departments;
    for (const Person *person : matches)
        departments.append(m_departmentNames.value(person->department));
    return {ImportKind::AmbiguousPerson, nullptr, departments};
}

} // namespace film
