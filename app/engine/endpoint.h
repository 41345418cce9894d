#pragma once

#include "shared/base/result.h"

#include <QUrl>
#include <QWebSocket>

namespace film::app {

// "films.example" becomes wss://films.example/sync/v1; ws:// is taken as it is, for a server on
// the same computer or behind a tunnel.
[[nodiscard]] Result<QUrl> endpointOf(const QString &server);

// Opens the socket with our sub-protocol and the protocol's limits on frames.
void openSocket(QWebSocket &socket, const QUrl &endpoint);

} // namespace film::app
