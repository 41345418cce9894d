#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/messages.h"
#include "shared/store/database.h"
#include "shared/sync/server_storage.h"

#include <functional>
#include <memory>

namespace film::server {

using JoinAnswer = std::variant<protocol::Joined, protocol::JoinNo>;

// One connection to the server's database. Used by the thread that opened it.
class ServerDatabase
{
public:
    virtual ~ServerDatabase() = default;
    [[nodiscard]] virtual sync::ServerStorage &storage() = 0;
    [[nodiscard]] virtual store::Database &database() = 0;
    // False once the connection broke; it is opened again by making a new one.
    [[nodiscard]] virtual bool isAlive() const = 0;
    // Begins a new epoch unless `current` is not the current one any more.
    [[nodiscard]] virtual Result<> beginEpoch(ProductionId production, EpochId current,
                                              const QString &reason, Instant now) = 0;
    // Uses up the invite and registers the device, both or neither. The proofs are checked
    // already: every known key in it is held by the one who asks.
    [[nodiscard]] virtual Result<JoinAnswer> join(const protocol::Join &join, Instant now) = 0;
    // A new end for the certificate of a device that has proven to be it, in ms since 1970.
    // NotFound if it was revoked, or has another token by now.
    [[nodiscard]] virtual Result<qint64> renew(ProductionId production, DeviceId device,
                                               const Hash32 &tokenHash, Instant now) = 0;
};

// Called in the thread that will use the database.
using DatabaseFactory = std::function<Result<std::unique_ptr<ServerDatabase>>()>;

} // namespace film::server
