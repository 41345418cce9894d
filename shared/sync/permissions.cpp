#include "shared/sync/permissions.h"

#include "shared/sync/grants.h"

namespace film::sync {

bool mayWrite(const DeviceRecord &author, EntityType type, PersonId owner, DepartmentId department)
{
    if (!isWelcome(author))
        return false;
    if (type == EntityType::Grant)
        return author.role == Role::Administrator;
    if (editsEverybody(author.role))
        return true;
    if (type != EntityType::TimeEntry || owner.isNull())
        return false;
    if (author.person == owner)
        return author.role != Role::Auditor;
    return author.role == Role::HeadOfDepartment && !author.department.isNull()
        && author.department == department;
}

bool mayApprove(const DeviceRecord &author, ApprovalLevel level, DepartmentId department)
{
    if (!isWelcome(author))
        return false;
    if (editsEverybody(author.role))
        return true;
    return author.role == Role::HeadOfDepartment && level != ApprovalLevel::Coordinator
        && !author.department.isNull() && author.department == department;
}

} // namespace film::sync
