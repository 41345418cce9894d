#include "shared/rules/running_day.h"
#include "shared/rules/shipped_packs.h"

#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

const PayWeek week{QDate(2026, 5, 3)}; // Sunday
const QDate tuesday = week.first.addDays(2);

WeekPricer &pricer()
{
    static const PackShelf packs(readShippedPacks().packs);
    static WeekPricer pricer(packs);
    return pricer;
}

Deal dealUnder(const QString &pack)
{
    Deal deal;
    deal.hourlyRate = Money(4000, Currency::Usd);
    deal.rulePack = pack;
    return deal;
}

// Since seven, without a wrap.
WorkDay running()
{
    WorkDay day;
    day.key.date = tuesday;
    day.call = TimeField::at(420);
    return day;
}

RunningReading read(const std::vector<WorkDay> &days, const RunningAsked &asked,
                    const QString &pack = u"iatse-hba-tv"_s)
{
    const std::vector<Deal> deals{dealUnder(pack)};
    return readRunning(pricer(), deals, days, {"America/Los_Angeles"}, week, asked);
}

std::optional<Minutes> timeOf(const RunningReading &reading, AheadKind kind)
{
    const auto forecast =
        forecastDay(*reading.member->pack, reading.member->deal, reading.member->running);
    if (!forecast)
        return std::nullopt;
    const auto event = std::ranges::find(forecast->events, kind, &AheadEvent::kind);
    if (event == forecast->events.end())
        return std::nullopt;
    return reading.clock.wallTime(event->at);
}

} // namespace

class TestRunningDay : public QObject
{
    Q_OBJECT
private slots:
    void aDayWithoutAWrapIsUnderWay()
    {
        const RunningReading reading = read({running()}, {tuesday, Minutes(600)});

        QVERIFY(reading.member && !reading.noFigure);
        QCOMPARE(timeOf(reading, AheadKind::MealDue), std::optional(Minutes(780)));
        QCOMPARE(timeOf(reading, AheadKind::WrapForRest), std::nullopt);
    }

    void nobodyIsAtWorkBeforeTheCallAndAfterTheWrap()
    {
        WorkDay over = running();
        over.wrap = TimeField::at(900);
        for (const RunningReading &reading :
             {read({running()}, {tuesday, Minutes(419)}), read({over}, {tuesday, Minutes(950)}),
              read({running()}, {tuesday.addDays(1), Minutes(600)})})
            QVERIFY(!reading.member && !reading.noFigure);
    }

    void whatHasNoRuleSaysSo()
    {
        const RunningReading reading =
            read({running()}, {tuesday, Minutes(600)}, u"no-such-pack"_s);

        QVERIFY(!reading.member);
        QCOMPARE(reading.noFigure, std::optional(NoFigure::NoPack));
    }

    void tomorrowsCallSaysWhenToWrap()
    {
        const RunningReading reading =
            read({running()}, {tuesday, Minutes(600), Minutes(24 * 60 + 420)});

        QVERIFY(reading.member.has_value());
        QCOMPARE(timeOf(reading, AheadKind::WrapForRest), std::optional(Minutes(24 * 60 - 180)));
    }

    // Without a rule for a weekend nobody misses a night's rest over a day off.
    void aCallAfterADayOffAsksForNothing()
    {
        const RunningReading reading =
            read({running()}, {tuesday, Minutes(600), Minutes(2 * 24 * 60 + 420)});

        QVERIFY(reading.member.has_value());
        QVERIFY(!reading.member->running.nextCall);
    }

    void aMealUnderWayIsKnown()
    {
        WorkDay eating = running();
        eating.meals.push_back({TimeField::at(720), TimeField()});
        const RunningReading reading = read({eating}, {tuesday, Minutes(735)});

        QVERIFY(reading.member && reading.member->running.mealUnderWay);
        QCOMPARE(reading.clock.wallTime(reading.member->running.mealUnderWay->from), Minutes(720));
        QVERIFY(!read({eating}, {tuesday, Minutes(700)}).member->running.mealUnderWay);
    }

