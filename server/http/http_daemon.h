#pragma once

#include "server/config/endpoint.h"
#include "server/config/networks.h"
#include "server/http/web_message.h"
#include "shared/base/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace film::server {

namespace http_limits {

constexpr qsizetype bodyBytes = 64 * 1024; // nobody has anything to upload here
constexpr size_t headBytes = 24 * 1024;    // of a connection's buffer, its answer's head included
constexpr unsigned idleSeconds = 15;
constexpr qsizetype waitingMax = 512; // requests that wait for a thread
constexpr int threads = 8;

} // namespace http_limits

// The connections of the HTTP side, by libmicrohttpd. They wait in one thread by epoll, so that ten
// thousand silent or dripping ones cost memory and nothing else; only a whole request is given one
// of a few threads that may wait for a database.
class HttpDaemon
{
public:
    struct Tls {
        QByteArray certificate; // chain, PEM
        QByteArray key;         // PEM
    };
    struct Settings {
        Endpoint endpoint;
        std::optional<Tls> tls;
        // Whose X-Forwarded-For and X-Forwarded-Proto are believed.
        Networks trustedProxies;
        int connectionsMax = 12'000;
        int connectionsPerAddressMax = 500; // but from this computer and trusted proxies
        // For a head, for a body, for taking an answer, however steadily it drips.
        std::chrono::milliseconds stageMax{30'000};
    };
    struct Handlers {
        // In the thread of the connections, for what must be answered while all others wait.
        std::function<std::optional<WebResponse>(const WebRequest &)> atOnce;
        // In one of the other threads.
        std::function<WebResponse(const WebRequest &)> answer;
        // In the thread of the connections, with the time since the request's head was there.
        std::function<void(const WebRequest &, const WebResponse &, std::chrono::nanoseconds)>
            answered;
    };

    // StoreInUse if the endpoint cannot be listened on, InvalidInput for a key that does not fit.
    [[nodiscard]] static Result<std::unique_ptr<HttpDaemon>> start(Settings settings,
                                                                   Handlers handlers);
    // Another one on the same socket, with another certificate. Nobody is turned away meanwhile:
    // this one goes on until it is retired.
    [[nodiscard]] Result<std::unique_ptr<HttpDaemon>> startBeside(const Tls &tls) const;
    ~HttpDaemon();
    Q_DISABLE_COPY_MOVE(HttpDaemon)

    // With its real port.
    [[nodiscard]] const Endpoint &endpoint() const;
    // No new connections, and each connection is closed after its next answer.
    void retire();
    // Until no connection is left, or another thread says hurry().
    void waitUntilEmpty(std::chrono::milliseconds patience);
    void hurry();
    // Retires, waits for the answers that are under way, and closes what is open.
    void finish(std::chrono::milliseconds patience);

private:
    struct Private;
    explicit HttpDaemon(std::unique_ptr<Private> parts);
    [[nodiscard]] static Result<std::unique_ptr<HttpDaemon>> startOn(int socket, Settings settings,
                                                                     Handlers handlers);

    std::unique_ptr<Private> d;
};

} // namespace film::server
