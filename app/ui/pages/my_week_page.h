#pragma once

#include "app/controllers/submission_controller.h"
#include "app/controllers/week_controller.h"
#include "app/models/week_model.h"
#include "app/ui/approval_words.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace film::app {

class AheadPanel;
class DayPanel;
class NoticePanel;
class QuestionPanel;
class QuickEntryPanel;
class Theme;
class WeekTable;

// One person's week: quick entry, seven rows, what is ahead today. The day beside it stands in
// a dock of the window.
class MyWeekPage final : public QWidget
{
    Q_OBJECT
public:
    // All outlive the page.
    MyWeekPage(const Theme &theme, WeekController &controller, PayDesk &desk,
               QWidget *parent = nullptr);

    // For the window's dock; owned by whoever takes it.
    [[nodiscard]] DayPanel *dayPanel() const { return m_dayPanel; }
    [[nodiscard]] WeekTable *table() const { return m_table; }
    [[nodiscard]] QuickEntryPanel *quickEntry() const { return m_entry; }
    [[nodiscard]] QuestionPanel *cellQuestion() const { return m_question; }
    [[nodiscard]] QString emptyText() const;
    // Shows how far the week is on its way, with what hands it in and takes it back; outlives
    // the page.
    void setSubmission(SubmissionController &submission);
    [[nodiscard]] QAction *submitAction() const { return m_submit; }
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString sentBackText() const;
    [[nodiscard]] QuestionPanel *submitQuestion() const { return m_submitQuestion; }
    [[nodiscard]] QString initialsText() const;

public slots:
    void setNotation(film::Notation notation);
    void focusQuickEntry();         // Ctrl+E
    void editCell();                // F2
    void showHistory();             // F4
    void goToNextFinding(int step); // F8, Shift+F8
    void askSubmit();               // Ctrl+Shift+Enter; takes back what was submitted

signals:
    // For the status bar; empty clears it.
    void messageShown(const QString &text);
    void dayTitleChanged(const QString &title);
    void weekTitleChanged(const QString &title, QDate first);
    void rulesChanged(const QString &pack); // that the shown week is priced by; empty for none
    void versionsRequested(QDate date);
    void historyRequested(QDate date);

private:
    void build();
    void wire();
    void showSnapshot(const WeekSnapshot &snapshot);
    void showSelected(QDate date);
    void showReading(const QuickReading &reading);
    void showAhead();
    void showPay();
    void showCellQuestion();
    void showSubmission();
    [[nodiscard]] QWidget *makePin();
    void showPin();
    void refuseSignature(const ApprovalMessage &message);
    void answerSubmit(int index);
    void dropSubmit();
    void endSubmit();
    void showForeign();
    void askDispute(const ForeignChange &change);

    const Theme &m_theme;
    WeekController &m_controller;
    WeekModel m_model;
    Notation m_notation = Notation::Tenths;
    SubmissionController *m_submission = nullptr;
    ApprovalWords m_signingWords;
    std::optional<Submission> m_asked;           // what the open question is about
    std::optional<ForeignChange> m_foreignShown; // what the two buttons are about
    QLabel *m_person;
    QLabel *m_state;
    QPushButton *m_submitButton;
    QAction *m_submit;
    NoticePanel *m_sentBack;
    QuestionPanel *m_submitQuestion;
    QLineEdit *m_pin = nullptr;
    QLabel *m_pinHint = nullptr;
    QLabel *m_pinProblem = nullptr;
    QWidget *m_pinPart; // of the question; makes the three above
    NoticePanel *m_foreign;
    QWidget *m_foreignButtons;
    QuickEntryPanel *m_entry;
    NoticePanel *m_empty;
    WeekTable *m_table;
    QuestionPanel *m_question;
    AheadPanel *m_ahead;
    DayPanel *m_dayPanel;
};

} // namespace film::app
