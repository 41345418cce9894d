#include "shared/sync/client_session.h"

#include "shared/base/uuid_source.h"
#include "shared/domain/schema.h"
#include "shared/protocol/limits.h"
#include "shared/sync/toys.h"
#include "shared/sync/visibility.h"

#include <algorithm>

namespace film::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace limits = protocol::limits;
using protocol::HelloNo;
using protocol::HelloOk;
using std::chrono::milliseconds;

namespace {

constexpr quint32 protocolOffered = 1; // in HELLO
constexpr int closeNormal = 1000;
constexpr int closeProtocolError = 4000;

constexpr auto haltedRetry = 60s;   // a full disk may have room again
constexpr auto refusedRetry = 5min; // somebody may have been taken back, a server updated
constexpr int comparisonsMax = 2;   // then a snapshot of everything
constexpr auto networkUpSpread = 2s;
constexpr auto refusedSegmentPause = 30s;
constexpr milliseconds nackPauseMin{200};
constexpr milliseconds waitMax = 10min; // whatever a server asks us to wait
constexpr quint32 pushCreditMax = 64;
constexpr qsizetype pushBytesMin = 4096;
constexpr qsizetype pushBytesStep = 1024; // more, for each batch that was answered

} // namespace

ClientSession::ClientSession(QString app, QByteArray token, const Keys &keys, RandomSource &random)
    : m_app(std::move(app))
    , m_token(std::move(token))
    , m_signer(keys.own)
    , m_verifier(keys.verifier)
    , m_random(random)
{}

ClientSession::Effects ClientSession::step(Instant now, const Event &event)
{
    m_effects.clear();
    followClock(now);
    const Status before = m_status;
    std::visit([this](const auto &what) { handle(what); }, event);
    m_status.inFlight = 0;
    for (const auto &[number, batch] : m_batches)
        m_status.inFlight += batch.mutations.size();
    if (!(m_status == before))
        m_effects.emplace_back(StatusChanged{});
    m_effects.emplace_back(WakeAt{nextWake()});
    return std::move(m_effects);
}

// Where the clock was set back, what was to come in a minute still comes in a minute. Where it was
// set forward, the connection is taken for a dead one, and a new one begins.
void ClientSession::followClock(Instant now)
{
    if (now < m_now && !toy(38)) {
        const auto back = m_now - now;
        for (Instant *moment :
             {&m_retryAt, &m_deadline, &m_liveSince, &m_heardAt, &m_pingAt, &m_pushNotBefore})
            *moment -= back;
        m_bestRoundTripMs = -1; // the server's clock is elsewhere now, seen from here
    }
    m_now = now;
}

// ---- the life of a connection --------------------------------------------------------------

void ClientSession::handle(const Start &)
{
    if (m_status.phase == Phase::Backoff || !(isConnected() || m_deadline > m_now))
        connectNow();
}

void ClientSession::handle(const Stop &)
{
    dropConnection(closeNormal, u"stopped"_s);
    m_status.phase = Phase::Off;
}

void ClientSession::handle(const NetworkUp &)
{
    if (m_status.phase == Phase::Backoff)
        m_retryAt = std::min(m_retryAt, m_now + upTo(networkUpSpread));
}

void ClientSession::connectNow()
{
    ++m_connection;
    m_status.phase = Phase::Connecting;
    m_status.halted.reset();
    m_status.removal.reset();
    m_status.oldestApp.clear();
    m_status.complete = false;
    m_comparisons = 0;
    m_isStuck = false;
    m_deadline = m_now + limits::connectTimeout;
    m_effects.emplace_back(OpenSocket{});
}

void ClientSession::handle(const SocketOpened &)
{
    if (m_status.phase != Phase::Connecting)
        return;
    m_status.phase = Phase::Greeting;
    m_deadline = m_now + limits::connectTimeout;
    m_heardAt = m_now;
    m_batches.clear();
    m_pushedNumber = 0;
    m_pushLoading = false;
    m_pushWanted = false;
    m_pushNotBefore = m_now;
    m_pushRowsMax = limits::pushEnvelopesMax;
    m_pushSplitsAtoms = false;
    m_pushBytesLimit = limits::messageBytesTarget;
    run(ClientReplica::PrepareHello{});
}

