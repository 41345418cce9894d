#pragma once

#include "app/engine/engine_values.h"
#include "app/models/people_snapshot.h"
#include "shared/base/result.h"

#include <QFuture>

#include <vector>

namespace film::app {

// What the pages of the production office need of the world: the crew list, the call sheets, and
// to write both. Futures finish in any thread.
class OfficeStore
{
public:
    virtual ~OfficeStore() = default;

    [[nodiscard]] virtual QFuture<Result<PeopleSnapshot>> loadPeople() = 0;
    // By date and, on a date, by unit.
    [[nodiscard]] virtual QFuture<Result<std::vector<ShootingDay>>> loadSheets(QDate first,
                                                                               QDate last) = 0;
    // All or, with a failure, none; on disk when it finishes. Conflict if what changes is not as
    // it was seen any more, PermissionDenied for who does not make these records.
    [[nodiscard]] virtual QFuture<Result<>>
    editRecords(std::vector<RecordEdit> edits, QString reason, protocol::InputMethod input) = 0;
};

} // namespace film::app
