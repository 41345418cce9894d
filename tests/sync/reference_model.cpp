#include "tests/sync/reference_model.h"

#include "shared/domain/records.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using protocol::Envelope;
using protocol::GroupChange;
using protocol::Operation;
using protocol::Outcome;
using sync::ConflictKind;

namespace {

constexpr quint32 whole = schema::whole::Group;
constexpr size_t candidatesMax = 256; // a conflict record names no more, and no world has them

FieldMap wantedBy(const GroupChange &change, FieldMap fields)
{
    for (const auto &[field, value] : change.set)
        fields[field] = value;
    for (const quint32 field : change.removed)
        fields.erase(field);
    return fields;
}

bool isSet(const FieldMap &fields, quint32 field)
{
    const auto value = fields.find(field);
    return value != fields.end() && value->second == FieldValue(1);
}

// The hash of a record's values, made here from the bytes of the codec alone.
QByteArray hashOf(const std::map<quint32, FieldMap> &groups)
{
    return sha256(protocol::encodeContent(groups)).toByteArray();
}

QString nameOf(Outcome outcome, ConflictKind kind)
{
    return outcome == Outcome::Conflict || outcome == Outcome::Held
        ? u"outcome %1 of kind %2"_s.arg(int(outcome)).arg(int(kind))
        : u"outcome %1"_s.arg(int(outcome));
}

} // namespace

ReferenceModel::ReferenceModel(ProductionId production,
                               std::map<DeviceId, sync::DeviceRecord> devices)
    : m_production(production)
    , m_devices(std::move(devices))
{}

void ReferenceModel::read(std::span<const sync::LogAppend> log)
{
    std::vector<Envelope> envelopes;
    for (const sync::LogAppend &row : log) {
        auto envelope = protocol::decodeEnvelope(row.envelope);
        if (!envelope) {
            m_problems.append(u"an unreadable envelope is in the log"_s);
            return;
        }
        envelopes.push_back(std::move(*envelope));
    }
    for (size_t at = 0; at < log.size();) {
        const std::optional<protocol::Atom> &atom = envelopes[at].atom;
        size_t end = at + 1;
        // The rows that reset an approval stand between the members.
        while (atom && end < log.size()
               && (envelopes[end].atom == atom || log[end].outcome == Outcome::System))
            ++end;
        if (atom)
            readAtom(log.subspan(at, end - at),
                     {envelopes.begin() + qsizetype(at), envelopes.begin() + qsizetype(end)});
        else
            readRow(log[at], envelopes[at]);
        at = end;
    }
}

// All members have one fate: they fit one after the other, or they wait in one conflict.
void ReferenceModel::readAtom(std::span<const sync::LogAppend> rows,
                              const std::vector<Envelope> &envelopes)
{
    std::vector<Envelope> members;
    std::ranges::copy_if(envelopes, std::back_inserter(members),
                         [](const Envelope &envelope) { return envelope.atom.has_value(); });
    if (members.size() != envelopes.front().atom->size)
        m_problems.append(u"at row %1 the log has a part of an atom"_s.arg(rows[0].sequence));
    const std::optional<Misfit> misfit = tryAtom(members);
    ++m_happened[misfit ? u"atom kept aside"_s : u"atom applied"_s];
    if (!misfit) {
        for (size_t i = 0; i < rows.size(); ++i)
            readRow(rows[i], envelopes[i]);
        return;
    }
    const Envelope &owner = members[misfit->member];
    const ConflictId conflict = sync::conflictIdOf(m_production, owner.entity);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].outcome != misfit->verdict.outcome || rows[i].conflict != conflict)
            m_problems.append(u"row %1 of an atom has outcome %2, the rule says %3"_s.arg(
                QString::number(rows[i].sequence), QString::number(int(rows[i].outcome)),
                nameOf(misfit->verdict.outcome, misfit->verdict.kind)));
    }
    for (const Envelope &member : members)
        keep(member, owner.entity, misfit->verdict);
    for (const sync::LogAppend &row : rows)
        compareConflict(row);
}

std::optional<ReferenceModel::Misfit>
ReferenceModel::tryAtom(std::span<const Envelope> members) const
{
    ReferenceModel trial = *this;
    for (size_t i = 0; i < members.size(); ++i) {
        const Verdict verdict = trial.judge(members[i]);
        if (verdict.outcome == Outcome::Conflict || verdict.outcome == Outcome::Held)
            return Misfit{i, verdict};
        trial.apply(members[i]);
        if (Record &record = trial.m_records[members[i].entity]; trial.levelOf(record) == 0)
            record.groups.erase(schema::time_entry::Approval);
    }
    return std::nullopt;
}

