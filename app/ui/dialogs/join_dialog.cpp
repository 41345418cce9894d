#include "app/ui/dialogs/join_dialog.h"

#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/invite_code_edit.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int joinDialogWidth = 460;

} // namespace

JoinDialog::JoinDialog(Reason reason, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_code(new InviteCodeEdit(this))
    , m_server(new QLineEdit(this))
    , m_device(new QLineEdit(this))
    , m_newDevice(new QCheckBox(tr("The key is lost: join as a &new computer"), this))
    , m_notice(new NoticePanel(theme, this))
    , m_join(new KeyHintButton(theme, KeyHintButton::Look::Primary,
                               reason == Reason::SignInAgain ? tr("Sign in") : tr("Join"), this))
    , m_account(new QPushButton(tr("With an acc&ount…"), this))
{
    const bool isAgain = reason == Reason::SignInAgain;
    setObjectName(u"joinDialog"_s);
    setWindowTitle(isAgain ? tr("Sign in again") : tr("Join a production"));
    setMinimumWidth(joinDialogWidth);
    m_code->setObjectName(u"inviteCode"_s);
    m_server->setObjectName(u"serverAddress"_s);
    m_device->setObjectName(u"deviceName"_s);
    m_join->setObjectName(u"joinButton"_s);
    m_account->setObjectName(u"accountButton"_s);
    m_account->setToolTip(tr("Sign in with your browser, where the server has that"));
    m_account->setAutoDefault(false);
    m_newDevice->setObjectName(u"newDevice"_s);
    m_server->setPlaceholderText(tr("wss://crew.example.com"));
    QLabel *intro = makeLabel(
        isAgain ? tr("Ask your coordinator for a new invite code. What you entered meanwhile is "
                     "kept here, and is sent once you are signed in.")
                : tr("Your coordinator gave you an invite code and the address of the "
                     "production’s server. What you entered alone stays on this computer, and "
                     "you are asked whether to bring it in."),
        TextRole::Body, "secondary", this);
    intro->setWordWrap(true);
    intro->setMinimumHeight(intro->heightForWidth(joinDialogWidth - 2 * metrics::pageMargin));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(12);
    layout->addWidget(intro);
    for (QLineEdit *edit :
         {addField(tr("Invite &code"), m_code), addField(tr("&Address of the server"), m_server),
          addField(tr("Na&me of this computer"), m_device)})
        connect(edit, &QLineEdit::textChanged, this, &JoinDialog::updateButtons);
    layout->addWidget(m_newDevice);
    layout->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_account, QDialogButtonBox::ActionRole);
    buttons->addButton(m_join, QDialogButtonBox::ActionRole);
    m_join->setDefault(true);
    layout->addWidget(buttons);
    m_newDevice->hide();
    m_notice->hide();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_join, &QPushButton::clicked, this, &JoinDialog::submit);
    connect(m_account, &QPushButton::clicked, this,
            [this] { emit accountRequested(m_server->text().trimmed()); });
    m_code->setFocus();
    updateButtons();
}

QLineEdit *JoinDialog::addField(const QString &caption, QLineEdit *edit)
{
    QLabel *label = makeLabel(caption, TextRole::Secondary, "secondary", this);
    label->setTextFormat(Qt::AutoText);
    label->setBuddy(edit);
    QString name = caption;
    edit->setAccessibleName(name.remove(u'&'));
    auto *field = new QVBoxLayout;
    field->setSpacing(5);
    field->addWidget(label);
    field->addWidget(edit);
    static_cast<QVBoxLayout *>(layout())->addLayout(field);
    return edit;
}

void JoinDialog::setServer(const QString &server)
{
    m_server->setText(server);
}

void JoinDialog::setDeviceName(const QString &name)
{
    m_device->setText(name);
}

QString JoinDialog::deviceName() const
{
    return m_device->text().trimmed();
}

bool JoinDialog::isAsNewDevice() const
{
    return m_newDevice->isChecked();
}

void JoinDialog::showProblem(const QString &text)
{
    m_isBusy = false;
    m_notice->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, text);
    m_notice->show();
    updateButtons();
}

void JoinDialog::showProgress(const QString &text)
{
    m_isBusy = true;
    m_notice->say(NoticePanel::Tone::Plain, u"refresh-cw"_s, text);
    m_notice->show();
    updateButtons();
}

void JoinDialog::offerNewDevice()
{
    m_newDevice->show();
}

void JoinDialog::updateButtons()
{
    const auto isFilled = [](const QLineEdit *edit) { return !edit->text().trimmed().isEmpty(); };
    m_join->setEnabled(!m_isBusy && m_code->isComplete() && isFilled(m_server)
                       && isFilled(m_device));
    m_account->setEnabled(!m_isBusy && isFilled(m_server) && isFilled(m_device));
}

void JoinDialog::submit()
{
    emit joinRequested(m_server->text().trimmed(), m_code->text(), m_device->text().trimmed(),
                       m_newDevice->isChecked());
}

} // namespace film::app
