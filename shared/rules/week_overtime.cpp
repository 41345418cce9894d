#include "shared/rules/week_overtime.h"

#include "shared/rules/day_work.h"

#include <algorithm>

namespace film::rules {

namespace {

Minutes paidAt(const std::vector<PaidTime> &paid, const Ratio &factor)
{
    const auto known = std::ranges::find(paid, factor, &PaidTime::factor);
    return known == paid.end() ? Minutes(0) : known->minutes;
}

// Factor less one: what overtime adds to hours that were already paid straight.
Term premiumFactor(WeekWork &work, const Parameter &factor)
{
    return work.sheet().compute(Step::Difference, Word::Factor, Unit::Factor,
                                {work.pack(Word::Factor, Unit::Factor, factor),
                                 work.sheet().constant(Word::One, Unit::Factor, 1)});
}

// The straight pay, divided by the hours.
Term weightedAverage(WeekWork &work, const RulePack &pack, const WeekPay &pay)
{
    const Term total = straightPay(work, pay);
    const Term hours = work.hours(
        Word::WeekWorked, work.input(Word::WeekWorked, Unit::Minutes, Ratio(pay.worked.count())));
    const Term average =
        work.sheet().compute(Step::Quotient, Word::RegularRate, Unit::MoneyPerHour, {total, hours});
    return toPrecision(average, Word::RegularRate, pack, work.sheet());
}

void priceWeightedOvertime(WeekWork &work, const RulePack &pack, const EarlierInWeek &earlier,
                           WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    const Term average = weightedAverage(work, pack, pay);
    pay.regularRate = average.value;
    // Hours the day has paid as overtime are not paid twice.
    Minutes credited{0};
    for (const PaidTime &time : pay.paid) {
        if (time.factor > Ratio(1))
            credited += time.minutes;
    }
    // Straight hours of the same week under another pack fill the limit as well.
    const Minutes counted = earlier.straight + pay.worked;
    if (counted - credited <= rules.overtimeAfter->minutes() || pay.worked <= credited)
        return;
    Term minutes =
        work.sheet().compute(Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
                             {work.input(Word::WeekWorked, Unit::Minutes, Ratio(counted.count())),
                              work.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter),
                              work.input(Word::Deducted, Unit::Minutes, Ratio(credited.count()))});
    if (earlier.straight > Minutes(0))
        minutes = work.sheet().compute(Step::Smaller, Word::WeeklyOvertime, Unit::Minutes,
                                       {minutes,
                                        work.input(Word::Worked, Unit::Minutes,
                                                   Ratio(Minutes(pay.worked - credited).count()))});
    const Minutes over = minutesOf(minutes);
    pay.weeklyOvertime = over;
    const Term amount = work.product(
        Word::Amount, Unit::Money,
        {work.hours(Word::WeeklyOvertime, minutes), average, premiumFactor(work, *rules.factor)});
    PayLine &line = work.addLine(LineCode::WeeklyOvertime, amount, &*rules.overtimeAfter);
    line.minutes = over;
    line.factor = rules.factor->value;
}

// The last straight minutes of a day, at the rates they were worked at.
std::vector<RatedTime> lastStraight(const DayPay &day, Minutes minutes)
{
    if (day.rated.empty())
        return {{day.hourly, minutes, true}};
    std::vector<RatedTime> last;
    for (auto part = day.rated.rbegin(); part != day.rated.rend() && minutes > Minutes(0); ++part) {
        if (!part->isStraight)
            continue;
        const Minutes taken = std::min(minutes, part->minutes);
        const auto known = std::ranges::find(last, part->hourly, &RatedTime::hourly);
        if (known == last.end())
            last.push_back({part->hourly, taken, true});
        else
            known->minutes += taken;
        minutes -= taken;
    }
    return last;
}

// A week of which only the hours are known: no day has times that a line could be of.
bool isOfHoursOnly(const WeekInput &week)
{
    return std::ranges::none_of(week.days, &PayDay::hasTimes);
}

// Hours of a week at one rate and factor.
struct WeekHours {
    Ratio hourly;
    Parameter factor;
    std::vector<Term> parts;
    std::vector<Term> moved; // to a higher factor
};

WeekHours &hoursAt(std::vector<WeekHours> &all, const Ratio &hourly, const Parameter &factor)
{
    const auto known = std::ranges::find_if(all, [&](const WeekHours &of) {
        return of.hourly == hourly && of.factor.value == factor.value;
    });
    return known != all.end() ? *known : all.emplace_back(WeekHours{hourly, factor, {}, {}});
}

// In place of the days' lines: what is added up is rounded once.
std::vector<WeekHours> takeHoursOfDays(WeekWork &work, WeekPay &pay)
{
    std::vector<WeekHours> all;
    for (DayPay &day : pay.days) {
        for (const PayLine &line : day.lines) {
            if (line.code == LineCode::Hours)
                hoursAt(all, day.hourly, {line.factor, line.rule})
                    .parts.push_back(
                        work.input(Word::Worked, Unit::Minutes, Ratio(line.minutes.count())));
        }
        std::erase_if(day.lines, [](const PayLine &line) { return line.code == LineCode::Hours; });
    }
    return all;
}

void addHoursOfWeek(WeekWork &work, const std::vector<WeekHours> &all)
{
    for (const WeekHours &of : all) {
        Term minutes =
            work.sheet().compute(Step::Sum, Word::WeekWorked, Unit::Minutes, std::span(of.parts));
        if (!of.moved.empty()) {
            std::vector<Term> left{minutes};
            left.insert(left.end(), of.moved.begin(), of.moved.end());
            minutes = work.sheet().compute(Step::Difference, Word::WeekWorked, Unit::Minutes,
                                           std::span(left));
        }
        if (minutes.value.isZero())
            continue;
        PayLine &line =
            work.addLine(LineCode::Hours,
                         work.product(Word::Amount, Unit::Money,
                                      {work.hours(Word::Worked, minutes),
                                       work.input(Word::HourlyRate, Unit::MoneyPerHour, of.hourly),
                                       work.pack(Word::Factor, Unit::Factor, of.factor)}),
                         &of.factor);
        line.minutes = minutesOf(minutes);
        line.factor = of.factor.value;
    }
}

// Straight hours past the limit, in the order they were worked, at the rate of their day or part.
void priceStraightOvertime(WeekWork &work, const RulePack &pack, const WeekInput &week,
                           WeekPay &pay)
{
    const EarlierInWeek &earlier = week.earlier;
    const bool isOfWeek = isOfHoursOnly(week);
    std::vector<WeekHours> hours = isOfWeek ? takeHoursOfDays(work, pay) : std::vector<WeekHours>();
    const WeeklyRules &rules = *pack.weekly;
    const Minutes limit = rules.overtimeAfter->minutes();
    Minutes straight = earlier.straight;
    for (const DayPay &day : pay.days) {
        const Minutes before = straight;
        straight += paidAt(day.paid, Ratio(1));
        const Minutes over = straight - std::max(before, limit);
        if (over <= Minutes(0))
            continue;
        const Term ofDay = work.sheet().compute(
            Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
            {work.input(Word::WeekWorked, Unit::Minutes, Ratio(straight.count())),
             before > limit
                 ? work.input(Word::WeekWorked, Unit::Minutes, Ratio(before.count()))
                 : work.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter)});
        pay.weeklyOvertime += over;
        addMinutes(pay.paid, Ratio(1), -over);
        addMinutes(pay.paid, rules.factor->value, over);
        if (isOfWeek) {
            hoursAt(hours, day.hourly, Parameter{Ratio(1)}).moved.push_back(ofDay);
            hoursAt(hours, day.hourly, *rules.factor).parts.push_back(ofDay);
            continue;
        }
        const std::vector<RatedTime> parts = lastStraight(day, over);
        for (const RatedTime &part : parts) {
            Term minutes = ofDay;
            if (parts.size() > 1)
                minutes = work.sheet().compute(
                    Step::Because, Word::WeeklyOvertime, Unit::Minutes,
                    {work.input(Word::WeeklyOvertime, Unit::Minutes, Ratio(part.minutes.count())),
                     ofDay});
            const Term amount =
                work.product(Word::Amount, Unit::Money,
                             {work.hours(Word::WeeklyOvertime, minutes),
                              work.input(Word::HourlyRate, Unit::MoneyPerHour, part.hourly),
                              premiumFactor(work, *rules.factor)});
            PayLine &line = work.addLine(LineCode::WeeklyOvertime, amount, &*rules.overtimeAfter);
            line.minutes = part.minutes;
            line.factor = rules.factor->value;
        }
    }
    addHoursOfWeek(work, hours);
}

