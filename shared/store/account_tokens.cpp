#include "shared/store/account_repository.h"
#include "shared/store/statement.h"

// The part of AccountRepository that keeps the tokens of other systems.
namespace film::store {

using namespace Qt::StringLiterals;

namespace {

const QString columns = u"token_id, token_hash, account_id, name, created_ms, ends_ms, used_ms"_s;

PersonalTokenRow tokenIn(const Statement &row)
{
    PersonalTokenRow token;
    token.id = PersonalTokenId::fromBytes(row.bytes(0)).value_or(PersonalTokenId());
    token.hash = Hash32::fromBytes(row.bytes(1)).value_or(Hash32());
    token.account = AccountId::fromBytes(row.bytes(2)).value_or(AccountId());
    token.name = row.text(3);
    token.createdMs = row.number(4);
    token.endsMs = row.number(5);
    if (!row.isNull(6))
        token.usedMs = row.number(6);
    return token;
}

Result<std::vector<PersonalTokenRow>> tokensOf(Statement &select)
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<PersonalTokenRow> tokens;
    while (select.next())
        tokens.push_back(tokenIn(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return tokens;
}

} // namespace

Result<> AccountRepository::addPersonalToken(const PersonalTokenRow &token)
{
    Statement insert(m_database, u"personal_token.add"_s,
                     u"INSERT INTO personal_token (token_hash, token_id, account_id, name,"
                     " created_ms, ends_ms)"
                     " VALUES (:hash, :id, :account, :name, :created, :ends)"_s);
    insert.bind(u":hash", token.hash.toByteArray())
        .bind(u":id", token.id.toByteArray())
        .bind(u":account", token.account.toByteArray())
        .bind(u":name", token.name)
        .bind(u":created", token.createdMs)
        .bind(u":ends", token.endsMs);
    return insert.run();
}

Result<std::optional<PersonalTokenRow>> AccountRepository::personalToken(const Hash32 &hash)
{
    Statement select(m_database, u"personal_token.one"_s,
                     u"SELECT "_s + columns
                         + u" FROM personal_token WHERE token_hash = :hash"
                           " AND revoked_ms IS NULL"_s);
    select.bind(u":hash", hash.toByteArray());
    auto tokens = tokensOf(select);
    if (!tokens)
        return fail(tokens.error());
    return tokens->empty() ? std::nullopt : std::optional(tokens->front());
}

Result<std::vector<PersonalTokenRow>> AccountRepository::personalTokens(AccountId account)
{
    Statement select(m_database, u"personal_token.of_account"_s,
                     u"SELECT "_s + columns
                         + u" FROM personal_token WHERE account_id = :account"
                           " AND revoked_ms IS NULL ORDER BY created_ms DESC, token_id"_s);
    select.bind(u":account", account.toByteArray());
    return tokensOf(select);
}

Result<> AccountRepository::notePersonalTokenUsed(PersonalTokenId id, Instant now)
{
    Statement update(m_database, u"personal_token.used"_s,
                     u"UPDATE personal_token SET used_ms = :now WHERE token_id = :id"_s);
    update.bind(u":now", msSinceEpoch(now)).bind(u":id", id.toByteArray());
    return update.run();
}

Result<bool> AccountRepository::revokePersonalToken(AccountId account, PersonalTokenId id,
                                                    Instant now)
{
    Statement update(m_database, u"personal_token.revoke"_s,
                     u"UPDATE personal_token SET revoked_ms = :now WHERE token_id = :id"
                     " AND account_id = :account AND revoked_ms IS NULL RETURNING token_id"_s);
    update.bind(u":now", msSinceEpoch(now))
        .bind(u":id", id.toByteArray())
        .bind(u":account", account.toByteArray());
    if (const Result<> ran = update.run(); !ran)
        return fail(ran.error());
    return update.next();
}

Result<> AccountRepository::revokePersonalTokens(AccountId account, Instant now)
{
    Statement update(m_database, u"personal_token.revoke_all"_s,
                     u"UPDATE personal_token SET revoked_ms = :now WHERE account_id = :account"
                     " AND revoked_ms IS NULL"_s);
    update.bind(u":now", msSinceEpoch(now)).bind(u":account", account.toByteArray());
    return update.run();
}

} // namespace film::store
