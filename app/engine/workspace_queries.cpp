#include "app/engine/day_records.h"
#include "app/engine/workspace.h"
#include "shared/domain/records.h"
#include "shared/sync/author.h"

#include <algorithm>
#include <set>

namespace film::app {

using namespace Qt::StringLiterals;
using protocol::Outcome;
using store::SeenRecord;

namespace {

// A record that a newer version wrote in a way we cannot read is left out of a list: one of them
// must not take the others with it.
template<typename Value, typename Read>
Result<std::vector<Value>> readAll(const Result<std::vector<SeenRecord>> &records, Read read)
{
    if (!records)
        return fail(records.error());
    std::vector<Value> values;
    for (const SeenRecord &record : *records) {
        const auto groups = protocol::decodeGroups(record.state.groups);
        if (!groups)
            continue;
        Result<Value> value = read(record.state.id, sync::plainGroups(*groups));
        if (value)
            values.push_back(std::move(*value));
    }
    return values;
}

GroupMap plainGroups(const SeenRecord &record)
{
    const auto groups = protocol::decodeGroups(record.state.groups);
    return groups ? sync::plainGroups(*groups) : GroupMap();
}

bool isLaid(Outcome outcome)
{
    return outcome == Outcome::Applied || outcome == Outcome::Converged
        || outcome == Outcome::Resolved;
}

void lay(const protocol::Envelope &envelope, GroupMap &groups)
{
    for (const auto &[group, change] : envelope.groups)
        groups[group] = sync::changed(groups[group], change);
}

std::vector<FieldSeen> fieldsOf(const protocol::Envelope &envelope)
{
    std::vector<FieldSeen> fields;
    for (const auto &[group, change] : envelope.groups) {
        for (const auto &[field, value] : change.set)
            fields.push_back({group, field});
        for (const quint32 field : change.removed)
            fields.push_back({group, field});
    }
    return fields;
}

} // namespace

Result<Production> Workspace::production()
{
    const auto productions = readAll<Production>(
        m_queries.records(EntityType::Production), [](EntityId id, const GroupMap &groups) {
            return productionFromGroups(ProductionId::of(id), groups);
        });
    if (!productions)
        return fail(productions.error());
    if (!productions->empty())
        return productions->front();
    Production production;
    production.id = m_state.production;
    production.title = m_state.productionTitle;
    return production;
}

Result<std::optional<Person>> Workspace::person(PersonId id)
{
    const auto groups = groupsOf(EntityId::of(id));
    if (!groups)
        return fail(groups.error());
    if (!*groups)
        return std::nullopt;
    auto person = personFromGroups(id, sync::plainGroups(**groups));
    return person ? std::optional(std::move(*person)) : std::nullopt;
}

Result<std::vector<Deal>> Workspace::deals()
{
    auto deals = readAll<Deal>(
        m_queries.records(EntityType::Deal), [this](EntityId id, const GroupMap &groups) {
            Result<Deal> deal = dealFromGroups(groups);
            if (deal)
                deal->number = dealNumber(m_state.production, deal->person, id).value_or(0);
            return deal;
        });
    if (deals)
        std::erase_if(*deals, [this](const Deal &deal) { return !seesPayOf(deal.person); });
    return deals;
}

// Whoever leads a department has deals of its people from a server of an older version.
bool Workspace::seesPayOf(PersonId person) const
{
    return m_state.reachesAll(Action::SeePay)
        || m_state.permissions().reachesPerson(Action::SeePay, person == m_state.person, false);
}

Result<std::vector<Deal>> Workspace::deals(PersonId id)
{
    if (!seesPayOf(id))
        return std::vector<Deal>();
    // Numbers follow on one another; one may be missing where a record cannot be seen.
    constexpr int missingMax = 2;
    std::vector<Deal> deals;
    int missing = 0;
    for (int number = 0; number < dealsOfPersonMax && missing < missingMax; ++number) {
        const auto groups = groupsOf(dealId(m_state.production, id, number));
        if (!groups)
            return fail(groups.error());
        missing += *groups ? 0 : 1;
        if (!*groups)
            continue;
        if (auto deal = dealFromGroups(sync::plainGroups(**groups))) {
            deal->number = number;
            deals.push_back(std::move(*deal));
        }
    }
    return deals;
}

Result<std::vector<Unit>> Workspace::units()
{
    auto units =
        readAll<Unit>(m_queries.records(EntityType::Unit), [](EntityId id, const GroupMap &groups) {
            return unitFromGroups(UnitId::of(id), groups);
        });
    if (!units)
        return fail(ErrorCode::StoreCorrupt, u"the units cannot be read"_s);
    return std::move(*units);
}

Result<Directory> Workspace::directory()
{
    auto known = production();
    auto units = this->units();
    auto departments = readAll<Department>(
        m_queries.records(EntityType::Department), [](EntityId id, const GroupMap &groups) {
            return departmentFromGroups(DepartmentId::of(id), groups);
        });
    auto people = readAll<Person>(m_queries.records(EntityType::Person),
                                  [](EntityId id, const GroupMap &groups) {
                                      return personFromGroups(PersonId::of(id), groups);
                                  });
    if (!known || !units || !departments || !people)
        return fail(ErrorCode::StoreCorrupt, u"the crew list cannot be read"_s);

    Directory directory;
    directory.production = std::move(*known);
    directory.units = std::move(*units);
    directory.departments = std::move(*departments);
    directory.people = std::move(*people);
    const auto byOrder = [](const auto &a, const auto &b) {
        return std::tie(a.sortOrder, a.name) < std::tie(b.sortOrder, b.name);
    };
    std::ranges::sort(directory.departments, byOrder);
    std::ranges::sort(directory.people, byOrder);
    return directory;
}

Result<DaysSeen> Workspace::days(const std::optional<PersonId> &person, QDate first, QDate last)
{
    const auto records =
        m_queries.daysBetween(EntityType::TimeEntry, first, last, person.value_or(PersonId()));
    if (!records)
        return fail(records.error());
    const auto open = openConflictRecords();
    if (!open)
        return fail(open.error());
    std::set<EntityId> contested;
    for (const OpenConflict &conflict : *open)
        contested.insert(conflict.record.target);

    DaysSeen seen;
    for (const SeenRecord &record : *records) {
        DaySeen day;
        day.isPending = record.isPending;
        day.hasConflict = contested.contains(record.state.id);
        day.sequence = record.state.lastSequence;
        const GroupMap groups = plainGroups(record);
        if (auto read = readDay(groups)) {
            day.day = std::move(read->day);
            day.reviewed = reviewedPenaltiesIn(groups);
            day.needsNewerApp = !read->unread.empty();
        } else { // never a day without times: somebody would type over it
            auto key = keyOf(record);
            if (!key)
                return fail(key.error());
            day.day.key = *key;
            day.isUnreadable = true;
        }
        seen.days.push_back(std::move(day));
    }
    auto known = sheets(first, last);
    if (!known)
        return fail(known.error());
    seen.sheets = std::move(*known);
    return seen;
}

// From the newest change back, so that a quiet week costs one look into the log.
Result<> Workspace::findOtherHands(DaysSeen &seen, Instant since)
{
    // Where more came at once it was an import or a first sync, and nobody's typing.
    constexpr size_t daysLookedAtMax = 64;
    std::vector<DaySeen *> newest;
    for (DaySeen &day : seen.days)
        newest.push_back(&day);
    const size_t count = std::min(newest.size(), daysLookedAtMax);
    std::ranges::partial_sort(newest, newest.begin() + qsizetype(count), std::ranges::greater(),
                              &DaySeen::sequence);
    std::optional<Names> known; // the crew list may be long
    for (size_t i = 0; i < count; ++i) {
        const auto row = m_queries.newestRow(workDayId(m_state.production, newest[i]->day.key));
        if (!row)
            return fail(row.error());
        if (!*row)
            continue; // came with a snapshot: the log here begins later
        const Instant received = instantFromMs((*row)->receivedMs);
        if (received < since)
            return {};
        const auto envelope = protocol::decodeEnvelope((*row)->envelope);
        if (!envelope || envelope->device == m_state.device || newest[i]->isPending)
            continue;
        if (!known) {
            auto read = names();
            if (!read)
                return fail(read.error());
            known = std::move(*read);
        }
        newest[i]->otherHand =
            HandSeen{authorOf(envelope->author, *known), instantFromMs(envelope->wallMs), received};
    }
    return {};
}

Result<std::optional<Workspace::GoodCopy>> Workspace::lastGoodCopy(const WorkDayKey &key)
{
    const auto rows = m_queries.history(workDayId(m_state.production, key));
    if (!rows)
        return fail(rows.error());
    std::optional<GoodCopy> good;
    GroupMap groups;
    for (const store::HistoryRow &row : *rows) {
        const auto envelope = protocol::decodeEnvelope(row.envelope);
        if (!envelope || !isLaid(row.outcome))
            continue;
        // What came before the first row that is here, its author has seen.
        for (const auto &[group, change] : envelope->groups)
            groups.try_emplace(group, change.pre);
        lay(*envelope, groups);
        auto read = readDay(groups);
        if (read && read->unread.empty() && read->day.key == key)
            good = GoodCopy{std::move(read->day), instantFromMs(envelope->wallMs)};
    }
    return good;
}

// Of a day that does not say it itself.
Result<WorkDayKey> Workspace::keyOf(const SeenRecord &record)
{
    WorkDayKey key{record.index.person, QDate::fromJulianDay(record.index.day), {}};
    const auto known = directory();
    if (!known)
        return fail(known.error());
    for (const Unit &unit : known->units) {
        if (workDayId(m_state.production, {key.person, key.date, unit.id}) == record.state.id)
            key.unit = unit.id;
    }
    return key;
}

Result<std::vector<ShootingDay>> Workspace::sheets(QDate first, QDate last)
{
    return readAll<ShootingDay>(
        m_queries.daysBetween(EntityType::ShootingDay, first, last, {}),
        [](EntityId, const GroupMap &groups) { return shootingDayFromGroups(groups); });
}

Result<Workspace::Names> Workspace::names()
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    Names names;
    for (const Person &person : known->people)
        names.people.emplace_back(person.id, person.name);
    const auto grants = m_queries.records(EntityType::Grant);
    if (!grants)
        return fail(grants.error());
    for (const SeenRecord &grant : *grants) {
        const Result<Grant> granted = grantFromGroups(plainGroups(grant));
        if (!granted)
            continue;
        const QString name = nameOf(granted->person, names);
        names.users.emplace_back(granted->user, name.isEmpty() ? granted->name : name);
    }
    return names;
}

