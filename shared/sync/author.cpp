#include "shared/sync/author.h"

#include <algorithm>

namespace film::sync {

using protocol::GroupChange;
using protocol::VersionedGroup;
using protocol::VersionedGroups;

namespace {

const FieldMap &fieldsOf(const GroupMap &groups, quint32 group)
{
    static const FieldMap none;
    const auto found = groups.find(group);
    return found == groups.end() ? none : found->second;
}

GroupChange changeOf(const FieldMap &before, const FieldMap &after, const VersionedGroup *current)
{
    GroupChange change;
    change.pre = before;
    for (const auto &[field, value] : after) {
        const auto old = before.find(field);
        if (old == before.end() || !(old->second == value))
            change.set[field] = value;
    }
    for (const auto &[field, value] : before) {
        if (!after.contains(field))
            change.removed.push_back(field);
    }
    if (current && current->fields == before)
        change.base = current->version;
    return change;
}

// 48 bits of milliseconds, 16 of a counter: never behind the wall clock, never going back.
quint64 nextHybridClock(quint64 last, Instant now)
{
    const quint64 wall = static_cast<quint64>(std::max<qint64>(msSinceEpoch(now), 0)) << 16;
    return std::max(last + 1, wall);
}

} // namespace

std::map<quint32, GroupChange> changesBetween(const GroupMap &before, const GroupMap &after,
                                              const VersionedGroups &current)
{
    std::map<quint32, GroupChange> changes;
    for (const auto &[group, wanted] : after) {
        const FieldMap &seen = fieldsOf(before, group);
        if (seen == wanted)
            continue;
        const auto stored = current.find(group);
        changes[group] =
            changeOf(seen, wanted, stored == current.end() ? nullptr : &stored->second);
    }
    return changes;
}

GroupChange unchanged(const GroupMap &seen, quint32 group, const VersionedGroups &current)
{
    const auto stored = current.find(group);
    const FieldMap &fields = fieldsOf(seen, group);
    return changeOf(fields, fields, stored == current.end() ? nullptr : &stored->second);
}

SealedEnvelope seal(const EnvelopeDraft &draft, AuthorState &author, UuidSource &ids, Instant now)
{
    author.hybridClock = nextHybridClock(author.hybridClock, now);
    SealedEnvelope sealed;
    protocol::Envelope &envelope = sealed.envelope;
    envelope.mutation = ids.next<MutationId>(now);
    envelope.production = author.production;
    envelope.device = author.device;
    envelope.stream = author.stream;
    envelope.sequence = ++author.streamSequence;
    envelope.previous = author.lastHash;
    envelope.author = author.user;
    envelope.certificate = author.certificate;
    envelope.type = draft.type;
    envelope.entity = draft.entity;
    envelope.operation = draft.operation;
    envelope.groups = draft.groups;
    envelope.baseSequence = author.cursor;
    envelope.epoch = author.epoch;
    envelope.hybridClock = author.hybridClock;
    envelope.wallMs = msSinceEpoch(now);
    envelope.reason = draft.reason.left(500);
    envelope.input = draft.input;
    envelope.resolves = draft.resolves;
    envelope.guards = draft.guards;
    envelope.atom = draft.atom;

    sealed.bytes = protocol::encodeEnvelope(envelope);
    sealed.hash = sha256(sealed.bytes);
    author.lastHash = sealed.hash;
    return sealed;
}

} // namespace film::sync
