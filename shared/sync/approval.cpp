#include "shared/sync/approval.h"

#include <algorithm>

namespace film::sync {

namespace entry = film::schema::time_entry;

using protocol::Envelope;
using protocol::GroupChange;
using protocol::VersionedGroup;
using protocol::VersionedGroups;

namespace {

const VersionedGroup *approvalIn(const VersionedGroups &groups)
{
    const auto found = groups.find(entry::Approval);
    return found == groups.end() || found->second.fields.empty() ? nullptr : &found->second;
}

std::optional<ApprovalLevel> levelIn(const FieldMap &fields)
{
    const auto level = fields.find(entry::Level);
    if (level == fields.end() || !level->second.number())
        return std::nullopt;
    switch (*level->second.number()) {
    case qint64(ApprovalLevel::Department): return ApprovalLevel::Department;
    case qint64(ApprovalLevel::Coordinator): return ApprovalLevel::Coordinator;
    default: return std::nullopt;
    }
}

GroupChange changeOver(const VersionedGroups &stored)
{
    GroupChange change;
    if (const auto found = stored.find(entry::Approval); found != stored.end()) {
        change.base = found->second.version;
        change.pre = found->second.fields;
    }
    return change;
}

} // namespace

ApprovalLevel approvalOf(EntityType type, const RecordContent &now)
{
    const VersionedGroup *approval = approvalIn(now.groups);
    if (type != EntityType::TimeEntry || now.isGone() || !approval)
        return ApprovalLevel::None;
    const auto content = approval->fields.find(entry::Content);
    const Hash32 hash = guardHash(type, plainGroups(now.groups), schema::whole::Group);
    if (content == approval->fields.end() || !(content->second == FieldValue(hash.toByteArray())))
        return ApprovalLevel::None;
    return levelIn(approval->fields).value_or(ApprovalLevel::None);
}

bool hasStaleApproval(EntityType type, const RecordContent &now)
{
    return type == EntityType::TimeEntry && approvalIn(now.groups)
        && approvalOf(type, now) == ApprovalLevel::None;
}

bool isSubmitted(const GroupMap &day)
{
    const auto lifecycle = day.find(entry::Lifecycle);
    if (lifecycle == day.end())
        return false;
    const auto state = lifecycle->second.find(entry::State);
    return state != lifecycle->second.end()
        && state->second == FieldValue(qint64(DayState::Submitted));
}

GroupChange approvalChange(const VersionedGroups &stored, ApprovalLevel level,
                           const Hash32 &content)
{
    GroupChange change = changeOver(stored);
    change.set[entry::Level] = qint64(level);
    change.set[entry::Content] = content.toByteArray();
    return change;
}

GroupChange reopeningChange(const VersionedGroups &stored)
{
    GroupChange change = changeOver(stored);
    change.removed = {entry::Level, entry::Content};
    return change;
}

std::optional<ApprovalLevel> levelGivenBy(const Envelope &envelope)
{
    const auto change = envelope.groups.find(entry::Approval);
    if (envelope.operation != protocol::Operation::Approve || change == envelope.groups.end())
        return std::nullopt;
    const auto content = change->second.set.find(entry::Content);
    const bool isBound = content != change->second.set.end()
        && std::ranges::any_of(envelope.guards, [&](const protocol::Guard &guard) {
                             return guard.entity == envelope.entity
                                 && guard.group == schema::whole::Group
                                 && content->second == FieldValue(guard.hash.toByteArray());
                         });
    return isBound ? levelIn(change->second.set) : std::nullopt;
}

} // namespace film::sync
