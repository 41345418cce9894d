#pragma once

#include "shared/sync/commit_batch.h"
#include "shared/sync/recent_rows.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace film::server {

// The last rows of the productions that are written to here, for those who are connected. Bounded
// as a whole; callable from any thread.
class RecentLogs
{
public:
    void add(ProductionId production, std::vector<sync::CommittedRows> commits);
    // What is not there the database has.
    [[nodiscard]] std::optional<sync::RowsRead> read(ProductionId production,
                                                     const sync::RowsWanted &wanted);

private:
    struct Log {
        std::mutex mutex;
        sync::RecentRows rows;
        quint64 addedAt = 0; // counted over all productions
    };

    void forgetOldest();

    // Guards the map and the count; what is in a log its own mutex guards.
    std::mutex m_mutex;
    std::unordered_map<ProductionId, std::shared_ptr<Log>> m_logs;
    quint64 m_additions = 0;
};

} // namespace film::server
