#include "server/identity/personal_tokens.h"

#include "shared/store/server_audit.h"
#include "shared/store/transaction.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView prefix = "filmtracker_"; // so that a search for secrets finds one
constexpr qsizetype secretBytes = 32;
constexpr qsizetype secretCharacters = 43;
constexpr auto secretText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr std::chrono::hours usedResolution{1}; // reading must not write each time

Error doesNotCount()
{
    return {ErrorCode::Unauthenticated, u"this token does not count"_s};
}

} // namespace

bool PersonalTokens::isOne(QByteArrayView token)
{
    return token.size() == prefix.size() + secretCharacters && token.startsWith(prefix);
}

Result<PersonalTokens::Made> PersonalTokens::make(const Principal &by, const QString &name,
                                                  std::chrono::days life, Instant now)
{
    if (const Result<> free = by.isFree(); !free)
        return fail(free.error());
    const QString plain = name.trimmed();
    if (plain.isEmpty() || plain.size() > Limits::nameLength)
        return fail(ErrorCode::InvalidInput,
                    u"a token needs a name of up to %1 characters"_s.arg(Limits::nameLength));
    if (life < std::chrono::days(1) || life > Limits::life)
        return fail(ErrorCode::InvalidInput,
                    u"a token lives for 1 to %1 days"_s.arg(Limits::life.count()));
    const auto known = m_accounts.personalTokens(by.account);
    if (!known)
        return fail(known.error());
    const auto open = std::ranges::count_if(
        *known, [now](const auto &row) { return row.isOpen(msSinceEpoch(now)); });
    if (open >= Limits::perAccount)
        return fail(ErrorCode::LimitExceeded,
                    u"there are %1 tokens already; revoke one first"_s.arg(Limits::perAccount));
    const auto secret = m_random.bytes<secretBytes>();
    Made made;
    made.token = prefix.toByteArray()
        + QByteArray(reinterpret_cast<const char *>(secret.data()), secretBytes)
              .toBase64(secretText);
    made.row.id = PersonalTokenId(m_random.bytes<16>());
    made.row.hash = sha256(made.token);
    made.row.account = by.account;
    made.row.name = plain;
    made.row.createdMs = msSinceEpoch(now);
    made.row.endsMs = msSinceEpoch(now + life);
    Result<store::Transaction> transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> added = m_accounts.addPersonalToken(made.row); !added)
        return fail(added.error());
    if (const Result<> written = writeDown(u"token-made"_s, by, made.row.id, now); !written)
        return fail(written.error());
    if (const Result<> done = transaction->commit(); !done)
        return fail(done.error());
    return made;
}

Result<std::vector<store::PersonalTokenRow>> PersonalTokens::list(const Principal &by)
{
    if (const Result<> free = by.isFree(); !free)
        return fail(free.error());
    return m_accounts.personalTokens(by.account);
}

Result<> PersonalTokens::revoke(const Principal &by, PersonalTokenId id, Instant now)
{
    if (const Result<> free = by.isFree(); !free)
        return free;
    Result<store::Transaction> transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    const auto revoked = m_accounts.revokePersonalToken(by.account, id, now);
    if (!revoked)
        return fail(revoked.error());
    if (!*revoked)
        return fail(ErrorCode::NotFound, u"no such token"_s);
    if (const Result<> written = writeDown(u"token-revoked"_s, by, id, now); !written)
        return written;
    return transaction->commit();
}

Result<> PersonalTokens::writeDown(const QString &act, const Principal &by, PersonalTokenId id,
                                   Instant now)
{
    store::ServerAct row;
    row.atMs = msSinceEpoch(now);
    row.act = act;
    row.account = by.account;
    row.by = by.account;
    row.subject = id.toByteArray();
    row.address = by.address;
    return store::ServerAudit(m_database, m_random).append(row);
}

Result<Principal> PersonalTokens::principal(QByteArrayView token, const QString &address,
                                            Instant now)
{
    const auto row = isOne(token) ? m_accounts.personalToken(sha256(token))
                                  : Result<std::optional<store::PersonalTokenRow>>(std::nullopt);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(doesNotCount());
    if (!(*row)->isOpen(msSinceEpoch(now)))
        return fail(ErrorCode::Expired, u"this token has expired"_s);
    const auto account = m_accounts.account((*row)->account);
    if (!account)
        return fail(account.error());
    if (!*account || (*account)->state != store::AccountState::Active)
        return fail(doesNotCount());
    const qint64 staleMs = msSinceEpoch(now - usedResolution);
    if ((*row)->usedMs.value_or(0) < staleMs) {
        if (const Result<> noted = m_accounts.notePersonalTokenUsed((*row)->id, now); !noted)
            return fail(noted.error());
    }
    Principal principal;
    principal.account = (*account)->id;
    principal.address = address;
    principal.isReader = true;
    return principal;
}

} // namespace film::server
