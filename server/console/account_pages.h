#pragma once

#include "server/console/console_call.h"

namespace film::server {

// For administrators of the server: who has an account, and what is done to it.
[[nodiscard]] std::vector<ConsoleRoute> accountPages();

} // namespace film::server
