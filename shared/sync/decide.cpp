#include "shared/sync/decide.h"

#include "shared/domain/approved_week.h"
#include "shared/domain/deputy.h"
#include "shared/domain/permissions.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/approval.h"
#include "shared/sync/author.h"
#include "shared/sync/grants.h"
#include "shared/sync/permissions.h"
#include "shared/sync/toys.h"

#include <algorithm>
#include <utility>

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::Cell;
using protocol::EntityState;
using protocol::Envelope;
using protocol::Guard;
using protocol::Operation;
using protocol::Outcome;
using protocol::Refusal;
using protocol::VersionedGroups;

namespace {

// A conflict record travels in one message: what does not fit is named there, and stays in the log.
constexpr size_t candidatesMax = record_limits::candidatesMax;
constexpr qsizetype candidateBytesMax = protocol::limits::envelopeBytesMax; // any one fits

// Where an envelope says whose record it is; the end of its groups if it does not.
auto identityIn(const Envelope &envelope)
{
    return envelope.groups.find(identityGroup(envelope.type).value_or(0));
}

// The field of the identity that says it.
std::optional<quint32> ownerField(EntityType type)
{
    switch (type) {
    case EntityType::TimeEntry: return schema::time_entry::Person;
    case EntityType::Deal: return schema::deal::Person;
    case EntityType::Timecard: return schema::timecard::Person;
    default: return std::nullopt;
    }
}

PersonId ownerIn(EntityType type, const FieldMap &identity)
{
    const std::optional<quint32> field = ownerField(type);
    if (!field)
        return {};
    const auto value = identity.find(*field);
    if (value == identity.end() || !value->second.bytes())
        return {};
    return PersonId::fromBytes(*value->second.bytes()).value_or(PersonId());
}

// One mutation on its way to a decision.
class Deciding
{
public:
    Deciding(const Target &target, const Envelope &envelope, const QByteArray &bytes,
             const DeviceRecord &author, quint64 sequence, qint64 receivedMs)
        : m_target(target)
        , m_envelope(envelope)
        , m_bytes(bytes)
        , m_author(author)
        , m_sequence(sequence)
        , m_receivedMs(receivedMs)
    {}

    Decision run()
    {
        if (!readTarget())
            return defect(Refusal::ServerRecord, u"the stored record cannot be read"_s);
        if (!m_target.record && m_owner.isNull() && belongsToSomebody(m_envelope.type))
            return defect(Refusal::BadValues, u"a new record without its identity"_s);
        const Cell cell = m_target.record ? m_target.record->cell
                                          : cellOf(m_envelope.type, m_owner, m_target.department);
        const DepartmentId department =
            m_target.record ? m_target.record->cell.department() : m_target.department;
        if (!isAllowed(department))
            return kept(Outcome::Held, ConflictKind::Held, changedGroups(),
                        m_target.record ? cell : Cell::office());
        if (isLocked())
            return kept(Outcome::Conflict, ConflictKind::Locked, changedGroups(), cell);
        if (m_envelope.operation == Operation::Resolve && !knowsTheWholeConflict())
            return kept(Outcome::Conflict, ConflictKind::Guard, changedGroups(), cell);
        if (!guardsHold())
            return kept(Outcome::Conflict, ConflictKind::Guard, changedGroups(), cell);
        if (m_envelope.operation == Operation::Approve) {
            if (hasOpenConflict())
                return kept(Outcome::Conflict, ConflictKind::Guard, changedGroups(), cell);
            if (!isSubmitted(plainGroups(m_now.groups)))
                return defect(Refusal::BadValues, u"a day that was not submitted is approved"_s);
        }
        const std::vector<quint32> clashes = clashingGroups();
        if (!clashes.empty())
            return kept(Outcome::Conflict, kindOf(clashes), clashes, cell);
        return applied(cell);
    }

    Decision keepAtom(const Decision &decided, std::span<const AtomMember> members)
    {
        if (!readTarget())
            return defect(Refusal::ServerRecord, u"the stored record cannot be read"_s);
        return kept(decided.outcome, decided.kind, decided.groups,
                    cellOfKept(m_target, m_envelope, decided.outcome), members);
    }

private:
    static bool belongsToSomebody(EntityType type)
    {
        return type == EntityType::TimeEntry || type == EntityType::Deal
            || type == EntityType::Timecard;
    }

