#include "app/models/crew_findings.h"

#include "app/models/unit_findings.h"

#include <algorithm>

namespace film::app {

namespace {

// When the person is to start or did start; what was entered counts before what was planned.
std::optional<Minutes> callOf(const CrewCell &cell)
{
    if (const TimeField call = firstCallOf(cell.records()); call.isKnown())
        return call.minutes();
    if (cell.isCalled && cell.day.isBlank())
        return cell.plannedCall;
    return std::nullopt;
}

std::optional<DayFinding> shortRestBefore(const CrewCell &cell, const WorkDay &dayBefore,
                                          const DayLimits &limits)
{
    const std::optional<Minutes> call = callOf(cell);
    if (!call)
        return std::nullopt;
    FindingContext context;
    context.nextCall = *call + wholeDay;
    context.limits = limits;
    const std::vector<DayFinding> findings = findingsOf(dayBefore, context);
    const auto found = std::ranges::find(findings, FindingKind::ShortRest, &DayFinding::kind);
    return found == findings.end() ? std::nullopt : std::optional(*found);
}

std::vector<DayFinding> flagsFor(const CrewSnapshot &week, const CrewCell &cell,
                                 const WorkDay *dayBefore, const DayLimits &limits)
{
    FindingContext context;
    context.limits = limits;
    context.plannedCall = cell.isCalled ? cell.plannedCall : std::nullopt;
    context.isOver = isOver(week, cell);
    std::vector<DayFinding> findings = findingsOf(cell.records(), context);
    std::erase_if(findings, [](const DayFinding &finding) { return !isFlag(finding.kind); });
    if (dayBefore) {
        if (const auto rest = shortRestBefore(cell, *dayBefore, limits))
            findings.push_back(*rest);
    }
    std::erase_if(findings, [&cell](const DayFinding &finding) {
        const auto penalty = penaltyOf(finding);
        return penalty && std::ranges::count(cell.reviewed, *penalty) > 0;
    });
    std::ranges::stable_sort(
        findings, {}, [](const DayFinding &finding) { return exceptionKindOf(finding.kind); });
    return findings;
}

} // namespace

ExceptionKind exceptionKindOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::MissingTimes:
    case FindingKind::MissingWrap: return ExceptionKind::Missing;
    case FindingKind::ShortRest:
    case FindingKind::WrapBy: return ExceptionKind::Rest;
    case FindingKind::MealLate:
    case FindingKind::MealMissing:
    case FindingKind::MealOnTime:
    case FindingKind::MealNotDue:
    case FindingKind::MealDue: return ExceptionKind::Meal;
    case FindingKind::WrongOrder:
    case FindingKind::LongDay: break;
    }
    return ExceptionKind::Other;
}

std::optional<ExceptionKind> exceptionOf(const CrewCell &cell)
{
    if (cell.hasConflict)
        return ExceptionKind::TwoVersions;
    if (cell.findings.empty())
        return std::nullopt;
    return exceptionKindOf(cell.findings.front().kind);
}

int flagCount(const CrewCell &cell)
{
    return int(cell.findings.size()) + (cell.hasConflict ? 1 : 0);
}

std::optional<ReviewedPenalty> penaltyOf(const DayFinding &finding)
{
    using Kind = ReviewedPenalty::Kind;
    switch (finding.kind) {
    case FindingKind::MealLate:
        return ReviewedPenalty{Kind::MealLate, finding.meal, finding.amount};
    case FindingKind::MealMissing:
        return ReviewedPenalty{Kind::MealMissing, finding.meal, finding.amount};
    case FindingKind::ShortRest: return ReviewedPenalty{Kind::ShortRest, 0, finding.amount};
    default: return std::nullopt;
    }
}

std::vector<ReviewedPenalty> openPenaltiesOf(const CrewCell &cell)
{
    std::vector<ReviewedPenalty> penalties;
    for (const DayFinding &finding : cell.findings) {
        if (const auto penalty = penaltyOf(finding))
            penalties.push_back(*penalty);
    }
    return penalties;
}

const ShootingDay *sheetOf(const CrewSnapshot &week, const CrewCell &cell)
{
    const qint64 day = week.dates.front().date.daysTo(cell.day.key.date);
    if (day < 0 || day >= qint64(week.dates.size()))
        return nullptr;
    return week.dates[size_t(day)].sheetOf(cell.day.key.unit);
}

bool isOver(const CrewSnapshot &week, const CrewCell &cell)
{
    const QDate date = cell.day.key.date;
    if (date != week.today)
        return date < week.today;
    const ShootingDay *sheet = sheetOf(week, cell);
    return sheet && sheet->wrap && week.now >= *sheet->wrap;
}

bool isExpected(const CrewSnapshot &week, const CrewCell &cell)
{
    return (cell.isCalled && isOver(week, cell)) || cell.day.wrap.isKnown();
}

bool isIn(const CrewSnapshot &week, const CrewCell &cell)
{
    const WorkDay &day = cell.day;
    return isExpected(week, cell) && (day.wrap.isKnown() || !hasTimes(day.type));
}

Minutes callAfterRest(const DayFinding &shortRest)
{
    constexpr int tenth = 6;
    const int earliest = (shortRest.at + shortRest.rest - wholeDay).count();
    return Minutes((earliest + tenth - 1) / tenth * tenth);
}

void findForPerson(const CrewSnapshot &week, CrewPerson &person)
{
    const WorkDay *dayBefore = person.dayBefore ? &*person.dayBefore : nullptr;
    for (CrewCell &cell : person.days) {
        // Of what is not read nobody can say that it is missing.
        cell.findings = cell.needsNewerApp ? std::vector<DayFinding>()
                                           : flagsFor(week, cell, dayBefore, person.limits);
        dayBefore = &lastToWrap(cell.records());
    }
}

} // namespace film::app
