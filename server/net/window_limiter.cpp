#include "server/net/window_limiter.h"

#include <algorithm>

namespace film::server {

namespace {

constexpr int leasesPerMinute = 10; // so often a busy client costs the database something

} // namespace

WindowLimiter::Left WindowLimiter::take(const QString &client, Instant now, const Lease &lease,
                                        int count)
{
    using std::chrono::minutes;
    const int asked = std::min(count, std::max(1, m_perMinute));
    const auto minute = std::chrono::floor<minutes>(now);
    const qint64 number = minute.time_since_epoch().count();
    Left left;
    left.reset = std::chrono::ceil<std::chrono::seconds>(minute + minutes(1) - now);
    if (takeSome(client, number, asked, left))
        return left;
    // Not under the lock: others need not wait for the database.
    const int want = lease ? std::max(asked, m_perMinute / leasesPerMinute) : m_perMinute;
    const Result<int> got = lease ? lease(client, number, want) : Result<int>(want);
    {
        const std::lock_guard lock(m_mutex);
        Count &known = countOf(client, number);
        const int room = m_perMinute - known.leased;
        known.leased += std::min(got.value_or(want), room);
        known.isExhausted = known.leased == m_perMinute || (got && *got < want);
    }
    static_cast<void>(takeSome(client, number, asked, left));
    return left;
}

int WindowLimiter::giveBack(const QString &client, Instant now, int count)
{
    const qint64 minute = std::chrono::floor<std::chrono::minutes>(now).time_since_epoch().count();
    const std::lock_guard lock(m_mutex);
    const auto known = m_counts.find(client);
    if (known == m_counts.end() || known->minute != minute)
        return 0;
    const int given = std::min(count, known->taken);
    known->taken -= given;
    return given;
}

// True if they were there; or if they are not and there is nothing to lease, with left.isAllowed
// false.
bool WindowLimiter::takeSome(const QString &client, qint64 minute, int count, Left &left)
{
    const std::lock_guard lock(m_mutex);
    Count &known = countOf(client, minute);
    const bool isThere = known.taken + count <= known.leased;
    if (isThere)
        known.taken += count;
    else if (known.isExhausted)
        left.turnedAway = ++known.turnedAway;
    const int notLeased = known.isExhausted ? 0 : m_perMinute - known.leased;
    left.remaining = known.leased - known.taken + notLeased;
    left.isAllowed = isThere;
    return isThere || known.isExhausted;
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
