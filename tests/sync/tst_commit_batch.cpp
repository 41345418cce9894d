#include "shared/domain/records.h"
#include "shared/sync/approval.h"
#include "shared/sync/atoms.h"
#include "shared/sync/author.h"
#include "shared/sync/commit_batch.h"
#include "shared/sync/decide.h"
#include "tests/sync/memory_server_storage.h"

#include <QTest>

using namespace film;
using namespace film::sync;
using namespace Qt::StringLiterals;
using protocol::Operation;
using protocol::Outcome;

namespace {

namespace entry = schema::time_entry;

constexpr Instant start = instantFromMs(1'763'000'000'000);

// A production with a server, and the coordinator who writes in it.
struct Office {
    SeededRandom random{5};
    LaneMemory memory;
    UuidSource ids{random};
    ProductionId production{random.bytes<16>()};
    simulation::MemoryServerStorage storage{production, EpochId(random.bytes<16>()), random};
    PersonId maya{random.bytes<16>()};
    DeviceRecord coordinator;
    AuthorState author;

    Office()
    {
        coordinator.device = DeviceId(random.bytes<16>());
        coordinator.user = UserId(random.bytes<16>());
        coordinator.role = Role::Coordinator;
        storage.addDevice(coordinator);
        author.production = production;
        author.device = coordinator.device;
        author.user = coordinator.user;
        author.stream = StreamId(random.bytes<16>());
    }

    [[nodiscard]] WorkDay day(int date, int wrap) const
    {
        WorkDay day;
        day.key = {maya, QDate(2025, 11, date), unitId(production, u"Main")};
        day.call = TimeField::at(420);
        day.wrap = TimeField::at(wrap);
        day.state = DayState::Submitted;
        return day;
    }
    [[nodiscard]] EntityId id(int date) const { return workDayId(production, day(date, 0).key); }
    [[nodiscard]] protocol::VersionedGroups groups(int date) const
    {
        const auto found = storage.entities().find(id(date));
        return found == storage.entities().end() ? protocol::VersionedGroups()
                                                 : *protocol::decodeGroups(found->second.groups);
    }
    Submission sealed(const EnvelopeDraft &draft)
    {
        SealedEnvelope made = seal(draft, author, ids, start);
        Submission submission;
        submission.bytes = made.bytes;
        submission.hash = made.hash;
        submission.envelope = std::move(made.envelope);
        submission.author = coordinator;
        return submission;
    }
    Submission entering(int date, int wrap)
    {
        EnvelopeDraft draft;
        draft.entity = id(date);
        draft.groups =
            changesBetween(plainGroups(groups(date)), toGroups(day(date, wrap)), groups(date));
        return sealed(draft);
    }
    Submission approving(int date)
    {
        const Hash32 content = guardHash(EntityType::TimeEntry, plainGroups(groups(date)), 0);
        EnvelopeDraft draft;
        draft.entity = id(date);
        draft.operation = Operation::Approve;
        draft.groups[entry::Approval] =
            approvalChange(groups(date), ApprovalLevel::Coordinator, content);
        draft.guards = {{id(date), schema::whole::Group, content}};
        return sealed(draft);
    }
    // As if they had been written so.
    static std::vector<Submission> together(std::vector<Submission> members)
    {
        const protocol::Atom atom{AtomId(std::array<quint8, 16>{9}), quint32(members.size())};
        for (Submission &member : members) {
            member.envelope.atom = atom;
            member.bytes = protocol::encodeEnvelope(member.envelope);
            member.hash = sha256(member.bytes);
        }
        return members;
    }
    [[nodiscard]] std::vector<ConflictCandidate> candidatesOf(int date) const
    {
        const ConflictId conflict = conflictIdOf(production, id(date));
        const auto &state = storage.entities().at(EntityId::of(conflict));
        return conflictFromGroups(plainGroups(*protocol::decodeGroups(state.groups)))->candidates;
    }
    std::vector<protocol::MutationResult> commit(const std::vector<Submission> &submissions)
    {
        auto done = commitBatch(storage, production, submissions, start, random, memory);
        return done ? done->results : std::vector<protocol::MutationResult>();
    }
};

} // namespace