void ClientSession::handle(const SocketClosed &)
{
    if (m_status.phase != Phase::Connecting && m_status.phase != Phase::Greeting && !isConnected())
        return;
    noteBrokenTransfer();
    backOff();
}

// On a slow link a message of the usual size may not arrive within the seconds that a frame has
// (docs/protocol.md, "Limits"); sent again as it was, it would break every connection.
void ClientSession::noteBrokenTransfer()
{
    if (isConnected() && !m_batches.empty())
        m_pushBytesMax = std::max(pushBytesMin, m_pushBytesMax / 2);
}

void ClientSession::backOff(milliseconds atLeast, milliseconds spread)
{
    if (isConnected() && m_now - m_liveSince >= limits::backoffResetAfterLive)
        m_failedAttempts = 0;
    m_batches.clear();
    ++m_connection; // whatever still comes of the old one is late
    m_status.phase = Phase::Backoff;
    m_status.complete = false;
    m_deadline = m_now;
    m_retryAt = m_now + std::min(atLeast, waitMax) + upTo(std::min(spread, waitMax));
}

void ClientSession::backOff()
{
    // Full jitter: thousands of devices that lost the same server must not come back in step.
    const int doublings = std::min(m_failedAttempts, 6);
    const milliseconds most =
        std::min<milliseconds>(limits::backoffMax, limits::backoffStart * (1 << doublings));
    backOff(0ms, most);
    ++m_failedAttempts;
}

void ClientSession::dropConnection(int code, const QString &why)
{
    const bool open =
        m_status.phase == Phase::Connecting || m_status.phase == Phase::Greeting || isConnected();
    if (open)
        m_effects.emplace_back(CloseSocket{code, why});
    m_batches.clear();
    m_deadline = m_now;
    m_status.complete = false;
    ++m_connection;
}

void ClientSession::violation(const QString &what)
{
    m_effects.emplace_back(CloseSocket{closeProtocolError, what});
    backOff();
}

void ClientSession::halt(const Error &error)
{
    dropConnection(closeNormal, u"the device's file refused a write"_s);
    m_status.phase = Phase::Halted;
    m_status.halted = error;
    m_retryAt = m_now + haltedRetry;
}

void ClientSession::handle(const TokenReady &event)
{
    m_token = event.token;
    if (m_status.phase == Phase::NeedLogin)
        connectNow();
}

void ClientSession::handle(const RemovalAccepted &)
{
    if (m_status.phase != Phase::Review)
        return;
    m_removalAccepted = true;
    connectNow();
}

void ClientSession::handle(const Tick &)
{
    switch (m_status.phase) {
    case Phase::Off:
    case Phase::Review:
    case Phase::NeedLogin: return;
    case Phase::Backoff:
    case Phase::Revoked:
    case Phase::UpgradeRequired:
    case Phase::Halted:
        if (m_now >= m_retryAt)
            connectNow();
        return;
    case Phase::Connecting:
    case Phase::Greeting:
        if (m_now >= m_deadline) {
            dropConnection(closeNormal, u"no answer in time"_s);
            backOff();
        }
        return;
    case Phase::Snapshot:
    case Phase::Draining:
    case Phase::Live: break;
    }
    if (m_now >= m_heardAt + limits::clientSilenceMax) {
        m_effects.emplace_back(CloseSocket{closeNormal, u"silence"_s});
        noteBrokenTransfer();
        return backOff();
    }
    if (m_now >= m_pingAt)
        sendPing();
    requestPush();
}

void ClientSession::sendPing()
{
    protocol::Ping ping;
    ping.number = ++m_pingNumber;
    ping.wallMs = msSinceEpoch(m_now);
    ping.cursor = m_storedCursor;
    send(ping);
    const milliseconds interval = limits::pingInterval;
    m_pingAt = m_now + interval * 4 / 5 + upTo(interval * 2 / 5);
}

// ---- what the server says ------------------------------------------------------------------

