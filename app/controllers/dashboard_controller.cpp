#include "app/controllers/dashboard_controller.h"

namespace film::app {

using namespace std::chrono_literals;

namespace {

constexpr int earlierWeeks = 5;
constexpr size_t earlierWeeksMax = 60; // kept while somebody leafs through a production

} // namespace

DashboardController::DashboardController(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_store(parts.store)
    , m_crew(parts.crew)
    , m_desk(parts.desk)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0ms);
    connect(&m_soon, &QTimer::timeout, this, &DashboardController::update);
    m_later.setSingleShot(true);
    m_later.setInterval(parts.reloadDelay);
    connect(&m_later, &QTimer::timeout, this, &DashboardController::readAgain);
    connect(&m_crew, &QAbstractItemModel::modelReset, this, &DashboardController::changed);
    connect(&m_crew, &QAbstractItemModel::layoutChanged, this, &DashboardController::changed);
    connect(&m_crew, &QAbstractItemModel::dataChanged, this, &DashboardController::changed);
    connect(&m_crew, &CrewModel::progressChanged, this, &DashboardController::changed);
}

void DashboardController::setShown(bool isShown)
{
    m_isShown = isShown;
    changed();
}

void DashboardController::setBudget(const Budget &budget)
{
    m_budget = budget;
    changed();
}

void DashboardController::setDepartment(const std::optional<DepartmentId> &department)
{
    m_department = department;
    changed();
}

void DashboardController::setFirstShootingDay(const std::optional<QDate> &day)
{
    m_firstShootingDay = day;
    changed();
}

void DashboardController::reload()
{
    if (!m_later.isActive()) // a change a moment later does not put it off
        m_later.start();
}

void DashboardController::readAgain()
{
    ++m_generation; // what is known is shown until the new comes
    changed();
}

void DashboardController::changed()
{
    if (m_isShown)
        m_soon.start();
}

bool DashboardController::isWeekThere() const
{
    return m_crew.snapshot().today.isValid();
}

void DashboardController::update()
{
    if (!isWeekThere())
        return;
    const CrewSnapshot &week = m_crew.snapshot();
    DashboardInput input;
    for (int back = earlierWeeks; back > 0; --back) {
        const QDate first = week.dates.front().date.addDays(-7 * back);
        if (const auto known = m_earlier.find(first); known != m_earlier.end())
            input.weeks.push_back(known->second);
    }
    // The week before first: the sums begin where all weeks up to this one are known.
    for (int back = 1; back <= earlierWeeks; ++back)
        load(week.dates.front().date.addDays(-7 * back));
    input.weeks.push_back(figuresOfWeek(
        week, [this](const CrewPerson &person) { return m_crew.figures(person.id); }));
    input.today = week.today;
    input.now = week.now;
    input.firstShootingDay = m_firstShootingDay;
    input.showsCost = m_crew.hasDeals();
    input.budget = m_budget;
    input.department = m_department;
    Dashboard dashboard = dashboardOf(input);
    if (m_dashboard == dashboard)
        return;
    m_dashboard = std::move(dashboard);
    emit dashboardChanged();
}

void DashboardController::load(QDate first)
{
    const auto asked = m_asked.find(first);
    if (asked != m_asked.end() && asked->second == m_generation)
        return;
    // What is on its way may be old: keep() comes here again. Asking beside it would only make
    // the engine slower.
    if (!m_loading.insert(first).second)
        return;
    m_asked[first] = m_generation;
    m_store.loadCrew(first).then(
        this, [this, first](const Result<CrewSnapshot> &loaded) { keep(first, loaded); });
}

void DashboardController::keep(QDate first, const Result<CrewSnapshot> &loaded)
{
    m_loading.erase(first);
    if (!loaded) {
        m_asked.erase(first); // asked again at the next change
        emit loadFailed(loaded.error());
        return;
    }
    if (m_earlier.size() >= earlierWeeksMax) {
        m_earlier.clear();
        m_asked.clear();
    }
    CrewFigures figures;
    m_earlier[first] = figuresOfWeek(*loaded, [&](const CrewPerson &person) {
        figures = m_desk.price(*loaded, person);
        return &figures;
    });
    changed();
}

} // namespace film::app
