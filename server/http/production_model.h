#pragma once

#include "shared/domain/work_day.h"
#include "shared/protocol/entity_state.h"
#include "shared/store/server_storage_sql.h"

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace film::server {

// The days of a production as values, for those who read them over HTTP: read once, and from then
// on brought up to date by the rows that came since. So a question costs what has changed, not what
// there is.
class ProductionModel
{
public:
    struct Day {
        WorkDay day;
        protocol::Cell cell = protocol::Cell::office(); // decides who may see it
        quint64 sequence = 0;                           // that last changed it
    };
    // In the order of lists: by date, then by id.
    using Place = std::pair<QDate, EntityId>;

    // To the head of the log.
    [[nodiscard]] Result<> update(store::ServerStorageSql &storage, ProductionId production);
    [[nodiscard]] const std::map<Place, Day> &days() const { return m_days; }

private:
    [[nodiscard]] Result<> readAll(store::ServerStorageSql &storage, ProductionId production);
    [[nodiscard]] Result<> readOn(store::ServerStorageSql &storage, ProductionId production,
                                  const sync::ProductionHead &head);
    void take(const protocol::EntityState &state);

    sync::ProductionHead m_at;
    std::map<Place, Day> m_days;
    std::unordered_map<EntityId, QDate> m_dates;
};

// Those that were asked for last. Callable from any thread; one asks a production at a time.
class ProductionModels
{
public:
    explicit ProductionModels(size_t countMax = 16)
        : m_countMax(countMax)
    {}

    using Question = std::function<Result<>(const ProductionModel &)>;
    [[nodiscard]] Result<> ask(store::ServerStorageSql &storage, ProductionId production,
                               const Question &question);

private:
    struct Entry {
        ProductionId production;
        std::mutex mutex;
        ProductionModel model;
    };
    [[nodiscard]] std::shared_ptr<Entry> entry(ProductionId production);

    const size_t m_countMax;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Entry>> m_entries; // the last used first
};

} // namespace film::server