void ReferenceModel::readRow(const sync::LogAppend &row, const Envelope &envelope)
{
    if (m_resetDue || row.outcome == Outcome::System)
        return readReset(row, envelope);
    const Verdict verdict = judge(envelope);
    if (verdict.outcome != row.outcome)
        m_problems.append(u"row %1 has outcome %2, the rule says %3"_s.arg(
            QString::number(row.sequence), QString::number(int(row.outcome)),
            nameOf(verdict.outcome, verdict.kind)));
    count(envelope, verdict);
    if (verdict.outcome == Outcome::Conflict || verdict.outcome == Outcome::Held)
        keep(envelope, envelope.entity, verdict);
    else
        apply(envelope);
    lookForStaleApproval(envelope);
    compareConflict(row);
}

void ReferenceModel::lookForStaleApproval(const Envelope &envelope)
{
    const Record &record = recordOf(envelope.entity);
    const auto approval = record.groups.find(schema::time_entry::Approval);
    if (record.type == EntityType::TimeEntry && approval != record.groups.end()
        && !approval->second.fields.empty() && levelOf(record) == 0)
        m_resetDue = envelope.entity;
}

// Behind a change of what was approved comes a row that says that it is not any more.
void ReferenceModel::readReset(const sync::LogAppend &row, const Envelope &envelope)
{
    const std::optional<EntityId> due = std::exchange(m_resetDue, std::nullopt);
    if (row.outcome != Outcome::System || !due || *due != envelope.entity) {
        m_problems.append(
            u"row %1: an approval was not reset, or without a cause"_s.arg(row.sequence));
        return;
    }
    m_records[*due].groups[schema::time_entry::Approval] = {envelope.mutation, {}};
    ++m_happened[u"approval reset"_s];
}

// Nothing if neither rights nor an approval stand against it.
std::optional<ReferenceModel::Verdict> ReferenceModel::judgeRights(const Envelope &envelope) const
{
    const qint64 level = levelOf(recordOf(envelope.entity));
    if (envelope.operation == Operation::Approve) {
        const FieldMap &set = envelope.groups.at(schema::time_entry::Approval).set;
        if (!mayApprove(envelope, *set.at(schema::time_entry::Level).number()))
            return Verdict{Outcome::Held, ConflictKind::Held};
    } else if (envelope.operation == Operation::Reopen) {
        if (!mayApprove(envelope, level))
            return Verdict{Outcome::Held, ConflictKind::Held};
    } else if (!mayWrite(envelope)) {
        return Verdict{Outcome::Held, ConflictKind::Held};
    } else if (level > 0) {
        const Role role = memberOf(envelope.device).role;
        if (role != Role::Coordinator && role != Role::Administrator)
            return Verdict{Outcome::Conflict, ConflictKind::Locked};
    }
    return std::nullopt;
}

// Whoever decides has seen every version, and says what counts in all that is contested.
bool ReferenceModel::isWellDecided(const Envelope &envelope) const
{
    const Conflict &conflict = conflictOf(envelope.entity);
    return conflict.isOpen && envelope.resolves->candidates == conflict.candidates
        && std::ranges::all_of(conflict.groups, [&](quint32 group) {
               return group == schema::time_entry::Approval || envelope.groups.contains(group);
           });
}

