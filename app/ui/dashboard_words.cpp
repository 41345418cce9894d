#include "app/ui/dashboard_words.h"

#include "app/models/date_text.h"
#include "app/models/hours_text.h"
#include "app/ui/pay_words.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr qint64 minorInUnit = 100;
constexpr qint64 minorInThousand = 1000 * minorInUnit;

bool isEnglish()
{
    const QLocale::Language language = QLocale().language();
    return language == QLocale::English || language == QLocale::C;
}

QString percent(int tenths)
{
    return QLocale().toString(tenths / 10) + QLocale().decimalPoint() + QString::number(tenths % 10)
        + (isEnglish() ? u"%"_s : u" %"_s);
}

// Over a bar there is no room for cents: "+9.2k", and elsewhere than in English "+9.174".
QString difference(qint64 minor)
{
    const qint64 size = minor < 0 ? -minor : minor;
    const QString sign = minor < 0 ? u"−"_s : u"+"_s;
    const qint64 tenths = (size + minorInThousand / 20) / (minorInThousand / 10);
    if (isEnglish() && size >= minorInThousand / 10)
        return sign + QString::number(tenths / 10) + u'.' + QString::number(tenths % 10) + u'k';
    return sign + QLocale().toString((size + minorInUnit / 2) / minorInUnit);
}

QString axisMoney(qint64 minor, Currency currency)
{
    if (isEnglish() && minor % minorInThousand == 0)
        return DashboardWords::wholeMoney(Money(minor / 1000, currency)) + u'k';
    return DashboardWords::wholeMoney(Money(minor, currency));
}

QString sentences(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

std::vector<ChartTick> countTicks(qint64 most)
{
    std::vector<ChartTick> ticks;
    for (const qint64 mark : axisMarks(most, 1))
        ticks.push_back({mark, QLocale().toString(mark)});
    return ticks;
}

QString moneyOrDash(const MoneySum &sum)
{
    return sum.amount ? PayWords::moneyText(*sum.amount) : u"–"_s;
}

} // namespace

QString DashboardWords::wholeMoney(const Money &money)
{
    const qint64 minor = money.minorUnits();
    const qint64 half = minor < 0 ? -minorInUnit / 2 : minorInUnit / 2;
    const qint64 whole = (minor + half) / minorInUnit * minorInUnit;
    QString text = PayWords::moneyText(Money(whole, money.currency()));
    return text.remove(QLocale().decimalPoint() + u"00"_s);
}

QString DashboardWords::straightName()
{
    return tr("1.0×");
}

QString DashboardWords::timeAndHalfName()
{
    return tr("1.5×");
}

QString DashboardWords::doubleTimeName()
{
    return tr("2.0×");
}

QString DashboardWords::planName()
{
    return tr("Plan");
}

// A whole crew's hours want their thousands apart.
QString DashboardWords::length(Minutes length) const
{
    const QString text = hoursText(length, m_notation);
    const auto end = std::ranges::find_if(text, [](QChar c) { return !c.isDigit(); });
    const qsizetype digits = end - text.begin();
    return QLocale().toString(text.first(digits).toLongLong()) + text.sliced(digits);
}

QString DashboardWords::lengthWithUnit(Minutes size) const
{
    return m_notation == Notation::Clock ? length(size) : tr("%1 h", "hours").arg(length(size));
}

QString DashboardWords::nameOf(const OvertimeWeek &week) const
{
    return week.number > 0 ? tr("Week %1").arg(week.number) : dayAndMonth(week.first);
}

QString DashboardWords::weekName() const
{
    return nameOf({m_dashboard.first, m_dashboard.weekNumber, {}, {}});
}

QString DashboardWords::earlierName() const
{
    return nameOf({m_dashboard.first.addDays(-7), std::max(m_dashboard.weekNumber - 1, 0), {}, {}});
}

QString DashboardWords::subtitle() const
{
    std::vector<int> numbers;
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        if (day.isThisWeek)
            numbers.push_back(day.number);
    }
    if (numbers.empty())
        return weekName();
    if (numbers.size() == 1)
        return tr("%1, shoot day %2").arg(weekName()).arg(numbers.front());
    return tr("%1, shoot days %2 to %3").arg(weekName()).arg(numbers.front()).arg(numbers.back());
}

