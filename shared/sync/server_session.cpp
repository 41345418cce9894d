#include "shared/sync/server_session.h"

#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/signing.h"
#include "shared/sync/toys.h"

#include <algorithm>
#include <set>

namespace film::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace limits = protocol::limits;
using protocol::HelloOk;
using protocol::Message;

namespace {

// Close codes of docs/protocol.md.
constexpr int closeNormal = 1000;
constexpr int closeProtocolError = 4000;
constexpr int closeHelloTimeout = 4001;
constexpr int closeTakenOver = 4003;
constexpr int closeBusy = 4008;
constexpr int closeAuth = 4401;
constexpr int closeRevoked = 4403;
constexpr int closeVersion = 4406;
constexpr int closeHistory = 4409;
constexpr int closeTooBig = 4413;
constexpr int closeInternal = 4500;

constexpr auto closingMax = 2s; // for answers that the lane still owes
constexpr auto slowClientMax = 60s;
// In that time an honest one pings three times and has four batches on the way.
constexpr int askedWhileFullMax = 64;
constexpr auto checkpointPause = 1s; // not after every delta of a busy hour
constexpr quint32 creditMax = 1000;
// What one read of a snapshot gives: some messages, kept until the device takes them.
constexpr qsizetype messagesInPage = 4;
constexpr int repairsMax = 4; // of one connection: each reads every record

int closeCodeOf(protocol::HelloNo::Code code)
{
    using Code = protocol::HelloNo::Code;
    switch (code) {
    case Code::Auth: return closeAuth;
    case Code::Version: return closeVersion;
    case Code::Revoked: return closeRevoked;
    case Code::Busy:
    case Code::Down:
    case Code::Unknown: break;
    }
    return closeBusy;
}

bool isFrom(const protocol::LogRow &row, DeviceId device)
{
    const auto envelope = protocol::decodeEnvelope(row.envelope);
    return envelope && envelope->device == device;
}

} // namespace

ServerSession::ServerSession(SessionId id, const Verifier &verifier, qsizetype messageBytes)
    : m_id(id)
    , m_verifier(verifier)
    , m_messageBytes(messageBytes)
{}

ServerSession::Effects ServerSession::step(Instant now, const Event &event)
{
    m_effects.clear();
    followClock(now);
    if (m_phase != Phase::Closed) {
        std::visit([this, now](const auto &what) { handle(now, what); }, event);
        if (m_phase != Phase::Closed)
            armTimer();
    }
    return std::move(m_effects);
}

// Where the clock was set back, what was to come in a minute still comes in a minute.
void ServerSession::followClock(Instant now)
{
    if (now < m_steppedAt) {
        const auto back = m_steppedAt - now;
        for (Instant *moment : {&m_checkpointAt, &m_writeBufferFullSince, &m_heardAt, &m_deadline})
            *moment -= back;
    }
    m_steppedAt = now;
}

void ServerSession::handle(Instant now, const Opened &)
{
    m_heardAt = now;
    m_deadline = now + limits::helloTimeout;
}

void ServerSession::handle(Instant now, const FrameReceived &event)
{
    if (m_phase == Phase::Closing)
        return;
    m_heardAt = now;
    const bool accepted = m_phase != Phase::Accepted;
    const auto frame =
        protocol::decodeFrame(event.bytes, protocol::Sender::Client,
                              accepted ? limits::frameBytesMax : limits::helloBytesMax);
    if (!frame) {
        const bool tooBig = frame.error().code == ErrorCode::LimitExceeded;
        return close(tooBig ? closeTooBig : closeProtocolError, frame.error().message);
    }
    if (!accepted)
        return onFirstMessage(frame->message);
    if (!isOpen())
        return close(closeProtocolError, u"a message before HELLO was answered"_s);
    onMessage(now, frame->message);
}

void ServerSession::onFirstMessage(const Message &message)
{
    if (const auto *hello = std::get_if<protocol::Hello>(&message)) {
        m_hello = *hello;
        m_phase = Phase::Verifying;
        m_effects.emplace_back(CheckHello{*hello});
    } else if (const auto *join = std::get_if<protocol::Join>(&message)) {
        m_phase = Phase::Verifying;
        m_effects.emplace_back(CheckJoin{*join});
    } else {
        close(closeProtocolError, u"neither HELLO nor JOIN"_s);
    }
}

