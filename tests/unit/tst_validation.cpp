#include "shared/domain/day_line.h"
#include "shared/domain/validation.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

WorkDay dayOf(QStringView line, QDate date = QDate(2025, 11, 20))
{
    WorkDay day;
    day.key.date = date;
    return withTimes(day, readDayLine(line, {}).times.value_or(DayTimes()));
}

DayContext inOslo()
{
    DayContext context;
    context.zone = zoneFor("Europe/Oslo");
    return context;
}

QString kindName(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::WrongOrder: return u"wrong-order"_s;
    case ProblemKind::InGap: return u"in-gap"_s;
    case ProblemKind::AskFold: return u"ask-fold"_s;
    case ProblemKind::UnknownZone: return u"unknown-zone"_s;
    case ProblemKind::MissingCall: return u"missing-call"_s;
    case ProblemKind::MissingWrap: return u"missing-wrap"_s;
    case ProblemKind::MissingMealEnd: return u"missing-meal-end"_s;
    case ProblemKind::NoTimes: return u"no-times"_s;
    case ProblemKind::TimesOnDayOff: return u"times-on-day-off"_s;
    case ProblemKind::LongDay: return u"long-day"_s;
    case ProblemKind::MealLate: return u"meal-late"_s;
    case ProblemKind::ShortRest: return u"short-rest"_s;
    case ProblemKind::OverlapsPrevious: return u"overlaps-previous"_s;
    case ProblemKind::OverlapsNext: return u"overlaps-next"_s;
    }
    Q_UNREACHABLE();
}

QString kinds(const std::vector<Problem> &problems)
{
    QStringList names;
    for (const Problem &problem : problems)
        names.append(kindName(problem.kind));
    return names.join(u' ');
}

} // namespace

class TestValidation : public QObject
{
    Q_OBJECT

private slots:
    void dayIsLookedAtAsAWhole_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");

