#include "server/http/http_server.h"

#include "server/http/problem.h"
#include "server/http/request_scope.h"

#include <QJsonObject>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto stopMax = 2s;
constexpr auto retiredMax = 60s; // for connections under the certificate before

} // namespace

QJsonObject healthJson(const SyncServer::Health &health)
{
    QJsonObject json;
    QJsonObject problems;
    const auto add = [&](const QString &name, bool isWell, const QString &problem) {
        json.insert(name, isWell);
        if (!isWell)
            problems.insert(name, problem);
    };
    add(u"database"_s, health.isDatabaseReachable, u"it does not answer"_s);
    add(u"lanes"_s, health.areLanesUp, u"a writer or a reader has no connection to it"_s);
    for (const HealthPart &part : health.parts)
        add(part.name, part.isWell(), part.problem);
    json.insert(u"stopping"_s, health.isStopping);
    json.insert(u"problems"_s, problems);
    return json;
}

namespace {

WebResponse readyOf(const SyncServer::Health &health)
{
    QJsonObject json = healthJson(health);
    json.insert(u"ready"_s, health.isReady());
    return WebResponse::json(json, health.isReady() ? 200 : 503);
}

// What it takes to have started; a server that lost its database later is not to be killed for it.
WebResponse startedOf(const SyncServer::Health &health)
{
    QJsonObject json = healthJson(health);
    json.insert(u"started"_s, health.hasStarted);
    return WebResponse::json(json, health.hasStarted ? 200 : 503);
}

} // namespace

HttpServer::HttpServer(const SyncServer &sync, ServerMetrics &metrics, WebService *service,
                       SpanSink *spans)
    : m_sync(sync)
    , m_metrics(metrics)
    , m_service(service)
    , m_spans(spans)
{
    if (service)
        metrics.poolSized(ServerMetrics::Pool::Http, http_limits::threads);
}

HttpServer::~HttpServer()
{
    stop();
}

// Health above all: whoever watches must not take a full pool for a dead process.
std::optional<WebResponse> HttpServer::atOnce(const WebRequest &request)
{
    static const QStringList pages{u"/health/live"_s, u"/health/ready"_s, u"/health/startup"_s,
                                   u"/metrics"_s};
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    const bool isPage = isRead && pages.contains(request.path);
    if (!isPage && m_service)
        return std::nullopt;
    RequestScope scope(request);
    WebResponse response = isPage
        ? page(request.path)
        : problem({ErrorCode::NotFound, u"there is no such thing here"_s});
    if (isPage)
        response.route = request.path;
    scope.finish(response);
    return response;
}

WebResponse HttpServer::page(const QString &path)
{
    if (path == u"/health/live")
        return WebResponse::json({{u"live"_s, true}});
    if (path == u"/health/ready")
        return readyOf(m_sync.health());
    if (path == u"/health/startup")
        return startedOf(m_sync.health());
    return {200, "text/plain; version=0.0.4", QByteArray::fromStdString(m_metrics.text()), {}};
}

WebResponse HttpServer::answer(const WebRequest &request)
{
    RequestScope scope(request, m_spans);
    Router::Answer answered = m_service->answer(request);
    answered.response.route = answered.pattern;
    scope.finish(answered.response);
    return std::move(answered.response);
}

Result<Endpoint> HttpServer::start(const HttpDaemon::Settings &settings)
{
    auto started = HttpDaemon::start(
        settings,
        {[this](const WebRequest &request) { return atOnce(request); },
         [this](const WebRequest &request) { return answer(request); },
         [this](const WebRequest &request, const WebResponse &response,
                std::chrono::nanoseconds time) {
             m_metrics.httpAnswered({request.method, response.route, response.status, time});
         }});
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
