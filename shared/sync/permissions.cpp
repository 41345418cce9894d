#include "shared/sync/permissions.h"

namespace film::sync {

bool mayWrite(const DeviceRecord &author, EntityType type, PersonId owner, DepartmentId department)
{
    if (author.revoked)
        return false;
    if (editsEverybody(author.role))
        return true;
    if (type != EntityType::TimeEntry || owner.isNull())
        return false;
    if (author.person == owner)
        return author.role != Role::Auditor;
    return author.role == Role::HeadOfDepartment && !author.department.isNull()
        && author.department == department;
}

} // namespace film::sync