QString DashboardWords::stateText(const SyncState &sync, const QTimeZone &zone) const
{
    const int open = m_dashboard.week.daysExpected - m_dashboard.week.daysIn;
    const QTime now = QTime(0, 0).addSecs(m_dashboard.now.count() * 60);
    const QLocale locale;
    const QString clock = u"HH:mm"_s;
    QStringList parts;
    if (open > 0)
        parts += tr("%n days are not in yet.", nullptr, open);
    else if (m_dashboard.week.daysExpected > 0)
        parts += tr("All %n days are in.", nullptr, m_dashboard.week.daysExpected);
    const bool isOffline =
        sync.kind == SyncKind::OfflineClean || sync.kind == SyncKind::OfflineWaiting;
    if (isOffline && sync.lastSyncedAt) {
        const QDateTime newest =
            QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*sync.lastSyncedAt), zone);
        parts += newest.date() == m_dashboard.today
            ? tr("Offline: what others entered is of %1.")
                  .arg(locale.toString(newest.time(), clock))
            : tr("Offline: what others entered is of %1, %2.")
                  .arg(shortDate(newest.date()), locale.toString(newest.time(), clock));
    } else {
        parts += tr("Figures are as of %1, %2.")
                     .arg(shortDate(m_dashboard.today), locale.toString(now, clock));
    }
    if (m_dashboard.showsCost && m_dashboard.week.withoutFigure > 0)
        parts += tr("Nothing prices the hours of %n people: they are in no amount.", nullptr,
                    m_dashboard.week.withoutFigure);
    if (m_dashboard.showsCost && leavesOutAmounts())
        parts += tr("Amounts in another currency are left out.");
    if (m_dashboard.showsCost)
        parts += PayWords::disclaimer();
    return sentences(parts);
}

Currency DashboardWords::currency() const
{
    if (m_dashboard.budget.perShootDay)
        return m_dashboard.budget.perShootDay->currency();
    if (const MoneySum week = m_dashboard.week.total().cost; week.amount)
        return week.amount->currency();
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        if (day.sum.cost.amount)
            return day.sum.cost.amount->currency();
    }
    return Currency::Usd;
}

// Of the week's sums, or of a day that is not drawn.
bool DashboardWords::leavesOutAmounts() const
{
    const WorkSum total = m_dashboard.week.total();
    MoneySum sum = total.cost;
    sum.add(m_dashboard.week.beside);
    if (sum.left > 0 || total.penaltyCost.left > 0)
        return true;
    return std::ranges::any_of(m_dashboard.shootDays, [&](const ShootDayFigures &day) {
        const MoneySum &cost = day.sum.cost;
        return cost.left > 0 || (cost.amount && cost.amount->currency() != currency());
    });
}

bool DashboardWords::hasShootDayThisWeek() const
{
    return std::ranges::any_of(m_dashboard.shootDays, &ShootDayFigures::isThisWeek);
}

std::vector<StripFigure> DashboardWords::strip() const
{
    const WorkSum total = m_dashboard.week.total();
    const auto share = [&](Minutes part) {
        return percent(tenthsOfPercent(part.count(), total.worked.count()));
    };
    MoneySum cost = total.cost;
    cost.add(m_dashboard.week.beside);
    const std::optional<Money> &beside = m_dashboard.week.beside.amount;
    std::vector<StripFigure> figures{
        {tr("Hours worked"), length(total.worked),
         tr("%n people", nullptr, m_dashboard.week.people)},
        {tr("Paid at 1.5×"), length(total.timeAndHalf), share(total.timeAndHalf)},
        {tr("Paid at 2.0×"), length(total.doubleTime), share(total.doubleTime)},
        {tr("Labour cost"), cost.amount ? wholeMoney(*cost.amount) : u"–"_s,
         beside ? tr("with %1 for the week").arg(wholeMoney(*beside)) : tr("estimate")},
        budgetFigure(),
        {tr("Meal penalties"), QLocale().toString(total.penalties),
         total.penaltyCost.amount ? PayWords::moneyText(*total.penaltyCost.amount) : QString()},
    };
    return figures;
}

StripFigure DashboardWords::budgetFigure() const
{
    const QString caption = tr("Against budget");
    if (!m_dashboard.overBudget) {
        const QString why = !m_dashboard.budget.perShootDay ? tr("no budget set")
            : m_dashboard.department                        ? tr("for everybody only")
                                                            : tr("no shoot day priced yet");
        return {caption, u"–"_s, why};
    }
    const qint64 over = *m_dashboard.overBudget;
    const bool isOver = over > 0;
    const int tenths = tenthsOfPercent(isOver ? over : -over, m_dashboard.budgeted);
    const QString value = wholeMoney(Money(over, currency()));
    return {caption, isOver ? QString(u'+' + value) : value,
            isOver ? tr("%1 over").arg(percent(tenths)) : tr("%1 under").arg(percent(tenths)),
            isOver};
}

