#pragma once

#include "app/models/record_history.h"
#include "shared/base/result.h"

#include <QFuture>

namespace film::app {

// Where the history of a day comes from. Futures finish in any thread.
class HistoryStore
{
public:
    virtual ~HistoryStore() = default;

    [[nodiscard]] virtual QFuture<Result<DayHistory>> history(WorkDayKey key) = 0;
};

} // namespace film::app
