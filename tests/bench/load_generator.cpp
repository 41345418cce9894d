#include "tests/bench/load_generator.h"

#include "shared/protocol/limits.h"
#include "shared/protocol/messages.h"

#include <QEventLoop>
#include <QThread>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include <deque>
#include <memory>
#include <optional>

namespace film::bench {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patienceSeconds = 20; // without one acknowledgement: the server is stuck

// All devices of one run, in one thread.
class LoadRun
{
public:
    LoadRun(const QUrl &url, std::vector<LoadDevice> devices, size_t window)
        : m_window(window)
    {
        for (LoadDevice &device : devices) {
            auto connection = std::make_unique<Connection>();
            connection->work = std::move(device);
            m_connections.push_back(std::move(connection));
        }
        for (const auto &connection : m_connections)
            open(*connection, url);
    }

    Result<LoadResult> run()
    {
        QTimer watchdog;
        QObject::connect(&watchdog, &QTimer::timeout, &m_loop, [this] { lookForProgress(); });
        watchdog.start(1s);
        m_loop.exec();
        for (const auto &connection : m_connections)
            connection->socket.disconnect();
        if (m_failure)
            return fail(ErrorCode::Timeout, *m_failure);
        return m_result;
    }

private:
    struct Connection {
        QWebSocket socket;
        LoadDevice work;
        bool isAccepted = false;
        size_t sent = 0;
        size_t answered = 0;
        std::deque<Stopwatch> waiting; // since each unanswered frame was sent
    };

    void open(Connection &connection, const QUrl &url)
    {
        QWebSocket &socket = connection.socket;
        QObject::connect(&socket, &QWebSocket::connected, &m_loop, [&connection] {
            connection.socket.sendBinaryMessage(connection.work.hello);
        });
        QObject::connect(&socket, &QWebSocket::binaryMessageReceived, &m_loop,
                         [this, &connection](const QByteArray &bytes) { read(connection, bytes); });
        QObject::connect(&socket, &QWebSocket::disconnected, &m_loop, [this, &socket] {
            stop(u"a connection was closed: %1 %2, %3"_s.arg(
                QString::number(socket.closeCode()), socket.closeReason(), socket.errorString()));
        });
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({u"filmtracker.sync.v1"_s});
        socket.open(url, options);
    }

    void read(Connection &connection, const QByteArray &bytes)
    {
        const auto frame =
            protocol::decodeFrame(bytes, protocol::Sender::Server, protocol::limits::frameBytesMax);
        if (!frame)
            return stop(frame.error().message);
        if (std::holds_alternative<protocol::HelloOk>(frame->message))
            accepted(connection);
        else if (const auto *ack = std::get_if<protocol::Ack>(&frame->message))
            acknowledged(connection, *ack);
        else if (std::holds_alternative<protocol::HelloNo>(frame->message)
                 || std::holds_alternative<protocol::Nack>(frame->message)
                 || std::holds_alternative<protocol::ErrorMessage>(frame->message))
            stop(u"the server answered "_s + protocol::messageName(frame->message).toString());
    }

    void accepted(Connection &connection)
    {
        connection.isAccepted = true;
        if (++m_accepted < m_connections.size())
            return;
        m_watch = Stopwatch();
        m_processorTime = threadTime();
        for (const auto &each : m_connections)
            send(*each);
    }

    void send(Connection &connection)
    {
        while (connection.sent < connection.work.frames.size()
               && connection.waiting.size() < m_window) {
            connection.waiting.emplace_back();
            connection.socket.sendBinaryMessage(connection.work.frames[connection.sent++]);
        }
    }

    // A batch may be answered in several parts; the last one gives its credit back.
    void acknowledged(Connection &connection, const protocol::Ack &ack)
    {
        for (const protocol::MutationResult &result : ack.results) {
            if (result.outcome != protocol::Outcome::Applied)
                return stop(u"an entry was not applied"_s);
        }
        m_result.entries += ack.results.size();
        if (ack.credit == 0)
            return;
        m_result.ackMs.push_back(connection.waiting.front().elapsed().count() * 1000);
        connection.waiting.pop_front();
        ++connection.answered;
        send(connection);
        if (connection.answered == connection.work.frames.size())
            finished();
    }

    void finished()
    {
        if (++m_finished < m_connections.size())
            return;
        m_result.elapsed = m_watch.elapsed();
        m_result.processorTime = threadTime() - m_processorTime;
        m_loop.quit();
    }

    void lookForProgress()
    {
        m_idleSeconds = m_result.entries == m_entriesBefore ? m_idleSeconds + 1 : 0;
        m_entriesBefore = m_result.entries;
        if (m_idleSeconds < patienceSeconds)
            return;
        size_t waiting = 0;
        for (const auto &connection : m_connections)
            waiting += connection->waiting.size();
        stop(u"no acknowledgement any more: %1 of %2 devices greeted, %3 batches open"_s.arg(
            QString::number(m_accepted), QString::number(m_connections.size()),
            QString::number(waiting)));
    }

    void stop(const QString &why)
    {
        if (!m_failure)
            m_failure = why;
        m_loop.quit();
    }

    size_t m_window;
    QEventLoop m_loop;
    std::vector<std::unique_ptr<Connection>> m_connections;
    size_t m_accepted = 0;
    size_t m_finished = 0;
    quint64 m_entriesBefore = 0; // when the watchdog looked last
    int m_idleSeconds = 0;
    Stopwatch m_watch;
    Seconds m_processorTime{};
    LoadResult m_result;
    std::optional<QString> m_failure;
};

} // namespace

Result<LoadResult> runLoad(const QUrl &url, std::vector<LoadDevice> devices, size_t window)
{
    Result<LoadResult> result;
    const std::unique_ptr<QThread> thread(
        QThread::create([&] { result = LoadRun(url, std::move(devices), window).run(); }));
    // The server accepts in the caller's thread, so that one has to go on.
    QEventLoop loop;
    QObject::connect(thread.get(), &QThread::finished, &loop, &QEventLoop::quit);
    thread->start();
    loop.exec();
    thread->wait();
    return result;
}

} // namespace film::bench
