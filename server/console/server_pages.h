#pragma once

#include "server/console/console_call.h"

namespace film::server {

// What the server makes of itself: backups, settings.
[[nodiscard]] std::vector<ConsoleRoute> serverPages();

struct CertificateFacts {
    bool isThere = false;
    std::optional<Instant> ends; // nothing if it cannot be read
    QString names{};             // whom it is for
};
// Of the file, as it is now.
[[nodiscard]] CertificateFacts certificateFacts(const ServerConfig &config);

} // namespace film::server
