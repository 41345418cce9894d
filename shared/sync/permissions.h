#pragma once

#include "shared/sync/server_storage.h"

namespace film::sync {

// Whether the author may write such a record now. `owner` and `department` are whose record it
// is; null for records that belong to nobody. A change that may not be written is kept for the
// coordinator (Held), never refused: its author cannot prove when it was made.
[[nodiscard]] bool mayWrite(const DeviceRecord &author, EntityType type, PersonId owner,
                            DepartmentId department);

} // namespace film::sync
