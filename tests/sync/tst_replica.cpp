#include "shared/domain/records.h"
#include "shared/sync/approval.h"
#include "shared/sync/client_replica.h"
#include "shared/sync/decide.h"
#include "tests/sync/memory_client_storage.h"

#include <QTest>

using namespace film;
using namespace film::sync;
using namespace film::simulation;
using namespace Qt::StringLiterals;
using protocol::EntityState;
using protocol::Operation;

namespace {

namespace entry = schema::time_entry;

constexpr Instant start = instantFromMs(1'763'000'000'000);

// A device of Maya's that has not met its server yet.
struct Device {
    SeededRandom random{7};
    UuidSource ids{random};
    MemoryClientStorage storage;
    ClientReplica replica{storage};
    ProductionId production{random.bytes<16>()};
    PersonId maya{random.bytes<16>()};
    int wraps = 0;

    Device()
    {
        ClientMeta meta;
        meta.production = production;
        meta.device = DeviceId(random.bytes<16>());
        meta.user = UserId(random.bytes<16>());
        meta.person = maya;
        storage.setInitialMeta(meta);
        Q_UNUSED(replica.startStream(ids.next<StreamId>(start)));
    }

    [[nodiscard]] WorkDay day(int wrap, const QString &note = {}) const
    {
        WorkDay day;
        day.key = {maya, QDate(2025, 11, 20), UnitId()};
        day.key.unit = unitId(production, u"Main");
        day.call = TimeField::at(420);
        day.wrap = TimeField::at(wrap);
        day.notes = note;
        return day;
    }
    [[nodiscard]] EntityId id() const { return workDayId(production, day(0).key); }
    [[nodiscard]] EntityState seen() const
    {
        const auto overlay = storage.overlays().find(id());
        return overlay == storage.overlays().end() ? storage.baseRecords().at(id()).state
                                                   : overlay->second.state;
    }
    [[nodiscard]] GroupMap groups() const
    {
        return plainGroups(*protocol::decodeGroups(seen().groups));
    }
    // The envelopes that came of it.
    std::vector<protocol::Envelope> save(ClientReplica::Edit edit)
    {
        edit.entity = id();
        const auto saved = replica.save(std::span(&edit, 1), ids, start);
        std::vector<protocol::Envelope> written;
        for (const auto &[number, row] : storage.outbox()) {
            if (saved && std::ranges::find(*saved, row.mutation) != saved->end())
                written.push_back(*protocol::decodeEnvelope(row.envelope));
        }
        return written;
    }
    std::vector<protocol::Envelope> enter(const GroupMap &before, const WorkDay &after)
    {
        ClientReplica::Edit edit;
        edit.before = before;
        edit.after = toGroups(after);
        return save(edit);
    }
    // An open conflict about the day, as the server left it.
    void know(ConflictId id, const std::vector<quint32> &contested)
    {
        ConflictRecord record;
        record.target = this->id();
        record.groups = contested;
        protocol::VersionedGroups versioned;
        for (const auto &[group, fields] : toGroups(record))
            versioned[group] = {MutationId(random.bytes<16>()), fields};
        Q_UNUSED(storage.begin());
        Q_UNUSED(storage.putBase({EntityId::of(id), EntityType::Conflict, protocol::Cell::office(),
                                  1, false, protocol::encodeGroups(versioned)},
                                 {}));
        Q_UNUSED(storage.commit());
    }
    // So many days from the first of November on.
    bool enterTogether(int days)
    {
        std::vector<ClientReplica::Edit> edits;
        for (int i = 1; i <= days; ++i) {
            WorkDay entered = day(1000 + wraps++);
            entered.key.date = QDate(2025, 11, i);
            ClientReplica::Edit edit;
            edit.entity = workDayId(production, entered.key);
            const auto known = storage.overlays().find(edit.entity);
            if (known != storage.overlays().end())
                edit.before = plainGroups(*protocol::decodeGroups(known->second.state.groups));
            edit.after = toGroups(entered);
            edits.push_back(std::move(edit));
        }
        return replica.saveAtom(edits, ids, start).has_value();
    }
    std::vector<protocol::Envelope> remove()
    {
        ClientReplica::Edit edit;
        edit.operation = Operation::Delete;
        edit.before = groups();
        return save(edit);
    }
    std::vector<protocol::Envelope> approve(ApprovalLevel level)
    {
        ClientReplica::Edit edit;
        edit.operation = Operation::Approve;
        edit.before = groups();
        edit.level = level;
        return save(edit);
    }
    std::vector<protocol::Envelope> reopen()
    {
        ClientReplica::Edit edit;
        edit.operation = Operation::Reopen;
        return save(edit);
    }
    [[nodiscard]] ApprovalLevel level() const
    {
        return approvalOf(EntityType::TimeEntry,
                          {true, seen().deleted, *protocol::decodeGroups(seen().groups)});
    }
    std::vector<protocol::Envelope> bringBack()
    {
        ClientReplica::Edit edit;
        edit.operation = Operation::Undelete;
        return save(edit);
    }
};

} // namespace

