#include "server/console/overview_page.h"

#include "server/console/audit_page.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/console/device_rows.h"
#include "server/console/member_rows.h"
#include "server/console/server_pages.h"
#include "shared/store/production_repository.h"
#include "shared/store/server_figures.h"

#include <QDateTime>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t rowsShown = 6; // of each panel; the rest is on its page

// Something that somebody has to do, and where.
struct Need {
    QString words;
    LocalPath where;
};

Html figure(const QString &title, const QString &main, const QString &beside,
            Tone tone = Tone::Plain)
{
    return el(
        "div", {}, el("dt", {}, title),
        el("dd", {},
           el("strong", {Attribute("class", u"warning"_s).onlyIf(tone == Tone::Warning)}, main),
           el("span", {}, beside)));
}

Html serviceFigure(const ConsoleCall &call, std::vector<Need> &needs)
{
    const bool isReady = !call.facts.health || call.facts.health().isReady();
    if (!isReady)
        needs.push_back(
            {u"The service is not ready: see the server’s log."_s, LocalPath({u"overview"_s})});
    return figure(u"Service"_s,
                  isReady ? u"Up "_s + durationWords(call.api.now - call.facts.started)
                          : u"Not ready"_s,
                  isReady ? u"ready"_s : u"see the log"_s, isReady ? Tone::Plain : Tone::Warning);
}

Result<Html> databaseFigure(const ConsoleCall &call)
{
    store::Database &database = call.api.desk.storage.database();
    const auto bytes = store::ServerFigures(database).databaseBytes();
    if (!bytes)
        return fail(bytes.error());
    return figure(u"Database"_s, sizeWords(*bytes),
                  database.dialect() == store::Dialect::Postgres ? u"PostgreSQL"_s : u"SQLite"_s);
}

Html certificateFigure(const ConsoleCall &call, std::vector<Need> &needs)
{
    const CertificateFacts facts = certificateFacts(call.facts.config);
    const LocalPath settings({u"settings"_s});
    if (!facts.isThere)
        return figure(u"Certificate"_s, u"None"_s, u"no TLS here"_s);
    if (!facts.ends) {
        needs.push_back({u"The certificate cannot be read."_s, settings});
        return figure(u"Certificate"_s, u"Unreadable"_s, {}, Tone::Warning);
    }
    const auto days = std::chrono::floor<std::chrono::days>(*facts.ends - call.api.now).count();
    const bool isSoon = days < 14;
    if (isSoon)
        needs.push_back({days < 0 ? u"The certificate has ended."_s
                                  : u"The certificate ends in %1 days."_s.arg(days),
                         settings});
    return figure(u"Certificate"_s, days < 0 ? u"Ended"_s : u"%1 days left"_s.arg(days), {},
                  isSoon ? Tone::Warning : Tone::Plain);
}

Html badgeOf(const std::vector<Need> &needs)
{
    if (needs.empty())
        return el("span", {{"class", u"badge good"_s}}, Html::icon(u"circle-check"_s),
                  u"Everything is working"_s);
    const QString words =
        needs.size() == 1 ? u"1 thing needs you"_s : u"%1 things need you"_s.arg(needs.size());
    return el("a", {Attribute::href(needs.front().where), {"class", u"badge warning"_s}},
              Html::icon(u"triangle-alert"_s), words);
}

Html needsNotice(const std::vector<Need> &needs)
{
    std::vector<Html> lines;
    for (const Need &need : needs)
        lines.push_back(el("p", {}, link(need.where, need.words)));
    return needs.empty() ? Html() : notice(Tone::Warning, joined(lines));
}

// Nothing for whoever has no production and is no administrator.
Html productionsPanel(const std::vector<store::ProductionRow> &rows, const ConsoleCall &call)
{
    std::vector<TableRow> lines;
    for (const store::ProductionRow &row : rows) {
        const bool isOwn = std::ranges::find(call.productions, row.id, &OwnProduction::id)
            != call.productions.end();
        lines.push_back(
            {isOwn
                 ? link(LocalPath({u"productions"_s, row.id.toString(), u"overview"_s}), row.title)
                 : Html(row.title),
             isOwn ? Html(u"Yes"_s) : Html(u"No"_s), countWords(qint64(row.headSequence)),
             timeOf(row.createdMs, call.api.now, call.zone)});
    }
    return panelOf({u"Productions"_s,
                    u"productions"_s,
                    u"on this server"_s,
                    {},
                    lines.empty()
                        ? emptyWords(u"There is no production yet. “filmtracker-server admin "
                                     "create-production” makes one."_s)
                        : tableOf(u"Productions of this server"_s,
                                  {{u"Title"_s},
                                   {u"You are a member"_s},
                                   {u"Changes"_s, u"figures"_s},
                                   {u"Since"_s}},
                                  lines)});
}

