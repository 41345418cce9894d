#include "server/lanes/device_budget.h"

#include <algorithm>
#include <cmath>

namespace film::server {

using std::chrono::milliseconds;

std::optional<milliseconds> DeviceBudget::take(DeviceId device, double cost, Instant now)
{
    const std::lock_guard lock(m_mutex);
    auto at = m_buckets.find(device);
    if (at == m_buckets.end()) {
        if (m_buckets.size() >= m_devicesMax)
            forgetFullBuckets(now);
        // They are members of a production, and the lanes have bounds of their own.
        if (m_buckets.size() >= m_devicesMax)
            return std::nullopt;
        at = m_buckets.try_emplace(device, Bucket{m_rate.burst, now}).first;
    }
    Bucket &bucket = at->second;
    refill(bucket, now);
    const double needed = std::min(cost, m_rate.burst);
    if (bucket.tokens >= needed) {
        bucket.tokens -= cost;
        return std::nullopt;
    }
    const double seconds = (needed - bucket.tokens) / m_rate.perSecond;
    return milliseconds(static_cast<qint64>(std::ceil(seconds * 1000)));
}

void DeviceBudget::forgetFullBuckets(Instant now)
{
    for (auto bucket = m_buckets.begin(); bucket != m_buckets.end();) {
        refill(bucket->second, now);
        bucket =
            bucket->second.tokens >= m_rate.burst ? m_buckets.erase(bucket) : std::next(bucket);
    }
}

void DeviceBudget::giveBack(DeviceId device, double cost)
{
    const std::lock_guard lock(m_mutex);
    if (const auto at = m_buckets.find(device); at != m_buckets.end())
        at->second.tokens = std::min(m_rate.burst, at->second.tokens + cost);
}

void DeviceBudget::refill(Bucket &bucket, Instant now) const
{
    // The clock may have been set back.
    const double seconds = std::max(std::chrono::duration<double>(now - bucket.at).count(), 0.0);
    bucket.tokens = std::min(m_rate.burst, bucket.tokens + seconds * m_rate.perSecond);
    bucket.at = now;
}

} // namespace film::server
