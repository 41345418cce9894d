#pragma once

#include "shared/sign_in/openid_attempt.h"

#include <QObject>
#include <QTcpServer>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace film {

// What the server needs to finish the sign-in; good once, for some seconds.
struct OpenIdGrant {
    QString code;
    QString verifier;
    QString nonce;
    QString redirectUri;
};

// One sign-in: a port of this computer that waits for the browser, until it brings the code, the
// issuer refuses, or five minutes are over. What other pages and programs send there is answered
// with an error and changes nothing. One thread with an event loop.
class BrowserSignIn final : public QObject
{
    Q_OBJECT
public:
    // Timeout, PermissionDenied if the issuer refused; once.
    using Done = std::function<void(Result<OpenIdGrant>)>;

    static constexpr std::chrono::milliseconds patience = std::chrono::minutes(5);

    BrowserSignIn(OpenIdDoor door, RandomSource &random, Done done,
                  std::chrono::milliseconds waitMax = patience, QObject *parent = nullptr);

    // Where to send the browser. StoreInUse if there is no free port.
    [[nodiscard]] Result<QUrl> start();

private:
    void takeConnections();
    void read(QTcpSocket *socket);
    void answer(QTcpSocket *socket, int status, const QString &text);
    void finish(Result<OpenIdGrant> result);
    [[nodiscard]] QByteArray host() const;
    [[nodiscard]] QString redirectUri() const;

    const OpenIdDoor m_door;
    const OpenIdAttempt m_attempt;
    Done m_done;
    QTcpServer m_server;
    QTimer m_deadline;
    int m_connections = 0;
};

} // namespace film
