#include "server/lanes/lane_limits.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/grants.h"
#include "shared/sync/scope_check.h"
#include "tests/sync/world.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using server::LaneBatch;
using server::LaneQueue;
using server::SessionAddress;
using sync::ServerSession;
namespace lane_limits = server::lane_limits;

SimulatedServer::SimulatedServer(World &world, int index, MemoryServerStorage &database)
    : m_world(world)
    , m_index(index)
    , m_database(database)
{}

Instant SimulatedServer::now() const
{
    return m_world.now() + m_clockOffset;
}

void SimulatedServer::crash()
{
    m_up = false;
    m_laneMemory = {};
    m_recent = {};
    dropAllSessions();
}

void SimulatedServer::dropAllSessions()
{
    ++m_launch;
    m_laneBusy = false;
    m_lane = {};
    m_wakeAt.clear();
    const auto sessions = std::move(m_sessions);
    m_sessions.clear();
    for (const auto &[link, session] : sessions)
        m_world.closeFromServer(link);
}

void SimulatedServer::feedAll(const ServerSession::Event &event)
{
    std::vector<quint64> links;
    for (const auto &[link, session] : m_sessions)
        links.push_back(link);
    for (const quint64 link : links)
        feed(link, event);
}

void SimulatedServer::shutDown()
{
    m_up = false;
    feedAll(ServerSession::ShuttingDown{3000});
}

void SimulatedServer::beginEpoch(EpochId epoch)
{
    m_world.coverage().count("new epoch told");
    feedAll(ServerSession::EpochBegun{epoch});
}

void SimulatedServer::lookForScope()
{
    if (m_up)
        feedAll(ServerSession::ScopeMoved{});
}

void SimulatedServer::open(quint64 link)
{
    const SessionId id(m_world.scheduling().bytes<16>());
    m_sessions[link] =
        std::make_unique<ServerSession>(id, m_world.verifier(), m_world.messageBytes());
    m_sessions[link]->setCredits(m_world.credits());
    feed(link, ServerSession::Opened{});
}

void SimulatedServer::closed(quint64 link)
{
    feed(link, ServerSession::SocketClosed{});
    m_sessions.erase(link);
}

void SimulatedServer::feed(quint64 link, const ServerSession::Event &event)
{
    const auto session = m_sessions.find(link);
    if (session == m_sessions.end())
        return;
    const quint64 launch = m_launch;
    m_world.steps().count(session->second->phase(), event);
    const auto effects = session->second->step(now(), event);
    const auto isSent = [](const auto &effect) {
        return std::holds_alternative<ServerSession::SendFrame>(effect);
    };
    if (std::holds_alternative<ServerSession::PageArrived>(event)
        && std::ranges::count_if(effects, isSent) > 1)
        m_world.coverage().count("page in several messages");
    for (const auto &effect : effects) {
        perform(link, effect);
        if (launch != m_launch || !m_sessions.contains(link))
            return;
    }
}

void SimulatedServer::perform(quint64 link, const ServerSession::Effect &effect)
{
    MemoryServerStorage &database = m_database;
    const ServerSession &session = *m_sessions.at(link);
    // A read takes its data at one moment and arrives at a later one.
    const auto later = [this, link](ServerSession::Event event) {
        m_world.after(m_world.between(0, 6),
                      [this, link, launch = m_launch, event = std::move(event)] {
                          if (launch == m_launch)
                              feed(link, event);
                      });
    };
    const bool isRead = std::holds_alternative<ServerSession::ReadRows>(effect)
        || std::holds_alternative<ServerSession::ReadPage>(effect)
        || std::holds_alternative<ServerSession::ReadBuckets>(effect)
        || std::holds_alternative<ServerSession::ReadScope>(effect)
        || std::holds_alternative<ServerSession::ReadCheckpoint>(effect);
    if (isRead && m_world.isTroubled(150)) {
        m_world.coverage().count("read failed");
        later(ServerSession::ReadFailed{});
    } else if (const auto *frame = std::get_if<ServerSession::SendFrame>(&effect)) {
        m_world.sendToClient(link, frame->bytes);
    } else if (std::holds_alternative<ServerSession::CloseSocket>(effect)) {
        m_sessions.erase(link);
        m_world.closeFromServer(link);
    } else if (std::holds_alternative<ServerSession::Renew>(effect)) {
        renew(session.device(), link, later);
    } else if (const auto *hello = std::get_if<ServerSession::CheckHello>(&effect)) {
        checkHello(link, hello->hello, later);
    } else if (std::holds_alternative<ServerSession::Live>(effect)) {
        takeOverOlder(link);
    } else if (const auto *batch = std::get_if<ServerSession::SubmitBatch>(&effect)) {
        submit(link, *batch);
    } else if (const auto *rows = std::get_if<ServerSession::ReadRows>(&effect)) {
        sync::RowsWanted wanted = rows->wanted;
        wanted.rowsMax = m_world.atMost(60);
        // A reader that is behind what memory holds.
        const bool isMissed = m_world.oddly(8);
        auto recent = isMissed ? std::nullopt : m_recent.read(wanted);
        m_world.coverage().count(recent ? "rows from memory" : "rows not in memory");
        later(ServerSession::RowsArrived{recent ? std::move(*recent)
                                                : *database.rows(m_world.production(), wanted)});
    } else if (const auto *page = std::get_if<ServerSession::ReadPage>(&effect)) {
        sync::PageWanted wanted = page->wanted;
        wanted.rowsMax = m_world.atMost(40);
        auto read = database.page(m_world.production(), wanted);
        later(ServerSession::PageArrived{std::move(*read)});
    } else if (std::holds_alternative<ServerSession::ReadBuckets>(effect)) {
        m_world.coverage().count("buckets compared");
        later(ServerSession::BucketsArrived{
            *database.buckets(m_world.production(), session.visibility())});
    } else if (const auto *scope = std::get_if<ServerSession::ReadScope>(&effect)) {
        readScope(link, scope->cursor, later);
    } else if (std::holds_alternative<ServerSession::ReadCheckpoint>(effect)) {
        later(ServerSession::CheckpointArrived{
            *database.checkpoint(m_world.production(), session.visibility())});
    } else if (const auto *wake = std::get_if<ServerSession::WakeAt>(&effect)) {
        scheduleWake(link, wake->at);
    }
}

