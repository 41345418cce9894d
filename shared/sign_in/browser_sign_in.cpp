#include "shared/sign_in/browser_sign_in.h"

#include <QTcpSocket>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr auto path = "/callback";
constexpr qsizetype headBytesMax = 8 * 1024;
constexpr int connectionsMax = 16; // a browser opens some ahead
constexpr std::chrono::seconds headMax{10};

QByteArray page(const QString &text)
{
    return u"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
           "<title>Film Tracker</title></head><body><p>%1</p></body></html>"_s.arg(text)
               .toUtf8();
}

} // namespace

BrowserSignIn::BrowserSignIn(OpenIdDoor door, RandomSource &random, Done done,
                             std::chrono::milliseconds waitMax, QObject *parent)
    : QObject(parent)
    , m_door(std::move(door))
    , m_attempt(makeAttempt(random))
    , m_done(std::move(done))
{
    connect(&m_server, &QTcpServer::newConnection, this, &BrowserSignIn::takeConnections);
    connect(&m_deadline, &QTimer::timeout, this,
            [this] { finish(fail(ErrorCode::Timeout, u"nobody signed in in time"_s)); });
    m_deadline.setSingleShot(true);
    m_deadline.setInterval(waitMax);
}

Result<QUrl> BrowserSignIn::start()
{
    // By number: a name could be somebody else's (RFC 8252, 8.3).
    if (!m_server.listen(QHostAddress::LocalHost))
        return fail(ErrorCode::StoreInUse, u"no port to wait for the browser"_s);
    m_deadline.start();
    return authorizationUrl(m_door, m_attempt, redirectUri());
}

QByteArray BrowserSignIn::host() const
{
    return "127.0.0.1:" + QByteArray::number(m_server.serverPort());
}

QString BrowserSignIn::redirectUri() const
{
    return u"http://"_s + QString::fromLatin1(host() + path);
}

void BrowserSignIn::takeConnections()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_connections >= connectionsMax) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_connections;
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            --m_connections;
            socket->deleteLater();
        });
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        QTimer::singleShot(headMax, socket, [socket] { socket->abort(); });
    }
}

void BrowserSignIn::read(QTcpSocket *socket)
{
    const QByteArray head = socket->peek(headBytesMax + 1);
    if (head.size() > headBytesMax)
        return answer(socket, 431, u"This request is too large."_s);
    if (!head.contains("\r\n\r\n"))
        return;
    socket->readAll();
    const auto query = redirectQuery(head, path, host());
    if (!query)
        return answer(socket, query.error().code == ErrorCode::NotFound ? 404 : 400,
                      u"There is nothing here."_s);
    auto code = codeIn(*query, m_door, m_attempt);
    if (!code && code.error().code == ErrorCode::InvalidInput)
        return answer(socket, 400, u"This is no answer to a sign-in that waits here."_s);
    if (!code) {
        answer(socket, 200, u"Signing in was refused. You can close this tab."_s);
        return finish(fail(code.error()));
    }
    answer(socket, 200, u"Film Tracker goes on. You can close this tab."_s);
    finish(OpenIdGrant{*code, m_attempt.verifier, m_attempt.nonce, redirectUri()});
}

void BrowserSignIn::answer(QTcpSocket *socket, int status, const QString &text)
{
    const QByteArray body = page(text);
    disconnect(socket, &QTcpSocket::readyRead, this, nullptr);
    // The address of the page has the code in it: it goes nowhere from here.
    socket->write("HTTP/1.1 " + QByteArray::number(status)
                  + " Done\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: "
                  + QByteArray::number(body.size())
                  + "\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
                    "X-Content-Type-Options: nosniff\r\n"
                    "Content-Security-Policy: default-src 'none'\r\nConnection: close\r\n\r\n"
                  + body);
    socket->flush(); // the program may end with the sign-in
    socket->disconnectFromHost();
}

void BrowserSignIn::finish(Result<OpenIdGrant> result)
{
    if (!m_done)
        return;
    m_deadline.stop();
    m_server.close();
    const Done done = std::exchange(m_done, nullptr);
    done(std::move(result));
}

} // namespace film
