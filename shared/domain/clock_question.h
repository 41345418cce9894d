#pragma once

#include "shared/domain/day_field.h"
#include "shared/domain/day_line.h"
#include "shared/domain/work_day.h"

#include <QTimeZone>

#include <array>
#include <optional>
#include <vector>

namespace film {

// A time that the night of a clock change leaves open, and the two that a person can choose
// from: the first and the second of two equal ones, or the neighbours of one that never comes.
struct ClockQuestion {
    WorkDayKey key;
    DayFieldRef field;
    WallTime asked;
    bool isSkipped = false; // the clocks go forward over it
    std::array<WallTime, 2> choices{};

    friend bool operator==(const ClockQuestion &, const ClockQuestion &) = default;
};

// What a time of a field was said to mean. Counts only for the minute it was given for.
struct ClockAnswer {
    DayFieldRef field;
    Minutes asked{0};
    WallTime answer;

    friend bool operator==(const ClockAnswer &, const ClockAnswer &) = default;
};
using ClockAnswers = std::vector<ClockAnswer>;

// Every time of the day as an answer: what was settled once is not asked again for a copy.
[[nodiscard]] ClockAnswers answersOf(const WorkDay &day);
// The times that the line read off the clock, which knows the moment.
[[nodiscard]] ClockAnswers answersOfClock(const DayLineReading &line, const WorkDay &read,
                                          const std::optional<WallTime> &now);
[[nodiscard]] WorkDay withAnswers(WorkDay day, const ClockAnswers &answers);

// The first time that is new in `after` and needs an answer on the clock of the zone.
[[nodiscard]] std::optional<ClockQuestion> clockQuestionOf(const WorkDay &before,
                                                           const WorkDay &after,
                                                           const QTimeZone &zone,
                                                           const ClockAnswers &answers = {});

// The day without folds where the clock shows a time once: a copy brings them along.
[[nodiscard]] WorkDay withoutIdleFolds(WorkDay day, const QTimeZone &zone);

} // namespace film
