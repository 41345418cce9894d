#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// An hour of overtime at a factor, between the floor and the ceiling of the pack.
[[nodiscard]] Term overtimeRate(DayWork &work, const Term &factor,
                                const MaybeParameter &floorOfKind = std::nullopt);
// The same at the factor overtime begins with.
[[nodiscard]] Term overtimeRate(DayWork &work);
// An hour of overtime with the camera turning, where the pack tells it apart.
[[nodiscard]] Term cameraRate(DayWork &work);

} // namespace film::rules
