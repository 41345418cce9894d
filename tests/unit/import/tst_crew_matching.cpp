#include "shared/domain/import/column_sniff.h"
#include "shared/domain/import/crew_matching.h"
#include "shared/domain/import/crew_records.h"

#include <QTest>

#include <algorithm>

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

    // The list of a later week has a raise: what was agreed until then must not change with it.
    void aLaterDateBeginsAFurtherDeal()
    {
        const QByteArray head = "Name,Department,Rate,Guarantee,From\n";
        CrewList known = read(head + "Nils,Electric,52,10,2026-03-02\n").crew;

        const auto people = matchCrew(read(head + "Nils,Electric,54,,2026-04-06\n"), known);
        const auto deals = mergedDeals(people.front().deals, people.front().person.id, known.deals);

        QCOMPARE(people.front().match, CrewMatch::Changed);
        QCOMPARE(deals.size(), size_t(1));
        QCOMPARE(deals.front().number, 1);
        QCOMPARE(deals.front().hourlyRate, Money(5400, Currency::Usd));
        QCOMPARE(deals.front().guarantee, known.deals.front().guarantee);
        // Once it is known, the same list says nothing new.
        known.deals.push_back(deals.front());
        const auto again = matchCrew(read(head + "Nils,Electric,54,,2026-04-06\n"), known);
        QCOMPARE(again.front().match, CrewMatch::Same);
    }

    void whatAListSaysOfADealThatIsThereChangesThatOne_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<int>("number");

        QTest::newRow("the first") << QByteArray("2026-03-02") << 0;
        QTest::newRow("the second") << QByteArray("2026-04-06") << 1;
        QTest::newRow("no date: the last") << QByteArray() << 1;
        QTest::newRow("further back") << QByteArray("2026-02-23") << 0;
        QTest::newRow("between") << QByteArray("2026-03-09") << 2;
    }

    void whatAListSaysOfADealThatIsThereChangesThatOne()
    {
        QFETCH(QByteArray, from);
        QFETCH(int, number);
        const QByteArray head = "Name,Department,Rate,From\n";
        CrewList known =
            read(head + "Nils,Electric,52,2026-03-02\n" + "Nils,Electric,54,2026-04-06\n").crew;
        known.deals[1].number = 1;

        const auto people = matchCrew(read(head + "Nils,Electric,60," + from + '\n'), known);
        const auto deals = mergedDeals(people.front().deals, people.front().person.id, known.deals);

        QCOMPARE(deals.size(), size_t(1));
        QCOMPARE(deals.front().number, number);
        QCOMPARE(deals.front().hourlyRate, Money(6000, Currency::Usd));
    }

    void whoIsNewHasTheirDealsInOrder()
    {
        const QByteArray head = "Name,Department,Rate,From\n";
        const CrewListImport list =
            read(head + "Nils,Electric,54,2026-04-06\n" + "Nils,Electric,52,2026-03-02\n");

        const auto records = crewRecords(ProductionId(std::array<quint8, 16>{1, 2, 3}), list, {});

        const ProductionId production(std::array<quint8, 16>{1, 2, 3});
        const PersonId nils = list.crew.people.front().id;
        const auto dealIn = [&](int number) {
            const auto found =
                std::ranges::find(records, dealId(production, nils, number), &WantedRecord::id);
            return *dealFromGroups(found->groups);
        };
        QCOMPARE(dealIn(0).from, QDate(2026, 3, 2));
        QCOMPARE(dealIn(1).from, QDate(2026, 4, 6));
        QCOMPARE(records.size(), size_t(5)); // and unit, department, person
    }

    // A further import of half a list takes nothing away.
    void recordsKeepWhatTheListDoesNotSay()
    {
        const ProductionId production(std::array<quint8, 16>{1, 2, 3});
        CrewList known =
            read("Name,Department,Unit,Position,Rate\nNils,Electric,Second,Gaffer,52\n").crew;
        known.departments.front().sortOrder = 7;

        const auto records =
            crewRecords(production, read("Name,Department,Guarantee\nNils,Electric,10\n"), known);

        QCOMPARE(records.size(), size_t(2));
        QCOMPARE(*personFromGroups(known.people.front().id, records[0].groups),
                 known.people.front());
        Deal deal = known.deals.front();
        deal.guarantee = Minutes(600);
        QCOMPARE(*dealFromGroups(records[1].groups), deal);
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
