#include "app/controllers/week_controller.h"
#include "tests/support/fake_week_store.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/sample_week.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using namespace Qt::StringLiterals;
using namespace film;
using namespace film::app;
using namespace film::test;
using Kind = WeekMessage::Kind;

class TestWeekController : public QObject
{
    Q_OBJECT

    struct Desk {
        FakeWeekStore store;
        FixedClock clock{sampleInstant(thursday, 12, 6)};
        QUndoStack undo;
        WeekController controller{store, clock, undo, sampleWeek().person};
        std::vector<WeekMessage> messages;

        Desk()
        {
            const WeekSnapshot week = sampleWeek();
            store.weeks[week.week.first] = week;
            for (const int days : {-7, 7}) {
                const QDate first = week.week.first.addDays(days);
                store.weeks[first] = emptyWeek(first, 6 + days / 7);
            }
            QObject::connect(&controller, &WeekController::messageChanged, &controller,
                             [this](const WeekMessage &message) { messages.push_back(message); });
            controller.openWeek(thursday);
            settle();
        }
        // Continuations come through the event loop.
        void settle()
        {
            for (int i = 0; i < 20; ++i)
                QCoreApplication::sendPostedEvents();
        }
        void type(const QString &line)
        {
            controller.setLine(line);
            controller.save();
            settle();
        }
    };

    static inline const UnitId secondUnit{std::array<quint8, 16>{9}};

private slots:
    void aFurtherUnitsPartIsARecordOfItsOwn()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        const WorkDay own = desk.store.stored(wednesday);

        desk.controller.setUnitLine(wednesday, secondUnit, u"2100 2330 kit=25 acct=2210"_s);
        desk.settle();

        const WeekDay *day = desk.controller.snapshot().find(wednesday);
        QCOMPARE(day->others.size(), size_t(1));
        const WorkDay other = day->others[0].day;
        QCOMPARE(other.key, (WorkDayKey{own.key.person, wednesday, secondUnit}));
        QCOMPARE(other.call, TimeField::at(1260));
        QCOMPARE(other.wrap, TimeField::at(1410));
        QCOMPARE(other.account, u"2210"_s);
        QCOMPARE(other.allowances.size(), size_t(1));
        QCOMPARE(other.state, DayState::Confirmed);
        QCOMPARE(other.zone, sampleZone);
        QCOMPARE(desk.store.stored(wednesday), own);
        QCOMPARE(day->worked(), std::optional(*workedMinutes(own) + Minutes(150)));

