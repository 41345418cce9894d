#pragma once

#include "shared/base/clock.h"
#include "shared/store/server_storage_sql.h"

#include <QJsonObject>

namespace film::server {

// Everything that the server has about a person of a production, for the person (GDPR, articles 15
// and 20): records, changes by and about them, devices, invites, the account with its sessions and
// the acts about it. Without hashes, keys and tokens, which say nothing to anybody.
// docs/security.md has the list of what is where.
[[nodiscard]] Result<QJsonObject> exportPerson(store::ServerStorageSql &storage,
                                               ProductionId production, PersonId person,
                                               Instant now);

// The same to be read by people: one HTML page without scripts or anything from elsewhere.
[[nodiscard]] QByteArray personPage(const QJsonObject &exported);

} // namespace film::server
