#pragma once

#include "shared/domain/permissions.h"
#include "shared/store/server_storage_sql.h"

namespace film::server {

// Who somebody is in a production.
struct Membership {
    UserId user;
    Role role = Role::Crew;
    PersonId person;         // null for somebody who is not on the crew list
    DepartmentId department; // of a head of department

    [[nodiscard]] Permissions permissions() const { return Permissions(role); }
};

// By the grant, as for a device (shared/sync/grants.h): what the log says now, not what the member
// was when the account was linked. Nothing for whoever is no member, or not any more.
[[nodiscard]] Result<std::optional<Membership>> membershipOf(store::ServerStorageSql &storage,
                                                             ProductionId production, UserId user);

} // namespace film::server
