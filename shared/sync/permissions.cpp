#include "shared/sync/permissions.h"

#include "shared/domain/permissions.h"
#include "shared/sync/grants.h"

#include <QDateTime>

namespace film::sync {

namespace {

bool isOf(const DeviceRecord &author, DepartmentId department)
{
    return !author.department.isNull() && author.department == department;
}

} // namespace

bool mayWrite(const DeviceRecord &author, EntityType type, PersonId owner, DepartmentId department)
{
    if (!isWelcome(author))
        return false;
    const Permissions permissions = author.permissions();
    if (type == EntityType::Grant)
        return permissions.reachesAll(Action::GiveRoles);
    if (type == EntityType::Timecard)
        return permissions.reachesAll(Action::ApproveDays)
            && permissions.reachesAll(Action::SeePay);
    if (type != EntityType::TimeEntry || owner.isNull())
        return permissions.reachesAll(Action::EditProduction);
    return permissions.reachesPerson(Action::EditDays, author.person == owner,
                                     isOf(author, department));
}

bool mayApprove(const DeviceRecord &author, ApprovalLevel level, DepartmentId department)
{
    if (!isWelcome(author))
        return false;
    const Permissions permissions = author.permissions();
    if (level == ApprovalLevel::Coordinator)
        return permissions.reachesAll(Action::ApproveDays);
    return permissions.reachesPerson(Action::ApproveDays, false, isOf(author, department));
}

bool mayDelegate(const DeviceRecord &author, UserId to, const std::optional<Deputy> &before,
                 const std::optional<Deputy> &after, Instant now)
{
    if (!isWelcome(author) || isDeputy(author) || to.isNull() || to == author.user)
        return false;
    const Reach reach = author.permissions().reach(Action::ApproveDays);
    if (reach < Reach::Department)
        return false;
    const bool isOffice = reach == Reach::Production;
    if (before && before->by != author.user && !isOffice && !before->isOver(now))
        return false;
    if (!after)
        return true;
    const QDate today = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(now), Qt::UTC).date();
    return after->by == author.user && (isOffice || isOf(author, after->department))
        && !after->isOver(now) && today.daysTo(after->until) <= Deputy::daysMax;
}

} // namespace film::sync