// What one transaction writes beside the decisions themselves.
class TestCommitBatch : public QObject
{
    Q_OBJECT
private slots:
    void aChangeOfAnApprovedDayTakesTheApprovalInTheSameTransaction()
    {
        Office office;
        office.commit({office.entering(20, 1170)});
        office.commit({office.approving(20)});
        const Submission change = office.entering(20, 1200);

        const auto results = office.commit({change});

        QCOMPARE(results.size(), size_t(1));
        QCOMPARE(results.front().outcome, Outcome::Applied);
        const auto &log = office.storage.log();
        QCOMPARE(log.size(), size_t(4));
        QCOMPARE(log[3].outcome, Outcome::System);
        QCOMPARE(log[3].entity, office.id(20));
        QVERIFY(log[3].mutation != log[2].mutation);
        QVERIFY(office.groups(20).at(entry::Approval).fields.empty());
        QCOMPARE(office.storage.commitBefore(3), quint64(2)); // not one without the other
    }

    void theRowThatTakesAnApprovalFollowsFromItsCause()
    {
        Office office;
        office.commit({office.entering(20, 1170)});
        office.commit({office.approving(20)});
        const Submission change = office.entering(20, 1200);
        office.commit({change});
        const QByteArray envelope = office.storage.log()[3].envelope;
        office.storage.failOver(2, EpochId(office.random.bytes<16>()));

        office.commit({change});

        QCOMPARE(office.storage.log()[3].envelope, envelope);
    }

    // ---- atoms ----
    void allOfAnAtomIsApplied()
    {
        Office office;

        const auto results =
            office.commit(Office::together({office.entering(20, 1170), office.entering(21, 1100)}));

        QCOMPARE(results[0].outcome, Outcome::Applied);
        QCOMPARE(results[1].outcome, Outcome::Applied);
        QVERIFY(!office.groups(21).empty());
    }

    void nothingOfAnAtomIsAppliedIfOneMemberDoesNotFit()
    {
        Office office;
        office.commit({office.entering(21, 1170)});
        const Submission first = office.entering(20, 1170);
        const Submission stale = office.entering(21, 1100);
        office.commit({office.entering(21, 1200)});

        const auto results = office.commit(Office::together({first, stale}));

        QCOMPARE(results[0].outcome, Outcome::Conflict);
        QCOMPARE(results[1].outcome, Outcome::Conflict);
        QCOMPARE(results[0].conflict, results[1].conflict);
        QCOMPARE(*results[1].conflict, conflictIdOf(office.production, office.id(21)));
        QVERIFY(office.groups(20).empty());
        QCOMPARE(office.candidatesOf(21).size(), size_t(2));
    }

    // Whoever sees the conflict of one day does not thereby see another person's.
    void aConflictCarriesNothingThatIsNotSeenThere()
    {
        Office office;
        office.commit({office.entering(21, 1170)});
        const Submission stale = office.entering(21, 1100);
        office.commit({office.entering(21, 1200)});
        office.maya = PersonId(office.random.bytes<16>());
        const Submission others = office.entering(20, 1170);

        const auto results = office.commit(Office::together({others, stale}));

        const auto &log = office.storage.log();
        QVERIFY(log[2].cell != log[3].cell);
        QVERIFY(protocol::decodeEntities(log[2].post)->empty());
        const auto conflict = office.storage.entities().at(EntityId::of(*results[0].conflict));
        const auto candidates =
            conflictFromGroups(plainGroups(*protocol::decodeGroups(conflict.groups)))->candidates;
        QCOMPARE(candidates.size(), size_t(2));
        QVERIFY(candidates[0].envelope.isEmpty());
        QVERIFY(!candidates[1].envelope.isEmpty());
    }

    // A device whose cursor stands in the middle of an atom offers the rest of it again.
    void aPartOfAnAtomThatIsLoggedIsAnsweredFromTheLog()
    {
        Office office;
        const auto atom = Office::together({office.entering(20, 1170), office.entering(21, 1100)});
        const auto first = office.commit(atom);
        std::vector<Submission> rest{atom.back()};
        refuseBrokenAtoms(rest);
        QVERIFY(!rest.front().defect.isEmpty());

        const auto again = office.commit(rest);

        QCOMPARE(again, (std::vector{first.back()}));
    }

    void anAtomThatIsRepeatedIsAnsweredFromTheLog()
    {
        Office office;
        const auto atom = Office::together({office.entering(20, 1170), office.entering(21, 1100)});
        office.commit(atom);

        const auto again = office.commit(atom);

        QCOMPARE(again[1].sequence, quint64(2));
        QCOMPARE(office.storage.log().size(), size_t(2));
    }

    void aChangeOfADayThatNobodyApprovedHasOneRow()
    {
        Office office;
        office.commit({office.entering(20, 1170)});

        office.commit({office.entering(20, 1200)});

        QCOMPARE(office.storage.log().size(), size_t(2));
    }
};

QTEST_GUILESS_MAIN(TestCommitBatch)
#include "tst_commit_batch.moc"
