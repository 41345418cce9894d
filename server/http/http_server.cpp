#include "server/http/http_server.h"

#include "server/http/problem.h"

#include <QJsonObject>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stopMax = 2s;
constexpr auto retiredMax = 60s; // for connections under the certificate before

WebResponse healthOf(const SyncServer::Health &health)
{
    return WebResponse::json({{u"ready"_s, health.isReady()},
                              {u"database"_s, health.isDatabaseReachable},
                              {u"lanes"_s, health.areLanesUp},
                              {u"stopping"_s, health.isStopping}},
                             health.isReady() ? 200 : 503);
}

} // namespace

HttpServer::HttpServer(const SyncServer &sync, ServerMetrics &metrics, WebService *service)
    : m_sync(sync)
    , m_metrics(metrics)
    , m_service(service)
{}

HttpServer::~HttpServer()
{
    stop();
}

// Health above all: whoever watches must not take a full pool for a dead process.
std::optional<WebResponse> HttpServer::atOnce(const WebRequest &request)
{
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    if (isRead && request.path == u"/health/live")
        return WebResponse::json({{u"live"_s, true}});
    if (isRead && request.path == u"/health/ready")
        return healthOf(m_sync.health());
    if (isRead && request.path == u"/metrics")
        return WebResponse{
            200, "text/plain; version=0.0.4", QByteArray::fromStdString(m_metrics.text()), {}};
    if (!m_service)
        return problem({ErrorCode::NotFound, u"there is no such thing here"_s});
    return std::nullopt;
}

Result<Endpoint> HttpServer::start(const HttpDaemon::Settings &settings)
{
    auto started = HttpDaemon::start(settings,
                                     {[this](const WebRequest &request) { return atOnce(request); },
                                      [this](const WebRequest &request) -> WebResponse {
                                          return m_service->answer(request).response;
                                      },
                                      [this](int status) { m_metrics.httpAnswered(status); }});
    if (!started)
        return fail(started.error());
    m_daemon = *std::move(started);
    return m_daemon->endpoint();
}

Result<> HttpServer::setTls(const HttpDaemon::Tls &tls)
{
    auto started = m_daemon->startBeside(tls);
    if (!started)
        return fail(started.error());
    std::erase_if(m_retired, [](const Retired &old) {
        return old.finished.wait_for(0s) == std::future_status::ready;
    });
    std::shared_ptr<HttpDaemon> old = std::exchange(m_daemon, *std::move(started));
    old->retire();
    m_retired.push_back({old, std::async(std::launch::async, [old] {
                             old->waitUntilEmpty(retiredMax);
                             old->finish(stopMax);
                         })});
    return {};
}

void HttpServer::stop()
{
    for (const Retired &old : m_retired)
        old.daemon->hurry();
    m_retired.clear(); // waits
    if (m_daemon)
        m_daemon->finish(stopMax);
    m_daemon.reset();
}

} // namespace film::server
