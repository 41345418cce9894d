#pragma once

#include "server/http/api_route.h"

namespace film::server {

[[nodiscard]] std::vector<ApiRoute> auditRoutes();

} // namespace film::server
