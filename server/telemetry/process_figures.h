#pragma once

namespace film::server {

// What the operating system says about this process; 0 where it doesn't say.
struct ProcessFigures {
    double residentBytes = 0;
    double virtualBytes = 0;
    double processorSeconds = 0;
    double openDescriptors = 0;
    double descriptorsMax = 0;
    double threads = 0;
    double startSeconds = 0; // since 1970
};

[[nodiscard]] ProcessFigures readProcessFigures();

} // namespace film::server
