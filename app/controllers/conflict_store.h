#pragma once

#include "app/engine/engine_values.h"
#include "app/models/conflict_snapshot.h"
#include "shared/base/result.h"

#include <QFuture>

namespace film::app {

// Where days with two versions come from. Futures finish in any thread.
class ConflictStore
{
public:
    virtual ~ConflictStore() = default;

    // Those that wait for a person, the oldest day first.
    [[nodiscard]] virtual QFuture<Result<std::vector<DayConflict>>> loadConflicts() = 0;
    // Saves the choices, all or none, as changes that decide between the versions seen. Conflict
    // if another version came meanwhile; all stay in the history in any case. The answer is what
    // can be taken back.
    [[nodiscard]] virtual QFuture<Result<SavedStep>>
    resolve(std::vector<ConflictChoice> choices) = 0;
};

} // namespace film::app
