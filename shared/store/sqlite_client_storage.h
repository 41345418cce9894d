#pragma once

#include "shared/store/database.h"
#include "shared/store/transaction.h"
#include "shared/sync/client_storage.h"

#include <optional>

namespace film::store {

class Statement;

// The device's file. One per thread and file; nothing else writes to it.
class SqliteClientStorage final : public sync::ClientStorage
{
public:
    explicit SqliteClientStorage(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> begin() override;
    [[nodiscard]] Result<> beginStaging() override;
    [[nodiscard]] Result<> commit() override;
    void rollback() override;
    [[nodiscard]] Result<sync::ClientMeta> meta() override;
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
    [[nodiscard]] static Result<std::vector<sync::OutboxRow>> readOutbox(Statement &select);

    template<typename Use>
    [[nodiscard]] Result<> eachState(const QString &table, const Use &use);
    [[nodiscard]] Result<sync::Digest> digestOf(const QString &table);
    void wipeFreePages();
    void noteStaged(std::span<const StagedRow> rows);
    [[nodiscard]] Result<> beginTransaction();
    [[nodiscard]] Result<> endStaging();

    Database &m_database;
    std::optional<Transaction> m_transaction;
    bool m_isStaging = false;
    // Of the stage, as long as this object has written all of it, each record once.
    std::optional<sync::Digest> m_staged;
    EntityId m_lastStaged;
    bool m_forgetsBeyondRecovery = false; // records were removed that nobody may read back
};

} // namespace film::store
