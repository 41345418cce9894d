#include "shared/store/groups_json.h"
#include "shared/store/server_transaction_sql.h"
#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;
using protocol::Cell;

Result<> RowwiseTransaction::start(const sync::BatchWanted &wanted)
{
    // On SQLite the transaction holds the only write lock there is.
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    m_transaction.emplace(std::move(*transaction));
    const Result<> read = readHead();
    return read ? find(wanted) : read;
}

Result<> RowwiseTransaction::find(const sync::BatchWanted &wanted)
{
    Result<> read = findMutations(wanted.mutations);
    read = read ? findPositions(wanted.positions) : read;
    read = read ? findStreams(wanted.streams) : read;
    return read ? findEntities(wanted.entities) : read;
}

Result<> RowwiseTransaction::write(const sync::BatchPart &part)
{
    Result<> written = writeRows(part.rows);
    written = written ? writeEntities(part.added) : written;
    return written ? writeEntities(part.changed) : written;
}

Result<> RowwiseTransaction::commit(const sync::BatchEnd &end)
{
    Result<> written = writeQuarantine(end.quarantined);
    if (end.head != m_found.head) {
        written = written ? writeDigests(end.addedDigests) : written;
        written = written ? writeDigests(end.changedDigests) : written;
        written = written ? writeHead(end.head) : written;
    }
    if (!written)
        return written;
    const Result<> committed = m_transaction->commit();
    if (committed || committed.error().code == ErrorCode::Busy
        || committed.error().code == ErrorCode::StoreFull)
        return committed;
    // A disk that fails while it writes may have kept what it was given.
    return fail(ErrorCode::Timeout, committed.error().message);
}

