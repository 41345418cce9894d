#include "server/http/http_server.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <httplib.h>

#include <thread>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Nobody has anything to upload here.
constexpr size_t bodyBytesMax = 16 * 1024;
constexpr time_t secondsMax = 5;
constexpr time_t idleSecondsMax = 2; // stopping waits for it
constexpr size_t keptRequestsMax = 100;
constexpr size_t threadCount = 8;
constexpr auto jsonType = "application/json";

std::string jsonOf(const SyncServer::Health &health)
{
    const QJsonObject json{
        {u"ready"_s, health.isReady()},
        {u"database"_s, health.isDatabaseReachable},
        {u"lanes"_s, health.areLanesUp},
        {u"stopping"_s, health.isStopping},
    };
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

WebRequest requestOf(const httplib::Request &request)
{
    WebRequest web;
    web.method = QByteArray::fromStdString(request.method);
    web.path = QString::fromStdString(request.path);
    for (const auto &[key, value] : request.params)
        web.query.try_emplace(QString::fromStdString(key), QString::fromStdString(value));
    for (const auto &[name, value] : request.headers)
        web.headers.try_emplace(QByteArray::fromStdString(name).toLower(),
                                QByteArray::fromStdString(value));
    web.body = QByteArray::fromStdString(request.body);
    web.remote = QString::fromStdString(request.remote_addr);
    return web;
}

void answer(WebService &service, const httplib::Request &request, httplib::Response &response)
{
    const WebResponse web = service.answer(requestOf(request)).response;
    response.status = web.status;
    for (const auto &[name, value] : web.headers)
        response.set_header(name.toStdString(), value.toStdString());
    // Whatever a browser makes of it, it is no page.
    response.set_header("X-Content-Type-Options", "nosniff");
    if (!web.contentType.isEmpty())
        response.set_content(web.body.toStdString(), web.contentType.toStdString());
}

} // namespace

struct HttpServer::Private {
    const SyncServer &sync;
    ServerMetrics &metrics;
    httplib::Server server;
    std::thread thread;
};

HttpServer::HttpServer(const SyncServer &sync, ServerMetrics &metrics, WebService *service)
    : d(new Private{sync, metrics, {}, {}})
{
    httplib::Server &server = d->server;
    server.new_task_queue = [] { return new httplib::ThreadPool(threadCount); };
    // Head and body are two writes: without this the second waits 40 ms for the peer's word about
    // the first.
    server.set_tcp_nodelay(true);
    server.set_payload_max_length(bodyBytesMax);
    server.set_read_timeout(secondsMax);
    server.set_write_timeout(secondsMax);
    server.set_keep_alive_timeout(idleSecondsMax);
    server.set_keep_alive_max_count(keptRequestsMax);
    server.set_logger([this](const httplib::Request &, const httplib::Response &response) {
        d->metrics.httpAnswered(response.status);
    });
    server.Get("/health/live", [](const httplib::Request &, httplib::Response &response) {
        response.set_content("{\"live\":true}", jsonType);
    });
    server.Get("/health/ready", [this](const httplib::Request &, httplib::Response &response) {
        const SyncServer::Health health = d->sync.health();
        response.status = health.isReady() ? 200 : 503;
        response.set_content(jsonOf(health), jsonType);
    });
    server.Get("/metrics", [this](const httplib::Request &, httplib::Response &response) {
        response.set_content(d->metrics.text(), "text/plain; version=0.0.4");
    });
    if (!service)
        return;
    const auto handler = [service](const httplib::Request &request, httplib::Response &response) {
        answer(*service, request, response);
    };
    constexpr auto anything = "/.*";
    server.Get(anything, handler)
        .Post(anything, handler)
        .Put(anything, handler)
        .Patch(anything, handler)
        .Delete(anything, handler);
}

HttpServer::~HttpServer()
{
    stop();
}

Result<Endpoint> HttpServer::start(const Endpoint &endpoint)
{
    const std::string host = endpoint.address.toString().toStdString();
    Endpoint bound = endpoint;
    if (endpoint.port == 0) {
        const int port = d->server.bind_to_any_port(host.c_str());
        bound.port = static_cast<quint16>(std::max(port, 0));
    } else if (!d->server.bind_to_port(host.c_str(), endpoint.port)) {
        bound.port = 0;
    }
    if (bound.port == 0)
        return fail(ErrorCode::StoreInUse, u"%1 cannot be listened on"_s.arg(endpoint.toString()));
    d->thread = std::thread([this] { d->server.listen_after_bind(); });
    return bound;
}

void HttpServer::stop()
{
    if (!d->thread.joinable())
        return;
    // stop() before the thread runs would be lost.
    while (!d->server.is_running())
        std::this_thread::yield();
    d->server.stop();
    d->thread.join();
}

} // namespace film::server
