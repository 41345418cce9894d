#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QHash>
#include <QString>

#include <functional>
#include <mutex>

namespace film::server {

// How often one client may do something in each minute, counted from the full minute. The table is
// of bounded size. Callable from any thread.
class WindowLimiter
{
public:
    struct Left {
        bool isAllowed = true;
        int remaining = 0;            // as far as this server knows
        std::chrono::seconds reset{}; // until the next minute
        int turnedAway = 0;           // in this one so far, this one included
    };
    // Takes up to `want` of a minute (since 1970) for a client out of what all servers have
    // together, and says how many it got: so a limit holds across servers, and not every request
    // asks the database.
    using Lease = std::function<Result<int>(const QString &client, qint64 minute, int want)>;

    explicit WindowLimiter(int perMinute, qsizetype clientsMax = 20'000)
        : m_perMinute(perMinute)
        , m_clientsMax(clientsMax)
    {}

    // Without a lease, and while it fails, this server counts alone.
    // Several at once, or none; what is more than a minute has needs a minute nobody began.
    [[nodiscard]] Left take(const QString &client, Instant now, const Lease &lease = {},
                            int count = 1);
    // All of them, by this server alone; more than a minute has are never there.
    [[nodiscard]] bool takeAll(const QString &client, Instant now, int count)
    {
        return count <= m_perMinute && take(client, now, {}, count).isAllowed;
    }
    // Of what was taken in this minute; how many there were of them.
    int giveBack(const QString &client, Instant now, int count);
    [[nodiscard]] int perMinute() const { return m_perMinute; }

private:
    struct Count {
        qint64 minute = 0;
        int taken = 0;
        int leased = 0;
        int turnedAway = 0;
        bool isExhausted = false; // there is nothing more to lease
    };

    [[nodiscard]] Count &countOf(const QString &client, qint64 minute);
    [[nodiscard]] bool takeSome(const QString &client, qint64 minute, int count, Left &left);

    const int m_perMinute;
    const qsizetype m_clientsMax;
    std::mutex m_mutex;
    QHash<QString, Count> m_counts;
};

} // namespace film::server
