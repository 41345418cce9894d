#include "shared/sync/grants.h"

#include "shared/domain/deputy.h"
#include "shared/domain/records.h"
#include "shared/sync/author.h"

#include <algorithm>

namespace film::sync {

DeviceRecord underGrant(const DeviceRecord &device,
                        const std::optional<protocol::EntityState> &grant, Instant instant)
{
    if (!grant)
        return device; // a member from before grants, or the server itself
    const auto groups = protocol::decodeGroups(grant->groups);
    const auto granted = groups ? grantFromGroups(plainGroups(*groups)) : fail(groups.error());
    DeviceRecord now = device;
    now.memberEnded = true;
    if (!granted)
        return now; // what cannot be read grants nothing
    now.role = granted->role;
    now.custom = granted->custom;
    now.person = granted->person;
    now.department = granted->department;
    now.memberEnded = granted->ended || grant->deleted
        || std::ranges::find(granted->revokedDevices, device.device)
            != granted->revokedDevices.end();
    const auto deputy = deputyIn(plainGroups(*groups));
    const Permissions own = now.permissions();
    if (deputy && !deputy->isOver(instant) && own.reach(Action::ApproveDays) < Reach::Department) {
        now.custom = CustomRole{{}, Deputy::permissionsOf(own)};
        now.department = deputy->department;
    }
    return now;
}

// A role of the production has a name.
bool isDeputy(const DeviceRecord &device)
{
    return device.custom && device.custom->name.isEmpty();
}

bool isWelcome(const DeviceRecord &device)
{
    return !device.revoked && !device.memberEnded;
}

// Restricted data is its person's and theirs who manage privacy (GDPR, article 18).
Visibility visibilityOf(const DeviceRecord &device)
{
    if (!isWelcome(device))
        return {};
    const Permissions permissions = device.permissions();
    Visibility visibility = Visibility::of(permissions, device.person, device.department);
    const bool seesOthers = visibility.everything || !visibility.department.isNull();
    if (seesOthers && !permissions.reachesAll(Action::ManagePrivacy))
        std::ranges::remove_copy(device.restricted, std::back_inserter(visibility.hidden),
                                 device.person);
    return visibility;
}

} // namespace film::sync
