#pragma once

#include "shared/domain/deputy.h"
#include "shared/domain/work_day.h"
#include "shared/sync/server_storage.h"

namespace film::sync {

// Whether the author may write such a record now. `owner` and `department` are whose record it
// is; null for records that belong to nobody. A change that may not be written is kept for the
// coordinator (Held), never refused: its author cannot prove when it was made.
[[nodiscard]] bool mayWrite(const DeviceRecord &author, EntityType type, PersonId owner,
                            DepartmentId department);

// Whether the author may give an approval of that level, or take it away.
[[nodiscard]] bool mayApprove(const DeviceRecord &author, ApprovalLevel level,
                              DepartmentId department);

// Whether the author may let the user of that grant approve in their place, or take it back: of
// their own department, for some weeks, and only what is theirs to give.
[[nodiscard]] bool mayDelegate(const DeviceRecord &author, UserId to,
                               const std::optional<Deputy> &before,
                               const std::optional<Deputy> &after, Instant now);

} // namespace film::sync
