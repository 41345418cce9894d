#include "shared/rules/hourly_day.h"

#include "shared/rules/day_walk.h"
#include "shared/rules/rest_rules.h"

#include <algorithm>

namespace film::rules {

namespace {

// Paid by the hour within limits, whatever was worked: a day of travel.
void priceLimitedDay(DayWork &work, const KindRules &kind)
{
    Sheet &sheet = work.sheet();
    Term minutes =
        work.between(Word::Elapsed, Word::Call, work.day.call, Word::Wrap, work.day.wrap);
    if (kind.minPaid)
        minutes = sheet.compute(Step::Larger, Word::TravelHours, Unit::Minutes,
                                {minutes, work.packMinutes(Word::LeastPaid, *kind.minPaid)});
    if (kind.maxPaid)
        minutes = sheet.compute(Step::Smaller, Word::TravelHours, Unit::Minutes,
                                {minutes, work.packMinutes(Word::MostPaid, *kind.maxPaid)});
    Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                {work.minutesInHours(minutes), work.hour()});
    if (kind.paidFactor)
        amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                               {amount, work.packFactor(Word::Factor, *kind.paidFactor)});
    PayLine &line = work.addLine(LineCode::Travel, amount);
    line.minutes = minutesOf(minutes);
    line.rule = kind.minPaid ? kind.minPaid->index : kind.maxPaid ? kind.maxPaid->index : -1;
}

void priceIdleDay(DayWork &work, const KindRules &kind)
{
    const Term minutes = work.packMinutes(Word::IdleHours, *kind.idleMinutes);
    const Term amount = work.sheet().compute(Step::Product, Word::Amount, Unit::Money,
                                             {work.minutesInHours(minutes), work.hour()});
    PayLine &line =
        work.addLine(work.day.kind == DayKind::HolidayNotWorked ? LineCode::HolidayNotWorked
                                                                : LineCode::NotWorked,
                     amount);
    line.minutes = minutesOf(minutes);
    line.rule = kind.idleMinutes->index;
}

// The worked time of the day and what rounding adds to it. Added minutes continue the clock, so
// they are paid at the factor then in force.
struct RoundedDay {
    std::vector<TimeSpan> spans;
    Moment end; // of what was really worked
    Minutes added{0};
    Term addedTerm;
};

RoundedDay roundDay(DayWork &work, std::vector<TimeSpan> spans)
{
    RoundedDay day;
    day.spans = std::move(spans);
    day.end = day.spans.empty() ? work.day.call : day.spans.back().to;
    work.pay.workedExact = lengthOf(day.spans);
    work.pay.worked = work.pay.workedExact;
    const TimeRules &time = work.pack.time;
    if (time.mode == RoundingMode::None || day.spans.empty())
        return day;
    const Term exact =
        work.sheet().input(Word::Worked, Unit::Minutes, Ratio(work.pay.workedExact.count()));
    const Step step = time.mode == RoundingMode::Up ? Step::RoundUpTo
        : time.mode == RoundingMode::Down           ? Step::RoundDownTo
                                                    : Step::RoundHalfUpTo;
    const Term rounded =
        work.sheet().compute(step, Word::RoundedWorked, Unit::Minutes,
                             {exact, work.packMinutes(Word::Increment, time.increment)});
    day.addedTerm = work.sheet().compute(Step::Difference, Word::RoundedWorked, Unit::Minutes,
                                         {rounded, exact});
    day.added = minutesOf(day.addedTerm);
    work.pay.worked = minutesOf(rounded);
    if (day.added < Minutes(0)) { // Less than it was: taken off the end.
        Minutes less = -day.added;
        while (!day.spans.empty() && less > Minutes(0)) {
            TimeSpan &last = day.spans.back();
            const Minutes part = std::min(less, Minutes(last.to - last.from));
            last.to -= part;
            less -= part;
            if (last.from == last.to)
                day.spans.pop_back();
        }
        day.added = Minutes(0);
        day.end = day.spans.empty() ? work.day.call : day.spans.back().to;
    } else {
        day.spans.back().to += day.added;
    }
    return day;
}

