#pragma once

#include "server/console/console_call.h"

namespace film::server {

// Who is on a production in which role, and inviting more; finding a person or a device.
[[nodiscard]] std::vector<ConsoleRoute> peoplePages();

} // namespace film::server