Result<WebResponse> showServer(ConsoleCall &call)
{
    Page page;
    page.place = Place::Overview;
    page.title = u"Overview"_s;
    if (!call.account.isAdministrator) {
        if (const OwnProduction *shown = call.shownProduction())
            return seeOther(LocalPath({u"productions"_s, shown->id.toString(), u"overview"_s}));
        page.body = panelOf({u"Nothing here yet"_s,
                             u"none"_s,
                             {},
                             {},
                             emptyWords(u"Your account is not a member of a production. Ask an "
                                        "administrator of this server to link it."_s)});
        return framed(call, page);
    }
    std::vector<Need> needs;
    const Html service = serviceFigure(call, needs);
    const auto database = databaseFigure(call);
    const Html certificate = certificateFigure(call, needs);
    const auto rows = store::ProductionRepository(call.api.desk.storage.database()).list();
    if (!database || !rows)
        return fail(database ? rows.error() : database.error());
    page.badge = badgeOf(needs);
    page.body =
        el("div", {{"class", u"stack"_s}}, needsNotice(needs),
           el("dl", {{"class", u"figureRow panel"_s}}, service,
              figure(u"Productions"_s, countWords(qint64(rows->size())), u"on this server"_s),
              *database, certificate),
           productionsPanel(*rows, call));
    return framed(call, page);
}

Result<Html> changesFigure(const ConsoleCall &call)
{
    store::ServerStorageSql &storage = call.api.desk.storage;
    const auto head = storage.head(call.api.production);
    if (!head)
        return fail(head.error());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(call.api.now), call.zone);
    const Instant midnight = instantFromMs(now.date().startOfDay(call.zone).toMSecsSinceEpoch());
    const auto changes = store::ServerFigures(storage.database())
                             .changesSince(call.api.production, head->sequence, midnight);
    if (!changes)
        return fail(changes.error());
    const Html last = changes->lastMs ? timeOf(*changes->lastMs, call.api.now, call.zone) : Html();
    return el("div", {}, el("dt", {}, u"Changes today"_s),
              el("dd", {}, el("strong", {}, countWords(qint64(changes->count))),
                 el("span", {}, changes->lastMs ? u"last "_s : u"none yet"_s, last)));
}

Result<WebResponse> showProduction(ConsoleCall &call)
{
    const Permissions may = call.api.member.permissions();
    std::vector<Need> needs;
    const Html service = serviceFigure(call, needs);
    const Html certificate = certificateFigure(call, needs);
    const auto devices = deviceRows(call);
    const auto changes = changesFigure(call);
    const auto database = databaseFigure(call);
    for (const Error *error :
         {devices ? nullptr : &devices.error(), changes ? nullptr : &changes.error(),
          database ? nullptr : &database.error()}) {
        if (error)
            return fail(*error);
    }
    const auto on = std::ranges::count_if(*devices, &DeviceEntry::isOn);
    const auto welcome =
        std::ranges::count_if(*devices, [](const DeviceEntry &row) { return !row.device.revoked; });
    std::vector<DeviceEntry> first(
        devices->begin(), devices->begin() + qsizetype(std::min(devices->size(), rowsShown)));
    Page page;
    page.place = Place::Overview;
    page.title = u"Overview"_s;
    page.badge = badgeOf(needs);
    if (may.reachesAll(Action::Invite))
        page.actions =
            link(call.inProduction({u"invite"_s}),
                 el("span", {}, Html::icon(u"plus"_s), u"Invite people…"_s), u"button main"_s);
    const auto newest = newestChanges(call);
    if (!newest)
        return fail(newest.error());
    Html people;
    if (may.reachesAll(Action::SeeDevices)) {
        const auto panel = memberPanel(call, rowsShown);
        if (!panel)
            return fail(panel.error());
        people = *panel;
    }
    page.body = el(
        "div", {{"class", u"stack"_s}}, needsNotice(needs),
        el("dl", {{"class", u"figureRow panel"_s}}, service,
           figure(u"Devices"_s, u"%1 on now"_s.arg(countWords(on)), u"of "_s + countWords(welcome)),
           *changes, *database, certificate),
        el("div", {{"class", u"two"_s}},
           el("div", {{"class", u"stack"_s}},
              panelOf({u"Sessions"_s, u"sessions"_s, devicesBeside(*devices, qsizetype(welcome)),
                       link(call.inProduction({u"sessions"_s}),
                            el("span", {}, u"See all"_s,
                               el("span", {{"class", u"hidden"_s}}, u" sessions"_s))),
                       first.empty() ? emptyWords(u"No device has joined yet."_s)
                                     : deviceTable(call, first)}),
              *newest),
           el("div", {{"class", u"stack"_s}},
              call.account.isAdministrator ? backupsPanel(call, true) : Html(), people)));
    return framed(call, page);
}

Result<WebResponse> start(ConsoleCall &call)
{
    const OwnProduction *shown = call.shownProduction();
    return seeOther(shown ? LocalPath({u"productions"_s, shown->id.toString(), u"overview"_s})
                          : LocalPath({u"overview"_s}));
}

} // namespace

std::vector<ConsoleRoute> overviewPages()
{
    return {
        {"GET", u"/console/"_s, Access::signedIn(), start},
        {"GET", u"/console/overview"_s, Access::signedIn(), showServer},
        {"GET", u"/console/productions/{production}/overview"_s, Access::member(Action::SeeDays),
         showProduction},
    };
}

} // namespace film::server
