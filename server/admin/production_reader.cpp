#include "server/admin/production_reader.h"

#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/author.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

template<typename Value>
void keep(const Result<Value> &read, std::vector<Value> &to)
{
    // A record that cannot be read is for the history page to show, not for an import to die of.
    if (read)
        to.push_back(*read);
}

void add(const protocol::EntityState &state, ProductionId production, ProductionRecords &records)
{
    const auto versioned = protocol::decodeGroups(state.groups);
    if (!versioned)
        return;
    const GroupMap groups = sync::plainGroups(*versioned);
    switch (state.type) {
    case EntityType::Production:
        if (const auto read = productionFromGroups(production, groups))
            records.production = *read;
        break;
    case EntityType::Unit:
        keep(unitFromGroups(UnitId::of(state.id), groups), records.crew.units);
        break;
    case EntityType::Department:
        keep(departmentFromGroups(DepartmentId::of(state.id), groups), records.crew.departments);
        break;
    case EntityType::Person:
        keep(personFromGroups(PersonId::of(state.id), groups), records.crew.people);
        break;
    case EntityType::Deal:
        if (auto deal = dealFromGroups(groups)) {
            deal->number = dealNumber(production, deal->person, state.id).value_or(0);
            records.crew.deals.push_back(std::move(*deal));
        }
        break;
    case EntityType::ShootingDay: keep(shootingDayFromGroups(groups), records.shootingDays); break;
    default: break;
    }
}

} // namespace

Result<> forEachRecord(sync::ServerStorage &storage, ProductionId production,
                       const std::function<void(const protocol::EntityState &)> &take)
{
    namespace limits = protocol::limits;
    EntityId after;
    for (;;) {
        const auto page = storage.page(production,
                                       {sync::Visibility::all(),
                                        {},
                                        after,
                                        limits::snapshotPageRowsMax,
                                        limits::frameBytesMax});
        if (!page)
            return fail(page.error());
        if (page->empty())
            return {};
        for (const protocol::EntityState &state : *page)
            take(state);
        after = page->back().id;
    }
}

Result<ProductionRecords> readProduction(sync::ServerStorage &storage, ProductionId production)
{
    ProductionRecords records;
    const Result<> read =
        forEachRecord(storage, production,
                      [&](const protocol::EntityState &state) { add(state, production, records); });
    if (!read)
        return fail(read.error());
    return records;
}

} // namespace film::server
