#include "shared/store/sqlite_client_storage.h"

#include "shared/store/statement.h"
#include "shared/sync/visibility.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::EntityState;
using sync::ClientMeta;
using sync::OutboxRow;
using sync::RecordIndex;

namespace {

Error damaged(const QString &what)
{
    return {ErrorCode::StoreCorrupt, what + u" cannot be read"_s};
}

template<typename IdType>
IdType idIn(const Statement &row, int column)
{
    return IdType::fromBytes(row.bytes(column)).value_or(IdType());
}

Hash32 hashIn(const Statement &row, int column)
{
    return Hash32::fromBytes(row.bytes(column)).value_or(Hash32());
}

void bindState(Statement &statement, const EntityState &state, const RecordIndex &index)
{
    statement.bind(u":eid", state.id.toByteArray())
        .bind(u":etype", int(state.type))
        .bind(u":cell", state.cell.toBytes())
        .bind(u":person", index.person.toByteArray())
        .bind(u":day", index.day)
        .bind(u":last_seq", state.lastSequence)
        .bind(u":deleted", state.deleted ? 1 : 0)
        .bind(u":groups", state.groups);
}

// Columns in the order: eid, etype, cell, last_seq, deleted, groups.
Result<EntityState> stateIn(const Statement &row)
{
    const auto id = EntityId::fromBytes(row.bytes(0));
    const auto cell = protocol::Cell::fromBytes(row.bytes(2));
    if (!id || !cell)
        return fail(damaged(u"a record"_s));
    return EntityState{*id,
                       static_cast<EntityType>(row.number(1)),
                       *cell,
                       row.unsignedNumber(3),
                       row.number(4) != 0,
                       row.bytes(5)};
}

// Entries have a length by their kind, so that they need nothing between them.
std::vector<QByteArray> scopeIn(const QByteArray &bytes)
{
    constexpr qsizetype shortEntry = 1;
    constexpr qsizetype longEntry = 33;
    std::vector<QByteArray> entries;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const bool isLong = quint8(bytes[at]) == quint8(protocol::Cell::Kind::Person);
        const bool isException = bytes[at] == sync::exceptionKind;
        entries.push_back(bytes.mid(at,
                                    isLong            ? longEntry
                                        : isException ? sync::exceptionBytes
                                                      : shortEntry));
        at += entries.back().size();
    }
    return entries;
}

QByteArray joined(std::span<const QByteArray> entries)
{
    QByteArray bytes("");
    for (const QByteArray &entry : entries)
        bytes.append(entry);
    return bytes;
}

// What covers() says, for a column `cell`. The numbers of the placeholders are those of entries.
QString covered(std::span<const QByteArray> entries)
{
    QStringList conditions;
    QString exceptions;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (sync::exceptionIn(entries[i]))
            exceptions += u" AND (substr(cell, 1, 1) <> :owned%1"
                          " OR substr(cell, 18, 16) <> :except%1)"_s.arg(i);
        const auto entry = protocol::Cell::fromBytes(entries[i]);
        if (!entry)
            continue;
        QStringList parts{u"substr(cell, 1, 1) = :kind%1"_s.arg(i)};
        if (!entry->department().isNull())
            parts.append(u"substr(cell, 2, 16) = :department%1"_s.arg(i));
        if (!entry->person().isNull())
            parts.append(u"substr(cell, 18, 16) = :person%1"_s.arg(i));
        conditions.append(u"("_s + parts.join(u" AND "_s) + u")"_s);
    }
    const QString any = conditions.isEmpty() ? u"0 = 1"_s : conditions.join(u" OR "_s);
    return u"(("_s + any + u")"_s + exceptions + u")"_s;
}

void bindCovered(Statement &statement, std::span<const QByteArray> entries)
{
    for (size_t i = 0; i < entries.size(); ++i) {
        if (const auto excepted = sync::exceptionIn(entries[i]))
            statement.bind(u":owned%1"_s.arg(i), QByteArray(1, char(protocol::Cell::Kind::Person)))
                .bind(u":except%1"_s.arg(i), excepted->toByteArray());
        const auto entry = protocol::Cell::fromBytes(entries[i]);
        if (!entry)
            continue;
        statement.bind(u":kind%1"_s.arg(i), entries[i].first(1));
        if (!entry->department().isNull())
            statement.bind(u":department%1"_s.arg(i), entry->department().toByteArray());
        if (!entry->person().isNull())
            statement.bind(u":person%1"_s.arg(i), entry->person().toByteArray());
    }
}

