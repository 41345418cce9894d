#pragma once

#include "server/console/console_call.h"

namespace film::server {

// Who is told of a production's changes, and what became of telling them.
[[nodiscard]] std::vector<ConsoleRoute> webhookPages();

} // namespace film::server
