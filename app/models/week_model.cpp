#include "app/models/week_model.h"

#include "app/models/date_text.h"
#include "app/models/unit_findings.h"
#include "shared/domain/time_fields.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

constexpr QChar enDash = u'–';

TimeField plannedTime(const DayTimes &plan, DayFieldRef field)
{
    if (field.field == DayField::Call)
        return plan.call;
    if (field.field == DayField::Wrap)
        return plan.wrap;
    if (field.meal >= plan.meals.size())
        return {};
    if (field.field == DayField::MealOut)
        return plan.meals[field.meal].out;
    return field.field == DayField::MealIn ? plan.meals[field.meal].in : TimeField();
}

std::optional<Minutes> travelOf(const WorkDay &day)
{
    if (!day.travelTo && !day.travelFrom)
        return std::nullopt;
    return day.travelTo.value_or(Minutes(0)) + day.travelFrom.value_or(Minutes(0));
}

// Worked up to `now`: a meal that is still going on counts to its start.
std::optional<Minutes> workedSoFar(const WorkDay &day, Minutes now)
{
    if (!day.call.isKnown() || now < day.call.minutes())
        return std::nullopt;
    WorkDay untilNow = day;
    const bool isAtMeal =
        !day.meals.empty() && day.meals.back().out.isKnown() && day.meals.back().in.isUnknown();
    untilNow.wrap = isAtMeal ? day.meals.back().out : TimeField(WallTime{now});
    return workedMinutes(untilNow);
}

} // namespace

FindingContext findingContext(const WeekSnapshot &week, QDate date, QDate today, Minutes now)
{
    FindingContext context;
    context.limits = week.limits;
    context.isOver = today.isValid() && date < today;
    if (date == today)
        context.now = now;
    if (const WeekDay *day = week.find(date); day && day->plan && day->plan->times.call.isKnown())
        context.plannedCall = day->plan->times.call.minutes();

    TimeField next;
    const QDate tomorrow = date.addDays(1);
    if (const WeekDay *day = week.find(tomorrow)) {
        next = firstCallOf(day->records());
        if (!next.isKnown() && day->day.isBlank() && day->plan)
            next = day->plan->times.call;
    } else if (tomorrow > week.week.last() && week.dayAfter) {
        next = week.dayAfter->times.call;
    }
    if (next.isKnown())
        context.nextCall = next.minutes() + wholeDay;
    return context;
}

namespace {

// From midnight of the date: when work goes on, tomorrow or after a weekend.
std::optional<Minutes> nextCallAfter(const WeekSnapshot &week, QDate date)
{
    constexpr int daysMax = 3; // as far as a weekend's rest reaches
    for (int after = 1; after <= daysMax; ++after) {
        const WeekDay *day = week.find(date.addDays(after));
        if (!day)
            break;
        const bool isPlanned = day->day.isBlank() && day->plan;
        const TimeField call = isPlanned ? day->plan->times.call : firstCallOf(day->records());
        if (call.isKnown())
            return wholeDay * after + call.minutes();
    }
    const qint64 left = date.daysTo(week.week.last().addDays(1));
    if (left < 1 || left > daysMax)
        return std::nullopt;
    std::optional<Minutes> beyond = week.callAfter;
    if (!beyond && week.dayAfter && week.dayAfter->times.call.isKnown())
        beyond = week.dayAfter->times.call.minutes();
    if (!beyond || wholeDay * qint32(left) + *beyond >= wholeDay * (daysMax + 1))
        return std::nullopt;
    return wholeDay * qint32(left) + *beyond;
}

} // namespace

WeekModel::WeekModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_pay.noFigure = rules::NoFigure::NoDeal;
}

void WeekModel::setPayDesk(PayDesk *desk)
{
    m_desk = desk;
    touchAll();
}

void WeekModel::price()
{
    m_running.reset();
    m_pay = rules::PersonWeekPay();
    m_pay.noFigure = rules::NoFigure::NoDeal;
    if (!m_desk)
        return;
    m_pay = m_desk->price(m_snapshot, m_draft);
    if (!m_draft && m_today.isValid())
        m_running =
            m_desk->priceRunning(m_snapshot, m_today, m_now, nextCallAfter(m_snapshot, m_today));
}

