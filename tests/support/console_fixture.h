#pragma once

#include "server/console/console.h"
#include "server/http/http_server.h"
#include "tests/support/api_fixture.h"

#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

namespace film::tests {

// The console of a whole server on a port of this computer, over the production of api_fixture.h
// with an administrator of the server who is its administrator as well.
class ConsoleStage
{
public:
    explicit ConsoleStage(const TestDatabase &place, int requestsPerMinute = 100'000,
                          const std::optional<ServerConfig> &shown = std::nullopt)
        : api(place, requestsPerMinute)
    {
        administrator = api.member(Role::Administrator);
        api.administrator(administrator, u"Simone Achterberg"_s);
        api.clock().time += 31s; // its next code is a new one
        ServerConfig config;
        config.database = place.address();
        config.listen.port = 0;
        config.oldestApp = QVersionNumber(1, 0);
        config.requestsPerMinute = requestsPerMinute;
        config.dataFolder = u"/var/lib/filmtracker"_s;
        m_sync = std::make_unique<SyncServer>(config, m_metrics);
        if (const auto started = m_sync->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
        m_console =
            std::make_unique<Console>(api.service().forPages(), api.service().box(),
                                      ConsoleFacts{shown.value_or(config), api.clock().time - 29h,
                                                   [this] { return m_sync->health(); }, &presence});
        api.service().alsoServe(
            [this](const WebRequest &request) { return m_console->answer(request); });
        m_http = std::make_unique<HttpServer>(*m_sync, m_metrics, &api.service());
        const auto bound = m_http->start({{QHostAddress(QHostAddress::LocalHost), 0}, {}, {}});
        if (!bound)
            qFatal("%s", qPrintable(bound.error().message));
        url = u"http://"_s + bound->toString();
    }
    ~ConsoleStage() { m_http->stop(); }
    Q_DISABLE_COPY_MOVE(ConsoleStage)

    [[nodiscard]] QString under(const QString &rest) const
    {
        return u"/console/productions/%1/%2"_s.arg(api.production().toString(), rest);
    }

    [[nodiscard]] const Console &console() const { return *m_console; }

    Api api;
    DevicePresence presence; // as the test wants it, not the server's
    UserId administrator;
    QString url;

private:
    ServerMetrics m_metrics;
    std::unique_ptr<SyncServer> m_sync;
    std::unique_ptr<Console> m_console;
    std::unique_ptr<HttpServer> m_http;
};

struct WebAnswer {
    int status = 0;
    QString text;
    QList<QNetworkReply::RawHeaderPair> headers;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[known, value] : headers) {
            if (known.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
    // The value of a hidden field, as it would be sent.
    [[nodiscard]] QString hidden(const QString &name) const
    {
        const QRegularExpression field(u"name=\"%1\" value=\"([^\"]*)\""_s.arg(name));
        return field.match(text).captured(1);
    }
};

// As much of a browser as the pages need: it keeps cookies and sends forms. It follows nothing.
class PlainBrowser
{
public:
    explicit PlainBrowser(QString url)
        : m_url(std::move(url))
    {
        m_network.setCookieJar(new NoJar);
        m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    }

    WebAnswer get(const QString &path, const QList<QNetworkReply::RawHeaderPair> &headers = {})
    {
        return finish(m_network.get(request(path, headers)));
    }
    // With the token of the page that was got last, unless another is given.
    WebAnswer post(const QString &path, QList<std::pair<QString, QString>> fields = {},
                   const std::optional<QString> &token = std::nullopt,
                   const QByteArray &type = "application/x-www-form-urlencoded")
    {
        fields.append({u"token"_s, token.value_or(m_token)});
        QByteArray body;
        for (const auto &[name, value] : fields)
            body += (body.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '='
                + QUrl::toPercentEncoding(value);
        QNetworkRequest sent = request(path, {});
        sent.setHeader(QNetworkRequest::ContentTypeHeader, type);
        return finish(m_network.post(sent, body));
    }
    // To the end of the second factor.
    WebAnswer signIn(const QString &login, const QString &code = {},
                     const QString &to = u"/console/"_s)
    {
        get(u"/console/sign-in"_s);
        WebAnswer answer = post(u"/console/sign-in"_s,
                                {{u"login"_s, login}, {u"password"_s, password}, {u"to"_s, to}});
        if (code.isEmpty())
            return answer;
        return post(u"/console/sign-in/code"_s,
                    {{u"proof"_s, answer.hidden(u"proof"_s)}, {u"code"_s, code}, {u"to"_s, to}});
    }

    std::map<QByteArray, QByteArray> cookies;
    QByteArrayList setCookies; // of the last answer, as they came
    [[nodiscard]] const QString &token() const { return m_token; }

private:
    class NoJar : public QNetworkCookieJar
    {
        QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
        bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override
        {
            return false;
        }
    };

    QNetworkRequest request(const QString &path,
                            const QList<QNetworkReply::RawHeaderPair> &headers) const
    {
        QNetworkRequest made(QUrl(m_url + path, QUrl::StrictMode));
        QByteArrayList pairs;
        for (const auto &[name, value] : cookies)
            pairs.append(name + '=' + value);
        if (!pairs.isEmpty())
            made.setRawHeader("Cookie", pairs.join("; "));
        for (const auto &[name, value] : headers)
            made.setRawHeader(name, value);
        return made;
    }
    WebAnswer finish(QNetworkReply *reply)
    {
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000))
            qFatal("no answer");
        WebAnswer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.text = QString::fromUtf8(reply->readAll());
        answer.headers = reply->rawHeaderPairs();
        setCookies = reply->rawHeader("Set-Cookie").split('\n');
        for (const QByteArray &cookie : setCookies) {
            const QByteArray pair = cookie.left(cookie.indexOf(';'));
            const QByteArray name = pair.left(pair.indexOf('='));
            if (cookie.contains("Max-Age=0"))
                cookies.erase(name);
            else if (!name.isEmpty())
                cookies[name] = pair.mid(name.size() + 1);
        }
        if (const QString token = answer.hidden(u"token"_s); !token.isEmpty())
            m_token = token;
        reply->deleteLater();
        return answer;
    }

    QString m_url;
    QString m_token;
    QNetworkAccessManager m_network;
};

} // namespace film::tests
