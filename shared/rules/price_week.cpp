#include "shared/rules/price_week.h"

#include "shared/rules/day_work.h"

#include <algorithm>

namespace film::rules {

namespace {

constexpr size_t daysMax = 14;

class WeekWork
{
public:
    WeekWork(const RulePack &pack, WeekPay &pay)
        : m_pack(pack)
        , m_pay(pay)
    {}

    Sheet &sheet() { return m_pay.sheet; }

    Term hours(Word word, const Term &minutes)
    {
        return sheet().compute(
            Step::Quotient, word, Unit::Hours,
            {minutes, sheet().constant(Word::MinutesPerHour, Unit::Minutes, 60)});
    }

    Term input(Word word, Unit unit, const Ratio &value)
    {
        return sheet().input(word, unit, value);
    }

    Term pack(Word word, Unit unit, const Parameter &parameter)
    {
        return sheet().pack(word, unit, parameter);
    }

    Term product(Word word, Unit unit, std::initializer_list<Term> parts)
    {
        return sheet().compute(Step::Product, word, unit, parts);
    }

    PayLine &addLine(LineCode code, const Term &amount, const Parameter *rule)
    {
        PayLine line;
        line.code = code;
        const Term whole = rounded(amount);
        line.amount = Money(m_isTooLarge ? 0 : whole.value.numerator(), m_pack.currency);
        line.node = whole.node;
        line.rule = rule ? rule->index : -1;
        return m_pay.lines.emplace_back(line);
    }

    // To whole minor units.
    Term rounded(const Term &amount)
    {
        if (!amount.value.isNumber()) {
            m_isTooLarge = true;
            return {Ratio(), amount.node};
        }
        return sheet().compute(Step::RoundHalfUpTo, Word::Amount, Unit::Money,
                               {amount, sheet().constant(Word::One, Unit::Money, 1)});
    }

    [[nodiscard]] bool isTooLarge() const { return m_isTooLarge; }

private:
    const RulePack &m_pack;
    WeekPay &m_pay;
    bool m_isTooLarge = false;
};

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

// Pay for the hours worked at the straight rates of their days.
Term straightPay(WeekWork &work, const WeekPay &pay)
{
    std::vector<Term> straight;
    for (const DayPay &day : pay.days) {
        const Term hours = work.hours(
            Word::Worked, work.input(Word::Worked, Unit::Minutes, Ratio(day.worked.count())));
        straight.push_back(
            work.product(Word::WeekPay, Unit::Money,
                         {hours, work.input(Word::HourlyRate, Unit::MoneyPerHour, day.hourly)}));
    }
    return work.sheet().compute(Step::Sum, Word::WeekPay, Unit::Money, std::span(straight));
}

// That, divided by the hours.
Term weightedAverage(WeekWork &work, const RulePack &pack, const WeekPay &pay)
{
    const Term total = straightPay(work, pay);
    const Term hours = work.hours(
        Word::WeekWorked, work.input(Word::WeekWorked, Unit::Minutes, Ratio(pay.worked.count())));
    const Term average =
        work.sheet().compute(Step::Quotient, Word::RegularRate, Unit::MoneyPerHour, {total, hours});
    return toPrecision(average, Word::RegularRate, pack, work.sheet());
}

void priceWeightedOvertime(WeekWork &work, const RulePack &pack, WeekPay &pay)
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
    const Minutes over = pay.worked - rules.overtimeAfter->minutes() - credited;
    if (over <= Minutes(0))
        return;
    pay.weeklyOvertime = over;
    const Term minutes = work.sheet().compute(
        Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
        {work.input(Word::WeekWorked, Unit::Minutes, Ratio(pay.worked.count())),
         work.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter),
         work.input(Word::Deducted, Unit::Minutes, Ratio(credited.count()))});
    const Term amount = work.product(
        Word::Amount, Unit::Money,
        {work.hours(Word::WeeklyOvertime, minutes), average, premiumFactor(work, *rules.factor)});
    PayLine &line = work.addLine(LineCode::WeeklyOvertime, amount, &*rules.overtimeAfter);
    line.minutes = over;
    line.factor = rules.factor->value;
}

// Straight hours past the limit, in the order they were worked, at the rate of their day.
void priceStraightOvertime(WeekWork &work, const RulePack &pack, WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    const Minutes limit = rules.overtimeAfter->minutes();
    Minutes straight{0};
    for (const DayPay &day : pay.days) {
        const Minutes ofDay = paidAt(day.paid, Ratio(1));
        const Minutes before = straight;
        straight += ofDay;
        const Minutes over = straight - std::max(before, limit);
        if (over <= Minutes(0))
            continue;
        const Term minutes = work.sheet().compute(
            Step::Difference, Word::WeeklyOvertime, Unit::Minutes,
            {work.input(Word::WeekWorked, Unit::Minutes, Ratio(straight.count())),
             before > limit
                 ? work.input(Word::WeekWorked, Unit::Minutes, Ratio(before.count()))
                 : work.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter)});
        const Term amount =
            work.product(Word::Amount, Unit::Money,
                         {work.hours(Word::WeeklyOvertime, minutes),
                          work.input(Word::HourlyRate, Unit::MoneyPerHour, day.hourly),
                          premiumFactor(work, *rules.factor)});
        PayLine &line = work.addLine(LineCode::WeeklyOvertime, amount, &*rules.overtimeAfter);
        line.minutes = over;
        line.factor = rules.factor->value;
        pay.weeklyOvertime += over;
        addMinutes(pay.paid, Ratio(1), -over);
        addMinutes(pay.paid, rules.factor->value, over);
    }
}

