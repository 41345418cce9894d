#pragma once

#include "app/models/day_findings.h"

namespace film::app {

// What several units have of one person's date, their own unit's first: records() of the
// snapshots. None of them is null, and there is at least one.
using UnitRecords = std::vector<const WorkDay *>;

// The one that ends the day: its wrap is what rest counts from. One under way ends last.
[[nodiscard]] const WorkDay &lastToWrap(const UnitRecords &records);
// When the day begins, whichever unit calls first; unknown where none does.
[[nodiscard]] TimeField firstCallOf(const UnitRecords &records);
// Of all of them: what is ahead and the rest after it belong to the one that ends the day.
[[nodiscard]] std::vector<DayFinding> findingsOf(const UnitRecords &records,
                                                 const FindingContext &context);

} // namespace film::app
