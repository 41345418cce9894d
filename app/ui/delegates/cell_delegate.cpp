#include "app/ui/delegates/cell_delegate.h"

#include "app/ui/approval_words.h"
#include "app/ui/exception_icon.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int cellPadding = 6;
constexpr int personIndent = 26;
constexpr int handWedge = 7;
constexpr int handPadding = 3;
constexpr int handGap = 3;
constexpr int editorWidthMin = 220; // a whole day is longer than its cell

const CellText *cellTextOf(const QModelIndex &index)
{
    return index.data(CrewModel::CellTextRole).value<const CellText *>();
}

} // namespace

CellDelegate::CellDelegate(const Theme &theme, const CrewWordsText &words, Reader reader,
                           EditText editText, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_words(words)
    , m_reader(std::move(reader))
    , m_editText(std::move(editText))
    , m_body(textFont(TextRole::Body))
    , m_bold(textFont(TextRole::Emphasis))
    , m_secondary(textFont(TextRole::Secondary))
    , m_italic(textFont(TextRole::Secondary))
    , m_caption(textFont(TextRole::Caption))
{
    m_italic.setItalic(true);
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, m_rowHeight};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const bool isDepartment = index.data(CrewModel::IsDepartmentRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected) && !isDepartment;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isCurrent = view && view->currentIndex() == index;
    const CellText *text = cellTextOf(index);
    const QRect &rect = option.rect;

    painter->save();
    painter->fillRect(rect,
                      isSelected && isCurrent
                          ? m_theme.color(Token::Base) // the one that typing goes to
                          : background(index, text, isDepartment, isSelected));
    painter->setPen(m_theme.color(isDepartment ? Token::Border : Token::Grid));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(rect.topRight(), rect.bottomRight());

    if (index.column() == CrewModel::Name) {
        paintName(*painter, option, index, isDepartment);
    } else if (text) {
        paintDay(*painter, rect.adjusted(cellPadding, 0, -cellPadding, -1), *text);
    } else if (index.column() < CrewModel::Flags) {
        const bool isBold = isDepartment || index.column() == CrewModel::Hours;
        painter->setFont(isBold ? m_bold : m_body);
        painter->setPen(m_theme.color(Token::Text));
        m_theme.figures().draw(*painter, rect.adjusted(0, 0, -cellPadding, -1),
                               index.data(Qt::DisplayRole).toString());
    } else {
        paintFlags(*painter, rect, index.data(Qt::DisplayRole).toString());
    }
    if (!isDepartment)
        paintOutline(*painter, option, index, isSelected);
    painter->restore();
}

QColor CellDelegate::background(const QModelIndex &index, const CellText *text, bool isDepartment,
                                bool isSelected) const
{
    if (isDepartment)
        return m_theme.color(Token::Header);
    if (isSelected)
        return m_theme.color(index.column() == CrewModel::Name ? Token::Tint : Token::TintStrong);
    if (text && text->exception && !text->isLocked)
        return m_theme.color(Token::WarnBg);
    if (text && (text->look == CellLook::Blank || text->isLocked))
        return m_theme.color(Token::Alt);
    return m_theme.color(Token::Base);
}

void CellDelegate::paintName(QPainter &painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index, bool isDepartment) const
{
    const QRect &rect = option.rect;
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const auto placed = [&](const QRect &part) {
        return QStyle::visualRect(option.direction, rect, part);
    };
    const int indent = isDepartment ? personIndent - 2 : personIndent;
    if (isDepartment)
        m_theme.drawIcon(painter, placed(QRect(rect.left() + 4, rect.top(), 20, rect.height())),
                         option.state.testFlag(QStyle::State_Open) ? u"chevron-down"_s
                             : isMirrored                          ? u"chevron-left"_s
                                                                   : u"chevron-right"_s,
                         Token::Text2, 14);
    QRect room = rect.adjusted(indent, 0, -cellPadding, -1);
    painter.setFont(isDepartment ? m_bold : m_body);
    painter.setPen(m_theme.color(Token::Text));
    const QFontMetrics nameMetrics(painter.font());
    const QString name = nameMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                Qt::ElideRight, room.width());
    painter.drawText(placed(room), Qt::AlignLeft | Qt::AlignVCenter, name);

    room.setLeft(room.left() + nameMetrics.horizontalAdvance(name) + cellPadding);
    painter.setFont(isDepartment ? m_body : m_secondary);
    painter.setPen(m_theme.color(Token::Text2));
    const QString position = QFontMetrics(painter.font())
                                 .elidedText(index.data(CrewModel::PositionRole).toString(),
                                             Qt::ElideRight, room.width());
    painter.drawText(placed(room), Qt::AlignLeft | Qt::AlignVCenter, position);
}

