#include "shared/store/server_audit.h"

#include "shared/store/server_audit_check.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

#include <QtEndian>

#include <algorithm>

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype detailMax = 400;
constexpr qsizetype addressMax = 64;

void appendNumber(QByteArray &bytes, quint64 number)
{
    std::array<char, 8> digits{};
    qToBigEndian(number, digits.data());
    bytes.append(digits.data(), qsizetype(digits.size()));
}

// With its length, so that no two lists of parts are the same bytes.
void appendPart(QByteArray &bytes, QByteArrayView part)
{
    appendNumber(bytes, quint64(part.size()));
    bytes.append(part);
}

QByteArrayView viewOf(const std::array<quint8, 16> &salt)
{
    return {salt.data(), qsizetype(salt.size())};
}

} // namespace

Hash32 addressHashOf(const ServerAuditRow &row)
{
    return sha256({viewOf(row.salt), row.act.address.toUtf8()});
}

Hash32 auditHashOf(const ServerAuditRow &row)
{
    QByteArray leaf("audit1");
    appendNumber(leaf, row.number);
    appendNumber(leaf, static_cast<quint64>(row.act.atMs));
    appendPart(leaf, row.act.act.toUtf8());
    appendPart(leaf, row.act.account.view());
    appendPart(leaf, row.act.by.view());
    appendPart(leaf, row.act.production.view());
    appendPart(leaf, row.act.subject);
    appendPart(leaf, row.act.detail.toUtf8());
    appendPart(leaf, row.addressHash.view());
    return sha256({row.previous.view(), sha256(leaf).view()});
}

ServerAuditRow auditRowIn(const Statement &row)
{
    ServerAuditRow read;
    read.number = row.unsignedNumber(0);
    read.act.atMs = row.number(1);
    read.act.act = row.text(2);
    read.act.account = AccountId::fromBytes(row.bytes(3)).value_or(AccountId());
    read.act.by = AccountId::fromBytes(row.bytes(4)).value_or(AccountId());
    read.act.production = ProductionId::fromBytes(row.bytes(5)).value_or(ProductionId());
    read.act.subject = row.bytes(6);
    read.act.detail = row.text(7);
    read.act.address = row.text(8);
    const QByteArray salt = row.bytes(9);
    read.isAddressErased = salt.isEmpty();
    std::copy_n(salt.begin(), std::min<qsizetype>(salt.size(), 16), read.salt.begin());
    read.addressHash = Hash32::fromBytes(row.bytes(10)).value_or(Hash32());
    read.previous = Hash32::fromBytes(row.bytes(11)).value_or(Hash32());
    read.hash = Hash32::fromBytes(row.bytes(12)).value_or(Hash32());
    return read;
}

Result<> ServerAudit::append(const ServerAct &act)
{
    ServerAuditRow row;
    row.act = act;
    row.act.detail.truncate(detailMax);
    row.act.address.truncate(addressMax);
    row.salt = m_salts.bytes<16>();
    row.addressHash = addressHashOf(row);
    {
        Statement take(m_database, u"server_audit.take"_s,
                       u"UPDATE server_audit_head SET number = number + 1 WHERE id = 1"
                       " RETURNING number, hash"_s);
        if (const Result<> ran = take.run(); !ran)
            return ran;
        if (!take.next())
            return fail(ErrorCode::StoreCorrupt, u"the chain of the server's acts has no head"_s);
        row.number = take.unsignedNumber(0);
        const auto previous = Hash32::fromBytes(take.bytes(1));
        if (!previous)
            return fail(ErrorCode::StoreCorrupt, u"the chain of the server's acts is damaged"_s);
        row.previous = *previous;
    }
    row.hash = auditHashOf(row);
    Statement insert(
        m_database, u"server_audit.add"_s,
        u"INSERT INTO server_audit (number, at_ms, act, account_id, by_id, of_production, subject,"
        " detail, address, salt, address_hash, previous, hash)"
        " VALUES (:number, :at, :act, :account, :by, :production, :subject, :detail, :address,"
        " :salt, :address_hash, :previous, :hash)"_s);
    insert.bind(u":number", row.number)
        .bind(u":at", row.act.atMs)
        .bind(u":act", row.act.act)
        .bind(u":account", row.act.account.toByteArray())
        .bind(u":by", row.act.by.toByteArray())
        .bind(u":production", row.act.production.toByteArray())
        .bind(u":subject", row.act.subject)
        .bind(u":detail", row.act.detail)
        .bind(u":address", row.act.address)
        .bind(u":salt", viewOf(row.salt).toByteArray())
        .bind(u":address_hash", row.addressHash.toByteArray())
        .bind(u":previous", row.previous.toByteArray())
        .bind(u":hash", row.hash.toByteArray());
    if (const Result<> ran = insert.run(); !ran)
        return ran;
    Statement move(m_database, u"server_audit.move"_s,
                   u"UPDATE server_audit_head SET hash = :hash WHERE id = 1"_s);
    move.bind(u":hash", row.hash.toByteArray());
    return move.run();
}

