#include "shared/sync/grants.h"

#include "shared/domain/records.h"
#include "shared/sync/author.h"

#include <algorithm>

namespace film::sync {

DeviceRecord underGrant(const DeviceRecord &device,
                        const std::optional<protocol::EntityState> &grant)
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
    return now;
}

bool isWelcome(const DeviceRecord &device)
{
    return !device.revoked && !device.memberEnded;
}

Visibility visibilityOf(const DeviceRecord &device)
{
    return isWelcome(device)
        ? Visibility::of(device.permissions(), device.person, device.department)
        : Visibility();
}

} // namespace film::sync
