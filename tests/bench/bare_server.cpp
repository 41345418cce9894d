#include "tests/bench/bare_server.h"

#include <QCoreApplication>
#include <QWebSocketHandshakeOptions>

namespace film::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int startMaxMs = 10'000;

} // namespace

Result<std::unique_ptr<BareServer>> BareServer::start()
{
    std::unique_ptr<BareServer> server(new BareServer);
    QProcess &process = server->m_process;
    process.start(QCoreApplication::applicationDirPath() + u"/bench_bare_server"_s, QStringList());
    if (!process.waitForReadyRead(startMaxMs))
        return fail(ErrorCode::Offline, u"bench_bare_server did not start"_s);
    const int port = process.readLine().simplified().split(' ').value(1).toInt();
    server->m_url = QUrl(u"ws://127.0.0.1:%1/"_s.arg(port));
    return server;
}

BareServer::~BareServer()
{
    m_process.kill();
    m_process.waitForFinished();
}

BareDevices::BareDevices(const QUrl &url, size_t count)
{
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"filmtracker.sync.v1"_s});
    for (size_t i = 0; i < count; ++i) {
        auto socket = std::make_unique<QWebSocket>();
        connect(socket.get(), &QWebSocket::connected, this, [this] { ++m_connected; });
        connect(socket.get(), &QWebSocket::binaryMessageReceived, this,
                [this, to = socket.get()](const QByteArray &bytes) {
                    ++m_answers;
                    if (m_isAsking)
                        to->sendBinaryMessage(bytes);
                });
        socket->open(url, options);
        m_sockets.push_back(std::move(socket));
    }
}

BareDevices::~BareDevices()
{
    for (const auto &socket : m_sockets)
        socket->disconnect(this);
}

void BareDevices::ask(size_t count, const QByteArray &bytes)
{
    m_isAsking = true;
    for (size_t i = 0; i < std::min(count, m_sockets.size()); ++i)
        m_sockets[i]->sendBinaryMessage(bytes);
}

} // namespace film::bench
