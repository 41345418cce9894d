#pragma once

#include "shared/store/server_storage_sql.h"

namespace film::store {

// For reports that read much: of the address' hosts a standby, or where none answers the primary.
// Nothing can be written through it, and the schema has to be this program's already. A standby may
// be some moments behind, so devices, who must never see less than they were told, do not read from
// it.
[[nodiscard]] Result<std::unique_ptr<ServerStorageSql>> openForReports(const QString &address);

} // namespace film::store
