#include "shared/domain/work_day.h"

#include <algorithm>

namespace film {

bool WorkDay::isBlank() const
{
    const bool noMeals = std::ranges::all_of(
        meals, [](const Meal &meal) { return meal.out.isUnknown() && meal.in.isUnknown(); });
    return type == DayType::Work && call.isUnknown() && wrap.isUnknown() && ndbOut.isUnknown()
        && ndbIn.isUnknown() && noMeals && !travelTo && !travelFrom;
}

std::optional<Minutes> workedMinutes(const WorkDay &day)
{
    if (!day.call.isKnown() || !day.wrap.isKnown() || day.wrap.minutes() < day.call.minutes())
        return std::nullopt;
    Minutes worked = day.wrap.minutes() - day.call.minutes();
    for (const Meal &meal : day.meals) {
        if (meal.out.isKnown() && meal.in.isKnown())
            worked -= meal.in.minutes() - meal.out.minutes();
    }
    return worked;
}

} // namespace film
