#include "shared/sync/decide.h"

namespace film::sync {

namespace conflict = film::schema::conflict;

namespace {

template<typename IdType>
std::optional<IdType> idIn(const FieldValue &value)
{
    return value.bytes() ? IdType::fromBytes(*value.bytes()) : std::nullopt;
}

const FieldValue *find(const GroupMap &groups, quint32 group, quint32 field)
{
    const auto fields = groups.find(group);
    if (fields == groups.end())
        return nullptr;
    const auto value = fields->second.find(field);
    return value == fields->second.end() ? nullptr : &value->second;
}

std::optional<ConflictCandidate> candidateIn(const FieldValue &value)
{
    const FieldValue::List *list = value.list();
    if (!list || list->size() != 6)
        return std::nullopt;
    const FieldValue::List &parts = *list;
    const auto mutation = idIn<MutationId>(parts[0]);
    const auto author = idIn<UserId>(parts[1]);
    const auto device = idIn<DeviceId>(parts[2]);
    if (!mutation || !author || !device || !parts[3].number() || !parts[4].number()
        || !parts[5].bytes())
        return std::nullopt;
    return ConflictCandidate{*mutation,          *author,          *device, *parts[3].number(),
                             *parts[4].number(), *parts[5].bytes()};
}

FieldValue valueOf(const ConflictCandidate &candidate)
{
    return FieldValue::List{candidate.mutation.toByteArray(),
                            candidate.author.toByteArray(),
                            candidate.device.toByteArray(),
                            candidate.wallMs,
                            candidate.receivedMs,
                            candidate.envelope};
}

void readResolution(const GroupMap &groups, ConflictRecord &record)
{
    const FieldValue *state = find(groups, conflict::Resolution, conflict::State);
    if (state && state->number() && *state->number() == qint64(ConflictState::Resolved))
        record.state = ConflictState::Resolved;
    if (const FieldValue *resolver = find(groups, conflict::Resolution, conflict::Resolver))
        record.resolver = idIn<UserId>(*resolver).value_or(UserId());
    if (const FieldValue *mutation = find(groups, conflict::Resolution, conflict::Mutation))
        record.resolution = idIn<MutationId>(*mutation).value_or(MutationId());
}

} // namespace

ConflictId conflictIdOf(ProductionId production, EntityId target)
{
    return idFromHash<ConflictId>(
        sha256({QByteArrayView("cf1"), production.view(), target.view()}));
}

std::optional<ConflictRecord> conflictFromGroups(const GroupMap &groups)
{
    const FieldValue *target = find(groups, conflict::Main, conflict::Target);
    const FieldValue *type = find(groups, conflict::Main, conflict::TargetType);
    const FieldValue *kind = find(groups, conflict::Main, conflict::Kind);
    if (!target || !idIn<EntityId>(*target) || !type || !type->number() || !kind || !kind->number())
        return std::nullopt;

    ConflictRecord record;
    record.target = *idIn<EntityId>(*target);
    record.targetType = static_cast<EntityType>(*type->number());
    record.kind = static_cast<ConflictKind>(*kind->number());
    if (const FieldValue *list = find(groups, conflict::Main, conflict::Groups);
        list && list->list()) {
        for (const FieldValue &group : *list->list()) {
            if (group.number())
                record.groups.push_back(static_cast<quint32>(*group.number()));
        }
    }
    if (const FieldValue *items = find(groups, conflict::Candidates, conflict::Items);
        items && items->list()) {
        for (const FieldValue &item : *items->list()) {
            if (auto candidate = candidateIn(item))
                record.candidates.push_back(std::move(*candidate));
        }
    }
    readResolution(groups, record);
    return record;
}

GroupMap toGroups(const ConflictRecord &record)
{
    FieldValue::List clashing;
    for (const quint32 group : record.groups)
        clashing.emplace_back(qint64(group));
    FieldValue::List items;
    for (const ConflictCandidate &candidate : record.candidates)
        items.push_back(valueOf(candidate));

    GroupMap groups;
    groups[conflict::Main] = {{conflict::Target, record.target.toByteArray()},
                              {conflict::TargetType, qint64(record.targetType)},
                              {conflict::Groups, clashing},
                              {conflict::Kind, qint64(record.kind)}};
    groups[conflict::Candidates] = {{conflict::Items, items}};
    groups[conflict::Resolution] = {{conflict::State, qint64(record.state)}};
    if (record.state == ConflictState::Resolved) {
        groups[conflict::Resolution][conflict::Resolver] = record.resolver.toByteArray();
        groups[conflict::Resolution][conflict::Mutation] = record.resolution.toByteArray();
    }
    return groups;
}

} // namespace film::sync
