#include "shared/rules/week_deals.h"

#include <algorithm>

namespace film::rules {

std::vector<DealDays> dealsOf(const DealTerms &ofWeek, const WeekInput &week)
{
    std::vector<DealDays> deals;
    for (size_t i = 0; i < week.days.size(); ++i) {
        const DealTerms &deal = week.days[i].deal ? *week.days[i].deal : ofWeek;
        if (deals.empty() || !(*deals.back().deal == deal))
            deals.push_back({&deal, 0, i});
        deals.back().days += week.days[i].datesWorked;
    }
    if (deals.empty())
        deals.push_back({&ofWeek, 0, 0});
    return deals;
}

EarlierInWeek earlierWith(const EarlierInWeek &before, const RulePack &pack, const WeekInput &week,
                          const WeekPay &pay)
{
    Minutes overtime{0};
    for (const PaidTime &time : pay.paid)
        overtime += time.factor > Ratio(1) ? time.minutes : Minutes(0);
    for (const DayPay &day : pay.days) {
        for (const PaidTime &time : day.overtime)
            overtime += time.minutes;
    }
    // Straight hours past the limit have moved to another factor; the others only got a premium.
    if (!pack.weekly || pack.weekly->base == WeeklyOvertimeBase::WeightedAverage)
        overtime += pay.weeklyOvertime;
    EarlierInWeek earlier = before;
    earlier.worked += pay.worked;
    earlier.straight += std::max(Minutes(0), Minutes(pay.worked - overtime));
    earlier.days += week.datesWorked();
    earlier.banded += pay.banded;
    earlier.mealPenalties += pack.meals.escalator ? pay.mealPenalties : 0;
    for (const PayLine &line : pay.lines) {
        if (line.code == LineCode::NightBank)
            earlier.nightSettled += line.minutes;
    }
    return earlier;
}

} // namespace film::rules
