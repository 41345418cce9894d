#include "server/http/api_productions.h"

#include "server/admin/production_reader.h"
#include "server/admin/production_wish.h"
#include "server/http/api_values.h"
#include "server/http/production_desk.h"
#include "shared/domain/records.h"
#include "shared/store/identity_repository.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/production_repository.h"

#include <QJsonArray>

#include <algorithm>

#include <set>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

// For an administrator of the server: every production, without what is in it.
Result<WebResponse> listProductions(ApiCall &call)
{
    const auto productions = store::ProductionRepository(call.desk.storage.database()).list();
    if (!productions)
        return fail(productions.error());
    std::vector<QJsonObject> items;
    for (const store::ProductionRow &row : *productions)
        items.push_back({{u"id"_s, row.id.toString()},
                         {u"title"_s, row.title},
                         {u"changes"_s, qint64(row.headSequence)},
                         {u"created"_s, timeText(row.createdMs)}});
    return partOf(call, std::move(items), u"id"_s);
}

Result<WebResponse> createProduction(ApiCall &call)
{
    ProductionWish wish;
    for (const auto &[key, part] :
         {std::pair(u"title"_s, &wish.title), std::pair(u"episode"_s, &wish.episode),
          std::pair(u"zone"_s, &wish.zone), std::pair(u"week_ends"_s, &wish.weekEnds),
          std::pair(u"currency"_s, &wish.currency)}) {
        const Result<QString> said = text(call, key);
        if (!said)
            return fail(said.error());
        *part = *said;
    }
    const auto production = productionFrom(wish);
    if (!production)
        return fail(production.error());
    const auto id =
        AdminTasks(call.desk.storage, call.now, actorOf(call)).createProduction(*production);
    if (!id)
        return fail(id.error());
    WebResponse response = WebResponse::json({{u"id"_s, id->toString()}}, 201);
    response.headers.emplace_back("Location", "/api/v1/productions/" + id->toString().toLatin1());
    return response;
}

Result<WebResponse> showProduction(ApiCall &call)
{
    const auto records = readProduction(call.desk.storage, call.production);
    if (!records)
        return fail(records.error());
    if (!records->production)
        return fail(ErrorCode::NotFound, u"there is no such thing here"_s);
    const Production &production = *records->production;
    return WebResponse::json({{u"id"_s, call.production.toString()},
                              {u"title"_s, production.title},
                              {u"zone"_s, QString::fromUtf8(production.zone)},
                              {u"people"_s, int(records->crew.people.size())}});
}

// The crew list is public in its production.
Result<WebResponse> listPeople(ApiCall &call)
{
    const auto records = readProduction(call.desk.storage, call.production);
    if (!records)
        return fail(records.error());
    const auto restrictions =
        store::PrivacyRepository(call.desk.storage.database()).restrictions(call.production);
    if (!restrictions)
        return fail(restrictions.error());
    std::set<PersonId> restricted;
    for (const store::Restriction &one : *restrictions)
        restricted.insert(one.person);
    std::vector<QJsonObject> items;
    for (const Person &person : records->crew.people)
        items.push_back({{u"id"_s, person.id.toString()},
                         {u"name"_s, person.name},
                         {u"position"_s, person.position},
                         {u"department"_s, idOrNull(person.department)},
                         {u"restricted"_s, restricted.contains(person.id)},
                         {u"unit"_s, idOrNull(person.unit)}});
    return partOf(call, std::move(items), u"id"_s);
}

QJsonValue customRoleOf(const ProductionDesk::Member &member)
{
    return member.custom ? QJsonValue(member.custom->name) : QJsonValue();
}

Result<WebResponse> listMembers(ApiCall &call)
{
    const auto members = ProductionDesk(call).members();
    if (!members)
        return fail(members.error());
    std::vector<QJsonObject> items;
    for (const ProductionDesk::Member &member : *members)
        items.push_back({{u"user"_s, member.row.user.toString()},
                         {u"name"_s, member.row.name},
                         {u"person"_s, idOrNull(member.row.person)},
                         {u"role"_s, roleName(member.role)},
                         {u"custom_role"_s, customRoleOf(member)},
                         {u"active"_s, member.isActive}});
    return partOf(call, std::move(items), u"user"_s);
}