bool isWorkOf(const PayDay &day)
{
    return day.kind != DayKind::Travel && !isWithoutWork(day.kind);
}

// The part of a day's hours that the bands of a week of fees look at: those the day has not paid
// as overtime, of a day without a pay of its own kind.
Minutes bandMinutes(const RulePack &pack, const PayDay &day, const DayPay &pay)
{
    const KindRules *kind = pack.rulesOf(day.kind);
    if (!isWorkOf(day) || (kind && (kind->feeFactor || kind->hourlyFactor)))
        return Minutes(0);
    Minutes left = pay.workedExact;
    for (const PaidTime &time : pay.overtime)
        left -= time.minutes;
    return std::max(Minutes(0), left);
}

struct Banded {
    const ClockTier *band = nullptr;
    Ratio hourly;
    std::vector<Term> parts;
    Minutes minutes{0};
};

// Cuts `over` minutes, the next ones past `position` of the week, into the bands.
void addToBands(WeekWork &work, const WeeklyBands &rules, Minutes position, Minutes over,
                const Ratio &hourly, std::vector<Banded> &banded)
{
    for (size_t row = 0; row < rules.bands.size() && over > Minutes(0); ++row) {
        const bool isLast = row + 1 == rules.bands.size();
        const Minutes end = isLast ? position + over : rules.bands[row + 1].from.minutes();
        const Minutes part = std::min(over, Minutes(end - position));
        if (part <= Minutes(0))
            continue;
        auto known = std::ranges::find_if(banded, [&](const Banded &of) {
            return of.band == &rules.bands[row] && of.hourly == hourly;
        });
        if (known == banded.end())
            known = banded.insert(known, Banded{&rules.bands[row], hourly, {}, Minutes(0)});
        known->parts.push_back(
            work.input(Word::WeeklyOvertime, Unit::Minutes, Ratio(part.count())));
        known->minutes += part;
        position += part;
        over -= part;
    }
}

