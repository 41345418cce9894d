#include "server/identity/openid_issuer.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrlQuery>

#include <future>

namespace film::server {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

// Of the eight threads of HTTP: an issuer that does not answer must not take them all.
constexpr int waitingMax = 3;
constexpr qint64 answerBytesMax = 256 * 1024;

Error issuerBroken(const QString &why)
{
    return {ErrorCode::ProtocolViolation, u"the issuer "_s + why};
}

bool isSafe(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    const bool isHere = url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
    return url.scheme() == u"https" || (url.scheme() == u"http" && isHere);
}

QByteArray encoded(const QString &text)
{
    return QUrl::toPercentEncoding(text);
}

} // namespace

class OpenIdIssuer::Place
{
public:
    explicit Place(std::atomic<int> &waiting)
        : m_waiting(waiting)
        , m_isThere(++waiting <= waitingMax)
    {}
    ~Place() { --m_waiting; }
    Q_DISABLE_COPY_MOVE(Place)

    [[nodiscard]] Result<> taken() const
    {
        return m_isThere ? Result<>()
                         : fail(ErrorCode::Busy, u"too many wait for the issuer already"_s);
    }

private:
    std::atomic<int> &m_waiting;
    const bool m_isThere;
};

OpenIdIssuer::OpenIdIssuer(OpenIdSettings settings, OpenIdPatience patience)
    : m_settings(std::move(settings))
    , m_patience(patience)
    , m_network(new QNetworkAccessManager(nullptr))
{
    m_network->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_network, &QObject::deleteLater);
    m_thread.start();
}

OpenIdIssuer::~OpenIdIssuer()
{
    m_thread.quit();
    m_thread.wait();
}

Result<QUrl> OpenIdIssuer::authorizationEndpoint(Instant now)
{
    const Place place(m_waiting);
    if (const Result<> taken = place.taken(); !taken)
        return fail(taken.error());
    const auto known = description(now);
    return known ? Result<QUrl>(known->authorization) : fail(known.error());
}

Result<QString> OpenIdIssuer::subjectOf(const Grant &grant, Instant now)
{
    const Place place(m_waiting);
    if (const Result<> taken = place.taken(); !taken)
        return fail(taken.error());
    const auto known = description(now);
    if (!known)
        return fail(known.error());
    const Result<QByteArray> token = idToken(grant, known->token);
    if (!token)
        return fail(token.error());
    auto issuerKeys = keys(now, m_patience.keysAgeMax);
    const QString keyId = issuerKeyIdIn(*token);
    if (issuerKeys && std::ranges::find(*issuerKeys, keyId, &IssuerKey::id) == issuerKeys->end())
        issuerKeys = keys(now, m_patience.keysAgeMin);
    if (!issuerKeys)
        return fail(issuerKeys.error());
    return subjectOfIdToken(
        *token, *issuerKeys,
        {m_settings.issuerText(), m_settings.clientId, grant.nonce, m_settings.subjectClaim}, now);
}

Result<OpenIdIssuer::Description> OpenIdIssuer::description(Instant now)
{
    {
        const std::lock_guard lock(m_mutex);
        // A clock that was set back makes it old, too.
        if (m_description && m_description->read <= now
            && now - m_description->read < m_patience.descriptionAgeMax)
            return *m_description;
    }
    // OpenID Connect Discovery 1.0, 4: appended to the issuer, whatever path that has.
    QUrl url = m_settings.issuer;
    QString path = url.path();
    if (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/.well-known/openid-configuration"_s);
    const auto fetched = fetch(QNetworkRequest(url));
    if (!fetched)
        return fail(fetched.error());
    const QJsonObject said = QJsonDocument::fromJson(fetched->body).object();
    // 4.3: exactly. Whoever answers for another issuer could pass its people for ours.
    if (fetched->status != 200 || said.value(u"issuer"_s) != m_settings.issuerText())
        return fail(issuerBroken(u"does not describe itself"_s));
    const auto urlIn = [&said](const QString &key) {
        return QUrl(said.value(key).toString(), QUrl::StrictMode);
    };
    const Description description{urlIn(u"authorization_endpoint"_s), urlIn(u"token_endpoint"_s),
                                  urlIn(u"jwks_uri"_s), now};
    if (!isSafe(description.authorization) || !isSafe(description.token)
        || !isSafe(description.keys))
        return fail(issuerBroken(u"has an address without TLS"_s));
    const std::lock_guard lock(m_mutex);
    m_description = description;
    return description;
}

Result<std::vector<IssuerKey>> OpenIdIssuer::keys(Instant now, milliseconds ageMax)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_keys && m_keys->read <= now && now - m_keys->read < ageMax)
            return m_keys->keys;
    }
    const auto known = description(now);
    if (!known)
        return fail(known.error());
    const auto fetched = fetch(QNetworkRequest(known->keys));
    if (!fetched)
        return fail(fetched.error());
    if (fetched->status != 200)
        return fail(issuerBroken(u"does not show its keys"_s));
    auto read = readKeySet(fetched->body);
    if (!read)
        return read;
    const std::lock_guard lock(m_mutex);
    m_keys = Keys{*read, now};
    return read;
}

