#include "shared/rules/what_if.h"

#include <algorithm>

namespace film::rules {

namespace {

PayDay changed(PayDay day, const CohortChange &change)
{
    if (change.moveMeals) {
        for (MealSpan &meal : day.meals) {
            meal.out += *change.moveMeals;
            meal.in += *change.moveMeals;
        }
    }
    if (change.moveCall)
        day.call += *change.moveCall;
    if (change.moveWrap)
        day.wrap += *change.moveWrap;
    return day;
}

Money penaltiesOf(const DayPay &pay, Currency currency)
{
    const Money rest = pay.rest ? pay.rest->amount : Money(0, currency);
    return pay.meals.penalty + rest;
}

void addByCode(const std::vector<PayLine> &lines, std::map<LineCode, Money> &sums)
{
    for (const PayLine &line : lines) {
        const auto [sum, isNew] = sums.try_emplace(line.code, line.amount);
        if (!isNew)
            sum->second = sum->second + line.amount;
    }
}

std::map<LineCode, Money> sumsOf(const WeekPay &pay)
{
    std::map<LineCode, Money> sums;
    for (const DayPay &day : pay.days)
        addByCode(day.lines, sums);
    addByCode(pay.lines, sums);
    return sums;
}

} // namespace

CohortCost priceCohort(const std::vector<CohortMember> &cohort, const CohortChange &change)
{
    CohortCost cost;
    const std::vector<CohortMember> &any = cohort.empty() ? change.add : cohort;
    if (any.empty())
        return cost;
    const Currency currency = change.pack ? change.pack->currency : any.front().pack->currency;
    cost.total = Money(0, currency);
    cost.penalties = Money(0, currency);
    const auto add = [&](const CohortMember &member) {
        const RulePack &pack = change.pack ? *change.pack : *member.pack;
        Q_ASSERT(pack.currency == currency);
        const Result<DayPay> pay =
            priceDay(pack, member.deal, changed(member.day, change), Sheet::Keep::Nothing);
        if (!pay) {
            ++cost.unpriced;
            return;
        }
        const Money gross = pay->gross();
        cost.total = cost.total + gross;
        cost.penalties = cost.penalties + penaltiesOf(*pay, currency);
        const auto [sum, isNew] = cost.byDepartment.try_emplace(member.department, gross);
        if (!isNew)
            sum->second = sum->second + gross;
    };
    std::ranges::for_each(cohort, add);
    std::ranges::for_each(change.add, add);
    return cost;
}

Result<RerateDiff> rerateWeek(const RulePack &before, const RulePack &after, const DealTerms &deal,
                              const WeekInput &week)
{
    if (before.currency != after.currency)
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("packs %1 and %2 have different currencies")
                        .arg(before.name(), after.name()));
    const Result<WeekPay> was = priceWeek(before, deal, week, Sheet::Keep::Nothing);
    if (!was)
        return fail(was.error().during(before.name()));
    const Result<WeekPay> would = priceWeek(after, deal, week, Sheet::Keep::Nothing);
    if (!would)
        return fail(would.error().during(after.name()));
    RerateDiff diff;
    diff.before = was->gross();
    diff.after = would->gross();
    const std::map<LineCode, Money> old = sumsOf(*was);
    std::map<LineCode, Money> all = sumsOf(*would);
    const Money none(0, before.currency);
    for (const auto &[code, amount] : old)
        all.try_emplace(code, none);
    for (const auto &[code, amount] : all) {
        const auto known = old.find(code);
        const Money earlier = known == old.end() ? none : known->second;
        if (!(earlier == amount))
            diff.lines.push_back({code, earlier, amount});
    }
    return diff;
}

} // namespace film::rules
