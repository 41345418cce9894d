#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace film::server {

// A public key of an issuer, as far as it may sign an ID token here.
struct IssuerKey {
    enum class Algorithm { Rs256, Es256, EdDsa }; // EdDSA with Ed25519 alone (RFC 8037)

    QString id; // empty where the issuer gives none
    Algorithm algorithm = Algorithm::Rs256;
    QByteArray publicDer; // SubjectPublicKeyInfo
};

// What the ID token has to say (OpenID Connect Core 1.0, 3.1.3.7).
struct IdTokenWish {
    QString issuer;
    QString clientId;
    QString nonce;
    QString subjectClaim = QStringLiteral("sub");
    std::chrono::seconds leeway{60};
    std::chrono::seconds ageMax{600}; // since it was issued: it comes straight from the issuer
};

namespace id_token_limits {

constexpr qsizetype tokenBytesMax = 16 * 1024;
constexpr qsizetype keySetBytesMax = 256 * 1024;
constexpr qsizetype keysMax = 32;
constexpr qsizetype subjectMax = 255; // characters: OpenID Connect Core 1.0, 2

} // namespace id_token_limits

// The keys of a set (RFC 7517) that may sign: RSA of 2048 to 8192 bits, P-256 and Ed25519, each for
// its one algorithm. Others, and keys for other uses, are left out: a set may have them for other
// clients. ProtocolViolation for what is no set.
[[nodiscard]] Result<std::vector<IssuerKey>> readKeySet(const QByteArray &json);

// The `kid` of a token of the right form, whose signature was not looked at; empty without one. It
// tells whether reading the keys again could help.
[[nodiscard]] QString issuerKeyIdIn(QByteArrayView token);

// The subject of an ID token that is the issuer's, for us, for this sign-in and of now. The
// algorithm follows from the key, and the token has to name the same: so neither "none" nor a
// public key taken for a secret (RFC 8725, 2.1) is a choice that a token has. Keys in its header
// are not looked at. Expired if it is too old; Unauthenticated for everything else.
[[nodiscard]] Result<QString> subjectOfIdToken(QByteArrayView token,
                                               const std::vector<IssuerKey> &keys,
                                               const IdTokenWish &wish, Instant now);

} // namespace film::server
