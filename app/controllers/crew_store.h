#pragma once

#include "app/engine/engine_values.h"
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
    // Undo and redo: days that are not as they were then, and were left alone.
    std::vector<WorkDayKey> changedSince;
    quint64 undoStep = 0; // that they belong to, if any
};

// A person's own call on the call sheet of their unit; nothing: they start with the others.
struct CallMove {
    WorkDayKey key;
    std::optional<Minutes> before; // from midnight of the date
    std::optional<Minutes> after;
    QString reason;

    friend bool operator==(const CallMove &, const CallMove &) = default;
};

// Which penalties of a day somebody lets stand, and which they let stand before.
struct PenaltyReview {
    WorkDayKey key;
    std::vector<ReviewedPenalty> before;
    std::vector<ReviewedPenalty> after;

    friend bool operator==(const PenaltyReview &, const PenaltyReview &) = default;
};

// What the crew grid needs of the world. Futures finish in any thread.
class CrewStore
{
public:
    virtual ~CrewStore() = default;

    [[nodiscard]] virtual QFuture<Result<CrewSnapshot>> loadCrew(QDate weekStart) = 0;
    // All or, with a failure, none; on disk when it finishes. Edits that change nothing are fine.
    // `note` is written with them.
    [[nodiscard]] virtual QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit> edits,
                                                               QString reason, UndoNote note) = 0;
    // Conflict if the call is not `before` any more, NotFound without a call sheet,
    // PermissionDenied for who does not make them.
    [[nodiscard]] virtual QFuture<Result<>> moveCall(CallMove move) = 0;
    // Conflict if others were reviewed meanwhile, PermissionDenied for one's own day and for one
    // that is approved, but of the office.
    [[nodiscard]] virtual QFuture<Result<>> review(PenaltyReview review) = 0;
};

} // namespace film::app
