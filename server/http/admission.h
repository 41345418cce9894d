#pragma once

#include "server/http/api_route.h"

namespace film::server {

// What is said of things that are not there, and of those that a caller may not know of.
[[nodiscard]] Error unknownThing();

// Whether the caller of `call` may; of a member it finds the production and the membership. Whoever
// is no member is told what somebody is told who asks for a production that is not there.
[[nodiscard]] Result<> admit(const Access &access, ApiCall &call);

// While the server is in maintenance nobody changes anything, but for signing in and for what an
// administrator needs to end it: that answer, or nothing where the call may go on.
[[nodiscard]] Result<std::optional<WebResponse>> maintenanceAnswer(const ApiRoute &route,
                                                                   const ApiCall &call);

} // namespace film::server
