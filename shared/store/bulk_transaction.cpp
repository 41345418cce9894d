#include "shared/store/groups_json.h"
#include "shared/store/postgres_bulk.h"
#include "shared/store/server_transaction_sql.h"

namespace film::store {

namespace {

template<typename Items, typename Projection>
std::vector<QByteArray> bytesOf(const Items &items, Projection projection)
{
    std::vector<QByteArray> column;
    column.reserve(items.size());
    for (const auto &item : items)
        column.push_back(projection(item));
    return column;
}

template<typename Items, typename Projection>
std::vector<qint64> numbersOf(const Items &items, Projection projection)
{
    std::vector<qint64> column;
    column.reserve(items.size());
    for (const auto &item : items)
        column.push_back(static_cast<qint64>(projection(item)));
    return column;
}

template<typename IdType>
QByteArray idBytes(const IdType &id)
{
    return id.toByteArray();
}

} // namespace

Result<std::vector<sync::LoggedMutation>>
BulkTransaction::findMutations(std::span<const MutationId> mutations)
{
    std::vector<sync::LoggedMutation> found;
    if (mutations.empty())
        return found;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(bytesOf(mutations, idBytes<MutationId>));
    const Result<> ran =
        PostgresBulk(m_database)
            .run("lane.find_mutations",
                 "SELECT mid, seq, outcome, conflict_id FROM change_log"
                 " WHERE production_id = $1 AND mid = ANY($2)",
                 values, [&found](const PostgresBulk::Row &row) {
                     sync::LoggedMutation logged;
                     logged.mutation = MutationId::fromBytes(row.bytes(0)).value_or(MutationId());
                     logged.sequence = quint64(row.number(1));
                     logged.outcome = static_cast<protocol::Outcome>(row.number(2));
                     if (!row.isNull(3))
                         logged.conflict = ConflictId::fromBytes(row.bytes(3));
                     found.push_back(logged);
                 });
    if (!ran)
        return fail(ran.error());
    return found;
}

Result<std::vector<protocol::EntityState>>
BulkTransaction::findEntities(std::span<const EntityId> entities)
{
    std::vector<protocol::EntityState> found;
    if (entities.empty())
        return found;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(bytesOf(entities, idBytes<EntityId>));
    const Result<> ran =
        PostgresBulk(m_database)
            .run("lane.find_entities",
                 "SELECT eid, etype, cell_kind, department_id, person_id, last_seq, deleted, groups"
                 " FROM entity WHERE production_id = $1 AND eid = ANY($2)",
                 values, [&found](const PostgresBulk::Row &row) {
                     found.push_back({EntityId::fromBytes(row.bytes(0)).value_or(EntityId()),
                                      static_cast<EntityType>(row.number(1)),
                                      cellFrom(row.number(2), row.bytes(3), row.bytes(4)),
                                      quint64(row.number(5)), row.number(6) != 0, row.bytes(7)});
                 });
    if (!ran)
        return fail(ran.error());
    return found;
}

Result<std::vector<sync::StreamPosition>>
BulkTransaction::findPositions(std::span<const sync::StreamPosition> positions)
{
    std::vector<sync::StreamPosition> found;
    if (positions.empty())
        return found;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(bytesOf(positions, [](const auto &p) { return p.stream.toByteArray(); }));
    values.numbers(numbersOf(positions, [](const auto &p) { return p.sequence; }));
    const Result<> ran =
        PostgresBulk(m_database)
            .run("lane.find_positions",
                 "SELECT w.stream_id, w.sseq FROM unnest($2, $3) AS w (stream_id, sseq)"
                 " WHERE EXISTS (SELECT 1 FROM change_log AS l WHERE l.production_id = $1"
                 " AND l.stream_id = w.stream_id AND l.sseq = w.sseq)",
                 values, [&found](const PostgresBulk::Row &row) {
                     found.push_back({StreamId::fromBytes(row.bytes(0)).value_or(StreamId()),
                                      quint64(row.number(1))});
                 });
    if (!ran)
        return fail(ran.error());
    return found;
}

Result<std::map<QByteArray, sync::Digest>>
BulkTransaction::findDigests(std::span<const QByteArray> cells)
{
    std::map<QByteArray, sync::Digest> found;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    // The sum of all has the empty cell; a null one would be NULL.
    values.byteArrays(bytesOf(
        cells, [](const QByteArray &cell) { return cell.isNull() ? QByteArray("") : cell; }));
    bool isReadable = true;
    const Result<> ran = PostgresBulk(m_database)
                             .run("lane.find_digests",
                                  "SELECT cell, sum, count FROM cell_digest"
                                  " WHERE production_id = $1 AND cell = ANY($2)",
                                  values, [&](const PostgresBulk::Row &row) {
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

Result<> BulkTransaction::writeRows(const std::vector<sync::LogAppend> &rows)
{
    using Row = sync::LogAppend;
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.numbers(numbersOf(rows, [](const Row &r) { return r.sequence; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.mutation.toByteArray(); }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.position.stream.toByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.position.sequence; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.device.toByteArray(); }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.author.toByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.type; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.entity.toByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.cell.kind(); }));
    values.byteArrays(
        bytesOf(rows, [](const Row &r) { return r.cell.department().toByteArray(); }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.cell.person().toByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.outcome; }));
    values.byteArrays(bytesOf(
        rows, [](const Row &r) { return r.conflict ? r.conflict->toByteArray() : QByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.receivedMs; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.session.toByteArray(); }));
    values.byteArrays(bytesOf(rows, [](const Row &r) {
        return QByteArray(reinterpret_cast<const char *>(r.salt.data()), 16);
    }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.envelope; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.envelopeHash.toByteArray(); }));
    values.byteArrays(
        bytesOf(rows, [](const Row &r) { return r.post.isNull() ? QByteArray("") : r.post; }));
    values.byteArrays(bytesOf(rows, [](const Row &r) { return r.chain.toByteArray(); }));
    values.numbers(numbersOf(rows, [](const Row &r) { return r.flags; }));
    return PostgresBulk(m_database)
        .run("lane.append",
             "INSERT INTO change_log (production_id, seq, mid, stream_id, sseq, device_id, author,"
             " etype, eid, cell_kind, department_id, person_id, outcome, conflict_id, received_ms,"
             " session_id, salt, envelope, env_hash, post, chain, flags)"
             " SELECT $1, r.* FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
             " $15, $16, $17, $18, $19, $20, $21, $22) AS r",
             values);
}

