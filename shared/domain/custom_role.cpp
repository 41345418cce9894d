#include "shared/domain/custom_role.h"

#include <algorithm>
#include <array>

namespace film {

using namespace Qt::StringLiterals;

namespace {

// From the widest on. A coordinator and a production manager hold the same.
constexpr std::array narrowing{
    Role::Administrator, Role::ProductionManager, Role::Coordinator, Role::Accountant,
    Role::Auditor,       Role::HeadOfDepartment,  Role::Crew,
};

QString cannot(Action action, Reach reach)
{
    return u"%1 cannot reach: %2"_s.arg(actionName(action), reachName(reach));
}

} // namespace

std::optional<QString> problemOfReaches(const Permissions &permissions)
{
    const auto reach = [&permissions](Action action) { return permissions.reach(action); };
    if (!permissions.covers(Permissions(Role::Crew)))
        return u"a role holds at least what the crew does"_s;
    for (const Action action : {Action::GiveRoles, Action::ManagePrivacy}) {
        if (reach(action) != Reach::Nobody)
            return u"%1 is for administrators"_s.arg(actionName(action));
    }
    // What belongs to nobody is everybody's: there is nothing between all and none.
    for (const Action action : {Action::EditProduction, Action::ExportPay, Action::Invite}) {
        if (reach(action) == Reach::Own || reach(action) == Reach::Department)
            return cannot(action, reach(action));
        if (reach(action) == Reach::Production && reach(Action::SeeDays) != Reach::Production)
            return u"%1 needs see-days of the production"_s.arg(actionName(action));
    }
    if (reach(Action::ApproveDays) == Reach::Own)
        return cannot(Action::ApproveDays, Reach::Own);
    for (const Action action : {Action::SeePay, Action::SeeDevices, Action::SignDevicesOut}) {
        if (reach(action) == Reach::Department)
            return cannot(action, Reach::Department);
    }
    for (const Action action : {Action::EditDays, Action::ApproveDays, Action::SeeAudit}) {
        if (reach(action) > reach(Action::SeeDays))
            return u"%1 needs see-days that reaches as far"_s.arg(actionName(action));
    }
    // A device is sent everything of the production or nothing of other people's deals.
    if ((reach(Action::SeePay) == Reach::Production)
        != (reach(Action::SeeDays) == Reach::Production))
        return u"see-days and see-pay reach the production together"_s;
    return std::nullopt;
}

std::optional<QString> problemOfName(const QString &name)
{
    const auto isOdd = [](QChar c) { return c.category() == QChar::Other_Control || c == u'/'; };
    if (name.isEmpty() || name != name.trimmed() || !name.isValidUtf16()
        || name.size() > custom_role_limits::nameLengthMax || std::ranges::any_of(name, isOdd))
        return u"a role has a name of up to %1 characters"_s.arg(custom_role_limits::nameLengthMax);
    if (roleFromName(QString(name.toCaseFolded()).replace(u' ', u'-')))
        return u"%1 is a role already"_s.arg(name);
    return std::nullopt;
}

Role nearestRole(const Permissions &permissions)
{
    const auto held = std::ranges::find_if(
        narrowing, [&permissions](Role role) { return permissions.covers(Permissions(role)); });
    return held == narrowing.end() ? Role::Crew : *held;
}

} // namespace film
