#include "shared/rules/fee_day.h"

#include "shared/rules/day_walk.h"
#include "shared/rules/overtime_rate.h"
#include "shared/rules/rest_rules.h"

#include <algorithm>

namespace film::rules {

namespace {

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

// The first tier of the ordinary day that pays more than the hours of such a day do.
const Tier *tierAbove(const DayWork &work, const Ratio &factor)
{
    for (const Tier &tier : work.pack.tiers) {
        if (tier.after && tier.basis == TierBasis::Worked && tier.factor.value > factor
            && work.pay.workedExact > tier.after->minutes())
            return &tier;
    }
    return nullptr;
}

void addHoursLine(DayWork &work, const Term &minutes, const Parameter &factor)
{
    const bool isByRun = work.day.kind != DayKind::Saturday && work.day.kind != DayKind::Sunday
        && work.day.kind != DayKind::Holiday;
    const Term amount = work.sheet().compute(
        Step::Product, Word::Amount, Unit::Money,
        {work.minutesInHours(minutes), work.hour(), work.packFactor(Word::Factor, factor)});
    PayLine &line = work.addLine(isByRun ? LineCode::SixthDay : LineCode::Hours, amount);
    line.minutes = minutesOf(minutes);
    line.factor = factor.value;
    line.rule = factor.index;
}

// A day without a fee of its own: its hours, but at least so many. A higher tier of the ordinary
// day counts on such a day as well.
void priceByHours(DayWork &work, const KindRules &kind)
{
    Sheet &sheet = work.sheet();
    const Term worked =
        sheet.input(Word::Worked, Unit::Minutes, Ratio(work.pay.workedExact.count()));
    Term minutes = worked;
    const Tier *above = tierAbove(work, kind.hourlyFactor->value);
    if (above)
        minutes = sheet.compute(Step::Smaller, Word::Worked, Unit::Minutes,
                                {worked, work.packMinutes(Word::MostPaid, *above->after)});
    else if (kind.minMinutes)
        minutes = sheet.compute(Step::Larger, Word::Worked, Unit::Minutes,
                                {worked, work.packMinutes(Word::LeastPaid, *kind.minMinutes)});
    addHoursLine(work, minutes, *kind.hourlyFactor);
    while (above) {
        const Tier *next = tierAbove(work, above->factor.value);
        const Term end = next ? work.packMinutes(Word::MostPaid, *next->after) : worked;
        addHoursLine(work,
                     sheet.compute(Step::Difference, Word::OvertimeHours, Unit::Minutes,
                                   {end, work.packMinutes(Word::OvertimeHours, *above->after)}),
                     above->factor);
        above = next;
    }
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

// The end of the time before `origin` that has a price of its own: hours before 05:00, say.
Moment endOfEarly(const DayWork &work)
{
    const PayDay &day = work.day;
    if (!work.pack.early || !work.pack.early->factor || !day.hasTimes)
        return day.call;
    return std::clamp(day.clock.firstAt(work.pack.early->before.minutes()), day.call, day.wrap);
}

// What the fee covers before and after the contracted hours, in departments that prepare and wrap
// out.
struct FreeTime {
    Minutes before{0};
    Minutes after{0};
};

FreeTime freeTimeOf(const DayWork &work, const DealTerms &deal)
{
    FreeTime free;
    if (!deal.additionalHour || !work.pack.contracted)
        return free;
    if (work.pack.contracted->preparation)
        free.before = work.pack.contracted->preparation->minutes();
    if (work.pack.contracted->wrapOut)
        free.after = work.pack.contracted->wrapOut->minutes();
    return free;
}

// What is left of some overtime when the part that the fee covers is taken off.
Term lessFree(DayWork &work, const Term &minutes, const MaybeParameter &covered, Minutes free)
{
    if (free == Minutes(0))
        return minutes;
    const Term part = work.packMinutes(Word::Contracted, *covered);
    const Term less =
        work.sheet().compute(Step::Difference, Word::OvertimeHours, Unit::Minutes, {minutes, part});
    return work.sheet().compute(Step::Larger, Word::OvertimeHours, Unit::Minutes,
                                {less, work.sheet().constant(Word::Nothing, Unit::Minutes, 0)});
}

void priceKindsOfOvertime(DayWork &work, Moment origin, Minutes contracted, const DealTerms &deal)
{
    const PayDay &day = work.day;
    const FreeTime free = freeTimeOf(work, deal);
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
        priceKind(work, LineCode::Overtime,
                  free.after > Minutes(0)
                      ? lessFree(work, minutes, work.pack.contracted->wrapOut, free.after)
                      : minutes,
                  day.overtimeKind);
    }
    const Moment early = endOfEarly(work);
    const Moment began = std::min(origin, day.wrap);
    if (early < began) {
        const Term minutes =
            work.between(Word::OvertimeHours, early > day.call ? Word::SpanStart : Word::Call,
                         early, began < origin ? Word::Wrap : Word::UnitCall, began);
        priceKind(work, LineCode::PreCall,
                  free.before > Minutes(0)
                      ? lessFree(work, minutes, work.pack.contracted->preparation, free.before)
                      : minutes,
                  OvertimeKind::Other);
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

void priceOvertime(DayWork &work, const KindRules *kind, const DealTerms &deal,
                   const MealReading &meals)
{
    const RulePack &pack = work.pack;
    const PayDay &day = work.day;
    const Moment origin = contractedStart(pack, day);
    const Minutes contracted = contractedMinutes(pack, day, deal);
    if (pack.overtime && !pack.overtime->kinds.empty()) {
        priceKindsOfOvertime(work, origin, contracted, deal);
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

// What an hour within the day has been paid already: the fee's straight hour, or that of a day by
// the hour.
Term paidAlready(DayWork &work, const KindRules *kind)
{
    if (!kind || !kind->hourlyFactor)
        return work.hour();
    return work.sheet().compute(Step::Product, Word::HourlyRate, Unit::MoneyPerHour,
                                {work.hour(), work.packFactor(Word::Factor, *kind->hourlyFactor)});
}

// Early time at something on top of its pay; or at a factor of its own, less `paid`.
void addEarlyLine(DayWork &work, Moment from, Word fromWord, Moment to,
                  const std::optional<Term> &paid)
{
    if (to <= from)
        return;
    Sheet &sheet = work.sheet();
    const EarlyRule &rule = *work.pack.early;
    const Term minutes = roundedUp(
        work, work.between(Word::EarlyHours, fromWord, from, Word::SpanEnd, to), rule.increment);
    const Parameter &factor = rule.factor ? *rule.factor : *rule.addFactor;
    Term rate = rule.factor ? overtimeRate(work, work.packFactor(Word::Factor, factor))
                            : sheet.compute(Step::Product, Word::HourlyRate, Unit::MoneyPerHour,
                                            {work.hour(), work.packFactor(Word::Factor, factor)});
    if (paid) {
        if (rate.value <= paid->value)
            return;
        rate =
            sheet.compute(Step::Difference, Word::OvertimeRate, Unit::MoneyPerHour, {rate, *paid});
    }
    const Term amount = sheet.compute(Step::Product, Word::Amount, Unit::Money,
                                      {work.minutesInHours(minutes), rate});
    PayLine &line = work.addLine(LineCode::Early, amount);
    line.minutes = minutesOf(minutes);
    line.factor = factor.value;
    line.rule = factor.index;
}

void priceEarly(DayWork &work, const KindRules *kind)
{
    if (!work.pack.early || !work.day.hasTimes)
        return;
    const EarlyRule &rule = *work.pack.early;
    const PayDay &day = work.day;
    if (day.clock.wallTime(day.call) >= rule.before.minutes())
        return;
    const Moment end = std::min(day.wrap, day.clock.firstAt(rule.before.minutes()));
    if (!rule.factor) {
        addEarlyLine(work, day.call, Word::Call, end, std::nullopt);
        return;
    }
    const bool hasPreCall = !(kind && kind->hourlyFactor) && work.pack.contracted
        && work.pack.contracted->startsAt == FirstMealFrom::UnitCall && day.unitCall
        && *day.unitCall > day.call;
    const Moment inFee = hasPreCall ? std::min(*day.unitCall, end) : day.call;
    addEarlyLine(work, day.call, Word::Call, inFee, std::nullopt);
    addEarlyLine(work, inFee, hasPreCall ? Word::UnitCall : Word::Call, end,
                 paidAlready(work, kind));
}

void addSurchargeLine(DayWork &work, const Parameter &surcharge, Minutes minutes)
{
    if (minutes == Minutes(0))
        return;
    const Term counted = work.sheet().input(Word::Worked, Unit::Minutes, Ratio(minutes.count()));
    const Term amount = work.sheet().compute(
        Step::Product, Word::Amount, Unit::Money,
        {work.minutesInHours(counted), work.hour(), work.packFactor(Word::Surcharge, surcharge)});
    PayLine &line = work.addLine(LineCode::Surcharge, amount);
    line.minutes = minutes;
    line.factor = surcharge.value;
    line.rule = surcharge.index;
}

// From the hour on at which a holiday begins its surcharge counts, and not the one of the day.
void priceSurcharge(DayWork &work, const KindRules *kind, const std::vector<TimeSpan> &spans)
{
    const PayDay &day = work.day;
    const KindRules *holiday = work.pack.rulesOf(DayKind::Holiday);
    Minutes inHoliday{0};
    if (holiday && holiday->surcharge && day.holidayFrom && day.kind != DayKind::Holiday) {
        for (const TimeSpan &span : spans)
            inHoliday +=
                std::max(Minutes(0), Minutes(span.to - std::max(span.from, *day.holidayFrom)));
        addSurchargeLine(work, *holiday->surcharge, inHoliday);
    }
    if (kind && kind->surcharge)
        addSurchargeLine(work, *kind->surcharge, work.pay.workedExact - inHoliday);
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

void priceNight(DayWork &work, const DealTerms &deal, const std::vector<TimeSpan> &spans)
{
    if (!work.pack.night || !work.day.hasTimes)
        return;
    const NightRules &rules = *work.pack.night;
    for (const NightRule &rule : rules.rules)
        priceNightSurcharge(work, rule, spans);
    if (!rules.bankAfter || !work.day.isShooting) // Both UK texts say: shooting past that hour.
        return;
    // The night begins at its hour and ends with the day's work; an hour of the morning is that of
    // the day after.
    Minutes after = rules.bankAfter->minutes();
    if (after < noon)
        after += wholeDay;
    const Moment start = work.day.clock.firstAt(after);
    const bool isNightCall = rules.flatCallTo && work.day.unitCall
        && work.day.clock.wallTime(*work.day.unitCall) % wholeDay < rules.flatCallTo->minutes();
    if (work.day.wrap <= start && !isNightCall)
        return;
    if (rules.flatPerNight) {
        PayLine &line =
            work.addLine(LineCode::Night, work.packMoney(Word::FlatAmount, *rules.flatPerNight));
        line.rule = rules.flatPerNight->index;
        return;
    }
    // Night work is what was scheduled: past the contracted hours it is overtime, and paid as that.
    Moment end = work.day.wrap;
    if (work.pack.contracted)
        end = std::min(end,
                       contractedStart(work.pack, work.day)
                           + contractedMinutes(work.pack, work.day, deal));
    Minutes banked{0};
    for (const TimeSpan &span : spans)
        banked +=
            std::max(Minutes(0), Minutes(std::min(span.to, end) - std::max(span.from, start)));
    if (rules.bankIncrement)
        banked = Minutes(
            qint32(Ratio(banked.count()).roundedUpTo(rules.bankIncrement->value).numerator()));
    work.pay.nightBank = banked;
    if (banked > Minutes(0))
        work.note(Notice::NightBanked);
}

} // namespace

Moment contractedStart(const RulePack &pack, const PayDay &day)
{
    const bool fromUnitCall = pack.contracted
        && pack.contracted->startsAt == FirstMealFrom::UnitCall && day.unitCall.has_value();
    return fromUnitCall ? *day.unitCall : day.call;
}

Minutes contractedMinutes(const RulePack &pack, const PayDay &day, const DealTerms &deal)
{
    if (!pack.contracted)
        return Minutes(0);
    const ContractedHours &rules = *pack.contracted;
    const auto shape = rules.minutes.find(day.shape);
    Minutes minutes = shape == rules.minutes.end() ? rules.minutes.begin()->second.minutes()
                                                   : shape->second.minutes();
    if (deal.additionalHour && rules.additionalHour)
        minutes += rules.additionalHour->minutes();
    return minutes;
}

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
    if (isWithoutWork(work.day.kind)) {
        if (kind && kind->feeFactor)
            priceFee(work, kind, deal);
        return;
    }
    if (kind && kind->hourlyFactor) {
        priceByHours(work, *kind);
    } else {
        priceFee(work, kind, deal);
        priceOvertime(work, kind, deal, meals);
    }
    priceEarly(work, kind);
    priceSurcharge(work, kind, spans);
    priceNight(work, deal, spans);
    if (work.day.hasTimes)
        static_cast<void>(priceRest(work));
    priceMeals(work, meals);
    priceMissedBreak(work);
}

} // namespace film::rules
