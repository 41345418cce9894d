#pragma once

#include "app/controllers/delegation_controller.h"

#include <QDialog>

class QComboBox;
class QDateEdit;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace film::app {

// Who signs in the place of this person, and until when: given here and taken back here.
class DelegateDialog final : public QDialog
{
    Q_OBJECT
public:
    // `today` is the production's.
    DelegateDialog(DelegationController &controller, QDate today, QWidget *parent = nullptr);

    [[nodiscard]] QString said() const;

private:
    void showDelegations();
    void addStanding(const Delegation &delegation);
    void give();
    void say(const QString &text, const char *kind);

    DelegationController &m_controller;
    QDate m_today;
    QComboBox *m_who;
    QDateEdit *m_until;
    QPushButton *m_give;
    QLabel *m_standingTitle;
    QVBoxLayout *m_standing;
    QLabel *m_said;
};

} // namespace film::app
