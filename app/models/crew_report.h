#pragma once

#include "app/models/day_findings.h"
#include "shared/base/error.h"
#include "shared/domain/clock_question.h"
#include "shared/domain/minutes.h"
#include "shared/domain/time_text.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <optional>

namespace film::app {

// What a command of the grid did, in numbers and names; the sentence is made in app/ui.
struct CrewReport {
    enum class Kind : quint8 {
        Entered,
        Filled,
        CallSheet, // filled from the call sheet
        Cleared,
        Pasted,
        Restored, // a value from the history
        CallMoved,
        Reviewed, // penalties that stay
        Undone,
        Redone,
        NothingToDo,
        NotUnderstood, // see token and error
        TwoReadings,   // see token: it may mean two days
        ClockChange,   // see open: a person has to choose in the cell
        WrongOrder,    // see wrongOrder: the times of the cell cannot be like that
        NotSaved,      // see failure
    };

    Kind kind = Kind::NothingToDo;
    int days = 0;
    int people = 0;
    QDate date;                   // where all days are on one date
    QString department;           // where all people are in one
    QString person;               // where it is only one
    std::optional<Minutes> hours; // where it is one day
    std::optional<Minutes> call;  // CallMoved: to when
    int locked = 0;               // skipped
    QStringList lockedPeople;
    int withoutSheet = 0;     // skipped: no call sheet for them
    int changedMeanwhile = 0; // left alone by undo and redo: somebody changed them since
    // Times that a clock change leaves open: their days were not written.
    std::vector<ClockQuestion> open;
    QStringList openPeople; // whose they are
    // Not written either: two times in an order that cannot be; the first such pair.
    std::optional<DayFinding> wrongOrder;
    QStringList wrongOrderPeople;
    QString token;
    std::optional<TimeTextError> error;
    std::optional<Error> failure;
};

} // namespace film::app
