#include "tests/sync/world.h"

#include "shared/protocol/limits.h"
#include "shared/sync/toys.h"

#include <algorithm>

// What goes wrong.
namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

bool World::begins(const Action &action)
{
    const bool isWanted = !m_options.only || m_options.only->contains(action);
    if (isWanted)
        m_report.actions.push_back(action);
    return isWanted;
}

void World::faultSometimes()
{
    const Action action{-1, ++m_steps[-1]};
    const quint64 number = part(m_options.seed, part(999, quint64(action.step)));
    after(milliseconds(300 + SeededRandom(number).below(2500)), [this, action, number] {
        if (m_healed)
            return;
        m_faults = SeededRandom(number + 1);
        if (begins(action))
            faultOnce();
        faultSometimes();
    });
}

void World::faultOnce()
{
    if (int(m_faults.below(100)) < m_cutRate)
        cutALink();
    if (int(m_faults.below(100)) < m_crashRate)
        crashClient(int(m_faults.below(m_clients.size())));
    if (int(m_faults.below(100)) < m_rareRate)
        rareFault();
    switch (m_faults.below(50)) {
    case 48:
    case 49: return rotARecord();
    case 0: return crashAServer();
    case 1: return failOver(m_faults.oneIn(4) ? Loss::SinceTheBackup : Loss::Suffix);
    case 2: return failOver(Loss::Nothing);
    case 3:
    case 4: return takeAnImage();
    case 5: return restoreADevice();
    case 6: return cloneADevice();
    case 7:
    case 8: {
        const size_t client = m_faults.below(m_clients.size());
        m_offline[client] = !m_offline[client];
        m_report.coverage.count("device offline or back");
        if (m_offline[client])
            cutALink();
        else
            m_clients[client]->feed(sync::ClientSession::NetworkUp{});
        return;
    }
    default: return;
    }
}

void World::rareFault()
{
    switch (m_faults.below(6)) {
    case 0: return fillADisk();
    case 1: return refuseCommits();
    case 2: return setAClock();
    case 3: return closeALid();
    case 4: return saySomethingSenseless();
    default: return clogSomeLinks();
    }
}

