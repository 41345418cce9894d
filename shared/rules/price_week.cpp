#include "shared/rules/price_week.h"

#include "shared/rules/day_work.h"
#include "shared/rules/week_deals.h"
#include "shared/rules/week_overtime.h"
#include "shared/rules/week_settlement.h"
#include "shared/rules/week_steps.h"

#include <algorithm>

namespace film::rules {

namespace {

constexpr size_t daysMax = 14;

// Under the deal in force on the day; the rate at which the shift before ended, where nobody has
// said it, is that of `lastFactor`.
Result<DayPay> priceAfter(const std::optional<Ratio> &lastFactor, const RulePack &pack,
                          const DealTerms &ofWeek, const PayDay &day, Sheet::Keep keep)
{
    const DealTerms &deal = day.deal ? *day.deal : ofWeek;
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

void priceWeekLayer(WeekWork &work, const RulePack &pack, const DealTerms &deal,
                    const WeekInput &week, WeekPay &pay)
{
    const std::vector<DealDays> deals = dealsOf(deal, week);
    const int daysWorked = week.daysWorked > 0
        ? week.daysWorked
        : week.earlier.days + week.datesWorked() + week.laterDays;
    settleFee(work, pack, deals, week, daysWorked, pay);
    if (pack.weekly && pack.weekly->guarantee)
        settleGuarantee(work, pack, deals, daysWorked, pay);
    else if (pack.weekly)
        priceWeeklyOvertime(work, pack, week, pay);
    if (pack.pay == PayModel::Hourly && !(pack.weekly && pack.weekly->guarantee)
        && std::ranges::any_of(
            deals, [](const DealDays &of) { return of.deal->weekGuarantee() > Minutes(0); }))
        pay.notices.push_back(Notice::WeekGuaranteeOpen);
    settleNightBank(work, pack, bankedNight(week, pay), week.earlier.nightSettled, pay);
    if (pack.meals.escalator)
        countOpenPenalties(work, *pack.meals.escalator, week.earlier.mealPenalties, pay);
    if (pack.holidays.accruedPart)
        accrueHolidays(work, pack, pay);
}

} // namespace

Result<DayPay> priceWeekDay(const RulePack &pack, const DealTerms &deal, const WeekInput &week,
                            size_t index, const std::vector<DayPay> &days, Sheet::Keep keep)
{
    std::optional<Ratio> lastFactor;
    if (index > 0) {
        lastFactor = days[index - 1].lastFactor;
    } else if (week.dayBefore) {
        if (const auto before = priceDay(pack, deal, *week.dayBefore, Sheet::Keep::Nothing))
            lastFactor = before->lastFactor;
    }
    const PayDay &day = week.days[index];
    Result<DayPay> priced = priceAfter(lastFactor, pack, deal, day, keep);
    if (!priced)
        return fail(priced.error().during(day.date.toString(Qt::ISODate)));
    return priced;
}

Result<> settleWeek(const RulePack &pack, const DealTerms &deal, const WeekInput &week,
                    WeekPay &settled)
{
    WeekPay pay;
    pay.sheet = Sheet(settled.sheet.isKept() ? Sheet::Keep::Everything : Sheet::Keep::Nothing);
    pay.currency = pack.currency;
    pay.days = std::move(settled.days);
    addUpDays(pay);
    if (week.statedHours)
        pay.worked = *week.statedHours;
    if (week.statedNight) {
        const Result<Rates> rates = ratesOf(pack, deal, std::nullopt, pay.sheet);
        if (!rates) {
            settled.days = std::move(pay.days);
            return fail(rates.error());
        }
        pay.hourly = rates->hour ? rates->hour->value : Ratio();
    }
    WeekWork work(pack, pay);
    priceWeekLayer(work, pack, deal, week, pay);
    for (const Money &allowance : week.allowances)
        work.addLine(LineCode::Allowance,
                     work.input(Word::Amount, Unit::Money, Ratio(allowance.minorUnits())), nullptr);
    settled = std::move(pay);
    if (work.isTooLarge())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("an amount does not fit"));
    return {};
}

Result<WeekPay> priceWeek(const RulePack &pack, const DealTerms &deal, const WeekInput &week,
                          Sheet::Keep keep)
{
    if (week.days.size() > daysMax)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("too many days in a week"));
    WeekPay pay;
    pay.sheet = Sheet(keep);
    for (size_t i = 0; i < week.days.size(); ++i) {
        Result<DayPay> priced = priceWeekDay(pack, deal, week, i, pay.days, keep);
        if (!priced)
            return fail(priced.error());
        pay.days.push_back(std::move(*priced));
    }
    if (const Result<> settled = settleWeek(pack, deal, week, pay); !settled)
        return fail(settled.error());
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

int WeekInput::datesWorked() const
{
    int dates = 0;
    for (const PayDay &day : days)
        dates += day.datesWorked;
    return dates;
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

void WeekPay::append(WeekPay &&later, quint32 part)
{
    const qint32 rise = sheet.append(later.sheet);
    const auto moved = [rise](qint32 node) { return node < 0 ? node : node + rise; };
    for (PayLine line : later.lines) {
        line.node = moved(line.node);
        line.part = part;
        lines.push_back(line);
    }
    for (DayPay &day : later.days)
        days.push_back(std::move(day));
    worked += later.worked;
    for (const PaidTime &time : later.paid)
        addMinutes(paid, time.factor, time.minutes);
    hourly = later.hourly;
    regularRate = later.regularRate;
    weeklyOvertime += later.weeklyOvertime;
    banded += later.banded;
    mealPenalties += later.mealPenalties;
    earnedPayHours += later.earnedPayHours;
    guaranteedPayHours += later.guaranteedPayHours;
    // What two packs made has no derivation of its own: their numbers have nothing in common.
    if (later.openPenalties && openPenalties) {
        openPenalties->count += later.openPenalties->count;
        openPenalties->least = openPenalties->least + later.openPenalties->least;
        openPenalties->most = openPenalties->most + later.openPenalties->most;
        openPenalties->leastNode = openPenalties->mostNode = -1;
    } else if (later.openPenalties) {
        openPenalties = later.openPenalties;
        openPenalties->leastNode = moved(openPenalties->leastNode);
        openPenalties->mostNode = moved(openPenalties->mostNode);
        openPenalties->part = part;
    }
    if (later.accrued && accrued) {
        accrued->amount = accrued->amount + later.accrued->amount;
        accrued->node = accrued->rule = -1;
    } else if (later.accrued) {
        accrued = later.accrued;
        accrued->node = moved(accrued->node);
        accrued->part = part;
    }
    for (const Notice notice : later.notices) {
        if (!std::ranges::count(notices, notice))
            notices.push_back(notice);
    }
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
