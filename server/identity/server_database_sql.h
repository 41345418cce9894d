#pragma once

#include "server/identity/server_database.h"
#include "shared/store/server_storage_sql.h"

namespace film::server {

// The server's database over QtSql.
class ServerDatabaseSql final : public ServerDatabase
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ServerDatabase>> open(const QString &address);
    explicit ServerDatabaseSql(std::unique_ptr<store::ServerStorageSql> storage)
        : m_storage(std::move(storage))
    {}

    [[nodiscard]] sync::ServerStorage &storage() override { return *m_storage; }
    [[nodiscard]] bool isAlive() const override { return m_storage->database().isAlive(); }
    [[nodiscard]] Result<JoinAnswer> join(const protocol::Join &join, Instant now) override;

private:
    [[nodiscard]] Result<protocol::Joined> registerDevice(const protocol::Join &join, Instant now,
                                                          ProductionId production, UserId user);

    std::unique_ptr<store::ServerStorageSql> m_storage;
};

} // namespace film::server
