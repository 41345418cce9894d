#include "shared/sync/permissions.h"

#include "shared/domain/permissions.h"
#include "shared/sync/grants.h"

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

} // namespace film::sync