std::optional<rules::NextRest> WeekModel::nextRest(QDate date) const
{
    const rules::DayPay *pay = m_pay.find(date);
    const auto day = std::ranges::find(m_pay.input.days, date, &rules::PayDay::date);
    const std::optional<Minutes> call = nextCallAfter(m_snapshot, date);
    const WeekDay *shown = m_snapshot.find(date);
    if (!pay || day == m_pay.input.days.end() || !call || !shown)
        return std::nullopt;
    const rules::DealPart &part = m_pay.partOf(date);
    const bool isDraft = m_draft && m_draft->key.date == date;
    const auto next = PayDesk::callWithRest(m_snapshot, isDraft ? *m_draft : shown->day, *part.pack,
                                            day->clock, *call);
    if (!next)
        return std::nullopt;
    const auto rest = rules::priceNextRest(*part.pack, part.terms, *day, pay->lastFactor, next->at,
                                           next->restRule);
    return rest ? *rest : std::nullopt;
}

OvertimeHours WeekModel::totalOvertime() const
{
    OvertimeHours total;
    for (const rules::DayPay &day : m_pay.pay.days) {
        const OvertimeHours hours = overtimeOf(day);
        total.timeAndHalf += hours.timeAndHalf;
        total.doubleTime += hours.doubleTime;
    }
    return total;
}

void WeekModel::setSnapshot(WeekSnapshot snapshot)
{
    const bool isSameWeek = snapshot.week == m_snapshot.week
        && snapshot.days.size() == m_snapshot.days.size() && snapshot.person == m_snapshot.person;
    if (!isSameWeek) {
        beginResetModel();
        m_snapshot = std::move(snapshot);
        m_draft.reset();
        price();
        endResetModel();
        return;
    }
    // Same rows, new values: an open editor and the selection stay while hours sync in.
    m_snapshot = std::move(snapshot);
    touchAll();
}

void WeekModel::setNow(QDate today, Minutes now)
{
    if (today == m_today && now == m_now)
        return;
    m_today = today;
    m_now = now;
    touchAll();
}

void WeekModel::setNotation(Notation notation)
{
    m_notation = notation;
    touchAll();
}

void WeekModel::setDraft(const WorkDay &day)
{
    m_draft = day;
    touchAll();
}

void WeekModel::clearDraft()
{
    m_draft.reset();
    touchAll();
}

WeekRow WeekModel::row(int index) const
{
    WeekRow row = rowWithoutNeighbours(index);
    if (index <= 0)
        return row;
    for (const DayFinding &finding : rowWithoutNeighbours(index - 1).findings)
        if (finding.kind == FindingKind::ShortRest || finding.kind == FindingKind::WrapBy)
            row.restBefore = finding;
    return row;
}

WeekRow WeekModel::rowWithoutNeighbours(int index) const
{
    WeekRow row;
    if (index < 0 || index >= rowCount())
        return row;
    row.day = m_snapshot.days[std::size_t(index)];
    const QDate date = dateAt(index);
    row.isToday = date == m_today;
    row.isCalledWeek = std::ranges::any_of(m_snapshot.days,
                                           [](const WeekDay &day) { return day.plan.has_value(); });
    if (m_draft && m_draft->key.date == date) {
        row.day.day = *m_draft;
        row.isDraft = true;
    }
    const FindingContext context = findingContext(m_snapshot, date, m_today, m_now);
    row.now = context.now;
    row.worked = row.day.worked();
    if (row.now) { // One that is under way counts so far.
        for (const WorkDay *record : row.day.records()) {
            if (workedMinutes(*record))
                continue;
            if (const auto soFar = workedSoFar(*record, *row.now))
                row.worked = row.worked.value_or(Minutes(0)) + *soFar;
        }
    }
    row.findings = findingsOf(row.day.records(), context);
    if (const rules::DayPay *pay = m_pay.find(date))
        row.overtime = overtimeOf(*pay);
    else if (row.isToday && m_running)
        row.overtime = overtimeOf(m_running->pay);
    return row;
}

QDate WeekModel::dateAt(int index) const
{
    return m_snapshot.week.first.addDays(index);
}

Minutes WeekModel::totalWorked() const
{
    Minutes total{0};
    for (int i = 0; i < rowCount(); ++i)
        total += row(i).day.worked().value_or(Minutes(0));
    return total;
}

int WeekModel::flagCount() const
{
    qsizetype count = 0;
    for (int i = 0; i < rowCount(); ++i)
        count += std::ranges::count_if(
            row(i).findings, [](const DayFinding &finding) { return isFlag(finding.kind); });
    return int(count);
}

int WeekModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_snapshot.days.size());
}

int WeekModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant WeekModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case RowRole: return QVariant::fromValue(row(index.row()));
    case CertaintyRole: return int(cellAt(row(index.row()), index.column()).certainty);
    case Qt::DisplayRole: return cellAt(row(index.row()), index.column()).text;
    case Qt::EditRole: {
        const Cell cell = cellAt(row(index.row()), index.column());
        const bool isOwn = cell.certainty == CellCertainty::Entered;
        return isOwn && cell.text != QString(enDash) ? cell.text : QString();
    }
    default: return {};
    }
}

Qt::ItemFlags WeekModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const WeekDay &day = m_snapshot.days[std::size_t(index.row())];
    const bool isOpen = day.day.state < DayState::Submitted && !day.isUnreadable;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return isOpen && fieldOf(index.column()) ? flags | Qt::ItemIsEditable : flags;
}

bool WeekModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<DayFieldRef> field = fieldOf(index.column());
    if (role != Qt::EditRole || !index.isValid() || !field)
        return false;
    if (value.toString() == data(index, Qt::EditRole).toString())
        return true;
    emit editRequested(dateAt(index.row()), *field, value.toString());
    return true;
}

std::optional<DayFieldRef> WeekModel::fieldOf(int column)
{
    switch (column) {
    case Call: return DayFieldRef{DayField::Call};
    case Meal1Out: return DayFieldRef{DayField::MealOut, 0};
    case Meal1In: return DayFieldRef{DayField::MealIn, 0};
    case Meal2Out: return DayFieldRef{DayField::MealOut, 1};
    case Meal2In: return DayFieldRef{DayField::MealIn, 1};
    case Wrap: return DayFieldRef{DayField::Wrap};
    case Travel: return DayFieldRef{DayField::TravelTo};
    default: return std::nullopt;
    }
}

std::optional<int> WeekModel::columnOf(DayFieldRef field)
{
    for (int column = Call; column <= Travel; ++column)
        if (fieldOf(column) == field)
            return column;
    return std::nullopt;
}

WeekModel::Cell WeekModel::cellAt(const WeekRow &row, int column) const
{
    const CellCertainty own = row.isDraft ? CellCertainty::Draft : CellCertainty::Entered;
    if (column == Day)
        return {shortDate(row.day.day.key.date), own};
    if (column == Hours) {
        if (!row.worked)
            return {QString(enDash), CellCertainty::Empty};
        return {hoursText(*row.worked, m_notation), own};
    }
    if (column == TimeAndHalf || column == DoubleTime) {
        const Minutes minutes = !row.overtime ? Minutes(0)
            : column == TimeAndHalf           ? row.overtime->timeAndHalf
                                              : row.overtime->doubleTime;
        if (minutes == Minutes(0))
            return {QString(enDash), CellCertainty::Empty};
        return {hoursText(minutes, m_notation), own};
    }
    if (column == Travel) {
        const std::optional<Minutes> travel = travelOf(row.day.day);
        if (!travel)
            return {QString(enDash), CellCertainty::Empty};
        return {hoursText(*travel, m_notation), own};
    }
    const std::optional<DayFieldRef> field = fieldOf(column);
    return field ? timeCell(row, *field) : Cell{};
}

WeekModel::Cell WeekModel::timeCell(const WeekRow &row, DayFieldRef field) const
{
    const WorkDay &day = row.day.day;
    const TimeField time = timeOf(day, field);
    if (time.isKnown())
        return {timeText(time, m_notation),
                row.isDraft ? CellCertainty::Draft : CellCertainty::Entered};
    const Cell nothing{QString(enDash), CellCertainty::Empty};
    if (time.isNone() || !row.day.plan || row.isDraft)
        return nothing;
    const TimeField planned = plannedTime(row.day.plan->times, field);
    if (!planned.isKnown())
        return nothing;
    // A blank day shows when it begins, the bar the rest of the plan; a day under way shows what
    // comes next.
    if (day.isBlank() && field.field == DayField::Call)
        return {timeText(planned, m_notation), CellCertainty::Planned};
    if (row.isToday && nextField(day) == field)
        return {timeText(planned, m_notation), CellCertainty::Suggested};
    return nothing;
}

void WeekModel::touchAll()
{
    price();
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace film::app
