#include "server/lanes/recent_logs.h"

#include "server/lanes/lane_limits.h"

#include <algorithm>

namespace film::server {

void RecentLogs::add(ProductionId production, std::vector<sync::CommittedRows> commits)
{
    std::shared_ptr<Log> log;
    {
        const std::lock_guard lock(m_mutex);
        std::shared_ptr<Log> &place = m_logs[production];
        if (!place)
            place = std::make_shared<Log>();
        place->addedAt = ++m_additions;
        log = place;
        if (m_logs.size() > lane_limits::recentLogsMax)
            forgetOldest();
    }
    const std::lock_guard lock(log->mutex);
    for (sync::CommittedRows &commit : commits)
        log->rows.add(commit.before, std::move(commit.rows));
}

std::optional<sync::RowsRead> RecentLogs::read(ProductionId production,
                                               const sync::RowsWanted &wanted)
{
    std::shared_ptr<Log> log;
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_logs.find(production);
        if (known == m_logs.end())
            return std::nullopt;
        log = known->second;
    }
    const std::lock_guard lock(log->mutex);
    return log->rows.read(wanted);
}

void RecentLogs::forgetOldest()
{
    m_logs.erase(std::ranges::min_element(m_logs, {},
                                          [](const auto &known) { return known.second->addedAt; }));
}

} // namespace film::server
