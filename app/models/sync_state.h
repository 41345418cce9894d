#pragma once

#include "shared/base/clock.h"

#include <QString>

#include <optional>

namespace film::app {

enum class SyncKind {
    Synced,
    Working,
    OfflineClean,
    OfflineWaiting,
    OnHub,
    Conflict,
    SignedOut,
    Failed,
    Review,
    Revoked,
    TooOld,
    Solo,
};

// Where this computer stands, as the status bar and the sync page say it.
struct SyncState {
    SyncKind kind = SyncKind::Solo;
    int waiting = 0; // changes not yet acknowledged
    int sent = 0;    // of `sending`, while Working
    int sending = 0;
    int toReview = 0; // conflicts that wait for a person
    bool isOnHub = false;
    int removalHeld = 0; // with Review: records here, and those the server lacks
    int removalMissing = 0;
    QString oldestApp; // with TooOld: what the server wants; empty if nothing can be handed over
    std::optional<Instant> lastSyncedAt; // Solo: last saved
    std::optional<Instant> offlineSince;

    friend bool operator==(const SyncState &, const SyncState &) = default;
};

} // namespace film::app
