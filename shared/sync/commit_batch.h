#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/submission.h"

#include <span>
#include <vector>

namespace film::sync {

struct BatchDone {
    std::vector<protocol::MutationResult> results; // one for each submission, in order
    quint64 head = 0;
};

// What a lane does with what is waiting: one transaction that locks the production, looks up what
// is known, decides, writes and commits. When it returns a value, everything in it is durable.
// Timeout: the commit's fate is unknown; say nothing to anybody, the devices push again and the
// log answers. Busy and StoreFailure: nothing was written.
[[nodiscard]] Result<BatchDone> commitBatch(ServerStorage &storage, ProductionId production,
                                            std::span<const Submission> submissions,
                                            Instant received, RandomSource &salts);

} // namespace film::sync
