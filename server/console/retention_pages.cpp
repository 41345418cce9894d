#include "server/console/retention_pages.h"

#include "server/admin/retention.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/api_values.h"

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using store::RetainedKind;

namespace {

constexpr int retentionDaysMax = 36'500;

LocalPath retentionPath()
{
    return LocalPath({u"retention"_s});
}

QString kindWords(RetainedKind kind)
{
    switch (kind) {
    case RetainedKind::InviteNames: return u"Names in invites that are used or over"_s;
    case RetainedKind::Quarantine: return u"Changes that could not enter a log"_s;
    case RetainedKind::ActAddresses: return u"Addresses in the chain of acts"_s;
    case RetainedKind::SessionAddresses:
        return u"Addresses and programs of sessions that are over"_s;
    }
    Q_UNREACHABLE();
}

// What is there, and what a run would erase now: that only counts.
Result<Html> policyTable(const ConsoleCall &call)
{
    const auto would = runRetention(call.api.desk.storage, actorOf(call.api), call.api.now, true);
    if (!would)
        return fail(would.error());
    std::vector<TableRow> rows;
    for (const RetainedKind kind : store::retainedKinds()) {
        const auto policy = std::ranges::find(*would, kind, &RetentionDone::kind);
        const bool isSet = policy != would->end();
        const Html keep =
            writeForm(call, LocalPath({u"retention"_s, u"keep"_s}), u"inRow"_s,
                      hidden(u"kind"_s, store::retainedKindName(kind)),
                      button(el("span", {}, u"Keep"_s,
                                el("span", {{"class", u"hidden"_s}}, u" "_s + kindWords(kind))),
                             u"small"_s));
        rows.push_back({kindWords(kind),
                        isSet ? u"%1 days"_s.arg(countWords(policy->days)) : u"For ever"_s,
                        isSet ? countWords(policy->rows) : u"–"_s, isSet ? keep : Html()});
    }
    return tableOf(u"What is kept, and how long"_s,
                   {{u"What"_s},
                    {u"Kept for"_s, u"figures"_s},
                    {u"Older now"_s, u"figures"_s},
                    {u"Keep for ever"_s, u"act"_s, false}},
                   rows);
}

Result<WebResponse> retentionPage(const ConsoleCall &call, const QString &problem = {})
{
    const Result<Html> table = policyTable(call);
    if (!table)
        return fail(table.error());
    std::vector<Choice> kinds;
    for (const RetainedKind kind : store::retainedKinds())
        kinds.push_back({store::retainedKindName(kind), kindWords(kind)});
    const Html run =
        el("div", {{"class", u"deeds"_s}},
           el("div", {{"class", u"deed"_s}},
              el("p", {},
                 u"The server erases it within a quarter of an hour by itself. Nothing of a "
                 "production on legal hold is touched; what was done stands among the acts."_s),
              writeForm(call, LocalPath({u"retention"_s, u"run"_s}), u"plain"_s,
                        button(u"Erase what is older now"_s))));
    Page page;
    page.place = Place::Retention;
    page.title = u"Retention"_s;
    page.body = el(
        "div", {{"class", u"stack"_s}},
        panelOf(
            {u"What is kept, and how long"_s, u"policies"_s, {}, {}, el("div", {}, *table, run)}),
        panelOf({u"Keep something for a time"_s,
                 u"set"_s,
                 {},
                 {},
                 el("div", {{"class", u"pad"_s}}, problemNotice(problem),
                    writeForm(call, retentionPath(), u"stacked"_s,
                              choiceOf(u"kind"_s, u"What"_s, kinds, call.field(u"kind"_s)),
                              fieldOf({u"days"_s, u"Days"_s, u"text"_s, call.field(u"days"_s),
                                       u"off"_s, u"From 1 to 36,500"_s}),
                              button(u"Keep it that long"_s, u"main"_s)))}));
    return framed(call, page);
}

Result<> setPolicy(const ConsoleCall &call, RetainedKind kind, std::optional<int> days)
{
    return AdminTasks(call.api.desk.storage, call.api.now, actorOf(call.api))
        .setRetention(kind, days);
}

Result<WebResponse> setRetention(ConsoleCall &call)
{
    const auto kind = store::retainedKindFromName(call.field(u"kind"_s));
    const int days = call.field(u"days"_s).trimmed().toInt();
    if (!kind || days < 1 || days > retentionDaysMax)
        return retentionPage(call, u"Say how many days, from 1 to 36,500. Nothing was changed."_s);
    if (const Result<> done = setPolicy(call, *kind, days); !done)
        return fail(done.error());
    return seeOther(retentionPath().with(u"done"_s, u"retention"_s));
}

Result<WebResponse> keepForEver(ConsoleCall &call)
{
    const auto kind = store::retainedKindFromName(call.field(u"kind"_s));
    if (!kind)
        return fail(ErrorCode::NotFound, u"there is no such kind"_s);
    if (const Result<> done = setPolicy(call, *kind, std::nullopt); !done)
        return fail(done.error());
    return seeOther(retentionPath().with(u"done"_s, u"retention"_s));
}

Result<WebResponse> runNow(ConsoleCall &call)
{
    const auto done = runRetention(call.api.desk.storage, actorOf(call.api), call.api.now, false);
    if (!done)
        return fail(done.error());
    return seeOther(retentionPath().with(u"done"_s, u"retained"_s));
}

} // namespace

std::vector<ConsoleRoute> retentionPages()
{
    const Access admin = Access::serverAdministrator();
    return {
        {"GET", u"/console/retention"_s, admin,
         [](ConsoleCall &call) -> Result<WebResponse> { return retentionPage(call); }},
        {"POST", u"/console/retention"_s, admin, setRetention},
        {"POST", u"/console/retention/keep"_s, admin, keepForEver},
        {"POST", u"/console/retention/run"_s, admin, runNow},
    };
}

} // namespace film::server
