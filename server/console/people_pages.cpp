#include "server/console/people_pages.h"

#include "server/admin/production_reader.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/console/device_rows.h"
#include "server/console/member_rows.h"
#include "server/http/api_values.h"
#include "shared/store/identity_repository.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

Result<WebResponse> listPeople(ConsoleCall &call)
{
    const auto panel = memberPanel(call, std::nullopt);
    if (!panel)
        return fail(panel.error());
    Page page;
    page.place = Place::People;
    page.title = u"People and roles"_s;
    const Permissions may = call.api.member.permissions();
    if (may.reachesAll(Action::Invite))
        page.actions =
            link(call.inProduction({u"invite"_s}),
                 el("span", {}, Html::icon(u"plus"_s), u"Invite people…"_s), u"button main"_s);
    if (may.reachesAll(Action::ManagePrivacy))
        page.actions =
            el("span", {}, link(call.inProduction({u"privacy"_s}), u"Privacy…"_s, u"button"_s),
               u" "_s, page.actions);
    if (may.reachesAll(Action::GiveRoles))
        page.actions =
            el("span", {},
               link(call.inProduction({u"roles"_s}), u"Roles of this production…"_s, u"button"_s),
               u" "_s, page.actions);
    page.body = *panel;
    return framed(call, page);
}

const QString lastWords = u"Make someone else an administrator first."_s;

Html mayTable(const Permissions &permissions)
{
    std::vector<TableRow> rows;
    for (const Action action : allActions())
        rows.push_back({actionWords(action), reachWords(permissions.reach(action))});
    return tableOf(u"What the role may do"_s, {{u"May"_s}, {u"Whose"_s}}, rows);
}

// What somebody may, and why or why not.
Result<WebResponse> showPermissions(ConsoleCall &call)
{
    const auto user = idIn<UserId>(call.api, u"user"_s);
    const auto member = user ? ProductionDesk(call.api).member(*user) : fail(user.error());
    if (!member)
        return fail(member.error());
    std::vector<TableRow> rows;
    for (const Action action : allActions()) {
        const Reach reach = member->isActive ? member->permissions().reach(action) : Reach::Nobody;
        rows.push_back({actionWords(action), reachWords(reach), sentenceOf(member->why(action))});
    }
    Page page;
    page.place = Place::People;
    page.title = u"What %1 may do"_s.arg(memberName(*member));
    page.body =
        panelOf({titleOf(*member),
                 u"may"_s,
                 {},
                 {},
                 tableOf(u"What they may do"_s, {{u"May"_s}, {u"Whose"_s}, {u"Why"_s}}, rows)});
    return framed(call, page);
}

struct RoleWish {
    UserId user;
    AdminTasks::GivenRole role;

    // As a form sends it, and as people read it.
    [[nodiscard]] QString name() const
    {
        return role.custom ? role.custom->name : roleName(role.role);
    }
    [[nodiscard]] QString title() const
    {
        return role.custom ? role.custom->name : roleTitle(role.role);
    }
};

Result<WebResponse> rolePage(const ConsoleCall &call, const RoleWish &wish,
                             const QString &problem = {})
{
    ProductionDesk desk(call.api);
    const auto member = desk.member(wish.user);
    if (!member)
        return fail(member.error());
    const QString name = memberName(*member);
    Page page;
    page.place = Place::People;
    page.title = u"Change a role"_s;
    const bool isSame = member->roleText() == wish.name();
    const Html form = isSame
        ? el("p", {}, u"%1 has this role already."_s.arg(name))
        : writeForm(call, call.inProduction({u"members"_s, wish.user.toString(), u"role"_s}),
                    u"stacked"_s, hidden(u"role"_s, wish.name()),
                    fieldOf({u"password"_s,
                             u"Your password"_s,
                             u"password"_s,
                             {},
                             u"current-password"_s,
                             {},
                             true,
                             true}),
                    el("div", {{"class", u"row"_s}}, button(u"Change role"_s, u"main"_s),
                       link(call.inProduction({u"people"_s}), u"Keep the role"_s, u"button"_s)));
    page.body = el("div", {{"class", u"stack"_s}},
                   panelOf({u"%1: from %2 to %3"_s.arg(name, titleOf(*member), wish.title()),
                            u"confirm"_s,
                            {},
                            {},
                            el("div", {{"class", u"pad"_s}}, problemNotice(problem), form)}),
                   panelOf({u"What this role may do"_s,
                            u"may"_s,
                            wish.title(),
                            {},
                            mayTable(wish.role.permissions())}));
    return framed(call, page);
}

