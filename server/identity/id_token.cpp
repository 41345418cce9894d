#include "server/identity/id_token.h"

#include "server/identity/base64url.h"
#include "server/identity/openssl_pointer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/x509.h>

#include <algorithm>
#include <optional>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace id_token_limits;
using Algorithm = IssuerKey::Algorithm;
using std::chrono::seconds;

namespace {

constexpr qsizetype coordinateBytes = 32;
constexpr qsizetype keyIdMax = 256;
constexpr int rsaBitsMin = 2048;
constexpr int rsaBitsMax = 8192;
constexpr double secondsMax = 253'402'300'799; // the end of the year 9999

using KeyPointer = OpensslPointer<EVP_PKEY, EVP_PKEY_free>;
using KeyContext = OpensslPointer<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using DigestContext = OpensslPointer<EVP_MD_CTX, EVP_MD_CTX_free>;
using Number = OpensslPointer<BIGNUM, BN_free>;
using Parameters = OpensslPointer<OSSL_PARAM, OSSL_PARAM_free>;
using ParameterBuilder = OpensslPointer<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free>;
using EcdsaSignature = OpensslPointer<ECDSA_SIG, ECDSA_SIG_free>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Error notOurs(const QString &why)
{
    return {ErrorCode::Unauthenticated, u"an ID token "_s + why};
}

QString nameOf(Algorithm algorithm)
{
    switch (algorithm) {
    case Algorithm::Rs256: return u"RS256"_s;
    case Algorithm::Es256: return u"ES256"_s;
    case Algorithm::EdDsa: return u"EdDSA"_s;
    }
    Q_UNREACHABLE();
}

QByteArray memberOf(const QJsonObject &jwk, const QString &name)
{
    return fromBase64Url(jwk.value(name).toString().toLatin1()).value_or(QByteArray());
}

Number numberOf(const QByteArray &bytes)
{
    return Number(BN_bin2bn(bytesOf(bytes), int(bytes.size()), nullptr));
}

KeyPointer keyFrom(const char *type, OSSL_PARAM_BLD *builder)
{
    const Parameters parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1)
        return {};
    return KeyPointer(key);
}

// RFC 7518, 6.3.1.
KeyPointer rsaKey(const QJsonObject &jwk)
{
    const QByteArray modulus = memberOf(jwk, u"n"_s);
    const QByteArray exponent = memberOf(jwk, u"e"_s);
    if (modulus.size() > rsaBitsMax / 8 || exponent.isEmpty() || exponent.size() > 4)
        return {};
    const Number n = numberOf(modulus);
    const Number e = numberOf(exponent);
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!n || !e || !builder || BN_num_bits(n.get()) < rsaBitsMin || !BN_is_odd(e.get())
        || BN_is_one(e.get()) || OSSL_PARAM_BLD_push_BN(builder.get(), "n", n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(builder.get(), "e", e.get()) != 1)
        return {};
    return keyFrom("RSA", builder.get());
}

// RFC 7518, 6.2.1. That the point lies on the curve is checked where it is read.
KeyPointer curveKey(const QJsonObject &jwk)
{
    const QByteArray x = memberOf(jwk, u"x"_s);
    const QByteArray y = memberOf(jwk, u"y"_s);
    if (jwk.value(u"crv"_s) != u"P-256"_s || x.size() != coordinateBytes
        || y.size() != coordinateBytes)
        return {};
    const QByteArray point = '\x04' + x + y; // uncompressed: SEC 1, 2.3.3
    const ParameterBuilder builder(OSSL_PARAM_BLD_new());
    if (!builder
        || OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1",
                                           0)
            != 1
        || OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY,
                                            point.constData(), size_t(point.size()))
            != 1)
        return {};
    return keyFrom("EC", builder.get());
}

// RFC 8037, 2.
KeyPointer edwardsKey(const QJsonObject &jwk)
{
    const QByteArray x = memberOf(jwk, u"x"_s);
    if (jwk.value(u"crv"_s) != u"Ed25519"_s || x.size() != coordinateBytes)
        return {};
    return KeyPointer(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(x), size_t(x.size())));
}

