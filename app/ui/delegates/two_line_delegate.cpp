#include "app/ui/delegates/two_line_delegate.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

namespace {

constexpr int twoLineRowHeight = 46;
constexpr int rowWidth = 200;
constexpr int twoLineInset = 12;
constexpr int twoLineMarkWidth = 3;

} // namespace

TwoLineDelegate::TwoLineDelegate(const Theme &theme, LookOf lookOf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_lookOf(std::move(lookOf))
{}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Look look = m_lookOf(index);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
    if (isSelected)
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(twoLineMarkWidth, option.rect.height())),
            m_theme.color(Token::Accent));
    const QRect rect = option.rect.adjusted(twoLineInset, 5, -twoLineInset, -5);
    const QRect first(rect.left(), rect.top(), rect.width(), rect.height() / 2);
    const QRect second(rect.left(), first.bottom() + 1, rect.width(), rect.height() / 2);
    painter->setFont(textFont(TextRole::Emphasis));
    painter->setPen(m_theme.color(Token::Text));
    painter->drawText(
        first, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, first.width()));

    painter->setFont(textFont(TextRole::Secondary));
    int right = second.right();
    if (!look.status.isEmpty()) {
        painter->setPen(m_theme.color(look.token));
        painter->drawText(second, Qt::AlignRight | Qt::AlignVCenter, look.status);
        right -= painter->fontMetrics().horizontalAdvance(look.status) + 4;
        if (!look.icon.isEmpty()) {
            right -= metrics::cellIconSize;
            m_theme.drawIcon(*painter,
                             QRect(right, second.top(), metrics::cellIconSize, second.height()),
                             look.icon, look.token, metrics::cellIconSize);
        }
    }
    painter->setPen(m_theme.color(Token::Text2));
    painter->drawText(
        second, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(look.detail, Qt::ElideRight, right - 8 - second.left()));
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {rowWidth, twoLineRowHeight};
}

} // namespace film::app
