#include "shared/rules/week_settlement.h"

#include "shared/rules/day_work.h"
#include "shared/rules/week_overtime.h"

#include <algorithm>

namespace film::rules {

namespace {

// A week's fee whatever the hours; the sixth and seventh day are fractions of it.
void priceOnCall(WeekWork &work, const RulePack &pack, const Ratio &weekRate, int daysWorked)
{
    const OnCallRules &rules = *pack.onCall;
    const Term week = work.input(Word::WeekRate, Unit::Money, weekRate);
    work.addLine(LineCode::WeekFee, week, &rules.dayFraction);
    const Term day =
        work.product(Word::DayRate, Unit::Money,
                     {week, work.pack(Word::DayFraction, Unit::Factor, rules.dayFraction)});
    if (daysWorked >= 6)
        work.addLine(LineCode::SixthDay,
                     work.product(Word::Amount, Unit::Money,
                                  {day, work.pack(Word::Factor, Unit::Factor, rules.sixthFactor)}),
                     &rules.sixthFactor);
    if (daysWorked >= 7)
        work.addLine(
            LineCode::SixthDay,
            work.product(Word::Amount, Unit::Money,
                         {day, work.pack(Word::Factor, Unit::Factor, rules.seventhFactor)}),
            &rules.seventhFactor);
}

void priceAllIn(WeekWork &work, const RulePack &pack, const Ratio &weekRate, WeekPay &pay)
{
    const AllInRules &rules = *pack.allIn;
    Sheet &sheet = work.sheet();
    const Term week = work.input(Word::WeekRate, Unit::Money, weekRate);
    Term hourly = sheet.compute(Step::Quotient, Word::HourlyRate, Unit::MoneyPerHour,
                                {week, work.pack(Word::PayHours, Unit::Number, rules.payHours)});
    hourly = toPrecision(hourly, Word::HourlyRate, pack, sheet);
    pay.hourly = hourly.value;
    work.addLine(LineCode::WeekFee, week, &rules.payHours);
    if (pay.worked <= rules.included.minutes())
        return;
    const Term over =
        sheet.compute(Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
                      {work.input(Word::WeekWorked, Unit::Minutes, Ratio(pay.worked.count())),
                       work.pack(Word::IncludedHours, Unit::Minutes, rules.included)});
    PayLine &line =
        work.addLine(LineCode::Overage,
                     work.product(Word::Amount, Unit::Money,
                                  {work.hours(Word::WeeklyOvertime, over), hourly,
                                   work.pack(Word::Factor, Unit::Factor, rules.factor)}),
                     &rules.included);
    line.minutes = minutesOf(over);
    line.factor = rules.factor.value;
}

} // namespace

void settleFee(WeekWork &work, const RulePack &pack, const DealTerms &deal, int daysWorked,
               WeekPay &pay)
{
    if (pack.pay == PayModel::OnCall && deal.weekRate)
        priceOnCall(work, pack, *deal.weekRate, daysWorked);
    if (pack.pay == PayModel::AllIn && deal.weekRate)
        priceAllIn(work, pack, *deal.weekRate, pay);
}

void settleGuarantee(WeekWork &work, const RulePack &pack, const DealTerms &deal, int daysWorked,
                     WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    const Ratio hourly = deal.hourly ? *deal.hourly : pay.hourly;
    if (hourly.isZero())
        return;
    Sheet &sheet = work.sheet();
    std::vector<Term> earned{sheet.constant(Word::Nothing, Unit::Hours, 0)};
    for (const PaidTime &time : pay.paid)
        earned.push_back(work.product(
            Word::EarnedPayHours, Unit::Hours,
            {work.hours(Word::Worked,
                        work.input(Word::Worked, Unit::Minutes, Ratio(time.minutes.count()))),
             work.input(Word::Factor, Unit::Factor, time.factor)}));
    for (const DayPay &day : pay.days) {
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
    const Term earnedHours =
        sheet.compute(Step::Sum, Word::EarnedPayHours, Unit::Hours, std::span(earned));

    Term guaranteed = guaranteedPayHours(rules, deal, sheet);
    if (rules.guaranteeDays && Ratio(daysWorked) < rules.guaranteeDays->value) {
        const Term part =
            sheet.compute(Step::Quotient, Word::Share, Unit::Factor,
                          {work.input(Word::DaysWorked, Unit::Number, Ratio(daysWorked)),
                           work.pack(Word::GuaranteeDays, Unit::Number, *rules.guaranteeDays)});
        guaranteed = work.product(Word::GuaranteedPayHours, Unit::Hours, {guaranteed, part});
    }
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

// Night work is put by through the week, up to a limit, and settled at its end.
void settleNightBank(WeekWork &work, const RulePack &pack, Minutes banked, WeekPay &pay)
{
    if (!pack.night || !pack.night->bankFactor)
        return;
    if (banked == Minutes(0))
        return;
    Sheet &sheet = work.sheet();
    Term minutes = work.input(Word::NightBank, Unit::Minutes, Ratio(banked.count()));
    if (pack.night->bankCap)
        minutes = sheet.compute(
            Step::Smaller, Word::NightBank, Unit::Minutes,
            {minutes, work.pack(Word::MostPaid, Unit::Minutes, *pack.night->bankCap)});
    PayLine &line =
        work.addLine(LineCode::NightBank,
                     work.product(Word::Amount, Unit::Money,
                                  {work.hours(Word::NightBank, minutes),
                                   work.input(Word::HourlyRate, Unit::MoneyPerHour, pay.hourly),
                                   work.pack(Word::Factor, Unit::Factor, *pack.night->bankFactor)}),
                     &*pack.night->bankFactor);
    line.minutes = minutesOf(minutes);
}

void countOpenPenalties(WeekWork &work, const PenaltyEscalator &escalator, WeekPay &pay)
{
    if (Ratio(pay.mealPenalties) <= escalator.afterCount.value)
        return;
    Ratio highest(1);
    for (const PaidTime &time : pay.paid)
        highest = std::max(highest, time.factor);
    Sheet &sheet = work.sheet();
    const Term open =
        sheet.compute(Step::Difference, Word::OpenPenalties, Unit::Number,
                      {work.input(Word::PenaltyCount, Unit::Number, Ratio(pay.mealPenalties)),
                       work.pack(Word::PenaltiesPriced, Unit::Number, escalator.afterCount)});
    const Term least = work.product(Word::LeastPaid, Unit::Money,
                                    {open, work.pack(Word::Share, Unit::Factor, escalator.fraction),
                                     work.input(Word::HourlyRate, Unit::MoneyPerHour, pay.hourly)});
    // Read as an hour instead of half of one, at the highest factor there was.
    const Term most = work.product(Word::MostPaid, Unit::Money,
                                   {least, sheet.constant(Word::WholeHour, Unit::Factor, 2),
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