// A device that asks on and on and reads nothing would fill the server's memory with answers.
bool ServerSession::asksWithoutReading(const Message &message)
{
    const bool wantsAnswer = std::holds_alternative<protocol::Ping>(message)
        || std::holds_alternative<protocol::Push>(message);
    return m_writeBufferFull && wantsAnswer && ++m_askedWhileFull > askedWhileFullMax;
}

void ServerSession::onMessage(Instant now, const Message &message)
{
    if (asksWithoutReading(message))
        return close(closeBusy, u"the device asks and does not read"_s);
    if (const auto *push = std::get_if<protocol::Push>(&message)) {
        onPush(*push);
    } else if (const auto *auth = std::get_if<protocol::Auth>(&message)) {
        onAuth(*auth);
    } else if (const auto *credit = std::get_if<protocol::Credit>(&message)) {
        m_credit = std::min(m_credit + std::min(credit->messages, creditMax), creditMax);
        m_confirmed = credit->appliedSequence;
        readNext(now);
    } else if (const auto *ping = std::get_if<protocol::Ping>(&message)) {
        m_confirmed = ping->cursor;
        send(protocol::Pong{ping->number, ping->wallMs, msSinceEpoch(now), msSinceEpoch(now),
                            m_head});
    } else if (const auto *request = std::get_if<protocol::DigestRequest>(&message)) {
        onDigestRequest(*request);
        readNext(now);
    } else if (const auto *fetch = std::get_if<protocol::Fetch>(&message)) {
        onFetch(*fetch);
        readNext(now);
    } else if (std::holds_alternative<protocol::Incident>(message)) {
        ++m_differences.incidents; // it says that records differ; the words are not ours to keep
    } else if (std::holds_alternative<protocol::Bye>(message)) {
        close(closeNormal, u"the device said goodbye"_s);
    } else if (std::holds_alternative<protocol::Hello>(message)
               || std::holds_alternative<protocol::Join>(message)) {
        close(closeProtocolError, u"a second HELLO"_s);
    }
    // What is left asks for things of later versions; a device lives without the answer.
}

void ServerSession::handle(Instant now, const HelloChecked &event)
{
    if (m_phase != Phase::Verifying)
        return;
    if (!event.answer) {
        send(protocol::HelloNo{protocol::HelloNo::Code::Down, 2000, u"try again"_s});
        return close(closeInternal, event.answer.error().message);
    }
    const HelloAnswer &answer = *event.answer;
    if (answer.refusal) {
        send(*answer.refusal);
        return close(closeCodeOf(answer.refusal->code), answer.refusal->text);
    }
    setDevice(answer.device);
    m_visibility = answer.visibility;
    m_grant = grantId(m_hello.production, m_device.user);
    m_epoch = answer.head.epoch;
    m_head = answer.head.sequence;
    m_credit = m_credits.messages;
    m_checkpointAt = now;

    HelloOk ok;
    ok.session = m_id;
    ok.epoch = m_epoch;
    ok.head = m_head;
    ok.verdict = answer.verdict;
    ok.common = answer.common;
    ok.pushCredit = m_credits.batches;
    ok.messageBytesMax = quint32(limits::messageBytesTarget);
    ok.pingSeconds = quint32(limits::pingInterval.count());
    ok.serverMs = msSinceEpoch(now);
    ok.durable = m_head;
    ok.scope = m_visibility.entries();
    const bool mayOnlyHandOver = answer.purge || !answer.oldestApp.isEmpty();
    ok.mode = mayOnlyHandOver ? HelloOk::Mode::Drain : HelloOk::Mode::Full;
    ok.appMin = answer.oldestApp;
    send(ok);
    m_effects.emplace_back(Live{});
    m_certificateEnds = instantFromMs(m_device.certificateEndsMs);
    if (mayOnlyHandOver)
        return beginDraining(answer.purge, m_hello.pending);
    if (answer.verdict == HelloOk::Verdict::Resume) {
        m_phase = Phase::Live;
        m_cursor = m_hello.cursor;
        m_chain = m_hello.chain;
    } else {
        m_snapshotSequence = answer.resumed ? answer.resumed->sequence : answer.head.sequence;
        m_snapshotChain = answer.resumed ? answer.resumed->chain : answer.head.chain;
        beginSnapshot(answer);
    }
    askToRenew(now);
    readNext(now);
}

