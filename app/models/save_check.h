#pragma once

#include "app/models/day_findings.h"

namespace film::app {

// What keeps an edit from being saved: two of its times lie in an order that cannot be. A day that
// was in that order already is no reason, so that it can be put right step by step. A time that
// the clocks skip is asked about, see ClockQuestion; everything else only warns.
[[nodiscard]] std::optional<DayFinding> refusalOf(const WorkDay &before, const WorkDay &after);

} // namespace film::app
