#include "shared/rules/week_settlement.h"

#include "shared/rules/day_work.h"
#include "shared/rules/week_overtime.h"

#include <algorithm>
#include <functional>
#include <span>

namespace film::rules {

namespace {

constexpr int daysOfFee = 5; // the sixth and seventh day are paid on top

// For how many of its five days the fee of a week is owed: for fewer where deals cover only a part
// of the week (pay-rules 2.3, proration by fifths), but for as many as were worked.
int daysOwed(const WeekInput &week, int daysWorked)
{
    return std::min(daysOfFee, std::max(daysOfFee - week.datesWithoutDeal, daysWorked));
}

Term daysShare(WeekWork &work, int days, int ofDays)
{
    return work.sheet().compute(Step::Quotient, Word::Share, Unit::Factor,
                                {work.input(Word::DaysWorked, Unit::Number, Ratio(days)),
                                 work.input(Word::GuaranteeDays, Unit::Number, Ratio(ofDays))});
}

// A fee, or the part of it that the days under its deal are of the days it is for, and those of the
// five of a whole week.
Term feePart(WeekWork &work, const Ratio &weekRate, int days, int ofDays, int owed)
{
    Term fee = work.input(Word::WeekRate, Unit::Money, weekRate);
    if (ofDays == owed) // As one fraction: three fifths, not three thirds of three fifths.
        ofDays = owed = daysOfFee;
    if (days != ofDays)
        fee = work.product(Word::WeekRate, Unit::Money, {fee, daysShare(work, days, ofDays)});
    if (owed != daysOfFee)
        fee = work.product(Word::WeekRate, Unit::Money, {fee, daysShare(work, owed, daysOfFee)});
    return fee;
}

// A sixth or seventh day as a part of the week's fee.
void addDayOnTop(WeekWork &work, const OnCallRules &rules, const Ratio &weekRate,
                 const Parameter &factor)
{
    const Term day = work.product(Word::DayRate, Unit::Money,
                                  {work.input(Word::WeekRate, Unit::Money, weekRate),
                                   work.pack(Word::DayFraction, Unit::Factor, rules.dayFraction)});
    work.addLine(LineCode::SixthDay,
                 work.product(Word::Amount, Unit::Money,
                              {day, work.pack(Word::Factor, Unit::Factor, factor)}),
                 &factor);
}

// A week's fee whatever the hours; the sixth and seventh day are fractions of it.
void priceOnCall(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
                 const WeekInput &week, int daysWorked)
{
    const OnCallRules &rules = *pack.onCall;
    const int ofFee = std::min(daysWorked, daysOfFee);
    // Of a week whose days are only counted the one deal has them all.
    const bool isCounted = week.daysWorked > 0 || week.days.empty();
    const DealTerms *sixth = isCounted && daysWorked > daysOfFee ? deals.front().deal : nullptr;
    const DealTerms *seventh =
        isCounted && daysWorked > daysOfFee + 1 ? deals.front().deal : nullptr;
    int position = week.earlier.days;
    for (const DealDays &of : deals) {
        int days = isCounted ? ofFee : 0;
        for (int i = 0; i < of.days && !isCounted; ++i, ++position) {
            days += position < daysOfFee ? 1 : 0;
            if (position == daysOfFee)
                sixth = of.deal;
            if (position == daysOfFee + 1)
                seventh = of.deal;
        }
        if (of.deal->weekRate && (days > 0 || ofFee == 0))
            work.addLine(LineCode::WeekFee,
                         feePart(work, *of.deal->weekRate, days, ofFee, daysOwed(week, daysWorked)),
                         &rules.dayFraction);
    }
    if (sixth && sixth->weekRate)
        addDayOnTop(work, rules, *sixth->weekRate, rules.sixthFactor);
    if (seventh && seventh->weekRate)
        addDayOnTop(work, rules, *seventh->weekRate, rules.seventhFactor);
}

// A fee that covers so many hours of the week; those beyond at the rate of the deal then in force.
void priceAllIn(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
                const WeekInput &weekInput, int daysWorked, WeekPay &pay)
{
    const EarlierInWeek &earlier = weekInput.earlier;
    const int owed = daysOwed(weekInput, daysWorked);
    const AllInRules &rules = *pack.allIn;
    Sheet &sheet = work.sheet();
    Term hourly;
    for (const DealDays &of : deals) {
        if (!of.deal->weekRate)
            continue;
        const Term week = work.input(Word::WeekRate, Unit::Money, *of.deal->weekRate);
        hourly = toPrecision(
            sheet.compute(Step::Quotient, Word::HourlyRate, Unit::MoneyPerHour,
                          {week, work.pack(Word::PayHours, Unit::Number, rules.payHours)}),
            Word::HourlyRate, pack, sheet);
        work.addLine(
            LineCode::WeekFee,
            feePart(work, *of.deal->weekRate, of.days > 0 ? of.days : daysWorked, daysWorked, owed),
            &rules.payHours);
    }
    pay.hourly = hourly.value;
    const Minutes counted = earlier.worked + pay.worked;
    Term included = work.pack(Word::IncludedHours, Unit::Minutes, rules.included);
    if (owed != daysOfFee) // A part of the fee covers as much of the hours.
        included = work.product(Word::IncludedHours, Unit::Minutes,
                                {included, daysShare(work, owed, daysOfFee)});
    if (Ratio(counted.count()) <= included.value || pay.worked == Minutes(0))
        return;
    Term over = sheet.compute(
        Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
        {work.input(Word::WeekWorked, Unit::Minutes, Ratio(counted.count())), included});
    if (earlier.worked > Minutes(0))
        over = sheet.compute(
            Step::Smaller, Word::WeeklyOvertime, Unit::Minutes,
            {over, work.input(Word::Worked, Unit::Minutes, Ratio(pay.worked.count()))});
    PayLine &line =
        work.addLine(LineCode::Overage,
                     work.product(Word::Amount, Unit::Money,
                                  {work.hours(Word::WeeklyOvertime, over), hourly,
                                   work.pack(Word::Factor, Unit::Factor, rules.factor)}),
                     &rules.included);
    line.minutes = minutesOf(over);
    line.factor = rules.factor.value;
}

// The pay hours that a deal guarantees for the days under it: of a week shorter than the pack's so
// many of its days, of a longer one no more than the whole.
Term guaranteedOf(WeekWork &work, const WeeklyRules &rules, const DealDays &of, int daysWorked)
{
    const Term whole = guaranteedPayHours(rules, *of.deal, work.sheet());
    const bool isShort = rules.guaranteeDays && Ratio(daysWorked) < rules.guaranteeDays->value;
    const int days = of.days > 0 ? of.days : daysWorked;
    if (!isShort && days == daysWorked)
        return whole;
    const Term ofDays = isShort ? work.pack(Word::GuaranteeDays, Unit::Number, *rules.guaranteeDays)
                                : work.input(Word::GuaranteeDays, Unit::Number, Ratio(daysWorked));
    const Term part =
        work.sheet().compute(Step::Quotient, Word::Share, Unit::Factor,
                             {work.input(Word::DaysWorked, Unit::Number, Ratio(days)), ofDays});
    return work.product(Word::GuaranteedPayHours, Unit::Hours, {whole, part});
}

// The pay hours of some worked and made up time.
void addEarned(WeekWork &work, const std::vector<PaidTime> &paid, std::span<const DayPay> madeUpIn,
               std::vector<Term> &earned)
{
    for (const PaidTime &time : paid)
        earned.push_back(work.product(
            Word::EarnedPayHours, Unit::Hours,
            {work.hours(Word::Worked,
                        work.input(Word::Worked, Unit::Minutes, Ratio(time.minutes.count()))),
             work.input(Word::Factor, Unit::Factor, time.factor)}));
    for (const DayPay &day : madeUpIn) {
        for (const PayLine &line : day.lines) {
            if (line.code != LineCode::Guarantee)
                continue;
            const Term madeUp =
                work.input(Word::Missing, Unit::Minutes, Ratio(line.minutes.count()));
            earned.push_back(work.product(Word::EarnedPayHours, Unit::Hours,
                                          {work.hours(Word::Missing, madeUp),
                                           work.input(Word::Factor, Unit::Factor, line.factor)}));
        }
    }
}

// Each deal guarantees its part of the week at its own rate; against it stands what was earned,
// each day at the rate of its deal. In money, so that a minute more never pays less.
void settleGuaranteesOf(WeekWork &work, const WeeklyRules &rules,
                        const std::vector<DealDays> &deals, int daysWorked, WeekPay &pay)
{
    Sheet &sheet = work.sheet();
    std::vector<Term> guaranteed, earned;
    for (const DealDays &of : deals) {
        const Term hours = guaranteedOf(work, rules, of, daysWorked);
        pay.guaranteedPayHours += hours.value;
        guaranteed.push_back(work.product(
            Word::WeekGuarantee, Unit::Money,
            {hours,
             work.input(Word::HourlyRate, Unit::MoneyPerHour, pay.days.at(of.firstDay).hourly)}));
    }
    for (const DayPay &day : pay.days) {
        std::vector<Term> hours{sheet.constant(Word::Nothing, Unit::Hours, 0)};
        addEarned(work, day.paid, std::span(&day, 1), hours);
        const Term ofDay =
            sheet.compute(Step::Sum, Word::EarnedPayHours, Unit::Hours, std::span(hours));
        pay.earnedPayHours += ofDay.value;
        earned.push_back(
            work.product(Word::WeekPay, Unit::Money,
                         {ofDay, work.input(Word::HourlyRate, Unit::MoneyPerHour, day.hourly)}));
    }
    const Term all =
        sheet.compute(Step::Sum, Word::WeekGuarantee, Unit::Money, std::span(guaranteed));
    const Term own = sheet.compute(Step::Sum, Word::WeekPay, Unit::Money, std::span(earned));
    if (all.value <= own.value)
        return;
    work.addLine(LineCode::WeekGuarantee,
                 sheet.compute(Step::Difference, Word::Missing, Unit::Money, {all, own}),
                 &*rules.guarantee);
}

} // namespace

void settleFee(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
               const WeekInput &week, int daysWorked, WeekPay &pay)
{
    const bool hasFee = std::ranges::any_of(
        deals, [](const DealDays &of) { return of.deal->weekRate.has_value(); });
    if (pack.pay == PayModel::OnCall && hasFee)
        priceOnCall(work, pack, deals, week, daysWorked);
    if (pack.pay == PayModel::AllIn && hasFee)
        priceAllIn(work, pack, deals, week, daysWorked, pay);
}

void settleGuarantee(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
                     int daysWorked, WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    if (deals.size() > 1) {
        settleGuaranteesOf(work, rules, deals, daysWorked, pay);
        return;
    }
    const DealDays &deal = deals.front();
    const Ratio hourly = deal.deal->hourly ? *deal.deal->hourly : pay.hourly;
    if (hourly.isZero())
        return;
    Sheet &sheet = work.sheet();
    std::vector<Term> earned{sheet.constant(Word::Nothing, Unit::Hours, 0)};
    addEarned(work, pay.paid, pay.days, earned);
    const Term earnedHours =
        sheet.compute(Step::Sum, Word::EarnedPayHours, Unit::Hours, std::span(earned));
    const Term guaranteed = guaranteedOf(work, rules, deal, daysWorked);
    pay.earnedPayHours = earnedHours.value;
    pay.guaranteedPayHours = guaranteed.value;
    if (guaranteed.value <= earnedHours.value)
        return;
    const Term missing =
        sheet.compute(Step::Difference, Word::Missing, Unit::Hours, {guaranteed, earnedHours});
    work.addLine(LineCode::WeekGuarantee,
                 work.product(Word::Amount, Unit::Money,
                              {missing, work.input(Word::HourlyRate, Unit::MoneyPerHour, hourly)}),
                 &*rules.guarantee);
}

// Night work is put by through the week, up to a limit, and settled at its end: at the rates of the
// nights, where there are several, the dearest first, so that an hour more never pays less. What
// another deal of the week has settled counts towards the limit.
void settleNightBank(WeekWork &work, const RulePack &pack, Minutes banked, Minutes settledBefore,
                     WeekPay &pay)
{
    if (!pack.night || !pack.night->bankFactor)
        return;
    if (banked == Minutes(0))
        return;
    Sheet &sheet = work.sheet();
    const auto settle = [&](const Term &minutes, const Ratio &hourly) {
        PayLine &line = work.addLine(
            LineCode::NightBank,
            work.product(Word::Amount, Unit::Money,
                         {work.hours(Word::NightBank, minutes),
                          work.input(Word::HourlyRate, Unit::MoneyPerHour, hourly),
                          work.pack(Word::Factor, Unit::Factor, *pack.night->bankFactor)}),
            &*pack.night->bankFactor);
        line.minutes = minutesOf(minutes);
    };
    const auto upTo = [&](Minutes minutes, Minutes settled) {
        const Term all = work.input(Word::NightBank, Unit::Minutes, Ratio(minutes.count()));
        if (!pack.night->bankCap)
            return all;
        Term left = work.pack(Word::MostPaid, Unit::Minutes, *pack.night->bankCap);
        if (settled > Minutes(0))
            left = sheet.compute(
                Step::Difference, Word::MostPaid, Unit::Minutes,
                {left, work.input(Word::NightBank, Unit::Minutes, Ratio(settled.count()))});
        return sheet.compute(Step::Smaller, Word::NightBank, Unit::Minutes, {all, left});
    };
    std::vector<PaidTime> byRate; // the factor is a rate
    for (const DayPay &day : pay.days) {
        if (day.nightBank > Minutes(0))
            addMinutes(byRate, day.hourly, day.nightBank);
    }
    std::ranges::sort(byRate, std::ranges::greater(), &PaidTime::factor);
    if (byRate.size() < 2) {
        const Term minutes = upTo(banked, settledBefore);
        if (minutes.value > Ratio(0))
            settle(minutes, byRate.empty() ? pay.hourly : byRate.front().factor);
        return;
    }
    Minutes settled = settledBefore;
    for (const PaidTime &nights : byRate) {
        const Term minutes = upTo(nights.minutes, settled);
        if (minutes.value <= Ratio(0))
            return;
        settle(minutes, nights.factor);
        settled += minutesOf(minutes);
    }
}

void countOpenPenalties(WeekWork &work, const PenaltyEscalator &escalator, int before, WeekPay &pay)
{
    const int counted = before + pay.mealPenalties;
    if (Ratio(counted) <= escalator.afterCount.value || pay.mealPenalties == 0)
        return;
    Ratio highest(1);
    for (const PaidTime &time : pay.paid)
        highest = std::max(highest, time.factor);
    Ratio lowestRate = pay.hourly;
    Ratio highestRate = pay.hourly;
    for (const DayPay &day : pay.days) {
        lowestRate = smallerOf(lowestRate, day.hourly);
        highestRate = largerOf(highestRate, day.hourly);
    }
    Sheet &sheet = work.sheet();
    Term open =
        sheet.compute(Step::Difference, Word::OpenPenalties, Unit::Number,
                      {work.input(Word::PenaltyCount, Unit::Number, Ratio(counted)),
                       work.pack(Word::PenaltiesPriced, Unit::Number, escalator.afterCount)});
    if (before > 0) // Those under the deal before are counted with its days.
        open = sheet.compute(
            Step::Smaller, Word::OpenPenalties, Unit::Number,
            {open, work.input(Word::PenaltyCount, Unit::Number, Ratio(pay.mealPenalties))});
    const auto atRate = [&](const Ratio &hourly) {
        return work.product(Word::LeastPaid, Unit::Money,
                            {open, work.pack(Word::Share, Unit::Factor, escalator.fraction),
                             work.input(Word::HourlyRate, Unit::MoneyPerHour, hourly)});
    };
    const Term least = atRate(lowestRate);
    // Read as an hour instead of half of one, at the highest factor there was.
    const Term most = work.product(Word::MostPaid, Unit::Money,
                                   {highestRate == lowestRate ? least : atRate(highestRate),
                                    sheet.constant(Word::WholeHour, Unit::Factor, 2),
                                    work.input(Word::Factor, Unit::Factor, highest)});
    OpenPenalties result;
    result.count = int(open.value.roundedHalfUp());
    const Term leastRounded = work.rounded(least);
    const Term mostRounded = work.rounded(most);
    result.least = Money(leastRounded.value.numerator(), pay.currency);
    result.most = Money(mostRounded.value.numerator(), pay.currency);
    result.leastNode = leastRounded.node;
    result.mostNode = mostRounded.node;
    pay.openPenalties = result;
    pay.notices.push_back(Notice::PenaltiesUnresolved);
}

// Put by for holidays that are not worked: a part of the straight pay of the hours worked.
void accrueHolidays(WeekWork &work, const RulePack &pack, WeekPay &pay)
{
    if (pay.worked == Minutes(0) || pay.days.empty())
        return;
    const Term amount = work.rounded(
        work.product(Word::Amount, Unit::Money,
                     {straightPay(work, pay),
                      work.pack(Word::Share, Unit::Factor, *pack.holidays.accruedPart)}));
    PayLine line;
    line.code = LineCode::HolidayAccrual;
    line.amount = Money(amount.value.isNumber() ? amount.value.numerator() : 0, pay.currency);
    line.node = amount.node;
    line.rule = pack.holidays.accruedPart->index;
    pay.accrued = line;
}

} // namespace film::rules
