#include "shared/rules/fee_day.h"

#include "shared/rules/day_walk.h"
#include "shared/rules/overtime_rate.h"
#include "shared/rules/rest_rules.h"

#include <algorithm>

namespace film::rules {

namespace {

constexpr Minutes wholeDay{24 * 60};
constexpr Minutes noon{12 * 60};

std::optional<Parameter> feeFactorOf(const DayWork &work, const KindRules *kind)
{
    if (!kind)
        return std::nullopt;
    if (kind->shortLimit && kind->shortFactor
        && work.pay.workedExact <= kind->shortLimit->minutes())
        return kind->shortFactor;
    return kind->feeFactor;
}

void priceFee(DayWork &work, const KindRules *kind, const DealTerms &deal)
{
    Sheet &sheet = work.sheet();
    Term amount = *work.rates.day;
    qint32 rule = -1;
    if (const std::optional<Parameter> factor = feeFactorOf(work, kind)) {
        amount = sheet.compute(Step::Product, Word::DayFee, Unit::Money,
                               {amount, work.packFactor(Word::FeeFactor, *factor)});
        rule = factor->index;
    }
    if (deal.additionalHour && work.pack.contracted && work.pack.contracted->additionalHour) {
        const Term minutes =
            work.packMinutes(Word::AdditionalHour, *work.pack.contracted->additionalHour);
        const Term extra =
            sheet.compute(Step::Product, Word::AdditionalHour, Unit::Money,
                          {work.minutesInHours(minutes, Word::AdditionalHour), work.hour()});
        amount = sheet.compute(Step::Sum, Word::DayFee, Unit::Money, {amount, extra});
    }
    PayLine &line = work.addLine(LineCode::DayFee, amount);
    line.rule = rule;
}

// A day without a fee of its own: its hours, but at least so many.
void priceByHours(DayWork &work, const KindRules &kind)
{
    Sheet &sheet = work.sheet();
    Term minutes = sheet.input(Word::Worked, Unit::Minutes, Ratio(work.pay.workedExact.count()));
    if (kind.minMinutes)
        minutes = sheet.compute(Step::Larger, Word::Worked, Unit::Minutes,
                                {minutes, work.packMinutes(Word::LeastPaid, *kind.minMinutes)});
    const Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                      {work.minutesInHours(minutes), work.hour(),
                                       work.packFactor(Word::Factor, *kind.hourlyFactor)});
    PayLine &line = work.addLine(LineCode::SixthDay, amount);
    line.minutes = minutesOf(minutes);
    line.factor = kind.hourlyFactor->value;
    line.rule = kind.hourlyFactor->index;
}

Term roundedUp(DayWork &work, const Term &minutes, const Parameter &increment)
{
    return work.sheet().compute(Step::RoundUpTo, Word::OvertimeHours, Unit::Minutes,
                                {minutes, work.packMinutes(Word::Increment, increment)});
}

// Quarters of an hour at first, whole hours from the third on, or whatever the pack says.
Term roundedByKind(DayWork &work, const Term &minutes, const OvertimeKindRules &kind)
{
    Sheet &sheet = work.sheet();
    if (!kind.wholeHoursFromHour)
        return roundedUp(work, minutes, kind.increment);
    const Term hour = sheet.constant(Word::MinutesPerHour, Unit::Minutes, 60);
    const Term before = sheet.compute(
        Step::Product, Word::OvertimeHours, Unit::Minutes,
        {sheet.compute(Step::Difference, Word::Nothing, Unit::Number,
                       {sheet.pack(Word::Increments, Unit::Number, *kind.wholeHoursFromHour),
                        sheet.constant(Word::One, Unit::Number, 1)}),
         hour});
    if (minutes.value <= before.value)
        return roundedUp(work, minutes, kind.increment);
    const Term over =
        sheet.compute(Step::Difference, Word::OvertimeHours, Unit::Minutes, {minutes, before});
    return sheet.compute(
        Step::Sum, Word::OvertimeHours, Unit::Minutes,
        {before, sheet.compute(Step::RoundUpTo, Word::OvertimeHours, Unit::Minutes, {over, hour})});
}

void addOvertimeLine(DayWork &work, LineCode code, const Term &minutes, const Parameter &factor,
                     const MaybeParameter &floor)
{
    const Term rate = overtimeRate(work, work.packFactor(Word::Factor, factor), floor);
    const Term amount = work.sheet().compute(Step::Product, Word::Amount, Unit::Money,
                                             {work.minutesInHours(minutes), rate});
    PayLine &line = work.addLine(code, amount);
    line.minutes = minutesOf(minutes);
    line.factor = factor.value;
    line.rule = factor.index;
    addMinutes(work.pay.overtime, factor.value, line.minutes);
}

// What is overtime of a kind is known by its length alone.
void priceKind(DayWork &work, LineCode code, const Term &minutes, OvertimeKind which)
{
    const auto &kinds = work.pack.overtime->kinds;
    const auto found = kinds.find(which);
    if (found == kinds.end() || minutes.value <= Ratio(0))
        return;
    const OvertimeKindRules &kind = found->second;
    addOvertimeLine(work, code, roundedByKind(work, minutes, kind), kind.factor, kind.floorPerHour);
}

void priceKindsOfOvertime(DayWork &work, Moment origin, Minutes contracted)
{
    const PayDay &day = work.day;
    if (day.statedOvertime) {
        priceKind(work, LineCode::Overtime,
                  work.sheet().input(Word::OvertimeHours, Unit::Minutes,
                                     Ratio(day.statedOvertime->count())),
                  day.overtimeKind);
        return;
    }
    if (day.wrap > origin + contracted) {
        const Term minutes = work.between(Word::OvertimeHours, Word::ContractedEnd,
                                          origin + contracted, Word::Wrap, day.wrap);
        priceKind(work, LineCode::Overtime, minutes, day.overtimeKind);
    }
    if (day.call < origin) {
        const Term minutes =
            work.between(Word::OvertimeHours, Word::Call, day.call, Word::UnitCall, origin);
        priceKind(work, LineCode::PreCall, minutes, OvertimeKind::Other);
    }
}

// Each situation, one factor at a stretch, is rounded on its own: none are added up first.
void priceTiers(DayWork &work, const std::vector<PaidSpan> &spans)
{
    const bool isRounded = work.pack.overtime && work.pack.overtime->increment;
    struct Situation {
        const PaidSpan *span = nullptr;
        std::vector<Term> parts;
    };
    std::vector<Situation> situations;
    for (const PaidSpan &span : spans) {
        if (span.factor.isZero())
            continue;
        const Term minutes =
            work.between(Word::Span, Word::SpanStart, span.from, Word::SpanEnd, span.to);
        const bool continues = !situations.empty() && situations.back().span->factor == span.factor;
        if (continues)
            situations.back().parts.push_back(minutes);
        else
            situations.push_back(Situation{&span, {minutes}});
    }
    for (const auto &[span, parts] : situations) {
        Term minutes =
            work.sheet().compute(Step::Sum, Word::OvertimeHours, Unit::Minutes, std::span(parts));
        if (isRounded)
            minutes = roundedUp(work, minutes, *work.pack.overtime->increment);
        addOvertimeLine(work, LineCode::Overtime, minutes, *span->parameter, std::nullopt);
    }
    if (!situations.empty())
        work.pay.lastFactor = situations.back().span->factor;
}

Minutes contractedMinutes(const DayWork &work, const DealTerms &deal)
{
    if (!work.pack.contracted)
        return Minutes(0);
    const ContractedHours &rules = *work.pack.contracted;
    const auto shape = rules.minutes.find(work.day.shape);
    Minutes minutes = shape == rules.minutes.end() ? rules.minutes.begin()->second.minutes()
                                                   : shape->second.minutes();
    if (deal.additionalHour && rules.additionalHour)
        minutes += rules.additionalHour->minutes();
    return minutes;
}

void priceOvertime(DayWork &work, const KindRules *kind, const DealTerms &deal,
                   const MealReading &meals)
{
    const RulePack &pack = work.pack;
    const PayDay &day = work.day;
    const bool fromUnitCall = pack.contracted
        && pack.contracted->startsAt == FirstMealFrom::UnitCall && day.unitCall.has_value();
    const Moment origin = fromUnitCall ? *day.unitCall : day.call;
    const Minutes contracted = contractedMinutes(work, deal);
    if (pack.overtime && !pack.overtime->kinds.empty()) {
        priceKindsOfOvertime(work, origin, contracted);
        return;
    }
    // Contracted hours are elapsed hours, the break included; where there are none, the worked
    // ones count.
    const std::vector<TimeSpan> spans = pack.contracted
        ? std::vector<TimeSpan>{{day.call, day.wrap}}
        : workSpans(day.call, day.wrap, meals.unpaid);
    const WalkRules walk{.tiers = &pack.tiers,
                         .origin = origin,
                         .contracted = contracted,
                         .fixed = kind && kind->overtimeFactor ? &*kind->overtimeFactor : nullptr,
                         .hasClockTiers = true};
    priceTiers(work, walkDay(pack, day, spans, walk));
}

void priceEarly(DayWork &work)
{
    if (!work.pack.early || !work.day.hasTimes)
        return;
    const EarlyRule &rule = *work.pack.early;
    const PayDay &day = work.day;
    if (day.clock.wallTime(day.call) >= rule.before.minutes())
        return;
    const Moment end = std::min(day.wrap, day.clock.firstAt(rule.before.minutes()));
    if (end <= day.call)
        return;
    const Term minutes =
        roundedUp(work, work.between(Word::EarlyHours, Word::Call, day.call, Word::SpanEnd, end),
                  rule.increment);
    const Term amount = work.sheet().compute(
        Step::Product, Word::Amount, Unit::Money,
        {work.minutesInHours(minutes), work.hour(), work.packFactor(Word::Factor, rule.addFactor)});
    PayLine &line = work.addLine(LineCode::Early, amount);
    line.minutes = minutesOf(minutes);
    line.factor = rule.addFactor.value;
    line.rule = rule.addFactor.index;
}

void priceSurcharge(DayWork &work, const KindRules *kind)
{
    if (!kind || !kind->surcharge)
        return;
    const Term minutes =
        work.sheet().input(Word::Worked, Unit::Minutes, Ratio(work.pay.workedExact.count()));
    const Term amount = work.sheet().compute(Step::Product, Word::Amount, Unit::Money,
                                             {work.minutesInHours(minutes), work.hour(),
                                              work.packFactor(Word::Surcharge, *kind->surcharge)});
    PayLine &line = work.addLine(LineCode::Surcharge, amount);
    line.minutes = minutesOf(minutes);
    line.factor = kind->surcharge->value;
    line.rule = kind->surcharge->index;
}

// The worked minutes within a window of the clock that may cross midnight.
Minutes minutesWithin(const PayDay &day, const std::vector<TimeSpan> &spans, Minutes from,
                      Minutes to)
{
    if (to <= from)
        to += wholeDay;
    Minutes sum{0};
    for (Minutes shift = -wholeDay; shift <= wholeDay; shift += wholeDay) {
        const Moment start = day.clock.firstAt(from + shift);
        const Moment end = day.clock.firstAt(to + shift);
        for (const TimeSpan &span : spans)
            sum +=
                std::max(Minutes(0), Minutes(std::min(span.to, end) - std::max(span.from, start)));
    }
    return sum;
}

void priceNightSurcharge(DayWork &work, const NightRule &rule, const std::vector<TimeSpan> &spans)
{
    const Minutes minutes = rule.windowFrom
        ? minutesWithin(work.day, spans, rule.windowFrom->minutes(), rule.windowTo->minutes())
        : lengthOf(spans);
    work.pay.night += minutes;
    if (minutes == Minutes(0))
        return;
    const Term counted =
        work.sheet().input(Word::NightHours, Unit::Minutes, Ratio(minutes.count()));
    const Term amount = work.sheet().compute(Step::Product, Word::Amount, Unit::Money,
                                             {work.minutesInHours(counted), work.hour(),
                                              work.packFactor(Word::NightFactor, rule.factor)});
    PayLine &line = work.addLine(LineCode::Night, amount);
    line.minutes = minutes;
    line.factor = rule.factor.value;
    line.rule = rule.factor.index;
    work.pay.nightPremium = work.pay.nightPremium + line.amount;
}

void priceNight(DayWork &work, const std::vector<TimeSpan> &spans)
{
    if (!work.pack.night || !work.day.hasTimes)
        return;
    const NightRules &rules = *work.pack.night;
    for (const NightRule &rule : rules.rules)
        priceNightSurcharge(work, rule, spans);
    if (!rules.bankAfter)
        return;
    // The night begins at its hour and ends with the day's work; an hour of the morning is that of
    // the day after.
    Minutes after = rules.bankAfter->minutes();
    if (after < noon)
        after += wholeDay;
    const Moment start = work.day.clock.firstAt(after);
    if (work.day.wrap <= start)
        return;
    if (rules.flatPerNight) {
        PayLine &line =
            work.addLine(LineCode::Night, work.packMoney(Word::FlatAmount, *rules.flatPerNight));
        line.rule = rules.flatPerNight->index;
        return;
    }
    Minutes banked{0};
    for (const TimeSpan &span : spans)
        banked += std::max(Minutes(0), Minutes(span.to - std::max(span.from, start)));
    if (rules.bankIncrement)
        banked = Minutes(
            qint32(Ratio(banked.count()).roundedUpTo(rules.bankIncrement->value).numerator()));
    work.pay.nightBank = banked;
    if (banked > Minutes(0))
        work.note(Notice::NightBanked);
}

} // namespace

void priceFeeDay(DayWork &work, const DealTerms &deal)
{
    const KindRules *kind = work.pack.rulesOf(work.day.kind);
    if (kind && kind->needsApproval && !work.day.isApproved) {
        work.note(Notice::NotApproved);
        return;
    }
    const MealReading meals = readMeals(work.pack, work.day);
    const std::vector<TimeSpan> spans = workSpans(work.day.call, work.day.wrap, meals.unpaid);
    work.pay.workedExact = lengthOf(spans);
    work.pay.worked = work.pay.workedExact;
    if (work.day.kind == DayKind::Travel || work.day.kind == DayKind::HolidayNotWorked) {
        priceFee(work, kind, deal);
        return;
    }
    if (kind && kind->hourlyFactor) {
        priceByHours(work, *kind);
    } else {
        priceFee(work, kind, deal);
        priceOvertime(work, kind, deal, meals);
    }
    priceEarly(work);
    priceSurcharge(work, kind);
    priceNight(work, spans);
    if (work.day.hasTimes)
        static_cast<void>(priceRest(work));
    priceMeals(work, meals);
}

} // namespace film::rules
