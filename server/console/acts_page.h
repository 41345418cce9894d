#pragma once

#include "server/console/console_call.h"

namespace film::server {

// For administrators of the server: what was done to accounts, roles, devices and keys.
[[nodiscard]] std::vector<ConsoleRoute> actsPages();

} // namespace film::server
