#pragma once

#include "server/http/api_route.h"

namespace film::server {

[[nodiscard]] std::vector<ApiRoute> openIdRoutes();

} // namespace film::server
