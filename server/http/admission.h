#pragma once

#include "server/http/api_route.h"

namespace film::server {

// What is said of things that are not there, and of those that a caller may not know of.
[[nodiscard]] Error unknownThing();

// Whether the caller of `call` may; of a member it finds the production and the membership. Whoever
// is no member is told what somebody is told who asks for a production that is not there.
[[nodiscard]] Result<> admit(const Access &access, ApiCall &call);

} // namespace film::server
