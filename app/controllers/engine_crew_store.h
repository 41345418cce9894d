#pragma once

#include "app/controllers/crew_store.h"
#include "app/engine/engine.h"

namespace film::app {

// The crew grid's port over the engine.
class EngineCrewStore final : public CrewStore
{
public:
    explicit EngineCrewStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<CrewSnapshot>> loadCrew(QDate weekStart) override;
    [[nodiscard]] QFuture<Result<SaveReport>> saveDays(std::vector<DayEdit> edits, QString reason,
                                                       UndoNote note) override;
    [[nodiscard]] QFuture<Result<>> moveCall(CallMove move) override;
    [[nodiscard]] QFuture<Result<>> review(PenaltyReview review) override;

private:
    Engine &m_engine;
};

// Of everybody that this device knows, as the grid shows them.
[[nodiscard]] Result<CrewSnapshot> readCrew(Workspace &workspace, QDate weekStart, Instant now);

} // namespace film::app
