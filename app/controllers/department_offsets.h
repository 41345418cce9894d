#pragma once

#include "shared/domain/day_line.h"

#include <map>

namespace film::app {

// How far a department's day reaches beyond the unit's.
struct DepartmentOffset {
    Minutes before{0}; // the pre-call: as long as this ahead of the unit's call
    Minutes after{0};  // so much later than the unit's wrap; below zero: earlier

    [[nodiscard]] bool isNone() const { return before.count() == 0 && after.count() == 0; }
    friend bool operator==(const DepartmentOffset &, const DepartmentOffset &) = default;
};

using DepartmentOffsets = std::map<DepartmentId, DepartmentOffset>; // none of them isNone()

// Not before the beginning of the day.
[[nodiscard]] TimeField earlierBy(const TimeField &call, Minutes before);
[[nodiscard]] TimeField laterBy(const TimeField &wrap, Minutes after);

// "0.5", "0:30", "-0.5", or nothing for none. Nothing if it is no length, or longer than twelve
// hours.
[[nodiscard]] std::optional<Minutes> readOffset(const QString &text);

} // namespace film::app
