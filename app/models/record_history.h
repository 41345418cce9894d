#pragma once

#include "shared/base/clock.h"
#include "shared/domain/work_day.h"

#include <QString>

#include <vector>

namespace film::app {

// One change in the life of a day: who made it, where, and what it was before and after.
struct DayChange {
    MutationId mutation;
    Instant at{};
    QString person;
    QString device;
    QString reason;
    bool isPending = false; // not confirmed by the server yet
    WorkDay before;
    WorkDay after;

    friend bool operator==(const DayChange &, const DayChange &) = default;
};

// A day as it is now and how it came to be so; the newest change first.
struct DayHistory {
    WorkDay now;
    std::vector<DayChange> changes;

    // The day had values before the first change that this computer knows: it joined later, and
    // they came to it as they stood.
    [[nodiscard]] bool beginsLater() const
    {
        return changes.empty() ? !now.isBlank() : !changes.back().before.isBlank();
    }

    friend bool operator==(const DayHistory &, const DayHistory &) = default;
};

} // namespace film::app
