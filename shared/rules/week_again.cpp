#include "shared/rules/week_again.h"

#include "shared/rules/pay_week_reader.h"
#include "shared/rules/week_steps.h"

#include <algorithm>

namespace film::rules {

WeekAgain::WeekAgain(const RulePack &pack, const DealTerms &deal, WeekInput week)
    : m_pack(&pack)
    , m_deal(deal)
    , m_week(std::move(week))
{
    m_pay.sheet = Sheet(Sheet::Keep::Nothing);
}

Result<WeekAgain> WeekAgain::of(const RulePack &pack, const DealTerms &deal, WeekInput week)
{
    WeekAgain again(pack, deal, std::move(week));
    Result<WeekPay> pay = priceWeek(pack, deal, again.m_week, Sheet::Keep::Nothing);
    if (!pay)
        return fail(pay.error());
    again.m_pay = std::move(*pay);
    return again;
}

const PayDay &WeekAgain::dayAt(size_t index) const
{
    return m_keptDay && m_keptDay->first == index ? m_keptDay->second : m_week.days[index];
}

void WeekAgain::restore()
{
    for (Kept &kept : m_kept)
        m_pay.days[kept.index] = std::move(kept.pay);
    m_kept.clear();
    if (m_keptDay)
        m_week.days[m_keptDay->first] = std::move(m_keptDay->second);
    m_keptDay.reset();
    if (m_keptShift)
        m_week.days[m_keptShift->first].previous = m_keptShift->second;
    m_keptShift.reset();
}

// The day whose rest is counted from the wrap of this one.
std::optional<size_t> WeekAgain::shiftAfter(size_t index) const
{
    const PayDay &day = m_week.days[index];
    for (size_t i = index + 1; i < m_week.days.size(); ++i) {
        const std::optional<PreviousShift> &previous = m_week.days[i].previous;
        if (!previous)
            continue;
        const bool isThis =
            previous->wrap >= day.wrap && previous->wrap <= day.wrap + day.travelFrom;
        return isThis ? std::optional(i) : std::nullopt;
    }
    return std::nullopt;
}

Result<> WeekAgain::reprice(size_t first, size_t atLeastTo)
{
    for (size_t i = first; i < m_week.days.size(); ++i) {
        Result<DayPay> pay =
            priceWeekDay(*m_pack, m_deal, m_week, i, m_pay.days, Sheet::Keep::Nothing);
        if (!pay)
            return fail(pay.error());
        const bool isSameInTheEnd = pay->lastFactor == m_pay.days[i].lastFactor;
        m_kept.push_back({i, std::exchange(m_pay.days[i], std::move(*pay))});
        if (i >= atLeastTo && isSameInTheEnd)
            break;
    }
    return settleWeek(*m_pack, m_deal, m_week, m_pay);
}

Result<const WeekPay *> WeekAgain::withJoined(size_t index, size_t next, PayDay day)
{
    WeekInput week = m_week;
    joinShifts(*m_pack, day, week.days[next]);
    week.days[index] = std::move(day);
    week.days.erase(week.days.begin() + qsizetype(next));
    Result<WeekPay> pay = priceWeek(*m_pack, m_deal, week, Sheet::Keep::Nothing);
    if (!pay)
        return fail(pay.error());
    m_joined = std::move(*pay);
    return &m_joined;
}

Result<const WeekPay *> WeekAgain::with(size_t index, PayDay day)
{
    Q_ASSERT(index < m_week.days.size());
    restore();
    const std::optional<size_t> next = shiftAfter(index);
    if (next && goesOn(m_pack, day, m_week.days[*next]))
        return withJoined(index, *next, std::move(day));
    if (next) {
        PayDay &after = m_week.days[*next];
        m_keptShift.emplace(*next, *after.previous);
        // The way home is counted for as long as there is time for it.
        const Minutes later = day.wrap - m_week.days[index].wrap;
        after.previous->wrap =
            std::max(day.wrap, std::min(after.call, after.previous->wrap + later));
    }
    m_keptDay.emplace(index, std::exchange(m_week.days[index], std::move(day)));
    if (const Result<> priced = reprice(index, next.value_or(index)); !priced)
        return fail(priced.error());
    return &m_pay;
}

} // namespace film::rules
