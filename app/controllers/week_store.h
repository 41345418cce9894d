#pragma once

#include "app/engine/engine_values.h"
#include "app/models/week_snapshot.h"
#include "shared/base/result.h"

#include <QFuture>

namespace film::app {

// What was written, as it counts now: another person's change may have come in between.
struct SavedDay {
    WorkDay day;
    bool hasTwoVersions = false;
    quint64 undoStep = 0; // that it belongs to, if any
    // Undo and redo: it is not as it was then, and `day` says how it is.
    bool isLeftAlone = false;
};

// Where a week comes from and where a day is saved: the port that the engine implements. Every
// call returns at once; the futures finish on the engine's thread.
class WeekStore
{
public:
    virtual ~WeekStore() = default;

    // The pay week that `date` belongs to.
    [[nodiscard]] virtual QFuture<Result<WeekSnapshot>> loadWeek(PersonId person, QDate date) = 0;
    // Says only what differs between `before` and `after`, in one transaction; done when it is
    // on disk. `note` is written with it.
    [[nodiscard]] virtual QFuture<Result<SavedDay>>
    saveDay(const WorkDay &before, const WorkDay &after, const UndoNote &note) = 0;
};

} // namespace film::app
