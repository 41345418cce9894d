#pragma once

#include "app/models/crew_report.h"
#include "app/models/crew_snapshot.h"
#include "app/models/day_parts.h"
#include "app/models/outbox_snapshot.h"
#include "shared/base/clock.h"
#include "shared/rules/price_week.h"

namespace film::app {

// What Alt+Enter does about an exception.
enum class ExceptionFix : quint8 { CompareVersions, FillFromCallSheet, EditDay, MoveCall, ShowDay };

// The words the models of the crew put round their figures. They are made in app/ui, where all
// words are; a model asks once for a cell and keeps the answer.
class CrewWords
{
public:
    virtual ~CrewWords() = default;

    [[nodiscard]] virtual QString time(const TimeField &time) const = 0;
    [[nodiscard]] virtual QString hours(Minutes length) const = 0;
    [[nodiscard]] virtual QString money(const Money &amount) const = 0;
    // Meal penalties whose price is contested: what they come to at the least and at the most.
    [[nodiscard]] virtual QString openPenalties(const rules::OpenPenalties &open) const = 0;
    // Instead of a 0 where nothing prices the week.
    [[nodiscard]] virtual QString noRule() const = 0;

    // Inside a cell of the grid.
    [[nodiscard]] virtual QString noTimes() const = 0;
    [[nodiscard]] virtual QString notCalled() const = 0;
    [[nodiscard]] virtual QString needsUpdate() const = 0; // only a newer version reads the day
    [[nodiscard]] virtual QString plannedCall(Minutes call) const = 0;
    [[nodiscard]] virtual QString rest(Minutes length) const = 0;
    [[nodiscard]] virtual QString range(const TimeField &from, const TimeField &to) const = 0;
    [[nodiscard]] virtual QString dayType(DayType type) const = 0;
    [[nodiscard]] virtual QString daysIn(int in, int expected) const = 0;
    [[nodiscard]] virtual QString peopleCalled(int count) const = 0;

    // Headers: two lines, a date and what is shot on it.
    [[nodiscard]] virtual QString dateHeader(const CrewDate &date) const = 0;
    [[nodiscard]] virtual QString nameHeader() const = 0;
    [[nodiscard]] virtual QString hoursHeader() const = 0;
    [[nodiscard]] virtual QString timeAndHalfHeader() const = 0;
    [[nodiscard]] virtual QString doubleTimeHeader() const = 0;
    [[nodiscard]] virtual QString flagsHeader() const = 0;

    // For a screen reader and the tool tip.
    [[nodiscard]] virtual QString cellSentence(const CrewPerson &person,
                                               const CrewCell &cell) const = 0;

    // What Undo and Redo name in the menu.
    [[nodiscard]] virtual QString command(const CrewReport &report) const = 0;

    // The list of exceptions.
    [[nodiscard]] virtual QString exceptionKind(ExceptionKind kind) const = 0;
    [[nodiscard]] virtual QString twoVersions() const = 0;
    [[nodiscard]] virtual QString finding(const DayFinding &finding,
                                          const CrewCell &cell) const = 0;
    [[nodiscard]] virtual QString fix(ExceptionFix fix, const DayFinding *finding,
                                      QDate date) const = 0;
    [[nodiscard]] virtual QString shortDate(QDate date) const = 0;

    // Parts of a day, in history, conflicts and the outbox.
    [[nodiscard]] virtual QString partName(DayPart part) const = 0;
    [[nodiscard]] virtual QString partValue(const WorkDay &day, DayPart part) const = 0;
    [[nodiscard]] virtual QString partChange(const WorkDay &before, const WorkDay &after,
                                             DayPart part) const = 0;
    [[nodiscard]] virtual QString changeState(ChangeState state) const = 0;
    [[nodiscard]] virtual QString moment(Instant at) const = 0;
};

} // namespace film::app
