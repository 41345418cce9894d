#pragma once

#include "server/identity/server_database.h"
#include "shared/sync/signing.h"

namespace film::server {

// Answers a JOIN: whoever asks has to hold the key of the device they ask for, and of the devices
// they say they were.
[[nodiscard]] JoinAnswer checkJoin(ServerDatabase &database, const protocol::Join &join,
                                   const sync::Verifier &verifier, Instant now);

} // namespace film::server
