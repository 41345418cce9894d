#pragma once

#include "app/models/day_findings.h"
#include "shared/domain/clock_question.h"
#include "shared/domain/day_line.h"
#include "shared/domain/work_day.h"

#include <optional>
#include <vector>

namespace film::app {

// What the quick entry understood, computed on a copy at each key press.
struct QuickReading {
    DayLineReading line;
    WorkDay before;
    WorkDay after;                // as it would be saved
    std::optional<Minutes> onSet; // call to wrap
    std::optional<Minutes> meals; // with both ends
    std::optional<Minutes> worked;
    std::vector<DayFinding> findings;
    ClockAnswers answers;                  // about times of the line
    std::optional<ClockQuestion> question; // to be answered before it can be saved
    std::optional<DayFinding> refusal;     // why it cannot be saved at all
    bool replacesTimes = false;            // the day has other times already
    bool hasTwoVersions = false;

    [[nodiscard]] bool isRead() const
    {
        return line.status == DayLineStatus::Understood || line.status == DayLineStatus::Unfinished;
    }
    [[nodiscard]] bool canBeSaved() const { return isRead() && !question && !refusal; }
};

} // namespace film::app
