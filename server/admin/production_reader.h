#pragma once

#include "shared/domain/import/crew_list_import.h"
#include "shared/sync/server_storage.h"

#include <optional>
#include <vector>

namespace film::server {

// What imports need to know of a production.
struct ProductionRecords {
    std::optional<Production> production;
    CrewList crew;
    std::vector<ShootingDay> shootingDays;
};

[[nodiscard]] Result<ProductionRecords> readProduction(sync::ServerStorage &storage,
                                                       ProductionId production);

} // namespace film::server
