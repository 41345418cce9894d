#include "server/http/production_model.h"

#include "server/admin/production_reader.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/approval.h"
#include "shared/sync/author.h"

#include <algorithm>
#include <map>

namespace film::server {

namespace limits = protocol::limits;

Result<> ProductionModel::update(store::ServerStorageSql &storage, ProductionId production)
{
    const Result<sync::ProductionHead> head = storage.head(production);
    if (!head)
        return fail(head.error());
    if (*head == m_at)
        return {};
    m_production = production;
    // In another history the same numbers are other rows.
    const bool goesOn =
        m_at.sequence > 0 && head->epoch == m_at.epoch && head->sequence > m_at.sequence;
    if (!goesOn) {
        m_at = *head;
        if (const Result<> read = readAll(storage, production); !read) {
            m_at = {};
            return read;
        }
    }
    // Pages are read while others write: what came since is read again, and its last state counts.
    return readOn(storage, production, *head);
}

Result<> ProductionModel::readAll(store::ServerStorageSql &storage, ProductionId production)
{
    m_days.clear();
    m_dates.clear();
    m_facts.reset();
    m_deals.clear();
    m_sheets.clear();
    m_people.clear();
    m_daysChange.clear();
    m_termsChange = ++m_changes;
    return forEachRecord(storage, production,
                         [this](const protocol::EntityState &state) { take(state); });
}

Result<> ProductionModel::readOn(store::ServerStorageSql &storage, ProductionId production,
                                 const sync::ProductionHead &head)
{
    while (m_at.sequence < head.sequence) {
        sync::RowsWanted wanted;
        wanted.from = m_at.sequence;
        wanted.visibility = sync::Visibility::all();
        wanted.rowsMax = limits::deltaRowsMax;
        wanted.bytesMax = limits::frameBytesMax;
        const auto read = storage.rows(production, wanted);
        if (!read)
            return fail(read.error());
        if (read->to <= m_at.sequence)
            return fail(ErrorCode::Busy, QStringLiteral("the log has become shorter"));
        for (const protocol::LogRow &row : read->rows) {
            const auto states = protocol::decodeEntities(row.post);
            if (!states)
                return fail(states.error());
            for (const protocol::EntityState &state : *states)
                take(state);
        }
        m_at.sequence = read->to;
        m_at.chain = read->chain;
    }
    return {};
}

std::vector<Deal> ProductionModel::dealsOf(PersonId person) const
{
    std::map<EntityId, const Deal *> found;
    for (const auto &[id, deal] : m_deals) {
        if (deal.person == person)
            found.emplace(id, &deal);
    }
    std::vector<Deal> deals;
    for (const auto &[id, deal] : found)
        deals.push_back(*deal);
    return deals;
}

const ShootingDay *ProductionModel::sheetOf(QDate date, UnitId unit) const
{
    const auto found = m_sheets.find(shootingDayId(m_production, date, unit));
    return found == m_sheets.end() ? nullptr : &found->second;
}

quint64 ProductionModel::changeOf(PersonId person) const
{
    const auto days = m_daysChange.find(person);
    return std::max(m_termsChange, days == m_daysChange.end() ? 0 : days->second);
}

void ProductionModel::count(ServerMetrics *metrics)
{
    m_encoded.count(metrics);
    m_priced.count(metrics);
    m_explained.count(metrics);
}

void ProductionModel::take(const protocol::EntityState &state)
{
    // What cannot be read is of a later version, or poison: the history shows it.
    const auto read = [&state](const auto &fromGroups) {
        const auto groups = protocol::decodeGroups(state.groups);
        return groups ? fromGroups(sync::plainGroups(*groups)) : fail(groups.error());
    };
    const auto keep = [&state](auto &map, const auto &value) {
        map.erase(state.id);
        if (!state.deleted && value)
            map.emplace(state.id, *value);
    };
    switch (state.type) {
    case EntityType::TimeEntry: takeDay(state); return;
    case EntityType::Deal:
        keep(m_deals, read([](const GroupMap &groups) { return dealFromGroups(groups); }));
        break;
    case EntityType::ShootingDay:
        keep(m_sheets, read([](const GroupMap &groups) { return shootingDayFromGroups(groups); }));
        break;
    case EntityType::Production:
        if (const auto facts = read([this](const GroupMap &groups) {
                return productionFromGroups(m_production, groups);
            }))
            m_facts = *facts;
        break;
    default: return;
    }
    m_termsChange = ++m_changes;
}

void ProductionModel::takeDay(const protocol::EntityState &state)
{
    if (const auto known = m_dates.find(state.id); known != m_dates.end()) {
        const Place place{known->second, state.id};
        const auto before = m_days.find(place);
        const PersonId person = before->second.day.key.person;
        m_daysChange[person] = ++m_changes;
        m_people[person].erase(place);
        m_days.erase(before);
        m_dates.erase(known);
    }
    if (state.deleted)
        return;
    const auto groups = protocol::decodeGroups(state.groups);
    const auto day = groups ? workDayFromGroups(sync::plainGroups(*groups)) : fail(groups.error());
    if (!day)
        return;
    const Place place{day->key.date, state.id};
    m_dates[state.id] = day->key.date;
    m_daysChange[day->key.person] = ++m_changes;
    m_people[day->key.person][place] =
        &(m_days[place] = {*day, state.cell, state.lastSequence,
                           sync::approvalOf(state.type, {true, false, *groups}), ++m_changes});
}

Result<> ProductionModels::ask(store::ServerStorageSql &storage, ProductionId production,
                               const Question &question)
{
    const std::shared_ptr<Entry> asked = entry(production);
    const Result<sync::ProductionHead> head = storage.head(production);
    if (!head)
        return fail(head.error());
    {
        const std::shared_lock lock(asked->mutex);
        if (asked->model.isAt(*head))
            return question(asked->model);
    }
    const std::unique_lock lock(asked->mutex);
    if (const Result<> updated = asked->model.update(storage, production); !updated)
        return updated;
    return question(asked->model);
}

std::shared_ptr<ProductionModels::Entry> ProductionModels::entry(ProductionId production)
{
    const std::lock_guard lock(m_mutex);
    const auto known =
        std::ranges::find(m_entries, production, [](const auto &each) { return each->production; });
    if (known != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known);
        return m_entries.front();
    }
    auto made = std::make_shared<Entry>();
    made->production = production;
    made->model.count(m_metrics);
    m_entries.push_front(made);
    if (m_entries.size() > m_countMax)
        m_entries.pop_back(); // whoever is asking it keeps it until then
    return made;
}

} // namespace film::server