void SimulatedServer::checkHello(quint64 link, const protocol::Hello &hello, const Later &later)
{
    m_world.noteScope(link);
    if (m_world.isTroubled(60)) {
        m_world.coverage().count("HELLO could not be checked");
        return later(
            ServerSession::HelloChecked{fail(ErrorCode::StoreFailure, u"the database is away"_s)});
    }
    if (m_world.isTroubled(100)) {
        m_world.coverage().count("server of another protocol");
        sync::HelloAnswer answer;
        answer.refusal = protocol::HelloNo{protocol::HelloNo::Code::Version, 0, u"too new"_s};
        return later(ServerSession::HelloChecked{std::move(answer)});
    }
    sync::HelloPolicy policy;
    if (m_oldestVersion > 0)
        policy.oldestApp = QVersionNumber(1, m_oldestVersion);
    policy.rowsWorthResuming = m_world.rowsWorthResuming();
    auto answer = sync::checkHello(m_database, hello, now(), policy);
    if (answer && !answer->refusal)
        countHello(link, hello, *answer);
    later(ServerSession::HelloChecked{std::move(answer)});
}

void SimulatedServer::countHello(quint64 link, const protocol::Hello &hello,
                                 const sync::HelloAnswer &answer)
{
    using Verdict = protocol::HelloOk::Verdict;
    Coverage &coverage = m_world.coverage();
    const bool isOtherEpoch = !hello.epoch.isNull() && hello.epoch != answer.head.epoch;
    const bool isSnapshot = answer.verdict == Verdict::Snapshot && !answer.purge;
    coverage.count("history mismatch at HELLO", answer.verdict == Verdict::Resync ? 1 : 0);
    coverage.count("snapshot", isSnapshot ? 1 : 0);
    coverage.count("snapshot goes on", answer.resumed ? 1 : 0);
    coverage.count("dirty cursor of another history", hello.dirty && isOtherEpoch ? 1 : 0);
    coverage.count("clean failover seen at HELLO",
                   isOtherEpoch && answer.verdict == Verdict::Resume ? 1 : 0);
    coverage.count("too far behind to resume",
                   isSnapshot && !hello.dirty && hello.cursor > 0 && !answer.scopeSignature ? 1
                                                                                            : 0);
    coverage.count("scope changed while away", answer.scopeSignature && hello.cursor > 0 ? 1 : 0);
    coverage.count("drain at HELLO", answer.purge ? 1 : 0);
    coverage.count("app too old: only handed over", answer.oldestApp.isEmpty() ? 0 : 1);
    const bool isNewer = m_world.versionOf(link) > std::max(m_oldestVersion, 1);
    coverage.count("newer app on an older server", isNewer ? 1 : 0);
}

