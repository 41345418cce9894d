#pragma once

#include "shared/store/database.h"
#include "shared/store/postgres_bulk.h"
#include "shared/store/transaction.h"
#include "shared/sync/server_storage.h"

#include <optional>

namespace film::store {

// What both databases do alike.
class ServerTransactionSql : public sync::ServerTransaction
{
public:
    [[nodiscard]] static Result<std::unique_ptr<ServerTransactionSql>>
    begin(Database &database, ProductionId id, const sync::BatchWanted &wanted);

    [[nodiscard]] const sync::BatchFound &found() const override { return m_found; }

protected:
    ServerTransactionSql(Database &database, ProductionId production)
        : m_database(database)
        , m_production(production)
    {}

    // Begins, takes the lock, and then looks as find() does.
    [[nodiscard]] virtual Result<> start(const sync::BatchWanted &wanted) = 0;

    Database &m_database;
    ProductionId m_production;
    sync::BatchFound m_found;
};

// Row by row: SQLite, and the reference the other one is tested against.
class RowwiseTransaction final : public ServerTransactionSql
{
public:
    RowwiseTransaction(Database &database, ProductionId production)
        : ServerTransactionSql(database, production)
    {}
    [[nodiscard]] Result<> find(const sync::BatchWanted &wanted) override;
    [[nodiscard]] Result<std::map<QByteArray, sync::Digest>>
    findDigests(std::span<const QByteArray> cells) override;
    [[nodiscard]] Result<> write(const sync::BatchPart &part) override;
    [[nodiscard]] Result<> commit(const sync::BatchEnd &end) override;

private:
    [[nodiscard]] Result<> start(const sync::BatchWanted &wanted) override;
    [[nodiscard]] Result<> readHead();
    [[nodiscard]] Result<> findMutations(std::span<const MutationId> mutations);
    [[nodiscard]] Result<> findPositions(std::span<const sync::StreamPosition> positions);
    [[nodiscard]] Result<> findStreams(std::span<const StreamId> streams);
    [[nodiscard]] Result<> findEntities(std::span<const EntityId> entities);
    [[nodiscard]] Result<> writeRows(const std::vector<sync::LogAppend> &rows);
    [[nodiscard]] Result<> writeEntities(const std::vector<protocol::EntityState> &entities);
    [[nodiscard]] Result<> writeDigests(const std::map<QByteArray, sync::Digest> &digests);
    [[nodiscard]] Result<> writeHead(const sync::ProductionHead &head);
    [[nodiscard]] Result<>
    writeQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined);

    std::optional<Transaction> m_transaction;
};

// Whole arrays at once, and two round trips for a batch: PostgreSQL. The first begins, locks and
// looks; what is written goes out as it is decided, and is answered with the commit.
class BulkTransaction final : public ServerTransactionSql
{
public:
    BulkTransaction(Database &database, ProductionId production)
        : ServerTransactionSql(database, production)
    {}
    ~BulkTransaction() override;
    Q_DISABLE_COPY_MOVE(BulkTransaction)

    [[nodiscard]] Result<> find(const sync::BatchWanted &wanted) override;
    [[nodiscard]] Result<std::map<QByteArray, sync::Digest>>
    findDigests(std::span<const QByteArray> cells) override;
    [[nodiscard]] Result<> write(const sync::BatchPart &part) override;
    [[nodiscard]] Result<> commit(const sync::BatchEnd &end) override;

private:
    [[nodiscard]] Result<> start(const sync::BatchWanted &wanted) override;
    [[nodiscard]] unsigned int rowType(const char *name) const;
    [[nodiscard]] Result<> makeReady();
    // These wait for the round trip.
    void addLock();
    void addFind(const sync::BatchWanted &wanted);
    void addFindMutations(std::span<const MutationId> mutations);
    void addFindPositions(std::span<const sync::StreamPosition> positions);
    void addFindStreams(std::span<const StreamId> streams);
    void addFindEntities(std::span<const EntityId> entities);
    void addRows(const std::vector<sync::LogAppend> &rows);
    void addNewEntities(const std::vector<protocol::EntityState> &entities);
    void addChangedEntities(const std::vector<protocol::EntityState> &entities);
    void addNewDigests(const std::map<QByteArray, sync::Digest> &digests);
    void addChangedDigests(const std::map<QByteArray, sync::Digest> &digests);
    void addHead(const sync::ProductionHead &head);
    void addQuarantine(const std::vector<sync::QuarantinedEnvelope> &quarantined);

    PostgresBulk m_bulk{m_database};
    bool m_isLocked = false; // the production is there
    bool m_isReadable = true;
    bool m_isOpen = false;
};

// The parts of a cell as columns, and back.
[[nodiscard]] protocol::Cell cellFrom(qint64 kind, QByteArrayView department,
                                      QByteArrayView person);

} // namespace film::store
