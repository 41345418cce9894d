#pragma once

#include "server/console/console_call.h"

namespace film::server {

// What the server makes of itself: backups, settings.
[[nodiscard]] std::vector<ConsoleRoute> serverPages();

// The last ones and what became of them; as a part of another page with the way to this one.
[[nodiscard]] Html backupsPanel(const ConsoleCall &call, bool isPart);

struct CertificateFacts {
    bool isThere = false;
    std::optional<Instant> ends; // nothing if it cannot be read
    QString names{};             // whom it is for
};
// Of the file, as it is now.
[[nodiscard]] CertificateFacts certificateFacts(const ServerConfig &config);

} // namespace film::server
