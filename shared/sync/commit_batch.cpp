#include "shared/sync/commit_batch.h"

#include "shared/domain/records.h"
#include "shared/sync/approval.h"
#include "shared/sync/atoms.h"
#include "shared/sync/decide.h"
#include "shared/sync/grants.h"
#include "shared/sync/toys.h"

#include <QtEndian>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace film::sync {

using namespace Qt::StringLiterals;
using protocol::EntityState;
using protocol::MutationResult;
using protocol::Outcome;

namespace {

constexpr quint32 forkedFlag = 1;
// The database writes so many while the next ones are decided.
constexpr size_t partRows = 100;
// Streams, and people, that a lane remembers: more than any production has.
constexpr size_t rememberedMax = 100'000;

// Good by itself, but the others are missing. A device whose cursor stands between two of them
// asks again about the rest only, and the log has it.
bool isPartOfAnAtom(const Submission &submission)
{
    return submission.defect.refusal == protocol::Refusal::BrokenAtom;
}

void sortUnique(std::vector<EntityId> &ids)
{
    std::ranges::sort(ids);
    const auto [first, last] = std::ranges::unique(ids);
    ids.erase(first, last);
}

// What has to be known to decide on the submissions, but for what the lane remembers.
class Wanted
{
public:
    Wanted(ProductionId production, const LaneMemory &memory)
        : m_production(production)
        , m_memory(memory)
    {}

    void add(const Submission &submission)
    {
        if (!submission.defect.isEmpty() && !isPartOfAnAtom(submission))
            return;
        const protocol::Envelope &envelope = submission.envelope;
        addToLog(envelope);
        m_asked.entities.push_back(envelope.entity);
        m_asked.entities.push_back(conflictIdOf(m_production, envelope.entity));
        if (const PersonId owner = ownerNamedIn(envelope); !owner.isNull())
            m_around.insert(EntityId::of(owner));
        if (submission.author.user != m_lastAuthor) {
            m_lastAuthor = submission.author.user;
            m_around.insert(grantId(m_production, m_lastAuthor));
        }
        for (const protocol::Guard &guard : envelope.guards)
            m_asked.entities.push_back(guard.entity);
    }
    // To be called once all are added.
    void finish()
    {
        for (const EntityId &id : m_around)
            (m_memory.records.contains(id) ? m_remembered : m_asked).entities.push_back(id);
        m_asked.streams.assign(m_newStreams.begin(), m_newStreams.end());
        m_remembered.streams.assign(m_oldStreams.begin(), m_oldStreams.end());
        sortUnique(m_asked.entities);
    }

    // What only the database can say.
    [[nodiscard]] const BatchWanted &asked() const { return m_asked; }
    // What it has to say as well where the memory does not hold any more.
    [[nodiscard]] const BatchWanted &remembered() const { return m_remembered; }
    // Records that the changes are not for, but that decide about them: people and grants.
    [[nodiscard]] const std::set<EntityId> &around() const { return m_around; }

private:
    // What goes on where its stream ends cannot be in the log yet. Were it there under another
    // stream, which no honest device does, its row would clash with the other one, and the batch
    // is tried again by a lane that has forgotten all.
    void addToLog(const protocol::Envelope &envelope)
    {
        const auto stream = m_memory.streams.find(envelope.stream);
        const bool isOld = stream != m_memory.streams.end();
        (isOld ? m_oldStreams : m_newStreams).insert(envelope.stream);
        BatchWanted &wanted = isOld && envelope.sequence > stream->second ? m_remembered : m_asked;
        wanted.mutations.push_back(envelope.mutation);
        wanted.positions.push_back({envelope.stream, envelope.sequence});
    }

