#pragma once

#include <QRandomGenerator>
#include <QTcpServer>

namespace film::e2e {

// One that nobody listens on now. Below those that the system gives to outgoing connections: of
// these any neighbour could take one between here and its use.
[[nodiscard]] inline quint16 freePort()
{
    QTcpServer server;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::system()->bounded(10'000, 20'000));
        if (server.listen(QHostAddress::LocalHost, port))
            return port;
    }
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace film::e2e
