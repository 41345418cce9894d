#pragma once

#include "shared/rules/day_work.h"
#include "shared/rules/deal_terms.h"

namespace film::rules {

// A day paid by a fee that covers contracted hours, overtime on top (PayModel::DayFee).
void priceFeeDay(DayWork &work, const DealTerms &deal);

// Where the contracted hours of the day start, and how long they are for its shape and deal.
[[nodiscard]] Moment contractedStart(const RulePack &pack, const PayDay &day);
[[nodiscard]] Minutes contractedMinutes(const RulePack &pack, const PayDay &day,
                                        const DealTerms &deal);

} // namespace film::rules
