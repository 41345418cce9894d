#include "shared/domain/crew.h"

namespace film {

namespace {
template<typename IdType>
std::optional<Minutes> findCall(const std::vector<CallFor<IdType>> &calls, IdType who)
{
    for (const CallFor<IdType> &entry : calls) {
        if (entry.who == who)
            return entry.call;
    }
    return std::nullopt;
}
} // namespace

std::optional<Minutes> ShootingDay::callOf(PersonId person, DepartmentId department) const
{
    if (const auto own = findCall(personCalls, person))
        return own;
    if (const auto ofDepartment = findCall(departmentCalls, department))
        return ofDepartment;
    return call;
}

} // namespace film
