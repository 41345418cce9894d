#include "app/engine/sync_status.h"

namespace film::app {

using namespace Qt::StringLiterals;
using Phase = sync::ClientSession::Phase;

namespace {

SyncStatus::Kind connectedKind(const SyncFacts &facts, quint64 waiting)
{
    if (facts.session.phase != Phase::Live || waiting > 0 || !facts.session.complete)
        return SyncStatus::Kind::Working;
    return facts.openConflicts > 0 ? SyncStatus::Kind::Conflict : SyncStatus::Kind::Synced;
}

bool isTooOld(const sync::ClientSession::Status &session)
{
    return session.phase == Phase::UpgradeRequired
        || (session.phase == Phase::Draining && !session.oldestApp.isEmpty());
}

SyncStatus::Kind kindOf(const SyncFacts &facts, quint64 waiting)
{
    using Kind = SyncStatus::Kind;
    if (facts.isSolo)
        return Kind::Solo;
    if (facts.session.phase == Phase::Review)
        return Kind::Review;
    if (facts.session.phase == Phase::Revoked)
        return Kind::Revoked;
    if (isTooOld(facts.session))
        return Kind::TooOld;
    if (facts.counts.refused > 0)
        return Kind::Failed;
    const Kind offline = waiting > 0 ? Kind::OfflineWaiting : Kind::OfflineClean;
    switch (facts.session.phase) {
    case Phase::Halted: return Kind::Failed;
    case Phase::UpgradeRequired: return Kind::TooOld;
    case Phase::NeedLogin: return Kind::SignedOut;
    case Phase::Off:
    case Phase::Backoff: return offline;
    case Phase::Connecting:
    case Phase::Greeting:
        // A retry is no reason to flicker; the first attempt after the start is.
        return facts.offlineSince ? offline : Kind::Working;
    case Phase::Review: return Kind::Review;
    case Phase::Revoked: return Kind::Revoked;
    case Phase::Snapshot:
    case Phase::Draining:
    case Phase::Live: return connectedKind(facts, waiting);
    }
    Q_UNREACHABLE();
}

} // namespace

SyncStatus syncStatusOf(const SyncFacts &facts)
{
    SyncStatus status;
    status.waiting = facts.counts.pending + facts.counts.unconfirmed;
    status.sent = facts.counts.unconfirmed;
    status.refused = facts.counts.refused;
    status.toReview = facts.openConflicts;
    status.isComplete = facts.session.complete;
    status.lastSyncedAt = facts.lastSyncedAt;
    status.offlineSince = facts.offlineSince;
    status.halted = facts.session.halted;
    if (facts.session.removal) {
        status.removalHeld = facts.session.removal->held;
        status.removalMissing = facts.session.removal->removed;
    }
    status.oldestApp = facts.session.oldestApp;
    status.clockOffsetMs = facts.session.clockOffsetMs;
    status.kind = kindOf(facts, status.waiting);
    return status;
}

QString syncKindName(SyncStatus::Kind kind)
{
    switch (kind) {
    case SyncStatus::Kind::Synced: return u"synced"_s;
    case SyncStatus::Kind::Working: return u"working"_s;
    case SyncStatus::Kind::OfflineClean: return u"offline"_s;
    case SyncStatus::Kind::OfflineWaiting: return u"offline-waiting"_s;
    case SyncStatus::Kind::Conflict: return u"conflict"_s;
    case SyncStatus::Kind::SignedOut: return u"signed-out"_s;
    case SyncStatus::Kind::Failed: return u"failed"_s;
    case SyncStatus::Kind::Review: return u"review"_s;
    case SyncStatus::Kind::Revoked: return u"revoked"_s;
    case SyncStatus::Kind::TooOld: return u"too-old"_s;
    case SyncStatus::Kind::Solo: return u"solo"_s;
    }
    Q_UNREACHABLE();
}

} // namespace film::app
