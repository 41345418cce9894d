#pragma once

#include "app/models/crew_snapshot.h"
#include "shared/base/result.h"

#include <QFuture>

#include <vector>

namespace film::app {

struct DayEdit {
    WorkDay before; // as the person saw it
    WorkDay after;

    friend bool operator==(const DayEdit &, const DayEdit &) = default;
};

struct SaveReport {
    // Days that were not written because they are locked or not this person's to change; all
    // others are on disk.
    std::vector<WorkDayKey> refused;
};

// What the crew grid needs of the world. Futures finish in any thread.
class CrewStore
{
public:
    virtual ~CrewStore() = default;

    [[nodiscard]] virtual QFuture<Result<CrewSnapshot>> loadCrew(QDate weekStart) = 0;
    // All or, with a failure, none; on disk when it finishes. Edits that change nothing are fine.
    [[nodiscard]] virtual QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit> edits,
                                                               QString reason) = 0;
};

} // namespace film::app
