#include "app/ui/delegates/nav_delegate.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

namespace {

constexpr int entryHeight = 32;
constexpr int navInset = 8;
constexpr int radius = 5;

} // namespace

NavDelegate::NavDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void NavDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect entry = option.rect.adjusted(navInset, 1, -navInset, -1);
    const QString iconName = index.data(IconNameRole).toString();
    if (iconName.isEmpty()) { // the name of a group
        painter->setFont(textFont(TextRole::Caption));
        painter->setPen(m_theme.color(Token::Text2));
        if (!m_isRail)
            painter->drawText(entry.adjusted(8, 8, -8, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              index.data().toString());
        painter->restore();
        return;
    }

    const bool isCurrent = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isCurrent || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(isCurrent ? Token::TintStrong : Token::Header));
        painter->drawRoundedRect(entry, radius, radius);
    }
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(entry.adjusted(1, 1, -1, -1), radius, radius);
    }
    const Token iconToken = isCurrent ? Token::AccentText : Token::Text2;
    const int iconLeft = m_isRail ? entry.center().x() - metrics::iconSize / 2 : entry.left() + 8;
    const QRect icon(iconLeft, entry.top(), metrics::iconSize, entry.height());
    m_theme.drawIcon(*painter, QStyle::visualRect(option.direction, entry, icon), iconName,
                     iconToken, metrics::iconSize);
    if (!m_isRail) {
        painter->setFont(textFont(isCurrent ? TextRole::Emphasis : TextRole::Body));
        painter->setPen(m_theme.color(Token::Text));
        painter->drawText(QStyle::visualRect(option.direction, entry, entry.adjusted(32, 0, -8, 0)),
                          Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        paintBadge(*painter, option.direction, entry, index.data(BadgeRole).toString());
    }
    painter->restore();
}

void NavDelegate::paintBadge(QPainter &painter, Qt::LayoutDirection direction, const QRect &rect,
                             const QString &badge) const
{
    if (badge.isEmpty())
        return;
    painter.setFont(textFont(TextRole::Caption));
    const int width = std::max(24, painter.fontMetrics().horizontalAdvance(badge) + 14);
    const QRect pill = QStyle::visualRect(
        direction, rect, QRect(rect.right() - width - 7, rect.center().y() - 9, width, 18));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::WarnBg));
    painter.drawRoundedRect(pill, 9, 9);
    painter.setPen(m_theme.color(Token::Warn));
    painter.drawText(pill, Qt::AlignCenter, badge);
}

QSize NavDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {metrics::navigationRailWidth, entryHeight};
}

} // namespace film::app
