#include "app/engine/workspace.h"

#include "app/engine/day_records.h"
#include "shared/domain/records.h"
#include "shared/sync/approval.h"

#include <algorithm>
#include <limits>

namespace film::app {

using namespace Qt::StringLiterals;
using protocol::Envelope;
using protocol::Operation;
using sync::ClientReplica;

namespace {

std::optional<qint64> lifecycleStateIn(const FieldMap &fields)
{
    const auto state = fields.find(schema::time_entry::State);
    if (state == fields.end() || !state->second.number())
        return std::nullopt;
    return *state->second.number();
}

// What a change says about its day as a whole; nothing for one of times alone.
std::optional<SignOff> signOffIn(const Envelope &envelope)
{
    SignOff said;
    if (envelope.operation == Operation::Approve) {
        const auto level = sync::levelGivenBy(envelope);
        if (!level)
            return std::nullopt;
        said.kind = SignOff::Kind::Approved;
        said.level = *level;
        return said;
    }
    if (envelope.operation == Operation::Reopen) {
        said.kind = SignOff::Kind::Withdrawn;
        return said;
    }
    const auto lifecycle = envelope.groups.find(schema::time_entry::Lifecycle);
    if (lifecycle == envelope.groups.end())
        return std::nullopt;
    const auto before = lifecycleStateIn(lifecycle->second.pre);
    const auto after = lifecycleStateIn(sync::changed(lifecycle->second.pre, lifecycle->second));
    const bool wasIn = before == qint64(DayState::Submitted);
    const bool isIn = after == qint64(DayState::Submitted);
    if (wasIn == isIn)
        return std::nullopt;
    said.kind = isIn ? SignOff::Kind::Submitted : SignOff::Kind::TakenBack;
    return said;
}

bool isInEffect(const store::HistoryRow &row)
{
    using protocol::Outcome;
    return row.outcome == Outcome::Applied || row.outcome == Outcome::Converged
        || row.outcome == Outcome::Resolved;
}

PersonId personOfUser(const std::vector<std::pair<UserId, PersonId>> &people, UserId user)
{
    const auto found = std::ranges::find(people, user, &std::pair<UserId, PersonId>::first);
    return found == people.end() ? PersonId() : found->second;
}

const FieldMap &fieldsIn(const GroupMap &groups, quint32 group)
{
    static const FieldMap none;
    const auto found = groups.find(group);
    return found == groups.end() ? none : found->second;
}

// Of what a person initials: the times and the meals.
Hash32 timesHash(const GroupMap &groups)
{
    GroupMap times;
    for (const quint32 group :
         {quint32(schema::time_entry::Times), quint32(schema::time_entry::Meals)})
        times[group] = fieldsIn(groups, group);
    return sync::contentHash(times);
}

bool changesTimes(const Envelope &envelope)
{
    return envelope.groups.contains(schema::time_entry::Times)
        || envelope.groups.contains(schema::time_entry::Meals);
}

} // namespace

ApprovalLevel Workspace::levelToGive() const
{
    if (m_state.reachesAll(Action::ApproveDays))
        return ApprovalLevel::Coordinator;
    return m_state.permissions().reach(Action::ApproveDays) == Reach::Department
        ? ApprovalLevel::Department
        : ApprovalLevel::None;
}

// Nobody below the office signs their own card: whoever is above them does.
bool Workspace::mayApprove(PersonId person, const Directory &directory) const
{
    const ApprovalLevel level = levelToGive();
    if (level == ApprovalLevel::Coordinator)
        return true;
    if (level == ApprovalLevel::None || person == m_state.person)
        return false;
    const Person *other = directory.personOf(person);
    const DepartmentId own = ownDepartment(directory);
    return other && !own.isNull() && own == other->department;
}

bool Workspace::mayDelegate() const
{
    return m_state.kind == WorkspaceState::Kind::Joined && !m_deputy
        && levelToGive() != ApprovalLevel::None;
}

Result<QString> Workspace::nameOfUser(UserId user)
{
    return names().map([&](const Names &known) { return authorOf(user, known); });
}

Result<Delegations> Workspace::delegations()
{
    const auto known = directory();
    const auto grants = m_queries.records(EntityType::Grant);
    const auto people = names();
    if (!known || !grants || !people)
        return fail(!known ? known.error() : !grants ? grants.error() : people.error());
    const DepartmentId own = ownDepartment(*known);
    const bool isOffice = levelToGive() == ApprovalLevel::Coordinator;
    Delegations found;
    for (const store::SeenRecord &record : *grants) {
        const auto groups = protocol::decodeGroups(record.state.groups);
        if (!groups)
            continue;
        const GroupMap plain = sync::plainGroups(*groups);
        const auto grant = grantFromGroups(plain);
        if (!grant || grant->ended)
            continue;
        const QString name = authorOf(grant->user, *people);
        if (const auto deputy = deputyIn(plain))
            found.standing.push_back(
                {grant->user, name,
                 deputy->by == m_user ? m_state.personName : authorOf(deputy->by, *people),
                 deputy->until, deputy->isOver(m_clock.now()),
                 mayDelegate() && (isOffice || deputy->by == m_user)});
        const Person *person = known->personOf(grant->person);
        const bool isTheirs = person && (isOffice || person->department == own);
        if (mayDelegate() && isTheirs && grant->user != m_user
            && grant->permissions().reach(Action::ApproveDays) < Reach::Department)
            found.members.push_back({grant->user, name, person->position});
    }
    std::ranges::sort(found.members, {}, &DelegationMember::name);
    std::ranges::sort(found.standing, {}, &Delegation::until);
    return found;
}

Result<> Workspace::setDeputy(UserId user, const std::optional<QDate> &until)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    if (!mayDelegate())
        return fail(ErrorCode::PermissionDenied, u"nobody approves in this person's place"_s);
    ClientReplica::Edit edit;
    edit.type = EntityType::Grant;
    edit.entity = grantId(m_state.production, user);
    const auto record = groupsOf(edit.entity);
    if (!record)
        return fail(record.error());
    if (!*record)
        return fail(ErrorCode::NotFound, u"there is no such member"_s);
    edit.before = sync::plainGroups(**record);
    const auto grant = grantFromGroups(edit.before);
    const Person *person = grant ? known->personOf(grant->person) : nullptr;
    const auto before = deputyIn(edit.before);
    const bool isOffice = levelToGive() == ApprovalLevel::Coordinator;
    const bool isOthers = before && before->by != m_user && !before->isOver(m_clock.now());
    if (!grant || user == m_user || (isOthers && !isOffice)
        || (until && (!person || (!isOffice && person->department != ownDepartment(*known)))))
        return fail(ErrorCode::PermissionDenied, u"that is not this person's to give"_s);
    edit.after = edit.before;
    film::setDeputy(edit.after,
                    until ? std::optional(Deputy{m_user, person->department, *until})
                          : std::nullopt);
    const auto saved = m_replica.save(std::span(&edit, 1), m_ids, m_clock.now());
    return saved ? Result<>() : Result<>(fail(saved.error().during(u"delegating approvals"_s)));
}