// The minutes of one span as a person would add them up.
Term spanTerm(DayWork &work, const RoundedDay &day, const PaidSpan &span)
{
    const Moment realEnd = std::min(span.to, day.end);
    const Minutes added = span.to - std::max(span.from, day.end);
    if (added <= Minutes(0))
        return work.between(Word::Span, Word::SpanStart, span.from, Word::SpanEnd, span.to);
    Term addedTerm = day.addedTerm;
    if (added != day.added)
        addedTerm = work.sheet().input(Word::RoundedWorked, Unit::Minutes, Ratio(added.count()));
    if (span.from >= day.end)
        return addedTerm;
    const Term real = work.between(Word::Span, Word::SpanStart, span.from, Word::SpanEnd, realEnd);
    return work.sheet().compute(Step::Sum, Word::Span, Unit::Minutes, {real, addedTerm});
}

struct HourGroup {
    const PaidSpan *first = nullptr;
    std::vector<Term> parts;

    [[nodiscard]] bool takes(const PaidSpan &span) const
    {
        const auto rate = [](const PaidSpan &of) {
            return of.segment ? of.segment->hourly : std::optional<Ratio>();
        };
        const auto night = [](const PaidSpan &of) {
            return of.night ? of.night->factor.value : Ratio(1);
        };
        return first->factor == span.factor && night(*first) == night(span)
            && rate(*first) == rate(span);
    }
};

// A span without a number of the pack is one of the shift before, whose factor carries on.
Term factorTerm(DayWork &work, const PaidSpan &span, const std::optional<CarriedRate> &carried)
{
    if (span.parameter)
        return work.packFactor(Word::Factor, *span.parameter);
    if (carried)
        return carried->factor;
    return work.sheet().input(Word::PreviousFactor, Unit::Factor, span.factor);
}

void addHourLine(DayWork &work, const HourGroup &group, const std::optional<CarriedRate> &carried)
{
    Sheet &sheet = work.sheet();
    const PaidSpan &span = *group.first;
    const Term minutes =
        sheet.compute(Step::Sum, Word::Worked, Unit::Minutes, std::span(group.parts));
    const Term hours = work.minutesInHours(minutes);
    const Term rate = span.segment
        ? sheet.input(Word::HourlyRate, Unit::MoneyPerHour, *span.segment->hourly)
        : work.hour();
    const Term factor = factorTerm(work, span, carried);
    Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money, {hours, rate, factor});
    const Ratio plain = amount.value;
    if (span.night) {
        const Term night = work.packFactor(Word::NightFactor, span.night->factor);
        if (work.pack.night->compounds) {
            amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                   {hours, rate, factor, night});
        } else {
            const Term one = sheet.constant(Word::One, Unit::Factor, 1);
            const Term both = sheet.compute(
                Step::Sum, Word::Factor, Unit::Factor,
                {factor,
                 sheet.compute(Step::Difference, Word::NightFactor, Unit::Factor, {night, one})});
            amount = sheet.compute(Step::Product, Word::Amount, Unit::Money, {hours, rate, both});
        }
    }
    PayLine &line = work.addLine(LineCode::Hours, amount);
    line.minutes = minutesOf(minutes);
    line.factor = span.factor;
    line.rule = span.parameter ? span.parameter->index : carried ? carried->rule : -1;
    addMinutes(work.pay.paid, span.factor, line.minutes);
    if (span.night && plain.isNumber()) {
        line.nightFactor = span.night->factor.value;
        work.pay.night += line.minutes;
        work.pay.nightPremium = work.pay.nightPremium
            + Money(line.amount.minorUnits() - plain.roundedHalfUp(), work.pack.currency);
    }
}

// What the week needs to know of a day whose parts have rates of their own.
void keepRates(DayWork &work, const std::vector<PaidSpan> &paid)
{
    if (std::ranges::none_of(paid, [](const PaidSpan &span) { return span.segment != nullptr; }))
        return;
    for (const PaidSpan &span : paid)
        work.pay.rated.push_back({span.segment ? *span.segment->hourly : work.pay.hourly,
                                  span.length(), span.factor == Ratio(1)});
}

void priceHours(DayWork &work, const RoundedDay &day, const std::vector<PaidSpan> &paid,
                const std::optional<CarriedRate> &carried)
{
    keepRates(work, paid);
    std::vector<HourGroup> groups;
    for (const PaidSpan &span : paid) {
        auto group =
            std::ranges::find_if(groups, [&](const HourGroup &of) { return of.takes(span); });
        if (group == groups.end())
            group = groups.insert(group, HourGroup{&span, {}});
        group->parts.push_back(spanTerm(work, day, span));
    }
    for (const HourGroup &group : groups)
        addHourLine(work, group, carried);
    if (!paid.empty())
        work.pay.lastFactor = paid.back().factor;
}

