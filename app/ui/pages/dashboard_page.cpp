#include "app/ui/pages/dashboard_page.h"

#include "app/ui/dashboard_words.h"
#include "app/ui/error_text.h"
#include "app/ui/main_window.h"
#include "app/ui/theme/metrics.h"
#include "app/ui/theme/theme.h"
#include "app/ui/widgets/chart_panel.h"
#include "app/ui/widgets/figures_strip.h"
#include "app/ui/widgets/labels.h"
#include "app/ui/widgets/notice_panel.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr int dashboardHeaderHeight = 48;
constexpr int dashboardGap = 12;
constexpr int twoColumnsFrom = 1000;
constexpr int panelHeightMin = 220;

} // namespace

DashboardPage::DashboardPage(DashboardController &controller, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_theme(theme)
    , m_strip(new FiguresStrip(this))
    , m_empty(new NoticePanel(theme, this))
    , m_scroll(new QScrollArea(this))
    , m_charts(new QWidget)
    , m_grid(new QGridLayout(m_charts))
    , m_state(makeLabel({}, TextRole::Secondary, "secondary", this))
{
    m_hours = addPanel(tr("Hours by department"), "hoursPanel");
    m_overtime = addPanel(tr("Overtime trend"), "overtimePanel");
    m_hotCost = addPanel(tr("Hot cost against budget"), "hotCostPanel");
    m_meals = addPanel(tr("Meal penalties"), "mealsPanel");
    m_hours->setClickable(tr("Opens the crew grid with this department only"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(dashboardGap);
    m_scroll->setWidget(m_charts);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its panels are stops
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_charts->setAutoFillBackground(false);
    m_state->setObjectName(u"dashboardState"_s);
    m_state->setWordWrap(true);
    m_empty->setObjectName(u"dashboardEmpty"_s);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 8);
    layout->setSpacing(dashboardGap);
    layout->addLayout(makeHeader());
    layout->addWidget(m_strip);
    layout->addWidget(m_empty);
    layout->addWidget(m_scroll, 1);
    layout->addStretch();
    layout->addWidget(m_state);
    makeCommands();
    setHandsOverPay(true);

    connect(&controller, &DashboardController::dashboardChanged, this, &DashboardPage::showFigures);
    connect(&controller, &DashboardController::loadFailed, this, &DashboardPage::showFailure);
    connect(m_empty, &NoticePanel::actionRequested, this, &DashboardPage::reloadRequested);
    connect(m_hours, &ChartPanel::barChosen, this, [this](int row) {
        emit departmentChosen(m_controller.dashboard()->byHours[size_t(row)].id);
    });
    connect(m_hotCost, &ChartPanel::actionRequested, this, &DashboardPage::requestBudget);
    showFigures();
}

ChartPanel *DashboardPage::addPanel(const QString &title, const char *name)
{
    auto *panel = new ChartPanel(title, m_theme, m_charts);
    panel->setObjectName(QString::fromLatin1(name));
    panel->setMinimumHeight(panelHeightMin);
    panel->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(panel, &ChartPanel::copied, this, [this](const QString &what) {
        emit messageChanged(tr("The figures of “%1” were copied.").arg(what));
    });
    return panel;
}

QLayout *DashboardPage::makeHeader()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    QLabel *title = makeLabel(tr("Dashboard"), TextRole::Title, "title", this);
    title->setMinimumHeight(dashboardHeaderHeight);
    m_subtitle = makeLabel({}, TextRole::Body, "secondary", this);
    m_department = new QComboBox(this);
    m_department->setObjectName(u"dashboardDepartment"_s);
    m_department->setAccessibleName(tr("Department"));
    m_department->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_csv = new QPushButton(m_theme.icon(u"download"_s), tr("CSV…"), this);
    m_csv->setObjectName(u"dashboardCsv"_s);
    row->addWidget(title);
    row->addSpacing(4);
    row->addWidget(m_subtitle);
    row->addStretch(1);
    row->addWidget(m_department);
    row->addWidget(m_csv);
    connect(m_department, &QComboBox::activated, this, &DashboardPage::chooseDepartment);
    connect(m_csv, &QPushButton::clicked, this, &DashboardPage::requestCsv);
    return row;
}

void DashboardPage::makeCommands()
{
    auto *tables = new QAction(tr("Charts as &tables"), this);
    tables->setShortcut(u"Ctrl+Shift+T"_s);
    tables->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(tables, &QAction::triggered, this, &DashboardPage::toggleTables);
    auto *budget = new QAction(tr("Enter the &budget…"), this);
    budget->setObjectName(u"enterBudget"_s);
    connect(budget, &QAction::triggered, this, &DashboardPage::requestBudget);
    addAction(tables);
    m_commands = {tables, budget};
}

void DashboardPage::setShown(bool isShown)
{
    m_controller.setShown(isShown);
}

QString DashboardPage::stateText() const
{
    return m_state->text();
}

void DashboardPage::setHandsOverPay(bool handsOver)
{
    m_handsOverPay = handsOver;
    m_csv->setToolTip(handsOver ? tr("Save the figures of all charts as a file")
                                : tr("Save the hours as a file. Your role does not export pay."));
    for (ChartPanel *panel : {m_hotCost, m_meals})
        panel->setCopyable(handsOver);
}

void DashboardPage::setNotation(Notation notation)
{
    m_notation = notation;
    showFigures();
}

void DashboardPage::setSyncState(const SyncState &state)
{
    m_sync = state;
    showState();
}

void DashboardPage::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    showState();
}

