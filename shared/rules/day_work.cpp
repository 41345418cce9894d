#include "shared/rules/day_work.h"

#include <algorithm>

namespace film::rules {

namespace {

Term divided(const Term &rate, const Term &divisor, const RulePack &pack, Sheet &sheet)
{
    const Term exact =
        sheet.compute(Step::Quotient, Word::HourlyRate, Unit::MoneyPerHour, {rate, divisor});
    return toPrecision(exact, Word::HourlyRate, pack, sheet);
}

// A day's rate that was quoted for so many hours, "700 per 12", is for as many pay hours as these
// hours have under the pack's tiers: 8 and 4 at 1.5 are 14.
Term quotedPayHours(const RulePack &pack, Minutes quoted, Sheet &sheet)
{
    std::vector<Term> parts;
    for (Minutes at{0}; at < quoted;) {
        const auto [factor, end] = tierAt(pack.tiers, at, quoted);
        const Term hours = sheet.compute(
            Step::Quotient, Word::PayHours, Unit::Hours,
            {sheet.input(Word::MinimumCall, Unit::Minutes, Ratio(Minutes(end - at).count())),
             sheet.constant(Word::MinutesPerHour, Unit::Minutes, 60)});
        parts.push_back(sheet.compute(Step::Product, Word::PayHours, Unit::Hours,
                                      {hours,
                                       factor ? sheet.pack(Word::Factor, Unit::Factor, *factor)
                                              : sheet.constant(Word::Factor, Unit::Factor, 1)}));
        at = end;
    }
    return sheet.compute(Step::Sum, Word::PayHours, Unit::Hours, std::span(parts));
}

} // namespace

TierStretch tierAt(const std::vector<Tier> &tiers, Minutes at, Minutes end)
{
    TierStretch stretch{nullptr, end};
    for (const Tier &tier : tiers) {
        if (!tier.after || tier.basis != TierBasis::Worked)
            continue;
        const Minutes from = tier.after->minutes();
        if (from > at)
            stretch.end = std::min(stretch.end, from);
        else if (!stretch.factor || stretch.factor->value < tier.factor.value)
            stretch.factor = &tier.factor;
    }
    return stretch;
}

Term guaranteedPayHours(const WeeklyRules &rules, const DealTerms &deal, Sheet &sheet)
{
    const auto hours = [&sheet](Word word, const Term &minutes) {
        return sheet.compute(Step::Quotient, word, Unit::Hours,
                             {minutes, sheet.constant(Word::MinutesPerHour, Unit::Minutes, 60)});
    };
    const Term whole = hours(
        Word::WeekGuarantee,
        deal.weekGuarantee() > Minutes(0)
            ? sheet.input(Word::WeekGuarantee, Unit::Minutes, Ratio(deal.weekGuarantee().count()))
            : sheet.pack(Word::WeekGuarantee, Unit::Minutes, *rules.guarantee));
    const Term limit = hours(Word::WeeklyOvertime,
                             sheet.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter));
    const Term straight =
        sheet.compute(Step::Smaller, Word::WeeklyOvertime, Unit::Hours, {limit, whole});
    const Term overtime =
        sheet.compute(Step::Difference, Word::WeeklyOvertime, Unit::Hours, {whole, straight});
    return sheet.compute(
        Step::Sum, Word::GuaranteedPayHours, Unit::Hours,
        {straight,
         sheet.compute(Step::Product, Word::WeeklyOvertime, Unit::Hours,
                       {overtime, sheet.pack(Word::Factor, Unit::Factor, *rules.factor)})});
}

