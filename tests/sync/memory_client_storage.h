#pragma once

#include "shared/sync/client_storage.h"
#include "tests/sync/journaled_map.h"

#include <functional>

namespace film::simulation {

// A device's file. It can be copied (an image, a clone) and it can lose power at any commit.
class MemoryClientStorage final : public sync::ClientStorage
{
public:
    struct Record {
        protocol::EntityState state;
        sync::RecordIndex index;

        friend bool operator==(const Record &, const Record &) = default;
    };

    // Asked at every commit: false is a crash before it took, and every call fails from then on
    // until the storage is opened again.
    void setCommitGate(std::function<bool()> gate) { m_gate = std::move(gate); }
    // Nothing more can be written for a while.
    void setFull(bool isFull) { m_isFull = isFull; }
    void reopen(); // after a crash: what was not committed is gone

    [[nodiscard]] const std::map<EntityId, Record> &baseRecords() const { return m_base.values(); }
    [[nodiscard]] const std::map<EntityId, Record> &overlays() const { return m_overlay.values(); }
    [[nodiscard]] const std::map<quint64, sync::OutboxRow> &outbox() const
    {
        return m_outbox.values();
    }
    [[nodiscard]] const sync::ClientMeta &committedMeta() const { return m_meta; }
    [[nodiscard]] const std::vector<QString> &incidents() const { return m_incidents; }
    void setInitialMeta(const sync::ClientMeta &meta) { m_meta = meta; }
    // A bit flips in the file: a record is another one than its sum says. Nobody notices yet.
    void rot(EntityId id);
    [[nodiscard]] bool isSameAs(const MemoryClientStorage &other) const; // but for incidents
    [[nodiscard]] const sync::OutboxRow *own(MutationId mutation) const;
    [[nodiscard]] bool holds(MutationId mutation) const { return m_byMutation.find(mutation); }

    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> commit() override;
    void rollback() override;
    [[nodiscard]] Result<sync::ClientMeta> meta() override { return m_meta; }
    [[nodiscard]] Result<> setMeta(const sync::ClientMeta &meta) override;
    [[nodiscard]] Result<std::optional<protocol::EntityState>> base(EntityId id) override;
    [[nodiscard]] Result<> putBase(const protocol::EntityState &state,
                                   const sync::RecordIndex &index) override;
    [[nodiscard]] Result<> clearBase() override;
    [[nodiscard]] Result<std::optional<protocol::EntityState>> overlay(EntityId id) override;
    [[nodiscard]] Result<> putOverlay(const protocol::EntityState &state,
                                      const sync::RecordIndex &index) override;
    [[nodiscard]] Result<> removeOverlay(EntityId id) override;
    [[nodiscard]] Result<quint64> appendOutbox(const sync::OutboxRow &row) override;
    [[nodiscard]] Result<std::vector<sync::OutboxRow>> openOutboxOf(EntityId id,
                                                                    quint64 cursor) override;
    [[nodiscard]] Result<std::vector<EntityId>> openOutboxEntities(quint64 cursor) override;
    [[nodiscard]] Result<std::vector<sync::OutboxRow>> pendingAfter(quint64 number,
                                                                    int rowsMax) override;
    [[nodiscard]] Result<std::optional<EntityId>>
    markAcked(const protocol::MutationResult &result) override;
    [[nodiscard]] Result<> reopenAckedAbove(quint64 sequence) override;
    [[nodiscard]] Result<sync::OutboxCounts> outboxCounts(quint64 cursor) override;
    [[nodiscard]] Result<std::optional<sync::OutboxRow>> lastOutboxRow() override;
    [[nodiscard]] Result<> clearStage() override;
    [[nodiscard]] Result<> stage(std::span<const StagedRow> rows) override;
    [[nodiscard]] Result<sync::Digest> swapStage() override;
    [[nodiscard]] Result<sync::Digest> swapStagedPart(std::span<const QByteArray> cells,
                                                      std::span<const quint32> buckets) override;
    [[nodiscard]] Result<Removal> removalByStage() override;
    [[nodiscard]] Result<sync::Digest> keepOnly(std::span<const QByteArray> scope) override;
    [[nodiscard]] Result<sync::Digest> baseDigest() override;
    [[nodiscard]] Result<sync::BucketSums> baseBuckets() override;
    [[nodiscard]] Result<std::vector<protocol::HistoryPoint>> checkpoints() override;
    [[nodiscard]] Result<> setCheckpoints(std::span<const protocol::HistoryPoint> points) override;
    [[nodiscard]] Result<> putLogRow(EntityId entity, const protocol::LogRow &row) override;
    [[nodiscard]] Result<> removeLogAbove(quint64 sequence) override;
    [[nodiscard]] Result<> putIncident(const QString &kind, const QString &detail,
                                       qint64 atMs) override;

private:
    [[nodiscard]] bool isOpen(const sync::OutboxRow &row, quint64 cursor) const;

    sync::ClientMeta m_meta;
    sync::ClientMeta m_metaBefore;
    JournaledMap<EntityId, Record> m_base;
    JournaledMap<EntityId, Record> m_overlay;
    JournaledMap<quint64, sync::OutboxRow> m_outbox;
    JournaledMap<MutationId, quint64> m_byMutation;
    JournaledMap<EntityId, std::vector<quint64>> m_byEntity;
    JournaledMap<EntityId, Record> m_stage;
    std::vector<protocol::HistoryPoint> m_checkpoints;
    std::vector<protocol::HistoryPoint> m_checkpointsBefore;
    std::vector<QString> m_incidents;
    size_t m_incidentsBefore = 0;
    std::function<bool()> m_gate;
    bool m_crashed = false;
    bool m_isFull = false;
};

} // namespace film::simulation
