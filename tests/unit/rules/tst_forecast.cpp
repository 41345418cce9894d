#include "shared/rules/forecast.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/shipped_packs.h"
#include "shared/rules/what_if.h"

#include <QTest>

#include <algorithm>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

const QDate monday(2026, 5, 4);

const PackShelf &shelf()
{
    static const PackShelf packs(readShippedPacks().packs);
    return packs;
}

const RulePack &pack(QStringView name)
{
    const RulePack *found = shelf().choose(name, monday).pack;
    Q_ASSERT(found);
    return *found;
}

DealTerms hourly(int minorUnits)
{
    DealTerms deal;
    deal.hourly = Ratio(minorUnits);
    return deal;
}

// Times are minutes from midnight on a clock without changes.
PayDay dayFrom(int call, int wrap, std::vector<std::pair<int, int>> meals = {})
{
    PayDay day;
    day.date = monday;
    day.clock = DayClock(monday, QTimeZone("UTC"));
    day.call = day.clock.firstAt(Minutes(call));
    day.wrap = day.clock.firstAt(Minutes(wrap));
    for (const auto &[out, in] : meals)
        day.meals.push_back({day.clock.firstAt(Minutes(out)), day.clock.firstAt(Minutes(in))});
    return day;
}

RunningDay runningAt(PayDay day, int now)
{
    RunningDay running;
    running.now = day.clock.firstAt(Minutes(now));
    running.day = std::move(day);
    return running;
}

CohortMember member(const QString &department, const RulePack &pack, const DealTerms &deal,
                    std::vector<PayDay> days)
{
    CohortMember member{department, department, &pack, deal, {}, days.back().date};
    member.week.days = std::move(days);
    return member;
}

// Ten hours with a meal in time, so many days after Monday.
PayDay plainDay(int after, int wrap = 1050)
{
    PayDay day = dayFrom(420, wrap, {{780, 810}});
    const Minutes later{after * 24 * 60};
    day.date = monday.addDays(after);
    day.clock = DayClock(day.date, QTimeZone("UTC"));
    day.call += later;
    day.wrap += later;
    day.meals[0].out += later;
    day.meals[0].in += later;
    return day;
}

std::optional<Minutes> timeOf(const Forecast &forecast, const DayClock &clock, AheadKind kind)
{
    const auto event = std::ranges::find(forecast.events, kind, &AheadEvent::kind);
    if (event == forecast.events.end())
        return std::nullopt;
    return clock.wallTime(event->at);
}

} // namespace

