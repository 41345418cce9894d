#include "app/ui/pages/crew_grid_view.h"

#include "app/models/crew_model.h"
#include "app/ui/theme/fonts.h"
#include "app/ui/theme/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QtMath>

namespace film::app {

namespace {

constexpr int crewGridHeaderHeight = 36;
constexpr int nameWidth = 252;
constexpr int dayWidth = 112;
constexpr int offDayWidth = 64;
constexpr int hoursWidth = 56;
constexpr int flagsWidth = 60;
constexpr int timeAndHalfWidth = 52;
constexpr int doubleTimeWidth = 50;
constexpr int crewGridHeaderPadding = 6;
constexpr int cellExtras = 12 + 15 + 6; // padding, icon, the gap before the hours

// A tree whose branches are painted with the names, by the delegate.
class NamesView final : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void drawBranches(QPainter *, const QRect &, const QModelIndex &) const override {}
};

void makeGridLike(QTreeView &view)
{
    view.setIndentation(0);
    view.setRootIsDecorated(false);
    view.setUniformRowHeights(true);
    view.setItemsExpandable(true);
    view.setExpandsOnDoubleClick(false);
    view.setFrameShape(QFrame::NoFrame);
    view.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    view.setSelectionBehavior(QAbstractItemView::SelectItems);
}

} // namespace

CrewHeader::CrewHeader(const Theme &theme, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setStretchLastSection(false);
    setHighlightSections(false);
}

void CrewHeader::setTodayColumn(int column)
{
    m_today = column;
    viewport()->update();
}

QSize CrewHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), crewGridHeaderHeight};
}

void CrewHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const bool isToday = section == m_today;
    painter->save();
    painter->fillRect(rect, m_theme.color(isToday ? Token::Tint : Token::Header));
    painter->setPen(m_theme.color(Token::Border));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    painter->drawLine(rect.topRight(), rect.bottomRight());

    const QString text = model()->headerData(section, Qt::Horizontal).toString();
    const QRect room = rect.adjusted(crewGridHeaderPadding, 2, -crewGridHeaderPadding, -3);
    const qsizetype newLine = text.indexOf(u'\n');
    painter->setPen(m_theme.color(isToday ? Token::AccentText : Token::Text2));
    if (newLine < 0) {
        painter->setFont(textFont(TextRole::Secondary));
        const bool isFigure = section != CrewModel::Name;
        painter->drawText(room, Qt::AlignVCenter | (isFigure ? Qt::AlignRight : Qt::AlignLeft),
                          text);
    } else {
        painter->setFont(textFont(TextRole::SecondaryEmphasis));
        painter->drawText(room, Qt::AlignTop | Qt::AlignLeft, text.first(newLine));
        painter->setFont(textFont(TextRole::Secondary));
        painter->drawText(room, Qt::AlignBottom | Qt::AlignLeft, text.sliced(newLine + 1));
    }
    painter->restore();
}

CrewGridView::CrewGridView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_header(new CrewHeader(theme, this))
    , m_names(new NamesView(this))
    , m_namesHeader(new CrewHeader(theme, m_names))
{
    setObjectName(QStringLiteral("crewGrid"));
    setHeader(m_header);
    makeGridLike(*this);
    setEditTriggers(DoubleClicked | EditKeyPressed | AnyKeyPressed);
    setTabKeyNavigation(true);
    setAccessibleName(tr("Times of the crew"));

    m_names->setHeader(m_namesHeader);
    makeGridLike(*m_names);
    m_names->setEditTriggers(NoEditTriggers);
    m_names->setFocusProxy(this);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Read with the main view's rows; twice would be once too often.
    m_names->setAccessibleName(tr("Names"));

    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_names->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_names->verticalScrollBar(), &QScrollBar::valueChanged, verticalScrollBar(),
            &QScrollBar::setValue);
    connect(this, &QTreeView::expanded, m_names, &QTreeView::expand);
    connect(this, &QTreeView::collapsed, m_names, &QTreeView::collapse);
    connect(m_names, &QTreeView::clicked, this, &CrewGridView::toggle);
    connect(&theme, &Theme::changed, this, [this] {
        viewport()->update();
        m_names->viewport()->update();
    });
}

