#pragma once

#include "shared/base/clock.h"
#include "shared/domain/records.h"
#include "shared/store/server_storage_sql.h"

#include <vector>

namespace film::server {

struct WrittenRecords {
    int written = 0;
    int unchanged = 0;
    int undecided = 0; // somebody else wrote at the same time, and a person has to decide
};

// Writes records as the production's system device: as envelopes through the same commit as
// everybody else's, so they are logged, ordered and sent out like those. All of them or none;
// safe while servers run.
[[nodiscard]] Result<WrittenRecords> writeRecords(store::ServerStorageSql &storage,
                                                  ProductionId production,
                                                  const std::vector<WantedRecord> &records,
                                                  Instant now);

} // namespace film::server
