#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/store/database.h"

#include <array>
#include <vector>

namespace film::store {

struct ProductionRow {
    ProductionId id;
    QString title;
    quint64 headSequence = 0;
    qint64 createdMs = 0;
};

// What a server needs to speak for a production: its authority key, and the device under which
// imports and other acts of the server itself are written.
struct ProductionKeys {
    std::array<quint8, 32> seed{}; // Ed25519
    DeviceId systemDevice;
    UserId systemUser;
};

// The productions of a server, outside their logs.
class ProductionRepository
{
public:
    explicit ProductionRepository(Database &database)
        : m_database(database)
    {}

    // With its first epoch and keys. AlreadyExists if the id is taken.
    [[nodiscard]] Result<> create(ProductionId id, const QString &title, EpochId epoch,
                                  const ProductionKeys &keys, Instant now);
    [[nodiscard]] Result<std::vector<ProductionRow>> list();
    [[nodiscard]] Result<ProductionKeys> keys(ProductionId id); // NotFound
    // The next certificate serial, never given twice.
    [[nodiscard]] Result<quint64> takeCertificateSerial(ProductionId id);

private:
    Database &m_database;
};

} // namespace film::store
