#include "app/ui/delegates/day_delegate.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"

#include <QLineEdit>
#include <QPainter>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int dayPadding = 6;
constexpr int dayMarkWidth = 3; // of the selected day, at the left edge
constexpr int barredDayTextLeft = 12;
constexpr int dayBarHeight = 10;

WeekRow rowOf(const QModelIndex &index)
{
    return index.data(WeekModel::RowRole).value<WeekRow>();
}

const QTableView *viewOf(const QStyleOptionViewItem &option)
{
    return qobject_cast<const QTableView *>(option.widget);
}

bool isSelectedRow(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QTableView *view = viewOf(option);
    return view && view->currentIndex().row() == index.row();
}

} // namespace

DayDelegate::DayDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

DayScale DayDelegate::scaleFor(const QRect &column)
{
    DayScale scale;
    scale.left = column.left() + dayPadding;
    scale.width = column.width() - 3 * dayPadding;
    return scale;
}

void DayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const WeekRow row = rowOf(index);
    painter->save();
    paintBackground(*painter, option, index, row);
    const QString resting = WeekWords::restingText(row);
    const bool isTimes = index.column() > WeekModel::Day && index.column() < WeekModel::Checks;
    if (index.column() == WeekModel::Day)
        paintDay(*painter, option.rect, row);
    else if (isTimes && !resting.isEmpty())
        paintAcross(*painter, option, WeekModel::Call, resting);
    else if (isTimes)
        paintFigure(*painter, option.rect, index, row);
    else if (row.day.isUnreadable)
        paintAcross(*painter, option, WeekModel::Checks, {});
    else if (index.column() == WeekModel::Checks)
        paintFinding(*painter, option.rect, row);
    else if (resting.isEmpty())
        paintBar(*painter, option.rect, row);

    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void DayDelegate::paintBackground(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index, const WeekRow &row) const
{
    const bool isResting = !WeekWords::restingText(row).isEmpty();
    Token background = isResting ? Token::Alt : Token::Base;
    if (isSelectedRow(option, index))
        background = Token::Tint;
    painter.fillRect(option.rect, m_theme.color(background));
    painter.setPen(m_theme.color(Token::Grid));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (index.column() == WeekModel::Day && isSelectedRow(option, index))
        painter.fillRect(QRect(option.rect.topLeft(), QSize(dayMarkWidth, option.rect.height())),
                         m_theme.color(Token::Accent));
}

void DayDelegate::paintDay(QPainter &painter, const QRect &rect, const WeekRow &row) const
{
    const QString name = WeekWords::dayName(row.day.day.key.date);
    const QString place = WeekWords::placeText(row.day);
    const QRect inner = rect.adjusted(barredDayTextLeft, 0, -2, 0);
    const bool isResting = !WeekWords::restingText(row).isEmpty();
    painter.setPen(m_theme.color(isResting ? Token::Text2 : Token::Text));
    painter.setFont(textFont(isResting ? TextRole::Body : TextRole::Emphasis));
    if (place.isEmpty() || isResting) {
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, name);
        return;
    }
    painter.drawText(inner.adjusted(0, 4, 0, -inner.height() / 2 + 2),
                     Qt::AlignLeft | Qt::AlignVCenter, name);
    QFont small = textFont(TextRole::Caption);
    small.setWeight(QFont::Normal);
    painter.setFont(small);
    painter.setPen(m_theme.color(Token::Text2));
    const QString elided = QFontMetrics(small).elidedText(place, Qt::ElideRight, inner.width());
    painter.drawText(inner.adjusted(0, inner.height() / 2, 0, -4), Qt::AlignLeft | Qt::AlignVCenter,
                     elided);
}

