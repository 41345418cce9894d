#pragma once

#include "shared/base/random.h"

#include <QString>
#include <QThread>

#include <atomic>
#include <chrono>
#include <memory>

namespace film::e2e {

class ProxyServer;

// What goes wrong on the way, in both directions. All of it is drawn from the proxy's seed; what
// the operating system makes of it in time is not repeatable.
struct Faults {
    std::chrono::milliseconds latency{0};
    std::chrono::milliseconds jitter{0};
    qint64 bytesPerSecond = 0; // 0: as fast as it goes
    double resets = 0;         // share of the pieces after which the connection is reset
    double halfOpens = 0;      // share of the pieces after which that direction is dead
    double stalls = 0;         // share of the pieces that stop in the middle for stallTime
    bool singleBytes = false;  // one write for each byte
    // With Speech::Postgres only: share of the COMMITs that are let through, and their answers are
    // not.
    double commitCuts = 0;

    static constexpr std::chrono::milliseconds stallTime{6'000}; // Qt gives a frame five seconds
};

// Stands between two programs on loopback and spoils their connections. It lives in a thread of
// its own, so that it goes on while the caller waits for a process.
class FaultProxy
{
public:
    enum class Speech { Anything, Postgres };

    FaultProxy(const QString &host, quint16 port, quint64 seed, Speech speech = Speech::Anything);
    ~FaultProxy();
    Q_DISABLE_COPY_MOVE(FaultProxy)

    [[nodiscard]] quint16 port() const { return m_port; }
    // For connections of now and of later.
    void set(const Faults &faults);
    // No faults, and those connections end that a fault has left dead.
    void heal();
    void resetAll();

    struct Counts {
        std::atomic<quint64> connections = 0;
        std::atomic<quint64> resets = 0;
        std::atomic<quint64> halfOpens = 0;
        std::atomic<quint64> stalls = 0;
        std::atomic<quint64> commits = 0;
        std::atomic<quint64> commitsCutAnswered = 0; // the database had said yes
        std::atomic<quint64> commitsCutAtOnce = 0;   // nobody knows whether it read them
    };
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    [[nodiscard]] quint64 commitsCut() const
    {
        return m_counts.commitsCutAnswered + m_counts.commitsCutAtOnce;
    }

private:
    Counts m_counts;
    QThread m_thread;
    ProxyServer *m_server; // lives in m_thread, and is deleted there
    quint16 m_port = 0;
};

} // namespace film::e2e
