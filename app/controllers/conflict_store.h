#pragma once

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
    // Saves the choice as a change that decides between the versions seen. Conflict if another
    // version came meanwhile; both stay in the history in any case.
    [[nodiscard]] virtual QFuture<Result<>> resolve(ConflictChoice choice) = 0;
};

} // namespace film::app
