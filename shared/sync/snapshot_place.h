#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"

#include <QByteArray>

#include <optional>

namespace film::sync {

// How far a device has come with a snapshot of everything it sees, as it says at the next HELLO
// (docs/protocol.md, "A snapshot that broke off"). The server believes none of it: it goes on only
// where history, epoch and scope are still the same.
struct SnapshotPlace {
    quint64 sequence = 0; // of the snapshot
    Hash32 chain;
    EpochId epoch;
    Hash32 scope;   // scopeHash() of what the device was to see
    EntityId after; // the last record it has on disk

    [[nodiscard]] QByteArray toBytes() const;
    // Empty for anything else; devices of before say the server's token here.
    [[nodiscard]] static std::optional<SnapshotPlace> fromBytes(QByteArrayView bytes);

    friend bool operator==(const SnapshotPlace &, const SnapshotPlace &) = default;
};

} // namespace film::sync
