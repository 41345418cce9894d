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
    if (!change.moveCall && !change.moveWrap)
        return day;
    const Moment call = day.call + change.moveCall.value_or(Minutes(0));
    const Moment wrap = day.wrap + change.moveWrap.value_or(Minutes(0));
    return withEnds(std::move(day), call, wrap);
}

std::optional<size_t> indexOf(const WeekInput &week, QDate date)
{
    const auto day = std::ranges::find(week.days, date, &PayDay::date);
    return day == week.days.end() ? std::nullopt : std::optional(size_t(day - week.days.begin()));
}

Money penaltiesOf(const WeekPay &pay)
{
    Money sum(0, pay.currency);
    for (const DayPay &day : pay.days)
        sum = sum + day.meals.penalty + (day.rest ? day.rest->cost() : Money(0, pay.currency));
    return sum;
}

// What the rest that the week leaves before the shift after it costs; nothing if that has begun.
std::optional<Money> restAfter(const WeekAgain &week, const WeekPay &pay, PayDay after,
                               const PayDay &last)
{
    if (after.call < last.wrap)
        return std::nullopt;
    const Minutes later = last.wrap - week.dayAt(week.week().days.size() - 1).wrap;
    after.previous = PreviousShift{std::min(after.call, after.previous->wrap + later),
                                   pay.days.back().lastFactor};
    const Result<DayPay> priced = priceDay(week.pack(), week.deal(), after, Sheet::Keep::Nothing);
    if (!priced)
        return std::nullopt;
    return priced->rest ? priced->rest->cost() : Money(0, pay.currency);
}

void addByCode(const std::vector<PayLine> &lines, std::map<LineCode, Money> &sums)
{
    for (const PayLine &line : lines) {
        const auto [sum, isNew] = sums.try_emplace(line.code, line.amount);
        if (!isNew)
            sum->second = sum->second + line.amount;
    }
}

// The first date that `one` prices and `other` does not; a shift that goes on into the next date
// prices it too.
QDate firstUnpriced(const PersonWeekPay &one, const PersonWeekPay &other)
{
    for (const UnpricedDay &day : other.unpriced) {
        const bool isPriced = day.why == WhyUnpriced::PartOfDayBefore
            || day.why == WhyUnpriced::AllowanceInOtherMoney;
        if (!isPriced && one.find(day.date))
            return day.date;
    }
    return {};
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

CohortPricer::CohortPricer(const std::vector<CohortMember> &cohort)
{
    for (const CohortMember &member : cohort)
        m_members.push_back(memberOf(member));
}

CohortPricer::Member CohortPricer::memberOf(const CohortMember &member)
{
    Member known{member.department, std::nullopt, std::nullopt, member.dayAfter, {}, {}};
    known.index = indexOf(member.week, member.date);
    Result<WeekAgain> week = WeekAgain::of(*member.pack, member.deal, member.week);
    if (week)
        known.week = std::move(*week);
    known.statuteIndex = indexOf(member.statuteWeek, member.date);
    if (!member.statute || !known.statuteIndex)
        return known;
    Result<WeekAgain> least = WeekAgain::of(*member.statute, member.deal, member.statuteWeek);
    if (least)
        known.statute = std::move(*least);
    return known;
}

void CohortPricer::addCost(CohortCost &cost, Member &member, const CohortChange &change)
{
    if (!member.week || !member.index) {
        ++cost.unpriced;
        return;
    }
    const RulePack &pack = member.week->pack();
    const PayDay day = changed(member.week->dayAt(*member.index), change);
    const bool isLast = *member.index + 1 == member.week->week().days.size();
    const PayDay last = isLast ? day : member.week->week().days.back();
    const Result<const WeekPay *> priced = member.week->with(*member.index, day);
    if (!priced) {
        ++cost.unpriced;
        return;
    }
    const WeekPay &pay = **priced;
    Money gross = pay.gross();
    Money penalties = penaltiesOf(pay);
    if (member.statute) {
        const size_t index = *member.statuteIndex;
        const Result<const WeekPay *> least =
            member.statute->with(index, changed(member.statute->dayAt(index), change));
        if (least && (*least)->gross().minorUnits() > gross.minorUnits())
            gross = (*least)->gross();
    }
    if (member.dayAfter && member.dayAfter->previous) {
        const std::optional<Money> rest = restAfter(*member.week, pay, *member.dayAfter, last);
        if (!rest) {
            ++cost.unpriced;
            return;
        }
        gross = gross + *rest;
        penalties = penalties + *rest;
    }
    cost.byTheWeek += pack.pay == PayModel::OnCall || pack.pay == PayModel::Flat ? 1 : 0;
    cost.total = cost.total + gross;
    cost.penalties = cost.penalties + penalties;
    const auto [sum, isNew] = cost.byDepartment.try_emplace(member.department, gross);
    if (!isNew)
        sum->second = sum->second + gross;
}

CohortCost CohortPricer::price(const CohortChange &change)
{
    CohortCost cost;
    std::vector<Member> more;
    for (const CohortMember &member : change.add)
        more.push_back(memberOf(member));
    const auto priced = [](const Member &member) { return member.week.has_value(); };
    for (const std::vector<Member> *members : {&m_members, &more}) {
        const auto first = std::ranges::find_if(*members, priced);
        if (first == members->end())
            continue;
        cost.total = cost.penalties = Money(0, first->week->pack().currency);
        break;
    }
    for (std::vector<Member> *members : {&m_members, &more}) {
        for (Member &member : *members)
            addCost(cost, member, change);
    }
    return cost;
}

CohortCost priceCohort(const std::vector<CohortMember> &cohort, const CohortChange &change)
{
    return CohortPricer(cohort).price(change);
}

Result<RerateDiff> compareWeeks(const PersonWeekPay &before, const PersonWeekPay &after)
{
    if (before.noFigure || after.noFigure)
        return fail(ErrorCode::InvalidInput, QStringLiteral("one of the weeks has no figure"));
    if (before.pay.currency != after.pay.currency)
        return fail(ErrorCode::InvalidInput,
                    QStringLiteral("the two weeks have different currencies"));
    // No figure is not a figure of nothing.
    for (const auto &[one, other] : {std::pair(&before, &after), std::pair(&after, &before)}) {
        if (const QDate date = firstUnpriced(*one, *other); date.isValid())
            return fail(ErrorCode::InvalidInput,
                        QStringLiteral("%1 has a figure under only one of the packs")
                            .arg(date.toString(Qt::ISODate)));
    }
    RerateDiff diff;
    diff.before = before.pay.gross();
    diff.after = after.pay.gross();
    const std::map<LineCode, Money> old = sumsOf(before.pay);
    std::map<LineCode, Money> all = sumsOf(after.pay);
    const Money none(0, before.pay.currency);
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
