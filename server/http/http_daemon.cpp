#include "server/http/http_daemon.h"

#include "server/http/problem.h"
#include "server/http/request_head.h"
#include "server/http/request_scope.h"
#include "server/identity/account_names.h"
#include "server/telemetry/logging.h"

#include <QElapsedTimer>
#include <QHash>
#include <QTcpServer>
#include <QThreadPool>

#include <fcntl.h>
#include <microhttpd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <unordered_set>

namespace film::server {

using namespace Qt::StringLiterals;
using namespace http_limits;

namespace {

// Nothing older than TLS 1.2, nothing without forward secrecy, nothing that is not authenticated
// encryption. In GnuTLS's words.
constexpr auto tlsPriorities = "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA"
                               ":-AES-128-CBC:-AES-256-CBC:-AES-128-CCM:-AES-256-CCM"
                               ":%SERVER_PRECEDENCE";
constexpr qint64 sweepMs = 1000;
constexpr qsizetype drainedBytes = 1024 * 1024; // of a body that is too large, before we hang up

QHostAddress addressOf(const sockaddr *address)
{
    QHostAddress host(address);
    // An IPv4 peer of a socket for both is the same client.
    bool isMapped = false;
    const quint32 v4 = host.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(v4) : host;
}

// One connection, and the one request that it has at a time. Touched by the thread of the
// connections; by another one only between suspending and resuming.
struct Peer {
    MHD_Connection *connection = nullptr;
    int socket = -1;
    QHostAddress address;
    qint64 sinceMs = 0; // of the stage it is in
    bool isSuspended = false;

    QByteArray target;
    bool isBegun = false; // its head is there
    std::chrono::steady_clock::time_point begun{};
    WebRequest request;
    qsizetype drained = 0; // bytes beyond the limit that were read and dropped
    std::optional<WebResponse> response;

    void forgetRequest()
    {
        target.clear();
        isBegun = false;
        request = {};
        drained = 0;
        response.reset();
    }
};

MHD_Result addHeader(void *to, MHD_ValueKind, const char *name, const char *value)
{
    auto &headers = *static_cast<std::vector<std::pair<QByteArray, QByteArray>> *>(to);
    headers.emplace_back(QByteArray(name).toLower(), QByteArray(value));
    return MHD_YES;
}

} // namespace

struct HttpDaemon::Private {
    Settings settings;
    Handlers handlers;
    MHD_Daemon *daemon = nullptr;
    int listening = -1; // ours to close, once it is retired
    QThreadPool pool;
    QElapsedTimer clock;

    // Of the thread of the connections.
    std::unordered_set<Peer *> peers;
    QHash<QString, int> perAddress; // by addressGroup()
    qint64 sweptMs = 0;

    std::atomic<int> waiting = 0; // requests that have no thread yet
    std::atomic<bool> isRetiring = false;
    std::mutex mutex;
    std::condition_variable changed;
    int connections = 0;
    int inProgress = 0; // requests whose head is there and whose answer is not sent
    int inHand = 0;     // of those, what another thread has
    bool isClosing = false;
    bool isHurried = false;

    Private(Settings with, Handlers calls)
        : settings(std::move(with))
        , handlers(std::move(calls))
    {
        clock.start();
        pool.setMaxThreadCount(threads);
        pool.setExpiryTimeout(-1); // each keeps its connection to the database
    }

    [[nodiscard]] bool isTrusted(const QHostAddress &address) const
    {
        return isIn(settings.trustedProxies, address);
    }

    // Only when somebody comes: what drips harms nobody while nobody else wants in.
    void sweep()
    {
        const qint64 now = clock.elapsed();
        if (now - sweptMs < sweepMs)
            return;
        sweptMs = now;
        for (const Peer *peer : peers) {
            if (!peer->isSuspended && now - peer->sinceMs > settings.stageMax.count())
                ::shutdown(peer->socket, SHUT_RDWR);
        }
    }

    [[nodiscard]] bool admits(const QHostAddress &address)
    {
        sweep();
        if (qsizetype(peers.size()) >= settings.connectionsMax)
            return false;
        return address.isLoopback() || isTrusted(address)
            || perAddress.value(addressGroup(address)) < settings.connectionsPerAddressMax;
    }

