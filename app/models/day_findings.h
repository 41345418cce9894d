#pragma once

#include "shared/domain/day_field.h"
#include "shared/domain/work_day.h"

#include <optional>
#include <vector>

namespace film::app {

// The usual figures of film agreements, where no rule pack says better ones (PayDesk::limitsOf).
struct DayLimits {
    Minutes mealDueAfter{6 * 60};                    // after the call
    std::optional<Minutes> nextMealDueAfter{6 * 60}; // after the end of each meal
    Minutes grace{0};                                // that can be claimed for a late meal
    Minutes wrapExtension{0};                        // and for one that the wrap came instead of
    Minutes rest{10 * 60};                           // between a wrap and the next call
    Minutes longDay{16 * 60};

    friend bool operator==(const DayLimits &, const DayLimits &) = default;
};

enum class FindingKind {
    WrongOrder,   // `first` lies before `second`
    MealLate,     // by `amount`; it was due at `at`
    MealMissing,  // none recorded although the day went past `at`
    ShortRest,    // `amount` between wrap `at` and the next call
    LongDay,      // `amount` on set
    MissingWrap,  // over, and no wrap
    MissingTimes, // called, over, and nothing entered
    MealOnTime,   // confirmed, limit `at`
    MealNotDue,   // confirmed, limit `at`
    MealDue,      // ahead, at `at`
    WrapBy,       // ahead: a wrap after `at` leaves too little rest
};

struct DayFinding {
    FindingKind kind = FindingKind::MealOnTime;
    size_t meal = 0; // counted from 0
    Minutes at{0};
    Minutes amount{0};
    DayFieldRef earlier{}; // WrongOrder: the field that should be later …
    DayFieldRef later{};   // … than this one
    Minutes nextCall{0};   // ShortRest, WrapBy: from midnight of this day's date
    Minutes rest{0};       // ShortRest, WrapBy: how much is due

    friend bool operator==(const DayFinding &, const DayFinding &) = default;
};

// Something to look at, as against something confirmed or still ahead.
[[nodiscard]] bool isFlag(FindingKind kind);

// What is known around the day.
struct FindingContext {
    std::optional<Minutes> nextCall; // the next day's, counted from midnight of this day's date
    std::optional<Minutes> plannedCall;
    // On the day itself: the clock. After it: nothing, and `isOver`.
    std::optional<Minutes> now;
    bool isOver = false;
    DayLimits limits;
};

// In the order in which they matter: order, meals, rest, long day, what is missing, then what
// is still ahead, then what is fine. A finding never stops a save.
[[nodiscard]] std::vector<DayFinding> findingsOf(const WorkDay &day, const FindingContext &context);

} // namespace film::app