ReferenceModel::Verdict ReferenceModel::judge(const Envelope &envelope) const
{
    if (const auto verdict = judgeRights(envelope))
        return *verdict;

    const Record &record = recordOf(envelope.entity);
    const Conflict &conflict = conflictOf(envelope.entity);
    const bool isDecision = envelope.operation == Operation::Resolve;
    if (isDecision && !isWellDecided(envelope))
        return {Outcome::Conflict, ConflictKind::Guard};

    for (const protocol::Guard &guard : envelope.guards) {
        if (!holds(guard, envelope))
            return {Outcome::Conflict, ConflictKind::Guard};
    }

    if (envelope.operation == Operation::Approve) {
        if (conflict.isOpen)
            return {Outcome::Conflict, ConflictKind::Guard};
        const FieldMap &set = envelope.groups.at(schema::time_entry::Approval).set;
        const qint64 level = *set.at(schema::time_entry::Level).number();
        return {levelOf(record) < level ? Outcome::Applied : Outcome::Converged, {}};
    }

    // Is it there, should it be, and did the author know?
    const auto existence = envelope.groups.find(whole);
    const bool says = existence != envelope.groups.end();
    const FieldMap seen = says ? existence->second.pre : FieldMap();
    const FieldMap wanted = says ? wantedBy(existence->second, seen) : FieldMap();
    const bool sawDeleted = isSet(seen, schema::whole::Deleted);
    const bool wantsDeleted = isSet(wanted, schema::whole::Deleted);
    const bool isGone = !record.exists || record.deleted;
    bool changesSomething = false;
    if (isGone && wantsDeleted)
        return {isDecision ? Outcome::Resolved : Outcome::Converged, {}};
    if (!record.exists && sawDeleted)
        return {Outcome::Conflict, ConflictKind::Delete};
    if (record.exists && record.deleted != wantsDeleted) {
        std::map<quint32, FieldMap> values;
        for (const auto &[number, group] : record.groups)
            values[number] = group.fields;
        const bool knewTheContent = says && seen.at(schema::whole::Content) == hashOf(values);
        if (sawDeleted != record.deleted || !knewTheContent)
            return {Outcome::Conflict, ConflictKind::Delete};
        changesSomething = true;
    }

    for (const auto &[number, change] : envelope.groups) {
        if (number == whole)
            continue;
        const auto group = record.groups.find(number);
        const bool isThere = group != record.groups.end();
        const FieldMap now = isThere ? group->second.fields : FieldMap();
        const bool knewIt = now == change.pre || (isThere && change.base == group->second.version);
        if (!knewIt && now != wantedBy(change, change.pre))
            return {Outcome::Conflict, ConflictKind::Group};
        changesSomething = changesSomething || (knewIt && now != wantedBy(change, now));
    }
    if (isDecision)
        return {Outcome::Resolved, {}};
    return {changesSomething ? Outcome::Applied : Outcome::Converged, {}};
}

void ReferenceModel::apply(const Envelope &envelope)
{
    Record record = recordOf(envelope.entity);
    const auto existence = envelope.groups.find(whole);
    const bool wantsDeleted = existence != envelope.groups.end()
        && isSet(wantedBy(existence->second, existence->second.pre), schema::whole::Deleted);
    if (envelope.operation == Operation::Resolve)
        m_conflicts[envelope.entity] = {};
    if ((!record.exists || record.deleted) && wantsDeleted)
        return;
    if (!record.exists)
        record.department = departmentOf(envelope);
    record.type = envelope.type;
    record.deleted = wantsDeleted;
    for (const auto &[number, change] : envelope.groups) {
        const auto found = record.groups.find(number);
        const Group group = found == record.groups.end() ? Group() : found->second;
        const bool isApproval =
            number == schema::time_entry::Approval && envelope.operation == Operation::Approve;
        if (isApproval && levelOf(record) >= *change.set.at(schema::time_entry::Level).number())
            continue;
        const bool knewIt = isApproval || group.fields == change.pre
            || (!group.version.isNull() && change.base == group.version);
        FieldMap next = wantedBy(change, group.fields);
        if (number == whole || !knewIt || next == group.fields)
            continue; // it was so already
        record.groups[number] = {envelope.mutation, std::move(next)};
        record.exists = true;
    }
    if (record.exists)
        m_records[envelope.entity] = std::move(record);
}

// Nothing is applied; the change waits for a person beside the record.
void ReferenceModel::keep(const Envelope &envelope, EntityId about, const Verdict &verdict)
{
    Conflict &conflict = m_conflicts[about];
    if (!conflict.isOpen)
        conflict = {true, verdict.kind, {}, {}};
    if (conflict.candidates.size() >= candidatesMax)
        m_problems.append(u"a conflict has more versions than this model knows about"_s);
    conflict.candidates.push_back(envelope.mutation);
    std::ranges::sort(conflict.candidates);
}

