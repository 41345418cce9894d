#pragma once

#include "shared/store/database.h"
#include "shared/store/postgres_bulk.h"
#include "shared/store/transaction.h"
#include "shared/sync/server_storage.h"

#include <optional>

namespace film::store {

// What both databases do alike: lock first, commit last, and tell a commit that failed from one
// whose fate nobody knows.
class ServerTransactionSql : public sync::ServerTransaction
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ServerTransactionSql>> begin(Database &database,
                                                                             ProductionId id);

    [[nodiscard]] const sync::ProductionHead &head() const override { return m_head; }
    [[nodiscard]] Result<> write(const sync::BatchWrites &writes) override;
    [[nodiscard]] sync::CommitOutcome commit() override;

protected:
    ServerTransactionSql(Database &database, ProductionId production, Transaction transaction)
        : m_database(database)
        , m_production(production)
        , m_transaction(std::move(transaction))
    {}

    [[nodiscard]] virtual Result<> writeRows(const std::vector<sync::LogAppend> &rows) = 0;
    [[nodiscard]] virtual Result<>
    writeEntities(const std::vector<protocol::EntityState> &entities) = 0;
    [[nodiscard]] virtual Result<>
    writeDigests(const std::map<QByteArray, sync::Digest> &digests) = 0;
    [[nodiscard]] virtual Result<> writeHead(const sync::ProductionHead &head) = 0;
    // After the last of the writes of rows; what waits goes over now.
    [[nodiscard]] virtual Result<> flush() { return {}; }
    [[nodiscard]] Result<>
    writeQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined);

    // Takes the lock and reads the head.
    [[nodiscard]] virtual Result<> lock() = 0;

    Database &m_database;
    ProductionId m_production;
    std::optional<Transaction> m_transaction;
    sync::ProductionHead m_head;
};

// Row by row: SQLite, and the reference the other one is tested against.
class RowwiseTransaction final : public ServerTransactionSql
{
public:
    RowwiseTransaction(Database &database, ProductionId production, Transaction transaction)
        : ServerTransactionSql(database, production, std::move(transaction))
    {}
    [[nodiscard]] Result<std::vector<sync::LoggedMutation>>
    findMutations(std::span<const MutationId> mutations) override;
    [[nodiscard]] Result<std::vector<protocol::EntityState>>
    findEntities(std::span<const EntityId> entities) override;
    [[nodiscard]] Result<std::vector<sync::StreamPosition>>
    findPositions(std::span<const sync::StreamPosition> positions) override;
    [[nodiscard]] Result<std::map<QByteArray, sync::Digest>>
    findDigests(std::span<const QByteArray> cells) override;

private:
    [[nodiscard]] Result<> writeRows(const std::vector<sync::LogAppend> &rows) override;
    [[nodiscard]] Result<>
    writeEntities(const std::vector<protocol::EntityState> &entities) override;
    [[nodiscard]] Result<> writeDigests(const std::map<QByteArray, sync::Digest> &digests) override;
    [[nodiscard]] Result<> writeHead(const sync::ProductionHead &head) override;
    [[nodiscard]] Result<> lock() override;
};

// Whole arrays at once, and all writes in one round trip: PostgreSQL.
class BulkTransaction final : public ServerTransactionSql
{
public:
    BulkTransaction(Database &database, ProductionId production, Transaction transaction)
        : ServerTransactionSql(database, production, std::move(transaction))
    {}
    [[nodiscard]] Result<std::vector<sync::LoggedMutation>>
    findMutations(std::span<const MutationId> mutations) override;
    [[nodiscard]] Result<std::vector<protocol::EntityState>>
    findEntities(std::span<const EntityId> entities) override;
    [[nodiscard]] Result<std::vector<sync::StreamPosition>>
    findPositions(std::span<const sync::StreamPosition> positions) override;
    [[nodiscard]] Result<std::map<QByteArray, sync::Digest>>
    findDigests(std::span<const QByteArray> cells) override;

private:
    [[nodiscard]] Result<> writeRows(const std::vector<sync::LogAppend> &rows) override;
    [[nodiscard]] Result<>
    writeEntities(const std::vector<protocol::EntityState> &entities) override;
    [[nodiscard]] Result<> writeDigests(const std::map<QByteArray, sync::Digest> &digests) override;
    [[nodiscard]] Result<> writeHead(const sync::ProductionHead &head) override;
    [[nodiscard]] Result<> flush() override;
    [[nodiscard]] Result<> lock() override;

    PostgresBulk m_bulk{m_database};
};

// The parts of a cell as columns, and back.
[[nodiscard]] protocol::Cell cellFrom(qint64 kind, QByteArrayView department,
                                      QByteArrayView person);

} // namespace film::store
