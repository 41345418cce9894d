#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/commit_batch.h"

namespace film::server {

// What became of a take.
struct LaneReport {
    enum class Fate {
        Decided, // all of it
        Busy,    // the rest was not written, and may be tried again soon
        Down,    // the database does not take writes
        Unknown, // the rest may or may not be written: say nothing about it
    };

    Fate fate = Fate::Decided;
    std::vector<protocol::MutationResult> results; // of the first so many submissions: durable
    quint64 head = 0;                              // after them; 0 if there are none
    std::vector<sync::CommittedRows> commits;
    Error error; // of the rest
};

// Commits submissions in their order. Where the database refuses a batch it is halved until the
// one submission is found that it refuses by itself; that one is kept aside and the others go on.
// May sleep for fractions of a second; `salts` also spreads the retries.
[[nodiscard]] LaneReport commitTake(sync::ServerStorage &storage, ProductionId production,
                                    std::span<sync::Submission> submissions, const Clock &clock,
                                    RandomSource &salts, sync::LaneMemory &memory);

} // namespace film::server
