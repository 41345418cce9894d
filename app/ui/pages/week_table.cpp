#include "app/ui/pages/week_table.h"

#include "app/ui/delegates/day_delegate.h"
#include "app/ui/pay_words.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/week_words.h"
#include "shared/domain/time_fields.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

// By column, as the design has them; the last one takes the rest.
constexpr int weekTableColumnWidths[WeekModel::ColumnCount]{130, 46, 54, 50, 54,  50, 48,
                                                            50,  50, 44, 44, 146, 0};
constexpr int checksWidthMin = 112;
constexpr int dayWidthMin = 110;
constexpr int barWidthMin = 60;
constexpr int weekTableHeaderHeight = 40;
constexpr int weekTableHeaderPadding = 6;
constexpr int weekDayTextLeft = 12;

Qt::Alignment headerAlignment(int section)
{
    const bool isFigure = section > WeekModel::Day && section < WeekModel::Checks;
    return (isFigure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QFont headerFont()
{
    QFont font = textFont(TextRole::Secondary);
    font.setWeight(QFont::Medium);
    return font;
}

// Two lines right-aligned, and the hours above the bars.
class WeekHeader final : public QHeaderView
{
public:
    WeekHeader(const Theme &theme, QWidget *parent)
        : QHeaderView(Qt::Horizontal, parent)
        , m_theme(theme)
    {
        setSectionsClickable(false);
        setFixedHeight(weekTableHeaderHeight);
        setMinimumSectionSize(40);
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        painter->save();
        painter->fillRect(rect, m_theme.color(Token::Header));
        painter->setPen(m_theme.color(Token::Border));
        painter->drawLine(rect.bottomLeft(), rect.bottomRight());
        painter->setPen(m_theme.color(Token::Text2));
        painter->setFont(headerFont());
        if (section == WeekModel::Bar)
            paintHours(*painter, rect);
        else
            painter->drawText(
                rect.adjusted(section == WeekModel::Day ? weekDayTextLeft
                                                        : weekTableHeaderPadding - 2,
                              0, -weekTableHeaderPadding, 0),
                int(headerAlignment(section)),
                model()->headerData(section, Qt::Horizontal, Qt::DisplayRole).toString());
        painter->restore();
    }

private:
    void paintHours(QPainter &painter, const QRect &rect) const
    {
        const DayScale scale = DayDelegate::scaleFor(rect);
        for (const int hour : {6, 12, 18}) {
            const qreal x = scale.x(Minutes(hour * 60));
            painter.drawText(QRectF(x - 15, rect.top(), 30, rect.height()), Qt::AlignCenter,
                             QString::number(hour));
        }
    }

    const Theme &m_theme;
};

// "Entered so far" under the columns of the table.
class TotalsRow final : public QWidget
{
public:
    TotalsRow(const Theme &theme, const WeekModel &model, const QTableView &view, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_model(model)
        , m_view(view)
    {
        setFixedHeight(36);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(Token::Header));
        painter.setPen(m_theme.color(Token::Border));
        painter.drawLine(0, 0, width(), 0);
        painter.setPen(m_theme.color(Token::Text));
        painter.setFont(textFont(TextRole::Emphasis));
        painter.drawText(rect().adjusted(weekDayTextLeft, 0, 0, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, WeekWords::totalsTitle());
        drawHours(painter, WeekModel::Hours, m_model.totalWorked());
        const OvertimeHours overtime = m_model.totalOvertime();
        drawHours(painter, WeekModel::TimeAndHalf, overtime.timeAndHalf);
        drawHours(painter, WeekModel::DoubleTime, overtime.doubleTime);
        drawEstimate(painter);
        const int flags = m_model.flagCount();
        if (flags == 0)
            return;
        const QRect cell = columnRect(WeekModel::Checks);
        m_theme.drawIcon(painter, QRect(cell.left() + 2, 0, metrics::iconSize, height()),
                         u"triangle-alert"_s, Token::Warn, 13);
        painter.setPen(m_theme.color(Token::Warn));
        painter.setFont(textFont(TextRole::SecondaryEmphasis));
        painter.drawText(cell.adjusted(21, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         WeekWords::flagsText(flags));
    }

private:
    void drawHours(QPainter &painter, WeekModel::Column column, Minutes minutes) const
    {
        if (minutes > Minutes(0) || column == WeekModel::Hours)
            m_theme.figures().draw(painter, columnRect(column).adjusted(0, 0, -6, 0),
                                   hoursText(minutes, m_model.notation()));
    }

    // What has been entered comes to, or why there is no figure. Never a 0 for "not known".
    void drawEstimate(QPainter &painter) const
    {
        const QString text = PayWords::estimateText(m_model.pay());
        if (text.isEmpty())
            return;
        const bool isFigure = !m_model.pay().noFigure;
        painter.save();
        painter.setPen(m_theme.color(isFigure ? Token::Text : Token::Text3));
        painter.setFont(textFont(isFigure ? TextRole::Emphasis : TextRole::Secondary));
        painter.drawText(columnRect(WeekModel::Bar).adjusted(0, 0, -6, 0),
                         Qt::AlignRight | Qt::AlignVCenter, text);
        painter.restore();
    }

    [[nodiscard]] QRect columnRect(int column) const
    {
        return {m_view.columnViewportPosition(column), 0, m_view.columnWidth(column), height()};
    }

    const Theme &m_theme;
    const WeekModel &m_model;
    const QTableView &m_view;
};

} // namespace

WeekTextModel::WeekTextModel(const WeekModel &week, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_week(week)
{}

QVariant WeekTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::AccessibleTextRole)
        return WeekWords::rowSentence(m_week.row(index.row()), m_week.notation());
    if (role == Qt::DisplayRole && index.column() == WeekModel::Checks)
        return WeekWords::lookOf(m_week.row(index.row()), m_week.notation()).text;
    if (role == Qt::ToolTipRole)
        return WeekWords::cellToolTip(m_week.row(index.row()), index.column(), m_week.notation());
    return QIdentityProxyModel::data(index, role);
}

QVariant WeekTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return WeekWords::columnTitle(section);
}

void WeekTableView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    const bool isEditable = index.isValid() && (index.flags() & Qt::ItemIsEditable);
    if ((event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) && isEditable) {
        emit clearRequested(index);
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (isEditable)
            editCurrent();
        else if (index.isValid())
            emit opened(index);
    } else {
        QTableView::keyPressEvent(event);
    }
}

