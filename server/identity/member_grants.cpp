#include "server/identity/member_grants.h"

#include "server/admin/record_writer.h"
#include "shared/domain/records.h"
#include "shared/store/production_repository.h"
#include "shared/sync/author.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

Grant grantFor(const store::MemberRow &member)
{
    Grant grant;
    grant.user = member.user;
    grant.name = member.name;
    grant.role = member.role;
    grant.person = member.person;
    grant.department = member.department;
    return grant;
}

Result<std::optional<Grant>> storedGrant(store::ServerStorageSql &storage, ProductionId production,
                                         UserId user)
{
    const auto state = storage.entity(production, grantId(production, user));
    if (!state)
        return fail(state.error());
    if (!*state)
        return std::nullopt;
    const auto groups = protocol::decodeGroups((*state)->groups);
    if (!groups)
        return fail(groups.error());
    const Result<Grant> grant = grantFromGroups(sync::plainGroups(*groups));
    return grant ? Result<std::optional<Grant>>(*grant) : fail(grant.error());
}

Result<> write(store::ServerStorageSql &storage, ProductionId production, const Grant &grant,
               Instant now)
{
    GroupMap groups = toGroups(grant);
    groups.try_emplace(schema::grant::Devices); // devices that were given back
    groups.try_emplace(schema::grant::Custom);  // a role of its own that it has no more
    const auto written = writeRecords(
        storage, production,
        {{EntityType::Grant, grantId(production, grant.user), std::move(groups)}}, now);
    if (!written)
        return fail(written.error());
    return written->undecided == 0
        ? Result<>()
        : fail(ErrorCode::Conflict, u"somebody else changed this member just now"_s);
}

} // namespace

Result<> changeGrant(store::ServerStorageSql &storage, ProductionId production, UserId user,
                     const GrantChange &change, Instant now)
{
    const auto stored = storedGrant(storage, production, user);
    if (!stored)
        return fail(stored.error());
    const auto member = store::IdentityRepository(storage.database()).member(production, user);
    if (!member)
        return fail(member.error());
    if (!*stored && !*member)
        return fail(ErrorCode::NotFound, u"nobody of that kind is on the production"_s);
    Grant grant = *stored ? **stored : grantFor(**member);
    change(grant);
    return write(storage, production, grant, now);
}

Result<> writeGrant(store::ServerStorageSql &storage, ProductionId production, const Grant &grant,
                    Instant now)
{
    return write(storage, production, grant, now);
}

Result<> grantInvited(store::ServerStorageSql &storage, ProductionId production,
                      const store::MemberRow &member, const std::optional<CustomRole> &custom,
                      Instant now)
{
    return changeGrant(
        storage, production, member.user,
        [&](Grant &grant) {
            const auto revoked = std::move(grant.revokedDevices);
            grant = grantFor(member);
            grant.revokedDevices = revoked;
            grant.custom = custom;
            if (custom)
                grant.role = nearestRole(custom->permissions);
        },
        now);
}

Result<> grantMissing(store::ServerStorageSql &storage, Instant now)
{
    const auto productions = store::ProductionRepository(storage.database()).list();
    if (!productions)
        return fail(productions.error());
    store::IdentityRepository identities(storage.database());
    for (const auto &production : *productions) {
        const auto members = identities.members(production.id);
        if (!members)
            return fail(members.error());
        for (const store::MemberRow &member : *members) {
            const auto stored = storedGrant(storage, production.id, member.user);
            if (!stored)
                return fail(stored.error());
            if (*stored)
                continue;
            if (const Result<> done = write(storage, production.id, grantFor(member), now); !done)
                return done;
        }
    }
    return {};
}

} // namespace film::server
