#pragma once

#include "shared/base/clock.h"

#include <QHash>
#include <QHostAddress>

#include <mutex>
#include <optional>

namespace film::server {

// How often one address may try something: a token bucket for each, in a table of bounded size.
// The one place where I/O threads share state, because an address that opens a hundred
// connections is spread over all of them.
class AttemptLimiter
{
public:
    struct Rate {
        double perSecond = 1;
        double burst = 1;
    };

    explicit AttemptLimiter(Rate rate, qsizetype addressesMax = 10'000);

    // Nothing if the attempt is allowed; else how long to wait before the next.
    [[nodiscard]] std::optional<std::chrono::milliseconds> attempt(const QHostAddress &address,
                                                                   Instant now);

private:
    struct Bucket {
        double tokens = 0;
        Instant at{};
    };

    void refill(Bucket &bucket, Instant now) const;
    void forgetFullBuckets(Instant now);

    const Rate m_rate;
    const qsizetype m_addressesMax;
    std::mutex m_mutex;
    QHash<QHostAddress, Bucket> m_buckets;
};

} // namespace film::server