void CellDelegate::paintDay(QPainter &painter, const QRect &rect, const CellText &text) const
{
    const bool isWarning = text.exception && !text.isLocked;
    QRect room = rect;
    if (text.isLocked || isWarning) {
        const QRect iconRect(room.left(), room.top(), metrics::cellIconSize, room.height());
        m_theme.drawIcon(painter, iconRect,
                         text.isLocked ? u"lock"_s : exceptionIcon(*text.exception),
                         text.isLocked ? Token::Text3 : Token::Warn, metrics::cellIconSize);
        room.setLeft(room.left() + metrics::cellIconSize + 3);
    }

    const bool isQuiet =
        text.look == CellLook::Planned || text.look == CellLook::NotCalled || text.isLocked;
    const Token words = isWarning ? Token::Warn : isQuiet ? Token::Text3 : Token::Text2;
    painter.setPen(m_theme.color(words));
    const bool isItalic = text.look == CellLook::Planned && !isWarning;
    painter.setFont(isItalic ? m_italic : m_secondary);
    if (text.look == CellLook::Missing)
        painter.setFont(m_secondary);
    m_theme.figures().draw(painter, room, text.left, Qt::AlignLeft);

    const bool isFigure = text.look == CellLook::Worked;
    painter.setFont(isFigure ? m_bold : m_secondary);
    if (isFigure)
        painter.setPen(m_theme.color(text.isLocked ? Token::Text3 : Token::Text));
    m_theme.figures().draw(painter, room, text.right);
    if (!text.otherHand.isEmpty())
        paintOtherHand(painter, rect, room.left(), text);
}

// A wedge in the corner, which is always there, and the initials where the figures leave room.
void CellDelegate::paintOtherHand(QPainter &painter, const QRect &rect, int left,
                                  const CellText &text) const
{
    const QPoint corner(rect.right() + cellPadding, rect.top());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::AccentText));
    painter.drawPolygon(
        QPolygon({corner - QPoint(handWedge, 0), corner, corner + QPoint(0, handWedge)}));
    painter.setBrush(Qt::NoBrush);

    const TabularFigures &figures = m_theme.figures();
    const int from = left + int(std::ceil(figures.width(m_secondary, text.left))) + handGap;
    int to = rect.right() - handGap;
    if (!text.right.isEmpty())
        to -= int(std::ceil(figures.width(m_bold, text.right)));
    const QFontMetrics caption(m_caption);
    const QString initials = ApprovalWords::initials(text.otherHand);
    const int width = caption.horizontalAdvance(initials) + 2 * handPadding;
    if (to - from < width)
        return;
    const QRect tag(to - width, rect.center().y() - caption.height() / 2, width, caption.height());
    painter.setPen(m_theme.color(Token::AccentText));
    painter.setFont(m_caption);
    painter.drawRoundedRect(QRectF(tag).adjusted(0.5, 0.5, -0.5, -0.5), metrics::chipRadius / 2.0,
                            metrics::chipRadius / 2.0);
    painter.drawText(tag, Qt::AlignCenter, initials);
}

