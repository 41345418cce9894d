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

// My week in the nights in which New York's clocks change: back over 1:00 to 2:00 after
// Saturday 1 Nov 2025, forward over 2:00 to 3:00 after Saturday 8 Mar 2025.
class TestWeekClockChange : public QObject
{
    Q_OBJECT

    static inline const QDate nightBack{2025, 11, 1};
    static inline const QDate nightForward{2025, 3, 8};
    static constexpr int halfPastOne = 25 * 60 + 30;
    static constexpr DayFieldRef wrap{DayField::Wrap};

    struct Desk {
        FakeWeekStore store;
        FixedClock clock;
        QUndoStack undo;
        WeekController controller{store, clock, undo, sampleWeek().person};
        std::vector<WeekMessage> messages;

        explicit Desk(QDate saturday, Instant now)
            : clock(now)
        {
            for (const int days : {-13, -6})
                store.weeks[saturday.addDays(days)] = emptyWeek(saturday.addDays(days), 1);
            QObject::connect(&controller, &WeekController::messageChanged, &controller,
                             [this](const WeekMessage &message) { messages.push_back(message); });
            controller.openWeek(saturday);
            settle();
        }
        explicit Desk(QDate saturday)
            : Desk(saturday, sampleInstant(saturday, 23, 0))
        {}
        void settle()
        {
            for (int i = 0; i < 20; ++i)
                QCoreApplication::sendPostedEvents();
        }
        void save(const QString &line)
        {
            controller.setLine(line);
            controller.save();
            settle();
        }
    };

    // The second 1:30 of the night back: half past one in New York is then 6:30 in UTC.
    static Instant secondHalfPastOne()
    {
        const QDateTime utc(nightBack.addDays(1), QTime(6, 30), Qt::UTC);
        return instantFromMs(utc.toMSecsSinceEpoch());
    }

private slots:
    void lineWithATimeThatComesTwiceWaitsForAnAnswer()
    {
        Desk desk(nightBack);

        desk.save(u"1800 0130"_s);

        QCOMPARE(desk.store.saves, 0);
        QCOMPARE(desk.messages.back().kind, Kind::ClockChange);
        QVERIFY(desk.controller.reading().question);
        QVERIFY(!desk.controller.reading().canBeSaved());
    }

    void answerIsStoredWithTheTime_data()
    {
        QTest::addColumn<int>("answer");

        QTest::newRow("first") << 0;
        QTest::newRow("second") << 1;
    }