    Peer *opened(MHD_Connection *connection)
    {
        auto peer = std::make_unique<Peer>();
        const auto about = [connection](MHD_ConnectionInfoType what) {
            return MHD_get_connection_info(connection, what);
        };
        peer->connection = connection;
        peer->socket = about(MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        peer->address = addressOf(about(MHD_CONNECTION_INFO_CLIENT_ADDRESS)->client_addr);
        peer->sinceMs = clock.elapsed();
        ++perAddress[addressGroup(peer->address)];
        {
            const std::lock_guard lock(mutex);
            ++connections;
        }
        return *peers.insert(peer.release()).first;
    }

    void closed(Peer *peer)
    {
        const QString group = addressGroup(peer->address);
        if (--perAddress[group] == 0)
            perAddress.remove(group);
        peers.erase(peer);
        delete peer;
        const std::lock_guard lock(mutex);
        --connections;
        changed.notify_all();
    }

    // Nothing if the request may go on.
    std::optional<WebResponse> begin(Peer &peer, const char *method)
    {
        peer.isBegun = true;
        peer.begun = std::chrono::steady_clock::now();
        peer.sinceMs = clock.elapsed();
        {
            const std::lock_guard lock(mutex);
            ++inProgress;
        }
        RequestHead head{method, peer.target, {}, peer.address, settings.tls.has_value()};
        MHD_get_connection_values(peer.connection, MHD_HEADER_KIND, addHeader, &head.headers);
        auto request = requestFrom(head, settings.trustedProxies);
        if (!request)
            return problem(request.error());
        peer.request = *std::move(request);
        if (peer.request.header("content-length").toLongLong() > bodyBytes)
            return tooLarge();
        return std::nullopt;
    }

    void completed(Peer &peer)
    {
        peer.sinceMs = clock.elapsed();
        const bool wasBegun = peer.isBegun;
        peer.forgetRequest();
        if (!wasBegun)
            return;
        const std::lock_guard lock(mutex);
        --inProgress;
        changed.notify_all();
    }

    static WebResponse tooLarge()
    {
        return problem(
            413, {ErrorCode::LimitExceeded, u"the body has more than %1 bytes"_s.arg(bodyBytes)});
    }

    MHD_Result take(Peer &peer, QByteArrayView bytes)
    {
        if (peer.request.body.size() + bytes.size() <= bodyBytes && peer.drained == 0) {
            peer.request.body.append(bytes);
            return MHD_YES;
        }
        // Whoever is cut off while sending never reads why.
        peer.drained += bytes.size();
        if (!peer.response)
            peer.response = tooLarge();
        return peer.drained > drainedBytes ? MHD_NO : MHD_YES;
    }

    MHD_Result reply(Peer &peer, const WebResponse &web)
    {
        peer.sinceMs = clock.elapsed();
        MHD_Response *response = MHD_create_response_from_buffer(
            size_t(web.body.size()), const_cast<char *>(web.body.constData()),
            MHD_RESPMEM_MUST_COPY);
        if (!response)
            return MHD_NO;
        const auto add = [response](const char *name, const QByteArray &value) {
            MHD_add_response_header(response, name, value.constData());
        };
        if (!web.contentType.isEmpty())
            add("Content-Type", web.contentType);
        for (const auto &[name, value] : web.headers)
            add(name.constData(), value);
        if (!hasHeader(web, "X-Request-Id"))
            add("X-Request-Id", nameOf(peer.request, web));
        // Whatever a browser makes of it, it is nothing else.
        add("X-Content-Type-Options", "nosniff");
        if (settings.tls)
            add("Strict-Transport-Security", "max-age=31536000");
        if (isRetiring)
            add("Connection", "close");
        const MHD_Result queued =
            MHD_queue_response(peer.connection, unsigned(web.status), response);
        MHD_destroy_response(response);
        if (handlers.answered)
            handlers.answered(peer.request, web, std::chrono::steady_clock::now() - peer.begun);
        return queued;
    }

    static bool hasHeader(const WebResponse &web, const char *name)
    {
        return std::ranges::any_of(web.headers, [name](const auto &header) {
            return header.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    }

    // Of what is answered here, without a RequestScope. That the server is full is said in its
    // figures: a line for each would fill the log.
    static QByteArray nameOf(const WebRequest &request, const WebResponse &web)
    {
        WorkContext context;
        context.correlation = requestIdOf(request);
        if (web.status >= 400 && web.status != 503) {
            const ContextScope scope(context);
            logEvent(httpLog(), QtInfoMsg, u"refused"_s, {{u"status"_s, web.status}});
        }
        return context.correlation;
    }

    // To one of the threads; false if there is no room or it is too late.
    bool handOver(Peer &peer)
    {
        {
            const std::lock_guard lock(mutex);
            if (isClosing || waiting >= waitingMax)
                return false;
            ++inHand;
        }
        ++waiting;
        peer.isSuspended = true;
        MHD_suspend_connection(peer.connection);
        pool.start([this, &peer] {
            --waiting;
            peer.response = handlers.answer(peer.request);
            MHD_resume_connection(peer.connection); // and peer is the other thread's again
            const std::lock_guard lock(mutex);
            --inHand;
            changed.notify_all();
        });
        return true;
    }

    MHD_Result whole(Peer &peer)
    {
        peer.isSuspended = false;
        if (!peer.response)
            peer.response = handlers.atOnce(peer.request);
        if (!peer.response && handOver(peer))
            return MHD_YES;
        if (!peer.response) {
            peer.response = problem(503, {ErrorCode::Busy, u"too much to do; try again"_s});
            peer.response->headers.emplace_back("Retry-After", "1");
        }
        return reply(peer, *peer.response);
    }

    MHD_Result access(Peer &peer, const char *method, QByteArrayView upload)
    {
        if (!peer.isBegun) {
            const auto refused = begin(peer, method);
            return refused ? reply(peer, *refused) : MHD_YES;
        }
        return upload.isEmpty() ? whole(peer) : take(peer, upload);
    }
};

// What libmicrohttpd calls, in its thread.
namespace {

Peer *peerOf(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<Peer *>(info->socket_context) : nullptr;
}

void *noteTarget(void *, const char *target, MHD_Connection *connection)
{
    if (Peer *peer = peerOf(connection))
        peer->target = target;
    return nullptr;
}

// The target is decoded by us, from what came.
size_t leaveEscaped(void *, MHD_Connection *, char *text)
{
    return strlen(text);
}

template<typename Private>
MHD_Result onAccess(void *self, MHD_Connection *connection, const char *, const char *method,
                    const char *, const char *upload, size_t *uploadSize, void **)
{
    Peer *peer = peerOf(connection);
    if (!peer)
        return MHD_NO;
    const QByteArrayView bytes(upload, qsizetype(*uploadSize));
    *uploadSize = 0;
    return static_cast<Private *>(self)->access(*peer, method, bytes);
}

template<typename Private>
MHD_Result onAccept(void *self, const sockaddr *address, socklen_t)
{
    return static_cast<Private *>(self)->admits(addressOf(address)) ? MHD_YES : MHD_NO;
}

template<typename Private>
void onConnection(void *self, MHD_Connection *connection, void **context,
                  MHD_ConnectionNotificationCode what)
{
    auto *parts = static_cast<Private *>(self);
    if (what == MHD_CONNECTION_NOTIFY_STARTED)
        *context = parts->opened(connection);
    else if (*context)
        parts->closed(static_cast<Peer *>(std::exchange(*context, nullptr)));
}

template<typename Private>
void onCompleted(void *self, MHD_Connection *connection, void **, MHD_RequestTerminationCode)
{
    if (Peer *peer = peerOf(connection))
        static_cast<Private *>(self)->completed(*peer);
}

} // namespace

Result<std::unique_ptr<HttpDaemon>> HttpDaemon::start(Settings settings, Handlers handlers)
{
    QTcpServer listener;
    listener.setListenBacklogSize(SOMAXCONN);
    if (!listener.listen(settings.endpoint.address, settings.endpoint.port))
        return fail(ErrorCode::StoreInUse,
                    u"%1 cannot be listened on"_s.arg(settings.endpoint.toString()));
    settings.endpoint.port = listener.serverPort();
    return startOn(::fcntl(int(listener.socketDescriptor()), F_DUPFD_CLOEXEC, 0),
                   std::move(settings), std::move(handlers));
}

Result<std::unique_ptr<HttpDaemon>> HttpDaemon::startBeside(const Tls &tls) const
{
    Settings settings = d->settings;
    settings.tls = tls;
    return startOn(::fcntl(d->listening, F_DUPFD_CLOEXEC, 0), std::move(settings), d->handlers);
}

Result<std::unique_ptr<HttpDaemon>> HttpDaemon::startOn(int socket, Settings settings,
                                                        Handlers handlers)
{
    if (socket < 0)
        return fail(ErrorCode::Internal, u"the listening socket cannot be shared"_s);
    auto parts = std::make_unique<Private>(std::move(settings), std::move(handlers));
    Private *self = parts.get();
    parts->listening = socket;
    std::vector<MHD_OptionItem> options{
        {MHD_OPTION_LISTEN_SOCKET, socket, nullptr},
        {MHD_OPTION_CONNECTION_MEMORY_LIMIT, intptr_t(headBytes), nullptr},
        // Some more than we admit, so that it is we who see them.
        {MHD_OPTION_CONNECTION_LIMIT, parts->settings.connectionsMax + 64, nullptr},
        {MHD_OPTION_CONNECTION_TIMEOUT, idleSeconds, nullptr},
        {MHD_OPTION_STRICT_FOR_CLIENT, 1, nullptr},
        {MHD_OPTION_SIGPIPE_HANDLED_BY_APP, 1, nullptr},
        {MHD_OPTION_URI_LOG_CALLBACK, reinterpret_cast<intptr_t>(&noteTarget), self},
        {MHD_OPTION_UNESCAPE_CALLBACK, reinterpret_cast<intptr_t>(&leaveEscaped), self},
        {MHD_OPTION_NOTIFY_COMPLETED, reinterpret_cast<intptr_t>(&onCompleted<Private>), self},
        {MHD_OPTION_NOTIFY_CONNECTION, reinterpret_cast<intptr_t>(&onConnection<Private>), self},
    };
    unsigned flags = MHD_USE_AUTO_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC;
    if (const auto &tls = parts->settings.tls) {
        flags |= MHD_USE_TLS;
        const auto text = [](const char *pem) { return const_cast<char *>(pem); };
        options.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, text(tls->certificate.constData())});
        options.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, text(tls->key.constData())});
        options.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, text(tlsPriorities)});
    }
    options.push_back({MHD_OPTION_END, 0, nullptr});
    parts->daemon = MHD_start_daemon(flags, 0, &onAccept<Private>, self, &onAccess<Private>, self,
                                     MHD_OPTION_ARRAY, options.data(), MHD_OPTION_END);
    if (parts->daemon)
        return std::unique_ptr<HttpDaemon>(new HttpDaemon(std::move(parts)));
    ::close(socket);
    return fail(ErrorCode::InvalidInput,
                parts->settings.tls ? u"the certificate and its key cannot be used"_s
                                    : u"HTTP cannot be served"_s);
}

