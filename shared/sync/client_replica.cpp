#include "shared/sync/client_replica.h"

#include "shared/domain/approved_week.h"
#include "shared/domain/records.h"
#include "shared/protocol/cbor_reader.h"
#include "shared/protocol/limits.h"
#include "shared/sync/approval.h"
#include "shared/sync/decide.h"
#include "shared/sync/snapshot_place.h"
#include "shared/sync/toys.h"
#include "shared/sync/visibility.h"

#include <algorithm>
#include <limits>

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::EntityState;
using protocol::HistoryPoint;
using protocol::Outcome;
using protocol::VersionedGroups;

namespace {

constexpr size_t checkpointsMax = 32; // as many as a HELLO carries
// A snapshot that takes away more than this is not believed without a signature: an empty or a
// wrong server looks like "everything was deleted".
constexpr quint64 removalMax = 20;

AuthorState authorOf(const ClientMeta &meta)
{
    AuthorState author;
    author.production = meta.production;
    author.device = meta.device;
    author.user = meta.user;
    author.certificate = meta.certificate;
    author.stream = meta.stream;
    author.streamSequence = meta.streamSequence;
    author.lastHash = meta.lastHash;
    author.cursor = meta.cursor;
    author.epoch = meta.epoch;
    return author;
}

// Whether the change still counts towards what the person sees.
bool isFolded(const OutboxRow &row)
{
    if (row.status == OutboxRow::Status::Pending)
        return true;
    return row.outcome == Outcome::Applied || row.outcome == Outcome::Converged
        || row.outcome == Outcome::Resolved;
}

// More than what an envelope has beside its groups and its reason.
constexpr qsizetype envelopeFrameBytes = 320;

bool belongTogether(const OutboxRow &one, const OutboxRow &next)
{
    if (one.stream != next.stream || one.sequence + 1 != next.sequence)
        return false;
    const auto first = protocol::decodeEnvelope(one.envelope);
    const auto second = protocol::decodeEnvelope(next.envelope);
    return first && second && first->atom && second->atom && first->atom->id == second->atom->id;
}

// Before the atom that a cut at `count` would take apart, or behind it if there is nothing before.
size_t cutBetweenAtoms(const std::vector<OutboxRow> &rows, size_t count)
{
    const auto isInside = [&rows](size_t at) {
        return at > 0 && at < rows.size() && belongTogether(rows[at - 1], rows[at]);
    };
    size_t before = count;
    while (isInside(before))
        --before;
    if (before > 0)
        return before;
    while (isInside(count))
        ++count;
    return count;
}

// Whether something is not covered any more that was covered before.
bool isLess(std::span<const QByteArray> scope, std::span<const QByteArray> before)
{
    const auto isNewException = [before](const QByteArray &entry) {
        return exceptionIn(entry) && std::ranges::find(before, entry) == before.end();
    };
    if (std::ranges::any_of(scope, isNewException))
        return true;
    return std::ranges::any_of(before, [scope](const QByteArray &entry) {
        const auto cell = protocol::Cell::fromBytes(entry);
        return !exceptionIn(entry) && (!cell || !covers(scope, *cell));
    });
}

// Guards on other records are left to the server.
bool guardsOwnRecord(const protocol::Envelope &envelope, const RecordContent &content)
{
    return std::ranges::all_of(envelope.guards, [&](const protocol::Guard &guard) {
        return guard.entity != envelope.entity || holds(guard, envelope.type, content);
    });
}

// A record that was deleted and is entered anew begins with nothing of what it held.
GroupMap onlyThese(GroupMap wanted, const GroupMap &old)
{
    for (const auto &[group, fields] : old) {
        if (group != schema::time_entry::Approval)
            wanted.try_emplace(group);
    }
    return wanted;
}

// Drops the point whose loss leaves the smallest hole for its age, so that the distances grow
// towards the past: recent breaks are found closely, old ones roughly.
void thin(std::vector<HistoryPoint> &points)
{
    while (points.size() > checkpointsMax) {
        const quint64 head = points.back().sequence;
        size_t victim = 1;
        quint64 smallest = ~quint64(0);
        for (size_t i = 1; i + 1 < points.size(); ++i) {
            const quint64 hole = points[i + 1].sequence - points[i - 1].sequence;
            const quint64 age = head - points[i].sequence + 1;
            const quint64 relative = hole * 1024 / age;
            if (relative < smallest) {
                smallest = relative;
                victim = i;
            }
        }
        points.erase(points.begin() + qsizetype(victim));
    }
}

template<typename IdType>
IdType idField(const FieldMap &fields, quint32 field)
{
    const auto value = fields.find(field);
    if (value == fields.end() || !value->second.bytes())
        return {};
    return IdType::fromBytes(*value->second.bytes()).value_or(IdType());
}

qint64 numberField(const FieldMap &fields, quint32 field)
{
    const auto value = fields.find(field);
    return value == fields.end() || !value->second.number() ? 0 : *value->second.number();
}

// The first group alone, where it is the identity: a first sync asks for it of every record
// (docs/performance.md). Empty if it cannot be read.
FieldMap identityIn(QByteArrayView groups)
{
    protocol::CborReader reader(groups);
    if (reader.map() == 0 || reader.unsignedNumber() != schema::time_entry::Identity
        || reader.array() != 2)
        return {};
    static_cast<void>(reader.bytes()); // its version
    FieldMap fields = reader.fields();
    return reader.isFine() ? std::move(fields) : FieldMap();
}

} // namespace

