#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// A day paid by the hour: every worked minute at the factor in force (PayModel::Hourly).
void priceHourlyDay(DayWork &work);

} // namespace film::rules
