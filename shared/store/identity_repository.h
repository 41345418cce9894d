#pragma once

#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/domain/roles.h"
#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

#include <vector>

namespace film::store {

// Whom an invite is for, and what a member is.
struct MemberRow {
    UserId user; // null in an invite, unless it is for another computer of a member
    Role role = Role::Crew;
    PersonId person;         // null for somebody who is not on the crew list
    DepartmentId department; // of a head of department
    QString name;
};

using InviteId = Id<struct InviteTag>;

struct InviteRow {
    ProductionId production;
    Hash32 codeHash;
    MemberRow whom;
    qint64 createdMs = 0; // written by addInvite()
    qint64 expiresMs = 0;
    std::optional<qint64> usedMs;
    QString customRole; // that the production made; whom.role is the nearest of the fixed ones

    // Names it to whoever lists them, and is not the hash that the database finds a code by.
    [[nodiscard]] InviteId id() const;
    [[nodiscard]] QString roleText() const
    {
        return customRole.isEmpty() ? roleName(whom.role) : customRole;
    }
};

struct DeviceRow {
    DeviceId device;
    UserId user;
    QString name;
    protocol::PublicKey key{};
    quint64 certificate = 0;
    qint64 certificateEndsMs = 0;
    Hash32 tokenHash;
    bool revoked = false;
};

enum class InviteProblem { Unknown, Used, Expired };

// Who may connect: invites, members, devices.
class IdentityRepository
{
public:
    explicit IdentityRepository(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> addInvite(const InviteRow &invite, Instant now);
    [[nodiscard]] Result<std::vector<InviteRow>> invites(ProductionId production);
    // Takes back one that nobody has used, and says what it was; nothing if there is none.
    [[nodiscard]] Result<std::optional<InviteRow>> withdrawInvite(ProductionId production,
                                                                  InviteId id);
    // Marks it used, in one statement: of two devices with one code, one gets it.
    [[nodiscard]] Result<tl::expected<InviteRow, InviteProblem>> consumeInvite(Hash32 codeHash,
                                                                               Instant now);

    [[nodiscard]] Result<> addMember(ProductionId production, const MemberRow &member);
    // The member who is this person; nothing if nobody is.
    [[nodiscard]] Result<std::optional<MemberRow>> memberForPerson(ProductionId production,
                                                                   PersonId person);
    [[nodiscard]] Result<std::vector<MemberRow>> members(ProductionId production);
    [[nodiscard]] Result<std::optional<MemberRow>> member(ProductionId production, UserId user);
    [[nodiscard]] Result<> addDevice(ProductionId production, const DeviceRow &device, Instant now);
    // The device of this key, if it is still welcome.
    [[nodiscard]] Result<std::optional<DeviceRow>> deviceOfKey(ProductionId production,
                                                               const protocol::PublicKey &key);
    // A later end of its certificate. NotFound if the device was revoked or has another token.
    [[nodiscard]] Result<> prolongDevice(ProductionId production, DeviceId device,
                                         const Hash32 &tokenHash, qint64 endsMs);
    // A new name, certificate and token for a device that is there; the old token is gone.
    // NotFound if it is not there or not welcome any more.
    [[nodiscard]] Result<> renewDevice(ProductionId production, const DeviceRow &device);
    [[nodiscard]] Result<std::vector<DeviceRow>> devices(ProductionId production);
    [[nodiscard]] Result<bool> revokeDevice(ProductionId production, DeviceId device);

private:
    Database &m_database;
};

} // namespace film::store
