#include "shared/domain/roles.h"

#include "shared/domain/permissions.h"

#include <array>
#include <utility>

namespace film {

namespace {
constexpr std::array<std::pair<Role, QStringView>, 7> names{{
    {Role::Crew, u"crew"},
    {Role::HeadOfDepartment, u"head-of-department"},
    {Role::Coordinator, u"coordinator"},
    {Role::Accountant, u"accountant"},
    {Role::ProductionManager, u"production-manager"},
    {Role::Auditor, u"auditor"},
    {Role::Administrator, u"administrator"},
}};
}

std::optional<Role> roleFromNumber(qint64 number)
{
    for (const auto &[role, name] : names) {
        if (static_cast<qint64>(role) == number)
            return role;
    }
    return std::nullopt;
}

std::optional<Role> roleFromName(QStringView name)
{
    for (const auto &[role, known] : names) {
        if (known == name)
            return role;
    }
    return std::nullopt;
}

QString roleName(Role role)
{
    for (const auto &[known, name] : names) {
        if (known == role)
            return name.toString();
    }
    Q_UNREACHABLE();
}

bool seesEverything(Role role)
{
    return Permissions(role).reachesAll(Action::SeeDays);
}

bool editsEverybody(Role role)
{
    return Permissions(role).reachesAll(Action::EditDays);
}

} // namespace film
