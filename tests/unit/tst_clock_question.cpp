#include "shared/domain/clock_question.h"

#include "shared/domain/zone_time.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace film;

// In New York the clocks go back on Sunday 2 Nov 2025 at 2:00 and forward on 9 Mar 2025 at 2:00.
class TestClockQuestion : public QObject
{
    Q_OBJECT

    const QTimeZone newYork = zoneFor("America/New_York");
    static inline const QDate nightBack{2025, 11, 1};
    static inline const QDate nightForward{2025, 3, 8};
    static constexpr int halfPastOne = 25 * 60 + 30;
    static constexpr int halfPastTwo = 26 * 60 + 30;

    static WorkDay night(QDate date, TimeField wrap)
    {
        WorkDay day;
        day.key.date = date;
        day.call = TimeField::at(18 * 60);
        day.wrap = wrap;
        return day;
    }

private slots:
    void timeThatComesTwiceIsAsked()
    {
        const WorkDay after = night(nightBack, TimeField::at(halfPastOne));

        const auto question = clockQuestionOf({}, after, newYork);

        QVERIFY(question);
        QVERIFY(question->field == DayFieldRef{DayField::Wrap});
        QVERIFY(!question->isSkipped);
        QCOMPARE(question->choices[0], (WallTime{Minutes(halfPastOne), 0}));
        QCOMPARE(question->choices[1], (WallTime{Minutes(halfPastOne), 1}));
    }

    void timeThatNeverComesOffersItsNeighbours()
    {
        const WorkDay after = night(nightForward, TimeField::at(halfPastTwo));

        const auto question = clockQuestionOf({}, after, newYork);

        QVERIFY(question && question->isSkipped);
        QCOMPARE(question->choices[0], (WallTime{Minutes(halfPastTwo - 60), 0}));
        QCOMPARE(question->choices[1], (WallTime{Minutes(halfPastTwo + 60), 0}));
    }

    void plainNightAsksNothing()
    {
        const WorkDay after = night(nightBack.addDays(1), TimeField::at(halfPastOne));

        QVERIFY(!clockQuestionOf({}, after, newYork));
    }

    void unknownZoneAsksNothing()
    {
        const WorkDay after = night(nightBack, TimeField::at(halfPastOne));

        QVERIFY(!clockQuestionOf({}, after, QTimeZone()));
    }

    void timeThatWasThereIsNotAskedAgain()
    {
        const WorkDay before = night(nightBack, TimeField::at(halfPastOne, 1));
        WorkDay after = before;
        after.call = TimeField::at(17 * 60);

        QVERIFY(!clockQuestionOf(before, after, newYork));
    }

    void answerCountsForItsMinuteOnly()
    {
        const ClockAnswers answers{
            {{DayField::Wrap}, Minutes(halfPastOne), {Minutes(halfPastOne), 1}}};
        const WorkDay same = withAnswers(night(nightBack, TimeField::at(halfPastOne)), answers);
        const WorkDay other =
            withAnswers(night(nightBack, TimeField::at(halfPastOne + 6)), answers);

        QCOMPARE(same.wrap, TimeField::at(halfPastOne, 1));
        QVERIFY(!clockQuestionOf({}, same, newYork, answers));
        QCOMPARE(other.wrap, TimeField::at(halfPastOne + 6, 0));
        QVERIFY(clockQuestionOf({}, other, newYork, answers));
    }

    void bothTimesOfAMealAreAskedOneAfterTheOther()
    {
        WorkDay after = night(nightBack, {});
        after.meals = {{TimeField::at(halfPastOne - 15), TimeField::at(halfPastOne)}};
        ClockAnswers answers;

        const auto first = clockQuestionOf({}, after, newYork, answers);
        answers.push_back({first->field, first->asked.minutes, first->choices[1]});
        after = withAnswers(after, answers);
        const auto second = clockQuestionOf({}, after, newYork, answers);

        QVERIFY(first->field == (DayFieldRef{DayField::MealOut, 0}));
        QVERIFY(second && second->field == (DayFieldRef{DayField::MealIn, 0}));
    }

    void timeReadOffTheClockKnowsItsMoment_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("fold");

        QTest::newRow("wrap, second time round") << u"1800 n"_s << 1;
        QTest::newRow("wrap, first time round") << u"1800 n"_s << 0;
        QTest::newRow("meal out") << u"1800 n-"_s << 1;
        QTest::newRow("meal in") << u"1800 2400-n"_s << 1;
    }

    void timeReadOffTheClockKnowsItsMoment()
    {
        QFETCH(QString, line);
        QFETCH(int, fold);
        DayLineContext context;
        context.now = WallTime{Minutes(halfPastOne), fold};
        const DayLineReading reading = readDayLine(line, context);
        const WorkDay read = withTimes(night(nightBack, {}), *reading.times);

        const ClockAnswers answers = answersOfClock(reading, read, context.now);

        QCOMPARE(answers.size(), size_t(1));
        QCOMPARE(answers[0].answer.fold, fold);
        QVERIFY(!clockQuestionOf({}, withAnswers(read, answers), newYork, answers));
    }

    void typedTimeIsAskedEvenAtThatMinute()
    {
        DayLineContext context;
        context.now = WallTime{Minutes(halfPastOne), 1};
        const DayLineReading reading = readDayLine(u"1800 2530"_s, context);
        const WorkDay read = withTimes(night(nightBack, {}), *reading.times);

        const ClockAnswers answers = answersOfClock(reading, read, context.now);

        QVERIFY(answers.empty());
        QVERIFY(clockQuestionOf({}, read, newYork, answers));
    }

    void foldThatMeansNothingGoes()
    {
        const WorkDay plain = night(nightBack.addDays(1), TimeField::at(halfPastOne, 1));
        const WorkDay twice = night(nightBack, TimeField::at(halfPastOne, 1));

        QCOMPARE(withoutIdleFolds(plain, newYork).wrap, TimeField::at(halfPastOne));
        QCOMPARE(withoutIdleFolds(twice, newYork).wrap, TimeField::at(halfPastOne, 1));
    }
};

QTEST_APPLESS_MAIN(TestClockQuestion)
#include "tst_clock_question.moc"
