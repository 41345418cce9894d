#pragma once

#include "server/lanes/session_outlet.h"
#include "server/net/net_limits.h"
#include "server/net/session_services.h"

#include <QSslConfiguration>
#include <QThread>

#include <functional>

namespace film::server {

class IoWorker;

// The threads that hold the connections. Callable from any thread.
class IoThreads final : public SessionOutlet
{
public:
    struct Settings {
        int threads = 1;
        std::optional<QSslConfiguration> tls;
        int connectionsMax = 20'000;
        std::chrono::milliseconds handshakeMax = net_limits::handshakeMax;
        // Called in an I/O thread as sessions of a production come (true) and go.
        std::function<void(ProductionId, bool)> productionUsed;
    };

    IoThreads() = default;
    ~IoThreads() override;
    Q_DISABLE_COPY_MOVE(IoThreads)

    void start(Settings settings, const SessionServices &services);
    // Takes the descriptor; closes it when there are too many.
    void accept(qintptr descriptor);
    void setTls(const QSslConfiguration &tls);
    [[nodiscard]] int connections() const { return m_connections; }

    void post(const SessionAddress &to, sync::ServerSession::Event event) override;
    void headMoved(ProductionId production, quint64 head) override;
    void epochBegun(ProductionId production, EpochId epoch) override;
    void scopeMoved(ProductionId production) override;
    void dropSessions(ProductionId production) override;

    // Says GOAWAY; sessions that wait for their writer stay for a moment.
    void shutDown(std::chrono::milliseconds spread);
    // The same to so many, of each thread its part; others may come.
    void sendAway(int count, std::chrono::milliseconds spread);
    void finish();

private:
    template<typename Call>
    void tellAll(const Call &call);

    Settings m_settings;
    ServerMetrics *m_metrics = nullptr; // set by start()
    std::atomic<int> m_connections = 0;
    std::atomic<quint64> m_liveNumbers = 0;
    size_t m_next = 0;
    std::vector<std::unique_ptr<QThread>> m_threads;
    std::vector<IoWorker *> m_workers; // each is deleted by its thread's end
};

} // namespace film::server
