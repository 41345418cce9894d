#pragma once

#include "server/admin/server_controls.h"
#include "server/identity/shared_state.h"
#include "server/telemetry/server_metrics.h"
#include "server/telemetry/vital_signs.h"
#include "shared/store/server_storage_sql.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>

namespace film::server {

// Looks now and then at what no event tells of. Lives on a thread of its own, with a connection to
// the database of its own, so that nobody waits for it.
class VitalsWatch final : public QObject
{
    Q_OBJECT

public:
    struct Settings {
        QString database;   // as of the server
        QString dataFolder; // may be empty
        SharedState *shared = nullptr;
        // Called in the watch's thread with what administrators said last; may be empty.
        std::function<void(const ServerControls &)> controls{};
    };
    VitalsWatch(Settings settings, const Clock &clock, ServerMetrics &metrics,
                store::StatementWatch &statements);
    ~VitalsWatch() override;

    void start(); // in the thread it was moved to
    void finish();

    // These from any thread.
    [[nodiscard]] VitalSigns signs() const; // of the last look
    void cancel() { m_isCancelled = true; } // what takes long, as finish() comes next

private:
    void look();
    void lookAtControls(store::Database &database);
    void lookAtBusiness(store::ServerStorageSql &storage);
    [[nodiscard]] store::ServerStorageSql *storage();

    const Settings m_settings;
    const Clock &m_clock;
    ServerMetrics &m_metrics;
    store::StatementWatch &m_statements;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    QTimer m_timer;
    std::atomic<bool> m_isCancelled = false;
    BusinessFigures m_business{m_isCancelled};
    int m_looks = 0;
    mutable std::mutex m_mutex;
    VitalSigns m_signs; // behind the mutex
};

} // namespace film::server
