#pragma once

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;

namespace film::app {

class InviteCodeEdit;
class KeyHintButton;
class NoticePanel;
class Theme;

// An invite code for a computer that is in use already: to sign in again, or to join a production
// after starting alone. It only asks; whoever opened it says what came of it.
class JoinDialog final : public QDialog
{
    Q_OBJECT
public:
    enum class Reason { SignInAgain, JoinLater };

    JoinDialog(Reason reason, const Theme &theme, QWidget *parent = nullptr);

    void setServer(const QString &server);
    void setDeviceName(const QString &name);
    [[nodiscard]] QString deviceName() const;
    [[nodiscard]] bool isAsNewDevice() const;
    // What went wrong; the form works again.
    void showProblem(const QString &text);
    void showProgress(const QString &text);
    // The key of this computer cannot be read: it may say that it does without.
    void offerNewDevice();

signals:
    // With an account instead of the code.
    void accountRequested(const QString &server);
    void joinRequested(const QString &server, const QString &code, const QString &deviceName,
                       bool asNewDevice);

private:
    [[nodiscard]] QLineEdit *addField(const QString &caption, QLineEdit *edit);
    void updateButtons();
    void submit();

    InviteCodeEdit *m_code;
    QLineEdit *m_server;
    QLineEdit *m_device;
    QCheckBox *m_newDevice;
    NoticePanel *m_notice;
    KeyHintButton *m_join;
    QPushButton *m_account;
    bool m_isBusy = false;
};

} // namespace film::app