void DayDelegate::paintFigure(QPainter &painter, const QRect &rect, const QModelIndex &index,
                              const WeekRow &row) const
{
    const CellCertainty certainty = CellCertainty(index.data(WeekModel::CertaintyRole).toInt());
    const bool isHours = index.column() == WeekModel::Hours;
    const bool isCounting = isHours && row.now && !row.day.day.wrap.isKnown();
    QFont font = textFont(isHours ? TextRole::Emphasis : TextRole::Body);
    Token token = Token::Text;
    switch (certainty) {
    case CellCertainty::Entered:
        if (isCounting)
            token = Token::AccentText;
        if (row.day.isUnreadable)
            token = Token::Text3;
        break;
    case CellCertainty::Draft:
        font.setItalic(true);
        token = Token::AccentText;
        break;
    case CellCertainty::Planned:
        font.setItalic(true);
        token = Token::Text3;
        break;
    case CellCertainty::Suggested:
    case CellCertainty::Empty: token = Token::Text3; break;
    }
    painter.setFont(font);
    painter.setPen(m_theme.color(token));
    m_theme.figures().draw(painter, rect.adjusted(dayPadding, 0, -dayPadding, 0),
                           index.data().toString());
}

void DayDelegate::paintFinding(QPainter &painter, const QRect &rect, const WeekRow &row) const
{
    const FindingLook look = WeekWords::lookOf(row, m_notation);
    if (look.text.isEmpty())
        return;
    const QRect iconRect(rect.left() + 2, rect.top(), metrics::iconSize, rect.height());
    m_theme.drawIcon(painter, iconRect, look.icon, look.token, 13);
    // "No flags" is there to be seen by who looks for it, not to be read seven times.
    painter.setPen(m_theme.color(look.token == Token::Ok ? Token::Text2 : look.token));
    painter.setFont(textFont(TextRole::Secondary));
    const QRect textRect = rect.adjusted(21, 0, -2, 0);
    painter.drawText(textRect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(look.text, Qt::ElideRight, textRect.width()));
}

void DayDelegate::paintBar(QPainter &painter, const QRect &rect, const WeekRow &row) const
{
    const DayScale scale = scaleFor(rect);
    const QRectF bar(rect.left(), rect.center().y() - dayBarHeight / 2, rect.width(), dayBarHeight);
    painter.setClipRect(rect);
    paintDayBar(painter, bar, scale, row, m_theme);
    if (row.now && !row.isDraft) {
        const qreal x = std::round(scale.x(*row.now));
        painter.fillRect(QRectF(x, bar.top() - 4, 2, dayBarHeight + 8), m_theme.color(Token::Text));
    }
}

void DayDelegate::paintAcross(QPainter &painter, const QStyleOptionViewItem &option,
                              int firstColumn, const QString &text) const
{
    const QTableView *view = viewOf(option);
    if (!view)
        return;
    const int left = view->columnViewportPosition(firstColumn);
    QRect rect(left, option.rect.top(), view->viewport()->width() - left, option.rect.height());
    painter.setClipRect(option.rect);
    if (text.isEmpty()) {
        const QModelIndex index = view->indexAt(option.rect.center());
        const WeekRow row = rowOf(index);
        m_theme.drawIcon(painter, QRect(left + 2, rect.top(), metrics::iconSize, rect.height()),
                         u"triangle-alert"_s, Token::Bad, 13);
        painter.setPen(m_theme.color(Token::Bad));
        painter.setFont(textFont(TextRole::Secondary));
        rect.adjust(21, 0, -4, 0);
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap,
                         WeekWords::unreadableRow(row));
        return;
    }
    painter.setPen(m_theme.color(Token::Text2));
    painter.setFont(textFont(TextRole::Body));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
}

QWidget *DayDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                   const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAlignment(Qt::AlignRight);
    editor->setAccessibleName(
        tr("%1, %2").arg(WeekWords::dayName(rowOf(index).day.day.key.date),
                         WeekWords::columnTitle(index.column()).replace(u'\n', u' ')));
    setKind(editor, "cell");
    return editor;
}

void DayDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                       const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

} // namespace film::app
