#pragma once

#include "shared/base/clock.h"
#include "shared/domain/work_day.h"

#include <QString>

#include <vector>

namespace film::app {

// What one side entered.
struct DayVersion {
    MutationId mutation;
    QString author;
    QString device;
    bool isMine = false; // entered on this computer
    Instant at{};        // that computer's clock: shown, never used to decide
    WorkDay day;

    friend bool operator==(const DayVersion &, const DayVersion &) = default;
};

// One day that was changed in two places and waits for a person.
struct DayConflict {
    ConflictId id;
    QString personName;
    WorkDay before;   // as it was when both began
    WorkDay counting; // what counts until somebody chooses; the same on every device
    bool isLocked = false;
    std::vector<DayVersion> versions; // two or more

    friend bool operator==(const DayConflict &, const DayConflict &) = default;
};

// What was chosen. `seen` says between which versions: one that came later is not decided by it.
struct ConflictChoice {
    ConflictId id;
    std::vector<MutationId> seen;
    WorkDay counting;
    WorkDay result;
    QString message; // for the other side; may be empty
    QString personName{};

    friend bool operator==(const ConflictChoice &, const ConflictChoice &) = default;
};

} // namespace film::app
