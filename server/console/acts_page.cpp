#include "server/console/acts_page.h"

#include "server/admin/act_search.h"
#include "server/admin/audit_search.h"
#include "server/console/console_page.h"
#include "server/console/console_words.h"

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsOfPage = 100;

ActQuery queryOf(const ConsoleCall &call, int limit)
{
    ActQuery query;
    query.words = call.asked(u"q"_s).trimmed();
    query.before =
        std::min(call.asked(u"after"_s).toULongLong(), quint64(std::numeric_limits<qint64>::max()));
    query.limit = limit;
    return query;
}

LocalPath withQuestion(const ConsoleCall &call, const QString &page)
{
    const LocalPath path({page});
    const QString typed = call.asked(u"q"_s);
    return typed.isEmpty() ? path : path.with(u"q"_s, typed);
}

QString aboutOf(const ActEntry &entry)
{
    QStringList parts{entry.account, entry.production, entry.row.act.detail};
    parts.removeAll(QString());
    return parts.isEmpty() ? u"–"_s : parts.join(u" · "_s);
}

Html actTable(const ConsoleCall &call, const std::vector<ActEntry> &entries)
{
    std::vector<TableRow> rows;
    for (const ActEntry &entry : entries)
        rows.push_back({momentOf(entry.row.act.atMs, call.api.now, call.zone),
                        entry.by.isEmpty() ? u"–"_s : entry.by, entry.what, aboutOf(entry),
                        entry.row.act.address.isEmpty() ? u"–"_s : entry.row.act.address});
    return tableOf(u"Acts, the newest first"_s,
                   {{u"When"_s, u"figures"_s},
                    {u"Who"_s},
                    {u"What"_s},
                    {u"About"_s},
                    {u"From"_s, u"figures"_s}},
                   rows);
}

Html filterForm(const ConsoleCall &call)
{
    return el(
        "form",
        {{"method", u"get"_s}, Attribute::action(LocalPath({u"acts"_s})), {"class", u"filter"_s}},
        el("label", {{"for", u"filter"_s}, {"class", u"hidden"_s}}, u"Words in the acts"_s),
        Html::icon(u"filter"_s),
        el("input",
           {{"type", u"search"_s},
            {"id", u"filter"_s},
            {"name", u"q"_s},
            {"maxlength", u"200"_s},
            {"placeholder", u"Login, act, production"_s},
            {"value", call.asked(u"q"_s)}}));
}

QString wholeWords(const store::ServerAuditVerdict &verdict)
{
    const QString count = countWords(qint64(verdict.head));
    return verdict.problems.isEmpty() ? u"%1 acts, none missing from the chain"_s.arg(count)
                                      : u"%1 acts"_s.arg(count);
}

Result<WebResponse> showActs(ConsoleCall &call)
{
    ActSearch search(call.api.desk.storage.database());
    const Result<ActPage> found = search.find(queryOf(call, rowsOfPage));
    const auto verdict = search.check();
    if (!found || !verdict)
        return fail(found ? verdict.error() : found.error());
    Html older;
    if (found->next)
        older =
            el("p", {{"class", u"foot"_s}},
               link(withQuestion(call, u"acts"_s).with(u"after"_s, QString::number(*found->next)),
                    u"Older acts"_s));
    const Html answer = !found->entries.empty() ? actTable(call, found->entries)
        : found->next ? emptyWords(u"Nothing in the newest part. Look further back."_s)
                      : emptyWords(u"No act matches."_s);
    Page page;
    page.place = Place::Acts;
    page.title = u"Acts"_s;
    page.actions = link(withQuestion(call, u"acts.csv"_s),
                        el("span", {}, Html::icon(u"download"_s), u"CSV"_s), u"button"_s);
    const Html broken = verdict->problems.isEmpty()
        ? Html()
        : notice(Tone::Bad,
                 QString(u"The chain is not whole. "_s + verdict->problems.mid(0, 5).join(u' ')));
    page.body = el("div", {{"class", u"stack"_s}}, broken,
                   panelOf({u"What administrators did"_s, u"acts"_s, wholeWords(*verdict),
                            filterForm(call), el("div", {}, answer, older)}));
    return framed(call, page);
}

Result<WebResponse> actsFile(ConsoleCall &call)
{
    ActSearch search(call.api.desk.storage.database());
    const Result<ActPage> found = search.find(queryOf(call, audit_limits::entriesMax));
    if (!found)
        return fail(found.error());
    WebResponse response{200, "text/csv; charset=utf-8", actsCsv(found->entries), {}};
    response.headers.emplace_back("Content-Disposition", "attachment; filename=\"acts.csv\"");
    return response;
}

} // namespace

std::vector<ConsoleRoute> actsPages()
{
    const Access admin = Access::serverAdministrator();
    return {{"GET", u"/console/acts"_s, admin, showActs},
            {"GET", u"/console/acts.csv"_s, admin, actsFile}};
}

} // namespace film::server