// What a device shows of its own changes before the server has seen them.
class TestReplica : public QObject
{
    Q_OBJECT
private slots:
    void aDeletedDayIsGoneAtOnce()
    {
        Device device;
        device.enter({}, device.day(1170));

        const auto written = device.remove();

        QCOMPARE(written.size(), size_t(1));
        QCOMPARE(written.front().operation, Operation::Delete);
        QVERIFY(device.seen().deleted);
    }

    void aDeletionNamesWhatItsAuthorSaw()
    {
        Device device;
        device.enter({}, device.day(1170));
        const Hash32 seen = contentHash(device.groups());

        const auto written = device.remove();

        QCOMPARE(existenceIn(written.front()).content, std::optional(seen));
        QVERIFY(written.front().groups.contains(entry::Identity)); // whose day it is
    }

    void whatIsGoneIsNotDeletedAgain()
    {
        Device device;
        device.enter({}, device.day(1170));
        device.remove();

        QVERIFY(device.remove().empty());
    }

    void aDayThatIsBroughtBackIsThereAsItWas()
    {
        Device device;
        device.enter({}, device.day(1170, u"rain"_s));
        device.remove();

        const auto written = device.bringBack();

        QCOMPARE(written.front().operation, Operation::Undelete);
        QVERIFY(!device.seen().deleted);
        QCOMPARE(device.groups(), toGroups(device.day(1170, u"rain"_s)));
    }

    void whatIsThereIsNotBroughtBack()
    {
        Device device;
        device.enter({}, device.day(1170));

        QVERIFY(device.bringBack().empty());
    }

    void aDayEnteredAnewHasNothingOfTheDeletedOne()
    {
        Device device;
        device.enter({}, device.day(1170, u"rain"_s));
        device.remove();

        const auto written = device.enter({}, device.day(1100));

        QCOMPARE(written.front().operation, Operation::Undelete);
        QVERIFY(!device.seen().deleted);
        WorkDay day = *workDayFromGroups(device.groups());
        QCOMPARE(day, device.day(1100));
    }

    void anApprovalIsBoundToWhatItsAuthorSaw()
    {
        Device device;
        WorkDay day = device.day(1170);
        day.state = DayState::Submitted;
        device.enter({}, day);
        const Hash32 seen = guardHash(EntityType::TimeEntry, device.groups(), schema::whole::Group);

        const auto written = device.approve(ApprovalLevel::Department);

        QCOMPARE(levelGivenBy(written.front()), std::optional(ApprovalLevel::Department));
        QCOMPARE(written.front().guards.front().hash, seen);
        QCOMPARE(device.level(), ApprovalLevel::Department);
    }

    void whatIsNotSubmittedIsNotApproved()
    {
        Device device;
        device.enter({}, device.day(1170));

        QVERIFY(device.approve(ApprovalLevel::Department).empty());
    }

    void anApprovalIsGoneFromTheScreenOnceTheDayChanges()
    {
        Device device;
        WorkDay day = device.day(1170);
        day.state = DayState::Submitted;
        device.enter({}, day);
        device.approve(ApprovalLevel::Coordinator);
        day.wrap = TimeField::at(1200);

        device.enter(device.groups(), day);

        QCOMPARE(device.level(), ApprovalLevel::None);
    }

    void aReopenedDayIsNotApproved()
    {
        Device device;
        WorkDay day = device.day(1170);
        day.state = DayState::Submitted;
        device.enter({}, day);
        device.approve(ApprovalLevel::Coordinator);

        const auto written = device.reopen();

        QCOMPARE(written.front().operation, Operation::Reopen);
        QCOMPARE(device.level(), ApprovalLevel::None);
        QVERIFY(device.reopen().empty());
    }

