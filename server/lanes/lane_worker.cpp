#include "server/lanes/lane_worker.h"

#include "server/lanes/lane_limits.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/spans.h"

#include <QTimer>

#include <algorithm>
#include <set>

namespace film::server {

using namespace Qt::StringLiterals;
using Code = protocol::Nack::Code;
using Fate = LaneReport::Fate;
using sync::ServerSession;
using Pool = ServerMetrics::Pool;

namespace {

// A commit is made on behalf of all that are in it; a line about it names the first and how many.
WorkContext contextOf(const LaneQueue::Take &take)
{
    std::set<SessionAddress> sessions;
    for (const LaneQueue::Part &part : take.parts)
        sessions.insert(part.from);
    WorkContext context;
    if (!take.parts.empty())
        context = take.parts.front().context;
    // A trace may cover a part that is not the first one.
    for (const LaneQueue::Part &part : take.parts) {
        if (context.span.isSampled || !part.context.span.isSampled)
            continue;
        context.span = part.context.span;
        context.sink = part.context.sink;
    }
    if (sessions.size() > 1)
        context.correlation += '+' + QByteArray::number(qulonglong(sessions.size() - 1));
    return context;
}

Span commitSpan(const LaneQueue::Take &take)
{
    Span span(u"lane commit"_s);
    if (!span.isRecorded())
        return span;
    span.set(u"filmtracker.mutations"_s, qint64(take.submissions.size()));
    const SpanContext &parent = ContextScope::current().span;
    for (const LaneQueue::Part &part : take.parts) {
        if (part.context.span.isSampled && !(part.context.span == parent))
            span.link(part.context.span);
    }
    return span;
}

} // namespace

LaneWorker::LaneWorker(const LaneSettings &settings, SessionOutlet &sessions, const Clock &clock,
                       ServerMetrics &metrics)
    : m_settings(settings)
    , m_sessions(sessions)
    , m_clock(clock)
    , m_metrics(metrics)
    , m_reconnectPause(lane_limits::reconnectPauseMin)
{}

LaneWorker::~LaneWorker() = default;

void LaneWorker::open()
{
    if (m_storage)
        return;
    auto storage = m_settings.storage();
    if (storage) {
        m_storage = std::move(*storage);
        m_isUp = true;
        m_metrics.databaseOpened(Pool::Lane);
        m_reconnectPause = lane_limits::reconnectPauseMin;
        return;
    }
    m_metrics.databaseRefused(Pool::Lane);
    qCWarning(laneLog).noquote() << u"no database for a lane: "_s + storage.error().message;
    QTimer::singleShot(m_reconnectPause, this, &LaneWorker::open);
    m_reconnectPause = std::min(m_reconnectPause * 2, lane_limits::reconnectPauseMax);
}

void LaneWorker::close()
{
    m_storage.reset();
    m_isUp = false;
    m_metrics.databaseLost(Pool::Lane);
    QTimer::singleShot(m_reconnectPause, this, &LaneWorker::open);
}

void LaneWorker::add(const std::shared_ptr<LaneGate> &gate, LaneBatch batch,
                     std::optional<std::chrono::milliseconds> comeAgain)
{
    Lane &lane = m_lanes[gate->production];
    lane.gate = gate;
    auto wait = comeAgain;
    // What has to wait for an earlier one takes nothing of the minute that all servers share.
    if (m_storage && !wait && !lane.queue.isHeld(batch, m_clock.now())) {
        wait = beyondBudget(batch);
        if (!wait && lane.queue.add(batch, m_clock.now()))
            return schedule(lane);
    }
    const Code code = m_storage ? Code::Busy : Code::LaneDown;
    const MutationId first = batch.submissions.front().envelope.mutation;
    refuse(batch.from, batch.batch, code, hold(lane, batch.from, first, code, wait));
    if (comeAgain)
        return;
    giveBack(batch.submissions);
    releaseGate(lane, batch.submissions);
}

std::optional<std::chrono::milliseconds> LaneWorker::beyondBudget(const LaneBatch &batch)
{
    if (!m_settings.sharedBudget)
        return std::nullopt;
    return m_settings.sharedBudget(*m_storage, batch.submissions.front().author.device,
                                   changesOf(batch.submissions), m_clock.now());
}

// It will be handed in once more.
void LaneWorker::giveBack(std::span<const sync::Submission> submissions)
{
    if (m_settings.budget && !submissions.empty())
        m_settings.budget->giveBack(submissions.front().author.device, changesOf(submissions));
}

// After it was let in: also of what all servers share.
void LaneWorker::giveBackShared(std::span<const sync::Submission> submissions)
{
    giveBack(submissions);
    if (m_settings.giveBackShared && !submissions.empty())
        m_settings.giveBackShared(submissions.front().author.device, changesOf(submissions),
                                  m_clock.now());
}

void LaneWorker::schedule(Lane &lane)
{
    if (lane.isScheduled || lane.queue.isEmpty())
        return;
    lane.isScheduled = true;
    const ProductionId production = lane.gate->production;
    QMetaObject::invokeMethod(
        this, [this, production] { work(production); }, Qt::QueuedConnection);
}

void LaneWorker::work(ProductionId production)
{
    Lane &lane = m_lanes[production];
    lane.isScheduled = false;
    while (!m_storage && !lane.queue.isEmpty())
        refuseWaiting(lane, SessionAddress(lane.queue.next()), Code::LaneDown);
    if (!lane.queue.isEmpty())
        commit(lane);
    schedule(lane);
}

void LaneWorker::finish()
{
    for (auto &[production, lane] : m_lanes) {
        while (!lane.queue.isEmpty())
            work(production);
    }
    m_storage.reset();
    m_isUp = false;
    thread()->quit();
}

void LaneWorker::commit(Lane &lane)
{
    const ProductionId production = lane.gate->production;
    LaneQueue::Take take =
        lane.queue.take(lane_limits::commitMutationsMax, lane_limits::commitBytesMax);
    const ContextScope asking(contextOf(take));
    Span span = commitSpan(take);
    const ContextScope scope(span.context());
    const auto begun = std::chrono::steady_clock::now();
    for (const LaneQueue::Part &part : take.parts) {
        if (part.isFirst)
            m_metrics.laneWaited(begun - part.arrived);
    }
    LaneReport report =
        commitTake(*m_storage, production, take.submissions, m_clock, m_random, lane.memory);
    m_metrics.committed(report.results.size(), std::chrono::steady_clock::now() - begun);
    releaseGate(lane, take.submissions);
    if (report.fate != Fate::Decided)
        span.fail();
    span.finish();

    countWritten(take, report);
    answer(take, report);
    if (report.head > 0) {
        if (m_settings.recent)
            m_settings.recent->add(production, std::move(report.commits));
        m_sessions.headMoved(production, report.head);
        if (m_settings.committed)
            m_settings.committed(production, report.head);
    }
    if (report.fate == Fate::Decided)
        return;
    m_metrics.commitFailed();
    qCWarning(laneLog).noquote() << u"production %1: %2 of %3 mutations committed: %4"_s.arg(
        production.toString(), QString::number(report.results.size()),
        QString::number(take.submissions.size()), report.error.message);
    if (report.fate == Fate::Unknown)
        m_sessions.dropSessions(production);
    refuseRest(lane, take, report);
    if (report.fate != Fate::Busy)
        close();
}

// What is applied again, because its first answer was lost, was written before and is no news.
void LaneWorker::countWritten(const LaneQueue::Take &take, const LaneReport &report)
{
    if (report.commits.empty())
        return;
    const quint64 before = report.commits.front().before.sequence;
    for (size_t i = 0; i < report.results.size(); ++i) {
        const protocol::MutationResult &result = report.results[i];
        if (result.sequence > before && result.outcome == protocol::Outcome::Applied
            && take.submissions[i].envelope.type == EntityType::TimeEntry)
            m_metrics.timeEntryWritten();
    }
}

void LaneWorker::answer(const LaneQueue::Take &take, const LaneReport &report)
{
    std::map<std::pair<SessionAddress, quint64>, std::vector<protocol::MutationResult>> answers;
    auto result = report.results.begin();
    for (const LaneQueue::Part &part : take.parts) {
        auto &results = answers[{part.from, part.batch}];
        for (size_t i = 0; i < part.count && result != report.results.end(); ++i, ++result) {
            m_metrics.decided(result->outcome);
            results.push_back(*result);
        }
    }
    for (auto &[to, results] : answers) {
        if (!results.empty())
            m_sessions.post(to.first, ServerSession::BatchDecided{to.second, std::move(results)});
    }
}

// What of the take is not decided, batch by batch in the order it came in, and then what waits
// from the same sessions: it was written later and must not overtake.
void LaneWorker::refuseRest(Lane &lane, const LaneQueue::Take &take, const LaneReport &report)
{
    const Code code = report.fate == Fate::Busy ? Code::Busy : Code::LaneDown;
    std::set<std::pair<SessionAddress, quint64>> refused;
    size_t end = 0;
    for (const LaneQueue::Part &part : take.parts) {
        const size_t begin = std::max(end, report.results.size());
        end += part.count;
        if (end <= begin)
            continue;
        giveBackShared(std::span(take.submissions).subspan(begin, end - begin));
        if (!refused.emplace(part.from, part.batch).second)
            continue;
        const auto wait = hold(lane, part.from, take.submissions[begin].envelope.mutation, code);
        // Where only the log knows, the session was dropped and may not be told anything.
        if (report.fate != Fate::Unknown)
            refuse(part.from, part.batch, code, wait);
    }
    for (const auto &[session, batch] : refused)
        refuseWaiting(lane, session, code);
}

void LaneWorker::refuseWaiting(Lane &lane, const SessionAddress &session, Code code)
{
    for (const LaneBatch &batch : lane.queue.remove(session)) {
        const MutationId first = batch.submissions.front().envelope.mutation;
        refuse(session, batch.batch, code, hold(lane, session, first, code));
        giveBackShared(batch.submissions);
        releaseGate(lane, batch.submissions);
    }
}

// How long the session is to wait.
std::chrono::milliseconds LaneWorker::hold(Lane &lane, const SessionAddress &session,
                                           MutationId first, Code code,
                                           std::optional<std::chrono::milliseconds> comeAgain)
{
    const auto retryAfter = comeAgain ? std::min(*comeAgain, lane_limits::budgetRetryMax)
        : code == Code::Busy          ? lane_limits::busyRetryAfter
                                      : lane_limits::downRetryAfter;
    return lane.queue.hold(session, first, m_clock.now(), retryAfter);
}

void LaneWorker::refuse(const SessionAddress &session, quint64 batch, Code code,
                        std::chrono::milliseconds retryAfter)
{
    m_metrics.batchRefused(code);
    m_sessions.post(
        session,
        ServerSession::BatchRefused{batch, code, static_cast<quint32>(retryAfter.count())});
}

void LaneWorker::releaseGate(Lane &lane, std::span<const sync::Submission> submissions)
{
    qsizetype bytes = 0;
    for (const sync::Submission &submission : submissions)
        bytes += submission.bytes.size();
    lane.gate->bytes -= bytes;
    lane.gate->mutations -= static_cast<qsizetype>(submissions.size());
    m_metrics.waitingChanged(-static_cast<qsizetype>(submissions.size()));
}

} // namespace film::server
