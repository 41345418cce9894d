#include "shared/domain/zone_time.h"

#include <QTest>

using namespace film;

namespace {

constexpr int at(int hours, int minutes)
{
    return hours * 60 + minutes;
}

Instant utcAt(QDate date, int hours, int minutes)
{
    return instantFromMs(QDateTime(date, QTime(hours, minutes), Qt::UTC).toMSecsSinceEpoch());
}

template<typename T>
T readAs(QDate date, int minutes, const QTimeZone &zone)
{
    const ZoneReading reading = readWallTime(date, Minutes(minutes), zone);
    return std::holds_alternative<T>(reading) ? std::get<T>(reading) : T{};
}

} // namespace

class TestZoneTime : public QObject
{
    Q_OBJECT

private slots:
    void plainTimeIsOneInstant()
    {
        const QTimeZone oslo = zoneFor("Europe/Oslo");
        const QDate date(2025, 11, 20);

        QCOMPARE(readAs<Instant>(date, at(7, 0), oslo), utcAt(date, 6, 0));
        QCOMPARE(readAs<Instant>(date, at(25, 30), oslo), utcAt(date.addDays(1), 0, 30));
        QCOMPARE(readAs<Instant>(date, at(48, 0), oslo), utcAt(date.addDays(1), 23, 0));
    }

    void hourThatComesTwiceIsAsked()
    {
        const QTimeZone newYork = zoneFor("America/New_York");
        const QDate call(2025, 11, 1); // the clocks go back at 02:00 on the 2nd

        const auto twice = readAs<AmbiguousTime>(call, at(25, 30), newYork);

        QCOMPARE(twice.first, utcAt(call.addDays(1), 5, 30));
        QCOMPARE(twice.second, utcAt(call.addDays(1), 6, 30));
        QVERIFY(toInstant(call, {Minutes(at(25, 30)), 0}, newYork) == twice.first);
        QVERIFY(toInstant(call, {Minutes(at(25, 30)), 1}, newYork) == twice.second);
        QVERIFY(std::holds_alternative<Instant>(readWallTime(call, Minutes(at(26, 0)), newYork)));
        QVERIFY(std::holds_alternative<Instant>(readWallTime(call, Minutes(at(24, 59)), newYork)));
    }

    void hourThatNeverComesOffersItsNeighbours()
    {
        const QTimeZone oslo = zoneFor("Europe/Oslo");
        const QDate date(2025, 3, 30);

        const auto gap = readAs<TimeInGap>(date, at(2, 30), oslo);

        QCOMPARE(gap.earlier.minutes.count(), at(1, 30));
        QCOMPARE(gap.later.minutes.count(), at(3, 30));
        QVERIFY(!toInstant(date, {Minutes(at(2, 0)), 0}, oslo));
        QVERIFY(toInstant(date, {Minutes(at(1, 59)), 0}, oslo));
        QVERIFY(toInstant(date, {Minutes(at(3, 0)), 0}, oslo));
    }

    void halfHourChangeIsHalfAnHour()
    {
        const QTimeZone lordHowe = zoneFor("Australia/Lord_Howe");

        const auto gap = readAs<TimeInGap>(QDate(2025, 10, 5), at(2, 15), lordHowe);

        QCOMPARE(gap.earlier.minutes.count(), at(1, 45));
        QCOMPARE(gap.later.minutes.count(), at(2, 45));
    }

    void dayLeftOutLiesInAGap()
    {
        const QTimeZone apia = zoneFor("Pacific/Apia");

        const auto gap = readAs<TimeInGap>(QDate(2011, 12, 30), at(12, 0), apia);

        QCOMPARE(gap.earlier.minutes.count(), at(-12, 0));
        QCOMPARE(gap.later.minutes.count(), at(36, 0));
    }

    void unknownZoneIsSaid()
    {
        const QDate date(2025, 11, 20);

        for (const char *name : {"", "Mars/Olympus", "EST5EDT,M3.2.0,M11.1.0", "UTC+01:00"}) {
            QVERIFY(std::holds_alternative<UnknownZone>(
                readWallTime(date, Minutes(420), zoneFor(name))));
        }
        QVERIFY(zoneFor("UTC").isValid());
    }

    void wallTimeComesBackWithItsFold()
    {
        const QTimeZone newYork = zoneFor("America/New_York");
        const QDate call(2025, 11, 1);
        const auto shown = [&](int utcHours, int utcMinutes) {
            return toWallTime(call, utcAt(call.addDays(1), utcHours, utcMinutes), newYork);
        };

        QVERIFY(shown(5, 30) == (WallTime{Minutes(at(25, 30)), 0}));
        QVERIFY(shown(6, 30) == (WallTime{Minutes(at(25, 30)), 1}));
        QVERIFY(shown(7, 0) == (WallTime{Minutes(at(26, 0)), 0}));
    }

    void nightOfTheChangeIsAnHourLongerOrShorter()
    {
        const QTimeZone oslo = zoneFor("Europe/Oslo");
        const WallTime from{Minutes(at(18, 0)), 0};
        const WallTime to{Minutes(at(30, 0)), 0};

        QVERIFY(spanInUtc(QDate(2025, 10, 25), from, to, oslo) == Minutes(13 * 60));
        QVERIFY(spanInUtc(QDate(2025, 3, 29), from, to, oslo) == Minutes(11 * 60));
        QVERIFY(spanInUtc(QDate(2025, 6, 1), from, to, oslo) == Minutes(12 * 60));
    }

    void workedTimeCountsTheChangeAndTheMeal()
    {
        WorkDay day;
        day.key.date = QDate(2025, 10, 25);
        day.call = TimeField::at(at(18, 0));
        day.meals = {{TimeField::at(at(26, 30), 0), TimeField::at(at(26, 30), 1)}};
        day.wrap = TimeField::at(at(30, 0));

        // The meal from the first 02:30 to the second one is an hour.
        QVERIFY(workedInUtc(day, zoneFor("Europe/Oslo")) == Minutes(12 * 60));
        QVERIFY(workedMinutes(day) == Minutes(12 * 60));
    }
};

QTEST_APPLESS_MAIN(TestZoneTime)
#include "tst_zone_time.moc"
