#include "shared/sync/record_content.h"

#include "shared/sync/approval.h"
#include "shared/sync/toys.h"

#include <algorithm>

namespace film::sync {

namespace whole = film::schema::whole;

using protocol::Envelope;
using protocol::GroupChange;
using protocol::VersionedGroup;
using protocol::VersionedGroups;

namespace {

const VersionedGroup *find(const VersionedGroups &groups, quint32 group)
{
    const auto found = groups.find(group);
    return found == groups.end() ? nullptr : &found->second;
}

bool saysDeleted(const FieldMap &fields)
{
    const auto deleted = fields.find(whole::Deleted);
    return deleted != fields.end() && deleted->second == FieldValue(1);
}

std::optional<Hash32> contentIn(const FieldMap &fields)
{
    const auto content = fields.find(whole::Content);
    if (content == fields.end() || !content->second.bytes())
        return std::nullopt;
    return Hash32::fromBytes(*content->second.bytes());
}

// Deletion and change are about the same record: whoever comes second must have seen the first.
bool existenceClashes(const RecordContent &now, const Existence &wanted)
{
    if (!now.exists)
        return wanted.wasDeleted;
    const auto isAsSeen = [&] {
        return wanted.content && *wanted.content == contentHash(plainGroups(now.groups));
    };
    if (now.deleted)
        return !wanted.wasDeleted || !isAsSeen();
    if (toy(31) && wanted.willBeDeleted)
        return false;
    return wanted.willBeDeleted && (wanted.wasDeleted || !isAsSeen());
}

// An approval is about the other groups, and its guard says which content it means: two people
// who approve the same do not clash.
bool isBoundToContent(const Envelope &envelope, quint32 group)
{
    return envelope.operation == protocol::Operation::Approve
        && envelope.type == EntityType::TimeEntry && group == schema::time_entry::Approval;
}

} // namespace

Fit fitOf(const VersionedGroup *current, const GroupChange &change)
{
    const FieldMap nothing;
    const FieldMap &now = current ? current->fields : nothing;
    const bool sameVersion = current && change.base == current->version;
    // Equal values count as much as equal versions: a repeat of the same value by somebody else
    // must not break the author's next edit.
    if (toy(1) || sameVersion || now == change.pre)
        return Fit::Fits;
    return now == changed(change.pre, change) ? Fit::Converged : Fit::Clash;
}

FieldMap changed(const FieldMap &fields, const GroupChange &change)
{
    FieldMap result = fields;
    for (const auto &[field, value] : change.set)
        result[field] = value;
    for (const quint32 field : change.removed)
        result.erase(field);
    return result;
}

Hash32 contentHash(const GroupMap &groups)
{
    return sha256(protocol::encodeContent(groups));
}

Hash32 guardHash(EntityType type, const GroupMap &groups, quint32 group)
{
    if (group != whole::Group) {
        const auto found = groups.find(group);
        return sha256(protocol::encodeFields(found == groups.end() ? FieldMap() : found->second));
    }
    if (type != EntityType::TimeEntry)
        return contentHash(groups);
    GroupMap rest = groups;
    rest.erase(schema::time_entry::Approval);
    return contentHash(rest);
}

bool holds(const protocol::Guard &guard, EntityType type, const RecordContent &now)
{
    return !now.isGone() && guard.hash == guardHash(type, plainGroups(now.groups), guard.group);
}

Existence existenceIn(const Envelope &envelope)
{
    const auto change = envelope.groups.find(whole::Group);
    if (change == envelope.groups.end())
        return {};
    return {saysDeleted(change->second.pre),
            saysDeleted(changed(change->second.pre, change->second)),
            contentIn(change->second.pre)};
}

GroupChange existenceChange(const GroupMap &seen, bool wasDeleted, bool willBeDeleted)
{
    GroupChange change;
    change.pre[whole::Content] = contentHash(seen).toByteArray();
    if (wasDeleted)
        change.pre[whole::Deleted] = 1;
    if (willBeDeleted && !wasDeleted)
        change.set[whole::Deleted] = 1;
    if (wasDeleted && !willBeDeleted)
        change.removed = {whole::Deleted};
    return change;
}

bool isExistenceChange(const GroupChange &change)
{
    const auto isKnown = [](const auto &field) {
        return (field.first == whole::Content && field.second.bytes()
                && field.second.bytes()->size() == qsizetype(sizeof(Hash32)))
            || (field.first == whole::Deleted && field.second == FieldValue(1));
    };
    return !change.base && change.pre.contains(whole::Content)
        && std::ranges::all_of(change.pre, isKnown) && std::ranges::all_of(change.set, isKnown)
        && !change.set.contains(whole::Content)
        && std::ranges::all_of(change.removed,
                               [](quint32 field) { return field == whole::Deleted; });
}

std::vector<quint32> clashesOf(const RecordContent &now, const Envelope &envelope)
{
    const Existence wanted = existenceIn(envelope);
    if (now.isGone() && wanted.willBeDeleted)
        return {}; // as wanted, whoever did it
    std::vector<quint32> clashes;
    if (existenceClashes(now, wanted))
        clashes.push_back(whole::Group);
    for (const auto &[group, change] : envelope.groups) {
        if (group == whole::Group || isBoundToContent(envelope, group))
            continue;
        if (fitOf(find(now.groups, group), change) == Fit::Clash)
            clashes.push_back(group);
    }
    return clashes;
}

bool layOver(RecordContent &content, const Envelope &envelope)
{
    const bool willBeDeleted = existenceIn(envelope).willBeDeleted;
    if (content.isGone() && willBeDeleted)
        return false;
    bool changedSomething = content.deleted != willBeDeleted;
    content.deleted = willBeDeleted;
    for (const auto &[group, change] : envelope.groups) {
        const bool isGivenAlready = isBoundToContent(envelope, group)
            && approvalOf(envelope.type, content) >= levelGivenBy(envelope);
        if (group == whole::Group || isGivenAlready)
            continue;
        const VersionedGroup *now = find(content.groups, group);
        if (!isBoundToContent(envelope, group) && fitOf(now, change) == Fit::Converged)
            continue;
        const FieldMap before = now ? now->fields : FieldMap();
        FieldMap after = changed(before, change);
        if (after == before)
            continue; // only said again
        content.groups[group] = {envelope.mutation, std::move(after)};
        changedSomething = true;
    }
    content.exists = content.exists || changedSomething;
    return changedSomething;
}

GroupMap plainGroups(const VersionedGroups &groups)
{
    GroupMap plain;
    for (const auto &[group, versioned] : groups)
        plain[group] = versioned.fields;
    return plain;
}

} // namespace film::sync
