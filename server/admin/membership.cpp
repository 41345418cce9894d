#include "server/admin/membership.h"

#include "shared/domain/records.h"
#include "shared/store/identity_repository.h"
#include "shared/store/privacy_repository.h"
#include "shared/sync/grants.h"

namespace film::server {

Result<std::optional<Membership>> membershipOf(store::ServerStorageSql &storage,
                                               ProductionId production, UserId user)
{
    store::IdentityRepository members(storage.database());
    const auto member = members.member(production, user);
    if (!member)
        return fail(member.error());
    if (!*member)
        return std::nullopt;
    sync::DeviceRecord asDevice;
    asDevice.user = user;
    asDevice.role = (*member)->role;
    asDevice.person = (*member)->person;
    asDevice.department = (*member)->department;
    const auto grant = storage.entity(production, grantId(production, user));
    if (!grant)
        return fail(grant.error());
    const sync::DeviceRecord now = sync::underGrant(asDevice, *grant, SystemClock().now());
    if (!sync::isWelcome(now))
        return std::nullopt;
    return Membership{user, now.role, now.person, now.department, now.custom};
}

Result<std::set<PersonId>> hiddenFrom(store::ServerStorageSql &storage, ProductionId production,
                                      const Membership &member)
{
    std::set<PersonId> hidden;
    if (member.permissions().reachesAll(Action::ManagePrivacy))
        return hidden;
    const auto restrictions = store::PrivacyRepository(storage.database()).restrictions(production);
    if (!restrictions)
        return fail(restrictions.error());
    for (const store::Restriction &one : *restrictions) {
        if (one.person != member.person)
            hidden.insert(one.person);
    }
    return hidden;
}

} // namespace film::server