void priceGuarantee(WeekWork &work, const RulePack &pack, const DealTerms &deal, int daysWorked,
                    WeekPay &pay)
{
    const WeeklyRules &rules = *pack.weekly;
    if (!deal.hourly)
        return;
    Sheet &sheet = work.sheet();
    std::vector<Term> earned{sheet.constant(Word::Nothing, Unit::Hours, 0)};
    for (const PaidTime &time : pay.paid)
        earned.push_back(work.product(
            Word::EarnedPayHours, Unit::Hours,
            {work.hours(Word::Worked,
                        work.input(Word::Worked, Unit::Minutes, Ratio(time.minutes.count()))),
             work.input(Word::Factor, Unit::Factor, time.factor)}));
    const Term earnedHours =
        sheet.compute(Step::Sum, Word::EarnedPayHours, Unit::Hours, std::span(earned));

    const Term straight = work.hours(
        Word::WeeklyOvertime, work.pack(Word::WeeklyOvertime, Unit::Minutes, *rules.overtimeAfter));
    const Term whole = work.hours(Word::WeekGuarantee,
                                  work.pack(Word::WeekGuarantee, Unit::Minutes, *rules.guarantee));
    const Term overtime =
        sheet.compute(Step::Difference, Word::WeeklyOvertime, Unit::Hours, {whole, straight});
    Term guaranteed = sheet.compute(
        Step::Sum, Word::GuaranteedPayHours, Unit::Hours,
        {straight,
         work.product(Word::WeeklyOvertime, Unit::Hours,
                      {overtime, work.pack(Word::Factor, Unit::Factor, *rules.factor)})});
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
    work.addLine(
        LineCode::WeekGuarantee,
        work.product(Word::Amount, Unit::Money,
                     {missing, work.input(Word::HourlyRate, Unit::MoneyPerHour, *deal.hourly)}),
        &*rules.guarantee);
}

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

// Night work is put by through the week, up to a limit, and settled at its end.
void priceNightBank(WeekWork &work, const RulePack &pack, Minutes banked, WeekPay &pay)
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

// The rate at which the shift before ended, where nobody has said it.
Result<DayPay> priceAfter(const std::optional<Ratio> &lastFactor, const RulePack &pack,
                          const DealTerms &deal, const PayDay &day, Sheet::Keep keep)
{
    if (!lastFactor || !day.previous || day.previous->lastFactor)
        return priceDay(pack, deal, day, keep);
    PayDay continued = day;
    continued.previous->lastFactor = lastFactor;
    return priceDay(pack, deal, continued, keep);
}

void addUpDays(WeekPay &pay)
{
    for (const DayPay &day : pay.days) {
        pay.worked += day.worked;
        pay.mealPenalties += day.meals.penaltyCount;
        for (const PaidTime &time : day.paid)
            addMinutes(pay.paid, time.factor, time.minutes);
        for (const Notice notice : day.notices) {
            if (!std::ranges::count(pay.notices, notice))
                pay.notices.push_back(notice);
        }
    }
    if (!pay.days.empty())
        pay.hourly = pay.days.front().hourly;
}

Minutes bankedNight(const WeekInput &week, const WeekPay &pay)
{
    Minutes banked = week.statedNight.value_or(Minutes(0));
    for (const DayPay &day : pay.days)
        banked += day.nightBank;
    return banked;
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

bool isWorkOf(const PayDay &day)
{
    return day.kind != DayKind::Travel && day.kind != DayKind::HolidayNotWorked;
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
    Minutes ordinary{0};
    Minutes overtime{0};
    int worked = 0;
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
    }
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

void priceWeekLayer(WeekWork &work, const RulePack &pack, const DealTerms &deal,
                    const WeekInput &week, WeekPay &pay)
{
    const int daysWorked = week.daysWorked > 0 ? week.daysWorked : int(week.days.size());
    if (pack.pay == PayModel::OnCall && deal.weekRate)
        priceOnCall(work, pack, *deal.weekRate, daysWorked);
    if (pack.pay == PayModel::AllIn && deal.weekRate)
        priceAllIn(work, pack, *deal.weekRate, pay);
    if (pack.weekly && pack.weekly->guarantee) {
        priceGuarantee(work, pack, deal, daysWorked, pay);
    } else if (pack.weekly && pack.weekly->ofFees) {
        priceBands(work, pack, week, pay);
    } else if (pack.weekly && pack.weekly->overtimeAfter && pay.worked > Minutes(0)) {
        if (pack.weekly->base == WeeklyOvertimeBase::WeightedAverage)
            priceWeightedOvertime(work, pack, pay);
        else
            priceStraightOvertime(work, pack, pay);
    }
    priceNightBank(work, pack, bankedNight(week, pay), pay);
    if (pack.meals.escalator)
        countOpenPenalties(work, *pack.meals.escalator, pay);
    if (pack.holidays.accruedPart)
        accrueHolidays(work, pack, pay);
}

} // namespace

