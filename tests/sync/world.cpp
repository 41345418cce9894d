#include "tests/sync/world.h"

#include "shared/protocol/limits.h"
#include "shared/sync/approval.h"
#include "shared/sync/decide.h"
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
constexpr seconds settleMax = 240s;

quint64 part(quint64 seed, quint64 salt)
{
    return seed * 0x9e3779b97f4a7c15ULL + salt;
}

EpochId epochFrom(SeededRandom &random)
{
    return EpochId(random.bytes<16>());
}

} // namespace

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
    m_commitCrashOneIn = m_faults.oneIn(2) ? 40 + int(m_faults.below(200)) : 0;
    m_database.rollBackOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
    m_database.unknownOneIn(m_faults.oneIn(3) ? 6 + m_faults.below(20) : 0);
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
        m_clients.back()->setClockOffset(m_options.skewClocks ? skew : 0s);
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

bool World::isSettled() const
{
    return std::ranges::all_of(m_clients, [this](const auto &client) {
        return client->isSettled(m_database.currentHead().sequence);
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
    record(*m_clients[0], m_clients[0]->save(crew), false);

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
    m_offline.assign(m_offline.size(), false);
    for (auto &server : m_servers) {
        if (!server->isUp())
            server->boot();
    }
    for (auto &client : m_clients) {
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
        const quint64 id = m_nextLink++;
        m_links[id] = {id, client, server, true, true, false, m_now, m_now};
        device.attach(id);
        m_servers[size_t(server)]->open(id);
        device.feed(sync::ClientSession::SocketOpened{});
    });
}

void World::sendToServer(quint64 link, const QByteArray &frame)
{
    Link &line = m_links.at(link);
    line.toServer = std::max(line.toServer, m_now + milliseconds(m_network.below(40)));
    after(line.toServer - m_now, [this, link, frame] {
        const Link &at = m_links.at(link);
        if (at.serverOpen && at.clientOpen && !at.halfOpen)
            m_servers[size_t(at.server)]->feed(link, sync::ServerSession::FrameReceived{frame});
    });
}

void World::sendToClient(quint64 link, const QByteArray &frame)
{
    Judge(*this).judgeFrame(m_links.at(link), frame);
    failOverBehindASnapshot(frame);
    Link &line = m_links.at(link);
    line.toClient = std::max(line.toClient, m_now + milliseconds(m_network.below(40)));
    after(line.toClient - m_now, [this, link, frame] {
        const Link &at = m_links.at(link);
        if (at.clientOpen && !at.halfOpen)
            m_clients[size_t(at.client)]->deliver(link, frame);
    });
}

// A moment that chance alone hits too rarely: the device has records newer than its cursor, and
// the server loses the rows that made them.
void World::failOverBehindASnapshot(const QByteArray &frame)
{
    if (m_healed || !m_faults.oneIn(8))
        return;
    const auto sent =
        protocol::decodeFrame(frame, protocol::Sender::Server, protocol::limits::frameBytesMax);
    if (!sent || !std::holds_alternative<protocol::SnapshotEnd>(sent->message))
        return;
    m_report.coverage.count("failover behind a snapshot");
    after(between(40, 90), [this] {
        if (!m_healed)
            failOver(true);
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
        after(between(0, 50), [this, i, head] {
            if (m_servers[i]->isUp())
                m_servers[i]->hint(head);
        });
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

// ---- the work ------------------------------------------------------------------------------

void World::workSometimes(int client)
{
    after(milliseconds(500 + m_work.below(9000)), [this, client] {
        SimulatedClient &device = *m_clients[size_t(client)];
        if (m_working && device.isUp())
            workOnce(device);
        if (!m_healed)
            workSometimes(client);
    });
}

void World::workOnce(SimulatedClient &client)
{
    switch (m_work.below(30)) {
    case 28:
    case 29: return editDaysTogether(client);
    case 22:
    case 23: return submitADay(client);
    case 24:
    case 25: return approveADay(client);
    case 26: return reopenADay(client);
    case 27: return editAnApprovedDay(client);
    case 20: return deleteADay(client);
    case 21: return bringBackADay(client);
    case 0: return editManyDays(client);
    case 1: return m_work.oneIn(3) ? writePoison(client) : editDay(client);
    case 2:
    case 3: return resolveSomething(client);
    case 4:
    case 5: return client.index() == 0 ? grantSomething(client) : editDay(client);
    default: return editDay(client);
    }
}

Grant World::grantOf(const SimulatedClient &client) const
{
    const sync::DeviceRecord &device = client.device();
    Grant grant;
    grant.user = device.user;
    grant.name = u"User %1"_s.arg(client.index());
    grant.role = device.role;
    grant.person = device.person;
    grant.department = device.department;
    return grant;
}

// Promoted, moved to another department, taken off the production or taken back.
void World::grantSomething(SimulatedClient &administrator)
{
    const size_t whom = 1 + m_work.below(m_clients.size() - 1);
    if (m_clients[whom]->device().user == administrator.device().user)
        return; // the last administrator stays one
    Grant grant = grantOf(*m_clients[whom]);
    switch (m_work.below(5)) {
    case 0: grant.role = Role::Coordinator; break;
    case 1: grant.role = Role::HeadOfDepartment; break;
    case 2: grant.role = Role::Crew; break;
    case 3: grant.ended = true; break;
    default: grant.revokedDevices = {m_clients[whom]->device().device}; break;
    }
    grant.department = m_departments[m_work.below(m_departments.size())];
    if (m_work.oneIn(4))
        grant.person = m_people[m_work.below(m_people.size())];
    sync::ClientReplica::Edit edit;
    edit.type = EntityType::Grant;
    edit.entity = grantId(m_production, grant.user);
    edit.before = administrator.seen(edit.entity);
    edit.after = toGroups(grant);
    edit.after.try_emplace(schema::grant::Devices); // given back, if it was taken
    record(administrator, administrator.save(std::span(&edit, 1)), false);
}

sync::ClientReplica::Edit World::randomEdit(SimulatedClient &client, PersonId person)
{
    const WorkDayKey key{person, QDate(2025, 11, 17).addDays(qint64(m_work.below(4))), m_unit};
    sync::ClientReplica::Edit edit;
    edit.entity = workDayId(m_production, key);
    edit.before = client.seen(edit.entity);
    const auto known = workDayFromGroups(edit.before);
    WorkDay day = known && !edit.before.empty() ? *known : WorkDay{};
    day.key = key;
    if (day.state != DayState::Submitted || m_work.oneIn(4))
        day.state = DayState::Confirmed;
    const bool touchesTimes = m_work.oneIn(2);
    if (touchesTimes) {
        day.call = TimeField::at(360 + int(m_work.below(4)) * 30);
        day.wrap = TimeField::at(1100 + int(m_work.below(8)) * 30);
    }
    if (m_work.oneIn(4))
        day.meals = {{TimeField::at(780), TimeField::at(800 + int(m_work.below(3)) * 10)}};
    if (!touchesTimes || m_work.oneIn(4))
        day.notes = u"note %1"_s.arg(m_work.below(5));
    edit.after = toGroups(day);
    if (m_work.oneIn(10))
        guardSomething(client, edit);
    // Somebody who looked at the screen a while ago.
    if (m_work.oneIn(12) && edit.before.contains(schema::time_entry::Notes))
        edit.before[schema::time_entry::Notes][schema::time_entry::Text] = u"an old note"_s;
    return edit;
}

// The edit is meant only as long as a part of another day is as it stands here.
void World::guardSomething(SimulatedClient &client, sync::ClientReplica::Edit &edit)
{
    const protocol::EntityState *other = someDay(client, false);
    if (!other)
        return;
    const quint32 group = quint32(m_work.below(4)); // 0 is all of it
    edit.guards.push_back(
        {other->id, group, sync::guardHash(other->type, client.seen(other->id), group)});
}

void World::editDay(SimulatedClient &client)
{
    const bool own = client.role() == Role::Crew && !m_work.oneIn(30);
    const PersonId person = own ? client.person() : m_people[m_work.below(m_people.size())];
    const sync::ClientReplica::Edit edit = randomEdit(client, person);
    record(client, client.save(std::span(&edit, 1)), false);
}

void World::editManyDays(SimulatedClient &client)
{
    if (client.role() == Role::Crew)
        return editDay(client);
    std::vector<sync::ClientReplica::Edit> edits;
    std::set<EntityId> taken;
    for (int i = 0; i < 12; ++i) {
        auto edit = randomEdit(client, m_people[m_work.below(m_people.size())]);
        if (taken.insert(edit.entity).second)
            edits.push_back(std::move(edit));
    }
    record(client, client.save(edits), false);
}

// Hours that move from one day, or one person, to another: both or neither.
void World::editDaysTogether(SimulatedClient &client)
{
    std::vector<sync::ClientReplica::Edit> edits;
    std::set<EntityId> taken;
    for (quint64 left = 2 + m_work.below(3); left > 0; --left) {
        const bool own = client.role() == Role::Crew;
        auto edit =
            randomEdit(client, own ? client.person() : m_people[m_work.below(m_people.size())]);
        if (taken.insert(edit.entity).second)
            edits.push_back(std::move(edit));
    }
    record(client, client.saveAtom(edits), false);
}

// A change that is authentic and makes no sense: a newer version's mistake, say.
void World::writePoison(SimulatedClient &client)
{
    sync::ClientReplica::Edit edit = randomEdit(client, client.device().person);
    FieldMap &times = edit.after[schema::time_entry::Times];
    times[schema::time_entry::Call] = u"seven %1"_s.arg(m_work.below(1'000'000));
    record(client, client.save(std::span(&edit, 1)), true);
}

void World::resolveSomething(SimulatedClient &client)
{
    if (client.role() == Role::Crew)
        return;
    for (const auto &[id, record_] : client.disk().baseRecords()) {
        if (record_.state.type != EntityType::Conflict)
            continue;
        const auto groups = protocol::decodeGroups(record_.state.groups);
        const auto conflict = sync::conflictFromGroups(sync::plainGroups(*groups));
        if (!conflict || conflict->state != sync::ConflictState::Open
            || conflict->candidates.empty() || m_work.oneIn(2))
            continue;
        const auto &chosen = conflict->candidates[m_work.below(conflict->candidates.size())];
        const auto envelope = protocol::decodeEnvelope(chosen.envelope);
        if (!envelope)
            continue;
        auto edit = decisionFor(client, conflict->target, *envelope);
        if (!edit)
            continue;
        protocol::Resolves resolves{id, {}};
        for (const auto &candidate : conflict->candidates)
            resolves.candidates.push_back(candidate.mutation);
        std::ranges::sort(resolves.candidates);
        edit->resolves = resolves;
        return record(client, client.save(std::span(&*edit, 1)), false);
    }
}

// What the record should be if the chosen version counts.
std::optional<sync::ClientReplica::Edit>
World::decisionFor(SimulatedClient &client, EntityId target, const protocol::Envelope &chosen)
{
    sync::ClientReplica::Edit edit;
    edit.entity = target;
    edit.before = client.seen(target);
    if (chosen.operation == protocol::Operation::Delete && chosen.entity == target) {
        edit.operation = protocol::Operation::Delete;
        return edit.before.empty() ? std::nullopt : std::optional(edit);
    }
    const protocol::EntityState *state = client.state(target);
    // An approval, or the other half of an atom, is no version of this day.
    const bool isAboutOther = chosen.entity != target
        || chosen.operation == protocol::Operation::Approve
        || chosen.operation == protocol::Operation::Reopen;
    if (isAboutOther && edit.before.empty())
        return std::nullopt; // somebody has to bring it back first
    if (state)
        edit.after = sync::plainGroups(*protocol::decodeGroups(state->groups));
    for (const auto &[group, change] : chosen.groups) {
        if (group != schema::whole::Group && !isAboutOther)
            edit.after[group] = sync::changed(edit.after[group], change);
    }
    if (!workDayFromGroups(edit.after))
        return std::nullopt; // this device's own poison lies over it
    return edit;
}

// Somebody's who may be seen here, if there is one.
const protocol::EntityState *World::someDay(SimulatedClient &client, bool isDeleted)
{
    return someDayWhere(client, [isDeleted](const protocol::EntityState &state) {
        return state.deleted == isDeleted;
    });
}

const protocol::EntityState *
World::someDayWhere(SimulatedClient &client,
                    const std::function<bool(const protocol::EntityState &)> &isWanted)
{
    std::vector<const protocol::EntityState *> found;
    for (const auto &[id, record] : client.disk().baseRecords()) {
        const protocol::EntityState *state = client.state(id);
        if (state->type == EntityType::TimeEntry && isWanted(*state))
            found.push_back(state);
    }
    return found.empty() ? nullptr : found[m_work.below(found.size())];
}

void World::deleteADay(SimulatedClient &client)
{
    const protocol::EntityState *day = someDay(client, false);
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.operation = protocol::Operation::Delete;
    edit.before = client.seen(day->id);
    record(client, client.save(std::span(&edit, 1)), false);
}

// Handed in, as far as somebody may do that here.
void World::submitADay(SimulatedClient &client)
{
    const protocol::EntityState *day = someDay(client, false);
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.before = edit.after = client.seen(day->id);
    edit.after[schema::time_entry::Lifecycle][schema::time_entry::State] =
        qint64(DayState::Submitted);
    record(client, client.save(std::span(&edit, 1)), false);
}

// By whoever it is: without the right to it, it is held.
void World::approveADay(SimulatedClient &client)
{
    const bool isOffice = editsEverybody(client.role());
    if (client.role() == Role::Crew && !m_work.oneIn(10))
        return editDay(client);
    const protocol::EntityState *day =
        someDayWhere(client, [&](const protocol::EntityState &state) {
            return sync::isSubmitted(client.seen(state.id));
        });
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.before = client.seen(day->id);
    edit.operation = protocol::Operation::Approve;
    edit.level =
        isOffice && m_work.oneIn(2) ? ApprovalLevel::Coordinator : ApprovalLevel::Department;
    record(client, client.save(std::span(&edit, 1)), false);
}

const protocol::EntityState *World::someApprovedDay(SimulatedClient &client)
{
    return someDayWhere(client, [](const protocol::EntityState &state) {
        const auto groups = protocol::decodeGroups(state.groups);
        return sync::approvalOf(state.type, {true, state.deleted, *groups}) != ApprovalLevel::None;
    });
}

void World::reopenADay(SimulatedClient &client)
{
    const protocol::EntityState *day = someApprovedDay(client);
    if (!day || (client.role() == Role::Crew && !m_work.oneIn(10)))
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.before = client.seen(day->id);
    edit.operation = protocol::Operation::Reopen;
    record(client, client.save(std::span(&edit, 1)), false);
}

// A request of whoever may not do it any more; of the office, a change that takes the approval.
void World::editAnApprovedDay(SimulatedClient &client)
{
    const protocol::EntityState *day = someApprovedDay(client);
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.before = edit.after = client.seen(day->id);
    edit.after[schema::time_entry::Notes][schema::time_entry::Text] =
        u"amended %1"_s.arg(m_work.below(3));
    record(client, client.save(std::span(&edit, 1)), false);
}

void World::bringBackADay(SimulatedClient &client)
{
    const protocol::EntityState *day = someDay(client, true);
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.operation = protocol::Operation::Undelete;
    record(client, client.save(std::span(&edit, 1)), false);
}

void World::record(SimulatedClient &client, const std::vector<MutationId> &saved, bool poison)
{
    const int author = m_lineage[size_t(client.index())];
    for (const MutationId &mutation : saved) {
        m_ledger[mutation] = {client.index(), m_savesBy[size_t(author)]++, poison};
        m_report.coverage.count(poison ? "poison written" : "saved");
    }
    if (!saved.empty())
        note(u"device %1 saved %2"_s.arg(client.index()).arg(saved.size()));
}

// ---- the faults ----------------------------------------------------------------------------

void World::faultSometimes()
{
    after(milliseconds(300 + m_faults.below(2500)), [this] {
        if (m_healed)
            return;
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
    switch (m_faults.below(50)) {
    case 48:
    case 49: return rotARecord();
    case 0: return crashAServer();
    case 1: return failOver(true);
    case 2: return failOver(false);
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
        return;
    }
    default: return;
    }
}

void World::cutALink()
{
    std::vector<quint64> open;
    for (const auto &[id, link] : m_links) {
        if (link.clientOpen && link.serverOpen && !link.halfOpen)
            open.push_back(id);
    }
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
        m_servers[size_t(at.server)]->closed(id);
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
    const bool survives = !m_faults.oneIn(quint64(m_commitCrashOneIn));
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

void World::failOver(bool lossy)
{
    const quint64 head = m_database.currentHead().sequence;
    const quint64 least = lossy && head > 0 ? 1 + m_faults.below(std::min<quint64>(head, 25)) : 0;
    const quint64 lost = head - m_database.commitBefore(head - least);
    for (quint64 i = head - lost; i < head; ++i) {
        const MutationId mutation = m_database.log()[i].mutation;
        if (!isHeldBySomebody(mutation))
            exempt(mutation, "lost twice: its device was restored, then the server");
    }
    m_report.coverage.count(lossy ? "lossy failover" : "clean failover");
    note(u"failover loses %1 rows of %2"_s.arg(lost).arg(head));
    m_database.failOver(head - lost, epochFrom(m_databaseRandom));
    for (auto &server : m_servers)
        server->dropAllSessions();
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
    m_clients.push_back(std::move(clone));
    m_lineage.push_back(index);
    m_savesBy.push_back(0);
    m_offline.push_back(false);
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