Result<std::vector<DayStanding>> Workspace::standings(const std::optional<PersonId> &person,
                                                      QDate first, QDate last)
{
    const auto records =
        m_queries.daysBetween(EntityType::TimeEntry, first, last, person.value_or(PersonId()));
    if (!records)
        return fail(records.error());
    std::vector<DayStanding> standings;
    for (const store::SeenRecord &record : *records) {
        auto groups = protocol::decodeGroups(record.state.groups);
        if (!groups)
            continue; // it shows as unreadable where its day does
        const GroupMap plain = sync::plainGroups(*groups);
        const auto day = workDayFromGroups(plain);
        if (!day)
            continue;
        const sync::RecordContent content{true, record.state.deleted, std::move(*groups)};
        standings.push_back({day->key, sync::approvalOf(EntityType::TimeEntry, content),
                             sync::guardHash(EntityType::TimeEntry, plain, schema::whole::Group)});
    }
    return standings;
}

Result<std::vector<SignOff>> Workspace::signOffs(std::span<const WorkDayKey> days)
{
    if (days.empty())
        return std::vector<SignOff>();
    const auto known = names();
    if (!known)
        return fail(known.error());
    const auto personOf = peopleOfUsers();
    if (!personOf)
        return fail(personOf.error());
    std::vector<SignOff> all;
    for (const WorkDayKey &key : days) {
        const auto rows = m_queries.history(workDayId(m_state.production, key));
        if (!rows)
            return fail(rows.error());
        for (const store::HistoryRow &row : *rows) {
            const auto envelope = isInEffect(row) ? protocol::decodeEnvelope(row.envelope)
                                                  : Result<Envelope>(fail(ErrorCode::NotFound, {}));
            auto said = envelope ? signOffIn(*envelope) : std::nullopt;
            if (!said)
                continue;
            said->key = key;
            said->at = instantFromMs(envelope->wallMs);
            said->reason = envelope->reason;
            said->isPending = row.sequence == 0;
            said->sequence = said->isPending ? envelope->sequence : row.sequence;
            said->isMine = envelope->device == m_state.device;
            said->who = said->isMine ? m_state.personName : authorOf(envelope->author, *known);
            const PersonId whose = personOfUser(*personOf, envelope->author);
            said->isByOwner =
                whose.isNull() ? said->isMine && key.person == m_state.person : whose == key.person;
            all.push_back(std::move(*said));
        }
    }
    std::ranges::stable_sort(all, [](const SignOff &a, const SignOff &b) {
        if (a.isPending != b.isPending)
            return b.isPending;
        return a.sequence < b.sequence;
    });
    return all;
}

