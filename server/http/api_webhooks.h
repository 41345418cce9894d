#pragma once

#include "server/http/api_route.h"

namespace film::server {

// Who is told of a production's changes (server/webhooks/webhook_sender.h): for those who may edit
// the production.
[[nodiscard]] std::vector<ApiRoute> webhookRoutes();

} // namespace film::server
