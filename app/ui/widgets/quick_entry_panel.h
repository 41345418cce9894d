#pragma once

#include "app/controllers/week_controller.h"
#include "app/models/pay_desk.h"
#include "shared/domain/time_format.h"

#include <QFrame>
#include <QTimer>

#include <array>

class QComboBox;
class QLabel;

namespace film::app {

class ChoiceRow;
class KeyHintButton;
class NoticePanel;
class QuickLine;
class ReadingRow;
class Theme;

// A whole day in one line, understood out loud before it is saved. Grows in the layout while
// there is something to say; the focus stays in the field.
class QuickEntryPanel final : public QFrame
{
    Q_OBJECT
public:
    QuickEntryPanel(const Theme &theme, WeekController &controller, QWidget *parent = nullptr);

    // Of the day as it is typed; null where nothing prices it.
    // `restCost` says what a short rest would cost, in a sentence.
    void setPay(const rules::DayPay *pay, const QString &restCost);
    void setNotation(Notation notation);
    [[nodiscard]] QuickLine *line() const { return m_line; }
    [[nodiscard]] KeyHintButton *button() const { return m_button; }
    [[nodiscard]] ChoiceRow *choices() const { return m_choices; }

signals:
    void leaveRequested();
    void versionsRequested(QDate date);
    // The panel has more to show than its field, or no longer.
    void opened(bool isOpen);

private:
    void build();
    void wire();
    void showWeek(const WeekSnapshot &snapshot);
    void showDay(QDate date);
    void showReading(const QuickReading &reading);
    void showNotices(const QuickReading &reading);
    void showChoices(const QuickReading &reading);
    void showConfirmed(const QuickReading &reading);
    void showButton();
    void toggleHelp();
    void speak();

    const Theme &m_theme;
    WeekController &m_controller;
    Notation m_notation = Notation::Tenths;
    QString m_restCost;
    QComboBox *m_day;
    QuickLine *m_line;
    KeyHintButton *m_button;
    ReadingRow *m_reading;
    std::array<NoticePanel *, 2> m_notices;
    QLabel *m_more;
    ChoiceRow *m_choices;
    QLabel *m_confirmed;
    QWidget *m_help;
    QLabel *m_examples;
    QTimer m_speech;
};

} // namespace film::app
