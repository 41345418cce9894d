#include "server/http/api_webhooks.h"

#include "server/http/api_values.h"
#include "server/http/webhook_desk.h"
#include "server/webhooks/webhook_events.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;
using store::DeliveryRow;
using store::WebhookId;
using store::WebhookRow;

namespace {

QString stateName(DeliveryRow::State state)
{
    switch (state) {
    case DeliveryRow::State::Waiting: return u"waiting"_s;
    case DeliveryRow::State::Delivered: return u"delivered"_s;
    case DeliveryRow::State::GivenUp: return u"given-up"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject hookJson(const WebhookRow &row)
{
    return {{u"id"_s, row.id.toString()},
            {u"url"_s, row.url},
            {u"events"_s, QJsonArray::fromStringList(row.events)},
            {u"created"_s, timeText(row.createdMs)},
            {u"change"_s, qint64(row.seen)},
            {u"disabled"_s, textOrNull(row.disabled)},
            {u"failing_since"_s, momentOrNull(row.failingSinceMs)}};
}

Result<WebResponse> listWebhooks(ApiCall &call)
{
    const auto rows = WebhookDesk(call).all();
    if (!rows)
        return fail(rows.error());
    QJsonArray items;
    for (const WebhookRow &row : *rows)
        items.append(hookJson(row));
    return pageOf(items, std::nullopt);
}

QStringList eventsAsked(const ApiCall &call)
{
    const QJsonValue given = call.body.value(u"events"_s);
    if (given.isUndefined())
        return webhookEvents();
    QStringList events;
    for (const QJsonValue &event : given.toArray())
        events.append(event.toString());
    return events;
}

// The secret is shown here and nowhere else.
Result<WebResponse> addWebhook(ApiCall &call)
{
    const auto address = neededText(call, u"url"_s, 500);
    if (!address)
        return fail(address.error());
    const auto made = WebhookDesk(call).add(*address, eventsAsked(call));
    if (!made)
        return fail(made.error());
    QJsonObject json = hookJson(made->row);
    json[u"secret"_s] = QString::fromLatin1(made->secret);
    WebResponse response = WebResponse::json(json, 201);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> removeWebhook(ApiCall &call)
{
    const auto id = idIn<WebhookId>(call, u"webhook"_s);
    const Result<> removed = id ? WebhookDesk(call).remove(*id) : fail(id.error());
    return removed ? Result<WebResponse>(nothing()) : fail(removed.error());
}

Result<WebResponse> enableWebhook(ApiCall &call)
{
    const auto id = idIn<WebhookId>(call, u"webhook"_s);
    const Result<> enabled = id ? WebhookDesk(call).enable(*id) : fail(id.error());
    return enabled ? Result<WebResponse>(nothing()) : fail(enabled.error());
}

Result<WebResponse> testWebhook(ApiCall &call)
{
    const auto id = idIn<WebhookId>(call, u"webhook"_s);
    const auto sent = id ? WebhookDesk(call).test(*id) : fail(id.error());
    if (!sent)
        return fail(sent.error());
    return WebResponse::json({{u"id"_s, sent->id.toString()}}, 202);
}

Result<WebResponse> listDeliveries(ApiCall &call)
{
    const auto id = idIn<WebhookId>(call, u"webhook"_s);
    const auto deliveries = id ? WebhookDesk(call).deliveries(*id) : fail(id.error());
    if (!deliveries)
        return fail(deliveries.error());
    QJsonArray items;
    for (const DeliveryRow &one : *deliveries)
        items.append(
            QJsonObject{{u"id"_s, one.id.toString()},
                        {u"state"_s, stateName(one.state)},
                        {u"created"_s, timeText(one.createdMs)},
                        {u"attempts"_s, one.attempts},
                        {u"status"_s, one.status > 0 ? QJsonValue(one.status) : QJsonValue()},
                        {u"problem"_s, textOrNull(one.problem)},
                        {u"next"_s, one.endedMs ? QJsonValue() : QJsonValue(timeText(one.dueMs))},
                        {u"ended"_s, momentOrNull(one.endedMs)}});
    return pageOf(items, std::nullopt);
}

} // namespace

std::vector<ApiRoute> webhookRoutes()
{
    const QString all = u"/api/v1/productions/{production}/webhooks"_s;
    const QString one = all + u"/{webhook}"_s;
    const Access office = Access::member(Action::EditProduction, Reach::Production);
    return {{"GET", all, office, listWebhooks},
            {"POST", all, office, addWebhook},
            {"DELETE", one, office, removeWebhook},
            {"POST", one + u"/enable"_s, office, enableWebhook},
            {"POST", one + u"/test"_s, office, testWebhook},
            {"GET", one + u"/deliveries"_s, office, listDeliveries}};
}

} // namespace film::server
