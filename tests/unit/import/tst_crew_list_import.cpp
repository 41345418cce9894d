#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/records.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

const ProductionId production(std::array<quint8, 16>{1, 2, 3});

CrewListOptions options()
{
    return {.production = production};
}

QString describe(const ImportVerdicts &verdicts)
{
    QStringList lines;
    for (const ImportVerdict &verdict : verdicts) {
        QStringList parts{QString::number(verdict.row), importKindName(verdict.kind)};
        if (verdict.kind != ImportKind::Ready)
            parts << verdict.column << verdict.text << verdict.readings.join(u'|');
        if (verdict.otherRow != 0)
            parts << QString::number(verdict.otherRow);
        lines.append(parts.join(u'~'));
    }
    return lines.join(u'\n');
}

} // namespace

class TestCrewListImport : public QObject
{
    Q_OBJECT

private slots:
    void wholeRowBecomesPersonAndDeal()
    {
        const QByteArray bytes =
            "Name,Department,Position,Unit,Union,Rate,Currency,Guarantee,Rule pack,From,To,Email\n"
            "Maya Lindqvist,Camera,\"1st AC, A-cam\",Main,IATSE 600,52.00,USD,8,NL-2025,"
            "2025-10-13,2025-12-05,maya@example.invalid\n";

        const Result<CrewListImport> import = importCrewList(bytes, options());

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts), u"2~ready"_s);
        QCOMPARE(import->ignoredColumns, QStringList{u"Email"_s});
        const UnitId unit = unitId(production, u"Main");
        const DepartmentId camera = departmentId(production, u"Camera");
        const PersonId maya = personId(production, u"Maya Lindqvist", camera);
        QCOMPARE(import->crew.units, std::vector<Unit>({{unit, u"Main"_s}}));
        QCOMPARE(import->crew.departments, std::vector<Department>({{camera, u"Camera"_s, 0}}));
        QCOMPARE(import->crew.people,
                 std::vector<Person>(
                     {{maya, u"Maya Lindqvist"_s, camera, u"1st AC, A-cam"_s, unit, 0}}));
        const Deal deal{maya,         u"IATSE 600"_s,      Money(5200, Currency::Usd), Minutes(480),
                        u"NL-2025"_s, QDate(2025, 10, 13), QDate(2025, 12, 5)};
        QCOMPARE(import->crew.deals, std::vector<Deal>{deal});
    }

    // A raise in the middle of a job: the same person once more, with the date it begins.
    void aPersonMayHaveDealsFromSeveralDates()
    {
        const QByteArray bytes = "Name,Department,Rate,Currency,From,To\n"
                                 "Maya Lindqvist,Camera,52.00,USD,,2025-11-18\n"
                                 "Maya Lindqvist,Camera,54.00,USD,2025-11-19,\n"
                                 "Maya Lindqvist,Camera,55.00,USD,2025-11-19,\n";

        const Result<CrewListImport> import = importCrewList(bytes, options());
        const Result<CrewListImport> ready =
            importCrewList(bytes.left(bytes.lastIndexOf("Maya")), options());

        QVERIFY(import && ready);
        QCOMPARE(describe(import->verdicts).count(u"~ready"_s),
                 2); // the third begins as the second
        QCOMPARE(ready->crew.people.size(), size_t(1));
        QCOMPARE(ready->crew.deals.size(), size_t(2));
        QCOMPARE(ready->crew.deals[1].hourlyRate, Money(5400, Currency::Usd));
        QCOMPARE(ready->crew.deals[1].from, QDate(2025, 11, 19));
    }

    void headingsAreKnownInFourLanguages_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("English") << QByteArray("First name,Last name,Dept.,Job title,Hourly rate\n"
                                               "Maya,Lindqvist,Camera,Loader,52.00\n");
        QTest::newRow("German") << QByteArray("Vorname;Name;Abteilung;Funktion;Stundensatz\n"
                                              "Maya;Lindqvist;Camera;Loader;52,00\n");
        QTest::newRow("French") << QByteArray("Prénom;Nom;Département;Poste;Taux horaire\n"
                                              "Maya;Lindqvist;Camera;Loader;52,00\n");
        QTest::newRow("Spanish") << QByteArray(
            "Apellidos;Nombre;Departamento;Puesto;Tarifa por hora\n"
            "Lindqvist;Maya;Camera;Loader;52,00\n");
    }

    void headingsAreKnownInFourLanguages()
    {
        QFETCH(QByteArray, bytes);

        const Result<CrewListImport> import = importCrewList(bytes, options());

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts), u"2~ready"_s);
        QCOMPARE(import->ignoredColumns, QStringList());
        QCOMPARE(import->crew.people.at(0).name, u"Maya Lindqvist"_s);
        QCOMPARE(import->crew.people.at(0).position, u"Loader"_s);
        QCOMPARE(import->crew.departments.at(0).name, u"Camera"_s);
        QCOMPARE(import->crew.deals.at(0).hourlyRate, Money(5200, Currency::Usd));
    }

    void theTableMayStandUnderATitle()
    {
        const QByteArray bytes = "Northern Lights,crew list\n\nof 20 November\nName,Department\n"
                                 "Maya Lindqvist,Camera\n";

        const Result<CrewListImport> import = importCrewList(bytes, options());

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts), u"5~ready"_s);
        QVERIFY(import->crew.deals.empty());
    }

    void orderOfTheFileIsKept()
    {
        const QByteArray bytes = "Name,Department,Unit\n"
                                 "A,Sound,\nB,Camera,Second\nC,SOUND,second\n";

        const Result<CrewListImport> import = importCrewList(bytes, options());

        QVERIFY(import);
        const CrewList &crew = import->crew;
        QCOMPARE(crew.departments.size(), size_t(2));
        QCOMPARE(crew.departments.at(0).name, u"Sound"_s);
        QCOMPARE(crew.departments.at(1).name, u"Camera"_s);
        QCOMPARE(crew.departments.at(1).sortOrder, 1);
        QCOMPARE(crew.units.size(), size_t(2));
        QCOMPARE(crew.units.at(0).name, u"Main"_s);
        QCOMPARE(crew.units.at(1).name, u"Second"_s);
        QCOMPARE(crew.people.at(2).department, crew.departments.at(0).id);
        QCOMPARE(crew.people.at(2).sortOrder, 2);
    }

    void everyProblemOfARowIsSaid_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("verdicts");

        const auto row = [](const char *name, const char *bytes, const char *verdicts) {
            QTest::newRow(name) << QByteArray(bytes) << QString::fromUtf8(verdicts);
        };
        row("no name", ",Camera", "3~missing-name~Name~~");
        row("no department", "Lena Moravec,", "3~missing-department~Department~~");
        row("neither", ",,Loader", "3~missing-name~Name~~\n3~missing-department~Department~~");
        row("bad rate", "Lena,Camera,,scale", "3~bad-rate~Rate~scale~");
        row("ambiguous rate", "Lena,Camera,,\"1,234\"",
            "3~ambiguous-rate~Rate~1,234~1234.00|1.234");
        row("unknown currency", "Lena,Camera,,52,CHF", "3~unknown-currency~Currency~CHF~");
        row("bad guarantee", "Lena,Camera,,52,,all day", "3~bad-guarantee~Guarantee h~all day~");
        row("guarantee of no whole minute", "Lena,Camera,,52,,8.33",
            "3~bad-guarantee~Guarantee h~8.33~");
        row("guarantee of more than a week", "Lena,Camera,,52,,169",
            "3~bad-guarantee~Guarantee h~169~");
        row("bad date", "Lena,Camera,,52,,8,soon", "3~bad-date~From~soon~");
        row("ambiguous date", "Lena,Camera,,52,,8,03/04/2025",
            "3~ambiguous-date~From~03/04/2025~2025-04-03|2025-03-04");
        row("twice", "maya LINDQVIST,camera", "3~duplicate~Name~maya LINDQVIST~~2");
        row("the same name elsewhere is somebody else", "Maya Lindqvist,Sound", "3~ready");
    }

    void everyProblemOfARowIsSaid()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, verdicts);
        const QByteArray bytes = "Name,Department,Position,Rate,Currency,Guarantee h,From\n"
                                 "Maya Lindqvist,Camera,,52,,,\n"
            + row + "\n";

        const Result<CrewListImport> import = importCrewList(bytes, options());

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts), QString(u"2~ready\n"_s + verdicts));
        QCOMPARE(import->crew.people.size(), size_t(verdicts == u"3~ready" ? 2 : 0));
    }

    void textThatIsTooLongIsSaid()
    {
        const QByteArray name(201, 'x');

        const Result<CrewListImport> import =
            importCrewList(QByteArray("Name,Department\n" + name + ",Camera\n"), options());

        QVERIFY(import);
        QCOMPARE(import->verdicts.size(), size_t(1));
        QCOMPARE(import->verdicts.at(0).kind, ImportKind::TooLong);
        QCOMPARE(import->verdicts.at(0).column, u"Name"_s);
    }

    void nothingIsHalfImportedUnlessAskedFor()
    {
        const QByteArray bytes = "Name,Department\nMaya Lindqvist,Camera\n,Sound\nTomas,Electric\n";
        CrewListOptions readyOnly = options();
        readyOnly.importReadyRowsOnly = true;

        const Result<CrewListImport> whole = importCrewList(bytes, options());
        const Result<CrewListImport> ready = importCrewList(bytes, readyOnly);

        QVERIFY(whole && ready);
        QCOMPARE(whole->crew, CrewList());
        QCOMPARE(describe(ready->verdicts), u"2~ready\n3~missing-name~Name~~\n4~ready"_s);
        QCOMPARE(ready->verdicts, whole->verdicts);
        QCOMPARE(ready->crew.people.size(), size_t(2));
        QCOMPARE(ready->crew.departments.size(), size_t(2));
    }

    void missingColumnsAreNamed()
    {
        const Result<CrewListImport> import =
            importCrewList("\nPosition,Phone\nLoader,555\n", options());

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts),
                 u"2~missing-column~Name~~\n2~missing-column~Department~~"_s);
        QCOMPARE(import->crew, CrewList());
    }

    void whatIsNoTableFails()
    {
        const Result<CrewListImport> import =
            importCrewList(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16), options());

        QVERIFY(!import);
        QCOMPARE(import.error().code, ErrorCode::InvalidInput);
        QCOMPARE(import.error().message, u"reading crew list: the file is not text"_s);
    }

    void dateOrderAndDecimalSignCanBeSaid()
    {
        CrewListOptions told = options();
        told.dateOrder = DateOrder::MonthFirst;
        told.decimalSign = DecimalSign::Point;

        const Result<CrewListImport> import =
            importCrewList("Name,Department,Rate,From\nMaya,Camera,\"1,234\",03/04/2025\n", told);

        QVERIFY(import);
        QCOMPARE(describe(import->verdicts), u"2~ready"_s);
        QCOMPARE(import->crew.deals.at(0).hourlyRate, Money(123400, Currency::Usd));
        QCOMPARE(import->crew.deals.at(0).from, QDate(2025, 3, 4));
    }
};

QTEST_GUILESS_MAIN(TestCrewListImport)
#include "tst_crew_list_import.moc"