ChartWords DashboardWords::hours() const
{
    ChartWords words;
    words.finding = hoursFinding();
    const bool hasTiers = m_dashboard.showsCost;
    ChartData &chart = words.chart;
    chart.isHorizontal = true;
    chart.sets = {{straightName(), ChartTone::Tier1, {}}};
    if (hasTiers) {
        chart.sets.push_back({timeAndHalfName(), ChartTone::Tier2, {}});
        chart.sets.push_back({doubleTimeName(), ChartTone::Tier3, {}});
    }
    words.table.headers = {tr("Department"), tr("Hours")};
    if (hasTiers)
        words.table.headers += {straightName(), timeAndHalfName(), doubleTimeName()};
    words.table.hasTotal = true;
    qint64 most = 0;
    const auto row = [&](const QString &name, const WorkSum &sum) {
        QStringList cells{name, length(sum.worked)};
        if (hasTiers)
            cells += {length(sum.straight()), length(sum.timeAndHalf), length(sum.doubleTime)};
        words.table.rows.push_back(cells);
    };
    WorkSum all;
    for (const DepartmentWeek &department : m_dashboard.byHours) {
        const WorkSum sum = department.total();
        all.add(sum);
        chart.categories += department.name;
        chart.isCurrent.push_back(false);
        chart.labels += length(sum.worked);
        chart.isOver.push_back(false);
        // The bar is as long as its hours: what is paid beyond them is in the table.
        const qint64 doubleTime = std::min(sum.doubleTime, sum.worked).count();
        const qint64 timeAndHalf =
            std::min<qint64>(sum.timeAndHalf.count(), sum.worked.count() - doubleTime);
        chart.sets[0].values.push_back(hasTiers ? sum.worked.count() - timeAndHalf - doubleTime
                                                : sum.worked.count());
        if (hasTiers) {
            chart.sets[1].values.push_back(timeAndHalf);
            chart.sets[2].values.push_back(doubleTime);
        }
        most = std::max<qint64>(most, sum.worked.count());
        row(department.name, sum);
    }
    row(tr("All"), all);
    chart.ticks = {{0, {}}, {std::max<qint64>(most, 1), {}}};
    return words;
}

QString DashboardWords::hoursFinding() const
{
    const std::vector<DepartmentWeek> &departments = m_dashboard.byHours;
    QStringList parts;
    if (departments.size() > 2)
        parts += tr("%1 and %2 worked the most.").arg(departments[0].name, departments[1].name);
    else if (departments.size() == 2)
        parts += tr("%1 worked the most.").arg(departments[0].name);
    const WorkSum total = m_dashboard.week.total();
    if (m_dashboard.showsCost)
        parts += tr("%1 of all hours are overtime.")
                     .arg(percent(tenthsOfPercent(total.overtime().count(), total.worked.count())));
    return sentences(parts);
}

ChartWords DashboardWords::overtime() const
{
    ChartWords words;
    if (!m_dashboard.showsCost) {
        words.note = tr("Overtime follows from each person’s deal. Your role does not see deals, "
                        "so it is not counted here.");
        return words;
    }
    words.finding = overtimeFinding();
    ChartData &chart = words.chart;
    chart.sets = {{timeAndHalfName(), ChartTone::Tier2, {}},
                  {doubleTimeName(), ChartTone::Tier3, {}}};
    words.table.headers = {tr("Week"), timeAndHalfName(), doubleTimeName(), tr("Overtime")};
    const std::optional<Minutes> &plan = m_dashboard.budget.overtimePerWeek;
    qint64 most = plan && !m_dashboard.department ? plan->count() : 60;
    for (const OvertimeWeek &week : m_dashboard.overtime) {
        chart.categories += nameOf(week);
        chart.isCurrent.push_back(week.first == m_dashboard.first);
        chart.labels += length(week.sum());
        chart.isOver.push_back(false);
        chart.sets[0].values.push_back(week.timeAndHalf.count());
        chart.sets[1].values.push_back(week.doubleTime.count());
        most = std::max<qint64>(most, week.sum().count());
        words.table.rows.push_back(
            {nameOf(week), length(week.timeAndHalf), length(week.doubleTime), length(week.sum())});
    }
    for (const qint64 mark : axisMarks(most, 60))
        chart.ticks.push_back({mark, QLocale().toString(mark / 60)});
    if (plan && !m_dashboard.department)
        chart.line = {planName(), planName() + u'\n' + lengthWithUnit(*plan), plan->count(), true};
    return words;
}

