#include "app/models/dashboard_model.h"

#include "app/models/crew_findings.h"

#include <algorithm>

namespace film::app {

void MoneySum::add(const Money &money)
{
    if (amount && amount->currency() != money.currency())
        ++left;
    else
        amount = amount ? *amount + money : money;
}

void MoneySum::add(const MoneySum &other)
{
    left += other.left;
    if (other.amount)
        add(*other.amount);
}

Minutes WorkSum::straight() const
{
    // Overtime is counted in paid time, which a guarantee can make longer than the day.
    return std::max(worked - overtime(), Minutes(0));
}

void WorkSum::add(const WorkSum &other)
{
    worked += other.worked;
    timeAndHalf += other.timeAndHalf;
    doubleTime += other.doubleTime;
    cost.add(other.cost);
    penalties += other.penalties;
    penaltyCost.add(other.penaltyCost);
}

WorkSum DepartmentWeek::total() const
{
    WorkSum sum;
    for (const WorkSum &day : days)
        sum.add(day);
    return sum;
}

DepartmentWeek WeekFigures::sumOf(const std::optional<DepartmentId> &only) const
{
    DepartmentWeek sum;
    for (const DepartmentWeek &department : departments) {
        if (only && department.id != *only)
            continue;
        sum.people += department.people;
        sum.withoutFigure += department.withoutFigure;
        sum.daysIn += department.daysIn;
        sum.daysExpected += department.daysExpected;
        sum.beside.add(department.beside);
        for (size_t day = 0; day < sum.days.size(); ++day)
            sum.days[day].add(department.days[day]);
    }
    return sum;
}

namespace {

WorkSum workOf(const CrewCell &cell, const CrewFigures *figures, size_t day)
{
    WorkSum sum;
    sum.worked = cell.worked().value_or(Minutes(0));
    if (!figures || figures->noFigure)
        return sum;
    const CrewFigures::Day &priced = figures->days[day];
    sum.timeAndHalf = priced.overtime.timeAndHalf;
    sum.doubleTime = priced.overtime.doubleTime;
    if (priced.gross)
        sum.cost.add(*priced.gross);
    sum.penalties = priced.mealPenalties;
    if (priced.mealPenalties > 0)
        sum.penaltyCost.add(priced.mealCost);
    return sum;
}

void addPerson(const CrewSnapshot &week, const CrewPerson &person, const CrewFigures *figures,
               DepartmentWeek &department)
{
    const bool isPriced = figures && !figures->noFigure;
    Minutes worked{0};
    qint64 inDays = 0;
    for (size_t day = 0; day < person.days.size(); ++day) {
        const CrewCell &cell = person.days[day];
        const WorkSum sum = workOf(cell, figures, day);
        worked += sum.worked;
        inDays += sum.cost.amount ? sum.cost.amount->minorUnits() : 0;
        department.days[day].add(sum);
        department.daysIn += isIn(week, cell) ? 1 : 0;
        department.daysExpected += isExpected(week, cell) ? 1 : 0;
    }
    if (worked == Minutes(0))
        return;
    ++department.people;
    if (!isPriced)
        ++department.withoutFigure;
    else if (figures->gross.minorUnits() != inDays)
        department.beside.add(
            Money(figures->gross.minorUnits() - inDays, figures->gross.currency()));
}

// The main unit's.
std::optional<int> shootDayNumber(const CrewDate &date)
{
    if (date.sheets.empty() || !hasTimes(date.sheets.front().type)
        || date.sheets.front().dayNumber <= 0)
        return std::nullopt;
    return int(date.sheets.front().dayNumber);
}

// 1 for the week of the first shooting day.
int weekNumberOf(QDate first, const std::optional<QDate> &firstShootingDay)
{
    if (!firstShootingDay)
        return 0;
    const qint64 days = firstShootingDay->daysTo(first);
    // The weeks begin on the weekday of `first`, so round towards the week that holds the day.
    const qint64 weeks = days >= 0 ? (days + 6) / 7 : -((-days) / 7);
    return int(std::max<qint64>(weeks + 1, 0));
}

void leaveOutBeforeGap(std::vector<WeekFigures> &weeks)
{
    size_t first = weeks.size() - 1;
    while (first > 0 && weeks[first - 1].first().addDays(7) == weeks[first].first())
        --first;
    weeks.erase(weeks.begin(), weeks.begin() + std::ptrdiff_t(first));
}

void addShootDays(const DashboardInput &input, Dashboard &dashboard)
{
    const size_t count = input.weeks.size();
    for (size_t i = count >= 2 ? count - 2 : 0; i < count; ++i) {
        const DepartmentWeek sums = input.weeks[i].sumOf(input.department);
        for (size_t day = 0; day < sums.days.size(); ++day) {
            const WeekFigures::Day &date = input.weeks[i].days[day];
            if (!date.number || (date.date > input.today && sums.days[day].worked == Minutes(0)))
                continue;
            ShootDayFigures shot{date.date, *date.number, i + 1 == count, sums.days[day], {}};
            const std::optional<Money> &cost = shot.sum.cost.amount;
            const std::optional<Money> &budget = input.budget.perShootDay;
            // A budget is for everybody: a department is not held against it.
            if (budget && !input.department && cost && cost->currency() == budget->currency())
                shot.overBudget = cost->minorUnits() - budget->minorUnits();
            if (shot.overBudget && shot.isThisWeek) {
                dashboard.overBudget = dashboard.overBudget.value_or(0) + *shot.overBudget;
                dashboard.budgeted += budget->minorUnits();
            }
            dashboard.shootDays.push_back(std::move(shot));
        }
    }
}

void addOvertime(const DashboardInput &input, Dashboard &dashboard)
{
    for (const WeekFigures &week : input.weeks) {
        const WorkSum sum = week.sumOf(input.department).total();
        const bool isFirst = dashboard.overtime.empty();
        if (isFirst && sum.worked == Minutes(0) && week.first() != dashboard.first)
            continue; // before the production began
        dashboard.overtime.push_back({week.first(),
                                      weekNumberOf(week.first(), input.firstShootingDay),
                                      sum.timeAndHalf, sum.doubleTime});
    }
}

} // namespace

WeekFigures figuresOfWeek(const CrewSnapshot &week, const FiguresOf &figuresOf)
{
    WeekFigures figures;
    for (size_t day = 0; day < figures.days.size(); ++day)
        figures.days[day] = {week.dates[day].date, shootDayNumber(week.dates[day])};
    for (const CrewDepartment &department : week.departments) {
        DepartmentWeek sums;
        sums.id = department.id;
        sums.name = department.name;
        for (const CrewPerson &person : department.people)
            addPerson(week, person, figuresOf(person), sums);
        figures.departments.push_back(std::move(sums));
    }
    return figures;
}

Dashboard dashboardOf(DashboardInput input)
{
    Q_ASSERT(!input.weeks.empty());
    leaveOutBeforeGap(input.weeks);
    const WeekFigures &shown = input.weeks.back();
    Dashboard dashboard;
    dashboard.first = shown.first();
    dashboard.weekNumber = weekNumberOf(shown.first(), input.firstShootingDay);
    dashboard.today = input.today;
    dashboard.now = input.now;
    dashboard.showsCost = input.showsCost;
    dashboard.budget = input.budget;
    dashboard.department = input.department;
    dashboard.week = shown.sumOf(input.department);
    dashboard.all = shown.departments;
    for (const DepartmentWeek &department : shown.departments) {
        if (input.department && department.id != *input.department)
            continue;
        const WorkSum total = department.total();
        if (total.worked > Minutes(0))
            dashboard.byHours.push_back(department);
        if (total.penalties > 0)
            dashboard.byPenalties.push_back(department);
    }
    std::ranges::stable_sort(
        dashboard.byHours, std::ranges::greater(),
        [](const DepartmentWeek &department) { return department.total().worked; });
    std::ranges::stable_sort(
        dashboard.byPenalties, std::ranges::greater(),
        [](const DepartmentWeek &department) { return department.total().penalties; });
    addOvertime(input, dashboard);
    addShootDays(input, dashboard);
    return dashboard;
}

int tenthsOfPercent(qint64 part, qint64 whole)
{
    if (whole <= 0)
        return 0;
    return int((part * 2000 + whole) / (2 * whole));
}

} // namespace film::app