RecordIndex recordIndex(const EntityState &state)
{
    RecordIndex index;
    index.person = state.cell.person();
    const bool hasDate = state.type == EntityType::TimeEntry
        || state.type == EntityType::ShootingDay || state.type == EntityType::Timecard;
    if (!hasDate)
        return index;
    static_assert(quint32(schema::time_entry::Identity) == quint32(schema::shooting_day::Identity));
    static_assert(quint32(schema::time_entry::Identity) == quint32(schema::timecard::Identity));
    const FieldMap identity = identityIn(state.groups);
    if (identity.empty())
        return index;
    if (state.type == EntityType::TimeEntry) {
        index.person = idField<PersonId>(identity, schema::time_entry::Person);
        index.day = numberField(identity, schema::time_entry::Date);
    } else if (state.type == EntityType::Timecard) {
        index.person = idField<PersonId>(identity, schema::timecard::Person);
        index.day = numberField(identity, schema::timecard::First);
    } else {
        index.day = numberField(identity, schema::shooting_day::Date);
    }
    return index;
}

ClientReplica::ClientReplica(ClientStorage &storage)
    : m_storage(storage)
{}

template<typename Body>
auto ClientReplica::inTransaction(Body &&body, Begin begin) -> decltype(body())
{
    if (const Result<> begun = (m_storage.*begin)(); !begun)
        return fail(begun.error());
    auto result = body();
    if (!result) {
        m_storage.rollback();
        return result;
    }
    if (const Result<> committed = m_storage.commit(); !committed)
        return fail(committed.error());
    return result;
}

Result<> ClientReplica::startStream(StreamId stream)
{
    return inTransaction([&] { return setStream(stream); });
}

Result<> ClientReplica::setStream(StreamId stream)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (toy(6) && !meta->stream.isNull())
        return {};
    meta->stream = toy(6) ? StreamId::of(meta->device) : stream;
    meta->streamSequence = 0;
    return m_storage.setMeta(*meta);
}

Result<std::vector<MutationId>> ClientReplica::save(std::span<const Edit> edits, UuidSource &ids,
                                                    Instant now, const Along &along)
{
    return inTransaction([&]() -> Result<std::vector<MutationId>> {
        auto saved = saveAll(edits, ids, now);
        if (saved && along) {
            if (const Result<> written = along(); !written)
                return fail(written.error());
        }
        return saved;
    });
}

Result<std::vector<MutationId>> ClientReplica::saveAll(std::span<const Edit> edits, UuidSource &ids,
                                                       Instant now)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    std::vector<MutationId> saved;
    for (const Edit &edit : edits) {
        const auto draft = draftOf(edit);
        if (!draft)
            return fail(draft.error());
        if (!*draft)
            continue;
        const auto mutation = write(**draft, *meta, ids, now);
        if (!mutation)
            return fail(mutation.error());
        saved.push_back(*mutation);
    }
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return saved;
}

Result<std::vector<MutationId>> ClientReplica::saveAtom(std::span<const Edit> edits,
                                                        UuidSource &ids, Instant now)
{
    return inTransaction([&]() -> Result<std::vector<MutationId>> {
        Result<ClientMeta> meta = m_storage.meta();
        if (!meta)
            return fail(meta.error());
        const auto drafts = atomOf(edits, ids, now);
        if (!drafts)
            return fail(drafts.error());
        std::vector<MutationId> saved;
        for (const EnvelopeDraft &draft : *drafts) {
            const auto mutation = write(draft, *meta, ids, now);
            if (!mutation)
                return fail(mutation.error());
            saved.push_back(*mutation);
        }
        if (const Result<> stored = m_storage.setMeta(*meta); !stored)
            return fail(stored.error());
        return saved;
    });
}

