#pragma once

#include "shared/sign_in/openid_attempt.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

namespace film::tests {

using namespace Qt::StringLiterals;

// A real issuer on this computer, as a process.
class IssuerProcess
{
public:
    IssuerProcess()
    {
        m_process.start(QStringLiteral(FILM_NODE), {QStringLiteral(FILM_ISSUER)});
        m_url = QUrl(said("ready"));
    }
    ~IssuerProcess()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(IssuerProcess)

    [[nodiscard]] const QUrl &url() const { return m_url; }
    // It signs with others from now on.
    void takeNewKeys()
    {
        m_process.write("rotate\n");
        static_cast<void>(said("rotated"));
    }

private:
    QString said(const QByteArray &word)
    {
        while (m_process.canReadLine() || m_process.waitForReadyRead(20'000)) {
            if (!m_process.canReadLine())
                continue;
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(word))
                return QString::fromLatin1(line.mid(word.size()).trimmed());
        }
        qFatal("the issuer does not run: %s", m_process.readAllStandardError().constData());
        return {};
    }

    QProcess m_process;
    QUrl m_url;
};

// The browser of somebody who signs in at the issuer and agrees to everything it asks.
class Visitor
{
public:
    explicit Visitor(QString login)
        : m_login(std::move(login))
    {}

    // Where the issuer sends the browser in the end: an address of the program that waits. Nothing
    // if it does not come to that.
    [[nodiscard]] QUrl signInAt(QUrl page)
    {
        for (int step = 0; step < 12; ++step) {
            const QUrl next = visit(page);
            if (next.path() == u"/callback")
                return next;
            if (next.isEmpty())
                return {};
            page = next;
        }
        return {};
    }
    // And goes there; what the page says.
    [[nodiscard]] QByteArray goTo(const QUrl &url)
    {
        return answer(m_network.get(plain(url))).body;
    }

private:
    struct Answer {
        QUrl redirect;
        QByteArray body;
    };
    static QNetworkRequest plain(const QUrl &url)
    {
        QNetworkRequest request(url);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        return request;
    }
    static Answer answer(QNetworkReply *reply)
    {
        if (!QTest::qWaitFor([reply] { return reply->isFinished(); }, 20'000))
            reply->abort();
        const QUrl redirect = reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
        Answer answered{redirect.isEmpty() ? QUrl() : reply->url().resolved(redirect),
                        reply->readAll()};
        reply->deleteLater();
        return answered;
    }
    QUrl visit(const QUrl &page)
    {
        const Answer shown = answer(m_network.get(plain(page)));
        if (!shown.redirect.isEmpty())
            return shown.redirect;
        static const QRegularExpression action(u"action=\"([^\"]+)\""_s);
        static const QRegularExpression prompt(u"name=\"prompt\" value=\"([a-z]+)\""_s);
        const QString html = QString::fromUtf8(shown.body);
        const auto form = action.match(html);
        if (!form.hasMatch())
            return {};
        QNetworkRequest request = plain(page.resolved(QUrl(form.captured(1))));
        request.setHeader(QNetworkRequest::ContentTypeHeader,
                          u"application/x-www-form-urlencoded"_s);
        return answer(m_network.post(request,
                                     "prompt=" + prompt.match(html).captured(1).toLatin1()
                                         + "&login=" + m_login.toLatin1() + "&password=x"))
            .redirect;
    }

    const QString m_login;
    QNetworkAccessManager m_network;
};

} // namespace film::tests