void CrewGridView::setModel(QAbstractItemModel *model)
{
    QTreeView::setModel(model);
    m_names->setModel(model);
    m_names->setSelectionModel(selectionModel());
    for (int column = CrewModel::FirstDay; column < CrewModel::ColumnCount; ++column)
        m_names->setColumnHidden(column, true);
    setColumnWidth(CrewModel::Name, nameWidth);
    m_names->setColumnWidth(CrewModel::Name, nameWidth);
    setColumnWidth(CrewModel::TimeAndHalf, timeAndHalfWidth);
    setColumnWidth(CrewModel::DoubleTime, doubleTimeWidth);
    setColumnWidth(CrewModel::Flags, flagsWidth);
    setRoomFor({}, {}, {}, {});
}

void CrewGridView::setRoomFor(const QString &day, const QString &dayHours, const QString &weekHours,
                              const std::array<bool, 7> &isOff)
{
    const TabularFigures &figures = m_theme.figures();
    const QFont bold = textFont(TextRole::Emphasis);
    const int needed = cellExtras
        + qCeil(figures.width(textFont(TextRole::Secondary), day) + figures.width(bold, dayHours));
    for (int column = CrewModel::FirstDay; column < CrewModel::Hours; ++column)
        setColumnWidth(column,
                       isOff[size_t(column - CrewModel::FirstDay)] ? offDayWidth
                                                                   : std::max(dayWidth, needed));
    setColumnWidth(
        CrewModel::Hours,
        std::max(hoursWidth, 2 * crewGridHeaderPadding + qCeil(figures.width(bold, weekHours))));
}

void CrewGridView::setItemDelegates(QAbstractItemDelegate *cells, QAbstractItemDelegate *names)
{
    setItemDelegate(cells);
    m_names->setItemDelegate(names);
}

void CrewGridView::setTodayColumn(int column)
{
    m_header->setTodayColumn(column);
}

void CrewGridView::setHiddenColumns(const QSet<int> &columns)
{
    m_hidden = columns;
    for (int column = CrewModel::FirstDay; column < CrewModel::ColumnCount; ++column)
        setColumnHidden(column, columns.contains(column));
}

int CrewGridView::columnBeside(int column, int step, int last) const
{
    for (int next = column + step; step > 0 ? next <= last : next >= last; next += step) {
        if (!isColumnHidden(next))
            return next;
    }
    return column;
}

void CrewGridView::toggle(const QModelIndex &index)
{
    const QModelIndex department = index.siblingAtColumn(CrewModel::Name);
    if (department.parent().isValid() || !model()->hasChildren(department))
        return;
    setExpanded(department, !isExpanded(department));
    emit departmentToggled(department, isExpanded(department));
}

void CrewGridView::updateGeometries()
{
    QTreeView::updateGeometries();
    placeNames();
}

void CrewGridView::placeNames()
{
    const int height = header()->height() + viewport()->height();
    const int names = columnWidth(CrewModel::Name);
    // Over the first column, which is the rightmost one where people read from right to left.
    const int left = isRightToLeft() ? width() - frameWidth() - names : frameWidth();
    m_names->setGeometry(left, frameWidth(), names, height);
}

void CrewGridView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

QModelIndex CrewGridView::cellBeside(const QModelIndex &from, int rows, int columns) const
{
    QModelIndex index = from;
    for (int left = std::abs(rows); left > 0; --left) {
        QModelIndex next = index;
        do {
            next = rows > 0 ? indexBelow(next) : indexAbove(next);
        } while (next.isValid() && !next.parent().isValid());
        if (!next.isValid())
            break;
        index = next;
    }
    int column = from.column();
    for (int left = std::abs(columns); left > 0; --left)
        column = columns > 0 ? columnBeside(column, 1, CrewModel::Hours - 1)
                             : columnBeside(column, -1, CrewModel::FirstDay);
    return index.siblingAtColumn(column);
}

