#pragma once

#include "server/console/console_call.h"

namespace film::server {

// The devices of a production, and signing one out.
[[nodiscard]] std::vector<ConsoleRoute> sessionPages();

} // namespace film::server