Result<> Workspace::addApprovedWeeks(std::span<const ApprovedWeek> weeks,
                                     std::vector<ClientReplica::Edit> &edits)
{
    if (!m_state.reachesAll(Action::ApproveDays) || !m_state.reachesAll(Action::SeePay))
        return {};
    for (ApprovedWeek week : weeks) {
        week.device = m_state.device;
        ClientReplica::Edit edit;
        edit.type = EntityType::Timecard;
        edit.entity = approvedWeekId(m_state.production, week);
        const auto known = groupsOf(edit.entity);
        if (!known)
            return fail(known.error());
        if (*known)
            edit.before = sync::plainGroups(**known);
        const Result<ApprovedWeek> earlier = approvedWeekFromGroups(edit.before);
        edit.after = withKnownReplaced(edit.before, earlier ? toGroups(*earlier) : GroupMap(),
                                       toGroups(week));
        if (const Result<> fits =
                checkRecord(m_state.production, edit.type, edit.entity, edit.after);
            !fits)
            return fits;
        edits.push_back(std::move(edit));
    }
    return {};
}

Result<std::optional<ApprovedWeek>> Workspace::approvedWeek(PersonId person, QDate first)
{
    const auto records = m_queries.daysBetween(EntityType::Timecard, first, first, person);
    if (!records)
        return fail(records.error());
    if (records->empty())
        return std::nullopt;
    const auto standing = standings(person, first, first.addDays(6));
    if (!standing)
        return fail(standing.error());
    std::optional<ApprovedWeek> found;
    quint64 at = 0;
    for (const store::SeenRecord &record : *records) {
        const auto groups = protocol::decodeGroups(record.state.groups);
        auto week = groups ? approvedWeekFromGroups(sync::plainGroups(*groups))
                           : Result<ApprovedWeek>(fail(groups.error()));
        // What is not confirmed yet was said last.
        const quint64 when =
            record.isPending ? std::numeric_limits<quint64>::max() : record.state.lastSequence;
        if (!week || !week->isOf(*standing) || (found && when < at))
            continue;
        found = std::move(*week);
        at = when;
    }
    return found;
}

// What was signed is what stands here, or nothing is: somebody may have changed a day between
// the look and the signature.
Result<std::vector<MutationId>> Workspace::approve(std::span<const DayToSign> days,
                                                   std::span<const ApprovedWeek> weeks)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    const auto open = openConflictRecords();
    if (!open)
        return fail(open.error());
    std::vector<ClientReplica::Edit> edits;
    for (const DayToSign &day : days) {
        if (!mayApprove(day.key.person, *known))
            return fail(ErrorCode::PermissionDenied, u"the day is not this person's to approve"_s);
        ClientReplica::Edit edit;
        edit.entity = workDayId(m_state.production, day.key);
        const auto record = groupsOf(edit.entity);
        if (!record)
            return fail(record.error());
        if (!*record)
            return fail(ErrorCode::NotFound, u"there is no such day"_s);
        edit.before = sync::plainGroups(**record);
        const bool isContested = std::ranges::any_of(
            *open, [&](const OpenConflict &one) { return one.record.target == edit.entity; });
        const Hash32 now =
            sync::guardHash(EntityType::TimeEntry, edit.before, schema::whole::Group);
        if (now != day.content || isContested || !sync::isSubmitted(edit.before))
            return fail(ErrorCode::Conflict, u"the day is not as it was shown"_s);
        edit.operation = Operation::Approve;
        edit.level = levelToGive();
        edits.push_back(std::move(edit));
    }
    if (const Result<> added = addApprovedWeeks(weeks, edits); !added)
        return fail(added.error());
    auto saved = m_replica.save(edits, m_ids, m_clock.now());
    return saved ? saved : fail(saved.error().during(u"approving days"_s));
}

