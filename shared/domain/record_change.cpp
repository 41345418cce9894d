#include "shared/domain/record_change.h"

#include "shared/domain/field_reader.h"
#include "shared/domain/schema.h"

namespace film {

namespace {

FieldMap changedIn(const FieldMap &before, const FieldMap &after)
{
    FieldMap changed;
    for (const auto &[field, value] : after) {
        const auto old = before.find(field);
        if (old == before.end() ? !isCleared(value) : !(old->second == value))
            changed[field] = value;
    }
    for (const auto &[field, value] : before) {
        if (!after.contains(field) && !isCleared(value))
            changed[field] = FieldValue::List{};
    }
    return changed;
}

const FieldMap &groupOf(const GroupMap &groups, quint32 number)
{
    static const FieldMap nothing;
    const auto found = groups.find(number);
    return found == groups.end() ? nothing : found->second;
}

void addInstant(FieldMap &times, quint32 field, const TimeField &time, const WorkDay &day,
                const QTimeZone &zone)
{
    if (!time.isKnown())
        return;
    if (const std::optional<Instant> instant = toInstant(day.key.date, time.time(), zone))
        times[field] = msSinceEpoch(*instant);
}

} // namespace

GroupMap changedFields(const GroupMap &before, const GroupMap &after)
{
    GroupMap changes;
    const auto add = [&](quint32 number) {
        FieldMap changed = changedIn(groupOf(before, number), groupOf(after, number));
        if (!changed.empty())
            changes[number] = std::move(changed);
    };
    for (const auto &[number, fields] : after)
        add(number);
    for (const auto &[number, fields] : before) {
        if (!after.contains(number))
            add(number);
    }
    return changes;
}

void addInstants(GroupMap &groups, const WorkDay &day, const QTimeZone &zone)
{
    using namespace schema::time_entry;
    if (!day.call.isKnown() && !day.wrap.isKnown())
        return;
    addInstant(groups[Times], CallUtcMs, day.call, day, zone);
    addInstant(groups[Times], WrapUtcMs, day.wrap, day, zone);
}

} // namespace film
