#include "shared/domain/day_line.h"
#include "shared/domain/time_format.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

QString statusName(DayLineStatus status)
{
    static constexpr std::array<QStringView, 5> names{u"empty", u"understood", u"unfinished",
                                                      u"unreadable", u"ambiguous"};
    return names.at(static_cast<size_t>(status)).toString();
}

QString shown(const TimeField &time)
{
    return time.isUnknown() ? u"?"_s : formatTime(time, Notation::Clock);
}

// The times in one line, to compare at a glance.
QString shown(const DayTimes &times)
{
    QStringList parts{dayTypeWord(times.type), shown(times.call)};
    for (const Meal &meal : times.meals)
        parts.append(u"("_s + shown(meal.out) + u" "_s + shown(meal.in) + u")"_s);
    parts.append(shown(times.wrap));
    if (!times.ndbOut.isUnknown() || !times.ndbIn.isUnknown())
        parts.append(u"ndb "_s + shown(times.ndbOut) + u" "_s + shown(times.ndbIn));
    if (times.travelTo)
        parts.append(u"to "_s + formatHours(*times.travelTo, Notation::Clock));
    if (times.travelFrom)
        parts.append(u"from "_s + formatHours(*times.travelFrom, Notation::Clock));
    return parts.join(u' ');
}

DayTimes callSheet()
{
    DayTimes times;
    times.call = TimeField::at(390);
    times.meals = {{TimeField::at(750), TimeField::at(780)}};
    times.wrap = TimeField::at(1110);
    return times;
}

DayLineContext onSet()
{
    DayLineContext context;
    context.called = callSheet();
    context.dayBefore = callSheet();
    context.dayBefore->type = DayType::Rehearsal;
    context.now = WallTime{Minutes(1180), 0};
    return context;
}

} // namespace