void CrewGridView::moveTo(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    expand(index.parent());
    // Not by way of the view, which would look at the keys: Shift+F8 is no extended selection.
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
    setFocus();
}

void CrewGridView::editCurrent()
{
    if (currentIndex().flags() & Qt::ItemIsEditable)
        edit(currentIndex(), EditKeyPressed, nullptr);
}

void CrewGridView::commitEditor()
{
    if (auto *editor = viewport()->findChild<QLineEdit *>())
        commitData(editor);
}

void CrewGridView::layRows()
{
    doItemsLayout();
    m_names->doItemsLayout();
    if (state() == EditingState)
        scrollTo(currentIndex());
}

void CrewGridView::selectColumn()
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return;
    QItemSelection column;
    for (int row = 0; row < model()->rowCount(); ++row) {
        const QModelIndex department = model()->index(row, 0);
        const int last = model()->rowCount(department) - 1;
        if (isExpanded(department) && last >= 0)
            column.select(model()->index(0, current.column(), department),
                          model()->index(last, current.column(), department));
    }
    selectionModel()->select(column, QItemSelectionModel::ClearAndSelect);
}

void CrewGridView::selectRow()
{
    const QModelIndex current = currentIndex();
    if (!current.parent().isValid())
        return;
    selectionModel()->select(QItemSelection(current.siblingAtColumn(CrewModel::FirstDay),
                                            current.siblingAtColumn(CrewModel::Hours - 1)),
                             QItemSelectionModel::ClearAndSelect);
}

// As in a spreadsheet: sideways from cell to cell, never into the tree.
QModelIndex CrewGridView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex current = currentIndex();
    if (!current.isValid())
        return QTreeView::moveCursor(action, modifiers);
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return current.siblingAtColumn(columnBeside(current.column(), -1, CrewModel::FirstDay));
    case MoveRight:
    case MoveNext:
        return current.siblingAtColumn(columnBeside(current.column(), 1, CrewModel::Flags));
    case MoveHome:
        return current.siblingAtColumn(
            columnBeside(CrewModel::FirstDay - 1, 1, CrewModel::Hours - 1));
    case MoveEnd:
        return current.siblingAtColumn(columnBeside(CrewModel::Hours, -1, CrewModel::FirstDay));
    default: {
        const QModelIndex moved = QTreeView::moveCursor(action, modifiers);
        return moved.isValid() ? moved.siblingAtColumn(current.column()) : moved;
    }
    }
}

void CrewGridView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex department = currentIndex().siblingAtColumn(CrewModel::Name);
    const bool isOnDepartment = department.isValid() && !department.parent().isValid();
    const bool closes = event->key() == Qt::Key_Left;
    if (isOnDepartment && (closes || event->key() == Qt::Key_Right)) {
        setExpanded(department, !closes);
        emit departmentToggled(department, !closes);
        return;
    }
    QTreeView::keyPressEvent(event);
}

// F2 keeps the text and puts the caret at its end; a digit replaces it, which is what the base
// class does by selecting everything.
bool CrewGridView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isEditing = QTreeView::edit(index, trigger, event);
    auto *editor = qobject_cast<QLineEdit *>(indexWidget(index));
    if (isEditing && editor && trigger == EditKeyPressed)
        editor->end(false);
    if (isEditing)
        emit editingStarted(index);
    return isEditing;
}

void CrewGridView::closeEditor(QWidget *editor, QAbstractItemDelegate::EndEditHint hint)
{
    QTreeView::closeEditor(editor, hint);
    emit editingEnded();
}

} // namespace film::app
