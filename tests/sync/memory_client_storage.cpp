#include "tests/sync/memory_client_storage.h"

#include "shared/sync/visibility.h"

#include <algorithm>

namespace film::simulation {

using namespace Qt::StringLiterals;
using sync::OutboxRow;

void MemoryClientStorage::reopen()
{
    if (m_crashed)
        rollback();
    m_crashed = false;
}

bool MemoryClientStorage::isSameAs(const MemoryClientStorage &other) const
{
    return m_meta == other.m_meta && m_base.values() == other.m_base.values()
        && m_overlay.values() == other.m_overlay.values()
        && m_outbox.values() == other.m_outbox.values()
        && m_stage.values() == other.m_stage.values() && m_checkpoints == other.m_checkpoints;
}

const OutboxRow *MemoryClientStorage::own(MutationId mutation) const
{
    const quint64 *number = m_byMutation.find(mutation);
    return number ? m_outbox.find(*number) : nullptr;
}

Result<> MemoryClientStorage::begin()
{
    if (m_crashed)
        return fail(ErrorCode::StoreFailure, u"power is off"_s);
    m_metaBefore = m_meta;
    m_checkpointsBefore = m_checkpoints;
    m_incidentsBefore = m_incidents.size();
    m_base.begin();
    m_overlay.begin();
    m_outbox.begin();
    m_byMutation.begin();
    m_byEntity.begin();
    m_stage.begin();
    return {};
}

Result<> MemoryClientStorage::commit()
{
    if (m_gate && !m_gate()) {
        rollback();
        m_crashed = true;
        return fail(ErrorCode::StoreFailure, u"power went off"_s);
    }
    if (m_isFull) {
        rollback();
        return fail(ErrorCode::StoreFull, u"the disk is full"_s);
    }
    return {};
}

void MemoryClientStorage::rollback()
{
    if (m_crashed)
        return;
    m_meta = m_metaBefore;
    m_checkpoints = m_checkpointsBefore;
    m_incidents.resize(m_incidentsBefore);
    m_base.rollback();
    m_overlay.rollback();
    m_outbox.rollback();
    m_byMutation.rollback();
    m_byEntity.rollback();
    m_stage.rollback();
}

Result<> MemoryClientStorage::setMeta(const sync::ClientMeta &meta)
{
    m_meta = meta;
    return {};
}

Result<std::optional<protocol::EntityState>> MemoryClientStorage::base(EntityId id)
{
    const Record *record = m_base.find(id);
    return record ? std::optional(record->state) : std::nullopt;
}

Result<> MemoryClientStorage::putBase(const protocol::EntityState &state,
                                      const sync::RecordIndex &index)
{
    m_base.set(state.id, {state, index});
    return {};
}

Result<> MemoryClientStorage::clearBase()
{
    m_base.replace({});
    return {};
}

Result<std::optional<protocol::EntityState>> MemoryClientStorage::overlay(EntityId id)
{
    const Record *record = m_overlay.find(id);
    return record ? std::optional(record->state) : std::nullopt;
}

Result<> MemoryClientStorage::putOverlay(const protocol::EntityState &state,
                                         const sync::RecordIndex &index)
{
    m_overlay.set(state.id, {state, index});
    return {};
}

Result<> MemoryClientStorage::removeOverlay(EntityId id)
{
    if (m_overlay.find(id))
        m_overlay.erase(id);
    return {};
}

Result<quint64> MemoryClientStorage::appendOutbox(const OutboxRow &row)
{
    OutboxRow stored = row;
    stored.number = m_outbox.values().empty() ? 1 : m_outbox.values().rbegin()->first + 1;
    m_byMutation.set(row.mutation, stored.number);
    const std::vector<quint64> *numbers = m_byEntity.find(row.entity);
    std::vector<quint64> all = numbers ? *numbers : std::vector<quint64>();
    all.push_back(stored.number);
    m_byEntity.set(row.entity, std::move(all));
    m_outbox.set(stored.number, stored);
    return stored.number;
}

bool MemoryClientStorage::isOpen(const OutboxRow &row, quint64 cursor) const
{
    return row.status == OutboxRow::Status::Pending || row.loggedSequence > cursor;
}

Result<std::vector<OutboxRow>> MemoryClientStorage::openOutboxOf(EntityId id, quint64 cursor)
{
    std::vector<OutboxRow> rows;
    if (const std::vector<quint64> *numbers = m_byEntity.find(id)) {
        for (const quint64 number : *numbers) {
            const OutboxRow &row = *m_outbox.find(number);
            if (isOpen(row, cursor))
                rows.push_back(row);
        }
    }
    return rows;
}

Result<std::vector<EntityId>> MemoryClientStorage::openOutboxEntities(quint64 cursor)
{
    std::vector<EntityId> ids;
    for (const auto &[number, row] : m_outbox.values()) {
        if (isOpen(row, cursor))
            ids.push_back(row.entity);
    }
    return ids;
}

Result<std::vector<OutboxRow>> MemoryClientStorage::pendingAfter(quint64 number, int rowsMax)
{
    std::vector<OutboxRow> rows;
    const auto &all = m_outbox.values();
    for (auto it = all.upper_bound(number); it != all.end() && int(rows.size()) < rowsMax; ++it) {
        if (it->second.status == OutboxRow::Status::Pending)
            rows.push_back(it->second);
    }
    return rows;
}

Result<std::optional<EntityId>>
MemoryClientStorage::markAcked(const protocol::MutationResult &result)
{
    const quint64 *number = m_byMutation.find(result.mutation);
    if (!number)
        return std::nullopt;
    OutboxRow row = *m_outbox.find(*number);
    row.status = OutboxRow::Status::Acked;
    row.loggedSequence = result.sequence;
    row.outcome = result.outcome;
    row.conflict = result.conflict;
    row.refusal = result.refusal;
    m_outbox.set(*number, row);
    return row.entity;
}

Result<> MemoryClientStorage::reopenAckedAbove(quint64 sequence)
{
    std::vector<OutboxRow> reopened;
    for (const auto &[number, row] : m_outbox.values()) {
        if (row.status == OutboxRow::Status::Acked && row.loggedSequence > sequence)
            reopened.push_back(row);
    }
    for (OutboxRow &row : reopened) {
        row.status = OutboxRow::Status::Pending;
        row.refusal = protocol::Refusal::None;
        row.loggedSequence = 0;
        row.outcome = protocol::Outcome::Applied;
        row.conflict.reset();
        m_outbox.set(row.number, row);
    }
    return {};
}

Result<sync::OutboxCounts> MemoryClientStorage::outboxCounts(quint64 cursor)
{
    sync::OutboxCounts counts;
    for (const auto &[number, row] : m_outbox.values()) {
        if (row.status == OutboxRow::Status::Pending)
            ++counts.pending;
        else if (row.outcome == protocol::Outcome::Quarantined)
            ++counts.refused;
        else if (row.loggedSequence > cursor)
            ++counts.unconfirmed;
    }
    return counts;
}

Result<std::optional<OutboxRow>> MemoryClientStorage::lastOutboxRow()
{
    const auto &rows = m_outbox.values();
    return rows.empty() ? std::nullopt : std::optional(rows.rbegin()->second);
}

Result<> MemoryClientStorage::clearStage()
{
    m_stage.replace({});
    return {};
}

Result<> MemoryClientStorage::stage(std::span<const StagedRow> rows)
{
    for (const StagedRow &row : rows)
        m_stage.set(row.state.id, {row.state, row.index});
    return {};
}

Result<sync::Digest> MemoryClientStorage::swapStage()
{
    sync::Digest digest;
    for (const auto &[id, record] : m_stage.values())
        digest.add(record.state);
    m_base.replace(m_stage.values());
    m_stage.replace({});
    return digest;
}

Result<sync::Digest> MemoryClientStorage::swapStagedPart(std::span<const QByteArray> cells,
                                                         std::span<const quint32> buckets)
{
    std::map<EntityId, Record> base = m_base.values();
    std::erase_if(base, [&](const auto &entry) {
        const quint32 bucket = sync::bucketOf(entry.first);
        return sync::covers(cells, entry.second.state.cell)
            && (buckets.empty() || std::ranges::find(buckets, bucket) != buckets.end());
    });
    for (const auto &[id, record] : m_stage.values())
        base.insert_or_assign(id, record);
    m_base.replace(std::move(base));
    m_stage.replace({});
    return baseDigest();
}

Result<sync::ClientStorage::Removal> MemoryClientStorage::removalByStage()
{
    Removal removal;
    for (const auto &[id, record] : m_base.values()) {
        ++removal.held;
        removal.removed += m_stage.find(id) ? 0 : 1;
    }
    return removal;
}

Result<sync::Digest> MemoryClientStorage::keepOnly(std::span<const QByteArray> scope)
{
    std::map<EntityId, Record> base = m_base.values();
    std::erase_if(base,
                  [&](const auto &entry) { return !sync::covers(scope, entry.second.state.cell); });
    m_base.replace(std::move(base));
    return baseDigest();
}

Result<sync::Digest> MemoryClientStorage::baseDigest()
{
    sync::Digest digest;
    for (const auto &[id, record] : m_base.values())
        digest.add(record.state);
    return digest;
}

Result<sync::BucketSums> MemoryClientStorage::baseBuckets()
{
    sync::BucketSums sums;
    for (const auto &[id, record] : m_base.values())
        sums[sync::bucketOf(id)].add(sync::digestLeaf(record.state));
    return sums;
}

void MemoryClientStorage::rot(EntityId id)
{
    const Record *record = m_base.find(id);
    if (!record)
        return;
    Record rotten = *record;
    auto groups = protocol::decodeGroups(rotten.state.groups);
    if (!groups || groups->empty())
        return;
    groups->begin()->second.fields[9'999] = u"rot"_s;
    rotten.state.groups = protocol::encodeGroups(*groups);
    m_base.begin();
    m_base.set(id, rotten);
}

Result<std::vector<protocol::HistoryPoint>> MemoryClientStorage::checkpoints()
{
    return m_checkpoints;
}

Result<> MemoryClientStorage::setCheckpoints(std::span<const protocol::HistoryPoint> points)
{
    m_checkpoints.assign(points.begin(), points.end());
    return {};
}

Result<> MemoryClientStorage::putLogRow(EntityId, const protocol::LogRow &)
{
    return {};
}

Result<> MemoryClientStorage::removeLogAbove(quint64)
{
    return {};
}

Result<> MemoryClientStorage::putIncident(const QString &kind, const QString &detail, qint64)
{
    const QString line = kind % u": "_s % detail;
    m_incidents.push_back(line);
    return {};
}

} // namespace film::simulation
