#include "shared/store/epoch_repository.h"

#include "shared/base/random.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 noTimeline = -1; // no production is on it

} // namespace

Result<> EpochRepository::begin(ProductionId production, EpochId current, const QString &reason,
                                Instant now)
{
    SystemRandom random;
    const QByteArray epoch = EpochId(random.bytes<16>()).toByteArray();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    {
        // The production's row first, as every writer does: no batch is half in either epoch.
        Statement update(m_database, u"epoch.begin"_s,
                         u"UPDATE production SET epoch = :epoch"
                         " WHERE production_id = :id AND epoch = :current"
                         " RETURNING head_seq"_s);
        update.bind(u":epoch", epoch)
            .bind(u":id", production.toByteArray())
            .bind(u":current", current.toByteArray());
        if (const Result<> ran = update.run(); !ran)
            return ran;
        if (!update.next())
            return update.ended();
        const quint64 head = update.unsignedNumber(0);
        Statement insert(m_database, u"epoch.note"_s,
                         u"INSERT INTO epoch (production_id, epoch, start_seq, reason, at_ms)"
                         " VALUES (:id, :epoch, :start, :reason, :now)"_s);
        insert.bind(u":id", production.toByteArray())
            .bind(u":epoch", epoch)
            .bind(u":start", head)
            .bind(u":reason", reason)
            .bind(u":now", msSinceEpoch(now));
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return transaction->commit();
}

Result<> EpochRepository::beginEverywhere(const QString &reason, Instant now)
{
    const auto known = productionsNotOn(noTimeline);
    if (!known)
        return fail(known.error());
    for (const Known &each : *known) {
        if (const Result<> begun = begin(each.production, each.epoch, reason, now); !begun)
            return begun;
    }
    return {};
}

Result<> EpochRepository::followTimeline(Instant now)
{
    if (m_database.dialect() != Dialect::Postgres)
        return {};
    const auto current = timeline();
    if (!current)
        return fail(current.error());
    const auto elsewhere = productionsNotOn(*current);
    if (!elsewhere)
        return fail(elsewhere.error());
    for (const Known &each : *elsewhere) {
        const QString reason = u"timeline %1 after %2"_s.arg(*current).arg(each.timeline);
        Result<> done;
        if (each.timeline != 0)
            done = begin(each.production, each.epoch, reason, now);
        // Only then: if it ends in between, the next connection begins the epoch again.
        if (done)
            done = noteTimeline(each.production, *current);
        if (!done)
            return done;
    }
    return {};
}

Result<qint64> EpochRepository::timeline()
{
    // The first eight digits of the file that is written to (PostgreSQL 15, 30.6 WAL Internals).
    Statement select(m_database, u"epoch.timeline"_s,
                     u"SELECT substr(pg_walfile_name(pg_current_wal_insert_lsn()), 1, 8)"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    bool isNumber = false;
    const qint64 number = select.next() ? select.text(0).toLongLong(&isNumber, 16) : 0;
    if (!isNumber || number <= 0)
        return fail(ErrorCode::StoreFailure, u"the database does not say its timeline"_s);
    return number;
}

Result<std::vector<EpochRepository::Known>> EpochRepository::productionsNotOn(qint64 timeline)
{
    Statement select(m_database, u"epoch.elsewhere"_s,
                     u"SELECT production_id, epoch, timeline FROM production"
                     " WHERE timeline <> :timeline ORDER BY production_id"_s);
    select.bind(u":timeline", timeline);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<Known> found;
    while (select.next()) {
        const auto production = ProductionId::fromBytes(select.bytes(0));
        const auto epoch = EpochId::fromBytes(select.bytes(1));
        if (!production || !epoch)
            return fail(ErrorCode::StoreCorrupt, u"a production's ids cannot be read"_s);
        found.push_back({*production, *epoch, select.number(2)});
    }
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return found;
}

Result<> EpochRepository::noteTimeline(ProductionId production, qint64 timeline)
{
    Statement update(m_database, u"epoch.note_timeline"_s,
                     u"UPDATE production SET timeline = :timeline WHERE production_id = :id"_s);
    update.bind(u":timeline", timeline).bind(u":id", production.toByteArray());
    return update.run();
}

Result<std::vector<EpochRow>> EpochRepository::list(ProductionId production)
{
    Statement select(m_database, u"epoch.list"_s,
                     u"SELECT epoch, start_seq, reason, at_ms FROM epoch"
                     " WHERE production_id = :id ORDER BY at_ms DESC, start_seq DESC LIMIT 1000"_s);
    select.bind(u":id", production.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<EpochRow> rows;
    while (select.next())
        rows.push_back({EpochId::fromBytes(select.bytes(0)).value_or(EpochId()),
                        select.unsignedNumber(1), select.text(2), select.number(3)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

} // namespace film::store
