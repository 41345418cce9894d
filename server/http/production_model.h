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

// What is made of a production for those who read it, once for all of them. Callable from any
// thread.
template<typename Key, typename Value, typename Hash = std::hash<Key>>
class MadeOnce
{
public:
    using Counted = void (ServerMetrics::*)(bool isHit);
    MadeOnce(size_t countMax, Counted counted)
        : m_countMax(countMax)
        , m_counted(counted)
    {}

    // What `make` gives, unless it was made as of that change before.
    template<typename Make>
    [[nodiscard]] Value of(const Key &key, quint64 change, const Make &make)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto known = m_made.find(key);
                known != m_made.end() && known->second.first == change) {
                count(true);
                return known->second.second;
            }
        }
        count(false);
        const Value made = make();
        const std::lock_guard lock(m_mutex);
        if (m_made.size() >= m_countMax)
            m_made.clear();
        m_made[key] = {change, made};
        return made;
    }

    // Before the first question; null: nothing is counted.
    void count(ServerMetrics *metrics) { m_metrics = metrics; }

private:
    void count(bool isHit)
    {
        if (m_metrics)
            (m_metrics->*m_counted)(isHit);
    }

    const size_t m_countMax;
    const Counted m_counted;
    ServerMetrics *m_metrics = nullptr;
    std::mutex m_mutex;
    std::unordered_map<Key, std::pair<quint64, Value>, Hash> m_made;
};

using EncodedDays = MadeOnce<EntityId, QByteArray>;

// One person's week as it is sent to whoever sees its pay.
struct PricedWeek {
    QByteArray card;
    QByteArrayList lines; // none where no rule says what it comes to
};
struct WeekKey {
    PersonId person;
    QDate first;
    friend bool operator==(const WeekKey &, const WeekKey &) = default;
};
struct WeekKeyHash {
    size_t operator()(const WeekKey &key) const
    {
        return std::hash<PersonId>()(key.person) ^ size_t(key.first.toJulianDay());
    }
};
using PricedWeeks = MadeOnce<WeekKey, std::shared_ptr<const PricedWeek>, WeekKeyHash>;
using ExplainedWeeks = MadeOnce<WeekKey, QByteArray, WeekKeyHash>;

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
        quint64 change = 0;                             // another number after each change of it
    };
    // In the order of lists: by date, then by id.
    using Place = std::pair<QDate, EntityId>;

    [[nodiscard]] bool isAt(const sync::ProductionHead &head) const { return m_at == head; }
    // To the head of the log.
    [[nodiscard]] Result<> update(store::ServerStorageSql &storage, ProductionId production);
    [[nodiscard]] const std::map<Place, Day> &days() const { return m_days; }
    // The same, of one person after the other.
    using DaysOfPerson = std::map<Place, const Day *>;
    [[nodiscard]] const std::map<PersonId, DaysOfPerson> &people() const { return m_people; }
    [[nodiscard]] EncodedDays &encoded() const { return m_encoded; }
    [[nodiscard]] PricedWeeks &priced() const { return m_priced; }
    [[nodiscard]] ExplainedWeeks &explained() const { return m_explained; }
    // Another number after each change of what the person's weeks are priced by.
    [[nodiscard]] quint64 changeOf(PersonId person) const;
    void count(ServerMetrics *metrics);
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
    std::map<PersonId, DaysOfPerson> m_people;
    // Counted on over all histories that were read, so that none takes what was made of another.
    quint64 m_changes = 0;
    quint64 m_termsChange = 0; // of deals, call sheets and the production
    std::unordered_map<PersonId, quint64> m_daysChange;
    mutable EncodedDays m_encoded{20'000, &ServerMetrics::encodedDayAsked};   // about 8 MB
    mutable PricedWeeks m_priced{4'000, &ServerMetrics::pricedWeekAsked};     // about 16 MB
    mutable ExplainedWeeks m_explained{500, &ServerMetrics::pricedWeekAsked}; // about 16 MB
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
