#pragma once

#include "app/models/day_findings.h"
#include "shared/base/error.h"
#include "shared/domain/clock_question.h"
#include "shared/domain/minutes.h"

#include <QDate>
#include <QString>

#include <optional>

namespace film::app {

// What the status bar should say, as a value; the words are made in app/ui.
struct WeekMessage {
    enum class Kind {
        None,
        Opening, // a week, for longer than a moment
        Saved,
        Cleared,
        Undone,
        Redone,
        ChangedSince, // undone or redone was nothing: the days are not as they were then
        Copied,       // `count` days
        NothingToCopy,
        NotUnderstood,          // `text`
        AllowanceNotUnderstood, // `text`
        TwoReadings,            // `text`: choose one first
        ClockChange,            // `open`: say which time is meant first
        WrongOrder,             // `refusal`: of the two times, the later comes first
        Locked,                 // `state`
        Unreadable,             // what is stored for the day; nothing is written over it
        Failed,                 // `error`; nothing was written
    };

    Kind kind = Kind::None;
    QDate date{};
    std::optional<Minutes> worked{};
    int count = 0;
    int leftAlone = 0; // by undo and redo: days that somebody changed since
    QString text{};
    std::optional<ErrorCode> error{};
    // Times that a clock change leaves open, and whose days were therefore not written.
    std::vector<ClockQuestion> open{};
    std::optional<DayFinding> refusal{};
    DayState state = DayState::Submitted;
    // Days that were not written because their times are in no possible order.
    std::vector<QDate> outOfOrder{};
};

} // namespace film::app
