#include "app/ui/delegates/queue_delegate.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>
#include <QTreeView>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int personHeight = 46;
constexpr int groupHeight = 28;
constexpr int queueInset = 12;
constexpr int queueMarkWidth = 3;

} // namespace

QueueDelegate::QueueDelegate(const Theme &theme, const ApprovalWords &words, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_words(words)
{}

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    painter->save();
    const QVariant row = index.data(ApprovalQueueModel::RowRole);
    if (row.isValid())
        paintPerson(*painter, option, row.value<QueueRow>());
    else
        paintGroup(*painter, option, index);
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void QueueDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    painter.fillRect(option.rect, m_theme.color(Token::Header));
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const bool isOpen = view && view->isExpanded(index);
    const QRect rect = option.rect.adjusted(queueInset, 0, -queueInset, 0);
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, rect, part);
    };
    m_theme.drawIcon(painter,
                     placed(QRect(rect.left(), rect.top(), metrics::cellIconSize, rect.height())),
                     isOpen                                    ? u"chevron-down"_s
                         : option.direction == Qt::RightToLeft ? u"chevron-left"_s
                                                               : u"chevron-right"_s,
                     Token::Text2, metrics::cellIconSize);
    painter.setFont(textFont(TextRole::SecondaryEmphasis));
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(placed(rect.adjusted(18, 0, 0, 0)), Qt::AlignLeft | Qt::AlignVCenter,
                     index.data().toString());
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter,
                     index.data(ApprovalQueueModel::CountRole).toString());
}

void QueueDelegate::paintPerson(QPainter &painter, const QStyleOptionViewItem &option,
                                const QueueRow &row) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    painter.fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
    if (isSelected)
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                                            QRect(option.rect.topLeft(),
                                                  QSize(queueMarkWidth, option.rect.height()))),
                         m_theme.color(Token::Accent));
    const QRect rect = option.rect.adjusted(queueInset, 5, -queueInset, -5);
    const QRect first(rect.left(), rect.top(), rect.width(), rect.height() / 2);
    const QRect second(rect.left(), first.bottom() + 1, rect.width(), rect.height() / 2);

    painter.setFont(textFont(TextRole::Emphasis));
    painter.setPen(m_theme.color(Token::Text));
    const QString hours = m_words.hours(row.worked);
    const int hoursWidth = int(m_theme.figures().width(painter.font(), hours)) + 1;
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, rect, part);
    };
    const bool isMirrored = option.direction == Qt::RightToLeft;
    m_theme.figures().draw(painter, first, hours, isMirrored ? Qt::AlignLeft : Qt::AlignRight);
    const QRect nameRect = placed(first.adjusted(0, 0, -hoursWidth - 8, 0));
    painter.drawText(nameRect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.name, Qt::ElideRight, nameRect.width()));

    const ApprovalLook look = m_words.status(row);
    painter.setFont(textFont(TextRole::Secondary));
    const int statusWidth = painter.fontMetrics().horizontalAdvance(look.text);
    painter.setPen(m_theme.color(look.token));
    painter.drawText(second, Qt::AlignRight | Qt::AlignVCenter, look.text);
    const QRect icon(second.right() - statusWidth - metrics::cellIconSize - 4, second.top(),
                     metrics::cellIconSize, second.height());
    m_theme.drawIcon(painter, placed(icon), look.icon, look.token, metrics::cellIconSize);
    painter.setPen(m_theme.color(Token::Text2));
    const int left = icon.left() - 8 - second.left();
    painter.drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(row.position, Qt::ElideRight, left));
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const bool isPerson = index.data(ApprovalQueueModel::RowRole).isValid();
    return {200, isPerson ? personHeight : groupHeight};
}

} // namespace film::app
