#include "shared/rules/holiday_calendar.h"
#include "shared/rules/holiday_calendar_reader.h"

#include <QTest>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

QStringList datesIn(const HolidayCalendar &calendar, int year)
{
    QStringList dates;
    for (const Holiday &holiday : calendar.inYear(year))
        dates << holiday.date.toString(u"MM-dd"_s);
    return dates;
}

} // namespace

class TestHolidayCalendar : public QObject
{
    Q_OBJECT

private slots:
    void aYearHasItsDays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("dates");

        QTest::newRow("US, Juneteenth is new in 2025")
            << u"us-iatse-2025"_s << 2025
            << u"01-01 01-20 02-17 04-18 05-26 06-19 07-04 09-01 11-27 11-28 12-25"_s;
        QTest::newRow("US, ten days before, the fourth Friday is not the day after")
            << u"us-iatse-2025"_s << 2024
            << u"01-01 01-15 02-19 03-29 05-27 07-04 09-02 11-28 11-29 12-25"_s;
        QTest::newRow("US, Independence Day of 2026 is a Saturday")
            << u"us-iatse-2025"_s << 2026
            << u"01-01 01-19 02-16 04-03 05-25 06-19 07-03 09-07 11-26 11-27 12-25"_s;
        QTest::newRow(
            "US, Juneteenth of 2027 moves to Friday, July 4 to Monday, Christmas to Friday, "
            "and New Year 2028 comes early")
            << u"us-iatse-2025"_s << 2027
            << u"01-01 01-18 02-15 03-26 05-31 06-18 07-05 09-06 11-25 11-26 12-24 12-31"_s;
        QTest::newRow("England, Christmas on a Saturday") << u"uk-england-wales"_s << 2021
                                                          << u"01-01 04-02 04-05 05-03 05-31 08-30 "
                                                             "12-27 12-28"_s;
        QTest::newRow("England, the jubilee and the funeral, Christmas on a Sunday")
            << u"uk-england-wales"_s << 2022
            << u"01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27"_s;
        QTest::newRow("England, the coronation")
            << u"uk-england-wales"_s << 2023
            << u"01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26"_s;
        QTest::newRow("England, Boxing Day of 2026 is a Saturday")
            << u"uk-england-wales"_s << 2026
            << u"01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28"_s;
        QTest::newRow("Scotland, St Andrew's Day on a Saturday")
            << u"uk-scotland"_s << 2024
            << u"01-01 01-02 03-29 05-06 05-27 08-05 12-02 12-25 12-26"_s;
        QTest::newRow("Scotland, both days of New Year on a weekend")
            << u"uk-scotland"_s << 2022
            << u"01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27"_s;
        QTest::newRow("Scotland, the one-off day of June 2026")
            << u"uk-scotland"_s << 2026
            << u"01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28"_s;
        QTest::newRow("Germany moves nothing off a weekend")
            << u"de"_s << 2026 << u"01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26"_s;
    }

    void aYearHasItsDays()
    {
        QFETCH(QString, name);
        QFETCH(int, year);
        QFETCH(QString, dates);

        const auto calendar = holidayCalendar(name);

        QVERIFY(calendar);
        QCOMPARE(datesIn(*calendar, year).join(u' '), dates);
    }

    void easterIsFoundAtItsEnds_data()
    {
        QTest::addColumn<QDate>("sunday");
        QTest::newRow("as early as it gets") << QDate(2285, 3, 22);
        QTest::newRow("as late as it gets") << QDate(2038, 4, 25);
        QTest::newRow("2000") << QDate(2000, 4, 23);
        QTest::newRow("2024") << QDate(2024, 3, 31);
        QTest::newRow("2049, a correction of the rule") << QDate(2049, 4, 18);
    }

    void easterIsFoundAtItsEnds()
    {
        QFETCH(QDate, sunday);
        HolidayDay day;
        day.form = HolidayForm::Easter;

        QCOMPARE(day.inYear(sunday.year()), sunday);
    }

    void theObservedDayCountsAndNotTheOther()
    {
        const auto calendar = holidayCalendar(u"us-iatse-2025");

        QVERIFY(calendar->isHoliday(QDate(2026, 7, 3)));
        QVERIFY(!calendar->isHoliday(QDate(2026, 7, 4)));
        QCOMPARE(calendar->holidayOn(QDate(2026, 7, 3))->name, u"Independence Day"_s);
    }

    void nextAfterLooksPastTheYear()
    {
        const auto calendar = holidayCalendar(u"us-iatse-2025");

        QCOMPARE(calendar->nextAfter(QDate(2026, 11, 25))->date, QDate(2026, 11, 26));
        QCOMPARE(calendar->nextAfter(QDate(2026, 11, 26))->date, QDate(2026, 11, 27));
        QCOMPARE(calendar->nextAfter(QDate(2026, 12, 25))->date, QDate(2027, 1, 1));
    }

    void anUnknownNameHasNoCalendar()
    {
        QVERIFY(!holidayCalendar(u""));
        QVERIFY(!holidayCalendar(u"mars"));
        QVERIFY(!holidayCalendar(u"../calendars/de"));
        QVERIFY(holidayCalendarNames().contains(u"de"_s));
    }

    void aBrokenCalendarIsRefused_data()
    {
        QTest::addColumn<QString>("days");
        QTest::addColumn<QString>("path");
        QTest::newRow("two rules")
            << uR"({"name": "A", "fixed": "01-01", "easter": 1})"_s << u"days[0].name"_s;
        QTest::newRow("no rule") << uR"({"name": "A"})"_s << u"days[0].name"_s;
        QTest::newRow("no such day")
            << uR"({"name": "A", "fixed": "02-30"})"_s << u"days[0].fixed"_s;
        QTest::newRow("fifth Monday")
            << uR"({"name": "A", "weekday": {"nth": 5, "day": "mon", "month": 5}})"_s
            << u"days[0].weekday.nth"_s;
        QTest::newRow("unknown key")
            << uR"({"name": "A", "fixed": "01-01", "when": 1})"_s << u"days[0].when"_s;
        QTest::newRow("ends before it starts")
            << uR"({"name": "A", "fixed": "01-01", "from": "2025-01-01", "to": "2024-01-01"})"_s
            << u"days[0].to"_s;
    }

    void aBrokenCalendarIsRefused()
    {
        QFETCH(QString, days);
        QFETCH(QString, path);
        const QString json = uR"({"schema": "filmtracker.holidays/1", "name": "x", "title": "X",
            "sources": ["GK"], "observed": {"saturday": "same_day", "sunday": "day_after"},
            "days": [%1]})"_s.arg(days);

        const HolidayReading reading = readHolidayCalendar(json.toUtf8());

        QVERIFY(!reading.calendar);
        QCOMPARE(reading.problems.front().path, path);
    }

    void aDayThatBeginsAtNoonIsNoWholeHoliday()
    {
        const auto calendar = holidayCalendar(u"de-tvffs");
        QVERIFY(calendar);
        QVERIFY(calendar->hasPartDays());
        for (const QDate date : {QDate(2026, 12, 24), QDate(2026, 12, 31)}) {
            QVERIFY(!calendar->isHoliday(date));
            QCOMPARE(calendar->holidayOn(date)->fromMinute, 720);
        }
        QVERIFY(calendar->isHoliday(QDate(2026, 12, 25)));
        QVERIFY(!holidayCalendar(u"de")->hasPartDays());
    }

    void newYorkHasVeteransDayInsteadOfGoodFriday()
    {
        const auto calendar = holidayCalendar(u"us-iatse-ny-2025");
        QVERIFY(calendar);
        QVERIFY(calendar->isHoliday(QDate(2026, 11, 11)));
        QVERIFY(!calendar->isHoliday(QDate(2026, 4, 3)));
        QVERIFY(holidayCalendar(u"us-iatse-2025")->isHoliday(QDate(2026, 4, 3)));
        QCOMPARE(calendar->inYear(2026).size(), 11u);
    }
};

QTEST_APPLESS_MAIN(TestHolidayCalendar)
#include "tst_holiday_calendar.moc"
