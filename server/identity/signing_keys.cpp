#include "server/identity/signing_keys.h"

#include "server/identity/token_key.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int readsMax = 4;

QByteArray purposeOf(const QString &keyId)
{
    return "signing key " + keyId.toLatin1();
}

} // namespace

Result<KeyRing> SigningKeys::ring(Instant now)
{
    for (int read = 0; read < readsMax; ++read) {
        const auto rows = m_repository.signingKeys();
        if (!rows)
            return fail(rows.error());
        const Result<bool> added = addWanted(*rows, now);
        if (!added)
            return fail(added.error());
        if (!*added)
            return opened(*rows, now);
    }
    return fail(ErrorCode::Internal, u"there is always another signing key wanted"_s);
}

// Whether one was wanted, and is there now: ours, or that of a server that was faster.
Result<bool> SigningKeys::addWanted(const std::vector<store::SigningKeyRow> &rows, Instant now)
{
    const qint64 nowMs = msSinceEpoch(now);
    const qint64 generation = rows.empty() ? 1 : rows.front().generation + 1;
    const bool isSigned = std::ranges::any_of(rows, [nowMs](const store::SigningKeyRow &row) {
        return row.startsMs <= nowMs && nowMs < row.retiresMs;
    });
    std::optional<Instant> starts;
    if (!isSigned) {
        starts = now;
    } else {
        const auto last = std::ranges::max(rows, {}, &store::SigningKeyRow::retiresMs);
        if (instantFromMs(last.retiresMs) - m_policy.announced <= now)
            starts = instantFromMs(last.retiresMs);
    }
    if (!starts)
        return false;
    const Result<bool> added = add(generation, *starts);
    return added ? Result<bool>(true) : fail(added.error());
}

Result<bool> SigningKeys::add(qint64 generation, Instant starts)
{
    const auto key = makeTokenKey();
    if (!key)
        return fail(key.error());
    const auto jwk = publicJwk(key->publicPem);
    if (!jwk)
        return fail(jwk.error());
    store::SigningKeyRow row;
    row.id = jwkThumbprint(*jwk);
    row.generation = generation;
    row.publicPem = key->publicPem;
    row.privateSealed = m_box.seal(purposeOf(row.id), key->privatePem, m_random);
    row.startsMs = msSinceEpoch(starts);
    row.retiresMs = msSinceEpoch(starts + m_policy.signs);
    row.endsMs = msSinceEpoch(starts + m_policy.signs + m_policy.knownAfter);
    return m_repository.addSigningKey(row);
}

Result<KeyRing> SigningKeys::opened(const std::vector<store::SigningKeyRow> &rows, Instant now)
{
    std::vector<TokenKey> keys;
    for (const store::SigningKeyRow &row : rows) {
        TokenKey key{row.id,
                     row.publicPem,
                     {},
                     instantFromMs(row.startsMs),
                     instantFromMs(row.retiresMs),
                     instantFromMs(row.endsMs)};
        if (key.ends <= now)
            continue;
        const auto plain = m_box.open(purposeOf(row.id), row.privateSealed);
        if (!plain)
            return fail(plain.error().during(u"opening a signing key"_s));
        key.privatePem = *plain;
        keys.push_back(std::move(key));
    }
    return KeyRing(std::move(keys));
}

Result<> SigningKeys::rotate(Instant now)
{
    const auto rows = m_repository.signingKeys();
    if (!rows)
        return fail(rows.error());
    const Result<bool> added = add(rows->empty() ? 1 : rows->front().generation + 1, now);
    if (!added)
        return fail(added.error());
    if (!*added)
        return fail(ErrorCode::Conflict, u"another server made a signing key just now"_s);
    for (const store::SigningKeyRow &row : *rows) {
        const Result<bool> ended = m_repository.endSigningKey(
            row.id, msSinceEpoch(now), msSinceEpoch(now + m_policy.knownAfter));
        if (!ended)
            return fail(ended.error());
    }
    return {};
}

Result<> SigningKeys::withdraw(const QString &id, Instant now)
{
    const Result<bool> ended = m_repository.endSigningKey(id, msSinceEpoch(now), msSinceEpoch(now));
    if (!ended)
        return fail(ended.error());
    return *ended ? Result<>() : fail(ErrorCode::NotFound, u"no such signing key"_s);
}

} // namespace film::server