Result<int> ClientReplica::bringBack(std::span<const OutboxRow> rows)
{
    return inTransaction([&]() -> Result<int> {
        const Result<ClientMeta> meta = m_storage.meta();
        if (!meta)
            return fail(meta.error());
        std::set<EntityId> touched;
        int brought = 0;
        for (const OutboxRow &row : rows) {
            const auto appended = m_storage.appendOutbox(row);
            if (!appended && appended.error().code == ErrorCode::AlreadyExists)
                continue;
            if (!appended)
                return fail(appended.error());
            touched.insert(row.entity);
            ++brought;
        }
        if (const Result<> folded = refoldAll(touched, meta->cursor); !folded)
            return fail(folded.error());
        return brought;
    });
}

Result<std::vector<EnvelopeDraft>> ClientReplica::atomOf(std::span<const Edit> edits,
                                                         UuidSource &ids, Instant now)
{
    namespace limits = protocol::limits;
    std::vector<EnvelopeDraft> drafts;
    std::set<EntityId> records;
    qsizetype bytes = 0;
    for (const Edit &edit : edits) {
        auto draft = draftOf(edit);
        if (!draft)
            return fail(draft.error());
        if (!records.insert(edit.entity).second)
            return fail(ErrorCode::InvalidInput, u"one record twice in an atom"_s);
        if (!*draft)
            continue;
        protocol::Envelope sized;
        sized.groups = (*draft)->groups;
        sized.reason = (*draft)->reason;
        bytes += protocol::encodeEnvelope(sized).size() + envelopeFrameBytes;
        drafts.push_back(std::move(**draft));
    }
    if (drafts.size() > size_t(limits::atomSizeMax) || bytes > limits::atomBytesMax)
        return fail(ErrorCode::LimitExceeded, u"too much to be applied all or not at all"_s);
    if (drafts.size() < 2)
        return drafts;
    const protocol::Atom atom{ids.next<AtomId>(now), quint32(drafts.size())};
    for (EnvelopeDraft &draft : drafts)
        draft.atom = atom;
    return drafts;
}

Result<std::optional<EnvelopeDraft>> ClientReplica::draftOf(const Edit &edit)
{
    const auto state = seen(edit.entity);
    if (!state)
        return fail(state.error());
    RecordContent current;
    if (*state) {
        Result<VersionedGroups> groups = protocol::decodeGroups((*state)->groups);
        if (!groups)
            return fail(ErrorCode::StoreCorrupt, groups.error().message);
        current = {true, (*state)->deleted, std::move(*groups)};
    }
    EnvelopeDraft draft = draftOf(edit, current);
    if (edit.resolves) {
        if (const Result<> named = nameContested(edit, current, draft); !named)
            return fail(named.error());
    }
    if (draft.groups.empty() && !edit.resolves)
        return std::nullopt;
    return std::optional(std::move(draft));
}

// A decision says of every contested group what counted for whoever decided, also of those that
// it leaves as they are: if that is not so any more, it was about something else.
Result<> ClientReplica::nameContested(const Edit &edit, const RecordContent &current,
                                      EnvelopeDraft &draft)
{
    const auto state = seen(EntityId::of(edit.resolves->conflict));
    if (!state)
        return fail(state.error());
    const auto groups = *state ? protocol::decodeGroups((*state)->groups) : VersionedGroups();
    if (!groups)
        return fail(ErrorCode::StoreCorrupt, groups.error().message);
    const auto conflict = conflictFromGroups(plainGroups(*groups));
    if (!conflict)
        return {}; // it has gone from here; the server knows
    const GroupMap stored = plainGroups(current.groups);
    const GroupMap &known = edit.before.empty() ? stored : edit.before;
    for (const quint32 group : conflict->groups) {
        if (group == schema::time_entry::Approval || draft.groups.contains(group))
            continue;
        draft.groups[group] = group == schema::whole::Group
            ? existenceChange(known, current.deleted, current.deleted)
            : unchanged(known, group, current.groups);
    }
    return {};
}

