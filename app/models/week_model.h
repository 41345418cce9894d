#pragma once

#include "app/models/day_findings.h"
#include "app/models/hours_text.h"
#include "app/models/pay_desk.h"
#include "app/models/week_snapshot.h"

#include <QAbstractTableModel>

namespace film::app {

// A row as the delegate paints it.
struct WeekRow {
    WeekDay day;
    bool isToday = false;
    bool isCalledWeek = false;     // some day of the week has a call sheet
    bool isDraft = false;          // shows what is being typed, not what is saved
    std::optional<Minutes> now;    // on the day itself
    std::optional<Minutes> worked; // so far, on the day itself
    std::vector<DayFinding> findings;
    // ShortRest or WrapBy of the day before: that is where a person looks for it, beside the
    // call that it is about.
    std::optional<DayFinding> restBefore;
    std::optional<OvertimeHours> overtime; // where a rule pack prices the day
};

// How sure a cell's value is, which is how it is painted.
enum class CellCertainty { Entered, Draft, Planned, Suggested, Empty };

// What is known around a day of the week, by a clock that shows `now` on `today`.
[[nodiscard]] FindingContext findingContext(const WeekSnapshot &week, QDate date, QDate today,
                                            Minutes now);

// One person's week as seven rows. Holds a snapshot and formats it; an edit leaves as
// editRequested() and comes back, if it was accepted, with the next snapshot. No words: those
// are the view's.
class WeekModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column {
        Day,
        Call,
        Meal1Out,
        Meal1In,
        Meal2Out,
        Meal2In,
        Wrap,
        Travel,
        Hours,
        TimeAndHalf,
        DoubleTime,
        Checks,
        Bar,
        ColumnCount,
    };
    enum Role {
        RowRole = Qt::UserRole, // WeekRow
        CertaintyRole,          // CellCertainty
    };

    explicit WeekModel(QObject *parent = nullptr);

    // Prices what is shown from now on; outlives the model.
    void setPayDesk(PayDesk *desk);

    void setSnapshot(WeekSnapshot snapshot);
    // What the week looks like from this moment on `today`.
    void setNow(QDate today, Minutes now);
    void setNotation(Notation notation);
    // Shows `day` in its row until clearDraft(): the live reading of the quick entry.
    void setDraft(const WorkDay &day);
    void clearDraft();

    [[nodiscard]] const WeekSnapshot &snapshot() const { return m_snapshot; }
    [[nodiscard]] WeekRow row(int index) const;
    [[nodiscard]] QDate dateAt(int index) const;
    // Of the days that have a wrap; a day under way is not in yet.
    [[nodiscard]] Minutes totalWorked() const;
    [[nodiscard]] int flagCount() const;
    // Of what is entered; a day under way is not in yet. Has no figure without a rule pack.
    [[nodiscard]] const rules::PersonWeekPay &pay() const { return m_pay; }
    [[nodiscard]] OvertimeHours totalOvertime() const;
    // What the wrap of a priced day leaves before the next call; nothing where none is known.
    [[nodiscard]] std::optional<rules::NextRest> nextRest(QDate date) const;
    // Of today, while it is under way.
    [[nodiscard]] const std::optional<RunningPay> &running() const { return m_running; }
    [[nodiscard]] Notation notation() const { return m_notation; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    // The field that a column edits; nothing for the computed ones.
    [[nodiscard]] static std::optional<DayFieldRef> fieldOf(int column);
    [[nodiscard]] static std::optional<int> columnOf(DayFieldRef field);

signals:
    void editRequested(QDate date, film::DayFieldRef field, const QString &text);

private:
    [[nodiscard]] WeekRow rowWithoutNeighbours(int index) const;
    struct Cell {
        QString text;
        CellCertainty certainty = CellCertainty::Empty;
    };
    [[nodiscard]] Cell cellAt(const WeekRow &row, int column) const;
    [[nodiscard]] Cell timeCell(const WeekRow &row, DayFieldRef field) const;
    void touchAll();
    void price();

    PayDesk *m_desk = nullptr;
    rules::PersonWeekPay m_pay;
    std::optional<RunningPay> m_running;
    WeekSnapshot m_snapshot;
    std::optional<WorkDay> m_draft;
    QDate m_today;
    Minutes m_now{0};
    Notation m_notation = Notation::Tenths;
};

} // namespace film::app

Q_DECLARE_METATYPE(film::app::WeekRow)
