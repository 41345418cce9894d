#include "shared/domain/import/call_sheet_import.h"
#include "shared/domain/records.h"
#include "tests/unit/import/verdict_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

const ProductionId production(std::array<quint8, 16>{1, 2, 3});

CrewList crew()
{
    const QByteArray bytes = "Name,Department,Unit\n"
                             "Maya Lindqvist,Camera,Main\n"
                             "Tomas Okafor,Electric,Main\n"
                             "Kim Lee,Camera,Main\n"
                             "Kim Lee,Sound,Second\n";
    CrewListOptions options;
    options.production = production;
    return importCrewList(bytes, options)->crew;
}

CallSheetOptions options()
{
    CallSheetOptions options;
    options.zone = "America/New_York";
    return options;
}

DepartmentId department(QStringView name)
{
    return departmentId(production, name);
}

PersonId person(QStringView name, QStringView departmentName)
{
    return personId(production, name, department(departmentName));
}

} // namespace

class TestCallSheetImport : public QObject
{
    Q_OBJECT

private slots:
    void sheetBecomesAShootingDay()
    {
        const QByteArray bytes = "Production,Northern Lights\n"
                                 "Day,29 of 40\n"
                                 "Date,2025-11-20\n"
                                 "Unit,Main\n"
                                 "Type,Work\n"
                                 "Location,Stage 4\n"
                                 "Zone,America/Chicago\n"
                                 "Call,7:00\n"
                                 "Meal 1 out,13.0\n"
                                 "Meal 1 in,1330\n"
                                 "Wrap,19.5\n"
                                 "Scenes,\"41, 42A, 43\"\n"
                                 "Weather,snow\n"
                                 "\n"
                                 "Department,Person,Call\n"
                                 "Electric,,6:30\n"
                                 "Camera,Maya Lindqvist,0500\n"
                                 ",Tomas Okafor,-30\n"
                                 "Sound,,\n";

        const Result<CallSheetImport> import = importCallSheet(bytes, crew(), options());

        QVERIFY(import);
        QCOMPARE(import->verdicts.size(), size_t(16));
        QVERIFY2(allReady(import->verdicts), qPrintable(problemsOf(import->verdicts)));
        QCOMPARE(import->production, u"Northern Lights"_s);
        QCOMPARE(import->ignoredLines, QStringList{u"Weather"_s});
        ShootingDay day;
        day.date = QDate(2025, 11, 20);
        day.unit = unitId(production, u"Main");
        day.dayNumber = 29;
        day.location = u"Stage 4"_s;
        day.zone = "America/Chicago";
        day.scenes = u"41, 42A, 43"_s;
        day.call = Minutes(420);
        day.meal1Out = Minutes(780);
        day.meal1In = Minutes(810);
        day.wrap = Minutes(1170);
        day.departmentCalls = {{department(u"Electric"), Minutes(390)}};
        day.personCalls = {{person(u"Maya Lindqvist", u"Camera"), Minutes(300)},
                           {person(u"Tomas Okafor", u"Electric"), Minutes(390)}};
        QVERIFY(import->day.has_value());
        QCOMPARE(*import->day, day);
    }

    void nightRunsPastMidnight()
    {
        const QByteArray bytes = "Date,2025-11-01\nUnit,Main\nCall,19:00\nMeal 1 out,0:00\n"
                                 "Meal 1 in,0:30\nWrap,5:00\n";

        const Result<CallSheetImport> import = importCallSheet(bytes, crew(), options());

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QVERIFY(import->day.has_value());
        QCOMPARE(import->day->meal1Out, Minutes(24 * 60));
        QCOMPARE(import->day->meal1In, Minutes(24 * 60 + 30));
        QCOMPARE(import->day->wrap, Minutes(29 * 60));
        QCOMPARE(import->day->zone, QByteArray("America/New_York"));
    }

