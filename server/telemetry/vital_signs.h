#pragma once

#include "shared/base/clock.h"

#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace film::server {

// What a server was found to need at the last look. Nothing where it does not apply, or where it
// could not be found out: then it is not what keeps the server from being ready.
struct VitalSigns {
    std::optional<int> schema; // of the database
    int schemaWanted = 0;      // at least
    std::optional<qint64> diskFreeBytes;
    std::optional<std::chrono::milliseconds> clockDifference; // ours less the database server's
    std::optional<Instant> certificateEnds;
};

// A part of readiness, under a name of a closed set: "migrations", "disk", "clock", "certificate",
// "redis".
struct HealthPart {
    QString name;
    QString problem;      // what is wrong, for an administrator; empty if nothing is
    bool isNeeded = true; // false: the server does its work without

    [[nodiscard]] bool isWell() const { return problem.isEmpty(); }
    [[nodiscard]] bool isReady() const { return isWell() || !isNeeded; }
};

// The parts that are known of, in that order.
[[nodiscard]] std::vector<HealthPart> judged(const VitalSigns &signs, Instant now);

} // namespace film::server
