#include "server/identity/token_key.h"

#include "server/identity/openssl_pointer.h"
#include "shared/base/hash.h"

#include <openssl/bio.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/ec.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

#include <array>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int coordinateBytes = 32;

using KeyPointer = OpensslPointer<EVP_PKEY, EVP_PKEY_free>;
using BioPointer = OpensslPointer<BIO, BIO_free_all>;
using NumberPointer = OpensslPointer<BIGNUM, BN_free>;

QByteArray contentOf(BIO *bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    return {data, qsizetype(size)};
}

// OpenSSL keeps its errors for the thread; Qt's sockets would take them for their own.
Error opensslError(const QString &message)
{
    ERR_clear_error();
    return {ErrorCode::Internal, message};
}

std::optional<QByteArray> coordinate(const EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    if (EVP_PKEY_get_bn_param(key, name, &number) != 1)
        return std::nullopt;
    const NumberPointer owner(number);
    QByteArray bytes(coordinateBytes, Qt::Uninitialized);
    // Of fixed length: RFC 7518, 6.2.1.2.
    if (BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), coordinateBytes)
        != coordinateBytes)
        return std::nullopt;
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isP256(const EVP_PKEY *key)
{
    std::array<char, 32> group{};
    size_t size = 0;
    return EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, group.data(),
                                          group.size(), &size)
        == 1
        && QByteArrayView(group.data(), qsizetype(size)) == "prime256v1";
}

} // namespace

Result<TokenKeyPair> makeTokenKey()
{
    const KeyPointer key(EVP_EC_gen("P-256"));
    const BioPointer privateBio(BIO_new(BIO_s_secmem()));
    const BioPointer publicBio(BIO_new(BIO_s_mem()));
    if (!key || !privateBio || !publicBio
        || PEM_write_bio_PKCS8PrivateKey(privateBio.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                         nullptr)
            != 1
        || PEM_write_bio_PUBKEY(publicBio.get(), key.get()) != 1)
        return fail(opensslError(u"a signing key could not be made"_s));
    return TokenKeyPair{contentOf(privateBio.get()), contentOf(publicBio.get())};
}

Result<QJsonObject> publicJwk(const QByteArray &publicPem)
{
    const BioPointer bio(BIO_new_mem_buf(publicPem.constData(), int(publicPem.size())));
    const KeyPointer key(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!key || !isP256(key.get())) {
        ERR_clear_error();
        return fail(ErrorCode::InvalidInput, u"not a public key of the curve P-256"_s);
    }
    const auto x = coordinate(key.get(), OSSL_PKEY_PARAM_EC_PUB_X);
    const auto y = coordinate(key.get(), OSSL_PKEY_PARAM_EC_PUB_Y);
    if (!x || !y)
        return fail(opensslError(u"a public key has no coordinates"_s));
    return QJsonObject{{u"kty"_s, u"EC"_s},
                       {u"crv"_s, u"P-256"_s},
                       {u"x"_s, QString::fromLatin1(*x)},
                       {u"y"_s, QString::fromLatin1(*y)}};
}

QString jwkThumbprint(const QJsonObject &jwk)
{
    // The required members in order of their names, without spaces: RFC 7638, 3.2 and 3.3.
    const QString text = u"{\"crv\":\"%1\",\"kty\":\"%2\",\"x\":\"%3\",\"y\":\"%4\"}"_s.arg(
        jwk[u"crv"_s].toString(), jwk[u"kty"_s].toString(), jwk[u"x"_s].toString(),
        jwk[u"y"_s].toString());
    return QString::fromLatin1(
        sha256(text.toUtf8())
            .toByteArray()
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace film::server