// As the server's threads do it: the stream is another connection's from here on.
void SimulatedServer::takeOverOlder(quint64 link)
{
    const StreamId stream = m_sessions.at(link)->stream();
    std::vector<quint64> older;
    for (const auto &[other, session] : m_sessions) {
        using Phase = ServerSession::Phase;
        const bool isLive =
            session->phase() != Phase::Accepted && session->phase() != Phase::Verifying;
        if (other != link && isLive && session->stream() == stream)
            older.push_back(other);
    }
    m_world.coverage().count("stream taken over", older.size());
    // Not inside the step that found it.
    m_world.after(0ms, [this, older, launch = m_launch] {
        for (const quint64 other : older) {
            if (launch == m_launch)
                feed(other, ServerSession::TakenOver{});
        }
    });
}

void SimulatedServer::renew(const sync::DeviceRecord &device, quint64 link, const Later &later)
{
    if (m_world.isTroubled(4)) {
        m_world.coverage().count("certificate not renewed");
        return later(ServerSession::Renewed{fail(ErrorCode::Busy, u"too many reads"_s)});
    }
    const qint64 ends = msSinceEpoch(m_world.certificateEnd());
    m_database.setCertificateEnd(device.device, ends);
    m_world.coverage().count("certificate renewed");
    later(ServerSession::Renewed{ends});
    if (m_world.isTroubled(8)) {
        m_world.coverage().count("renewed on a connection that is gone");
        m_world.after(0ms, [this, link] { m_world.breakLink(link); });
    }
}

void SimulatedServer::readScope(quint64 link, quint64 cursor, const Later &later)
{
    m_world.noteScope(link);
    const ServerSession &session = *m_sessions.at(link);
    const DeviceId device = session.device().device;
    auto read =
        sync::readScope(m_database, m_world.production(), device, session.visibility(), cursor);
    if (read->change)
        m_world.coverage().count("scope changed in a session");
    if (read->purge)
        m_world.coverage().count("revoked in a session");
    later(ServerSession::ScopeArrived{std::move(*read)});
}

void SimulatedServer::scheduleWake(quint64 link, Instant at)
{
    const bool scheduled = m_wakeAt.contains(link);
    m_wakeAt[link] = at;
    if (scheduled)
        return;
    const auto delay = std::clamp<std::chrono::milliseconds>(at - now(), 1ms, 5s);
    m_world.after(delay, [this, link, launch = m_launch] {
        if (launch != m_launch || !m_sessions.contains(link))
            return;
        const Instant due = m_wakeAt[link];
        m_wakeAt.erase(link);
        if (now() >= due)
            feed(link, ServerSession::Tick{});
        else
            scheduleWake(link, due);
    });
}

// ---- the lane --------------------------------------------------------------------------------

std::optional<quint64> SimulatedServer::linkOf(SessionId session) const
{
    for (const auto &[link, each] : m_sessions) {
        if (each->id() == session)
            return link;
    }
    return std::nullopt;
}

// The shipped queue; around it, what LaneWorker does in a thread.
void SimulatedServer::submit(quint64 link, const ServerSession::SubmitBatch &effect)
{
    LaneBatch batch{{m_index, m_sessions.at(link)->id()}, effect.batch, effect.submissions};
    if (m_lane.add(batch, now()))
        return runLane();
    m_world.coverage().count("batch held for an earlier one");
    refuse(batch.from, batch.batch, batch.submissions.front().envelope.mutation,
           protocol::Nack::Code::Busy);
}

void SimulatedServer::refuse(const SessionAddress &session, quint64 batch, MutationId first,
                             protocol::Nack::Code code)
{
    const auto after = code == protocol::Nack::Code::Busy ? lane_limits::busyRetryAfter
                                                          : lane_limits::downRetryAfter;
    const auto wait = m_lane.hold(session, first, now(), after);
    const ServerSession::BatchRefused refused{batch, code, quint32(wait.count())};
    m_world.after(m_world.between(0, 8), [this, launch = m_launch, id = session.session, refused] {
        const auto link = launch == m_launch ? linkOf(id) : std::nullopt;
        if (link)
            feed(*link, refused);
    });
}

// What of the take was not decided, and behind it what waits from the same sessions: it was
// written later and must not overtake.
void SimulatedServer::refuse(const LaneQueue::Take &take)
{
    constexpr auto code = protocol::Nack::Code::LaneDown;
    std::set<std::pair<SessionAddress, quint64>> refused;
    size_t begin = 0;
    for (const LaneQueue::Part &part : take.parts) {
        if (refused.emplace(part.from, part.batch).second)
            refuse(part.from, part.batch, take.submissions[begin].envelope.mutation, code);
        begin += part.count;
    }
    for (const auto &[session, number] : refused) {
        for (const LaneBatch &batch : m_lane.remove(session))
            refuse(session, batch.batch, batch.submissions.front().envelope.mutation, code);
    }
}

