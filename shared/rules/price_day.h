#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// InvalidInput, saying why, for times that cannot be: wrap before call, call before the last wrap,
// meals that overlap or lie outside, two units at once. LimitExceeded for too many of them.
[[nodiscard]] Result<> checkDay(const PayDay &day);

// What one day is worth under a pack. The order of the steps is fixed (docs/rule-packs.md): rest,
// meals, the walk through the minutes, rounding, guarantees, then one line for each thing paid,
// each rounded once.
//
// InvalidInput for times that cannot be (checkDay) and for a deal without a rate the pack can
// start from; LimitExceeded if an amount does not fit.
[[nodiscard]] Result<DayPay> priceDay(const RulePack &pack, const DealTerms &deal,
                                      const PayDay &day,
                                      Sheet::Keep keep = Sheet::Keep::Everything);

} // namespace film::rules
