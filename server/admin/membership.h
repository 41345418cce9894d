#pragma once

#include "shared/domain/custom_role.h"
#include "shared/store/server_storage_sql.h"

#include <set>

namespace film::server {

// Who somebody is in a production.
struct Membership {
    UserId user;
    Role role = Role::Crew;
    PersonId person;                    // null for somebody who is not on the crew list
    DepartmentId department;            // of a head of department
    std::optional<CustomRole> custom{}; // `role` is the nearest of the fixed ones

    [[nodiscard]] Permissions permissions() const
    {
        return custom ? custom->permissions : Permissions(role);
    }
    // "coordinator", or the name that the production gave it.
    [[nodiscard]] QString roleText() const
    {
        return custom && !custom->name.isEmpty() ? custom->name : roleName(role);
    }
};

// By the grant, as for a device (shared/sync/grants.h): what the log says now, not what the member
// was when the account was linked. Nothing for whoever is no member, or not any more.
[[nodiscard]] Result<std::optional<Membership>> membershipOf(store::ServerStorageSql &storage,
                                                             ProductionId production, UserId user);

// Whose data that member is not shown, because its processing is restricted: of everybody but
// themselves, unless they manage privacy.
[[nodiscard]] Result<std::set<PersonId>>
hiddenFrom(store::ServerStorageSql &storage, ProductionId production, const Membership &member);

} // namespace film::server
