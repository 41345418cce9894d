#include "shared/domain/deals.h"
#include "shared/domain/records.h"

#include <QTest>

#include <algorithm>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

const ProductionId production(std::array<quint8, 16>{7});
const QDate monday(2026, 5, 4);

Deal dealFrom(QDate from, QDate to = {}, quint8 person = 1)
{
    Deal deal;
    deal.person = PersonId(std::array<quint8, 16>{person});
    deal.hourlyRate = Money(4000, Currency::Usd);
    deal.from = from;
    deal.to = to;
    return deal;
}

} // namespace

class TestDeals : public QObject
{
    Q_OBJECT
private slots:
    void theDealThatBeganLastIsInForce()
    {
        const std::vector<Deal> deals{dealFrom({}), dealFrom(monday, monday.addDays(1)),
                                      dealFrom(monday.addDays(3))};

        QCOMPARE(dealInForce(deals, monday.addDays(-1)), &deals[0]);
        QCOMPARE(dealInForce(deals, monday), &deals[1]);
        QCOMPARE(dealInForce(deals, monday.addDays(1)), &deals[1]);
        QCOMPARE(dealInForce(deals, monday.addDays(2)), &deals[0]); // goes on beneath
        QCOMPARE(dealInForce(deals, monday.addDays(3)), &deals[2]);
        QCOMPARE(dealInForce(std::span(deals).subspan(2), monday), nullptr);
    }

    // Every computer has them in an order of its own.
    void ofTwoThatBeganTogetherTheOrderSaysNothing()
    {
        const Deal open = dealFrom(monday);
        const Deal forAWhile = dealFrom(monday, monday.addDays(4));
        Deal dearer = open;
        dearer.hourlyRate = Money(5000, Currency::Usd);
        Deal ofAnotherPack = dearer;
        ofAnotherPack.rulePack = u"uk-pact-tv"_s;
        std::vector<Deal> deals{dearer, open, ofAnotherPack, forAWhile};
        const std::vector<Deal> listed = deals;

        for (size_t i = 0; i < deals.size(); ++i) {
            std::ranges::rotate(deals, deals.begin() + 1);
            QCOMPARE(*dealInForce(deals, monday), forAWhile);
            QCOMPARE(*dealInForce(deals, monday.addDays(5)), ofAnotherPack);
        }
        const std::vector<Deal> two{open, dearer}, turned{dearer, open};
        QCOMPARE(*dealInForce(two, monday), dearer);
        QCOMPARE(*dealInForce(turned, monday), dearer);
        const PayWeek week{QDate(2026, 5, 3)};
        bringToFront(deals, week);
        QCOMPARE(*dealInForce(deals, monday), *dealInForce(listed, monday));
    }

    void whatStandsForAWeekIsInForceAtItsEnd()
    {
        const PayWeek week{QDate(2026, 5, 3)};
        std::vector<Deal> deals{dealFrom({}, monday),
                                dealFrom(monday.addDays(1), monday.addDays(3)),
                                dealFrom(monday.addDays(30))};

        bringToFront(deals, week);

        QCOMPARE(deals.front().from, monday.addDays(1));
        QCOMPARE(deals.size(), size_t(3));
    }

    void aDealStandsForAPersonOnEveryDate()
    {
        const std::vector<Deal> deals{dealFrom(monday.addDays(20)),
                                      dealFrom(monday.addDays(10), monday.addDays(12)),
                                      dealFrom(monday, monday.addDays(1)), dealFrom({}, {}, 2)};
        const PersonId person = deals.front().person;
        const auto dealOn = [&](QDate date) { return currentDeal(deals, person, date); };

        QCOMPARE(dealOn(monday.addDays(-1)), &deals[2]); // the one that comes
        QCOMPARE(dealOn(monday.addDays(1)), &deals[2]);
        QCOMPARE(dealOn(monday.addDays(2)), &deals[1]);
        QCOMPARE(dealOn(monday.addDays(30)), &deals[0]);
        const auto ended = std::span(deals).subspan(1);
        QCOMPARE(currentDeal(ended, person, monday.addDays(30)), &deals[1]); // the last one
        QCOMPARE(currentDeal(deals, PersonId(std::array<quint8, 16>{3}), monday), nullptr);
    }

    void aDealHasTheIdThatItsNumberMakes()
    {
        const Deal deal = dealFrom(monday);
        const GroupMap groups = toGroups(deal);

        for (const int number : {0, 1, dealsOfPersonMax - 1})
            QVERIFY(checkRecord(production, EntityType::Deal,
                                dealId(production, deal.person, number), groups));
        QCOMPARE(dealNumber(production, deal.person, dealId(production, deal.person, 31)), 31);
        const PersonId other(std::array<quint8, 16>{2});
        QVERIFY(!checkRecord(production, EntityType::Deal, dealId(production, other), groups));
        QVERIFY(!dealNumber(production, deal.person, dealId(production, other)));
        QVERIFY(!checkRecord(production, EntityType::Deal, EntityId(), groups));
        QCOMPARE(dealId(production, deal.person), dealId(production, deal.person, 0));
        QVERIFY(dealId(production, deal.person, 1) != dealId(production, deal.person, 2));
    }
};

QTEST_APPLESS_MAIN(TestDeals)
#include "tst_deals.moc"
