#include "app/engine/endpoint.h"

#include "shared/protocol/limits.h"

#include <QNetworkRequest>
#include <QWebSocketHandshakeOptions>

namespace film::app {

using namespace Qt::StringLiterals;

Result<QUrl> endpointOf(const QString &server)
{
    const QString text = server.trimmed();
    QUrl url(text.contains(u"://"_s) ? text : QString(u"wss://"_s + text), QUrl::StrictMode);
    if (url.scheme() == u"https")
        url.setScheme(u"wss"_s);
    if (url.scheme() == u"http")
        url.setScheme(u"ws"_s);
    const bool known = url.scheme() == u"wss" || url.scheme() == u"ws";
    if (!url.isValid() || !known || url.host().isEmpty())
        return fail(ErrorCode::InvalidInput, u"that is no address of a server"_s);
    if (url.path().isEmpty() || url.path() == u"/")
        url.setPath(u"/sync/v1"_s);
    return url;
}

void openSocket(QWebSocket &socket, const QUrl &endpoint)
{
    constexpr quint64 bytesMax = protocol::limits::frameBytesMax;
    socket.setMaxAllowedIncomingFrameSize(bytesMax);
    socket.setMaxAllowedIncomingMessageSize(bytesMax);
    socket.setOutgoingFrameSize(bytesMax); // one frame per message
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({u"filmtracker.sync.v1"_s});
    socket.open(QNetworkRequest(endpoint), options);
}

} // namespace film::app
