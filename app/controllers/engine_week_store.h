#pragma once

#include "app/controllers/week_store.h"
#include "app/engine/engine.h"

namespace film::app {

// My week's port over the engine. The snapshot is made in the engine's thread, from one state of
// the file.
class EngineWeekStore final : public WeekStore
{
public:
    explicit EngineWeekStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<WeekSnapshot>> loadWeek(PersonId person, QDate date) override;
    [[nodiscard]] QFuture<Result<SavedDay>> saveDay(const WorkDay &before, const WorkDay &after,
                                                    const UndoNote &note) override;

private:
    Engine &m_engine;
};

// Of one person, as My week and their timecard show it.
[[nodiscard]] Result<WeekSnapshot> readWeek(Workspace &workspace, PersonId id, QDate date);

} // namespace film::app
