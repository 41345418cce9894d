#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <map>
#include <utility>
#include <vector>

namespace film::server {

// A request as it came over HTTP: checked against the limits of http_daemon.h, nothing else.
struct WebRequest {
    QByteArray method;
    QString path;                             // decoded, without the query
    std::map<QString, QString> query;         // the first value of each key
    std::map<QByteArray, QByteArray> headers; // by lower-case name; the first of each
    QByteArray body;
    QString remote;        // the address that connected, or the one a trusted proxy names
    bool isSecure = false; // TLS all the way to the client, as far as can be known

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const
    {
        const auto found = headers.find(lowerCaseName);
        return found == headers.end() ? QByteArray() : found->second;
    }
};

struct WebResponse {
    int status = 200;
    QByteArray contentType;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QString route{}; // the pattern of what answered, for logs and metrics; empty if none fits

    [[nodiscard]] static WebResponse json(const QJsonObject &object, int status = 200);
};

} // namespace film::server
