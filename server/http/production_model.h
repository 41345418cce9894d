#pragma once

#include "server/telemetry/server_metrics.h"
#include "shared/domain/crew.h"
#include "shared/domain/work_day.h"
#include "shared/protocol/entity_state.h"
#include "shared/store/server_storage_sql.h"

#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <unordered_map>

namespace film::server {

// Days as they are sent, encoded once for all who read them. Callable from any thread.
class EncodedDays
{
public:
    // What `encode` gives, unless the day was encoded as of that change before.
    template<typename Encode>
    [[nodiscard]] QByteArray of(EntityId day, quint64 sequence, const Encode &encode)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto known = m_days.find(day);
                known != m_days.end() && known->second.first == sequence) {
                count(true);
                return known->second.second;
            }
        }
        count(false);
        const QByteArray encoded = encode();
        const std::lock_guard lock(m_mutex);
        if (m_days.size() >= countMax)
            m_days.clear();
        m_days[day] = {sequence, encoded};
        return encoded;
    }

    // Before the first question; null: nothing is counted.
    void count(ServerMetrics *metrics) { m_metrics = metrics; }

private:
    static constexpr size_t countMax = 20'000; // about 8 MB
    void count(bool isHit)
    {
        if (m_metrics)
            m_metrics->encodedDayAsked(isHit);
    }

    ServerMetrics *m_metrics = nullptr;

    std::mutex m_mutex;
    std::unordered_map<EntityId, std::pair<quint64, QByteArray>> m_days;
};

// The days of a production, and what they are priced with, as values for those who read them over
// HTTP: read once, and from then on brought up to date by the rows that came since. So a question
// costs what has changed, not what there is.
class ProductionModel
{
public:
    struct Day {
        WorkDay day;
        protocol::Cell cell = protocol::Cell::office(); // decides who may see it
        quint64 sequence = 0;                           // that last changed it
        ApprovalLevel approval = ApprovalLevel::None;   // that counts for it as it stands
    };
    // In the order of lists: by date, then by id.
    using Place = std::pair<QDate, EntityId>;

    [[nodiscard]] bool isAt(const sync::ProductionHead &head) const { return m_at == head; }
    // To the head of the log.
    [[nodiscard]] Result<> update(store::ServerStorageSql &storage, ProductionId production);
    [[nodiscard]] const std::map<Place, Day> &days() const { return m_days; }
    [[nodiscard]] EncodedDays &encoded() const { return m_encoded; }
    // Nothing where there is none, or none that can be read.
    [[nodiscard]] const std::optional<Production> &facts() const { return m_facts; }
    // In the order of their ids.
    [[nodiscard]] std::vector<Deal> dealsOf(PersonId person) const;
    [[nodiscard]] const ShootingDay *sheetOf(QDate date, UnitId unit) const;

private:
    [[nodiscard]] Result<> readAll(store::ServerStorageSql &storage, ProductionId production);
    [[nodiscard]] Result<> readOn(store::ServerStorageSql &storage, ProductionId production,
                                  const sync::ProductionHead &head);
    void take(const protocol::EntityState &state);
    void takeDay(const protocol::EntityState &state);

    ProductionId m_production;
    sync::ProductionHead m_at;
    std::optional<Production> m_facts;
    std::unordered_map<EntityId, Deal> m_deals;
    std::unordered_map<EntityId, ShootingDay> m_sheets;
    std::map<Place, Day> m_days;
    std::unordered_map<EntityId, QDate> m_dates;
    mutable EncodedDays m_encoded;
};

// Those that were asked for last. Callable from any thread: many ask a production at once, and what
// has changed is read by one of them.
class ProductionModels
{
public:
    explicit ProductionModels(size_t countMax = 16)
        : m_countMax(countMax)
    {}

    // Before the first question; null: nothing is counted.
    void count(ServerMetrics *metrics) { m_metrics = metrics; }

    using Question = std::function<Result<>(const ProductionModel &)>;
    [[nodiscard]] Result<> ask(store::ServerStorageSql &storage, ProductionId production,
                               const Question &question);

private:
    struct Entry {
        ProductionId production;
        std::shared_mutex mutex;
        ProductionModel model;
    };
    [[nodiscard]] std::shared_ptr<Entry> entry(ProductionId production);

    const size_t m_countMax;
    ServerMetrics *m_metrics = nullptr;
    std::mutex m_mutex;
    std::list<std::shared_ptr<Entry>> m_entries; // the last used first
};

} // namespace film::server