    bool readTarget()
    {
        if (m_target.record) {
            Result<VersionedGroups> groups = protocol::decodeGroups(m_target.record->groups);
            if (!groups || m_target.record->type != m_envelope.type)
                return false;
            m_now = {true, m_target.record->deleted, std::move(*groups)};
            if (const auto identity = m_now.groups.find(identityGroup(m_envelope.type).value_or(0));
                identity != m_now.groups.end())
                m_owner = ownerIn(m_envelope.type, identity->second.fields);
        } else if (const auto identity = identityIn(m_envelope);
                   identity != m_envelope.groups.end()) {
            m_owner = ownerIn(m_envelope.type, identity->second.set);
        }
        if (m_target.conflict) {
            const Result<VersionedGroups> groups =
                protocol::decodeGroups(m_target.conflict->groups);
            if (!groups)
                return false;
            m_conflict = conflictFromGroups(plainGroups(*groups));
        }
        return true;
    }

    [[nodiscard]] std::vector<quint32> changedGroups() const
    {
        std::vector<quint32> groups;
        for (const auto &[group, change] : m_envelope.groups)
            groups.push_back(group);
        return groups;
    }

    [[nodiscard]] bool isAllowed(DepartmentId department) const
    {
        switch (m_envelope.operation) {
        case Operation::Approve:
            return mayApprove(m_author,
                              levelGivenBy(m_envelope).value_or(ApprovalLevel::Coordinator),
                              department)
                && !isOwnOfADeputy();
        case Operation::Reopen:
            return mayApprove(m_author, approvalOf(m_envelope.type, m_now), department)
                && !isOwnOfADeputy();
        default: break;
        }
        if (isAboutADeputy())
            return mayMakeTheDeputy();
        return mayWrite(m_author, m_envelope.type, m_owner, department);
    }

    // Whoever signs in somebody's place does not sign for themselves.
    [[nodiscard]] bool isOwnOfADeputy() const
    {
        return isDeputy(m_author) && m_author.person == m_owner;
    }

    [[nodiscard]] bool isAboutADeputy() const
    {
        return m_envelope.type == EntityType::Grant && m_envelope.operation == Operation::Set
            && m_envelope.groups.size() == 1 && m_envelope.groups.contains(schema::grant::Deputy);
    }

    // Only in a grant that is there, to a member who has not ended.
    [[nodiscard]] bool mayMakeTheDeputy() const
    {
        const GroupMap before = plainGroups(m_now.groups);
        const auto grant = grantFromGroups(before);
        if (!m_target.record || m_now.deleted || !grant || grant->ended)
            return false;
        GroupMap after;
        const auto stored = before.find(schema::grant::Deputy);
        after[schema::grant::Deputy] = changed(stored == before.end() ? FieldMap() : stored->second,
                                               m_envelope.groups.at(schema::grant::Deputy));
        const bool isGone = after[schema::grant::Deputy].empty();
        const auto wanted = deputyIn(after);
        return (isGone || wanted)
            && mayDelegate(m_author, grant->user, deputyIn(before), wanted,
                           instantFromMs(m_receivedMs));
    }

    // What is approved is changed by the office only; of anybody else it is a request.
    [[nodiscard]] bool isLocked() const
    {
        const bool isAboutTheApproval =
            m_envelope.operation == Operation::Approve || m_envelope.operation == Operation::Reopen;
        return !isAboutTheApproval && !m_author.permissions().reachesAll(Action::EditDays)
            && !toy(34) && approvalOf(m_envelope.type, m_now) != ApprovalLevel::None;
    }

    [[nodiscard]] bool guardsHold() const
    {
        if (toy(33) && m_envelope.operation == Operation::Approve)
            return true;
        return toy(32) || std::ranges::all_of(m_envelope.guards, [this](const Guard &guard) {
                   if (guard.entity == m_envelope.entity)
                       return holds(guard, m_envelope.type, m_now);
                   return holdsElsewhere(guard);
               });
    }

    // What the author may not see cannot be asked about: whether a guess was right would show.
    [[nodiscard]] bool holdsElsewhere(const Guard &guard) const
    {
        const auto state = std::ranges::find(m_target.guarded, guard.entity, &EntityState::id);
        if (state == m_target.guarded.end() || !visibilityOf(m_author).includes(state->cell))
            return false;
        Result<VersionedGroups> groups = protocol::decodeGroups(state->groups);
        return groups && holds(guard, state->type, {true, state->deleted, std::move(*groups)});
    }

    [[nodiscard]] std::vector<quint32> clashingGroups() const
    {
        if (toy(22) && m_envelope.wallMs > m_receivedMs)
            return {};
        return clashesOf(m_now, m_envelope);
    }

    static ConflictKind kindOf(const std::vector<quint32> &clashes)
    {
        return clashes.front() == schema::whole::Group ? ConflictKind::Delete : ConflictKind::Group;
    }

    [[nodiscard]] bool hasOpenConflict() const
    {
        return m_conflict && m_conflict->state == ConflictState::Open;
    }

