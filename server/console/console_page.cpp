#include "server/console/console_page.h"

#include "server/console/console_assets.h"
#include "server/console/console_words.h"
#include "server/http/problem.h"

#include <algorithm>
#include <array>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView product = u"Film Tracker server";

WebResponse pageResponse(const QString &title, const Html &body, int status)
{
    return {status,
            "text/html; charset=utf-8",
            HtmlDocument::make(title + u" – "_s + product, stylesheetPath(), scriptPath(), body),
            {}};
}

Html brand()
{
    return el("a", {{"class", u"brand"_s}, Attribute::href(LocalPath())},
              el("span", {{"class", u"logo"_s}}, Html::icon(u"clapperboard"_s)),
              el("span", {{"class", u"word"_s}}, product.toString()));
}

Html switcher(const ConsoleCall &call)
{
    const OwnProduction *shown = call.shownProduction();
    if (!shown)
        return {};
    if (call.productions.size() == 1)
        return el("span", {{"class", u"production"_s}}, shown->title);
    std::vector<Html> entries;
    for (const OwnProduction &own : call.productions)
        entries.push_back(
            el("li", {},
               el("a",
                  {Attribute::href(LocalPath({u"productions"_s, own.id.toString(), u"overview"_s})),
                   Attribute("aria-current", u"true"_s).onlyIf(own.id == shown->id)},
                  own.title)));
    return el("details", {{"class", u"switcher"_s}},
              el("summary", {}, el("span", {{"class", u"hidden"_s}}, u"Production: "_s),
                 shown->title, Html::icon(u"chevron-down"_s)),
              el("ul", {}, joined(entries)));
}

Html searchForm(const ConsoleCall &call)
{
    const OwnProduction *shown = call.shownProduction();
    if (!shown || !shown->member.permissions().reachesAll(Action::SeeDevices))
        return {};
    const LocalPath to({u"productions"_s, shown->id.toString(), u"search"_s});
    const bool isSearch = call.api.request.path == to.text();
    return el("form",
              {{"method", u"get"_s},
               Attribute::action(to),
               {"class", u"search"_s},
               {"role", u"search"_s}},
              el("label", {{"for", u"search"_s}, {"class", u"hidden"_s}},
                 u"Find a person, device or change"_s),
              Html::icon(u"search"_s),
              el("input",
                 {{"type", u"search"_s},
                  {"id", u"search"_s},
                  {"name", u"q"_s},
                  {"placeholder", u"Find a person, device or change"_s},
                  {"maxlength", u"100"_s},
                  {"autocomplete", u"off"_s},
                  {"value", isSearch ? call.asked(u"q"_s) : QString()}}),
              el("kbd", {{"aria-hidden", u"true"_s}}, u"/"_s));
}

QString ownTitle(const ConsoleCall &call)
{
    const OwnProduction *shown = call.shownProduction();
    if (shown)
        return shown->member.custom ? shown->member.custom->name : roleTitle(shown->member.role);
    return call.account.isAdministrator ? u"Server administrator"_s : u"Account"_s;
}

Html header(const ConsoleCall &call)
{
    const QString name = call.account.displayName;
    return el(
        "header", {{"class", u"top"_s}}, brand(), switcher(call), searchForm(call),
        el("div", {{"class", u"who"_s}},
           el("a", {Attribute::href(LocalPath({u"account"_s})), {"class", u"me"_s}},
              el("span", {{"class", u"avatar"_s}, {"aria-hidden", u"true"_s}}, initialsOf(name)),
              el("span", {{"class", u"name"_s}}, name),
              el("span", {{"class", u"role"_s}}, ownTitle(call))),
           writeForm(call, LocalPath({u"sign-out"_s}), u"plain"_s,
                     button(u"Sign out"_s, u"asLink"_s))));
}

struct Entry {
    Place place;
    QString icon;
    QString words;
    LocalPath to;
    Html beside{};
};

// How many devices are connected now; nothing where that is not known.
Html onNow(const ConsoleCall &call, const OwnProduction &production)
{
    if (!call.facts.presence || !production.member.permissions().reachesAll(Action::SeeDevices))
        return {};
    const auto seen = call.facts.presence->of(production.id);
    const auto on = std::ranges::count_if(seen, [](const auto &one) { return one.second.isOn; });
    return el("span", {{"class", u"count"_s}}, countWords(on),
              el("span", {{"class", u"hidden"_s}}, u" on now"_s));
}

