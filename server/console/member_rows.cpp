#include "server/console/member_rows.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

std::vector<Choice> roleChoices(const std::vector<CustomRole> &own)
{
    std::vector<Choice> choices;
    for (qint64 number = 1; roleFromNumber(number); ++number)
        choices.push_back({roleName(*roleFromNumber(number)), roleTitle(*roleFromNumber(number))});
    for (const CustomRole &role : own)
        choices.push_back({role.name, role.name});
    return choices;
}

// Chosen here, done on the page that asks for the password.
Html roleCell(const ConsoleCall &call, const ProductionDesk::Member &member,
              const std::vector<Choice> &choices)
{
    if (!call.api.member.permissions().reachesAll(Action::GiveRoles) || !member.isActive)
        return el("span", {{"class", u"quiet"_s}}, titleOf(member));
    return el(
        "form",
        {{"method", u"get"_s},
         Attribute::action(
             call.inProduction({u"members"_s, member.row.user.toString(), u"role"_s})),
         {"class", u"inRow"_s}},
        choiceOf(u"role"_s, u"Role of "_s + memberName(member), choices, member.roleText(), false),
        button(el("span", {}, u"Change"_s,
                  el("span", {{"class", u"hidden"_s}}, u" the role of "_s + memberName(member))),
               u"small"_s));
}

Html stateCell(const ProductionDesk::Member &member)
{
    return member.isActive ? mark(Tone::Good, u"check"_s, u"Active"_s)
                           : mark(Tone::Plain, u"x"_s, u"Left"_s);
}

Html endCell(const ConsoleCall &call, const ProductionDesk::Member &member)
{
    if (!call.api.member.permissions().reachesAll(Action::GiveRoles) || !member.isActive)
        return {};
    return link(call.inProduction({u"members"_s, member.row.user.toString(), u"end"_s}),
                el("span", {}, u"Remove"_s,
                   el("span", {{"class", u"hidden"_s}}, u" "_s + memberName(member))),
                u"button small"_s);
}

} // namespace

QString titleOf(const ProductionDesk::Member &member)
{
    return member.custom ? member.custom->name : roleTitle(member.role);
}

QString memberName(const ProductionDesk::Member &member)
{
    return member.row.name.isEmpty() ? u"Not on the crew list"_s : member.row.name;
}

Result<Html> memberPanel(const ConsoleCall &call, std::optional<size_t> shownMax,
                         const QString &typed)
{
    auto members = ProductionDesk(call.api).members();
    if (!members)
        return fail(members.error());
    const size_t all = members->size();
    std::erase_if(*members, [&typed](const ProductionDesk::Member &member) {
        return !memberName(member).contains(typed, Qt::CaseInsensitive);
    });
    std::ranges::stable_sort(*members, {}, [](const ProductionDesk::Member &member) {
        return std::tuple(!member.isActive, member.row.name.isEmpty(), member.row.name);
    });
    const bool isPart = shownMax.has_value();
    if (isPart && members->size() > *shownMax)
        members->resize(*shownMax);
    std::vector<Choice> choices;
    if (call.api.member.permissions().reachesAll(Action::GiveRoles)) {
        const auto own = ProductionDesk(call.api).customRoles();
        if (!own)
            return fail(own.error());
        choices = roleChoices(*own);
    }
    std::vector<TableRow> rows;
    for (const ProductionDesk::Member &member : *members) {
        const LocalPath may =
            call.inProduction({u"members"_s, member.row.user.toString(), u"permissions"_s});
        rows.push_back(
            {link(may, memberName(member)), roleCell(call, member, choices), stateCell(member)});
        if (!isPart)
            rows.back().push_back(endCell(call, member));
    }
    std::vector<Column> columns{{u"Person"_s}, {u"Role"_s, u"kind"_s}, {u"State"_s, u"kind"_s}};
    if (!isPart)
        columns.push_back({u"Remove"_s, u"act"_s, false});
    const Html table = rows.empty()
        ? emptyWords(typed.isEmpty() ? u"Nobody has joined yet. Invite people."_s
                                     : u"Nobody of that name has joined."_s)
        : tableOf(u"People of the production"_s, columns, rows);
    return panelOf({u"People and roles"_s, u"people"_s,
                    u"%1 have joined"_s.arg(countWords(qint64(all))),
                    isPart ? link(call.inProduction({u"people"_s}),
                                  el("span", {}, u"See all"_s,
                                     el("span", {{"class", u"hidden"_s}}, u" people"_s)))
                           : Html(),
                    el("div", {}, table,
                       el("p", {{"class", u"foot"_s}},
                          u"A role change takes effect at once and is written to the log."_s))});
}

} // namespace film::server
