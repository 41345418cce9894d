#include "app/engine/workspace.h"

#include "app/engine/day_records.h"
#include "app/engine/file_place.h"
#include "shared/domain/records.h"
#include "shared/domain/time_order.h"
#include "shared/sync/approval.h"
#include "shared/sync/author.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;
using sync::ClientReplica;

namespace {

QString serverSetting()
{
    return u"server"_s;
}
QString titleSetting()
{
    return u"production_title"_s;
}
QString placeSetting()
{
    return u"place"_s;
}
QString daysAloneSetting()
{
    return u"days_alone"_s;
}
QString personSetting()
{
    return u"person_name"_s;
}

} // namespace

const Person *Directory::personOf(PersonId id) const
{
    for (const Person &person : people) {
        if (person.id == id)
            return &person;
    }
    return nullptr;
}

Workspace::Workspace(std::unique_ptr<store::ClientFile> file, QByteArray place,
                     RandomSource &random, const Clock &clock)
    : m_file(std::move(file))
    , m_place(std::move(place))
    , m_storage(m_file->database())
    , m_queries(m_file->database())
    , m_undo(m_file->database())
    , m_replica(m_storage)
    , m_ids(random)
    , m_clock(clock)
{}

Result<std::unique_ptr<Workspace>> Workspace::open(const QString &path, RandomSource &random,
                                                   const Clock &clock)
{
    auto file = store::ClientFile::open(path);
    if (!file)
        return fail(file.error());
    std::unique_ptr<Workspace> workspace(
        new Workspace(std::move(*file), filePlace(path), random, clock));
    if (const Result<> loaded = workspace->load(); !loaded)
        return fail(loaded.error().during(u"opening the data file"_s));
    return workspace;
}

Result<> Workspace::load()
{
    const auto meta = m_replica.meta();
    if (!meta)
        return fail(meta.error());
    if (meta->production.isNull())
        return {}; // new; setIdentity() comes next
    const auto server = m_queries.setting(serverSetting());
    const auto title = m_queries.setting(titleSetting());
    const auto person = m_queries.setting(personSetting());
    const auto place = m_queries.setting(placeSetting());
    if (!server || !title || !person || !place)
        return fail(ErrorCode::StoreCorrupt, u"the settings cannot be read"_s);
    m_placeSynced = *place;
    m_state.server = QString::fromUtf8(server->value_or(QByteArray()));
    m_state.productionTitle = QString::fromUtf8(title->value_or(QByteArray()));
    m_state.personName = QString::fromUtf8(person->value_or(QByteArray()));
    m_state.kind =
        m_state.server.isEmpty() ? WorkspaceState::Kind::Solo : WorkspaceState::Kind::Joined;
    m_state.production = meta->production;
    m_state.person = meta->person;
    m_state.device = meta->device;
    m_state.role = roleFromNumber(meta->role).value_or(Role::Crew);
    const auto custom = customRoleOf(meta->user);
    if (!custom)
        return fail(custom.error());
    m_state.custom = *custom;
    m_user = meta->user;
    return m_replica.startStream(m_ids.next<StreamId>(m_clock.now()));
}

// As the person's grant says it; before the first sync there is none.
Result<std::optional<CustomRole>> Workspace::customRoleOf(UserId user)
{
    const auto groups = groupsOf(grantId(m_state.production, user));
    if (!groups)
        return fail(groups.error());
    m_deputy.reset();
    if (!*groups)
        return std::nullopt;
    const GroupMap plain = sync::plainGroups(**groups);
    const auto grant = grantFromGroups(plain);
    if (!grant || grant->ended)
        return std::nullopt;
    m_deputy = deputyIn(plain);
    if (m_deputy
        && (m_deputy->isOver(m_clock.now())
            || grant->permissions().reach(Action::ApproveDays) >= Reach::Department))
        m_deputy.reset();
    if (m_deputy)
        return CustomRole{{}, Deputy::permissionsOf(grant->permissions())};
    return grant->custom;
}

Result<std::optional<Workspace::Identity>> Workspace::identity()
{
    const auto meta = m_replica.meta();
    const auto server = m_queries.setting(serverSetting());
    const auto title = m_queries.setting(titleSetting());
    const auto person = m_queries.setting(personSetting());
    if (!meta || !server || !title || !person)
        return fail(ErrorCode::StoreCorrupt, u"the identity cannot be read"_s);
    if (meta->production.isNull() || !*server || !*title || !*person)
        return std::nullopt;
    return std::optional(Identity{*meta, QString::fromUtf8(**server), QString::fromUtf8(**title),
                                  QString::fromUtf8(**person)});
}

