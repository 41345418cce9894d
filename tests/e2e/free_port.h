#pragma once

#include <QTcpServer>

namespace film::e2e {

// One that nobody listens on now.
[[nodiscard]] inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace film::e2e