QString DashboardWords::overtimeFinding() const
{
    QStringList parts{tr("Overtime hours per week.")};
    const std::vector<OvertimeWeek> &weeks = m_dashboard.overtime;
    if (weeks.empty())
        return parts.front();
    const Minutes now = weeks.back().sum();
    const std::optional<Minutes> &plan = m_dashboard.budget.overtimePerWeek;
    if (plan && !m_dashboard.department) {
        const QString name = weekName();
        if (now > *plan)
            parts += tr("%1 is %2 over plan.").arg(name, lengthWithUnit(now - *plan));
        else if (now < *plan)
            parts += tr("%1 is %2 under plan.").arg(name, lengthWithUnit(*plan - now));
        else
            parts += tr("%1 is as planned.").arg(name);
    }
    if (weeks.size() < 2)
        return sentences(parts);
    const Minutes before = weeks[weeks.size() - 2].sum();
    if (now > before)
        parts += tr("It is up %1 on the week before.").arg(lengthWithUnit(now - before));
    else if (now < before)
        parts += tr("It is down %1 on the week before.").arg(lengthWithUnit(before - now));
    else
        parts += tr("It is the same as the week before.");
    return sentences(parts);
}

QString DashboardWords::dayName(const ShootDayFigures &day) const
{
    return tr("Day %1, %2").arg(day.number).arg(shortDate(day.date));
}

ChartWords DashboardWords::hotCost() const
{
    ChartWords words;
    if (m_dashboard.shootDays.empty()) {
        words.note = tr("No shoot days this week.");
        return words;
    }
    words.finding = hotCostFinding();
    words.chart = hotCostChart();
    const bool hasBudget = m_dashboard.budget.perShootDay && !m_dashboard.department;
    words.table.headers = {tr("Shoot day"), tr("Labour cost")};
    if (hasBudget)
        words.table.headers += {tr("Budget"), tr("Difference")};
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        QStringList cells{dayName(day), moneyOrDash(day.sum.cost)};
        if (hasBudget) {
            cells += PayWords::moneyText(*m_dashboard.budget.perShootDay);
            cells +=
                day.overBudget ? PayWords::moneyText(Money(*day.overBudget, currency())) : u"–"_s;
        }
        words.table.rows.push_back(cells);
    }
    return words;
}

ChartData DashboardWords::hotCostChart() const
{
    ChartData chart;
    chart.sets = {{earlierName(), ChartTone::Earlier, {}},
                  {weekName(), ChartTone::Current, {}},
                  {tr("Over budget"), ChartTone::Over, {}}};
    const bool hasBudget = m_dashboard.budget.perShootDay && !m_dashboard.department;
    const qint64 budget = hasBudget ? m_dashboard.budget.perShootDay->minorUnits() : 0;
    chart.sets[2].isInLegend = hasBudget;
    qint64 most = std::max<qint64>(budget, minorInUnit);
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        const std::optional<Money> &amount = day.sum.cost.amount;
        // Another currency's figure has no place on this axis: its amount stands without a bar.
        const bool isDrawn = amount && amount->currency() == currency();
        const qint64 cost = isDrawn ? amount->minorUnits() : 0;
        const qint64 over = std::max<qint64>(day.overBudget.value_or(0), 0);
        chart.categories += QString::number(day.number);
        chart.isCurrent.push_back(day.isThisWeek);
        chart.sets[0].values.push_back(day.isThisWeek ? 0 : cost - over);
        chart.sets[1].values.push_back(day.isThisWeek ? cost - over : 0);
        chart.sets[2].values.push_back(over);
        chart.labels += day.overBudget ? difference(*day.overBudget)
            : amount                   ? axisMoney(amount->minorUnits(), amount->currency())
                                       : QString();
        chart.isOver.push_back(over > 0);
        most = std::max(most, cost);
    }
    for (const qint64 mark : axisMarks(most, minorInUnit))
        chart.ticks.push_back({mark, axisMoney(mark, currency())});
    if (hasBudget)
        chart.line = {tr("Budget"), tr("Budget") + u'\n' + axisMoney(budget, currency()), budget,
                      false};
    return chart;
}