Result<> Workspace::setIdentity(const Identity &identity)
{
    if (const Result<> begun = m_storage.begin(); !begun)
        return begun;
    Result<> written = m_storage.setMeta(identity.meta);
    if (written)
        written = m_queries.setSetting(serverSetting(), identity.server.toUtf8());
    if (written)
        written = m_queries.setSetting(titleSetting(), identity.productionTitle.toUtf8());
    if (written)
        written = m_queries.setSetting(personSetting(), identity.personName.toUtf8());
    if (!written) {
        m_storage.rollback();
        return written;
    }
    if (const Result<> committed = m_storage.commit(); !committed)
        return committed;
    return load();
}

Result<> Workspace::setServer(const QString &server)
{
    m_state.server = server;
    return m_queries.setSetting(serverSetting(), server.toUtf8());
}

Result<std::optional<protocol::VersionedGroups>> Workspace::groupsOf(EntityId id)
{
    const auto record = m_queries.record(id);
    if (!record)
        return fail(record.error());
    if (!*record || (*record)->state.deleted)
        return std::nullopt;
    auto groups = protocol::decodeGroups((*record)->state.groups);
    if (!groups)
        return fail(ErrorCode::StoreCorrupt, u"a record cannot be read"_s);
    return std::optional(std::move(*groups));
}

bool Workspace::mayWrite(const WorkDayKey &key, const Directory &directory) const
{
    if (m_state.reachesAll(Action::EditDays))
        return true;
    const Person *other = directory.personOf(key.person);
    const DepartmentId own = ownDepartment(directory);
    return m_state.permissions().reachesPerson(Action::EditDays, key.person == m_state.person,
                                               other && !own.isNull() && own == other->department);
}

DepartmentId Workspace::ownDepartment(const Directory &directory) const
{
    if (m_deputy)
        return m_deputy->department;
    const Person *own = directory.personOf(m_state.person);
    return own ? own->department : DepartmentId();
}

bool Workspace::isLocked(const protocol::VersionedGroups &day) const
{
    return !m_state.permissions().reachesAll(Action::EditDays)
        && sync::approvalOf(EntityType::TimeEntry, {true, false, day}) != ApprovalLevel::None;
}

Result<std::optional<MutationId>> Workspace::actOn(const WorkDayKey &key, DayAction action,
                                                   const QString &reason)
{
    using protocol::Operation;
    const auto known = directory();
    if (!known)
        return fail(known.error());
    ClientReplica::Edit edit;
    edit.entity = workDayId(m_state.production, key);
    edit.reason = reason;
    const auto record = groupsOf(edit.entity);
    if (!record)
        return fail(record.error());
    const bool isAboutApproval = action == DayAction::Approve || action == DayAction::Reopen;
    const Reach approves = m_state.permissions().reach(Action::ApproveDays);
    const bool mayApprove = approves >= Reach::Department;
    const bool isRefused = !isAboutApproval && *record && isLocked(**record);
    if (!mayWrite(key, *known) || isRefused || (isAboutApproval && !mayApprove))
        return fail(ErrorCode::PermissionDenied, u"the day is not this person's to decide on"_s);

    if (*record)
        edit.before = sync::plainGroups(**record);
    switch (action) {
    case DayAction::Submit:
        if (*record) {
            edit.after = edit.before;
            edit.after[schema::time_entry::Lifecycle][schema::time_entry::State] =
                qint64(DayState::Submitted);
        }
        break;
    case DayAction::Approve:
        edit.operation = Operation::Approve;
        edit.level =
            approves == Reach::Production ? ApprovalLevel::Coordinator : ApprovalLevel::Department;
        break;
    case DayAction::Reopen: edit.operation = Operation::Reopen; break;
    case DayAction::Delete: edit.operation = Operation::Delete; break;
    case DayAction::BringBack: edit.operation = Operation::Undelete; break;
    }
    const auto saved = m_replica.save(std::span(&edit, 1), m_ids, m_clock.now());
    if (!saved)
        return fail(saved.error().during(u"deciding on a day"_s));
    return saved->empty() ? std::nullopt : std::optional(saved->front());
}

// What only a later version can read, only that may change. Where it is the state that cannot be
// read, the day may be locked.
static bool changesWhatIsUnread(const std::vector<quint32> &unread, const DayGroups &groups)
{
    const auto of = [](const GroupMap &all, quint32 group) {
        const auto found = all.find(group);
        return found == all.end() ? FieldMap() : found->second;
    };
    return std::ranges::any_of(unread, [&](quint32 group) {
        return group == schema::time_entry::Lifecycle
            || of(groups.before, group) != of(groups.after, group);
    });
}

