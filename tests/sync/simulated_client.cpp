#include "tests/sync/fake_signing.h"
#include "tests/sync/judge.h"
#include "tests/sync/world.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using sync::ClientReplica;
using sync::ClientSession;

SimulatedClient::Process::Process(MemoryClientStorage &disk, const QString &app,
                                  const ClientSession::Keys &keys, quint64 seed)
    : random(std::make_shared<SeededRandom>(seed))
    , ids(*random)
    , replica(disk)
    , session(app, QByteArray("token"), keys, *random)
{}

SimulatedClient::Process::Process(MemoryClientStorage &disk, const Process &other)
    : random(other.random)
    , ids(*random)
    , replica(disk)
    , session(other.session)
    , waiting(other.waiting)
    , behindUntaken(other.behindUntaken)
    , wakeAt(other.wakeAt)
{}

SimulatedClient::SimulatedClient(World &world, int index, const sync::DeviceRecord &device)
    : m_world(world)
    , m_index(index)
    , m_device(device)
{
    if (world.usesRealCrypto()) {
        sync::SecretSeed seed{};
        std::memcpy(seed.data(), device.device.bytes().data(), 16);
        m_signer = std::make_unique<sync::Ed25519Signer>(seed);
        m_device.key = m_signer->publicKey();
    } else {
        std::memcpy(m_device.key.data(), device.device.bytes().data(), 16);
        m_signer = std::make_unique<FakeSigner>(m_device.key);
    }
    sync::ClientMeta meta;
    meta.production = world.production();
    meta.device = device.device;
    meta.user = device.user;
    meta.person = device.person;
    meta.role = quint32(device.role);
    meta.authorityKey = world.authorityKey();
    m_disk.setInitialMeta(meta);
}

Instant SimulatedClient::now() const
{
    return m_clockStandsAt.value_or(m_world.now() + m_clockOffset);
}

void SimulatedClient::startClock()
{
    m_clockStandsAt.reset();
}

void SimulatedClient::boot()
{
    ++m_launch;
    m_disk.reopen();
    m_disk.setFull(false); // somebody has made room
    m_suspendedUntil = {};
    m_disk.setCommitGate({});
    const ClientSession::Keys keys{*m_signer, m_world.verifier()};
    m_process = std::make_unique<Process>(m_disk, u"filmtracker/1.%1"_s.arg(m_version), keys,
                                          m_world.scheduling().next());
    const Result<> started = m_process->replica.startStream(m_process->ids.next<StreamId>(now()));
    if (!started)
        m_world.problem(u"a device could not start its stream"_s);
    m_disk.setCommitGate([this] { return m_world.clientCommitSurvives(m_index); });
    // As after every end that was not a clean one.
    if (!m_process->replica.run(ClientReplica::Recount{now()}))
        return m_world.crashClient(m_index);
    feed(ClientSession::Start{});
}

// What was under way to and from the original stays with it; this one has to connect anew.
void SimulatedClient::wakeAsCopyOf(const SimulatedClient &original)
{
    ++m_launch;
    m_version = original.m_version;
    m_clockOffset = original.m_clockOffset;
    m_disk = original.m_disk;
    m_disk.setCommitGate([this] { return m_world.clientCommitSurvives(m_index); });
    m_process = std::make_unique<Process>(m_disk, *original.m_process);
    watchTheTimer();
    runNext();
    reviewSometimes();
    feed(ClientSession::SocketClosed{1006});
}

void SimulatedClient::crash()
{
    if (!m_process)
        return;
    ++m_launch;
    if (m_process->link)
        m_world.closeFromClient(*m_process->link);
    m_process.reset();
}

bool SimulatedClient::isAsleep() const
{
    return m_world.now() < m_suspendedUntil;
}

void SimulatedClient::suspend(std::chrono::milliseconds length)
{
    m_suspendedUntil = m_world.now() + length;
}

void SimulatedClient::attach(quint64 link)
{
    if (m_process->link)
        m_world.closeFromClient(*m_process->link);
    m_process->link = link;
}

// What comes of an older connection is not this one's business.
void SimulatedClient::deliver(quint64 link, const QByteArray &frame)
{
    if (m_process && m_process->link == link)
        feed(ClientSession::FrameReceived{frame});
}

void SimulatedClient::lost(quint64 link)
{
    if (m_process && m_process->link == link)
        feed(ClientSession::SocketClosed{1006});
}

