#include "app/ui/delegates/record_delegate.h"

#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPainter>
#include <QTreeView>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int recordInset = 12;
constexpr int cellInset = 8;
constexpr int childInset = 30; // under the name of the department
constexpr int recordMarkWidth = 3;

// The rows are painted whole: what the style draws before them would stand out.
class RecordTree final : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
};

} // namespace

RecordDelegate::RecordDelegate(const Theme &theme, const Roles &roles, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_roles(roles)
{}

void RecordDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    if (index.model()->hasChildren(index.siblingAtColumn(0)))
        paintHeading(*painter, option, index);
    else
        paintCell(*painter, option, index);
    painter->setPen(m_theme.color(Token::Grid));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (option.state & QStyle::State_HasFocus) {
        painter->setPen(QPen(m_theme.color(Token::Focus), metrics::focusWidth));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -1));
    }
    painter->restore();
}

void RecordDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    painter.fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Header));
    QRect rect =
        option.rect.adjusted(index.column() == 0 ? recordInset : cellInset, 0, -cellInset, 0);
    painter.setFont(textFont(TextRole::Emphasis));
    painter.setPen(m_theme.color(Token::Text));
    if (index.column() > 0) {
        const bool isPlanned = m_roles.planned >= 0 && index.data(m_roles.planned).toBool();
        QFont font = textFont(isPlanned ? TextRole::Body : TextRole::Emphasis);
        font.setItalic(isPlanned);
        painter.setFont(font);
        painter.setPen(m_theme.color(isPlanned ? Token::Text3 : Token::Text));
        const int alignment = index.data(Qt::TextAlignmentRole).toInt();
        painter.drawText(rect, alignment ? alignment : int(Qt::AlignLeft | Qt::AlignVCenter),
                         index.data().toString());
        return;
    }
    const auto *view = qobject_cast<const QTreeView *>(option.widget);
    const bool isOpen = view && view->isExpanded(index);
    const auto placed = [&option](const QRect &part) {
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    m_theme.drawIcon(painter,
                     placed(QRect(rect.left(), rect.top(), metrics::cellIconSize, rect.height())),
                     isOpen                                    ? u"chevron-down"_s
                         : option.direction == Qt::RightToLeft ? u"chevron-left"_s
                                                               : u"chevron-right"_s,
                     Token::Text2, metrics::cellIconSize);
    rect.setLeft(rect.left() + 18);
    const QString name = index.data().toString();
    painter.drawText(placed(rect), Qt::AlignLeft | Qt::AlignVCenter, name);
    const QVariant count = m_roles.count >= 0 ? index.data(m_roles.count) : QVariant();
    if (!count.isValid())
        return;
    rect.setLeft(rect.left() + painter.fontMetrics().horizontalAdvance(name) + 6);
    painter.setFont(textFont(TextRole::Body));
    painter.setPen(m_theme.color(Token::Text2));
    painter.drawText(placed(rect), Qt::AlignLeft | Qt::AlignVCenter, count.toString());
}

void RecordDelegate::paintCell(QPainter &painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool isSelected = option.state & QStyle::State_Selected;
    painter.fillRect(option.rect, m_theme.color(isSelected ? Token::Tint : Token::Base));
    if (isSelected && index.column() == 0)
        painter.fillRect(QStyle::visualRect(option.direction, option.rect,
                                            QRect(option.rect.topLeft(),
                                                  QSize(recordMarkWidth, option.rect.height()))),
                         m_theme.color(Token::Accent));
    const bool isMuted = m_roles.muted >= 0 && index.data(m_roles.muted).toBool();
    const bool isPlanned = m_roles.planned >= 0 && index.data(m_roles.planned).toBool();
    Token token = index.column() == 0 ? Token::Text : Token::Text2;
    if (isMuted || isPlanned)
        token = Token::Text3;
    QFont font = textFont(TextRole::Body);
    font.setItalic(isPlanned);
    painter.setFont(font);
    painter.setPen(m_theme.color(token));
    const QRect rect = QStyle::visualRect(
        option.direction, option.rect,
        option.rect.adjusted(index.column() == 0 ? childInset : cellInset, 0, -cellInset, 0));
    const QString text =
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, rect.width());
    const int alignment = index.data(Qt::TextAlignmentRole).toInt();
    if (alignment & Qt::AlignRight)
        m_theme.figures().draw(painter, rect, text);
    else
        painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text);
}

QSize RecordDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.fontMetrics.horizontalAdvance(index.data().toString());
    return {width + childInset + cellInset, metrics::compactRow};
}

QWidget *RecordDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &,
                                      const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    setKind(editor, "cell");
    editor->setAccessibleName(index.model()->headerData(index.column(), Qt::Horizontal).toString()
                              + u' ' + index.siblingAtColumn(0).data().toString());
    return editor;
}

QTreeView *makeRecordTree(const Theme &theme, QWidget *parent)
{
    auto *tree = new RecordTree(parent);
    tree->setIndentation(0);
    tree->setRootIsDecorated(false);
    tree->setUniformRowHeights(true);
    tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    tree->setAllColumnsShowFocus(false);
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    tree->header()->setSectionsMovable(false);
    tree->header()->setFixedHeight(metrics::compactRow);
    QObject::connect(&theme, &Theme::changed, tree->viewport(), QOverload<>::of(&QWidget::update));
    return tree;
}

} // namespace film::app