Result<WeekPay> priceWeek(const RulePack &pack, const DealTerms &deal, const WeekInput &week,
                          Sheet::Keep keep)
{
    if (week.days.size() > daysMax)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("too many days in a week"));
    WeekPay pay;
    pay.sheet = Sheet(keep);
    pay.currency = pack.currency;
    std::optional<Ratio> lastFactor;
    if (week.dayBefore) {
        if (const auto before = priceDay(pack, deal, *week.dayBefore, Sheet::Keep::Nothing))
            lastFactor = before->lastFactor;
    }
    for (const PayDay &day : week.days) {
        Result<DayPay> priced = priceAfter(lastFactor, pack, deal, day, keep);
        if (!priced)
            return fail(priced.error().during(day.date.toString(Qt::ISODate)));
        lastFactor = priced->lastFactor;
        pay.days.push_back(std::move(*priced));
    }
    addUpDays(pay);
    if (week.statedHours)
        pay.worked = *week.statedHours;
    if (week.statedNight) {
        const Result<Rates> rates = ratesOf(pack, deal, std::nullopt, pay.sheet);
        if (!rates)
            return fail(rates.error());
        pay.hourly = rates->hour ? rates->hour->value : Ratio();
    }
    WeekWork work(pack, pay);
    priceWeekLayer(work, pack, deal, week, pay);
    for (const Money &allowance : week.allowances)
        work.addLine(LineCode::Allowance,
                     work.input(Word::Amount, Unit::Money, Ratio(allowance.minorUnits())), nullptr);
    if (work.isTooLarge())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("an amount does not fit"));
    return pay;
}

Result<WeekPay> priceLeave(const RulePack &pack, const Ratio &amount, bool isInclusive)
{
    if (!pack.leave)
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("pack %1 has no holiday pay").arg(pack.name()));
    WeekPay pay;
    pay.currency = pack.currency;
    WeekWork work(pack, pay);
    Sheet &sheet = work.sheet();
    const Term given = work.input(Word::BasicPay, Unit::Money, amount);
    const Term rate = work.pack(Word::LeaveRate, Unit::Factor, pack.leave->rate);
    const Term one = sheet.constant(Word::One, Unit::Factor, 1);
    Term basic = given;
    if (isInclusive) {
        const Term both = sheet.compute(Step::Sum, Word::LeaveRate, Unit::Factor, {one, rate});
        basic = sheet.compute(
            Step::RoundHalfUpTo, Word::BasicPay, Unit::Money,
            {sheet.compute(Step::Quotient, Word::BasicPay, Unit::Money, {given, both}),
             sheet.constant(Word::One, Unit::Money, 1)});
    }
    work.addLine(LineCode::BasicPay, basic, &pack.leave->rate);
    work.addLine(LineCode::HolidayPay,
                 isInclusive
                     ? sheet.compute(Step::Difference, Word::LeaveRate, Unit::Money, {given, basic})
                     : work.product(Word::LeaveRate, Unit::Money, {basic, rate}),
                 &pack.leave->rate);
    if (work.isTooLarge())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("an amount does not fit"));
    return pay;
}

Money WeekPay::wages() const
{
    Money sum(0, currency);
    for (const DayPay &day : days)
        sum = sum + day.gross();
    for (const PayLine &line : lines) {
        if (line.code != LineCode::Allowance)
            sum = sum + line.amount;
    }
    return sum;
}

Money WeekPay::allowances() const
{
    return amountOf(LineCode::Allowance);
}

Money WeekPay::gross() const
{
    return wages() + allowances();
}

Money WeekPay::amountOf(LineCode code) const
{
    Money sum(0, currency);
    for (const PayLine &line : lines) {
        if (line.code == code)
            sum = sum + line.amount;
    }
    return sum;
}

void WeekPay::addStatuteDifference(const Money &least)
{
    const Term asked = sheet.input(Word::LeastPaid, Unit::Money, Ratio(least.minorUnits()));
    const Term before = sheet.input(Word::PriorAmount, Unit::Money, Ratio(gross().minorUnits()));
    const Term missing =
        sheet.compute(Step::Difference, Word::Amount, Unit::Money, {asked, before});
    PayLine line;
    line.code = LineCode::StatuteFloor;
    line.amount = Money(missing.value.numerator(), currency);
    line.node = missing.node;
    lines.push_back(line);
}

} // namespace film::rules
