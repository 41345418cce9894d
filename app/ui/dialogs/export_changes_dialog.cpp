#include "app/ui/dialogs/export_changes_dialog.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int exportDialogWidth = 460;
constexpr int passphraseLengthMin = 8;

} // namespace

ExportChangesDialog::ExportChangesDialog(int waiting, const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_notice(new NoticePanel(theme, this))
    , m_export(new KeyHintButton(theme, KeyHintButton::Look::Primary, tr("Choose where to put it…"),
                                 this))
{
    setObjectName(u"exportChangesDialog"_s);
    setWindowTitle(tr("Export changes to a file"));
    setMinimumWidth(exportDialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(10);
    QLabel *intro = makeLabel(
        tr("The %n changes that wait for the server go into one file, sealed with a passphrase. "
           "Import it on a computer that has a connection. They stay here as well, and nothing "
           "counts twice.",
           nullptr, waiting),
        TextRole::Body, "secondary", this);
    intro->setWordWrap(true);
    intro->setMinimumHeight(intro->heightForWidth(exportDialogWidth - 2 * metrics::pageMargin));
    layout->addWidget(intro);
    m_passphrase = addSecret(tr("&Passphrase"), u"changesPassphrase"_s);
    m_again = addSecret(tr("The same &again"), u"changesPassphraseAgain"_s);
    m_hint = makeLabel({}, TextRole::Secondary, "secondary", this);
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);
    layout->addWidget(m_notice);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export->setObjectName(u"exportChangesButton"_s);
    m_export->setDefault(true);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportChangesDialog::submit);
    m_passphrase->setFocus();
    updateButton();
}

QLineEdit *ExportChangesDialog::addSecret(const QString &caption, const QString &name)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(name);
    edit->setEchoMode(QLineEdit::Password);
    QString plain = caption;
    edit->setAccessibleName(plain.remove(u'&'));
    auto *label = new QLabel(caption, this);
    label->setBuddy(edit);
    layout()->addWidget(label);
    layout()->addWidget(edit);
    connect(edit, &QLineEdit::textChanged, this, &ExportChangesDialog::updateButton);
    return edit;
}

// Says what is missing while it is typed, so that nothing has to be refused.
void ExportChangesDialog::updateButton()
{
    const QString first = m_passphrase->text();
    const bool isLong = first.size() >= passphraseLengthMin;
    const bool isSame = first == m_again->text();
    m_hint->setText(!isLong ? tr("At least %n characters. Tell it to the other person in words, "
                                 "not on the stick.",
                                 nullptr, passphraseLengthMin)
                        : isSame
                        ? tr("Without the passphrase nobody can open the file, you neither.")
                        : tr("The two are not the same yet."));
    m_export->setEnabled(!m_isBusy && isLong && isSame);
}

void ExportChangesDialog::showProblem(const QString &text)
{
    m_isBusy = false;
    m_notice->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, text);
    updateButton();
}

void ExportChangesDialog::showProgress(const QString &text)
{
    m_isBusy = true;
    m_notice->say(NoticePanel::Tone::Plain, u"lock"_s, text);
    updateButton();
}

void ExportChangesDialog::submit()
{
    if (m_export->isEnabled())
        emit exportRequested(m_passphrase->text());
}

} // namespace film::app
