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

    void typedValueIsReadWhereItStands_data()
    {
        QTest::addColumn<DayPart>("part");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("line"); // the times of the result

        QTest::newRow("a time") << DayPart::Wrap << u"1924"_s << u"0700 1300-1330 1924"_s;
        QTest::newRow("in tenths") << DayPart::Wrap << u"19.4"_s << u"0700 1300-1330 1924"_s;
        QTest::newRow("the evening after the call")
            << DayPart::Wrap << u" 7 "_s << u"0700 1300-1330 1900"_s;
        QTest::newRow("after midnight") << DayPart::Wrap << u"0200"_s << u"0700 1300-1330 2600"_s;
        QTest::newRow("after the time before")
            << DayPart::Wrap << u"+6"_s << u"0700 1300-1330 1930"_s;
        QTest::newRow("nothing") << DayPart::Wrap << QString() << u"0700 1300-1330"_s;
        QTest::newRow("two meals")
            << DayPart::Meals << u"13-1330, 18.5 – 19.0"_s << u"0700 1300-1330 1830-1900 1918"_s;
        QTest::newRow("no meal") << DayPart::Meals << u"-"_s << u"0700 - 1918"_s;
    }

    void typedValueIsReadWhereItStands()
    {
        QFETCH(DayPart, part);
        QFETCH(QString, text);
        QFETCH(QString, line);
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        store.conflicts[0].versions[0].day.meals.clear();
        ConflictController controller(store);
        controller.load();

        controller.type(part, text);

        QVERIFY(controller.canSave());
        QVERIFY(controller.typed(part));
        QCOMPARE(printDayLine(timesOf(controller.result())).value_or(QString()), line);
        QCOMPARE(controller.result().notes, QString()); // the other choices stand
    }

    void whatCannotBeReadCannotBeSaved()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);
        controller.load();
        const WorkDay before = controller.result();

        controller.type(DayPart::Notes, u"late"_s);
        controller.type(DayPart::Wrap, u"-"_s); // a day ends, though nobody may know when
        QVERIFY(!controller.canSave());
        controller.type(DayPart::Wrap, u"late"_s);
        controller.save({});

        QCOMPARE(controller.unread(), std::optional(DayPart::Wrap));
        QVERIFY(!controller.canSave());
        QVERIFY(store.choices.empty());
        QCOMPARE(controller.result().wrap, before.wrap);
    }

    void choosingASideReplacesWhatWasTyped()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);
        controller.load();
        controller.type(DayPart::Wrap, u"late"_s);
        controller.type(DayPart::Notes, u"Two trucks"_s);

        controller.choose(DayPart::Wrap, Side::Mine);

        QVERIFY(!controller.typed(DayPart::Wrap));
        QVERIFY(controller.canSave());
        QCOMPARE(controller.result().wrap, TimeField::at(19 * 60 + 30));
        QCOMPARE(controller.result().notes, u"Two trucks"_s);
        controller.chooseAll(Side::Theirs);
        QCOMPARE(controller.result(), sampleConflict().versions[1].day);
    }

    void twoReadingsAreAskedAboutBeforeSaving()
    {
        FakeConflictStore store;
        store.conflicts = {sampleConflict()};
        ConflictController controller(store);
        controller.load();

        controller.type(DayPart::Wrap, u"19.25"_s);
        const std::optional<TypedQuestion> question = controller.question();
        const bool couldBeSaved = controller.canSave();
        controller.answer(1);

        QVERIFY(question && !couldBeSaved);
        QCOMPARE(question->choices.size(), 2u);
        QVERIFY(!controller.question());
        QVERIFY(controller.canSave());
        QCOMPARE(controller.result().wrap, TimeField::at(19 * 60 + 25));
    }

    // The night to 2 November 2025 in New York, where 1:30 comes twice.
    void typedTimeThatComesTwiceIsAskedAbout()
    {
        DayConflict conflict = sampleConflict();
        for (WorkDay *day : {&conflict.before, &conflict.counting, &conflict.versions[0].day,
                             &conflict.versions[1].day})
            day->key.date = QDate(2025, 11, 1);
        FakeConflictStore store;
        store.conflicts = {conflict};
        ConflictController controller(store);
        controller.setZone(QTimeZone("America/New_York"));
        controller.load();

        controller.type(DayPart::Wrap, u"25:30"_s);
        const std::optional<TypedQuestion> question = controller.question();
        const bool couldBeSaved = controller.canSave();
        controller.answer(1);

        QVERIFY(question && question->clock && !couldBeSaved);
        QVERIFY(controller.canSave());
        QCOMPARE(controller.result().wrap, TimeField::at(25 * 60 + 30, 1));
    }

    void timeOfASideThatComesTwiceIsNotAskedAboutAgain()
    {
        DayConflict conflict = sampleConflict();
        for (WorkDay *day : {&conflict.before, &conflict.counting, &conflict.versions[0].day,
                             &conflict.versions[1].day})
            day->key.date = QDate(2025, 11, 1);
        conflict.versions[0].day.wrap = TimeField::at(25 * 60 + 30, 1);
        FakeConflictStore store;
        store.conflicts = {conflict};
        ConflictController controller(store);
        controller.setZone(QTimeZone("America/New_York"));
        controller.load();

        controller.type(DayPart::Wrap, u"2530"_s);

        QVERIFY(controller.canSave());
        QCOMPARE(controller.result().wrap, TimeField::at(25 * 60 + 30, 1));
    }

    void textToEditIsReadBack_data()
    {
        QTest::addColumn<DayPart>("part");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("tenths");
        QTest::addColumn<QString>("clock");

        QTest::newRow("wrap") << DayPart::Wrap << u"0700 - 1918"_s << u"19.3"_s << u"19:18"_s;
        QTest::newRow("no tenth") << DayPart::Wrap << u"0700 - 1920"_s << u"1920"_s << u"19:20"_s;
        QTest::newRow("next day") << DayPart::Wrap << u"0700 - 2630"_s << u"26.5"_s << u"2630"_s;
        QTest::newRow("short day") << DayPart::Wrap << u"0700 - 1000"_s << u"1000"_s << u"1000"_s;
        QTest::newRow("unknown") << DayPart::Wrap << u"0700"_s << QString() << QString();
        QTest::newRow("meals") << DayPart::Meals << u"0700 1300-1330 1900-1930 21"_s
                               << u"13.0-13.5 19.0-19.5"_s << u"13:00-13:30 19:00-19:30"_s;
        QTest::newRow("travel") << DayPart::Travel << u"0700 - 19 t0.5 t1"_s << u"0:30 1:00"_s
                                << u"0:30 1:00"_s;
    }

    void textToEditIsReadBack()
    {
        QFETCH(DayPart, part);
        QFETCH(QString, line);
        QFETCH(QString, tenths);
        QFETCH(QString, clock);
        const WorkDay day = withTimes(WorkDay(), timesFrom(line.toUtf8().constData()));

        QCOMPARE(partText(day, part, Notation::Tenths), tenths);
        QCOMPARE(partText(day, part, Notation::Clock), clock);
        for (const QString &text : {tenths, clock}) {
            const PartReading reading = readPart(text, part, day);
            QVERIFY(reading.isUnderstood());
            QCOMPARE(reading.readings[0], day);
        }
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

    // Each side is in order, but the call of one and the wrap of the other are not.
    void anImpossibleOrderCannotBeSaved()
    {
        DayConflict conflict = sampleConflict();
        WorkDay &mine = conflict.versions[0].day;
        WorkDay &theirs = conflict.versions[1].day;
        mine.meals.clear();
        theirs.meals.clear();
        mine.call = TimeField::at(8 * 60);
        mine.wrap = TimeField::at(19 * 60);
        theirs.call = TimeField::at(5 * 60);
        theirs.wrap = TimeField::at(7 * 60);
        conflict.counting = theirs;
        FakeConflictStore store;
        store.conflicts = {conflict};
        ConflictController controller(store);
        controller.load();
        QVERIFY(controller.canSave());

        controller.choose(DayPart::Call, Side::Mine);
        controller.choose(DayPart::Wrap, Side::Theirs);
        controller.save({});

        QVERIFY(!controller.canSave());
        QVERIFY(store.choices.empty());
        controller.choose(DayPart::Wrap, Side::Mine);
        QVERIFY(controller.canSave());
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
