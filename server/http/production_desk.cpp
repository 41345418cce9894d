#include "server/http/production_desk.h"

#include "server/http/admission.h"
#include "shared/store/production_repository.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// Under which the server itself is a member.
Result<UserId> systemUserOf(store::ServerStorageSql &storage, ProductionId production)
{
    const auto keys = store::ProductionRepository(storage.database()).keys(production);
    if (!keys)
        return fail(keys.error());
    return keys->systemUser;
}

Result<ProductionDesk::Member> asNow(store::ServerStorageSql &storage, ProductionId production,
                                     const store::MemberRow &row)
{
    const auto now = membershipOf(storage, production, row.user);
    if (!now)
        return fail(now.error());
    ProductionDesk::Member member{row, row.role, now->has_value()};
    if (*now) {
        member.role = (*now)->role;
        member.custom = (*now)->custom;
    }
    return member;
}

} // namespace

QString ProductionDesk::Member::why(Action action) const
{
    if (!isActive)
        return u"the membership has ended"_s;
    switch (permissions().reach(action)) {
    case Reach::Nobody: return u"the role %1 does not include it"_s.arg(roleText());
    case Reach::Own: return u"the role %1 includes it for what is one's own"_s.arg(roleText());
    case Reach::Department: return u"the role %1 includes it for the department"_s.arg(roleText());
    case Reach::Production: return u"the role %1 includes it for everybody"_s.arg(roleText());
    }
    Q_UNREACHABLE();
}

Result<UserId> ProductionDesk::systemUser()
{
    return systemUserOf(m_call.desk.storage, m_call.production);
}

Result<std::vector<ProductionDesk::Member>>
ProductionDesk::membersOf(store::ServerStorageSql &storage, ProductionId production)
{
    const auto rows = store::IdentityRepository(storage.database()).members(production);
    const auto system = systemUserOf(storage, production);
    if (!rows || !system)
        return fail(rows ? system.error() : rows.error());
    std::vector<Member> members;
    for (const store::MemberRow &row : *rows) {
        if (row.user == *system)
            continue;
        const Result<Member> member = asNow(storage, production, row);
        if (!member)
            return fail(member.error());
        members.push_back(*member);
    }
    return members;
}

Result<std::vector<ProductionDesk::Member>> ProductionDesk::members()
{
    return membersOf(m_call.desk.storage, m_call.production);
}

Result<ProductionDesk::Member> ProductionDesk::member(UserId user)
{
    const auto row = identities().member(m_call.production, user);
    const auto system = systemUser();
    if (!row || !system)
        return fail(row ? system.error() : row.error());
    if (!*row || user == *system)
        return fail(unknownThing());
    return asNow(m_call.desk.storage, m_call.production, **row);
}

Result<std::vector<store::DeviceRow>> ProductionDesk::devices()
{
    const auto rows = identities().devices(m_call.production);
    const auto system = systemUser();
    if (!rows || !system)
        return fail(rows ? system.error() : rows.error());
    const Permissions permissions = m_call.member.permissions();
    std::vector<store::DeviceRow> seen;
    std::ranges::copy_if(*rows, std::back_inserter(seen), [&](const store::DeviceRow &row) {
        const bool isOwn = row.user == m_call.member.user;
        return row.user != *system && permissions.reachesPerson(Action::SeeDevices, isOwn, false);
    });
    return seen;
}

Result<store::DeviceRow> ProductionDesk::ownOrAnyDevice(DeviceId device)
{
    const auto rows = devices();
    if (!rows)
        return fail(rows.error());
    const auto row = std::ranges::find(*rows, device, &store::DeviceRow::device);
    if (row == rows->end()
        || !m_call.member.permissions().reachesPerson(Action::SignDevicesOut,
                                                      row->user == m_call.member.user, false))
        return fail(unknownThing());
    return *row;
}

Result<> ProductionDesk::signOut(DeviceId device)
{
    const auto row = ownOrAnyDevice(device);
    if (!row)
        return fail(row.error());
    return m_tasks.revokeDevice(m_call.production, device);
}

Result<> ProductionDesk::giveRole(UserId user, const QString &role)
{
    const auto given = roleNamed(role);
    if (!given)
        return fail(given.error());
    if (!m_call.member.permissions().covers(given->permissions()))
        return fail(ErrorCode::PermissionDenied, u"nobody gives more than they hold"_s);
    return m_tasks.giveRole(m_call.production, user, *given);
}

Result<> ProductionDesk::defineRole(const CustomRole &role)
{
    if (!m_call.member.permissions().covers(role.permissions))
        return fail(ErrorCode::PermissionDenied,
                    u"nobody makes a role that holds more than theirs"_s);
    return m_tasks.defineRole(m_call.production, role);
}

Result<QString> ProductionDesk::invite(const QString &person, const QString &role)
{
    InviteWish wish;
    wish.personName = person;
    if (!role.isEmpty()) {
        const auto named = roleNamed(role);
        if (!named)
            return fail(named.error());
        wish.role = named->role;
        wish.custom = named->custom;
    }
    return invite(wish);
}

Result<QString> ProductionDesk::invite(const InviteWish &wish)
{
    // Whoever may invite does not make administrators by it.
    const Permissions own = m_call.member.permissions();
    const bool isPlain = !wish.custom && wish.role.value_or(Role::Crew) == Role::Crew;
    if (!isPlain && !own.reachesAll(Action::GiveRoles))
        return fail(ErrorCode::PermissionDenied, u"only administrators give roles"_s);
    if (!isPlain && !own.covers(wish.permissions()))
        return fail(ErrorCode::PermissionDenied, u"nobody gives more than they hold"_s);
    if (!wish.personName.isEmpty()) {
        // A computer of somebody who is there already may what they may.
        const auto member = m_tasks.membershipNamed(m_call.production, wish.personName);
        if (!member)
            return fail(member.error());
        const Permissions most = own.reachesAll(Action::GiveRoles) ? own : Permissions(Role::Crew);
        if (*member && !most.covers((*member)->permissions()))
            return fail(ErrorCode::PermissionDenied,
                        u"nobody makes a computer of somebody who holds more than they may give"_s);
    }
    return m_tasks.invite(m_call.production, wish);
}

} // namespace film::server
