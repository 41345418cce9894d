#pragma once

#include "server/config/endpoint.h"
#include "server/http/web_service.h"
#include "server/net/sync_server.h"
#include "server/telemetry/server_metrics.h"

#include <memory>

namespace film::server {

// Health and metrics for administrators, load balancers and Prometheus, on a port of their own
// and in threads of their own: a slow scraper never keeps a device waiting.
class HttpServer
{
public:
    // Without a service there is no API, only health and metrics.
    HttpServer(const SyncServer &sync, ServerMetrics &metrics, WebService *service = nullptr);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    // The endpoint with its real port.
    [[nodiscard]] Result<Endpoint> start(const Endpoint &endpoint);
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace film::server
