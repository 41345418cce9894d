#include "shared/rules/punch_rounding.h"

#include <algorithm>

namespace film::rules {

namespace {

// In steps of the clock on the wall: zones are not all whole steps from UTC.
Moment roundedPunch(const PunchRounding &rules, const DayClock &clock, Moment entered)
{
    const Ratio wall(clock.wallTime(entered).count());
    const Ratio &step = rules.increment.value;
    const Ratio rounded = rules.mode == RoundingMode::Up ? wall.roundedUpTo(step)
        : rules.mode == RoundingMode::Down               ? wall.roundedDownTo(step)
                                                         : wall.roundedHalfUpTo(step);
    return entered + Minutes(qint32((rounded - wall).numerator()));
}

// Keeps the order of the day: no meal leaves it, and one that rounding takes away was none.
void roundMeals(const PunchRounding &rules, PayDay &day)
{
    const auto moved = [&](Moment entered) {
        const Moment at = std::clamp(
            rules.ofMeals ? roundedPunch(rules, day.clock, entered) : entered, day.call, day.wrap);
        if (at != entered)
            day.rounded.push_back({at, entered});
        return at;
    };
    for (MealSpan &meal : day.meals) {
        meal.out = moved(meal.out);
        meal.in = moved(meal.in);
    }
    std::erase_if(day.meals, [](const MealSpan &meal) { return meal.out == meal.in; });
}

} // namespace

std::optional<PayDay> withRoundedPunches(const RulePack &pack, const PayDay &day)
{
    const PunchRounding &rules = pack.time.punches;
    if (rules.mode == RoundingMode::None || !day.hasTimes)
        return std::nullopt;
    const Moment call = rules.ofCall ? roundedPunch(rules, day.clock, day.call) : day.call;
    const Moment wrap = rules.ofWrap ? roundedPunch(rules, day.clock, day.wrap) : day.wrap;
    PayDay rounded = withEnds(day, call, std::max(call, wrap));
    if (rounded.call != day.call)
        rounded.rounded.push_back({rounded.call, day.call, true});
    if (rounded.wrap != day.wrap)
        rounded.rounded.push_back({rounded.wrap, day.wrap});
    roundMeals(rules, rounded);
    return rounded;
}

} // namespace film::rules
