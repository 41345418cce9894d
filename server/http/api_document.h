#pragma once

#include "server/http/api_route.h"

namespace film::server {

// openapi.json: the routes as other systems read them (OpenAPI 3.1).
[[nodiscard]] QByteArray apiDocument();
[[nodiscard]] std::vector<ApiRoute> documentRoutes();

} // namespace film::server
