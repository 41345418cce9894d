#pragma once

#include "app/models/week_model.h"

#include <QScrollArea>

class QGridLayout;
class QPlainTextEdit;
class QPushButton;

namespace film::app {

// The selected day beside the week: its call sheet, a note, the last of its history.
class DayPanel final : public QScrollArea
{
    Q_OBJECT
public:
    explicit DayPanel(QWidget *parent = nullptr);

    void setDay(const WeekDay &day, const std::optional<DayPlan> &tomorrow, Notation notation);
    [[nodiscard]] QPlainTextEdit *note() const { return m_note; }

signals:
    void noteEdited(QDate date, const QString &note);
    void historyRequested(QDate date);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showCallSheet(const std::optional<DayPlan> &tomorrow, Notation notation);
    void showHistory(Notation notation);
    void commitNote();

    WeekDay m_day;
    QGridLayout *m_sheet;
    QPlainTextEdit *m_note;
    QGridLayout *m_history;
    QPushButton *m_allHistory;
};

} // namespace film::app
