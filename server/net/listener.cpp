#include "server/net/listener.h"

#include "server/net/net_limits.h"

namespace film::server {

using namespace Qt::StringLiterals;

Listener::Listener(std::function<void(qintptr)> accept, QObject *parent)
    : QTcpServer(parent)
    , m_accept(std::move(accept))
{
    setListenBacklogSize(net_limits::listenBacklog);
}

Result<Endpoint> Listener::open(const Endpoint &endpoint)
{
    if (!listen(endpoint.address, endpoint.port))
        return fail(ErrorCode::StoreInUse,
                    u"%1 cannot be listened on: %2"_s.arg(endpoint.toString(), errorString()));
    return Endpoint{endpoint.address, serverPort()};
}

} // namespace film::server
