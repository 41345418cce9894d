// The limit beside our server: Qt's WebSocket server with our listener and event loop, which sends
// every message back and does nothing else. Prints "ready PORT" and goes on until it is ended.

#include "server/net/epoll_dispatcher.h"
#include "server/net/listener.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <cstdio>

using namespace film::server;
using namespace Qt::StringLiterals;

namespace {

void echo(QWebSocket *socket)
{
    QObject::connect(socket, &QWebSocket::binaryMessageReceived, socket,
                     [socket](const QByteArray &bytes) { socket->sendBinaryMessage(bytes); });
    QObject::connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    const QCoreApplication application(argc, argv);
    QWebSocketServer server(u"bare"_s, QWebSocketServer::NonSecureMode);
    server.setSupportedSubprotocols({u"filmtracker.sync.v1"_s});
    server.setMaxPendingConnections(10'000);
    QObject::connect(&server, &QWebSocketServer::newConnection, &server, [&server] {
        while (QWebSocket *socket = server.nextPendingConnection())
            echo(socket);
    });
    Listener listener([&server](qintptr descriptor) {
        auto *socket = new QTcpSocket(&server);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        server.handleConnection(socket);
    });
    const auto opened = listener.open({QHostAddress(QHostAddress::LocalHost), 0});
    if (!opened)
        return EXIT_FAILURE;
    std::printf("ready %d\n", opened->port);
    std::fflush(stdout);
    return QCoreApplication::exec();
}
