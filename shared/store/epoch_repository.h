#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/store/database.h"

#include <vector>

namespace film::store {

// A stretch of a production's history in which no row that was committed is gone. A new one begins
// whenever a suffix of the log may be lost: after the promotion of a standby, after a backup was
// put back. The devices then compare and hand over what the log has lost (docs/protocol.md).
struct EpochRow {
    EpochId id;
    quint64 startSequence = 0; // the head when it began
    QString reason;
    qint64 atMs = 0;
};

class EpochRepository
{
public:
    explicit EpochRepository(Database &database)
        : m_database(database)
    {}

    // Begins a new epoch, unless another server was faster: `current` is not the current one then.
    [[nodiscard]] Result<> begin(ProductionId production, EpochId current, const QString &reason,
                                 Instant now);
    // Begins one for every production.
    [[nodiscard]] Result<> beginEverywhere(const QString &reason, Instant now);
    // Begins one for every production that was last seen on another timeline: PostgreSQL counts it
    // up at every promotion and every recovery to a point in time. Nothing to see on SQLite.
    [[nodiscard]] Result<> followTimeline(Instant now);

    [[nodiscard]] Result<std::vector<EpochRow>> list(ProductionId production); // newest first

private:
    [[nodiscard]] Result<qint64> timeline();
    struct Known {
        ProductionId production;
        EpochId epoch;
        qint64 timeline = 0; // 0: not seen yet
    };
    [[nodiscard]] Result<std::vector<Known>> productionsNotOn(qint64 timeline);
    [[nodiscard]] Result<> noteTimeline(ProductionId production, qint64 timeline);

    Database &m_database;
};

} // namespace film::store
