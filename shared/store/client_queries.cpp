#include "shared/store/client_queries.h"

#include "shared/store/statement.h"

#include <algorithm>
#include <iterator>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

// Columns: eid, etype, cell, person, day, last_seq, deleted, groups, pending.
Result<SeenRecord> recordIn(const Statement &row)
{
    const auto id = EntityId::fromBytes(row.bytes(0));
    const auto cell = protocol::Cell::fromBytes(row.bytes(2));
    if (!id || !cell)
        return fail(ErrorCode::StoreCorrupt, u"a record cannot be read"_s);
    SeenRecord record;
    record.state = {*id,
                    static_cast<EntityType>(row.number(1)),
                    *cell,
                    row.unsignedNumber(5),
                    row.number(6) != 0,
                    row.bytes(7)};
    record.index = {PersonId::fromBytes(row.bytes(3)).value_or(PersonId()), row.number(4)};
    record.isPending = row.number(8) != 0;
    return record;
}

Result<std::vector<SeenRecord>> allRecords(Statement &select)
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<SeenRecord> records;
    while (select.next()) {
        Result<SeenRecord> record = recordIn(select);
        if (!record)
            return fail(record.error());
        records.push_back(std::move(*record));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return records;
}

const QString recordColumns =
    u"SELECT eid, etype, cell, person, day, last_seq, deleted, groups, pending FROM entity_view"_s;

} // namespace

Result<std::optional<SeenRecord>> ClientQueries::record(EntityId id)
{
    const QString sql = recordColumns + u" WHERE eid = :eid LIMIT 1"_s;
    Statement select(m_database, u"queries.record"_s, sql);
    select.bind(u":eid", id.toByteArray());
    auto records = allRecords(select);
    if (!records)
        return fail(records.error());
    return records->empty() ? std::nullopt : std::optional(std::move(records->front()));
}

Result<std::vector<SeenRecord>> ClientQueries::records(EntityType type)
{
    // The plus keeps SQLite from reading every record of the file in the order of its key, only to
    // save itself the sorting of a few.
    const QString sql =
        recordColumns + u" WHERE etype = :etype AND deleted = 0 ORDER BY +eid LIMIT 100000"_s;
    Statement select(m_database, u"queries.records"_s, sql);
    select.bind(u":etype", int(type));
    return allRecords(select);
}

Result<std::vector<SeenRecord>> ClientQueries::daysBetween(EntityType type, QDate first, QDate last,
                                                           PersonId person)
{
    if (!person.isNull())
        return daysOf(person, type, first, last);
    const QString sql = recordColumns
        + u" WHERE etype = :etype AND day BETWEEN :first AND :last AND deleted = 0"
          " ORDER BY day, eid LIMIT 200000"_s;
    Statement select(m_database, u"queries.days_between"_s, sql);
    select.bind(u":etype", int(type))
        .bind(u":first", first.toJulianDay())
        .bind(u":last", last.toJulianDay());
    return allRecords(select);
}

// The index goes by day, then by person. For a stretch of days SQLite reads everybody's records to
// throw away all but one person's; for days that are named it looks up seven.
Result<std::vector<SeenRecord>> ClientQueries::daysOf(PersonId person, EntityType type, QDate first,
                                                      QDate last)
{
    const QString sql = recordColumns
        + u" WHERE etype = :etype AND day IN (:d0, :d1, :d2, :d3, :d4, :d5, :d6)"
          " AND person = :person AND deleted = 0 ORDER BY day, eid"_s;
    std::vector<SeenRecord> days;
    for (QDate from = first; from <= last; from = from.addDays(7)) {
        Statement select(m_database, u"queries.days_of"_s, sql);
        select.bind(u":etype", int(type)).bind(u":person", person.toByteArray());
        for (int i = 0; i < 7; ++i) // a day that is named twice is found once
            select.bind(u":d%1"_s.arg(i), std::min(from.addDays(i), last).toJulianDay());
        auto week = allRecords(select);
        if (!week)
            return week;
        std::ranges::move(*week, std::back_inserter(days));
    }
    return days;
}

Result<std::optional<QDate>> ClientQueries::firstDay(EntityType type)
{
    // Of everything that is seen here: working alone, nothing is ever confirmed.
    Statement select(m_database, u"queries.first_day"_s,
                     u"SELECT day FROM entity_view"
                     " WHERE etype = :etype AND day > 0 AND deleted = 0 ORDER BY day LIMIT 1"_s);
    select.bind(u":etype", int(type));
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (select.next())
        return std::optional(QDate::fromJulianDay(select.number(0)));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return std::nullopt;
}

