#include "server/net/window_limiter.h"

#include <algorithm>

namespace film::server {

namespace {

constexpr int leasesPerMinute = 10; // so often a busy client costs the database something

} // namespace

WindowLimiter::Left WindowLimiter::take(const QString &client, Instant now, const Lease &lease)
{
    using std::chrono::minutes;
    const auto minute = std::chrono::floor<minutes>(now);
    const qint64 number = minute.time_since_epoch().count();
    Left left;
    left.reset = std::chrono::ceil<std::chrono::seconds>(minute + minutes(1) - now);
    if (takeOne(client, number, left))
        return left;
    // Not under the lock: others need not wait for the database.
    const int want = lease ? std::max(1, m_perMinute / leasesPerMinute) : m_perMinute;
    const Result<int> got = lease ? lease(client, number, want) : Result<int>(want);
    {
        const std::lock_guard lock(m_mutex);
        Count &count = countOf(client, number);
        const int room = m_perMinute - count.leased;
        count.leased += std::min(got.value_or(want), room);
        count.isExhausted = count.leased == m_perMinute || (got && *got < want);
    }
    static_cast<void>(takeOne(client, number, left));
    return left;
}

// True if there was one; or if there is none and nothing to lease, with left.isAllowed false.
bool WindowLimiter::takeOne(const QString &client, qint64 minute, Left &left)
{
    const std::lock_guard lock(m_mutex);
    Count &count = countOf(client, minute);
    const bool isThere = count.taken < count.leased;
    if (isThere)
        ++count.taken;
    else if (count.isExhausted)
        left.turnedAway = ++count.turnedAway;
    const int notLeased = count.isExhausted ? 0 : m_perMinute - count.leased;
    left.remaining = count.leased - count.taken + notLeased;
    left.isAllowed = isThere;
    return isThere || count.isExhausted;
}

WindowLimiter::Count &WindowLimiter::countOf(const QString &client, qint64 minute)
{
    if (m_counts.size() >= m_clientsMax && !m_counts.contains(client))
        m_counts.removeIf(
            [minute](QHash<QString, Count>::iterator at) { return at->minute < minute; });
    // With the table full of others at work, a newcomer shares a count with all newcomers.
    const bool hasRoom = m_counts.size() < m_clientsMax || m_counts.contains(client);
    Count &count = m_counts[hasRoom ? client : QString()];
    // A clock that was set back gives nothing.
    if (count.minute < minute) {
        count = {};
        count.minute = minute;
    }
    return count;
}

} // namespace film::server
