#pragma once

#include "tests/bench/measure.h"

namespace film::bench {

// Of another process; 0 when it is gone.
[[nodiscard]] Seconds processorTimeOf(qint64 processId);
[[nodiscard]] double residentKilobytesOf(qint64 processId);

} // namespace film::bench
