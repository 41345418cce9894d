#pragma once

#include "shared/rules/week_work.h"

namespace film::rules {

// Pay for the hours worked at the straight rates of their days, or of the days' parts.
[[nodiscard]] Term straightPay(WeekWork &work, const WeekPay &pay);

// The hours of the week past a limit: on the weighted average, of the straight hours, or in the
// bands of a week of fees.
void priceWeeklyOvertime(WeekWork &work, const RulePack &pack, const WeekInput &week, WeekPay &pay);

} // namespace film::rules