// RFC 6749, 4.1.3, with the verifier of RFC 7636, 4.5.
Result<QByteArray> OpenIdIssuer::idToken(const Grant &grant, const QUrl &endpoint)
{
    QNetworkRequest request(endpoint);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QByteArray body = "grant_type=authorization_code&code=" + encoded(grant.code)
        + "&code_verifier=" + encoded(grant.verifier)
        + "&redirect_uri=" + encoded(grant.redirectUri);
    if (m_settings.clientSecret.isEmpty()) {
        body += "&client_id=" + encoded(m_settings.clientId);
    } else {
        // RFC 6749, 2.3.1: both encoded before they are put together.
        const QByteArray both =
            encoded(m_settings.clientId) + ':' + m_settings.clientSecret.toPercentEncoding();
        request.setRawHeader("Authorization", "Basic " + both.toBase64());
    }
    const auto fetched = fetch(request, body);
    if (!fetched)
        return fail(fetched.error());
    const QJsonObject said = QJsonDocument::fromJson(fetched->body).object();
    if (fetched->status == 400 && said.value(u"error"_s) == u"invalid_grant"_s)
        return fail(ErrorCode::Unauthenticated, u"the issuer does not take the code"_s);
    const QByteArray token = said.value(u"id_token"_s).toString().toLatin1();
    // The error's name is of a closed set and says nothing about anybody.
    if (fetched->status != 200 || token.isEmpty())
        return fail(issuerBroken(u"gives no ID token (status %1, %2)"_s.arg(
            QString::number(fetched->status), said.value(u"error"_s).toString().left(40))));
    return token;
}

Result<OpenIdIssuer::Fetched> OpenIdIssuer::fetch(const QNetworkRequest &asked,
                                                  const std::optional<QByteArray> &body)
{
    QNetworkRequest request = asked;
    request.setTransferTimeout(int(m_patience.answerMax.count()));
    // A code or a secret does not follow to another address.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Accept", "application/json");
    // Two owners: who waits may have given up when the answer comes.
    const auto answer = std::make_shared<std::promise<Fetched>>();
    std::future<Fetched> coming = answer->get_future();
    QMetaObject::invokeMethod(m_network, [network = m_network, request, body, answer] {
        QNetworkReply *reply = body ? network->post(request, *body) : network->get(request);
        QObject::connect(reply, &QNetworkReply::downloadProgress, reply,
                         [reply](qint64 bytes, qint64) {
                             if (bytes > answerBytesMax)
                                 reply->abort();
                         });
        QObject::connect(reply, &QNetworkReply::finished, reply, [reply, answer] {
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            const bool isCut = reply->error() == QNetworkReply::OperationCanceledError;
            answer->set_value({isCut ? 0 : status, isCut ? QByteArray() : reply->readAll()});
            reply->deleteLater();
        });
    });
    if (coming.wait_for(m_patience.answerMax + std::chrono::seconds(1))
        != std::future_status::ready)
        return fail(ErrorCode::Offline, u"the issuer does not answer"_s);
    const Fetched fetched = coming.get();
    return fetched.status != 0 ? Result<Fetched>(fetched)
                               : fail(ErrorCode::Offline, u"the issuer cannot be reached"_s);
}

} // namespace film::server
