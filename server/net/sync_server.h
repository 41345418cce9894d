#pragma once

#include "server/config/server_config.h"
#include "server/lanes/device_budget.h"
#include "server/net/io_threads.h"
#include "server/net/listener.h"
#include "server/net/shared_attempts.h"
#include "server/net/tls.h"
#include "server/telemetry/sql_watch.h"
#include "server/telemetry/vital_signs.h"

#include <algorithm>

namespace film::server {

class HeadWatch;
class VitalsWatch;

// The whole server but for HTTP: what the daemon, the set hub and the tests start. Its own thread
// only accepts.
class SyncServer
{
public:
    // `spans` takes what is traced; null: nothing is. `shared` has what servers over one database
    // count together; null: each counts for itself.
    SyncServer(ServerConfig config, ServerMetrics &metrics, SpanSink *spans = nullptr,
               SharedState *shared = nullptr);
    ~SyncServer();
    Q_DISABLE_COPY_MOVE(SyncServer)

    // Fails before anything is listened on if the database cannot be opened.
    [[nodiscard]] Result<> start();
    [[nodiscard]] const Endpoint &endpoint() const { return m_endpoint; }

    // A renewed certificate, for connections from now on. Only where there was one before.
    void setTls(const TlsFiles &files);

    // Says GOAWAY to so many devices, or to half of them (0), which come back wherever the balancer
    // leads them: how a server that was added gets its part.
    void sendAway(int count);

    // Stops accepting and says GOAWAY. Connections end by themselves in at most 2 s.
    void beginStop();
    [[nodiscard]] int connections() const { return m_io.connections(); }
    // Writes what waits and ends the threads.
    void finish();

    struct Health {
        bool isDatabaseReachable = false;
        bool areLanesUp = false;
        bool isStopping = false;
        bool hasStarted = false;       // once it was able to work; stays so
        std::vector<HealthPart> parts; // what else has to be well

        [[nodiscard]] bool isReady() const
        {
            return isDatabaseReachable && areLanesUp && !isStopping
                && std::ranges::all_of(parts, &HealthPart::isReady);
        }
    };
    // From any thread.
    [[nodiscard]] Health health() const;
    [[nodiscard]] const DevicePresence &presence() const { return m_presence; }

private:
    void shareAttempts();
    void noteCertificate(const TlsFiles &files);

    const ServerConfig m_config;
    ServerMetrics &m_metrics;
    SpanSink *const m_spans;
    SharedState *const m_shared;
    SqlWatch m_sqlWatch; // outlives all connections
    SystemClock m_clock;
    sync::Ed25519Verifier m_verifier;
    SnapshotSeats m_snapshots;
    DeviceBudget m_changes;
    DeviceBudget m_messages;
    AttemptLimiter m_hellos;
    AttemptLimiter m_joins;
    std::optional<SharedAttempts> m_sharedAttempts;
    DevicePresence m_presence;
    Endpoint m_endpoint;
    std::atomic<bool> m_isStopping = false;
    mutable std::atomic<bool> m_hasStarted = false;
    std::atomic<qint64> m_certificateEndsMs = 0; // 0: there is none

    // In the order in which they are needed: later ones call earlier ones.
    RecentLogs m_recent;
    IoThreads m_io;
    std::unique_ptr<QThread> m_watchThread;
    HeadWatch *m_watch = nullptr; // deleted by its thread's end
    std::unique_ptr<QThread> m_vitalsThread;
    std::unique_ptr<VitalsWatch> m_vitals; // ends after its thread
    std::unique_ptr<Lanes> m_lanes;
    std::unique_ptr<ReadPool> m_reads;
    std::unique_ptr<Listener> m_listener;
};

} // namespace film::server
