#include "shared/store/account_repository.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

const QString accountColumns =
    u"account_id, login, display_name, password_hash, password_ms, state, administrator,"
    " created_ms, totp_secret, totp_pending, totp_last_step"_s;

AccountState stateFrom(qint64 number)
{
    switch (number) {
    case qint64(AccountState::Active): return AccountState::Active;
    case qint64(AccountState::MustChangePassword): return AccountState::MustChangePassword;
    default: return AccountState::Locked; // what a newer version means by it is not known here
    }
}

AccountRow accountIn(const Statement &row)
{
    AccountRow account;
    account.id = AccountId::fromBytes(row.bytes(0)).value_or(AccountId());
    account.login = row.text(1);
    account.displayName = row.text(2);
    account.passwordHash = row.bytes(3);
    account.passwordMs = row.number(4);
    account.state = stateFrom(row.number(5));
    account.isAdministrator = row.number(6) != 0;
    account.createdMs = row.number(7);
    account.totpSecret = row.bytes(8);
    account.totpPending = row.bytes(9);
    account.totpLastStep = row.number(10);
    return account;
}

Result<std::optional<AccountRow>> oneAccount(Statement &select)
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (select.next())
        return std::optional(accountIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return std::nullopt;
}

// Whether the statement, which ends in RETURNING, changed a row.
Result<bool> changed(Statement &statement)
{
    if (const Result<> ran = statement.run(); !ran)
        return fail(ran.error());
    return statement.next();
}

} // namespace

Result<> AccountRepository::add(const AccountRow &account)
{
    Statement insert(
        m_database, u"account.add"_s,
        u"INSERT INTO account (account_id, login, display_name, password_hash, password_ms, state,"
        " administrator, created_ms, totp_secret, totp_pending, totp_last_step, reset_hash,"
        " reset_ends_ms)"
        " VALUES (:id, :login, :display_name, :password, :password_ms, :state, :administrator,"
        " :created, :totp, :pending, :step, :reset, 0)"_s);
    insert.bind(u":id", account.id.toByteArray())
        .bind(u":login", account.login)
        .bind(u":display_name", account.displayName)
        .bind(u":password", account.passwordHash)
        .bind(u":password_ms", account.passwordMs)
        .bind(u":state", int(account.state))
        .bind(u":administrator", account.isAdministrator ? 1 : 0)
        .bind(u":created", account.createdMs)
        .bind(u":totp", account.totpSecret)
        .bind(u":pending", account.totpPending)
        .bind(u":step", account.totpLastStep)
        .bind(u":reset", QByteArray());
    return insert.run();
}

Result<std::optional<AccountRow>> AccountRepository::withLogin(const QString &login)
{
    Statement select(m_database, u"account.with_login"_s,
                     u"SELECT "_s + accountColumns + u" FROM account WHERE login = :login"_s);
    select.bind(u":login", login);
    return oneAccount(select);
}

Result<std::optional<AccountRow>> AccountRepository::account(AccountId id)
{
    Statement select(m_database, u"account.one"_s,
                     u"SELECT "_s + accountColumns + u" FROM account WHERE account_id = :id"_s);
    select.bind(u":id", id.toByteArray());
    return oneAccount(select);
}

