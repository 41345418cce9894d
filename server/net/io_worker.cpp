#include "server/net/io_worker.h"

#include "server/net/net_limits.h"
#include "server/telemetry/logging.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <unistd.h>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using sync::ServerSession;
using Turned = ServerMetrics::Turned;

namespace {

const QString subprotocol = u"filmtracker.sync.v1"_s;
const QString path = u"/sync/v1"_s;

template<typename Socket>
QString peerOf(const Socket &socket)
{
    return u"%1 %2"_s.arg(socket.peerAddress().toString(), QString::number(socket.peerPort()));
}

} // namespace

IoWorker::IoWorker(Settings settings, SessionServices services)
    : m_settings(std::move(settings))
    , m_tls(m_settings.tls)
    , m_services(services)
    , m_ids(m_random)
    , m_server(u"filmtracker"_s,
               m_settings.tls ? QWebSocketServer::SecureMode : QWebSocketServer::NonSecureMode,
               this)
{
    m_server.setSupportedSubprotocols({subprotocol});
    connect(&m_server, &QWebSocketServer::newConnection, this, &IoWorker::onUpgraded);
}

IoWorker::~IoWorker() = default;

void IoWorker::accept(qintptr descriptor)
{
    QTcpSocket *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    // Every way a socket ends leads here. A child, because Qt cuts the socket's own signals off
    // when an upgraded connection closes.
    connect(new QObject(socket), &QObject::destroyed, this,
            [connections = m_settings.connections] { --*connections; });
    if (m_isShuttingDown || !socket->setSocketDescriptor(descriptor)) {
        ::close(static_cast<int>(descriptor));
        delete socket;
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket->setReadBufferSize(net_limits::earlyBufferBytes);
    expectUpgrade(socket);
    auto *secure = qobject_cast<QSslSocket *>(socket);
    if (!secure) {
        m_server.handleConnection(socket);
        return;
    }
    secure->setSslConfiguration(*m_tls);
    connect(secure, &QSslSocket::encrypted, this,
            [this, secure] { m_server.handleConnection(secure); });
    secure->startServerEncryption();
}

void IoWorker::expectUpgrade(QTcpSocket *socket)
{
    auto *deadline = new QTimer(socket);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, socket] {
        m_services.metrics.connectionTurnedAway(Turned::Handshake);
        socket->abort();
        socket->deleteLater();
    });
    connect(socket, &QTcpSocket::disconnected, deadline, [socket, deadline] {
        if (deadline->isActive())
            socket->deleteLater();
    });
    connect(deadline, &QObject::destroyed, this,
            [this, peer = peerOf(*socket)] { forgetHandshake(peer); });
    deadline->start(m_settings.handshakeMax);
    m_handshakes.insert(peerOf(*socket), deadline);
}

// A later connection may come from the same port; only what is over is forgotten.
void IoWorker::forgetHandshake(const QString &peer)
{
    if (const auto known = m_handshakes.constFind(peer);
        known != m_handshakes.constEnd() && known->isNull())
        m_handshakes.erase(known);
}

void IoWorker::onUpgraded()
{
    while (QWebSocket *socket = m_server.nextPendingConnection())
        begin(socket);
}

void IoWorker::begin(QWebSocket *socket)
{
    // Qt does not say which accepted socket was upgraded; both have the same peer.
    if (const QPointer<QTimer> deadline = m_handshakes.take(peerOf(*socket)))
        deadline->stop();
    if (socket->requestUrl().path() != path)
        return turnAway(socket, Turned::Path, u"devices connect to /sync/v1"_s);
    if (socket->subprotocol() != subprotocol)
        return turnAway(socket, Turned::Protocol, u"devices speak filmtracker.sync.v1"_s);
    const auto id = m_ids.next<SessionId>(m_services.clock.now());
    auto *runner =
        new SessionRunner(socket, SessionAddress{m_settings.thread, id}, m_services, this);
    m_runners.emplace(id, runner);
    connect(runner, &SessionRunner::wentLive, this, [this, runner] { onLive(runner); });
    connect(runner, &SessionRunner::closed, this, [this, runner] { onClosed(runner); });
    runner->start();
}

