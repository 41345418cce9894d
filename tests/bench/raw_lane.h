#pragma once

#include "shared/base/result.h"
#include "tests/bench/measure.h"

#include <memory>

namespace film::bench {

// The limit for durable entries: what a database takes when nothing is checked, decided or signed.
// Each commit locks the production's head, inserts the entries (22 columns) and as many rows of a
// log, and commits.
class RawLane
{
public:
    virtual ~RawLane() = default;

    // One commit of `entries` new entries.
    [[nodiscard]] virtual Result<> commit(int entries) = 0;

    struct Run {
        double entriesPerSecond = 0;
        double commitMedianMs = 0;
    };
    // Commits of `entries` each until `length` has gone by.
    [[nodiscard]] Result<Run> run(int entries, Seconds length);
};

// On PostgreSQL, or without its address in that file of SQLite.
[[nodiscard]] Result<std::unique_ptr<RawLane>> openRawLane(const QString &postgres,
                                                           const QString &sqliteFile);

inline constexpr int rawNumberColumns = 14;
inline constexpr int rawLogPayloadBytes = 170; // a typical entry's change
inline constexpr const char *rawZone = "America/New_York";
inline constexpr const char *rawLocation = "Stage 4, backlot";
inline constexpr const char *rawNotes = "a note as long as people write them";

} // namespace film::bench
