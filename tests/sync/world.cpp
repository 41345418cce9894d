#include "tests/sync/world.h"

#include "shared/protocol/limits.h"
#include "shared/sync/approval.h"
#include "shared/sync/decide.h"
#include "shared/sync/grants.h"
#include "shared/sync/toys.h"
#include "tests/sync/fake_signing.h"
#include "tests/sync/judge.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

constexpr Instant worldStart = instantFromMs(1'763'000'000'000);
constexpr int recentEventsMax = 200;
// Dead half-open links are found after 45 s, backoff goes to 60 s.
// A device that was revoked asks every five to ten minutes whether it was taken back.
constexpr seconds settleMax = 720s;

} // namespace

quint64 part(quint64 seed, quint64 salt)
{
    return seed * 0x9e3779b97f4a7c15ULL + salt;
}

EpochId epochFrom(SeededRandom &random)
{
    return EpochId(random.bytes<16>());
}

Report runWorld(const Options &options)
{
    return World(options).run();
}

// A random source for each concern: a new kind of fault does not shuffle the work of old seeds.
World::World(const Options &options)
    : m_options(options)
    , m_network(part(options.seed, 1))
    , m_faults(part(options.seed, 2))
    , m_work(part(options.seed, 3))
    , m_scheduling(part(options.seed, 4))
    , m_ambient(part(options.seed, 6))
    , m_odd(part(options.seed, 8))
    , m_databaseRandom(part(options.seed, 5))
    , m_ids(m_work)
    , m_production(ProductionId(m_work.bytes<16>()))
    , m_database(m_production, epochFrom(m_databaseRandom), m_databaseRandom)
    , m_now(worldStart)
{
    m_realCrypto = m_faults.oneIn(100);
    if (m_realCrypto)
        m_verifier = std::make_unique<sync::Ed25519Verifier>();
    else
        m_verifier = std::make_unique<FakeVerifier>();
    build();
}

World::~World() = default;

