#include "app/ui/widgets/chart_panel.h"

#include "app/charts/bar_chart.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/style_sheet.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/chart_legend.h"
#include "app/ui/widgets/labels.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int sideWidth = 240;
constexpr int stackMinimum = 110;
enum Page { ChartPage, TablePage, NotePage };

} // namespace

ChartPanel::ChartPanel(const QString &title, const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_title(title)
    , m_theme(theme)
    , m_finding(makeLabel({}, TextRole::Secondary, "secondary", this))
    , m_action(new QPushButton(this))
    , m_legend(new ChartLegend(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_chart(new BarChart(this))
    , m_figures(new FiguresTableModel(this))
    , m_sideFigures(new FiguresTableModel(this))
    , m_table(makeTable(*m_figures))
    , m_side(makeTable(*m_sideFigures))
    , m_note(makeLabel({}, TextRole::Body, "secondary", this))
{
    setKind(this, "panel");
    m_finding->setWordWrap(true);
    m_note->setWordWrap(true);
    m_note->setAlignment(Qt::AlignCenter);
    setKind(m_action, "link");
    m_action->hide();
    m_chart->setAccessibleName(title);
    m_table->setAccessibleName(tr("%1, as a table").arg(title));
    m_side->setAccessibleName(tr("%1 by department").arg(title));
    m_side->setFixedWidth(sideWidth);
    m_side->hide();
    m_stack->addWidget(m_chart);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_note);
    m_stack->setMinimumHeight(stackMinimum);

    auto *sentence = new QHBoxLayout;
    sentence->addWidget(m_finding, 1);
    sentence->addWidget(m_action);
    auto *content = new QHBoxLayout;
    content->setSpacing(16);
    content->addWidget(m_stack, 1);
    content->addWidget(m_side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(4);
    layout->addLayout(makeHeader());
    layout->addLayout(sentence);
    layout->addLayout(content, 1);

    connect(m_chart, &BarChart::barClicked, this, &ChartPanel::barChosen);
    connect(m_table, &QTableView::activated, this, &ChartPanel::choose);
    connect(m_action, &QPushButton::clicked, this, &ChartPanel::actionRequested);
    connect(&theme, &Theme::changed, this, &ChartPanel::recolor);
    recolor();
}

QLayout *ChartPanel::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(makeLabel(m_title, TextRole::Emphasis, "section", this));
    row->addStretch(1);
    row->addWidget(m_legend);
    row->addSpacing(6);
    m_tableButton = new QToolButton(this);
    m_tableButton->setIcon(m_theme.icon(u"table-2"_s));
    m_tableButton->setCheckable(true);
    m_tableButton->setAccessibleName(tr("Show “%1” as a table").arg(m_title));
    m_tableButton->setToolTip(tr("Show as a table (Ctrl+Shift+T)"));
    auto *more = new QToolButton(this);
    more->setIcon(m_theme.icon(u"ellipsis"_s));
    more->setAccessibleName(tr("More about “%1”").arg(m_title));
    more->setToolTip(tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(more);
    m_tableAction = menu->addAction(tr("Show as a table"));
    m_tableAction->setCheckable(true);
    QAction *copy = menu->addAction(tr("Copy the figures"));
    m_copyAction = copy;
    more->setMenu(menu);
    for (QToolButton *button : {m_tableButton, more}) {
        button->setMinimumSize(metrics::controlHeight, metrics::controlHeight);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
    }
    connect(m_tableButton, &QToolButton::toggled, this, &ChartPanel::setShowsTable);
    connect(m_tableAction, &QAction::toggled, this, &ChartPanel::setShowsTable);
    connect(copy, &QAction::triggered, this, &ChartPanel::copyFigures);
    return row;
}

QTableView *ChartPanel::makeTable(FiguresTableModel &model)
{
    auto *table = new QTableView(this);
    table->setModel(&model);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setTabKeyNavigation(false);
    table->setWordWrap(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(metrics::gridRow);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    auto *copy = new QAction(tr("Copy the figures"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    table->addAction(copy);
    connect(copy, &QAction::triggered, this, &ChartPanel::copyFigures);
    connect(&model, &QAbstractItemModel::modelReset, table, [table, &model] {
        if (model.columnCount() > 0)
            table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    });
    return table;
}

void ChartPanel::setWords(const ChartWords &words)
{
    m_finding->setText(words.finding);
    m_finding->setVisible(!words.finding.isEmpty());
    m_note->setText(words.note);
    m_data = words.chart;
    m_chart->setData(words.chart);
    // What the picture says stands in the sentence and, figure by figure, in the table.
    m_chart->setAccessibleDescription(words.finding);
    m_figures->setTable(words.table);
    m_legend->setChart(words.chart);
    m_tableButton->setEnabled(words.note.isEmpty());
    m_tableAction->setEnabled(words.note.isEmpty());
    setShowsTable(m_wantsTable);
}

void ChartPanel::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void ChartPanel::setSideTable(const FiguresTable &table)
{
    m_sideFigures->setTable(table);
    m_side->setVisible(!table.rows.empty() && !m_wantsTable);
}

void ChartPanel::setClickable(const QString &hint)
{
    m_isClickable = true;
    m_chart->setClickable(true);
    m_chart->setToolTip(hint);
    m_table->setToolTip(hint);
}

QString ChartPanel::finding() const
{
    return m_finding->text();
}

QString ChartPanel::note() const
{
    return m_note->text();
}

bool ChartPanel::showsTable() const
{
    return m_stack->currentIndex() == TablePage;
}

void ChartPanel::setShowsTable(bool isTable)
{
    m_wantsTable = isTable;
    m_tableButton->setChecked(isTable);
    m_tableAction->setChecked(isTable);
    const bool hasFocus = isAncestorOf(focusWidget());
    m_stack->setCurrentIndex(!m_note->text().isEmpty() ? NotePage
                                 : isTable             ? TablePage
                                                       : ChartPage);
    m_side->setVisible(!isTable && m_sideFigures->rowCount() > 0);
    if (showsTable() && hasFocus)
        m_table->setFocus(Qt::OtherFocusReason);
}

void ChartPanel::setCopyable(bool isCopyable)
{
    m_isCopyable = isCopyable;
    m_copyAction->setVisible(isCopyable);
}

// The key stays ours where nothing is copied: the table would copy its cell by itself.
void ChartPanel::copyFigures()
{
    if (!m_isCopyable)
        return;
    QGuiApplication::clipboard()->setText(asTabbedText(m_figures->table()));
    emit copied(m_title);
}

// The last row of a table with a sum is no category.
void ChartPanel::choose(const QModelIndex &row)
{
    if (m_isClickable && row.row() < m_data.categories.size())
        emit barChosen(row.row());
}

void ChartPanel::recolor()
{
    m_chart->setLook(chartLookOf(m_theme));
}

} // namespace film::app
