#pragma once

#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

#include <QStringList>

namespace film::store {

struct LogVerdict {
    quint64 rows = 0;     // of the log
    quint64 records = 0;  // of the production
    QStringList problems; // English, with sequences and ids, for the administrator
};

// Recomputes everything that can be recomputed of a production: the chain from row 1 on, that
// nothing is missing, the head, and each cell's digest from the records themselves. In one snapshot
// of the database; servers may go on writing meanwhile. Fails only if the database cannot be read.
[[nodiscard]] Result<LogVerdict> checkLog(Database &database, ProductionId production);

// How often the log holds that change: once, or it was lost, or counted twice.
[[nodiscard]] Result<quint64> timesInLog(Database &database, ProductionId production,
                                         MutationId mutation);

} // namespace film::store