Result<RoleWish> roleWishOf(const ConsoleCall &call, const QString &name)
{
    const auto user = idIn<UserId>(call.api, u"user"_s);
    const auto role = ProductionDesk(call.api).roleNamed(name);
    if (!user)
        return fail(user.error());
    if (!role && role.error().code == ErrorCode::InvalidInput)
        return fail(ErrorCode::NotFound, u"no such role"_s);
    if (!role)
        return fail(role.error());
    return RoleWish{*user, *role};
}

Result<WebResponse> askRole(ConsoleCall &call)
{
    const auto wish = roleWishOf(call, call.asked(u"role"_s));
    return wish ? rolePage(call, *wish) : fail(wish.error());
}

// What is said where the password was not right; nothing where it was.
Result<QString> problemOfPassword(const ConsoleCall &call)
{
    const Result<> proven = call.api.desk.signIn.confirmPassword(
        *call.api.caller, call.field(u"password"_s), call.api.now);
    if (proven)
        return QString();
    if (proven.error().code == ErrorCode::Unauthenticated)
        return u"The password is not right. Nothing was changed."_s;
    if (proven.error().code == ErrorCode::Busy)
        return u"Too many attempts. Nothing was changed; try again later."_s;
    return fail(proven.error());
}

Result<WebResponse> changeRole(ConsoleCall &call)
{
    const auto wish = roleWishOf(call, call.field(u"role"_s));
    if (!wish)
        return fail(wish.error());
    const Result<QString> problem = problemOfPassword(call);
    if (!problem)
        return fail(problem.error());
    if (!problem->isEmpty())
        return rolePage(call, *wish, *problem);
    const Result<> done = ProductionDesk(call.api).giveRole(wish->user, wish->name());
    if (!done && done.error().code == ErrorCode::Conflict)
        return rolePage(call, *wish, lastWords);
    if (!done && done.error().code == ErrorCode::InvalidInput)
        return rolePage(call, *wish,
                        u"This role is for somebody on the crew list. Nothing was changed."_s);
    if (!done)
        return fail(done.error());
    return seeOther(call.inProduction({u"people"_s}).with(u"done"_s, u"role"_s));
}

Result<WebResponse> endPage(const ConsoleCall &call, UserId user, const QString &problem = {})
{
    const auto member = ProductionDesk(call.api).member(user);
    if (!member)
        return fail(member.error());
    Page page;
    page.place = Place::People;
    page.title = u"Remove from the production"_s;
    page.body = panelOf(
        {u"Remove %1?"_s.arg(memberName(*member)),
         u"confirm"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}}, problemNotice(problem),
            el("p", {},
               u"Their devices hand over what they have and forget what others wrote. "
               "Their own days stay in the production. A new role brings them back."_s),
            writeForm(call, call.inProduction({u"members"_s, user.toString(), u"end"_s}),
                      u"stacked"_s,
                      fieldOf({u"password"_s,
                               u"Your password"_s,
                               u"password"_s,
                               {},
                               u"current-password"_s,
                               {},
                               true,
                               true}),
                      el("div", {{"class", u"row"_s}}, button(u"Remove"_s, u"main danger"_s),
                         link(call.inProduction({u"people"_s}), u"Keep them"_s, u"button"_s))))});
    return framed(call, page);
}

Result<WebResponse> askEnd(ConsoleCall &call)
{
    const auto user = idIn<UserId>(call.api, u"user"_s);
    return user ? endPage(call, *user) : fail(user.error());
}

Result<WebResponse> endMember(ConsoleCall &call)
{
    const auto user = idIn<UserId>(call.api, u"user"_s);
    if (!user)
        return fail(user.error());
    const Result<QString> problem = problemOfPassword(call);
    if (!problem)
        return fail(problem.error());
    if (!problem->isEmpty())
        return endPage(call, *user, *problem);
    const Result<> done = ProductionDesk(call.api).endMember(*user);
    if (!done && done.error().code == ErrorCode::Conflict)
        return endPage(call, *user, lastWords);
    if (!done)
        return fail(done.error());
    return seeOther(call.inProduction({u"people"_s}).with(u"done"_s, u"ended"_s));
}