class TestDayLine : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsBesideTheTimesIsRead()
    {
        DayLineContext context;
        context.usualMoney = Currency::Gbp;
        const DayLineReading reading = readDayLine(
            u"0700 Kit=50 1300-1330 per_diem=$62.50 1930 acct=2210-A ep=103 ; acct=none", context);

        QCOMPARE(statusName(reading.status), u"understood"_s);
        QCOMPARE(shown(*reading.times), u"work 07:00 (13:00 13:30) 19:30"_s);
        QCOMPARE(reading.allowances.size(), size_t(2));
        QCOMPARE(reading.allowances[0], (Allowance{u"Kit"_s, Money(5000, Currency::Gbp)}));
        QCOMPARE(reading.allowances[1], (Allowance{u"per diem"_s, Money(6250, Currency::Usd)}));
        QCOMPARE(reading.account, std::optional(u"2210-A"_s));
        QCOMPARE(reading.episode, std::optional(u"103"_s));
        QCOMPARE(reading.note, std::optional(u"acct=none"_s));
    }

    void allowancesTakeThePlaceOfThoseOfTheSameName()
    {
        WorkDay day;
        day.allowances = {{u"kit"_s, Money(4000, Currency::Usd)},
                          {u"meals"_s, Money(1500, Currency::Usd)},
                          {u"phone"_s, Money(500, Currency::Usd)}};
        day.account = u"2210"_s;

        const DayLineReading reading = readDayLine(u"KIT=50 phone=0 box=12 acct=", {});
        const WorkDay after = withBeside(day, reading);

        QVERIFY(!reading.times && saysBeside(reading));
        QCOMPARE(after.allowances,
                 (std::vector<Allowance>{{u"kit"_s, Money(5000, Currency::Usd)},
                                         {u"meals"_s, Money(1500, Currency::Usd)},
                                         {u"box"_s, Money(1200, Currency::Usd)}}));
        QCOMPARE(after.account, QString());
    }

    void anAllowanceWithoutAnAmountIsNotRead()
    {
        const DayLineReading reading = readDayLine(u"0700 kit=much 1930", {});

        QCOMPARE(statusName(reading.status), u"unreadable"_s);
        QCOMPARE(reading.token, u"kit=much"_s);
    }

    void whatWasAgreedStandsAnywhereInTheLine()
    {
        const DayLineReading reading = readDayLine(u"0700 Grace 1310-1340 1930 french", {});

        QCOMPARE(statusName(reading.status), u"understood"_s);
        QCOMPARE(reading.times->choices, DayChoices(DayChoice::Grace) | DayChoice::FrenchHours);
        QCOMPARE(reading.times->wrap, TimeField::at(1170));
        QCOMPARE(printDayLine(*reading.times).value_or(QString()),
                 u"0700 1310-1340 1930 grace french"_s);
    }

    void aDayIsNotSemiContinuousAndContinuous()
    {
        const DayLineReading reading = readDayLine(u"0700 1800 scwd cwd", {});

        QCOMPARE(statusName(reading.status), u"unreadable"_s);
        QCOMPARE(reading.token, u"cwd"_s);
    }

    // Nobody has agreed yet to what was agreed the day before; that it is a day of that kind stays.
    void theDayBeforeHandsOnItsKindAlone()
    {
        DayLineContext context = onSet();
        context.dayBefore->choices =
            DayChoices(DayChoice::Grace) | DayChoice::WithoutApproval | DayChoice::Continuous;

        QCOMPARE(readDayLine(u"=", context).times->choices, DayChoices(DayChoice::Continuous));
    }

    // Not a meal of 23 hours: that would go through as a very long day.
    void mealThatEndsBeforeItBeginsIsLeftAsItWasTyped()
    {
        const DayLineReading reading = readDayLine(u"0700 1330-1300 1930", {});

        QVERIFY(reading.times);
        QCOMPARE(reading.times->meals.front().in, TimeField::at(13 * 60));
        QCOMPARE(reading.times->wrap, TimeField::at(19 * 60 + 30));
    }

    void lineIsAWholeDay_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");

        QTest::newRow("call and wrap") << u"7 1930"_s << u"work 07:00 19:30"_s;
        QTest::newRow("with a meal")
            << u"0700 1300-1330 1930"_s << u"work 07:00 (13:00 13:30) 19:30"_s;
        QTest::newRow("with two meals")
            << u"7 13-13.5 19-19.5 22"_s << u"work 07:00 (13:00 13:30) (19:00 19:30) 22:00"_s;
        QTest::newRow("comma decimals")
            << u"7,5 13,0-13,5 19,5"_s << u"work 07:30 (13:00 13:30) 19:30"_s;
        QTest::newRow("night") << u"19.0 0.5-1 6.5"_s << u"work 19:00 (00:30+1 01:00+1) 06:30+1"_s;
        QTest::newRow("evening without pm")
            << u"7 1-1.5 7"_s << u"work 07:00 (13:00 13:30) 19:00"_s;
        QTest::newRow("meal without dashes")
            << u"0700 1300 1330 1930"_s << u"work 07:00 (13:00 13:30) 19:30"_s;
        QTest::newRow("meal with spaces")
            << u"0700 1300 - 1330 1930"_s << u"work 07:00 (13:00 13:30) 19:30"_s;
        QTest::newRow("no meal") << u"0700 - 1930"_s << u"work 07:00 (- -) 19:30"_s;
        QTest::newRow("no second meal")
            << u"7 13-13.5 - 19"_s << u"work 07:00 (13:00 13:30) (- -) 19:00"_s;
        QTest::newRow("day first, then meals")
            << u"7-1930 13-1330"_s << u"work 07:00 (13:00 13:30) 19:30"_s;
        QTest::newRow("travel") << u"7 19 t0.5"_s << u"work 07:00 19:00 to 0:30"_s;
        QTest::newRow("travel both ways")
            << u"7 19 t0.5 t1:15"_s << u"work 07:00 19:00 to 0:30 from 1:15"_s;
        QTest::newRow("travel back only") << u"7 19 t? t20m"_s << u"work 07:00 19:00 from 0:20"_s;
        QTest::newRow("breakfast")
            << u"0600 1800 ndb0800-0815"_s << u"work 06:00 18:00 ndb 08:00 08:15"_s;
        QTest::newRow("off") << u"off"_s << u"off ? ?"_s;
        QTest::newRow("hold") << u"HOLD"_s << u"hold ? ?"_s;
        QTest::newRow("no work") << u"no work"_s << u"no work ? ?"_s;
        QTest::newRow("a code") << u"nw"_s << u"no work ? ?"_s;
        QTest::newRow("travel day") << u"travel 9-15"_s << u"travel 09:00 15:00"_s;
        QTest::newRow("call sheet") << u"cs"_s << u"work 06:30 (12:30 13:00) 18:30"_s;
        QTest::newRow("call sheet but the wrap")
            << u"cs 2015"_s << u"work 06:30 (12:30 13:00) 20:15"_s;
        QTest::newRow("as the day before") << u"="_s << u"rehearsal 06:30 (12:30 13:00) 18:30"_s;
        QTest::newRow("as called, then now") << u"c c-c n"_s << u"work 06:30 (12:30 13:00) 19:40"_s;
    }

    void lineIsAWholeDay()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);

        const DayLineReading reading = readDayLine(line, onSet());

        QCOMPARE(statusName(reading.status), u"understood"_s);
        QCOMPARE(shown(*reading.times), expected);
        QVERIFY(!reading.note);
    }

    void unfinishedLineKeepsWhatIsKnown_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("missing");
        const auto row = [](const char *line, const char *expected, DayField missing) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(expected)
                                << static_cast<int>(missing);
        };

        row("0700", "work 07:00 ?", DayField::Wrap);
        row("0700 1300-", "work 07:00 (13:00 ?) ?", DayField::MealIn);
        row("0700 1300 -", "work 07:00 (13:00 ?) ?", DayField::MealIn);
        row("0700 1300-1330", "work 07:00 (13:00 13:30) ?", DayField::Wrap);
        row("0700 ?-1330 19", "work 07:00 (? 13:30) 19:00", DayField::MealOut);
        row("? 1930", "work ? 19:30", DayField::Call);
        row("travel", "travel ? ?", DayField::Call);
        row("7-", "work 07:00 ?", DayField::Wrap);
    }

    void unfinishedLineKeepsWhatIsKnown()
    {
        QFETCH(QString, line);
        QFETCH(QString, expected);
        QFETCH(int, missing);

        const DayLineReading reading = readDayLine(line, {});

        QCOMPARE(statusName(reading.status), u"unfinished"_s);
        QCOMPARE(shown(*reading.times), expected);
        QCOMPARE(static_cast<int>(reading.missing->field), missing);
    }

    void unreadableLineNamesTheToken_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("token");
        QTest::addColumn<int>("error");
        const auto row = [](const char *line, const char *token, TimeTextError error) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(token)
                                << static_cast<int>(error);
        };

        row("0700 lunch 1930", "lunch-1930", TimeTextError::NotATime);
        row("0700 19300", "19300", TimeTextError::NotATime);
        row("off 0700", "0700", TimeTextError::NotExpected);
        row("7-19 13-14 20", "20", TimeTextError::NotExpected);
        row("7 13 13-14", "13-14", TimeTextError::NotExpected);
        row("7 19 t1 t1 t1", "t1", TimeTextError::NotExpected);
        row("7 -30", "-30", TimeTextError::NotExpected);
        row("cs", "cs", TimeTextError::NoCallSheet);
        row("=", "=", TimeTextError::NoDayBefore);
        row("7 n", "n", TimeTextError::NoClock);
        row("7 - - - - - - - - - 19", "-", TimeTextError::TooManyMeals);
        row("7 49", "49", TimeTextError::OutOfRange);
    }

    void unreadableLineNamesTheToken()
    {
        QFETCH(QString, line);
        QFETCH(QString, token);
        QFETCH(int, error);

        const DayLineReading reading = readDayLine(line, {});

        QCOMPARE(statusName(reading.status), u"unreadable"_s);
        QCOMPARE(reading.token, token);
        QCOMPARE(static_cast<int>(*reading.error), error);
    }

    void emptyLineSaysNothing()
    {
        QCOMPARE(readDayLine(u"  ", {}).status, DayLineStatus::Empty);
        QCOMPARE(readDayLine(u"7 \t", {}).status, DayLineStatus::Unreadable);
        QCOMPARE(readDayLine(QString(201, u'7'), {}).error, TimeTextError::TooLong);
    }

    void noteFollowsASemicolon()
    {
        const DayLineReading both = readDayLine(u"7 19 ; Rain; then Sun ", {});
        const DayLineReading alone = readDayLine(u"; Rain", {});
        const DayLineReading erased = readDayLine(u"7 19;", {});

        QCOMPARE(both.status, DayLineStatus::Understood);
        QCOMPARE(*both.note, u"Rain; then Sun"_s);
        QCOMPARE(alone.status, DayLineStatus::Understood);
        QVERIFY(!alone.times);
        QCOMPARE(*alone.note, u"Rain"_s);
        QCOMPARE(*erased.note, QString());
    }

    void pointWithTwoMeaningsOffersTwoDays()
    {
        const DayLineReading reading = readDayLine(u"7.30 13-13.45 19.30", {});

        QCOMPARE(statusName(reading.status), u"ambiguous"_s);
        QCOMPARE(reading.choices.size(), size_t(2));
        QCOMPARE(shown(reading.choices[0]), u"work 07:18 (13:00 13:27) 19:18"_s);
        QCOMPARE(shown(reading.choices[1]), u"work 07:30 (13:00 13:45) 19:30"_s);
    }

    void onePointThatCanOnlyBeHundredthsSettlesTheLine()
    {
        const DayLineReading reading = readDayLine(u"7.50 19.75", {});

        QCOMPARE(statusName(reading.status), u"understood"_s);
        QCOMPARE(shown(*reading.times), u"work 07:30 19:45"_s);
    }

    void notesSayWhichFieldTheyAreAbout()
    {
        const DayLineReading reading = readDayLine(u"7 1-1.5 2.5", {});

        const std::vector<DayLineNote> expected{
            {{DayField::MealOut, 0}, TimeNote::ReadAsPm},
            {{DayField::Wrap, 0}, TimeNote::ReadAsPm},
        };
        QVERIFY(reading.notes == expected);
    }

    void dayTakesTheTimesAndKeepsTheRest()
    {
        WorkDay day;
        day.notes = u"kept"_s;
        day.zone = "Europe/Oslo";
        day.call = TimeField::at(1080);
        day.wrap = TimeField::at(1590, 1);

        const WorkDay changed = withTimes(day, *readDayLine(u"1700 2630", {}).times);

        QVERIFY(changed.call == TimeField::at(1020));
        QVERIFY(changed.wrap == TimeField::at(1590, 1)); // the same minute: still the second one
        QCOMPARE(changed.notes, u"kept"_s);
        QCOMPARE(changed.zone, QByteArray("Europe/Oslo"));
    }

    void callSheetGivesThePersonTheirOwnCall()
    {
        const PersonId person(std::array<quint8, 16>{1});
        ShootingDay day;
        day.call = Minutes(420);
        day.meal1Out = Minutes(780);
        day.wrap = Minutes(1140);
        day.personCalls = {{person, Minutes(345)}};

        const DayTimes own = timesCalled(day, person, {});
        const DayTimes others = timesCalled(day, {}, {});

        QCOMPARE(shown(own), u"work 05:45 (13:00 ?) 19:00"_s);
        QCOMPARE(shown(others), u"work 07:00 (13:00 ?) 19:00"_s);
    }

    void dayIsPrintedAsItWouldBeTyped_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("printed");

        QTest::newRow("travel without a number") << u"7 1-1.5 2.5 tx"_s << QString();
        QTest::newRow("night") << u"19 0.5-1 6.5 t0.5 t0.25"_s
                               << u"1900 2430-2500 3030 t0:30 t0:15"_s;
        QTest::newRow("off") << u"off"_s << u"off"_s;
        QTest::newRow("no work") << u"nw"_s << u"no work"_s;
        QTest::newRow("unfinished") << u"7 13-"_s << u"0700 1300-?"_s;
        QTest::newRow("breakfast") << u"6 18 ndb8-815"_s << u"0600 1800 ndb0800-0815"_s;
    }

    void dayIsPrintedAsItWouldBeTyped()
    {
        QFETCH(QString, line);
        QFETCH(QString, printed);
        DayLineContext settled;
        settled.pointStyle = PointStyle::Hundredths;

        const DayLineReading reading = readDayLine(line, settled);

        if (printed.isEmpty())
            QCOMPARE(statusName(reading.status), u"unreadable"_s);
        else
            QCOMPARE(printDayLine(*reading.times).value_or(u"none"_s), printed);
    }

    void dayNoLineCanSayIsNotPrinted()
    {
        DayTimes backwards;
        backwards.call = TimeField::at(1140);
        backwards.wrap = TimeField::at(420);
        DayTimes noWrap;
        noWrap.call = TimeField::at(420);
        noWrap.wrap = TimeField::none();

        QVERIFY(!printDayLine(backwards));
        QVERIFY(!printDayLine(noWrap));
    }
};

QTEST_APPLESS_MAIN(TestDayLine)
#include "tst_day_line.moc"
