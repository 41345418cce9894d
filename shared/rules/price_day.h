#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// What one day is worth under a pack. The order of the steps is fixed (docs/rule-packs.md): rest,
// meals, the walk through the minutes, rounding, guarantees, then one line for each thing paid,
// each rounded once.
//
// InvalidInput for times that cannot be (wrap before call, meals that overlap or lie outside)
// and for a deal without a rate the pack can start from; LimitExceeded if an amount does not fit.
[[nodiscard]] Result<DayPay> priceDay(const RulePack &pack, const DealTerms &deal,
                                      const PayDay &day,
                                      Sheet::Keep keep = Sheet::Keep::Everything);

} // namespace film::rules
