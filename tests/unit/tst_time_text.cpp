#include "shared/domain/time_format.h"
#include "shared/domain/time_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

constexpr int unknown = -1;

TimeField field(int minutes)
{
    return minutes == unknown ? TimeField() : TimeField::at(minutes);
}

TimeContext after(DayField slot, int previous, int call = unknown)
{
    TimeContext context;
    context.field = slot;
    context.previous = field(previous);
    context.call = field(call == unknown ? previous : call);
    return context;
}

// What the reading holds, to compare at a glance: "19:00 pm", "13:18 | 13:30 two", "!NotATime".
QString shown(const TimeReading &reading)
{
    if (reading.error)
        return u"error %1"_s.arg(static_cast<int>(*reading.error));
    QStringList values;
    for (const TimeField &value : reading.readings)
        values.append(formatTime(value, Notation::Clock));
    QString text = values.join(u" | ");
    static constexpr std::array<QStringView, 6> names{u"pm",      u"next-day", u"early",
                                                      u"rounded", u"two",      u"clock"};
    for (const TimeNote note : reading.notes)
        text += u" "_s + names.at(static_cast<size_t>(note)).toString();
    return text;
}

} // namespace

class TestTimeText : public QObject
{
    Q_OBJECT

private slots:
    void callIsReadAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");

