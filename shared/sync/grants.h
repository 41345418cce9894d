#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/entity_state.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/visibility.h"

#include <optional>

namespace film::sync {

// What a device may see and write follows from its member's grant as the head of the log has it,
// not from what the member was when the device joined or the session began.
// `now` ends what was given for a time.
[[nodiscard]] DeviceRecord underGrant(const DeviceRecord &device,
                                      const std::optional<protocol::EntityState> &grant,
                                      Instant now);

// Does what a head of department does in somebody's place.
[[nodiscard]] bool isDeputy(const DeviceRecord &device);

// May read and write; otherwise it may only hand over what it has.
[[nodiscard]] bool isWelcome(const DeviceRecord &device);
// Nothing for a device that is not welcome any more.
[[nodiscard]] Visibility visibilityOf(const DeviceRecord &device);

} // namespace film::sync
