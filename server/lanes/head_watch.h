#pragma once

#include "server/identity/server_database.h"
#include "server/lanes/session_outlet.h"
#include "server/telemetry/server_metrics.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <memory>

namespace film::server {

class PostgresHints;

// Notices rows that other servers wrote: every second it asks where the productions in use are,
// and on PostgreSQL the servers tell each other sooner. A hint may be lost, doubled or late; the
// poll makes up for it. It also notices a history that does not go on where it was last seen (a
// standby that was promoted without the last commits, a backup that was put back) and begins a new
// epoch then. And it notices whose processing is restricted, which no row of a log says. Lives on a
// thread of its own.
class HeadWatch final : public QObject
{
    Q_OBJECT

public:
    HeadWatch(QString address, DatabaseFactory open, SessionOutlet &sessions, const Clock &clock,
              ServerMetrics &metrics);
    ~HeadWatch() override;

    void start(); // in the thread it was moved to
    void finish();

    // These from any thread.
    void committed(ProductionId production, quint64 head);
    void used(ProductionId production, bool isOpened);
    // The last poll was answered, and not long ago.
    [[nodiscard]] bool isDatabaseReachable() const;

private:
    void poll();
    void sendHints();
    [[nodiscard]] Result<> look(ProductionId production);
    [[nodiscard]] Result<> lookForRestrictions();
    [[nodiscard]] Result<bool> goesOn(ProductionId production, const sync::ProductionHead &head);
    using News = ServerMetrics::News;
    void moveTo(ProductionId production, quint64 head, News by);

    const QString m_address;
    const DatabaseFactory m_open;
    SessionOutlet &m_sessions;
    const Clock &m_clock;
    ServerMetrics &m_metrics;
    std::unique_ptr<ServerDatabase> m_database;
    std::unique_ptr<PostgresHints> m_hints;
    QTimer m_pollTimer;
    QTimer m_hintTimer;
    QHash<ProductionId, int> m_used;      // sessions
    QHash<ProductionId, quint64> m_heads; // that the sessions know of
    QHash<ProductionId, sync::ProductionHead> m_seen;
    QHash<ProductionId, quint64> m_toSend;
    struct Restricted {
        std::vector<PersonId> people;
        int saysAgainIn = 0; // looks; 0: not
    };
    QHash<ProductionId, Restricted> m_restricted;
    quint64 m_behind = 0;                 // rows, at most of the productions of this look
    std::atomic<qint64> m_answeredMs = 0; // of the steady clock
};

} // namespace film::server
