#include "server/net/session_runner.h"

#include "server/identity/join_check.h"
#include "server/lanes/lane_limits.h"
#include "server/net/net_limits.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/security_log.h"
#include "shared/protocol/limits.h"
#include "shared/sync/hello_check.h"

#include <QRandomGenerator>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
namespace limits = protocol::limits;
using protocol::HelloNo;
using protocol::JoinNo;
using sync::ServerSession;

namespace {

// A device that never says how far it has come must not cost memory without end.
constexpr size_t unconfirmedMax = 10'000;
constexpr int closeProtocolError = 4000; // docs/protocol.md
constexpr int closeBusy = 4008;

QString reasonOf(JoinNo::Code code)
{
    switch (code) {
    case JoinNo::Code::UsedCode: return u"used-code"_s;
    case JoinNo::Code::ExpiredCode: return u"expired-code"_s;
    case JoinNo::Code::Busy: return u"busy"_s;
    case JoinNo::Code::Version: return u"version"_s;
    case JoinNo::Code::UnknownCode: break;
    }
    return u"unknown-code"_s;
}

// Runs `read` on a storage and makes `Arrived` of what it gives.
template<typename Arrived, typename Read>
ServerSession::Event readEvent(ServerDatabase *database, const Read &read)
{
    if (!database)
        return ServerSession::ReadFailed{};
    auto got = read(database->storage());
    if (!got) {
        qCWarning(serverLog).noquote() << u"a read failed: "_s + got.error().message;
        return ServerSession::ReadFailed{};
    }
    return Arrived{*std::move(got)};
}

sync::HelloAnswer tooManyHellos(std::chrono::milliseconds wait)
{
    sync::HelloAnswer busy;
    busy.refusal =
        HelloNo{HelloNo::Code::Busy, static_cast<quint32>(wait.count()), u"too many at once"_s};
    return busy;
}

// In a reader's thread. A device counts once it is known that it is the device.
Result<sync::HelloAnswer> checkedHello(const SessionServices &services, ServerDatabase &database,
                                       const QHostAddress &peer, const protocol::Hello &hello)
{
    const Instant now = services.clock.now();
    std::optional<std::chrono::milliseconds> wait;
    if (services.shared)
        wait =
            services.shared->ofAddress(SharedAttempts::What::Hello, peer, database.database(), now);
    Result<sync::HelloAnswer> checked = fail(ErrorCode::Busy, u"too many at once"_s);
    if (!wait) {
        checked = sync::checkHello(database.storage(), hello, now, services.helloPolicy);
        if (services.shared && checked && !checked->refusal)
            wait = services.shared->helloOfDevice(hello.device, database.database(), now);
    }
    if (!wait)
        return checked;
    services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
    return tooManyHellos(*wait);
}

void noteLimitedJoin(const SessionServices &services, const SessionAddress &address,
                     const QHostAddress &peer)
{
    services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
    SecurityEvent about;
    about.kind = SecurityEvent::Kind::AttemptsLimited;
    about.session = address.session;
    about.address = peer.toString();
    logSecurityEvent(about, &services.metrics);
}

} // namespace

SessionRunner::SessionRunner(QWebSocket *socket, const SessionAddress &address,
                             SessionServices services, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_address(address)
    , m_services(services)
    , m_session(address.session, services.verifier)
    , m_correlation(address.session.toString().toLatin1())
{
    m_socket->setParent(this);
    setLimits(limits::helloBytesMax, net_limits::earlyBufferBytes);
    // One frame for a message: Qt closes a connection whose message stays incomplete for 5 s.
    m_socket->setOutgoingFrameSize(static_cast<quint64>(limits::frameBytesMax));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &SessionRunner::onTimer);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
        m_services.metrics.messageIn(bytes.size());
        if (isWithinBudget(bytes.size()))
            step(ServerSession::FrameReceived{bytes});
    });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this] {
        carryOut(ServerSession::CloseSocket{QWebSocketProtocol::CloseCodeDatatypeNotSupported,
                                            u"text instead of bytes"_s});
    });
    connect(m_socket, &QWebSocket::bytesWritten, this, &SessionRunner::onBytesWritten);
    connect(m_socket, &QWebSocket::disconnected, this, &SessionRunner::onDisconnected);
    m_services.metrics.connectionOpened();
    m_services.metrics.phaseChanged(std::nullopt, m_phase);
}