bool isForSignatures(const QJsonObject &jwk, Algorithm algorithm)
{
    const QJsonValue use = jwk.value(u"use"_s);
    const QJsonValue operations = jwk.value(u"key_ops"_s);
    const QJsonValue named = jwk.value(u"alg"_s);
    return (use.isUndefined() || use == u"sig"_s)
        && (operations.isUndefined() || operations.toArray().contains(u"verify"_s))
        && (named.isUndefined() || named == nameOf(algorithm));
}

std::optional<IssuerKey> keyIn(const QJsonObject &jwk)
{
    struct Type {
        QString name;
        Algorithm algorithm;
        KeyPointer (*read)(const QJsonObject &);
    };
    static const std::vector<Type> types{{u"RSA"_s, Algorithm::Rs256, rsaKey},
                                         {u"EC"_s, Algorithm::Es256, curveKey},
                                         {u"OKP"_s, Algorithm::EdDsa, edwardsKey}};
    const auto type = std::ranges::find(types, jwk.value(u"kty"_s).toString(), &Type::name);
    const QString id = jwk.value(u"kid"_s).toString();
    if (type == types.end() || id.size() > keyIdMax || !isForSignatures(jwk, type->algorithm))
        return std::nullopt;
    const KeyPointer key = type->read(jwk);
    unsigned char *der = nullptr;
    const int size = key ? i2d_PUBKEY(key.get(), &der) : 0;
    ERR_clear_error(); // Qt's sockets would take what is left there for their own
    if (size <= 0)
        return std::nullopt;
    IssuerKey read{id, type->algorithm, QByteArray(reinterpret_cast<const char *>(der), size)};
    OPENSSL_free(der);
    return read;
}

struct TokenParts {
    QJsonObject header;
    QByteArray payload;
    QByteArray signature;
    QByteArray signedPart; // header and payload with the point between
};

std::optional<TokenParts> partsOf(QByteArrayView token)
{
    if (token.size() > tokenBytesMax || std::ranges::count(token, '.') != 2)
        return std::nullopt;
    const QList<QByteArray> texts = token.toByteArray().split('.');
    const auto header = fromBase64Url(texts[0]);
    const auto payload = fromBase64Url(texts[1]);
    const auto signature = fromBase64Url(texts[2]);
    if (!header || !payload || !signature)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(*header);
    if (!document.isObject())
        return std::nullopt;
    return TokenParts{document.object(), *payload, *signature, texts[0] + '.' + texts[1]};
}

// r and s as they stand in a token (RFC 7518, 3.4), as OpenSSL wants them.
QByteArray ecdsaDer(const QByteArray &signature)
{
    if (signature.size() != 2 * coordinateBytes)
        return {};
    const EcdsaSignature parts(ECDSA_SIG_new());
    Number r = numberOf(signature.first(coordinateBytes));
    Number s = numberOf(signature.last(coordinateBytes));
    if (!parts || !r || !s || ECDSA_SIG_set0(parts.get(), r.get(), s.get()) != 1)
        return {};
    static_cast<void>(r.release()); // they belong to the signature now
    static_cast<void>(s.release());
    unsigned char *der = nullptr;
    const int size = i2d_ECDSA_SIG(parts.get(), &der);
    if (size <= 0)
        return {};
    const QByteArray bytes(reinterpret_cast<const char *>(der), size);
    OPENSSL_free(der);
    return bytes;
}

bool isSignedBy(const TokenParts &parts, const IssuerKey &issuerKey)
{
    const QByteArray signature =
        issuerKey.algorithm == Algorithm::Es256 ? ecdsaDer(parts.signature) : parts.signature;
    const unsigned char *der = bytesOf(issuerKey.publicDer);
    const KeyPointer key(d2i_PUBKEY(nullptr, &der, long(issuerKey.publicDer.size())));
    const DigestContext context(EVP_MD_CTX_new());
    const EVP_MD *digest = issuerKey.algorithm == Algorithm::EdDsa ? nullptr : EVP_sha256();
    const bool isRight = key && context && !signature.isEmpty()
        && EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key.get()) == 1
        && EVP_DigestVerify(context.get(), bytesOf(signature), size_t(signature.size()),
                            bytesOf(parts.signedPart), size_t(parts.signedPart.size()))
            == 1;
    ERR_clear_error();
    return isRight;
}