Result<std::optional<EntityState>> oneState(Statement &select, EntityId id)
{
    select.bind(u":eid", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    Result<EntityState> state = stateIn(select);
    if (!state)
        return fail(state.error());
    return std::optional(std::move(*state));
}

} // namespace

Result<> SqliteClientStorage::begin()
{
    const Result<> ended = endStaging();
    return ended ? beginTransaction() : ended;
}

// NORMAL writes the log without waiting for the disk; the next commit with FULL waits for all of it
// (https://www.sqlite.org/pragma.html#pragma_synchronous).
Result<> SqliteClientStorage::beginStaging()
{
    if (const Result<> set = m_database.execute(u"PRAGMA synchronous = NORMAL"_s); !set)
        return set;
    m_isStaging = true;
    return beginTransaction();
}

Result<> SqliteClientStorage::endStaging()
{
    if (!m_isStaging)
        return {};
    const Result<> set = m_database.execute(u"PRAGMA synchronous = FULL"_s);
    m_isStaging = !set;
    return set;
}

Result<> SqliteClientStorage::beginTransaction()
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    return {};
}

Result<> SqliteClientStorage::commit()
{
    const Result<> committed = m_transaction->commit();
    m_transaction.reset();
    if (!committed)
        m_staged.reset();
    static_cast<void>(endStaging().has_value()); // begin() tries again
    if (committed && std::exchange(m_forgetsBeyondRecovery, false))
        wipeFreePages();
    return committed;
}

// What was removed is overwritten already; older remains of it may lie in free pages and in the
// log. That the removal holds does not depend on this: a full disk must not undo it.
void SqliteClientStorage::wipeFreePages()
{
    for (const QString &statement :
         {u"PRAGMA secure_delete = OFF"_s, u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s}) {
        if (const Result<> ran = m_database.execute(statement); !ran)
            return;
    }
}

void SqliteClientStorage::rollback()
{
    m_forgetsBeyondRecovery = false;
    m_transaction.reset();
    m_staged.reset();
    static_cast<void>(endStaging().has_value()); // begin() tries again
}

