#pragma once

#include "server/admin/admin_tasks.h"
#include "server/http/api_values.h"
#include "shared/store/identity_repository.h"

namespace film::server {

// What a member of a production does there by HTTP, from a program or from a page: the use cases
// with the member's permissions. What the member may not know of answers as what is not there.
class ProductionDesk
{
public:
    // A call that was admitted as a member's.
    explicit ProductionDesk(const ApiCall &call)
        : m_call(call)
        , m_tasks(call.desk.storage, call.now, actorOf(call))
    {}

    struct Member {
        store::MemberRow row;
        Role role = Role::Crew; // now, by the grant
        bool isActive = true;   // false for somebody who has ended
        std::optional<CustomRole> custom{};

        [[nodiscard]] Permissions permissions() const
        {
            return custom ? custom->permissions : Permissions(role);
        }
        // "coordinator", or the name that the production gave it.
        [[nodiscard]] QString roleText() const { return custom ? custom->name : roleName(role); }
        // Why they may, or may not: for whoever is asked "why can I not see this?".
        [[nodiscard]] QString why(Action action) const;
    };
    // All of them but the server itself.
    [[nodiscard]] Result<std::vector<Member>> members();
    // The same, for whoever is allowed to ask; nobody is asked here.
    [[nodiscard]] static Result<std::vector<Member>> membersOf(store::ServerStorageSql &storage,
                                                               ProductionId production);
    // NotFound
    [[nodiscard]] Result<Member> member(UserId user);
    // Those that the caller may see, but for the server's own.
    [[nodiscard]] Result<std::vector<store::DeviceRow>> devices();
    // One that the caller may sign out; NotFound for any other.
    [[nodiscard]] Result<store::DeviceRow> ownOrAnyDevice(DeviceId device);
    [[nodiscard]] Result<> signOut(DeviceId device);
    // The code. PermissionDenied for a role that the caller may not give. By names: an empty one is
    // nobody of the crew list, or the crew; InvalidInput for no role.
    [[nodiscard]] Result<QString> invite(const InviteWish &wish);
    [[nodiscard]] Result<QString> invite(const QString &person, const QString &role);
    [[nodiscard]] Result<> withdrawInvite(store::InviteId id)
    {
        return m_tasks.withdrawInvite(m_call.production, id);
    }
    // By its name. InvalidInput for none, PermissionDenied for one that holds more than the caller.
    [[nodiscard]] Result<> giveRole(UserId user, const QString &role);
    [[nodiscard]] Result<AdminTasks::GivenRole> roleNamed(const QString &name)
    {
        return m_tasks.roleNamed(m_call.production, name);
    }
    [[nodiscard]] Result<std::vector<CustomRole>> customRoles()
    {
        return m_tasks.customRoles(m_call.production);
    }
    // PermissionDenied for one that holds more than the caller.
    [[nodiscard]] Result<> defineRole(const CustomRole &role);
    [[nodiscard]] Result<> removeRole(const QString &name)
    {
        return m_tasks.removeRole(m_call.production, name);
    }
    [[nodiscard]] Result<> endMember(UserId user)
    {
        return m_tasks.endMember(m_call.production, user);
    }
    [[nodiscard]] Result<bool> isLastAdministrator(UserId user)
    {
        return m_tasks.isLastAdministrator(m_call.production, user);
    }

private:
    [[nodiscard]] store::IdentityRepository identities()
    {
        return store::IdentityRepository(m_call.desk.storage.database());
    }
    [[nodiscard]] Result<UserId> systemUser();

    const ApiCall &m_call;
    AdminTasks m_tasks;
};

} // namespace film::server