    // The sheet's first meal has been eaten already; only the second is still to come.
    void mealsThatWereEnteredAreNotPlannedAnyMore()
    {
        WorkDay fed = running();
        fed.meals.push_back({TimeField::at(720), TimeField::at(750)});
        RunningAsked asked{tuesday, Minutes(800)};
        asked.plannedMeals = {{TimeField::at(760), TimeField::at(790)},
                              {TimeField::at(1100), TimeField::at(1130)}};

        const RunningReading reading = read({fed}, asked);

        QVERIFY(reading.member.has_value());
        const std::vector<MealSpan> &planned = reading.member->running.plannedMeals;
        QCOMPARE(planned.size(), size_t(1));
        QCOMPARE(reading.clock.wallTime(planned[0].out), Minutes(1100));
    }

    // Friday's hours are past the week's forty.
    void theDaysBeforeAreItsWeek()
    {
        std::vector<WorkDay> days;
        for (int i = 1; i <= 4; ++i) {
            WorkDay day = running();
            day.key.date = week.first.addDays(i);
            day.wrap = TimeField::at(1020);
            days.push_back(day);
        }
        WorkDay friday = running();
        friday.key.date = week.first.addDays(5);
        days.push_back(friday);

        const RunningReading reading = read(days, {friday.key.date, Minutes(1020)}, u"us-flsa"_s);

        QVERIFY(reading.member.has_value());
        const auto forecast =
            forecastDay(*reading.member->pack, reading.member->deal, reading.member->running);
        QVERIFY(forecast.has_value());
        QCOMPARE(forecast->costs[0].gross, Money(10 * 6000, Currency::Usd));
    }

    // The agreement has no overtime; the law asks for half again past forty hours, so that is what
    // another half hour on Friday costs.
    void theStatuteIsUnderTheForecast()
    {
        RulePack poor = *pricer().shelf().choose(u"iatse-hba-tv@2024", week.first).pack;
        poor.id = u"poor"_s;
        poor.floor = u"us-flsa"_s;
        poor.tiers.resize(1); // never any overtime
        poor.kinds.clear();
        poor.meals = {};
        std::vector<RulePack> packs = pricer().shelf().packs();
        packs.push_back(poor);
        const PackShelf shelf(packs);
        WeekPricer own(shelf);
        std::vector<WorkDay> days;
        for (int i = 1; i <= 5; ++i) {
            WorkDay day = running();
            day.key.date = week.first.addDays(i);
            if (i < 5)
                day.wrap = TimeField::at(1020);
            days.push_back(day);
        }
        const std::vector<Deal> deals{dealUnder(u"poor"_s)};

        const RunningReading reading = readRunning(own, deals, days, {"America/Los_Angeles"}, week,
                                                   {week.first.addDays(5), Minutes(1020)});

        QVERIFY(reading.member && reading.pay);
        const auto forecast =
            forecastDay(*reading.member->pack, reading.member->deal, reading.member->running);
        QVERIFY(forecast.has_value());
        const qint64 halfHour =
            forecast->costs[2].gross.minorUnits() - forecast->costs[0].gross.minorUnits();
        QCOMPARE(halfHour, qint64(3000)); // half an hour at 40.00 and half again
    }

    // The first unit's part is over, the second's goes on.
    void aSecondUnitsPartOfTheDayIsUnderWay()
    {
        WorkDay first = running();
        first.wrap = TimeField::at(660);
        WorkDay second = running();
        second.key.unit = UnitId(std::array<quint8, 16>{2});
        second.call = TimeField::at(900); // so late that what lies between is off the clock
        const RunningReading reading = read({first, second}, {tuesday, Minutes(1080)});

        QVERIFY(reading.member && reading.pay);
        QCOMPARE(reading.pay->workedExact, Minutes(240 + 180));
        const auto forecast =
            forecastDay(*reading.member->pack, reading.member->deal, reading.member->running);
        QVERIFY(forecast.has_value());
        QVERIFY(forecast->costs[2].gross.minorUnits() >= forecast->costs[0].gross.minorUnits());
    }
};

QTEST_GUILESS_MAIN(TestRunningDay)
#include "tst_running_day.moc"