Result<std::vector<HistoryRow>> ClientQueries::history(EntityId id)
{
    Statement select(
        m_database, u"queries.history"_s,
        u"SELECT envelope, seq, outcome, received_ms, 0 FROM log_row WHERE eid = :eid"
        " UNION ALL"
        " SELECT envelope, 0, outcome, 0, n FROM outbox WHERE eid = :eid AND NOT EXISTS"
        " (SELECT 1 FROM log_row WHERE log_row.eid = outbox.eid"
        " AND log_row.envelope = outbox.envelope)"
        " ORDER BY 2, 5 LIMIT 10000"_s);
    select.bind(u":eid", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<HistoryRow> confirmed;
    std::vector<HistoryRow> open;
    while (select.next()) {
        HistoryRow row{select.bytes(0), select.unsignedNumber(1),
                       static_cast<protocol::Outcome>(select.number(2)), select.number(3)};
        (row.sequence == 0 ? open : confirmed).push_back(std::move(row));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    confirmed.insert(confirmed.end(), open.begin(), open.end());
    return confirmed;
}

Result<std::optional<HistoryRow>> ClientQueries::newestRow(EntityId id)
{
    Statement select(m_database, u"queries.newest_row"_s,
                     u"SELECT envelope, seq, outcome, received_ms FROM log_row"
                     " WHERE eid = :eid ORDER BY seq DESC LIMIT 1"_s);
    select.bind(u":eid", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (select.next())
        return std::optional(HistoryRow{select.bytes(0), select.unsignedNumber(1),
                                        static_cast<protocol::Outcome>(select.number(2)),
                                        select.number(3)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return std::nullopt;
}

Result<std::vector<HistoryRow>> ClientQueries::newestRows(int rowsMax)
{
    Statement select(m_database, u"queries.newest_rows"_s,
                     u"SELECT envelope, seq, outcome, received_ms FROM log_row"
                     " ORDER BY seq DESC LIMIT :rows"_s);
    select.bind(u":rows", rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<HistoryRow> rows;
    while (select.next())
        rows.push_back({select.bytes(0), select.unsignedNumber(1),
                        static_cast<protocol::Outcome>(select.number(2)), select.number(3)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::vector<sync::OutboxRow>> ClientQueries::outbox(int rowsMax)
{
    Statement select(m_database, u"queries.outbox"_s,
                     u"SELECT n, mid, eid, stream, sseq, envelope, hash, status, seq, outcome,"
                     " refusal FROM outbox ORDER BY n DESC LIMIT :rows"_s);
    select.bind(u":rows", rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<sync::OutboxRow> rows;
    while (select.next()) {
        sync::OutboxRow row;
        row.number = select.unsignedNumber(0);
        row.mutation = MutationId::fromBytes(select.bytes(1)).value_or(MutationId());
        row.entity = EntityId::fromBytes(select.bytes(2)).value_or(EntityId());
        row.stream = StreamId::fromBytes(select.bytes(3)).value_or(StreamId());
        row.sequence = select.unsignedNumber(4);
        row.envelope = select.bytes(5);
        row.hash = Hash32::fromBytes(select.bytes(6)).value_or(Hash32());
        row.status = static_cast<sync::OutboxRow::Status>(select.number(7));
        row.loggedSequence = select.unsignedNumber(8);
        row.outcome = static_cast<protocol::Outcome>(select.number(9));
        row.refusal = static_cast<protocol::Refusal>(select.unsignedNumber(10));
        rows.push_back(std::move(row));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<quint64> ClientQueries::outboxSize()
{
    Statement select(m_database, u"queries.outbox_size"_s, u"SELECT count(*) FROM outbox"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? select.unsignedNumber(0) : 0;
}

Result<bool> ClientQueries::hasOwn(MutationId mutation)
{
    Statement select(m_database, u"queries.has_own"_s, u"SELECT 1 FROM outbox WHERE mid = :mid"_s);
    select.bind(u":mid", mutation.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next();
}

Result<int> ClientQueries::recordCount()
{
    Statement select(m_database, u"queries.count"_s, u"SELECT count(*) FROM entity_base"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? int(select.number(0)) : 0;
}

Result<std::optional<QByteArray>> ClientQueries::setting(const QString &name)
{
    Statement select(m_database, u"queries.setting"_s,
                     u"SELECT value FROM setting WHERE name = :name"_s);
    select.bind(u":name", name);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    return std::optional(select.bytes(0));
}

Result<> ClientQueries::setSetting(const QString &name, const QByteArray &value)
{
    Statement put(m_database, u"queries.set_setting"_s,
                  u"INSERT INTO setting (name, value) VALUES (:name, :value)"
                  " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    put.bind(u":name", name).bind(u":value", value);
    return put.run();
}

} // namespace film::store
