#pragma once

#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

namespace film::store {

// The server's database, SQLite or PostgreSQL. One per thread and connection.
class ServerStorageSql final : public sync::ServerStorage
{
public:
    // Opens the database, brings its schema up to date, and begins a new epoch where another
    // database server has taken over since.
    [[nodiscard]] static Result<std::unique_ptr<ServerStorageSql>> open(const QString &address);
    explicit ServerStorageSql(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {}

    [[nodiscard]] Database &database() { return *m_database; }

    [[nodiscard]] Result<std::unique_ptr<sync::ServerTransaction>>
    begin(ProductionId, const sync::BatchWanted &wanted) override;
    [[nodiscard]] Result<sync::ProductionHead> head(ProductionId) override;
    [[nodiscard]] Result<std::optional<sync::DeviceRecord>> device(ProductionId, DeviceId) override;
    [[nodiscard]] Result<std::optional<Hash32>> chainAt(ProductionId, quint64 sequence) override;
    [[nodiscard]] Result<sync::RowsRead> rows(ProductionId,
                                              const sync::RowsWanted &wanted) override;
    [[nodiscard]] Result<std::vector<protocol::EntityState>>
    page(ProductionId, const sync::PageWanted &wanted) override;
    [[nodiscard]] Result<sync::CheckpointRead>
    checkpoint(ProductionId, const sync::Visibility &visibility) override;
    [[nodiscard]] Result<sync::BucketsRead> buckets(ProductionId,
                                                    const sync::Visibility &visibility) override;
    [[nodiscard]] Result<protocol::Signature> signAsAuthority(ProductionId,
                                                              QByteArrayView message) override;

    [[nodiscard]] Result<std::optional<protocol::EntityState>> entity(ProductionId, EntityId id);

private:
    std::unique_ptr<Database> m_database;
};

} // namespace film::store
