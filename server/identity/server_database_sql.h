#pragma once

#include "server/identity/server_database.h"
#include "shared/domain/custom_role.h"
#include "shared/store/identity_repository.h"
#include "shared/store/server_storage_sql.h"

namespace film::server {

// The server's database over QtSql.
class ServerDatabaseSql final : public ServerDatabase
{
public:
    // `watch` is told of every statement; null: nobody.
    [[nodiscard]] static Result<std::unique_ptr<ServerDatabase>>
    open(const QString &address, store::StatementWatch *watch = nullptr);
    explicit ServerDatabaseSql(std::unique_ptr<store::ServerStorageSql> storage)
        : m_storage(std::move(storage))
    {}

    [[nodiscard]] sync::ServerStorage &storage() override { return *m_storage; }
    [[nodiscard]] store::Database &database() override { return m_storage->database(); }
    [[nodiscard]] bool isAlive() const override { return m_storage->database().isAlive(); }
    [[nodiscard]] Result<> beginEpoch(ProductionId production, EpochId current,
                                      const QString &reason, Instant now) override;
    [[nodiscard]] Result<JoinAnswer> join(const protocol::Join &join, Instant now) override;
    [[nodiscard]] Result<qint64> renew(ProductionId production, DeviceId device,
                                       const Hash32 &tokenHash, Instant now) override;

private:
    // The member the invite is for, and their device if it is one that was here before.
    struct Joining {
        ProductionId production;
        store::MemberRow member;
        std::optional<store::DeviceRow> device;
        QString customRole{};
        qint64 invitedMs = 0;
        bool isOwn = false; // for another computer of the member, who stays what they are
        bool isRefused = false;
    };
    [[nodiscard]] std::optional<CustomRole> customRoleOf(const Joining &joining, Instant now);
    [[nodiscard]] Result<Joining> joiningOf(const protocol::Join &join,
                                            const store::InviteRow &invite, Instant now);
    [[nodiscard]] Result<> keepMembership(Joining &joining, Instant now);
    [[nodiscard]] Result<bool> isOlderThanGrant(const Joining &joining);
    [[nodiscard]] Result<std::optional<store::DeviceRow>> deviceAgain(const protocol::Join &join,
                                                                      const Joining &joining);
    [[nodiscard]] Result<protocol::Joined> registerDevice(const protocol::Join &join, Instant now,
                                                          const Joining &joining);

    std::unique_ptr<store::ServerStorageSql> m_storage;
};

} // namespace film::server
