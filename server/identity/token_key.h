#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace film::server {

// A key of the curve P-256, for ES256 (RFC 7518, 3.4).
struct TokenKeyPair {
    QByteArray privatePem; // PKCS #8
    QByteArray publicPem;  // SubjectPublicKeyInfo
};

// By OpenSSL and its generator.
[[nodiscard]] Result<TokenKeyPair> makeTokenKey();

// The public key as RFC 7517 and RFC 7518, 6.2.1 write it: kty, crv, x, y. InvalidInput if it is
// no public key of P-256.
[[nodiscard]] Result<QJsonObject> publicJwk(const QByteArray &publicPem);

// Its thumbprint (RFC 7638), as `kid`: 43 characters.
[[nodiscard]] QString jwkThumbprint(const QJsonObject &jwk);

} // namespace film::server
