#pragma once

#include <QtGlobal>

#include <chrono>

namespace film {

// A length of time, or a wall time as minutes from midnight of the work day's date.
using Minutes = std::chrono::duration<qint32, std::ratio<60>>;

// By the clock on the wall: where the clocks change a day has an hour more or less.
inline constexpr Minutes wholeDay{24 * 60};

} // namespace film
