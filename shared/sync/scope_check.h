#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages.h"
#include "shared/sync/server_storage.h"

#include <optional>

namespace film::sync {

// What passing a row of the member's grant means for a session. The grant at the head counts, not
// the one in the row: a replayed old one would take from a device what it was given back since.
struct ScopeRead {
    DeviceRecord device;
    Visibility visibility;
    std::optional<protocol::Scope> change; // none: the session sees what it saw
    std::optional<protocol::Purge> purge;  // the device is not welcome any more
};
[[nodiscard]] Result<ScopeRead> readScope(ServerStorage &storage, ProductionId production,
                                          DeviceId device, const Visibility &before,
                                          quint64 cursor);

// Signed: the device gives up all it has been shown, and keeps what it wrote.
[[nodiscard]] Result<protocol::Purge> signedPurge(ServerStorage &storage, ProductionId production,
                                                  DeviceId device, quint64 head);

} // namespace film::sync
