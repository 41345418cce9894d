#include "server/console/session_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/console/device_rows.h"
#include "server/http/api_values.h"
#include "server/http/production_desk.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

Result<WebResponse> listSessions(ConsoleCall &call)
{
    auto rows = deviceRows(call);
    if (!rows)
        return fail(rows.error());
    const qsizetype all = qsizetype(rows->size());
    const QString wanted = call.asked(u"q"_s).trimmed();
    std::erase_if(*rows, [&wanted](const DeviceEntry &row) { return !row.matches(wanted); });
    Page page;
    page.place = Place::Sessions;
    page.title = u"Sessions"_s;
    const Html filter =
        el("form",
           {{"method", u"get"_s},
            Attribute::action(call.inProduction({u"sessions"_s})),
            {"class", u"filter"_s}},
           el("label", {{"for", u"filter"_s}, {"class", u"hidden"_s}}, u"Person or device"_s),
           Html::icon(u"filter"_s),
           el("input",
              {{"type", u"search"_s},
               {"id", u"filter"_s},
               {"name", u"q"_s},
               {"maxlength", u"100"_s},
               {"placeholder", u"Person or device"_s},
               {"value", wanted}}));
    const Html none = wanted.isEmpty()
        ? Html(u"No device has joined yet. Invite people, and each brings one along."_s)
        : Html(u"No device or person matches."_s);
    page.body = panelOf({u"Devices"_s, u"devices"_s, devicesBeside(*rows, all), filter,
                         rows->empty() ? emptyWords(none) : deviceTable(call, *rows)});
    return framed(call, page);
}

Result<WebResponse> askSignOut(ConsoleCall &call)
{
    const auto id = idIn<DeviceId>(call.api, u"device"_s);
    if (!id)
        return fail(id.error());
    ProductionDesk desk(call.api);
    const auto device = desk.ownOrAnyDevice(*id);
    if (!device)
        return fail(device.error());
    const auto member = desk.member(device->user);
    Page page;
    page.place = Place::Sessions;
    page.title = u"Sign out a device"_s;
    const QString whose = member && !member->row.name.isEmpty()
        ? u"It is %1’s."_s.arg(member->row.name)
        : u"Nobody on the crew list has it."_s;
    page.body = panelOf(
        {u"Sign out %1?"_s.arg(device->name),
         u"confirm"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}},
            el("p", {},
               u"Its unsent changes stay on it and arrive after the next sign-in. "_s + whose),
            device->revoked
                ? el("p", {}, u"It is signed out already."_s)
                : writeForm(
                    call,
                    call.inProduction({u"devices"_s, device->device.toString(), u"sign-out"_s}),
                    u"row"_s, button(u"Sign out"_s, u"main danger"_s),
                    link(call.inProduction({u"sessions"_s}), u"Keep it"_s, u"button"_s)))});
    return framed(call, page);
}

Result<WebResponse> signOutDevice(ConsoleCall &call)
{
    const auto id = idIn<DeviceId>(call.api, u"device"_s);
    if (!id)
        return fail(id.error());
    if (const Result<> done = ProductionDesk(call.api).signOut(*id); !done)
        return fail(done.error());
    return seeOther(call.inProduction({u"sessions"_s}).with(u"done"_s, u"device"_s));
}

} // namespace

std::vector<ConsoleRoute> sessionPages()
{
    const QString one = u"/console/productions/{production}/devices/{device}/sign-out"_s;
    return {
        {"GET", u"/console/productions/{production}/sessions"_s, Access::member(Action::SeeDevices),
         listSessions},
        {"GET", one, Access::member(Action::SignDevicesOut), askSignOut},
        {"POST", one, Access::member(Action::SignDevicesOut), signOutDevice},
    };
}

} // namespace film::server