Result<std::vector<MutationId>> Workspace::withdraw(std::span<const DayToSign> days,
                                                    Withdrawal whose, const QString &reason)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    std::vector<ClientReplica::Edit> edits;
    for (const auto &[key, content] : days) {
        ClientReplica::Edit edit;
        edit.entity = workDayId(m_state.production, key);
        const auto record = groupsOf(edit.entity);
        if (!record)
            return fail(record.error());
        if (!*record)
            return fail(ErrorCode::NotFound, u"there is no such day"_s);
        const ApprovalLevel given =
            sync::approvalOf(EntityType::TimeEntry, {true, false, **record});
        if (!mayApprove(key.person, *known) || given > levelToGive())
            return fail(ErrorCode::PermissionDenied, u"the approval is not this person's"_s);
        edit.before = sync::plainGroups(**record);
        const Hash32 now =
            sync::guardHash(EntityType::TimeEntry, edit.before, schema::whole::Group);
        if (given == ApprovalLevel::None || now != content)
            return fail(ErrorCode::Conflict, u"no such approval stands"_s);
        if (whose == Withdrawal::OfOwn) {
            const auto said = signOffs(std::span(&key, 1));
            if (!said)
                return fail(said.error());
            if (said->empty() || said->back().kind != SignOff::Kind::Approved
                || !said->back().isMine)
                return fail(ErrorCode::Conflict, u"the approval is somebody else's"_s);
        }
        edit.operation = Operation::Reopen;
        edit.reason = reason;
        edits.push_back(std::move(edit));
    }
    auto saved = m_replica.save(edits, m_ids, m_clock.now());
    return saved ? saved : fail(saved.error().during(u"withdrawing approvals"_s));
}

Result<std::vector<std::pair<UserId, PersonId>>> Workspace::peopleOfUsers()
{
    const auto grants = m_queries.records(EntityType::Grant);
    if (!grants)
        return fail(grants.error());
    std::vector<std::pair<UserId, PersonId>> people;
    for (const store::SeenRecord &record : *grants) {
        const auto groups = protocol::decodeGroups(record.state.groups);
        const auto grant = groups ? grantFromGroups(sync::plainGroups(*groups))
                                  : Result<Grant>(fail(groups.error()));
        if (grant)
            people.emplace_back(grant->user, grant->person);
    }
    return people;
}

