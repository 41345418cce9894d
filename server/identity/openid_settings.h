#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace film::server {

// Who may say who somebody is, and what this server is called there. Without an issuer nobody
// signs in that way.
struct OpenIdSettings {
    QUrl issuer; // https, or http on this computer
    QString clientId;
    QByteArray clientSecret; // empty: a public client, PKCE alone
    QString scope = QStringLiteral("openid");
    QString subjectClaim = QStringLiteral("sub"); // one that never passes to somebody else

    [[nodiscard]] bool isSet() const { return !issuer.isEmpty(); }
    [[nodiscard]] QString issuerText() const { return issuer.toString(QUrl::FullyEncoded); }
};

} // namespace film::server
