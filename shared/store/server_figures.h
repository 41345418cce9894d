#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/store/database.h"

#include <optional>
#include <unordered_map>

namespace film::store {

// What somebody who runs a server wants to see at a glance. Each costs a few rows, not the log.
class ServerFigures
{
public:
    explicit ServerFigures(Database &database)
        : m_database(database)
    {}

    // As it lies on the disk.
    [[nodiscard]] Result<qint64> databaseBytes();

    struct Changes {
        quint64 count = 0;
        std::optional<qint64> lastMs; // of the whole log; nothing if it is empty
    };
    // Of one production's log, up to `head`. Rows are in the order in which they came, so it looks
    // for the first one by halves; where the server's clock was set back it may be off by those.
    [[nodiscard]] Result<Changes> changesSince(ProductionId production, quint64 head,
                                               Instant since);
    // When each device last changed something, among the last `rowsMax` changes.
    [[nodiscard]] Result<std::unordered_map<DeviceId, qint64>>
    lastChanges(ProductionId production, quint64 head, quint64 rowsMax);

private:
    [[nodiscard]] Result<std::optional<qint64>> receivedMs(ProductionId production,
                                                           quint64 sequence);

    Database &m_database;
};

} // namespace film::store