Result<MutationId> ClientReplica::write(const EnvelopeDraft &draft, ClientMeta &meta,
                                        UuidSource &ids, Instant now)
{
    const auto lastClock = lastHybridClock();
    if (!lastClock)
        return fail(lastClock.error());
    AuthorState author = authorOf(meta);
    author.hybridClock = *lastClock;
    const SealedEnvelope sealed = seal(draft, author, ids, now);
    m_hybridClock = author.hybridClock;
    OutboxRow row;
    row.mutation = sealed.envelope.mutation;
    row.entity = draft.entity;
    row.stream = author.stream;
    row.sequence = author.streamSequence;
    row.envelope = sealed.bytes;
    row.hash = sealed.hash;
    if (const auto appended = m_storage.appendOutbox(row); !appended)
        return fail(appended.error());
    meta.streamSequence = author.streamSequence;
    meta.lastHash = author.lastHash;
    if (const Result<> folded = refold(draft.entity, meta.cursor); !folded)
        return fail(folded.error());
    return row.mutation;
}

// The outbox is never emptied, so that the clock needs no place of its own in the file.
Result<quint64> ClientReplica::lastHybridClock()
{
    if (m_hybridClock)
        return *m_hybridClock;
    const auto row = m_storage.lastOutboxRow();
    if (!row)
        return fail(row.error());
    const auto envelope = *row ? protocol::decodeEnvelope((*row)->envelope) : protocol::Envelope();
    return envelope ? envelope->hybridClock : 0; // it decides nothing: no reason not to save
}

EnvelopeDraft ClientReplica::draftOf(const Edit &edit, const RecordContent &current)
{
    using protocol::Operation;
    EnvelopeDraft draft;
    draft.type = edit.type;
    draft.entity = edit.entity;
    draft.reason = edit.reason;
    draft.input = edit.input;
    draft.resolves = edit.resolves;
    draft.guards = edit.guards;
    const GroupMap stored = plainGroups(current.groups);
    const bool isEnteredAnew = current.deleted && edit.before.empty() && !edit.after.empty();
    if (isEnteredAnew)
        draft.groups = changesBetween(stored, onlyThese(edit.after, stored), current.groups);
    else
        draft.groups = changesBetween(edit.before, edit.after, current.groups);

    const bool isBroughtBack = isEnteredAnew || edit.operation == Operation::Undelete;
    if (current.deleted && isBroughtBack) {
        draft.operation = Operation::Undelete;
        draft.groups[schema::whole::Group] = existenceChange(stored, true, false);
    } else if (!current.isGone() && edit.operation == Operation::Delete) {
        draft.operation = Operation::Delete;
        draft.groups[schema::whole::Group] = existenceChange(edit.before, false, true);
    } else if (!current.exists) {
        draft.operation = Operation::Create;
    }
    if (edit.resolves)
        draft.operation = Operation::Resolve;
    addApproval(edit, current, draft);
    if (!draft.groups.empty() || edit.resolves)
        nameRecord(edit, current.groups, draft);
    return draft;
}

void ClientReplica::addApproval(const Edit &edit, const RecordContent &current,
                                EnvelopeDraft &draft)
{
    using protocol::Operation;
    const ApprovalLevel given = approvalOf(edit.type, current);
    const Hash32 content = guardHash(edit.type, edit.before, schema::whole::Group);
    protocol::GroupChange change;
    if (edit.operation == Operation::Approve && !current.isGone() && given < edit.level
        && isSubmitted(edit.before)) {
        change = approvalChange(current.groups, edit.level, content);
        draft.guards.push_back({edit.entity, schema::whole::Group, content});
    } else if (edit.operation == Operation::Reopen && given != ApprovalLevel::None) {
        change = reopeningChange(current.groups);
    } else {
        return;
    }
    draft.operation = edit.operation;
    draft.groups = {{schema::time_entry::Approval, change}};
}

// Each change says again what it is about. The change that created the record may be refused, or
// lost by the server and offered again later; the others must not fall with it.
void ClientReplica::nameRecord(const Edit &edit, const VersionedGroups &current,
                               EnvelopeDraft &draft)
{
    const std::optional<quint32> identity = identityGroup(edit.type);
    const auto known = identity ? current.find(*identity) : current.end();
    if (known == current.end())
        return;
    protocol::GroupChange &change = draft.groups[*identity];
    for (const auto &[field, value] : known->second.fields) {
        if (std::ranges::find(change.removed, field) == change.removed.end())
            change.set.try_emplace(field, value);
    }
}

Result<std::optional<EntityState>> ClientReplica::seen(EntityId id)
{
    auto overlay = m_storage.overlay(id);
    if (!overlay || *overlay)
        return overlay;
    return m_storage.base(id);
}

