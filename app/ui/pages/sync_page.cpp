#include "app/ui/pages/sync_page.h"

#include "app/ui/sync_state_text.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/key_hint_button.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

struct StateLook {
    QString icon;
    Token token;
};

StateLook lookOf(ChangeState state)
{
    switch (state) {
    case ChangeState::NeedsAttention: return {u"triangle-alert"_s, Token::Warn};
    case ChangeState::Saved: return {u"hard-drive"_s, Token::Text2};
    case ChangeState::Sent: return {u"send"_s, Token::Text2};
    case ChangeState::Confirmed: return {u"check"_s, Token::Ok};
    }
    return {u"clock"_s, Token::Text2};
}

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

class ChangeDelegate final : public QStyledItemDelegate
{
public:
    ChangeDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
        painter->setPen(m_theme.color(Token::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
        QRect room = option.rect.adjusted(12, 0, -4, -1);
        Token token = Token::Text;
        if (index.column() == OutboxModel::When || index.column() == OutboxModel::What)
            token = Token::Text2;
        if (index.column() == OutboxModel::State) {
            const StateLook look = lookOf(index.data(OutboxModel::StateRole).value<ChangeState>());
            token = look.token;
            m_theme.drawIcon(*painter, QRect(room.left(), room.top(), 14, room.height()), look.icon,
                             look.token, 14);
            room.setLeft(room.left() + 19);
        }
        painter->setFont(textFont(TextRole::Body));
        painter->setPen(m_theme.color(token));
        const QString text =
            QFontMetrics(painter->font())
                .elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width());
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
        painter->restore();
    }

private:
    const Theme &m_theme;
};

// The model has no words; the columns' are here, where the table is.
class ChangeHeader final : public QHeaderView
{
public:
    ChangeHeader(QStringList titles, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_titles(std::move(titles))
    {
        setSectionsClickable(false);
        setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    }

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override
    {
        QHeaderView::initStyleOptionForIndex(option, section);
        option->text = QString(u"  "_s + m_titles.value(section));
    }

private:
    QStringList m_titles;
};

} // namespace

SyncPage::SyncPage(OutboxModel &outbox, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_outbox(outbox)
    , m_theme(theme)
    , m_signIn(new NoticePanel(theme, this))
    , m_attention(new NoticePanel(theme, this))
    , m_toReview(new NoticePanel(theme, this))
    , m_removal(new NoticePanel(theme, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, metrics::pageMargin);
    layout->setSpacing(12);
    layout->addLayout(makeHeader());
    layout->addWidget(makeState());
    layout->addWidget(m_removal);
    layout->addWidget(m_signIn);
    layout->addWidget(m_toReview);
    layout->addWidget(m_attention);
    layout->addWidget(makeTable(), 1);

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
    row->addWidget(m_production);
    row->addStretch();
    row->addWidget(m_syncNow);
    connect(m_syncNow, &QPushButton::clicked, this, &SyncPage::syncRequested);
    return row;
}

QWidget *SyncPage::makeState()
{
    auto *panel = new QFrame(this);
    setKind(panel, "panel");
    panel->setFixedHeight(68);
    m_stateIcon = new QLabel(panel);
    m_stateText = makeLabel({}, TextRole::Emphasis, "emphasis", panel);
    m_stateMessage = makeLabel({}, TextRole::Secondary, "secondary", panel);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_stateText);
    texts->addWidget(m_stateMessage);
    texts->addStretch();
    auto *row = new QHBoxLayout(panel);
    row->setContentsMargins(20, 0, 20, 0);
    row->setSpacing(14);
    row->addWidget(m_stateIcon);
    row->addLayout(texts, 1);
    return panel;
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

    m_table = new QTableView(panel);
    m_table->setModel(&m_outbox);
    m_table->setItemDelegate(new ChangeDelegate(m_theme, m_table));
    m_table->setHorizontalHeader(
        new ChangeHeader({tr("When"), tr("Who"), tr("Where"), tr("What"), tr("State")}, m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setAccessibleName(tr("Changes made on this computer"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    m_table->horizontalHeader()->setFixedHeight(metrics::compactRow);
    constexpr std::array widths{140, 140, 230, 0, 190};
    for (int column = 0; column < OutboxModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[size_t(column)]);
    m_table->horizontalHeader()->setSectionResizeMode(OutboxModel::What, QHeaderView::Stretch);

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
    const SyncLook look = SyncStateText::lookOf(m_state, m_zone);
    m_stateIcon->setPixmap(m_theme.iconPixmap(look.icon, look.iconToken, 20, devicePixelRatioF()));
    m_stateText->setText(look.text);
    m_stateMessage->setText(look.message);
    m_syncNow->setEnabled(m_state.kind != SyncKind::Solo);

    const int waiting = m_outbox.waiting();
    m_count->setText(waiting > 0 ? tr("Waiting for the server: %1").arg(waiting)
                                 : tr("Changes from this computer"));
    m_safe->setText(waiting > 0 ? tr("Safe on this computer") : QString());
    m_nothing->setText(tr("Nothing is waiting."));
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
    }
    m_signIn->setVisible(m_state.kind == SyncKind::SignedOut || m_state.kind == SyncKind::Solo);
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
}

} // namespace film::app
