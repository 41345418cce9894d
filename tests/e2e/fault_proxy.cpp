#include "tests/e2e/fault_proxy.h"

#include "tests/e2e/commit_finder.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <deque>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace film::e2e {

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 waitingBytesMax = 256 * 1024; // then the sender has to wait, as in a real network
constexpr qint64 singleBytesMax = 2048;        // of a piece; the rest goes as a whole

// The other end sees a reset, not an orderly end.
void reset(QTcpSocket &socket)
{
    const linger none{1, 0};
    ::setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket.abort();
}

} // namespace

// One direction of one connection.
class ProxyPipe
{
public:
    ProxyPipe(QTcpSocket &from, QTcpSocket &to)
        : m_from(from)
        , m_to(to)
    {
        m_clock.start();
    }

    [[nodiscard]] bool isDead() const { return m_isDead; }
    void die() { m_isDead = true; }
    [[nodiscard]] qint64 waiting() const { return m_waiting; }
    [[nodiscard]] bool isEmpty() const { return m_pieces.empty(); }

    void add(const QByteArray &bytes, milliseconds delay, qint64 bytesPerSecond)
    {
        const qint64 size = bytes.size();
        const milliseconds transfer =
            bytesPerSecond > 0 ? milliseconds(size * 1000 / bytesPerSecond) : 0ms;
        const milliseconds now(m_clock.elapsed());
        m_lastDue = std::max(now + delay, m_lastDue) + transfer;
        m_pieces.push_back({bytes, m_lastDue});
        m_waiting += size;
    }
    // Sends what is due; how long until the next is, if there is one.
    std::optional<milliseconds> send(bool singleBytes)
    {
        while (!m_pieces.empty()) {
            const milliseconds now(m_clock.elapsed());
            if (m_pieces.front().due > now)
                return m_pieces.front().due - now;
            write(m_pieces.front().bytes, singleBytes);
            m_waiting -= m_pieces.front().bytes.size();
            m_pieces.pop_front();
        }
        return std::nullopt;
    }

    QTcpSocket &from() { return m_from; }
    QTcpSocket &to() { return m_to; }

private:
    void write(const QByteArray &bytes, bool singleBytes)
    {
        if (m_isDead || m_to.state() != QAbstractSocket::ConnectedState)
            return;
        const qsizetype alone = singleBytes ? std::min(bytes.size(), singleBytesMax) : 0;
        for (qsizetype i = 0; i < alone; ++i) {
            m_to.write(bytes.constData() + i, 1);
            m_to.flush();
        }
        m_to.write(bytes.mid(alone));
        m_to.flush();
    }

    struct Piece {
        QByteArray bytes;
        milliseconds due;
    };
    QTcpSocket &m_from;
    QTcpSocket &m_to;
    QElapsedTimer m_clock;
    std::deque<Piece> m_pieces;
    milliseconds m_lastDue{0};
    qint64 m_waiting = 0;
    bool m_isDead = false;
};

class ProxyServer : public QTcpServer
{
public:
    ProxyServer(QString host, quint16 port, quint64 seed, FaultProxy::Speech speech,
                FaultProxy::Counts &counts)
        : m_host(std::move(host))
        , m_port(port)
        , m_random(seed)
        , m_speech(speech)
        , m_counts(counts)
    {}

    [[nodiscard]] const Faults &faults() const { return m_faults; }
    void set(const Faults &faults) { m_faults = faults; }
    [[nodiscard]] FaultProxy::Counts &counts() { return m_counts; }
    [[nodiscard]] bool speaksPostgres() const { return m_speech == FaultProxy::Speech::Postgres; }
    [[nodiscard]] bool happens(double share)
    {
        return share > 0 && double(m_random.below(1'000'000)) < share * 1'000'000;
    }
    [[nodiscard]] milliseconds upTo(milliseconds most)
    {
        return most > 0ms ? milliseconds(m_random.below(quint64(most.count()) + 1)) : 0ms;
    }
    void endConnections(bool onlyDead);

private:
    void incomingConnection(qintptr descriptor) override;

    QString m_host;
    quint16 m_port;
    SeededRandom m_random;
    FaultProxy::Speech m_speech;
    FaultProxy::Counts &m_counts;
    Faults m_faults;
};

// A connection through the proxy, with both its directions.
class ProxyLink : public QObject
{
public:
    ProxyLink(ProxyServer &server, qintptr descriptor, const QString &host, quint16 port)
        : QObject(&server)
        , m_server(server)
    {
        m_near.setSocketDescriptor(descriptor);
        m_near.setSocketOption(QAbstractSocket::LowDelayOption, 1);
        for (QTcpSocket *socket : {&m_near, &m_far}) {
            socket->setReadBufferSize(waitingBytesMax);
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] { ended(*socket); });
            connect(socket, &QTcpSocket::readyRead, this, [this] { relay(); });
        }
        connect(&m_far, &QTcpSocket::connected, this, [this] {
            m_far.setSocketOption(QAbstractSocket::LowDelayOption, 1);
            relay();
        });
        connect(&m_far, &QTcpSocket::errorOccurred, this, [this] {
            if (m_far.state() == QAbstractSocket::UnconnectedState)
                resetBoth();
        });
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] { relay(); });
        m_far.connectToHost(host, port);
    }

    ~ProxyLink() override
    {
        m_isOver = true; // its sockets say goodbye while they are destroyed
    }
    Q_DISABLE_COPY_MOVE(ProxyLink)

    [[nodiscard]] bool isDead() const { return m_up.isDead() || m_down.isDead(); }
    void resetBoth()
    {
        if (m_isOver)
            return;
        m_isOver = true;
        reset(m_near);
        reset(m_far);
        deleteLater();
    }

