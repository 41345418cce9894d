#include "app/models/timecard_model.h"

#include "app/models/date_text.h"
#include "app/models/unit_findings.h"

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

std::optional<Minutes> wrapOf(const WorkDay &day)
{
    return day.wrap.isKnown() ? std::optional(day.wrap.minutes()) : std::nullopt;
}

TimeField mealTime(const WorkDay &day, size_t meal, bool isOut)
{
    if (meal >= day.meals.size())
        return TimeField::none();
    return isOut ? day.meals[meal].out : day.meals[meal].in;
}

FindingContext findingContextOf(const WeekSnapshot &week, size_t index)
{
    FindingContext context;
    context.isOver = true;
    context.limits = week.limits;
    const WeekDay &day = week.days[index];
    if (day.plan && day.plan->times.call.isKnown())
        context.plannedCall = day.plan->times.call.minutes();
    return context;
}

// What was entered counts before what was planned, as in the queue.
std::optional<Minutes> typedCallOf(const WeekDay &day)
{
    if (day.day.call.isKnown())
        return day.day.call.minutes();
    if (day.day.isBlank() && day.plan && day.plan->times.call.isKnown())
        return day.plan->times.call.minutes();
    return std::nullopt;
}

// Also of the week before: the rest before its first day belongs to the card.
const WorkDay *dayBefore(const WeekSnapshot &week, size_t index)
{
    if (index > 0)
        return &lastToWrap(week.days[index - 1].records());
    if (week.earlier.empty())
        return nullptr;
    const WorkDay &last = week.earlier.back();
    return last.key.date.daysTo(week.days[index].day.key.date) == 1 ? &last : nullptr;
}

// The flags of a day, and the short rest before it: that is beside the call it is about.
std::vector<DayFinding> dayFlagsOf(const WeekSnapshot &week, size_t index)
{
    std::vector<DayFinding> found =
        findingsOf(week.days[index].records(), findingContextOf(week, index));
    const std::optional<Minutes> call = typedCallOf(week.days[index]);
    const WorkDay *before = dayBefore(week, index);
    if (before && call) {
        FindingContext rest;
        rest.limits = week.limits;
        rest.nextCall = *call + wholeDay;
        for (const DayFinding &finding : findingsOf(*before, rest)) {
            if (finding.kind == FindingKind::ShortRest)
                found.push_back(finding);
        }
    }
    std::erase_if(found, [](const DayFinding &finding) { return !isFlag(finding.kind); });
    return found;
}

std::optional<Minutes> restBeforeDay(const WeekSnapshot &week, size_t index)
{
    const std::optional<Minutes> call = typedCallOf(week.days[index]);
    const WorkDay *before = dayBefore(week, index);
    if (!call || !before || !wrapOf(*before))
        return std::nullopt;
    return *call + wholeDay - *wrapOf(*before);
}

} // namespace

TimecardModel::TimecardModel(const CardWords &words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(words)
{}

void TimecardModel::setCard(const WeekSnapshot &week, const rules::PersonWeekPay &pay)
{
    beginResetModel();
    m_rows.clear();
    m_sources.clear();
    for (size_t i = 0; i < week.days.size(); ++i) {
        const WeekDay &day = week.days[i];
        if (day.day.isBlank() && !day.plan && !day.hasTwoVersions)
            continue;
        CardRow row;
        row.day = day;
        row.worked = day.worked();
        row.rest = restBeforeDay(week, i);
        row.findings = dayFlagsOf(week, i);
        if (const rules::DayPay *priced = pay.noFigure ? nullptr : pay.find(day.day.key.date)) {
            row.overtime = overtimeOf(*priced);
            row.penalties = priced->meals.penaltyCount;
        }
        m_rows.push_back(std::move(row));
        for (const OtherUnitDay &other : day.others) {
            CardRow further;
            further.day.day = other.day;
            further.day.hasTwoVersions = other.hasTwoVersions;
            further.isFurther = true;
            further.unit =
                QString(week.unitName(other.day.key.unit) + u' ' + other.day.account).trimmed();
            m_rows.push_back(std::move(further));
        }
    }
    endResetModel();
}

void TimecardModel::setNotation(Notation notation)
{
    m_notation = notation;
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void TimecardModel::setSources(std::vector<CardCell> cells)
{
    m_sources = std::move(cells);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1), {SourceRole});
}

Minutes TimecardModel::worked() const
{
    Minutes sum{0};
    for (const CardRow &row : m_rows)
        sum += row.worked.value_or(Minutes(0));
    return sum;
}

int TimecardModel::flagCount() const
{
    int count = 0;
    for (const CardRow &row : m_rows)
        count += int(row.findings.size()) + (row.day.hasTwoVersions && !row.isFurther ? 1 : 0);
    return count;
}

std::optional<Minutes> TimecardModel::shortestRest() const
{
    std::optional<Minutes> shortest;
    for (const CardRow &row : m_rows) {
        if (row.rest && (!shortest || *row.rest < *shortest))
            shortest = row.rest;
    }
    return shortest;
}

int TimecardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_rows.empty() ? 0 : int(m_rows.size()) + 1;
}

int TimecardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimecardModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isTotal = index.row() == int(m_rows.size());
    const CardRow *row = isTotal ? nullptr : &m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return row ? textAt(*row, index.column()) : totalAt(index.column());
    case Qt::AccessibleTextRole: return spokenAt(index);
    case Qt::ToolTipRole: return row && index.column() == Day ? row->unit : QString();
    case TotalRole: return isTotal;
    case SplitRole: return row && row->day.hasTwoVersions;
    case SourceRole:
        return row && !row->isFurther
            && std::ranges::find(m_sources, CardCell{row->day.day.key.date, index.column()})
            != m_sources.end();
    case FlaggedRole: return row && isFlagged(*row, index.column());
    default: return {};
    }
}

// A screen reader moves through cells: without its day a time is any day's.
QString TimecardModel::spokenAt(const QModelIndex &index) const
{
    const bool isTotal = index.row() == int(m_rows.size());
    const auto text = [&](int column) {
        return isTotal ? totalAt(column) : textAt(m_rows[size_t(index.row())], column);
    };
    QString day = text(Day);
    if (!isTotal && m_rows[size_t(index.row())].isFurther)
        day = dateText(m_rows[size_t(index.row())]) + u' ' + day;
    if (index.column() == Day)
        return day;
    return day + u", "_s + m_words.cardHeader(index.column()) + u' ' + text(index.column());
}

QVariant TimecardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_words.cardHeader(section);
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((section == Day || section == Flags ? Qt::AlignLeft : Qt::AlignRight)
                   | Qt::AlignVCenter);
    return {};
}

QString TimecardModel::dateText(const CardRow &row) const
{
    const QDate date = row.day.day.key.date;
    return QLocale().toString(date, u"ddd "_s) + dayOfMonth(date);
}

QString TimecardModel::textAt(const CardRow &row, int column) const
{
    const WorkDay &day = row.day.day;
    const QString dash = u"–"_s;
    const auto time = [&](const TimeField &field) {
        return field.isKnown() ? timeText(field, m_notation) : dash;
    };
    const auto length = [&](std::optional<Minutes> minutes) {
        return minutes && *minutes > Minutes(0) ? hoursText(*minutes, m_notation) : dash;
    };
    switch (column) {
    case Day: return row.isFurther ? QString(u"+ "_s + row.unit) : dateText(row);
    case Call: return time(day.call);
    case Meal1Out: return time(mealTime(day, 0, true));
    case Meal1In: return time(mealTime(day, 0, false));
    case Meal2Out: return time(mealTime(day, 1, true));
    case Meal2In: return time(mealTime(day, 1, false));
    case Wrap: return time(day.wrap);
    case Travel:
        return length(day.travelTo.value_or(Minutes(0)) + day.travelFrom.value_or(Minutes(0)));
    case Hours:
        if (row.isFurther && hasTimes(day.type)) // in those of the day
            return {};
        return row.worked || day.type == DayType::Work ? length(row.worked)
                                                       : m_words.cardDayType(day.type);
    case TimeAndHalf: return row.isFurther ? QString() : length(row.overtime.timeAndHalf);
    case DoubleTime: return row.isFurther ? QString() : length(row.overtime.doubleTime);
    case Rest: return row.isFurther ? QString() : length(row.rest);
    case Flags:
        return row.isFurther && !row.day.hasTwoVersions ? QString() : m_words.cardFlags(row);
    default: return {};
    }
}

QString TimecardModel::totalAt(int column) const
{
    Minutes sum{0};
    for (const CardRow &row : m_rows) {
        switch (column) {
        case Travel:
            sum += row.day.day.travelTo.value_or(Minutes(0))
                + row.day.day.travelFrom.value_or(Minutes(0));
            break;
        case Hours: sum += row.worked.value_or(Minutes(0)); break;
        case TimeAndHalf: sum += row.overtime.timeAndHalf; break;
        case DoubleTime: sum += row.overtime.doubleTime; break;
        default: break;
        }
    }
    if (column == Day)
        return m_words.cardTotal();
    return sum > Minutes(0) ? hoursText(sum, m_notation) : QString();
}

bool TimecardModel::isFlagged(const CardRow &row, int column) const
{
    if (column == Flags)
        return !row.findings.empty() || row.day.hasTwoVersions;
    return std::ranges::any_of(row.findings, [column](const DayFinding &finding) {
        switch (finding.kind) {
        case FindingKind::MealLate:
        case FindingKind::MealMissing:
            return column == (finding.meal == 0 ? Meal1Out : Meal2Out) && finding.meal < 2;
        case FindingKind::ShortRest: return column == Rest;
        case FindingKind::MissingWrap: return column == Wrap;
        case FindingKind::MissingTimes: return column == Call;
        default: return false;
        }
    });
}

} // namespace film::app
