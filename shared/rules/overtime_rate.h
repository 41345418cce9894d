#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// An hour of overtime at a factor, between the floor and the ceiling of the pack.
[[nodiscard]] Term overtimeRate(DayWork &work, const Term &factor,
                                const MaybeParameter &floorOfKind = std::nullopt);
// The same at the factor overtime begins with.
[[nodiscard]] Term overtimeRate(DayWork &work);

} // namespace film::rules
