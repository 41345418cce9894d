#pragma once

#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/records.h"

#include <vector>

namespace film {

// The records that a crew list becomes beside those that are known, in an order in which each
// names only what is there. What the list does not say stays as it is (mergedPerson, mergedDeals).
[[nodiscard]] std::vector<WantedRecord>
crewRecords(ProductionId production, const CrewListImport &list, const CrewList &known);

} // namespace film
