#include "server/cli/api_client.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <memory>

namespace film::admin_cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto answerMax = 60s;
constexpr qint64 answerBytesMax = 64 * 1024 * 1024;

// '<…?after=X&…>; rel="next"'
QString afterIn(const QByteArray &link)
{
    const qsizetype end = link.indexOf('>');
    if (!link.startsWith('<') || !link.mid(end + 1).contains("rel=\"next\""))
        return {};
    const QUrlQuery query(QUrl::fromEncoded(link.mid(1, end - 1)));
    return query.queryItemValue(u"after"_s, QUrl::FullyDecoded);
}

} // namespace

QJsonObject ApiAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString ApiAnswer::detail() const
{
    const QString detail = json().value(u"detail"_s).toString();
    return detail.isEmpty() ? u"the server answered %1"_s.arg(status) : detail;
}

Result<std::unique_ptr<ApiClient>> ApiClient::create(const QUrl &server, const QString &caFile)
{
    std::optional<QSslConfiguration> tls;
    if (!caFile.isEmpty()) {
        const QList<QSslCertificate> trusted = QSslCertificate::fromPath(caFile);
        if (trusted.isEmpty())
            return fail(ErrorCode::InvalidInput, u"no certificate in %1"_s.arg(caFile));
        tls = QSslConfiguration::defaultConfiguration();
        tls->setCaCertificates(trusted);
    }
    return std::unique_ptr<ApiClient>(new ApiClient(server, std::move(tls)));
}

ApiClient::ApiClient(QUrl server, std::optional<QSslConfiguration> tls)
    : m_server(std::move(server))
    , m_tls(std::move(tls))
{
    m_network.setTransferTimeout(int(std::chrono::milliseconds(answerMax).count()));
}

Result<ApiAnswer> ApiClient::ask(const ApiRequest &request)
{
    QUrl url = m_server;
    url.setPath(request.path, QUrl::StrictMode);
    url.setQuery(request.query);
    QNetworkRequest network(url);
    // A token does not follow to another address.
    network.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    if (m_tls)
        network.setSslConfiguration(*m_tls);
    if (!request.token.isEmpty())
        network.setRawHeader("Authorization", "Bearer " + request.token.toLatin1());
    QByteArray body;
    if (!request.body.isEmpty()) {
        network.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        body = QJsonDocument(request.body).toJson(QJsonDocument::Compact);
    }
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(network, request.method, body));
    QObject::connect(reply.get(), &QNetworkReply::finished, QCoreApplication::instance(),
                     &QCoreApplication::quit);
    QObject::connect(reply.get(), &QNetworkReply::downloadProgress, reply.get(),
                     [&reply](qint64 bytes, qint64) {
                         if (bytes > answerBytesMax)
                             reply->abort();
                     });
    QCoreApplication::exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return fail(ErrorCode::Offline, reply->errorString());
    return ApiAnswer{status, reply->readAll(), afterIn(reply->rawHeader("Link"))};
}

} // namespace film::admin_cli