SessionRunner::~SessionRunner()
{
    m_services.metrics.phaseChanged(m_phase, std::nullopt);
    m_services.metrics.connectionClosed();
}

void SessionRunner::start()
{
    step(ServerSession::Opened{});
}

WorkContext SessionRunner::context() const
{
    return {m_correlation, {}, m_services.spans};
}

void SessionRunner::step(const ServerSession::Event &event)
{
    const ContextScope scope(context());
    if (const auto *checked = std::get_if<ServerSession::HelloChecked>(&event);
        checked && !findSeat(*checked)) {
        m_services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
        const int wait = QRandomGenerator::global()->bounded(
            int(net_limits::snapshotRetryMin.count()), int(net_limits::snapshotRetryMax.count()));
        return step(ServerSession::HelloChecked{tooManyHellos(std::chrono::milliseconds(wait))});
    }
    std::visit(
        [this](const auto &what) {
            if constexpr (requires { note(what); })
                note(what);
        },
        event);
    ServerSession::Effects effects = m_session.step(m_services.clock.now(), event);
    m_services.metrics.phaseChanged(m_phase, m_session.phase());
    m_phase = m_session.phase();
    if (m_phase != Session::Phase::Snapshot)
        m_seat.reset();
    countStep();
    for (ServerSession::Effect &effect : effects)
        std::visit([this](auto &what) { carryOut(what); }, effect);
}

// Whoever is given all records needs a seat.
bool SessionRunner::findSeat(const ServerSession::HelloChecked &event)
{
    const bool needsOne = event.answer && !event.answer->refusal
        && event.answer->verdict != protocol::HelloOk::Verdict::Resume;
    if (needsOne)
        m_seat = m_services.snapshots.take();
    return !needsOne || m_seat;
}

// What it handed in and was not told of comes again, and is answered from the log. What else is too
// much is said by a NACK (Lanes); there is none for other messages, nor for who does not keep to
// it.
bool SessionRunner::isWithinBudget(qsizetype bytes)
{
    const DeviceId device = m_session.device().device;
    if (m_isClosing || device.isNull())
        return true; // before HELLO there is one message
    const double count = 1 + double(bytes) / double(net_limits::messageBytes);
    if (!m_services.messages.take(device, count, m_services.clock.now()))
        return true;
    m_services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
    SecurityEvent about;
    about.kind = SecurityEvent::Kind::AttemptsLimited;
    about.device = device;
    report(about);
    carryOut(Session::CloseSocket{closeBusy, u"too many messages"_s});
    return false;
}

void SessionRunner::report(SecurityEvent event)
{
    event.session = m_address.session;
    event.address = m_socket->peerAddress().toString();
    logSecurityEvent(event, &m_services.metrics);
}

// A server that is busy or without its database says so to everybody, and an app may be too old:
// that is no matter of security.
void SessionRunner::note(const ServerSession::HelloChecked &event)
{
    if (!event.answer)
        return;
    SecurityEvent about;
    about.device = m_claimed;
    about.kind = SecurityEvent::Kind::HelloRefused;
    if (event.answer->purge) {
        about.kind = SecurityEvent::Kind::RevokedDeviceCame;
        return report(about);
    }
    if (!event.answer->refusal) {
        about.kind = SecurityEvent::Kind::DeviceCopied;
        return m_isSuspectClone ? report(about) : void();
    }
    switch (event.answer->refusal->code) {
    case HelloNo::Code::Auth: about.reason = u"token"_s; break;
    case HelloNo::Code::Revoked: about.reason = u"revoked"_s; break;
    case HelloNo::Code::Unknown: about.reason = u"unknown"_s; break;
    default: return;
    }
    report(about);
}