// ---- a certificate that ends -----------------------------------------------------------------

// Once on each connection. Not a device that has to go.
void ServerSession::askToRenew(Instant now)
{
    const bool isDue = now >= m_certificateEnds - limits::renewBefore;
    if (!isDue || m_isRenewalAsked || !isOpen() || m_phase == Phase::Draining)
        return;
    m_isRenewalAsked = true;
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(m_certificateEnds - now);
    send(protocol::AuthNeed{quint32(std::max<qint64>(left.count(), 1))});
}

bool ServerSession::hasExpired() const
{
    return m_steppedAt >= m_certificateEnds;
}

// A token alone, which somebody may have found, does not live on for ever.
void ServerSession::onAuth(const protocol::Auth &auth)
{
    if (!m_isRenewalAsked || m_isRenewing || m_phase == Phase::Draining)
        return;
    if (sha256(auth.token) != m_device.tokenHash
        || !m_verifier.verify(m_device.key, authBytes(m_id), auth.proof))
        return close(closeAuth, u"not the token or the key of the device"_s);
    m_isRenewing = true;
    m_effects.emplace_back(Renew{});
}

void ServerSession::handle(Instant now, const Renewed &event)
{
    m_isRenewing = false;
    if (!event.endsMs)
        return; // it is asked again when the device comes the next time
    m_device.certificateEndsMs = *event.endsMs;
    m_certificateEnds = instantFromMs(*event.endsMs);
    m_isRenewalAsked = false;
    readNext(now);
}

// It goes along with what the device hands in, and what becomes of that follows from the log alone:
// whose processing is restricted is no part of it.
void ServerSession::setDevice(const DeviceRecord &device)
{
    m_device = device;
    m_device.restricted.clear();
}

// The device's own token says that it goes on; any other, that it begins.
void ServerSession::beginSnapshot(const HelloAnswer &answer)
{
    m_phase = Phase::Snapshot;
    m_part = {};
    m_part.cells = m_visibility;
    m_snapshotRows = 0;
    protocol::SnapshotBegin begin;
    begin.sequence = m_snapshotSequence;
    begin.chain = m_snapshotChain;
    begin.token = answer.resumed ? answer.resumed->toBytes() : m_id.toByteArray();
    if (answer.resumed)
        m_part.after = answer.resumed->after;
    if (answer.scopeSignature) {
        begin.reason = protocol::Granted;
        begin.signature = *answer.scopeSignature;
    }
    send(begin);
}

// Its sequence is where the session is, not the head: rows of other cells between the two have
// not been sent yet.
void ServerSession::beginPart(const Visibility &cells, std::vector<quint32> buckets, quint32 reason)
{
    m_phase = Phase::Snapshot;
    m_part = {};
    m_part.isWhole = false;
    m_part.cells = cells;
    m_part.buckets = std::move(buckets);
    m_snapshotSequence = m_cursor;
    m_snapshotChain = m_chain;
    m_snapshotRows = 0;
    protocol::SnapshotBegin begin;
    begin.sequence = m_snapshotSequence;
    begin.chain = m_snapshotChain;
    begin.token = m_id.toByteArray();
    begin.cells = cells.entries();
    begin.reason = reason;
    begin.buckets = m_part.buckets;
    send(begin);
}

// ---- a device that may only hand over --------------------------------------------------------

void ServerSession::beginDraining(const std::optional<protocol::Purge> &purge, quint64 pending)
{
    m_phase = Phase::Draining;
    m_purge = purge;
    m_toDrain = pending;
    m_visibility = {};
    purgeWhenDrained();
}

