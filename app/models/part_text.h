#pragma once

#include "app/models/day_parts.h"
#include "shared/domain/time_format.h"
#include "shared/domain/time_text.h"

namespace film::app {

// A part of a day as it was typed. One reading: understood. Two: a person has to choose. None:
// see the error.
using PartReading = TypedReading<WorkDay>;

// Whether a part is a text or times. The others are chosen from what is there.
[[nodiscard]] bool canBeTyped(DayPart part);
// The times are read by readTime() and its like, where they stand in `day`; nothing typed leaves
// nothing. Each reading is the day with the part in it.
[[nodiscard]] PartReading readPart(const QString &text, DayPart part, const WorkDay &day);
// What readPart() reads back as the part that `day` has, to be edited; in the notation of the
// person where that says it to the minute.
[[nodiscard]] QString partText(const WorkDay &day, DayPart part, Notation notation);

} // namespace film::app