    // A decision counts only if whoever made it had seen every version there is.
    [[nodiscard]] bool knowsTheWholeConflict() const
    {
        if (!m_envelope.resolves || !hasOpenConflict())
            return false;
        if (m_envelope.resolves->conflict != conflictIdOf(m_envelope.production, m_envelope.entity))
            return false;
        if (!namesWhatCounts())
            return false;
        std::vector<MutationId> open;
        for (const ConflictCandidate &candidate : m_conflict->candidates)
            open.push_back(candidate.mutation);
        std::ranges::sort(open);
        return toy(37) || open == m_envelope.resolves->candidates;
    }

    // Also to keep what counts one has to say what that is; approvals are judged by themselves.
    [[nodiscard]] bool namesWhatCounts() const
    {
        return std::ranges::all_of(m_conflict->groups, [this](quint32 group) {
            return group == schema::time_entry::Approval || m_envelope.groups.contains(group);
        });
    }

    Decision applied(const Cell &cell)
    {
        Decision decision;
        decision.cell = cell;
        const bool changedSomething = layOver(m_now, m_envelope);
        decision.outcome = changedSomething ? Outcome::Applied : Outcome::Converged;
        if (changedSomething)
            decision.touched.push_back(recordState(cell));
        if (m_envelope.operation == Operation::Resolve) {
            decision.outcome = Outcome::Resolved;
            m_conflict->state = ConflictState::Resolved;
            m_conflict->resolver = m_envelope.author;
            m_conflict->resolution = m_envelope.mutation;
            decision.conflict = conflictIdOf(m_envelope.production, m_envelope.entity);
            decision.touched.push_back(conflictState(cell));
        }
        return decision;
    }

    // Nothing of the mutation is applied; its bytes wait in the conflict record for a person.
    Decision kept(Outcome outcome, ConflictKind kind, const std::vector<quint32> &groups,
                  const Cell &cell)
    {
        const AtomMember alone{m_envelope, m_bytes, cell};
        return kept(outcome, kind, groups, cell, std::span(&alone, 1));
    }

    Decision kept(Outcome outcome, ConflictKind kind, const std::vector<quint32> &groups,
                  const Cell &cell, std::span<const AtomMember> members)
    {
        if (!hasOpenConflict()) {
            m_conflict = ConflictRecord{};
            m_conflict->target = m_envelope.entity;
            m_conflict->targetType = m_envelope.type;
            m_conflict->kind = kind;
        }
        for (const quint32 group : groups) {
            if (std::ranges::find(m_conflict->groups, group) == m_conflict->groups.end())
                m_conflict->groups.push_back(group);
        }
        std::ranges::sort(m_conflict->groups);
        for (const AtomMember &member : members)
            addCandidate(member, member.cell == cell);

        // A conflict about a record is seen where the record is; about one that is not there
        // (yet), by the office.
        const bool stays =
            m_target.conflict && m_target.conflict->cell.kind() == Cell::Kind::Person;
        Decision decision;
        decision.outcome = outcome;
        decision.kind = kind;
        decision.groups = groups;
        decision.cell = stays ? m_target.conflict->cell : cell;
        decision.conflict = conflictIdOf(m_envelope.production, m_envelope.entity);
        decision.touched.push_back(conflictState(decision.cell));
        return decision;
    }

    // Every candidate is named, so that a decision that does not know it does not count.
    void addCandidate(const AtomMember &member, bool isSeenHere)
    {
        const Envelope &envelope = member.envelope;
        std::vector<ConflictCandidate> &candidates = m_conflict->candidates;
        if (candidates.size() >= candidatesMax)
            dropTheOldestName();
        const bool isCarried = isSeenHere && makeRoomFor(member);
        candidates.push_back({envelope.mutation, envelope.author, envelope.device, envelope.wallMs,
                              m_receivedMs, isCarried ? member.bytes : QByteArray()});
    }

    // Of those that nobody can be shown any more. There are some: as many envelopes do not fit.
    void dropTheOldestName()
    {
        std::vector<ConflictCandidate> &candidates = m_conflict->candidates;
        const auto named = std::ranges::find_if(
            candidates, [](const ConflictCandidate &c) { return c.envelope.isEmpty(); });
        candidates.erase(named == candidates.end() ? candidates.begin() : named);
    }

    // The last word of each device has to be seen by whoever decides: what a device has said anew
    // since gives way to it, the oldest first. Whether there is room then.
    bool makeRoomFor(const AtomMember &member)
    {
        qsizetype bytes = member.bytes.size();
        for (const ConflictCandidate &candidate : m_conflict->candidates)
            bytes += candidate.envelope.size();
        if (bytes <= candidateBytesMax)
            return true;
        struct Carried {
            ConflictCandidate &candidate;
            Envelope envelope;
        };
        std::vector<Carried> carried;
        for (ConflictCandidate &candidate : m_conflict->candidates) {
            if (auto envelope = protocol::decodeEnvelope(candidate.envelope))
                carried.push_back({candidate, std::move(*envelope)});
        }
        for (size_t i = 0; i < carried.size() && bytes > candidateBytesMax; ++i) {
            const Envelope &earlier = carried[i].envelope;
            const bool isSaidAnew = saysAnew(member.envelope, earlier)
                || std::any_of(carried.begin() + qsizetype(i) + 1, carried.end(),
                               [&](const Carried &l) { return saysAnew(l.envelope, earlier); });
            if (isSaidAnew)
                bytes -= std::exchange(carried[i].candidate.envelope, QByteArray()).size();
        }
        return bytes <= candidateBytesMax;
    }