void ClientSession::handle(const FrameReceived &event)
{
    if (m_status.phase != Phase::Greeting && !isConnected())
        return;
    m_heardAt = m_now;
    const auto frame =
        protocol::decodeFrame(event.bytes, protocol::Sender::Server, limits::frameBytesMax);
    if (!frame)
        return violation(frame.error().message);
    const bool greeting = std::holds_alternative<HelloOk>(frame->message)
        || std::holds_alternative<HelloNo>(frame->message);
    const bool ignored = std::holds_alternative<protocol::UnknownMessage>(frame->message)
        || std::holds_alternative<protocol::GoAway>(frame->message);
    if (!ignored && greeting != (m_status.phase == Phase::Greeting))
        return violation(u"%1 does not belong here"_s.arg(messageName(frame->message)));
    std::visit([this](const auto &message) { on(message); }, frame->message);
}

void ClientSession::on(const HelloOk &ok)
{
    if (ok.protocol != protocolOffered)
        return violation(u"a protocol that was not offered"_s);
    m_epoch = ok.epoch;
    m_session = ok.session;
    m_credit = std::min(ok.pushCredit, pushCreditMax);
    if (ok.messageBytesMax >= pushBytesMin)
        m_pushBytesLimit = std::min<qsizetype>(m_pushBytesLimit, ok.messageBytesMax);
    m_pushBytesMax = std::min(m_pushBytesMax, m_pushBytesLimit);
    m_liveSince = m_now;
    m_bestRoundTripMs = -1;
    m_scope = ok.scope;
    if (ok.mode == HelloOk::Mode::Drain)
        m_status.oldestApp = ok.appMin;
    m_status.phase = ok.mode == HelloOk::Mode::Drain ? Phase::Draining
        : ok.verdict == HelloOk::Verdict::Resume     ? Phase::Live
                                                     : Phase::Snapshot;
    m_status.snapshotRows = 0;
    if (ok.verdict == HelloOk::Verdict::Resync) {
        m_cursor = std::min(m_cursor, ok.common);
        run(ClientReplica::Resync{ok.common, ok.epoch});
    }
    if (ok.streamVerdict != 0)
        startStream();
    sendPing();
    requestPush();
}

void ClientSession::on(const HelloNo &no)
{
    dropConnection(closeNormal, u"HELLO was refused"_s);
    switch (no.code) {
    case HelloNo::Code::Busy:
    case HelloNo::Code::Down:
        ++m_failedAttempts;
        return backOff(milliseconds(no.retryMs), limits::backoffStart);
    case HelloNo::Code::Auth:
    case HelloNo::Code::Revoked:
    case HelloNo::Code::Unknown: m_status.phase = Phase::NeedLogin; return;
    case HelloNo::Code::Version:
        m_status.phase = Phase::UpgradeRequired;
        m_retryAt = m_now + refusedRetry + upTo(refusedRetry);
        return;
    }
}

void ClientSession::on(const protocol::SnapshotBegin &begin)
{
    // A part of what is seen may come later, too: it was gained, or asked for.
    const bool isPart =
        m_status.phase == Phase::Live && !begin.cells.empty() && begin.sequence == m_cursor;
    const bool isWhole = m_status.phase == Phase::Snapshot && begin.cells.empty();
    if (!isPart && !isWhole)
        return violation(u"a snapshot nobody asked for"_s);
    m_snapshot = begin;
    m_status.phase = Phase::Snapshot;
    m_status.snapshotRows = 0;
    m_status.snapshotRowsExpected = begin.estimatedRows;
    run(ClientReplica::BeginSnapshot{begin, m_epoch});
}

void ClientSession::on(const protocol::SnapshotPage &page)
{
    if (m_status.phase != Phase::Snapshot)
        return violation(u"a page outside a snapshot"_s);
    m_status.snapshotRows += page.rows.size();
    const bool isWhole = m_snapshot.cells.empty() && !page.rows.empty();
    run(ClientReplica::StagePage{page, isWhole ? placeBehind(page).toBytes() : QByteArray()});
}

// What the next HELLO says if the connection breaks behind this page.
SnapshotPlace ClientSession::placeBehind(const protocol::SnapshotPage &page) const
{
    return {m_snapshot.sequence, m_snapshot.chain, m_epoch, scopeHash(m_scope),
            page.rows.back().id};
}

