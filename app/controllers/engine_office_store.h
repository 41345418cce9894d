#pragma once

#include "app/controllers/office_store.h"
#include "app/engine/engine.h"

namespace film::app {

// The production office's port over the engine.
class EngineOfficeStore final : public OfficeStore
{
public:
    explicit EngineOfficeStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<PeopleSnapshot>> loadPeople() override;
    [[nodiscard]] QFuture<Result<std::vector<ShootingDay>>> loadSheets(QDate first,
                                                                       QDate last) override;
    [[nodiscard]] QFuture<Result<>> editRecords(std::vector<RecordEdit> edits, QString reason,
                                                protocol::InputMethod input) override;

private:
    Engine &m_engine;
};

} // namespace film::app