QString Workspace::nameOf(PersonId person, const Names &names) const
{
    const auto found =
        std::ranges::find(names.people, person, &std::pair<PersonId, QString>::first);
    if (found != names.people.end())
        return found->second;
    return person == m_state.person ? m_state.personName : QString();
}

QString Workspace::authorOf(UserId user, const Names &names) const
{
    const auto found = std::ranges::find(names.users, user, &std::pair<UserId, QString>::first);
    return found == names.users.end() ? QString() : found->second;
}

Result<std::vector<Workspace::OpenConflict>> Workspace::openConflictRecords()
{
    const auto records = m_queries.records(EntityType::Conflict);
    if (!records)
        return fail(records.error());
    std::vector<OpenConflict> open;
    for (const SeenRecord &record : *records) {
        auto conflict = sync::conflictFromGroups(plainGroups(record));
        if (conflict && conflict->state == sync::ConflictState::Open)
            open.push_back({record.state.id, std::move(*conflict)});
    }
    return open;
}

Result<quint64> Workspace::openConflicts()
{
    return openConflictRecords().map([](const auto &open) { return quint64(open.size()); });
}

Result<ConflictSeen> Workspace::seenConflict(const OpenConflict &conflict, const Names &names)
{
    const auto record = groupsOf(conflict.record.target);
    if (!record)
        return fail(record.error());
    const GroupMap counting = *record ? sync::plainGroups(**record) : GroupMap();
    ConflictSeen seen;
    seen.id = conflict.id;
    DayVersionSeen first;
    for (const sync::ConflictCandidate &candidate : conflict.record.candidates) {
        seen.candidates.push_back(candidate.mutation);
        const auto envelope = protocol::decodeEnvelope(candidate.envelope);
        // Too large to be carried, the log has it; or no version of the day, but an approval of
        // it or a change of another one that belongs together with one here.
        if (!envelope || envelope->entity != conflict.record.target
            || envelope->operation == protocol::Operation::Approve
            || envelope->operation == protocol::Operation::Reopen)
            continue;
        DayVersionSeen version;
        version.mutation = candidate.mutation;
        version.author = candidate.author;
        version.device = candidate.device;
        version.isMine = candidate.device == m_state.device;
        version.authorName =
            version.isMine ? m_state.personName : authorOf(candidate.author, names);
        version.at = instantFromMs(candidate.wallMs);
        version.day = dayIn(groupsAfter(*envelope), counting).value_or(WorkDay());
        if (seen.versions.empty())
            seen.before = dayIn(groupsBefore(*envelope), counting).value_or(WorkDay());
        seen.versions.push_back(std::move(version));
    }
    std::ranges::sort(seen.candidates);
    seen.counting = dayIn(counting).value_or(seen.before);

    // Whose the counting version is: of the change that last wrote one of the contested groups.
    if (*record && !conflict.record.groups.empty()) {
        const auto group = (*record)->find(conflict.record.groups.front());
        if (group != (*record)->end())
            first.mutation = group->second.version;
    }
    const auto log = m_queries.history(conflict.record.target);
    if (!log)
        return fail(log.error());
    for (const store::HistoryRow &row : *log) {
        const auto envelope = protocol::decodeEnvelope(row.envelope);
        if (!envelope || envelope->mutation != first.mutation)
            continue;
        first.author = envelope->author;
        first.device = envelope->device;
        first.isMine = envelope->device == m_state.device;
        first.authorName = first.isMine ? m_state.personName : authorOf(envelope->author, names);
        first.at = instantFromMs(envelope->wallMs);
    }
    first.day = seen.counting;
    seen.versions.insert(seen.versions.begin(), std::move(first));
    seen.personName = nameOf(seen.counting.key.person, names);
    return seen;
}