        QTest::newRow("a good day") << u"0700 1300-1330 1930"_s << u""_s;
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("off") << u"off"_s << u""_s;
        QTest::newRow("six hours to the meal are fine") << u"0700 1300-1330 1800"_s << u""_s;
        QTest::newRow("a minute more is not") << u"0700 1301-1330 1800"_s << u"meal-late"_s;
        QTest::newRow("no meal at all") << u"0700 - 1301"_s << u"meal-late"_s;
        QTest::newRow("late second meal") << u"0700 1200-1230 1831"_s << u"meal-late"_s;
        QTest::newRow("breakfast starts the meal clock anew")
            << u"0600 1400-1430 1800 ndb0800-0815"_s << u""_s;
        QTest::newRow("a meal without its end hides how long it ran")
            << u"0700 1300-? 2000"_s << u"missing-meal-end"_s;
        QTest::newRow("still working") << u"0700"_s << u"missing-wrap"_s;
        QTest::newRow("call forgotten") << u"? 1930"_s << u"missing-call"_s;
        QTest::newRow("eighteen hours are no long day") << u"0600 12-13 18-19 2400"_s << u""_s;
        QTest::newRow("a minute more is") << u"0600 12-13 18-19 2401"_s << u"long-day"_s;
    }

    void dayIsLookedAtAsAWhole()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);

        const std::vector<Problem> problems = validate(dayOf(line), inOslo());

        QCOMPARE(kinds(problems), expected);
        QVERIFY(canSave(problems));
    }

    void impossibleOrderBlocks()
    {
        WorkDay day = dayOf(u"0700 1300-1330 1930");
        day.wrap = TimeField::at(800);

        const std::vector<Problem> problems = validate(day, inOslo());

        QCOMPARE(kinds(problems), u"wrong-order"_s);
        QVERIFY(!canSave(problems));
        const std::vector<DayFieldRef> fields{{DayField::MealIn, 0}, {DayField::Wrap, 0}};
        QVERIFY(problems[0].fields == fields);
        QCOMPARE(problems[0].actual.count(), 10);
    }

    void timeInTheGapBlocksAndOffersNeighbours()
    {
        const std::vector<Problem> problems =
            validate(dayOf(u"1800 2300-2330 2630", QDate(2025, 3, 29)), inOslo());

        QCOMPARE(kinds(problems), u"in-gap"_s);
        QVERIFY(!canSave(problems));
        QCOMPARE(problems[0].gap->earlier.minutes.count(), 1530);
        QCOMPARE(problems[0].gap->later.minutes.count(), 1650);
    }

    void hourThatComesTwiceIsAskedOnce()
    {
        DayContext context = inOslo();
        const WorkDay day = dayOf(u"2000 2430-2500 2630", QDate(2025, 10, 25));

        const std::vector<Problem> asked = validate(day, context);
        context.foldsAreAnswered = true;
        const std::vector<Problem> answered = validate(day, context);

        QCOMPARE(kinds(asked), u"ask-fold"_s);
        QVERIFY(asked[0].severity == Severity::Asks);
        QVERIFY(canSave(asked));
        QCOMPARE(kinds(answered), QString());
    }

    void clockChangeCountsInTheMealAndTheOrder()
    {
        // From 20:30 to 02:30 the second time are seven hours.
        WorkDay day = dayOf(u"2030 2630-2700 2900", QDate(2025, 10, 25));
        day.meals[0].out = TimeField::at(1590, 1);
        DayContext context = inOslo();
        context.foldsAreAnswered = true;

        const std::vector<Problem> late = validate(day, context);
        day.meals[0] = {TimeField::at(1590, 1), TimeField::at(1590, 0)};
        const std::vector<Problem> backwards = validate(day, context);

        QCOMPARE(kinds(late), u"meal-late"_s);
        QCOMPARE(late[0].actual.count(), 420);
        QCOMPARE(late[0].limit.count(), 360);
        QVERIFY(!canSave(backwards));
    }

    void restIsCountedBetweenDays()
    {
        DayContext context = inOslo();
        context.previous = {dayOf(u"0700 1300-1330 2100", QDate(2025, 11, 19)), context.zone};
        context.next = {dayOf(u"0500 1000-1100 1400", QDate(2025, 11, 21)), context.zone};

        const std::vector<Problem> problems = validate(dayOf(u"0659 1200-1230 1830"), context);

        QCOMPARE(kinds(problems), u"short-rest"_s);
        QCOMPARE(problems[0].actual.count(), 9 * 60 + 59);
        QVERIFY(problems[0].fields[0] == DayFieldRef{DayField::Call});
    }

    void tenHoursOfRestAreEnough()
    {
        DayContext context = inOslo();
        context.previous = {dayOf(u"0700 1300-1330 2100", QDate(2025, 11, 19)), context.zone};

        QCOMPARE(kinds(validate(dayOf(u"0700 1200-1230 1830"), context)), QString());
    }

    void overlapWithANeighbourIsShown()
    {
        DayContext context = inOslo();
        context.previous = {dayOf(u"1900 2430-2500 3100", QDate(2025, 11, 19)), context.zone};
        context.next = {dayOf(u"0100 0600-0630 1100", QDate(2025, 11, 21)), context.zone};

        const std::vector<Problem> problems =
            validate(dayOf(u"0630 1200-1230 1800-1830 2430 "), context);

        QCOMPARE(kinds(problems), u"overlaps-previous short-rest"_s);
        QCOMPARE(problems[0].actual.count(), 30);
        QCOMPARE(problems[1].actual.count(), 30);
        QVERIFY(canSave(problems));
    }

    void restAcrossZonesIsRealTime()
    {
        DayContext context = inOslo();
        context.previous = {dayOf(u"0700 1300-1330 1900", QDate(2025, 11, 19)),
                            zoneFor("America/New_York")};

        // 19:00 in New York is 01:00 in Oslo.
        const std::vector<Problem> problems = validate(dayOf(u"0700 1300-1330 1800"), context);

        QCOMPARE(kinds(problems), u"short-rest"_s);
        QCOMPARE(problems[0].actual.count(), 360);
    }

    void limitsCanBeOthers()
    {
        DayContext context = inOslo();
        context.limits.mealWithin = Minutes(300);

        QCOMPARE(kinds(validate(dayOf(u"0700 1230-1300 1700"), context)), u"meal-late"_s);
    }

    void shootingDayWithoutTimesIsMissed()
    {
        DayContext context = inOslo();
        context.isShootingDay = true;

        QCOMPARE(kinds(validate(dayOf(u""), context)), u"no-times"_s);
        QCOMPARE(kinds(validate(dayOf(u"sick"), context)), QString());
    }

    void timesOnADayOffAreShown()
    {
        WorkDay day = dayOf(u"0700 1200");
        day.type = DayType::Off;

        QCOMPARE(kinds(validate(day, inOslo())), u"times-on-day-off"_s);
    }

    void zoneNobodyKnowsIsSaidAndTheRestStillChecked()
    {
        WorkDay day = dayOf(u"0700 1301-1330 1800");
        day.zone = "Mars/Olympus";

        const std::vector<Problem> problems = validate(day, {});

        QCOMPARE(kinds(problems), u"unknown-zone meal-late"_s);
        QVERIFY(canSave(problems));
    }
};

QTEST_APPLESS_MAIN(TestValidation)
#include "tst_validation.moc"
