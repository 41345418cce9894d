#pragma once

#include "app/engine/engine_values.h"
#include "app/engine/signing_pin.h"
#include "app/models/approval_snapshot.h"
#include "shared/base/result.h"

#include <QFuture>

namespace film::app {

// What approving needs of the world. Futures finish in any thread.
class ApprovalsStore
{
public:
    virtual ~ApprovalsStore() = default;

    // Everybody whose days this person approves, in the week.
    [[nodiscard]] virtual QFuture<Result<ApprovalWeek>> loadQueue(QDate weekStart) = 0;
    [[nodiscard]] virtual QFuture<Result<ApprovalCard>> loadCard(PersonId person,
                                                                 QDate weekStart) = 0;
    // All or none, as they were shown, with what they came to. Conflict if one is another now.
    [[nodiscard]] virtual QFuture<Result<>> approve(std::vector<DayToSign> days,
                                                    std::vector<ApprovedWeek> weeks) = 0;
    // All or none. Conflict if no approval stands on one of them, it is another day now, or, of
    // own ones, the approval that stands is somebody else's.
    [[nodiscard]] virtual QFuture<Result<>> withdraw(std::vector<DayToSign> days,
                                                     Withdrawal whose) = 0;
    // Hands days in or gives them back, all in one; `reason` travels with the change. Days that
    // are not as they were shown are left alone and named.
    [[nodiscard]] virtual QFuture<Result<SavedDays>> saveStates(std::vector<EditedDay> days,
                                                                QString reason) = 0;
    // The own word about another hand's change of an own day: empty if it is right, else why not;
    // nothing takes the word back.
    [[nodiscard]] virtual QFuture<Result<>> initial(WorkDayKey key, Hash32 content,
                                                    std::optional<QString> word) = 0;

    // Who approves in whose place, and who could in this person's.
    [[nodiscard]] virtual QFuture<Result<Delegations>> loadDelegations() = 0;
    // Up to and with that day; nothing takes it back. PermissionDenied for what is somebody
    // else's to give.
    [[nodiscard]] virtual QFuture<Result<>> setDeputy(UserId user, std::optional<QDate> until) = 0;

    [[nodiscard]] virtual QFuture<Result<PinState>> pinState() = 0;
    [[nodiscard]] virtual QFuture<Result<PinAnswer>> enterPin(QString pin) = 0;
    [[nodiscard]] virtual QFuture<Result<PinAnswer>> changePin(QString before, QString next) = 0;
};

} // namespace film::app
