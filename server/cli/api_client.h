#pragma once

#include "server/cli/credentials.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrlQuery>

namespace film::admin_cli {

struct ApiRequest {
    QByteArray method;
    QString path; // percent-encoded
    QUrlQuery query;
    QJsonObject body;
    QString token; // or nothing
};

struct ApiAnswer {
    int status = 0;
    QByteArray body;
    QString after; // of the next part, from a file's Link header (RFC 8288); or nothing

    [[nodiscard]] bool isDone() const { return status >= 200 && status < 300; }
    [[nodiscard]] QJsonObject json() const;
    // What a problem says for people (RFC 9457).
    [[nodiscard]] QString detail() const;
};

// One request after another, each with the program's own event loop: there is nothing else to do.
class ApiClient
{
public:
    // InvalidInput if `caFile` is given and holds no certificate.
    [[nodiscard]] static Result<std::unique_ptr<ApiClient>> create(const QUrl &server,
                                                                   const QString &caFile);

    // Offline, with the reason, if no answer came.
    [[nodiscard]] Result<ApiAnswer> ask(const ApiRequest &request);

private:
    ApiClient(QUrl server, std::optional<QSslConfiguration> tls);

    const QUrl m_server;
    const std::optional<QSslConfiguration> m_tls;
    QNetworkAccessManager m_network;
};

} // namespace film::admin_cli
