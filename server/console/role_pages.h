#pragma once

#include "server/console/console_call.h"

namespace film::server {

// The roles that a production made for itself, for whoever gives roles there.
[[nodiscard]] std::vector<ConsoleRoute> rolePages();

} // namespace film::server