std::vector<Entry> entriesFor(const ConsoleCall &call)
{
    std::vector<Entry> entries;
    const OwnProduction *shown = call.shownProduction();
    if (shown) {
        const Permissions may = shown->member.permissions();
        const auto to = [shown](const QString &page) {
            return LocalPath({u"productions"_s, shown->id.toString(), page});
        };
        entries.push_back({Place::Overview, u"gauge"_s, u"Overview"_s, to(u"overview"_s)});
        if (may.reach(Action::SeeDevices) > Reach::Nobody)
            entries.push_back({Place::Sessions, u"laptop"_s, u"Sessions"_s, to(u"sessions"_s),
                               onNow(call, *shown)});
        if (may.reachesAll(Action::SeeDevices))
            entries.push_back({Place::People, u"users"_s, u"People and roles"_s, to(u"people"_s)});
        if (may.reach(Action::SeeAudit) > Reach::Nobody)
            entries.push_back({Place::Audit, u"history"_s, u"Audit"_s, to(u"audit"_s)});
        if (may.reachesAll(Action::EditProduction))
            entries.push_back({Place::Webhooks, u"send"_s, u"Webhooks"_s, to(u"webhooks"_s)});
    } else {
        entries.push_back({Place::Overview, u"gauge"_s, u"Overview"_s, LocalPath({u"overview"_s})});
    }
    if (call.account.isAdministrator) {
        entries.push_back(
            {Place::Accounts, u"shield-check"_s, u"Accounts"_s, LocalPath({u"accounts"_s})});
        entries.push_back({Place::Acts, u"clipboard-check"_s, u"Acts"_s, LocalPath({u"acts"_s})});
        entries.push_back(
            {Place::Backups, u"hard-drive"_s, u"Backups"_s, LocalPath({u"backups"_s})});
        entries.push_back(
            {Place::Retention, u"filter"_s, u"Retention"_s, LocalPath({u"retention"_s})});
        entries.push_back(
            {Place::Settings, u"settings"_s, u"Settings"_s, LocalPath({u"settings"_s})});
    }
    return entries;
}

Html navigation(const ConsoleCall &call, Place place)
{
    std::vector<Html> items;
    for (const Entry &entry : entriesFor(call))
        items.push_back(el("li", {},
                           el("a",
                              {Attribute::href(entry.to),
                               Attribute("aria-current", u"page"_s).onlyIf(entry.place == place)},
                              Html::icon(entry.icon), entry.words, entry.beside)));
    const QString host = QString::fromLatin1(call.api.request.header("host")).left(100);
    return el("nav", {{"aria-label", u"Pages"_s}}, el("ul", {}, joined(items)),
              el("p", {{"class", u"about"_s}},
                 el("strong", {}, u"Version "_s + QStringLiteral(FILM_VERSION)), host, el("br", {}),
                 dayAndTime(call.api.now, call.zone) + u' ' + QString::fromLatin1(call.zone.id())));
}

QString toneName(Tone tone)
{
    switch (tone) {
    case Tone::Good: return u"good"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Bad: return u"bad"_s;
    case Tone::Plain: return u"plain"_s;
    }
    Q_UNREACHABLE();
}

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Good: return u"circle-check"_s;
    case Tone::Warning:
    case Tone::Bad: return u"triangle-alert"_s;
    case Tone::Plain: return u"info"_s;
    }
    Q_UNREACHABLE();
}

Html skip()
{
    return el("a", {Attribute::href(LocalPath::onThisPage(u"content"_s)), {"class", u"skip"_s}},
              u"Skip to content"_s);
}

QString errorTitle(int status)
{
    switch (status) {
    case 403: return u"Not allowed"_s;
    case 404: return u"Not found"_s;
    case 429: return u"Too many requests"_s;
    case 503: return u"Not now"_s;
    default: return u"That did not work"_s;
    }
}

} // namespace

WebResponse framed(const ConsoleCall &call, const Page &page)
{
    const OwnProduction *shown = call.api.production.isNull() ? nullptr : call.shownProduction();
    const Html body = el(
        "div", {{"class", u"frame"_s}}, skip(), header(call), navigation(call, page.place),
        el("main", {{"id", u"content"_s}, {"tabindex", u"-1"_s}},
           el("div", {{"class", u"heading"_s}}, el("h1", {}, page.title), page.badge,
              page.actions.isEmpty() ? Html() : el("div", {{"class", u"actions"_s}}, page.actions)),
           doneNotice(call), page.body));
    return pageResponse(shown ? page.title + u" – "_s + shown->title : page.title, body,
                        page.status);
}