    ProductionId m_production;
    const LaneMemory &m_memory;
    BatchWanted m_asked;
    BatchWanted m_remembered;
    std::set<StreamId> m_newStreams;
    std::set<StreamId> m_oldStreams;
    std::set<EntityId> m_around;
    UserId m_lastAuthor;
};

// One batch between its lock and its commit.
class Batch
{
public:
    Batch(ServerTransaction &transaction, ProductionId production, Instant received,
          RandomSource &salts, LaneMemory &memory)
        : m_transaction(transaction)
        , m_production(production)
        , m_receivedMs(msSinceEpoch(received))
        , m_salts(salts)
        , m_memory(memory)
    {
        const BatchFound &found = transaction.found();
        m_head = found.head;
        for (const LoggedMutation &logged : found.mutations)
            m_state.known[logged.mutation] = logged;
        m_state.positions.insert(found.positions.begin(), found.positions.end());
        for (const EntityState &state : found.entities)
            addExisting(state);
    }

    // Takes from the lane's memory what was not asked for, and remembers what was.
    void useMemory(const Wanted &wanted)
    {
        for (const BatchWanted *each : {&wanted.asked(), &wanted.remembered()}) {
            for (const StreamId &stream : each->streams)
                m_memory.streams.try_emplace(stream, 0);
        }
        for (const StreamPosition &last : m_transaction.found().streams)
            m_memory.streams[last.stream] = last.sequence;
        for (const EntityId &id : wanted.around()) {
            const auto [at, isNew] = m_memory.records.try_emplace(id);
            if (isNew)
                at->second = stored(id);
            else if (at->second)
                addExisting(*at->second);
        }
    }

    // A single change, or all of an atom.
    void applyUnit(std::span<const Submission> unit, std::vector<MutationResult> &results)
    {
        const auto isKnown = [this](const Submission &member) {
            return m_state.known.contains(member.envelope.mutation);
        };
        const bool isBroken = !unit.front().defect.isEmpty();
        if (unit.size() > 1 && !isBroken && std::ranges::none_of(unit, isKnown) && !toy(36))
            return applyAtom(unit, results);
        const bool isHalfKnown = unit.size() > 1 && !std::ranges::all_of(unit, isKnown);
        for (const Submission &member : unit) {
            if (isHalfKnown && !isKnown(member) && member.defect.isEmpty() && !toy(36))
                results.push_back(quarantine(member, brokenAtom()));
            else
                results.push_back(apply(member));
        }
    }

    [[nodiscard]] MutationResult apply(const Submission &submission)
    {
        const protocol::Envelope &envelope = submission.envelope;
        if (const auto known = m_state.known.find(envelope.mutation);
            known != m_state.known.end() && !toy(7))
            return {envelope.mutation, known->second.sequence, known->second.outcome,
                    known->second.conflict};
        if (!submission.defect.isEmpty())
            return quarantine(submission, submission.defect);
        if (toy(6) && m_state.positions.contains({envelope.stream, envelope.sequence}))
            return {envelope.mutation, m_head.sequence, Outcome::Applied, std::nullopt};

        const Decision decision = decisionOn(submission);
        if (decision.outcome == Outcome::Quarantined)
            return quarantine(submission, decision.defect);
        return take(submission, decision);
    }

    // What was decided since the last time.
    [[nodiscard]] Result<> writePart()
    {
        sortUnique(m_state.touched);
        for (const EntityId &id : m_state.touched)
            (m_existing.insert(id).second ? m_part.added : m_part.changed)
                .push_back(m_state.now.at(id));
        std::ranges::copy(m_state.touched, std::back_inserter(m_allTouched));
        m_state.touched.clear();
        const Result<> written = m_transaction.write(m_part);
        std::ranges::move(m_part.rows, std::back_inserter(m_rows));
        m_part = {};
        return written;
    }
    [[nodiscard]] bool isPartFull() const { return m_part.rows.size() >= partRows; }