        desk.controller.setUnitLine(wednesday, secondUnit, u"2100 2345"_s);
        desk.settle();
        QCOMPARE(desk.controller.snapshot().find(wednesday)->others[0].day.wrap,
                 TimeField::at(1425));
        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.controller.snapshot().find(wednesday)->others[0].day, other);
    }

    void aFurtherUnitsPartIsTakenAwayAndComesBack()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        desk.controller.setUnitLine(wednesday, secondUnit, u"2100 2330"_s);
        desk.settle();
        const WorkDay other = desk.controller.snapshot().find(wednesday)->others[0].day;

        desk.controller.setUnitLine(wednesday, secondUnit, {});
        desk.settle();
        QVERIFY(desk.controller.snapshot().find(wednesday)->others.empty());
        QVERIFY(desk.store.stored(other.key).isBlank());

        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.controller.snapshot().find(wednesday)->others.size(), size_t(1));
        QCOMPARE(desk.store.stored(other.key), other);
    }

    // Both waited for: the queue keeps the records of one date apart.
    void writesOfTwoUnitsOfOneDateDoNotMix()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        const WorkDay own = desk.store.stored(wednesday);
        desk.store.isHolding = true;
        desk.controller.setUnitLine(wednesday, secondUnit, u"2100 2330"_s);
        desk.controller.setField(wednesday, {DayField::Wrap}, u"2030"_s);
        while (desk.store.isHolding || desk.store.saves < 2) {
            desk.store.release();
            desk.settle();
        }

        QCOMPARE(desk.store.stored(wednesday).call, own.call);
        QCOMPARE(desk.store.stored(wednesday).wrap, TimeField::at(1230));
        QCOMPARE(desk.controller.snapshot().find(wednesday)->others[0].day.wrap,
                 TimeField::at(1410));
    }

    void aFurtherUnitsPartThatIsHandedInIsNotChanged()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        for (auto &[first, one] : desk.store.weeks) {
            if (!one.week.contains(wednesday))
                continue;
            WorkDay other = sampleDay({one.person, wednesday, secondUnit}, 1260, 0, 0, 1410);
            other.state = DayState::Submitted;
            one.days[size_t(first.daysTo(wednesday))].others.push_back({other});
        }
        desk.controller.reload();
        desk.settle();

        desk.controller.setUnitLine(wednesday, secondUnit, {});
        desk.controller.setCostCodes(wednesday, secondUnit, u"2210"_s, {});
        desk.settle();

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.messages.back().kind, Kind::Locked);
    }

    void accountAndEpisodeAreOfTheUnitsPart()
    {
        Desk desk;
        const QDate wednesday = thursday.addDays(-1);
        desk.controller.setUnitLine(wednesday, secondUnit, u"2100 2330"_s);
        desk.settle();

        desk.controller.setCostCodes(wednesday, secondUnit, u"2210"_s, u"103"_s);
        desk.controller.setCostCodes(wednesday, {}, u"2211"_s, {});
        desk.settle();

        const WeekDay *day = desk.controller.snapshot().find(wednesday);
        QCOMPARE(day->day.account, u"2211"_s);
        QCOMPARE(day->others[0].day.account, u"2210"_s);
        QCOMPARE(day->others[0].day.episode, u"103"_s);
        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.controller.snapshot().find(wednesday)->day.account, QString());
    }

    void theLineSaysAllowancesToo()
    {
        Desk desk;

        desk.type(u"0700 1300-1330 1930 kit=50 ; rain"_s);

        const WorkDay stored = desk.store.stored(thursday);
        QCOMPARE(stored.wrap, TimeField::at(1170));
        QCOMPARE(stored.allowances,
                 (std::vector<Allowance>{{u"kit"_s, Money(5000, Currency::Usd)}}));
        QCOMPARE(stored.notes, u"rain"_s);
    }

    // A device that has just joined asks before its records are here.
    void weekThatWasNotThereYetOpensOnceItIs()
    {
        FakeWeekStore store;
        const FixedClock clock{sampleInstant(thursday, 12, 6)};
        QUndoStack undo;
        const WeekSnapshot week = sampleWeek();
        WeekController controller{store, clock, undo, week.person};
        controller.openWeek(thursday);
        for (int i = 0; i < 20; ++i)
            QCoreApplication::sendPostedEvents();
        QVERIFY(controller.snapshot().days.empty());

        store.weeks[week.week.first] = week;
        controller.reload();

        QTRY_COMPARE(controller.selectedDay(), thursday);
        QVERIFY(controller.snapshot().find(thursday));
    }

    void opensTheWeekOfADate()
    {
        Desk desk;

        QCOMPARE(desk.controller.snapshot().number, 6);
        QCOMPARE(desk.controller.selectedDay(), thursday);
        QCOMPARE(desk.controller.today(), thursday);
        QCOMPARE(desk.controller.now(), Minutes(726));
    }

    void readingIsLiveAndOnACopy()
    {
        Desk desk;

        desk.controller.setLine(u"0700 1300-1330 1930"_s);

        const QuickReading &reading = desk.controller.reading();
        QCOMPARE(reading.line.status, DayLineStatus::Understood);
        QCOMPARE(reading.worked, std::optional(Minutes(720)));
        QCOMPARE(reading.onSet, std::optional(Minutes(750)));
        QCOMPARE(reading.findings.front().kind, FindingKind::ShortRest);
        QCOMPARE(reading.findings.front().amount, Minutes(570));
        QCOMPARE(desk.store.saves, 0);
        QVERIFY(desk.controller.snapshot().find(thursday)->day.wrap.isUnknown());
    }

    void savedLineIsStoredAndTheNextDayIsSelected()
    {
        Desk desk;

        desk.type(u"0700 1300-1330 1930 ; rain"_s);

        const WorkDay stored = desk.store.stored(thursday);
        QCOMPARE(stored.wrap, TimeField::at(1170));
        QCOMPARE(stored.notes, u"rain"_s);
        QCOMPARE(stored.zone, sampleZone);
        QCOMPARE(stored.state, DayState::Confirmed);
        QCOMPARE(desk.controller.selectedDay(), thursday.addDays(1));
        QCOMPARE(desk.messages.back().kind, Kind::Saved);
        QCOMPARE(desk.messages.back().date, thursday);
        QCOMPARE(desk.messages.back().worked, std::optional(Minutes(720)));
    }

    void undoAndRedoWriteNewChanges()
    {
        Desk desk;
        const WorkDay before = desk.store.stored(thursday);
        desk.type(u"0700 1300-1330 1930"_s);
        const WorkDay after = desk.store.stored(thursday);

        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.store.stored(thursday), before);
        QCOMPARE(desk.messages.back().kind, Kind::Undone);

        desk.undo.redo();
        desk.settle();
        QCOMPARE(desk.store.stored(thursday), after);
        QCOMPARE(desk.messages.back().kind, Kind::Redone);
        QCOMPARE(desk.store.saves, 3);
    }

    void undoLeavesADayThatSomebodyChangedSince()
    {
        Desk desk;
        desk.type(u"0700 1300-1330 1930"_s);
        WorkDay &theirs = desk.store.weeks.at(sampleWeek().week.first).days[4].day;
        theirs.wrap = TimeField::at(20 * 60);

        desk.undo.undo();
        desk.settle();

        QCOMPARE(desk.messages.back().kind, Kind::ChangedSince);
        QCOMPARE(desk.messages.back().date, thursday);
        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(20 * 60));
        QCOMPARE(desk.controller.snapshot().find(thursday)->day.wrap, TimeField::at(20 * 60));
        QCOMPARE(desk.store.saves, 1);
    }

    void undoThatCannotBeWrittenCanBeTriedAgain()
    {
        Desk desk;
        desk.type(u"0700 1300-1330 1930"_s);
        desk.store.failure = ErrorCode::StoreFull;

        desk.undo.undo();
        desk.settle();
        QCOMPARE(desk.messages.back().kind, Kind::Failed);
        QVERIFY(desk.undo.canUndo());

        desk.store.failure.reset();
        desk.undo.undo();
        desk.settle();
        QVERIFY(desk.store.stored(thursday).wrap.isUnknown());
    }

    void failedSaveLeavesNothingToUndo()
    {
        Desk desk;
        desk.store.failure = ErrorCode::StoreFull;

        desk.type(u"0700 1300-1330 1930"_s);

        QCOMPARE(desk.messages.back().kind, Kind::Failed);
        QCOMPARE(desk.messages.back().error, std::optional(ErrorCode::StoreFull));
        QVERIFY(!desk.undo.canUndo());
        QVERIFY(desk.controller.snapshot().find(thursday)->day.wrap.isUnknown());
    }

    void failedSavePutsTheLineBack()
    {
        Desk desk;
        QSignalSpy lines(&desk.controller, &WeekController::lineReplaced);
        desk.store.failure = ErrorCode::StoreFull;

        desk.type(u"0700 1300-1330 1930"_s);

        QCOMPARE(lines.back()[0].toString(), u"0700 1300-1330 1930"_s);
        QCOMPARE(desk.controller.selectedDay(), thursday);
    }

    void unreadableLineIsNotSaved()
    {
        Desk desk;

        desk.type(u"07x0"_s);

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.messages.back().kind, Kind::NotUnderstood);
        QCOMPARE(desk.messages.back().text, u"07x0"_s);
    }

    void timesInAnImpossibleOrderAreNotSaved()
    {
        Desk desk;
        desk.type(u"0700 1300-1330 1930"_s);
        const WorkDay before = desk.store.stored(thursday);
        const int saves = desk.store.saves;

        desk.controller.setField(thursday, {DayField::Call}, u"14:00"_s);
        desk.settle();

        QCOMPARE(desk.messages.back().kind, Kind::WrongOrder);
        QCOMPARE(desk.messages.back().refusal->later, (DayFieldRef{DayField::MealOut, 0}));
        QCOMPARE(desk.store.saves, saves);
        QCOMPARE(desk.store.stored(thursday), before);
    }

    void lineInAnImpossibleOrderStaysInTheField()
    {
        Desk desk;
        QSignalSpy replaced(&desk.controller, &WeekController::lineReplaced);

        desk.type(u"0700 1330-1300 1930"_s);

        QVERIFY(desk.controller.reading().refusal);
        QVERIFY(!desk.controller.reading().canBeSaved());
        QCOMPARE(desk.messages.back().kind, Kind::WrongOrder);
        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(replaced.count(), 0);
        QCOMPARE(desk.controller.selectedDay(), thursday);
    }

    // As two computers can leave it: each changed one time, and both were right.
    void dayThatIsOutOfOrderCanBePutRightStepByStep()
    {
        Desk desk;
        WeekSnapshot &week = desk.store.weeks.at(sampleWeek().week.first);
        week.days[4].day = sampleDay(week.days[4].day.key, 14 * 60, 13 * 60, 13 * 60 + 30, 0);
        desk.controller.reload();
        desk.settle();

        desk.controller.setNote(thursday, u"call was earlier"_s);
        desk.settle();
        QCOMPARE(desk.messages.back().kind, Kind::Saved);
        desk.controller.setField(thursday, {DayField::Wrap}, u"19:30"_s);
        desk.settle();
        QCOMPARE(desk.messages.back().kind, Kind::Saved);
    }

    void copiedWeekLeavesOutWhatCannotBe()
    {
        Desk desk;
        const QDate last = sampleWeek().week.first.addDays(-7);
        WeekSnapshot &week = desk.store.weeks.at(last);
        week.days[5].day = sampleDay(week.days[5].day.key, 14 * 60, 13 * 60, 13 * 60 + 30, 1200);
        desk.controller.copyLastWeek();
        desk.settle();

        QCOMPARE(desk.messages.back().kind, Kind::NothingToCopy);
        QCOMPARE(desk.messages.back().outOfOrder, std::vector{last.addDays(12)});
        QCOMPARE(desk.store.saves, 0);
    }

    void lineWithTwoReadingsWaitsForAChoice()
    {
        Desk desk;
        desk.type(u"0700 13.30-14.0 1930"_s);
        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.messages.back().kind, Kind::TwoReadings);
        QCOMPARE(desk.controller.reading().line.choices.size(), size_t(2));

        desk.controller.chooseReading(1);
        desk.controller.save();
        desk.settle();

        QCOMPARE(desk.store.stored(thursday).meals.front().out, TimeField::at(13 * 60 + 30));
    }

    void unfinishedLineSavesWhatIsKnown()
    {
        Desk desk;

        desk.type(u"0700 1300-"_s);

        const WorkDay stored = desk.store.stored(thursday);
        QCOMPARE(stored.meals.front().out, TimeField::at(780));
        QVERIFY(stored.meals.front().in.isUnknown());
        QVERIFY(stored.wrap.isUnknown());
    }

    void warningsDoNotBlock()
    {
        Desk desk;

        desk.type(u"0700 1430-1500 2330"_s);

        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(1410));
    }

    void lockedDayIsLeftAlone()
    {
        Desk desk;
        desk.store.weeks[QDate(2025, 11, 16)].days[4].day.state = DayState::Locked;
        desk.controller.reload();
        desk.settle();

        desk.type(u"0700 1300-1330 1930"_s);
        desk.controller.setField(thursday, {DayField::Wrap}, u"1900"_s);
        desk.settle();

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.messages.back().kind, Kind::Locked);
        QVERIFY(!desk.controller.stampOffer().field);
    }

    void stampWritesTheNextTimeWithNow()
    {
        Desk desk;
        QCOMPARE(desk.controller.stampOffer().field,
                 std::optional(DayFieldRef{DayField::MealOut, 0}));

        desk.controller.stampNow();
        desk.settle();
        QCOMPARE(desk.store.stored(thursday).meals.front().out, TimeField::at(726));

        desk.clock.time = sampleInstant(thursday, 12, 36);
        desk.controller.stampNow();
        desk.settle();
        desk.clock.time = sampleInstant(thursday, 19, 0);
        desk.controller.stampNow();
        desk.settle();
        QCOMPARE(desk.store.stored(thursday).wrap, TimeField::at(1140));
        QVERIFY(!desk.controller.stampOffer().field);
    }

    void stampAfterMidnightBelongsToTheDayOfTheCall()
    {
        Desk desk;
        desk.controller.setField(thursday, {DayField::Call}, u"1800"_s);
        desk.settle();

        desk.clock.time = sampleInstant(thursday.addDays(1), 1, 30);

        QCOMPARE(desk.controller.today(), thursday);
        QCOMPARE(desk.controller.now(), Minutes(25 * 60 + 30));
        QCOMPARE(desk.controller.stampOffer().at.minutes, Minutes(25 * 60 + 30));

        desk.clock.time = sampleInstant(thursday.addDays(1), 15, 0); // nobody works 21 hours
        QCOMPARE(desk.controller.today(), thursday.addDays(1));
    }

    void cellIsReadLikeTheLine()
    {
        Desk desk;

        desk.controller.setField(thursday, {DayField::MealOut, 0}, u"1"_s);
        desk.settle();
        QCOMPARE(desk.store.stored(thursday).meals.front().out, TimeField::at(13 * 60));

        desk.controller.setField(thursday, {DayField::MealOut, 0}, QString());
        desk.settle();
        QVERIFY(desk.store.stored(thursday).meals.empty());
    }

    void editsMadeWhileTheDiskIsSlowBuildOnEachOther()
    {
        Desk desk;
        desk.store.isHolding = true;

        desk.controller.setField(thursday, {DayField::MealOut, 0}, u"1300"_s);
        desk.controller.setField(thursday, {DayField::Wrap}, u"1930"_s);
        desk.store.release();
        desk.settle();

        const WorkDay stored = desk.store.stored(thursday);
        QCOMPARE(stored.meals.front().out, TimeField::at(780));
        QCOMPARE(stored.wrap, TimeField::at(1170));
    }

    void editStillReachesItsDayAfterTheWeekWasLeft()
    {
        Desk desk;
        desk.store.isHolding = true;
        desk.controller.setField(thursday, {DayField::MealOut, 0}, u"1300"_s);
        desk.controller.setField(thursday, {DayField::Wrap}, u"1930"_s);
        desk.controller.nextWeek();

        desk.store.release();
        desk.settle();

        const WorkDay stored = desk.store.stored(thursday);
        QCOMPARE(desk.controller.snapshot().number, 7);
        QCOMPARE(stored.call, TimeField::at(420));
        QCOMPARE(stored.meals.front().out, TimeField::at(780));
        QCOMPARE(stored.wrap, TimeField::at(1170));
    }

    void weekThatCannotBeCopiedDisturbsNoOtherWrite()
    {
        Desk desk;
        desk.controller.previousWeek();
        desk.settle();
        desk.store.isHolding = true;
        desk.controller.setField(thursday.addDays(-7), {DayField::Call}, u"0800"_s);
        desk.store.isHolding = false;
        desk.controller.copyLastWeek(); // there is no week before this one
        QCOMPARE(desk.messages.back().kind, Kind::Failed);

        desk.store.release();
        desk.settle();

        QCOMPARE(desk.store.stored(thursday.addDays(-7)).call, TimeField::at(480));
        QCOMPARE(desk.messages.back().kind, Kind::Saved);
    }

    void lastWeekIsCopiedInOneUndoStep()
    {
        Desk desk;
        desk.controller.nextWeek();
        desk.settle();

        desk.controller.copyLastWeek();
        desk.settle();
        QCOMPARE(desk.messages.back().kind, Kind::Copied);
        QCOMPARE(desk.messages.back().count, 6); // four worked, two off
        QCOMPARE(desk.store.stored(QDate(2025, 11, 24)).wrap, TimeField::at(1140));

        desk.undo.undo();
        desk.settle();
        QVERIFY(desk.store.stored(QDate(2025, 11, 24)).isBlank());
        QVERIFY(desk.store.stored(QDate(2025, 11, 29)).isBlank());
    }

    void answerForAWeekLeftBehindIsIgnored()
    {
        Desk desk;
        desk.store.isHolding = true;
        desk.controller.nextWeek();
        desk.store.isHolding = false;
        desk.controller.goToday();
        desk.settle();

        desk.store.release();
        desk.settle();

        QCOMPARE(desk.controller.snapshot().number, 6);
    }
};

QTEST_GUILESS_MAIN(TestWeekController)
#include "tst_week_controller.moc"