void ClientSession::on(const protocol::SnapshotEnd &end)
{
    if (m_status.phase != Phase::Snapshot)
        return violation(u"the end of no snapshot"_s);
    m_status.phase = Phase::Live;
    const bool isPart = !m_snapshot.cells.empty();
    if (isPart && end.sequence != m_cursor)
        return violation(u"the end of another snapshot"_s);
    if (isPart)
        return run(ClientReplica::EndPart{m_snapshot});
    const bool isSigned = m_snapshot.reason != protocol::NoReason
        && isProven(m_snapshot.sequence, m_scope, m_snapshot.reason, m_snapshot.signature);
    m_cursor = end.sequence;
    run(ClientReplica::EndSnapshot{end, m_epoch, m_scope, isSigned || m_removalAccepted});
}

bool ClientSession::knowsAuthority() const
{
    return m_authority != protocol::PublicKey{};
}

bool ClientSession::isProven(quint64 sequence, const std::vector<QByteArray> &scope, quint32 reason,
                             const protocol::Signature &signature) const
{
    return knowsAuthority()
        && m_verifier.verify(
            m_authority, protocol::removalBytes(m_production, m_device, sequence, scope, reason),
            signature);
}

void ClientSession::on(const protocol::Scope &change)
{
    if (m_status.phase != Phase::Live)
        return violation(u"a change of scope outside the history"_s);
    if (knowsAuthority() && !isProven(m_cursor, change.scope, change.reason, change.signature))
        return violation(u"a change of scope that the production's authority did not sign"_s);
    m_scope = change.scope;
    run(ClientReplica::ApplyScope{change});
}

void ClientSession::on(const protocol::Purge &purge)
{
    if (m_status.phase != Phase::Live && m_status.phase != Phase::Draining)
        return violation(u"an order to forget at the wrong time"_s);
    const bool isOld = purge.sequence < m_cursor;
    if (isOld || (knowsAuthority() && !isProven(purge.sequence, {}, purge.reason, purge.signature)))
        return violation(u"an order to forget that the production's authority did not sign"_s);
    m_status.phase = Phase::Draining;
    run(ClientReplica::ApplyPurge{});
}

void ClientSession::on(const protocol::DigestAnswer &answer)
{
    if (m_status.phase != Phase::Live)
        return; // asked for in a life before
    if (answer.sequence == m_cursor)
        run(ClientReplica::CompareBuckets{answer.sums});
    // Otherwise the records have moved on meanwhile: the next checkpoint asks again.
}

void ClientSession::on(const protocol::Delta &delta)
{
    if (m_status.phase != Phase::Live || delta.from != m_cursor || delta.to < delta.from)
        return violation(u"a delta that does not follow the cursor"_s);
    m_cursor = delta.to;
    if (toy(39))
        send(protocol::Credit{1, 0, m_cursor});
    run(ClientReplica::ApplyDelta{delta});
}

void ClientSession::on(const protocol::Checkpoint &checkpoint)
{
    if (m_status.phase != Phase::Live || checkpoint.sequence != m_cursor)
        return violation(u"a checkpoint beside the cursor"_s);
    run(ClientReplica::VerifyCheckpoint{checkpoint, m_epoch, m_now});
}

void ClientSession::on(const protocol::Ack &ack)
{
    m_credit = std::min(m_credit + std::min(ack.credit, pushCreditMax), pushCreditMax);
    const auto batch = m_batches.find(ack.batch);
    if (batch == m_batches.end())
        return; // of a batch we gave up on; the log tells us anyway
    protocol::Ack named = ack;
    std::vector<MutationId> &waiting = batch->second.mutations;
    for (protocol::MutationResult &result : named.results) {
        // The server cannot name what it could not read; such an envelope travels alone.
        if (result.mutation.isNull() && waiting.size() == 1)
            result.mutation = waiting.front();
        std::erase(waiting, result.mutation);
    }
    if (toy(14) && !named.results.empty()) {
        for (const MutationId &mutation : waiting)
            named.results.push_back({mutation, named.results.front().sequence,
                                     protocol::Outcome::Applied, std::nullopt});
        waiting.clear();
    }
    if (waiting.empty()) {
        m_batches.erase(batch);
        m_pushBytesMax = std::min(m_pushBytesMax + pushBytesStep, m_pushBytesLimit);
    }
    m_pushSplitsAtoms = false;
    m_isStuck = false;
    run(ClientReplica::ApplyAck{named});
    requestPush();
}

