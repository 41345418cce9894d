#pragma once

#include "app/controllers/crew_store.h"
#include "app/controllers/day_writer.h"
#include "app/controllers/week_message.h"
#include "app/controllers/week_store.h"
#include "app/models/quick_reading.h"
#include "app/models/sync_state.h"
#include "app/models/week_snapshot.h"

#include <QObject>
#include <QTimer>
#include <QTimeZone>

#include <functional>

class QUndoStack;

namespace film::app {

// The next time the stamp button would write; no field once the day is complete.
struct StampOffer {
    QDate date;
    std::optional<DayFieldRef> field;
    WallTime at;
};

// What a time typed into a cell may mean; nothing is written until one is chosen.
struct CellQuestion {
    QDate date;
    DayFieldRef field;
    QString text; // as it was typed
    std::array<TimeField, 2> choices{};
    std::optional<ClockQuestion> clock; // else the text has two readings
};

// My week: which week and day is open, what is being typed, and every edit with its undo. Edits
// are written one after the other, each on the day as the one before left it. GUI thread.
class WeekController final : public QObject
{
    Q_OBJECT
public:
    // All four outlive the controller.
    WeekController(WeekStore &store, const Clock &clock, QUndoStack &undo, PersonId person,
                   QObject *parent = nullptr);

    // What says when meals and rest are due in a week; without, the usual figures count.
    void setLimits(std::function<DayLimits(const WeekSnapshot &)> limits)
    {
        m_limits = std::move(limits);
    }
    [[nodiscard]] const WeekSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] QDate selectedDay() const { return m_selected; }
    [[nodiscard]] const QuickReading &reading() const { return m_reading; }
    [[nodiscard]] const SyncState &syncState() const { return m_sync; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const std::optional<CellQuestion> &cellQuestion() const { return m_cellQuestion; }
    [[nodiscard]] StampOffer stampOffer() const;
    // The work day that the clock is in: past midnight it is yesterday's, as long as that one
    // has a call and no wrap.
    [[nodiscard]] QDate today() const;
    // The production's clock as minutes from midnight of today(), so 25:30 on a night shoot.
    [[nodiscard]] Minutes now() const;
    // How a day would be checked with the clock and its neighbours as they are.
    [[nodiscard]] FindingContext contextOf(QDate date) const;

public slots:
    void openWeek(QDate dateInIt);
    void previousWeek();
    void nextWeek();
    void goToday();
    // What the engine calls for when records moved: the open week again, the selection kept.
    void reload();
    void selectDay(QDate date);
    void moveSelection(int days);

    // The quick entry. Each call reads the whole line again, on a copy of the selected day.
    void setLine(const QString &line);
    // Of the two readings of an ambiguous line, or the two times of a clock change.
    void chooseReading(int index);
    void save();

    void stampNow();
    void setField(QDate date, film::DayFieldRef field, const QString &text);
    // Of the two times of cellQuestion().
    void answerCell(int index);
    void dropCellQuestion();
    void clearFields(QDate date);
    void setNote(QDate date, const QString &note);
    void setChoices(QDate date, film::DayChoices choices);
    // "kit $50; per diem 62,50", in place of those of the day.
    void setAllowances(QDate date, const QString &text);
    // What a line says of the work for a unit on the date: a second one makes a further record, and
    // an empty line takes that away.
    void setUnitLine(QDate date, film::UnitId unit, const QString &line);
    void setCostCodes(QDate date, film::UnitId unit, const QString &account,
                      const QString &episode);
    // An earlier value from the history, as a new change.
    void restoreDay(const film::app::DayEdit &edit);
    void copyLastWeek();

    // A step of undo that the file remembers.
    void restoreStep(const film::app::SavedStep &step);
    void setSyncState(const film::app::SyncState &state);
    // Looks at the clock; called by its own timer and by tests.
    void tick();

signals:
    // A day of the week that is asked for, before it is read: the other pages follow.
    void weekWanted(QDate dayInIt);
    // Another week takes the place of the one that is open: what is being typed is to be taken.
    void weekAboutToChange();
    void snapshotChanged(const film::app::WeekSnapshot &snapshot);
    void daySelected(QDate date);
    void readingChanged(const film::app::QuickReading &reading);
    // The line was saved or chosen; the field should show this.
    void lineReplaced(const QString &line);
    // cellQuestion() is another one, or none any more.
    void cellQuestionChanged();
    void stampChanged(const film::app::StampOffer &offer);
    void nowChanged(QDate today, film::Minutes now);
    // It was not written: whoever holds the text keeps it.
    void noteRefused(QDate date, const QString &note);
    void allowancesRefused(QDate date, const QString &text);
    void messageChanged(const film::app::WeekMessage &message);
    void syncStateChanged(const film::app::SyncState &state);

private:
    void takeSnapshot(WeekSnapshot snapshot);
    void readLine();
    void readTimes(const WeekDay &day);
    void answerLine(int index);
    void replaceLine(QString line);
    [[nodiscard]] ClockAnswers lineAnswers() const;
    [[nodiscard]] DayLineContext lineContext() const;
    void setTravel(QDate date, const QString &text);
    void setTimeOfDay(QDate date, DayFieldRef field, const QString &text);
    void writeTime(QDate date, DayFieldRef field, const QString &text, const TimeField &time,
                   bool isSettled);
    void askCell(CellQuestion question);
    [[nodiscard]] QTimeZone zoneOf(const WorkDay &day) const;
    void refuse(QDate date, const QString &text, bool isAmbiguous);
    void takeWritten(const SavedDay &saved);
    // An edit of a day of the open week, with what goes with a day once it has times.
    [[nodiscard]] DayWriter::Edit editOf(QDate date, std::function<WorkDay(WorkDay)> apply) const;
    [[nodiscard]] DayWriter::Edit editOf(const WorkDay &record, const QString &location,
                                         std::function<WorkDay(WorkDay)> apply) const;
    // Of the unit on the date; blank where there is none yet.
    [[nodiscard]] WorkDay recordAt(QDate date, UnitId unit) const;
    [[nodiscard]] bool refuseLocked(const WorkDay &record);
    void write(DayWriter::Edit edit, WeekMessage::Kind kind = WeekMessage::Kind::Saved,
               std::function<void()> failed = {});
    void copyFrom(const WeekSnapshot &lastWeek);
    [[nodiscard]] WorkDay dayAt(QDate date) const;
    [[nodiscard]] bool isLocked(QDate date) const;
    // Says so, too.
    [[nodiscard]] bool refuseLocked(QDate date);
    [[nodiscard]] QDate calendarDate() const;
    void say(WeekMessage message);

    WeekStore &m_store;
    const Clock &m_clock;
    DayWriter m_writer;
    PersonId m_person;
    WeekSnapshot m_snapshot;
    std::function<DayLimits(const WeekSnapshot &)> m_limits;
    QTimeZone m_zone;
    QDate m_selected;
    QDate m_wanted; // the day asked for last; its week may still be on its way
    QString m_line;
    // Given for what the line says about the selected day.
    ClockAnswers m_answers;
    QuickReading m_reading;
    std::optional<CellQuestion> m_cellQuestion;
    SyncState m_sync;
    QTimer m_minute;
    int m_loads = 0; // only the last load asked for is shown
    bool m_isLoading = false;
    bool m_hasSaidOpening = false;
};

} // namespace film::app