// Codes that still let somebody in, each to be taken back.
Result<Html> openInvites(const ConsoleCall &call)
{
    const auto invites =
        store::IdentityRepository(call.api.desk.storage.database()).invites(call.api.production);
    if (!invites)
        return fail(invites.error());
    std::vector<TableRow> rows;
    for (const store::InviteRow &row : *invites) {
        if (row.usedMs || row.expiresMs <= msSinceEpoch(call.api.now))
            continue;
        const QString whom = row.whom.name.isEmpty() ? u"Not on the crew list"_s : row.whom.name;
        const QString as = row.customRole.isEmpty() ? roleTitle(row.whom.role) : row.customRole;
        rows.push_back(
            {whom, as, dayAndTime(instantFromMs(row.expiresMs), call.zone),
             writeForm(call, call.inProduction({u"invites"_s, row.id().toString(), u"withdraw"_s}),
                       u"plain"_s,
                       button(el("span", {}, u"Withdraw"_s,
                                 el("span", {{"class", u"hidden"_s}}, u" the code for "_s + whom)),
                              u"small"_s))});
    }
    return panelOf(
        {u"Codes that are open"_s,
         u"open-codes"_s,
         {},
         {},
         rows.empty()
             ? emptyWords(u"No code is open."_s)
             : tableOf(u"Open codes"_s,
                       {{u"For"_s}, {u"As"_s}, {u"Until"_s}, {u"Action"_s, u"act"_s, false}},
                       rows)});
}

Result<WebResponse> withdrawInvite(ConsoleCall &call)
{
    const auto invite = idIn<store::InviteId>(call.api, u"invite"_s);
    if (!invite)
        return fail(invite.error());
    if (const Result<> done = ProductionDesk(call.api).withdrawInvite(*invite); !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"invite"_s}).with(u"done"_s, u"withdrawn"_s));
}

Result<WebResponse> invitePage(const ConsoleCall &call, const QString &problem = {})
{
    const auto open = openInvites(call);
    if (!open)
        return fail(open.error());
    const auto records = readProduction(call.api.desk.storage, call.api.production);
    if (!records)
        return fail(records.error());
    std::vector<QString> names;
    for (const Person &person : records->crew.people)
        names.push_back(person.name);
    std::ranges::sort(names);
    std::vector<Choice> people{{QString(), u"Somebody who is not on the crew list"_s}};
    for (const QString &name : names)
        people.push_back({name, name});
    const Permissions own = call.api.member.permissions();
    const bool mayGive = own.reachesAll(Action::GiveRoles);
    std::vector<Choice> roles;
    for (qint64 number = 1; roleFromNumber(number); ++number) {
        const Role role = *roleFromNumber(number);
        if (mayGive || role == Role::Crew)
            roles.push_back({roleName(role), roleTitle(role)});
    }
    const auto made = ProductionDesk(call.api).customRoles();
    if (!made)
        return fail(made.error());
    for (const CustomRole &role : *made) {
        if (mayGive && own.covers(role.permissions))
            roles.push_back({role.name, role.name});
    }
    Page page;
    page.place = Place::People;
    page.title = u"Invite people"_s;
    const Html form = panelOf(
        {u"Whom, and as what"_s,
         u"invite"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}}, problemNotice(problem),
            writeForm(call, call.inProduction({u"invite"_s}), u"stacked"_s,
                      choiceOf(u"person"_s, u"Person"_s, people, call.field(u"person"_s)),
                      choiceOf(u"role"_s, u"Role"_s, roles, call.field(u"role"_s)),
                      el("p", {{"class", u"hint"_s}},
                         u"Who sees what is theirs alone, as crew and heads of department do, has "
                         "to be on the crew list."_s),
                      button(u"Make a code"_s, u"main"_s)))});
    page.body = el("div", {{"class", u"stack"_s}}, form, *open);
    return framed(call, page);
}

