#pragma once

#include "shared/base/clock.h"

#include <QHash>
#include <QString>

#include <mutex>

namespace film::server {

// How many requests one client may make: a token bucket for each, in a table of bounded size. A
// client is an account, or an address where nobody is signed in. Callable from any thread.
class RequestLimiter
{
public:
    struct Rate {
        int perMinute = 100;
        int burst = 100;
    };
    struct Left {
        bool isAllowed = true;
        int remaining = 0;
        std::chrono::seconds full{0}; // until the whole burst is there again
        std::chrono::seconds next{0}; // until one more is allowed; 0 if one is now
    };

    explicit RequestLimiter(Rate rate, qsizetype clientsMax = 20'000);

    [[nodiscard]] Left take(const QString &client, Instant now);
    [[nodiscard]] const Rate &rate() const { return m_rate; }

private:
    struct Bucket {
        double tokens = 0;
        Instant at{};
    };

    void refill(Bucket &bucket, Instant now) const;
    void forgetFullBuckets(Instant now);

    const Rate m_rate;
    const qsizetype m_clientsMax;
    std::mutex m_mutex;
    QHash<QString, Bucket> m_buckets;
};

} // namespace film::server
