#include "shared/rules/forecast.h"

#include "shared/rules/day_walk.h"
#include "shared/rules/fee_day.h"
#include "shared/rules/hourly_day.h"
#include "shared/rules/meal_rules.h"
#include "shared/rules/rest_rules.h"
#include "shared/rules/week_again.h"

#include <algorithm>

namespace film::rules {

namespace {

constexpr Minutes lookAhead{24 * 60};

// The day, as the pack or as the statute reads it, as it would be with a wrap at the moment.
PayDay endedAt(const RunningDay &running, const PayDay &read, Moment wrap)
{
    PayDay day = withEnds(read, read.call, std::max(wrap, read.call));
    if (running.mealUnderWay && running.mealUnderWay->from < day.wrap)
        day.meals.push_back({running.mealUnderWay->from, day.wrap, MealKind::Meal});
    std::erase_if(day.meals, [&](const MealSpan &meal) { return meal.in > day.wrap; });
    return day;
}

PayDay endedAt(const RunningDay &running, Moment wrap)
{
    return endedAt(running, running.day, wrap);
}

// The week up to the day under way, which is its last, and what the days before it come to.
struct WeekSoFar {
    WeekAgain week;
    Money before;
};

Result<WeekSoFar> weekSoFar(const RulePack &pack, const DealTerms &deal, const PayDay &today,
                            WeekInput days)
{
    Money before(0, pack.currency);
    if (!days.days.empty()) {
        const Result<WeekPay> pay = priceWeek(pack, deal, days, Sheet::Keep::Nothing);
        if (!pay)
            return fail(pay.error());
        before = pay->gross();
    }
    days.days.push_back(today);
    Result<WeekAgain> week = WeekAgain::of(pack, deal, std::move(days));
    if (!week)
        return fail(week.error());
    return WeekSoFar{*std::move(week), before};
}

// The same under the law below the pack, which may ask for more than the agreement does.
std::optional<WeekSoFar> statuteSoFar(const DealTerms &deal, const RunningDay &running)
{
    if (!running.statute)
        return std::nullopt;
    Result<WeekSoFar> least =
        weekSoFar(*running.statute, deal, endedAt(running, running.statuteDay, running.now),
                  running.statuteWeek);
    return least ? std::optional(*std::move(least)) : std::nullopt;
}

// What the day adds to its week: an hour of it may be the week's forty-first, or one that the
// week has guaranteed anyway.
Result<AheadCost> costAt(WeekSoFar &known, std::optional<WeekSoFar> &statute,
                         const RunningDay &running, Moment wrap)
{
    WeekAgain &week = known.week;
    const PayDay day = endedAt(running, wrap);
    const Result<const WeekPay *> pay = week.with(week.week().days.size() - 1, day);
    if (!pay)
        return fail(pay.error());
    const DayPay &today = (*pay)->days.back();
    const Currency currency = week.pack().currency;
    Money rest(0, currency);
    if (running.nextCall) {
        const auto next = priceNextRest(week.pack(), week.deal(), day, today.lastFactor,
                                        *running.nextCall, running.restRule);
        if (!next)
            return fail(next.error());
        if (*next)
            rest = (*next)->amount;
    }
    const Money own = today.rest ? today.rest->cost() : Money(0, currency);
    qint64 gross = (*pay)->gross().minorUnits();
    qint64 before = known.before.minorUnits();
    if (statute) {
        const auto least = statute->week.with(statute->week.week().days.size() - 1,
                                              endedAt(running, running.statuteDay, wrap));
        if (!least)
            return fail(least.error());
        gross = std::max(gross, (*least)->gross().minorUnits());
        before = std::max(before, statute->before.minorUnits());
    }
    const Money added(gross - before, currency);
    return AheadCost{wrap, added + rest, today.meals.penalty + own + rest};
}

// The day as it goes on, with the meals that are planned.
PayDay continued(const RunningDay &running)
{
    PayDay day = endedAt(running, running.now + lookAhead);
    for (const MealSpan &meal : running.plannedMeals) {
        if (meal.out >= running.now && (day.meals.empty() || meal.out >= day.meals.back().in))
            day.meals.push_back(meal);
    }
    return day;
}

void addMealsDue(const RulePack &pack, const RunningDay &running, std::vector<AheadEvent> &events)
{
    if (running.mealUnderWay)
        return;
    const std::vector<MealWait> waits = readMeals(pack, continued(running)).waits;
    for (size_t i = 0; i < waits.size(); ++i) {
        if (waits[i].ended < running.now)
            continue;
        events.push_back({.kind = AheadKind::MealDue,
                          .at = waits[i].due,
                          .factor = {},
                          .meal = i,
                          .after = waits[i].dueAfter->minutes(),
                          .rule = waits[i].dueAfter->index});
    }
}

Minutes plannedBefore(const RunningDay &running, Moment at)
{
    Minutes sum{0};
    for (const MealSpan &meal : running.plannedMeals) {
        if (meal.out >= running.now && meal.in <= at)
            sum += meal.in - meal.out;
    }
    return sum;
}

// Where overtime of the day's kind begins: behind the contracted hours.
void addOvertimeOfKind(const RulePack &pack, const DealTerms &deal, const RunningDay &running,
                       std::vector<AheadEvent> &events)
{
    const auto kind = pack.overtime->kinds.find(running.day.overtimeKind);
    const KindRules *ofDay = pack.rulesOf(running.day.kind);
    if (kind == pack.overtime->kinds.end() || !pack.contracted || (ofDay && ofDay->hourlyFactor))
        return;
    Minutes after = contractedMinutes(pack, running.day, deal);
    if (deal.additionalHour && pack.contracted->wrapOut)
        after += pack.contracted->wrapOut->minutes();
    events.push_back({.kind = AheadKind::NextTier,
                      .at = contractedStart(pack, running.day) + after,
                      .factor = kind->second.factor.value,
                      .after = after,
                      .isElapsed = true,
                      .rule = kind->second.factor.index});
}

// Where the factor rises if the day goes on.
void addTiers(const RulePack &pack, const DealTerms &deal, const RunningDay &running,
              std::vector<AheadEvent> &events)
{
    if (pack.pay != PayModel::Hourly && pack.pay != PayModel::DayFee)
        return;
    if (pack.overtime && !pack.overtime->kinds.empty()) {
        addOvertimeOfKind(pack, deal, running, events);
        return;
    }
    PayDay day = continued(running);
    if (running.mealUnderWay && !day.meals.empty()) // At best it ends now.
        day.meals.back().in = std::max(running.now, day.meals.back().out);
    const KindRules *kind = pack.rulesOf(day.kind);
    const std::vector<Tier> &tiers = kind && !kind->tiers.empty() ? kind->tiers : pack.tiers;
    const Moment origin = contractedStart(pack, day);
    const Minutes contracted = contractedMinutes(pack, day, deal);
    const std::vector<TimeSpan> spans = pack.contracted
        ? std::vector<TimeSpan>{{day.call, day.wrap}}
        : workSpans(day.call, day.wrap, readMeals(pack, day).unpaid);
    const WalkRules walk{.tiers = &tiers,
                         .origin = origin,
                         .contracted = contracted,
                         .floor = {},
                         .fixed = nullptr,
                         .hasClockTiers = pack.pay == PayModel::DayFee};
    Ratio factor;
    Minutes worked{0};
    for (const PaidSpan &span : walkDay(pack, day, spans, walk)) {
        if (span.from > running.now && factor < span.factor) {
            const bool isElapsed = pack.contracted.has_value();
            events.push_back({.kind = AheadKind::NextTier,
                              .at = span.from,
                              .factor = span.factor,
                              .after = isElapsed ? Minutes(span.from - origin) : worked,
                              .isElapsed = isElapsed,
                              .planned = plannedBefore(running, span.from),
                              .rule = span.parameter ? span.parameter->index : -1});
        }
        factor = span.factor;
        worked += span.length();
    }
}

void addRest(const RulePack &pack, const RunningDay &running, std::vector<AheadEvent> &events)
{
    if (!running.nextCall)
        return;
    PayDay next;
    next.clock = running.day.clock;
    next.call = *running.nextCall;
    next.restRule = running.restRule;
    const std::optional<RestAsked> asked = restAskedBefore(pack, next);
    if (!asked)
        return;
    events.push_back({.kind = AheadKind::WrapForRest,
                      .at = *running.nextCall - asked->required->minutes(),
                      .factor = {},
                      .after = asked->required->minutes(),
                      .rule = asked->required->index});
}

void addGuarantee(const RulePack &pack, const DealTerms &deal, const RunningDay &running,
                  std::vector<AheadEvent> &events)
{
    const Minutes least = leastPaid(pack, deal, running.day.kind);
    if (least == Minutes(0) || pack.pay != PayModel::Hourly)
        return;
    const Parameter *ofPack = pack.minimumCall ? &pack.minimumCall->of(running.day.kind) : nullptr;
    Minutes unpaid{0};
    for (const TimeSpan &span : readMeals(pack, endedAt(running, running.now)).unpaid)
        unpaid += span.to - span.from;
    for (const MealSpan &meal : running.plannedMeals) {
        if (meal.out >= running.now)
            unpaid += meal.in - meal.out;
    }
    events.push_back({.kind = AheadKind::GuaranteeEnds,
                      .at = running.day.call + least + unpaid,
                      .factor = {},
                      .after = least,
                      .rule = ofPack && least == ofPack->minutes() ? ofPack->index : -1});
}

// As long as a call is paid for at least, or an ordinary day of eight hours.
Minutes leastShift(const RulePack &pack, const DealTerms &deal)
{
    constexpr Minutes ordinary{8 * 60};
    const Minutes least = leastPaid(pack, deal, DayKind::Regular);
    return least > Minutes(0) ? least : ordinary;
}

// The first of each kind counts; a person's later ones of the same kind do not.
void addNext(const AheadEvent &event, std::vector<CohortForecast::Next> &next)
{
    const auto known = std::ranges::find(
        next, event.kind, [](const CohortForecast::Next &each) { return each.event.kind; });
    if (known == next.end())
        next.push_back({event, 1});
    else if (event.at < known->event.at)
        *known = {event, 1};
    else if (event.at == known->event.at)
        ++known->people;
}

} // namespace

Result<std::optional<NextRest>> priceNextRest(const RulePack &pack, const DealTerms &deal,
                                              const PayDay &day,
                                              const std::optional<Ratio> &lastFactor,
                                              Moment nextCall, const QString &restRule)
{
    if (pack.rest.empty() || nextCall < day.wrap)
        return std::nullopt;
    PayDay next;
    next.date = day.date.addDays(1);
    next.clock = day.clock;
    next.restRule = restRule;
    next.call = nextCall;
    next.wrap = nextCall;
    if (pack.pay == PayModel::Hourly)
        next.wrap += leastShift(pack, deal);
    next.previous = PreviousShift{day.wrap, lastFactor};
    const Result<DayPay> priced = priceDay(pack, deal, next, Sheet::Keep::Nothing);
    if (!priced)
        return fail(priced.error());
    const std::optional<RestAsked> asked = restAskedBefore(pack, next);
    if (!priced->rest || !asked)
        return std::nullopt;
    return NextRest{priced->rest->rest, priced->rest->required, priced->rest->cost(),
                    priced->rest->isFloor, asked->required->index};
}

Result<Forecast> forecastDay(const RulePack &pack, const DealTerms &deal, const RunningDay &running)
{
    Forecast forecast;
    Result<WeekSoFar> week = weekSoFar(pack, deal, endedAt(running, running.now), running.week);
    if (!week)
        return fail(week.error());
    std::optional<WeekSoFar> statute = statuteSoFar(deal, running);
    for (const Minutes later : {Minutes(0), Minutes(15), Minutes(30)}) {
        const Result<AheadCost> cost = costAt(*week, statute, running, running.now + later);
        if (!cost)
            return fail(cost.error());
        forecast.costs.push_back(*cost);
    }
    addMealsDue(pack, running, forecast.events);
    addTiers(pack, deal, running, forecast.events);
    addRest(pack, running, forecast.events);
    addGuarantee(pack, deal, running, forecast.events);
    std::erase_if(forecast.events, [&](const AheadEvent &event) { return event.at < running.now; });
    std::ranges::stable_sort(forecast.events, {}, &AheadEvent::at);
    return forecast;
}

CohortForecast forecastCohort(const std::vector<RunningMember> &cohort)
{
    CohortForecast all;
    for (const RunningMember &member : cohort) {
        Result<Forecast> one = forecastDay(*member.pack, member.deal, member.running);
        all.people.push_back({member.id, member.department, std::nullopt});
        if (!one) {
            ++all.unpriced;
            continue;
        }
        if (all.costs.empty()) {
            for (const AheadCost &cost : one->costs)
                all.costs.push_back(
                    {cost.wrap, Money(0, member.pack->currency), Money(0, member.pack->currency)});
        }
        for (size_t i = 0; i < all.costs.size(); ++i) {
            all.costs[i].gross = all.costs[i].gross + one->costs[i].gross;
            all.costs[i].penalties = all.costs[i].penalties + one->costs[i].penalties;
        }
        const Money more(one->costs.back().penalties.minorUnits()
                             - one->costs.front().penalties.minorUnits(),
                         member.pack->currency);
        const auto [sum, isNew] = all.penaltiesIn30.try_emplace(member.department, more);
        if (!isNew)
            sum->second = sum->second + more;
        for (const AheadEvent &event : one->events)
            addNext(event, all.next);
        all.people.back().forecast = std::move(*one);
    }
    std::ranges::stable_sort(all.next, {}, [](const auto &next) { return next.event.at; });
    return all;
}

} // namespace film::rules
