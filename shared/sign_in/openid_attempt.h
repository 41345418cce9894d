#pragma once

#include "shared/base/random.h"
#include "shared/base/result.h"

#include <QJsonObject>
#include <QString>
#include <QUrl>
#include <QUrlQuery>

namespace film {

// Where the browser is sent, and as whom: what the server says about its issuer.
struct OpenIdDoor {
    QUrl authorizationEndpoint;
    QString issuer;
    QString clientId;
    QString scope;
};

// The door in the server's answer. ProtocolViolation if it is not over TLS, unless it is on this
// computer: nobody on the way may send a person to another page.
[[nodiscard]] Result<OpenIdDoor> readDoor(const QJsonObject &said);

// What only this program knows of one sign-in: 32 random bytes each, base64url.
struct OpenIdAttempt {
    QString state;    // what comes back is an answer to us (RFC 6749, 10.12)
    QString nonce;    // the ID token is of this sign-in (OpenID Connect Core 1.0, 3.1.2.1)
    QString verifier; // who uses the code is who asked for it (RFC 7636)
};
[[nodiscard]] OpenIdAttempt makeAttempt(RandomSource &random);

// S256: RFC 7636, 4.2.
[[nodiscard]] QString codeChallenge(const QString &verifier);
[[nodiscard]] QUrl authorizationUrl(const OpenIdDoor &door, const OpenIdAttempt &attempt,
                                    const QString &redirectUri);

// The code in the query of the redirect. InvalidInput for what is no answer to this attempt: it may
// have come from any page, and the attempt goes on. PermissionDenied, with the issuer's reason, if
// it was refused there. With `iss` it has to be the issuer's (RFC 9207).
[[nodiscard]] Result<QString> codeIn(const QUrlQuery &query, const OpenIdDoor &door,
                                     const OpenIdAttempt &attempt);

// The query of "GET PATH?QUERY HTTP/1.1" with its headers, all of it there; `host` is what Host has
// to be, so that no name of a page leads here (DNS rebinding). NotFound for another path,
// InvalidInput for anything else.
[[nodiscard]] Result<QUrlQuery> redirectQuery(const QByteArray &head, const QByteArray &path,
                                              const QByteArray &host);

} // namespace film
