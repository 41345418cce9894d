#include "app/engine/account_sign_in.h"

#include "app/engine/endpoint.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds answerMax{15'000};
constexpr qint64 accountAnswerBytesMax = 256 * 1024;
constexpr qsizetype placesMax = 50;
// Where the server listens unless it is told otherwise; behind a balancer both are one.
constexpr int syncPort = 7420;
constexpr int apiPort = 7421;
const QString signInClient = u"filmtracker"_s;

ErrorCode codeOfStatus(int status)
{
    switch (status) {
    case 0: return ErrorCode::Offline;
    case 401: // who is not linked is told so (entered())
    case 403: return ErrorCode::PermissionDenied;
    case 404: return ErrorCode::NotFound;
    case 410: return ErrorCode::Expired;
    case 429:
    case 503: return ErrorCode::Busy;
    default: return ErrorCode::ProtocolViolation;
    }
}

} // namespace

Result<QUrl> AccountSignIn::apiOf(const QString &server)
{
    const Result<QUrl> endpoint = endpointOf(server);
    if (!endpoint)
        return film::fail(endpoint.error());
    QUrl api(*endpoint);
    api.setScheme(endpoint->scheme() == u"wss" ? u"https"_s : u"http"_s);
    api.setPath({});
    const bool isHere = api.host() == u"localhost" || QHostAddress(api.host()).isLoopback();
    if (api.scheme() != u"https" && !isHere)
        return film::fail(ErrorCode::InvalidInput, u"codes and tokens need TLS"_s);
    if (api.port() == syncPort)
        api.setPort(apiPort);
    return api;
}

