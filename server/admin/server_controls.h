#pragma once

#include "server/admin/admin_tasks.h"
#include "server/telemetry/log_levels.h"
#include "shared/store/server_settings.h"

namespace film::server {

// Why the server takes no changes now.
struct Maintenance {
    QString reason;
    std::optional<qint64> untilMs; // UTC; or until somebody ends it
    qint64 sinceMs = 0;
};

// What administrators say to all servers over a database while they run, kept in the database. Each
// server looks every few seconds.
struct ServerControls {
    std::optional<Maintenance> maintenance;
    std::vector<LogLevel> logLevels;
};

[[nodiscard]] Result<ServerControls> readServerControls(store::Database &database, Instant now);

// Each writes a row into the chain of the server's acts with it.
class ServerControlTasks
{
public:
    ServerControlTasks(store::ServerStorageSql &storage, Instant now, Actor by)
        : m_storage(storage)
        , m_now(now)
        , m_by(std::move(by))
    {}

    [[nodiscard]] Result<> beginMaintenance(const QString &reason,
                                            std::optional<std::chrono::minutes> length);
    [[nodiscard]] Result<> endMaintenance();
    // It ends by itself, so that nobody forgets a log that says everything.
    [[nodiscard]] Result<> setLogLevel(const LogLevel &level, std::chrono::minutes length);
    [[nodiscard]] Result<> resetLogLevel(const QString &category);

private:
    [[nodiscard]] Result<> together(const std::function<Result<>(store::ServerSettings &)> &change,
                                    const QString &act, const QString &detail);

    store::ServerStorageSql &m_storage;
    Instant m_now;
    Actor m_by;
};

} // namespace film::server
