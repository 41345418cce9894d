#include "server/console/role_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/production_desk.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString fieldFor(Action action)
{
    return u"may-"_s + actionName(action);
}

// What a role of a production can reach by that action; nothing to choose where only administrators
// have it.
std::vector<Choice> reachesFor(Action action)
{
    std::vector<Choice> choices;
    for (const Reach reach : {Reach::Nobody, Reach::Own, Reach::Department, Reach::Production}) {
        const bool isLess = reach < Permissions(Role::Crew).reach(action);
        if (!isLess)
            choices.push_back({reachName(reach), reachWords(reach)});
    }
    return choices;
}

bool isForAdministrators(Action action)
{
    return action == Action::GiveRoles || action == Action::ManagePrivacy;
}

Html ownRoles(const ConsoleCall &call, const std::vector<CustomRole> &roles)
{
    std::vector<TableRow> rows;
    for (const CustomRole &role : roles) {
        QStringList more;
        for (const Action action : allActions()) {
            const Reach reach = role.permissions.reach(action);
            if (reach > Permissions(Role::Crew).reach(action))
                more << u"%1: %2"_s.arg(actionWords(action), reachWords(reach));
        }
        rows.push_back(
            {role.name, more.join(u"; "_s),
             writeForm(call, call.inProduction({u"roles"_s, u"remove"_s}), u"inRow"_s,
                       hidden(u"name"_s, role.name),
                       button(el("span", {}, u"Remove"_s,
                                 el("span", {{"class", u"hidden"_s}}, u" "_s + role.name)),
                              u"small"_s))});
    }
    return rows.empty()
        ? emptyWords(u"This production has made no role of its own."_s)
        : tableOf(u"Roles of this production"_s,
                  {{u"Role"_s}, {u"More than the crew"_s}, {u"Remove"_s, u"act"_s, false}}, rows);
}

Result<WebResponse> rolesPage(const ConsoleCall &call, const QString &problem = {})
{
    const auto roles = ProductionDesk(call.api).customRoles();
    if (!roles)
        return fail(roles.error());
    std::vector<Html> choices;
    for (const Action action : allActions()) {
        if (!isForAdministrators(action))
            choices.push_back(choiceOf(fieldFor(action), actionWords(action), reachesFor(action),
                                       call.field(fieldFor(action))));
    }
    Page page;
    page.place = Place::People;
    page.title = u"Roles of this production"_s;
    page.body = el(
        "div", {{"class", u"stack"_s}},
        panelOf({u"Roles"_s, u"roles"_s, {}, {}, ownRoles(call, *roles)}),
        panelOf(
            {u"Make a role, or change one"_s,
             u"define"_s,
             {},
             {},
             el("div", {{"class", u"pad"_s}}, problemNotice(problem),
                writeForm(call, call.inProduction({u"roles"_s}), u"stacked"_s,
                          fieldOf({u"name"_s, u"Name"_s, u"text"_s, call.field(u"name"_s), u"off"_s,
                                   u"Of one that is there: it is changed for all who have it."_s}),
                          joined(choices), button(u"Keep this role"_s, u"main"_s)))}));
    return framed(call, page);
}

Result<WebResponse> defineRole(ConsoleCall &call)
{
    CustomRole role;
    role.name = call.field(u"name"_s).trimmed();
    for (const Action action : allActions()) {
        const auto reach = reachFromName(call.field(fieldFor(action)));
        role.permissions = role.permissions.with(action, reach.value_or(Reach::Nobody));
    }
    const Result<> done = ProductionDesk(call.api).defineRole(role);
    const bool isRefused = !done
        && (done.error().code == ErrorCode::InvalidInput
            || done.error().code == ErrorCode::LimitExceeded);
    if (isRefused)
        return rolesPage(call, sentenceOf(done.error().message));
    if (!done)
        return fail(done.error());
    return seeOther(call.inProduction({u"roles"_s}).with(u"done"_s, u"role-kept"_s));
}

Result<WebResponse> removeRole(ConsoleCall &call)
{
    const Result<> done = ProductionDesk(call.api).removeRole(call.field(u"name"_s));
    if (!done && done.error().code == ErrorCode::Conflict)
        return rolesPage(call, sentenceOf(done.error().message));
    if (!done)
        return fail(done.error());
    return seeOther(call.inProduction({u"roles"_s}).with(u"done"_s, u"role-removed"_s));
}

} // namespace

std::vector<ConsoleRoute> rolePages()
{
    const QString roles = u"/console/productions/{production}/roles"_s;
    const Access gives = Access::member(Action::GiveRoles, Reach::Production);
    return {
        {"GET", roles, gives,
         [](ConsoleCall &call) -> Result<WebResponse> { return rolesPage(call); }},
        {"POST", roles, gives, defineRole},
        {"POST", QString(roles + u"/remove"_s), gives, removeRole},
    };
}

} // namespace film::server