    void aDecisionSaysWhatCountsAlsoWhereItKeepsIt()
    {
        Device device;
        device.enter({}, device.day(1170, u"rain"_s));
        const ConflictId conflict = conflictIdOf(device.production, device.id());
        device.know(conflict, {schema::whole::Group, entry::Times, entry::Approval});
        ClientReplica::Edit edit;
        edit.before = edit.after = device.groups();
        edit.resolves = protocol::Resolves{conflict, {}};

        const auto written = device.save(edit);

        const auto &groups = written.front().groups;
        QCOMPARE(groups.at(entry::Times).pre, device.groups()[entry::Times]);
        QVERIFY(groups.at(entry::Times).set.empty());
        QVERIFY(isExistenceChange(groups.at(schema::whole::Group)));
        QVERIFY(!groups.contains(entry::Approval));
    }

    // ---- the clock that is stored and shown ----
    void noTwoChangesHaveOneStamp()
    {
        Device device;
        const quint64 first = device.enter({}, device.day(1170)).front().hybridClock;
        const quint64 second = device.enter(device.groups(), device.day(1171)).front().hybridClock;

        QCOMPARE(first, quint64(msSinceEpoch(start)) << 16);
        QCOMPARE(second, first + 1);
    }

    void aClockSetBackDoesNotTakeTheStampsAlong()
    {
        Device device;
        const quint64 first = device.enter({}, device.day(1170)).front().hybridClock;
        ClientReplica nextLaunch(device.storage);
        ClientReplica::Edit edit;
        edit.entity = device.id();
        edit.before = device.groups();
        edit.after = toGroups(device.day(1171));

        QVERIFY(nextLaunch.save(std::span(&edit, 1), device.ids, start - std::chrono::hours(1)));

        const OutboxRow &last = device.storage.outbox().rbegin()->second;
        QCOMPARE(protocol::decodeEnvelope(last.envelope)->hybridClock, first + 1);
    }

    void whatIsWrittenAfterACopyWasSeenIsInAnotherStream()
    {
        Device device;
        const auto before = device.enter({}, device.day(1170)).front();
        const auto stream = device.ids.next<StreamId>(start);

        QVERIFY(device.replica.run(ClientReplica::StartStream{stream}));

        const auto after = device.enter(device.groups(), device.day(1171)).front();
        QCOMPARE(after.stream, stream);
        QCOMPARE(after.sequence, quint64(1));
        QCOMPARE(after.previous, sha256(protocol::encodeEnvelope(before)));
        QCOMPARE(device.storage.outbox().begin()->second.stream, before.stream);
    }

    // ---- what belongs together ----
    void aPushTakesNoAtomApart_data()
    {
        QTest::addColumn<int>("rowsMax");
        QTest::addColumn<size_t>("rows");

        QTest::newRow("it is the first, and longer than the push") << 1 << size_t(3);
        QTest::newRow("it just fits") << 3 << size_t(3);
        QTest::newRow("the second would be cut") << 5 << size_t(3);
        QTest::newRow("both fit") << 6 << size_t(6);
    }

    void aPushTakesNoAtomApart()
    {
        QFETCH(int, rowsMax);
        QFETCH(size_t, rows);
        Device device;
        device.enterTogether(3);
        device.enterTogether(3);

        const auto loaded = device.replica.run(ClientReplica::LoadPush{0, rowsMax, 1 << 20});

        QCOMPARE(std::get<ClientReplica::PushLoaded>(*loaded).rows.size(), rows);
    }

    void anAtomIsTakenApartToFindWhatStopsIt()
    {
        Device device;
        device.enterTogether(3);

        const auto loaded = device.replica.run(ClientReplica::LoadPush{0, 1, 1 << 20, true});

        QCOMPARE(std::get<ClientReplica::PushLoaded>(*loaded).rows.size(), size_t(1));
    }

    void moreThanFitsAnAtomIsNotSaved()
    {
        Device device;

        QVERIFY(!device.enterTogether(21));
        QVERIFY(device.storage.outbox().empty());
    }

    // Somebody looked at the day while it was deleted: the server has to see the clash.
    void aChangeOfADayThatIsGoneIsSavedAndNotShown()
    {
        Device device;
        device.enter({}, device.day(1170));
        const GroupMap onTheScreen = device.groups();
        device.remove();

        const auto written = device.enter(onTheScreen, device.day(1200));

        QCOMPARE(written.front().operation, Operation::Set);
        QVERIFY(device.seen().deleted);
    }
};

QTEST_GUILESS_MAIN(TestReplica)
#include "tst_replica.moc"
