#include "shared/rules/meal_rules.h"

#include "shared/rules/overtime_rate.h"

#include <algorithm>

namespace film::rules {

namespace {

bool isMealOfAnyWeight(const RulePack &pack, const PayDay &day, const MealSpan &meal)
{
    const bool isMeal = meal.kind == MealKind::Meal
        || (meal.kind == MealKind::Walking && pack.meals.walkingStopsTheClock);
    if (!isMeal || meal.in - meal.out < pack.meals.minLength.minutes())
        return false;
    return !pack.meals.earliestDeductible
        || meal.out - day.call >= pack.meals.earliestDeductible->minutes();
}

// Of what is no meal that ends a wait, or is one although it is eaten at work.
bool isDeducted(const RulePack &pack, MealKind kind)
{
    switch (kind) {
    case MealKind::Meal: return true;
    case MealKind::NonDeductible: return pack.meals.ndb && pack.meals.ndb->isDeducted;
    case MealKind::Walking: return pack.meals.isWalkingDeducted;
    }
    Q_UNREACHABLE();
}

bool movesTheClock(const RulePack &pack, const PayDay &day, const MealSpan &meal)
{
    if (meal.kind != MealKind::NonDeductible || !pack.meals.ndb)
        return false;
    return meal.in - meal.out >= pack.meals.ndb->minLength.minutes()
        && meal.in <= day.call + pack.meals.ndb->mustEndWithin.minutes();
}

constexpr Minutes noon{12 * 60};

// Supper past midnight, say: on the clock, and a meal all the same.
bool isPaidMeal(const RulePack &pack, const PayDay &day, const MealSpan &meal)
{
    if (!pack.meals.paidFrom)
        return false;
    Minutes from = pack.meals.paidFrom->minutes();
    if (from < noon) // An hour of the morning is that of the day after.
        from += wholeDay;
    return meal.out >= day.clock.firstAt(from);
}

TimeSpan unpaidPart(const RulePack &pack, const MealSpan &meal)
{
    TimeSpan span{meal.out, meal.in};
    if (pack.meals.maxDeduct)
        span.to = std::min(span.to, span.from + pack.meals.maxDeduct->minutes());
    return span;
}

// All or nothing: a minute more than was allowed and the whole delay counts.
Minutes lateAfterClaim(Minutes late, bool isClaimed, const MaybeParameter &allowed)
{
    if (late <= Minutes(0))
        return Minutes(0);
    if (isClaimed && allowed && late <= allowed->minutes())
        return Minutes(0);
    return late;
}

// A second meal is taken off only from a day long enough for it.
void keepOneMealOfAShortDay(const RulePack &pack, const PayDay &day, std::vector<TimeSpan> &unpaid)
{
    if (!pack.meals.secondDeductibleFromWorked || unpaid.size() < 2)
        return;
    const Minutes worked = day.wrap - day.call - (unpaid[0].to - unpaid[0].from);
    if (worked < pack.meals.secondDeductibleFromWorked->minutes())
        unpaid.resize(1);
}

struct Delay {
    Term late;
    const MealWait *wait = nullptr;
};

std::vector<Delay> delays(DayWork &work, const MealReading &meals)
{
    std::vector<Delay> delays;
    for (const MealWait &wait : meals.waits) {
        if (wait.late <= Minutes(0))
            continue;
        const Term waited = work.between(Word::MealInterval, wait.sinceWord, wait.since,
                                         wait.endedWord, wait.ended);
        const Term allowed = work.packMinutes(Word::MealDue, *wait.dueAfter);
        delays.push_back({work.sheet().compute(Step::Difference, Word::MealLate, Unit::Minutes,
                                               {waited, allowed}),
                          &wait});
        work.pay.meals.latest = std::max(work.pay.meals.latest, wait.late);
    }
    return delays;
}

// The begun increments of a delay, as a count.
Term startedIncrements(DayWork &work, const Term &late, const Parameter &increment)
{
    const Term step = work.packMinutes(Word::Increment, increment);
    const Term rounded =
        work.sheet().compute(Step::RoundUpTo, Word::MealLate, Unit::Minutes, {late, step});
    return work.sheet().compute(Step::Quotient, Word::Increments, Unit::Number, {rounded, step});
}

Term scheduleAmount(DayWork &work, const MealPenalty &penalty, const Term &count)
{
    std::vector<Term> parts;
    const qint64 due = count.value.numerator();
    const auto listed = qint64(penalty.amounts.size());
    for (qint64 i = 0; i < std::min(due, listed); ++i)
        parts.push_back(work.packMoney(Word::PenaltyAmount, penalty.amounts[size_t(i)]));
    if (due > listed) {
        const Parameter &further = penalty.then ? *penalty.then : penalty.amounts.back();
        const Term rest = work.sheet().compute(
            Step::Difference, Word::Increments, Unit::Number,
            {count, work.sheet().constant(Word::PenaltyCount, Unit::Number, listed)});
        parts.push_back(work.sheet().compute(Step::Product, Word::PenaltyThen, Unit::Money,
                                             {work.packMoney(Word::PenaltyThen, further), rest}));
    }
    const Term sum =
        work.sheet().compute(Step::Sum, Word::PenaltyAmount, Unit::Money, std::span(parts));
    return work.sheet().compute(Step::Because, Word::PenaltyAmount, Unit::Money, {sum, count});
}

void priceSchedule(DayWork &work, const MealPenalty &penalty, const std::vector<Delay> &late)
{
    std::vector<Term> amounts;
    for (const Delay &delay : late) {
        const Term count = startedIncrements(work, delay.late, *penalty.increment);
        amounts.push_back(scheduleAmount(work, penalty, count));
        work.pay.meals.penaltyCount += int(count.value.numerator());
    }
    Term amount =
        work.sheet().compute(Step::Sum, Word::PenaltyAmount, Unit::Money, std::span(amounts));
    if (penalty.capPerDay)
        amount = work.sheet().compute(Step::Smaller, Word::PenaltyAmount, Unit::Money,
                                      {amount, work.packMoney(Word::MostPaid, *penalty.capPerDay)});
    PayLine &line = work.addLine(LineCode::MealPenalty, amount);
    line.count = work.pay.meals.penaltyCount;
    line.rule = penalty.increment->index;
    work.pay.meals.penalty = line.amount;
}

void priceHourPerDay(DayWork &work, const MealPenalty &penalty, const std::vector<Delay> &late)
{
    const Term hours = work.sheet().compute(
        Step::Because, Word::PenaltyHours, Unit::Hours,
        {work.sheet().pack(Word::PenaltyHours, Unit::Hours, *penalty.hours), late.front().late});
    const Term amount =
        work.sheet().compute(Step::Product, Word::PenaltyAmount, Unit::Money, {hours, work.hour()});
    PayLine &line = work.addLine(LineCode::MealPenalty, amount);
    line.count = 1;
    line.rule = penalty.hours->index;
    work.pay.meals.penaltyCount = 1;
    work.pay.meals.penalty = line.amount;
}

// The nearest increment as the pack says what a begun one needs to count.
Term nearestIncrements(DayWork &work, const Term &late, const MealPenalty &penalty)
{
    const Term step = work.packMinutes(Word::Increment, *penalty.increment);
    const Minutes whole = penalty.increment->minutes();
    const Minutes begun = minutesOf(late) % whole;
    const bool countsUp = begun > Minutes(0)
        && begun >= (penalty.roundUpFrom ? penalty.roundUpFrom->minutes() : Minutes(1));
    const Term rounded = work.sheet().compute(countsUp ? Step::RoundUpTo : Step::RoundDownTo,
                                              Word::MealLate, Unit::Minutes, {late, step});
    if (!penalty.roundUpFrom)
        return rounded;
    return work.sheet().compute(Step::Because, Word::MealLate, Unit::Minutes,
                                {rounded, work.packMinutes(Word::LeastPaid, *penalty.roundUpFrom)});
}

void addDelayLine(DayWork &work, const Term &minutes, const Term &rate, const Parameter &increment)
{
    const Term amount = work.sheet().compute(Step::Product, Word::PenaltyAmount, Unit::Money,
                                             {work.minutesInHours(minutes), rate});
    PayLine &line = work.addLine(LineCode::MealDelay, amount);
    line.minutes = minutesOf(minutes);
    line.count = line.minutes / increment.minutes();
    line.rule = increment.index;
    work.pay.meals.penaltyCount += line.count;
    work.pay.meals.penalty = work.pay.meals.penalty + line.amount;
}

// What a delay or a meal cut short is paid at, and in which steps.
struct SegmentPrice {
    Term rate;
    const Parameter *increment = nullptr;
};

SegmentPrice segmentPrice(DayWork &work, const MealPenalty &penalty, SegmentRate at)
{
    if (!work.day.isShooting && penalty.notShootingIncrement)
        return {overtimeRate(work, work.packFactor(Word::Factor, *penalty.notShootingFactor)),
                &*penalty.notShootingIncrement};
    switch (at) {
    case SegmentRate::Overtime: return {overtimeRate(work), &*penalty.increment};
    case SegmentRate::Straight: return {work.hour(), &*penalty.increment};
    case SegmentRate::Camera: return {cameraRate(work), &*penalty.increment};
    }
    Q_UNREACHABLE();
}

void addSegment(DayWork &work, const Term &minutes, const SegmentPrice &price)
{
    const Term step = work.packMinutes(Word::Increment, *price.increment);
    const Term rounded =
        work.sheet().compute(Step::RoundUpTo, Word::MealLate, Unit::Minutes, {minutes, step});
    addDelayLine(work, rounded, price.rate, *price.increment);
}

void priceSegments(DayWork &work, const MealPenalty &penalty, const std::vector<Delay> &late,
                   const MealReading &meals)
{
    if (!late.empty()) {
        const SegmentPrice price = segmentPrice(work, penalty, penalty.at);
        for (const Delay &delay : late)
            addSegment(work, delay.late, price);
    }
    const auto full = penalty.curtailBelow.find(work.day.shape);
    if (full == penalty.curtailBelow.end())
        return;
    for (const MealSpan &meal : meals.counted) {
        if (meal.in - meal.out >= full->second.minutes())
            continue;
        const Term taken =
            work.between(Word::Span, Word::MealStart, meal.out, Word::MealEnd, meal.in);
        const Term whole = work.packMinutes(Word::LeastPaid, full->second);
        addSegment(
            work,
            work.sheet().compute(Step::Difference, Word::Missing, Unit::Minutes, {whole, taken}),
            segmentPrice(work, penalty, penalty.curtailAt));
    }
}

void priceAdditive(DayWork &work, const MealPenalty &penalty, const std::vector<Delay> &late)
{
    const Term rate =
        work.sheet().compute(Step::Product, Word::HourlyRate, Unit::MoneyPerHour,
                             {work.hour(), work.packFactor(Word::Factor, *penalty.addFactor)});
    for (const Delay &delay : late) {
        const Term minutes = nearestIncrements(work, delay.late, penalty);
        if (!minutes.value.isZero())
            addDelayLine(work, minutes, rate, *penalty.increment);
    }
}

} // namespace

MealReading readMeals(const RulePack &pack, const PayDay &day)
{
    MealReading reading;
    if (!day.hasTimes)
        return reading;
    if (day.isFrenchHours && pack.meals.frenchHoursAllowed) {
        reading.unpaid = day.breaks;
        return reading;
    }
    const bool hasMealClock =
        pack.meals.firstDue && !std::ranges::count(pack.meals.shapesWithoutMeal, day.shape);
    const bool fromUnitCall =
        pack.meals.firstDueFrom == FirstMealFrom::UnitCall && day.unitCall.has_value();
    MealWait wait;
    wait.since = fromUnitCall ? *day.unitCall : day.call;
    wait.sinceWord = fromUnitCall ? Word::UnitCall : Word::Call;
    wait.dueAfter = hasMealClock ? &*pack.meals.firstDue : nullptr;

    // True if a claim was needed and holds.
    const auto endWait = [&](Moment ended, Word word, bool isClaimed,
                             const MaybeParameter &allowed) {
        if (!wait.dueAfter)
            return false;
        wait.due = wait.since + wait.dueAfter->minutes();
        wait.ended = ended;
        wait.endedWord = word;
        wait.late = lateAfterClaim(ended - wait.due, isClaimed, allowed);
        reading.waits.push_back(wait);
        return ended > wait.due && wait.late == Minutes(0);
    };
    // Off the clock from one unit to the next nobody waits for a meal: the wait starts again with
    // the second unit's call, if as long a meal would have ended it.
    auto rest = day.breaks.begin();
    const auto endAtBreaksBefore = [&](Moment moment) {
        for (; rest != day.breaks.end() && rest->from <= moment; ++rest) {
            if (rest->to - rest->from < pack.meals.minLength.minutes())
                continue;
            static_cast<void>(endWait(rest->from, Word::Wrap, false, std::nullopt));
            wait.since = rest->to;
            wait.sinceWord = Word::Call;
            wait.dueAfter = hasMealClock ? &*pack.meals.firstDue : nullptr;
        }
    };
    bool isClaimOpen = day.isGraceClaimed;
    for (const MealSpan &meal : day.meals) {
        endAtBreaksBefore(meal.out);
        if (movesTheClock(pack, day, meal)) {
            wait.since = meal.in;
            wait.sinceWord = Word::MealEnd;
            if (isDeducted(pack, meal.kind))
                reading.unpaid.push_back(unpaidPart(pack, meal));
        }
        if (!isMealOfAnyWeight(pack, day, meal)) {
            if (meal.kind == MealKind::Walking && isDeducted(pack, meal.kind))
                reading.unpaid.push_back(unpaidPart(pack, meal));
            continue;
        }
        if (endWait(meal.out, Word::MealStart, meal.isGraceClaimed || isClaimOpen, pack.meals.grace)
            && !meal.isGraceClaimed)
            isClaimOpen = false;
        wait.since = meal.in;
        wait.sinceWord = Word::MealEnd;
        wait.dueAfter = hasMealClock && pack.meals.nextDue ? &*pack.meals.nextDue : nullptr;
        reading.counted.push_back(meal);
        if (isDeducted(pack, meal.kind) && !isPaidMeal(pack, day, meal))
            reading.unpaid.push_back(unpaidPart(pack, meal));
    }
    endAtBreaksBefore(day.wrap);
    static_cast<void>(
        endWait(day.wrap, Word::Wrap, day.isWrapExtensionClaimed, pack.meals.wrapExtension));
    keepOneMealOfAShortDay(pack, day, reading.unpaid);
    reading.unpaid.insert(reading.unpaid.end(), day.breaks.begin(), day.breaks.end());
    std::ranges::stable_sort(reading.unpaid, {}, &TimeSpan::from);
    return reading;
}

void priceMeals(DayWork &work, const MealReading &meals)
{
    work.pay.meals.penalty = Money(0, work.pack.currency);
    const MealPenalty &penalty = work.pack.meals.penalty;
    if (penalty.model == MealPenaltyModel::None)
        return;
    const std::vector<Delay> late = delays(work, meals);
    if (penalty.model == MealPenaltyModel::OvertimeSegments) {
        priceSegments(work, penalty, late, meals);
        return;
    }
    if (late.empty())
        return;
    switch (penalty.model) {
    case MealPenaltyModel::Schedule: priceSchedule(work, penalty, late); break;
    case MealPenaltyModel::HourPerDay: priceHourPerDay(work, penalty, late); break;
    case MealPenaltyModel::AdditiveUntilBreak: priceAdditive(work, penalty, late); break;
    case MealPenaltyModel::OvertimeSegments:
    case MealPenaltyModel::None: Q_UNREACHABLE();
    }
}

} // namespace film::rules