Result<std::optional<QDate>> Workspace::firstShootingDay()
{
    return m_queries.firstDay(EntityType::ShootingDay);
}

Result<std::vector<ConflictSeen>> Workspace::conflicts()
{
    const auto open = openConflictRecords();
    const auto known = names();
    if (!open)
        return fail(open.error());
    if (!known)
        return fail(known.error());
    std::vector<ConflictSeen> seen;
    for (const OpenConflict &conflict : *open) {
        if (conflict.record.targetType != EntityType::TimeEntry)
            continue;
        auto one = seenConflict(conflict, *known);
        if (!one)
            return fail(one.error());
        seen.push_back(std::move(*one));
    }
    std::ranges::sort(seen, {}, [](const ConflictSeen &conflict) {
        return conflict.counting.key.date.toJulianDay();
    });
    return seen;
}

Result<std::vector<HistoryRow>> Workspace::history(const WorkDayKey &key)
{
    const EntityId id = workDayId(m_state.production, key);
    const auto steps = m_queries.history(id);
    if (!steps)
        return fail(steps.error());
    // Read only where somebody else is to be named: the crew list may be long.
    std::optional<Names> known;

    WorkDay blank;
    blank.key = key;
    GroupMap groups = toGroups(blank);
    std::vector<HistoryRow> rows;
    for (const store::HistoryRow &step : *steps) {
        const auto envelope = protocol::decodeEnvelope(step.envelope);
        if (!envelope)
            continue;
        HistoryRow row;
        row.mutation = envelope->mutation;
        row.at = instantFromMs(envelope->wallMs);
        row.device = envelope->device;
        row.isMine = envelope->device == m_state.device;
        if (!row.isMine && !known) {
            auto read = names();
            if (!read)
                return fail(read.error());
            known = std::move(*read);
        }
        row.person = row.isMine ? m_state.personName : authorOf(envelope->author, *known);
        row.isPending = step.sequence == 0;
        row.outcome = step.outcome;
        row.reason = envelope->reason;
        row.fields = fieldsOf(*envelope);
        row.before = dayIn(groups).value_or(blank);
        GroupMap after = groups;
        lay(*envelope, after);
        row.after = dayIn(after).value_or(row.before);
        if (isLaid(step.outcome))
            groups = std::move(after);
        rows.push_back(std::move(row));
    }
    std::ranges::reverse(rows);
    return rows;
}