class TestForecast : public QObject
{
    Q_OBJECT
private slots:
    void theNextMealIsDueSixHoursAfterTheCall()
    {
        const RunningDay running = runningAt(dayFrom(420, 0), 600);

        const Result<Forecast> forecast =
            forecastDay(pack(u"iatse-hba-tv@2024"), hourly(4000), running);

        QVERIFY(forecast.has_value());
        QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::MealDue),
                 std::optional(Minutes(780)));
    }

    // Each event stands exactly where the engine begins to pay for it.
    void aPenaltyBeginsRightAfterTheTimeThatIsSaid()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const RunningDay running = runningAt(dayFrom(420, 0), 600);
        const Result<Forecast> forecast = forecastDay(rules, hourly(4000), running);
        QVERIFY(forecast.has_value());
        const Minutes due = *timeOf(*forecast, running.day.clock, AheadKind::MealDue);

        const Result<DayPay> inTime = priceDay(rules, hourly(4000), dayFrom(420, due.count()));
        const Result<DayPay> late = priceDay(rules, hourly(4000), dayFrom(420, due.count() + 1));

        QVERIFY(inTime && late);
        QCOMPARE(inTime->meals.penaltyCount, 0);
        QCOMPARE(late->meals.penaltyCount, 1);
    }

    void aFactorBeginsRightAfterTheTimeThatIsSaid()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const RunningDay running = runningAt(dayFrom(420, 0, {{720, 750}}), 800);
        const Result<Forecast> forecast = forecastDay(rules, hourly(4000), running);
        QVERIFY(forecast.has_value());
        const auto tier =
            std::ranges::find(forecast->events, AheadKind::NextTier, &AheadEvent::kind);
        QVERIFY(tier != forecast->events.end());
        QCOMPARE(running.day.clock.wallTime(tier->at), Minutes(930));
        QCOMPARE(tier->factor, Ratio::of(3, 2));
        QCOMPARE(tier->after, Minutes(480));

        const Result<DayPay> after = priceDay(rules, hourly(4000), dayFrom(420, 936, {{720, 750}}));

        QVERIFY(after.has_value());
        QCOMPARE(after->paid.back().factor, Ratio::of(3, 2));
        QCOMPARE(after->paid.back().minutes, Minutes(6));
    }

    void theLastWrapKeepsTomorrowsRest()
    {
        RunningDay running = runningAt(dayFrom(420, 0), 900);
        running.nextCall = running.day.clock.firstAt(Minutes(24 * 60 + 300));

        const Result<Forecast> forecast =
            forecastDay(pack(u"iatse-hba-tv@2024"), hourly(5200), running);

        QVERIFY(forecast.has_value());
        QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::WrapForRest),
                 std::optional(Minutes(1140)));
    }

    // After five days of work 54 hours are due: Monday 07:00 is kept free by a wrap at Saturday
    // 01:00, which is 25:00 of the Friday.
    void theLastWrapKeepsTheRestOfTheWeekend()
    {
        RunningDay running = runningAt(dayFrom(420, 0), 900);
        running.nextCall = running.day.clock.firstAt(Minutes(3 * 24 * 60 + 420));
        running.restRule = u"weekend5"_s;
        const RulePack &rules = pack(u"iatse-hba-tv@2024");

        const Result<Forecast> forecast = forecastDay(rules, hourly(4000), running);
        PayDay late = dayFrom(420, 25 * 60 + 30, {{780, 810}, {1140, 1170}});
        const auto weekend =
            priceNextRest(rules, hourly(4000), late, Ratio(1), *running.nextCall, running.restRule);
        const auto ordinary = priceNextRest(rules, hourly(4000), late, Ratio(1), *running.nextCall);

        QVERIFY(forecast.has_value());
        QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::WrapForRest),
                 std::optional(Minutes(25 * 60)));
        QVERIFY(weekend && *weekend && ordinary && *ordinary);
        QCOMPARE((*weekend)->required, Minutes(3240));
        QCOMPARE((*weekend)->amount, Money(4000, Currency::Usd)); // half an hour at twice 40.00
        QCOMPARE((*ordinary)->amount, Money(0, Currency::Usd));
    }

    // SAG-AFTRA: 56 hours after five days, 54 if the call is not before 06:00.
    void aLateCallAsksForLessRestAhead()
    {
        DealTerms deal;
        deal.dayRate = Ratio(124'600);
        RunningDay running = runningAt(dayFrom(420, 0), 900);
        running.restRule = u"weekend5"_s;
        for (const auto &[call, lastWrap] : {std::pair{360, 24 * 60}, {330, 21 * 60 + 30}}) {
            running.nextCall = running.day.clock.firstAt(Minutes(3 * 24 * 60 + call));

            const Result<Forecast> forecast = forecastDay(pack(u"sag-tt-day@2025"), deal, running);

            QVERIFY(forecast.has_value());
            QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::WrapForRest),
                     std::optional(Minutes(lastWrap)));
        }
    }

    void aWrapTooLateForTomorrowCostsMore()
    {
        const RulePack &rules = pack(u"nl-2025@3");
        PayDay day = dayFrom(420, 1170, {{780, 810}});

        const auto rest = priceNextRest(rules, hourly(5200), day, Ratio(1),
                                        day.clock.firstAt(Minutes(24 * 60 + 300)));

        QVERIFY(rest && *rest);
        QCOMPARE((*rest)->rest, Minutes(570));
        QCOMPARE((*rest)->amount, Money(2600, Currency::Usd)); // half an hour at 52.00
    }

    void theCostOfGoingOnIsTheCostOfWrappingThen()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const RunningDay running = runningAt(dayFrom(420, 0, {{720, 750}}), 930);

        const Result<Forecast> forecast = forecastDay(rules, hourly(4000), running);

        QVERIFY(forecast.has_value());
        QCOMPARE(forecast->costs.size(), size_t(3));
        QCOMPARE(forecast->costs[0].gross, Money(32000, Currency::Usd));
        QCOMPARE(forecast->costs[2].gross, Money(35000, Currency::Usd)); // 0.5 h at 60.00
        QCOMPARE(forecast->costs[2].penalties, Money(0, Currency::Usd));
    }

    void aMealUnderWayIsOffTheClock()
    {
        RunningDay running = runningAt(dayFrom(420, 0), 790);
        running.mealUnderWay = TimeSpan{running.day.clock.firstAt(Minutes(720)), running.now};

        const Result<Forecast> forecast =
            forecastDay(pack(u"iatse-hba-tv@2024"), hourly(4000), running);

        QVERIFY(forecast.has_value());
        QVERIFY(!timeOf(*forecast, running.day.clock, AheadKind::MealDue));
    }

    void theUkDayLooksAheadByElapsedHours()
    {
        DealTerms deal;
        deal.dayRate = Ratio(25000);
        const RunningDay running = runningAt(dayFrom(480, 0, {{780, 840}}), 900);

        const Result<Forecast> forecast = forecastDay(pack(u"uk-pact-tv@2023"), deal, running);

        QVERIFY(forecast.has_value());
        QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::NextTier),
                 std::optional(Minutes(1140)));
    }

    void theAdditionalHourPutsOvertimeOff()
    {
        DealTerms deal;
        deal.dayRate = Ratio(25'000);
        deal.additionalHour = true;
        const RunningDay running = runningAt(dayFrom(480, 0, {{780, 840}}), 1000);

        const Result<Forecast> forecast = forecastDay(pack(u"uk-pact-tv@2023"), deal, running);

        QVERIFY(forecast.has_value());
        // 11 h and the additional one: 20:00.
        QCOMPARE(timeOf(*forecast, running.day.clock, AheadKind::NextTier),
                 std::optional(Minutes(1200)));
    }

    void cameraOvertimeBeginsBehindTheContractedHours()
    {
        DealTerms deal;
        deal.weekRate = Ratio(220'000);
        PayDay day = dayFrom(360, 0, {{780, 840}});
        day.unitCall = day.clock.firstAt(Minutes(420));
        day.overtimeKind = OvertimeKind::Camera;
        const RunningDay running = runningAt(day, 1000);

        const Result<Forecast> forecast = forecastDay(pack(u"uk-mmp@2021"), deal, running);

        QVERIFY(forecast.has_value());
        const auto tier =
            std::ranges::find(forecast->events, AheadKind::NextTier, &AheadEvent::kind);
        QVERIFY(tier != forecast->events.end());
        QCOMPARE(running.day.clock.wallTime(tier->at), Minutes(1140)); // 12 h after the unit's call
        QCOMPARE(tier->factor, Ratio(2));
    }

    void movingTheWrapOfManyIsTheirSum()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        std::vector<CohortMember> cohort;
        for (int i = 0; i < 3; ++i)
            cohort.push_back(member(i == 0 ? u"Camera"_s : u"Grip"_s, rules, hourly(4000),
                                    {dayFrom(420, 930, {{720, 750}})}));

        const CohortCost now = priceCohort(cohort);
        CohortChange later;
        later.moveWrap = Minutes(60);
        const CohortCost then = priceCohort(cohort, later);

        QCOMPARE(now.total, Money(3 * 32000, Currency::Usd));
        QCOMPARE(then.total, Money(3 * 38000, Currency::Usd));
        QCOMPARE(then.byDepartment.at(u"Grip"_s), Money(2 * 38000, Currency::Usd));
        QCOMPARE(then.unpriced, 0);
    }

    void peopleWhoComeAsWellAreChangedToo()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const CohortMember one =
            member(u"Grip"_s, rules, hourly(4000), {dayFrom(420, 930, {{720, 750}})});
        CohortChange change;
        change.moveWrap = Minutes(60);
        change.add = {one, one};

        QCOMPARE(priceCohort({one}, change).total, Money(3 * 38000, Currency::Usd));
        QCOMPARE(priceCohort({}, change).total, Money(2 * 38000, Currency::Usd));
    }

    // Two have a meal due at 13:00, one an hour earlier.
    void whatIsAheadOfManyIsTheFirstOfEachKind()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        std::vector<RunningMember> cohort;
        for (const int call : {420, 360, 420})
            cohort.push_back({call == 360 ? u"Grip"_s : u"Camera"_s, &rules, hourly(4000),
                              runningAt(dayFrom(call, call + 60), 700)});

        const CohortForecast early = forecastCohort(cohort);
        cohort.erase(cohort.begin() + 1);
        const CohortForecast rest = forecastCohort(cohort);

        const auto meal = [&](const CohortForecast &forecast) {
            return *std::ranges::find(forecast.next, AheadKind::MealDue,
                                      [](const auto &next) { return next.event.kind; });
        };
        const DayClock &clock = cohort.front().running.day.clock;
        QCOMPARE(meal(early).event.at, clock.firstAt(Minutes(720)));
        QCOMPARE(meal(early).people, 1);
        QCOMPARE(meal(rest).event.at, clock.firstAt(Minutes(780)));
        QCOMPARE(meal(rest).people, 2);
        QCOMPARE(early.unpriced, 0);
        // In half an hour the early one's meal is ten minutes late.
        QCOMPARE(early.penaltiesIn30.at(u"Grip"_s), Money(750, Currency::Usd));
        QCOMPARE(early.penaltiesIn30.at(u"Camera"_s), Money(0, Currency::Usd));
        QCOMPARE(early.costs.at(2).penalties, Money(750, Currency::Usd));
    }

    // Each as alone, in the order given; who has no figure is named and in no sum.
    void aheadOfManyIsAlsoSaidOfEach()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        RunningMember maya{u"Camera"_s, &rules, hourly(4000), runningAt(dayFrom(420, 0), 770),
                           u"maya"_s};
        RunningMember otto{u"Grip"_s, &rules, hourly(5000),
                           runningAt(dayFrom(360, 0, {{780, 810}}), 900), u"otto"_s};
        RunningMember nobody = maya;
        nobody.id = u"nobody"_s;
        nobody.running.day.meals = {{nobody.running.day.call, nobody.running.day.call}};
        nobody.running.day.meals[0].out -= Minutes(60); // a meal before the call

        const CohortForecast all = forecastCohort({maya, nobody, otto});

        QCOMPARE(all.people.size(), size_t(3));
        QCOMPARE(all.people[1].id, u"nobody"_s);
        QVERIFY(!all.people[1].forecast);
        QCOMPARE(all.unpriced, 1);
        const Result<Forecast> alone = forecastDay(rules, hourly(5000), otto.running);
        QVERIFY(alone && all.people[2].forecast);
        QCOMPARE(all.people[2].forecast->events, alone->events);
        for (size_t i = 0; i < all.costs.size(); ++i)
            QCOMPARE(all.people[0].forecast->costs[i].gross + alone->costs[i].gross,
                     all.costs[i].gross);
    }

    // A lunch moved out of the day is no day, and is not priced as if nothing had happened.
    void whatCannotBeIsCounted()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const std::vector<CohortMember> cohort{
            member(u"Grip"_s, rules, hourly(4000), {dayFrom(420, 930, {{720, 750}})})};
        CohortChange change;
        change.moveMeals = Minutes(600);

        const CohortCost cost = priceCohort(cohort, change);

        QCOMPARE(cost.unpriced, 1);
        QCOMPARE(cost.total, Money(0, Currency::Usd));
    }

    // An hour of Friday is one of the week's: past forty, or guaranteed anyway.
    void aLaterWrapCountsInItsWeek_data()
    {
        QTest::addColumn<QString>("pack");
        QTest::addColumn<int>("hourly");
        QTest::addColumn<int>("more");
        QTest::addColumn<int>("byTheWeek");

        // 2 h past forty at 20.00 x1.5; the pack's days know no overtime.
        QTest::newRow("statute") << u"us-flsa@1"_s << 2000 << 6000 << 0;
        // 61 pay hours are guaranteed, 5 x (8 + 2 x 1.5) = 55 and then 58 are earned.
        QTest::newRow("guarantee") << u"iatse-cume54@2024"_s << 4000 << 0 << 0;
        QTest::newRow("on call") << u"iatse-oncall@2024"_s << 0 << 0 << 1;
    }

    void aLaterWrapCountsInItsWeek()
    {
        QFETCH(QString, pack);
        QFETCH(int, hourly);
        QFETCH(int, more);
        QFETCH(int, byTheWeek);
        DealTerms deal;
        if (hourly > 0)
            deal.hourly = Ratio(hourly);
        else
            deal.weekRate = Ratio(300'000);
        const CohortMember crew =
            member(u"Grip"_s, ::pack(pack), deal,
                   {plainDay(0), plainDay(1), plainDay(2), plainDay(3), plainDay(4)});
        CohortChange change;
        change.moveWrap = Minutes(120);

        const CohortCost now = priceCohort({crew});
        const CohortCost then = priceCohort({crew}, change);

        QCOMPARE(now.unpriced + then.unpriced, 0);
        QVERIFY(now.total.minorUnits() > 0);
        QCOMPARE(then.total.minorUnits() - now.total.minorUnits(), qint64(more));
        QCOMPARE(then.byTheWeek, byTheWeek);
    }

    // Monday ends at 2x at 23:30; Tuesday at 07:00 has 7.5 h of rest and goes on at 2x. An hour
    // earlier the rest is short by 1.5 h only, which are paid instead.
    void anEarlierWrapGivesTheNextDayItsRest()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        PayDay late = dayFrom(600, 23 * 60 + 30, {{960, 990}, {1320, 1350}});
        PayDay next = plainDay(1);
        next.previous = PreviousShift{late.wrap, std::nullopt};
        CohortMember crew = member(u"Grip"_s, rules, hourly(4000), {late, next});
        crew.date = monday;
        CohortPricer pricer({crew});
        CohortChange earlier;
        earlier.moveWrap = Minutes(-60);

        const CohortCost now = pricer.price();
        const CohortCost then = pricer.price(earlier);
        const CohortCost again = pricer.price();

        // 12.5 h, then 10 h at 2x; 11.5 h, then 10 h and 1.5 h of rest at 80.00.
        QCOMPARE(now.total, Money(60000 + 80000, Currency::Usd));
        QCOMPARE(now.penalties, Money(80000 - 44000, Currency::Usd));
        QCOMPARE(then.total, Money(53000 + 44000 + 12000, Currency::Usd));
        QCOMPARE(then.penalties, Money(12000, Currency::Usd));
        QCOMPARE(again.total, now.total);
    }

    // The shift after the week is one too.
    void theRestAfterTheWeekCounts()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        CohortMember crew = member(u"Grip"_s, rules, hourly(4000), {plainDay(0, 1260)});
        crew.dayAfter = plainDay(1);
        crew.dayAfter->previous = PreviousShift{crew.week.days[0].wrap, std::nullopt};
        CohortChange change;
        change.moveWrap = Minutes(60);

        const CohortCost now = priceCohort({crew});
        const CohortCost then = priceCohort({crew}, change);

        QCOMPARE(now.penalties.minorUnits(), qint64(750 + 1000 + 1250)); // the second meal
        QCOMPARE(then.penalties.minorUnits() - now.penalties.minorUnits(),
                 qint64(1250 + 2500 + 8000)); // an hour of rest, too
        change.moveWrap = Minutes(11 * 60);
        QCOMPARE(priceCohort({crew}, change).unpriced, 1);
    }

    // Called again three hours after the wrap: no rest, one shift (pay-rules 3.2).
    void aWrapMovedToTheNextCallGoesOnIntoIt()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        PayDay next = dayFrom(24 * 60 + 60, 24 * 60 + 120);
        next.date = monday.addDays(1);
        PayDay day = dayFrom(720, 1200, {{1020, 1050}});
        next.previous = PreviousShift{day.wrap, std::nullopt};
        CohortMember crew = member(u"Grip"_s, rules, hourly(4000), {day, next});
        crew.date = monday;
        CohortChange change;
        change.moveWrap = Minutes(120);

        const CohortCost cost = priceCohort({crew}, change);

        // 12:00 to 02:00 without the meal: 8 h, 4 h at 1.5x and 1.5 h at 2x; 8.5 h without a
        // second meal are five half hours late.
        QCOMPARE(cost.unpriced, 0);
        QCOMPARE(cost.total.minorUnits(), qint64(32000 + 24000 + 12000 + 4250 + 2500));
    }

    // Past the two hours that have a price the stake does not fall to nothing.
    void aDeepInvasionAheadHasAPrice()
    {
        const RulePack &rules = pack(u"iatse-hba-tv@2024");
        const PayDay day = dayFrom(420, 1380, {{780, 810}, {1140, 1170}});

        const auto small = priceNextRest(rules, hourly(4000), day, Ratio(2),
                                         day.clock.firstAt(Minutes(24 * 60 + 420)));
        const auto deep = priceNextRest(rules, hourly(4000), day, Ratio(2),
                                        day.clock.firstAt(Minutes(24 * 60 + 419)));

        QVERIFY(small && *small && deep && *deep);
        QCOMPARE((*small)->amount, Money(16000, Currency::Usd));
        QVERIFY((*deep)->carriesOn);
        QCOMPARE((*deep)->amount, Money(8 * 4000, Currency::Usd)); // the least call at 2x
    }

    // What today adds to its week: Friday's hours are past forty.
    void theForecastCountsInItsWeek()
    {
        RunningDay running;
        running.day = plainDay(4);
        running.now = running.day.wrap;
        running.week.days = {plainDay(0), plainDay(1), plainDay(2), plainDay(3)};

        const Result<Forecast> forecast = forecastDay(pack(u"us-flsa@1"), hourly(2000), running);

        QVERIFY(forecast.has_value());
        QCOMPARE(forecast->costs[0].gross, Money(10 * 3000, Currency::Usd));
        QCOMPARE(forecast->costs[2].gross, Money(10 * 3000 + 1500, Currency::Usd));
    }
};

QTEST_GUILESS_MAIN(TestForecast)
#include "tst_forecast.moc"
