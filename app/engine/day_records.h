#pragma once

#include "shared/domain/field_value.h"
#include "shared/domain/work_day.h"
#include "shared/protocol/envelope.h"

#include <optional>
#include <vector>

namespace film::app {

// Between a work day and the groups it is stored in.

// As it is written: with the instants that call and wrap resolve to where the zone is known.
[[nodiscard]] GroupMap storedGroups(const WorkDay &day);

// What an edit says, starting from what is stored. Groups and fields that this version does not
// know stay as they are.
struct DayGroups {
    GroupMap before;
    GroupMap after;
};
[[nodiscard]] DayGroups groupsOfEdit(const WorkDay &before, const WorkDay &after,
                                     const std::optional<GroupMap> &stored);
// What a later version keeps beside what this one knows of a record stays there.
[[nodiscard]] GroupMap withKnownReplaced(GroupMap stored, const GroupMap &known,
                                         const GroupMap &wanted);

// The record as its author wanted it: what they saw, with their change.
[[nodiscard]] GroupMap groupsBefore(const protocol::Envelope &envelope);
[[nodiscard]] GroupMap groupsAfter(const protocol::Envelope &envelope);

// The day in the groups, as far as they say; groups that are missing come from `rest`.
[[nodiscard]] std::optional<WorkDay> dayIn(GroupMap groups, const GroupMap &rest = {});

// The day in what is stored, which a later version may have written: a group that this version
// cannot read is left out of the day and named.
struct DayRead {
    WorkDay day;
    std::vector<quint32> unread;
};
[[nodiscard]] std::optional<DayRead> readDay(const GroupMap &groups);

} // namespace film::app
