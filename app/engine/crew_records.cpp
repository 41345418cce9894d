#include "app/engine/crew_records.h"

#include "shared/domain/deals.h"
#include "shared/domain/records.h"

namespace film::app {

std::vector<WantedRecord> crewRecords(ProductionId production, const CrewList &crew)
{
    std::vector<WantedRecord> records;
    for (const Unit &unit : crew.units)
        records.push_back({EntityType::Unit, EntityId::of(unit.id), toGroups(unit)});
    for (const Department &department : crew.departments)
        records.push_back(
            {EntityType::Department, EntityId::of(department.id), toGroups(department)});
    for (const Person &person : crew.people)
        records.push_back({EntityType::Person, EntityId::of(person.id), toGroups(person)});
    const std::vector<int> numbers = numbersOf(crew.deals);
    for (size_t i = 0; i < crew.deals.size(); ++i) {
        const Deal &deal = crew.deals[i];
        records.push_back(
            {EntityType::Deal, dealId(production, deal.person, numbers[i]), toGroups(deal)});
    }
    return records;
}

} // namespace film::app
