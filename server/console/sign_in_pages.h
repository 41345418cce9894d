#pragma once

#include "server/console/console_call.h"

namespace film::server {

// Signing in, in two steps where there is a second factor; the first password; signing out.
[[nodiscard]] std::vector<ConsoleRoute> signInPages();

// Puts the session's tokens into cookies.
void keepSignedIn(ConsoleCall &call, const SignedIn &signedIn);

} // namespace film::server
