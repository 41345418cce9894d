#pragma once

#include "server/admin/admin_tasks.h"
#include "shared/store/privacy_repository.h"

#include <vector>

namespace film::server {

struct RetentionDone {
    store::RetainedKind kind = store::RetainedKind::InviteNames;
    int days = 0;
    int rows = 0; // that were erased, or would be
};

// Erases what is older than the policies say, each kind in the same transaction as a row about it
// in the chain of the server's acts; or only counts. Kinds without a policy are not in the answer,
// and nothing of a production on legal hold is touched.
[[nodiscard]] Result<std::vector<RetentionDone>>
runRetention(store::ServerStorageSql &storage, const Actor &by, Instant now, bool isDryRun);

} // namespace film::server
