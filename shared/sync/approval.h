#pragma once

#include "shared/domain/work_day.h"
#include "shared/sync/record_content.h"

namespace film::sync {

// An approval is a group of the day that names the content it is about. It counts for exactly
// that: for a day that says anything else there is none.

[[nodiscard]] ApprovalLevel approvalOf(EntityType type, const RecordContent &now);
// Whether some approval stands in the record that does not count any more.
[[nodiscard]] bool hasStaleApproval(EntityType type, const RecordContent &now);
[[nodiscard]] bool isSubmitted(const GroupMap &day);

// What an approval sets and a reopening takes away, over the group as it is stored.
[[nodiscard]] protocol::GroupChange approvalChange(const protocol::VersionedGroups &stored,
                                                   ApprovalLevel level, const Hash32 &content);
[[nodiscard]] protocol::GroupChange reopeningChange(const protocol::VersionedGroups &stored);

// The level that an approval gives; nothing if it is not one, or is not bound to the content of
// its day by a guard of its own.
[[nodiscard]] std::optional<ApprovalLevel> levelGivenBy(const protocol::Envelope &envelope);

} // namespace film::sync
