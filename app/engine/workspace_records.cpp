#include "app/engine/workspace.h"
#include "shared/domain/field_reader.h"
#include "shared/domain/record_change.h"
#include "shared/domain/records.h"
#include "shared/sync/author.h"

namespace film::app {

using namespace Qt::StringLiterals;
using sync::ClientReplica;

namespace {

// A field that was emptied and one that never was say the same.
std::optional<FieldValue> recordField(const GroupMap &groups, quint32 group, quint32 field)
{
    const auto fields = groups.find(group);
    if (fields == groups.end())
        return std::nullopt;
    const auto value = fields->second.find(field);
    if (value == fields->second.end() || isCleared(value->second))
        return std::nullopt;
    return value->second;
}

bool isAsSeen(const GroupMap &stored, const GroupMap &seen, const GroupMap &changes)
{
    for (const auto &[group, fields] : changes) {
        for (const auto &[field, value] : fields) {
            if (recordField(stored, group, field) != recordField(seen, group, field))
                return false;
        }
    }
    return true;
}

// What a later version put into the record stays in it.
GroupMap laidOver(GroupMap stored, const GroupMap &changes)
{
    for (const auto &[group, fields] : changes) {
        FieldMap &target = stored[group]; // also where all of it goes: no fields, not as it was
        for (const auto &[field, value] : fields) {
            if (isCleared(value))
                target.erase(field);
            else
                target[field] = value;
        }
    }
    return stored;
}

} // namespace

Result<ClientReplica::Edit> Workspace::changeOfRecord(const RecordEdit &edit)
{
    const auto record = groupsOf(edit.id);
    if (!record)
        return fail(record.error());
    ClientReplica::Edit change;
    change.type = edit.type;
    change.entity = edit.id;
    if (edit.before.empty()) {
        if (*record)
            return fail(ErrorCode::AlreadyExists, u"there is such a record"_s);
        change.after = edit.after;
    } else {
        if (!*record)
            return fail(ErrorCode::NotFound, u"the record is not there any more"_s);
        change.before = sync::plainGroups(**record);
        const GroupMap changes = changedFields(edit.before, edit.after);
        if (!isAsSeen(change.before, edit.before, changes))
            return fail(ErrorCode::Conflict, u"the record was changed meanwhile"_s);
        if (edit.after.empty())
            change.operation = protocol::Operation::Delete;
        else
            change.after = laidOver(change.before, changes);
    }
    if (const Result<> fits =
            checkRecord(m_state.production, change.type, change.entity, change.after);
        !fits)
        return fail(fits.error());
    return change;
}

Result<std::vector<MutationId>> Workspace::editRecords(std::span<const RecordEdit> edits,
                                                       const QString &reason,
                                                       protocol::InputMethod input)
{
    if (!m_state.reachesAll(Action::EditProduction))
        return fail(ErrorCode::PermissionDenied, u"the record is not this person's to change"_s);
    std::vector<ClientReplica::Edit> changes;
    for (const RecordEdit &edit : edits) {
        auto change = changeOfRecord(edit);
        if (!change)
            return fail(change.error().during(u"saving records"_s));
        change->reason = reason;
        change->input = input;
        changes.push_back(std::move(*change));
    }
    auto saved = m_replica.save(changes, m_ids, m_clock.now());
    if (!saved)
        return fail(saved.error().during(u"saving records"_s));
    return saved;
}

} // namespace film::app