Result<WebResponse> invite(ConsoleCall &call)
{
    ProductionDesk desk(call.api);
    const auto role = desk.roleNamed(call.field(u"role"_s));
    if (!role && role.error().code == ErrorCode::InvalidInput)
        return invitePage(call, u"Choose a role. No code was made."_s);
    if (!role)
        return fail(role.error());
    InviteWish wish;
    wish.personName = call.field(u"person"_s).left(200);
    wish.role = role->role;
    wish.custom = role->custom;
    const Result<QString> code = desk.invite(wish);
    if (!code && code.error().code == ErrorCode::InvalidInput)
        return invitePage(call, u"This role is for somebody on the crew list. No code was made."_s);
    if (!code && code.error().code == ErrorCode::NotFound)
        return invitePage(call, u"Nobody of that name is on the crew list. No code was made."_s);
    if (!code && code.error().code == ErrorCode::Conflict)
        return invitePage(call,
                          u"Several people on the crew list have that name. Give them "
                          "different names first. No code was made."_s);
    if (!code)
        return fail(code.error());
    const QString whom = wish.personName.isEmpty() ? u"somebody"_s : wish.personName;
    Page page;
    page.place = Place::People;
    page.title = u"Invite people"_s;
    page.body = panelOf(
        {u"Code for %1, %2"_s.arg(whom, wish.custom ? wish.custom->name : roleTitle(role->role)),
         u"code"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}},
            el("p", {{"class", u"bigCode"_s}}, el("code", {{"id", u"code"_s}}, *code)),
            el("p", {},
               u"It works once, within %1 hours, on one computer: in the app choose "
               "“Join a production”. It is shown now and never again."_s.arg(wish.life.count())),
            el("p", {}, link(call.inProduction({u"invite"_s}), u"Invite someone else"_s)))});
    return framed(call, page);
}

// People and devices; whatever is on the way to there.
Result<WebResponse> search(ConsoleCall &call)
{
    const QString typed = call.asked(u"q"_s).trimmed();
    auto devices = deviceRows(call);
    const auto people = memberPanel(call, std::nullopt, typed);
    if (!devices || !people)
        return fail(devices ? people.error() : devices.error());
    const qsizetype all = qsizetype(devices->size());
    std::erase_if(*devices, [&typed](const DeviceEntry &row) { return !row.matches(typed); });
    Page page;
    const bool mayAudit = call.api.member.permissions().reach(Action::SeeAudit) > Reach::Nobody;
    if (!typed.isEmpty() && mayAudit)
        page.actions =
            link(call.inProduction({u"audit"_s}).with(u"q"_s, typed),
                 el("span", {}, Html::icon(u"history"_s), u"Find it in the audit"_s), u"button"_s);
    page.title = typed.isEmpty() ? u"Find"_s : u"Find “%1”"_s.arg(typed);
    page.body = el("div", {{"class", u"stack"_s}},
                   panelOf({u"Devices"_s,
                            u"devices"_s,
                            devicesBeside(*devices, all),
                            {},
                            devices->empty() ? emptyWords(u"No device or person matches."_s)
                                             : deviceTable(call, *devices)}),
                   *people);
    return framed(call, page);
}

} // namespace

std::vector<ConsoleRoute> peoplePages()
{
    const QString one = u"/console/productions/{production}"_s;
    const Access sees = Access::member(Action::SeeDevices, Reach::Production);
    const Access gives = Access::member(Action::GiveRoles, Reach::Production);
    const Access invites = Access::member(Action::Invite, Reach::Production);
    return {
        {"GET", QString(one + u"/people"_s), sees, listPeople},
        {"GET", QString(one + u"/search"_s), sees, search},
        {"GET", QString(one + u"/members/{user}/permissions"_s), sees, showPermissions},
        {"GET", QString(one + u"/members/{user}/role"_s), gives, askRole},
        {"POST", QString(one + u"/members/{user}/role"_s), gives, changeRole},
        {"GET", QString(one + u"/members/{user}/end"_s), gives, askEnd},
        {"POST", QString(one + u"/members/{user}/end"_s), gives, endMember},
        {"GET", QString(one + u"/invite"_s), invites,
         [](ConsoleCall &call) -> Result<WebResponse> { return invitePage(call); }},
        {"POST", QString(one + u"/invite"_s), invites, invite},
        {"POST", QString(one + u"/invites/{invite}/withdraw"_s), invites, withdrawInvite},
    };
}

} // namespace film::server
