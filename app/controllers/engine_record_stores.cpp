#include "app/controllers/engine_record_stores.h"

#include "app/models/crew_report.h"

#include <algorithm>
#include <set>

namespace film::app {

namespace {

constexpr int outboxRowsShown = 500;
constexpr int rowsLookedAt = 2000; // for who wrote them

DayConflict conflictOf(const ConflictSeen &seen)
{
    DayConflict conflict;
    conflict.id = seen.id;
    conflict.personName = seen.personName;
    conflict.before = seen.before;
    conflict.counting = seen.counting;
    conflict.isLocked =
        seen.counting.state == DayState::Locked || seen.counting.state == DayState::Exported;
    for (const DayVersionSeen &version : seen.versions)
        conflict.versions.push_back(
            {version.mutation, version.authorName, {}, version.isMine, version.at, version.day});
    return conflict;
}

// The menu calls it like an entry of these days in the grid.
store::UndoName undoNameOf(const std::vector<ConflictChoice> &choices)
{
    std::set<PersonId> people;
    std::set<QDate> dates;
    for (const ConflictChoice &choice : choices) {
        people.insert(choice.result.key.person);
        dates.insert(choice.result.key.date);
    }
    store::UndoName name;
    name.kind = int(CrewReport::Kind::Entered);
    name.people = int(people.size());
    if (dates.size() == 1)
        name.date = *dates.begin();
    if (people.size() == 1)
        name.person = choices.front().personName;
    return name;
}

Result<DayHistory> readHistory(Workspace &workspace, const WorkDayKey &key)
{
    const auto rows = workspace.history(key);
    if (!rows)
        return fail(rows.error());
    const auto seen = workspace.days(key.person, key.date, key.date);
    if (!seen)
        return fail(seen.error());
    DayHistory history;
    history.now.key = key;
    for (const DaySeen &day : seen->days) {
        if (day.day.key == key)
            history.now = day.day;
    }
    for (const HistoryRow &row : *rows)
        history.changes.push_back({row.mutation,
                                   row.at,
                                   row.person,
                                   {},
                                   row.reason,
                                   row.isPending,
                                   row.before,
                                   row.after});
    // The engine tells it in the order the server took it; people read it backwards.
    std::ranges::reverse(history.changes);
    return history;
}

ChangeState stateOf(OutboxState state)
{
    switch (state) {
    case OutboxState::SavedHere: return ChangeState::Saved;
    case OutboxState::Sent: return ChangeState::Sent;
    case OutboxState::Confirmed: return ChangeState::Confirmed;
    case OutboxState::NeedsAttention: break;
    }
    return ChangeState::NeedsAttention;
}

ChangeRefusal refusalOf(const OutboxEntry &entry)
{
    using protocol::Refusal;
    if (entry.outcome == protocol::Outcome::Held)
        return ChangeRefusal::NotAllowed;
    switch (entry.refusal) {
    case Refusal::Unreadable: return ChangeRefusal::Unreadable;
    case Refusal::OtherProduction: return ChangeRefusal::OtherProduction;
    case Refusal::OtherAuthor: return ChangeRefusal::OtherAuthor;
    case Refusal::Unsupported: return ChangeRefusal::Unsupported;
    case Refusal::BadValues: return ChangeRefusal::BadValues;
    case Refusal::ServerRecord: return ChangeRefusal::ServerRecord;
    case Refusal::Database: return ChangeRefusal::Database;
    case Refusal::BrokenAtom: // said in general words: no page makes such changes yet
    case Refusal::None: break;
    }
    return ChangeRefusal::Unsaid;
}

Result<OutboxSnapshot> readOutbox(Workspace &workspace)
{
    const auto entries = workspace.outbox(outboxRowsShown);
    const auto size = workspace.outboxSize();
    const auto counts = workspace.counts();
    if (!entries || !size || !counts)
        return fail(!entries ? entries.error() : !size ? size.error() : counts.error());
    const QString author = workspace.state().personName;
    OutboxSnapshot snapshot;
    for (const OutboxEntry &entry : *entries) {
        snapshot.changes.push_back(outboxChangeOf(entry, author));
    }
    const auto listed = std::ranges::count_if(*entries, [](const OutboxEntry &entry) {
        return entry.state != OutboxState::Confirmed && entry.outcome != protocol::Outcome::Held;
    });
    const quint64 waiting = counts->pending + counts->unconfirmed + counts->refused;
    snapshot.earlier = int(*size - entries->size());
    snapshot.earlierWaiting = std::clamp(int(waiting) - int(listed), 0, snapshot.earlier);
    return snapshot;
}

SyncKind kindOf(SyncStatus::Kind kind)
{
    switch (kind) {
    case SyncStatus::Kind::Synced: return SyncKind::Synced;
    case SyncStatus::Kind::Working: return SyncKind::Working;
    case SyncStatus::Kind::OfflineClean: return SyncKind::OfflineClean;
    case SyncStatus::Kind::OfflineWaiting: return SyncKind::OfflineWaiting;
    case SyncStatus::Kind::Conflict: return SyncKind::Conflict;
    case SyncStatus::Kind::SignedOut: return SyncKind::SignedOut;
    case SyncStatus::Kind::Failed: return SyncKind::Failed;
    case SyncStatus::Kind::Review: return SyncKind::Review;
    case SyncStatus::Kind::Revoked: return SyncKind::Revoked;
    case SyncStatus::Kind::TooOld: return SyncKind::TooOld;
    case SyncStatus::Kind::Solo: break;
    }
    return SyncKind::Solo;
}

} // namespace

QFuture<Result<std::vector<DayConflict>>> EngineConflictStore::loadConflicts()
{
    return m_engine.run([](Workspace &workspace) -> Result<std::vector<DayConflict>> {
        const auto seen = workspace.conflicts();
        if (!seen)
            return fail(seen.error());
        std::vector<DayConflict> conflicts;
        for (const ConflictSeen &conflict : *seen)
            conflicts.push_back(conflictOf(conflict));
        std::ranges::sort(conflicts, {}, [](const DayConflict &c) { return c.counting.key.date; });
        return conflicts;
    });
}

QFuture<Result<SavedStep>> EngineConflictStore::resolve(std::vector<ConflictChoice> choices)
{
    UndoNote note{UndoNote::Kind::Step};
    note.name = undoNameOf(choices);
    note.name.page = int(m_undoPage);
    std::vector<ConflictDecision> decisions;
    for (ConflictChoice &choice : choices)
        decisions.push_back({choice.id, std::move(choice.seen), std::move(choice.result),
                             std::move(choice.message)});
    return m_engine.resolve(std::move(decisions), std::move(note));
}

QFuture<Result<DayHistory>> EngineHistoryStore::history(WorkDayKey key)
{
    return m_engine.run([key](Workspace &workspace) { return readHistory(workspace, key); });
}

OutboxChange outboxChangeOf(const OutboxEntry &entry, const QString &author)
{
    OutboxChange change;
    change.mutation = entry.mutation;
    change.at = entry.at;
    change.author = author;
    change.where = entry.personName;
    change.before = entry.before;
    change.after = entry.after;
    change.title = entry.personName;
    change.state = stateOf(entry.state);
    if (entry.state == OutboxState::NeedsAttention)
        change.refusal = refusalOf(entry);
    return change;
}

QFuture<Result<std::vector<DeviceSeen>>> loadDevices(Engine &engine)
{
    return engine.run([](Workspace &workspace) -> Result<std::vector<DeviceSeen>> {
        const auto writers = workspace.writers(rowsLookedAt);
        if (!writers)
            return fail(writers.error());
        std::vector<DeviceSeen> devices;
        for (const WriterSeen &writer : *writers)
            devices.push_back({writer.person, writer.isMine, writer.at});
        return devices;
    });
}

QFuture<Result<OutboxSnapshot>> loadOutbox(Engine &engine)
{
    return engine.run([](Workspace &workspace) { return readOutbox(workspace); });
}

SyncState syncStateOf(const SyncStatus &status)
{
    SyncState state;
    state.kind = kindOf(status.kind);
    state.waiting = int(status.waiting + status.refused);
    state.sent = int(status.sent);
    state.sending = int(status.waiting);
    state.toReview = int(status.toReview);
    state.removalHeld = int(status.removalHeld);
    state.removalMissing = int(status.removalMissing);
    state.oldestApp = status.oldestApp;
    state.lastSyncedAt = status.lastSyncedAt;
    state.offlineSince = status.offlineSince;
    return state;
}

} // namespace film::app