void SessionRunner::note(const ServerSession::JoinChecked &event)
{
    SecurityEvent about;
    if (const auto *joined = std::get_if<protocol::Joined>(&event.answer)) {
        about.kind = SecurityEvent::Kind::DeviceJoined;
        about.production = joined->certificate.production;
        about.device = joined->certificate.device;
        return report(about);
    }
    const JoinNo::Code code = std::get<JoinNo>(event.answer).code;
    if (code == JoinNo::Code::Busy || code == JoinNo::Code::Version)
        return;
    about.kind = SecurityEvent::Kind::JoinRefused;
    about.reason = reasonOf(code);
    report(about);
}

void SessionRunner::note(const ServerSession::BatchDecided &event)
{
    for (const protocol::MutationResult &result : event.results) {
        if (result.sequence > 0 && m_unconfirmed.size() < unconfirmedMax)
            m_unconfirmed.insert(result.sequence);
    }
}

// What came of a step that only the session knows.
void SessionRunner::countStep()
{
    using Difference = ServerMetrics::Difference;
    const auto confirmed = m_unconfirmed.upper_bound(m_session.confirmed());
    if (const auto count = std::distance(m_unconfirmed.begin(), confirmed); count > 0) {
        m_services.metrics.confirmed(count);
        m_unconfirmed.erase(m_unconfirmed.begin(), confirmed);
    }
    const Session::Differences &now = m_session.differences();
    const auto count = [this](Difference what, int before, int after) {
        if (after > before)
            m_services.metrics.differed(what, after - before);
    };
    count(Difference::Incident, m_differences.incidents, now.incidents);
    count(Difference::Comparison, m_differences.comparisons, now.comparisons);
    count(Difference::Repair, m_differences.repairs, now.repairs);
    m_differences = now;
    for (; m_unprovenBatches < m_session.unprovenBatches(); ++m_unprovenBatches) {
        m_services.metrics.batchRefused(protocol::Nack::Code::BadSegment);
        SecurityEvent about;
        about.kind = SecurityEvent::Kind::BatchUnproven;
        about.device = m_session.device().device;
        report(about);
    }
}

void SessionRunner::carryOut(const ServerSession::SendFrame &effect)
{
    if (m_isClosing)
        return;
    m_services.metrics.messageOut(effect.bytes.size());
    m_socket->sendBinaryMessage(effect.bytes);
    if (m_isWriteBufferHigh || m_socket->bytesToWrite() < net_limits::writeBufferHigh)
        return;
    m_isWriteBufferHigh = true;
    // Not from within the effects of a step: the session is told in a step of its own.
    QMetaObject::invokeMethod(
        this, [this] { step(ServerSession::WriteBufferHigh{}); }, Qt::QueuedConnection);
}

void SessionRunner::onBytesWritten()
{
    if (!m_isWriteBufferHigh || m_socket->bytesToWrite() > net_limits::writeBufferLow)
        return;
    m_isWriteBufferHigh = false;
    QMetaObject::invokeMethod(
        this, [this] { step(ServerSession::WriteBufferLow{}); }, Qt::QueuedConnection);
}

void SessionRunner::carryOut(const ServerSession::CloseSocket &effect)
{
    if (m_isClosing)
        return;
    m_isClosing = true;
    if (effect.code == closeProtocolError) {
        SecurityEvent about;
        about.kind = SecurityEvent::Kind::ProtocolBroken;
        about.device = m_claimed;
        report(about);
    }
    qCInfo(netLog).noquote() << u"session %1 closes: %2 %3"_s.arg(
        m_address.session.toString(), QString::number(effect.code), effect.reason);
    m_timer.stop();
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(effect.code), effect.reason);
    QTimer::singleShot(net_limits::closeMax, this, [this] { m_socket->abort(); });
}

void SessionRunner::drop(const QString &reason)
{
    const ContextScope scope(context());
    carryOut(ServerSession::CloseSocket{4500, reason});
}

void SessionRunner::onDisconnected()
{
    m_isClosing = true;
    m_timer.stop();
    step(ServerSession::SocketClosed{});
    emit closed();
}