void DashboardPage::showFailure(const Error &error)
{
    emit messageChanged(ErrorText::forUser(error.code));
    if (m_controller.dashboard())
        return; // what is known is shown
    m_empty->say(NoticePanel::Tone::Problem, u"triangle-alert"_s, tr("The week could not be read."),
                 {ErrorText::forUser(error.code)});
    m_empty->setAction(tr("Try again"));
}

void DashboardPage::showEmpty()
{
    if (m_controller.dashboard())
        m_empty->say(NoticePanel::Tone::Plain, u"chart-column"_s, tr("No hours yet this week."),
                     {tr("Figures appear as soon as times are entered. Go to another week with "
                         "Ctrl+PgUp and Ctrl+PgDown.")});
    else
        m_empty->say(NoticePanel::Tone::Plain, u"clock"_s, tr("Adding up the week…"));
    m_empty->setAction({});
}

void DashboardPage::showFigures()
{
    const std::optional<Dashboard> &dashboard = m_controller.dashboard();
    const bool isThere = dashboard && !dashboard->isEmpty();
    const bool hasCost = dashboard && dashboard->showsCost;
    m_scroll->setVisible(isThere);
    m_csv->setEnabled(isThere);
    m_department->setVisible(dashboard.has_value());
    m_empty->setVisible(!isThere);
    if (!isThere)
        showEmpty();
    // What a role may not see is absent, not empty.
    m_strip->setVisible(isThere && hasCost);
    m_hotCost->setVisible(hasCost);
    m_commands[1]->setVisible(hasCost);
    if (!dashboard)
        return;
    showDepartments();
    showState();
    const DashboardWords words(*dashboard, m_notation);
    m_subtitle->setText(words.subtitle());
    m_hours->setWords(words.hours());
    m_overtime->setWords(words.overtime());
    m_meals->setWords(words.meals());
    m_meals->setSideTable(words.mealsByDepartment());
    placePanels();
    if (!hasCost)
        return;
    m_strip->setFigures(words.strip());
    m_hotCost->setWords(words.hotCost());
    m_hotCost->setAction(dashboard->budget.perShootDay ? QString() : tr("Enter budget…"));
}

// Alone: while a sync runs its state changes many times a second.
void DashboardPage::showState()
{
    if (const std::optional<Dashboard> &dashboard = m_controller.dashboard())
        m_state->setText(DashboardWords(*dashboard, m_notation).stateText(m_sync, m_zone));
}

void DashboardPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placePanels();
}

// Two beside each other where there is room. Without the cost chart the last one takes a row.
void DashboardPage::placePanels()
{
    const bool isWide = width() >= twoColumnsFrom;
    m_strip->setStacked(!isWide);
    QList<ChartPanel *> panels{m_hours, m_overtime};
    if (!m_hotCost->isHidden())
        panels += m_hotCost;
    panels += m_meals;
    for (int i = 0; i < panels.size(); ++i) {
        const bool isAlone = i == panels.size() - 1 && i % 2 == 0;
        m_grid->removeWidget(panels[i]);
        if (isWide)
            m_grid->addWidget(panels[i], i / 2, i % 2, 1, isAlone ? 2 : 1);
        else
            m_grid->addWidget(panels[i], i, 0, 1, 2);
    }
    for (int i = 0; i < 4; ++i)
        m_grid->setRowStretch(i, i < panels.size() / (isWide ? 2 : 1) ? 1 : 0);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void DashboardPage::showDepartments()
{
    const Dashboard &dashboard = *m_controller.dashboard();
    QStringList names{tr("All departments")};
    int chosen = 0;
    for (const DepartmentWeek &department : dashboard.all) {
        if (dashboard.department == department.id)
            chosen = int(names.size());
        names += department.name;
    }
    const QSignalBlocker blocker(m_department);
    // Its list may be open: what is in it stays unless a name changes.
    if (names != m_departmentNames) {
        m_department->clear();
        m_department->addItems(names);
        m_departmentNames = std::move(names);
    }
    if (m_department->currentIndex() != chosen)
        m_department->setCurrentIndex(chosen);
}

void DashboardPage::chooseDepartment(int index)
{
    const std::optional<Dashboard> &dashboard = m_controller.dashboard();
    const bool isOne = dashboard && index > 0 && size_t(index) <= dashboard->all.size();
    m_controller.setDepartment(isOne ? std::optional(dashboard->all[size_t(index - 1)].id)
                                     : std::nullopt);
}

// The one that the keys are in, else all of them.
void DashboardPage::toggleTables()
{
    const QList<ChartPanel *> panels = findChildren<ChartPanel *>();
    const QWidget *focus = QApplication::focusWidget();
    for (ChartPanel *panel : panels) {
        if (focus && panel->isAncestorOf(focus))
            return panel->setShowsTable(!panel->showsTable());
    }
    const bool isTable = !m_hours->showsTable();
    for (ChartPanel *panel : panels)
        panel->setShowsTable(isTable);
}

void DashboardPage::requestBudget()
{
    const std::optional<Dashboard> &dashboard = m_controller.dashboard();
    if (dashboard)
        emit budgetRequested(DashboardWords(*dashboard, m_notation).currency());
}

void DashboardPage::requestCsv()
{
    QStringList parts;
    Dashboard figures = *m_controller.dashboard();
    figures.showsCost = figures.showsCost && m_handsOverPay;
    const DashboardWords words(figures, m_notation);
    std::vector<ChartWords> all{words.hours(), words.overtime()};
    if (figures.showsCost)
        all.push_back(words.hotCost());
    all.push_back(words.meals());
    for (const ChartWords &chart : all) {
        if (chart.note.isEmpty())
            parts += asCsv(chart.table);
    }
    emit csvRequested(parts.join(u"\r\n"_s));
}

void addDashboard(MainWindow &window, DashboardPage *page)
{
    const QString id = QString::fromLatin1(dashboardPageId);
    window.addPage(id, u"chart-column"_s, DashboardPage::tr("Dashboard"), page);
    window.addPageCommands(MainWindow::MenuId::View, id, page->commands());
    QObject::connect(page, &DashboardPage::messageChanged, &window, &MainWindow::showMessage);
    QObject::connect(&window, &MainWindow::pageChanged, page,
                     [page, id](const QString &shown) { page->setShown(shown == id); });
}

} // namespace film::app