HttpDaemon::HttpDaemon(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{}

HttpDaemon::~HttpDaemon()
{
    finish({});
}

const Endpoint &HttpDaemon::endpoint() const
{
    return d->settings.endpoint;
}

void HttpDaemon::retire()
{
    if (!d->isRetiring.exchange(true))
        MHD_quiesce_daemon(d->daemon); // the socket stays open until nobody can use it
}

void HttpDaemon::finish(std::chrono::milliseconds patience)
{
    if (!d->daemon)
        return;
    retire();
    {
        std::unique_lock lock(d->mutex);
        d->changed.wait_for(lock, patience, [this] { return d->inProgress == 0; });
        d->isClosing = true;
        // A connection that another thread has must not be closed under it.
        d->changed.wait(lock, [this] { return d->inHand == 0; });
    }
    d->pool.waitForDone();
    MHD_stop_daemon(std::exchange(d->daemon, nullptr));
    ::close(d->listening);
}

void HttpDaemon::waitUntilEmpty(std::chrono::milliseconds patience)
{
    std::unique_lock lock(d->mutex);
    d->changed.wait_for(lock, patience, [this] { return d->connections == 0 || d->isHurried; });
}

void HttpDaemon::hurry()
{
    const std::lock_guard lock(d->mutex);
    d->isHurried = true;
    d->changed.notify_all();
}

} // namespace film::server