    void answerIsStoredWithTheTime()
    {
        QFETCH(int, answer);
        Desk desk(nightBack);
        desk.controller.setLine(u"1800 0130"_s);

        desk.controller.chooseReading(answer);
        QVERIFY(desk.controller.reading().canBeSaved());
        desk.controller.save();
        desk.settle();

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, answer));
    }

    void answerIsKeptWhileANoteIsTyped()
    {
        Desk desk(nightBack);
        desk.controller.setLine(u"1800 0130"_s);
        desk.controller.chooseReading(1);

        desk.save(u"1800 0130 ; snow"_s);

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 1));
        QCOMPARE(desk.store.stored(nightBack).notes, u"snow"_s);
    }

    void otherTimeIsAskedAgain()
    {
        Desk desk(nightBack);
        desk.controller.setLine(u"1800 0130"_s);
        desk.controller.chooseReading(1);

        desk.controller.setLine(u"1800 0136"_s);

        QVERIFY(desk.controller.reading().question);
    }

    void timeThatNeverComesIsReplacedByANeighbour()
    {
        Desk desk(nightForward);
        QSignalSpy lines(&desk.controller, &WeekController::lineReplaced);
        desk.save(u"1800 0230 ; late"_s);
        QCOMPARE(desk.store.saves, 0);

        desk.controller.chooseReading(1);
        QVERIFY(lines.back()[0].toString().endsWith(u"; late"_s));
        desk.controller.save();
        desk.settle();

        QCOMPARE(desk.store.stored(nightForward).wrap, TimeField::at(27 * 60 + 30));
        QCOMPARE(desk.store.stored(nightForward).notes, u"late"_s);
    }

    void stampInTheSecondHourIsTheSecond()
    {
        Desk desk(nightBack);
        desk.save(u"1800 2300-2330"_s);
        desk.clock.time = secondHalfPastOne();
        desk.controller.tick();

        desk.controller.stampNow();
        desk.settle();

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 1));
        QVERIFY(!desk.controller.cellQuestion());
    }

    void nowInTheLineIsNotAsked()
    {
        Desk desk(nightBack);
        desk.save(u"1800"_s);
        desk.controller.selectDay(nightBack);
        desk.clock.time = secondHalfPastOne();

        desk.save(u"1800 n"_s);

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 1));
    }

    void nowInACellIsNotAsked()
    {
        Desk desk(nightBack);
        desk.save(u"1800"_s);
        desk.clock.time = secondHalfPastOne();

        desk.controller.setField(nightBack, wrap, u"n"_s);
        desk.settle();

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 1));
    }

    void cellAsksBeforeItSaves()
    {
        Desk desk(nightBack);
        desk.save(u"1800"_s);

        desk.controller.setField(nightBack, wrap, u"0130"_s);
        desk.settle();
        QVERIFY(desk.store.stored(nightBack).wrap.isUnknown());
        QVERIFY(desk.controller.cellQuestion() && desk.controller.cellQuestion()->clock);

        desk.controller.answerCell(1);
        desk.settle();
        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 1));
        QVERIFY(!desk.controller.cellQuestion());
    }

    void timeTypedAgainIsAskedAgain()
    {
        Desk desk(nightBack);
        desk.save(u"1800"_s);
        for (const int answer : {1, 0}) {
            desk.controller.setField(nightBack, wrap, u"0130"_s);
            desk.controller.answerCell(answer);
            desk.settle();
        }

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(halfPastOne, 0));
    }

    void cellInTheGapOffersItsNeighbours()
    {
        Desk desk(nightForward);
        desk.save(u"1800"_s);

        desk.controller.setField(nightForward, wrap, u"0230"_s);
        QVERIFY(desk.controller.cellQuestion());
        desk.controller.answerCell(0);
        desk.settle();

        QCOMPARE(desk.store.stored(nightForward).wrap, TimeField::at(halfPastOne));
    }

    void unansweredQuestionLeavesTheDayAsItWas()
    {
        Desk desk(nightBack);
        desk.save(u"1800 2400"_s);

        desk.controller.setField(nightBack, wrap, u"0130"_s);
        desk.controller.dropCellQuestion();
        desk.controller.answerCell(0);
        desk.settle();

        QCOMPARE(desk.store.stored(nightBack).wrap, TimeField::at(24 * 60));
    }

    void cellWithTwoReadingsOffersBoth()
    {
        Desk desk(nightBack);

        desk.controller.setField(nightBack, {DayField::Call}, u"13.30"_s);
        QVERIFY(desk.controller.cellQuestion() && !desk.controller.cellQuestion()->clock);
        desk.controller.answerCell(1);
        desk.settle();

        QCOMPARE(desk.store.stored(nightBack).call, TimeField::at(13 * 60 + 30));
    }

    void copiedWeekLeavesOutTheNightOfTheChange()
    {
        Desk desk(nightBack);
        desk.controller.previousWeek();
        desk.settle();
        for (const int day : {-9, -7}) {
            desk.controller.selectDay(nightBack.addDays(day));
            desk.save(u"1800 0130"_s);
        }
        desk.controller.openWeek(nightBack);
        desk.settle();

        desk.controller.copyLastWeek();
        desk.settle();

        QCOMPARE(desk.messages.back().kind, Kind::Copied);
        QCOMPARE(desk.messages.back().count, 1);
        QCOMPARE(desk.messages.back().open.size(), size_t(1));
        QVERIFY(desk.store.stored(nightBack).isBlank());
        QCOMPARE(desk.store.stored(nightBack.addDays(-2)).wrap, TimeField::at(halfPastOne));
    }
};

QTEST_GUILESS_MAIN(TestWeekClockChange)
#include "tst_week_clock_change.moc"