Result<Rates> ratesOf(const RulePack &pack, const DealTerms &deal,
                      const std::optional<Ratio> &hourlyOfDay, Sheet &sheet)
{
    Rates rates;
    const std::optional<Ratio> hourly = hourlyOfDay ? hourlyOfDay : deal.hourly;
    if (deal.weekRate)
        rates.week = sheet.input(Word::WeekRate, Unit::Money, *deal.weekRate);
    if (deal.dayRate)
        rates.day = sheet.input(Word::DayRate, Unit::Money, *deal.dayRate);
    else if (rates.week && pack.rates.daysInWeek)
        rates.day = sheet.compute(
            Step::Quotient, Word::DayRate, Unit::Money,
            {*rates.week, sheet.pack(Word::RateDivisor, Unit::Number, *pack.rates.daysInWeek)});
    if (hourly) {
        rates.hour = sheet.input(Word::HourlyRate, Unit::MoneyPerHour, *hourly);
    } else if (deal.dayRate && deal.dayHours) {
        rates.hour = divided(
            *rates.day, sheet.input(Word::RateDivisor, Unit::Number, *deal.dayHours), pack, sheet);
    } else if (rates.week && pack.rates.weekDivisor) {
        rates.hour = divided(*rates.week,
                             sheet.pack(Word::RateDivisor, Unit::Number, *pack.rates.weekDivisor),
                             pack, sheet);
    } else if (deal.dayRate && pack.rates.dayDivisor) {
        rates.hour =
            divided(*rates.day, sheet.pack(Word::RateDivisor, Unit::Number, *pack.rates.dayDivisor),
                    pack, sheet);
    } else if (rates.week && pack.pay == PayModel::Hourly && pack.weekly
               && pack.weekly->guarantee) {
        rates.hour =
            divided(*rates.week, guaranteedPayHours(*pack.weekly, deal, sheet), pack, sheet);
    } else if (deal.dayRate && pack.pay == PayModel::Hourly && deal.dayGuarantee() > Minutes(0)) {
        rates.hour =
            divided(*rates.day, quotedPayHours(pack, deal.dayGuarantee(), sheet), pack, sheet);
    }
    const bool hasStart = pack.pay == PayModel::Hourly ? rates.hour.has_value()
        : pack.pay == PayModel::DayFee                 ? rates.hour && rates.day
        : pack.pay == PayModel::Flat                   ? rates.day.has_value()
                                                       : rates.week.has_value();
    if (!hasStart)
        return fail(
            ErrorCode::InvalidInput,
            QStringLiteral("the deal has no rate that pack %1 can start from").arg(pack.name()));
    return rates;
}

Term DayWork::hour() const
{
    Q_ASSERT(rates.hour);
    return *rates.hour;
}

// One that the pack rounded is made of what was entered. Where the clock on the wall is no whole
// step from UTC, or the day's end held it back, it is itself, because of that.
Term DayWork::moment(Word word, Moment at)
{
    const auto value = [](Moment of) { return Ratio(of.time_since_epoch().count()); };
    const auto punch = std::ranges::find(day.rounded, at, &RoundedPunch::at);
    if (punch == day.rounded.end() || word == Word::PreviousWrap)
        return sheet().input(word, Unit::Moment, value(at));
    const PunchRounding &rules = pack.time.punches;
    const Step step = rules.mode == RoundingMode::Up ? Step::RoundUpTo
        : rules.mode == RoundingMode::Down           ? Step::RoundDownTo
                                                     : Step::RoundHalfUpTo;
    const Term entered = sheet().input(word, Unit::Moment, value(punch->entered));
    const Term increment = packMinutes(Word::Increment, rules.increment);
    const Term rounded = sheet().compute(step, word, Unit::Moment, {entered, increment});
    if (rounded.value == value(at))
        return rounded;
    return sheet().compute(Step::Because, word, Unit::Moment,
                           {sheet().input(word, Unit::Moment, value(at)), entered, increment});
}

Term DayWork::between(Word what, Word from, Moment start, Word to, Moment end)
{
    const Term first = moment(from, start);
    const Term last = moment(to, end);
    return sheet().compute(Step::Difference, what, Unit::Minutes, {last, first});
}