        for (const char *text : {"7", "7a", "7am", "0700", "700", "7:00", "07:00", "7h00", "7h",
                                 "7.0", "7,0", "7.00", " 7 ", "7A", "7 am"})
            QTest::newRow(text) << QString::fromLatin1(text) << u"07:00"_s;
        for (const char *text : {"7p", "1900", "19", "19:00", "19h", "7 PM", "19.0"})
            QTest::newRow(text) << QString::fromLatin1(text) << u"19:00"_s;
        QTest::newRow("tenths") << u"19.5"_s << u"19:30"_s;
        QTest::newRow("a tenth is six minutes") << u"19.1"_s << u"19:06"_s;
        QTest::newRow("a comma is a point") << u"13,5"_s << u"13:30"_s;
        QTest::newRow("minutes are kept") << u"0710"_s << u"07:10"_s;
        QTest::newRow("past midnight in tenths") << u"25.5"_s << u"01:30+1"_s;
        QTest::newRow("past midnight with a plus") << u"0130+"_s << u"01:30+1"_s;
        QTest::newRow("past midnight in digits") << u"2530"_s << u"01:30+1"_s;
        QTest::newRow("noon") << u"12p"_s << u"12:00"_s;
        QTest::newRow("midnight") << u"12a"_s << u"00:00"_s;
        QTest::newRow("half past twelve") << u"12:30am"_s << u"00:30"_s;
        QTest::newRow("the last minute") << u"4800"_s << u"00:00+2"_s;
        QTest::newRow("none") << u"-"_s << u"-"_s;
        QTest::newRow("none, as a dash") << QString(QChar(0x2013)) << u"-"_s;
        QTest::newRow("two readings") << u"13.30"_s << u"13:18 | 13:30 two"_s;
        QTest::newRow("two readings, comma") << u"7,05"_s << u"07:03 | 07:05 two"_s;
        QTest::newRow("a third of an hour") << u"13.33"_s << u"13:20 | 13:33 two"_s;
        QTest::newRow("only hundredths") << u"13.75"_s << u"13:45"_s;
        QTest::newRow("hundredths, rounded") << u"13.67"_s << u"13:40 rounded"_s;
    }

    void callIsReadAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);

        QCOMPARE(shown(readTime(typed, {})), expected);
    }

    void timeFollowsTheOneBeforeIt_data()
    {
        QTest::addColumn<int>("previous");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");

        QTest::newRow("evening wrap") << 420 << u"7"_s << u"19:00 pm"_s;
        QTest::newRow("evening wrap in tenths") << 420 << u"7.5"_s << u"19:30 pm"_s;
        QTest::newRow("a two-hour day is an evening") << 420 << u"9"_s << u"21:00 pm"_s;
        QTest::newRow("a four-hour day stands") << 420 << u"11"_s << u"11:00"_s;
        QTest::newRow("next day in tenths") << 1140 << u"2.5"_s << u"02:30+1 next-day"_s;
        QTest::newRow("next day after an evening call")
            << 1080 << u"6.5"_s << u"06:30+1 next-day"_s;
        QTest::newRow("four digits are never pm") << 420 << u"0230"_s << u"02:30+1 next-day"_s;
        QTest::newRow("a leading zero is never pm") << 420 << u"06:00"_s << u"06:00+1 next-day"_s;
        QTest::newRow("am is never pm") << 1140 << u"7a"_s << u"07:00+1 next-day"_s;
        QTest::newRow("said next day") << 1140 << u"0230+"_s << u"02:30+1"_s;
        QTest::newRow("already past 24") << 1140 << u"26.5"_s << u"02:30+1"_s;
        QTest::newRow("midnight") << 720 << u"12"_s << u"00:00+1 next-day"_s;
        QTest::newRow("same time is no day later") << 1140 << u"1900"_s << u"19:00"_s;
        QTest::newRow("cannot follow") << 2870 << u"1300"_s << u"13:00+1 early"_s;
        QTest::newRow("six hours later") << 420 << u"+6"_s << u"13:00"_s;
        QTest::newRow("half an hour later") << 420 << u"+30m"_s << u"07:30"_s;
        QTest::newRow("later in tenths") << 420 << u"+0.5"_s << u"07:30"_s;
        QTest::newRow("later, two readings") << 420 << u"+6.30"_s << u"13:18 | 13:30 two"_s;
        QTest::newRow("before the call") << 420 << u"-30"_s << u"06:30"_s;
        QTest::newRow("hours before the call") << 420 << u"-1h"_s << u"06:00"_s;
    }

    void timeFollowsTheOneBeforeIt()
    {
        QFETCH(int, previous);
        QFETCH(QString, typed);
        QFETCH(QString, expected);

        QCOMPARE(shown(readTime(typed, after(DayField::Wrap, previous))), expected);
    }

    void wordsTakeWhatIsKnown()
    {
        TimeContext context;
        context.now = WallTime{Minutes(1150), 1};
        context.asCalled = TimeField::at(420);

        QVERIFY(readTime(u"n", context).readings.at(0) == TimeField::at(1150, 1));
        QVERIFY(readTime(u"n", context).notes == std::vector{TimeNote::ReadOffClock});
        QVERIFY(readTime(u"C", context).readings.at(0) == TimeField::at(420));
    }

    void pointStyleSettlesTheTwoReadings()
    {
        TimeContext context;
        context.pointStyle = PointStyle::Hundredths;
        QCOMPARE(shown(readTime(u"13.30", context)), u"13:18"_s);
        context.pointStyle = PointStyle::ClockMinutes;
        QCOMPARE(shown(readTime(u"13.30", context)), u"13:30"_s);
        QCOMPARE(shown(readTime(u"13.5", context)), u"13:30"_s);
    }

    void unreadableTextSaysWhy_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("error");
        const auto row = [](const char *name, const QString &typed, TimeTextError error) {
            QTest::newRow(name) << typed << static_cast<int>(error);
        };

        row("nothing", u""_s, TimeTextError::Empty);
        row("spaces", u"   "_s, TimeTextError::Empty);
        row("too long", QString(201, u'7'), TimeTextError::TooLong);
        row("NUL", u"7\0"_s, TimeTextError::ControlCharacter);
        row("tab", u"7\t30"_s, TimeTextError::ControlCharacter);
        row("a word", u"seven"_s, TimeTextError::NotATime);
        row("no such minute", u"0760"_s, TimeTextError::NotATime);
        row("no such minute, colon", u"7:60"_s, TimeTextError::NotATime);
        row("one minute digit", u"7:5"_s, TimeTextError::NotATime);
        row("three decimals", u"7.125"_s, TimeTextError::NotATime);
        row("very many decimals", u"7.99006000612345"_s, TimeTextError::NotATime);
        row("five digits", u"07000"_s, TimeTextError::NotATime);
        row("nineteen pm", u"19p"_s, TimeTextError::NotATime);
        row("other digits", QString(QChar(0x0667)), TimeTextError::NotATime);
        row("past 48 hours", u"48.1"_s, TimeTextError::OutOfRange);
        row("past 48 hours with a plus", u"25+"_s, TimeTextError::OutOfRange);
        row("nothing before it", u"+6"_s, TimeTextError::NoPreviousTime);
        row("no call", u"-30"_s, TimeTextError::NoCall);
        row("not on the call sheet", u"c"_s, TimeTextError::NotOnCallSheet);
        row("no clock", u"n"_s, TimeTextError::NoClock);
        row("a bare plus", u"+"_s, TimeTextError::Empty);
    }

    void unreadableTextSaysWhy()
    {
        QFETCH(QString, typed);
        QFETCH(int, error);

        const TimeReading reading = readTime(typed, {});

        QVERIFY(reading.error);
        QCOMPARE(static_cast<int>(*reading.error), error);
        QVERIFY(reading.readings.empty());
    }

    void beforeTheDayBeganIsOutOfRange()
    {
        const TimeReading reading = readTime(u"-30", after(DayField::NdbOut, 20));

        QVERIFY(reading.error == TimeTextError::OutOfRange);
    }

    void mealIsOutAndIn_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("out");
        QTest::addColumn<QString>("in");

        QTest::newRow("pair") << u"13-1330"_s << u"13:00"_s << u"13:30"_s;
        QTest::newRow("evening pair") << u"1-1.5"_s << u"13:00"_s << u"13:30"_s;
        QTest::newRow("spaces and a long dash")
            << QString(u"1300 "_s + QChar(0x2013) + u" 1330"_s) << u"13:00"_s << u"13:30"_s;
        QTest::newRow("unfinished") << u"1300-"_s << u"13:00"_s << u""_s;
        QTest::newRow("only out") << u"1300"_s << u"13:00"_s << u""_s;
        QTest::newRow("only in") << u"?-1330"_s << u""_s << u"13:30"_s;
        QTest::newRow("no meal") << u"-"_s << u"-"_s << u"-"_s;
        QTest::newRow("by length") << u"+6-+30m"_s << u"13:00"_s << u"13:30"_s;
        QTest::newRow("only hundredths fit both") << u"13.30-13.75"_s << u"13:18"_s << u"13:45"_s;
    }

    void mealIsOutAndIn()
    {
        QFETCH(QString, typed);
        QFETCH(QString, out);
        QFETCH(QString, in);

        const MealReading reading = readMeal(typed, after(DayField::MealOut, 420));

        QVERIFY(reading.isUnderstood());
        QCOMPARE(formatTime(reading.readings[0].out, Notation::Clock), out);
        QCOMPARE(formatTime(reading.readings[0].in, Notation::Clock), in);
    }

    void mealWithPointsIsOfferedBothWays()
    {
        const MealReading reading = readMeal(u"13.30-14.10", after(DayField::MealOut, 420));

        QVERIFY(reading.isAmbiguous());
        QVERIFY(reading.readings[0] == (Meal{TimeField::at(798), TimeField::at(846)}));
        QVERIFY(reading.readings[1] == (Meal{TimeField::at(810), TimeField::at(850)}));
    }

    void timeIsShownInBothNotations_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<QString>("tenths");
        QTest::addColumn<QString>("clock");

        QTest::newRow("morning") << 420 << u"7.0"_s << u"07:00"_s;
        QTest::newRow("next day") << 1590 << u"26.5"_s << u"02:30+1"_s;
        QTest::newRow("rounds down") << 422 << u"7.0"_s << u"07:02"_s;
        QTest::newRow("rounds half up") << 423 << u"7.1"_s << u"07:03"_s;
        QTest::newRow("into the next hour") << 477 << u"8.0"_s << u"07:57"_s;
        QTest::newRow("the evening before") << -30 << u"-0.5"_s << u"23:30-1"_s;
    }

    void timeIsShownInBothNotations()
    {
        QFETCH(int, minutes);
        QFETCH(QString, tenths);
        QFETCH(QString, clock);

        QCOMPARE(formatTime(TimeField::at(minutes), Notation::Tenths), tenths);
        QCOMPARE(formatTime(TimeField::at(minutes), Notation::Clock), clock);
    }

    void hoursAreShownInBothNotations()
    {
        QCOMPARE(formatHours(Minutes(720), Notation::Tenths), u"12.0"_s);
        QCOMPARE(formatHours(Minutes(720), Notation::Clock), u"12:00"_s);
        QCOMPARE(formatHours(Minutes(-30), Notation::Clock), u"-0:30"_s);
        QCOMPARE(formatHours(Minutes(-2), Notation::Tenths), u"0.0"_s);
        QCOMPARE(formatHours(Minutes(750), Notation::Tenths, u','), u"12,5"_s);
    }
};

QTEST_APPLESS_MAIN(TestTimeText)
#include "tst_time_text.moc"
