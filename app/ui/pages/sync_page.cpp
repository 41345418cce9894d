#include "app/ui/pages/sync_page.h"

#include "app/ui/delegates/change_delegate.h"
#include "app/ui/dialogs/preview_table.h"
#include "app/ui/sync_path_text.h"
#include "app/ui/sync_state_text.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QAction>
#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString refusalText(ChangeRefusal refusal)
{
    switch (refusal) {
    case ChangeRefusal::NotAllowed:
        return SyncPage::tr("Your role on this production does not allow this. The coordinator "
                            "has it and decides.");
    case ChangeRefusal::Unreadable:
        return SyncPage::tr("The server could not read it. Enter it again; if that happens again, "
                            "the server may need an update.");
    case ChangeRefusal::OtherProduction: return SyncPage::tr("It belongs to another production.");
    case ChangeRefusal::OtherAuthor:
        return SyncPage::tr("It was made under another sign-in of this computer. Enter it again "
                            "if it is missing.");
    case ChangeRefusal::Unsupported:
        return SyncPage::tr("The server is too old for it. Ask the production office for an "
                            "update, then enter it again.");
    case ChangeRefusal::BadValues:
        return SyncPage::tr("Its times or values cannot be. Correct the day and save it again.");
    case ChangeRefusal::ServerRecord:
        return SyncPage::tr("The server cannot read what it has of this day. Tell the production "
                            "office.");
    case ChangeRefusal::Database:
        return SyncPage::tr("The server’s database did not take it. Tell the production office, "
                            "then enter it again.");
    case ChangeRefusal::Unsaid: break;
    }
    return SyncPage::tr("Ask the production office before entering it again.");
}

} // namespace

SyncPage::SyncPage(OutboxModel &outbox, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_outbox(outbox)
    , m_theme(theme)
    , m_exportAction(new QAction(tr("&Export changes to a file…"), this))
    , m_importAction(new QAction(tr("&Import changes from a file…"), this))
    , m_path(new SyncPath(theme, this))
    , m_signIn(new NoticePanel(theme, this))
    , m_attention(new NoticePanel(theme, this))
    , m_toReview(new NoticePanel(theme, this))
    , m_removal(new NoticePanel(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, metrics::pageMargin);
    layout->setSpacing(12);
    m_exportAction->setObjectName(u"exportChanges"_s);
    m_importAction->setObjectName(u"importChanges"_s);
    layout->addLayout(makeHeader());
    layout->addWidget(makePath());
    layout->addWidget(m_removal);
    layout->addWidget(m_signIn);
    layout->addWidget(m_toReview);
    layout->addWidget(m_attention);
    layout->addWidget(makeTable(), 3);
    layout->addWidget(makeDevices(), 2);

    // As it is seen, not as it was made.
    QWidget *before = findChild<QWidget *>(u"importChangesButton"_s);
    for (QWidget *next : std::initializer_list<QWidget *>{
             findChild<QWidget *>(u"exportChangesButton"_s), m_syncNow, m_removal->button(),
             m_signIn->button(), m_toReview->button(), m_attention->button(), m_table, m_devices})
        setTabOrder(std::exchange(before, next), next);

    connect(m_exportAction, &QAction::triggered, this, &SyncPage::exportRequested);
    connect(m_importAction, &QAction::triggered, this, &SyncPage::importRequested);
    connect(m_attention, &NoticePanel::actionRequested, this, [this] {
        if (m_dayToOpen.isValid())
            emit dayRequested(m_dayToOpen);
    });
    connect(&outbox, &OutboxModel::countsChanged, this, &SyncPage::describe);
    m_signIn->setObjectName(u"signInNotice"_s);
    connect(m_signIn, &NoticePanel::actionRequested, this, &SyncPage::joinRequested);
    connect(m_toReview, &NoticePanel::actionRequested, this, &SyncPage::conflictsRequested);
    connect(m_removal, &NoticePanel::actionRequested, this, &SyncPage::removalAccepted);
    connect(&theme, &Theme::changed, this, &SyncPage::describe);
    describe();
}

QLayout *SyncPage::makeHeader()
{
    m_production = makeLabel({}, TextRole::Body, "secondary", this);
    m_syncNow =
        new KeyHintButton(m_theme, KeyHintButton::Look::Plain, tr("Try the server now"), this);
    m_syncNow->setIconName(u"refresh-cw"_s);
    m_syncNow->setHint(tr("F5"));
    m_syncNow->setObjectName(u"syncNow"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Sync"), TextRole::Title, "title", this));
    row->addSpacing(8);
    m_production->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_production, 1);
    row->addWidget(makeActionButton(m_importAction, u"folder-open"_s, tr("Import…")));
    row->addWidget(makeActionButton(m_exportAction, u"hard-drive"_s, tr("Export…")));
    row->addWidget(m_syncNow);
    connect(m_syncNow, &QPushButton::clicked, this, &SyncPage::syncRequested);
    return row;
}

// A button that is what its action is.
QWidget *SyncPage::makeActionButton(QAction *action, const QString &icon, const QString &text)
{
    auto *button = new KeyHintButton(m_theme, KeyHintButton::Look::Plain, text, this);
    button->setIconName(icon);
    button->setAccessibleName(action->text().remove(u'&'));
    button->setObjectName(action->objectName() + u"Button"_s);
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    });
    return button;
}

