#include "shared/store/server_figures.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

Result<qint64> ServerFigures::databaseBytes()
{
    const QString sql = m_database.dialect() == Dialect::Postgres
        ? u"SELECT pg_database_size(current_database())"_s
        : u"SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"_s;
    Statement select(m_database, u"figures.bytes"_s, sql);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? select.number(0) : 0;
}

Result<std::optional<qint64>> ServerFigures::receivedMs(ProductionId production, quint64 sequence)
{
    Statement select(m_database, u"figures.received"_s,
                     u"SELECT received_ms FROM change_log"
                     " WHERE production_id = :production AND seq = :seq"_s);
    select.bind(u":production", production.toByteArray()).bind(u":seq", sequence);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? std::optional(select.number(0)) : std::nullopt;
}

Result<ServerFigures::Changes> ServerFigures::changesSince(ProductionId production, quint64 head,
                                                           Instant since)
{
    const auto last = receivedMs(production, head);
    if (!last)
        return fail(last.error());
    quint64 before = 0; // the last one known to be older; 0 is before the first
    quint64 after = head + 1;
    while (after - before > 1) {
        const quint64 middle = before + (after - before) / 2;
        const auto at = receivedMs(production, middle);
        if (!at)
            return fail(at.error());
        (at->value_or(0) < msSinceEpoch(since) ? before : after) = middle;
    }
    return Changes{head - before, *last};
}

Result<std::unordered_map<DeviceId, qint64>>
ServerFigures::lastChanges(ProductionId production, quint64 head, quint64 rowsMax)
{
    Statement select(m_database, u"figures.last_changes"_s,
                     u"SELECT device_id, MAX(received_ms) FROM change_log"
                     " WHERE production_id = :production AND seq > :after"
                     " GROUP BY device_id ORDER BY device_id LIMIT 100000"_s);
    select.bind(u":production", production.toByteArray())
        .bind(u":after", head > rowsMax ? head - rowsMax : 0);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::unordered_map<DeviceId, qint64> seen;
    while (select.next())
        seen.emplace(DeviceId::fromBytes(select.bytes(0)).value_or(DeviceId()), select.number(1));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return seen;
}

} // namespace film::store