    [[nodiscard]] Result<> commit()
    {
        Result<> done = m_part.rows.empty() ? Result<>() : writePart();
        done = done && !m_rows.empty() ? moveDigests() : done;
        m_end.head = m_head;
        done = done ? m_transaction.commit(m_end) : done;
        if (!done) {
            m_memory = {};
            return done;
        }
        m_memory.at = m_head;
        for (const auto *digests : {&m_end.addedDigests, &m_end.changedDigests}) {
            for (const auto &[cell, digest] : *digests)
                m_memory.digests[cell] = digest;
        }
        for (const LogAppend &row : m_rows) {
            if (const auto stream = m_memory.streams.find(row.position.stream);
                stream != m_memory.streams.end())
                stream->second = std::max(stream->second, row.position.sequence);
        }
        for (const EntityId &id : m_allTouched) {
            if (const auto record = m_memory.records.find(id); record != m_memory.records.end())
                record->second = m_state.now.at(id);
        }
        return {};
    }

    [[nodiscard]] quint64 head() const { return m_head.sequence; }
    [[nodiscard]] CommittedRows takeRows()
    {
        return {m_transaction.found().head, std::move(m_rows)};
    }

private:
    // What deciding goes by, and what a decision moves.
    struct State {
        std::unordered_map<MutationId, LoggedMutation> known;
        std::set<StreamPosition> positions;
        std::unordered_map<EntityId, EntityState> now;
        std::vector<EntityId> touched;                          // since the last part, in any order
        std::unordered_map<PersonId, DepartmentId> departments; // as `now` says, once asked for
    };

    void addExisting(const EntityState &state)
    {
        m_before[state.id] = state;
        m_state.now[state.id] = state;
        m_existing.insert(state.id);
    }

    [[nodiscard]] Decision decisionOn(const Submission &submission)
    {
        const DeviceRecord author = toy(41)
            ? submission.author
            : underGrant(submission.author, stored(grantOf(submission.author.user)),
                         instantFromMs(m_receivedMs));
        return decide(targetOf(submission.envelope), submission.envelope, submission.bytes, author,
                      m_head.sequence + 1, m_receivedMs);
    }

    MutationResult take(const Submission &submission, const Decision &decision)
    {
        const protocol::Envelope &envelope = submission.envelope;
        const quint64 sequence = m_head.sequence + 1;
        const bool forked = m_state.positions.contains({envelope.stream, envelope.sequence});
        // What is new has not been approved by anybody.
        const bool mayBeApproved = m_state.now.contains(envelope.entity);
        append(submission, decision, sequence, forked);
        if (mayBeApproved && !toy(35))
            resetApproval(submission);
        return {envelope.mutation, sequence, decision.outcome, decision.conflict};
    }

    [[nodiscard]] std::optional<EntityState> stored(EntityId id) const
    {
        const auto found = m_state.now.find(id);
        return found == m_state.now.end() ? std::nullopt : std::optional(found->second);
    }

    [[nodiscard]] EntityId grantOf(UserId user)
    {
        const auto [at, isNew] = m_grants.try_emplace(user);
        if (isNew)
            at->second = grantId(m_production, user);
        return at->second;
    }

    // Each member is decided over what those before it made of the records. If one does not fit,
    // nothing of any is left.
    void applyAtom(std::span<const Submission> members, std::vector<MutationResult> &results)
    {
        const State before = m_state;
        const size_t rows = m_part.rows.size();
        const ProductionHead head = m_head;
        const size_t resultsBefore = results.size();
        for (const Submission &member : members) {
            const Decision decision = decisionOn(member);
            if (!isFine(decision.outcome)) {
                m_state = before;
                m_part.rows.resize(rows);
                m_head = head;
                results.resize(resultsBefore);
                return keepAside(members, member, decision, results);
            }
            results.push_back(take(member, decision));
        }
    }

    static bool isFine(Outcome outcome)
    {
        return outcome == Outcome::Applied || outcome == Outcome::Converged
            || outcome == Outcome::Resolved;
    }

