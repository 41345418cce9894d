#include "server/identity/id_token.h"
#include "server/identity/token_key.h"
#include "tests/fuzz/fuzz_entries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <jwt/jwt.hpp>

namespace film::fuzz {

using namespace Qt::StringLiterals;
using namespace server;

namespace {

constexpr Instant idTokenNow = instantFromMs(1'763'000'000'000);
constexpr auto urlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// An issuer whose key is another one in each run: no input can have been signed with it.
struct FuzzedIssuer {
    QByteArray privatePem;
    std::vector<IssuerKey> keys;
};

const FuzzedIssuer &issuer()
{
    static const FuzzedIssuer one = [] {
        const auto pair = makeTokenKey();
        const auto jwk =
            pair ? publicJwk(pair->publicPem) : Result<QJsonObject>(fail(pair.error()));
        if (!jwk)
            qFatal("no key could be made");
        QJsonObject named = *jwk;
        named[u"kid"_s] = u"fuzzed"_s;
        const auto keys =
            readKeySet(QJsonDocument(QJsonObject{{u"keys"_s, QJsonArray{named}}}).toJson());
        if (!keys || keys->size() != 1)
            qFatal("the issuer's own key is not read");
        return FuzzedIssuer{pair->privatePem, *keys};
    }();
    return one;
}

const IdTokenWish &wish()
{
    static const IdTokenWish one = [] {
        IdTokenWish wanted;
        wanted.issuer = u"https://issuer.example.org"_s;
        wanted.clientId = u"fuzz"_s;
        wanted.nonce = u"0123456789012345678901"_s;
        return wanted;
    }();
    return one;
}

QByteArray signedByIssuer(QByteArrayView claims)
{
    const QByteArray part = QByteArray(R"({"alg":"ES256","kid":"fuzzed"})").toBase64(urlText) + '.'
        + claims.toByteArray().toBase64(urlText);
    const auto [signature, problem] =
        jwt::PEMSign<jwt::algo::ES256>::sign(issuer().privatePem.toStdString(), part.toStdString());
    return part + '.' + QByteArray::fromStdString(signature).toBase64(urlText);
}

bool isRefusedToken(const Result<QString> &subject)
{
    return subject.error().code == ErrorCode::Unauthenticated
        || subject.error().code == ErrorCode::Expired;
}

QString brokenByKeySet(QByteArrayView input)
{
    const auto keys = readKeySet(input.toByteArray());
    if (!keys)
        return keys.error().code == ErrorCode::ProtocolViolation
            ? QString()
            : u"a key set refused for another reason"_s;
    if (qsizetype(keys->size()) > id_token_limits::keysMax)
        return u"a key set without a bound"_s;
    // What no key of that set signed.
    const auto subject = subjectOfIdToken(
        signedByIssuer(R"({"iss":"https://issuer.example.org","aud":"fuzz","sub":"somebody",)"
                       R"("exp":1763000600,"iat":1763000000,"nonce":"0123456789012345678901"})"),
        *keys, wish(), idTokenNow);
    return subject ? u"a token of another issuer"_s : QString();
}

} // namespace

// The input is tried as an ID token, which nobody can have signed, as claims that the issuer signed
// and as the set of its keys.
QString brokenByIdToken(QByteArrayView input)
{
    if (const QString broken = brokenByKeySet(input); !broken.isEmpty())
        return broken;
    const auto forged = subjectOfIdToken(input, issuer().keys, wish(), idTokenNow);
    if (forged)
        return u"an ID token that nobody signed"_s;
    if (!isRefusedToken(forged))
        return u"refused for another reason than the token"_s;
    if (issuerKeyIdIn(input).size() > 256)
        return u"a key id without a bound"_s;
    const QByteArrayView said = input.first(std::min<qsizetype>(input.size(), 4096));
    const auto subject = subjectOfIdToken(signedByIssuer(said), issuer().keys, wish(), idTokenNow);
    if (!subject)
        return isRefusedToken(subject) ? QString() : u"claims refused for another reason"_s;
    const QJsonObject claims = QJsonDocument::fromJson(said.toByteArray()).object();
    if (claims[u"iss"_s] != wish().issuer || claims[u"nonce"_s] != wish().nonce
        || claims[u"sub"_s] != *subject)
        return u"claims of another sign-in"_s;
    if (subject->isEmpty() || subject->size() > id_token_limits::subjectMax)
        return u"a subject without a bound"_s;
    return {};
}

} // namespace film::fuzz
