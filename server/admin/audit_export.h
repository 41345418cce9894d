#pragma once

#include "shared/base/clock.h"
#include "shared/store/server_storage_sql.h"

#include <QIODevice>

namespace film::server {

struct ExportedAudit {
    quint64 rows = 0;
    quint64 anchors = 0;
};

// Writes a production's log and its anchors as a bundle (shared/sync/audit_bundle.h), in one
// snapshot of the database, row by row.
[[nodiscard]] Result<ExportedAudit> exportAudit(store::ServerStorageSql &storage,
                                                ProductionId production, QIODevice &file,
                                                Instant now);

} // namespace film::server