Result<> ClientReplica::refold(EntityId id, quint64 cursor)
{
    const auto rows = m_storage.openOutboxOf(id, cursor);
    if (!rows)
        return fail(rows.error());
    const auto base = m_storage.base(id);
    if (!base)
        return fail(base.error());
    Result<VersionedGroups> groups =
        *base ? protocol::decodeGroups((*base)->groups) : VersionedGroups();
    if (!groups)
        return fail(ErrorCode::StoreCorrupt, groups.error().message);
    RecordContent content{base->has_value(), *base && (*base)->deleted, std::move(*groups)};

    EntityState state = base->value_or(EntityState{});
    state.id = id;
    bool laid = false;
    for (const OutboxRow &row : *rows) {
        if (!isFolded(row))
            continue;
        const auto envelope = protocol::decodeEnvelope(row.envelope);
        if (!envelope)
            return fail(ErrorCode::StoreCorrupt, envelope.error().message);
        state.type = envelope->type;
        if (!guardsOwnRecord(*envelope, content) || !clashesOf(content, *envelope).empty())
            continue;
        layOver(content, *envelope);
        laid = true;
    }
    if (!laid)
        return m_storage.removeOverlay(id);
    state.deleted = content.deleted;
    state.groups = protocol::encodeGroups(content.groups);
    if (!*base)
        state.cell = cellOf(state.type, ownerOf(state.type, plainGroups(content.groups)), {});
    return m_storage.putOverlay(state, recordIndex(state));
}

Result<> ClientReplica::refoldAll(const std::set<EntityId> &ids, quint64 cursor)
{
    for (const EntityId &id : ids) {
        if (const Result<> folded = refold(id, cursor); !folded)
            return folded;
    }
    return {};
}

Result<ClientReplica::Answer> ClientReplica::run(const Request &request)
{
    const bool isPage = std::holds_alternative<StagePage>(request);
    return inTransaction(
        [&]() -> Result<Answer> {
            return std::visit([this](const auto &what) { return perform(what); }, request);
        },
        isPage ? &ClientStorage::beginStaging : &ClientStorage::begin);
}

Result<ClientReplica::Answer> ClientReplica::perform(const PrepareHello &)
{
    HelloFacts facts;
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    facts.meta = *meta;
    // An acknowledgement is only a promise until the row has come back in the log: whatever has
    // not goes out again, and the log answers with what it already knows.
    if (!toy(16)) {
        if (const Result<> reopened = m_storage.reopenAckedAbove(meta->cursor); !reopened)
            return fail(reopened.error());
    }
    const auto points = m_storage.checkpoints();
    if (!points)
        return fail(points.error());
    facts.checkpoints = *points;
    const auto counts = m_storage.outboxCounts(meta->cursor);
    if (!counts)
        return fail(counts.error());
    facts.pending = counts->pending;
    return facts;
}

Result<ClientReplica::Answer> ClientReplica::perform(const LoadPush &request)
{
    // As many more as the last one may need to be whole.
    auto rows = m_storage.pendingAfter(request.afterNumber,
                                       request.rowsMax + protocol::limits::atomSizeMax);
    if (!rows)
        return fail(rows.error());
    size_t count = 0;
    qsizetype bytes = 0;
    for (const OutboxRow &row : *rows) {
        bytes += row.envelope.size();
        if (count > 0 && (bytes > request.bytesMax || count >= size_t(request.rowsMax)))
            break;
        ++count;
    }
    if (!request.splitsAtoms)
        count = cutBetweenAtoms(*rows, count);
    rows->resize(count);
    return PushLoaded{std::move(*rows)};
}

