#pragma once

#include "shared/domain/field_value.h"
#include "shared/domain/zone_time.h"

namespace film {

// The fields to say so that `before` becomes `after`. A field that is no longer there is said as
// cleared, an empty list, because a change can only add values to a group.
[[nodiscard]] GroupMap changedFields(const GroupMap &before, const GroupMap &after);

// Adds what the call and the wrap resolve to in the zone, as they are known, to the fields of
// the day: reports and views count with them.
void addInstants(GroupMap &groups, const WorkDay &day, const QTimeZone &zone);

} // namespace film
