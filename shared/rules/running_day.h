#pragma once

#include "shared/rules/forecast.h"
#include "shared/rules/person_week.h"

namespace film::rules {

// What is asked about a day that has no wrap yet.
struct RunningAsked {
    QDate date;
    Minutes now{0};                          // from midnight of the date, on the day's clock
    std::optional<Minutes> nextCall{};       // the same; may be days later
    std::vector<Meal> plannedMeals{};        // of the call sheet, in order
    Sheet::Keep keep = Sheet::Keep::Nothing; // of the derivations of RunningReading::pay
};

struct RunningReading {
    std::optional<RunningMember> member; // without id and department
    DayClock clock;                      // of the day
    std::optional<DayPay> pay;           // as if it ended now
    // A day is under way and nothing prices it: why. Without both nobody is at work.
    std::optional<NoFigure> noFigure;
};

// A person's day under way from their records, as forecastDay() takes it. `days` and `deals` as of
// WeekPricer::price().
[[nodiscard]] RunningReading readRunning(WeekPricer &pricer, std::span<const Deal> deals,
                                         std::span<const WorkDay> days,
                                         const ProductionFacts &production, const PayWeek &week,
                                         const RunningAsked &asked);

} // namespace film::rules
