#include "shared/domain/import/crew_records.h"

#include "shared/domain/import/crew_matching.h"

#include <algorithm>

namespace film {

std::vector<WantedRecord> crewRecords(ProductionId production, const CrewListImport &list,
                                      const CrewList &known)
{
    const std::vector<MatchedPerson> matched = matchCrew(list, known);
    std::vector<Person> people;
    for (const MatchedPerson &one : matched) {
        const auto here = std::ranges::find(known.people, one.person.id, &Person::id);
        people.push_back(here == known.people.end() ? one.person : mergedPerson(*here, one));
    }
    // A unit or department that is known by another id, or that only rows of those who are in
    // another one stand for, is nobody's.
    std::vector<WantedRecord> records;
    for (const Unit &unit : list.crew.units) {
        if (std::ranges::find(people, unit.id, &Person::unit) != people.end()
            && std::ranges::find(known.units, unit.id, &Unit::id) == known.units.end())
            records.push_back({EntityType::Unit, EntityId::of(unit.id), toGroups(unit)});
    }
    for (const Department &department : list.crew.departments) {
        const bool isKnown = std::ranges::find(known.departments, department.id, &Department::id)
            != known.departments.end();
        if (!isKnown
            && std::ranges::find(people, department.id, &Person::department) != people.end())
            records.push_back(
                {EntityType::Department, EntityId::of(department.id), toGroups(department)});
    }
    for (const Person &person : people)
        records.push_back({EntityType::Person, EntityId::of(person.id), toGroups(person)});
    for (const MatchedPerson &one : matched) {
        for (const Deal &deal : mergedDeals(one.deals, one.person.id, known.deals))
            records.push_back(
                {EntityType::Deal, dealId(production, deal.person, deal.number), toGroups(deal)});
    }
    return records;
}

} // namespace film
