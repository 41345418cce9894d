#pragma once

#include "server/http/api_route.h"
#include "server/http/path_pattern.h"

namespace film::server {

// What the router needs and others have.
class RouterServices
{
public:
    virtual ~RouterServices() = default;
    // That of the calling thread. Busy or a store's error if there is no database now.
    [[nodiscard]] virtual Result<ApiDesk *> desk() = 0;
    // Headers that say how much is left, or LimitExceeded with them when nothing is.
    struct Quota {
        bool isLeft = true;
        std::vector<std::pair<QByteArray, QByteArray>> headers;
    };
    [[nodiscard]] virtual Quota take(const WebRequest &request, const Caller &caller) = 0;
    [[nodiscard]] virtual Instant now() const = 0;
};

// Finds the route of a request, asks whether the caller may, and calls the handler. What a caller
// may not know of answers exactly as what does not exist. Callable from any thread.
class Router
{
public:
    Router(std::vector<ApiRoute> routes, RouterServices &services);

    [[nodiscard]] const std::vector<ApiRoute> &routes() const { return m_routes; }
    // With its pattern, for the metrics; an empty one if no route fits.
    struct Answer {
        WebResponse response;
        QString pattern;
    };
    [[nodiscard]] Answer answer(const WebRequest &request);

private:
    [[nodiscard]] WebResponse call(const ApiRoute &route, const WebRequest &request,
                                   std::map<QString, QString> path);
    [[nodiscard]] WebResponse answerTo(const ApiRoute &route, ApiCall &call,
                                       const Result<Caller> &caller);
    [[nodiscard]] static Result<Caller> callerOf(const ApiCall &call);

    const std::vector<ApiRoute> m_routes;
    std::vector<PathPattern> m_patterns; // of the routes
    RouterServices &m_services;
};

} // namespace film::server
