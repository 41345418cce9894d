#pragma once

#include "app/controllers/approvals_store.h"
#include "app/engine/engine.h"

namespace film::app {

// Approvals over the engine.
class EngineApprovalsStore final : public ApprovalsStore
{
public:
    explicit EngineApprovalsStore(Engine &engine)
        : m_engine(engine)
    {}

    [[nodiscard]] QFuture<Result<ApprovalWeek>> loadQueue(QDate weekStart) override;
    [[nodiscard]] QFuture<Result<ApprovalCard>> loadCard(PersonId person, QDate weekStart) override;
    [[nodiscard]] QFuture<Result<>> approve(std::vector<DayToSign> days,
                                            std::vector<ApprovedWeek> weeks) override;
    [[nodiscard]] QFuture<Result<>> withdraw(std::vector<DayToSign> days,
                                             Withdrawal whose) override;
    [[nodiscard]] QFuture<Result<SavedDays>> saveStates(std::vector<EditedDay> days,
                                                        QString reason) override;
    [[nodiscard]] QFuture<Result<>> initial(WorkDayKey key, Hash32 content,
                                            std::optional<QString> word) override;
    [[nodiscard]] QFuture<Result<Delegations>> loadDelegations() override;
    [[nodiscard]] QFuture<Result<>> setDeputy(UserId user, std::optional<QDate> until) override;
    [[nodiscard]] QFuture<Result<PinState>> pinState() override;
    [[nodiscard]] QFuture<Result<PinAnswer>> enterPin(QString pin) override;
    [[nodiscard]] QFuture<Result<PinAnswer>> changePin(QString before, QString next) override;

private:
    Engine &m_engine;
};

} // namespace film::app
