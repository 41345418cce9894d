#include "shared/domain/day_type.h"
#include "shared/domain/roles.h"
#include "shared/domain/week.h"
#include "shared/domain/work_day.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

// The small words of the domain: day types by form, roles, weeks, hours of a day.
class TestCrewWords : public QObject
{
    Q_OBJECT

private slots:
    void codeMeansWhatItsFormSays()
    {
        QVERIFY(dayTypeFromCode(u"T", Form::CallSheet) == DayType::Travel);
        QVERIFY(!dayTypeFromCode(u"T", Form::ExhibitG)); // a test, which is no day type here
        QVERIFY(dayTypeFromCode(u"tr", Form::ExhibitG) == DayType::Travel);
        QVERIFY(dayTypeFromCode(u"SWF", Form::CallSheet) == DayType::Work);
        QVERIFY(dayTypeFromCode(u"s", Form::ExhibitG) == DayType::Work);
        QVERIFY(!dayTypeFromCode(u"s", Form::CallSheet));
        QVERIFY(dayTypeFromCode(u" off ", Form::Timecard) == DayType::Off);
        QVERIFY(!dayTypeFromCode(u"W", Form::CrewList));
        QVERIFY(!dayTypeFromCode(u"", Form::ExhibitG));
    }

    void everyPrintedCodeReadsBack()
    {
        for (qint64 number = 1; number <= 10; ++number) {
            const DayType type = dayTypeFromNumber(number).value();
            for (const Form form : {Form::CallSheet, Form::ExhibitG, Form::Timecard}) {
                const QString code = dayTypeCode(type, form);
                QVERIFY(code.isEmpty() || dayTypeFromCode(code, form) == type);
                QVERIFY(dayTypeFromCode(dayTypeWord(type), form) == type);
            }
        }
        QVERIFY(!dayTypeFromNumber(0));
        QVERIFY(!dayTypeFromNumber(11));
    }

    void rolesAreKnownByNameAndNumber()
    {
        for (qint64 number = 1; number <= 7; ++number) {
            const Role role = roleFromNumber(number).value();
            QVERIFY(roleFromName(roleName(role)) == role);
        }
        QVERIFY(!roleFromNumber(8));
        QVERIFY(!roleFromName(u"Coordinator"));
    }

    void onlyTheOfficeEditsEverybody()
    {
        QVERIFY(editsEverybody(Role::Coordinator));
        QVERIFY(!editsEverybody(Role::Crew));
        QVERIFY(!editsEverybody(Role::Auditor));
        QVERIFY(seesEverything(Role::Auditor));
        QVERIFY(!seesEverything(Role::HeadOfDepartment));
    }

    void weekEndsOnTheProductionsDay_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<int>("endsOn");
        QTest::addColumn<QDate>("first");

        const QDate thursday(2025, 11, 20);
        QTest::newRow("Saturday") << thursday << int(Qt::Saturday) << QDate(2025, 11, 16);
        QTest::newRow("Sunday") << thursday << int(Qt::Sunday) << QDate(2025, 11, 17);
        QTest::newRow("its last day") << thursday << int(Qt::Thursday) << QDate(2025, 11, 14);
        QTest::newRow("its first day") << thursday << int(Qt::Wednesday) << thursday;
        QTest::newRow("over a year's end")
            << QDate(2026, 1, 1) << int(Qt::Saturday) << QDate(2025, 12, 28);
    }

    void weekEndsOnTheProductionsDay()
    {
        QFETCH(QDate, date);
        QFETCH(int, endsOn);
        QFETCH(QDate, first);

        const PayWeek week = weekOf(date, static_cast<Qt::DayOfWeek>(endsOn));

        QCOMPARE(week.first, first);
        QCOMPARE(week.last().dayOfWeek(), endsOn);
        QVERIFY(week.contains(date));
        QCOMPARE(week.days().back(), week.last());
    }

    void weeksAreCountedFromTheFirst()
    {
        const PayWeek first = weekOf(QDate(2025, 11, 20), Qt::Saturday);

        QCOMPARE(first.numberSince(first), 1);
        QCOMPARE(first.next().next().numberSince(first), 3);
        QCOMPARE(first.previous().numberSince(first), 0);
        QVERIFY(!first.contains(first.next().first));
    }

    void hoursWorkedAreLessTheMeals()
    {
        WorkDay day;
        QVERIFY(day.isBlank());
        QVERIFY(!workedMinutes(day));
        day.call = TimeField::at(420);
        day.wrap = TimeField::at(1530);
        day.meals = {{TimeField::at(780), TimeField::at(810)}, {TimeField::at(1140), {}}};

        QVERIFY(!day.isBlank());
        QVERIFY(workedMinutes(day) == Minutes(1080));

        day.wrap = TimeField::at(400);
        QVERIFY(!workedMinutes(day));
    }
};

QTEST_APPLESS_MAIN(TestCrewWords)
#include "tst_crew_words.moc"
