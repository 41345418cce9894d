#pragma once

#include "shared/rules/day_work.h"
#include "shared/rules/deal_terms.h"

namespace film::rules {

// A day paid by a fee that covers contracted hours, overtime on top (PayModel::DayFee).
void priceFeeDay(DayWork &work, const DealTerms &deal);

} // namespace film::rules
