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
    , m_trouble(part(options.seed, 9))
    , m_upkeep(part(options.seed, 10))
    , m_databaseRandom(part(options.seed, 5))
    , m_ids(m_work)
    , m_production(ProductionId(m_work.bytes<16>()))
    , m_database(m_production, epochFrom(m_databaseRandom), m_databaseRandom)
    , m_now(worldStart)
{
    beginCalendar();
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
        const int slowRate = m_trouble.oneIn(3) ? int(m_trouble.below(60)) : 0;
        m_slowRate = m_options.narrow ? slowRate : 0;
        m_isShortlived = m_trouble.oneIn(4);
    }
    // In some worlds a server would rather show everything again than so many rows.
    if (oddly(4))
        m_rowsWorthResuming = 10 + m_odd.below(60);
    if (m_options.ambient) {
        m_commitCrashOneIn = m_faults.oneIn(2) ? 40 + int(m_faults.below(200)) : 0;
        m_database.rollBackOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
        m_database.unknownOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
    }
    m_database.hideOneIn(sync::toy(8) ? 4 : 0);

    const int servers = 1 + int(m_faults.below(3));
    for (int i = 0; i < servers; ++i) {
        m_servers.push_back(std::make_unique<SimulatedServer>(*this, i, m_database));
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

    const quint64 size = m_upkeep.below(12);
    const int usual = 2 + int(m_work.below(6));
    const int devices = size == 0 ? 1 : size == 1 ? usual + 5 : usual;
    m_report.coverage.count("one device alone", devices == 1 ? 1 : 0);
    m_report.coverage.count("ten devices or more", devices >= 10 ? 1 : 0);
    for (int i = 0; i < devices; ++i) {
        sync::DeviceRecord device;
        device.device = DeviceId(m_work.bytes<16>());
        device.user = UserId(m_work.bytes<16>());
        device.certificateEndsMs = msSinceEpoch(certificateEnd());
        device.tokenHash = sha256(QByteArrayView("token"));
        device.role = i == 0  ? Role::Administrator
            : m_work.oneIn(4) ? Role::Coordinator
            : m_work.oneIn(4) ? Role::HeadOfDepartment
                              : Role::Crew;
        device.person = m_people[m_work.below(m_people.size())];
        device.department = m_departmentOf[device.person];
        addClient(std::make_unique<SimulatedClient>(*this, i, device));
        m_database.addDevice(m_clients.back()->device());
        const auto skew = seconds(qint64(part(m_options.seed, 100 + quint64(i)) % 86'400) - 43'200);
        m_clients.back()->moveClock(m_options.skewClocks ? skew : 0s);
    }
}

void World::addClient(std::unique_ptr<SimulatedClient> client)
{
    m_lineage.push_back(int(m_clients.size()));
    m_savesBy.push_back(0);
    m_offline.push_back(false);
    m_clients.push_back(std::move(client));
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

Instant World::certificateEnd()
{
    if (m_isShortlived && !m_healed)
        return now() + seconds(20 + m_trouble.below(130));
    return now() + std::chrono::days(400);
}

sync::ServerSession::Credits World::credits() const
{
    return m_isTight ? sync::ServerSession::Credits{1, 1} : sync::ServerSession::Credits{};
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

bool World::isSettled(const SimulatedClient &client)
{
    const auto device = m_database.device(m_production, client.device().device);
    const sync::Visibility visibility =
        device && *device ? sync::visibilityOf(**device) : sync::Visibility();
    const bool mayNothing = device && *device && visibility.isNothing();
    const sync::ClientMeta &meta = client.disk().committedMeta();
    const bool knowsItsScope =
        mayNothing || (meta.scope == visibility.entries() && !meta.inSnapshot);
    return client.isSettled(m_database.currentHead().sequence) && client.isRevoked() == mayNothing
        && knowsItsScope;
}

bool World::isSettled()
{
    return std::ranges::all_of(m_clients,
                               [this](const auto &client) { return isSettled(*client); });
}

QString World::unsettled()
{
    QStringList devices;
    for (const auto &client : m_clients) {
        if (!isSettled(*client))
            devices.append(client->describe());
    }
    return devices.join(u"; "_s);
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
    troubleSometimes();
    if (m_options.ambient && part(m_options.seed, 996) % 3 == 0)
        restrictSometimes();
    upkeepSometimes();
    pollSometimes();
    runUntil(m_now + seconds(40 + m_faults.below(120)));

    heal();
    if (!runUntilSettled(settleMax))
        problem(u"not settled after the faults ended: "_s % unsettled());
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
        problem(u"not settled after a calm burst: "_s % unsettled());

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
    endTheOldServer();
    for (auto &server : m_servers) {
        server->setClockRight();
        if (!server->isUp())
            server->boot();
    }
    for (auto &[id, link] : m_links)
        link.bytesPerSecond = 0;
    for (auto &client : m_clients) {
        client->disk().setFull(false);
        client->startClock();
        if (client->version() < m_demandedVersion)
            reinstall(*client, m_demandedVersion); // whoever has not done so, does now
        else if (!client->isUp())
            client->boot();
        else if (client->isRevoked() || client->isTurnedAway())
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
        QString::number(std::chrono::duration_cast<milliseconds>(m_now - m_startedAt).count())
        % u" ms " % what;
    m_recent.append(line);
    if (m_recent.size() > recentEventsMax)
        m_recent.removeFirst();
}

} // namespace film::simulation