void SimulatedServer::runLane()
{
    if (m_laneBusy || m_lane.isEmpty())
        return;
    m_laneBusy = true;
    m_world.after(m_world.between(1, 12), [this, launch = m_launch] {
        if (launch == m_launch)
            commitSome();
        else
            m_world.coverage().count("server crash ahead of its commit");
    });
}

// One transaction over what the devices get of it in turns.
void SimulatedServer::commitSome()
{
    LaneQueue::Take take = m_lane.take(size_t(m_world.atMost(60)), lane_limits::commitBytesMax);
    std::set<SessionAddress> sessions;
    for (const LaneQueue::Part &part : take.parts) {
        sessions.insert(part.from);
        m_world.coverage().count("batch split", part.isFirst ? 0 : 1);
    }
    m_world.coverage().count("devices in one commit", sessions.size() > 1 ? 1 : 0);
    auto done = sync::commitBatch(m_database, m_world.production(), take.submissions, now(),
                                  m_world.scheduling(), m_laneMemory);
    if (!done && done.error().code == ErrorCode::Timeout) {
        m_world.coverage().count("commit unknown");
        return dropAllSessions(); // nobody is told anything; they push again
    }
    if (!done) {
        refuse(take);
        m_laneBusy = false;
        return runLane();
    }
    repeatSometimes(take.submissions, *done);
    countGrants(take.submissions, done->committed.rows);
    m_recent.add(done->committed.before, std::move(done->committed.rows));
    if (m_index != World::oldServer)
        m_world.serverCommitted(m_index, done->head);
    m_world.after(m_world.between(0, 8),
                  [this, launch = m_launch, take = std::move(take), done = std::move(*done)] {
                      if (launch != m_launch) {
                          m_world.coverage().count("crash between commit and ACK");
                          return;
                      }
                      m_laneBusy = false;
                      answer(take, done);
                      runLane();
                  });
}

// What a change of somebody's rights meets.
void SimulatedServer::countGrants(const std::vector<sync::Submission> &submissions,
                                  const std::vector<sync::LogAppend> &rows)
{
    const auto isGrant = [](const sync::LogAppend &row) { return row.type == EntityType::Grant; };
    if (m_index != World::oldServer && std::ranges::any_of(rows, isGrant))
        m_world.countTakenBack();
    for (const sync::LogAppend &row : rows) {
        for (const auto &[link, session] : m_sessions) {
            const bool isInSnapshot = session->phase() == ServerSession::Phase::Snapshot;
            const bool isTheirs =
                isGrant(row) && row.entity == grantId(m_world.production(), session->device().user);
            m_world.coverage().count("grant during a snapshot", isInSnapshot && isTheirs ? 1 : 0);
        }
    }
    // What was pushed by somebody who was welcome, and decided when they were not any more.
    DeviceId last;
    for (const sync::Submission &submission : submissions) {
        const DeviceId device = submission.author.device;
        if (!sync::isWelcome(submission.author) || std::exchange(last, device) == device)
            continue;
        const auto author = m_database.device(m_world.production(), device);
        if (author && *author && !sync::isWelcome(**author))
            m_world.coverage().count("revoked with a batch under way");
    }
}

// A device that never heard the answer sends the same again, also to another server.
void SimulatedServer::repeatSometimes(const std::vector<sync::Submission> &submissions,
                                      const sync::BatchDone &done)
{
    if (!m_world.oddly(30))
        return;
    const sync::ProductionHead head = m_database.currentHead();
    sync::LaneMemory nothing;
    const auto again = sync::commitBatch(m_database, m_world.production(), submissions, now(),
                                         m_world.scheduling(), nothing);
    m_world.coverage().count("batch repeated");
    if (!(m_database.currentHead() == head) || (again && again->results != done.results))
        m_world.problem(u"a repeated batch is decided anew"_s);
}

void SimulatedServer::answer(const LaneQueue::Take &take, const sync::BatchDone &done)
{
    std::map<std::pair<SessionAddress, quint64>, std::vector<protocol::MutationResult>> answers;
    auto result = done.results.begin();
    for (const LaneQueue::Part &part : take.parts) {
        auto &results = answers[{part.from, part.batch}];
        results.insert(results.end(), result, result + qsizetype(part.count));
        result += qsizetype(part.count);
    }
    for (auto &[to, results] : answers) {
        if (const auto link = linkOf(to.first.session))
            feed(*link, ServerSession::BatchDecided{to.second, std::move(results)});
    }
    hint(done.head);
}

void SimulatedServer::hint(quint64 head)
{
    feedAll(ServerSession::HeadMoved{head});
}

} // namespace film::simulation
