#pragma once

#include "shared/sign_in/browser_sign_in.h"

#include <QJsonObject>
#include <QList>
#include <QNetworkAccessManager>
#include <QUrl>

#include <functional>

class QNetworkReply;

namespace film::app {

// An invite code for this computer from somebody who signs in at the issuer of OpenID Connect that
// the server believes, instead of one from a coordinator: the system's browser, the server's word
// on who that is, a code for the computer of that member, and the session is over again. Nothing of
// it is kept. It waits for nothing; the thread needs an event loop.
class AccountSignIn final : public QObject
{
    Q_OBJECT
public:
    struct Place {
        QString production; // its id
        QString title;
    };

    // `server` as a person types it; InvalidInput for what is none, and for one elsewhere without
    // TLS: codes and tokens go there. `random` lives until it is abandoned or over.
    [[nodiscard]] static Result<QUrl> apiOf(const QString &server);
    AccountSignIn(const QUrl &api, RandomSource &random, QObject *parent = nullptr);

    void start();
    void enterCode(const QString &code);    // after secondFactorNeeded()
    void choose(const QString &production); // after choiceNeeded()
    // What the person chooses from: each another, also where two have the same title.
    [[nodiscard]] static QStringList labelsOf(const QList<Place> &places);
    // Says nothing more, ends the session if there is one, or comes to be one, and deletes itself.
    void abandon();

signals:
    void browserNeeded(const QUrl &page);
    void secondFactorNeeded(bool wasWrong);
    void choiceNeeded(const QList<film::app::AccountSignIn::Place> &places);
    void codeReady(const QString &inviteCode); // the end
    // The other end. NotFound: this server has no such sign-in. Unauthenticated, with who somebody
    // is there: no account is linked to that. PermissionDenied: not let in, or on no production.
    void failed(const film::Error &error);

private:
    struct Answer {
        int status = 0; // 0: none came
        QJsonObject json{};

        [[nodiscard]] bool isDone() const { return status >= 200 && status < 300; }
    };
    using Then = std::function<void(const Answer &)>;

    void ask(const QByteArray &method, const QString &path, const QJsonObject &body, Then then);
    void openDoor(const Answer &described);
    void exchange(const Result<OpenIdGrant> &grant);
    void entered(const Answer &answer);
    void findPlaces();
    void nameNext();
    void finish(const QString &inviteCode);
    void endSession(const std::function<void()> &then);
    void leave();
    void fail(const Answer &answer);
    void fail(const Error &error);

    const QUrl m_api;
    RandomSource &m_random;
    QNetworkAccessManager m_network;
    std::unique_ptr<BrowserSignIn> m_browser;
    QString m_ticket; // of the second factor
    QString m_access;
    QList<Place> m_places;
    qsizetype m_named = 0;
    int m_underWay = 0; // requests
    bool m_isOver = false;
    bool m_isAbandoned = false;
};

} // namespace film::app
