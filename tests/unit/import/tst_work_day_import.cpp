#include "shared/domain/import/work_day_import.h"
#include "shared/domain/records.h"
#include "tests/unit/import/verdict_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

const ProductionId production(std::array<quint8, 16>{1, 2, 3});
const QByteArray header = "Person,Department,Date,Unit,Type,Line\n";

CrewList crew()
{
    CrewListOptions options;
    options.production = production;
    return importCrewList("Name,Department,Unit\nMaya Lindqvist,Camera,Main\n"
                          "Kim Lee,Camera,Main\nKim Lee,Sound,Second\n",
                          options)
        ->crew;
}

ShootingDay shootingDay()
{
    ShootingDay day;
    day.date = QDate(2025, 11, 20);
    day.unit = unitId(production, u"Main");
    day.zone = "America/Chicago";
    day.location = u"Stage 4"_s;
    day.call = Minutes(420);
    day.meal1Out = Minutes(780);
    day.meal1In = Minutes(810);
    day.wrap = Minutes(1170);
    return day;
}

WorkDayOptions options()
{
    WorkDayOptions options;
    options.zone = "America/New_York";
    ShootingDay nowhere = shootingDay();
    nowhere.date = QDate(2025, 11, 21);
    nowhere.zone = "Mars/Olympus";
    options.shootingDays = {shootingDay(), nowhere};
    return options;
}

WorkDay completeDay()
{
    WorkDay day;
    day.key = {personId(production, u"Maya Lindqvist", departmentId(production, u"Camera")),
               QDate(2025, 11, 20), unitId(production, u"Main")};
    day.call = TimeField::at(420);
    day.meals = {{TimeField::at(780), TimeField::at(810)}};
    day.wrap = TimeField::at(1170);
    day.zone = "America/Chicago";
    day.location = u"Stage 4"_s;
    return day;
}

} // namespace

class TestWorkDayImport : public QObject
{
    Q_OBJECT

private slots:
    void lineBecomesADay_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<WorkDay>("day");

        WorkDay unfinished = completeDay();
        unfinished.meals.clear();
        unfinished.wrap = {};
        WorkDay travel = completeDay();
        travel.type = DayType::Travel;
        WorkDay sick = unfinished;
        sick.call = {};
        sick.type = DayType::Sick;
        WorkDay night = completeDay();
        night.key.date = QDate(2025, 11, 7);
        night.zone = "America/New_York";
        night.location.clear();
        night.call = TimeField::at(1020);
        night.meals = {{TimeField::at(1380), TimeField::at(1410)}};
        night.wrap = TimeField::at(29 * 60);
        WorkDay noted = completeDay();
        noted.notes = u"rain"_s;

