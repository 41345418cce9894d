#pragma once

#include "tests/sync/world.h"

namespace film::simulation {

// A world that goes wrong, with as little happening in it as that takes: kept as a file in
// tests/fixtures/simulation, and played by tst_simulation_traces.
struct WorldTrace {
    Options options;
    int toy = 0; // the known mistake that it shows; 0 for one that was a mistake of ours
    QString problem;

    [[nodiscard]] QByteArray toText() const;
    [[nodiscard]] static std::optional<WorldTrace> fromText(const QByteArray &text);
};

// Leaves out actions for as long as something goes wrong without them (delta debugging, Zeller
// 2002). `failed` is what the world of the options reported.
[[nodiscard]] WorldTrace shrink(const Options &options, const Report &failed);

} // namespace film::simulation