    void keepAside(std::span<const Submission> members, const Submission &owner,
                   const Decision &decided, std::vector<MutationResult> &results)
    {
        std::vector<AtomMember> candidates;
        for (const Submission &member : members)
            candidates.push_back(
                {member.envelope, member.bytes,
                 cellOfKept(targetOf(member.envelope), member.envelope, decided.outcome)});
        for (size_t i = 0; i < members.size(); ++i) {
            if (decided.outcome == Outcome::Quarantined) {
                results.push_back(
                    quarantine(members[i], &members[i] == &owner ? decided.defect : brokenAtom()));
                continue;
            }
            Decision decision;
            decision.outcome = decided.outcome;
            decision.conflict = decided.conflict;
            decision.cell = candidates[i].cell;
            if (&members[i] == &owner)
                decision = keepAtom(targetOf(owner.envelope), owner.envelope, owner.author,
                                    m_head.sequence + 1, m_receivedMs, decided, candidates);
            results.push_back(take(members[i], decision));
        }
    }

    [[nodiscard]] Target targetOf(const protocol::Envelope &envelope)
    {
        Target target;
        target.record = stored(envelope.entity);
        target.conflict = stored(conflictIdOf(m_production, envelope.entity));
        if (const PersonId owner = ownerNamedIn(envelope); !owner.isNull())
            target.department = departmentOf(owner);
        for (const protocol::Guard &guard : envelope.guards) {
            if (auto guarded = stored(guard.entity); guarded && guard.entity != envelope.entity)
                target.guarded.push_back(std::move(*guarded));
        }
        return target;
    }

    [[nodiscard]] DepartmentId departmentOf(PersonId person)
    {
        const auto [at, isNew] = m_state.departments.try_emplace(person);
        if (isNew)
            at->second = readDepartment(person);
        return at->second;
    }

    [[nodiscard]] DepartmentId readDepartment(PersonId person) const
    {
        const auto state = m_state.now.find(EntityId::of(person));
        if (state == m_state.now.end())
            return {};
        const auto groups = protocol::decodeGroups(state->second.groups);
        if (!groups || !groups->contains(schema::person::Main))
            return {};
        const FieldMap &fields = groups->at(schema::person::Main).fields;
        const auto department = fields.find(schema::person::Department);
        if (department == fields.end() || !department->second.bytes())
            return {};
        return DepartmentId::fromBytes(*department->second.bytes()).value_or(DepartmentId());
    }

    void append(const Submission &submission, const Decision &decision, quint64 sequence,
                bool forked)
    {
        const protocol::Envelope &envelope = submission.envelope;
        LogAppend row;
        row.sequence = sequence;
        row.mutation = envelope.mutation;
        row.position = {envelope.stream, envelope.sequence};
        row.device = envelope.device;
        row.author = envelope.author;
        row.type = envelope.type;
        row.entity = envelope.entity;
        row.cell = decision.cell;
        row.outcome = decision.outcome;
        row.conflict = decision.conflict;
        row.receivedMs = m_receivedMs;
        row.session = submission.session;
        row.salt = m_salts.bytes<16>();
        row.envelope = submission.bytes;
        row.envelopeHash = submission.hash;
        row.post = protocol::encodeEntities(decision.touched);
        row.flags = forked ? forkedFlag : 0;
        row.chain = chainAfter(m_head.chain, row);

        for (const EntityState &state : decision.touched) {
            m_state.now[state.id] = state;
            m_state.touched.push_back(state.id);
            m_state.departments.erase(PersonId::of(state.id));
        }
        m_state.known[envelope.mutation] = {envelope.mutation, sequence, decision.outcome,
                                            decision.conflict};
        m_state.positions.insert(row.position);
        m_head.sequence = sequence;
        m_head.chain = row.chain;
        m_part.rows.push_back(std::move(row));
    }

