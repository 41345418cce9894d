#pragma once

#include "server/net/session_runner.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSslConfiguration>
#include <QTimer>
#include <QWebSocketServer>

#include <atomic>
#include <memory>
#include <optional>
#include <unordered_map>

class QTcpSocket;

namespace film::server {

// The connections of one I/O thread, from the accepted descriptor to the closed session. All of
// it runs on that thread; others reach it by IoThreads.
class IoWorker final : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        int thread = 0;
        std::optional<QSslConfiguration> tls;
        std::chrono::milliseconds handshakeMax{};
        // Of all threads: connections, counted up by the listener, and accepted HELLOs so far.
        std::atomic<int> *connections = nullptr;
        std::atomic<quint64> *liveNumbers = nullptr;
    };

    IoWorker(Settings settings, SessionServices services);
    ~IoWorker() override;

    void accept(qintptr descriptor);
    // For handshakes from now on. Only where there was TLS from the start.
    void setTls(const QSslConfiguration &tls) { m_tls = tls; }
    void post(SessionId session, const sync::ServerSession::Event &event);
    void headMoved(ProductionId production, quint64 head);
    void epochBegun(ProductionId production, EpochId epoch);
    void scopeMoved(ProductionId production);
    void dropSessions(ProductionId production);
    // Whoever held the stream before this one has been taken over.
    void streamOpened(StreamId stream, quint64 liveNumber);
    void shutDown(std::chrono::milliseconds spread);
    // So many of so many devices of all threads are to leave; `left` counts down.
    struct Farewell {
        int leaving = 0;
        int of = 0;
        std::chrono::milliseconds spread{};
        std::shared_ptr<std::atomic<int>> left;
    };
    // Says GOAWAY to this thread's part of them, to those that came first.
    void sendAway(const Farewell &farewell);
    void closeAll();

signals:
    void streamWentLive(film::StreamId stream, quint64 liveNumber);
    void productionOpened(film::ProductionId production);
    void productionClosed(film::ProductionId production); // one for each productionOpened

private:
    void expectUpgrade(QTcpSocket *socket);
    void forgetHandshake(const QString &peer);
    void onUpgraded();
    void begin(QWebSocket *socket);
    void onLive(SessionRunner *runner);
    void onClosed(SessionRunner *runner);
    void turnAway(QWebSocket *socket, ServerMetrics::Turned why, const QString &reason);
    [[nodiscard]] std::vector<SessionRunner *> runnersOf(ProductionId production) const;

    const Settings m_settings;
    std::optional<QSslConfiguration> m_tls;
    SessionServices m_services;
    SystemRandom m_random;
    UuidSource m_ids;
    QWebSocketServer m_server; // never listens: it upgrades the sockets it is handed
    QHash<QString, QPointer<QTimer>> m_handshakes; // deadlines by peer
    bool m_isShuttingDown = false;
    std::unordered_map<SessionId, SessionRunner *> m_runners; // children
    std::unordered_map<ProductionId, std::vector<SessionRunner *>> m_live;
};

} // namespace film::server
