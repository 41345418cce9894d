#pragma once

#include "shared/base/clock.h"
#include "shared/sync/client_session.h"
#include "shared/sync/client_storage.h"

#include <optional>

namespace film::app {

// Where this computer stands (design: sync states of the status bar).
struct SyncStatus {
    enum class Kind {
        Synced,
        Working,
        OfflineClean,
        OfflineWaiting,
        Conflict,
        SignedOut,
        Failed,
        Review,  // the server lacks most of what is here: a person has to look first
        Revoked, // not on the production any more
        TooOld,  // the server wants a newer version of this app
        Solo,
    };

    Kind kind = Kind::Solo;
    quint64 waiting = 0;     // own changes that the server has not confirmed
    quint64 sent = 0;        // of `waiting`: acknowledged, on their way back
    quint64 refused = 0;     // kept here, not taken by the server
    quint64 toReview = 0;    // conflicts
    bool isComplete = false; // compared with the server on this connection, and equal
    std::optional<Instant> lastSyncedAt;
    std::optional<Instant> offlineSince;
    std::optional<Error> halted;
    qint64 clockOffsetMs = 0;
    quint64 removalHeld = 0; // with Review: records here, and those the server lacks
    quint64 removalMissing = 0;
    QString oldestApp; // with TooOld: what the server wants; empty if nothing can be handed over
};

struct SyncFacts {
    bool isSolo = true;
    sync::ClientSession::Status session;
    sync::OutboxCounts counts;
    quint64 openConflicts = 0;
    std::optional<Instant> lastSyncedAt;
    std::optional<Instant> offlineSince; // set from the first failed attempt on
};

[[nodiscard]] SyncStatus syncStatusOf(const SyncFacts &facts);
// "synced", "working", "offline" … for the command line.
[[nodiscard]] QString syncKindName(SyncStatus::Kind kind);

} // namespace film::app
