#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// The wait for one meal, or for the wrap after the last: from when it began to when it ended,
// and when the meal was due.
struct MealWait {
    Moment since{};
    Word sinceWord = Word::Call;
    Moment due{};
    const Parameter *dueAfter = nullptr;
    Moment ended{};
    Word endedWord = Word::MealStart;
    Minutes late{0}; // past due, after what was claimed
};

struct MealReading {
    std::vector<TimeSpan> unpaid;
    std::vector<MealWait> waits;
    // Start of the meals that count, for packs that pay a meal cut short.
    std::vector<MealSpan> counted;
};

// What the meals of the day mean under the pack: which are meals at all, what is deducted, when
// each was due (agreements count from the call and then from the end of the meal before).
[[nodiscard]] MealReading readMeals(const RulePack &pack, const PayDay &day);

// Lines for meals that came late, by the pack's model.
void priceMeals(DayWork &work, const MealReading &meals);

} // namespace film::rules