void SimulatedClient::feed(const ClientSession::Event &event)
{
    if (!m_process)
        return;
    if (isAsleep()) {
        m_world.after(m_suspendedUntil - m_world.now(), [this, event, launch = m_launch] {
            if (launch == m_launch)
                feed(event);
        });
        return;
    }
    if (std::holds_alternative<ClientSession::SocketClosed>(event))
        m_process->link.reset();
    const quint64 launch = m_launch;
    m_world.steps().count(m_process->session.status().phase, event);
    for (const auto &effect : m_process->session.step(now(), event)) {
        if (const auto *frame = std::get_if<ClientSession::SendFrame>(&effect))
            Judge(m_world).judgeOwnFrame(*this, event, frame->bytes);
        perform(effect);
        if (m_launch != launch)
            return;
    }
    signInSoon();
}

// Where nothing else helps, somebody signs in again after a while.
void SimulatedClient::signInSoon()
{
    const bool isNeeded = m_process->session.status().phase == ClientSession::Phase::NeedLogin;
    if (!isNeeded || std::exchange(m_process->signInScheduled, true))
        return;
    m_world.coverage().count("certificate ended");
    m_world.after(m_world.between(1000, 30'000), [this, launch = m_launch] {
        if (launch != m_launch)
            return;
        m_process->signInScheduled = false;
        m_world.database().setCertificateEnd(m_device.device,
                                             msSinceEpoch(m_world.certificateEnd()));
        feed(ClientSession::TokenReady{"token"});
    });
}

void SimulatedClient::perform(const ClientSession::Effect &effect)
{
    if (std::holds_alternative<ClientSession::OpenSocket>(effect)) {
        m_world.connectClient(m_index);
    } else if (std::holds_alternative<ClientSession::CloseSocket>(effect)) {
        if (m_process->link)
            m_world.closeFromClient(*std::exchange(m_process->link, std::nullopt));
    } else if (const auto *frame = std::get_if<ClientSession::SendFrame>(&effect)) {
        if (m_process->link)
            m_world.sendToServer(*m_process->link, frame->bytes);
    } else if (const auto *transaction = std::get_if<ClientSession::RunTransaction>(&effect)) {
        m_process->waiting.push_back(transaction->request);
        runNext();
    } else if (const auto *wake = std::get_if<ClientSession::WakeAt>(&effect)) {
        scheduleWake(wake->at);
    } else if (std::holds_alternative<ClientSession::StatusChanged>(effect)) {
        reviewSometimes();
    }
}

void SimulatedClient::runNext()
{
    if (m_process->running || m_process->waiting.empty())
        return;
    m_process->running = true;
    m_world.after(m_world.between(0, 4), [this, launch = m_launch] {
        if (launch != m_launch)
            return;
        const ClientReplica::Request request = std::move(m_process->waiting.front());
        m_process->waiting.pop_front();
        auto answer = m_process->replica.run(request);
        m_process->running = false;
        if (answer && !repeatSometimes(request))
            return m_world.crashClient(m_index);
        if (answer && m_world.isTroubled(2000)) {
            m_world.coverage().count("power cut behind a device's commit");
            return m_world.crashClient(m_index);
        }
        if (!answer && answer.error().code == ErrorCode::StoreFailure)
            return m_world.crashClient(m_index);
        // What the server sent behind something that was not taken (a snapshot that a person has to
        // see first, a write that had no room) does not fit, and is not meant to.
        const bool isBehind = m_process->behindUntaken > 0;
        if (isBehind)
            --m_process->behindUntaken;
        const bool isFull = !answer && answer.error().code == ErrorCode::StoreFull;
        if (isFull || (answer && std::holds_alternative<ClientReplica::RemovalHeld>(*answer)))
            m_process->behindUntaken = m_process->waiting.size();
        if (!answer && !isBehind && !isFull)
            m_world.problem(
                u"device %1: %2"_s.arg(QString::number(m_index), answer.error().message));
        feed(ClientSession::TransactionDone{std::move(answer)});
        if (launch == m_launch)
            runNext();
    });
}

// What was delivered may be delivered again: it is refused, or changes nothing. False if the power
// goes off meanwhile.
bool SimulatedClient::repeatSometimes(const ClientReplica::Request &request)
{
    if (!m_world.oddly(30))
        return true;
    const MemoryClientStorage before = m_disk;
    const auto again = m_process->replica.run(request);
    if (!again && again.error().code == ErrorCode::StoreFailure)
        return false;
    m_world.coverage().count("transaction repeated");
    if (!m_disk.isSameAs(before))
        m_world.problem(u"device %1: a repeated transaction (%2) changes what is there"_s.arg(
            QString::number(m_index), QString::number(request.index())));
    return true;
}

