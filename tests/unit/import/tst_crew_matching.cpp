#include "shared/domain/import/column_sniff.h"
#include "shared/domain/import/crew_matching.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

// What a list leaves open, and what its columns and those who are known already settle.
class TestCrewMatching : public QObject
{
    Q_OBJECT

    static CrewListImport read(const QByteArray &bytes, const CrewListOptions &more = {})
    {
        CrewListOptions options = more;
        options.production = ProductionId(std::array<quint8, 16>{1, 2, 3});
        options.importReadyRowsOnly = true;
        return *importCrewList(bytes, options);
    }

private slots:
    void oneDateSettlesTheOthers()
    {
        const QStringList open{u"03/04/2025"_s, u"2025-11-20"_s, QString()};

        QCOMPARE(sniffDateOrder(open), (Sniffed<DateOrder>{{}, true, u"03/04/2025"_s}));
        QCOMPARE(sniffDateOrder(open + QStringList{u"25/11/2025"_s}).value, DateOrder::DayFirst);
        QCOMPARE(sniffDateOrder(open + QStringList{u"11/25/2025"_s}).value, DateOrder::MonthFirst);
        // Both in one column: whoever made it did not keep to one of them.
        QVERIFY(sniffDateOrder(open + QStringList{u"25/11/2025"_s, u"11/25/2025"_s}).isOpen);
        QCOMPARE(sniffDateOrder({u"2025-11-20"_s, u"20.11.2025"_s}), Sniffed<DateOrder>());
        QCOMPARE(sniffDateOrder({u"05/05/2025"_s}), Sniffed<DateOrder>()); // the same either way
    }

    void oneAmountSettlesTheOthers()
    {
        const QStringList open{u"$1,234"_s, u"52"_s};

        QCOMPARE(sniffDecimalSign(open), (Sniffed<DecimalSign>{{}, true, u"$1,234"_s}));
        QCOMPARE(sniffDecimalSign(open + QStringList{u"52,50"_s}).value, DecimalSign::Comma);
        QCOMPARE(sniffDecimalSign(open + QStringList{u"USD 52.50/h"_s}).value, DecimalSign::Point);
        QCOMPARE(sniffDecimalSign({u"52"_s, QString()}), Sniffed<DecimalSign>());
    }

    void aPersonMayTellWhatAColumnMeans()
    {
        const QByteArray list = "Who,Crew of,Pay\nMaya,Camera,52\n";
        CrewListOptions told;
        told.meanings = CrewMeanings{CrewColumn::Name, CrewColumn::Department, CrewColumn::Rate};

        QVERIFY(read(list).crew.people.empty());
        const CrewListImport import = read(list, told);

        QCOMPARE(import.crew.people.size(), size_t(1));
        QCOMPARE(import.crew.deals.front().hourlyRate, Money(5200, Currency::Usd));
        QCOMPARE(import.origins.front().row, 2);
        QVERIFY(!import.origins.front().namesUnit);
    }

    void whoIsKnownIsFound_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<CrewMatch>("match");

        QTest::newRow("the same") << QByteArray("Nils Åberg,Electric,Gaffer,52") << CrewMatch::Same;
        QTest::newRow("without accents")
            << QByteArray("nils aberg,Electric,Gaffer,52") << CrewMatch::Same;
        QTest::newRow("less about them") << QByteArray("Nils Åberg,Electric,,") << CrewMatch::Same;
        QTest::newRow("another rate")
            << QByteArray("Nils Åberg,Electric,Gaffer,54") << CrewMatch::Changed;
        QTest::newRow("another position")
            << QByteArray("Nils Åberg,Electric,Best boy,52") << CrewMatch::Changed;
        QTest::newRow("another department")
            << QByteArray("Nils Åberg,Grip,Gaffer,52") << CrewMatch::Possible;
        QTest::newRow("words the other way round")
            << QByteArray("\"Åberg, Nils\",Electric,Gaffer,52") << CrewMatch::Possible;
        QTest::newRow("a slip") << QByteArray("Nils Aaberg,Electric,Gaffer,52")
                                << CrewMatch::Possible;
        QTest::newRow("somebody else")
            << QByteArray("Nora Berg,Electric,Gaffer,52") << CrewMatch::New;
    }

    void whoIsKnownIsFound()
    {
        QFETCH(QByteArray, row);
        QFETCH(CrewMatch, match);
        const QByteArray head = "Name,Department,Position,Rate\n";
        const CrewList known = read(head + "Nils Åberg,Electric,Gaffer,52\n").crew;

        const std::vector<MatchedPerson> people = matchCrew(read(head + row + '\n'), known);

        QCOMPARE(people.size(), size_t(1));
        QCOMPARE(people.front().match, match);
        if (match == CrewMatch::Possible)
            QCOMPARE(people.front().candidates, std::vector{known.people.front().id});
    }

    // A list that says nothing of a unit moves nobody to another one.
    void whatAListDoesNotSayStays()
    {
        const CrewList known =
            read("Name,Department,Unit,Rate\nNils Åberg,Electric,Second,52\n").crew;

        const auto people = matchCrew(read("Name,Department\nNils Åberg,Electric\n"), known);

        QCOMPARE(people.front().match, CrewMatch::Same);
        QCOMPARE(mergedPerson(known.people.front(), people.front()), known.people.front());
    }

    void shortNamesThatDifferAreTwoPeople()
    {
        QVERIFY(!areAlike(u"Jan", u"Jon"));
        QVERIFY(areAlike(u"Maya Lindqvist", u"Maya Lindkvist"));
        QVERIFY(!areAlike(u"Maya Lindqvist", u"Mara Lindberg"));
    }
};

QTEST_GUILESS_MAIN(TestCrewMatching)
#include "tst_crew_matching.moc"