void ServerSession::purgeWhenDrained()
{
    if (m_toDrain > 0 || !m_undecided.empty() || !m_purge)
        return;
    send(*std::exchange(m_purge, std::nullopt));
}

// Refused alone, it is never taken, and what stands behind it may never come: what was shown is not
// left there because of that. The device keeps its own changes, and may still hand over.
void ServerSession::stopWaitingFor(const protocol::Push &push)
{
    const bool isAlone = push.segments.size() == 1 && push.segments.front().envelopes.size() == 1;
    if (m_phase != Phase::Draining || !isAlone)
        return;
    m_toDrain = 0;
    purgeWhenDrained();
}

// ---- a device whose records differ -----------------------------------------------------------

void ServerSession::onDigestRequest(const protocol::DigestRequest &request)
{
    if (!request.cell.isEmpty() || request.level != 1)
        return close(closeProtocolError, u"only the buckets of the whole scope are told"_s);
    ++m_differences.comparisons;
    if (m_differences.comparisons + m_differences.repairs > repairsMax)
        return close(closeBusy, u"too many comparisons"_s);
    m_bucketsWanted = true;
}

void ServerSession::onFetch(const protocol::Fetch &fetch)
{
    const bool valid = fetch.cell.isEmpty() && !fetch.buckets.empty() && fetch.entities.empty()
        && std::ranges::is_sorted(fetch.buckets) && fetch.buckets.back() <= 255
        && std::ranges::adjacent_find(fetch.buckets) == fetch.buckets.end();
    if (!valid)
        return close(closeProtocolError, u"a FETCH must name buckets of the whole scope"_s);
    ++m_differences.repairs;
    if (m_differences.comparisons + m_differences.repairs > repairsMax)
        return close(closeBusy, u"too many repairs"_s);
    m_repairWanted = fetch.buckets;
}

void ServerSession::handle(Instant now, const BucketsArrived &event)
{
    m_reading = false;
    if (m_phase != Phase::Live)
        return;
    protocol::DigestAnswer answer;
    answer.level = 1;
    answer.sequence = event.buckets.sequence;
    for (const DigestSum &sum : event.buckets.sums)
        answer.sums.push_back(sum.toHash());
    send(answer);
    readNext(now);
}

// ---- a grant was passed ----------------------------------------------------------------------

void ServerSession::handle(Instant now, const ScopeArrived &event)
{
    m_reading = false;
    if (m_phase != Phase::Live)
        return;
    setDevice(event.scope.device);
    if (event.scope.purge)
        return beginDraining(event.scope.purge, 0);
    if (event.scope.change) {
        const Visibility gained = event.scope.visibility.beyond(m_visibility);
        m_visibility = event.scope.visibility;
        m_withdrawnFor = 0; // it may hide somebody else
        if (!toy(10)) {
            send(*event.scope.change);
            if (!gained.isNothing())
                beginPart(gained, {}, protocol::Granted);
        }
    }
    readNext(now);
}

void ServerSession::handle(Instant, const JoinChecked &event)
{
    if (m_phase != Phase::Verifying)
        return;
    std::visit([this](const auto &answer) { send(answer); }, event.answer);
    close(closeNormal, u"join answered"_s);
}

void ServerSession::onPush(const protocol::Push &push)
{
    using Code = protocol::Nack::Code;
    if (m_undecided.contains(push.batch))
        return close(closeProtocolError, u"a batch number that is still in use"_s);
    if (hasExpired())
        return send(protocol::Nack{push.batch, Code::AuthExpired, 0});
    if (m_undecided.size() >= 2 * size_t(limits::pushCreditDefault))
        return send(protocol::Nack{push.batch, Code::Busy, 1000});

    std::vector<Submission> submissions;
    for (const protocol::Segment &segment : push.segments) {
        auto opened = openSegment(segment, m_hello.production, m_device, m_id, m_verifier);
        if (!opened) {
            ++m_unprovenBatches;
            send(protocol::Nack{push.batch, Code::BadSegment, 0});
            return stopWaitingFor(push);
        }
        std::ranges::move(*opened, std::back_inserter(submissions));
    }
    if (submissions.empty())
        return send(protocol::Ack{push.batch, 0, {}, m_cursor, 1});
    if (toy(2)) {
        protocol::Ack ack{push.batch, 0, {}, m_head, 1};
        for (const Submission &submission : submissions)
            ack.results.push_back(
                {submission.envelope.mutation, ++m_head, protocol::Outcome::Applied, std::nullopt});
        send(ack);
    }
    m_undecided[push.batch] = submissions.size();
    m_effects.emplace_back(SubmitBatch{push.batch, std::move(submissions), push.trace});
}

