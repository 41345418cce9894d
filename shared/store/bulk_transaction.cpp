#include "shared/store/database_private.h"
#include "shared/store/postgres_bulk.h"
#include "shared/store/server_transaction_sql.h"

#include <algorithm>

namespace film::store {

namespace {

// A null one would be NULL.
QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

// Below that any plan is fast.
constexpr quint64 replanFrom = 64;

// The types of server/postgres/0004_whole_rows.sql.
constexpr const char *logRow = "log_row";
constexpr const char *entityRow = "entity_row";

constexpr auto bytesOfId = [](const auto &id) { return id.view(); };

void writeLogRow(PostgresBulk::RowWriter &to, const sync::LogAppend &row)
{
    to.number(static_cast<qint64>(row.sequence))
        .bytes(row.mutation.view())
        .bytes(row.position.stream.view())
        .number(static_cast<qint64>(row.position.sequence))
        .bytes(row.device.view())
        .bytes(row.author.view())
        .number(static_cast<qint64>(row.type))
        .bytes(row.entity.view())
        .number(static_cast<qint64>(row.cell.kind()))
        .bytes(row.cell.department().view())
        .bytes(row.cell.person().view())
        .number(static_cast<qint64>(row.outcome))
        .bytes(row.conflict ? row.conflict->view() : QByteArrayView())
        .number(row.receivedMs)
        .bytes(row.session.view())
        .bytes(QByteArrayView(row.salt.data(), qsizetype(row.salt.size())))
        .bytes(notNull(row.envelope))
        .bytes(row.envelopeHash.view())
        .bytes(notNull(row.post))
        .bytes(row.chain.view())
        .number(row.flags);
}

void writeEntityRow(PostgresBulk::RowWriter &to, const protocol::EntityState &state)
{
    to.bytes(state.id.view())
        .number(static_cast<qint64>(state.type))
        .number(static_cast<qint64>(state.cell.kind()))
        .bytes(state.cell.department().view())
        .bytes(state.cell.person().view())
        .number(static_cast<qint64>(state.lastSequence))
        .number(state.deleted ? 1 : 0)
        .bytes(notNull(state.groups));
}

} // namespace

BulkTransaction::~BulkTransaction()
{
    if (m_bulk.isUnderWay())
        static_cast<void>(m_bulk.run().has_value()); // to get its answers out of the way
    // A rollback that fails has nothing to take back: the connection is gone, and with it the
    // transaction.
    if (m_isOpen)
        static_cast<void>(m_database.execute(QStringLiteral("ROLLBACK")).has_value());
}

Result<> BulkTransaction::start(const sync::BatchWanted &wanted)
{
    if (const Result<> ready = makeReady(); !ready)
        return ready;
    m_isOpen = true;
    m_database.access().isWaitCancelled = false; // of a statement of its own, before
    m_bulk.add("lane.begin", "BEGIN");
    addLock();
    // Each in a snapshot of its own, taken when the lock was there (READ COMMITTED).
    addFind(wanted);
    if (const Result<> ran = m_bulk.run(); !ran)
        return ran;
    if (!m_isLocked)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown production"));
    if (!m_isReadable)
        return fail(ErrorCode::StoreCorrupt,
                    QStringLiteral("the production's head cannot be read"));
    return {};
}

Result<> BulkTransaction::find(const sync::BatchWanted &wanted)
{
    addFind(wanted);
    return m_bulk.isWaiting() ? m_bulk.run() : Result<>();
}

Result<> BulkTransaction::write(const sync::BatchPart &part)
{
    addRows(part.rows);
    addNewEntities(part.added);
    addChangedEntities(part.changed);
    m_bulk.send();
    return {};
}

Result<> BulkTransaction::commit(const sync::BatchEnd &end)
{
    addQuarantine(end.quarantined);
    if (end.head != m_found.head) {
        addNewDigests(end.addedDigests);
        addChangedDigests(end.changedDigests);
        addHead(end.head);
    }
    m_bulk.add("lane.commit", "COMMIT");
    const Result<> ran = m_bulk.run();
    if (ran)
        m_isOpen = false;
    quint64 &seen = m_database.access().rowsSeen;
    seen = std::max(seen, end.head.sequence);
    if (ran)
        return checkReplicated(m_database);
    // An answer, even a refusal, is an answer; a broken connection is none.
    return m_database.isAlive() ? ran : fail(ErrorCode::Timeout, ran.error().message);
}

unsigned int BulkTransaction::rowType(const char *name) const
{
    return m_database.access().rowTypes.at(name);
}

// A statement keeps the plan that it got when the tables were small, and a new table has no
// statistics until somebody analyses it: chosen at 40 rows, a walk through all of a production's
// log for each batch was still made at 10,000 (docs/performance.md). What a lane asks and writes is
// found by its key, however large a table is; LATERAL with LIMIT 1 says it, one probe of an index
// for each. Which index still is the planner's choice, and on an empty table it may be any: what is
// twice as large as when it was planned is planned again.
Result<> BulkTransaction::makeReady()
{
    Database::Private &known = m_database.access();
    if (known.rowTypes.empty()) {
        const Result<> ready = m_bulk.run(
            "lane.ready",
            "SELECT 'log_row'::regtype::oid::bigint, 'entity_row'::regtype::oid::bigint,"
            " set_config('plan_cache_mode', 'force_generic_plan', false),"
            " (SELECT count(set_config(name, 'off', false)) FROM pg_settings WHERE name"
            " IN ('enable_seqscan', 'enable_hashjoin', 'enable_mergejoin', 'enable_memoize',"
            " 'jit'))",
            {}, [&known](const PostgresBulk::Row &row) {
                known.rowTypes[logRow] = static_cast<unsigned int>(row.number(0));
                known.rowTypes[entityRow] = static_cast<unsigned int>(row.number(1));
            });
        if (!ready)
            return ready;
    }
    if (known.rowsSeen < std::max(replanFrom, 2 * known.rowsPlanned))
        return {};
    known.rowsPlanned = known.rowsSeen;
    return m_bulk.run("lane.plan_again", "DISCARD PLANS", {});
}

void BulkTransaction::addFind(const sync::BatchWanted &wanted)
{
    addFindMutations(wanted.mutations);
    addFindPositions(wanted.positions);
    addFindStreams(wanted.streams);
    addFindEntities(wanted.entities);
}

void BulkTransaction::addFindMutations(std::span<const MutationId> mutations)
{
    if (mutations.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(mutations, bytesOfId);
    m_bulk.add("lane.find_mutations",
               "SELECT l.mid, l.seq, l.outcome, l.conflict_id FROM unnest($2) AS w (mid)"
               " CROSS JOIN LATERAL (SELECT mid, seq, outcome, conflict_id FROM change_log"
               " WHERE production_id = $1 AND mid = w.mid LIMIT 1) AS l",
               std::move(values), [this](const PostgresBulk::Row &row) {
                   sync::LoggedMutation logged;
                   logged.mutation = MutationId::fromBytes(row.view(0)).value_or(MutationId());
                   logged.sequence = quint64(row.number(1));
                   logged.outcome = static_cast<protocol::Outcome>(row.number(2));
                   if (!row.isNull(3))
                       logged.conflict = ConflictId::fromBytes(row.view(3));
                   m_found.mutations.push_back(logged);
               });
}

void BulkTransaction::addFindEntities(std::span<const EntityId> entities)
{
    if (entities.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(entities, bytesOfId);
    m_bulk.add("lane.find_entities",
               "SELECT e.* FROM unnest($2) AS w (eid) CROSS JOIN LATERAL"
               " (SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
               " FROM entity WHERE production_id = $1 AND eid = w.eid LIMIT 1) AS e",
               std::move(values), [this](const PostgresBulk::Row &row) {
                   m_found.entities.push_back(
                       {EntityId::fromBytes(row.view(0)).value_or(EntityId()),
                        static_cast<EntityType>(row.number(1)),
                        cellFrom(row.number(2), row.view(3), row.view(4)), quint64(row.number(5)),
                        row.number(6) != 0, row.bytes(7)});
               });
}

void BulkTransaction::addFindPositions(std::span<const sync::StreamPosition> positions)
{
    if (positions.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(positions, [](const auto &p) { return p.stream.view(); });
    values.numbers(positions, [](const auto &p) { return p.sequence; });
    m_bulk.add(
        "lane.find_positions",
        "SELECT w.stream_id, w.sseq FROM unnest($2, $3) AS w (stream_id, sseq)"
        " CROSS JOIN LATERAL (SELECT 1 FROM change_log AS l"
        " WHERE l.production_id = $1 AND l.stream_id = w.stream_id"
        " AND l.sseq = w.sseq LIMIT 1) AS taken",
        std::move(values), [this](const PostgresBulk::Row &row) {
            m_found.positions.push_back(
                {StreamId::fromBytes(row.view(0)).value_or(StreamId()), quint64(row.number(1))});
        });
}

void BulkTransaction::addFindStreams(std::span<const StreamId> streams)
{
    if (streams.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(streams, bytesOfId);
    m_bulk.add("lane.find_streams",
               "SELECT w.stream_id, last.sseq FROM unnest($2) AS w (stream_id)"
               " CROSS JOIN LATERAL (SELECT l.sseq FROM change_log AS l"
               " WHERE l.production_id = $1 AND l.stream_id = w.stream_id"
               " ORDER BY l.sseq DESC LIMIT 1) AS last",
               std::move(values), [this](const PostgresBulk::Row &row) {
                   m_found.streams.push_back({StreamId::fromBytes(row.view(0)).value_or(StreamId()),
                                              quint64(row.number(1))});
               });
}

Result<std::map<QByteArray, sync::Digest>>
BulkTransaction::findDigests(std::span<const QByteArray> cells)
{
    std::map<QByteArray, sync::Digest> found;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(cells, notNull); // the sum of all has the empty cell
    bool isReadable = true;
    const Result<> ran = m_bulk.run("lane.find_digests",
                                    "SELECT cell, sum, count FROM cell_digest"
                                    " WHERE production_id = $1 AND cell = ANY($2)",
                                    std::move(values), [&](const PostgresBulk::Row &row) {
                                        const auto sum = sync::DigestSum::fromBytes(row.bytes(1));
                                        isReadable = isReadable && sum;
                                        if (sum)
                                            found[row.bytes(0)] = {*sum, quint64(row.number(2))};
                                    });
    if (!ran)
        return fail(ran.error());
    if (!isReadable)
        return fail(ErrorCode::StoreCorrupt, QStringLiteral("a digest cannot be read"));
    return found;
}

void BulkTransaction::addRows(const std::vector<sync::LogAppend> &rows)
{
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.rows(rowType(logRow), rows, writeLogRow);
    m_bulk.add(
        "lane.append",
        "INSERT INTO change_log (production_id, seq, mid, stream_id, sseq, device_id, author,"
        " etype, eid, cell_kind, department_id, person_id, outcome, conflict_id, received_ms,"
        " session_id, salt, envelope, env_hash, post, chain, flags)"
        " SELECT $1, r.* FROM unnest($2::log_row[]) AS r",
        std::move(values));
}

void BulkTransaction::addNewEntities(const std::vector<protocol::EntityState> &entities)
{
    if (entities.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.rows(rowType(entityRow), entities, writeEntityRow);
    m_bulk.add("lane.new_entities",
               "INSERT INTO entity (production_id, eid, etype, cell_kind, department_id, person_id,"
               " last_seq, deleted, groups)"
               " SELECT $1, r.* FROM unnest($2::entity_row[]) AS r",
               std::move(values));
}

void BulkTransaction::addChangedEntities(const std::vector<protocol::EntityState> &entities)
{
    if (entities.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.rows(rowType(entityRow), entities, writeEntityRow);
    m_bulk.add("lane.changed_entities",
               "UPDATE entity SET etype = r.etype, cell_kind = r.cell_kind,"
               " department_id = r.department_id, person_id = r.person_id, last_seq = r.last_seq,"
               " deleted = r.deleted, groups = r.groups"
               " FROM unnest($2::entity_row[]) AS r CROSS JOIN LATERAL (SELECT ctid FROM entity"
               " WHERE production_id = $1 AND eid = r.eid LIMIT 1) AS known"
               " WHERE entity.ctid = known.ctid",
               std::move(values));
}

void BulkTransaction::addNewDigests(const std::map<QByteArray, sync::Digest> &digests)
{
    if (digests.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(digests, [](const auto &each) { return notNull(each.first); });
    values.byteArrays(digests, [](const auto &each) {
        const auto cell = protocol::Cell::fromBytes(each.first);
        return (cell ? cell->person() : PersonId()).toByteArray();
    });
    values.byteArrays(digests, [](const auto &each) { return each.second.sum.toBytes(); });
    values.numbers(digests, [](const auto &each) { return each.second.count; });
    m_bulk.add("lane.new_digests",
               "INSERT INTO cell_digest (production_id, cell, person_id, sum, count)"
               " SELECT $1, r.* FROM unnest($2, $3, $4, $5) AS r",
               std::move(values));
}

void BulkTransaction::addChangedDigests(const std::map<QByteArray, sync::Digest> &digests)
{
    if (digests.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(digests, [](const auto &each) { return notNull(each.first); });
    values.byteArrays(digests, [](const auto &each) { return each.second.sum.toBytes(); });
    values.numbers(digests, [](const auto &each) { return each.second.count; });
    m_bulk.add("lane.changed_digests",
               "UPDATE cell_digest SET sum = r.sum, count = r.count"
               " FROM unnest($2, $3, $4) AS r (cell, sum, count)"
               " CROSS JOIN LATERAL (SELECT ctid FROM cell_digest"
               " WHERE production_id = $1 AND cell = r.cell LIMIT 1) AS known"
               " WHERE cell_digest.ctid = known.ctid",
               std::move(values));
}

void BulkTransaction::addHead(const sync::ProductionHead &head)
{
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.number(static_cast<qint64>(head.sequence));
    values.bytes(head.chain.view());
    m_bulk.add("lane.head",
               "UPDATE production SET head_seq = $2, chain = $3 WHERE production_id = $1",
               std::move(values));
}

void BulkTransaction::addQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined)
{
    using Kept = sync::QuarantinedEnvelope;
    if (quarantined.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(quarantined, [](const Kept &k) { return sha256(k.envelope).toByteArray(); });
    values.byteArrays(quarantined, [](const Kept &k) { return k.mutation.view(); });
    values.byteArrays(quarantined, [](const Kept &k) { return k.device.view(); });
    values.byteArrays(quarantined, [](const Kept &k) { return k.session.view(); });
    values.numbers(quarantined, [](const Kept &k) { return k.receivedMs; });
    values.byteArrays(quarantined, [](const Kept &k) { return notNull(k.envelope); });
    values.texts(quarantined, [](const Kept &k) { return notNull(k.reason.toUtf8()); });
    m_bulk.add("lane.quarantine",
               "INSERT INTO quarantine (production_id, env_hash, mid, device_id, session_id,"
               " received_ms, envelope, reason)"
               " SELECT $1, r.* FROM unnest($2, $3, $4, $5, $6, $7, $8) AS r"
               " ON CONFLICT (production_id, env_hash) DO NOTHING",
               std::move(values));
}

void BulkTransaction::addLock()
{
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    m_bulk.add("lane.lock",
               "SELECT head_seq, chain, epoch FROM production WHERE production_id = $1"
               " FOR UPDATE",
               std::move(values), [this](const PostgresBulk::Row &row) {
                   const auto chain = Hash32::fromBytes(row.view(1));
                   const auto epoch = EpochId::fromBytes(row.view(2));
                   m_isLocked = true;
                   m_isReadable = chain && epoch;
                   if (m_isReadable)
                       m_found.head = {quint64(row.number(0)), *chain, *epoch};
               });
}

} // namespace film::store
