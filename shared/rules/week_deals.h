#pragma once

#include "shared/rules/price_week.h"

namespace film::rules {

// How many dates of a week were worked under one deal.
struct DealDays {
    const DealTerms *deal = nullptr;
    int days = 0;
    size_t firstDay = 0; // of WeekInput::days
};

// The deals of a week's days in the order in which they were in force: `ofWeek` is that of the days
// that do not name another. At least one, also of a week without days. They point into `week`.
[[nodiscard]] std::vector<DealDays> dealsOf(const DealTerms &ofWeek, const WeekInput &week);

// What the rest of the week needs to know of a part of it that has been priced.
[[nodiscard]] EarlierInWeek earlierWith(const EarlierInWeek &before, const RulePack &pack,
                                        const WeekInput &week, const WeekPay &pay);

} // namespace film::rules
