#include "shared/protocol/messages.h"
#include "shared/sync/grants.h"
#include "tests/sync/world.h"

#include <algorithm>
#include <iterator>

// What time does, and those who look after the computers: weeks, updates, copies, clocks.
namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

// Some worlds run through a night: an ordinary one, or one in which the clocks of Europe change.
void World::beginCalendar()
{
    struct Night {
        const char *what;
        QDate before;
        Instant moment;
        bool isClockChange;
    };
    const std::array nights{
        Night{"the day changes", QDate(2025, 11, 19), instantFromMs(1'763'596'800'000), false},
        Night{"summer time ends", QDate(2025, 10, 25), instantFromMs(1'761'440'400'000), true},
        Night{"summer time begins", QDate(2026, 3, 28), instantFromMs(1'774'746'000'000), true}};
    const size_t night = m_upkeep.below(8);
    if (night < nights.size()) {
        m_report.coverage.count(nights[night].what);
        m_firstDay = nights[night].before;
        m_isClockChange = nights[night].isClockChange;
        m_now = nights[night].moment - 20s;
    }
    m_startedAt = m_now;
    m_upkeepRate = int(m_upkeep.below(100));
}

// In a chain of its own, as the troubles.
void World::upkeepSometimes()
{
    const Action action{-3, ++m_steps[-3]};
    const quint64 number = part(m_options.seed, part(997, quint64(action.step)));
    after(milliseconds(4000 + SeededRandom(number).below(12'000)), [this, action, number] {
        if (m_healed)
            return;
        const bool isBusy = int(SeededRandom(number + 2).below(100)) < m_upkeepRate;
        m_upkeep = SeededRandom(number + 1);
        if (isBusy && begins(action))
            upkeepOnce();
        upkeepSometimes();
    });
}

void World::upkeepOnce()
{
    switch (m_upkeep.below(9)) {
    case 0: return letWeeksPass();
    case 1: return copyARunningDevice();
    case 2: return updateAServer();
    case 3: return updateADevice();
    case 4: return leaveTheOldDatabaseUp();
    case 5: return stopAClock();
    case 6: return setAServersClock();
    case 7: return endSomebodyAtWork();
    default: return flood();
    }
}

// Nothing runs, and when it does again it is weeks later. One of the devices stays off a while
// longer: the others go on without it.
void World::letWeeksPass()
{
    const int weeks = int(m_upkeep.oneIn(6) ? 58 + m_upkeep.below(10) : 1 + m_upkeep.below(10));
    const size_t away = m_upkeep.below(m_clients.size());
    m_report.coverage.count("weeks pass");
    m_report.coverage.count("longer than a certificate lives", weeks > 57 ? 1 : 0);
    note(u"%1 weeks pass, device %2 stays off"_s.arg(weeks).arg(away));
    m_slept += std::chrono::weeks(weeks);
    if (!m_clients[away]->isUp())
        return;
    m_report.coverage.count("device off for weeks");
    m_clients[away]->crash();
    after(between(3000, 20'000), [this, away] {
        if (!m_clients[away]->isUp())
            m_clients[away]->boot();
    });
}

// A snapshot of a virtual machine, memory and all, that is started beside it.
void World::copyARunningDevice()
{
    const size_t original = m_upkeep.below(m_clients.size());
    if (m_clients.size() >= 12 || !m_clients[original]->isUp() || m_clients[original]->isAsleep())
        return;
    const int index = int(m_clients.size());
    m_report.coverage.count("running device copied");
    note(u"device %1 is a running copy of %2"_s.arg(index).arg(original));
    addClient(std::make_unique<SimulatedClient>(*this, index, m_clients[original]->device()));
    m_clients.back()->wakeAsCopyOf(*m_clients[original]);
    if (m_rotten.contains(int(original)))
        m_rotten.insert(index);
    workSometimes(index);
}

// One after the other: for a while there are two kinds.
void World::updateAServer()
{
    m_report.coverage.count("server updated");
    m_demandedVersion = 2;
    stopAServer(m_demandedVersion);
}

void World::updateADevice()
{
    SimulatedClient &client = *m_clients[m_upkeep.below(m_clients.size())];
    if (client.version() > 1)
        return;
    m_report.coverage.count("app updated");
    reinstall(client, 2);
}

void World::reinstall(SimulatedClient &client, int version)
{
    note(u"device %1 gets app 1.%2"_s.arg(client.index()).arg(version));
    client.crash();
    client.install(version);
    after(between(100, 2000), [this, index = size_t(client.index())] {
        if (!m_clients[index]->isUp())
            m_clients[index]->boot();
    });
}

// Another copy of the database takes over, and the one before does not know: whoever has an old
// address goes on with it, and is answered.
void World::leaveTheOldDatabaseUp()
{
    if (m_oldServer)
        return;
    m_report.coverage.count("old database still served");
    m_oldDatabase = std::make_unique<MemoryServerStorage>(m_database);
    m_oldServer = std::make_unique<SimulatedServer>(*this, oldServer, *m_oldDatabase);
    m_oldServer->boot();
    failOver(m_upkeep.oneIn(3) ? Loss::Nothing : Loss::Suffix);
    after(between(5000, 40'000), [this] { endTheOldServer(); });
}

void World::endTheOldServer()
{
    if (!isOldServerUp())
        return;
    note(u"the old server is gone"_s);
    m_oldServer->crash();
}

// What a virtual machine's does while its host looks after something else.
void World::stopAClock()
{
    const size_t client = m_upkeep.below(m_clients.size());
    m_report.coverage.count("clock stands still");
    note(u"the clock of device %1 stands still"_s.arg(client));
    m_clients[client]->stopClock();
    after(between(3000, 60'000), [this, client] { m_clients[client]->startClock(); });
}

void World::setAServersClock()
{
    const size_t server = m_upkeep.below(m_servers.size());
    const auto hours = std::chrono::hours(1 + m_upkeep.below(30));
    const bool isBack = m_upkeep.oneIn(2);
    m_report.coverage.count(isBack ? "server's clock set back" : "server's clock set forward");
    note(u"server %1 sets its clock by %2 h"_s.arg(server).arg(isBack ? -hours.count()
                                                                      : hours.count()));
    m_servers[server]->moveClock(isBack ? -hours : hours);
}

// Somebody's membership ends in the very moment in which they hand something in.
void World::endSomebodyAtWork()
{
    SimulatedClient &client = *m_clients[m_upkeep.below(m_clients.size())];
    SimulatedClient &administrator = *m_clients.front();
    if (!client.isUp() || !administrator.isUp())
        return;
    note(u"device %1 works, and its member is ended"_s.arg(client.index()));
    m_work = SeededRandom(m_upkeep.next());
    Grant grant = grantOf(client);
    grant.ended = true;
    save(administrator, grant);
    for (int i = 0; i < 4; ++i)
        editDay(client);
}

void World::countTakenBack()
{
    for (const auto &client : m_clients) {
        const auto device = m_database.device(m_production, client->device().device);
        if (!device || !*device)
            continue;
        if (!sync::isWelcome(**device))
            m_unwelcome.insert(client->index());
        else if (m_unwelcome.erase(client->index()) > 0)
            m_report.coverage.count("taken back");
    }
}

// Asks on and on, as a program does whose loop has no pause.
void World::flood()
{
    const std::vector<quint64> open = openLinks();
    if (open.empty())
        return;
    const quint64 id = open[m_upkeep.below(open.size())];
    protocol::Ping ping;
    ping.wallMs = msSinceEpoch(m_clients[size_t(m_links.at(id).client)]->now());
    m_report.coverage.count("flood");
    for (int burst = 0; burst < 3; ++burst) {
        after(milliseconds(burst * 20), [this, id, frame = protocol::encodeFrame({0, ping})] {
            const Link &link = m_links.at(id);
            for (int i = 0; i < 50 && link.serverOpen && !link.halfOpen; ++i)
                serverOf(link).feed(id, sync::ServerSession::FrameReceived{frame});
        });
    }
}

} // namespace film::simulation
