#include "server/identity/sessions.h"

#include "shared/store/transaction.h"

namespace film::server {

using namespace Qt::StringLiterals;
using store::AccountRepository;
using store::Transaction;

namespace {

constexpr qsizetype tokenBytes = 32;
constexpr qsizetype tokenCharacters = 43;
constexpr auto tokenText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray newToken(RandomSource &random)
{
    const auto bytes = random.bytes<tokenBytes>();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), tokenBytes);
}

std::optional<QByteArray> tokenIn(QByteArrayView text)
{
    if (text.size() != tokenCharacters)
        return std::nullopt;
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toByteArray(), tokenText | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes || bytes.decoded.size() != tokenBytes)
        return std::nullopt;
    return bytes.decoded;
}

// Only who still has the old token can open what was sealed for it, whatever else they have.
QByteArray successorPurpose(const QByteArray &oldToken)
{
    return "successor of " + oldToken;
}

} // namespace

Result<std::optional<Sessions::Opened>> Sessions::open(const Wish &wish, Instant now)
{
    const QByteArray token = newToken(m_random);
    Opened opened;
    opened.refreshToken = token.toBase64(tokenText);
    store::AccountSessionRow &session = opened.session;
    session.id = AccountSessionId(m_random.bytes<16>());
    session.account = wish.account;
    session.createdMs = msSinceEpoch(now);
    session.usedMs = session.createdMs;
    session.endsMs = msSinceEpoch(now + m_policy.life);
    session.hasSecondFactor = wish.hasSecondFactor;
    session.address = wish.address;
    session.client = wish.client;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    AccountRepository repository(m_database);
    const auto isSame = repository.holdUnchanged(wish.account, wish.state, wish.passwordMs);
    if (!isSame)
        return fail(isSame.error());
    if (!*isSame)
        return std::nullopt;
    Result<> done = repository.addSession(session);
    if (done)
        done = repository.addRefreshToken(sha256(token), session.id, now);
    if (done)
        done = transaction->commit();
    return done ? Result<std::optional<Opened>>(std::move(opened)) : fail(done.error());
}

Result<Sessions::Refreshed> Sessions::refresh(QByteArrayView text, Instant now)
{
    const auto oldToken = tokenIn(text);
    if (!oldToken)
        return Refreshed{};
    const QByteArray token = newToken(m_random);
    store::RefreshTokenRow used;
    used.hash = sha256(*oldToken);
    used.successorHash = sha256(token);
    used.successor = m_box.seal(successorPurpose(*oldToken), token, m_random);

    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return fail(transaction.error());
    AccountRepository repository(m_database);
    const Result<bool> isFirst = repository.useRefreshToken(used, now);
    if (!isFirst)
        return fail(isFirst.error());
    const auto old = repository.refreshToken(used.hash);
    if (!old)
        return fail(old.error());
    if (!*old)
        return Refreshed{};
    Refreshed refreshed;
    if (*isFirst) {
        const auto session = repository.useSession((*old)->session, now);
        if (!session)
            return fail(session.error());
        if (!*session)
            return Refreshed{Outcome::Ended, {}, {}};
        refreshed = {Outcome::Fresh, **session, token.toBase64(tokenText)};
        if (const auto added = repository.addRefreshToken(used.successorHash, (*old)->session, now);
            !added)
            return fail(added.error());
    } else {
        auto answer = usedBefore(**old, *oldToken, now);
        if (!answer)
            return answer;
        refreshed = *std::move(answer);
    }
    const Result<> committed = transaction->commit();
    return committed ? Result<Refreshed>(std::move(refreshed)) : fail(committed.error());
}

Result<Sessions::Refreshed> Sessions::usedBefore(const store::RefreshTokenRow &old,
                                                 const QByteArray &oldToken, Instant now)
{
    AccountRepository repository(m_database);
    const auto session = repository.session(old.session);
    if (!session)
        return fail(session.error());
    if (!*session || !(*session)->isOpen(msSinceEpoch(now)))
        return Refreshed{Outcome::Ended, {}, {}};
    const auto successor = repository.refreshToken(old.successorHash);
    if (!successor)
        return fail(successor.error());
    const bool isFollowedUp = !*successor || (*successor)->usedMs;
    const bool isInTime = now < instantFromMs(old.usedMs.value_or(0)) + m_policy.repeatable;
    if (!isFollowedUp && isInTime && !old.successor.isEmpty()) {
        const auto token = m_box.open(successorPurpose(oldToken), old.successor);
        if (!token)
            return fail(token.error());
        return Refreshed{Outcome::Repeated, **session, token->toBase64(tokenText)};
    }
    if (const auto revoked = repository.revokeSession(old.session, now); !revoked)
        return fail(revoked.error());
    if (const Result<> withdrawn = repository.withdrawOwnCodes((*session)->account); !withdrawn)
        return fail(withdrawn.error());
    return Refreshed{Outcome::Reused, **session, {}};
}

} // namespace film::server