private:
    void relay()
    {
        if (m_isOver || m_far.state() != QAbstractSocket::ConnectedState)
            return;
        take(m_up);
        if (!m_isOver)
            take(m_down);
        if (!m_isOver)
            send();
    }

    void take(ProxyPipe &pipe)
    {
        if (pipe.waiting() >= waitingBytesMax || pipe.from().bytesAvailable() == 0)
            return;
        QByteArray bytes = pipe.from().read(waitingBytesMax);
        if (m_isCutting) {
            if (&pipe == &m_down)
                finishCut(m_server.counts().commitsCutAnswered);
            return;
        }
        const Faults &faults = m_server.faults();
        if (&pipe == &m_up && m_server.speaksPostgres() && cutsAt(bytes))
            return;
        if (m_server.happens(faults.resets)) {
            ++m_server.counts().resets;
            return resetBoth();
        }
        if (!pipe.isDead() && m_server.happens(faults.halfOpens)) {
            ++m_server.counts().halfOpens;
            pipe.die();
        }
        if (m_server.happens(faults.stalls)) {
            ++m_server.counts().stalls;
            pipe.add(bytes.left(bytes.size() / 2), 0ms, 0);
            bytes = bytes.mid(bytes.size() / 2);
            return pipe.add(bytes, Faults::stallTime, faults.bytesPerSecond);
        }
        pipe.add(bytes, faults.latency + m_server.upTo(faults.jitter), faults.bytesPerSecond);
    }

    // Looks for a COMMIT; where it is to be cut, lets everything up to it through and nothing back.
    bool cutsAt(const QByteArray &bytes)
    {
        QByteArray rest = bytes;
        for (auto end = m_commits.read(rest); end; end = m_commits.read(rest)) {
            ++m_server.counts().commits;
            if (m_server.happens(m_server.faults().commitCuts)) {
                m_isCutting = true;
                m_far.write(bytes.left(bytes.size() - rest.size() + *end));
                m_far.flush();
                if (m_server.happens(0.5))
                    finishCut(m_server.counts().commitsCutAtOnce);
                return true;
            }
            rest = rest.mid(*end);
        }
        return false;
    }
    void finishCut(std::atomic<quint64> &count)
    {
        ++count;
        resetBoth();
    }

    void send()
    {
        std::optional<milliseconds> next;
        for (ProxyPipe *pipe : {&m_up, &m_down}) {
            const auto due = pipe->send(m_server.faults().singleBytes);
            if (due)
                next = next ? std::min(*next, *due) : *due;
        }
        if (next)
            m_timer.start(std::max(*next, 1ms));
        else if (m_near.bytesAvailable() + m_far.bytesAvailable() > 0)
            m_timer.start(0ms);
    }

    // What is still delayed is lost with the connection; a half-open one never hears of it.
    void ended(QTcpSocket &socket)
    {
        if (m_isOver || isDead())
            return;
        QTcpSocket &other = &socket == &m_near ? m_far : m_near;
        ProxyPipe &pipe = &socket == &m_near ? m_up : m_down;
        take(pipe);
        if (m_isOver)
            return;
        pipe.send(false);
        m_isOver = true;
        other.disconnectFromHost();
        QTimer::singleShot(1s, this, [this] { deleteLater(); });
    }

    ProxyServer &m_server;
    QTcpSocket m_near; // of the one who connected
    QTcpSocket m_far;
    ProxyPipe m_up{m_near, m_far};
    ProxyPipe m_down{m_far, m_near};
    CommitFinder m_commits;
    QTimer m_timer;
    bool m_isCutting = false;
    bool m_isOver = false;
};

void ProxyServer::incomingConnection(qintptr descriptor)
{
    ++m_counts.connections;
    new ProxyLink(*this, descriptor, m_host, m_port); // a child of the server, ends itself
}

void ProxyServer::endConnections(bool onlyDead)
{
    for (QObject *child : children()) {
        auto *link = dynamic_cast<ProxyLink *>(child);
        if (link && (!onlyDead || link->isDead()))
            link->resetBoth();
    }
}

FaultProxy::FaultProxy(const QString &host, quint16 port, quint64 seed, Speech speech)
    : m_server(new ProxyServer(host, port, seed, speech, m_counts)) // deleted when its thread ends
{
    m_server->listen(QHostAddress::LocalHost);
    m_port = m_server->serverPort();
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

FaultProxy::~FaultProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void FaultProxy::set(const Faults &faults)
{
    QMetaObject::invokeMethod(m_server, [server = m_server, faults] { server->set(faults); });
}

void FaultProxy::heal()
{
    QMetaObject::invokeMethod(m_server, [server = m_server] {
        server->set({});
        server->endConnections(true);
    });
}

void FaultProxy::resetAll()
{
    QMetaObject::invokeMethod(m_server, [server = m_server] { server->endConnections(false); });
}

} // namespace film::e2e
