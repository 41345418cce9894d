#pragma once

#include "tests/bench/measure.h"

#include <functional>

namespace film::bench {

// Runs the event loop of this thread until it is so; looks every 2 ms. False if it takes longer.
[[nodiscard]] bool waitUntil(const std::function<bool()> &isSo, Seconds atMost);
// Runs it for that long.
void runFor(Seconds length);

} // namespace film::bench
