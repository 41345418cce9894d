#pragma once

#include "server/http/web_message.h"
#include "shared/base/error.h"

namespace film::server {

// The status that says the same as the code (RFC 9110).
[[nodiscard]] int httpStatusOf(ErrorCode code);

// application/problem+json (RFC 9457): `title` of the status, `detail` of the error, `code` as
// errorCodeName() has it, and what else is known.
[[nodiscard]] WebResponse problem(const Error &error);
[[nodiscard]] WebResponse problem(int status, const Error &error);

} // namespace film::server