void ServerSession::handle(Instant, const BatchDecided &event)
{
    const auto undecided = m_undecided.find(event.batch);
    if (undecided == m_undecided.end())
        return;
    undecided->second -= std::min(undecided->second, event.results.size());
    m_toDrain -= std::min<quint64>(m_toDrain, event.results.size());
    const bool complete = undecided->second == 0;
    if (complete)
        m_undecided.erase(undecided);
    quint64 durable = m_cursor;
    for (const protocol::MutationResult &result : event.results)
        durable = std::max(durable, result.sequence);
    if (!toy(2))
        send(protocol::Ack{event.batch, 0, event.results, durable, complete ? 1U : 0U});
    if (m_phase == Phase::Draining)
        purgeWhenDrained();
    if (m_phase == Phase::Closing && m_undecided.empty())
        finishClosing();
}

void ServerSession::handle(Instant, const BatchRefused &event)
{
    if (m_undecided.erase(event.batch) == 0)
        return;
    send(protocol::Nack{event.batch, event.code, event.retryMs});
    if (m_phase == Phase::Closing && m_undecided.empty())
        finishClosing();
}

void ServerSession::handle(Instant now, const HeadMoved &event)
{
    m_head = std::max(m_head, event.head);
    readNext(now);
}

void ServerSession::readNext(Instant now)
{
    if (m_reading || !maySend())
        return;
    if (m_phase == Phase::Snapshot && !m_part.page.empty()) {
        sendPage();
        readNext(now);
    } else if (m_phase == Phase::Snapshot) {
        m_reading = true;
        std::optional<quint8> bucket;
        if (!m_part.buckets.empty())
            bucket = static_cast<quint8>(m_part.buckets.front());
        m_effects.emplace_back(
            ReadPage{{m_part.cells, bucket, m_part.after, limits::snapshotPageRowsMax,
                      messagesInPage * m_messageBytes}});
    } else if (m_phase == Phase::Live && std::exchange(m_scopeWanted, false)) {
        m_reading = true;
        m_effects.emplace_back(ReadScope{m_cursor});
    } else if (m_phase == Phase::Live && !m_repairWanted.empty()) {
        beginPart(m_visibility, std::exchange(m_repairWanted, {}), protocol::Repair);
        readNext(now);
    } else if (m_phase == Phase::Live && m_head > m_cursor) {
        m_reading = true;
        m_effects.emplace_back(ReadRows{{m_cursor, m_visibility, m_device.device, m_grant,
                                         limits::deltaRowsMax, m_messageBytes, m_epoch, m_chain}});
    } else if (m_phase == Phase::Live && std::exchange(m_bucketsWanted, false)) {
        m_reading = true;
        m_effects.emplace_back(ReadBuckets{});
    } else if (m_phase == Phase::Live && isCheckpointDue(now)) {
        m_reading = true;
        m_effects.emplace_back(ReadCheckpoint{});
    }
}

bool ServerSession::isCheckpointDue(Instant now) const
{
    if (!m_everCheckpointed)
        return true;
    if (m_cursor > m_checkpointed)
        return now >= m_checkpointAt + checkpointPause;
    return now >= m_checkpointAt + limits::checkpointInterval && !toy(15);
}

