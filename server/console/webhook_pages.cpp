#include "server/console/webhook_pages.h"

#include "server/console/console_page.h"
#include "server/console/console_words.h"
#include "server/http/webhook_desk.h"
#include "server/webhooks/webhook_events.h"

namespace film::server {

using namespace Qt::StringLiterals;
using store::DeliveryRow;
using store::WebhookId;
using store::WebhookRow;

namespace {

const QString everyEvent = u"all"_s;

QString eventWords(const QString &event)
{
    if (event == u"day.changed")
        return u"Days that are changed"_s;
    if (event == u"day.approved")
        return u"Days that are approved"_s;
    if (event == u"member.changed")
        return u"Members and their roles"_s;
    return u"Devices that are signed out"_s;
}

QString eventsWords(const QStringList &events)
{
    if (events.size() == webhookEvents().size())
        return u"Everything"_s;
    QStringList words;
    for (const QString &event : events)
        words << eventWords(event);
    return words.join(u", "_s);
}

Html hookState(const WebhookRow &row, const ConsoleCall &call)
{
    if (!row.disabled.isEmpty())
        return mark(Tone::Bad, u"triangle-alert"_s, u"Not told any more: "_s + row.disabled);
    if (row.failingSinceMs)
        return mark(Tone::Warning, u"triangle-alert"_s,
                    u"Fails since "_s + dayAndTime(instantFromMs(*row.failingSinceMs), call.zone));
    return mark(Tone::Good, u"check"_s, u"Told"_s);
}

LocalPath pathOfHook(const ConsoleCall &call, const WebhookRow &row)
{
    return call.inProduction({u"webhooks"_s, row.id.toString()});
}

Html hookTable(const ConsoleCall &call, const std::vector<WebhookRow> &hooks)
{
    std::vector<TableRow> rows;
    for (const WebhookRow &row : hooks)
        rows.push_back(
            {link(pathOfHook(call, row), row.url), eventsWords(row.events), hookState(row, call)});
    return rows.empty()
        ? emptyWords(u"No other system is told of changes."_s)
        : tableOf(u"Webhooks"_s, {{u"Address"_s}, {u"Told of"_s}, {u"State"_s}}, rows);
}

Result<WebResponse> hooksPage(ConsoleCall &call, const QString &problem = {})
{
    const auto hooks = WebhookDesk(call.api).all();
    if (!hooks)
        return fail(hooks.error());
    std::vector<Choice> choices{{everyEvent, u"Everything"_s}};
    for (const QString &event : webhookEvents())
        choices.push_back({event, eventWords(event)});
    Page page;
    page.place = Place::Webhooks;
    page.title = u"Webhooks"_s;
    page.body = el(
        "div", {{"class", u"stack"_s}},
        panelOf({u"Who is told"_s, u"webhooks"_s, {}, {}, hookTable(call, *hooks)}),
        panelOf({u"Tell another system"_s,
                 u"add"_s,
                 {},
                 {},
                 el("div", {{"class", u"pad"_s}}, problemNotice(problem),
                    el("p", {{"class", u"hint"_s}},
                       u"It is told that something changed, by its id: no names, times or "
                       "amounts. Whoever wants those asks the API."_s),
                    writeForm(call, call.inProduction({u"webhooks"_s}), u"stacked"_s,
                              fieldOf({u"url"_s, u"Address"_s, u"url"_s, call.field(u"url"_s),
                                       u"off"_s, u"On the Internet, with https://"_s}),
                              choiceOf(u"events"_s, u"Told of"_s, choices, call.field(u"events"_s)),
                              button(u"Tell it"_s, u"main"_s)))}));
    return framed(call, page);
}

Result<WebResponse> addHook(ConsoleCall &call)
{
    const QString event = call.field(u"events"_s);
    const auto made =
        WebhookDesk(call.api).add(call.field(u"url"_s).trimmed().left(500),
                                  event == everyEvent ? webhookEvents() : QStringList{event});
    const bool isRefused = !made
        && (made.error().code == ErrorCode::InvalidInput
            || made.error().code == ErrorCode::Conflict);
    if (isRefused)
        return hooksPage(call, sentenceOf(made.error().message) + u" Nothing was added."_s);
    if (!made)
        return fail(made.error());
    Page page;
    page.place = Place::Webhooks;
    page.title = u"Webhooks"_s;
    page.body = panelOf(
        {u"Secret of the new webhook"_s,
         u"secret"_s,
         {},
         {},
         el("div", {{"class", u"pad"_s}},
            el("p", {},
               el("code", {{"id", u"code"_s}, {"class", u"command"_s}},
                  QString::fromLatin1(made->secret))),
            el("p", {},
               u"With it the other system checks that a message is ours. It is shown now and "
               "never again."_s),
            el("p", {}, link(pathOfHook(call, made->row), u"Send a test"_s)))});
    return framed(call, page);
}

Html deliveryState(const DeliveryRow &row)
{
    const QString why = row.problem.isEmpty() ? QString() : u": "_s + row.problem;
    switch (row.state) {
    case DeliveryRow::State::Waiting:
        return mark(row.attempts > 0 ? Tone::Warning : Tone::Plain, u"circle-dashed"_s,
                    QString((row.attempts > 0 ? u"Tried, comes again"_s : u"Waits"_s) + why));
    case DeliveryRow::State::Delivered: return mark(Tone::Good, u"check"_s, u"Taken"_s);
    case DeliveryRow::State::GivenUp: break;
    }
    return mark(Tone::Bad, u"triangle-alert"_s, QString(u"Given up"_s + why));
}

Html deliveryTable(const ConsoleCall &call, const std::vector<DeliveryRow> &deliveries)
{
    std::vector<TableRow> rows;
    for (const DeliveryRow &row : deliveries)
        rows.push_back({timeOf(row.createdMs, call.api.now, call.zone), countWords(row.attempts),
                        row.status > 0 ? QString::number(row.status) : u"–"_s, deliveryState(row)});
    return rows.empty() ? emptyWords(u"It was told nothing yet."_s)
                        : tableOf(u"What it was told"_s,
                                  {{u"Since"_s},
                                   {u"Attempts"_s, u"figures"_s},
                                   {u"Answer"_s, u"figures"_s},
                                   {u"State"_s}},
                                  rows);
}

// NotFound also for what is no id.
Result<WebhookRow> hookOf(ConsoleCall &call)
{
    const auto id = idIn<WebhookId>(call.api, u"webhook"_s);
    return id ? WebhookDesk(call.api).find(*id) : fail(id.error());
}

Result<WebResponse> hookPage(ConsoleCall &call, const QString &problem = {})
{
    const auto row = hookOf(call);
    const auto deliveries = row ? WebhookDesk(call.api).deliveries(row->id) : fail(row.error());
    if (!deliveries)
        return fail(deliveries.error());
    const auto deed = [&](const QString &what, const QString &words, const QString &name) {
        const LocalPath to = call.inProduction({u"webhooks"_s, row->id.toString(), what});
        return el("div", {{"class", u"deed"_s}}, el("p", {}, words),
                  writeForm(call, to, u"plain"_s, button(name)));
    };
    std::vector<Html> deeds{deed(
        u"test"_s, u"A message that says no more than that it is a test."_s, u"Send a test"_s)};
    if (!row->disabled.isEmpty())
        deeds.push_back(deed(u"enable"_s, u"It is told again, of what comes from now on."_s,
                             u"Tell it again"_s));
    deeds.push_back(deed(
        u"remove"_s, u"It is told nothing more, and its secret is worth nothing."_s, u"Remove"_s));
    Page page;
    page.place = Place::Webhooks;
    page.title = u"Webhook"_s;
    page.badge = hookState(*row, call);
    page.body = el(
        "div", {{"class", u"stack"_s}}, problemNotice(problem),
        panelOf({u"About it"_s,
                 u"about"_s,
                 {},
                 {},
                 el("div", {},
                    factsOf({{u"Address"_s, row->url},
                             {u"Told of"_s, eventsWords(row->events)},
                             {u"Since"_s, dayAndTime(instantFromMs(row->createdMs), call.zone)}}),
                    el("div", {{"class", u"deeds"_s}}, joined(deeds)))}),
        panelOf({u"What it was told"_s,
                 u"deliveries"_s,
                 u"of the last seven days"_s,
                 {},
                 deliveryTable(call, *deliveries)}));
    return framed(call, page);
}

Result<WebResponse> testHook(ConsoleCall &call)
{
    const auto row = hookOf(call);
    const auto sent = row ? WebhookDesk(call.api).test(row->id) : fail(row.error());
    if (!sent && sent.error().code == ErrorCode::Conflict)
        return hookPage(call, sentenceOf(sent.error().message));
    if (!sent)
        return fail(sent.error());
    return seeOther(pathOfHook(call, *row).with(u"done"_s, u"webhook-tested"_s));
}

Result<WebResponse> enableHook(ConsoleCall &call)
{
    const auto row = hookOf(call);
    const Result<> done = row ? WebhookDesk(call.api).enable(row->id) : fail(row.error());
    if (!done)
        return fail(done.error());
    return seeOther(pathOfHook(call, *row).with(u"done"_s, u"webhook-enabled"_s));
}

Result<WebResponse> removeHook(ConsoleCall &call)
{
    const auto row = hookOf(call);
    const Result<> done = row ? WebhookDesk(call.api).remove(row->id) : fail(row.error());
    if (!done)
        return fail(done.error());
    return seeOther(call.inProduction({u"webhooks"_s}).with(u"done"_s, u"webhook-removed"_s));
}

} // namespace

std::vector<ConsoleRoute> webhookPages()
{
    const QString all = u"/console/productions/{production}/webhooks"_s;
    const QString one = all + u"/{webhook}"_s;
    const Access office = Access::member(Action::EditProduction, Reach::Production);
    return {
        {"GET", all, office,
         [](ConsoleCall &call) -> Result<WebResponse> { return hooksPage(call); }},
        {"POST", all, office, addHook},
        {"GET", one, office,
         [](ConsoleCall &call) -> Result<WebResponse> { return hookPage(call); }},
        {"POST", QString(one + u"/test"_s), office, testHook},
        {"POST", QString(one + u"/enable"_s), office, enableHook},
        {"POST", QString(one + u"/remove"_s), office, removeHook},
    };
}

} // namespace film::server
