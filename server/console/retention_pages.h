#pragma once

#include "server/console/console_call.h"

namespace film::server {

// How long names and addresses outside the logs are kept, and erasing what is older.
[[nodiscard]] std::vector<ConsoleRoute> retentionPages();

} // namespace film::server
