#pragma once

#include "server/http/http_daemon.h"
#include "server/http/web_service.h"
#include "server/net/sync_server.h"
#include "server/telemetry/server_metrics.h"

#include <future>
#include <memory>

namespace film::server {

// Each part by its name, and of those that are not well what is wrong with them.
[[nodiscard]] QJsonObject healthJson(const SyncServer::Health &health);

// Health and metrics for administrators, load balancers and Prometheus, and the API, on a port of
// their own and in threads of their own: a slow scraper never keeps a device waiting.
class HttpServer
{
public:
    // Without a service there is no API, only health and metrics.
    // `spans` takes what is traced of the API; null: nothing is.
    HttpServer(const SyncServer &sync, ServerMetrics &metrics, WebService *service = nullptr,
               SpanSink *spans = nullptr);
    ~HttpServer();
    Q_DISABLE_COPY_MOVE(HttpServer)

    // The endpoint with its real port.
    [[nodiscard]] Result<Endpoint> start(const HttpDaemon::Settings &settings);
    // A renewed certificate, for connections from now on. Those that are open end with their next
    // answer.
    [[nodiscard]] Result<> setTls(const HttpDaemon::Tls &tls);
    void stop();

private:
    [[nodiscard]] std::optional<WebResponse> atOnce(const WebRequest &request);
    [[nodiscard]] WebResponse page(const QString &path);
    [[nodiscard]] WebResponse answer(const WebRequest &request);

    const SyncServer &m_sync;
    ServerMetrics &m_metrics;
    WebService *const m_service;
    SpanSink *const m_spans;
    std::unique_ptr<HttpDaemon> m_daemon;
    struct Retired {
        std::shared_ptr<HttpDaemon> daemon;
        std::future<void> finished;
    };
    std::vector<Retired> m_retired;
};

} // namespace film::server
