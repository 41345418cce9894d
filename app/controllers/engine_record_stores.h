#pragma once

#include "app/controllers/conflict_store.h"
#include "app/controllers/history_store.h"
#include "app/engine/engine.h"
#include "app/models/device_seen.h"
#include "app/models/outbox_snapshot.h"
#include "app/models/sync_state.h"

namespace film::app {

// Days with two versions, over the engine.
class EngineConflictStore final : public ConflictStore
{
public:
    explicit EngineConflictStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<std::vector<DayConflict>>> loadConflicts() override;
    [[nodiscard]] QFuture<Result<SavedStep>> resolve(std::vector<ConflictChoice> choices) override;
    // Who takes decisions back: where there is no crew grid, My week.
    void setUndoPage(UndoPage page) { m_undoPage = page; }

private:
    Engine &m_engine;
    UndoPage m_undoPage = UndoPage::MyWeek;
};

// How a day came to be what it is, over the engine.
class EngineHistoryStore final : public HistoryStore
{
public:
    explicit EngineHistoryStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<DayHistory>> history(WorkDayKey key) override;

private:
    Engine &m_engine;
};

[[nodiscard]] OutboxChange outboxChangeOf(const OutboxEntry &entry, const QString &author);

// Who was heard from lately, this computer first. For who sees everybody: it looks at the log.
[[nodiscard]] QFuture<Result<std::vector<DeviceSeen>>> loadDevices(Engine &engine);

// The newest changes made on this computer and how far they have come.
[[nodiscard]] QFuture<Result<OutboxSnapshot>> loadOutbox(Engine &engine);

// What the engine knows, as the status bar and the sync page say it.
[[nodiscard]] SyncState syncStateOf(const SyncStatus &status);

} // namespace film::app
