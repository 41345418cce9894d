#include "server/identity/access_token.h"
#include "server/identity/token_key.h"
#include "tests/fuzz/fuzz_entries.h"

#include <jwt/jwt.hpp>

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace server;

namespace {

constexpr Instant now = instantFromMs(1'763'000'000'000);
constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// The key is another one in each run: no input can have been signed with it.
const TokenKey &key()
{
    static const TokenKey one = [] {
        const auto pair = makeTokenKey();
        if (!pair)
            qFatal("no key could be made");
        return TokenKey{u"fuzzed"_s,
                        pair->publicPem,
                        pair->privatePem,
                        now - std::chrono::hours(1),
                        now + std::chrono::hours(1),
                        now + std::chrono::hours(2)};
    }();
    return one;
}

Result<AccessClaims> checked(QByteArrayView token)
{
    static const KeyRing ring{{key()}};
    return checkAccessToken(token, ring, {u"fuzz"_s, u"fuzz"_s, std::chrono::seconds(60)}, now);
}

bool isRefusal(const Result<AccessClaims> &claims)
{
    return claims.error().code == ErrorCode::Unauthenticated
        || claims.error().code == ErrorCode::Expired;
}

// The input as claims that were signed: what is read behind a signature that holds.
QByteArray signedAsOurs(QByteArrayView claims)
{
    const QByteArray part =
        QByteArray(R"({"alg":"ES256","kid":"fuzzed","typ":"JWT"})").toBase64(urlText) + '.'
        + claims.toByteArray().toBase64(urlText);
    const auto [signature, problem] =
        jwt::PEMSign<jwt::algo::ES256>::sign(key().privatePem.toStdString(), part.toStdString());
    return part + '.' + QByteArray::fromStdString(signature).toBase64(urlText);
}

} // namespace

// The input is tried as a token, which nobody can have signed, and as claims that we signed.
QString brokenByToken(QByteArrayView input)
{
    const auto forged = checked(input);
    if (forged)
        return u"a token that nobody signed"_s;
    if (!isRefusal(forged))
        return u"refused for another reason than the token"_s;
    if (keyIdIn(input).size() > 64)
        return u"a key id without a bound"_s;
    const auto claims = checked(signedAsOurs(input.first(std::min<qsizetype>(input.size(), 2048))));
    if (!claims)
        return isRefusal(claims) ? QString() : u"claims refused for another reason"_s;
    if (claims->issued > now + std::chrono::seconds(60)
        || claims->expires + std::chrono::seconds(60) <= now)
        return u"claims of another time"_s;
    return {};
}

} // namespace film::fuzz
