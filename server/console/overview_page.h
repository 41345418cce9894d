#pragma once

#include "server/console/console_call.h"

namespace film::server {

// What there is to see at a glance: of the server, and of a production.
[[nodiscard]] std::vector<ConsoleRoute> overviewPages();

} // namespace film::server
