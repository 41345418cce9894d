#pragma once

#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

#include <QStringList>

#include <map>
#include <set>

namespace film::store {

struct LogVerdict {
    quint64 rows = 0;     // of the log
    quint64 erased = 0;   // of them: whose envelope was erased, and stands in the chain by its hash
    quint64 records = 0;  // of the production
    QStringList problems; // English, with sequences and ids, for the administrator
    // Of the ledger: how often the log holds each. Once, or it was lost, or counted twice.
    std::map<MutationId, quint64> times;
};

// Recomputes everything that can be recomputed of a production: the chain from row 1 on, that
// nothing is missing, the head, and each cell's digest from the records themselves. In one snapshot
// of the database; servers may go on writing meanwhile. Fails only if the database cannot be read.
// The ledger's changes are counted on the way: asking for each would take as long as the way to the
// database, once for every one.
[[nodiscard]] Result<LogVerdict> checkLog(Database &database, ProductionId production,
                                          const std::set<MutationId> &ledger = {});

// The part of it that costs the same however long the log is, but for counting its numbers: that no
// row is missing between 1 and the head, and that the chain follows over the last rows, up to
// rowsMax of them, to the head.
struct LogGlance {
    quint64 head = 0;
    quint64 rows = 0;      // that are there
    quint64 chainFrom = 0; // the first row whose place in the chain was recomputed; 0: none
    QStringList problems;  // as in LogVerdict

    [[nodiscard]] bool isWhole() const { return rows == head && problems.isEmpty(); }
};
[[nodiscard]] Result<LogGlance> glanceAtLog(Database &database, ProductionId production,
                                            quint64 rowsMax);

} // namespace film::store
