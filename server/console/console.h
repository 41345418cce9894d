#pragma once

#include "server/console/console_call.h"
#include "server/console/console_cookies.h"
#include "server/http/path_pattern.h"
#include "server/http/router.h"

namespace film::server {

// The web console: pages for administrators under /console, and a redirect from / to it. Made from
// the same use cases and permissions as the API; it has cookies where that has a bearer token.
// Callable from any thread.
class Console
{
public:
    // All of them outlive it.
    Console(RouterServices &services, const SecretBox &box, ConsoleFacts facts);

    // Nothing for a path that is not of the console.
    [[nodiscard]] std::optional<WebResponse> answer(const WebRequest &request) const;
    [[nodiscard]] const std::vector<ConsoleRoute> &routes() const { return m_routes; }

private:
    struct Found {
        const ConsoleRoute *route = nullptr;
        std::map<QString, QString> path;
        QByteArrayList methods; // of the path, where there is no route with this one
    };
    [[nodiscard]] Found find(const WebRequest &request) const;
    [[nodiscard]] WebResponse page(const WebRequest &request) const;
    [[nodiscard]] WebResponse answerTo(const ConsoleRoute &route, ConsoleCall &call) const;
    [[nodiscard]] static Result<Caller> callerOf(ConsoleCall &call, const ConsoleCookies &cookies);
    void prepareForms(const Access &access, ConsoleCall &call, const ConsoleCookies &cookies) const;

    const std::vector<ConsoleRoute> m_routes;
    std::vector<PathPattern> m_patterns; // of the routes
    RouterServices &m_services;
    const SecretBox &m_box;
    const ConsoleFacts m_facts;
};

} // namespace film::server
