#pragma once

#include "shared/rules/day_pay.h"
#include "shared/rules/pay_day.h"

namespace film::rules {

// Whole parts of an amount in proportion to the weights (at least one above 0, none below). They
// add up to the amount: the cents that rounding left over go to the largest remainders first.
[[nodiscard]] std::vector<qint64> largestRemainder(qint64 amount,
                                                   const std::vector<Ratio> &weights);

// What each unit, account or episode of the day bears: in proportion to its worked minutes, and
// to its rate where the parts have rates of their own. Nothing for a day in one part.
[[nodiscard]] std::vector<CostShare> splitCost(const DayPay &pay, const PayDay &day,
                                               const std::vector<TimeSpan> &unpaid);

} // namespace film::rules