Term DayWork::minutesInHours(const Term &minutes, Word word)
{
    return sheet().compute(Step::Quotient, word, Unit::Hours,
                           {minutes, sheet().constant(Word::MinutesPerHour, Unit::Minutes, 60)});
}

Term DayWork::packMinutes(Word word, const Parameter &parameter)
{
    return sheet().pack(word, Unit::Minutes, parameter);
}

Term DayWork::packFactor(Word word, const Parameter &parameter)
{
    return sheet().pack(word, Unit::Factor, parameter);
}

Term DayWork::packMoney(Word word, const Parameter &parameter)
{
    return sheet().pack(word, Unit::Money, parameter);
}

PayLine &DayWork::addLine(LineCode code, const Term &amount)
{
    PayLine line;
    line.code = code;
    Term rounded = amount;
    if (amount.value.isNumber())
        rounded = sheet().compute(Step::RoundHalfUpTo, Word::Amount, Unit::Money,
                                  {amount, sheet().constant(Word::One, Unit::Money, 1)});
    else
        isTooLarge = true;
    line.amount = Money(isTooLarge ? 0 : rounded.value.numerator(), pack.currency);
    line.node = rounded.node;
    return pay.lines.emplace_back(line);
}

void DayWork::note(Notice notice)
{
    if (!std::ranges::count(pay.notices, notice))
        pay.notices.push_back(notice);
}

void priceMissedBreak(DayWork &work)
{
    if (!work.pack.missedBreakHours || !work.day.isRestBreakMissed)
        return;
    const Term hours =
        work.sheet().pack(Word::PenaltyHours, Unit::Hours, *work.pack.missedBreakHours);
    const Term amount =
        work.sheet().compute(Step::Product, Word::PenaltyAmount, Unit::Money, {hours, work.hour()});
    PayLine &line = work.addLine(LineCode::MissedBreak, amount);
    line.count = 1;
    line.rule = work.pack.missedBreakHours->index;
}

void priceTravel(DayWork &work)
{
    const TravelRules &rules = work.pack.travel;
    const Minutes travelled = work.day.travelTo + work.day.travelFrom;
    if (rules.toAndFrom != TravelModel::Paid || travelled <= Minutes(0))
        return;
    Sheet &sheet = work.sheet();
    const Term minutes = sheet.compute(
        Step::Sum, Word::TravelHours, Unit::Minutes,
        {sheet.input(Word::TravelHours, Unit::Minutes, Ratio(work.day.travelTo.count())),
         sheet.input(Word::TravelHours, Unit::Minutes, Ratio(work.day.travelFrom.count()))});
    const Term amount = sheet.compute(
        Step::Product, Word::Amount, Unit::Money,
        {work.minutesInHours(minutes), work.hour(), work.packFactor(Word::Factor, *rules.factor)});
    PayLine &line = work.addLine(LineCode::Travel, amount);
    line.minutes = travelled;
    line.factor = rules.factor->value;
    line.rule = rules.factor->index;
}

Minutes minutesOf(const Term &term)
{
    Q_ASSERT(term.value.denominator() == 1);
    return Minutes(qint32(term.value.numerator()));
}

void addMinutes(std::vector<PaidTime> &times, const Ratio &factor, Minutes minutes)
{
    const auto known = std::ranges::find(times, factor, &PaidTime::factor);
    if (known == times.end())
        times.push_back({factor, minutes});
    else
        known->minutes += minutes;
}

Term toPrecision(const Term &rate, Word word, const RulePack &pack, Sheet &sheet)
{
    if (!pack.rates.decimals)
        return rate;
    qint64 perMajorUnit = 1;
    for (int i = 0; i < *pack.rates.decimals; ++i)
        perMajorUnit *= 10;
    const Term step =
        sheet.constant(Word::RatePrecision, Unit::Money, Ratio::of(100, perMajorUnit));
    return sheet.compute(Step::RoundHalfUpTo, word, Unit::MoneyPerHour, {rate, step});
}

} // namespace film::rules
