#pragma once

#include "server/console/console_call.h"
#include "shared/store/identity_repository.h"

namespace film::server {

// A device as the pages list it.
struct DeviceEntry {
    store::DeviceRow device;
    QString person;
    Role role = Role::Crew;
    bool isOn = false;            // connected now, as far as this server knows
    std::optional<qint64> seenMs; // when it was last heard of; nothing if that is long ago
    QString version;              // that it said; empty if that is not known
    bool isOld = false;           // older than the server was told to take
    bool maySignOut = false;      // the visitor

    // Everything that was typed stands in the names.
    [[nodiscard]] bool matches(const QString &typed) const;
};

// Those that the visitor may see: the ones that are on first, then the last seen.
[[nodiscard]] Result<std::vector<DeviceEntry>> deviceRows(const ConsoleCall &call);
// "63 on now of 118"
[[nodiscard]] Html devicesBeside(const std::vector<DeviceEntry> &rows, qsizetype all);
[[nodiscard]] Html deviceTable(const ConsoleCall &call, const std::vector<DeviceEntry> &rows);

} // namespace film::server
