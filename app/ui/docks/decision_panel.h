#pragma once

#include "app/ui/approval_words.h"

#include <QScrollArea>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace film::app {

class KeyHintButton;
class Theme;

// What a card was held against, a comment, the signature and what was said about the card.
class DecisionPanel final : public QScrollArea
{
    Q_OBJECT
public:
    DecisionPanel(ApprovalsController &controller, const TimecardModel &card,
                  const ApprovalWords &words, const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] QLineEdit *pinField() const { return m_pin; }
    [[nodiscard]] QPlainTextEdit *comment() const { return m_comment; }
    [[nodiscard]] KeyHintButton *approveButton() const { return m_approve; }
    [[nodiscard]] KeyHintButton *sendBackButton() const { return m_sendBack; }
    [[nodiscard]] QPushButton *withdrawButton() const { return m_withdraw; }
    // What the panel says beside the button, as a test and a screen reader see it.
    [[nodiscard]] QString problem() const;

public slots:
    void approve();  // Ctrl+Enter
    void sendBack(); // Ctrl+B
    void refresh();
    void showMessage(const film::app::ApprovalMessage &message);

signals:
    void historyRequested();

private:
    void build();
    [[nodiscard]] QWidget *makeChecks();
    [[nodiscard]] QWidget *makeComment();
    [[nodiscard]] QWidget *makeSignature();
    [[nodiscard]] QWidget *makeHistory();
    void showChecks();
    void showSignature();
    void showHistory();
    void showDays();
    void clearTyped();
    void say(const QString &text);

    ApprovalsController &m_controller;
    const TimecardModel &m_card;
    const ApprovalWords &m_words;
    const Theme &m_theme;
    QString m_why; // the card cannot be signed, as it was said last
    PersonId m_shown;
    QVBoxLayout *m_checks = nullptr;
    QLabel *m_askWhat = nullptr;
    QWidget *m_days = nullptr;
    QList<QToolButton *> m_dayButtons;
    QPlainTextEdit *m_comment = nullptr;
    QLabel *m_signAs = nullptr;
    QLineEdit *m_pin = nullptr;
    QLabel *m_pinHint = nullptr;
    KeyHintButton *m_approve = nullptr;
    KeyHintButton *m_sendBack = nullptr;
    QPushButton *m_withdraw = nullptr;
    QLabel *m_problem = nullptr;
    QLabel *m_hint = nullptr;
    QVBoxLayout *m_history = nullptr;
    QPushButton *m_allHistory = nullptr;
};

} // namespace film::app