Result<> RowwiseTransaction::findMutations(std::span<const MutationId> mutations)
{
    Statement select(m_database, u"lane.find_mutation"_s,
                     u"SELECT seq, outcome, conflict_id FROM change_log"
                     " WHERE production_id = :production AND mid = :mid"_s);
    for (const MutationId &mutation : mutations) {
        select.bind(u":production", m_production.toByteArray())
            .bind(u":mid", mutation.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            continue;
        sync::LoggedMutation logged{mutation, select.unsignedNumber(0),
                                    static_cast<protocol::Outcome>(select.number(1)), std::nullopt};
        if (!select.isNull(2))
            logged.conflict = ConflictId::fromBytes(select.bytes(2));
        m_found.mutations.push_back(logged);
    }
    return {};
}

Result<> RowwiseTransaction::findEntities(std::span<const EntityId> entities)
{
    Statement select(m_database, u"lane.find_entity"_s,
                     u"SELECT etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
                     " FROM entity WHERE production_id = :production AND eid = :eid"_s);
    for (const EntityId &id : entities) {
        select.bind(u":production", m_production.toByteArray()).bind(u":eid", id.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            continue;
        m_found.entities.push_back({id, static_cast<EntityType>(select.number(0)),
                                    cellFrom(select.number(1), select.bytes(2), select.bytes(3)),
                                    select.unsignedNumber(4), select.number(5) != 0,
                                    select.bytes(6)});
    }
    return {};
}

Result<> RowwiseTransaction::findPositions(std::span<const sync::StreamPosition> positions)
{
    Statement select(m_database, u"lane.find_position"_s,
                     u"SELECT 1 FROM change_log WHERE production_id = :production"
                     " AND stream_id = :stream AND sseq = :sequence LIMIT 1"_s);
    for (const sync::StreamPosition &position : positions) {
        select.bind(u":production", m_production.toByteArray())
            .bind(u":stream", position.stream.toByteArray())
            .bind(u":sequence", position.sequence);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (select.next())
            m_found.positions.push_back(position);
    }
    return {};
}

Result<> RowwiseTransaction::findStreams(std::span<const StreamId> streams)
{
    Statement select(m_database, u"lane.find_stream"_s,
                     u"SELECT sseq FROM change_log WHERE production_id = :production"
                     " AND stream_id = :stream ORDER BY sseq DESC LIMIT 1"_s);
    for (const StreamId &stream : streams) {
        select.bind(u":production", m_production.toByteArray())
            .bind(u":stream", stream.toByteArray());
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (select.next())
            m_found.streams.push_back({stream, select.unsignedNumber(0)});
    }
    return {};
}

Result<std::map<QByteArray, sync::Digest>>
RowwiseTransaction::findDigests(std::span<const QByteArray> cells)
{
    Statement select(m_database, u"lane.find_digest"_s,
                     u"SELECT sum, count FROM cell_digest"
                     " WHERE production_id = :production AND cell = :cell"_s);
    std::map<QByteArray, sync::Digest> found;
    for (const QByteArray &cell : cells) {
        select.bind(u":production", m_production.toByteArray()).bind(u":cell", cell);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        if (!select.next())
            continue;
        const auto sum = sync::DigestSum::fromBytes(select.bytes(0));
        if (!sum)
            return fail(ErrorCode::StoreCorrupt, u"a digest cannot be read"_s);
        found[cell] = {*sum, select.unsignedNumber(1)};
    }
    return found;
}

Result<> RowwiseTransaction::writeRows(const std::vector<sync::LogAppend> &rows)
{
    Statement insert(
        m_database, u"lane.append"_s,
        u"INSERT INTO change_log (production_id, seq, mid, stream_id, sseq, device_id, author,"
        " etype, eid, cell_kind, department_id, person_id, outcome, conflict_id, received_ms,"
        " session_id, salt, envelope, env_hash, post, chain, flags)"
        " VALUES (:production, :seq, :mid, :stream, :sseq, :device, :author, :etype, :eid,"
        " :cell_kind, :department, :person, :outcome, :conflict, :received, :session, :salt,"
        " :envelope, :hash, :post, :chain, :flags)"_s);
    for (const sync::LogAppend &row : rows) {
        insert.bind(u":production", m_production.toByteArray())
            .bind(u":seq", row.sequence)
            .bind(u":mid", row.mutation.toByteArray())
            .bind(u":stream", row.position.stream.toByteArray())
            .bind(u":sseq", row.position.sequence)
            .bind(u":device", row.device.toByteArray())
            .bind(u":author", row.author.toByteArray())
            .bind(u":etype", int(row.type))
            .bind(u":eid", row.entity.toByteArray())
            .bind(u":cell_kind", int(row.cell.kind()))
            .bind(u":department", row.cell.department().toByteArray())
            .bind(u":person", row.cell.person().toByteArray())
            .bind(u":outcome", int(row.outcome))
            .bind(u":received", row.receivedMs)
            .bind(u":session", row.session.toByteArray())
            .bind(u":salt", QByteArray(reinterpret_cast<const char *>(row.salt.data()), 16))
            .bind(u":envelope", row.envelope)
            .bind(u":hash", row.envelopeHash.toByteArray())
            .bind(u":post", row.post)
            .bind(u":chain", row.chain.toByteArray())
            .bind(u":flags", int(row.flags));
        if (row.conflict)
            insert.bind(u":conflict", row.conflict->toByteArray());
        else
            insert.bindNull(u":conflict");
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

Result<> RowwiseTransaction::writeEntities(const std::vector<protocol::EntityState> &entities)
{
    Statement upsert(
        m_database, u"lane.entity"_s,
        u"INSERT INTO entity (production_id, eid, etype, cell_kind, department_id, person_id,"
        " last_seq, deleted, groups, doc)"
        " VALUES (:production, :eid, :etype, :cell_kind, :department, :person, :last_seq,"
        " :deleted, :groups, :doc)"
        " ON CONFLICT (production_id, eid) DO UPDATE SET etype = excluded.etype,"
        " cell_kind = excluded.cell_kind, department_id = excluded.department_id,"
        " person_id = excluded.person_id, last_seq = excluded.last_seq,"
        " deleted = excluded.deleted, groups = excluded.groups, doc = excluded.doc"_s);
    for (const protocol::EntityState &state : entities) {
        upsert.bind(u":production", m_production.toByteArray())
            .bind(u":eid", state.id.toByteArray())
            .bind(u":etype", int(state.type))
            .bind(u":cell_kind", int(state.cell.kind()))
            .bind(u":department", state.cell.department().toByteArray())
            .bind(u":person", state.cell.person().toByteArray())
            .bind(u":last_seq", state.lastSequence)
            .bind(u":deleted", state.deleted ? 1 : 0)
            .bind(u":groups", state.groups)
            .bind(u":doc", QString::fromUtf8(groupsAsJson(state.groups)));
        if (const Result<> ran = upsert.run(); !ran)
            return ran;
    }
    return {};
}

Result<> RowwiseTransaction::readHead()
{
    Statement select(m_database, u"lane.head_read"_s,
                     u"SELECT head_seq, chain, epoch FROM production WHERE production_id = :id"_s);
    select.bind(u":id", m_production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return ran;
    if (!select.next())
        return fail(ErrorCode::NotFound, u"unknown production"_s);
    const auto chain = Hash32::fromBytes(select.bytes(1));
    const auto epoch = EpochId::fromBytes(select.bytes(2));
    if (!chain || !epoch)
        return fail(ErrorCode::StoreCorrupt, u"the production's head cannot be read"_s);
    m_found.head = {select.unsignedNumber(0), *chain, *epoch};
    return {};
}

Result<> RowwiseTransaction::writeDigests(const std::map<QByteArray, sync::Digest> &digests)
{
    Statement upsert(m_database, u"lane.digest"_s,
                     u"INSERT INTO cell_digest (production_id, cell, person_id, sum, count)"
                     " VALUES (:production, :cell, :person, :sum, :count)"
                     " ON CONFLICT (production_id, cell) DO UPDATE"
                     " SET sum = excluded.sum, count = excluded.count"_s);
    for (const auto &[bytes, digest] : digests) {
        const auto cell = Cell::fromBytes(bytes);
        upsert.bind(u":production", m_production.toByteArray())
            .bind(u":cell", bytes)
            .bind(u":person", cell ? cell->person().toByteArray() : PersonId().toByteArray())
            .bind(u":sum", digest.sum.toBytes())
            .bind(u":count", digest.count);
        if (const Result<> ran = upsert.run(); !ran)
            return ran;
    }
    return {};
}

Result<> RowwiseTransaction::writeHead(const sync::ProductionHead &head)
{
    Statement update(m_database, u"lane.head"_s,
                     u"UPDATE production SET head_seq = :head, chain = :chain"
                     " WHERE production_id = :production"_s);
    update.bind(u":head", head.sequence)
        .bind(u":chain", head.chain.toByteArray())
        .bind(u":production", m_production.toByteArray());
    return update.run();
}

Result<>
RowwiseTransaction::writeQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined)
{
    Statement insert(m_database, u"lane.quarantine"_s,
                     u"INSERT INTO quarantine (production_id, env_hash, mid, device_id, session_id,"
                     " received_ms, envelope, reason)"
                     " VALUES (:production, :hash, :mid, :device, :session, :received, :envelope,"
                     " :reason) ON CONFLICT (production_id, env_hash) DO NOTHING"_s);
    for (const sync::QuarantinedEnvelope &kept : quarantined) {
        insert.bind(u":production", m_production.toByteArray())
            .bind(u":hash", sha256(kept.envelope).toByteArray())
            .bind(u":mid", kept.mutation.toByteArray())
            .bind(u":device", kept.device.toByteArray())
            .bind(u":session", kept.session.toByteArray())
            .bind(u":received", kept.receivedMs)
            .bind(u":envelope", kept.envelope)
            .bind(u":reason", kept.reason);
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

} // namespace film::store