void ClientSession::on(const protocol::Nack &nack)
{
    using Code = protocol::Nack::Code;
    const auto batch = m_batches.find(nack.batch);
    if (batch == m_batches.end())
        return;
    m_pushedNumber = std::min(m_pushedNumber, batch->second.firstNumber - 1);
    const size_t mutations = batch->second.mutations.size();
    m_batches.erase(batch);
    m_credit = std::min(m_credit + 1, pushCreditMax);
    milliseconds pause = std::clamp(milliseconds(nack.retryMs), nackPauseMin, waitMax);
    if (nack.code == Code::TooBig)
        m_pushBytesMax = m_pushBytesLimit = std::max(pushBytesMin, m_pushBytesMax / 2);
    if (nack.code == Code::BadSegment) {
        // Alone, a single bad envelope can be told from its neighbours.
        if (m_pushRowsMax == 1) {
            m_pushSplitsAtoms = mutations > 1;
            if (!m_pushSplitsAtoms) {
                pause = refusedSegmentPause;
                m_isStuck = true;
            }
        }
        m_pushRowsMax = 1;
    }
    // What was refused only because an earlier one was waits for that one.
    m_pushNotBefore = std::max(m_pushNotBefore, m_now + pause + upTo(pause));
}

void ClientSession::on(const protocol::Pong &pong)
{
    const qint64 roundTrip = msSinceEpoch(m_now) - pong.clientWallMs;
    if (roundTrip < 0 || (m_bestRoundTripMs >= 0 && roundTrip > m_bestRoundTripMs))
        return;
    m_bestRoundTripMs = roundTrip;
    m_status.clockOffsetMs = pong.receivedMs - (pong.clientWallMs + roundTrip / 2);
}

// What waits keeps the stream it was written in; a device and its copy may both send that.
void ClientSession::startStream()
{
    UuidSource ids(m_random);
    run(ClientReplica::StartStream{ids.next<StreamId>(m_now)});
}

void ClientSession::on(const protocol::GoAway &goAway)
{
    // A copy of this device is here under the same stream. With one of its own it can stay.
    if (goAway.code == protocol::GoAway::Code::TakenOver)
        startStream();
    dropConnection(closeNormal, u"the server asked us to go"_s);
    backOff(0ms, std::max<milliseconds>(milliseconds(goAway.spreadMs), limits::backoffStart));
}

// The certificate ends some day. The server says nothing to the answer: it counts the new one.
void ClientSession::on(const protocol::AuthNeed &)
{
    send(protocol::Auth{m_token, m_signer.sign(authBytes(m_session))});
}

template<typename Other>
void ClientSession::on(const Other &)
{
    // Messages of later versions, and those a device never gets (decodeFrame refuses them).
}

// ---- what the file says --------------------------------------------------------------------

void ClientSession::run(ClientReplica::Request request)
{
    m_running.emplace_back(m_connection, request);
    m_effects.emplace_back(RunTransaction{std::move(request)});
}