        const QByteArray maya = "Maya Lindqvist,Camera,";
        QTest::newRow("whole") << QByteArray(maya + "2025-11-20,Main,work,0700 1300-1330 1930")
                               << completeDay();
        QTest::newRow("by name alone")
            << QByteArray("maya lindqvist,,20.11.2025,,,7 13-13.5 19.5") << completeDay();
        QTest::newRow("call sheet times") << QByteArray(maya + "2025-11-20,Main,,cs") << completeDay();
        QTest::newRow("unfinished") << QByteArray(maya + "2025-11-20,Main,work,0700") << unfinished;
        QTest::newRow("type in its column")
            << QByteArray(maya + "2025-11-20,Main,travel,0700 1300-1330 1930") << travel;
        QTest::newRow("without times") << QByteArray(maya + "2025-11-20,Main,sick,") << sick;
        QTest::newRow("type in the line") << QByteArray(maya + "2025-11-20,Main,,sick") << sick;
        QTest::newRow("past midnight")
            << QByteArray(maya + "2025-11-07,Main,,1700 2300-2330 0500+") << night;
        QTest::newRow("with a note")
            << QByteArray(maya + "2025-11-20,Main,,0700 1300-1330 1930 ; rain") << noted;
    }

    void lineBecomesADay()
    {
        QFETCH(QByteArray, row);
        QFETCH(WorkDay, day);

        const Result<WorkDayImport> import =
            importWorkDays(QByteArray(header + row + "\n"), crew(), options());

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QCOMPARE(import->days.size(), size_t(1));
        QCOMPARE(import->days.front(), day);
    }

    void problemsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("problems");

        const auto row = [](const char *name, const char *line, const char *problems) {
            QTest::newRow(name) << QByteArray(line) << QString::fromUtf8(problems);
        };
        row("nobody", ",,2025-11-19,,,0700", "3~missing-name~Person~~");
        row("unknown person", "Nobody,,2025-11-19,,,0700", "3~unknown-person~Person~Nobody~");
        row("unknown department", "Kim Lee,Catering,2025-11-19,,,0700",
            "3~unknown-department~Department~Catering~");
        row("which of two", "Kim Lee,,2025-11-19,,,0700",
            "3~ambiguous-person~Person~Kim Lee~Camera|Sound");
        row("no date", "Kim Lee,Sound,,,,0700", "3~missing-date~Date~~");
        row("bad date", "Kim Lee,Sound,Monday,,,0700", "3~bad-date~Date~Monday~");
        row("ambiguous date", "Kim Lee,Sound,03/04/2025,,,0700",
            "3~ambiguous-date~Date~03/04/2025~2025-04-03|2025-03-04");
        row("unknown unit", "Kim Lee,Sound,2025-11-19,Third,,0700", "3~unknown-unit~Unit~Third~");
        row("unknown type", "Kim Lee,Sound,2025-11-19,,party,0700",
            "3~unknown-day-type~Type~party~");
        row("two types", "Kim Lee,Sound,2025-11-19,,sick,hold", "3~unknown-day-type~Type~sick~");
        row("bad line", "Kim Lee,Sound,2025-11-19,,,07x0 1930", "3~bad-line~Line~07x0 1930~");
        row("nothing said", "Kim Lee,Sound,2025-11-19,,work,", "3~missing-call~Line~~");
        row("two readings", "Kim Lee,Sound,2025-11-19,,,0700 13.30-14 1930",
            "3~ambiguous-time~Line~0700 13.30-14 1930~0700 1318-1400 1930|0700 1330-1400 1930");
        row("a time that comes twice", "Kim Lee,Sound,2025-11-01,,,1900 0130+",
            "3~ambiguous-time~Line~1900 0130+~");
        row("a time that never comes", "Kim Lee,Sound,2025-03-08,,,1900 0230+",
            "3~bad-time~Line~1900 0230+~");
        row("a meal that ends before it begins", "Kim Lee,Sound,2025-11-19,,,0700 1330-1300- 1930",
            "3~bad-line~Line~0700 1330-1300- 1930~");
        row("a wrap before the call", "Kim Lee,Sound,2025-11-19,,,1900+ 0700",
            "3~bad-line~Line~1900+ 0700~");
        row("a zone nobody knows", "Kim Lee,Camera,2025-11-21,,,0700 1930",
            "3~unknown-zone~Line~0700 1930~");
        row("the day twice", "Maya Lindqvist,,2025-11-20,,,0800",
            "3~duplicate~Person~Maya Lindqvist~~2");
        row("two problems", "Nobody,,soon,,,0700",
            "3~unknown-person~Person~Nobody~\n3~bad-date~Date~soon~");
    }

    void problemsAreNamed()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, problems);
        const QByteArray bytes =
            header + "Maya Lindqvist,Camera,2025-11-20,Main,,0700 1930\n" + row + "\n";
        WorkDayOptions readyOnly = options();
        readyOnly.importReadyRowsOnly = true;

        const Result<WorkDayImport> import = importWorkDays(bytes, crew(), options());
        const Result<WorkDayImport> ready = importWorkDays(bytes, crew(), readyOnly);

        QVERIFY(import && ready);
        QCOMPARE(problemsOf(import->verdicts), problems);
        QVERIFY(import->days.empty());
        QCOMPARE(ready->days.size(), size_t(1));
    }

    void theTableMayStandUnderATitle()
    {
        const QByteArray bytes =
            "Week 6\n\n" + header + "Maya Lindqvist,,2025-11-20,,,0700 1300-1330 1930\n";

        const Result<WorkDayImport> import = importWorkDays(bytes, crew(), options());

        QVERIFY(import);
        QCOMPARE(import->days, std::vector<WorkDay>{completeDay()});
        QCOMPARE(import->verdicts.front().row, 4);
    }

    void missingColumnsAreNamed()
    {
        const Result<WorkDayImport> import =
            importWorkDays("Person,Weather\nMaya,snow\n", crew(), options());

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts),
                 u"1~missing-column~Date~~\n1~missing-column~Line~~"_s);
        QCOMPARE(import->ignoredColumns, QStringList{u"Weather"_s});
    }

    void whatIsNoTableFails()
    {
        const Result<WorkDayImport> import = importWorkDays("", crew(), options());

        QVERIFY(!import);
        QCOMPARE(import.error().message, u"reading work days: the file is empty"_s);
    }
};

QTEST_GUILESS_MAIN(TestWorkDayImport)
#include "tst_work_day_import.moc"