Result<ClientMeta> SqliteClientStorage::meta()
{
    Statement select(m_database, u"client.meta"_s,
                     u"SELECT production, device, user_id, person, role, certificate, stream,"
                     " stream_sequence, last_hash, epoch, cursor, chain, high_water, digest,"
                     " digest_count, in_snapshot, snapshot_token, dirty, scope, authority_key"
                     " FROM meta WHERE id = 1"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    ClientMeta meta;
    if (!select.next())
        return meta;
    const auto sum = sync::DigestSum::fromBytes(select.bytes(13));
    if (!sum)
        return fail(damaged(u"the device's own state"_s));
    meta.production = idIn<ProductionId>(select, 0);
    meta.device = idIn<DeviceId>(select, 1);
    meta.user = idIn<UserId>(select, 2);
    meta.person = idIn<PersonId>(select, 3);
    meta.role = quint32(select.number(4));
    meta.certificate = select.unsignedNumber(5);
    meta.stream = idIn<StreamId>(select, 6);
    meta.streamSequence = select.unsignedNumber(7);
    meta.lastHash = hashIn(select, 8);
    meta.epoch = idIn<EpochId>(select, 9);
    meta.cursor = select.unsignedNumber(10);
    meta.chain = hashIn(select, 11);
    meta.highWater = select.unsignedNumber(12);
    meta.digest = {*sum, select.unsignedNumber(14)};
    meta.inSnapshot = select.number(15) != 0;
    meta.snapshotToken = select.bytes(16);
    meta.dirty = select.number(17) != 0;
    meta.scope = scopeIn(select.bytes(18));
    const QByteArray key = select.bytes(19);
    if (key.size() == qsizetype(meta.authorityKey.size()))
        std::copy(key.begin(), key.end(), meta.authorityKey.begin());
    return meta;
}

Result<> SqliteClientStorage::setMeta(const ClientMeta &meta)
{
    Statement upsert(
        m_database, u"client.set_meta"_s,
        u"INSERT INTO meta (id, production, device, user_id, person, role, certificate, stream,"
        " stream_sequence, last_hash, epoch, cursor, chain, high_water, digest, digest_count,"
        " in_snapshot, snapshot_token, dirty, scope, authority_key)"
        " VALUES (1, :production, :device, :user, :person, :role, :certificate, :stream,"
        " :stream_sequence, :last_hash, :epoch, :cursor, :chain, :high_water, :digest,"
        " :digest_count, :in_snapshot, :snapshot_token, :dirty, :scope, :authority_key)"
        " ON CONFLICT (id) DO UPDATE SET production = excluded.production,"
        " device = excluded.device, user_id = excluded.user_id, person = excluded.person,"
        " role = excluded.role, certificate = excluded.certificate, stream = excluded.stream,"
        " stream_sequence = excluded.stream_sequence, last_hash = excluded.last_hash,"
        " epoch = excluded.epoch, cursor = excluded.cursor, chain = excluded.chain,"
        " high_water = excluded.high_water, digest = excluded.digest,"
        " digest_count = excluded.digest_count, in_snapshot = excluded.in_snapshot,"
        " snapshot_token = excluded.snapshot_token, dirty = excluded.dirty,"
        " scope = excluded.scope, authority_key = excluded.authority_key"_s);
    upsert.bind(u":production", meta.production.toByteArray())
        .bind(u":device", meta.device.toByteArray())
        .bind(u":user", meta.user.toByteArray())
        .bind(u":person", meta.person.toByteArray())
        .bind(u":role", int(meta.role))
        .bind(u":certificate", meta.certificate)
        .bind(u":stream", meta.stream.toByteArray())
        .bind(u":stream_sequence", meta.streamSequence)
        .bind(u":last_hash", meta.lastHash.toByteArray())
        .bind(u":epoch", meta.epoch.toByteArray())
        .bind(u":cursor", meta.cursor)
        .bind(u":chain", meta.chain.toByteArray())
        .bind(u":high_water", meta.highWater)
        .bind(u":digest", meta.digest.sum.toBytes())
        .bind(u":digest_count", meta.digest.count)
        .bind(u":in_snapshot", meta.inSnapshot ? 1 : 0)
        .bind(u":snapshot_token", meta.snapshotToken)
        .bind(u":dirty", meta.dirty ? 1 : 0)
        .bind(u":scope", joined(meta.scope))
        .bind(u":authority_key",
              QByteArray(reinterpret_cast<const char *>(meta.authorityKey.data()),
                         qsizetype(meta.authorityKey.size())));
    return upsert.run();
}

Result<std::optional<EntityState>> SqliteClientStorage::base(EntityId id)
{
    Statement select(m_database, u"client.base"_s,
                     u"SELECT eid, etype, cell, last_seq, deleted, groups"
                     " FROM entity_base WHERE eid = :eid"_s);
    return oneState(select, id);
}

Result<> SqliteClientStorage::putBase(const EntityState &state, const RecordIndex &index)
{
    Statement put(m_database, u"client.put_base"_s,
                  u"INSERT OR REPLACE INTO entity_base"
                  " (eid, etype, cell, person, day, last_seq, deleted, groups)"
                  " VALUES (:eid, :etype, :cell, :person, :day, :last_seq, :deleted, :groups)"_s);
    bindState(put, state, index);
    return put.run();
}

Result<> SqliteClientStorage::clearBase()
{
    return m_database.execute(u"DELETE FROM entity_base"_s);
}

Result<std::optional<EntityState>> SqliteClientStorage::overlay(EntityId id)
{
    Statement select(m_database, u"client.overlay"_s,
                     u"SELECT eid, etype, cell, last_seq, deleted, groups"
                     " FROM entity_overlay WHERE eid = :eid"_s);
    return oneState(select, id);
}

Result<> SqliteClientStorage::putOverlay(const EntityState &state, const RecordIndex &index)
{
    Statement put(m_database, u"client.put_overlay"_s,
                  u"INSERT OR REPLACE INTO entity_overlay"
                  " (eid, etype, cell, person, day, last_seq, deleted, groups)"
                  " VALUES (:eid, :etype, :cell, :person, :day, :last_seq, :deleted, :groups)"_s);
    bindState(put, state, index);
    return put.run();
}

Result<> SqliteClientStorage::removeOverlay(EntityId id)
{
    Statement remove(m_database, u"client.remove_overlay"_s,
                     u"DELETE FROM entity_overlay WHERE eid = :eid"_s);
    remove.bind(u":eid", id.toByteArray());
    return remove.run();
}

Result<quint64> SqliteClientStorage::appendOutbox(const OutboxRow &row)
{
    Statement insert(m_database, u"client.append_outbox"_s,
                     u"INSERT INTO outbox"
                     " (mid, eid, stream, sseq, envelope, hash, status, seq, outcome)"
                     " VALUES (:mid, :eid, :stream, :sseq, :envelope, :hash, 0, 0, 1)"
                     " RETURNING n"_s);
    insert.bind(u":mid", row.mutation.toByteArray())
        .bind(u":eid", row.entity.toByteArray())
        .bind(u":stream", row.stream.toByteArray())
        .bind(u":sseq", row.sequence)
        .bind(u":envelope", row.envelope)
        .bind(u":hash", row.hash.toByteArray());
    if (const Result<> ran = insert.run(); !ran)
        return fail(ran.error());
    if (!insert.next())
        return fail(ErrorCode::StoreFailure, u"the outbox gave no number"_s);
    return insert.unsignedNumber(0);
}

// Columns: n, mid, eid, stream, sseq, envelope, hash, status, seq, outcome, conflict_id,
// refusal.
Result<std::vector<OutboxRow>> SqliteClientStorage::readOutbox(Statement &select)
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<OutboxRow> rows;
    while (select.next()) {
        OutboxRow row;
        row.number = select.unsignedNumber(0);
        row.mutation = idIn<MutationId>(select, 1);
        row.entity = idIn<EntityId>(select, 2);
        row.stream = idIn<StreamId>(select, 3);
        row.sequence = select.unsignedNumber(4);
        row.envelope = select.bytes(5);
        row.hash = hashIn(select, 6);
        row.status = static_cast<OutboxRow::Status>(select.number(7));
        row.loggedSequence = select.unsignedNumber(8);
        row.outcome = static_cast<protocol::Outcome>(select.number(9));
        if (!select.isNull(10))
            row.conflict = idIn<ConflictId>(select, 10);
        row.refusal = static_cast<protocol::Refusal>(select.unsignedNumber(11));
        if (sha256(row.envelope) != row.hash)
            return fail(damaged(u"an own change"_s));
        rows.push_back(std::move(row));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::vector<OutboxRow>> SqliteClientStorage::openOutboxOf(EntityId id, quint64 cursor)
{
    Statement select(m_database, u"client.open_outbox_of"_s,
                     u"SELECT n, mid, eid, stream, sseq, envelope, hash, status, seq, outcome,"
                     " conflict_id, refusal FROM outbox"
                     " WHERE eid = :eid AND (status = 0 OR seq > :cursor)"
                     " ORDER BY n LIMIT 100000"_s);
    select.bind(u":eid", id.toByteArray()).bind(u":cursor", cursor);
    return readOutbox(select);
}

Result<std::vector<EntityId>> SqliteClientStorage::openOutboxEntities(quint64 cursor)
{
    Statement select(m_database, u"client.open_outbox_entities"_s,
                     u"SELECT DISTINCT eid FROM outbox WHERE status = 0"
                     " UNION SELECT eid FROM outbox WHERE seq > :cursor"
                     " ORDER BY eid LIMIT 1000000"_s);
    select.bind(u":cursor", cursor);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<EntityId> ids;
    while (select.next())
        ids.push_back(idIn<EntityId>(select, 0));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return ids;
}

Result<std::vector<OutboxRow>> SqliteClientStorage::pendingAfter(quint64 number, int rowsMax)
{
    Statement select(m_database, u"client.pending_after"_s,
                     u"SELECT n, mid, eid, stream, sseq, envelope, hash, status, seq, outcome,"
                     " conflict_id, refusal FROM outbox WHERE status = 0 AND n > :number"
                     " ORDER BY n LIMIT :rows"_s);
    select.bind(u":number", number).bind(u":rows", rowsMax);
    return readOutbox(select);
}

Result<std::optional<EntityId>>
SqliteClientStorage::markAcked(const protocol::MutationResult &result)
{
    Statement update(m_database, u"client.mark_acked"_s,
                     u"UPDATE outbox SET status = 1, seq = :seq, outcome = :outcome,"
                     " conflict_id = :conflict, refusal = :refusal WHERE mid = :mid"
                     " RETURNING eid"_s);
    update.bind(u":seq", result.sequence)
        .bind(u":outcome", int(result.outcome))
        .bind(u":refusal", quint64(result.refusal))
        .bind(u":mid", result.mutation.toByteArray());
    if (result.conflict)
        update.bind(u":conflict", result.conflict->toByteArray());
    else
        update.bindNull(u":conflict");
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    if (!update.next())
        return std::nullopt;
    return std::optional(idIn<EntityId>(update, 0));
}

Result<> SqliteClientStorage::reopenAckedAbove(quint64 sequence)
{
    Statement update(m_database, u"client.reopen"_s,
                     u"UPDATE outbox SET status = 0, seq = 0, outcome = 1, conflict_id = NULL,"
                     " refusal = 0"
                     " WHERE status = 1 AND seq > :sequence"_s);
    update.bind(u":sequence", sequence);
    return update.run();
}

Result<sync::OutboxCounts> SqliteClientStorage::outboxCounts(quint64 cursor)
{
    Statement select(m_database, u"client.outbox_counts"_s,
                     u"SELECT (SELECT count(*) FROM outbox WHERE status = 0),"
                     " (SELECT count(*) FROM outbox WHERE seq > :cursor),"
                     " (SELECT count(*) FROM outbox WHERE seq = 0 AND status = 1)"_s);
    select.bind(u":cursor", cursor);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return fail(ErrorCode::StoreFailure, u"the outbox was not counted"_s);
    return sync::OutboxCounts{select.unsignedNumber(0), select.unsignedNumber(1),
                              select.unsignedNumber(2)};
}

Result<std::optional<OutboxRow>> SqliteClientStorage::lastOutboxRow()
{
    Statement select(m_database, u"client.last_outbox_row"_s,
                     u"SELECT n, mid, eid, stream, sseq, envelope, hash, status, seq, outcome,"
                     " conflict_id, refusal FROM outbox ORDER BY n DESC LIMIT 1"_s);
    auto rows = readOutbox(select);
    if (!rows)
        return fail(rows.error());
    return rows->empty() ? std::nullopt : std::optional(std::move(rows->front()));
}

Result<> SqliteClientStorage::clearStage()
{
    m_staged = sync::Digest();
    m_lastStaged = EntityId();
    return m_database.execute(u"DELETE FROM snap_stage"_s);
}

// Pages come in the order of the ids. If they do not, a record may have come twice: what is in the
// stage is counted in the end then.
void SqliteClientStorage::noteStaged(std::span<const StagedRow> rows)
{
    for (const StagedRow &row : rows) {
        if (!m_staged)
            return;
        m_staged->add(row.state);
        if (!(m_lastStaged < row.state.id))
            m_staged.reset();
        m_lastStaged = row.state.id;
    }
}

Result<> SqliteClientStorage::stage(std::span<const StagedRow> rows)
{
    Statement put(m_database, u"client.stage"_s,
                  u"INSERT OR REPLACE INTO snap_stage"
                  " (eid, etype, cell, person, day, last_seq, deleted, groups)"
                  " VALUES (:eid, :etype, :cell, :person, :day, :last_seq, :deleted, :groups)"_s);
    for (const StagedRow &row : rows) {
        bindState(put, row.state, row.index);
        if (const Result<> ran = put.run(); !ran)
            return ran;
    }
    noteStaged(rows);
    return {};
}

template<typename Use>
Result<> SqliteClientStorage::eachState(const QString &table, const Use &use)
{
    Statement select(m_database, u"client.each_state"_s,
                     u"SELECT eid, etype, cell, last_seq, deleted, groups FROM "_s + table
                         + u" ORDER BY eid LIMIT :rows"_s);
    select.bind(u":rows", std::numeric_limits<qint64>::max());
    if (const Result<> ran = select.run(); !ran)
        return ran;
    while (select.next()) {
        const Result<EntityState> state = stateIn(select);
        if (!state)
            return fail(state.error());
        use(*state);
    }
    return select.ended();
}

Result<sync::Digest> SqliteClientStorage::digestOf(const QString &table)
{
    sync::Digest digest;
    const Result<> read = eachState(table, [&](const EntityState &state) { digest.add(state); });
    return read ? Result<sync::Digest>(digest) : fail(read.error());
}

Result<sync::Digest> SqliteClientStorage::baseDigest()
{
    return digestOf(u"entity_base"_s);
}

Result<sync::BucketSums> SqliteClientStorage::baseBuckets()
{
    sync::BucketSums sums;
    const Result<> read = eachState(u"entity_base"_s, [&](const EntityState &state) {
        sums[sync::bucketOf(state.id)].add(sync::digestLeaf(state));
    });
    return read ? Result<sync::BucketSums>(sums) : fail(read.error());
}

Result<sync::ClientStorage::Removal> SqliteClientStorage::removalByStage()
{
    Statement select(m_database, u"client.removal"_s,
                     u"SELECT (SELECT count(*) FROM entity_base),"
                     " (SELECT count(*) FROM entity_base WHERE NOT EXISTS"
                     " (SELECT 1 FROM snap_stage WHERE snap_stage.eid = entity_base.eid))"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return fail(ErrorCode::StoreFailure, u"the records were not counted"_s);
    return Removal{select.unsignedNumber(0), select.unsignedNumber(1)};
}

Result<sync::Digest> SqliteClientStorage::swapStagedPart(std::span<const QByteArray> cells,
                                                         std::span<const quint32> buckets)
{
    QByteArray wanted("");
    for (const quint32 bucket : buckets)
        wanted.append(static_cast<char>(bucket));
    const QString inBuckets =
        buckets.empty() ? QString() : u" AND instr(:buckets, substr(eid, 16, 1)) > 0"_s;
    {
        Statement remove(m_database, u"client.remove_part"_s,
                         u"DELETE FROM entity_base WHERE "_s + covered(cells) + inBuckets);
        bindCovered(remove, cells);
        if (!buckets.empty())
            remove.bind(u":buckets", wanted);
        if (const Result<> ran = remove.run(); !ran)
            return fail(ran.error());
    }
    m_staged.reset();
    const Result<> moved = m_database.executeScript(
        u"INSERT OR REPLACE INTO entity_base"
        " (eid, etype, cell, person, day, last_seq, deleted, groups)"
        " SELECT eid, etype, cell, person, day, last_seq, deleted, groups FROM snap_stage"
        " ORDER BY eid;\n"
        "DELETE FROM snap_stage;\n"_s);
    return moved ? baseDigest() : fail(moved.error());
}

Result<sync::Digest> SqliteClientStorage::keepOnly(std::span<const QByteArray> scope)
{
    if (const Result<> set = m_database.execute(u"PRAGMA secure_delete = ON"_s); !set)
        return fail(set.error());
    m_forgetsBeyondRecovery = true;
    // Steps of undo hold days, too.
    if (const Result<> forgotten =
            m_database.executeScript(u"DELETE FROM undo_day;\nDELETE FROM undo_step;\n"_s);
        !forgotten)
        return fail(forgotten.error());
    {
        Statement remove(m_database, u"client.keep_only"_s,
                         u"DELETE FROM entity_base WHERE NOT "_s + covered(scope));
        bindCovered(remove, scope);
        if (const Result<> ran = remove.run(); !ran)
            return fail(ran.error());
    }
    const Result<> removed =
        m_database.execute(u"DELETE FROM log_row WHERE NOT EXISTS"
                           " (SELECT 1 FROM entity_base WHERE entity_base.eid = log_row.eid)"_s);
    return removed ? baseDigest() : fail(removed.error());
}

Result<sync::Digest> SqliteClientStorage::swapStage()
{
    const Result<sync::Digest> digest = m_staged ? *m_staged : digestOf(u"snap_stage"_s);
    if (!digest)
        return digest;
    m_staged.reset();
    // The stage becomes the base by its name: its rows are not written a second time, and the index
    // is built once over all of them (docs/performance.md). The view keeps naming the base.
    const Result<> swapped =
        m_database.executeScript(u"PRAGMA legacy_alter_table = ON;\n"
                                 "DROP INDEX entity_base_by_day;\n"
                                 "DELETE FROM entity_base;\n"
                                 "ALTER TABLE entity_base RENAME TO snap_swap;\n"
                                 "ALTER TABLE snap_stage RENAME TO entity_base;\n"
                                 "ALTER TABLE snap_swap RENAME TO snap_stage;\n"
                                 "CREATE INDEX entity_base_by_day"
                                 " ON entity_base (etype, day, person);\n"
                                 "PRAGMA legacy_alter_table = OFF;\n"_s);
    if (!swapped)
        return fail(swapped.error());
    return digest;
}

Result<std::vector<protocol::HistoryPoint>> SqliteClientStorage::checkpoints()
{
    Statement select(m_database, u"client.checkpoints"_s,
                     u"SELECT seq, chain FROM checkpoint ORDER BY seq LIMIT 1000"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<protocol::HistoryPoint> points;
    while (select.next())
        points.push_back({select.unsignedNumber(0), hashIn(select, 1)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return points;
}

Result<> SqliteClientStorage::setCheckpoints(std::span<const protocol::HistoryPoint> points)
{
    if (const Result<> cleared = m_database.execute(u"DELETE FROM checkpoint"_s); !cleared)
        return cleared;
    Statement insert(m_database, u"client.set_checkpoints"_s,
                     u"INSERT INTO checkpoint (seq, chain) VALUES (:seq, :chain)"_s);
    for (const protocol::HistoryPoint &point : points) {
        insert.bind(u":seq", point.sequence).bind(u":chain", point.chain.toByteArray());
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

Result<> SqliteClientStorage::putLogRow(EntityId entity, const protocol::LogRow &row)
{
    Statement put(m_database, u"client.put_log_row"_s,
                  u"INSERT OR REPLACE INTO log_row"
                  " (eid, seq, outcome, envelope, conflict_id, received_ms, flags)"
                  " VALUES (:eid, :seq, :outcome, :envelope, :conflict, :received, :flags)"_s);
    put.bind(u":eid", entity.toByteArray())
        .bind(u":seq", row.sequence)
        .bind(u":outcome", int(row.outcome))
        .bind(u":envelope", row.envelope)
        .bind(u":received", row.receivedMs)
        .bind(u":flags", int(row.flags));
    if (row.conflict)
        put.bind(u":conflict", row.conflict->toByteArray());
    else
        put.bindNull(u":conflict");
    return put.run();
}

Result<> SqliteClientStorage::removeLogAbove(quint64 sequence)
{
    Statement remove(m_database, u"client.remove_log_above"_s,
                     u"DELETE FROM log_row WHERE seq > :sequence"_s);
    remove.bind(u":sequence", sequence);
    return remove.run();
}

Result<> SqliteClientStorage::putIncident(const QString &kind, const QString &detail, qint64 atMs)
{
    Statement insert(m_database, u"client.put_incident"_s,
                     u"INSERT INTO incident (kind, detail, at_ms)"
                     " VALUES (:kind, :detail, :at)"_s);
    insert.bind(u":kind", kind).bind(u":detail", detail).bind(u":at", atMs);
    return insert.run();
}

} // namespace film::store
