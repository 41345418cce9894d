#pragma once

#include "shared/base/clock.h"
#include "shared/protocol/messages.h"
#include "shared/sync/server_storage.h"
#include "shared/sync/snapshot_place.h"

#include <QVersionNumber>

#include <optional>

namespace film::sync {

// What the server was told to ask of a device.
struct HelloPolicy {
    // Null: any. An older one of this app may hand over what it has, and gets nothing; other
    // programs count their versions in their own way and are not judged.
    QVersionNumber oldestApp;
    // Reading more rows than this one by one takes longer than a snapshot of what they led to.
    quint64 rowsWorthResuming = 200'000;
};

// What the server found out about a HELLO.
struct HelloAnswer {
    std::optional<protocol::HelloNo> refusal;

    // The rest only without a refusal.
    DeviceRecord device;
    ProductionHead head;
    protocol::HelloOk::Verdict verdict = protocol::HelloOk::Verdict::Resume;
    quint64 common = 0; // last place both histories share; only for Resync
    Visibility visibility;
    // Where the snapshot of before goes on that did not come to its end; only for Snapshot.
    std::optional<SnapshotPlace> resumed;
    // Signed, when the scope is another than the one the device knows: records may have to go.
    std::optional<protocol::Signature> scopeSignature;
    // For a device that is not welcome any more: it may hand over what it has, then this.
    std::optional<protocol::Purge> purge;
    // For an app that is too old: it may hand over what it has and keeps the rest.
    QString oldestApp;
};

// Knows the device by its token and proves that the history it claims is ours: a cursor is a
// claim about history, not a number (docs/protocol.md, "Resuming").
[[nodiscard]] Result<HelloAnswer> checkHello(ServerStorage &storage, const protocol::Hello &hello,
                                             Instant now, const HelloPolicy &policy = {});

} // namespace film::sync
