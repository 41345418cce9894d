#include "app/engine/day_records.h"

#include "shared/domain/record_change.h"
#include "shared/domain/records.h"
#include "shared/sync/decide.h"

namespace film::app {

GroupMap storedGroups(const WorkDay &day)
{
    GroupMap groups = toGroups(day);
    if (const QTimeZone zone = zoneFor(day.zone); zone.isValid())
        addInstants(groups, day, zone);
    return groups;
}

DayGroups groupsOfEdit(const WorkDay &before, const WorkDay &after,
                       const std::optional<GroupMap> &stored)
{
    const GroupMap wanted = storedGroups(after);
    const GroupMap known = storedGroups(before);
    // What the person saw may have been deleted meanwhile: that is for both of them to look at.
    if (!stored)
        return {before.isBlank() ? GroupMap() : known, wanted};
    const std::optional<DayRead> now = readDay(*stored);
    const bool sawWhatIsStored = now && now->day == before;

    DayGroups edit;
    edit.before = sawWhatIsStored ? *stored : known;
    edit.after = withKnownReplaced(edit.before, known, wanted);
    return edit;
}

GroupMap withKnownReplaced(GroupMap stored, const GroupMap &known, const GroupMap &wanted)
{
    for (const auto &[group, fields] : known) {
        for (const auto &[field, value] : fields)
            stored[group].erase(field);
    }
    for (const auto &[group, fields] : wanted) {
        for (const auto &[field, value] : fields)
            stored[group][field] = value;
    }
    return stored;
}

GroupMap groupsBefore(const protocol::Envelope &envelope)
{
    GroupMap groups;
    for (const auto &[group, change] : envelope.groups)
        groups[group] = change.pre;
    return groups;
}

GroupMap groupsAfter(const protocol::Envelope &envelope)
{
    GroupMap groups;
    for (const auto &[group, change] : envelope.groups)
        groups[group] = sync::changed(change.pre, change);
    return groups;
}

std::optional<WorkDay> dayIn(GroupMap groups, const GroupMap &rest)
{
    for (const auto &[group, fields] : rest)
        groups.try_emplace(group, fields);
    // A change says again whose day it is; what its author saw of that is left out.
    if (const auto identity = rest.find(schema::time_entry::Identity); identity != rest.end())
        groups[schema::time_entry::Identity] = identity->second;
    Result<WorkDay> day = workDayFromGroups(groups);
    return day ? std::optional(std::move(*day)) : std::nullopt;
}

std::optional<DayRead> readDay(const GroupMap &groups)
{
    if (auto whole = dayIn(groups))
        return DayRead{std::move(*whole), {}};
    const auto identity = groups.find(schema::time_entry::Identity);
    if (identity == groups.end())
        return std::nullopt;
    DayRead read;
    GroupMap readable;
    for (const auto &[group, fields] : groups) {
        if (dayIn({*identity, {group, fields}}))
            readable[group] = fields;
        else
            read.unread.push_back(group);
    }
    auto day = dayIn(readable);
    if (!day)
        return std::nullopt;
    read.day = std::move(*day);
    return read;
}

} // namespace film::app
