#include "tests/sync/world.h"

#include "shared/domain/permissions.h"
#include "shared/sync/approval.h"
#include "shared/sync/decide.h"

#include <algorithm>

// What people do.
namespace film::simulation {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

void World::workSometimes(int client)
{
    const Action action{client, ++m_steps[client]};
    const quint64 number = part(m_options.seed, part(quint64(client) + 1000, quint64(action.step)));
    after(milliseconds(500 + SeededRandom(number).below(9000)), [this, client, action, number] {
        SimulatedClient &device = *m_clients[size_t(client)];
        m_work = SeededRandom(number + 1);
        if (m_working && device.isUp() && begins(action))
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
    case 0:
        return m_work.oneIn(40) ? importADepartment(client)
            : m_work.oneIn(4)   ? copyAWeek(client)
                                : editManyDays(client);
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
    if (m_clients.size() < 2)
        return;
    const size_t whom = 1 + m_work.below(m_clients.size() - 1);
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
    save(administrator, grant);
}

void World::save(SimulatedClient &administrator, const Grant &grant)
{
    if (grant.user == administrator.device().user)
        return; // the last administrator stays one
    sync::ClientReplica::Edit edit;
    edit.type = EntityType::Grant;
    edit.entity = grantId(m_production, grant.user);
    edit.before = administrator.seen(edit.entity);
    edit.after = toGroups(grant);
    edit.after.try_emplace(schema::grant::Devices); // given back, if it was taken
    record(administrator, administrator.save(std::span(&edit, 1)));
}

sync::ClientReplica::Edit World::randomEdit(SimulatedClient &client, PersonId person)
{
    const WorkDayKey key{person, m_firstDay.addDays(qint64(m_work.below(4))), m_unit};
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
        if (m_isClockChange)
            day.call = TimeField::at(150, int(m_work.below(2))); // which of the two 02:30
    }
    if (m_work.oneIn(4))
        day.meals = {{TimeField::at(780), TimeField::at(800 + int(m_work.below(3)) * 10)}};
    if (!touchesTimes || m_work.oneIn(4))
        day.notes = u"note %1"_s.arg(m_work.below(5));
    edit.after = toGroups(day);
    if (client.version() > 1 && m_work.oneIn(6)) {
        m_report.coverage.count("group of a newer app");
        edit.after[groupOfANewerApp][1] = u"new %1"_s.arg(m_work.below(3));
    } else if (const auto newer = edit.before.find(groupOfANewerApp); newer != edit.before.end()) {
        edit.after.insert(*newer); // an older one leaves it as it is
    }
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

// What goes on from a change that makes no sense may go down with it.
World::Sense World::senseOf(std::span<const sync::ClientReplica::Edit> edits) const
{
    const bool isOnNonsense = std::ranges::any_of(edits, [this](const auto &edit) {
        return !edit.before.empty()
            && !checkRecord(m_production, edit.type, edit.entity, edit.before);
    });
    return isOnNonsense ? Sense::Unsure : Sense::Good;
}

void World::editDay(SimulatedClient &client)
{
    const bool own = client.role() == Role::Crew && !m_work.oneIn(30);
    const PersonId person = own ? client.person() : m_people[m_work.below(m_people.size())];
    const sync::ClientReplica::Edit edit = randomEdit(client, person);
    const Sense sense = senseOf(std::span(&edit, 1));
    record(client, client.save(std::span(&edit, 1)), sense);
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
    const Sense sense = senseOf(edits);
    record(client, client.save(edits), sense);
}

// The days of a person once more, a week later.
void World::copyAWeek(SimulatedClient &client)
{
    const bool own = client.role() == Role::Crew;
    const PersonId person = own ? client.person() : m_people[m_work.below(m_people.size())];
    std::vector<sync::ClientReplica::Edit> edits;
    for (int date = 0; date < 4; ++date) {
        const QDate from = m_firstDay.addDays(date);
        const auto day =
            workDayFromGroups(client.seen(workDayId(m_production, {person, from, m_unit})));
        if (!day || day->key.date != from)
            continue;
        WorkDay copy = *day;
        copy.key.date = from.addDays(7);
        copy.state = DayState::Confirmed;
        sync::ClientReplica::Edit edit;
        edit.entity = workDayId(m_production, copy.key);
        edit.before = client.seen(edit.entity);
        edit.after = toGroups(copy);
        edit.input = protocol::InputMethod::Copy;
        edits.push_back(std::move(edit));
    }
    m_report.coverage.count("week copied", edits.size() > 1 ? 1 : 0);
    const Sense sense = senseOf(edits);
    record(client, client.save(edits), sense);
}

// Weeks of everybody at once: more than a batch, a page or a message takes.
void World::importADepartment(SimulatedClient &client)
{
    if (client.role() == Role::Crew)
        return editDay(client);
    // Where a page holds one record, that would take longer than anybody waits.
    const bool isLarge = !m_isTight && !m_work.oneIn(3);
    m_report.coverage.count(isLarge ? "import of 2,000 days" : "import");
    const int days = isLarge ? 2000 / int(m_people.size()) : 60;
    std::vector<sync::ClientReplica::Edit> edits;
    for (const PersonId &person : m_people) {
        for (int date = 0; date < days; ++date) {
            WorkDay day;
            day.key = {person, QDate(2025, 12, 1).addDays(date), m_unit};
            day.call = TimeField::at(420 + int(m_work.below(10)));
            sync::ClientReplica::Edit edit;
            edit.entity = workDayId(m_production, day.key);
            edit.before = client.seen(edit.entity);
            edit.after = toGroups(day);
            edit.input = protocol::InputMethod::Import;
            edits.push_back(std::move(edit));
        }
    }
    record(client, client.save(edits));
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
    const Sense sense = senseOf(edits);
    record(client, client.saveAtom(edits), sense);
}

// A change that is authentic and makes no sense: a newer version's mistake, say.
void World::writePoison(SimulatedClient &client)
{
    sync::ClientReplica::Edit edit = randomEdit(client, client.device().person);
    FieldMap &times = edit.after[schema::time_entry::Times];
    times[schema::time_entry::Call] = u"seven %1"_s.arg(m_work.below(1'000'000));
    record(client, client.save(std::span(&edit, 1)), Sense::None);
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
        // The decision may also be what replaces this device's own nonsense.
        const Sense sense = senseOf(std::span(&*edit, 1));
        return record(client, client.save(std::span(&*edit, 1)), sense);
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
    record(client, client.save(std::span(&edit, 1)));
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
    record(client, client.save(std::span(&edit, 1)));
}

// By whoever it is: without the right to it, it is held.
void World::approveADay(SimulatedClient &client)
{
    const bool isOffice = Permissions(client.role()).reachesAll(film::Action::ApproveDays);
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
    record(client, client.save(std::span(&edit, 1)));
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
    record(client, client.save(std::span(&edit, 1)));
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
    record(client, client.save(std::span(&edit, 1)));
}

void World::bringBackADay(SimulatedClient &client)
{
    const protocol::EntityState *day = someDay(client, true);
    if (!day)
        return;
    sync::ClientReplica::Edit edit;
    edit.entity = day->id;
    edit.operation = protocol::Operation::Undelete;
    record(client, client.save(std::span(&edit, 1)));
}

void World::record(SimulatedClient &client, const std::vector<MutationId> &saved, Sense sense)
{
    const int author = m_lineage[size_t(client.index())];
    for (const MutationId &mutation : saved) {
        m_ledger[mutation] = {client.index(), m_savesBy[size_t(author)]++, sense, client.version()};
        m_report.coverage.count(sense == Sense::None ? "poison written" : "saved");
    }
    if (!saved.empty())
        note(u"device %1 saved %2"_s.arg(client.index()).arg(saved.size()));
}

} // namespace film::simulation