void WeekTableView::editCurrent()
{
    const QModelIndex index = currentIndex();
    if (index.isValid() && (index.flags() & Qt::ItemIsEditable))
        edit(index, EditKeyPressed, nullptr);
}

void WeekTableView::commitEditor()
{
    if (auto *editor = viewport()->findChild<QLineEdit *>())
        commitData(editor);
}

bool WeekTableView::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isOpen = QTableView::edit(index, trigger, event);
    // F2 and Enter keep the text, with the caret at its end; a typed character replaces it.
    if (isOpen && trigger == EditKeyPressed)
        if (auto *editor = findChild<QLineEdit *>())
            editor->end(false);
    return isOpen;
}

QModelIndex WeekTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (action == MoveNext || action == MovePrevious)
        return nextTime(action == MoveNext ? 1 : -1);
    return QTableView::moveCursor(action, modifiers);
}

bool WeekTableView::focusNextPrevChild(bool next)
{
    if (!nextTime(next ? 1 : -1).isValid())
        return QAbstractScrollArea::focusNextPrevChild(next);
    return QTableView::focusNextPrevChild(next);
}

QModelIndex WeekTableView::nextTime(int step) const
{
    const int cells = model()->rowCount() * WeekModel::ColumnCount;
    int cell = currentIndex().row() * WeekModel::ColumnCount + currentIndex().column() + step;
    for (; currentIndex().isValid() && cell >= 0 && cell < cells; cell += step)
        if (WeekModel::fieldOf(cell % WeekModel::ColumnCount))
            return model()->index(cell / WeekModel::ColumnCount, cell % WeekModel::ColumnCount);
    return {};
}