void ServerSession::handle(Instant now, const RowsArrived &event)
{
    m_reading = false;
    if (m_phase != Phase::Live)
        return;
    if (event.rows.to <= m_cursor) {
        m_head = m_cursor; // The hint was wrong; the next one or the checkpoint sets it right.
        return;
    }
    if (event.rows.withdrawn && m_withdrawnFor != m_cursor + 1) {
        takeBack(*event.rows.withdrawn);
        return readNext(now); // and then these rows again
    }
    if (event.rows.frame.isEmpty() || toy(5)) {
        protocol::Delta delta{m_cursor, event.rows.to, event.rows.chain, event.rows.rows};
        if (toy(5))
            std::erase_if(delta.rows,
                          [this](const auto &row) { return isFrom(row, m_device.device); });
        sendWithCredit(delta);
    } else {
        spendCredit();
        m_effects.emplace_back(SendFrame{event.rows.frame});
    }
    m_cursor = event.rows.to;
    m_chain = event.rows.chain;
    m_head = std::max(m_head, m_cursor);
    m_scopeWanted = m_scopeWanted || event.rows.passesGrant;
    readNext(now);
}

// A conflict that the office had until somebody hidden got the record that it is about: no row says
// so to the session, so its bucket is given anew. Before the row: a connection that breaks in
// between comes to it again.
void ServerSession::takeBack(const ConflictId &withdrawn)
{
    m_withdrawnFor = m_cursor + 1;
    beginPart(m_visibility, {bucketOf(withdrawn)}, protocol::Granted);
}

void ServerSession::handle(Instant now, const PageArrived &event)
{
    m_reading = false;
    if (m_phase != Phase::Snapshot)
        return;
    if (event.rows.empty() && m_part.buckets.size() > 1) {
        m_part.buckets.erase(m_part.buckets.begin());
        m_part.after = {};
    } else if (event.rows.empty()) {
        endSnapshot();
    } else {
        m_part.page.assign(event.rows.begin(), event.rows.end());
        m_part.after = event.rows.back().id;
    }
    readNext(now);
}

// One message of what was read. A read gives several, because the database does the same work for
// rows that do not fit.
void ServerSession::sendPage()
{
    protocol::SnapshotPage message;
    qsizetype bytes = 0;
    while (!m_part.page.empty()) {
        bytes += protocol::sizeOnWire(m_part.page.front());
        if (bytes > m_messageBytes && !message.rows.empty())
            break;
        message.rows.push_back(std::move(m_part.page.front()));
        m_part.page.pop_front();
    }
    message.nextToken = message.rows.back().id.toByteArray();
    m_snapshotRows += message.rows.size();
    sendWithCredit(message);
}

void ServerSession::endSnapshot()
{
    if (toy(11) && m_part.isWhole)
        m_snapshotSequence = m_head;
    send(protocol::SnapshotEnd{m_snapshotSequence, m_snapshotChain, m_snapshotRows});
    m_phase = Phase::Live;
    m_cursor = m_snapshotSequence;
    m_chain = m_snapshotChain;
    m_everCheckpointed = false; // at once, to see whether it came to the same
}

void ServerSession::handle(Instant now, const CheckpointArrived &event)
{
    m_reading = false;
    if (m_phase != Phase::Live)
        return;
    const ProductionHead &head = event.checkpoint.head;
    if (head.epoch != m_epoch)
        return handle(now, EpochBegun{head.epoch});
    if (head.sequence > m_cursor) {
        m_head = std::max(m_head, head.sequence);
        return readNext(now);
    }
    if (head.sequence < m_cursor || (head.chain != m_chain && !toy(11)))
        return close(closeHistory, u"the production's history was replaced"_s);
    const Digest &digest = event.checkpoint.digest;
    sendWithCredit(protocol::Checkpoint{
        head.sequence, head.chain, {{QByteArray(), digest.sum.toHash(), digest.count}}, m_cursor});
    m_everCheckpointed = true;
    m_checkpointed = m_cursor;
    m_checkpointAt = now;
}

void ServerSession::handle(Instant, const ReadFailed &)
{
    m_reading = false;
    if (isOpen())
        close(closeInternal, u"the database could not be read"_s);
}

void ServerSession::handle(Instant now, const WriteBufferHigh &)
{
    if (!m_writeBufferFull)
        m_writeBufferFullSince = now;
    m_writeBufferFull = true;
}

