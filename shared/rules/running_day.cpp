#include "shared/rules/running_day.h"

#include <algorithm>

namespace film::rules {

namespace {

constexpr Minutes dayOfRunning{24 * 60};

bool isUnderWay(const WorkDay &day, const RunningAsked &asked)
{
    return day.key.date == asked.date && day.call.isKnown() && !day.wrap.isKnown()
        && asked.now >= day.call.minutes();
}

// Those of the sheet that nobody has entered yet.
std::vector<MealSpan> mealsToCome(const WorkDay &day, const RunningAsked &asked,
                                  const DayClock &clock)
{
    std::vector<MealSpan> meals;
    for (size_t i = day.meals.size(); i < asked.plannedMeals.size(); ++i) {
        const Meal &meal = asked.plannedMeals[i];
        if (meal.out.isKnown() && meal.in.isKnown() && meal.out.minutes() < meal.in.minutes())
            meals.push_back({clock.firstAt(meal.out.minutes()), clock.firstAt(meal.in.minutes())});
    }
    return meals;
}

// With a day off between, a night's rest cannot be missed; that of a weekend can.
void addNextCall(RunningDay &running, const RulePack &pack, std::span<const WorkDay> days,
                 const RunningAsked &asked)
{
    if (!asked.nextCall)
        return;
    const int after = *asked.nextCall / dayOfRunning;
    const QString rule = restRuleBefore(pack, days, asked.date.addDays(after));
    if (after >= 2 && rule.isEmpty())
        return;
    running.nextCall = running.day.clock.firstAt(*asked.nextCall);
    running.restRule = rule;
}

// The law below the pack sees the same day, and those before it, in its own way.
void addStatute(RunningDay &running, const DealPart &part, QDate date)
{
    const auto day = std::ranges::find(part.statuteWeek.days, date, &PayDay::date);
    if (!part.statute || day == part.statuteWeek.days.end())
        return;
    running.statute = part.statute;
    running.statuteDay = *day;
    running.statuteWeek = part.statuteWeek;
    std::erase_if(running.statuteWeek.days,
                  [date](const PayDay &other) { return other.date >= date; });
}

} // namespace

RunningReading readRunning(WeekPricer &pricer, std::span<const Deal> deals,
                           std::span<const WorkDay> days, const ProductionFacts &production,
                           const PayWeek &week, const RunningAsked &asked)
{
    RunningReading reading;
    std::vector<WorkDay> untilNow(days.begin(), days.end());
    const auto entered = std::ranges::find_if(
        untilNow, [&asked](const WorkDay &day) { return isUnderWay(day, asked); });
    if (entered == untilNow.end())
        return reading;
    const WorkDay before = *entered;
    const bool isAtMeal = !before.meals.empty() && before.meals.back().out.isKnown()
        && before.meals.back().in.isUnknown() && before.meals.back().out.minutes() <= asked.now;
    entered->wrap = WallTime{asked.now};
    PersonWeekPay priced = pricer.price(deals, untilNow, week, production, asked.keep);
    const auto day = std::ranges::find(priced.input.days, asked.date, &PayDay::date);
    if (priced.noFigure || day == priced.input.days.end()) {
        reading.noFigure = priced.noFigure.value_or(NoFigure::Impossible);
        return reading;
    }
    reading.clock = day->clock;
    const DealPart &part = priced.partOf(asked.date);
    RunningDay running;
    running.day = *day;
    running.now = day->wrap;
    running.plannedMeals = mealsToCome(before, asked, day->clock);
    running.week = priced.input;
    std::erase_if(running.week.days, [&](const PayDay &other) {
        return other.date >= asked.date || priced.partOf(other.date).pack != part.pack;
    });
    addStatute(running, part, asked.date);
    addNextCall(running, *part.pack, untilNow, asked);
    if (isAtMeal)
        running.mealUnderWay =
            TimeSpan{day->clock.firstAt(before.meals.back().out.minutes()), day->wrap};
    reading.pay = std::move(priced.pay.days[size_t(day - priced.input.days.begin())]);
    reading.member = RunningMember{{}, part.pack, part.terms, std::move(running)};
    return reading;
}

} // namespace film::rules