Result<std::vector<AccountRow>> AccountRepository::accounts(const QString &after, int countMax)
{
    Statement select(m_database, u"account.list"_s,
                     u"SELECT "_s + accountColumns
                         + u" FROM account WHERE login > :after ORDER BY login LIMIT :count"_s);
    select.bind(u":after", after).bind(u":count", countMax);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<AccountRow> rows;
    while (select.next())
        rows.push_back(accountIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<bool> AccountRepository::setState(AccountId id, AccountState state)
{
    Statement update(m_database, u"account.set_state"_s,
                     u"UPDATE account SET state = :state WHERE account_id = :id"
                     " RETURNING account_id"_s);
    update.bind(u":state", int(state)).bind(u":id", id.toByteArray());
    return changed(update);
}

Result<bool> AccountRepository::setAdministrator(AccountId id, bool isAdministrator)
{
    Statement update(m_database, u"account.set_administrator"_s,
                     u"UPDATE account SET administrator = :administrator"
                     " WHERE account_id = :id RETURNING account_id"_s);
    update.bind(u":administrator", isAdministrator ? 1 : 0).bind(u":id", id.toByteArray());
    return changed(update);
}

Result<bool> AccountRepository::setPassword(AccountId id, const QByteArray &oldHash,
                                            const QByteArray &newHash, Instant now)
{
    Statement update(m_database, u"account.set_password"_s,
                     u"UPDATE account SET password_hash = :new, password_ms = :now,"
                     " state = :active, reset_hash = :none, reset_ends_ms = 0"
                     " WHERE account_id = :id AND password_hash = :old AND state <> :locked"
                     " RETURNING account_id"_s);
    update.bind(u":new", newHash)
        .bind(u":now", msSinceEpoch(now))
        .bind(u":active", int(AccountState::Active))
        .bind(u":none", QByteArray())
        .bind(u":id", id.toByteArray())
        .bind(u":old", oldHash)
        .bind(u":locked", int(AccountState::Locked));
    return changed(update);
}

Result<bool> AccountRepository::holdUnchanged(AccountId id, AccountState state, qint64 passwordMs)
{
    // A write, so that whoever changes it at the same moment waits for us, or we for them.
    Statement update(m_database, u"account.hold"_s,
                     u"UPDATE account SET state = state WHERE account_id = :id"
                     " AND state = :state AND password_ms = :password_ms RETURNING account_id"_s);
    update.bind(u":id", id.toByteArray())
        .bind(u":state", int(state))
        .bind(u":password_ms", passwordMs);
    return changed(update);
}

Result<> AccountRepository::rehashPassword(AccountId id, const QByteArray &oldHash,
                                           const QByteArray &newHash)
{
    Statement update(m_database, u"account.rehash"_s,
                     u"UPDATE account SET password_hash = :new"
                     " WHERE account_id = :id AND password_hash = :old"_s);
    update.bind(u":new", newHash).bind(u":id", id.toByteArray()).bind(u":old", oldHash);
    return update.run();
}

Result<bool> AccountRepository::setResetCode(AccountId id, const Hash32 &codeHash, Instant ends)
{
    Statement update(m_database, u"account.set_reset"_s,
                     u"UPDATE account SET reset_hash = :code, reset_ends_ms = :ends,"
                     " password_hash = :none,"
                     " state = CASE WHEN state = :locked THEN state ELSE :must_change END"
                     " WHERE account_id = :id RETURNING account_id"_s);
    update.bind(u":code", codeHash.toByteArray())
        .bind(u":ends", msSinceEpoch(ends))
        .bind(u":none", QByteArray())
        .bind(u":locked", int(AccountState::Locked))
        .bind(u":must_change", int(AccountState::MustChangePassword))
        .bind(u":id", id.toByteArray());
    return changed(update);
}

Result<std::optional<AccountId>> AccountRepository::redeemResetCode(const QString &login,
                                                                    const Hash32 &codeHash,
                                                                    const QByteArray &newHash,
                                                                    Instant now)
{
    Statement update(m_database, u"account.redeem_reset"_s,
                     u"UPDATE account SET password_hash = :new, password_ms = :now,"
                     " state = :active, reset_hash = :none, reset_ends_ms = 0"
                     " WHERE login = :login AND reset_hash = :code AND reset_ends_ms > :now"
                     " AND state <> :locked RETURNING account_id"_s);
    update.bind(u":new", newHash)
        .bind(u":now", msSinceEpoch(now))
        .bind(u":active", int(AccountState::Active))
        .bind(u":none", QByteArray())
        .bind(u":login", login)
        .bind(u":code", codeHash.toByteArray())
        .bind(u":locked", int(AccountState::Locked));
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    if (!update.next())
        return std::nullopt;
    return AccountId::fromBytes(update.bytes(0));
}

Result<> AccountRepository::setPendingTotp(AccountId id, const QByteArray &sealed)
{
    Statement update(m_database, u"account.pending_totp"_s,
                     u"UPDATE account SET totp_pending = :secret WHERE account_id = :id"_s);
    update.bind(u":secret", sealed).bind(u":id", id.toByteArray());
    return update.run();
}

Result<bool> AccountRepository::confirmTotp(AccountId id, const QByteArray &pending, qint64 step)
{
    Statement update(m_database, u"account.confirm_totp"_s,
                     u"UPDATE account SET totp_secret = totp_pending, totp_pending = :none,"
                     " totp_last_step = :step WHERE account_id = :id AND totp_pending = :pending"
                     " RETURNING account_id"_s);
    update.bind(u":none", QByteArray())
        .bind(u":step", step)
        .bind(u":id", id.toByteArray())
        .bind(u":pending", pending);
    return changed(update);
}

Result<bool> AccountRepository::useTotpStep(AccountId id, qint64 step)
{
    Statement update(m_database, u"account.use_totp"_s,
                     u"UPDATE account SET totp_last_step = :step"
                     " WHERE account_id = :id AND totp_last_step < :step RETURNING account_id"_s);
    update.bind(u":step", step).bind(u":id", id.toByteArray());
    return changed(update);
}

Result<> AccountRepository::removeSecondFactor(AccountId id)
{
    Statement update(m_database, u"account.remove_totp"_s,
                     u"UPDATE account SET totp_secret = :none, totp_pending = :none"
                     " WHERE account_id = :id"_s);
    update.bind(u":none", QByteArray()).bind(u":id", id.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return ran;
    return replaceRecoveryCodes(id, {});
}

Result<> AccountRepository::replaceRecoveryCodes(AccountId id, const std::vector<Hash32> &hashes)
{
    Statement remove(m_database, u"recovery.remove"_s,
                     u"DELETE FROM recovery_code WHERE account_id = :id"_s);
    remove.bind(u":id", id.toByteArray());
    if (const Result<> ran = remove.run(); !ran)
        return ran;
    for (const Hash32 &hash : hashes) {
        Statement insert(
            m_database, u"recovery.add"_s,
            u"INSERT INTO recovery_code (account_id, code_hash) VALUES (:id, :hash)"_s);
        insert.bind(u":id", id.toByteArray()).bind(u":hash", hash.toByteArray());
        if (const Result<> ran = insert.run(); !ran)
            return ran;
    }
    return {};
}

Result<bool> AccountRepository::useRecoveryCode(AccountId id, const Hash32 &hash, Instant now)
{
    Statement update(m_database, u"recovery.use"_s,
                     u"UPDATE recovery_code SET used_ms = :now WHERE account_id = :id"
                     " AND code_hash = :hash AND used_ms IS NULL RETURNING account_id"_s);
    update.bind(u":now", msSinceEpoch(now))
        .bind(u":id", id.toByteArray())
        .bind(u":hash", hash.toByteArray());
    return changed(update);
}

Result<int> AccountRepository::recoveryCodesLeft(AccountId id)
{
    Statement select(m_database, u"recovery.left"_s,
                     u"SELECT count(*) FROM recovery_code"
                     " WHERE account_id = :id AND used_ms IS NULL"_s);
    select.bind(u":id", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? int(select.number(0)) : 0;
}

Result<> AccountRepository::link(ProductionId production, UserId user, AccountId account)
{
    Statement insert(m_database, u"member_account.add"_s,
                     u"INSERT INTO member_account (production_id, user_id, account_id)"
                     " VALUES (:production, :user, :account)"
                     " ON CONFLICT (production_id, user_id)"
                     " DO UPDATE SET account_id = excluded.account_id"_s);
    insert.bind(u":production", production.toByteArray())
        .bind(u":user", user.toByteArray())
        .bind(u":account", account.toByteArray());
    return insert.run();
}

Result<std::optional<AccountId>> AccountRepository::accountOf(const MembershipRow &member)
{
    Statement select(m_database, u"member_account.of"_s,
                     u"SELECT account_id FROM member_account"
                     " WHERE production_id = :production AND user_id = :user"_s);
    select.bind(u":production", member.production.toByteArray())
        .bind(u":user", member.user.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? AccountId::fromBytes(select.bytes(0)) : std::nullopt;
}

Result<std::vector<MembershipRow>> AccountRepository::memberships(AccountId account)
{
    Statement select(m_database, u"member_account.list"_s,
                     u"SELECT production_id, user_id FROM member_account"
                     " WHERE account_id = :account ORDER BY production_id LIMIT 10000"_s);
    select.bind(u":account", account.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<MembershipRow> rows;
    while (select.next())
        rows.push_back({ProductionId::fromBytes(select.bytes(0)).value_or(ProductionId()),
                        UserId::fromBytes(select.bytes(1)).value_or(UserId())});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

} // namespace film::store
