#pragma once

#include "shared/domain/day_field.h"
#include "shared/domain/work_day.h"
#include "shared/domain/zone_time.h"

#include <vector>

namespace film {

// When to warn. The defaults are what most agreements have in common; a rule pack knows better.
struct DayLimits {
    Minutes dayMax{18 * 60};    // call to wrap; beyond it a slipped digit is likelier than the day
    Minutes mealWithin{6 * 60}; // from the call, or the end of the meal before
    Minutes restMin{10 * 60};   // wrap to the next call
};

// The days before and after it of the same person, each with the zone it was worked in.
struct NeighbourDay {
    WorkDay day;
    QTimeZone zone;
};

struct DayContext {
    QTimeZone zone;                // of the day; not valid if nobody knows it
    bool isShootingDay = false;    // the person's unit shot that day
    bool foldsAreAnswered = false; // a person has said which of two equal wall times is meant
    std::optional<NeighbourDay> previous;
    std::optional<NeighbourDay> next;
    DayLimits limits;
};

enum class ProblemKind : quint8 {
    WrongOrder,  // the second field comes before the first
    InGap,       // the clocks skip it; see gap
    AskFold,     // the clocks show it twice
    UnknownZone, // the zone is not known here: nothing can be counted across clock changes
    MissingCall,
    MissingWrap,
    MissingMealEnd,
    NoTimes, // on a shooting day, for somebody who worked
    TimesOnDayOff,
    LongDay,          // actual against limit
    MealLate,         // actual against limit
    ShortRest,        // actual against limit
    OverlapsPrevious, // actual: for how long
    OverlapsNext,
};

// Only what cannot be is refused; whatever is merely unlikely or unfinished is saved and shown.
enum class Severity : quint8 { Blocks, Asks, Warns };

struct Problem {
    ProblemKind kind;
    Severity severity = Severity::Warns;
    std::vector<DayFieldRef> fields;
    Minutes actual{0};
    Minutes limit{0};
    std::optional<TimeInGap> gap;

    friend bool operator==(const Problem &, const Problem &) = default;
};

// Everything a person should look at, in the order of the day.
[[nodiscard]] std::vector<Problem> validate(const WorkDay &day, const DayContext &context);

[[nodiscard]] bool canSave(const std::vector<Problem> &problems);

} // namespace film