// What a member may, and why or why not: for whoever is asked "why can I not see this?".
Result<WebResponse> memberPermissions(ApiCall &call)
{
    const auto user = idIn<UserId>(call, u"user"_s);
    if (!user)
        return fail(user.error());
    const auto member = ProductionDesk(call).member(*user);
    if (!member)
        return fail(member.error());
    const auto grant = call.desk.storage.entity(call.production, grantId(call.production, *user));
    if (!grant)
        return fail(grant.error());
    QJsonArray items;
    for (const Action action : allActions()) {
        const Reach reach = member->isActive ? member->permissions().reach(action) : Reach::Nobody;
        items.append(QJsonObject{{u"action"_s, actionName(action)},
                                 {u"reach"_s, reachName(reach)},
                                 {u"why"_s, member->why(action)}});
    }
    const QJsonValue change = *grant ? QJsonValue(qint64((*grant)->lastSequence)) : QJsonValue();
    return WebResponse::json({{u"user"_s, user->toString()},
                              {u"role"_s, roleName(member->role)},
                              {u"custom_role"_s, customRoleOf(*member)},
                              {u"active"_s, member->isActive},
                              {u"person"_s, idOrNull(member->row.person)},
                              {u"department"_s, idOrNull(member->row.department)},
                              {u"change"_s, change},
                              {u"items"_s, items}});
}

Result<WebResponse> changeRole(ApiCall &call)
{
    const auto user = idIn<UserId>(call, u"user"_s);
    const auto name = neededText(call, u"role"_s, custom_role_limits::nameLengthMax);
    if (!user || !name)
        return fail(user ? name.error() : user.error());
    if (const Result<> done = ProductionDesk(call).giveRole(*user, *name); !done)
        return fail(done.error());
    return nothing();
}

QJsonObject roleJson(const QString &name, bool isFixed, const Permissions &permissions)
{
    QJsonObject may;
    for (const Action action : allActions())
        may[actionName(action)] = reachName(permissions.reach(action));
    return {{u"name"_s, name}, {u"fixed"_s, isFixed}, {u"permissions"_s, may}};
}

// The fixed ones, then those of the production.
Result<WebResponse> listRoles(ApiCall &call)
{
    const auto own = ProductionDesk(call).customRoles();
    if (!own)
        return fail(own.error());
    QJsonArray items;
    for (qint64 number = 1; roleFromNumber(number); ++number) {
        const Role role = *roleFromNumber(number);
        items.append(roleJson(roleName(role), true, Permissions(role)));
    }
    for (const CustomRole &role : *own)
        items.append(roleJson(role.name, false, role.permissions));
    return pageOf(items, std::nullopt);
}

