#include "app/ui/docks/history_panel.h"

#include "app/ui/crew_words_text.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int whenWidth = 130;
constexpr int whoWidth = 210;
constexpr int historyPadding = 16;

class HistoryDelegate final : public QStyledItemDelegate
{
public:
    HistoryDelegate(const Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, metrics::gridRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        painter->save();
        painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
        QRect room = option.rect.adjusted(historyPadding, 0, -historyPadding, 0);
        const auto write = [&](const QString &text, TextRole role, Token token, int width) {
            painter->setFont(textFont(role));
            painter->setPen(m_theme.color(token));
            const QString shown =
                QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, width - 8);
            painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, shown);
            room.setLeft(room.left() + width);
        };
        const auto text = [&](int role) { return index.data(role).toString(); };
        write(text(HistoryModel::WhenRole), TextRole::Secondary, Token::Text2, whenWidth);
        write(text(HistoryModel::WhoRole), TextRole::Body, Token::Text, whoWidth);
        if (index.data(HistoryModel::IsPendingRole).toBool())
            m_theme.drawIcon(*painter, QRect(room.left() - 18, room.top(), 14, room.height()),
                             u"clock"_s, Token::Text3, metrics::cellIconSize);
        const QString reason = text(HistoryModel::ReasonRole);
        write(text(HistoryModel::ChangeRole), TextRole::Emphasis, Token::Text,
              reason.isEmpty() ? room.width() : room.width() / 2);
        if (!reason.isEmpty())
            write(reason, TextRole::Secondary, Token::Text2, room.width());
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

HistoryPanel::HistoryPanel(HistoryController &controller, HistoryModel &history,
                           const CrewWordsText &words, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_history(history)
    , m_words(words)
    , m_title(makeLabel({}, TextRole::Emphasis, "emphasis", this))
    , m_hint(makeLabel({}, TextRole::Secondary, "hint", this))
    , m_list(new QListView(this))
    , m_restore(new QPushButton(tr("Restore this value"), this))
{
    m_list->setModel(&history);
    m_list->setItemDelegate(new HistoryDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("History of the day"));
    setKind(m_restore, "link");
    m_restore->setToolTip(tr("Writes a new change; nothing is taken out of the history"));

    auto *top = new QHBoxLayout;
    top->setContentsMargins(16, 2, 8, 2);
    top->addWidget(m_title);
    top->addWidget(m_hint);
    top->addStretch();
    top->addWidget(m_restore);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(top);
    layout->addWidget(m_list);

    connect(&controller, &HistoryController::shownChanged, this, &HistoryPanel::describe);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryPanel::updateButton);
    connect(&history, &QAbstractItemModel::modelReset, this, &HistoryPanel::updateButton);
    connect(m_restore, &QPushButton::clicked, &controller,
            [this] { m_controller.restore(m_list->currentIndex().row()); });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    describe();
    updateButton();
}

void HistoryPanel::setPerson(const QString &name)
{
    m_person = name;
    describe();
}

void HistoryPanel::describe()
{
    const auto &shown = m_controller.shown();
    m_title->setVisible(shown.has_value());
    if (!shown) {
        m_hint->setText(tr("Select a day and press F4."));
        return;
    }
    m_title->setText(
        tr("%1, %2", "a person, a date").arg(m_person, m_words.shortDate(shown->date)));
    if (m_history.history().beginsLater())
        m_hint->setText(tr("The history on this computer begins when it joined; older values came "
                           "before."));
    else
        m_hint->setText(m_history.rowCount() == 0 ? tr("Nothing was entered for this day yet.")
                                                  : QString());
}

void HistoryPanel::updateButton()
{
    m_restore->setEnabled(m_list->currentIndex().data(HistoryModel::CanRestoreRole).toBool());
}

} // namespace film::app
