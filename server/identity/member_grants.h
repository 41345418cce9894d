#pragma once

#include "shared/domain/crew.h"
#include "shared/store/identity_repository.h"
#include "shared/store/server_storage_sql.h"

#include <functional>

namespace film::server {

// Changes a member's grant in the log; what the member may see and do follows from it at once, on
// every server. Starts from the grant there is, else from the member as registered.
using GrantChange = std::function<void(Grant &)>;
[[nodiscard]] Result<> changeGrant(store::ServerStorageSql &storage, ProductionId production,
                                   UserId user, const GrantChange &change, Instant now);

// The same of what is no member: a role of the production's own.
[[nodiscard]] Result<> writeGrant(store::ServerStorageSql &storage, ProductionId production,
                                  const Grant &grant, Instant now);

// After an invite was used up: the member has what the invite said, and is on the production.
[[nodiscard]] Result<> grantInvited(store::ServerStorageSql &storage, ProductionId production,
                                    const store::MemberRow &member,
                                    const std::optional<CustomRole> &custom, Instant now);

// For members who joined before there were grants, or while the log could not be written.
[[nodiscard]] Result<> grantMissing(store::ServerStorageSql &storage, Instant now);

} // namespace film::server
