#include "app/controllers/conflict_controller.h"
#include "tests/support/fake_crew_store.h"
#include "tests/support/sample_crew.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;

class TestConflictController : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatDiffersIsToBeDecided()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);

        controller.load();

        QCOMPARE(controller.differing(), (std::vector{DayPart::Wrap, DayPart::Notes}));
        QCOMPARE(controller.equal(), (std::vector{DayPart::Call, DayPart::Meals}));
    }

    void whatCountsNowIsChosenToBeginWith()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);

        controller.load();

        QCOMPARE(controller.chosen(DayPart::Wrap), Side::Theirs);
        QCOMPARE(controller.result(), sampleConflict().counting);
    }

    // A day's "Two versions" opens the dialog and asks for that day, before anything is loaded.
    void dayAskedForBeforeTheLoadIsTheOneShown()
    {
        FakeConflictStore store;
        DayConflict later = sampleConflict();
        later.id = sampleId<ConflictId>(910);
        later.counting.key.date = later.counting.key.date.addDays(1);
        for (DayVersion &version : later.versions)
            version.day.key = later.counting.key;
        store.conflicts = {sampleConflict(), later};
        ConflictController controller(store);

        controller.selectDay(later.counting.key);
        controller.load();

        QTRY_VERIFY(controller.current());
        QCOMPARE(controller.current()->counting.key, later.counting.key);
    }

    void eachPartIsChosenByItself()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);
        controller.load();

        controller.chooseAll(Side::Theirs);
        controller.choose(DayPart::Notes, Side::Mine);

        QCOMPARE(controller.result().wrap, TimeField::at(19 * 60 + 18));
        QCOMPARE(controller.result().notes, u"A-cam to truck"_s);
    }

    void savingSaysWhichVersionsWereSeen()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);
        controller.load();
        QSignalSpy saved(&controller, &ConflictController::saved);

        controller.chooseAll(Side::Mine);
        controller.save(u" Held for the truck. "_s);

        QCOMPARE(saved.size(), 1);
        const ConflictChoice &choice = store.choices.front();
        QCOMPARE(choice.seen, (std::vector{sampleId<MutationId>(901), sampleId<MutationId>(902)}));
        QCOMPARE(choice.result, sampleConflict().versions[0].day);
        QCOMPARE(choice.message, u"Held for the truck."_s);
        QVERIFY(!controller.current());
    }

    void thirdVersionCanBeComparedToo()
    {
        DayConflict conflict = sampleConflict();
        conflict.versions.push_back(conflict.versions[1]);
        conflict.versions[2].mutation = sampleId<MutationId>(903);
        conflict.versions[2].day.call = TimeField::at(6 * 60);
        FakeConflictStore store;
        store.conflicts = {conflict};
        ConflictController controller(store);
        controller.load();
        QCOMPARE(controller.otherVersions(), (std::vector{1, 2}));

        controller.compareWith(2);
        controller.choose(DayPart::Call, Side::Theirs);

        QCOMPARE(controller.differing().front(), DayPart::Call);
        QCOMPARE(controller.result().call, TimeField::at(6 * 60));
    }

    void lockedDayIsReadOnly()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        store.conflicts[0].isLocked = true;
        ConflictController controller(store);
        controller.load();
        const WorkDay before = controller.result();

        controller.chooseAll(Side::Mine);
        controller.save({});

        QCOMPARE(controller.result(), before);
        QVERIFY(!controller.canSave());
        QVERIFY(store.choices.empty());
    }

    void failedSaveKeepsTheChoice()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        store.failure = ErrorCode::StoreFull;
        ConflictController controller(store);
        controller.load();
        QSignalSpy failed(&controller, &ConflictController::failed);

        controller.chooseAll(Side::Mine);
        controller.save({});

        QCOMPARE(failed.size(), 1);
        QVERIFY(controller.canSave());
        QCOMPARE(controller.chosen(DayPart::Wrap), Side::Mine);
    }
};

QTEST_GUILESS_MAIN(TestConflictController)
#include "tst_conflict_controller.moc"
