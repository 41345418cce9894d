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
    // Nobody is sent away for longer, however many are before them.
    static constexpr std::chrono::seconds waitMax{30};

    explicit AttemptLimiter(Rate rate, qsizetype addressesMax = 10'000);

    // Nothing if the attempt is allowed; else how long to wait before the next. Of many that are
    // turned away at once each is told another time: they would all be back at the first, and all
    // but one in vain.
    [[nodiscard]] std::optional<std::chrono::milliseconds> attempt(const QHostAddress &address,
                                                                   Instant now);

private:
    struct Bucket {
        double tokens = 0;
        Instant at{};
        std::chrono::sys_time<std::chrono::microseconds>
            promised{}; // when the last one that was turned away may come
    };

    [[nodiscard]] std::chrono::milliseconds promise(Bucket &bucket, Instant now) const;

    void refill(Bucket &bucket, Instant now) const;
    void forgetFullBuckets(Instant now);

    const Rate m_rate;
    const qsizetype m_addressesMax;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets; // by addressGroup()
};

} // namespace film::server
