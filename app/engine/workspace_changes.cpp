#include "app/engine/day_records.h"
#include "app/engine/workspace.h"
#include "shared/domain/day_initials.h"
#include "shared/domain/records.h"
#include "shared/sync/decide.h"

#include <algorithm>
#include <map>

namespace film::app {

using namespace Qt::StringLiterals;
using sync::ClientReplica;

namespace {

// The mutations of another device that are own changes here by now.
QString takenSetting(DeviceId device)
{
    return u"taken:"_s + device.toString();
}

sync::OutboxRow rowOf(const sync::Submission &change)
{
    sync::OutboxRow row;
    row.mutation = change.envelope.mutation;
    row.entity = change.envelope.entity;
    row.stream = change.envelope.stream;
    row.sequence = change.envelope.sequence;
    row.envelope = change.bytes;
    row.hash = change.hash;
    return row;
}

// A word that somebody gave for themselves: that a day is there, handed in, or acknowledged.
bool isOnlyItsAuthors(const protocol::Envelope &envelope)
{
    namespace entry = schema::time_entry;
    if (envelope.groups.contains(schema::whole::Group))
        return true;
    if (envelope.type == EntityType::Timecard)
        return true;
    if (envelope.type != EntityType::TimeEntry)
        return false;
    if (envelope.groups.contains(entry::Initials) || envelope.groups.contains(entry::Approval))
        return true;
    const auto lifecycle = envelope.groups.find(entry::Lifecycle);
    if (lifecycle == envelope.groups.end())
        return false;
    const auto state = lifecycle->second.set.find(entry::State);
    return state != lifecycle->second.set.end() && state->second.number()
        && *state->second.number() > qint64(DayState::Confirmed);
}

// What its author saw and wanted, group by group. Where they saw something else than their change
// before had left, they knew of somebody else's: what they saw last counts.
void addCarried(const protocol::Envelope &envelope, ClientReplica::Edit &edit)
{
    for (const auto &[group, change] : envelope.groups) {
        const auto wanted = edit.after.find(group);
        if (wanted == edit.after.end() || wanted->second != change.pre)
            edit.before[group] = change.pre;
        edit.after[group] = sync::changed(change.pre, change);
    }
}

} // namespace

Result<sync::ChangesFile> Workspace::changesToCarry(const sync::Signer &signer)
{
    const auto meta = m_replica.meta();
    if (!meta)
        return fail(meta.error());
    const auto rows = m_storage.pendingAfter(0, sync::changesInFileMax);
    if (!rows)
        return fail(rows.error());
    sync::ChangesFile file;
    file.production = meta->production;
    file.device = meta->device;
    file.author = meta->user;
    file.authorName = m_state.personName;
    file.productionTitle = m_state.productionTitle;
    file.madeAt = m_clock.now();
    file.key = signer.publicKey();
    file.segments = sync::segmentsOf(meta->production, *rows, signer);
    return file;
}

Result<CarriedChanges> Workspace::look(const sync::ChangesFile &file)
{
    if (file.production != m_state.production)
        return fail(ErrorCode::InvalidInput, u"the changes are of another production"_s);
    const auto meta = m_replica.meta();
    const auto known = names();
    if (!meta || !known)
        return fail(ErrorCode::StoreFailure, u"the records cannot be read"_s);
    CarriedChanges seen;
    seen.productionTitle = file.productionTitle;
    seen.authorName = file.authorName;
    seen.madeAt = file.madeAt;
    seen.isOwn = file.device == m_state.device;
    std::vector<sync::OutboxRow> rows;
    const auto changes = sync::changesIn(file, sync::Ed25519Verifier());
    seen.changes = int(changes.size());
    if (seen.isOwn) {
        for (const sync::Submission &change : changes) {
            const auto isHere = m_queries.hasOwn(change.envelope.mutation);
            if (!isHere)
                return fail(isHere.error());
            if (*isHere)
                ++seen.known;
            else
                rows.push_back(rowOf(change));
        }
    } else {
        auto edits = editsOf(file);
        if (!edits)
            return fail(edits.error());
        seen.known = edits->known;
        seen.left = edits->left;
        rows = std::move(edits->rows);
    }
    seen.toTake = int(rows.size());
    for (const sync::OutboxRow &row : rows) {
        auto entry = entryOf(row, meta->cursor, *known);
        if (!entry)
            return fail(entry.error());
        seen.entries.push_back(std::move(*entry));
    }
    return seen;
}

Result<int> Workspace::take(const sync::ChangesFile &file, const QString &reason)
{
    if (file.production != m_state.production)
        return fail(ErrorCode::InvalidInput, u"the changes are of another production"_s);
    if (file.device == m_state.device) {
        std::vector<sync::OutboxRow> rows;
        for (const sync::Submission &change : sync::changesIn(file, sync::Ed25519Verifier()))
            rows.push_back(rowOf(change));
        return m_replica.bringBack(rows);
    }
    auto edits = editsOf(file);
    if (!edits)
        return fail(edits.error());
    if (edits->taken.empty())
        return 0;
    for (ClientReplica::Edit &edit : edits->edits)
        edit.reason = reason;
    const auto before = takenBefore(file.device);
    if (!before)
        return fail(before.error());
    QByteArray all;
    for (const MutationId &mutation : *before)
        all.append(mutation.toByteArray());
    for (const MutationId &mutation : edits->taken)
        all.append(mutation.toByteArray());
    // With the changes or not at all: else the file could be taken twice.
    const auto saved = m_replica.save(edits->edits, m_ids, m_clock.now(), [&] {
        return m_queries.setSetting(takenSetting(file.device), all);
    });
    if (!saved)
        return fail(saved.error().during(u"taking carried changes"_s));
    return int(edits->taken.size());
}

Result<std::vector<WriterSeen>> Workspace::writers(int rowsMax)
{
    const auto rows = m_queries.newestRows(rowsMax);
    const auto own = m_queries.outbox(1);
    const auto known = names();
    if (!rows || !own || !known)
        return fail(ErrorCode::StoreFailure, u"the log cannot be read"_s);
    std::vector<WriterSeen> seen{{m_state.device, m_state.personName, true, std::nullopt}};
    const auto note = [&](const QByteArray &bytes, qint64 receivedMs) {
        const auto envelope = protocol::decodeEnvelope(bytes);
        if (!envelope)
            return;
        const Instant at = instantFromMs(receivedMs > 0 ? receivedMs : envelope->wallMs);
        const auto found = std::ranges::find(seen, envelope->device, &WriterSeen::device);
        if (found == seen.end())
            seen.push_back({envelope->device, authorOf(envelope->author, *known), false, at});
        else if (!found->at || *found->at < at)
            found->at = at;
    };
    for (const sync::OutboxRow &row : *own)
        note(row.envelope, 0);
    for (const store::HistoryRow &row : *rows)
        note(row.envelope, row.receivedMs);
    std::ranges::stable_sort(seen.begin() + 1, seen.end(), std::ranges::greater(), &WriterSeen::at);
    return seen;
}

Result<std::set<MutationId>> Workspace::takenBefore(DeviceId device)
{
    const auto value = m_queries.setting(takenSetting(device));
    if (!value)
        return fail(value.error());
    std::set<MutationId> taken;
    const QByteArray all = value->value_or(QByteArray());
    for (qsizetype at = 0; at + MutationId::byteCount <= all.size(); at += MutationId::byteCount) {
        if (const auto id = MutationId::fromBytes(all.mid(at, MutationId::byteCount)))
            taken.insert(*id);
    }
    return taken;
}

// The author's computer may have synced since the file was made.
Result<std::set<MutationId>> Workspace::saidAbout(EntityId id)
{
    const auto rows = m_queries.history(id);
    if (!rows)
        return fail(rows.error());
    std::set<MutationId> said;
    for (const store::HistoryRow &row : *rows) {
        if (const auto envelope = protocol::decodeEnvelope(row.envelope))
            said.insert(envelope->mutation);
    }
    return said;
}

// Signatures, decisions and deletions are their author's alone: they wait on that computer.
Result<bool> Workspace::isTakable(const protocol::Envelope &envelope, const Directory &directory)
{
    using protocol::Operation;
    const bool isEdit =
        envelope.operation == Operation::Set || envelope.operation == Operation::Create;
    if (!isEdit || envelope.atom || isOnlyItsAuthors(envelope))
        return false;
    const auto record = groupsOf(envelope.entity);
    if (!record)
        return fail(record.error());
    GroupMap merged = *record ? sync::plainGroups(**record) : GroupMap();
    for (const auto &[group, fields] : groupsAfter(envelope))
        merged[group] = fields;
    if (!checkRecord(m_state.production, envelope.type, envelope.entity, merged))
        return false;
    if (envelope.type != EntityType::TimeEntry)
        return m_state.permissions().reachesAll(Action::EditProduction)
            && envelope.type != EntityType::Grant;
    const auto day = dayIn(merged);
    return day && mayWrite(day->key, directory) && !(*record && isLocked(**record));
}

Result<Workspace::CarriedEdits> Workspace::editsOf(const sync::ChangesFile &file)
{
    const auto known = directory();
    const auto taken = takenBefore(file.device);
    if (!known || !taken)
        return fail(ErrorCode::StoreFailure, u"the records cannot be read"_s);
    CarriedEdits carried;
    std::map<EntityId, size_t> places;
    std::map<EntityId, std::set<MutationId>> histories;
    for (const sync::Submission &change : sync::changesIn(file, sync::Ed25519Verifier())) {
        const protocol::Envelope &envelope = change.envelope;
        auto history = histories.find(envelope.entity);
        if (history == histories.end()) {
            auto said = saidAbout(envelope.entity);
            if (!said)
                return fail(said.error());
            history = histories.emplace(envelope.entity, std::move(*said)).first;
        }
        if (taken->contains(envelope.mutation) || history->second.contains(envelope.mutation)) {
            ++carried.known;
            continue;
        }
        const auto isForUs = isTakable(envelope, *known);
        if (!isForUs)
            return fail(isForUs.error());
        if (!*isForUs) {
            ++carried.left;
            continue;
        }
        const auto [place, isNew] = places.try_emplace(envelope.entity, carried.edits.size());
        if (isNew) {
            ClientReplica::Edit edit;
            edit.type = envelope.type;
            edit.entity = envelope.entity;
            edit.input = protocol::InputMethod::Import;
            carried.edits.push_back(std::move(edit));
        }
        addCarried(envelope, carried.edits[place->second]);
        carried.taken.push_back(envelope.mutation);
        carried.rows.push_back(rowOf(change));
    }
    return carried;
}

} // namespace film::app
