#include "app/ui/dialogs/import_changes_dialog.h"

#include "app/ui/delegates/change_delegate.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int importChangesDialogWidth = 520;
constexpr QSize openSize(820, 520);

} // namespace

ImportChangesDialog::ImportChangesDialog(const QString &fileName, const CrewWords &words,
                                         const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_words(words)
    , m_changes(words)
    , m_caption(new QLabel(tr("&Passphrase"), this))
    , m_passphrase(new QLineEdit(this))
    , m_table(makeChangeTable(m_changes, theme, tr("Changes in the file"), this))
    , m_notice(new NoticePanel(theme, this))
    , m_act(new KeyHintButton(theme, KeyHintButton::Look::Primary, tr("Open"), this))
{
    setObjectName(u"importChangesDialog"_s);
    setWindowTitle(tr("Import changes from a file"));
    setMinimumWidth(importChangesDialogWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, metrics::pageMargin, metrics::pageMargin,
                               metrics::pageMargin);
    layout->setSpacing(10);
    QLabel *intro = makeLabel(tr("%1 is sealed. Whoever exported it knows the passphrase. You see "
                                 "what is in it before anything changes here.")
                                  .arg(fileName),
                              TextRole::Body, "secondary", this);
    intro->setWordWrap(true);
    intro->setMinimumHeight(
        intro->heightForWidth(importChangesDialogWidth - 2 * metrics::pageMargin));
    layout->addWidget(intro);
    m_passphrase->setObjectName(u"changesPassphrase"_s);
    m_passphrase->setEchoMode(QLineEdit::Password);
    m_passphrase->setAccessibleName(tr("Passphrase"));
    m_caption->setBuddy(m_passphrase);
    layout->addWidget(m_caption);
    layout->addWidget(m_passphrase);
    layout->addWidget(m_notice);
    m_table->setColumnHidden(OutboxModel::State, true);
    layout->addWidget(m_table, 1);
    m_table->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_act->setObjectName(u"importChangesButton"_s);
    m_act->setDefault(true);
    buttons->addButton(m_act, QDialogButtonBox::ActionRole);
    layout->addWidget(buttons);
    connect(m_passphrase, &QLineEdit::textChanged, this, &ImportChangesDialog::updateButton);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_act, &QPushButton::clicked, this, &ImportChangesDialog::act);
    m_passphrase->setFocus();
    updateButton();
}

void ImportChangesDialog::updateButton()
{
    m_act->setText(m_isOpen ? tr("Take in %n changes", nullptr, m_toTake) : tr("Open"));
    m_act->setEnabled(!m_isBusy
                      && (m_isOpen ? m_toTake > 0 : m_canTry && !m_passphrase->text().isEmpty()));
    m_passphrase->setEnabled(m_canTry && !m_isBusy);
}

void ImportChangesDialog::act()
{
    if (m_isOpen)
        emit takeRequested();
    else
        emit openRequested(m_passphrase->text());
}

void ImportChangesDialog::showProblem(const QString &text, bool canTryAgain)
{
    m_isBusy = false;
    m_canTry = canTryAgain;
    m_notice->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, text);
    updateButton();
    if (canTryAgain) {
        m_passphrase->setFocus();
        m_passphrase->selectAll();
    }
}

void ImportChangesDialog::showProgress(const QString &text)
{
    m_isBusy = true;
    m_notice->say(NoticePanel::Tone::Plain, u"lock"_s, text);
    updateButton();
}

void ImportChangesDialog::showContent(CarriedView content)
{
    m_isBusy = false;
    m_isOpen = true;
    m_toTake = content.toTake;
    m_caption->hide();
    m_passphrase->hide();
    const QString when = m_words.moment(content.madeAt);
    const QString headline = content.isOwn
        ? tr("From this computer, %1. %n changes are missing here and come back as they were.",
             nullptr, content.toTake)
              .arg(when)
        : tr("From %2, %1. %n changes can be taken in.", nullptr, content.toTake)
              .arg(when, content.author);
    QStringList lines;
    if (!content.isOwn && content.toTake > 0)
        lines += tr("They are sent as entered by you, from their file. Where somebody entered "
                    "something else meanwhile, both versions are kept.");
    if (content.known > 0)
        lines += tr("%n more are here already and are left as they are.", nullptr, content.known);
    if (content.left > 0)
        lines += tr("%n more cannot be taken by you, such as signatures or other departments’ "
                    "days. They are safe on the computer that made them and are sent from there.",
                    nullptr, content.left);
    m_notice->say(content.toTake > 0 ? NoticePanel::Tone::Plain : NoticePanel::Tone::Confirmed,
                  content.toTake > 0 ? u"download"_s : u"check"_s, headline, lines);
    OutboxSnapshot snapshot;
    snapshot.changes = std::move(content.changes);
    m_changes.setSnapshot(std::move(snapshot));
    m_table->setVisible(m_changes.rowCount() > 0);
    if (m_table->isVisibleTo(this))
        resize(openSize);
    updateButton();
    (m_toTake > 0 ? static_cast<QWidget *>(m_act) : this)->setFocus();
}

} // namespace film::app
