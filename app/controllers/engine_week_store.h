#pragma once

#include "app/controllers/week_store.h"
#include "app/engine/engine.h"

#include <optional>

namespace film::app {

// My week's port over the engine. The snapshot is made in the engine's thread, from one state of
// the file.
class EngineWeekStore final : public WeekStore
{
public:
    explicit EngineWeekStore(Engine &engine)
        : m_engine(engine)
    {}

    // The next load of this week is answered by a read that begins now: for the first week, which
    // is read while its page is made. Nothing may be saved in between.
    void readAhead(PersonId person, QDate date);

    [[nodiscard]] QFuture<Result<WeekSnapshot>> loadWeek(PersonId person, QDate date) override;
    [[nodiscard]] QFuture<Result<SavedDay>> saveDay(const WorkDay &before, const WorkDay &after,
                                                    const UndoNote &note) override;

private:
    struct ReadAhead {
        PersonId person;
        QDate date;
        QFuture<Result<WeekSnapshot>> answer;
    };
    [[nodiscard]] QFuture<Result<WeekSnapshot>> read(PersonId person, QDate date);

    Engine &m_engine;
    std::optional<ReadAhead> m_ahead;
};

// Of one person, as My week and their timecard show it.
[[nodiscard]] Result<WeekSnapshot> readWeek(Workspace &workspace, PersonId id, QDate date);

} // namespace film::app