WebResponse lonePanel(const QString &title, const Html &body, int status)
{
    return pageResponse(title,
                        el("div", {{"class", u"lone"_s}}, skip(), el("header", {}, brand()),
                           el("main", {{"id", u"content"_s}, {"tabindex", u"-1"_s}},
                              el("section", {{"class", u"panel"_s}}, el("h1", {}, title), body))),
                        status);
}

WebResponse barePage(const Error &error)
{
    return barePage(httpStatusOf(error.code), error);
}

WebResponse barePage(int status, const Error &error)
{
    WebResponse response = lonePanel(errorTitle(status),
                                     el("div", {}, el("p", {}, errorWords(error, status)),
                                        el("p", {}, link(LocalPath(), u"To the start page"_s))),
                                     status);
    if (status == 503)
        response.headers.emplace_back("Retry-After", "2");
    return response;
}

WebResponse errorPage(const ConsoleCall &call, const Error &error)
{
    return errorPage(call, httpStatusOf(error.code), error);
}

WebResponse errorPage(const ConsoleCall &call, int status, const Error &error)
{
    // The forms around a page are of a session; on the way into one there are none.
    const bool isInside = call.api.caller && call.visit.isEmpty();
    if (!isInside || call.api.caller->duty != Principal::Duty::None)
        return barePage(status, error);
    Page page;
    page.title = errorTitle(status);
    page.status = status;
    page.body = panelOf({errorTitle(status),
                         u"problem"_s,
                         {},
                         {},
                         el("p", {{"class", u"pad"_s}}, errorWords(error, status))});
    return framed(call, page);
}

WebResponse seeOther(const LocalPath &to)
{
    return {303, {}, {}, {{"Location", to.text().toLatin1()}}};
}

QString pathOf(const WebRequest &request)
{
    LocalPath path(request.path.mid(qsizetype(std::size("/console/")) - 1).split(u'/'));
    for (const auto &[key, value] : request.query)
        path = path.with(key, value);
    return path.text();
}

Html fieldOf(const Field &field)
{
    const QString hintId = field.name + u"-hint"_s;
    return el(
        "div", {{"class", u"field"_s}}, el("label", {{"for", field.name}}, field.label),
        field.hint.isEmpty() ? Html() : el("p", {{"id", hintId}, {"class", u"hint"_s}}, field.hint),
        el("input",
           {{"type", field.type},
            {"id", field.name},
            {"name", field.name},
            {"value", field.value},
            {"autocomplete", field.autocomplete},
            {"maxlength", u"512"_s},
            {"spellcheck", u"false"_s},
            {"autocapitalize", u"none"_s},
            Attribute("aria-describedby", hintId).onlyIf(!field.hint.isEmpty()),
            Attribute("inputmode", u"numeric"_s).onlyIf(field.autocomplete == u"one-time-code"_s),
            Attribute("required").onlyIf(field.isNeeded),
            Attribute("autofocus").onlyIf(field.isFirst)}));
}

Html choiceOf(const QString &name, const QString &label, const std::vector<Choice> &choices,
              const QString &chosen, bool isLabelSeen)
{
    std::vector<Html> options;
    for (const Choice &choice : choices)
        options.push_back(
            el("option",
               {{"value", choice.value}, Attribute("selected").onlyIf(choice.value == chosen)},
               choice.words));
    // Several on one page have one name and each its own label.
    Html words = el("span", {{"class", isLabelSeen ? u"label"_s : u"hidden"_s}}, label);
    return el("label", {{"class", u"choice"_s}}, words,
              el("span", {{"class", u"select"_s}}, el("select", {{"name", name}}, joined(options)),
                 Html::icon(u"chevron-down"_s)));
}

Html hidden(const QString &name, const QString &value)
{
    return el("input", {{"type", u"hidden"_s}, {"name", name}, {"value", value}});
}

Html button(const Html &words, const QString &style)
{
    return el("button", {{"type", u"submit"_s}, {"class", style}}, words);
}

Html link(const LocalPath &to, const Html &words, const QString &style)
{
    return el("a", {Attribute::href(to), Attribute("class", style).onlyIf(!style.isEmpty())},
              words);
}

Html notice(Tone tone, const Html &words)
{
    return el("div",
              {{"class", u"notice "_s + toneName(tone)},
               {"role", tone == Tone::Bad ? u"alert"_s : u"status"_s}},
              Html::icon(toneIcon(tone)), el("div", {}, words));
}

Html mark(Tone tone, const QString &icon, const QString &words)
{
    return el("span", {{"class", u"mark "_s + toneName(tone)}}, Html::icon(icon), words);
}

Html problemNotice(const QString &words)
{
    return words.isEmpty() ? Html() : notice(Tone::Bad, words);
}

