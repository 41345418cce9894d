#pragma once

namespace film::server {

// What the operating system says about this process; 0 where it doesn't say.
struct ProcessFigures {
    double residentBytes = 0;
    double processorSeconds = 0;
    double openDescriptors = 0;
};

[[nodiscard]] ProcessFigures readProcessFigures();
// Now, when called at the start.
[[nodiscard]] double processStartSeconds();

} // namespace film::server
