#pragma once

#include "shared/domain/day_field.h"
#include "shared/domain/work_day.h"

#include <optional>
#include <vector>

namespace film {

// Single times of a day by their field, as a cell or a stamp needs them.

// Unknown for fields that are not times.
[[nodiscard]] TimeField timeOf(const WorkDay &day, DayFieldRef field);
void setTime(WorkDay &day, DayFieldRef field, const TimeField &time);
// The times that a day has, in the order of the day.
[[nodiscard]] std::vector<DayFieldRef> timeFieldsOf(const WorkDay &day);
// The last known time before a field, for reading "7" as 19:00 and "+6" as six hours later.
[[nodiscard]] TimeField timeBefore(const WorkDay &day, DayFieldRef field);
// Which time a working person would stamp next; nothing once the day is complete.
[[nodiscard]] std::optional<DayFieldRef> nextField(const WorkDay &day);

} // namespace film