Result<ClientReplica::Answer> ClientReplica::perform(const ApplyAck &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    std::set<EntityId> touched;
    for (protocol::MutationResult result : request.ack.results) {
        if (toy(4))
            result.sequence = 0; // as good as deleted: nothing ever opens the row again
        const auto entity = m_storage.markAcked(result);
        if (!entity)
            return fail(entity.error());
        if (!*entity)
            continue;
        touched.insert(**entity);
        if (toy(5) && result.outcome == Outcome::Applied) {
            auto state = seen(**entity);
            if (state && *state) {
                (*state)->lastSequence = result.sequence;
                if (const Result<> applied = applyState(**state, *meta); !applied)
                    return fail(applied.error());
            }
        }
    }
    if (const Result<> folded = refoldAll(touched, meta->cursor); !folded)
        return fail(folded.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const ApplyDelta &request)
{
    const protocol::Delta &delta = request.delta;
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (meta->inSnapshot || delta.from != meta->cursor || delta.to < delta.from)
        return fail(ErrorCode::ProtocolViolation, u"a delta that does not follow the cursor"_s);
    meta->cursor = delta.to;
    meta->chain = delta.chain;
    if (toy(3)) {
        Result<> early = m_storage.setMeta(*meta);
        early = early ? m_storage.commit() : early;
        early = early ? m_storage.begin() : early;
        if (!early)
            return fail(early.error());
    }
    std::set<EntityId> touched;
    for (const protocol::LogRow &row : delta.rows) {
        if (const Result<> applied = applyRow(row, *meta, touched); !applied)
            return fail(applied.error());
    }
    meta->highWater = std::max(meta->highWater, delta.to);
    if (const Result<> folded = refoldAll(touched, meta->cursor); !folded)
        return fail(folded.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return Applied{};
}

Result<> ClientReplica::applyRow(const protocol::LogRow &row, ClientMeta &meta,
                                 std::set<EntityId> &touched)
{
    const auto states = protocol::decodeEntities(row.post);
    if (!states)
        return fail(states.error());
    for (const EntityState &state : *states) {
        if (const Result<> applied = applyState(state, meta); !applied)
            return applied;
        touched.insert(state.id);
    }
    const auto envelope = protocol::decodeEnvelope(row.envelope);
    if (!envelope)
        return {}; // written by a newer version: its effect is above, its story waits for ours
    touched.insert(envelope->entity);
    const auto own =
        m_storage.markAcked({envelope->mutation, row.sequence, row.outcome, row.conflict});
    if (!own)
        return fail(own.error());
    return m_storage.putLogRow(envelope->entity, row);
}

Result<> ClientReplica::applyState(const EntityState &state, ClientMeta &meta)
{
    const auto before = m_storage.base(state.id);
    if (!before)
        return fail(before.error());
    if (*before && (*before)->lastSequence >= state.lastSequence)
        return {}; // a snapshot page already showed something newer
    if (*before)
        meta.digest.subtract(**before);
    meta.digest.add(state);
    meta.highWater = std::max(meta.highWater, state.lastSequence);
    noteGrant(state, meta);
    return m_storage.putBase(state, recordIndex(state));
}

// What this device's own person may do is said by the log, too.
void ClientReplica::noteGrant(const EntityState &state, ClientMeta &meta)
{
    if (state.type != EntityType::Grant || state.id != grantId(meta.production, meta.user))
        return;
    const auto groups = protocol::decodeGroups(state.groups);
    const auto grant = groups ? grantFromGroups(plainGroups(*groups)) : fail(groups.error());
    if (!grant)
        return;
    meta.role = quint32(grant->role);
    meta.person = grant->person;
}

Result<ClientReplica::Answer> ClientReplica::perform(const Resync &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    auto points = m_storage.checkpoints();
    if (!points)
        return fail(points.error());
    std::erase_if(*points, [&](const HistoryPoint &p) { return p.sequence > request.common; });
    // Everything after the last common place was lost by the server: what is ours of it goes out
    // again. The old records stay on the screen until the snapshot has replaced them.
    if (const Result<> reopened = m_storage.reopenAckedAbove(request.common); !reopened)
        return fail(reopened.error());
    if (const Result<> kept = m_storage.setCheckpoints(*points); !kept)
        return fail(kept.error());
    if (const Result<> removed = m_storage.removeLogAbove(request.common); !removed)
        return fail(removed.error());
    const bool known = !points->empty() && points->back().sequence == request.common;
    meta->cursor = known ? request.common : 0;
    meta->chain = known ? points->back().chain : Hash32();
    meta->epoch = request.epoch;
    meta->highWater = meta->cursor;
    meta->snapshotToken.clear(); // what was gathered is of the history that is gone
    meta->dirty = true;
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    if (const Result<> folded = refoldOpen(meta->cursor); !folded)
        return fail(folded.error());
    return Applied{};
}

// Whether the server goes on behind what was gathered before the connection broke. It has to say
// so itself, about the very same snapshot.
bool ClientReplica::goesOn(const BeginSnapshot &request, const ClientMeta &meta)
{
    const auto place = SnapshotPlace::fromBytes(meta.snapshotToken);
    return meta.inSnapshot && place && request.begin.cells.empty()
        && request.begin.token == meta.snapshotToken && place->sequence == request.begin.sequence
        && place->chain == request.begin.chain && place->epoch == request.epoch;
}

Result<ClientReplica::Answer> ClientReplica::perform(const BeginSnapshot &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (goesOn(request, *meta))
        return Applied{};
    meta->inSnapshot = true;
    meta->snapshotToken = request.begin.token;
    if (const Result<> cleared = m_storage.clearStage(); !cleared)
        return fail(cleared.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const StagePage &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (!meta->inSnapshot)
        return fail(ErrorCode::ProtocolViolation, u"a page outside a snapshot"_s);
    std::vector<ClientStorage::StagedRow> rows;
    rows.reserve(request.page.rows.size());
    for (const EntityState &state : request.page.rows) {
        rows.push_back({state, recordIndex(state)});
        meta->highWater = std::max(meta->highWater, state.lastSequence);
    }
    if (!request.place.isEmpty())
        meta->snapshotToken = request.place;
    if (const Result<> staged = m_storage.stage(rows); !staged)
        return fail(staged.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const EndSnapshot &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (!meta->inSnapshot && !toy(40))
        return fail(ErrorCode::ProtocolViolation, u"the end of no snapshot"_s);
    const auto removal = m_storage.removalByStage();
    if (!removal)
        return fail(removal.error());
    const bool isTooMuch = removal->removed > removalMax && removal->removed > removal->held / 2;
    if (isTooMuch && !request.isRemovalProven)
        return RemovalHeld{removal->held, removal->removed};
    // Own changes that the server may have lost have no row above the old cursor any more, so
    // look for open ones before the cursor moves.
    const auto openBefore = m_storage.openOutboxEntities(meta->cursor);
    if (!openBefore)
        return fail(openBefore.error());
    auto digest = m_storage.swapStage();
    // What went with a role that was lost while the device was away is forgotten as if it had been
    // there: with its history, and not to be read back from the file.
    if (digest && isLess(request.scope, meta->scope))
        digest = m_storage.keepOnly(request.scope);
    if (!digest)
        return fail(digest.error());
    meta->digest = *digest;
    meta->cursor = request.end.sequence;
    meta->chain = request.end.chain;
    meta->epoch = request.epoch;
    meta->scope = request.scope;
    meta->inSnapshot = false;
    meta->snapshotToken.clear();
    meta->dirty = false;
    const auto own = m_storage.base(grantId(meta->production, meta->user));
    if (!own)
        return fail(own.error());
    if (*own)
        noteGrant(**own, *meta);
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    if (const Result<> folded = refoldAll({openBefore->begin(), openBefore->end()}, meta->cursor);
        !folded)
        return fail(folded.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const EndPart &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    if (!meta->inSnapshot || request.begin.sequence != meta->cursor)
        return fail(ErrorCode::ProtocolViolation, u"the end of a part beside the cursor"_s);
    const auto digest = m_storage.swapStagedPart(request.begin.cells, request.begin.buckets);
    if (!digest)
        return fail(digest.error());
    meta->digest = *digest;
    meta->inSnapshot = false;
    meta->snapshotToken.clear();
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    if (const Result<> folded = refoldOpen(meta->cursor); !folded)
        return fail(folded.error());
    return Applied{};
}

Result<> ClientReplica::refoldOpen(quint64 cursor)
{
    const auto open = m_storage.openOutboxEntities(cursor);
    if (!open)
        return fail(open.error());
    return refoldAll({open->begin(), open->end()}, cursor);
}

Result<ClientReplica::Answer> ClientReplica::perform(const ApplyScope &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    meta->scope = request.change.scope;
    if (!request.change.lost.empty()) {
        const auto left = m_storage.keepOnly(meta->scope);
        if (!left)
            return fail(left.error());
        meta->digest = *left;
    }
    // Until the gained records are here, a connection that breaks starts over with a snapshot.
    meta->inSnapshot = !request.change.gained.empty();
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    if (const Result<> folded = refoldOpen(meta->cursor); !folded)
        return fail(folded.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const ApplyPurge &)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    const auto left = m_storage.keepOnly({});
    if (!left)
        return fail(left.error());
    meta->digest = *left;
    meta->scope.clear();
    meta->inSnapshot = false;
    meta->snapshotToken.clear();
    if (const Result<> cleared = m_storage.clearStage(); !cleared)
        return fail(cleared.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    if (toy(13)) {
        const auto rows = m_storage.pendingAfter(0, std::numeric_limits<int>::max());
        for (const OutboxRow &row : *rows) // as good as deleted: nothing ever opens it again
            if (const auto gone = m_storage.markAcked({row.mutation, 0, Outcome::Applied, {}});
                !gone)
                return fail(gone.error());
    }
    if (const Result<> folded = refoldOpen(meta->cursor); !folded)
        return fail(folded.error());
    const auto counts = m_storage.outboxCounts(meta->cursor);
    if (!counts)
        return fail(counts.error());
    return Purged{counts->pending};
}

Result<ClientReplica::Answer> ClientReplica::perform(const CompareBuckets &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    const auto own = m_storage.baseBuckets();
    if (!own)
        return fail(own.error());
    BucketsDiffer answer;
    for (size_t i = 0; i < own->size(); ++i) {
        if (i >= request.sums.size() || (*own)[i].toHash() != request.sums[i])
            answer.buckets.push_back(quint32(i));
    }
    if (!answer.buckets.empty())
        return answer;
    // The records are right; it was the running sum that was not.
    const auto counted = m_storage.baseDigest();
    if (!counted)
        return fail(counted.error());
    meta->digest = *counted;
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return answer;
}

// A running sum does not notice a record that rotted in the file; what is there is counted, and
// the next checkpoint tells. What is seen of own changes is laid over the records anew.
Result<ClientReplica::Answer> ClientReplica::perform(const Recount &request)
{
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    const auto open = m_storage.openOutboxEntities(meta->cursor);
    if (!open)
        return fail(open.error());
    if (const Result<> folded = refoldAll({open->begin(), open->end()}, meta->cursor); !folded)
        return fail(folded.error());
    const auto counted = m_storage.baseDigest();
    if (!counted)
        return fail(counted.error());
    if (meta->digest == *counted)
        return Applied{};
    meta->digest = *counted;
    if (const Result<> noted = m_storage.putIncident(
            u"recount"_s, u"the records are not what their sum says"_s, msSinceEpoch(request.now));
        !noted)
        return fail(noted.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return Applied{};
}

Result<ClientReplica::Answer> ClientReplica::perform(const VerifyCheckpoint &request)
{
    const protocol::Checkpoint &checkpoint = request.checkpoint;
    Result<ClientMeta> meta = m_storage.meta();
    if (!meta)
        return fail(meta.error());
    // Not behind a snapshot that was not taken over either: there is nothing to compare then.
    if (meta->inSnapshot || checkpoint.sequence != meta->cursor || checkpoint.chain != meta->chain)
        return fail(ErrorCode::ProtocolViolation, u"a checkpoint beside the cursor"_s);
    const auto whole = std::ranges::find_if(
        checkpoint.digests, [](const auto &digest) { return digest.cell.isEmpty(); });
    const bool equal = whole == checkpoint.digests.end()
        || (whole->sum == meta->digest.sum.toHash() && whole->count == meta->digest.count);
    if (equal) {
        if (const Result<> added = addCheckpoint({checkpoint.sequence, checkpoint.chain}); !added)
            return fail(added.error());
        if (meta->epoch != request.epoch || meta->dirty) {
            meta->epoch = request.epoch; // a clean failover: the same history goes on
            meta->dirty = false;         // repaired
            if (const Result<> stored = m_storage.setMeta(*meta); !stored)
                return fail(stored.error());
        }
        return CheckpointVerdict{true};
    }
    if (toy(28)) {
        meta->digest.count = whole->count;
        meta->digest.sum = DigestSum();
        meta->digest.sum.add(whole->sum);
        if (const Result<> stored = m_storage.setMeta(*meta); !stored)
            return fail(stored.error());
        return CheckpointVerdict{true};
    }
    meta->dirty = true;
    const QString detail = u"at %1: %2 records here, %3 there"_s.arg(
        QString::number(meta->cursor), QString::number(meta->digest.count),
        QString::number(whole->count));
    if (const Result<> noted =
            m_storage.putIncident(u"digest"_s, detail, msSinceEpoch(request.now));
        !noted)
        return fail(noted.error());
    if (const Result<> stored = m_storage.setMeta(*meta); !stored)
        return fail(stored.error());
    return CheckpointVerdict{false};
}

Result<ClientReplica::Answer> ClientReplica::perform(const StartStream &request)
{
    const Result<> set = setStream(request.stream);
    return set ? Result<Answer>(Applied{}) : fail(set.error());
}

Result<> ClientReplica::addCheckpoint(const HistoryPoint &point)
{
    auto points = m_storage.checkpoints();
    if (!points)
        return fail(points.error());
    if (!points->empty() && points->back().sequence >= point.sequence)
        return {};
    points->push_back(point);
    thin(*points);
    return m_storage.setCheckpoints(*points);
}

} // namespace film::sync
