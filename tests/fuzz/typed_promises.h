#pragma once

#include "shared/domain/day_line.h"

#include <QString>

namespace film::fuzz {

// What every reading owes to those who use it, whatever was typed. Empty if it is kept.
[[nodiscard]] QString brokenPromise(const DayLineReading &reading, const QString &text);
[[nodiscard]] QString brokenPromise(const TimeReading &reading);

} // namespace film::fuzz
