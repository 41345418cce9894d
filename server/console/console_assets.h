#pragma once

#include "server/http/web_message.h"

#include <optional>

namespace film::server {

// The one stylesheet and the one script, named by what is in them: "/console/assets/….css".
[[nodiscard]] QString stylesheetPath();
[[nodiscard]] QString scriptPath();
// One of the two, which a browser may keep for ever; nothing for any other path.
[[nodiscard]] std::optional<WebResponse> assetAt(const WebRequest &request);

} // namespace film::server
