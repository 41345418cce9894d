#include "shared/store/postgres_bulk.h"
#include "shared/store/server_transaction_sql.h"

namespace film::store {

namespace {

// A null one would be NULL.
QByteArray notNull(const QByteArray &bytes)
{
    return bytes.isNull() ? QByteArray("") : bytes;
}

constexpr auto bytesOfId = [](const auto &id) { return id.view(); };

PostgresBulk::Values valuesOf(ProductionId production,
                              const std::vector<protocol::EntityState> &entities)
{
    using State = protocol::EntityState;
    PostgresBulk::Values values;
    values.bytes(production.view());
    values.byteArrays(entities, [](const State &s) { return s.id.view(); });
    values.numbers(entities, [](const State &s) { return s.type; });
    values.numbers(entities, [](const State &s) { return s.cell.kind(); });
    values.byteArrays(entities, [](const State &s) { return s.cell.department().toByteArray(); });
    values.byteArrays(entities, [](const State &s) { return s.cell.person().toByteArray(); });
    values.numbers(entities, [](const State &s) { return s.lastSequence; });
    values.numbers(entities, [](const State &s) { return s.deleted ? 1 : 0; });
    values.byteArrays(entities, [](const State &s) { return s.groups; });
    return values;
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
    m_isOpen = true;
    m_bulk.add("lane.begin", "BEGIN");
    addLock();
    // Each in a snapshot of its own, taken when the lock was there (READ COMMITTED).
    addFindMutations(wanted.mutations);
    addFindPositions(wanted.positions);
    addFindEntities(wanted.entities);
    if (const Result<> ran = m_bulk.run(); !ran)
        return ran;
    if (!m_isLocked)
        return fail(ErrorCode::NotFound, QStringLiteral("unknown production"));
    if (!m_isReadable)
        return fail(ErrorCode::StoreCorrupt,
                    QStringLiteral("the production's head cannot be read"));
    return {};
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
        addDigests(end.digests);
        addHead(end.head);
    }
    m_bulk.add("lane.commit", "COMMIT");
    const Result<> ran = m_bulk.run();
    if (ran)
        m_isOpen = false;
    // An answer, even a refusal, is an answer; a broken connection is none.
    if (ran || m_database.isAlive())
        return ran;
    return fail(ErrorCode::Timeout, ran.error().message);
}

void BulkTransaction::addFindMutations(std::span<const MutationId> mutations)
{
    if (mutations.empty())
        return;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(mutations, bytesOfId);
    m_bulk.add("lane.find_mutations",
               "SELECT mid, seq, outcome, conflict_id FROM change_log"
               " WHERE production_id = $1 AND mid = ANY($2)",
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
               "SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
               " FROM entity WHERE production_id = $1 AND eid = ANY($2)",
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
    // LIMIT keeps it to one probe of the index for each position: as a plain EXISTS it was planned
    // as a join with the production's whole log (29 ms a batch after 30,000 rows).
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
    using Row = sync::LogAppend;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.numbers(rows, [](const Row &r) { return r.sequence; });
    values.byteArrays(rows, [](const Row &r) { return r.mutation.view(); });
    values.byteArrays(rows, [](const Row &r) { return r.position.stream.view(); });
    values.numbers(rows, [](const Row &r) { return r.position.sequence; });
    values.byteArrays(rows, [](const Row &r) { return r.device.view(); });
    values.byteArrays(rows, [](const Row &r) { return r.author.view(); });
    values.numbers(rows, [](const Row &r) { return r.type; });
    values.byteArrays(rows, [](const Row &r) { return r.entity.view(); });
    values.numbers(rows, [](const Row &r) { return r.cell.kind(); });
    values.byteArrays(rows, [](const Row &r) { return r.cell.department().toByteArray(); });
    values.byteArrays(rows, [](const Row &r) { return r.cell.person().toByteArray(); });
    values.numbers(rows, [](const Row &r) { return r.outcome; });
    values.byteArrays(
        rows, [](const Row &r) { return r.conflict ? r.conflict->toByteArray() : QByteArray(); });
    values.numbers(rows, [](const Row &r) { return r.receivedMs; });
    values.byteArrays(rows, [](const Row &r) { return r.session.view(); });
    values.byteArrays(rows, [](const Row &r) {
        return QByteArray(reinterpret_cast<const char *>(r.salt.data()), 16);
    });
    values.byteArrays(rows, [](const Row &r) { return r.envelope; });
    values.byteArrays(rows, [](const Row &r) { return r.envelopeHash.view(); });
    values.byteArrays(rows, [](const Row &r) { return notNull(r.post); });
    values.byteArrays(rows, [](const Row &r) { return r.chain.view(); });
    values.numbers(rows, [](const Row &r) { return r.flags; });
    m_bulk.add(
        "lane.append",
        "INSERT INTO change_log (production_id, seq, mid, stream_id, sseq, device_id, author,"
        " etype, eid, cell_kind, department_id, person_id, outcome, conflict_id, received_ms,"
        " session_id, salt, envelope, env_hash, post, chain, flags)"
        " SELECT $1, r.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
        " $15, $16, $17, $18, $19, $20, $21, $22) AS r",
        std::move(values));
}

void BulkTransaction::addNewEntities(const std::vector<protocol::EntityState> &entities)
{
    if (entities.empty())
        return;
    m_bulk.add("lane.new_entities",
               "INSERT INTO entity (production_id, eid, etype, cell_kind, department_id, person_id,"
               " last_seq, deleted, groups)"
               " SELECT $1, r.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9) AS r",
               valuesOf(m_production, entities));
}

void BulkTransaction::addChangedEntities(const std::vector<protocol::EntityState> &entities)
{
    if (entities.empty())
        return;
    m_bulk.add(
        "lane.changed_entities",
        "UPDATE entity SET etype = r.etype, cell_kind = r.kind, department_id = r.department,"
        " person_id = r.person, last_seq = r.last_seq, deleted = r.deleted, groups = r.groups"
        " FROM unnest($2, $3, $4, $5, $6, $7, $8, $9)"
        " AS r (eid, etype, kind, department, person, last_seq, deleted, groups)"
        " WHERE entity.production_id = $1 AND entity.eid = r.eid",
        valuesOf(m_production, entities));
}

void BulkTransaction::addDigests(const std::map<QByteArray, sync::Digest> &digests)
{
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(digests, [](const auto &each) { return notNull(each.first); });
    values.byteArrays(digests, [](const auto &each) {
        const auto cell = protocol::Cell::fromBytes(each.first);
        return (cell ? cell->person() : PersonId()).toByteArray();
    });
    values.byteArrays(digests, [](const auto &each) { return each.second.sum.toBytes(); });
    values.numbers(digests, [](const auto &each) { return each.second.count; });
    m_bulk.add("lane.digests",
               "INSERT INTO cell_digest (production_id, cell, person_id, sum, count)"
               " SELECT $1, r.* FROM unnest($2, $3, $4, $5) AS r"
               " ON CONFLICT (production_id, cell) DO UPDATE"
               " SET sum = excluded.sum, count = excluded.count",
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
