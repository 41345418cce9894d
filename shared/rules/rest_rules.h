#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// Judges the rest before the day and pays for what was short. What the shift before was paid
// last carries on through the day where the pack says so: that factor is returned.
[[nodiscard]] std::optional<Ratio> priceRest(DayWork &work);

} // namespace film::rules
