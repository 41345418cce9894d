#pragma once

#include "app/controllers/approvals_controller.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace film::app {

// Part of the settings: another PIN to sign with on this computer. The new one is typed blind, so
// it is typed twice.
class PinSettings final : public QWidget
{
    Q_OBJECT
public:
    explicit PinSettings(QWidget *parent = nullptr);

public slots:
    void showAnswer(const film::app::ApprovalMessage &answer);

signals:
    void changeRequested(const film::app::NewPin &pin);

private:
    [[nodiscard]] QLineEdit *addField(const QString &caption, const char *name);
    [[nodiscard]] static QString words(const ApprovalMessage &answer);
    void ask();

    QLineEdit *m_before = nullptr;
    QLineEdit *m_next = nullptr;
    QLineEdit *m_repeated = nullptr;
    QPushButton *m_change = nullptr;
    QLabel *m_said = nullptr;
};

} // namespace film::app