// Nothing if the day may not be changed by this person, or not here, or no more.
Result<std::optional<ClientReplica::Edit>> Workspace::editOf(const EditedDay &edit,
                                                             const Directory &directory)
{
    const WorkDayKey &key = edit.after.key;
    const EntityId id = workDayId(m_state.production, key);
    const auto record = groupsOf(id);
    if (!record)
        return fail(record.error());
    std::optional<GroupMap> stored;
    if (*record)
        stored = sync::plainGroups(**record);
    const std::optional<DayRead> now = stored ? readDay(*stored) : std::nullopt;
    const bool isClosed = now && now->day.state >= DayState::Approved;
    if (isClosed || (*record && isLocked(**record)) || !mayWrite(key, directory))
        return std::nullopt;

    const DayGroups groups = groupsOfEdit(edit.before, edit.after, stored);
    const std::vector<quint32> unread = now ? now->unread : std::vector<quint32>();
    if ((stored && !now) || changesWhatIsUnread(unread, groups))
        return std::nullopt;
    GroupMap checked = groups.after;
    for (const quint32 group : unread) // whoever wrote it has checked it
        checked.erase(group);
    if (const Result<> fits = checkRecord(m_state.production, EntityType::TimeEntry, id, checked);
        !fits)
        return fail(fits.error());
    ClientReplica::Edit change;
    change.type = EntityType::TimeEntry;
    change.entity = id;
    change.before = groups.before;
    change.after = groups.after;
    return std::optional(std::move(change));
}

Result<SavedDays> Workspace::saveDays(std::span<const EditedDay> edits, const QString &reason,
                                      protocol::InputMethod input, const UndoNote &note)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    SavedDays saved;
    std::vector<ClientReplica::Edit> changes;
    std::vector<EditedDay> written;
    for (const EditedDay &edit : edits) {
        const Result<bool> isFree = note.isRewrite ? isUntouched(edit.before) : true;
        if (!isFree)
            return fail(isFree.error());
        if (!*isFree) {
            saved.changedSince.push_back(edit.after.key);
            continue;
        }
        auto change = editOf(edit, *known);
        if (!change)
            return fail(change.error().during(u"saving a day"_s));
        if (!*change) {
            saved.refused.push_back(edit.after.key);
            continue;
        }
        (*change)->reason = reason;
        (*change)->input = input;
        changes.push_back(std::move(**change));
        written.push_back(edit);
    }
    auto mutations = m_replica.save(changes, m_ids, m_clock.now(),
                                    [&] { return write(note, written, saved.undoStep); });
    if (!mutations)
        return fail(mutations.error().during(u"saving a day"_s));
    saved.mutations = std::move(*mutations);
    return saved;
}

// Only what the person entered goes along. Whose it is, the unit and the state are of here.
Result<BroughtDays> Workspace::bringDays(std::span<const WorkDay> days)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    const Person *own = known->personOf(m_state.person);
    if (!own)
        return fail(ErrorCode::NotFound, u"the crew list has not come yet"_s);
    BroughtDays result;
    std::vector<EditedDay> edits;
    for (const WorkDay &day : days) {
        const QDate date = day.key.date;
        const auto here = this->days(m_state.person, date, date);
        if (!here)
            return fail(here.error());
        const bool isTaken =
            std::ranges::any_of(here->days, [](const DaySeen &seen) { return !seen.day.isBlank(); })
            || std::ranges::find(result.brought, date) != result.brought.end();
        if (isTaken) {
            result.alreadyThere.push_back(date);
            continue;
        }
        EditedDay edit;
        edit.before.key = {own->id, date, own->unit};
        edit.after = day;
        edit.after.key = edit.before.key;
        edit.after.state = DayState::Empty;
        result.brought.push_back(date);
        edits.push_back(std::move(edit));
    }
    const auto saved = saveDays(edits, {}, protocol::InputMethod::Import);
    if (!saved)
        return fail(saved.error());
    for (const WorkDayKey &key : saved->refused) {
        std::erase(result.brought, key.date);
        result.alreadyThere.push_back(key.date); // locked, so there is one
    }
    return result;
}

Result<bool> Workspace::isAboutDaysAloneAnswered()
{
    return m_queries.setting(daysAloneSetting()).map([](const auto &value) {
        return value.has_value();
    });
}

Result<> Workspace::noteDaysAloneAnswered()
{
    return m_queries.setSetting(daysAloneSetting(), "answered");
}

Result<std::vector<MutationId>> Workspace::saveRecords(std::span<const WantedRecord> records,
                                                       protocol::InputMethod input)
{
    std::vector<ClientReplica::Edit> changes;
    for (const WantedRecord &wanted : records) {
        if (const Result<> fits =
                checkRecord(m_state.production, wanted.type, wanted.id, wanted.groups);
            !fits)
            return fail(fits.error());
        const auto record = groupsOf(wanted.id);
        if (!record)
            return fail(record.error());
        ClientReplica::Edit change;
        change.type = wanted.type;
        change.entity = wanted.id;
        if (*record)
            change.before = sync::plainGroups(**record);
        change.after = wanted.groups;
        change.input = input;
        changes.push_back(std::move(change));
    }
    return m_replica.save(changes, m_ids, m_clock.now());
}