Result<> ServerAudit::record(const ServerAct &act)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> appended = append(act); !appended)
        return appended;
    return transaction->commit();
}

Result<ServerAudit::Head> ServerAudit::head()
{
    Statement select(m_database, u"server_audit.head"_s,
                     u"SELECT number, hash FROM server_audit_head WHERE id = 1"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return fail(ErrorCode::StoreCorrupt, u"the chain of the server's acts has no head"_s);
    return Head{select.unsignedNumber(0), Hash32::fromBytes(select.bytes(1)).value_or(Hash32())};
}

Result<std::vector<ServerAuditRow>> ServerAudit::rows(quint64 before,
                                                      const ServerAuditFilter &filter, int rowsMax)
{
    Statement select(
        m_database, u"server_audit.rows"_s,
        u"SELECT "_s + auditColumns()
            + u" FROM server_audit WHERE number < :before"
              " AND (:any_account = 1 OR account_id = :account OR by_id = :account)"
              " AND (:any_production = 1 OR of_production = :production)"
              " AND (:any_act = 1 OR act = :act) AND at_ms >= :since AND at_ms < :until"
              " ORDER BY number DESC LIMIT :rows"_s);
    constexpr qint64 last = std::numeric_limits<qint64>::max();
    select.bind(u":before", before == 0 ? last : static_cast<qint64>(before))
        .bind(u":any_account", filter.account.isNull() ? 1 : 0)
        .bind(u":account", filter.account.toByteArray())
        .bind(u":any_production", filter.production.isNull() ? 1 : 0)
        .bind(u":production", filter.production.toByteArray())
        .bind(u":any_act", filter.act.isEmpty() ? 1 : 0)
        .bind(u":act", filter.act)
        .bind(u":since", filter.sinceMs)
        .bind(u":until", filter.untilMs)
        .bind(u":rows", rowsMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<ServerAuditRow> rows;
    while (select.next())
        rows.push_back(auditRowIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<int> ServerAudit::eraseAddresses(qint64 beforeMs)
{
    Statement update(m_database, u"server_audit.erase_before"_s,
                     u"UPDATE server_audit SET address = '', salt = :none"
                     " WHERE at_ms < :before AND address <> ''"_s);
    update.bind(u":none", QByteArray()).bind(u":before", beforeMs);
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    return int(update.affectedRows());
}

Result<int> ServerAudit::eraseAddresses(AccountId by)
{
    Statement update(m_database, u"server_audit.erase_by"_s,
                     u"UPDATE server_audit SET address = '', salt = :none"
                     " WHERE address <> '' AND by_id = :by"_s);
    update.bind(u":none", QByteArray()).bind(u":by", by.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    return int(update.affectedRows());
}

} // namespace film::store
