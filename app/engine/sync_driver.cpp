#include "app/engine/sync_driver.h"

#include "app/engine/endpoint.h"
#include "shared/protocol/limits.h"

#include <QLoggingCategory>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;
using sync::ClientSession;

namespace {

Q_LOGGING_CATEGORY(log, "film.sync", QtInfoMsg)

} // namespace

SyncDriver::SyncDriver(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_endpoint(parts.endpoint)
    , m_replica(parts.replica)
    , m_clock(parts.clock)
    , m_session(u"filmtracker/0.1"_s, parts.token, {parts.signer, m_verifier}, parts.random)
{
    if (parts.trace.size() <= protocol::limits::traceLengthMax)
        m_session.setTrace(parts.trace);
    m_wake.setSingleShot(true);
    m_session.setSuspectClone(parts.isSuspectClone);
    connect(&m_wake, &QTimer::timeout, this, [this] { feed(ClientSession::Tick{}); });
}

SyncDriver::~SyncDriver()
{
    dropSocket();
}

void SyncDriver::feed(const ClientSession::Event &event)
{
    m_events.push_back(event);
    if (m_isStepping)
        return; // an effect of the step under way led here; it is next
    m_isStepping = true;
    while (!m_events.empty()) {
        const ClientSession::Event next = std::move(m_events.front());
        m_events.pop_front();
        for (const ClientSession::Effect &effect : m_session.step(m_clock.now(), next))
            std::visit([this](const auto &what) { carryOut(what); }, effect);
    }
    m_isStepping = false;
}

void SyncDriver::carryOut(const ClientSession::OpenSocket &)
{
    dropSocket();
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    connect(m_socket, &QWebSocket::connected, this,
            [this] { feed(ClientSession::SocketOpened{}); });
    connect(m_socket, &QWebSocket::binaryMessageReceived, this,
            [this](const QByteArray &bytes) { feed(ClientSession::FrameReceived{bytes}); });
    connect(m_socket, &QWebSocket::textMessageReceived, this,
            [this] { feed(ClientSession::FrameReceived{}); }); // the protocol has none
    connect(m_socket, &QWebSocket::disconnected, this,
            [this] { feed(ClientSession::SocketClosed{int(m_socket->closeCode())}); });
    openSocket(*m_socket, m_endpoint);
}

void SyncDriver::carryOut(const ClientSession::CloseSocket &close)
{
    qCInfo(log) << "closing:" << close.code << close.reason;
    if (m_socket)
        m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(close.code));
    dropSocket();
}

// A socket that is let go must not be heard again: the session has moved on. It may still want to
// say goodbye, so it lives on for a moment.
void SyncDriver::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->deleteLater();
    m_socket = nullptr;
}

void SyncDriver::carryOut(const ClientSession::SendFrame &frame)
{
    if (m_socket)
        m_socket->sendBinaryMessage(frame.bytes);
}

void SyncDriver::carryOut(const ClientSession::RunTransaction &transaction)
{
    Result<sync::ClientReplica::Answer> answer = m_replica.run(transaction.request);
    if (!answer)
        qCWarning(log) << "transaction failed:" << errorCodeName(answer.error().code);
    m_events.push_back(ClientSession::TransactionDone{std::move(answer)});
}

void SyncDriver::carryOut(const ClientSession::WakeAt &wake)
{
    const auto delay = std::max(wake.at - m_clock.now(), std::chrono::milliseconds(1));
    const auto longest = std::chrono::milliseconds(protocol::limits::backoffMax);
    m_wake.start(std::min(delay, longest));
}

void SyncDriver::carryOut(const ClientSession::StatusChanged &)
{
    emit statusChanged();
}

void SyncDriver::carryOut(const ClientSession::RecordsChanged &)
{
    emit recordsChanged();
}

} // namespace film::app
