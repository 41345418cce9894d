#pragma once

#include "server/http/api_route.h"

namespace film::server {

// Timecards: a person's pay week with its days and what the rules say that it comes to, and the
// lines of pay alone, for payroll and reports. An estimate, from the packs that come with the
// program. Whoever may see a day but not its pay gets null instead of figures; where no rule
// applies it is said which is missing, and there is no 0.
[[nodiscard]] std::vector<ApiRoute> payRoutes();

} // namespace film::server