// A week of fees: the hours past its first band, in the order they were worked.
void priceBands(WeekWork &work, const RulePack &pack, const WeekInput &week, WeekPay &pay)
{
    const WeeklyBands &rules = *pack.weekly->ofFees;
    const Minutes limit = rules.bands.front().from.minutes();
    std::vector<Banded> banded;
    Minutes ordinary = std::min(week.earlier.straight, limit);
    Minutes overtime = week.earlier.banded;
    int worked = week.earlier.days;
    for (size_t i = 0; i < pay.days.size(); ++i) {
        worked += isWorkOf(week.days[i]) ? 1 : 0;
        const Minutes ofDay = bandMinutes(pack, week.days[i], pay.days[i]);
        const Minutes left = rules.sixthDayCounts && worked >= 6
            ? Minutes(0)
            : std::max(Minutes(0), Minutes(limit - ordinary));
        const Minutes over = std::max(Minutes(0), Minutes(ofDay - left));
        ordinary += ofDay - over;
        addToBands(work, rules, limit + overtime, over, pay.days[i].hourly, banded);
        overtime += over;
        worked += week.days[i].datesWorked - 1;
    }
    pay.banded = overtime - week.earlier.banded;
    for (const Banded &of : banded) {
        Term minutes = work.sheet().compute(Step::Sum, Word::WeeklyOvertime, Unit::Minutes,
                                            std::span(of.parts));
        if (pack.overtime && pack.overtime->increment)
            minutes = work.sheet().compute(
                Step::RoundUpTo, Word::WeeklyOvertime, Unit::Minutes,
                {minutes, work.pack(Word::Increment, Unit::Minutes, *pack.overtime->increment)});
        minutes = work.sheet().compute(
            Step::Because, Word::WeeklyOvertime, Unit::Minutes,
            {minutes, work.pack(Word::WeekWorked, Unit::Minutes, of.band->from)});
        const Term factor = rules.paysWhole ? work.pack(Word::Factor, Unit::Factor, of.band->factor)
                                            : premiumFactor(work, of.band->factor);
        PayLine &line = work.addLine(
            LineCode::WeeklyOvertime,
            work.product(Word::Amount, Unit::Money,
                         {work.hours(Word::WeeklyOvertime, minutes),
                          work.input(Word::HourlyRate, Unit::MoneyPerHour, of.hourly), factor}),
            &of.band->from);
        line.minutes = minutesOf(minutes);
        line.factor = of.band->factor.value;
        pay.weeklyOvertime += line.minutes;
    }
}

} // namespace

Term straightPay(WeekWork &work, const WeekPay &pay)
{
    std::vector<Term> straight;
    const auto add = [&](Minutes minutes, const Ratio &hourly) {
        const Term hours = work.hours(
            Word::Worked, work.input(Word::Worked, Unit::Minutes, Ratio(minutes.count())));
        straight.push_back(
            work.product(Word::WeekPay, Unit::Money,
                         {hours, work.input(Word::HourlyRate, Unit::MoneyPerHour, hourly)}));
    };
    for (const DayPay &day : pay.days) {
        for (const RatedTime &part : day.rated)
            add(part.minutes, part.hourly);
        if (day.rated.empty())
            add(day.worked, day.hourly);
    }
    if (straight.empty())
        return work.input(Word::WeekPay, Unit::Money, Ratio());
    return work.sheet().compute(Step::Sum, Word::WeekPay, Unit::Money, std::span(straight));
}

void priceWeeklyOvertime(WeekWork &work, const RulePack &pack, const WeekInput &week, WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    if (rules.ofFees) {
        priceBands(work, pack, week, pay);
    } else if (rules.overtimeAfter && pay.worked > Minutes(0)) {
        if (rules.base == WeeklyOvertimeBase::WeightedAverage)
            priceWeightedOvertime(work, pack, week.earlier, pay);
        else
            priceStraightOvertime(work, pack, week, pay);
    }
}

} // namespace film::rules