void ClientSession::handle(const TransactionDone &event)
{
    if (m_running.empty())
        return;
    const auto [connection, request] = std::move(m_running.front());
    m_running.pop_front();
    const bool late = connection != m_connection;
    if (!event.answer) {
        if (late)
            return;
        if (event.answer.error().code == ErrorCode::ProtocolViolation)
            return violation(event.answer.error().message);
        return halt(event.answer.error());
    }
    const bool movedRecords = !std::holds_alternative<ClientReplica::LoadPush>(request)
        && !std::holds_alternative<ClientReplica::StagePage>(request);
    if (movedRecords)
        m_effects.emplace_back(RecordsChanged{});
    if (late)
        return;
    if (const auto *facts = std::get_if<ClientReplica::HelloFacts>(&*event.answer))
        done(*facts);
    else if (const auto *loaded = std::get_if<ClientReplica::PushLoaded>(&*event.answer))
        done(*loaded);
    else if (const auto *verdict = std::get_if<ClientReplica::CheckpointVerdict>(&*event.answer))
        done(*verdict);
    else if (const auto *held = std::get_if<ClientReplica::RemovalHeld>(&*event.answer))
        done(*held);
    else if (const auto *purged = std::get_if<ClientReplica::Purged>(&*event.answer))
        done(*purged);
    else if (const auto *differ = std::get_if<ClientReplica::BucketsDiffer>(&*event.answer))
        done(*differ);
    else
        applied(request);
}

void ClientSession::done(const ClientReplica::HelloFacts &facts)
{
    if (m_status.phase != Phase::Greeting)
        return;
    const ClientMeta &meta = facts.meta;
    m_production = meta.production;
    m_device = meta.device;
    m_authority = meta.authorityKey;
    m_cursor = meta.cursor;
    m_storedCursor = meta.cursor;
    protocol::Hello hello;
    hello.schema = schema::version;
    hello.app = m_app;
    hello.production = meta.production;
    hello.device = meta.device;
    hello.stream = meta.stream;
    hello.streamSequence = meta.streamSequence;
    hello.streamHead = meta.lastHash;
    hello.token = m_token;
    hello.epoch = meta.epoch;
    hello.cursor = meta.cursor;
    hello.chain = meta.chain;
    hello.highWater = meta.highWater;
    hello.dirty = meta.dirty || meta.inSnapshot || (meta.highWater > meta.cursor && !toy(17));
    hello.snapshotToken = meta.snapshotToken;
    hello.checkpoints = facts.checkpoints;
    hello.pending = facts.pending;
    hello.scopeHash = scopeHash(meta.scope);
    hello.suspectClone = m_isSuspectClone;
    if (toy(20) && meta.inSnapshot) {
        hello.cursor = 0;
        hello.chain = {};
        hello.checkpoints.clear();
        hello.dirty = false;
    }
    hello.wallMs = msSinceEpoch(m_now);
    send(hello);
}

void ClientSession::done(const ClientReplica::PushLoaded &loaded)
{
    m_pushLoading = false;
    const bool again = std::exchange(m_pushWanted, false);
    if (!isConnected())
        return;
    // A batch was refused meanwhile: what is before these rows goes first, or it would be left out.
    const bool isTooFar = m_pushedNumber < m_loadedAfter;
    if (!loaded.rows.empty() && !isTooFar)
        sendPush(loaded.rows);
    if (again || !loaded.rows.empty())
        requestPush();
}

void ClientSession::done(const ClientReplica::CheckpointVerdict &verdict)
{
    if (verdict.equal) {
        m_status.complete = true;
        return send(protocol::Credit{1, 0, m_storedCursor});
    }
    send(protocol::Incident{1, u"digest"_s});
    // First the parts that differ; if that does not help, everything.
    if (m_comparisons++ < comparisonsMax) {
        send(protocol::Credit{1, 0, m_storedCursor});
        return send(protocol::DigestRequest{{}, 1});
    }
    dropConnection(closeNormal, u"the records differ from the server's"_s);
    backOff(0ms, limits::backoffStart);
}

void ClientSession::done(const ClientReplica::BucketsDiffer &differ)
{
    if (m_status.phase == Phase::Live && !differ.buckets.empty())
        send(protocol::Fetch{{}, differ.buckets, {}});
}

void ClientSession::done(const ClientReplica::RemovalHeld &held)
{
    dropConnection(closeNormal, u"the server lacks most of what is here"_s);
    m_status.phase = Phase::Review;
    m_status.removal = held;
}

void ClientSession::done(const ClientReplica::Purged &purged)
{
    dropConnection(closeNormal, u"everything was handed over"_s);
    // What is never taken is offered again as seldom as to any server that refuses.
    if (purged.pending > 0 && !m_isStuck)
        return backOff(0ms, limits::backoffStart);
    m_status.phase = Phase::Revoked;
    m_retryAt = m_now + refusedRetry + upTo(refusedRetry);
}