Html doneNotice(const ConsoleCall &call)
{
    static const std::array<std::pair<QStringView, QStringView>, 30> sentences{{
        {u"device", u"The device is signed out."},
        {u"role", u"The role is changed. It counts at once."},
        {u"role-kept", u"The role is kept. It counts at once for all who have it."},
        {u"restricted", u"What is known of that person is kept and not shown."},
        {u"released", u"What is known of that person is shown again."},
        {u"held", u"Nothing of that is erased until the hold is lifted."},
        {u"lifted", u"The hold is lifted."},
        {u"webhook-tested",
         u"A test is on its way. Load this page again to see what became of it."},
        {u"webhook-enabled", u"It is told again, of what comes from now on."},
        {u"webhook-removed", u"The webhook is removed."},
        {u"retention", u"The policy is set."},
        {u"retained", u"What was older is erased. The acts say how much it was."},
        {u"role-removed", u"The role is removed."},
        {u"withdrawn", u"The code is withdrawn. It lets nobody in."},
        {u"ended", u"That person is no longer on this production."},
        {u"linked", u"The account is linked to that member."},
        {u"locked", u"The account is locked and all its sessions are over."},
        {u"unlocked", u"The account is unlocked."},
        {u"sessions", u"The sessions are over."},
        {u"factor",
         u"The second factor is removed. It has to be set up again at the next sign-in."},
        {u"keys", u"A new key signs from now on. Nobody has to sign in again."},
        {u"password", u"Your password is changed. Your other sessions are over."},
        {u"created", u"The account is created."},
        {u"session", u"That session is over."},
        {u"signed-out", u"You are signed out."},
        {u"backup", u"A backup is being made. Load this page again to see what became of it."},
        {u"maintenance", u"No changes are taken now."},
        {u"maintenance-over", u"Changes are taken again."},
        {u"log-level", u"The log follows within seconds, for half an hour."},
        {u"password-set", u"The password is set. Sign in with it."},
    }};
    const QString done = call.asked(u"done"_s);
    for (const auto &[key, words] : sentences) {
        if (key == done)
            return notice(Tone::Good, words.toString());
    }
    return {};
}

Html panelOf(const Panel &panel)
{
    return el(
        "section",
        {{"class", u"panel "_s + panel.style}, {"aria-labelledby", panel.id + u"-title"_s}},
        el("div", {{"class", u"panelHead"_s}},
           el("h2", {{"id", panel.id + u"-title"_s}}, panel.title),
           panel.beside.isEmpty() ? Html() : el("span", {{"class", u"beside"_s}}, panel.beside),
           panel.actions.isEmpty() ? Html() : el("div", {{"class", u"actions"_s}}, panel.actions)),
        panel.body);
}

Html tableOf(const QString &caption, const std::vector<Column> &columns,
             const std::vector<TableRow> &rows)
{
    std::vector<Html> heads;
    for (const Column &column : columns)
        heads.push_back(el(
            "th",
            {{"scope", u"col"_s}, Attribute("class", column.style).onlyIf(!column.style.isEmpty())},
            column.isTitleSeen ? Html(column.title)
                               : el("span", {{"class", u"hidden"_s}}, column.title)));
    std::vector<Html> lines;
    for (const TableRow &row : rows) {
        Q_ASSERT(row.size() == columns.size());
        std::vector<Html> cells;
        for (size_t i = 0; i < row.size(); ++i) {
            const Attribute style =
                Attribute("class", columns[i].style).onlyIf(!columns[i].style.isEmpty());
            // On a narrow screen each row is a card, and the cell says what it is.
            const Attribute title =
                Attribute("data-title", columns[i].title).onlyIf(columns[i].isTitleSeen);
            cells.push_back(i == 0 ? el("th", {{"scope", u"row"_s}, style}, row[i])
                                   : el("td", {style, title}, row[i]));
        }
        lines.push_back(el("tr", {}, joined(cells)));
    }
    return el("table", {}, el("caption", {{"class", u"hidden"_s}}, caption),
              el("thead", {}, el("tr", {}, joined(heads))), el("tbody", {}, joined(lines)));
}

Html emptyWords(const Html &words)
{
    return el("p", {{"class", u"empty"_s}}, words);
}

Html factsOf(const std::vector<std::pair<QString, Html>> &facts)
{
    std::vector<Html> pairs;
    for (const auto &[term, what] : facts)
        pairs.push_back(el("div", {}, el("dt", {}, term), el("dd", {}, what)));
    return el("dl", {{"class", u"facts"_s}}, joined(pairs));
}

} // namespace film::server
