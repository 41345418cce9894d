#pragma once

#include "server/identity/key_ring.h"
#include "shared/base/result.h"
#include "shared/store/account_rows.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>

namespace film::server {

// What an access token says (RFC 7519, 4.1). No roles: what somebody may do is looked up, so that
// it changes at once. Times are whole seconds.
struct AccessClaims {
    AccountId account;           // sub
    AccountSessionId session;    // sid
    Instant issued{};            // iat, and nbf
    Instant expires{};           // exp
    std::array<quint8, 16> id{}; // jti
};

// Whose tokens, and for whom.
struct TokenRealm {
    QString issuer;   // iss
    QString audience; // aud
    std::chrono::seconds leeway{60};
};

namespace token_limits {

constexpr qsizetype bytesMax = 4096;
constexpr std::chrono::minutes accessLife{15};

} // namespace token_limits

// A JSON Web Token signed with ES256. Internal if the key cannot sign.
[[nodiscard]] Result<QByteArray> signAccessToken(const AccessClaims &claims, const TokenKey &key,
                                                 const TokenRealm &realm);

// Its claims, if it is one of ours. Of an outsider's bytes nothing but the header is read before
// the signature holds, and the header has to be exactly what signAccessToken() writes: "ES256" and
// nothing else, a `kid` that is in the ring, no other member. So there is no `alg` to confuse and
// nothing (`jku`, `jwk`, `x5u`, `crit`) to follow (RFC 8725, 3.1 and 3.10). No exception leaves it.
// Expired for a token that was ours and is too old; Unauthenticated for everything else.
[[nodiscard]] Result<AccessClaims> checkAccessToken(QByteArrayView token, const KeyRing &keys,
                                                    const TokenRealm &realm, Instant now);

// The `kid` of a token of the right form, whose signature was not looked at; empty for any other.
// It tells whether reading the keys again could help.
[[nodiscard]] QString keyIdIn(QByteArrayView token);

} // namespace film::server