AccountSignIn::AccountSignIn(const QUrl &api, RandomSource &random, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_random(random)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

void AccountSignIn::start()
{
    ask("GET", u"/api/v1/session/openid"_s, {}, [this](const Answer &answer) {
        if (!answer.isDone())
            return fail(answer);
        openDoor(answer);
    });
}

void AccountSignIn::openDoor(const Answer &described)
{
    const auto door = readDoor(described.json);
    if (!door)
        return fail(door.error());
    m_browser = std::make_unique<BrowserSignIn>(
        *door, m_random, [this](const Result<OpenIdGrant> &grant) { exchange(grant); });
    const Result<QUrl> page = m_browser->start();
    if (!page)
        return fail(page.error());
    emit browserNeeded(*page);
}

void AccountSignIn::exchange(const Result<OpenIdGrant> &grant)
{
    if (m_isAbandoned)
        return;
    if (!grant)
        return fail(grant.error());
    ask("POST", u"/api/v1/session/openid"_s,
        {{u"code"_s, grant->code},
         {u"code_verifier"_s, grant->verifier},
         {u"nonce"_s, grant->nonce},
         {u"redirect_uri"_s, grant->redirectUri},
         {u"client"_s, signInClient}},
        [this](const Answer &answer) { entered(answer); });
}

void AccountSignIn::enterCode(const QString &code)
{
    ask("POST", u"/api/v1/session/openid/second-factor"_s,
        {{u"ticket"_s, m_ticket}, {u"code"_s, code.trimmed()}, {u"client"_s, signInClient}},
        [this](const Answer &answer) { entered(answer); });
}

void AccountSignIn::entered(const Answer &answer)
{
    const QString reason = answer.json[u"reason"_s].toString();
    if (reason == u"code-needed") {
        m_ticket = answer.json[u"ticket"_s].toString();
        return emit secondFactorNeeded(false);
    }
    if (reason == u"wrong-code")
        return emit secondFactorNeeded(true);
    if (reason == u"not-linked")
        return fail(Error{ErrorCode::Unauthenticated, answer.json[u"subject"_s].toString()});
    if (!answer.isDone())
        return fail(answer);
    m_access = answer.json[u"access_token"_s].toString();
    findPlaces();
}

void AccountSignIn::findPlaces()
{
    ask("GET", u"/api/v1/me"_s, {}, [this](const Answer &answer) {
        if (!answer.isDone())
            return fail(answer);
        for (const QJsonValue &one : answer.json[u"productions"_s].toArray())
            m_places.append({one[u"production"_s].toString(), {}});
        if (m_places.isEmpty())
            return fail(Error{ErrorCode::PermissionDenied, u"on no production"_s});
        m_places = m_places.first(std::min(m_places.size(), placesMax));
        if (m_places.size() == 1)
            return choose(m_places.front().production);
        nameNext();
    });
}

void AccountSignIn::nameNext()
{
    if (m_named == m_places.size())
        return emit choiceNeeded(m_places);
    ask("GET", u"/api/v1/productions/"_s + m_places[m_named].production, {},
        [this](const Answer &answer) {
            // One that the server does not tell of keeps its id for a name.
            if (answer.status == 0 || answer.status == 401)
                return fail(answer);
            m_places[m_named].title = answer.json[u"title"_s].toString();
            ++m_named;
            nameNext();
        });
}

QStringList AccountSignIn::labelsOf(const QList<Place> &places)
{
    QStringList labels;
    for (const Place &place : places) {
        const auto isAlike = [&place](const Place &other) { return other.title == place.title; };
        if (place.title.isEmpty())
            labels << place.production;
        else if (std::ranges::count_if(places, isAlike) > 1)
            labels << u"%1 (%2)"_s.arg(place.title, place.production);
        else
            labels << place.title;
    }
    return labels;
}

void AccountSignIn::choose(const QString &production)
{
    ask("POST", u"/api/v1/productions/%1/own-device-code"_s.arg(production), {},
        [this](const Answer &answer) {
            if (!answer.isDone())
                return fail(answer);
            finish(answer.json[u"code"_s].toString());
        });
}

// The session was for the code alone. If it cannot be ended now, it ends by itself.
void AccountSignIn::finish(const QString &inviteCode)
{
    endSession([this, inviteCode] {
        m_isOver = true;
        emit codeReady(inviteCode);
    });
}

void AccountSignIn::endSession(const std::function<void()> &then)
{
    if (m_access.isEmpty())
        return then();
    ask("DELETE", u"/api/v1/session"_s, {}, [then](const Answer &) { then(); });
    m_access.clear();
}

void AccountSignIn::abandon()
{
    if (std::exchange(m_isAbandoned, true))
        return;
    m_isOver = true;
    if (m_browser)
        m_browser.release()->deleteLater(); // it may be the one that calls
    setParent(QCoreApplication::instance());
    if (m_underWay == 0)
        leave();
}

void AccountSignIn::leave()
{
    endSession([this] { deleteLater(); });
}

void AccountSignIn::fail(const Answer &answer)
{
    fail(Error{codeOfStatus(answer.status), answer.json[u"detail"_s].toString()});
}

void AccountSignIn::fail(const Error &error)
{
    if (std::exchange(m_isOver, true))
        return;
    endSession([this, error] { emit failed(error); });
}

void AccountSignIn::ask(const QByteArray &method, const QString &path, const QJsonObject &body,
                        Then then)
{
    QUrl url(m_api);
    url.setPath(path);
    QNetworkRequest request(url);
    request.setTransferTimeout(int(answerMax.count()));
    if (!m_access.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_access.toLatin1());
    QByteArray bytes;
    if (!body.isEmpty()) {
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, bytes);
    connect(reply, &QNetworkReply::readyRead, this, [reply] {
        if (reply->bytesAvailable() > accountAnswerBytesMax)
            reply->abort();
    });
    ++m_underWay;
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        --m_underWay;
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const bool isWhole = reply->error() != QNetworkReply::OperationCanceledError;
        const Answer answer{isWhole ? status : 0,
                            QJsonDocument::fromJson(reply->readAll()).object()};
        if (!m_isAbandoned)
            return then(answer);
        // It may be what was asked for before.
        if (const QString access = answer.json[u"access_token"_s].toString(); !access.isEmpty())
            m_access = access;
        if (m_underWay == 0)
            leave();
    });
}

} // namespace film::app
