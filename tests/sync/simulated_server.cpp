#include "shared/protocol/limits.h"
#include "shared/sync/atoms.h"
#include "shared/sync/scope_check.h"
#include "tests/sync/world.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::ServerSession;

SimulatedServer::SimulatedServer(World &world, int index)
    : m_world(world)
    , m_index(index)
{}

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
    m_lane.clear();
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
    const auto effects = session->second->step(m_world.now(), event);
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
    MemoryServerStorage &database = m_world.database();
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
        renew(session.device(), later);
    } else if (const auto *hello = std::get_if<ServerSession::CheckHello>(&effect)) {
        if (m_world.isTroubled(60)) {
            m_world.coverage().count("HELLO could not be checked");
            return later(ServerSession::HelloChecked{
                fail(ErrorCode::StoreFailure, u"the database is away"_s)});
        }
        auto answer = sync::checkHello(database, hello->hello, m_world.now());
        if (answer && answer->verdict == protocol::HelloOk::Verdict::Resync)
            m_world.coverage().count("history mismatch at HELLO");
        if (answer && answer->verdict == protocol::HelloOk::Verdict::Snapshot)
            m_world.coverage().count("snapshot");
        if (answer && answer->scopeSignature && hello->hello.cursor > 0)
            m_world.coverage().count("scope changed while away");
        if (answer && answer->purge)
            m_world.coverage().count("drain at HELLO");
        later(ServerSession::HelloChecked{std::move(answer)});
    } else if (const auto *submit = std::get_if<ServerSession::SubmitBatch>(&effect)) {
        m_lane.push_back({link, submit->batch, submit->submissions});
        runLane();
    } else if (const auto *rows = std::get_if<ServerSession::ReadRows>(&effect)) {
        sync::RowsWanted wanted = rows->wanted;
        wanted.rowsMax = m_world.atMost(60);
        // A reader that is behind what memory holds.
        const bool isMissed = m_world.oddly(8);
        auto recent = isMissed ? std::nullopt : m_recent.read(wanted);
        if (recent)
            m_world.coverage().count("rows from memory");
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

void SimulatedServer::renew(const sync::DeviceRecord &device, const Later &later)
{
    if (m_world.isTroubled(4)) {
        m_world.coverage().count("certificate not renewed");
        return later(ServerSession::Renewed{fail(ErrorCode::Busy, u"too many reads"_s)});
    }
    const qint64 ends = msSinceEpoch(m_world.certificateEnd());
    m_world.database().setCertificateEnd(device.device, ends);
    m_world.coverage().count("certificate renewed");
    later(ServerSession::Renewed{ends});
}

void SimulatedServer::readScope(quint64 link, quint64 cursor, const Later &later)
{
    MemoryServerStorage &database = m_world.database();
    const ServerSession &session = *m_sessions.at(link);
    const DeviceId device = session.device().device;
    auto read =
        sync::readScope(database, m_world.production(), device, session.visibility(), cursor);
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
    const auto delay = std::clamp<std::chrono::milliseconds>(at - m_world.now(), 1ms, 5s);
    m_world.after(delay, [this, link, launch = m_launch] {
        if (launch != m_launch || !m_sessions.contains(link))
            return;
        const Instant due = m_wakeAt[link];
        m_wakeAt.erase(link);
        if (m_world.now() >= due)
            feed(link, ServerSession::Tick{});
        else
            scheduleWake(link, due);
    });
}

void SimulatedServer::runLane()
{
    if (m_laneBusy || m_lane.empty())
        return;
    m_laneBusy = true;
    m_world.after(m_world.between(1, 12), [this, launch = m_launch] {
        if (launch == m_launch)
            commitSome();
    });
}

// One transaction over a random prefix of what waits.
void SimulatedServer::commitSome()
{
    size_t most = size_t(m_world.atMost(60));
    std::vector<Waiting> parts;
    std::vector<sync::Submission> submissions;
    while (!m_lane.empty() && most > 0) {
        Waiting &front = m_lane.front();
        const size_t take = sync::cutAt(front.submissions, most);
        const auto end = front.submissions.begin() + qsizetype(take);
        parts.push_back({front.link, front.batch, {front.submissions.begin(), end}});
        submissions.insert(submissions.end(), front.submissions.begin(), end);
        front.submissions.erase(front.submissions.begin(), end);
        most -= std::min(most, take);
        if (front.submissions.empty())
            m_lane.pop_front();
        else
            m_world.coverage().count("batch split");
    }
    auto done = sync::commitBatch(m_world.database(), m_world.production(), submissions,
                                  m_world.now(), m_world.scheduling(), m_laneMemory);
    if (!done && done.error().code == ErrorCode::Timeout) {
        m_world.coverage().count("commit unknown");
        return dropAllSessions(); // nobody is told anything; they push again
    }
    if (done) {
        repeatSometimes(submissions, *done);
        m_recent.add(done->committed.before, std::move(done->committed.rows));
        m_world.serverCommitted(m_index, done->head);
    }
    m_world.after(m_world.between(0, 8),
                  [this, launch = m_launch, parts = std::move(parts), done = std::move(done)] {
                      if (launch != m_launch) {
                          m_world.coverage().count("crash between commit and ACK");
                          return;
                      }
                      m_laneBusy = false;
                      if (done) {
                          answer(parts, *done);
                      } else {
                          for (const Waiting &part : parts)
                              feed(part.link,
                                   ServerSession::BatchRefused{
                                       part.batch, protocol::Nack::Code::LaneDown, 300});
                      }
                      runLane();
                  });
}

// A device that never heard the answer sends the same again, also to another server.
void SimulatedServer::repeatSometimes(const std::vector<sync::Submission> &submissions,
                                      const sync::BatchDone &done)
{
    if (!m_world.oddly(30))
        return;
    const sync::ProductionHead head = m_world.database().currentHead();
    sync::LaneMemory nothing;
    const auto again = sync::commitBatch(m_world.database(), m_world.production(), submissions,
                                         m_world.now(), m_world.scheduling(), nothing);
    m_world.coverage().count("batch repeated");
    if (!(m_world.database().currentHead() == head) || (again && again->results != done.results))
        m_world.problem(u"a repeated batch is decided anew"_s);
}

void SimulatedServer::answer(const std::vector<Waiting> &parts, const sync::BatchDone &done)
{
    size_t at = 0;
    for (const Waiting &part : parts) {
        ServerSession::BatchDecided decided;
        decided.batch = part.batch;
        for (size_t i = 0; i < part.submissions.size(); ++i)
            decided.results.push_back(done.results[at++]);
        feed(part.link, decided);
    }
    hint(done.head);
}

void SimulatedServer::hint(quint64 head)
{
    feedAll(ServerSession::HeadMoved{head});
}

} // namespace film::simulation
