#include "shared/store/account_repository.h"
#include "shared/store/statement.h"

// The part of AccountRepository that changes with every sign-in: sessions, tokens, keys, counts.
namespace film::store {

using namespace Qt::StringLiterals;

namespace {

const QString sessionColumns =
    u"session_id, account_id, created_ms, ends_ms, used_ms, revoked_ms, second_factor, address,"
    " client"_s;

AccountSessionRow sessionIn(const Statement &row)
{
    AccountSessionRow session;
    session.id = AccountSessionId::fromBytes(row.bytes(0)).value_or(AccountSessionId());
    session.account = AccountId::fromBytes(row.bytes(1)).value_or(AccountId());
    session.createdMs = row.number(2);
    session.endsMs = row.number(3);
    session.usedMs = row.number(4);
    if (!row.isNull(5))
        session.revokedMs = row.number(5);
    session.hasSecondFactor = row.number(6) != 0;
    session.address = row.text(7);
    session.client = row.text(8);
    return session;
}

Result<std::optional<AccountSessionRow>> oneSession(Statement &statement)
{
    if (const Result<> ran = statement.run(); !ran)
        return fail(ran.error());
    if (statement.next())
        return std::optional(sessionIn(statement));
    if (const Result<> ended = statement.ended(); !ended)
        return fail(ended.error());
    return std::nullopt;
}

Result<bool> anyRow(Statement &statement)
{
    if (const Result<> ran = statement.run(); !ran)
        return fail(ran.error());
    return statement.next();
}

} // namespace

Result<> AccountRepository::addSession(const AccountSessionRow &session)
{
    Statement insert(m_database, u"session.add"_s,
                     u"INSERT INTO account_session (session_id, account_id, created_ms, ends_ms,"
                     " used_ms, second_factor, address, client)"
                     " VALUES (:id, :account, :created, :ends, :used, :factor, :address,"
                     " :client)"_s);
    insert.bind(u":id", session.id.toByteArray())
        .bind(u":account", session.account.toByteArray())
        .bind(u":created", session.createdMs)
        .bind(u":ends", session.endsMs)
        .bind(u":used", session.usedMs)
        .bind(u":factor", session.hasSecondFactor ? 1 : 0)
        .bind(u":address", session.address)
        .bind(u":client", session.client);
    return insert.run();
}

Result<std::optional<AccountSessionRow>> AccountRepository::session(AccountSessionId id)
{
    Statement select(m_database, u"session.one"_s,
                     u"SELECT "_s + sessionColumns
                         + u" FROM account_session WHERE session_id = :id"_s);
    select.bind(u":id", id.toByteArray());
    return oneSession(select);
}

Result<std::vector<AccountSessionRow>> AccountRepository::openSessions(AccountId account,
                                                                       Instant now)
{
    Statement select(m_database, u"session.list"_s,
                     u"SELECT "_s + sessionColumns
                         + u" FROM account_session WHERE account_id = :account"
                           " AND revoked_ms IS NULL AND ends_ms > :now"
                           " ORDER BY used_ms DESC, session_id LIMIT 1000"_s);
    select.bind(u":account", account.toByteArray()).bind(u":now", msSinceEpoch(now));
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<AccountSessionRow> rows;
    while (select.next())
        rows.push_back(sessionIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::vector<AccountSessionRow>> AccountRepository::allSessions(AccountId account)
{
    Statement select(m_database, u"session.all"_s,
                     u"SELECT "_s + sessionColumns
                         + u" FROM account_session WHERE account_id = :account"
                           " ORDER BY used_ms DESC, session_id LIMIT 100000"_s);
    select.bind(u":account", account.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<AccountSessionRow> rows;
    while (select.next())
        rows.push_back(sessionIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<std::optional<AccountSessionRow>> AccountRepository::useSession(AccountSessionId id,
                                                                       Instant now)
{
    Statement update(m_database, u"session.use"_s,
                     u"UPDATE account_session SET used_ms = :now WHERE session_id = :id"
                     " AND revoked_ms IS NULL AND ends_ms > :now RETURNING "_s
                         + sessionColumns);
    update.bind(u":now", msSinceEpoch(now)).bind(u":id", id.toByteArray());
    return oneSession(update);
}

Result<> AccountRepository::noteSecondFactor(AccountSessionId id)
{
    Statement update(m_database, u"session.second_factor"_s,
                     u"UPDATE account_session SET second_factor = 1 WHERE session_id = :id"_s);
    update.bind(u":id", id.toByteArray());
    return update.run();
}

Result<bool> AccountRepository::revokeSession(AccountSessionId id, Instant now)
{
    Statement update(m_database, u"session.revoke"_s,
                     u"UPDATE account_session SET revoked_ms = :now WHERE session_id = :id"
                     " AND revoked_ms IS NULL RETURNING session_id"_s);
    update.bind(u":now", msSinceEpoch(now)).bind(u":id", id.toByteArray());
    return anyRow(update);
}

Result<> AccountRepository::withdrawOwnCodes(AccountId account)
{
    Statement codes(m_database, u"invite.withdraw_own"_s,
                    u"DELETE FROM invite WHERE used_ms IS NULL AND user_id IN"
                    " (SELECT user_id FROM member_account WHERE account_id = :account"
                    " AND member_account.production_id = invite.production_id)"_s);
    codes.bind(u":account", account.toByteArray());
    return codes.run();
}

Result<int> AccountRepository::revokeSessions(AccountId account, AccountSessionId except,
                                              Instant now)
{
    if (const Result<> withdrawn = withdrawOwnCodes(account); !withdrawn)
        return fail(withdrawn.error());
    Statement update(m_database, u"session.revoke_all"_s,
                     u"UPDATE account_session SET revoked_ms = :now WHERE account_id = :account"
                     " AND session_id <> :except AND revoked_ms IS NULL AND ends_ms > :now"
                     " RETURNING session_id"_s);
    update.bind(u":now", msSinceEpoch(now))
        .bind(u":account", account.toByteArray())
        .bind(u":except", except.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    int count = 0;
    while (update.next())
        ++count;
    if (const Result<> ended = update.ended(); !ended)
        return fail(ended.error());
    return count;
}

Result<> AccountRepository::addRefreshToken(const Hash32 &hash, AccountSessionId session,
                                            Instant now)
{
    Statement insert(m_database, u"refresh.add"_s,
                     u"INSERT INTO refresh_token (token_hash, session_id, created_ms)"
                     " VALUES (:hash, :session, :now)"_s);
    insert.bind(u":hash", hash.toByteArray())
        .bind(u":session", session.toByteArray())
        .bind(u":now", msSinceEpoch(now));
    return insert.run();
}

Result<bool> AccountRepository::useRefreshToken(const RefreshTokenRow &token, Instant now)
{
    Statement update(m_database, u"refresh.use"_s,
                     u"UPDATE refresh_token SET used_ms = :now, successor_hash = :successor_hash,"
                     " successor = :sealed WHERE token_hash = :hash AND used_ms IS NULL"
                     " RETURNING session_id"_s);
    update.bind(u":now", msSinceEpoch(now))
        .bind(u":successor_hash", token.successorHash.toByteArray())
        .bind(u":sealed", token.successor)
        .bind(u":hash", token.hash.toByteArray());
    return anyRow(update);
}

Result<std::optional<RefreshTokenRow>> AccountRepository::refreshToken(const Hash32 &hash)
{
    Statement select(m_database, u"refresh.one"_s,
                     u"SELECT session_id, used_ms, successor_hash, successor FROM refresh_token"
                     " WHERE token_hash = :hash"_s);
    select.bind(u":hash", hash.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next())
        return std::nullopt;
    RefreshTokenRow token;
    token.hash = hash;
    token.session = AccountSessionId::fromBytes(select.bytes(0)).value_or(AccountSessionId());
    if (!select.isNull(1))
        token.usedMs = select.number(1);
    token.successorHash = Hash32::fromBytes(select.bytes(2)).value_or(Hash32());
    token.successor = select.bytes(3);
    return std::optional(token);
}

Result<std::vector<SigningKeyRow>> AccountRepository::signingKeys()
{
    Statement select(m_database, u"signing_key.list"_s,
                     u"SELECT key_id, generation, public_key, private_key, starts_ms, retires_ms,"
                     " ends_ms FROM signing_key ORDER BY generation DESC LIMIT 100"_s);
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<SigningKeyRow> rows;
    while (select.next())
        rows.push_back({select.text(0), select.number(1), select.bytes(2), select.bytes(3),
                        select.number(4), select.number(5), select.number(6)});
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<bool> AccountRepository::addSigningKey(const SigningKeyRow &key)
{
    Statement insert(m_database, u"signing_key.add"_s,
                     u"INSERT INTO signing_key (key_id, generation, public_key, private_key,"
                     " starts_ms, retires_ms, ends_ms) VALUES (:id, :generation, :public,"
                     " :private, :starts, :retires, :ends)"
                     " ON CONFLICT (generation) DO NOTHING RETURNING key_id"_s);
    insert.bind(u":id", key.id)
        .bind(u":generation", key.generation)
        .bind(u":public", key.publicPem)
        .bind(u":private", key.privateSealed)
        .bind(u":starts", key.startsMs)
        .bind(u":retires", key.retiresMs)
        .bind(u":ends", key.endsMs);
    return anyRow(insert);
}

Result<bool> AccountRepository::endSigningKey(const QString &id, qint64 retiresMs, qint64 endsMs)
{
    Statement update(m_database, u"signing_key.end"_s,
                     u"UPDATE signing_key SET"
                     " retires_ms = CASE WHEN retires_ms < :retires THEN retires_ms"
                     " ELSE :retires END,"
                     " ends_ms = CASE WHEN ends_ms < :ends THEN ends_ms ELSE :ends END"
                     " WHERE key_id = :id RETURNING key_id"_s);
    update.bind(u":retires", retiresMs).bind(u":ends", endsMs).bind(u":id", id);
    return anyRow(update);
}

Result<AccountRepository::Attempts> AccountRepository::holdAttempts(const Hash32 &subject,
                                                                    Instant now)
{
    Statement upsert(m_database, u"attempts.hold"_s,
                     u"INSERT INTO sign_in_attempts (subject, level_ms, free_ms)"
                     " VALUES (:subject, 0, 0)"
                     " ON CONFLICT (subject) DO UPDATE SET free_ms = sign_in_attempts.free_ms"
                     " WHERE sign_in_attempts.free_ms <= :now RETURNING level_ms, free_ms"_s);
    upsert.bind(u":subject", subject.toByteArray()).bind(u":now", msSinceEpoch(now));
    if (const Result<> ran = upsert.run(); !ran)
        return fail(ran.error());
    if (upsert.next())
        return Attempts{true, upsert.number(0), upsert.number(1)};
    if (const Result<> ended = upsert.ended(); !ended)
        return fail(ended.error());
    Statement select(m_database, u"attempts.one"_s,
                     u"SELECT level_ms, free_ms FROM sign_in_attempts WHERE subject = :subject"_s);
    select.bind(u":subject", subject.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    if (!select.next()) // forgotten in between: whoever asks again is free
        return Attempts{false, 0, msSinceEpoch(now)};
    return Attempts{false, select.number(0), select.number(1)};
}

Result<> AccountRepository::setAttempts(const Hash32 &subject, qint64 levelMs, qint64 freeMs)
{
    Statement update(m_database, u"attempts.set"_s,
                     u"UPDATE sign_in_attempts SET level_ms = :level, free_ms = :free"
                     " WHERE subject = :subject"_s);
    update.bind(u":level", levelMs).bind(u":free", freeMs).bind(u":subject", subject.toByteArray());
    return update.run();
}

Result<> AccountRepository::lowerAttempts(const Hash32 &subject, qint64 byMs)
{
    Statement update(m_database, u"attempts.lower"_s,
                     u"UPDATE sign_in_attempts SET level_ms = level_ms - :by"
                     " WHERE subject = :subject"_s);
    update.bind(u":by", byMs).bind(u":subject", subject.toByteArray());
    return update.run();
}

Result<> AccountRepository::forgetAttempts(const Hash32 &subject)
{
    Statement remove(m_database, u"attempts.forget"_s,
                     u"DELETE FROM sign_in_attempts WHERE subject = :subject"_s);
    remove.bind(u":subject", subject.toByteArray());
    return remove.run();
}

Result<> AccountRepository::noteKnownAddress(AccountId account, const Hash32 &address, Instant now)
{
    Statement upsert(m_database, u"known_address.note"_s,
                     u"INSERT INTO known_address (account_id, address_hash, last_ms)"
                     " VALUES (:account, :address, :now)"
                     " ON CONFLICT (account_id, address_hash)"
                     " DO UPDATE SET last_ms = excluded.last_ms"_s);
    upsert.bind(u":account", account.toByteArray())
        .bind(u":address", address.toByteArray())
        .bind(u":now", msSinceEpoch(now));
    return upsert.run();
}

Result<bool> AccountRepository::isKnownAddress(AccountId account, const Hash32 &address,
                                               Instant since)
{
    Statement select(m_database, u"known_address.is"_s,
                     u"SELECT last_ms FROM known_address WHERE account_id = :account"
                     " AND address_hash = :address AND last_ms >= :since"_s);
    select.bind(u":account", account.toByteArray())
        .bind(u":address", address.toByteArray())
        .bind(u":since", msSinceEpoch(since));
    return anyRow(select);
}

Result<> AccountRepository::forgetOld(Instant before, Instant repeatable)
{
    const auto run = [this](const QString &name, const QString &sql, Instant limit) {
        Statement statement(m_database, name, sql);
        statement.bind(u":limit", msSinceEpoch(limit));
        return statement.run();
    };
    const std::pair<QString, QString> old[] = {
        {u"refresh.forget_old"_s,
         u"DELETE FROM refresh_token WHERE session_id IN"
         " (SELECT session_id FROM account_session WHERE ends_ms < :limit)"_s},
        {u"session.forget_old"_s, u"DELETE FROM account_session WHERE ends_ms < :limit"_s},
        {u"attempts.forget_old"_s,
         u"DELETE FROM sign_in_attempts WHERE level_ms < :limit AND free_ms < :limit"_s},
        {u"known_address.forget_old"_s, u"DELETE FROM known_address WHERE last_ms < :limit"_s},
        {u"signing_key.forget_old"_s, u"DELETE FROM signing_key WHERE ends_ms < :limit"_s},
    };
    for (const auto &[name, sql] : old) {
        if (const Result<> ran = run(name, sql, before); !ran)
            return ran;
    }
    return run(u"refresh.forget_successors"_s,
               u"UPDATE refresh_token SET successor = NULL"
               " WHERE successor IS NOT NULL AND used_ms < :limit"_s,
               repeatable);
}

} // namespace film::store
