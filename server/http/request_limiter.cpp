#include "server/http/request_limiter.h"

#include <algorithm>
#include <cmath>

namespace film::server {

namespace {

std::chrono::seconds wholeSeconds(double seconds)
{
    return std::chrono::seconds(static_cast<qint64>(std::ceil(std::max(0.0, seconds))));
}

} // namespace

RequestLimiter::RequestLimiter(Rate rate, qsizetype clientsMax)
    : m_rate(rate)
    , m_clientsMax(clientsMax)
{}

RequestLimiter::Left RequestLimiter::take(const QString &client, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_buckets.size() >= m_clientsMax && !m_buckets.contains(client))
        forgetFullBuckets(now);
    const double perSecond = m_rate.perMinute / 60.0;
    auto at = m_buckets.find(client);
    if (at == m_buckets.end()) {
        // With the table full of others at work, a newcomer shares a bucket with all newcomers.
        const QString key = m_buckets.size() < m_clientsMax ? client : QString();
        at = m_buckets.contains(key) ? m_buckets.find(key)
                                     : m_buckets.insert(key, {double(m_rate.burst), now});
    }
    Bucket &bucket = *at;
    refill(bucket, now);
    Left left;
    left.isAllowed = bucket.tokens >= 1;
    if (left.isAllowed)
        bucket.tokens -= 1;
    left.remaining = static_cast<int>(bucket.tokens);
    left.full = wholeSeconds((m_rate.burst - bucket.tokens) / perSecond);
    left.next = wholeSeconds((1 - bucket.tokens) / perSecond);
    return left;
}

void RequestLimiter::refill(Bucket &bucket, Instant now) const
{
    using Seconds = std::chrono::duration<double>;
    // A clock that was set back takes nothing away.
    const double passed = std::max(0.0, Seconds(now - bucket.at).count());
    bucket.tokens = std::min(double(m_rate.burst), bucket.tokens + passed * m_rate.perMinute / 60);
    bucket.at = now;
}

void RequestLimiter::forgetFullBuckets(Instant now)
{
    m_buckets.removeIf([&](QHash<QString, Bucket>::iterator at) {
        refill(*at, now);
        return at->tokens >= m_rate.burst;
    });
}

} // namespace film::server
