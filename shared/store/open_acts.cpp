#include "shared/store/open_acts.h"

#include "shared/store/statement.h"
#include "shared/store/transaction.h"

#include <vector>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr int finishedMax = 1000; // at once; the rest the next time

QByteArray bytesOf(const std::array<quint8, 16> &number)
{
    return QByteArray(reinterpret_cast<const char *>(number.data()), qsizetype(number.size()));
}

} // namespace

Result<QByteArray> OpenActs::open(const ServerAct &act, Turn turn)
{
    const QByteArray number = bytesOf(m_random.bytes<16>());
    // One row for each production and turn: whoever has it is alone, on whichever server.
    const QByteArray place = turn == Turn::None ? number : QByteArray(1, char(turn));
    Statement insert(m_database, u"open_act.open"_s,
                     u"INSERT INTO open_act (production_id, turn, number, at_ms, act, account_id,"
                     " by_id, subject, detail, address)"
                     " VALUES (:production, :turn, :number, :at, :act, :account, :by, :subject,"
                     " :detail, :address) ON CONFLICT (production_id, turn) DO NOTHING"_s);
    insert.bind(u":production", act.production.toByteArray())
        .bind(u":turn", place)
        .bind(u":number", number)
        .bind(u":at", act.atMs)
        .bind(u":act", act.act)
        .bind(u":account", act.account.toByteArray())
        .bind(u":by", act.by.toByteArray())
        .bind(u":subject", act.subject)
        .bind(u":detail", act.detail)
        .bind(u":address", act.address);
    if (const Result<> ran = insert.run(); !ran)
        return fail(ran.error());
    if (insert.affectedRows() == 0)
        return fail(ErrorCode::Busy, u"somebody else changes members just now"_s);
    return number;
}

// False if somebody else has finished it.
Result<bool> OpenActs::take(const QByteArray &number)
{
    Statement remove(m_database, u"open_act.close"_s,
                     u"DELETE FROM open_act WHERE number = :number"_s);
    remove.bind(u":number", number);
    if (const Result<> ran = remove.run(); !ran)
        return fail(ran.error());
    return remove.affectedRows() > 0;
}

Result<> OpenActs::close(const QByteArray &number, const ServerAct &act)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    // Also if it took so long that it was held for unfinished: the chain then says both.
    if (const Result<bool> taken = take(number); !taken)
        return fail(taken.error());
    if (const Result<> added = ServerAudit(m_database, m_random).append(act); !added)
        return added;
    return transaction->commit();
}

Result<> OpenActs::abandon(const QByteArray &number)
{
    const Result<bool> taken = take(number);
    return taken ? Result<>() : fail(taken.error());
}

Result<int> OpenActs::finishOlder(qint64 beforeMs, qint64 nowMs)
{
    struct Left {
        QByteArray number;
        ServerAct act;
    };
    std::vector<Left> left;
    {
        Statement select(m_database, u"open_act.older"_s,
                         u"SELECT number, at_ms, act, account_id, by_id, production_id, subject,"
                         " detail, address FROM open_act WHERE at_ms < :before"
                         " ORDER BY at_ms, number LIMIT :rows"_s);
        select.bind(u":before", beforeMs).bind(u":rows", finishedMax);
        if (const Result<> ran = select.run(); !ran)
            return fail(ran.error());
        while (select.next()) {
            ServerAct act;
            act.atMs = nowMs;
            act.act = u"act-unfinished"_s;
            act.account = AccountId::fromBytes(select.bytes(3)).value_or(AccountId());
            act.by = AccountId::fromBytes(select.bytes(4)).value_or(AccountId());
            act.production = ProductionId::fromBytes(select.bytes(5)).value_or(ProductionId());
            act.subject = select.bytes(6);
            act.detail = select.text(2);
            if (const QString detail = select.text(7); !detail.isEmpty())
                act.detail += u": "_s + detail;
            act.address = select.text(8);
            left.push_back({select.bytes(0), act});
        }
        if (const Result<> ended = select.ended(); !ended)
            return fail(ended.error());
    }
    int finished = 0;
    for (const Left &one : left) {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return fail(transaction.error());
        const Result<bool> taken = take(one.number);
        if (!taken)
            return fail(taken.error());
        if (!*taken)
            continue; // by another server
        if (const Result<> added = ServerAudit(m_database, m_random).append(one.act); !added)
            return fail(added.error());
        if (const Result<> done = transaction->commit(); !done)
            return fail(done.error());
        ++finished;
    }
    return finished;
}

} // namespace film::store