QWidget *SyncPage::makePath()
{
    auto *panel = new QFrame(this);
    setKind(panel, "panel");
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_path);
    return panel;
}

QWidget *SyncPage::makeDevices()
{
    m_devicesPanel = new QFrame(this);
    setKind(m_devicesPanel, "panel");
    m_devices = makePreviewTable({tr("Computer"), tr("Person"), tr("State"), tr("Last change")},
                                 tr("Computers of this production"), m_devicesPanel);
    m_devices->setObjectName(u"devicesTable"_s);
    m_devices->setFrameShape(QFrame::NoFrame);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 10);
    top->setSpacing(8);
    top->addWidget(makeLabel(tr("Computers"), TextRole::Section, "section", m_devicesPanel));
    top->addStretch();
    QLabel *note = makeLabel(tr("A computer that was not heard from has lost nothing."),
                             TextRole::Secondary, "secondary", m_devicesPanel);
    note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    top->addWidget(note, 1);
    auto *layout = new QVBoxLayout(m_devicesPanel);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeLine(Qt::Horizontal, m_devicesPanel));
    layout->addWidget(m_devices, 1);
    m_devicesPanel->hide();
    return m_devicesPanel;
}

QWidget *SyncPage::makeTable()
{
    auto *panel = new QFrame(this);
    setKind(panel, "panel");
    m_count = makeLabel({}, TextRole::Section, "section", panel);
    m_safe = makeLabel({}, TextRole::Secondary, "secondary", panel);
    m_nothing = makeLabel({}, TextRole::Body, "secondary", panel);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_earlier = makeLabel({}, TextRole::Secondary, "secondary", panel);
    m_earlier->setContentsMargins(12, 4, 12, 6);

    m_table = makeChangeTable(m_outbox, m_theme, tr("Changes made on this computer"), panel);
    m_table->setObjectName(u"changesTable"_s);

    auto *top = new QHBoxLayout;
    top->setContentsMargins(12, 10, 12, 10);
    top->addWidget(m_count);
    top->addStretch();
    top->addWidget(m_safe);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(makeLine(Qt::Horizontal, panel));
    layout->addWidget(m_table, 1);
    layout->addWidget(m_nothing, 1);
    layout->addWidget(m_earlier);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &SyncPage::describeAttention);
    return panel;
}

void SyncPage::setSyncState(const SyncState &state)
{
    m_state = state;
    describe();
}

void SyncPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    describe();
}

void SyncPage::setProduction(const QString &title)
{
    m_production->setText(title);
}

void SyncPage::describe()
{
    const SyncPathText::Path path = SyncPathText::pathOf(m_state, m_zone);
    m_path->setPath(path.places, path.lines);
    m_syncNow->setEnabled(m_state.kind != SyncKind::Solo);

    const int waiting = m_outbox.waiting();
    m_count->setText(waiting > 0 ? tr("Waiting for the server: %1").arg(waiting)
                                 : tr("Changes from this computer"));
    m_safe->setText(waiting > 0 ? tr("Safe on this computer") : QString());
    m_nothing->setText(nothingText());
    describeCarrying(waiting);
    m_nothing->setVisible(m_outbox.rowCount() == 0);
    m_table->setVisible(m_outbox.rowCount() > 0);
    m_earlier->setText(tr("and %n earlier changes", nullptr, m_outbox.earlier()));
    m_earlier->setVisible(m_outbox.earlier() > 0);

    if (m_state.toReview > 0) {
        m_toReview->say(NoticePanel::Tone::Warning, u"split"_s,
                        m_state.toReview == 1
                            ? tr("1 day has two versions")
                            : tr("%n days have two versions", nullptr, m_state.toReview),
                        {tr("Both are kept. Choose when it suits you.")});
        m_toReview->setAction(tr("Compare and choose…"));
    }
    m_toReview->setVisible(m_state.toReview > 0);
    if (m_state.kind == SyncKind::Review) {
        m_removal->say(
            NoticePanel::Tone::Warning, u"triangle-alert"_s,
            tr("The server lacks %1 of the %2 records on this computer")
                .arg(QLocale().toString(m_state.removalMissing),
                     QLocale().toString(m_state.removalHeld)),
            {tr("That happens after a wrong restore, or when the address leads to another server. "
                "Nothing was removed here, and your own changes stay in any case."),
             tr("Ask the production office first. If the server is right, take over what it "
                "has.")});
        m_removal->setAction(tr("Take over what the server has"));
    }
    m_removal->setVisible(m_state.kind == SyncKind::Review);
    describeSignIn();
    describeAttention();
}

