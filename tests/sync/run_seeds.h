#pragma once

#include "tests/sync/world.h"

namespace film::simulation {

struct SeedsWanted {
    quint64 first = 1;
    quint64 last = 2000;
    int failuresMax = 1; // stop after so many
    bool dropHints = false;
    bool skewClocks = false;
    qsizetype messageBytes = protocol::limits::messageBytesTarget; // see Options
};

struct SeedFailure {
    quint64 seed = 0;
    Report report;
};

struct SeedsReport {
    std::vector<SeedFailure> failures; // by seed
    Coverage coverage;
    StepCoverage steps;
    quint64 seeds = 0;
    quint64 events = 0;
    qint64 elapsedMs = 0;

    [[nodiscard]] QString summary() const;
    // What happened too rarely for this many seeds to prove anything about it.
    [[nodiscard]] QStringList missing() const;
    // What went wrong, the events before it, and the command that replays it.
    [[nodiscard]] QString firstFailure() const;
};

// Runs the worlds on all cores; each world is on one thread.
[[nodiscard]] SeedsReport runSeeds(const SeedsWanted &wanted);

} // namespace film::simulation
