#include "shared/domain/import/crew_records.h"

#include "shared/domain/import/crew_matching.h"

#include <algorithm>

namespace film {

std::vector<WantedRecord> crewRecords(ProductionId production, const CrewListImport &list,
                                      const CrewList &known)
{
    std::vector<WantedRecord> records;
    const std::vector<MatchedPerson> matched = matchCrew(list, known);
    // A unit or department that is known by another id is nobody's by now.
    for (const Unit &unit : list.crew.units) {
        const bool isWanted = std::ranges::any_of(
            matched, [&](const MatchedPerson &one) { return one.person.unit == unit.id; });
        if (isWanted && std::ranges::find(known.units, unit.id, &Unit::id) == known.units.end())
            records.push_back({EntityType::Unit, EntityId::of(unit.id), toGroups(unit)});
    }
    for (const Department &department : list.crew.departments) {
        const bool isWanted = std::ranges::any_of(matched, [&](const MatchedPerson &one) {
            return one.person.department == department.id;
        });
        const bool isKnown = std::ranges::find(known.departments, department.id, &Department::id)
            != known.departments.end();
        if (isWanted && !isKnown)
            records.push_back(
                {EntityType::Department, EntityId::of(department.id), toGroups(department)});
    }
    for (const MatchedPerson &one : matched) {
        const auto here = std::ranges::find(known.people, one.person.id, &Person::id);
        records.push_back(
            {EntityType::Person, EntityId::of(one.person.id),
             toGroups(here == known.people.end() ? one.person : mergedPerson(*here, one))});
    }
    for (const MatchedPerson &one : matched) {
        for (const Deal &deal : mergedDeals(one.deals, one.person.id, known.deals))
            records.push_back(
                {EntityType::Deal, dealId(production, deal.person, deal.number), toGroups(deal)});
    }
    return records;
}

} // namespace film