QString DashboardWords::hotCostFinding() const
{
    QStringList parts{m_dashboard.department ? tr("Labour per shoot day, one department.")
                                             : tr("Labour per shoot day, all departments.")};
    if (!hasShootDayThisWeek())
        parts += tr("No shoot days this week.");
    if (!m_dashboard.budget.perShootDay || m_dashboard.department)
        return sentences(parts);
    const ShootDayFigures *worst = nullptr;
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        if (day.isThisWeek && day.overBudget.value_or(0) > 0
            && (!worst || *day.overBudget > *worst->overBudget))
            worst = &day;
    }
    if (!worst) {
        if (m_dashboard.overBudget)
            parts += tr("No day of this week ran over.");
        return sentences(parts);
    }
    parts += tr("%1 ran %2 over.")
                 .arg(QLocale().toString(worst->date, u"dddd"_s),
                      wholeMoney(Money(*worst->overBudget, currency())));
    if (worst->sum.penalties > 0)
        parts += tr("It had %n meal penalties.", nullptr, worst->sum.penalties);
    if (worst->sum.doubleTime > Minutes(0))
        parts += tr("%1 were paid at 2.0×.").arg(lengthWithUnit(worst->sum.doubleTime));
    return sentences(parts);
}

ChartWords DashboardWords::meals() const
{
    ChartWords words;
    if (!m_dashboard.showsCost) {
        words.note = tr("Meal penalties follow from each person’s deal. Your role does not see "
                        "deals. Late meals are flagged in the crew grid.");
        return words;
    }
    if (m_dashboard.shootDays.empty()) {
        words.note = tr("No shoot days this week.");
        return words;
    }
    words.finding = mealsFinding();
    ChartData &chart = words.chart;
    chart.sets = {{earlierName(), ChartTone::Earlier, {}}, {weekName(), ChartTone::Current, {}}};
    words.table.headers = {tr("Shoot day"), tr("Meal penalties"), tr("Amount")};
    qint64 most = 1;
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        chart.categories += QString::number(day.number);
        chart.isCurrent.push_back(day.isThisWeek);
        chart.sets[0].values.push_back(day.isThisWeek ? 0 : day.sum.penalties);
        chart.sets[1].values.push_back(day.isThisWeek ? day.sum.penalties : 0);
        chart.labels += QLocale().toString(day.sum.penalties);
        chart.isOver.push_back(false);
        most = std::max<qint64>(most, day.sum.penalties);
        words.table.rows.push_back({dayName(day), QLocale().toString(day.sum.penalties),
                                    moneyOrDash(day.sum.penaltyCost)});
    }
    chart.ticks = countTicks(most);
    return words;
}

QString DashboardWords::mealsFinding() const
{
    QStringList without;
    int days = 0;
    for (const ShootDayFigures &day : m_dashboard.shootDays) {
        if (!day.isThisWeek || day.sum.worked == Minutes(0))
            continue;
        ++days;
        if (day.sum.penalties == 0)
            without += QString::number(day.number);
    }
    QStringList parts{tr("Meal penalties per shoot day.")};
    if (!hasShootDayThisWeek())
        parts += tr("No shoot days this week.");
    if (days == 0)
        return sentences(parts);
    if (without.size() == days)
        parts += tr("There was none this week.");
    else if (without.isEmpty())
        parts += tr("Every day of this week had some.");
    else
        parts += tr("No penalties on the days %1.", nullptr, int(without.size()))
                     .arg(QLocale().createSeparatedList(without));
    return sentences(parts);
}

FiguresTable DashboardWords::mealsByDepartment() const
{
    FiguresTable table;
    table.headers = {weekName(), tr("Number"), tr("Amount")};
    WorkSum all;
    for (const DepartmentWeek &department : m_dashboard.byPenalties) {
        const WorkSum sum = department.total();
        all.add(sum);
        table.rows.push_back(
            {department.name, QLocale().toString(sum.penalties), moneyOrDash(sum.penaltyCost)});
    }
    if (table.rows.empty())
        return table;
    table.rows.push_back(
        {tr("All"), QLocale().toString(all.penalties), moneyOrDash(all.penaltyCost)});
    table.hasTotal = true;
    return table;
}

} // namespace film::app