    void linesMayStandInAnyOrderAndLanguage()
    {
        const QByteArray bytes = "Drehschluss;5:00\nDrehbeginn;19:00\nEinheit;main\n"
                                 "Datum;1.11.2025\nDrehtag;15\nDrehort;Hafen\n\n"
                                 "Abteilung;Mitarbeiter;Arbeitsbeginn\nCamera;;18:30\n";

        const Result<CallSheetImport> import = importCallSheet(bytes, crew(), options());

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), QString());
        QVERIFY(import->day.has_value());
        QCOMPARE(import->day->date, QDate(2025, 11, 1));
        QCOMPARE(import->day->dayNumber, 15);
        QCOMPARE(import->day->call, Minutes(19 * 60));
        QCOMPARE(import->day->wrap, Minutes(29 * 60));
        QCOMPARE(import->day->departmentCalls.size(), size_t(1));
    }

    void dateIsReadAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("date");

        QTest::newRow("ISO") << QByteArray("2025-11-20");
        QTest::newRow("dots are day first") << QByteArray("20.11.2025");
        QTest::newRow("no month 20") << QByteArray("11/20/2025");
    }

    void dateIsReadAsItIsWritten()
    {
        QFETCH(QByteArray, date);

        const Result<CallSheetImport> import =
            importCallSheet(QByteArray("Date," + date + "\nUnit,Main\n"), crew(), options());

        QVERIFY(import && import->day);
        QCOMPARE(import->day->date, QDate(2025, 11, 20));
    }

    void ambiguousDateNamesBothReadingsUnlessTold()
    {
        const QByteArray bytes = "Date,03/04/2025\nUnit,Main\n";
        CallSheetOptions told = options();
        told.dateOrder = DateOrder::MonthFirst;

        const Result<CallSheetImport> asked = importCallSheet(bytes, crew(), options());
        const Result<CallSheetImport> answered = importCallSheet(bytes, crew(), told);

        QVERIFY(asked && answered);
        QCOMPARE(problemsOf(asked->verdicts),
                 u"1~ambiguous-date~Date~03/04/2025~2025-04-03|2025-03-04"_s);
        QVERIFY(!asked->day);
        QVERIFY(answered->day.has_value());
        QCOMPARE(answered->day->date, QDate(2025, 3, 4));
    }

    void problemsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QString>("problems");

        const auto row = [](const char *name, const char *lines, const char *problems) {
            QTest::newRow(name) << QByteArray(lines) << QString::fromUtf8(problems);
        };
        const auto table = [&row](const char *name, const QByteArray &line, const char *problems) {
            row(name, QByteArray("Department,Person,Call\n" + line + "\n").constData(), problems);
        };
        row("bad time", "Call,dawn\n", "3~bad-time~Call~dawn~");
        row("two readings of a time", "Wrap,13.30\n", "3~ambiguous-time~Wrap~13.30~13:18|13:30");
        row("unknown zone", "Zone,CEST\n", "3~unknown-zone~Zone~CEST~");
        row("unknown type", "Type,party\n", "3~unknown-day-type~Type~party~");
        row("bad day number", "Day,the last\n", "3~bad-day-number~Day~the last~");
        row("a line twice", "Unit,Second\n", "3~duplicate~Unit~Second~~2");
        table("unknown department", "Catering,,0600", "4~unknown-department~Department~Catering~");
        table("unknown person", "Camera,Nobody,0600", "4~unknown-person~Person~Nobody~");
        table("person of another department", "Sound,Maya Lindqvist,0600",
              "4~unknown-person~Person~Maya Lindqvist~");
        table("person of an unknown department", "Catering,Maya Lindqvist,0600",
              "4~unknown-department~Department~Catering~");
        table("which of two people", ",Kim Lee,0600",
              "4~ambiguous-person~Person~Kim Lee~Camera|Sound");
        table("a person twice", "Camera,Maya Lindqvist,0600\n,maya lindqvist,0700",
              "5~duplicate~Person~maya lindqvist~~4");
        table("a department twice", "Camera,,0600\nCamera,,0630",
              "5~duplicate~Department~Camera~~4");
        table("a bad call", "Camera,,25:61", "4~bad-time~Call~25:61~");
        table("a call of nobody", ",,0600", "4~missing-name~Person~~");
    }

    void problemsAreNamed()
    {
        QFETCH(QByteArray, lines);
        QFETCH(QString, problems);
        const QByteArray bytes = "Date,2025-11-20\nUnit,Main\n" + lines;
        CallSheetOptions readyOnly = options();
        readyOnly.importReadyRowsOnly = true;

        const Result<CallSheetImport> import = importCallSheet(bytes, crew(), options());
        const Result<CallSheetImport> ready = importCallSheet(bytes, crew(), readyOnly);

        QVERIFY(import && ready);
        QCOMPARE(problemsOf(import->verdicts), problems);
        QVERIFY(!import->day);
        QVERIFY(ready->day.has_value());
    }

    void withoutDateOrUnitThereIsNoDay_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problems");

        QTest::newRow("neither") << QByteArray("Call,0700\n")
                                 << u"1~missing-column~Date~~\n1~missing-column~Unit~~"_s;
        QTest::newRow("empty") << QByteArray("Date,\nUnit,\nCall,0700\n")
                               << u"1~missing-date~Date~~\n2~unknown-unit~Unit~~"_s;
        QTest::newRow("unknown unit")
            << QByteArray("Date,2025-11-20\nUnit,Third\n") << u"2~unknown-unit~Unit~Third~"_s;
        QTest::newRow("no date at all")
            << QByteArray("Date,soon\nUnit,Main\n") << u"1~bad-date~Date~soon~"_s;
    }

    void withoutDateOrUnitThereIsNoDay()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problems);
        CallSheetOptions readyOnly = options();
        readyOnly.importReadyRowsOnly = true;

        const Result<CallSheetImport> import = importCallSheet(bytes, crew(), readyOnly);

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), problems);
        QVERIFY(!import->day);
    }

    void whatIsNoTableFails()
    {
        const Result<CallSheetImport> import = importCallSheet("", crew(), options());

        QVERIFY(!import);
        QCOMPARE(import.error().message, u"reading call sheet: the file is empty"_s);
    }
};

QTEST_GUILESS_MAIN(TestCallSheetImport)
#include "tst_call_sheet_import.moc"