void IoWorker::turnAway(QWebSocket *socket, Turned why, const QString &reason)
{
    m_services.metrics.connectionTurnedAway(why);
    connect(socket, &QWebSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(net_limits::closeMax, socket, &QWebSocket::abort);
    socket->close(QWebSocketProtocol::CloseCodePolicyViolated, reason);
}

void IoWorker::onLive(SessionRunner *runner)
{
    const ServerSession &session = runner->session();
    runner->setLiveNumber(++*m_settings.liveNumbers);
    m_live[session.production()].push_back(runner);
    m_services.presence.came(session.production(), session.device().device, session.app(),
                             m_services.clock.now());
    emit productionOpened(session.production());
    emit streamWentLive(session.stream(), runner->liveNumber());
}

void IoWorker::onClosed(SessionRunner *runner)
{
    if (m_runners.erase(runner->session().id()) == 0)
        return;
    const ProductionId production = runner->session().production();
    if (const auto live = m_live.find(production); live != m_live.end()) {
        if (std::erase(live->second, runner) > 0) {
            m_services.presence.left(production, runner->session().device().device,
                                     m_services.clock.now());
            emit productionClosed(production);
        }
        if (live->second.empty())
            m_live.erase(live);
    }
    runner->deleteLater();
}

void IoWorker::post(SessionId session, const ServerSession::Event &event)
{
    if (const auto runner = m_runners.find(session); runner != m_runners.end())
        runner->second->step(event);
}

std::vector<SessionRunner *> IoWorker::runnersOf(ProductionId production) const
{
    // A copy: a session that closes on the way leaves the list.
    const auto live = m_live.find(production);
    return live == m_live.end() ? std::vector<SessionRunner *>() : live->second;
}

void IoWorker::headMoved(ProductionId production, quint64 head)
{
    for (SessionRunner *runner : runnersOf(production))
        runner->step(ServerSession::HeadMoved{head});
}

void IoWorker::epochBegun(ProductionId production, EpochId epoch)
{
    for (SessionRunner *runner : runnersOf(production))
        runner->step(ServerSession::EpochBegun{epoch});
}

void IoWorker::scopeMoved(ProductionId production)
{
    for (SessionRunner *runner : runnersOf(production))
        runner->step(ServerSession::ScopeMoved{});
}

void IoWorker::dropSessions(ProductionId production)
{
    for (SessionRunner *runner : runnersOf(production))
        runner->drop(u"the database connection broke"_s);
}

void IoWorker::streamOpened(StreamId stream, quint64 liveNumber)
{
    std::vector<SessionRunner *> older;
    for (const auto &[id, runner] : m_runners) {
        const bool isLive = runner->liveNumber() > 0;
        if (isLive && runner->liveNumber() < liveNumber && runner->session().stream() == stream)
            older.push_back(runner);
    }
    for (SessionRunner *runner : older)
        runner->step(ServerSession::TakenOver{});
}

void IoWorker::shutDown(std::chrono::milliseconds spread)
{
    m_isShuttingDown = true;
    const auto runners = m_runners;
    for (const auto &[id, runner] : runners)
        runner->step(ServerSession::ShuttingDown{static_cast<quint32>(spread.count())});
}

void IoWorker::sendAway(const Farewell &farewell)
{
    std::vector<SessionRunner *> live;
    for (const auto &[production, runners] : m_live)
        live.insert(live.end(), runners.begin(), runners.end());
    // Whoever was sent away comes back as the last one, so that the same is not asked twice.
    std::ranges::sort(live, {}, &SessionRunner::liveNumber);
    const auto here = static_cast<qint64>(live.size());
    const qint64 part = (here * farewell.leaving + farewell.of - 1) / std::max(farewell.of, 1);
    for (qint64 i = 0; i < std::min(part, here) && farewell.left->fetch_sub(1) > 0; ++i)
        live[static_cast<size_t>(i)]->step(
            ServerSession::ShuttingDown{static_cast<quint32>(farewell.spread.count())});
}

void IoWorker::closeAll()
{
    const auto runners = m_runners;
    for (const auto &[id, runner] : runners)
        runner->drop(u"the server stops"_s);
}

} // namespace film::server