void ReferenceModel::count(const Envelope &envelope, const Verdict &verdict)
{
    if (verdict.outcome == Outcome::Conflict) {
        if (verdict.kind == ConflictKind::Delete)
            ++m_happened[u"conflict about a deletion"_s];
        const Conflict &conflict = conflictOf(envelope.entity);
        if (envelope.operation == Operation::Resolve && verdict.kind == ConflictKind::Guard
            && conflict.isOpen && envelope.resolves->candidates != conflict.candidates)
            ++m_happened[u"decision that missed a late version"_s];
        if (verdict.kind == ConflictKind::Locked)
            ++m_happened[u"amendment asked for"_s];
        if (verdict.kind == ConflictKind::Guard && envelope.operation == Operation::Approve)
            ++m_happened[u"approval of what is not there any more"_s];
        else if (verdict.kind == ConflictKind::Guard && !envelope.guards.empty())
            ++m_happened[u"guard failed"_s];
        return;
    }
    if (verdict.outcome == Outcome::Resolved
        && conflictOf(envelope.entity).kind == ConflictKind::Held)
        ++m_happened[u"held change decided"_s];
    if (!envelope.guards.empty() && envelope.operation != Operation::Approve)
        ++m_happened[u"guard held"_s];
    if (verdict.outcome != Outcome::Applied)
        return;
    if (envelope.operation == Operation::Delete)
        ++m_happened[u"deleted"_s];
    if (envelope.operation == Operation::Undelete)
        ++m_happened[u"brought back"_s];
    if (envelope.operation == Operation::Reopen)
        ++m_happened[u"reopened"_s];
    if (envelope.operation == Operation::Approve) {
        const FieldMap &set = envelope.groups.at(schema::time_entry::Approval).set;
        const bool isOffice = set.at(schema::time_entry::Level) == FieldValue(2);
        ++m_happened[isOffice ? u"approved by the office"_s : u"approved by the department"_s];
    }
}

// The conflict record that the row left behind names what is open, all of it and in one kind.
void ReferenceModel::compareConflict(const sync::LogAppend &row)
{
    const auto states = protocol::decodeEntities(row.post);
    if (!states)
        return;
    for (const protocol::EntityState &state : *states) {
        if (state.type != EntityType::Conflict)
            continue;
        const auto groups = protocol::decodeGroups(state.groups);
        const auto stored = sync::conflictFromGroups(sync::plainGroups(*groups));
        Conflict &expected = m_conflicts[stored->target];
        expected.groups = expected.isOpen ? stored->groups : std::vector<quint32>();
        if ((stored->state == sync::ConflictState::Open) != expected.isOpen) {
            m_problems.append(u"row %1 left a conflict open, or closed it"_s.arg(row.sequence));
            continue;
        }
        if (!expected.isOpen)
            continue;
        std::vector<MutationId> candidates;
        for (const auto &candidate : stored->candidates)
            candidates.push_back(candidate.mutation);
        std::ranges::sort(candidates);
        if (candidates != expected.candidates || stored->kind != expected.kind)
            m_problems.append(u"row %1 left another conflict than there is"_s.arg(row.sequence));
    }
}

void ReferenceModel::compareWith(const std::map<EntityId, protocol::EntityState> &records)
{
    if (m_resetDue)
        m_problems.append(u"the log ends before an approval was reset"_s);
    for (const auto &[id, record] : m_records) {
        const auto stored = records.find(id);
        if (stored == records.end()) {
            m_problems.append(u"a record of the log is missing"_s);
            continue;
        }
        std::map<quint32, Group> there;
        const auto groups = protocol::decodeGroups(stored->second.groups);
        for (const auto &[number, group] : *groups)
            there[number] = {group.version, group.fields};
        if (there != record.groups || stored->second.deleted != record.deleted)
            m_problems.append(u"a record is not what its log says"_s);
    }
    for (const auto &[id, state] : records) {
        if (state.type != EntityType::Conflict && !m_records.contains(id))
            m_problems.append(u"a record that no row of the log made"_s);
    }
}

const ReferenceModel::Record &ReferenceModel::recordOf(EntityId id) const
{
    static const Record none;
    const auto found = m_records.find(id);
    return found == m_records.end() ? none : found->second;
}

const ReferenceModel::Conflict &ReferenceModel::conflictOf(EntityId id) const
{
    static const Conflict none;
    const auto found = m_conflicts.find(id);
    return found == m_conflicts.end() ? none : found->second;
}

// Role, person and department by the member's grant as the log has it here.
sync::DeviceRecord ReferenceModel::memberOf(DeviceId device) const
{
    sync::DeviceRecord member = m_devices.at(device);
    const Record &record = recordOf(grantId(m_production, member.user));
    if (!record.exists)
        return member;
    GroupMap groups;
    for (const auto &[number, group] : record.groups)
        groups[number] = group.fields;
    const auto grant = grantFromGroups(groups);
    if (!grant) {
        member.memberEnded = true; // what cannot be read grants nothing
        return member;
    }
    member.role = grant->role;
    member.person = grant->person;
    member.department = grant->department;
    member.memberEnded = grant->ended
        || std::ranges::find(grant->revokedDevices, device) != grant->revokedDevices.end();
    return member;
}