WeekTable::WeekTable(const Theme &theme, WeekModel &model, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_model(model)
    , m_texts(new WeekTextModel(model, this))
    , m_view(new WeekTableView(this))
    , m_delegate(new DayDelegate(theme, this))
    , m_totals(new TotalsRow(theme, model, *m_view, this))
{
    setKind(this, "panel");
    m_texts->setSourceModel(&model);
    m_view->setObjectName(u"weekTable"_s);
    m_view->setAccessibleName(tr("Days of the week"));
    m_view->setModel(m_texts);
    m_view->setItemDelegate(m_delegate);
    m_view->setHorizontalHeader(new WeekHeader(theme, m_view));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(metrics::weekRow);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::EditKeyPressed
                            | QAbstractItemView::DoubleClicked);
    m_view->setFixedHeight(weekTableHeaderHeight + 7 * metrics::weekRow);
    for (int column = 0; column < WeekModel::Bar; ++column)
        m_view->setColumnWidth(column, widthWanted(column));
    m_view->horizontalHeader()->setSectionResizeMode(WeekModel::Bar, QHeaderView::Stretch);

    auto *layout = new QVBoxLayout(this);
    // A rounded frame clips nothing: the table keeps off its line.
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    layout->addWidget(m_view);
    layout->addWidget(m_totals);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_view->viewport()->update();
                if (current.isValid())
                    emit daySelected(m_model.dateAt(current.row()));
            });
    connect(m_view, &WeekTableView::clearRequested, this, [this](const QModelIndex &index) {
        if (const auto field = WeekModel::fieldOf(index.column()))
            emit clearRequested(m_model.dateAt(index.row()), *field);
    });
    connect(m_view, &WeekTableView::opened, this, [this](const QModelIndex &index) {
        if (m_model.row(index.row()).day.hasTwoVersions)
            emit versionsRequested(m_model.dateAt(index.row()));
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, &WeekTable::showSums);
    connect(&model, &QAbstractItemModel::modelReset, this, &WeekTable::showSums);
    connect(&theme, &Theme::changed, this, &WeekTable::showSums);
}

// As the design has it, and never too narrow for the words of another language.
int WeekTable::widthWanted(int column) const
{
    const QString head = m_texts->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    const QSize size = QFontMetrics(headerFont()).size(0, head);
    return std::max(weekTableColumnWidths[column], size.width() + 2 * weekTableHeaderPadding - 2);
}

// In the smallest window the words give way before the bars are of no use.
void WeekTable::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    int fixed = 0;
    for (int column = 0; column < WeekModel::Bar; ++column)
        fixed += widthWanted(column);
    // The layout has not reached the table yet; the frame and its margins are all that lies
    // between.
    int missing = fixed + barWidthMin - (width() - 4);
    for (const auto &[column, least] :
         {std::pair(WeekModel::Checks, checksWidthMin), std::pair(WeekModel::Day, dayWidthMin)}) {
        const int given = std::clamp(missing, 0, widthWanted(column) - least);
        m_view->setColumnWidth(column, widthWanted(column) - given);
        missing -= given;
    }
}

void WeekTable::setNotation(Notation notation)
{
    m_delegate->setNotation(notation);
    m_model.setNotation(notation);
}

void WeekTable::selectDate(QDate date)
{
    const int row = int(m_model.snapshot().week.first.daysTo(date));
    if (row < 0 || row >= m_model.rowCount() || m_view->currentIndex().row() == row)
        return;
    // Where the next time goes, unless the person is at work in a column already.
    const std::optional<DayFieldRef> next = nextField(m_model.row(row).day.day);
    const int current = m_view->currentIndex().column();
    const int column = current > WeekModel::Call || !next
        ? std::max(int(WeekModel::Call), current)
        : WeekModel::columnOf(*next).value_or(int(WeekModel::Call));
    m_view->setCurrentIndex(m_texts->index(row, column));
}

void WeekTable::showSums()
{
    m_totals->setAccessibleName(WeekWords::totalsTitle() + u' '
                                + hoursText(m_model.totalWorked(), m_model.notation()) + u' '
                                + PayWords::estimateText(m_model.pay()));
    m_totals->update();
    m_view->viewport()->update();
}

} // namespace film::app