void SessionRunner::carryOut(const ServerSession::CheckHello &effect)
{
    Span span = Span::first(m_services.spans, u"sync HELLO"_s, SpanRecord::Kind::Server);
    span.set(u"filmtracker.session"_s, m_address.session.toString());
    const ContextScope within(span.context());
    m_claimed = effect.hello.device;
    m_isSuspectClone = effect.hello.suspectClone;
    const Instant now = m_services.clock.now();
    if (const auto wait = m_services.hellos.attempt(m_socket->peerAddress(), now)) {
        m_services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
        return answer(ServerSession::HelloChecked{tooManyHellos(*wait)});
    }
    const auto check = [address = m_address, peer = m_socket->peerAddress(), services = m_services,
                        hello = effect.hello](ServerDatabase *database) {
        Result<sync::HelloAnswer> checked = fail(ErrorCode::Offline, u"no database"_s);
        if (database)
            checked = checkedHello(services, *database, peer, hello);
        services.sessions.post(address, ServerSession::HelloChecked{std::move(checked)});
    };
    if (!m_services.reads.run(std::hash<SessionId>()(m_address.session), check))
        answer(ServerSession::HelloChecked{tooManyHellos(lane_limits::downRetryAfter)});
}

void SessionRunner::carryOut(const ServerSession::CheckJoin &effect)
{
    Span span = Span::first(m_services.spans, u"sync JOIN"_s, SpanRecord::Kind::Server);
    span.set(u"filmtracker.session"_s, m_address.session.toString());
    const ContextScope within(span.context());
    const auto refuse = [this](quint32 retryMs) {
        answer(ServerSession::JoinChecked{JoinNo{JoinNo::Code::Busy, retryMs}});
    };
    if (m_services.lanes.isPaused())
        return refuse(static_cast<quint32>(lane_limits::downRetryAfter.count()));
    const Instant now = m_services.clock.now();
    if (const auto wait = m_services.joins.attempt(m_socket->peerAddress(), now)) {
        m_services.metrics.connectionTurnedAway(ServerMetrics::Turned::Limited);
        SecurityEvent about;
        about.kind = SecurityEvent::Kind::AttemptsLimited;
        report(about);
        return refuse(static_cast<quint32>(wait->count()));
    }
    const auto check = [address = m_address, peer = m_socket->peerAddress(), services = m_services,
                        join = effect.join](ServerDatabase *database) {
        JoinAnswer answer = JoinNo{JoinNo::Code::Busy, 2'000};
        const auto wait = database && services.shared
            ? services.shared->ofAddress(SharedAttempts::What::Join, peer, database->database(),
                                         services.clock.now())
            : std::nullopt;
        if (wait) {
            noteLimitedJoin(services, address, peer);
            answer = JoinNo{JoinNo::Code::Busy, static_cast<quint32>(wait->count())};
        } else if (database)
            answer = checkJoin(*database, join, services.verifier, services.clock.now());
        services.sessions.post(address, ServerSession::JoinChecked{std::move(answer)});
    };
    if (!m_services.reads.run(std::hash<SessionId>()(m_address.session), check))
        refuse(static_cast<quint32>(lane_limits::downRetryAfter.count()));
}

// The span is the asking, not the waiting for the answer: the commit is its child, in the lane's
// time.
void SessionRunner::carryOut(ServerSession::SubmitBatch &effect)
{
    const auto caller = readTraceParent(effect.trace.toLatin1());
    Span span = Span::first(m_services.spans, u"sync PUSH"_s, SpanRecord::Kind::Server, caller);
    span.set(u"filmtracker.session"_s, m_address.session.toString());
    span.set(u"filmtracker.mutations"_s, qint64(effect.submissions.size()));
    WorkContext context = span.context();
    if (!span.isRecorded() && caller)
        context.span = *caller; // for the log
    const ContextScope within(std::move(context));
    m_services.lanes.submit(m_session.production(),
                            {m_address, effect.batch, std::move(effect.submissions)});
}

template<typename Arrived, typename Read>
void SessionRunner::readAs(Read job)
{
    read([address = m_address, &sessions = m_services.sessions,
          job = std::move(job)](ServerDatabase *database) {
        sessions.post(address, readEvent<Arrived>(database, job));
    });
}

void SessionRunner::carryOut(const ServerSession::ReadRows &effect)
{
    auto recent = m_services.recent.read(m_session.production(), effect.wanted);
    m_services.metrics.recentRowsAsked(recent.has_value());
    if (recent)
        return answer(ServerSession::RowsArrived{std::move(*recent)});
    readAs<ServerSession::RowsArrived>(
        [production = m_session.production(), wanted = effect.wanted](auto &storage) {
            return storage.rows(production, wanted);
        });
}

void SessionRunner::carryOut(const ServerSession::ReadPage &effect)
{
    readAs<ServerSession::PageArrived>(
        [production = m_session.production(), wanted = effect.wanted](auto &storage) {
            return storage.page(production, wanted);
        });
}

void SessionRunner::carryOut(const ServerSession::ReadBuckets &)
{
    readAs<ServerSession::BucketsArrived>(
        [production = m_session.production(), visibility = m_session.visibility()](auto &storage) {
            return storage.buckets(production, visibility);
        });
}

void SessionRunner::carryOut(const ServerSession::ReadScope &effect)
{
    readAs<ServerSession::ScopeArrived>(
        [production = m_session.production(), device = m_session.device().device,
         visibility = m_session.visibility(), cursor = effect.cursor](auto &storage) {
            return sync::readScope(storage, production, device, visibility, cursor);
        });
}

void SessionRunner::carryOut(const ServerSession::ReadCheckpoint &)
{
    readAs<ServerSession::CheckpointArrived>(
        [production = m_session.production(), visibility = m_session.visibility()](auto &storage) {
            return storage.checkpoint(production, visibility);
        });
}

void SessionRunner::carryOut(const ServerSession::Renew &)
{
    const auto renew = [address = m_address, services = m_services, device = m_session.device(),
                        production = m_session.production()](ServerDatabase *database) {
        Result<qint64> ends = fail(ErrorCode::Offline, u"no database"_s);
        if (database)
            ends =
                database->renew(production, device.device, device.tokenHash, services.clock.now());
        if (ends)
            qCInfo(netLog).noquote()
                << u"the certificate of device %1 is renewed"_s.arg(device.device.toString());
        services.sessions.post(address, ServerSession::Renewed{std::move(ends)});
    };
    if (!m_services.reads.run(std::hash<SessionId>()(m_address.session), renew))
        answer(ServerSession::Renewed{fail(ErrorCode::Busy, u"too many reads"_s)});
}

void SessionRunner::read(ReadJob job)
{
    if (!m_services.reads.run(std::hash<SessionId>()(m_address.session), std::move(job)))
        answer(ServerSession::ReadFailed{});
}

// An answer that is known at once still comes as an event of its own.
void SessionRunner::answer(ServerSession::Event event)
{
    QMetaObject::invokeMethod(
        this, [this, event = std::move(event)] { step(event); }, Qt::QueuedConnection);
}

void SessionRunner::carryOut(const ServerSession::Live &)
{
    setLimits(limits::frameBytesMax, net_limits::liveBufferBytes);
    emit wentLive();
}

void SessionRunner::carryOut(const ServerSession::WakeAt &effect)
{
    if (m_isClosing)
        return;
    // Each message moves the deadline for silence; a timer that rings too early is asked again.
    const auto wait = std::max(effect.at - m_services.clock.now(), std::chrono::milliseconds(0));
    m_wakeAt.setRemainingTime(wait);
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > wait)
        m_timer.start(wait);
}

void SessionRunner::onTimer()
{
    if (!m_wakeAt.hasExpired())
        m_timer.start(static_cast<int>(m_wakeAt.remainingTime()));
    else
        step(ServerSession::Tick{});
}

void SessionRunner::setLimits(qsizetype messageBytesMax, qint64 bufferBytes)
{
    m_socket->setMaxAllowedIncomingFrameSize(static_cast<quint64>(messageBytesMax));
    m_socket->setMaxAllowedIncomingMessageSize(static_cast<quint64>(messageBytesMax));
    m_socket->setReadBufferSize(bufferBytes);
}

} // namespace film::server
