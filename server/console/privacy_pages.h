#pragma once

#include "server/console/console_call.h"

namespace film::server {

// Whose data is kept and not shown, for whoever manages privacy in a production.
[[nodiscard]] std::vector<ConsoleRoute> privacyPages();

} // namespace film::server
