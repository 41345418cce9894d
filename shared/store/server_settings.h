#pragma once

#include "shared/store/database.h"

#include <optional>
#include <vector>

namespace film::store {

struct ServerSetting {
    QString name;
    QString value;
    std::optional<qint64> untilMs; // UTC; from then on it counts no more
    qint64 changedMs = 0;

    [[nodiscard]] bool counts(qint64 nowMs) const { return !untilMs || nowMs < *untilMs; }
};

// What was said to all servers over this database while they run. A few rows.
class ServerSettings
{
public:
    explicit ServerSettings(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<std::vector<ServerSetting>> all();
    [[nodiscard]] Result<std::optional<ServerSetting>> find(const QString &name);
    [[nodiscard]] Result<> set(const ServerSetting &setting);
    [[nodiscard]] Result<> remove(const QString &name);

private:
    Database &m_database;
};

} // namespace film::store