void World::build()
{
    // Drawn per seed: most worlds are rough in some ways and calm in others.
    m_cutRate = int(m_faults.below(60));
    m_crashRate = int(m_faults.below(40));
    m_rareRate = int(m_faults.below(30));
    m_latencyMs = m_faults.oneIn(3) ? 400 : 40;
    m_isTight = oddly(8);
    if (m_options.ambient) {
        m_commitCrashOneIn = m_faults.oneIn(2) ? 40 + int(m_faults.below(200)) : 0;
        m_database.rollBackOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
        m_database.unknownOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
    }
    m_database.hideOneIn(sync::toy(8) ? 4 : 0);

    const int servers = 1 + int(m_faults.below(3));
    for (int i = 0; i < servers; ++i) {
        m_servers.push_back(std::make_unique<SimulatedServer>(*this, i));
        m_servers.back()->boot();
    }
    const sync::SecretSeed authority = m_work.bytes<32>();
    if (m_realCrypto) {
        auto signer = std::make_unique<sync::Ed25519Signer>(authority);
        m_authorityKey = signer->publicKey();
        m_database.setAuthority(std::move(signer));
    } else {
        m_authorityKey = authority;
        m_database.setAuthority(std::make_unique<FakeSigner>(m_authorityKey));
    }
    m_departments = {departmentId(m_production, u"Camera"), departmentId(m_production, u"Sound")};
    m_unit = unitId(m_production, u"Main");
    const int people = 2 + int(m_work.below(4));
    for (int i = 0; i < people; ++i) {
        const DepartmentId department = m_departments[size_t(i) % m_departments.size()];
        m_people.push_back(personId(m_production, u"Person %1"_s.arg(i), department));
        m_departmentOf[m_people.back()] = department;
    }

    const int devices = 2 + int(m_work.below(6));
    for (int i = 0; i < devices; ++i) {
        sync::DeviceRecord device;
        device.device = DeviceId(m_work.bytes<16>());
        device.user = UserId(m_work.bytes<16>());
        device.certificateEndsMs = msSinceEpoch(worldStart) + qint64(400) * 24 * 3600 * 1000;
        device.tokenHash = sha256(QByteArrayView("token"));
        device.role = i == 0  ? Role::Administrator
            : m_work.oneIn(4) ? Role::Coordinator
            : m_work.oneIn(4) ? Role::HeadOfDepartment
                              : Role::Crew;
        device.person = m_people[m_work.below(m_people.size())];
        device.department = m_departmentOf[device.person];
        m_clients.push_back(std::make_unique<SimulatedClient>(*this, i, device));
        m_database.addDevice(m_clients.back()->device());
        m_lineage.push_back(i);
        m_savesBy.push_back(0);
        m_offline.push_back(false);
        const auto skew = seconds(qint64(part(m_options.seed, 100 + quint64(i)) % 86'400) - 43'200);
        m_clients.back()->moveClock(m_options.skewClocks ? skew : 0s);
    }
}

// ---- time ----------------------------------------------------------------------------------

void World::after(milliseconds delay, std::function<void()> what)
{
    m_events.push(
        {m_now + delay, m_nextEvent++, std::make_shared<std::function<void()>>(std::move(what))});
}

milliseconds World::between(int leastMs, int mostMs)
{
    return milliseconds(leastMs + qint64(m_scheduling.below(quint64(mostMs - leastMs) + 1)));
}

int World::atMost(int most)
{
    const int drawn = 1 + int(m_scheduling.below(quint64(most)));
    if (!m_isTight)
        return drawn;
    m_report.coverage.count("limit of one or two");
    return 1 + drawn % 2;
}

void World::step()
{
    const Event event = m_events.top();
    m_events.pop();
    m_now = event.at;
    ++m_report.events;
    (*event.what)();
}

void World::runUntil(Instant end)
{
    while (!m_events.empty() && m_events.top().at <= end)
        step();
    m_now = end;
}

bool World::runUntilSettled(seconds limit)
{
    const Instant end = m_now + limit;
    while (m_now < end) {
        runUntil(m_now + 1s);
        if (isSettled())
            return true;
    }
    return false;
}

bool World::isSettled()
{
    return std::ranges::all_of(m_clients, [this](const auto &client) {
        const auto device = m_database.device(m_production, client->device().device);
        const bool mayNothing = device && *device && sync::visibilityOf(**device).isNothing();
        return client->isSettled(m_database.currentHead().sequence)
            && client->isRevoked() == mayNothing;
    });
}

Report World::run()
{
    std::vector<sync::ClientReplica::Edit> crew;
    for (size_t i = 0; i < m_people.size(); ++i) {
        Person person{m_people[i],
                      u"Person %1"_s.arg(i),
                      m_departmentOf[m_people[i]],
                      u"Operator"_s,
                      m_unit,
                      0};
        crew.push_back({EntityType::Person,
                        EntityId::of(person.id),
                        {},
                        toGroups(person),
                        {},
                        protocol::InputMethod::Import,
                        {}});
    }
    for (auto &client : m_clients)
        client->boot();
    for (const auto &client : m_clients) {
        const Grant grant = grantOf(*client);
        crew.push_back({EntityType::Grant,
                        grantId(m_production, grant.user),
                        {},
                        toGroups(grant),
                        {},
                        protocol::InputMethod::Import,
                        {}});
    }
    record(*m_clients[0], m_clients[0]->save(crew));

    for (int i = 0; i < int(m_clients.size()); ++i)
        workSometimes(i);
    faultSometimes();
    pollSometimes();
    runUntil(m_now + seconds(40 + m_faults.below(120)));

    heal();
    if (!runUntilSettled(settleMax))
        problem(u"not settled after the faults ended"_s);
    // A second, calm burst catches what works only until the next restart.
    m_working = true;
    m_work = SeededRandom(part(m_options.seed, 7));
    for (int round = 0; round < 3; ++round) {
        for (auto &client : m_clients) {
            editDay(*client);
            runUntil(m_now + between(1, 400));
        }
    }
    m_working = false;
    if (!runUntilSettled(settleMax))
        problem(u"not settled after a calm burst"_s);

    Judge(*this).judge();
    m_report.coverage.count("commit unknown, was committed", m_database.committedUnknown());
    m_report.coverage.count("commit unknown, was lost", m_database.lostUnknown());
    m_report.coverage.count("rolled back", m_database.rolledBack());
    m_report.coverage.count("quarantined", quint64(m_database.quarantined().size()));
    m_report.lastEvents = m_recent;
    return m_report;
}

void World::heal()
{
    m_healed = true;
    m_working = false;
    m_database.rollBackOneIn(0);
    m_database.unknownOneIn(0);
    m_database.refuse(false);
    m_offline.assign(m_offline.size(), false);
    for (auto &server : m_servers) {
        if (!server->isUp())
            server->boot();
    }
    for (auto &client : m_clients) {
        client->disk().setFull(false);
        if (!client->isUp())
            client->boot();
        else if (client->isRevoked())
            client->feed(sync::ClientSession::Start{}); // somebody tries whether it is taken back
    }
}

void World::problem(const QString &what)
{
    if (m_report.problems.size() < 20)
        m_report.problems.append(what);
}

void World::note(const QString &what)
{
    const QString line =
        QString::number(msSinceEpoch(m_now) - msSinceEpoch(worldStart)) % u" ms " % what;
    m_recent.append(line);
    if (m_recent.size() > recentEventsMax)
        m_recent.removeFirst();
}

// ---- the network ---------------------------------------------------------------------------

int World::upServer()
{
    std::vector<int> up;
    for (size_t i = 0; i < m_servers.size(); ++i) {
        if (m_servers[i]->isUp())
            up.push_back(int(i));
    }
    return up.empty() ? -1 : up[m_network.below(up.size())];
}

void World::connectClient(int client)
{
    after(between(1, 80), [this, client] {
        SimulatedClient &device = *m_clients[size_t(client)];
        const int server = upServer();
        if (!device.isUp())
            return;
        if (server < 0 || m_offline[size_t(client)])
            return device.feed(sync::ClientSession::SocketClosed{1006});
        if (!m_healed && m_options.ambient && m_ambient.oneIn(30)) {
            m_report.coverage.count("answered by somebody else"); // a hotel's page, not a server
            return device.feed(sync::ClientSession::SocketClosed{1002});
        }
        const quint64 id = m_nextLink++;
        m_links[id] = {id, client, server, true, true, false, m_now, m_now, m_now};
        device.attach(id);
        m_servers[size_t(server)]->open(id);
        device.feed(sync::ClientSession::SocketOpened{});
    });
}

void World::sendToServer(quint64 link, const QByteArray &frame)
{
    Link &line = m_links.at(link);
    line.toServer = std::max({line.toServer, m_now + latency(), line.cloggedUntil});
    after(line.toServer - m_now, [this, link, frame] {
        const Link &at = m_links.at(link);
        if (at.serverOpen && at.clientOpen && !at.halfOpen)
            m_servers[size_t(at.server)]->feed(link, sync::ServerSession::FrameReceived{frame});
    });
}

void World::sendToClient(quint64 link, const QByteArray &frame)
{
    Judge(*this).judgeFrame(m_links.at(link), frame);
    Link &line = m_links.at(link);
    line.toClient = std::max({line.toClient, m_now + latency(), line.cloggedUntil});
    failOverBehindASnapshot(frame, line.toClient);
    after(line.toClient - m_now, [this, link, frame] {
        const Link &at = m_links.at(link);
        if (at.clientOpen && !at.halfOpen)
            m_clients[size_t(at.client)]->deliver(link, frame);
    });
}

// A moment that chance alone hits too rarely: the device has records newer than its cursor, and
// the server loses the rows that made them.
void World::failOverBehindASnapshot(const QByteArray &frame, Instant arrival)
{
    if (m_healed || !m_options.ambient || !m_ambient.oneIn(3))
        return;
    const auto sent =
        protocol::decodeFrame(frame, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!sent || !std::holds_alternative<protocol::SnapshotEnd>(sent->message))
        return;
    m_report.coverage.count("failover behind a snapshot");
    after(arrival - m_now + between(0, 50), [this] {
        if (!m_healed)
            failOver(Loss::Suffix);
    });
}

void World::closeFromClient(quint64 link)
{
    Link &line = m_links.at(link);
    if (!std::exchange(line.clientOpen, false) || line.halfOpen)
        return;
    after(between(0, 60), [this, link] {
        Link &at = m_links.at(link);
        if (std::exchange(at.serverOpen, false))
            m_servers[size_t(at.server)]->closed(link);
    });
}

void World::closeFromServer(quint64 link)
{
    Link &line = m_links.at(link);
    if (!std::exchange(line.serverOpen, false) || line.halfOpen)
        return;
    // In order behind what was sent before.
    line.toClient = std::max(line.toClient, m_now + between(0, 60));
    after(line.toClient - m_now, [this, link] {
        Link &at = m_links.at(link);
        if (std::exchange(at.clientOpen, false))
            m_clients[size_t(at.client)]->lost(link);
    });
}

void World::serverCommitted(int server, quint64 head)
{
    for (size_t i = 0; i < m_servers.size(); ++i) {
        if (int(i) == server || m_network.oneIn(3))
            continue; // a hint may be lost
        const auto hint = [this, i, head] {
            if (m_servers[i]->isUp())
                m_servers[i]->hint(head);
        };
        after(between(0, 50), hint);
        if (m_network.oneIn(10)) {
            m_report.coverage.count("hint twice and late");
            after(between(0, 3000), hint);
        }
    }
}

void World::pollSometimes()
{
    if (m_options.dropHints)
        return;
    after(1s, [this] {
        for (auto &server : m_servers) {
            if (server->isUp())
                server->hint(m_database.currentHead().sequence);
        }
        pollSometimes();
    });
}

} // namespace film::simulation
