#pragma once

#include "app/models/week_model.h"

#include <QHash>
#include <QScrollArea>
#include <QTimeZone>

#include <array>

class QAction;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace film::app {

class DayUnits;

// The selected day beside the week: its call sheet, a note, the last of its history.
class DayPanel final : public QScrollArea
{
    Q_OBJECT
public:
    explicit DayPanel(QWidget *parent = nullptr);

    // Whose clock the history is told by.
    void setZone(const QTimeZone &zone) { m_zone = zone; }
    // Of an allowance that names no other.
    void setMoney(Currency currency) { m_money = currency; }
    void setUnits(const std::vector<Unit> &units) { m_units = units; }
    void setDay(const WeekDay &day, const std::optional<DayPlan> &tomorrow, Notation notation);
    // What the day comes to: `day` is null where nothing is priced. Hidden where no deal is known.
    void setPay(const rules::PersonWeekPay &week, const rules::DayPay *day,
                const rules::DayClock &clock, bool isDraft, Notation notation);
    // Gives away what is typed into the note, and into the allowances.
    void commitNote();
    void commitAllowances();
    // It could not be written: it stays in the field of that day, and is not taken for saved.
    void keepNote(QDate date, const QString &note);
    // They could not be read or written: what was typed stays in the field of that day.
    void keepAllowances(QDate date, const QString &text);
    [[nodiscard]] QLineEdit *allowances() const { return m_allowances; }
    [[nodiscard]] QPlainTextEdit *note() const { return m_note; }
    [[nodiscard]] QPushButton *choicesButton() const { return m_choose; }

signals:
    void noteEdited(QDate date, const QString &note);
    void choicesEdited(QDate date, film::DayChoices choices);
    void allowancesEdited(QDate date, const QString &text);
    void unitLineEdited(QDate date, film::UnitId unit, const QString &line);
    void costCodesEdited(QDate date, film::UnitId unit, const QString &account,
                         const QString &episode);
    void historyRequested(QDate date);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCallSheet(const std::optional<DayPlan> &tomorrow, Notation notation);
    void showHistory(Notation notation);
    void showChoices();
    void showAllowances(bool isOtherDay);
    [[nodiscard]] QString allowancesOf(const WorkDay &day) const;

    WeekDay m_day;
    QString m_givenNote;               // waits to be written
    QHash<QDate, QString> m_keptNotes; // that were refused
    struct Row {
        QLabel *title = nullptr;
        QLabel *value = nullptr;
    };
    static void setRow(const Row &row, const QString &title, const QString &value);
    [[nodiscard]] QString whenText(Instant at) const;
    [[nodiscard]] QWidget *makeSheet();
    [[nodiscard]] QWidget *makeHistory();
    [[nodiscard]] QWidget *makePay();
    [[nodiscard]] QWidget *makeChoices();
    [[nodiscard]] QWidget *makeAllowances();
    [[nodiscard]] QWidget *makeUnits();

    std::vector<Unit> m_units; // of the production
    Currency m_money = Currency::Usd;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    std::array<Row, 5> m_sheet;
    QLabel *m_noSheet;
    QPlainTextEdit *m_note;
    QWidget *m_agreed;
    QPushButton *m_choose; // a menu of what the agreement asks about
    std::array<QAction *, dayChoices.size()> m_choices{};
    DayChoices m_offered;
    QWidget *m_beside; // what is paid beside the hours
    QLineEdit *m_allowances;
    std::optional<std::pair<QDate, QString>> m_keptAllowances; // that were refused
    QWidget *m_unitsSection;
    DayUnits *m_dayUnits;
    QWidget *m_pay;
    QLabel *m_payTitle;
    std::array<Row, 8> m_payLines;
    QLabel *m_split; // who bears it
    QLabel *m_payNote;
    std::array<Row, 6> m_history;
    QLabel *m_noHistory;
    QPushButton *m_allHistory;
};

} // namespace film::app
