#pragma once

#include "server/http/api_route.h"

namespace film::server {

// What is known of a person: to hand out, to restrict, to erase. For whoever manages privacy, with
// a second factor where names leave the server or go for good.
[[nodiscard]] std::vector<ApiRoute> privacyRoutes();

} // namespace film::server
