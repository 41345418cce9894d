#pragma once

#include "server/config/server_config.h"

#include <QJsonObject>

namespace film::server {

// An address of a database, or of anything else, without the password that may be in it.
[[nodiscard]] QString addressWithoutSecrets(const QString &address);
// What the server was started with, for somebody who helps from elsewhere. What is not named here
// is not in it: a new option has to be looked at before it is shown.
[[nodiscard]] QJsonObject settingsWithoutSecrets(const ServerConfig &config);

} // namespace film::server