Result<OutboxEntry> Workspace::entryOf(const sync::OutboxRow &row, quint64 cursor,
                                       const Names &names)
{
    const auto envelope = protocol::decodeEnvelope(row.envelope);
    if (!envelope)
        return fail(ErrorCode::StoreCorrupt, u"an own change cannot be read"_s);
    OutboxEntry entry;
    entry.mutation = row.mutation;
    entry.entity = row.entity;
    entry.type = envelope->type;
    entry.at = instantFromMs(envelope->wallMs);
    entry.outcome = row.outcome;
    entry.refusal = row.refusal;
    if (row.status == sync::OutboxRow::Status::Acked) {
        const bool attention = row.outcome == Outcome::Quarantined || row.outcome == Outcome::Held;
        entry.state = attention            ? OutboxState::NeedsAttention
            : row.loggedSequence <= cursor ? OutboxState::Confirmed
                                           : OutboxState::Sent;
    }
    const auto record = groupsOf(row.entity);
    if (!record)
        return fail(record.error());
    const GroupMap rest = *record ? sync::plainGroups(**record) : GroupMap();
    if (entry.type == EntityType::TimeEntry) {
        entry.before = dayIn(groupsBefore(*envelope), rest);
        entry.after = dayIn(groupsAfter(*envelope), rest);
        if (entry.after)
            entry.personName = nameOf(entry.after->key.person, names);
    } else if (entry.type == EntityType::Person) {
        entry.personName = nameOf(PersonId::of(row.entity), names);
    }
    return entry;
}

