#pragma once

#include "shared/domain/import/crew_list_import.h"
#include "shared/sync/server_storage.h"

#include <functional>
#include <optional>
#include <vector>

namespace film::server {

// What imports need to know of a production.
struct ProductionRecords {
    std::optional<Production> production;
    CrewList crew;
    std::vector<ShootingDay> shootingDays;
};

// Every record there is, page by page, while others write.
[[nodiscard]] Result<>
forEachRecord(sync::ServerStorage &storage, ProductionId production,
              const std::function<void(const protocol::EntityState &)> &take);

[[nodiscard]] Result<ProductionRecords> readProduction(sync::ServerStorage &storage,
                                                       ProductionId production);

} // namespace film::server
