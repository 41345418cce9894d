#pragma once

#include "app/models/crew_words.h"
#include "app/models/hours_text.h"
#include "shared/domain/day_line.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace film::app {

// The words of the crew's models, in the person's language and notation.
class CrewWordsText final : public CrewWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::CrewWordsText)
public:
    void setNotation(Notation notation) { m_notation = notation; }
    // Moments are shown on the clock of the production.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    [[nodiscard]] Notation notation() const { return m_notation; }

    [[nodiscard]] QString time(const TimeField &time) const override;
    [[nodiscard]] QString hours(Minutes length) const override;
    [[nodiscard]] QString money(const Money &amount) const override;
    [[nodiscard]] QString openPenalties(const rules::OpenPenalties &open) const override;
    [[nodiscard]] QString noRule() const override;

    [[nodiscard]] QString noTimes() const override;
    [[nodiscard]] QString needsUpdate() const override;
    [[nodiscard]] QString notCalled() const override;
    [[nodiscard]] QString plannedCall(Minutes call) const override;
    [[nodiscard]] QString rest(Minutes length) const override;
    [[nodiscard]] QString range(const TimeField &from, const TimeField &to) const override;
    [[nodiscard]] QString dayType(DayType type) const override;
    [[nodiscard]] QString daysIn(int in, int expected) const override;
    [[nodiscard]] QString peopleCalled(int count) const override;

    [[nodiscard]] QString dateHeader(const CrewDate &date) const override;
    [[nodiscard]] QString nameHeader() const override;
    [[nodiscard]] QString hoursHeader() const override;
    [[nodiscard]] QString timeAndHalfHeader() const override;
    [[nodiscard]] QString doubleTimeHeader() const override;
    [[nodiscard]] QString flagsHeader() const override;

    [[nodiscard]] QString cellSentence(const CrewPerson &person,
                                       const CrewCell &cell) const override;
    [[nodiscard]] QString command(const CrewReport &report) const override;

    [[nodiscard]] QString exceptionKind(ExceptionKind kind) const override;
    [[nodiscard]] QString twoVersions() const override;
    [[nodiscard]] QString finding(const DayFinding &finding, const CrewCell &cell) const override;
    [[nodiscard]] QString fix(ExceptionFix fix, const DayFinding *finding,
                              QDate date) const override;
    [[nodiscard]] QString shortDate(QDate date) const override;

    [[nodiscard]] QString partName(DayPart part) const override;
    [[nodiscard]] QString partValue(const WorkDay &day, DayPart part) const override;
    [[nodiscard]] QString partChange(const WorkDay &before, const WorkDay &after,
                                     DayPart part) const override;
    [[nodiscard]] QString changeState(ChangeState state) const override;
    [[nodiscard]] QString moment(Instant at) const override;

    // The sentence for the status bar.
    [[nodiscard]] QString report(const CrewReport &report) const;
    // What was understood so far, while it is being typed.
    [[nodiscard]] QString echo(const DayLineReading &reading, const QString &typed) const;
    // "call 7.0, 13.0–13.5, wrap 19.5, 12.0 h"
    [[nodiscard]] QString times(const DayTimes &times) const;
    // The echo of times that are understood and cannot be.
    [[nodiscard]] QString refusalText(const DayFinding &wrongOrder) const;

private:
    [[nodiscard]] QString fieldName(DayFieldRef field) const;
    [[nodiscard]] QString mealRange(const Meal &meal) const;
    [[nodiscard]] QString travel(const WorkDay &day) const;
    [[nodiscard]] QString done(const CrewReport &report) const;
    [[nodiscard]] QString skipped(const CrewReport &report) const;
    [[nodiscard]] QString leftOut(const CrewReport &report) const;
    [[nodiscard]] QString orderText(const DayFinding &wrongOrder) const;
    [[nodiscard]] QString where(const CrewReport &report) const;

    Notation m_notation = Notation::Tenths;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
};

} // namespace film::app