// What is not said is as for the crew.
Result<WebResponse> defineRole(ApiCall &call)
{
    const auto name = neededText(call, u"name"_s, custom_role_limits::nameLengthMax);
    if (!name)
        return fail(name.error());
    CustomRole role;
    role.name = *name;
    for (const Action action : allActions()) {
        const auto said = text(call, actionName(action).replace(u'-', u'_'), 20);
        if (!said)
            return fail(said.error());
        const auto reach = said->isEmpty() ? Reach::Nobody : reachFromName(*said);
        if (!reach)
            return fail(ErrorCode::InvalidInput,
                        u"%1 is nobody, own, department or production"_s.arg(actionName(action)));
        role.permissions = role.permissions.with(action, *reach);
    }
    if (const Result<> done = ProductionDesk(call).defineRole(role); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> removeRole(ApiCall &call)
{
    if (const Result<> done = ProductionDesk(call).removeRole(call.path.at(u"role"_s)); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> endMember(ApiCall &call)
{
    const auto user = idIn<UserId>(call, u"user"_s);
    if (!user)
        return fail(user.error());
    if (const Result<> done = ProductionDesk(call).endMember(*user); !done)
        return fail(done.error());
    return nothing();
}

// Those of the account's own member, or all.
Result<WebResponse> listDevices(ApiCall &call)
{
    const auto devices = ProductionDesk(call).devices();
    if (!devices)
        return fail(devices.error());
    std::vector<QJsonObject> items;
    for (const store::DeviceRow &row : *devices)
        items.push_back({{u"id"_s, row.device.toString()},
                         {u"user"_s, row.user.toString()},
                         {u"name"_s, row.name},
                         {u"signed_out"_s, row.revoked},
                         {u"certificate_ends"_s, timeText(row.certificateEndsMs)}});
    return partOf(call, std::move(items), u"id"_s);
}

Result<WebResponse> signDeviceOut(ApiCall &call)
{
    const auto device = idIn<DeviceId>(call, u"device"_s);
    if (!device)
        return fail(device.error());
    if (const Result<> done = ProductionDesk(call).signOut(*device); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> listInvites(ApiCall &call)
{
    const auto invites =
        store::IdentityRepository(call.desk.storage.database()).invites(call.production);
    if (!invites)
        return fail(invites.error());
    std::vector<QJsonObject> items;
    for (const store::InviteRow &row : *invites) {
        const bool isOver = row.expiresMs <= msSinceEpoch(call.now);
        items.push_back({{u"id"_s, row.id().toString()},
                         {u"name"_s, row.whom.name},
                         {u"role"_s, row.roleText()},
                         {u"ends"_s, timeText(row.expiresMs)},
                         {u"state"_s,
                          row.usedMs   ? u"used"_s
                              : isOver ? u"expired"_s
                                       : u"open"_s}});
    }
    return partOf(call, std::move(items), u"id"_s);
}

Result<WebResponse> invite(ApiCall &call)
{
    const auto person = text(call, u"person"_s);
    const auto role = text(call, u"role"_s, custom_role_limits::nameLengthMax);
    if (!person || !role)
        return fail(person ? role.error() : person.error());
    const Result<QString> code = ProductionDesk(call).invite(*person, *role);
    if (!code)
        return fail(code.error());
    WebResponse response = WebResponse::json({{u"code"_s, *code}}, 201);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> withdrawInvite(ApiCall &call)
{
    const auto invite = idIn<store::InviteId>(call, u"invite"_s);
    if (!invite)
        return fail(invite.error());
    if (const Result<> done = ProductionDesk(call).withdrawInvite(*invite); !done)
        return fail(done.error());
    return nothing();
}

Result<WebResponse> ownDeviceCode(ApiCall &call)
{
    if (const Result<> fresh = hasJustSignedIn(call); !fresh)
        return fail(fresh.error());
    const Result<QString> code = AdminTasks(call.desk.storage, call.now, actorOf(call))
                                     .inviteOwnDevice(call.production, call.member.user);
    if (!code)
        return fail(code.error());
    WebResponse response = WebResponse::json({{u"code"_s, *code}}, 201);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

// The account is that member from now on: what an administrator of the server does once.
Result<WebResponse> linkAccount(ApiCall &call)
{
    const auto production = idIn<ProductionId>(call, u"production"_s);
    const auto user = idIn<UserId>(call, u"user"_s);
    const auto account = neededText(call, u"account"_s, 36);
    if (!production || !user || !account)
        return fail(!production ? production.error() : !user ? user.error() : account.error());
    const auto id = AccountId::fromString(*account);
    if (!id)
        return fail(ErrorCode::InvalidInput, u"account is no id"_s);
    const auto member =
        store::IdentityRepository(call.desk.storage.database()).member(*production, *user);
    if (!member)
        return fail(member.error());
    if (!*member)
        return fail(ErrorCode::NotFound, u"there is no such thing here"_s);
    const Result<> done =
        call.desk.accounts.link(*call.caller, {*production, *user}, *id, call.now);
    if (!done)
        return fail(done.error());
    return nothing();
}

} // namespace

std::vector<ApiRoute> productionRoutes()
{
    const QString one = u"/api/v1/productions/{production}"_s;
    const auto under = [&one](const QString &rest) -> QString { return one + rest; };
    return {
        {"GET", u"/api/v1/productions"_s, Access::serverAdministrator(), listProductions},
        {"POST", u"/api/v1/productions"_s, Access::serverAdministrator(), createProduction},
        {"GET", one, Access::member(Action::SeeDays), showProduction},
        {"GET", under(u"/people"_s), Access::member(Action::SeeDays), listPeople},
        {"GET", under(u"/members"_s), Access::member(Action::SeeDevices, Reach::Production),
         listMembers},
        {"GET", under(u"/roles"_s), Access::member(Action::SeeDevices, Reach::Production),
         listRoles},
        {"PUT", under(u"/roles"_s), Access::member(Action::GiveRoles, Reach::Production),
         defineRole},
        {"DELETE", under(u"/roles/{role}"_s), Access::member(Action::GiveRoles, Reach::Production),
         removeRole},
        {"GET", under(u"/members/{user}/permissions"_s),
         Access::member(Action::SeeDevices, Reach::Production), memberPermissions},
        {"PUT", under(u"/members/{user}/role"_s),
         Access::member(Action::GiveRoles, Reach::Production), changeRole},
        {"DELETE", under(u"/members/{user}"_s),
         Access::member(Action::GiveRoles, Reach::Production), endMember},
        {"PUT", under(u"/members/{user}/account"_s), Access::serverAdministrator(), linkAccount},
        {"GET", under(u"/devices"_s), Access::member(Action::SeeDevices), listDevices},
        {"DELETE", under(u"/devices/{device}"_s), Access::member(Action::SignDevicesOut),
         signDeviceOut},
        {"POST", under(u"/own-device-code"_s), Access::member(Action::SeeDays), ownDeviceCode},
        {"GET", under(u"/invites"_s), Access::member(Action::Invite, Reach::Production),
         listInvites},
        {"POST", under(u"/invites"_s), Access::member(Action::Invite, Reach::Production), invite},
        {"DELETE", under(u"/invites/{invite}"_s), Access::member(Action::Invite, Reach::Production),
         withdrawInvite},
    };
}

} // namespace film::server