Result<std::vector<ForeignChange>> Workspace::foreignChanges(std::span<const WorkDayKey> days)
{
    std::vector<ForeignChange> waiting;
    const auto people = peopleOfUsers();
    if (!people)
        return fail(people.error());
    std::optional<Names> known; // read only where somebody is to be named
    for (const WorkDayKey &key : days) {
        const EntityId id = workDayId(m_state.production, key);
        const auto rows = m_queries.history(id);
        const auto record = groupsOf(id);
        if (!rows || !record)
            return fail(rows ? record.error() : rows.error());
        if (!*record)
            continue;
        GroupMap groups;
        std::optional<GroupMap> own; // as the person left it
        std::optional<Envelope> foreign;
        bool isForeignMine = false;
        for (const store::HistoryRow &row : *rows) {
            const auto envelope = isInEffect(row) ? protocol::decodeEnvelope(row.envelope)
                                                  : Result<Envelope>(fail(ErrorCode::NotFound, {}));
            if (!envelope)
                continue;
            const Hash32 before = timesHash(groups);
            for (const auto &[group, change] : envelope->groups)
                groups[group] = sync::changed(groups[group], change);
            if (!changesTimes(*envelope))
                continue;
            const bool isMine = envelope->device == m_state.device;
            const PersonId author = isMine && m_state.person == key.person
                ? key.person
                : personOfUser(*people, envelope->author);
            if (author == key.person) {
                own = groups;
                foreign.reset();
            } else if (own && timesHash(groups) != before) {
                foreign = *envelope;
                isForeignMine = isMine;
            }
        }
        const GroupMap now = sync::plainGroups(**record);
        const Hash32 content = timesHash(now);
        if (!own || !foreign || timesHash(*own) == content)
            continue;
        const FieldMap &said = fieldsIn(now, schema::time_entry::Initials);
        const auto seen = said.find(schema::time_entry::InitialledContent);
        const bool isAnswered =
            seen != said.end() && seen->second == FieldValue(content.toByteArray());
        const auto dispute = said.find(schema::time_entry::Dispute);
        const bool isDisputed = isAnswered && dispute != said.end() && dispute->second.text();
        if (isAnswered && !isDisputed)
            continue;
        const auto before = workDayFromGroups(*own);
        const auto after = workDayFromGroups(now);
        if (!before || !after)
            continue;
        if (!known) {
            auto read = names();
            if (!read)
                return fail(read.error());
            known = std::move(*read);
        }
        ForeignChange change{key,
                             isForeignMine ? m_state.personName : authorOf(foreign->author, *known),
                             instantFromMs(foreign->wallMs),
                             foreign->reason,
                             *before,
                             *after,
                             content,
                             {}};
        if (isDisputed)
            change.dispute = *dispute->second.text();
        waiting.push_back(std::move(change));
    }
    std::ranges::stable_sort(waiting, {}, [](const ForeignChange &one) { return one.key.date; });
    return waiting;
}

Result<> Workspace::initial(const WorkDayKey &key, const Hash32 &content,
                            const std::optional<QString> &word)
{
    if (key.person != m_state.person)
        return fail(ErrorCode::PermissionDenied, u"only the person initials their times"_s);
    ClientReplica::Edit edit;
    edit.entity = workDayId(m_state.production, key);
    const auto record = groupsOf(edit.entity);
    if (!record)
        return fail(record.error());
    if (!*record)
        return fail(ErrorCode::NotFound, u"there is no such day"_s);
    if (isLocked(**record))
        return fail(ErrorCode::PermissionDenied, u"the day is approved"_s);
    edit.before = sync::plainGroups(**record);
    if (timesHash(edit.before) != content)
        return fail(ErrorCode::Conflict, u"the times are not as they were shown"_s);
    edit.after = edit.before;
    FieldMap &said = edit.after[schema::time_entry::Initials];
    said.clear();
    if (word)
        said[schema::time_entry::InitialledContent] = content.toByteArray();
    if (word && !word->isEmpty())
        said[schema::time_entry::Dispute] = *word;
    const auto saved = m_replica.save(std::span(&edit, 1), m_ids, m_clock.now());
    return saved ? Result<>() : Result<>(fail(saved.error().during(u"initialling a day"_s)));
}

// Of one's own it is for the office alone: nobody waves their own penalty through.
Result<> Workspace::reviewPenalties(const WorkDayKey &key, std::span<const ReviewedPenalty> before,
                                    std::span<const ReviewedPenalty> after)
{
    const auto known = directory();
    if (!known)
        return fail(known.error());
    const bool isOwn = key.person == m_state.person && !m_state.reachesAll(Action::EditDays);
    if (isOwn || !mayWrite(key, *known))
        return fail(ErrorCode::PermissionDenied, u"the day is not this person's to review"_s);
    ClientReplica::Edit edit;
    edit.entity = workDayId(m_state.production, key);
    const auto record = groupsOf(edit.entity);
    if (!record)
        return fail(record.error());
    if (*record && isLocked(**record))
        return fail(ErrorCode::PermissionDenied, u"the day is approved"_s);
    if (!*record)
        return fail(ErrorCode::NotFound, u"there is no such day"_s);
    edit.before = sync::plainGroups(**record);
    if (!std::ranges::equal(reviewedPenaltiesIn(edit.before), before))
        return fail(ErrorCode::Conflict, u"others were reviewed meanwhile"_s);
    edit.after = edit.before;
    setReviewedPenalties(edit.after, after);
    const auto saved = m_replica.save(std::span(&edit, 1), m_ids, m_clock.now());
    return saved ? Result<>() : Result<>(fail(saved.error().during(u"reviewing a penalty"_s)));
}

} // namespace film::app
