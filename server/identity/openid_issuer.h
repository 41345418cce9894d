#pragma once

#include "server/identity/id_token.h"
#include "server/identity/openid_settings.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace film::server {

// How long what the issuer says about itself is believed. No options: nobody needs others but tests
// that do not wait.
struct OpenIdPatience {
    std::chrono::milliseconds answerMax = std::chrono::seconds(10);
    std::chrono::milliseconds descriptionAgeMax = std::chrono::hours(1);
    std::chrono::milliseconds keysAgeMax = std::chrono::minutes(10); // one withdrawn ends by then
    // A key that is not known may be new; but strangers must not make us ask without end.
    std::chrono::milliseconds keysAgeMin = std::chrono::seconds(5);
};

// The issuer of OpenID Connect that this server believes: what it says about itself (OpenID Connect
// Discovery 1.0), its keys, and the ID token for a code (OpenID Connect Core 1.0, 3.1.3). Callable
// from any thread, which waits; the requests are made in a thread of its own.
class OpenIdIssuer
{
public:
    explicit OpenIdIssuer(OpenIdSettings settings, OpenIdPatience patience = {});
    ~OpenIdIssuer();
    Q_DISABLE_COPY_MOVE(OpenIdIssuer)

    [[nodiscard]] const OpenIdSettings &settings() const { return m_settings; }

    // Where a browser goes. Offline if the issuer does not answer, ProtocolViolation if what it
    // says is not about itself or not over TLS, Busy if too many ask already.
    [[nodiscard]] Result<QUrl> authorizationEndpoint(Instant now);

    // What the browser brought back to the program that sent it, and what only that program knows.
    struct Grant {
        QString code;
        QString verifier; // RFC 7636, 4.1
        QString nonce;
        QString redirectUri;
    };
    // Who it was. Unauthenticated if the issuer does not take the code or its ID token does not
    // hold; else as above.
    [[nodiscard]] Result<QString> subjectOf(const Grant &grant, Instant now);

private:
    struct Description {
        QUrl authorization;
        QUrl token;
        QUrl keys;
        Instant read{};
    };
    struct Keys {
        std::vector<IssuerKey> keys;
        Instant read{};
    };
    struct Fetched {
        int status = 0;
        QByteArray body;
    };
    class Place; // one of the few that may wait for the issuer

    [[nodiscard]] Result<Description> description(Instant now);
    [[nodiscard]] Result<std::vector<IssuerKey>> keys(Instant now,
                                                      std::chrono::milliseconds ageMax);
    [[nodiscard]] Result<QByteArray> idToken(const Grant &grant, const QUrl &endpoint);
    // GET without a body.
    [[nodiscard]] Result<Fetched> fetch(const QNetworkRequest &request,
                                        const std::optional<QByteArray> &body = {});

    const OpenIdSettings m_settings;
    const OpenIdPatience m_patience;
    std::atomic<int> m_waiting = 0;
    std::mutex m_mutex;
    std::optional<Description> m_description; // this and the next behind the mutex
    std::optional<Keys> m_keys;
    QThread m_thread;
    QNetworkAccessManager *m_network = nullptr; // of the thread, which ends it
};

} // namespace film::server