    static bool saysAnew(const Envelope &later, const Envelope &earlier)
    {
        return later.device == earlier.device && later.entity == earlier.entity
            && std::ranges::all_of(earlier.groups, [&later](const auto &change) {
                   return later.groups.contains(change.first);
               });
    }

    [[nodiscard]] EntityState recordState(const Cell &cell) const
    {
        return {m_envelope.entity, m_envelope.type, cell,
                m_sequence,        m_now.deleted,   protocol::encodeGroups(m_now.groups)};
    }

    [[nodiscard]] EntityState conflictState(const Cell &cell) const
    {
        VersionedGroups groups;
        for (const auto &[group, fields] : toGroups(*m_conflict))
            groups[group] = {m_envelope.mutation, fields};
        return {conflictIdOf(m_envelope.production, m_envelope.entity),
                EntityType::Conflict,
                cell,
                m_sequence,
                false,
                protocol::encodeGroups(groups)};
    }

    static Decision defect(Refusal refusal, const QString &why)
    {
        Decision decision;
        decision.outcome = Outcome::Quarantined;
        decision.defect = {refusal, why};
        return decision;
    }

    const Target &m_target;
    const Envelope &m_envelope;
    const QByteArray &m_bytes;
    const DeviceRecord &m_author;
    quint64 m_sequence;
    qint64 m_receivedMs;
    RecordContent m_now;
    std::optional<ConflictRecord> m_conflict;
    PersonId m_owner;
};

} // namespace

std::optional<quint32> identityGroup(EntityType type)
{
    switch (type) {
    case EntityType::TimeEntry: return schema::time_entry::Identity;
    case EntityType::Deal: return schema::deal::Identity;
    case EntityType::Timecard: return schema::timecard::Identity;
    case EntityType::ShootingDay: return schema::shooting_day::Identity;
    default: return std::nullopt;
    }
}

PersonId ownerOf(EntityType type, const GroupMap &groups)
{
    const auto identity = groups.find(identityGroup(type).value_or(0));
    return identity == groups.end() ? PersonId() : ownerIn(type, identity->second);
}

PersonId ownerNamedIn(const Envelope &envelope)
{
    const auto identity = identityIn(envelope);
    if (identity == envelope.groups.end())
        return {};
    // What sync::changed() would make of the group, without copying all of it.
    const auto &change = identity->second;
    const std::optional<quint32> field = ownerField(envelope.type);
    if (!field || std::ranges::find(change.removed, *field) != change.removed.end())
        return {};
    return ownerIn(envelope.type, change.set.contains(*field) ? change.set : change.pre);
}

Cell cellOf(EntityType type, PersonId owner, DepartmentId department)
{
    switch (type) {
    case EntityType::Production:
    case EntityType::Unit:
    case EntityType::Department:
    case EntityType::Person:
    case EntityType::ShootingDay:
    case EntityType::Grant: return Cell::everyone(); // names stand beside changes of theirs
    case EntityType::Deal: // the person's and the office's; who leads a department sees no pay
    case EntityType::Timecard: return owner.isNull() ? Cell::office() : Cell::ofPerson({}, owner);
    case EntityType::TimeEntry:
    case EntityType::Signature:
        return owner.isNull() ? Cell::office() : Cell::ofPerson(department, owner);
    case EntityType::Conflict: break;
    }
    return Cell::office();
}

Decision decide(const Target &target, const Envelope &envelope, const QByteArray &bytes,
                const DeviceRecord &author, quint64 sequence, qint64 receivedMs)
{
    return Deciding(target, envelope, bytes, author, sequence, receivedMs).run();
}

Decision keepAtom(const Target &target, const Envelope &owner, const DeviceRecord &author,
                  quint64 sequence, qint64 receivedMs, const Decision &decided,
                  std::span<const AtomMember> members)
{
    return Deciding(target, owner, {}, author, sequence, receivedMs).keepAtom(decided, members);
}

Cell cellOfKept(const Target &target, const Envelope &envelope, Outcome outcome)
{
    if (target.record)
        return target.record->cell;
    if (outcome == Outcome::Held)
        return Cell::office();
    return cellOf(envelope.type, ownerNamedIn(envelope), target.department);
}

} // namespace film::sync