Result<> Workspace::moveCall(const WorkDayKey &key, std::optional<Minutes> before,
                             std::optional<Minutes> after, const QString &reason)
{
    if (!m_state.reachesAll(Action::EditProduction))
        return fail(ErrorCode::PermissionDenied,
                    u"the call sheet is not this person's to change"_s);
    const EntityId id = shootingDayId(m_state.production, key.date, key.unit);
    const auto record = groupsOf(id);
    if (!record)
        return fail(record.error());
    if (!*record)
        return fail(ErrorCode::NotFound, u"there is no call sheet for the day"_s);
    ClientReplica::Edit change;
    change.type = EntityType::ShootingDay;
    change.entity = id;
    change.before = change.after = sync::plainGroups(**record);
    change.reason = reason;
    auto day = shootingDayFromGroups(change.before);
    if (!day)
        return fail(day.error());
    const auto own = std::ranges::find(day->personCalls, key.person, &CallFor<PersonId>::who);
    const bool hasOwn = own != day->personCalls.end();
    if (before != (hasOwn ? std::optional(own->call) : std::nullopt))
        return fail(ErrorCode::Conflict, u"the call was moved meanwhile"_s);
    if (hasOwn)
        day->personCalls.erase(own);
    if (after)
        day->personCalls.push_back({key.person, *after});
    // A group without fields: the last call of its own is cleared, not left as it is.
    change.after[schema::shooting_day::Calls] = toGroups(*day)[schema::shooting_day::Calls];
    if (const Result<> fits =
            checkRecord(m_state.production, change.type, change.entity, change.after);
        !fits)
        return fail(fits.error());
    const auto saved = m_replica.save(std::span(&change, 1), m_ids, m_clock.now());
    return saved ? Result<>() : fail(saved.error());
}

Result<Workspace::Resolution> Workspace::resolutionOf(const ConflictDecision &decision,
                                                      std::span<const OpenConflict> open)
{
    const auto found = std::ranges::find(open, decision.id, &OpenConflict::id);
    if (found == open.end())
        return fail(ErrorCode::NotFound, u"the conflict is not open any more"_s);
    std::vector<MutationId> candidates;
    for (const sync::ConflictCandidate &candidate : found->record.candidates)
        candidates.push_back(candidate.mutation);
    std::ranges::sort(candidates);
    for (const MutationId &candidate : candidates) {
        if (std::ranges::find(decision.seen, candidate) == decision.seen.end())
            return fail(ErrorCode::Conflict, u"another version has come meanwhile"_s);
    }
    const auto record = groupsOf(found->record.target);
    if (!record)
        return fail(record.error());
    std::optional<GroupMap> stored;
    if (*record)
        stored = sync::plainGroups(**record);
    Resolution resolution;
    resolution.counting.key = decision.result.key;
    if (stored)
        resolution.counting = dayIn(*stored).value_or(resolution.counting);
    if (!newWrongOrders(resolution.counting, decision.result).empty())
        return fail(ErrorCode::InvalidInput, u"two times of the day are in the wrong order"_s);

    const DayGroups groups = groupsOfEdit(resolution.counting, decision.result, stored);
    ClientReplica::Edit &change = resolution.change;
    change.type = EntityType::TimeEntry;
    change.entity = found->record.target;
    change.before = groups.before;
    change.after = groups.after;
    change.reason = decision.message;
    change.resolves = protocol::Resolves{found->id, candidates};
    return resolution;
}

Result<SavedStep> Workspace::resolve(std::span<const ConflictDecision> decisions,
                                     const UndoNote &note)
{
    const auto open = openConflictRecords();
    if (!open)
        return fail(open.error());
    SavedStep step{0, note.name};
    std::vector<ClientReplica::Edit> changes;
    for (const ConflictDecision &decision : decisions) {
        auto resolution = resolutionOf(decision, *open);
        if (!resolution)
            return fail(resolution.error().during(u"deciding a conflict"_s));
        step.days.push_back({resolution->counting, decision.result});
        changes.push_back(std::move(resolution->change));
    }
    // Taking back leaves alone what is not as it was left, so this is read as it was stored.
    const auto along = [&]() -> Result<> {
        for (size_t i = 0; i < changes.size(); ++i) {
            const auto record = groupsOf(changes[i].entity);
            if (!record)
                return fail(record.error());
            if (*record)
                step.days[i].after =
                    dayIn(sync::plainGroups(**record)).value_or(step.days[i].after);
        }
        return write(note, step.days, step.number);
    };
    const auto saved = m_replica.save(changes, m_ids, m_clock.now(), along);
    if (!saved)
        return fail(saved.error().during(u"deciding a conflict"_s));
    return step;
}

} // namespace film::app
