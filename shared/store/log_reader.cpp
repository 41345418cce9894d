#include "shared/store/log_reader.h"

#include "shared/protocol/cell.h"
#include "shared/store/statement.h"

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int personCell = int(protocol::Cell::Kind::Person);
// Rows are in the order of their commits, by the clocks of several servers. With clocks that are
// off by up to half of this, every row before one that is this much too old is too old.
constexpr qint64 clockSlackMs = 60 * 60 * 1000;

template<typename Value>
Value idAt(const Statement &row, int column)
{
    return Value::fromBytes(row.bytes(column)).value_or(Value());
}

// The asker's scope, then what was asked for; to be bound by bindFilter().
const QString passes =
    u"(:everything = 1 OR author = :asker OR (cell_kind = :person_kind AND (person_id = :own"
    " OR (:has_department = 1 AND department_id = :department))))"
    " AND (:any_device = 1 OR device_id = :device)"
    " AND (:anybody = 1 OR person_id = :subject OR cell_kind <> :person_kind"
    " OR author IN (:author0, :author1, :author2, :author3))"
    " AND received_ms >= :since AND received_ms < :until"_s;

void bindFilter(Statement &select, const LogFilter &filter)
{
    const bool anybody = filter.subject.isNull() && filter.authors.empty();
    const auto author = [&filter](size_t index) {
        return index < filter.authors.size() ? filter.authors[index].toByteArray() : QByteArray("");
    };
    select.bind(u":everything", filter.scope.everything ? 1 : 0)
        .bind(u":asker", filter.scope.user.toByteArray())
        .bind(u":person_kind", personCell)
        .bind(u":own", filter.scope.person.toByteArray())
        .bind(u":has_department", filter.scope.department.isNull() ? 0 : 1)
        .bind(u":department", filter.scope.department.toByteArray())
        .bind(u":any_device", filter.device.isNull() ? 1 : 0)
        .bind(u":device", filter.device.toByteArray())
        .bind(u":anybody", anybody ? 1 : 0)
        .bind(u":subject", filter.subject.toByteArray())
        .bind(u":author0", author(0))
        .bind(u":author1", author(1))
        .bind(u":author2", author(2))
        .bind(u":author3", author(3))
        .bind(u":since", filter.sinceMs)
        .bind(u":until", filter.untilMs);
}

} // namespace

QString logLinkColumns()
{
    return u"seq, mid, author, outcome, conflict_id, received_ms, session_id, salt, envelope,"
           " env_hash, chain, sealed"_s;
}

sync::LogAppend logLinkIn(const Statement &row)
{
    sync::LogAppend link;
    link.sequence = row.unsignedNumber(0);
    link.mutation = idAt<MutationId>(row, 1);
    link.author = idAt<UserId>(row, 2);
    link.outcome = static_cast<protocol::Outcome>(row.number(3));
    if (!row.isNull(4))
        link.conflict = idAt<ConflictId>(row, 4);
    link.receivedMs = row.number(5);
    link.session = idAt<SessionId>(row, 6);
    const QByteArray salt = row.bytes(7);
    std::copy_n(salt.begin(), std::min<qsizetype>(salt.size(), 16), link.salt.begin());
    link.envelope = row.bytes(8);
    link.envelopeHash = idAt<Hash32>(row, 9);
    link.chain = idAt<Hash32>(row, 10);
    if (!row.isNull(11))
        link.sealed = idAt<Hash32>(row, 11);
    return link;
}

Result<std::vector<sync::LogAppend>> LogReader::linksAfter(quint64 sequence, int rowsMax)
{
    Statement select(m_database, u"log.links"_s,
                     u"SELECT "_s + logLinkColumns()
                         + u" FROM change_log WHERE production_id = :production AND seq > :after"
                           " ORDER BY seq LIMIT :rows"_s);
    select.bind(u":production", m_production.toByteArray())
        .bind(u":after", sequence)
        .bind(u":rows", rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<sync::LogAppend> links;
    while (select.next())
        links.push_back(logLinkIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return links;
}

Result<std::optional<qint64>> LogReader::receivedAt(quint64 sequence)
{
    // The next one there is: a row that is missing is for the check to report.
    Statement select(m_database, u"log.received"_s,
                     u"SELECT received_ms FROM change_log WHERE production_id = :production"
                     " AND seq >= :seq ORDER BY seq LIMIT 1"_s);
    select.bind(u":production", m_production.toByteArray()).bind(u":seq", sequence);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? std::optional(select.number(0)) : std::nullopt;
}

Result<quint64> LogReader::firstSince(qint64 ms, quint64 head)
{
    quint64 low = 1;
    quint64 high = head + 1;
    while (low < high) {
        const quint64 middle = low + (high - low) / 2;
        const auto received = receivedAt(middle);
        if (!received)
            return fail(received.error());
        if (!*received || **received >= ms - clockSlackMs)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

Result<std::vector<LoggedChange>> LogReader::piece(quint64 from, quint64 before,
                                                   const LogFilter &filter, int rowsMax)
{
    Q_ASSERT(filter.authors.size() <= LogFilter::authorsMax);
    const QString sql =
        u"SELECT seq, device_id, author, etype, eid, outcome, received_ms, envelope, post,"
        " cell_kind, person_id"
        " FROM change_log WHERE production_id = :production AND seq >= :from AND seq < :before"
        " AND "_s
        + passes + u" ORDER BY seq DESC LIMIT :rows"_s;
    Statement select(m_database, u"log.piece"_s, sql, Statement::Size::Bulk);
    select.bind(u":production", m_production.toByteArray())
        .bind(u":from", from)
        .bind(u":before", before)
        .bind(u":rows", rowsMax);
    bindFilter(select, filter);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<LoggedChange> changes;
    while (select.next()) {
        LoggedChange change;
        change.sequence = select.unsignedNumber(0);
        change.device = idAt<DeviceId>(select, 1);
        change.author = idAt<UserId>(select, 2);
        change.type = static_cast<EntityType>(select.number(3));
        change.entity = idAt<EntityId>(select, 4);
        change.outcome = static_cast<protocol::Outcome>(select.number(5));
        change.receivedMs = select.number(6);
        change.envelope = select.bytes(7);
        change.post = select.bytes(8);
        if (select.number(9) == personCell)
            change.person = idAt<PersonId>(select, 10);
        changes.push_back(std::move(change));
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return changes;
}

} // namespace film::store
