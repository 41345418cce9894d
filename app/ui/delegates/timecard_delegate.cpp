#include "app/ui/delegates/timecard_delegate.h"

#include "app/ui/approval_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QPainter>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int timecardSidePadding = 6;
constexpr int timecardLineHeight = 42;
constexpr int partHeight = 28;
constexpr int lineMark = 3;
constexpr int lineInset = 12;

} // namespace

TimecardDelegate::TimecardDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void TimecardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    const bool isTotal = index.data(TimecardModel::TotalRole).toBool();
    const bool isSource = index.data(TimecardModel::SourceRole).toBool();
    const bool isFlagged = index.data(TimecardModel::FlaggedRole).toBool();
    const Token background = isTotal ? Token::Header : isSource ? Token::WarnBg : Token::Base;
    painter->fillRect(option.rect, m_theme.color(background));
    if (!isTotal) {
        painter->setPen(m_theme.color(Token::Grid));
        painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    }
    const QString text = index.data().toString();
    const bool isBold = isTotal || index.column() == TimecardModel::Hours;
    painter->setFont(textFont(isBold ? TextRole::Emphasis : TextRole::Body));
    const bool isDash = text == u"–"_s;
    painter->setPen(m_theme.color(isFlagged ? Token::Warn : isDash ? Token::Text3 : Token::Text));
    QRect rect = option.rect.adjusted(timecardSidePadding, 0, -timecardSidePadding, 0);
    if (index.column() == TimecardModel::Flags && text.isEmpty()) {
        // A further unit's line: its flags are the day's.
    } else if (index.column() == TimecardModel::Flags && !isTotal) {
        const auto *model = qobject_cast<const TimecardModel *>(index.model());
        const CardRow &row = model->days()[size_t(index.row())];
        const Token token = isFlagged ? Token::Warn : Token::Ok;
        const QRect icon(rect.left(), rect.top(), metrics::cellIconSize, rect.height());
        m_theme.drawIcon(*painter, QStyle::visualRect(option.direction, option.rect, icon),
                         ApprovalWords::cardIcon(row), token, metrics::cellIconSize);
        painter->setFont(textFont(TextRole::Secondary));
        painter->setPen(m_theme.color(isFlagged ? Token::Warn : Token::Text2));
        rect.setLeft(rect.left() + metrics::cellIconSize + 5);
        rect = QStyle::visualRect(option.direction, option.rect, rect);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    } else if (index.column() == TimecardModel::Day) {
        rect.adjust(4, 0, 0, 0);
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    } else {
        m_theme.figures().draw(*painter, rect, text);
    }
    if (isSource)
        outline(*painter, option.rect, index);
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

// Round the whole block: no line between two cells of it.
void TimecardDelegate::outline(QPainter &painter, const QRect &cell, const QModelIndex &index) const
{
    const auto isSource = [&index](int rows, int columns) {
        return index.siblingAtColumn(index.column() + columns)
            .siblingAtRow(index.row() + rows)
            .data(TimecardModel::SourceRole)
            .toBool();
    };
    const QColor color = m_theme.color(Token::WarnLine);
    const int width = metrics::focusWidth;
    if (!isSource(-1, 0))
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), width), color);
    if (!isSource(1, 0))
        painter.fillRect(QRect(cell.left(), cell.bottom() - width + 1, cell.width(), width), color);
    if (!isSource(0, -1))
        painter.fillRect(QRect(cell.left(), cell.top(), width, cell.height()), color);
    if (!isSource(0, 1))
        painter.fillRect(QRect(cell.right() - width + 1, cell.top(), width, cell.height()), color);
}

PayLineDelegate::PayLineDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void PayLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    painter->save();
    const bool isSelected = option.state & QStyle::State_Selected;
    const bool isFed = index.data(PayLinesModel::FedRole).toBool();
    const bool isPart = index.parent().isValid();
    painter->fillRect(option.rect,
                      m_theme.color(isSelected   ? Token::Tint
                                        : isFed  ? Token::WarnBg
                                        : isPart ? Token::Alt
                                                 : Token::Base));
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const QString text = index.data().toString();
    QRect rect = option.rect.adjusted(timecardSidePadding, 0, -timecardSidePadding, 0);
    if (index.column() == PayLinesModel::Line) {
        if (isSelected)
            painter->fillRect(
                QRect(option.direction == Qt::RightToLeft ? option.rect.right() + 1 - lineMark : 0,
                      option.rect.top(), lineMark, option.rect.height()),
                m_theme.color(Token::Accent));
        const QString reason = index.data(PayLinesModel::ReasonRole).toString();
        rect.setLeft(rect.left() + (isPart ? 4 : 0));
        QRect first = rect;
        if (!reason.isEmpty()) {
            first = QRect(rect.left(), rect.top() + 4, rect.width(), rect.height() / 2 - 3);
            const QRect second(rect.left(), first.bottom() + 1, rect.width(), first.height());
            painter->setFont(textFont(TextRole::Secondary));
            painter->setPen(m_theme.color(Token::Text2));
            painter->drawText(
                second, Qt::AlignLeft | Qt::AlignVCenter,
                painter->fontMetrics().elidedText(reason, Qt::ElideRight, second.width()));
        }
        painter->setFont(textFont(isPart ? TextRole::Secondary : TextRole::Body));
        painter->setPen(m_theme.color(isPart ? Token::Text2 : Token::Text));
        painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, first.width()));
    } else if (index.column() == PayLinesModel::Rule) {
        painter->setPen(m_theme.color(Token::AccentText));
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
    } else {
        const bool isQuiet = index.column() == PayLinesModel::Rate || isPart;
        painter->setPen(m_theme.color(isQuiet ? Token::Text2 : Token::Text));
        painter->setFont(textFont(TextRole::Body));
        m_theme.figures().draw(*painter, rect.adjusted(0, 0, -4, 0), text);
    }
    painter->restore();
}

QSize PayLineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {60, index.parent().isValid() ? partHeight : timecardLineHeight};
}

} // namespace film::app
