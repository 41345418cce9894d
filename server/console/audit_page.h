#pragma once

#include "server/console/console_call.h"

namespace film::server {

// The log of a production, searched: to read, and as a file.
[[nodiscard]] std::vector<ConsoleRoute> auditPages();

// The newest changes, as a part of another page. Nothing for whoever may not see them.
[[nodiscard]] Result<Html> newestChanges(const ConsoleCall &call);

} // namespace film::server
