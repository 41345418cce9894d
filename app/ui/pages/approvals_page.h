#pragma once

#include "app/ui/approval_words.h"

#include <QModelIndex>
#include <QWidget>

#include <optional>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;
class QToolButton;
class QTreeView;

namespace film::app {

class ApprovalSteps;
class DecisionPanel;
class KeyHintButton;
class NoticePanel;
class Theme;

// The timecards that wait for a decision: the queue, the card with its pay lines, and beside it in
// a dock what is decided.
class ApprovalsPage final : public QWidget
{
    Q_OBJECT
public:
    // All outlive the page.
    struct Parts {
        ApprovalsController &controller;
        ApprovalQueueModel &queue;
        TimecardModel &card;
        PayLinesModel &lines;
        ApprovalWords &words;
    };
    ApprovalsPage(const Parts &parts, const Theme &theme, QWidget *parent = nullptr);

    // For the window's dock; owned by whoever takes it.
    [[nodiscard]] DecisionPanel *decisionPanel() const { return m_decision; }
    [[nodiscard]] QTreeView *queueView() const { return m_queueView; }
    [[nodiscard]] QTableView *cardView() const { return m_cardView; }
    [[nodiscard]] QTreeView *linesView() const { return m_linesView; }
    [[nodiscard]] KeyHintButton *bulkButton() const { return m_bulk; }
    [[nodiscard]] QString noticeText() const;
    [[nodiscard]] QString ruleText() const;
    // For the window's menu, while the page is shown.
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }

public slots:
    void setNotation(film::Notation notation);
    void focusFilter();
    void askBulk();
    void askDelegate();

signals:
    // For the status bar.
    void messageShown(const QString &text);
    void progressShown(const QString &text); // "2 of 9 approved"
    void rulesChanged(const QString &pack);
    void waitingChanged(int count);
    void versionsRequested(const film::WorkDayKey &key);
    void delegationRequested(QDate today);

private:
    [[nodiscard]] QWidget *makeQueue();
    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] QWidget *makeHeader();
    [[nodiscard]] QWidget *makeRuleBox();
    void wire();
    void addCommand(const QString &text, const QKeySequence &keys, std::function<void()> run);
    void showQueue();
    void showCard();
    [[nodiscard]] QModelIndex firstToLookAt() const;
    void showHeader();
    void showApprovedPay();
    void showSteps();
    void showBulk(const BulkOffer &offer, const QString &question);
    void showNotice();
    void showLine();
    void fitTables();

    ApprovalsController &m_controller;
    ApprovalQueueModel &m_queue;
    TimecardModel &m_card;
    PayLinesModel &m_lines;
    ApprovalWords &m_words;
    const Theme &m_theme;
    QList<QAction *> m_commands;
    std::optional<BulkOffer> m_bulkAsked; // until it is answered: a first PIN is asked for twice
    QLabel *m_scope = nullptr;
    QLineEdit *m_filter = nullptr;
    QTreeView *m_queueView = nullptr;
    KeyHintButton *m_bulk = nullptr;
    QLabel *m_initials = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_terms = nullptr;
    QLabel *m_position = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QWidget *m_cardPart = nullptr;
    ApprovalSteps *m_steps = nullptr;
    QLabel *m_inPlace = nullptr;
    QPushButton *m_delegate = nullptr;
    NoticePanel *m_notice = nullptr;
    QTableView *m_cardView = nullptr;
    QWidget *m_payPart = nullptr;
    QLabel *m_noPay = nullptr;
    QTreeView *m_linesView = nullptr;
    QLabel *m_gross = nullptr;
    QLabel *m_approvedPay = nullptr; // what it was signed as
    QWidget *m_ruleBox = nullptr;
    QLabel *m_rule = nullptr;
    DecisionPanel *m_decision = nullptr;
};

inline constexpr char approvalsPageId[] = "approvals";

class MainWindow;
// Puts the page and its dock into the window.
void addApprovals(MainWindow &window, ApprovalsPage *page, ApprovalsController &controller);

} // namespace film::app