    // Whoever may change an approved day makes it one that nobody has approved. That is said by a
    // row of its own, so that the log tells when the approval went, and why.
    void resetApproval(const Submission &trigger)
    {
        const protocol::Envelope &cause = trigger.envelope;
        const std::optional<EntityState> state = stored(cause.entity);
        if (!state || cause.type != EntityType::TimeEntry
            || std::ranges::find(m_state.touched, cause.entity) == m_state.touched.end())
            return;
        auto groups = protocol::decodeGroups(state->groups);
        if (!groups || !hasStaleApproval(state->type, {true, state->deleted, *groups}))
            return;
        const quint64 sequence = m_head.sequence + 1;
        Submission reset = trigger;
        reset.envelope = reopeningBecauseOf(trigger, *groups, sequence);
        reset.bytes = protocol::encodeEnvelope(reset.envelope);
        reset.hash = sha256(reset.bytes);
        (*groups)[schema::time_entry::Approval] = {reset.envelope.mutation, {}};
        Decision decision;
        decision.outcome = Outcome::System;
        decision.cell = state->cell;
        decision.touched = {*state};
        decision.touched.front().lastSequence = sequence;
        decision.touched.front().groups = protocol::encodeGroups(*groups);
        append(reset, decision, sequence, false);
    }

    // In the name of whoever caused it. Its ids follow from the cause, so that a replay of the
    // log comes to the same rows.
    [[nodiscard]] protocol::Envelope reopeningBecauseOf(const Submission &trigger,
                                                        const protocol::VersionedGroups &groups,
                                                        quint64 sequence) const
    {
        const protocol::Envelope &cause = trigger.envelope;
        protocol::Envelope reset;
        reset.mutation =
            idFromHash<MutationId>(sha256({QByteArrayView("system1"), cause.mutation.view()}));
        reset.production = m_production;
        reset.device = cause.device;
        reset.stream =
            idFromHash<StreamId>(sha256({QByteArrayView("system1"), m_production.view()}));
        reset.sequence = sequence;
        reset.previous = trigger.hash;
        reset.author = cause.author;
        reset.type = cause.type;
        reset.entity = cause.entity;
        reset.operation = protocol::Operation::Reopen;
        reset.groups[schema::time_entry::Approval] = reopeningChange(groups);
        reset.baseSequence = sequence - 1;
        reset.wallMs = cause.wallMs;
        return reset;
    }

    MutationResult quarantine(const Submission &submission, const Defect &defect)
    {
        m_end.quarantined.push_back({submission.envelope.mutation, submission.author.device,
                                     submission.session, m_receivedMs, submission.bytes,
                                     defect.why});
        return {submission.envelope.mutation, 0, Outcome::Quarantined, std::nullopt,
                defect.refusal};
    }

    // What a record that was or is in a cell adds to the cell's digest, or takes from it.
    struct Move {
        QByteArray cell;
        Hash32 leaf;
        bool isAdded = false;
    };

    Result<> moveDigests()
    {
        sortUnique(m_allTouched);
        std::vector<Move> moves;
        moves.reserve(2 * m_allTouched.size());
        for (const EntityId &id : m_allTouched) {
            if (const auto before = m_before.find(id); before != m_before.end())
                moves.push_back({before->second.cell.toBytes(), digestLeaf(before->second), false});
            const EntityState &now = m_state.now.at(id);
            moves.push_back({now.cell.toBytes(), digestLeaf(now), true});
        }
        std::ranges::sort(moves, {}, &Move::cell);
        std::vector<QByteArray> cells{QByteArray("")}; // the sum of all comes first
        for (const Move &move : moves) {
            if (move.cell != cells.back())
                cells.push_back(move.cell);
        }
        if (const Result<> remembered = rememberDigests(cells); !remembered)
            return remembered;
        Digest all = m_memory.digests.at(cells.front()).value_or(Digest());
        auto move = moves.cbegin();
        for (const QByteArray &cell : std::span(cells).subspan(1)) {
            Digest digest = m_memory.digests.at(cell).value_or(Digest());
            for (; move != moves.cend() && move->cell == cell; ++move) {
                moveIn(digest, *move);
                moveIn(all, *move);
            }
            endWith(cell, digest);
        }
        endWith(cells.front(), all);
        return {};
    }

    static void moveIn(Digest &digest, const Move &move)
    {
        if (move.isAdded)
            digest.add(move.leaf);
        else
            digest.subtract(move.leaf);
    }