Result<std::vector<OutboxEntry>> Workspace::outbox(int rowsMax)
{
    const auto rows = m_queries.outbox(rowsMax);
    if (rows && rows->empty())
        return std::vector<OutboxEntry>();
    const auto meta = m_replica.meta();
    const auto known = names();
    if (!rows || !meta || !known)
        return fail(ErrorCode::StoreFailure, u"the own changes cannot be read"_s);
    std::vector<OutboxEntry> entries;
    for (const sync::OutboxRow &row : *rows) {
        auto entry = entryOf(row, meta->cursor, *known);
        if (!entry)
            return fail(entry.error());
        entries.push_back(std::move(*entry));
    }
    return entries;
}

Result<quint64> Workspace::outboxSize()
{
    return m_queries.outboxSize();
}

Result<sync::OutboxCounts> Workspace::counts()
{
    const auto meta = m_replica.meta();
    if (!meta)
        return fail(meta.error());
    return m_storage.outboxCounts(meta->cursor);
}

Result<std::optional<Instant>> Workspace::lastSyncedAt()
{
    const auto value = m_queries.setting(u"last_synced_ms"_s);
    if (!value)
        return fail(value.error());
    if (!*value)
        return std::nullopt;
    return std::optional(instantFromMs((*value)->toLongLong()));
}

Result<> Workspace::noteSynced(Instant at)
{
    if (m_placeSynced != m_place) {
        if (const Result<> kept = m_queries.setSetting(u"place"_s, m_place); !kept)
            return kept;
        m_placeSynced = m_place;
    }
    return m_queries.setSetting(u"last_synced_ms"_s, QByteArray::number(msSinceEpoch(at)));
}

Result<> Workspace::recountWhenDue()
{
    constexpr auto interval = std::chrono::days(7);
    const QString name = u"counted_ms"_s;
    const auto counted = m_queries.setting(name);
    if (!counted)
        return fail(counted.error());
    const Instant now = m_clock.now();
    const bool isOld = !*counted || now - instantFromMs((*counted)->toLongLong()) > interval;
    if (!isOld && m_file->wasLeftInOrder())
        return {};
    const auto done = m_replica.run(sync::ClientReplica::Recount{now});
    if (!done)
        return fail(done.error().during(u"counting the records"_s));
    return m_queries.setSetting(name, QByteArray::number(msSinceEpoch(now)));
}

} // namespace film::app