// Made up at the factors that the missing minutes would have had, had they been worked.
void priceMinimumCall(DayWork &work, const DealTerms &deal, const std::vector<Tier> &tiers,
                      const std::optional<CarriedRate> &carried)
{
    const Minutes minimum = leastPaid(work.pack, deal, work.day.kind);
    Sheet &sheet = work.sheet();
    const Parameter *ofPack =
        work.pack.minimumCall ? &work.pack.minimumCall->of(work.day.kind) : nullptr;
    if (ofPack && minimum != ofPack->minutes())
        ofPack = nullptr;
    // Where in the paid time a rate that carries on for a while has ended.
    const Minutes carriedTo = !carried ? Minutes(0)
        : carried->until               ? work.pay.worked + (*carried->until - work.day.wrap)
                                       : minimum;
    for (Minutes at = work.pay.worked; at < minimum;) {
        TierStretch tier = tierAt(tiers, at, minimum);
        if (at < carriedTo)
            tier.end = std::min(tier.end, carriedTo);
        // What is missing up to the next tier, or to the end.
        Term until = ofPack ? work.packMinutes(Word::MinimumCall, *ofPack)
                            : sheet.input(Word::MinimumCall, Unit::Minutes, Ratio(minimum.count()));
        if (tier.end < minimum)
            until = sheet.compute(
                Step::Because, Word::MinimumCall, Unit::Minutes,
                {sheet.input(Word::MinimumCall, Unit::Minutes, Ratio(tier.end.count())), until});
        const Term missing =
            sheet.compute(Step::Difference, Word::Missing, Unit::Minutes,
                          {until, sheet.input(Word::Worked, Unit::Minutes, Ratio(at.count()))});
        Term factor = tier.factor ? work.packFactor(Word::Factor, *tier.factor)
                                  : sheet.constant(Word::Factor, Unit::Factor, 1);
        if (carried && at < carriedTo && factor.value < carried->factor.value)
            factor = carried->factor;
        const Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                          {work.minutesInHours(missing), work.hour(), factor});
        PayLine &line = work.addLine(LineCode::Guarantee, amount);
        line.minutes = minutesOf(missing);
        line.factor = factor.value;
        line.rule = ofPack ? ofPack->index : -1;
        work.pay.guarantee += line.minutes;
        at = tier.end;
    }
}

void priceReportingTime(DayWork &work)
{
    if (!work.pack.reportingTime || (!work.day.scheduled && work.pack.reportingTime->min))
        return;
    const ReportingTime &rule = *work.pack.reportingTime;
    Sheet &sheet = work.sheet();
    Term owed = work.packMinutes(Word::MostPaid, rule.max);
    if (work.day.scheduled) {
        Term part = sheet.compute(
            Step::Product, Word::ScheduledPart, Unit::Minutes,
            {sheet.input(Word::Scheduled, Unit::Minutes, Ratio(work.day.scheduled->count())),
             work.packFactor(Word::Share, rule.fraction)});
        if (rule.min)
            part = sheet.compute(Step::Larger, Word::ScheduledPart, Unit::Minutes,
                                 {part, work.packMinutes(Word::LeastPaid, *rule.min)});
        owed = sheet.compute(Step::Smaller, Word::ScheduledPart, Unit::Minutes, {part, owed});
    }
    std::vector<Term> parts{
        owed, sheet.input(Word::Worked, Unit::Minutes, Ratio(work.pay.worked.count()))};
    if (work.pay.guarantee > Minutes(0)) // Hours made up already are not paid once more.
        parts.push_back(
            sheet.input(Word::Missing, Unit::Minutes, Ratio(work.pay.guarantee.count())));
    const Term missing =
        sheet.compute(Step::Difference, Word::Missing, Unit::Minutes, std::span(parts));
    if (missing.value <= Ratio(0))
        return;
    const Term rate =
        rule.rate ? sheet.pack(Word::MinimumWage, Unit::MoneyPerHour, *rule.rate) : work.hour();
    const Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                      {work.minutesInHours(missing), rate});
    PayLine &line = work.addLine(LineCode::ReportingTime, amount);
    line.minutes = Minutes(qint32(missing.value.roundedHalfUp()));
    line.rule = rule.fraction.index;
}

