#include "app/ui/delegates/change_delegate.h"

#include "app/models/outbox_model.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTableView>

#include <array>

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

// The model has no words; the columns' are here, where the table is.
class ChangeHeader final : public QHeaderView
{
    Q_DECLARE_TR_FUNCTIONS(film::app::ChangeHeader)
public:
    explicit ChangeHeader(QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_titles{tr("When"), tr("Who"), tr("Where"), tr("What"), tr("State")}
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

void ChangeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
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

QTableView *makeChangeTable(OutboxModel &changes, const Theme &theme, const QString &name,
                            QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(&changes);
    table->setItemDelegate(new ChangeDelegate(theme, table));
    table->setHorizontalHeader(new ChangeHeader(table));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setTabKeyNavigation(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setAccessibleName(name);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::compactRow);
    table->horizontalHeader()->setFixedHeight(metrics::compactRow);
    constexpr std::array widths{140, 140, 230, 0, 190};
    for (int column = 0; column < OutboxModel::ColumnCount; ++column)
        table->setColumnWidth(column, widths[size_t(column)]);
    table->horizontalHeader()->setSectionResizeMode(OutboxModel::What, QHeaderView::Stretch);
    return table;
}

} // namespace film::app
