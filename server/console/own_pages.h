#pragma once

#include "server/console/console_call.h"

namespace film::server {

// What everybody does with their own account: password, second factor, sessions.
[[nodiscard]] std::vector<ConsoleRoute> ownPages();

// Where a duty is done.
[[nodiscard]] LocalPath dutyPage(Principal::Duty duty);

} // namespace film::server