PersonId ReferenceModel::ownerOf(const Envelope &envelope) const
{
    if (envelope.type != EntityType::TimeEntry)
        return {};
    FieldMap identity;
    const Record &record = recordOf(envelope.entity);
    if (const auto known = record.groups.find(schema::time_entry::Identity);
        known != record.groups.end())
        identity = known->second.fields;
    else if (const auto said = envelope.groups.find(schema::time_entry::Identity);
             said != envelope.groups.end())
        identity = wantedBy(said->second, said->second.pre);
    const auto person = identity.find(schema::time_entry::Person);
    return person == identity.end() ? PersonId() : *PersonId::fromBytes(*person->second.bytes());
}

DepartmentId ReferenceModel::departmentOf(const Envelope &envelope) const
{
    const Record &record = recordOf(envelope.entity);
    const PersonId owner = ownerOf(envelope);
    if (record.exists || owner.isNull())
        return record.department;
    const Record &person = recordOf(EntityId::of(owner));
    const auto main = person.groups.find(schema::person::Main);
    if (main == person.groups.end())
        return {};
    return *DepartmentId::fromBytes(*main->second.fields.at(schema::person::Department).bytes());
}

bool ReferenceModel::holds(const protocol::Guard &guard, const Envelope &envelope) const
{
    const Record &record = recordOf(guard.entity);
    if (!record.exists || record.deleted)
        return false;
    if (guard.entity != envelope.entity && !maySee(envelope, record))
        return false;
    std::map<quint32, FieldMap> values;
    for (const auto &[number, group] : record.groups)
        values[number] = group.fields;
    if (guard.group != whole)
        return guard.hash == sha256(protocol::encodeFields(values[guard.group]));
    if (record.type == EntityType::TimeEntry)
        values.erase(schema::time_entry::Approval);
    return guard.hash.toByteArray() == hashOf(values);
}

// The office sees all, everybody what is public and their own, a head of department theirs.
bool ReferenceModel::maySee(const Envelope &envelope, const Record &record) const
{
    const sync::DeviceRecord member = memberOf(envelope.device);
    if (record.type != EntityType::TimeEntry || member.role == Role::Coordinator
        || member.role == Role::Administrator)
        return true;
    const FieldMap &identity = record.groups.at(schema::time_entry::Identity).fields;
    const bool isOwn =
        *PersonId::fromBytes(*identity.at(schema::time_entry::Person).bytes()) == member.person;
    return isOwn
        || (member.role == Role::HeadOfDepartment && member.department == record.department);
}

QByteArray ReferenceModel::approvableContent(const Record &record)
{
    std::map<quint32, FieldMap> values;
    for (const auto &[number, group] : record.groups)
        values[number] = group.fields;
    values.erase(schema::time_entry::Approval);
    return hashOf(values);
}

qint64 ReferenceModel::levelOf(const Record &record) const
{
    const auto approval = record.groups.find(schema::time_entry::Approval);
    if (record.type != EntityType::TimeEntry || !record.exists || record.deleted
        || approval == record.groups.end() || approval->second.fields.empty())
        return 0;
    const FieldMap &fields = approval->second.fields;
    const bool isOfThis =
        fields.at(schema::time_entry::Content) == FieldValue(approvableContent(record));
    return isOfThis ? *fields.at(schema::time_entry::Level).number() : 0;
}

// A head of department for the department, the office for itself.
bool ReferenceModel::mayApprove(const Envelope &envelope, qint64 level) const
{
    const sync::DeviceRecord member = memberOf(envelope.device);
    if (member.memberEnded)
        return false;
    if (member.role == Role::Administrator || member.role == Role::Coordinator)
        return true;
    return member.role == Role::HeadOfDepartment && level < 2 && !member.department.isNull()
        && member.department == departmentOf(envelope);
}

// Everybody their own days, a head of department those of the department, the office all but
// grants, an administrator all.
bool ReferenceModel::mayWrite(const Envelope &envelope) const
{
    const sync::DeviceRecord member = memberOf(envelope.device);
    if (member.memberEnded)
        return false;
    if (member.role == Role::Administrator)
        return true;
    if (envelope.type == EntityType::Grant)
        return false;
    if (member.role == Role::Coordinator)
        return true;
    if (envelope.type != EntityType::TimeEntry)
        return false;
    const PersonId owner = ownerOf(envelope);
    if (owner == member.person)
        return true;
    return member.role == Role::HeadOfDepartment && !member.department.isNull()
        && member.department == departmentOf(envelope);
}

} // namespace film::simulation
