#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// A day paid by the hour: every worked minute at the factor in force (PayModel::Hourly).
void priceHourlyDay(DayWork &work, const DealTerms &deal);

// The least time paid once called: the pack's minimum call of the kind of day or the deal's
// guarantee of the day.
[[nodiscard]] Minutes leastPaid(const RulePack &pack, const DealTerms &deal, DayKind kind);

} // namespace film::rules