void ClientSession::applied(const ClientReplica::Request &request)
{
    const auto *delta = std::get_if<ClientReplica::ApplyDelta>(&request);
    if (delta)
        m_storedCursor = delta->delta.to;
    if (const auto *resync = std::get_if<ClientReplica::Resync>(&request))
        m_storedCursor = std::min(m_storedCursor, resync->common);
    if (const auto *snapshot = std::get_if<ClientReplica::EndSnapshot>(&request)) {
        m_storedCursor = snapshot->end.sequence;
        m_removalAccepted = false;
    }
    const bool tookCredit = delta || std::holds_alternative<ClientReplica::StagePage>(request);
    if (tookCredit && isConnected() && !toy(39))
        send(protocol::Credit{1, 0, m_storedCursor});
}

// ---- sending own changes -------------------------------------------------------------------

void ClientSession::handle(const LocalSaved &)
{
    m_effects.emplace_back(RecordsChanged{});
    if (m_status.phase == Phase::Revoked)
        m_retryAt = std::min(m_retryAt, m_now + upTo(limits::backoffStart)); // to hand it over
    requestPush();
}

void ClientSession::requestPush()
{
    if (!isConnected() || m_credit == 0 || m_now < m_pushNotBefore)
        return;
    if (m_pushLoading) {
        m_pushWanted = true;
        return;
    }
    m_pushLoading = true;
    m_loadedAfter = m_pushedNumber;
    run(ClientReplica::LoadPush{m_pushedNumber, m_pushRowsMax, m_pushBytesMax, m_pushSplitsAtoms});
}

void ClientSession::sendPush(const std::vector<OutboxRow> &rows)
{
    protocol::Push push;
    push.batch = m_nextBatch++;
    push.trace = m_trace;
    Batch &batch = m_batches[push.batch];
    batch.firstNumber = rows.front().number;
    size_t first = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        batch.mutations.push_back(rows[i].mutation);
        const bool ends = i + 1 == rows.size() || rows[i + 1].stream != rows[i].stream
            || rows[i + 1].sequence != rows[i].sequence + 1;
        if (ends) {
            push.segments.push_back(segmentOf(std::span(rows).subspan(first, i + 1 - first)));
            first = i + 1;
        }
    }
    m_pushedNumber = rows.back().number;
    --m_credit;
    send(push);
}

protocol::Segment ClientSession::segmentOf(std::span<const OutboxRow> rows) const
{
    protocol::Segment segment;
    segment.stream = rows.front().stream;
    segment.firstSequence = rows.front().sequence;
    for (const OutboxRow &row : rows)
        segment.envelopes.push_back(row.envelope);
    segment.head = rows.back().hash;
    segment.signature = m_signer.sign(segmentBytes(m_production, segment));
    return segment;
}

void ClientSession::send(const protocol::Message &message)
{
    m_effects.emplace_back(SendFrame{protocol::encodeFrame({0, message})});
}

milliseconds ClientSession::upTo(milliseconds most)
{
    return milliseconds(m_random.below(static_cast<quint64>(most.count()) + 1));
}

Instant ClientSession::nextWake() const
{
    switch (m_status.phase) {
    case Phase::Off:
    case Phase::Review:
    case Phase::NeedLogin: return m_now + limits::backoffMax;
    case Phase::Backoff:
    case Phase::Revoked:
    case Phase::UpgradeRequired:
    case Phase::Halted: return m_retryAt;
    case Phase::Connecting:
    case Phase::Greeting: return m_deadline;
    case Phase::Snapshot:
    case Phase::Draining:
    case Phase::Live: break;
    }
    Instant next = std::min(m_pingAt, m_heardAt + limits::clientSilenceMax);
    if (m_pushNotBefore > m_now)
        next = std::min(next, m_pushNotBefore);
    return next;
}

bool ClientSession::isConnected() const
{
    return m_status.phase == Phase::Snapshot || m_status.phase == Phase::Live
        || m_status.phase == Phase::Draining;
}

} // namespace film::sync