void SimulatedClient::scheduleWake(Instant at)
{
    m_process->wakeAt = m_world.now() + std::max(at - now(), 1ms);
    watchTheTimer();
}

void SimulatedClient::watchTheTimer()
{
    if (std::exchange(m_process->wakeScheduled, true))
        return;
    const auto delay = std::max(m_process->wakeAt - m_world.now(), 1ms);
    m_world.after(std::min<std::chrono::milliseconds>(delay, 5s), [this, launch = m_launch] {
        if (launch != m_launch)
            return;
        m_process->wakeScheduled = false;
        if (m_world.now() >= m_process->wakeAt)
            feed(ClientSession::Tick{});
        else
            watchTheTimer();
    });
}

// Whoever sits there looks at what the server lacks, and believes it.
void SimulatedClient::reviewSometimes()
{
    if (m_process->session.status().phase != ClientSession::Phase::Review)
        return;
    m_world.coverage().count("removal put before a person");
    m_world.after(m_world.between(500, 5000), [this, launch = m_launch] {
        if (launch == m_launch)
            feed(ClientSession::RemovalAccepted{});
    });
}

bool SimulatedClient::isRevoked() const
{
    return m_process && m_process->session.status().phase == ClientSession::Phase::Revoked;
}

bool SimulatedClient::isTurnedAway() const
{
    return m_process && m_process->session.status().phase == ClientSession::Phase::UpgradeRequired;
}

std::vector<MutationId> SimulatedClient::save(std::span<const ClientReplica::Edit> edits)
{
    if (!m_process)
        return {};
    return reportSaved(m_process->replica.save(edits, m_process->ids, now()));
}

std::vector<MutationId> SimulatedClient::saveAtom(std::span<const ClientReplica::Edit> edits)
{
    if (!m_process)
        return {};
    return reportSaved(m_process->replica.saveAtom(edits, m_process->ids, now()));
}

std::vector<MutationId> SimulatedClient::reportSaved(const Result<std::vector<MutationId>> &saved)
{
    if (!saved) {
        if (saved.error().code == ErrorCode::StoreFull)
            m_world.coverage().count("save refused, and said so");
        else
            m_world.crashClient(m_index);
        return {};
    }
    feed(ClientSession::LocalSaved{});
    return *saved;
}

const protocol::EntityState *SimulatedClient::state(EntityId id) const
{
    const auto overlay = m_disk.overlays().find(id);
    if (overlay != m_disk.overlays().end())
        return &overlay->second.state;
    const auto base = m_disk.baseRecords().find(id);
    return base == m_disk.baseRecords().end() ? nullptr : &base->second.state;
}

GroupMap SimulatedClient::seen(EntityId id) const
{
    const protocol::EntityState *seen = state(id);
    if (!seen || seen->deleted)
        return {};
    const auto groups = protocol::decodeGroups(seen->groups);
    return groups ? sync::plainGroups(*groups) : GroupMap();
}

bool SimulatedClient::isSettled(quint64 head) const
{
    if (!m_process)
        return false;
    const auto &status = m_process->session.status();
    const sync::ClientMeta &meta = m_disk.committedMeta();
    const bool isRevoked = status.phase == ClientSession::Phase::Revoked;
    const bool isLive =
        status.phase == ClientSession::Phase::Live && status.complete && meta.cursor == head;
    if (!isRevoked && !isLive)
        return false;
    return std::ranges::none_of(m_disk.outbox(), [&](const auto &entry) {
        return entry.second.status == sync::OutboxRow::Status::Pending
            || (isLive && entry.second.loggedSequence > meta.cursor);
    });
}

QString SimulatedClient::describe() const
{
    if (!m_process)
        return u"device %1 is down"_s.arg(m_index);
    const auto &status = m_process->session.status();
    quint64 pending = 0;
    for (const auto &[number, row] : m_disk.outbox())
        pending += row.status == sync::OutboxRow::Status::Pending ? 1 : 0;
    return u"device %1: phase %2, complete %3, cursor %4, pending %5"_s.arg(
        QString::number(m_index), QString::number(int(status.phase)),
        QString::number(status.complete), QString::number(m_disk.committedMeta().cursor),
        QString::number(pending));
}

} // namespace film::simulation
