#pragma once

#include "server/http/api_route.h"

namespace film::server {

// What an administrator of the server does with it while it runs: maintenance, levels of the log,
// retention, backups, diagnostics.
[[nodiscard]] std::vector<ApiRoute> serverRoutes();
// A file with what server/admin/diagnostics.h tells.
[[nodiscard]] Result<WebResponse> showDiagnostics(ApiCall &call);

} // namespace film::server
