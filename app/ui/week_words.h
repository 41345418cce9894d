#pragma once

#include "app/controllers/week_controller.h"
#include "app/models/week_model.h"
#include "app/ui/theme/tokens.h"

#include <QCoreApplication>
#include <QStringList>

namespace film::app {

// A finding beside its day: an icon, a few words, a colour.
struct FindingLook {
    QString icon;
    Token token = Token::Text2;
    QString text;
};

// A finding explained, for a notice.
struct FindingNotice {
    QString icon;
    QString headline;
    QStringList lines;
};

// The words of My week. Values come from the models and controllers; only here do they become
// sentences.
class WeekWords
{
    Q_DECLARE_TR_FUNCTIONS(film::app::WeekWords)
public:
    [[nodiscard]] static QString dayName(QDate date); // Thu 20 Nov
    [[nodiscard]] static QString weekday(QDate date); // Friday
    [[nodiscard]] static QString weekTitle(const PayWeek &week, int number);
    [[nodiscard]] static QString dayTypeName(DayType type);
    // "Account 2210 103"
    [[nodiscard]] static QString paidByText(const WorkDay &day);
    [[nodiscard]] static QString choiceName(DayChoice choice);
    [[nodiscard]] static QString choiceHelp(DayChoice choice);
    [[nodiscard]] static QString choicesText(DayChoices choices); // "Meal grace, French hours"
    [[nodiscard]] static QString fieldName(DayFieldRef field);
    [[nodiscard]] static QString columnTitle(int column); // two lines where it is two words
    // "Day 29 · Stage 4"
    [[nodiscard]] static QString placeText(const WeekDay &day);
    // A day without times in one word or two, over the empty cells; nothing for the others.
    [[nodiscard]] static QString restingText(const WeekRow &row);

    // The one thing the Checks column says about a row.
    [[nodiscard]] static FindingLook lookOf(const WeekRow &row, Notation notation);
    [[nodiscard]] static FindingNotice noticeOf(const DayFinding &finding, QDate date,
                                                Notation notation);
    // Confirmed findings: "Meal 1 on time (limit 13.0)".
    [[nodiscard]] static QString confirmedText(const DayFinding &finding, Notation notation);
    [[nodiscard]] static QString unreadableRow(const WeekRow &row);
    // What a cell does not have the room for: the minute, the day after midnight.
    [[nodiscard]] static QString cellToolTip(const WeekRow &row, int column, Notation notation);
    [[nodiscard]] static QString totalsTitle();
    [[nodiscard]] static QString flagsText(int count);
    // A row as one sentence for a screen reader.
    [[nodiscard]] static QString rowSentence(const WeekRow &row, Notation notation);

    // A time that a clock change leaves open, and each of the two it may be.
    [[nodiscard]] static FindingNotice clockNotice(const ClockQuestion &question,
                                                   Notation notation);
    [[nodiscard]] static QString clockChoice(const ClockQuestion &question, int index,
                                             Notation notation);
    [[nodiscard]] static QString leftOut(const WeekMessage &message, Notation notation);

    [[nodiscard]] static QString readingState(const QuickReading &reading);
    [[nodiscard]] static QString unreadableText(const QString &token);
    [[nodiscard]] static QString replacesText(const WorkDay &before, Notation notation);
    [[nodiscard]] static QString stampText(const StampOffer &offer, Notation notation);
    // Why nothing can be written to a day that was handed in.
    [[nodiscard]] static QString lockedText(QDate date, DayState state);
    [[nodiscard]] static QString unreadableDayText(QDate date);
    [[nodiscard]] static QString messageText(const WeekMessage &message, const SyncState &sync,
                                             Notation notation);
    [[nodiscard]] static QString historyText(const HistoryEntry &entry, Notation notation);

private:
    [[nodiscard]] static FindingLook findingLook(const DayFinding &finding, QDate date,
                                                 Notation notation);
};

} // namespace film::app