void CellDelegate::paintFlags(QPainter &painter, const QRect &rect, const QString &count) const
{
    if (count.isEmpty())
        return;
    painter.setFont(m_body);
    painter.setPen(m_theme.color(Token::Warn));
    const int middle = rect.center().x();
    m_theme.drawIcon(painter, QRect(middle - 16, rect.top(), 14, rect.height() - 1),
                     u"triangle-alert"_s, Token::Warn, 13);
    m_theme.figures().draw(painter, QRect(middle + 2, rect.top(), 24, rect.height() - 1), count,
                           Qt::AlignLeft);
}

// One frame round each block of selected cells, and the focus frame on the current one.
void CellDelegate::paintOutline(QPainter &painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index, bool isSelected) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (!view || index.column() == CrewModel::Name)
        return;
    const QRect rect = option.rect.adjusted(0, 0, -1, -1);
    painter.setPen(m_theme.color(Token::Focus));
    if (isSelected) {
        const QItemSelectionModel *selection = view->selectionModel();
        const auto isOpen = [&](int rows, int columns) {
            return !selection->isSelected(
                index.sibling(index.row() + rows, index.column() + columns));
        };
        if (isOpen(-1, 0))
            painter.drawLine(rect.topLeft(), rect.topRight());
        if (isOpen(1, 0))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight());
        if (isOpen(0, -1))
            painter.drawLine(rect.topLeft(), rect.bottomLeft());
        if (isOpen(0, 1))
            painter.drawLine(rect.topRight(), rect.bottomRight());
    }
    if (index != view->currentIndex())
        return;
    const int width = view->hasFocus() ? metrics::focusWidth : 1;
    for (int i = 0; i < width; ++i)
        painter.drawRect(rect.adjusted(i, i, -i, -i));
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                    const QModelIndex &index) const
{
    const QPersistentModelIndex place = index;
    const auto read = [this, place](const QString &text) { return m_reader(place, text); };
    auto *editor = new CellEditor(read, m_words, parent);
    connect(editor, &CellEditor::choiceMade, this, [this, editor, place](int choice) {
        const DayTimes times = editor->reading().choices[size_t(choice)];
        auto *self = const_cast<CellDelegate *>(this); // signals are sent by a const member here
        editor->setText(editor->startedWith());
        emit self->closeEditor(editor, NoHint);
        emit self->readingChosen(place, times);
    });
    return editor;
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *cell = qobject_cast<CellEditor *>(editor);
    if (cell && cell->startedWith().isNull()) // new hours that sync in must not disturb typing
        cell->start(m_editText(index) + u""_s);
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model,
                                const QModelIndex &index) const
{
    const auto *cell = qobject_cast<CellEditor *>(editor);
    if (cell && cell->text() != cell->startedWith())
        model->setData(index, cell->text(), Qt::EditRole);
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                        const QModelIndex &) const
{
    QRect rect = option.rect;
    rect.setWidth(std::max(rect.width(), editorWidthMin));
    const int over = rect.right() - editor->parentWidget()->rect().right();
    if (over > 0)
        rect.moveLeft(std::max(0, rect.left() - over));
    editor->setGeometry(rect);
}

bool CellDelegate::leave(CellEditor *editor, int rows, int columns)
{
    if (!editor->isReadable())
        return true; // stays open; the echo says why
    emit commitData(editor);
    emit closeEditor(editor, NoHint);
    emit moved(rows, columns);
    return true;
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<CellEditor *>(watched);
    if (!editor || event->type() != QEvent::KeyPress)
        return QStyledItemDelegate::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    switch (key->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return leave(editor, 1, 0);
    case Qt::Key_Tab: return leave(editor, 0, 1);
    case Qt::Key_Backtab: return leave(editor, 0, -1);
    case Qt::Key_1:
    case Qt::Key_2:
        if (key->modifiers() == Qt::AltModifier
            && editor->reading().status == DayLineStatus::Ambiguous) {
            emit editor->choiceMade(key->key() == Qt::Key_1 ? 0 : 1);
            return true;
        }
        break;
    default: break;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace film::app