void World::fillADisk()
{
    const size_t client = m_faults.below(m_clients.size());
    m_report.coverage.count("disk of a device full");
    note(u"the disk of device %1 is full"_s.arg(client));
    m_clients[client]->disk().setFull(true);
    after(between(1000, 20'000), [this, client] { m_clients[client]->disk().setFull(false); });
}

// The database is read-only, or full.
void World::refuseCommits()
{
    m_report.coverage.count("database refuses commits");
    note(u"the database refuses commits"_s);
    m_database.refuse(true);
    after(between(500, 8000), [this] { m_database.refuse(false); });
}

// By hours, or to where a dead battery leaves it: 1970 and 2038 are both about so far away.
void World::setAClock()
{
    const size_t client = m_faults.below(m_clients.size());
    const auto hours = std::chrono::hours(m_faults.oneIn(5) ? 110'000 : 1 + m_faults.below(30));
    const bool isBack = m_faults.oneIn(2);
    m_report.coverage.count(isBack ? "clock set back" : "clock set forward");
    note(u"device %1 sets its clock by %2 h"_s.arg(client).arg(isBack ? -hours.count()
                                                                      : hours.count()));
    m_clients[client]->moveClock(isBack ? -hours : hours);
    constexpr Instant endOf32Bits = instantFromMs((qint64(1) << 31) * 1000);
    m_report.coverage.count("clock beyond 2038", m_clients[client]->now() > endOf32Bits ? 1 : 0);
}

void World::closeALid()
{
    const size_t client = m_faults.below(m_clients.size());
    m_report.coverage.count("lid closed");
    note(u"the lid of device %1 is closed"_s.arg(client));
    m_clients[client]->suspend(between(1000, 90'000));
}

// Bytes that are no message, from a peer that is not what it should be.
void World::saySomethingSenseless()
{
    const std::vector<quint64> open = openLinks();
    if (open.empty())
        return;
    const Link &link = m_links.at(open[m_faults.below(open.size())]);
    QByteArray frame(qsizetype(m_faults.below(80)), Qt::Uninitialized);
    for (char &byte : frame)
        byte = static_cast<char>(m_faults.below(256));
    m_report.coverage.count("senseless message");
    if (m_faults.oneIn(2))
        serverOf(link).feed(link.id, sync::ServerSession::FrameReceived{frame});
    else
        m_clients[size_t(link.client)]->deliver(link.id, frame);
}

// Some of them, one after the other, and free again in another order.
void World::clogSomeLinks()
{
    for (const quint64 id : openLinks()) {
        if (m_faults.oneIn(2))
            continue;
        m_report.coverage.count("link clogged");
        after(between(0, 4000), [this, id] {
            if (m_healed)
                return;
            Link &link = m_links.at(id);
            const Instant free = m_now + between(500, 30'000);
            const bool isOneWay = isTroubled(2);
            if (isOneWay)
                m_report.coverage.count("link clogged one way");
            if (!isOneWay || isTroubled(2))
                link.toServer.cloggedUntil = free;
            else
                link.toClient.cloggedUntil = free;
            if (!isOneWay)
                link.toClient.cloggedUntil = free;
        });
    }
}

// What an installation does to itself, beside the faults: in a chain of its own, so that the faults
// of old seeds stay what they were.
void World::troubleSometimes()
{
    const Action action{-2, ++m_steps[-2]};
    const quint64 number = part(m_options.seed, part(998, quint64(action.step)));
    after(milliseconds(2000 + SeededRandom(number).below(8000)), [this, action] {
        if (m_healed)
            return;
        if (begins(action))
            troubleOnce();
        troubleSometimes();
    });
}

void World::troubleOnce()
{
    if (isTroubled(3))
        stopAServer();
}

// As an update does, one server after the other.
void World::stopAServer(int demandedVersion)
{
    const size_t server = m_trouble.below(m_servers.size());
    if (!m_servers[server]->isUp())
        return;
    m_report.coverage.count("server stopped in order");
    note(u"server %1 stops"_s.arg(server));
    m_servers[server]->shutDown();
    after(between(500, 6000), [this, server, demandedVersion] {
        m_servers[server]->crash();
        if (demandedVersion > 0)
            m_servers[server]->demandApp(demandedVersion);
    });
    after(between(6000, 9000), [this, server] {
        if (!m_servers[server]->isUp())
            m_servers[server]->boot();
    });
}

// Somebody's processing is restricted, or released. No row says so: each server finds out by its
// own next look. In a chain of its own, too.
void World::restrictSometimes()
{
    const Action action{-3, ++m_steps[-3]};
    SeededRandom random(part(m_options.seed, part(997, quint64(action.step))));
    after(milliseconds(3000 + random.below(25'000)), [this, action, random]() mutable {
        if (m_healed)
            return;
        if (begins(action))
            restrictOrRelease(m_people[random.below(m_people.size())], random);
        restrictSometimes();
    });
}

void World::restrictOrRelease(PersonId person, SeededRandom &random)
{
    std::vector<PersonId> restricted = m_database.restricted();
    const auto place = std::ranges::lower_bound(restricted, person);
    const bool isRestricted = place != restricted.end() && *place == person;
    m_report.coverage.count(isRestricted ? "restriction ended" : "somebody restricted");
    note(u"somebody is %1"_s.arg(isRestricted ? u"released"_s : u"restricted"_s));
    if (isRestricted)
        restricted.erase(place);
    else
        restricted.insert(place, person);
    m_database.restrictTo(std::move(restricted));
    for (size_t server = 0; server < m_servers.size(); ++server)
        after(milliseconds(random.below(1000)),
              [this, server] { m_servers[server]->lookForScope(); });
}

std::vector<quint64> World::openLinks() const
{
    std::vector<quint64> open;
    for (const auto &[id, link] : m_links) {
        if (link.clientOpen && link.serverOpen && !link.halfOpen)
            open.push_back(id);
    }
    return open;
}

void World::cutALink()
{
    const std::vector<quint64> open = openLinks();
    if (open.empty())
        return;
    Link &link = m_links.at(open[m_faults.below(open.size())]);
    m_report.coverage.count("link cut");
    if (m_faults.oneIn(6)) {
        link.halfOpen = true; // both sides find out by silence
        m_report.coverage.count("link half-open");
        return;
    }
    link.clientOpen = link.serverOpen = false;
    after(between(0, 2000), [this, id = link.id] {
        const Link &at = m_links.at(id);
        m_clients[size_t(at.client)]->lost(id);
        serverOf(at).closed(id);
    });
}

void World::crashClient(int client)
{
    if (!m_clients[size_t(client)]->isUp())
        return;
    m_report.coverage.count("device crash");
    note(u"device %1 crashes"_s.arg(client));
    // Not inside one of its own calls.
    after(0ms, [this, client] { m_clients[size_t(client)]->crash(); });
    after(between(100, 8000), [this, client] {
        if (!m_clients[size_t(client)]->isUp())
            m_clients[size_t(client)]->boot();
    });
}

bool World::clientCommitSurvives(int)
{
    if (m_healed || m_commitCrashOneIn == 0)
        return true;
    const bool survives = !m_ambient.oneIn(quint64(m_commitCrashOneIn));
    if (!survives)
        m_report.coverage.count("power cut at a device's commit");
    return survives;
}

void World::crashAServer()
{
    const size_t server = m_faults.below(m_servers.size());
    if (!m_servers[server]->isUp())
        return;
    m_report.coverage.count("server crash");
    note(u"server %1 crashes"_s.arg(server));
    m_servers[server]->crash();
    after(between(200, 6000), [this, server] {
        if (!m_servers[server]->isUp())
            m_servers[server]->boot();
    });
}

void World::failOver(Loss loss)
{
    const quint64 head = m_database.currentHead().sequence;
    quint64 least = 0;
    if (loss == Loss::Suffix && head > 0)
        least = 1 + m_faults.below(std::min<quint64>(head, 25));
    if (loss == Loss::SinceTheBackup)
        least = head * 3 / 10;
    const quint64 lost = head - m_database.commitBefore(head - least);
    for (quint64 i = head - lost; i < head; ++i) {
        const MutationId mutation = m_database.log()[i].mutation;
        if (!isHeldBySomebody(mutation))
            exempt(mutation, "lost twice: its device was restored, then the server");
    }
    m_report.coverage.count(loss == Loss::Nothing      ? "clean failover"
                                : loss == Loss::Suffix ? "lossy failover"
                                                       : "restored from a backup");
    note(u"failover loses %1 rows of %2"_s.arg(lost).arg(head));
    const EpochId epoch = epochFrom(m_databaseRandom);
    m_database.failOver(head - lost, epoch);
    for (auto &server : m_servers) {
        if (isTroubled(2))
            server->beginEpoch(epoch);
        server->dropAllSessions();
    }
}

void World::takeAnImage()
{
    const int client = int(m_faults.below(m_clients.size()));
    if (m_images.size() < 4)
        m_images.emplace_back(client, m_clients[size_t(client)]->disk());
}

// A bit flips on a disk. The device counts its records after an unclean end.
void World::rotARecord()
{
    SimulatedClient &client = *m_clients[m_faults.below(m_clients.size())];
    const auto &records = client.disk().baseRecords();
    if (records.empty() || !client.isUp())
        return;
    auto record = records.begin();
    std::advance(record, qsizetype(m_faults.below(records.size())));
    const EntityId id = record->first;
    m_report.coverage.count("record rotted");
    note(u"a record of device %1 rots"_s.arg(client.index()));
    m_rotten.insert(client.index());
    client.crash();
    client.disk().rot(id);
    after(between(100, 3000), [this, index = size_t(client.index())] {
        if (!m_clients[index]->isUp())
            m_clients[index]->boot();
    });
}

void World::restoreADevice()
{
    if (m_images.empty())
        return;
    const auto &[client, image] = m_images[m_faults.below(m_images.size())];
    SimulatedClient &device = *m_clients[size_t(client)];
    m_report.coverage.count("device restored from an image");
    note(u"device %1 is restored from an image"_s.arg(client));
    device.crash();
    std::vector<MutationId> forgotten;
    for (const auto &[number, row] : device.disk().outbox()) {
        if (!image.holds(row.mutation))
            forgotten.push_back(row.mutation);
    }
    device.replaceDisk(image);
    for (const MutationId &mutation : forgotten) {
        const bool logged = std::ranges::any_of(
            m_database.log(), [&](const auto &row) { return row.mutation == mutation; });
        if (!logged && !isHeldBySomebody(mutation))
            exempt(mutation, "its only holder was restored");
    }
    after(between(100, 3000), [this, restored = client] {
        if (!m_clients[size_t(restored)]->isUp())
            m_clients[size_t(restored)]->boot();
    });
}

// The image of one computer comes up as a second one.
void World::cloneADevice()
{
    if (m_images.empty() || m_clients.size() >= 10)
        return;
    const auto &[original, image] = m_images[m_faults.below(m_images.size())];
    const int index = int(m_clients.size());
    auto clone =
        std::make_unique<SimulatedClient>(*this, index, m_clients[size_t(original)]->device());
    clone->replaceDisk(image);
    clone->install(m_clients[size_t(original)]->version());
    addClient(std::move(clone));
    if (m_rotten.contains(original))
        m_rotten.insert(index); // the image may hold what rotted
    m_report.coverage.count("device cloned");
    note(u"device %1 is a clone of %2"_s.arg(index).arg(original));
    m_clients.back()->boot();
    workSometimes(index);
}

bool World::isHeldBySomebody(MutationId mutation) const
{
    return std::ranges::any_of(m_clients,
                               [&](const auto &client) { return client->disk().holds(mutation); });
}

void World::exempt(MutationId mutation, const char *why)
{
    m_exempt.insert(mutation);
    m_report.coverage.count(why);
}

} // namespace film::simulation
