#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"

#include <mutex>
#include <optional>
#include <unordered_map>

namespace film::server {

// How much each device may do: a token bucket for each, in a table of bounded size. A device is who
// it says it is by now, so nobody uses up another one's share. Callable from any thread.
class DeviceBudget
{
public:
    struct Rate {
        double perSecond = 1;
        double burst = 1;
    };
    explicit DeviceBudget(Rate rate, size_t devicesMax = 50'000)
        : m_rate(rate)
        , m_devicesMax(devicesMax)
    {}

    // Nothing if it was taken; else how long until there is as much again. What is more than a
    // whole bucket is taken from a full one: nothing may be so large that it never gets through.
    [[nodiscard]] std::optional<std::chrono::milliseconds> take(DeviceId device, double cost,
                                                                Instant now);
    // Of what was taken and then not used.
    void giveBack(DeviceId device, double cost);

private:
    struct Bucket {
        double tokens = 0;
        Instant at{};
    };
    void refill(Bucket &bucket, Instant now) const;
    void forgetFullBuckets(Instant now);

    const Rate m_rate;
    const size_t m_devicesMax;
    std::mutex m_mutex;
    std::unordered_map<DeviceId, Bucket> m_buckets;
};

} // namespace film::server
