#include "app/models/day_findings.h"

#include <algorithm>

namespace film::app {

namespace {

struct NamedTime {
    DayFieldRef field;
    Minutes at;
};

std::vector<NamedTime> knownTimes(const WorkDay &day)
{
    std::vector<NamedTime> times;
    const auto add = [&times](DayFieldRef field, const TimeField &time) {
        if (time.isKnown())
            times.push_back({field, time.minutes()});
    };
    add({DayField::Call}, day.call);
    for (size_t i = 0; i < day.meals.size(); ++i) {
        add({DayField::MealOut, i}, day.meals[i].out);
        add({DayField::MealIn, i}, day.meals[i].in);
    }
    add({DayField::Wrap}, day.wrap);
    return times;
}

void checkOrder(const WorkDay &day, std::vector<DayFinding> &findings)
{
    const std::vector<NamedTime> times = knownTimes(day);
    for (size_t i = 1; i < times.size(); ++i) {
        if (times[i].at >= times[i - 1].at)
            continue;
        DayFinding finding{FindingKind::WrongOrder};
        finding.earlier = times[i - 1].field;
        finding.later = times[i].field;
        finding.at = times[i - 1].at;
        finding.amount = times[i].at;
        findings.push_back(finding);
        return; // the first one explains the rest
    }
}

// What people claimed for the day; each excuses all of a delay up to it, and nothing of a longer
// one. Grace is claimed once, for the first delay that it covers.
struct Claims {
    Minutes grace;
    Minutes wrapExtension;
};

// One meal against its limit. `until` is how far the day is known to have gone.
DayFinding checkMeal(size_t index, const TimeField &out, Minutes due, const Claims &claims,
                     std::optional<Minutes> until, bool isFinished)
{
    if (out.isKnown()) {
        const Minutes late = out.minutes() - due;
        if (late > claims.grace)
            return {FindingKind::MealLate, index, due, late};
        return {FindingKind::MealOnTime, index, due};
    }
    if (isFinished && until && *until > due && *until - due <= claims.wrapExtension)
        return {FindingKind::MealNotDue, index, due};
    if (until && *until > due)
        return {isFinished ? FindingKind::MealMissing : FindingKind::MealLate, index, due,
                *until - due};
    return {isFinished ? FindingKind::MealNotDue : FindingKind::MealDue, index, due};
}

void checkMeals(const WorkDay &day, const FindingContext &context,
                std::vector<DayFinding> &findings)
{
    if (!day.call.isKnown())
        return;
    const bool isFinished = day.wrap.isKnown();
    std::optional<Minutes> until = context.now;
    if (isFinished)
        until = day.wrap.minutes();
    // Agreed: nobody waits for a meal on such a day.
    if (day.choices & (DayChoices(DayChoice::FrenchHours) | DayChoice::Continuous))
        return;
    const DayLimits &limits = context.limits;
    Claims claims{day.choices.testFlag(DayChoice::Grace) ? limits.grace : Minutes(0),
                  day.choices.testFlag(DayChoice::WrapExtension) ? limits.wrapExtension
                                                                 : Minutes(0)};
    Minutes due = day.call.minutes() + limits.mealDueAfter;
    constexpr size_t mealsMax = 16;
    for (size_t i = 0; i < mealsMax; ++i) {
        const Meal meal = i < day.meals.size() ? day.meals[i] : Meal{};
        if (meal.out.isUnknown() && !isFinished && !context.now)
            return; // nothing says how far the day has gone
        findings.push_back(checkMeal(i, meal.out, due, claims, until, isFinished));
        if (findings.back().kind == FindingKind::MealOnTime && meal.out.minutes() > due)
            claims.grace = Minutes(0);
        if (!meal.out.isKnown() || !meal.in.isKnown())
            return;
        if (!limits.nextMealDueAfter)
            return;
        due = meal.in.minutes() + *limits.nextMealDueAfter;
    }
}

void checkRest(const WorkDay &day, const FindingContext &context, std::vector<DayFinding> &findings)
{
    if (!context.nextCall)
        return;
    const Minutes lastWrap = *context.nextCall - context.limits.rest;
    DayFinding finding;
    finding.nextCall = *context.nextCall;
    finding.rest = context.limits.rest;
    if (day.wrap.isKnown()) {
        if (day.wrap.minutes() <= lastWrap)
            return;
        finding.kind = FindingKind::ShortRest;
        finding.at = day.wrap.minutes();
        finding.amount = *context.nextCall - day.wrap.minutes();
    } else if (context.now && day.call.isKnown()) {
        finding.kind = FindingKind::WrapBy;
        finding.at = lastWrap;
    } else {
        return;
    }
    findings.push_back(finding);
}

void checkLength(const WorkDay &day, const FindingContext &context,
                 std::vector<DayFinding> &findings)
{
    if (!day.call.isKnown() || !day.wrap.isKnown())
        return;
    const Minutes onSet = day.wrap.minutes() - day.call.minutes();
    if (onSet > context.limits.longDay)
        findings.push_back({FindingKind::LongDay, 0, {}, onSet});
}

void checkMissing(const WorkDay &day, const FindingContext &context,
                  std::vector<DayFinding> &findings)
{
    if (!context.isOver || !hasTimes(day.type))
        return;
    if (day.call.isKnown() && day.wrap.isUnknown())
        findings.push_back({FindingKind::MissingWrap});
    else if (day.isBlank() && context.plannedCall)
        findings.push_back({FindingKind::MissingTimes});
}

int rank(FindingKind kind)
{
    switch (kind) {
    case FindingKind::WrongOrder: return 0;
    case FindingKind::MealLate:
    case FindingKind::MealMissing: return 1;
    case FindingKind::ShortRest: return 2;
    case FindingKind::LongDay: return 3;
    case FindingKind::MissingWrap:
    case FindingKind::MissingTimes: return 4;
    case FindingKind::MealDue:
    case FindingKind::WrapBy: return 5;
    case FindingKind::MealOnTime:
    case FindingKind::MealNotDue: return 6;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isFlag(FindingKind kind)
{
    return rank(kind) < rank(FindingKind::MealDue);
}

std::vector<DayFinding> findingsOf(const WorkDay &day, const FindingContext &context)
{
    std::vector<DayFinding> findings;
    checkOrder(day, findings);
    checkMeals(day, context, findings);
    checkRest(day, context, findings);
    checkLength(day, context, findings);
    checkMissing(day, context, findings);
    std::ranges::stable_sort(findings, {},
                             [](const DayFinding &finding) { return rank(finding.kind); });
    return findings;
}

} // namespace film::app