// Owed to people at or near the minimum wage only.
void priceSpreadOfHours(DayWork &work)
{
    if (!work.pack.spreadOfHours || !work.day.hasTimes)
        return;
    const SpreadOfHours &rule = *work.pack.spreadOfHours;
    if (work.pay.elapsed <= rule.after.minutes() || work.hour().value > rule.rate.value)
        return;
    Sheet &sheet = work.sheet();
    const Term elapsed =
        work.between(Word::Elapsed, Word::Call, work.day.call, Word::Wrap, work.day.wrap);
    const Term hours = sheet.compute(Step::Because, Word::SpreadOfHours, Unit::Hours,
                                     {sheet.pack(Word::PaidHours, Unit::Hours, rule.extraHours),
                                      elapsed, work.packMinutes(Word::SpreadOfHours, rule.after)});
    const Term amount =
        sheet.compute(Step::Product, Word::Amount, Unit::Money,
                      {hours, sheet.pack(Word::MinimumWage, Unit::MoneyPerHour, rule.rate)});
    PayLine &line = work.addLine(LineCode::SpreadOfHours, amount);
    line.minutes = Minutes(qint32((rule.extraHours.value * Ratio(60)).roundedHalfUp()));
    line.rule = rule.extraHours.index;
}

// A day's pay for each begun hour past a very long day.
void priceDayRateHours(DayWork &work)
{
    if (!work.pack.dayRateHours || !work.rates.day)
        return;
    const DayRateHours &rule = *work.pack.dayRateHours;
    if (work.pay.elapsed <= rule.after.minutes())
        return;
    Sheet &sheet = work.sheet();
    const Term over = sheet.compute(
        Step::Difference, Word::DayRateHours, Unit::Minutes,
        {work.between(Word::Elapsed, Word::Call, work.day.call, Word::Wrap, work.day.wrap),
         work.packMinutes(Word::DayRateHours, rule.after)});
    const Term increment = work.packMinutes(Word::Increment, rule.increment);
    const Term rounded =
        sheet.compute(Step::RoundUpTo, Word::DayRateHours, Unit::Minutes, {over, increment});
    const Term count =
        sheet.compute(Step::Quotient, Word::Increments, Unit::Number, {rounded, increment});
    const Term amount =
        sheet.compute(Step::Product, Word::Amount, Unit::Money, {count, *work.rates.day});
    PayLine &line = work.addLine(LineCode::DayRateHours, amount);
    line.count = int(count.value.numerator());
    line.minutes = minutesOf(rounded);
    line.rule = rule.after.index;
}

} // namespace

Minutes leastPaid(const RulePack &pack, const DealTerms &deal, DayKind kind)
{
    const Minutes ofPack = pack.minimumCall ? pack.minimumCall->of(kind).minutes() : Minutes(0);
    return std::max(ofPack, deal.dayGuarantee());
}

void priceHourlyDay(DayWork &work, const DealTerms &deal)
{
    const RulePack &pack = work.pack;
    const PayDay &day = work.day;
    const KindRules *kind = pack.rulesOf(day.kind);
    if (kind && (kind->minPaid || kind->maxPaid)) {
        priceLimitedDay(work, *kind);
        return;
    }
    if (isWithoutWork(day.kind)) {
        if (kind && kind->idleMinutes)
            priceIdleDay(work, *kind);
        return;
    }
    const std::vector<Tier> &tiers = kind && !kind->tiers.empty() ? kind->tiers : pack.tiers;
    const std::optional<CarriedRate> carried = day.hasTimes ? priceRest(work) : std::nullopt;
    const std::optional<Ratio> floor =
        carried ? std::optional(carried->factor.value) : std::nullopt;
    const MealReading meals = readMeals(pack, day);
    Moment end = day.wrap;
    if (pack.dayRateHours)
        end = std::min(end, day.call + pack.dayRateHours->after.minutes());
    const RoundedDay rounded = roundDay(work, workSpans(day.call, end, meals.unpaid));
    const WalkRules walk{.tiers = &tiers,
                         .origin = day.call,
                         .floor = floor,
                         .floorUntil = carried ? carried->until : std::nullopt};
    priceHours(work, rounded, walkDay(pack, day, rounded.spans, walk), carried);
    priceMinimumCall(work, deal, tiers, carried);
    priceReportingTime(work);
    priceDayRateHours(work);
    priceMeals(work, meals);
    priceMissedBreak(work);
    priceSpreadOfHours(work);
}

} // namespace film::rules
