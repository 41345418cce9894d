#pragma once

#include "shared/domain/work_day.h"
#include "shared/rules/day_kind.h"
#include "shared/rules/deal_terms.h"
#include "shared/rules/moment.h"
#include "shared/rules/ratio.h"

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace film::rules {

enum class MealKind : quint8 {
    Meal,
    NonDeductible, // NDB: short, paid, can move the meal clock
    Walking,       // eaten at work
};

struct MealSpan {
    Moment out;
    Moment in;
    MealKind kind = MealKind::Meal;
    bool isGraceClaimed = false; // for the delay before this meal
};

struct TimeSpan {
    Moment from;
    Moment to;
};

// An instant of the day as a person wrote it, which is what records keep: a time on the clock of
// its date, and which of two equal ones.
struct TypedMoment {
    Moment at;
    WallTime wall;
};

// An instant of the day that the pack rounds before anything is counted.
struct RoundedPunch {
    Moment at;
    Moment entered;
    bool isCall = false;
};

// A part of the day for one unit, account or episode.
struct WorkSegment {
    QString code;
    Moment from;
    Moment to;
    std::optional<Ratio> hourly; // if the part has a rate of its own
};

// The shift before, of the same person for the same employer.
struct PreviousShift {
    Moment wrap;
    std::optional<Ratio> lastFactor; // its rate when it ended
};

// One person's day as the rules see it: instants, what kind of day it is, what people chose.
// Made from a work day and its week by pay_week_reader.h, or from a case.
struct PayDay {
    QDate date; // of the call
    DayClock clock;
    Moment call;
    Moment wrap;
    std::vector<MealSpan> meals; // in order
    bool hasTimes = true; // false: only the length (wrap - call) is known, there are no meals
    DayKind kind = DayKind::Regular;
    int dayOfRun = 0; // worked days in a row up to this one; 0 where that is not known
    DayShape shape = DayShape::Standard;
    OvertimeKind overtimeKind = OvertimeKind::Other;
    std::optional<Moment> unitCall;
    std::optional<Moment> holidayFrom; // midnight into a public holiday
    std::optional<Minutes> scheduled;
    std::optional<Minutes> statedOvertime; // of a fee's day, where only that is known
    std::optional<Ratio> hourly;           // of this day, if not the deal's
    std::optional<DealTerms> deal;         // in force on this day, if not that of the week
    std::vector<WorkSegment> segments;
    std::vector<TimeSpan> breaks; // off the clock and no meal: from one unit to the next
    std::optional<PreviousShift> previous;
    QString restRule;    // id, if the week asks for another than the first
    Minutes travelTo{0}; // before the call and after the wrap; the pack says what it is
    Minutes travelFrom{0};
    bool isShooting = true;
    bool isRestBreakMissed = false;
    bool isWrapExtensionClaimed = false;
    bool isGraceClaimed = false; // once for the day: for the first delay that the grace covers
    bool isFrenchHours = false;
    bool isCompRestTaken = false;
    bool isApproved = true;   // where the pack pays the kind of day only with approval
    bool isJoined = false;    // goes on into the work of the next date without a rest between
    QList<TypedMoment> typed; // of the instants above, as far as somebody wrote them; shared
                              // by the copies of a day that a what-if makes
    std::vector<RoundedPunch> rounded; // of the instants above, those that rounding moved
    int datesWorked = 1;               // two where the next date has no other work than that
};

// The day with other ends: its first and last part, and what is off the clock, go along.
[[nodiscard]] PayDay withEnds(PayDay day, Moment call, Moment wrap);

// When the person was really called, which is what rest ends with.
[[nodiscard]] Moment enteredCall(const PayDay &day);

} // namespace film::rules