QString SyncPage::nothingText() const
{
    if (m_state.kind == SyncKind::Solo)
        return tr("Nothing waits: these times are only for this computer.");
    if (!m_state.lastSyncedAt)
        return tr("Nothing is waiting.");
    const QString at = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*m_state.lastSyncedAt), m_zone)
                           .toString(u"HH:mm"_s);
    return tr("Nothing is waiting. Last in step %1.").arg(at);
}

// A button that cannot be pressed says why.
void SyncPage::describeCarrying(int waiting)
{
    const bool isSolo = m_state.kind == SyncKind::Solo;
    m_exportAction->setEnabled(!isSolo && waiting > 0);
    m_exportAction->setToolTip(isSolo ? tr("There is no production to carry changes to yet.")
                                   : waiting > 0
                                   ? tr("For a memory stick, when there is no network at all")
                                   : tr("Nothing is waiting, so there is nothing to export."));
    m_importAction->setEnabled(!isSolo);
    m_importAction->setToolTip(isSolo ? tr("There is no production to bring changes into yet.")
                                      : tr("That another computer exported"));
}

void SyncPage::setDevices(const std::vector<DeviceSeen> &devices, const CrewWords &words)
{
    m_devices->setRowCount(0);
    for (const DeviceSeen &device : devices) {
        const QString name = device.isThis ? tr("This computer")
            : device.person.isEmpty()      ? tr("Another computer")
                                           : tr("Computer of %1").arg(device.person);
        const QString state =
            device.isThis ? tr("You are working on it") : tr("Its changes up to then are here");
        addPreviewRow(*m_devices,
                      {name, device.person, state, device.at ? words.moment(*device.at) : u"–"_s});
    }
    fitPreviewColumns(*m_devices);
    m_devicesPanel->setVisible(!devices.empty());
}

void SyncPage::describeSignIn()
{
    if (m_state.kind == SyncKind::SignedOut) {
        m_signIn->say(NoticePanel::Tone::Warning, u"lock"_s, tr("This computer is signed out"),
                      {tr("You can keep working. What you enter is kept here, and is sent once you "
                          "have signed in with a new code.")});
        m_signIn->setAction(tr("Sign in again…"));
    } else if (m_state.kind == SyncKind::Solo) {
        m_signIn->say(NoticePanel::Tone::Plain, u"laptop"_s,
                      tr("These times are only on this computer"),
                      {tr("You can join a production at any time, and bring them in.")});
        m_signIn->setAction(tr("Join a production…"));
    } else if (m_state.kind == SyncKind::Revoked || m_state.kind == SyncKind::TooOld) {
        const SyncLook look = SyncStateText::lookOf(m_state, m_zone);
        m_signIn->say(NoticePanel::Tone::Warning, look.icon, look.text, {look.message});
        m_signIn->setAction({});
    }
    m_signIn->setVisible(m_state.kind == SyncKind::SignedOut || m_state.kind == SyncKind::Solo
                         || m_state.kind == SyncKind::Revoked || m_state.kind == SyncKind::TooOld);
}

// The refused change that is selected, else the first, with its reason and what to do.
void SyncPage::describeAttention()
{
    const int count = m_outbox.needingAttention();
    m_attention->setVisible(count > 0);
    if (count == 0)
        return;
    const int current = m_table->currentIndex().row();
    const bool isRefused =
        current >= 0 && m_outbox.change(current).state == ChangeState::NeedsAttention;
    const QModelIndex index = m_outbox.index(isRefused ? current : 0, OutboxModel::Where);
    const QString headline = count == 1
        ? tr("The server did not accept 1 change. It is kept here.")
        : tr("The server did not accept %n changes. They are kept here.", nullptr, count);
    const QString what = tr("%1: %2", "where, what")
                             .arg(index.data().toString(),
                                  index.siblingAtColumn(OutboxModel::What).data().toString());
    const QVariant refusal = index.data(OutboxModel::RefusalRole);
    const QString why = refusal.isValid()
        ? refusalText(refusal.value<ChangeRefusal>())
        : tr("Ask the production office before entering it again.");
    m_attention->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, headline, {what, why});
    const std::optional<WorkDay> &day = m_outbox.change(index.row()).after;
    m_dayToOpen = day ? day->key.date : QDate();
    m_attention->setAction(m_dayToOpen.isValid() ? tr("Open the day") : QString());
}

} // namespace film::app
