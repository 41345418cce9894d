#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/submission.h"

#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace film::sync {

// What one commit added to the log.
struct CommittedRows {
    ProductionHead before; // where they go on
    std::vector<LogAppend> rows;
};

struct BatchDone {
    std::vector<protocol::MutationResult> results; // one for each submission, in order
    quint64 head = 0;
    CommittedRows committed;
};

// What a lane keeps from one batch to the next, so as not to ask for it again. It holds only while
// the head is where the lane left it: whoever else writes moves the chain, and so does a database
// that lost its end.
struct LaneMemory {
    ProductionHead at;
    // Of as many cells as have been written to, by cell bytes; nothing for one that has none.
    std::map<QByteArray, std::optional<Digest>> digests;
    // The highest position that the log holds of each stream; 0 if it holds none.
    std::unordered_map<StreamId, quint64> streams;
    // People and grants, which every batch asks for; nothing for one that does not exist.
    std::unordered_map<EntityId, std::optional<protocol::EntityState>> records;
};

// The place in the chain after a row. Fixed widths, big-endian, so that the bytes are unique; the
// salt stands between the envelope and the chain so that personal data can be erased later.
[[nodiscard]] Hash32 chainAfter(const Hash32 &chain, const LogAppend &row);
// What stays in the chain of a row whose salt and envelope are erased.
[[nodiscard]] Hash32 sealedHashOf(const LogAppend &row);

// What a lane does with what is waiting: one transaction that locks the production, looks up what
// is known, decides, writes and commits. When it returns a value, everything in it is durable.
// Timeout: the commit's fate is unknown; say nothing to anybody, the devices push again and the
// log answers. Any other error: nothing was written.
[[nodiscard]] Result<BatchDone> commitBatch(ServerStorage &storage, ProductionId production,
                                            std::span<const Submission> submissions,
                                            Instant received, RandomSource &salts,
                                            LaneMemory &memory);

} // namespace film::sync