// Without a `kid` the one key of that algorithm: OpenID Connect Core 1.0, 10.1.
const IssuerKey *keyFor(const TokenParts &parts, const std::vector<IssuerKey> &keys)
{
    const QString id = parts.header.value(u"kid"_s).toString();
    const QString algorithm = parts.header.value(u"alg"_s).toString();
    const IssuerKey *found = nullptr;
    for (const IssuerKey &key : keys) {
        if (nameOf(key.algorithm) != algorithm || (!id.isEmpty() && key.id != id))
            continue;
        if (found)
            return nullptr; // it does not say which
        found = &key;
    }
    return found;
}

bool isForUs(const QJsonObject &claims, const QString &clientId)
{
    const QJsonValue audience = claims.value(u"aud"_s);
    const QJsonArray all = audience.isArray() ? audience.toArray() : QJsonArray{audience};
    const QJsonValue party = claims.value(u"azp"_s);
    if (!all.contains(clientId) || (all.size() > 1 && party.isUndefined()))
        return false;
    return party.isUndefined() || party == clientId;
}

std::optional<Instant> timeIn(const QJsonObject &claims, const QString &name)
{
    const double value = claims.value(name).toDouble(-1);
    if (!(value >= 0 && value <= secondsMax))
        return std::nullopt;
    return Instant(seconds(qint64(value)));
}

Result<> checkTimes(const QJsonObject &claims, const IdTokenWish &wish, Instant now)
{
    const auto issued = timeIn(claims, u"iat"_s);
    const auto expires = timeIn(claims, u"exp"_s);
    const bool hasStart = claims.contains(u"nbf"_s);
    const auto starts = hasStart ? timeIn(claims, u"nbf"_s) : issued;
    if (!issued || !expires || !starts)
        return fail(notOurs(u"lacks a time"_s));
    if (*issued > now + wish.leeway || *starts > now + wish.leeway)
        return fail(notOurs(u"is of the future"_s));
    if (*expires + wish.leeway <= now || *issued + wish.ageMax + wish.leeway <= now)
        return fail(ErrorCode::Expired, u"an ID token has expired"_s);
    return {};
}

} // namespace

Result<std::vector<IssuerKey>> readKeySet(const QByteArray &json)
{
    if (json.size() > keySetBytesMax)
        return fail(ErrorCode::ProtocolViolation, u"the issuer's keys are too many"_s);
    const QJsonValue all = QJsonDocument::fromJson(json).object().value(u"keys"_s);
    if (!all.isArray() || all.toArray().size() > keysMax)
        return fail(ErrorCode::ProtocolViolation, u"the issuer's keys cannot be read"_s);
    std::vector<IssuerKey> keys;
    for (const QJsonValue &jwk : all.toArray()) {
        if (auto key = keyIn(jwk.toObject()))
            keys.push_back(*std::move(key));
    }
    return keys;
}

QString issuerKeyIdIn(QByteArrayView token)
{
    const auto parts = partsOf(token);
    return parts ? parts->header.value(u"kid"_s).toString().left(keyIdMax) : QString();
}

Result<QString> subjectOfIdToken(QByteArrayView token, const std::vector<IssuerKey> &keys,
                                 const IdTokenWish &wish, Instant now)
{
    const auto parts = partsOf(token);
    if (!parts || parts->header.contains(u"crit"_s))
        return fail(notOurs(u"is not of the form"_s));
    const IssuerKey *key = keyFor(*parts, keys);
    if (!key)
        return fail(notOurs(u"is signed by no key of the issuer"_s));
    if (!isSignedBy(*parts, *key))
        return fail(notOurs(u"is not signed"_s));
    const QJsonObject claims = QJsonDocument::fromJson(parts->payload).object();
    if (claims.value(u"iss"_s) != wish.issuer || !isForUs(claims, wish.clientId))
        return fail(notOurs(u"is of another issuer or for another program"_s));
    if (wish.nonce.isEmpty() || claims.value(u"nonce"_s) != wish.nonce)
        return fail(notOurs(u"is of another sign-in"_s));
    if (const Result<> times = checkTimes(claims, wish, now); !times)
        return fail(times.error());
    const QString subject = claims.value(wish.subjectClaim).toString();
    if (subject.isEmpty() || subject.size() > subjectMax || subject.contains(QChar(0)))
        return fail(notOurs(u"names nobody"_s));
    return subject;
}

} // namespace film::server
