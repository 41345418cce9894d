#pragma once

#include "app/engine/engine_values.h"
#include "shared/domain/import/crew_list_import.h"

namespace film::app {

// The records that a crew list becomes, in an order in which each names only what is there.
[[nodiscard]] std::vector<WantedRecord> crewRecords(ProductionId production, const CrewList &crew);

} // namespace film::app
