#pragma once

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/store/database.h"

#include <QJsonObject>

namespace film::server {

// What somebody needs to know who is to find out why a server does not do what it should, as one
// object: its version, `about` (of a server that runs: settings, health, metrics), the database's
// schema and the sizes of its tables, and the last lines of the log. No names, no hours, no
// amounts, no codes or tokens, no addresses of people: the log has none, and of the tables only
// their sizes are told.
[[nodiscard]] Result<QJsonObject> diagnosticsOf(store::Database &database, const QJsonObject &about,
                                                Instant now);

} // namespace film::server
