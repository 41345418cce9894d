#include "app/ui/delegates/search_delegate.h"

#include "app/models/command_search.h"
#include "app/ui/dialogs/command_search_dialog.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

namespace {

constexpr int searchRowHeight = 32;
constexpr int searchInset = 8;
constexpr int searchGap = 8;

} // namespace

SearchDelegate::SearchDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    const auto *entry = index.data(CommandSearchModel::EntryRole).value<const SearchEntry *>();
    if (!entry)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isCurrent = option.state & QStyle::State_Selected;
    if (isCurrent || (option.state & QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(isCurrent ? Token::TintStrong : Token::Header));
        painter->drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), metrics::chipRadius,
                                 metrics::chipRadius);
    }
    QRect rest = option.rect.adjusted(searchInset, 0, -searchInset, 0);
    m_theme.drawIcon(*painter, QRect(rest.left(), rest.top(), metrics::iconSize, rest.height()),
                     CommandSearchDialog::iconOf(entry->kind), Token::Text2, metrics::iconSize);
    rest.setLeft(rest.left() + metrics::iconSize + searchGap);

    painter->setFont(textFont(TextRole::Secondary));
    painter->setPen(m_theme.color(Token::Text2));
    const int keysWidth = painter->fontMetrics().horizontalAdvance(entry->keys);
    painter->drawText(rest, Qt::AlignRight | Qt::AlignVCenter, entry->keys);
    if (keysWidth > 0)
        rest.setRight(rest.right() - keysWidth - 2 * searchGap);

    painter->setFont(textFont(TextRole::Body));
    painter->setPen(m_theme.color(entry->isEnabled ? Token::Text : Token::Text3));
    const QString title =
        painter->fontMetrics().elidedText(entry->title, Qt::ElideRight, rest.width());
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, title);
    rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(title) + searchGap);

    painter->setFont(textFont(TextRole::Secondary));
    painter->setPen(m_theme.color(isCurrent ? Token::Text2 : Token::Text3));
    const QString detail =
        painter->fontMetrics().elidedText(entry->detail, Qt::ElideRight, rest.width());
    painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter, detail);
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, searchRowHeight};
}

} // namespace film::app