Result<> BulkTransaction::writeEntities(const std::vector<protocol::EntityState> &entities)
{
    using State = protocol::EntityState;
    if (entities.empty())
        return {};
    PostgresBulk::Values values;
    values.bytes(m_production.view());
    values.byteArrays(bytesOf(entities, [](const State &s) { return s.id.toByteArray(); }));
    values.numbers(numbersOf(entities, [](const State &s) { return s.type; }));
    values.numbers(numbersOf(entities, [](const State &s) { return s.cell.kind(); }));
    values.byteArrays(
        bytesOf(entities, [](const State &s) { return s.cell.department().toByteArray(); }));
    values.byteArrays(
        bytesOf(entities, [](const State &s) { return s.cell.person().toByteArray(); }));
    values.numbers(numbersOf(entities, [](const State &s) { return s.lastSequence; }));
    values.numbers(numbersOf(entities, [](const State &s) { return s.deleted ? 1 : 0; }));
    values.byteArrays(bytesOf(entities, [](const State &s) { return s.groups; }));
    values.texts(bytesOf(entities, [](const State &s) { return groupsAsJson(s.groups); }));
    return PostgresBulk(m_database)
        .run("lane.entities",
             "INSERT INTO entity (production_id, eid, etype, cell_kind, department_id, person_id,"
             " last_seq, deleted, groups, doc)"
             " SELECT $1, r.eid, r.etype, r.kind, r.department, r.person, r.last_seq, r.deleted,"
             " r.groups, CAST(r.doc AS JSONB)"
             " FROM unnest($2, $3, $4, $5, $6, $7, $8, $9, $10)"
             " AS r (eid, etype, kind, department, person, last_seq, deleted, groups, doc)"
             " ON CONFLICT (production_id, eid) DO UPDATE SET etype = excluded.etype,"
             " cell_kind = excluded.cell_kind, department_id = excluded.department_id,"
             " person_id = excluded.person_id, last_seq = excluded.last_seq,"
             " deleted = excluded.deleted, groups = excluded.groups, doc = excluded.doc",
             values);
}

} // namespace film::store
