#include "server/identity/access_token.h"

#include "server/identity/base64url.h"

#include <jwt/jwt.hpp>
#include <openssl/err.h>

#include <algorithm>
#include <optional>

namespace film::server {

using namespace Qt::StringLiterals;
using std::chrono::seconds;

namespace {

constexpr auto algorithm = "ES256";
constexpr qsizetype keyIdMax = 64;
constexpr qint64 secondsMax = 253'402'300'799; // the end of the year 9999

Error notOurs(const QString &why)
{
    return {ErrorCode::Unauthenticated, u"an access token "_s + why};
}

struct TokenParts {
    QByteArrayView header;
    QByteArrayView payload;
    QByteArrayView signature;
    QByteArrayView signedPart; // header and payload with the point between
    QString keyId;
};

QByteArray headerFor(const QString &keyId)
{
    return "{\"alg\":\"ES256\",\"kid\":\"" + keyId.toLatin1() + "\",\"typ\":\"JWT\"}";
}

// The `kid` of a header that is what headerFor() writes. Compared, not parsed: two parsers never
// read the same bytes in two ways if there is none.
QString keyIdOf(const QByteArray &header)
{
    const QByteArray start = headerFor({}).left(headerFor({}).indexOf("\"kid\":\"") + 7);
    if (!header.startsWith(start))
        return {};
    const QByteArray id = header.mid(start.size()).left(keyIdMax + 1);
    const QByteArray plain = id.left(id.indexOf('"'));
    if (plain.isEmpty() || plain.size() > keyIdMax || !std::ranges::all_of(plain, isUrlCharacter))
        return {};
    const QString keyId = QString::fromLatin1(plain);
    return header == headerFor(keyId) ? keyId : QString();
}

std::optional<TokenParts> partsOf(QByteArrayView token)
{
    if (token.size() > token_limits::bytesMax || std::ranges::count(token, '.') != 2)
        return std::nullopt;
    const auto first = std::ranges::find(token, '.') - token.begin();
    const auto second = token.sliced(first + 1).indexOf('.') + first + 1;
    TokenParts parts;
    parts.header = token.first(first);
    parts.payload = token.sliced(first + 1, second - first - 1);
    parts.signature = token.sliced(second + 1);
    parts.signedPart = token.first(second);
    const auto header = fromBase64Url(parts.header);
    const auto signature = fromBase64Url(parts.signature);
    // r and s of 32 bytes each: RFC 7518, 3.4. cpp-jwt's own decoder looks outside of its table for
    // a byte above 127: none may reach it.
    if (!header || !fromBase64Url(parts.payload) || !signature || signature->size() != 64)
        return std::nullopt;
    parts.keyId = keyIdOf(*header);
    return parts.keyId.isEmpty() ? std::nullopt : std::optional(parts);
}

jwt::string_view viewOf(QByteArrayView bytes)
{
    return {bytes.data(), size_t(bytes.size())};
}

// decode() of cpp-jwt asks the computer's clock; this is what it does without the claims.
bool isSigned(const TokenParts &parts, const TokenKey &key)
{
    std::error_code problem;
    jwt::jwt_header header;
    header.decode(viewOf(parts.header), problem);
    if (problem || header.algo() != jwt::algorithm::ES256)
        return false;
    jwt::jwt_signature signature(viewOf(key.publicPem));
    const auto [isRight, why] =
        signature.verify(header, viewOf(parts.signedPart), viewOf(parts.signature));
    return isRight && !why;
}

std::optional<qint64> secondsIn(const json_t &claims, const char *name)
{
    const auto claim = claims.find(name);
    if (claim == claims.end() || !claim->is_number_unsigned() || *claim > secondsMax)
        return std::nullopt;
    return claim->get<qint64>();
}

QString textIn(const json_t &claims, const char *name)
{
    const auto claim = claims.find(name);
    return claim != claims.end() && claim->is_string()
        ? QString::fromStdString(claim->get<std::string>())
        : QString();
}

Result<AccessClaims> claimsIn(const json_t &said, const TokenRealm &realm, Instant now)
{
    if (!said.is_object())
        return fail(notOurs(u"has no claims"_s));
    if (textIn(said, "iss") != realm.issuer || textIn(said, "aud") != realm.audience)
        return fail(notOurs(u"is of another issuer or for another audience"_s));
    const auto account = AccountId::fromString(textIn(said, "sub"));
    const auto session = AccountSessionId::fromString(textIn(said, "sid"));
    const auto id = AccountId::fromString(textIn(said, "jti"));
    const auto issued = secondsIn(said, "iat");
    const auto notBefore = secondsIn(said, "nbf");
    const auto expires = secondsIn(said, "exp");
    if (!account || !session || !id || !issued || !notBefore || !expires)
        return fail(notOurs(u"lacks a claim"_s));
    const auto at = [](qint64 time) { return Instant(seconds(time)); };
    if (at(*issued) > now + realm.leeway || at(*notBefore) > now + realm.leeway)
        return fail(notOurs(u"is of the future"_s));
    if (at(*expires) + realm.leeway <= now)
        return fail(ErrorCode::Expired, u"an access token has expired"_s);
    return AccessClaims{*account, *session, at(*issued), at(*expires), id->bytes()};
}

qint64 wholeSeconds(Instant instant)
{
    return std::chrono::floor<seconds>(instant).time_since_epoch().count();
}

std::string idText(const std::array<quint8, 16> &bytes)
{
    return AccountId(bytes).toString().toStdString();
}

} // namespace

Result<QByteArray> signAccessToken(const AccessClaims &claims, const TokenKey &key,
                                   const TokenRealm &realm)
{
    QByteArray token;
    try {
        jwt::jwt_object object{jwt::params::algorithm(algorithm),
                               jwt::params::secret(viewOf(key.privatePem))};
        object.header().add_header("kid", key.id.toStdString());
        object.add_claim("iss", realm.issuer.toStdString())
            .add_claim("aud", realm.audience.toStdString())
            .add_claim("sub", idText(claims.account.bytes()))
            .add_claim("sid", idText(claims.session.bytes()))
            .add_claim("iat", quint64(wholeSeconds(claims.issued)))
            .add_claim("nbf", quint64(wholeSeconds(claims.issued)))
            .add_claim("exp", quint64(wholeSeconds(claims.expires)))
            .add_claim("jti", idText(claims.id));
        std::error_code problem;
        const std::string text = object.signature(problem);
        if (!problem)
            token = QByteArray::fromStdString(text);
    } catch (const std::exception &) {
        token.clear();
    }
    ERR_clear_error(); // Qt's sockets would take what is left there for their own
    if (token.isEmpty())
        return fail(ErrorCode::Internal, u"an access token could not be signed"_s);
    return token;
}

Result<AccessClaims> checkAccessToken(QByteArrayView token, const KeyRing &keys,
                                      const TokenRealm &realm, Instant now)
{
    const auto parts = partsOf(token);
    if (!parts)
        return fail(notOurs(u"is not of the form"_s));
    const TokenKey *key = keys.verifyingKey(parts->keyId, now, realm.leeway);
    if (!key)
        return fail(notOurs(u"is signed by no key of ours"_s));
    Result<AccessClaims> claims = fail(notOurs(u"is not signed"_s));
    try {
        if (isSigned(*parts, *key)) {
            std::error_code problem;
            jwt::jwt_payload payload;
            payload.decode(viewOf(parts->payload), problem);
            claims = problem ? Result<AccessClaims>(fail(notOurs(u"cannot be read"_s)))
                             : claimsIn(payload.create_json_obj(), realm, now);
        }
    } catch (const std::exception &) {
        claims = fail(notOurs(u"cannot be read"_s));
    }
    ERR_clear_error(); // as above
    return claims;
}

QString keyIdIn(QByteArrayView token)
{
    const auto parts = partsOf(token);
    return parts ? parts->keyId : QString();
}

} // namespace film::server
