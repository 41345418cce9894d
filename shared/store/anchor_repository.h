#pragma once

#include "shared/store/database.h"
#include "shared/sync/anchor.h"

#include <functional>
#include <optional>

namespace film::store {

// What the server signed of its chains. Rows are added, never changed.
class AnchorRepository
{
public:
    explicit AnchorRepository(Database &database)
        : m_database(database)
    {}

    // Nothing where there is one of that row: another server was faster.
    [[nodiscard]] Result<> add(const sync::Anchor &anchor);
    // The one of the highest row of that epoch.
    [[nodiscard]] Result<std::optional<sync::Anchor>> last(ProductionId production, EpochId epoch);
    // Every one of the production, by row.
    [[nodiscard]] Result<> forEach(ProductionId production,
                                   const std::function<void(const sync::Anchor &)> &take);

private:
    Database &m_database;
};

} // namespace film::store
