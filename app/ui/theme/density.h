#pragma once

#include "app/ui/theme/metrics.h"

namespace film::app {

// How close the rows of the crew grid stand: close to compare, roomy to hit.
enum class Density { Close, Roomy };

[[nodiscard]] constexpr int gridRowOf(Density density)
{
    constexpr int roomyRow = 32;
    return density == Density::Roomy ? roomyRow : metrics::gridRow;
}

} // namespace film::app
