#include "server/net/attempt_limiter.h"

#include "server/identity/account_names.h"

#include <algorithm>
#include <cmath>

namespace film::server {

AttemptLimiter::AttemptLimiter(Rate rate, qsizetype addressesMax)
    : m_rate(rate)
    , m_addressesMax(addressesMax)
{}

std::optional<std::chrono::milliseconds> AttemptLimiter::attempt(const QHostAddress &address,
                                                                 Instant now)
{
    const std::lock_guard lock(m_mutex);
    const QString whom = addressGroup(address);
    auto bucket = m_buckets.find(whom);
    if (bucket == m_buckets.end()) {
        if (m_buckets.size() >= m_addressesMax)
            forgetFullBuckets(now);
        // A table full of addresses that are all at their limit is an attack from everywhere.
        if (m_buckets.size() >= m_addressesMax)
            return std::chrono::seconds(1);
        bucket = m_buckets.insert(whom, {m_rate.burst, now});
    }
    refill(*bucket, now);
    if (bucket->tokens >= 1) {
        bucket->tokens -= 1;
        return std::nullopt;
    }
    return promise(*bucket, now);
}

std::chrono::milliseconds AttemptLimiter::promise(Bucket &bucket, Instant now) const
{
    using Moment = decltype(bucket.promised);
    const auto timeFor = [this](double tokens) {
        return std::chrono::microseconds(
            static_cast<qint64>(std::ceil(tokens / m_rate.perSecond * 1'000'000)));
    };
    const Moment next = now + timeFor(1 - bucket.tokens);
    const Moment last = std::max<Moment>(next, now + waitMax);
    bucket.promised = std::clamp<Moment>(bucket.promised + timeFor(1), next, last);
    return std::chrono::ceil<std::chrono::milliseconds>(bucket.promised - now);
}

void AttemptLimiter::refill(Bucket &bucket, Instant now) const
{
    const double seconds = std::chrono::duration<double>(now - bucket.at).count();
    // The clock may have been set back.
    bucket.tokens =
        std::min(m_rate.burst, bucket.tokens + std::max(seconds, 0.0) * m_rate.perSecond);
    bucket.at = now;
}

void AttemptLimiter::forgetFullBuckets(Instant now)
{
    for (auto bucket = m_buckets.begin(); bucket != m_buckets.end();) {
        refill(*bucket, now);
        bucket = bucket->tokens >= m_rate.burst ? m_buckets.erase(bucket) : std::next(bucket);
    }
}

} // namespace film::server