void ServerSession::handle(Instant now, const WriteBufferLow &)
{
    m_writeBufferFull = false;
    m_askedWhileFull = 0;
    readNext(now);
}

void ServerSession::handle(Instant now, const ShuttingDown &event)
{
    if (!isOpen())
        return close(closeBusy, u"the server stops"_s);
    send(protocol::GoAway{protocol::GoAway::Code::Shutdown, event.spreadMs, {}});
    m_phase = Phase::Closing;
    m_deadline = now + closingMax;
    if (m_undecided.empty())
        finishClosing();
}

void ServerSession::handle(Instant, const EpochBegun &event)
{
    if (!isOpen() || event.epoch == m_epoch)
        return;
    send(protocol::GoAway{protocol::GoAway::Code::Epoch, 0, {}});
    close(closeHistory, u"the production's history has a new epoch"_s);
}

void ServerSession::handle(Instant now, const ScopeMoved &)
{
    m_scopeWanted = true;
    readNext(now);
}

void ServerSession::handle(Instant, const TakenOver &)
{
    if (isOpen())
        send(protocol::GoAway{protocol::GoAway::Code::TakenOver, 0, {}});
    close(closeTakenOver, u"the stream is open elsewhere"_s);
}

void ServerSession::handle(Instant now, const Tick &)
{
    if (m_phase == Phase::Accepted && now >= m_deadline)
        return close(closeHelloTimeout, u"no HELLO in time"_s);
    if (m_phase == Phase::Closing && now >= m_deadline)
        return finishClosing();
    if (now >= m_heardAt + limits::serverSilenceMax)
        return close(closeNormal, u"silence"_s);
    if (isOpen() && now >= m_certificateEnds + limits::renewGrace)
        return close(closeAuth, u"the device's certificate has ended"_s);
    askToRenew(now);
    if (m_writeBufferFull && now >= m_writeBufferFullSince + slowClientMax)
        return close(closeBusy, u"the device reads too slowly"_s);
    readNext(now);
}

void ServerSession::handle(Instant, const SocketClosed &)
{
    m_phase = Phase::Closed;
}

void ServerSession::send(const Message &message)
{
    m_effects.emplace_back(SendFrame{protocol::encodeFrame({0, message})});
}

void ServerSession::sendWithCredit(const Message &message)
{
    spendCredit();
    send(message);
}

void ServerSession::spendCredit()
{
    Q_ASSERT(m_credit > 0);
    --m_credit;
}

void ServerSession::close(int code, const QString &reason)
{
    m_effects.emplace_back(CloseSocket{code, reason});
    m_phase = Phase::Closed;
}

void ServerSession::finishClosing()
{
    close(closeNormal, u"the server stops"_s);
}

void ServerSession::armTimer()
{
    Instant next = m_heardAt + limits::serverSilenceMax;
    if (m_phase == Phase::Accepted || m_phase == Phase::Closing)
        next = std::min(next, m_deadline);
    if (m_writeBufferFull)
        next = std::min(next, m_writeBufferFullSince + slowClientMax);
    if (isOpen()) {
        const bool mayBeAsked = !m_isRenewalAsked && m_phase != Phase::Draining;
        next = std::min<Instant>(
            next,
            mayBeAsked ? std::max<Instant>(m_certificateEnds - limits::renewBefore, m_steppedAt)
                       : m_certificateEnds + limits::renewGrace);
    }
    if (m_phase == Phase::Live && maySend() && !m_reading) {
        const bool behind = m_cursor > m_checkpointed || !m_everCheckpointed;
        const std::chrono::milliseconds pause =
            behind ? checkpointPause : limits::checkpointInterval;
        next = std::min(next, std::max(m_checkpointAt + pause, m_checkpointAt + checkpointPause));
    }
    m_effects.emplace_back(WakeAt{next});
}

bool ServerSession::maySend() const
{
    return m_credit > 0 && !m_writeBufferFull && !hasExpired();
}

bool ServerSession::isOpen() const
{
    return m_phase == Phase::Snapshot || m_phase == Phase::Live || m_phase == Phase::Draining;
}

} // namespace film::sync