    void endWith(const QByteArray &cell, const Digest &digest)
    {
        (m_memory.digests.at(cell) ? m_end.changedDigests : m_end.addedDigests)[cell] = digest;
    }

    Result<> rememberDigests(const std::vector<QByteArray> &cells)
    {
        std::vector<QByteArray> unknown;
        std::ranges::copy_if(cells, std::back_inserter(unknown), [this](const QByteArray &cell) {
            return !m_memory.digests.contains(cell);
        });
        if (unknown.empty())
            return {};
        const auto found = m_transaction.findDigests(unknown);
        if (!found)
            return fail(found.error());
        for (const QByteArray &cell : unknown) {
            const auto at = found->find(cell);
            m_memory.digests[cell] = at == found->end() ? std::nullopt : std::optional(at->second);
        }
        return {};
    }

    ServerTransaction &m_transaction;
    ProductionId m_production;
    qint64 m_receivedMs;
    RandomSource &m_salts;
    LaneMemory &m_memory;
    ProductionHead m_head;
    BatchPart m_part;              // not written yet
    std::vector<LogAppend> m_rows; // written
    std::vector<EntityId> m_allTouched;
    std::unordered_set<EntityId> m_existing; // records that the database has, or was told to write
    BatchEnd m_end;
    State m_state;
    std::unordered_map<UserId, EntityId> m_grants;
    std::unordered_map<EntityId, EntityState> m_before;
};

} // namespace

Hash32 sealedHashOf(const LogAppend &row)
{
    return sha256({QByteArrayView(row.salt.data(), qsizetype(row.salt.size())), row.envelope});
}

Hash32 chainAfter(const Hash32 &chain, const LogAppend &row)
{
    QByteArray leaf;
    const auto appendNumber = [&leaf](quint64 number) {
        std::array<char, 8> bytes{};
        qToBigEndian(number, bytes.data());
        leaf.append(bytes.data(), 8);
    };
    appendNumber(row.sequence);
    leaf.append(row.mutation.view());
    leaf.append(row.sealed.value_or(sealedHashOf(row)).view());
    appendNumber(quint64(row.outcome));
    leaf.append(row.conflict.value_or(ConflictId()).view());
    appendNumber(static_cast<quint64>(row.receivedMs));
    leaf.append(row.session.view());
    leaf.append(row.author.view());
    return sha256({chain.view(), sha256(leaf).view()});
}

Result<BatchDone> commitBatch(ServerStorage &storage, ProductionId production,
                              std::span<const Submission> submissions, Instant received,
                              RandomSource &salts, LaneMemory &memory)
{
    if (memory.streams.size() > rememberedMax || memory.records.size() > rememberedMax)
        memory = {};
    Wanted wanted(production, memory);
    for (const Submission &submission : submissions) {
        if (toy(21) && !submission.defect.isEmpty())
            return fail(ErrorCode::InvalidInput, submission.defect.why);
        wanted.add(submission);
    }
    wanted.finish();
    const auto transaction = storage.begin(production, wanted.asked());
    if (!transaction)
        return fail(transaction.error());
    if (const ProductionHead head = (*transaction)->found().head; memory.at != head) {
        memory = {};
        memory.at = head;
        if (const Result<> found = (*transaction)->find(wanted.remembered()); !found)
            return fail(found.error());
    }

    Batch batch(**transaction, production, received, salts, memory);
    batch.useMemory(wanted);
    BatchDone done;
    done.results.reserve(submissions.size());
    for (size_t at = 0; at < submissions.size();) {
        const size_t end = unitEnd(submissions, at);
        batch.applyUnit(submissions.subspan(at, end - at), done.results);
        at = end;
        if (!batch.isPartFull())
            continue;
        if (const Result<> written = batch.writePart(); !written) {
            memory = {};
            return fail(written.error());
        }
    }
    done.head = batch.head();
    if (const Result<> committed = batch.commit(); !committed)
        return fail(committed.error());
    done.committed = batch.takeRows();
    return done;
}

} // namespace film::sync
