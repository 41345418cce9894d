#pragma once

#include "shared/rules/price_week.h"

namespace film::rules {

// The steps of priceWeek(), for what prices a week again and again.

// A day of the week after those before it, of which `days` has the prices.
[[nodiscard]] Result<DayPay> priceWeekDay(const RulePack &pack, const DealTerms &deal,
                                          const WeekInput &week, size_t index,
                                          const std::vector<DayPay> &days, Sheet::Keep keep);
// What the week comes to with its days as they stand in `pay`; everything else in it is made anew.
[[nodiscard]] Result<> settleWeek(const RulePack &pack, const DealTerms &deal,
                                  const WeekInput &week, WeekPay &pay);

} // namespace film::rules
