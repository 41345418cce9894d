#include "shared/store/account_repository.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

Result<> AccountRepository::linkIdentity(AccountId account, const IdentityRow &identity,
                                         Instant now)
{
    // A row that is another account's stays as it is, and does not come back.
    Statement upsert(m_database, u"account_identity.link"_s,
                     u"INSERT INTO account_identity (issuer, subject, account_id, linked_ms)"
                     " VALUES (:issuer, :subject, :account, :now)"
                     " ON CONFLICT (issuer, subject) DO UPDATE SET linked_ms = excluded.linked_ms"
                     " WHERE account_identity.account_id = excluded.account_id"
                     " RETURNING account_id"_s);
    upsert.bind(u":issuer", identity.issuer)
        .bind(u":subject", identity.subject)
        .bind(u":account", account.toByteArray())
        .bind(u":now", msSinceEpoch(now));
    if (const Result<> ran = upsert.run(); !ran)
        return ran;
    return upsert.next() ? Result<>()
                         : fail(ErrorCode::AlreadyExists, u"that is another account"_s);
}

Result<bool> AccountRepository::unlinkIdentity(AccountId account, const QString &issuer)
{
    Statement remove(m_database, u"account_identity.unlink"_s,
                     u"DELETE FROM account_identity WHERE account_id = :account"
                     " AND issuer = :issuer RETURNING account_id"_s);
    remove.bind(u":account", account.toByteArray()).bind(u":issuer", issuer);
    if (const Result<> ran = remove.run(); !ran)
        return fail(ran.error());
    return remove.next();
}

Result<std::optional<AccountId>> AccountRepository::accountOfIdentity(const IdentityRow &identity)
{
    Statement select(m_database, u"account_identity.account"_s,
                     u"SELECT account_id FROM account_identity"
                     " WHERE issuer = :issuer AND subject = :subject"_s);
    select.bind(u":issuer", identity.issuer).bind(u":subject", identity.subject);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? AccountId::fromBytes(select.bytes(0)) : std::nullopt;
}

Result<std::vector<IdentityRow>> AccountRepository::identities(AccountId account)
{
    Statement select(m_database, u"account_identity.list"_s,
                     u"SELECT issuer, subject FROM account_identity"
                     " WHERE account_id = :account ORDER BY issuer LIMIT 100"_s);
    select.bind(u":account", account.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<IdentityRow> rows;
    while (select.next())
        rows.push_back({select.text(0), select.text(1)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<> AccountRepository::stopWaiting(AccountId id)
{
    Statement update(m_database, u"account.stop_waiting"_s,
                     u"UPDATE account SET state = :active"
                     " WHERE account_id = :id AND state = :waiting"_s);
    update.bind(u":active", int(AccountState::Active))
        .bind(u":id", id.toByteArray())
        .bind(u":waiting", int(AccountState::MustChangePassword));
    return update.run();
}

} // namespace film::store
