#include "server/http/api_webhooks.h"

#include "server/http/admission.h"
#include "server/http/api_values.h"
#include "server/webhooks/webhook_events.h"
#include "server/webhooks/webhook_sender.h"
#include "shared/store/server_audit.h"
#include "shared/store/transaction.h"

#include <QJsonArray>

namespace film::server {

using namespace Qt::StringLiterals;
using store::DeliveryRow;
using store::WebhookId;
using store::WebhookRow;

namespace {

constexpr int deliveriesMax = 100;

store::WebhookRepository hooksOf(ApiCall &call)
{
    return store::WebhookRepository(call.desk.storage.database());
}

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

// Of the production that the path names.
Result<WebhookRow> hookIn(ApiCall &call)
{
    const auto id = idIn<WebhookId>(call, u"webhook"_s);
    if (!id)
        return fail(id.error());
    const auto row = hooksOf(call).find(call.production, *id);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(unknownThing());
    return **row;
}

// Does it and writes it into the chain of the server's acts, or neither.
Result<> together(ApiCall &call, const QString &act, WebhookId id, const QString &detail,
                  const std::function<Result<>()> &change)
{
    store::Database &database = call.desk.storage.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> changed = change(); !changed)
        return changed;
    const Actor by = actorOf(call);
    store::ServerAct row;
    row.atMs = msSinceEpoch(call.now);
    row.act = act;
    row.by = by.account;
    row.production = call.production;
    row.subject = id.toByteArray();
    row.detail = detail;
    row.address = by.address;
    if (const Result<> recorded = store::ServerAudit(database, call.desk.random).append(row);
        !recorded)
        return recorded;
    return transaction->commit();
}

Result<WebResponse> listWebhooks(ApiCall &call)
{
    const auto rows = hooksOf(call).of(call.production);
    if (!rows)
        return fail(rows.error());
    QJsonArray items;
    for (const WebhookRow &row : *rows)
        items.append(hookJson(row));
    return pageOf(items, std::nullopt);
}

Result<QStringList> eventsAsked(const ApiCall &call)
{
    const QJsonValue given = call.body.value(u"events"_s);
    if (given.isUndefined())
        return webhookEvents();
    QStringList events;
    for (const QJsonValue &event : given.toArray()) {
        if (!webhookEvents().contains(event.toString()))
            return fail(ErrorCode::InvalidInput,
                        u"events are of %1"_s.arg(webhookEvents().join(u", "_s)));
        events.append(event.toString());
    }
    events.removeDuplicates();
    if (events.isEmpty())
        return fail(ErrorCode::InvalidInput, u"events has to be a list of at least one"_s);
    return events;
}

// "fthook_" and 32 random bytes.
QByteArray newSecret(RandomSource &random)
{
    const auto bytes = random.bytes<32>();
    return "fthook_"
        + QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

// From the changes on that come after now. The secret is shown here and nowhere else.
Result<WebResponse> addWebhook(ApiCall &call)
{
    const auto address = neededText(call, u"url"_s, 500);
    const auto events = eventsAsked(call);
    if (!address || !events)
        return fail(address ? events.error() : address.error());
    const QUrl url(*address, QUrl::StrictMode);
    if (const Result<> checked = call.desk.server.webhooks.check(url); !checked)
        return fail(checked.error());
    const auto known = hooksOf(call).of(call.production);
    const auto head = call.desk.storage.head(call.production);
    if (!known || !head)
        return fail(known ? head.error() : known.error());
    if (known->size() >= size_t(webhook_limits::perProductionMax))
        return fail(
            ErrorCode::Conflict,
            u"a production has at most %1 webhooks"_s.arg(webhook_limits::perProductionMax));
    const QByteArray secret = newSecret(call.desk.random);
    WebhookRow row;
    row.id = WebhookId(call.desk.random.bytes<16>());
    row.production = call.production;
    row.url = QString::fromLatin1(url.toEncoded());
    row.events = *events;
    row.secret = call.desk.server.box.seal(webhookPurpose(row.id), secret, call.desk.random);
    row.createdMs = msSinceEpoch(call.now);
    row.seen = head->sequence;
    const Result<> added = together(call, u"webhook-added"_s, row.id, url.host(),
                                    [&] { return hooksOf(call).add(row); });
    if (!added)
        return fail(added.error());
    QJsonObject json = hookJson(row);
    json[u"secret"_s] = QString::fromLatin1(secret);
    WebResponse response = WebResponse::json(json, 201);
    response.headers.emplace_back("Cache-Control", "no-store");
    return response;
}

Result<WebResponse> removeWebhook(ApiCall &call)
{
    const auto row = hookIn(call);
    if (!row)
        return fail(row.error());
    const Result<> removed = together(call, u"webhook-removed"_s, row->id, {}, [&]() -> Result<> {
        const auto gone = hooksOf(call).remove(call.production, row->id);
        return gone ? Result<>() : fail(gone.error());
    });
    return removed ? Result<WebResponse>(nothing()) : fail(removed.error());
}

// Told again, of what comes from now on.
Result<WebResponse> enableWebhook(ApiCall &call)
{
    const auto row = hookIn(call);
    const auto head = call.desk.storage.head(call.production);
    if (!row || !head)
        return fail(row ? head.error() : row.error());
    if (row->disabled.isEmpty())
        return nothing();
    const Result<> enabled = together(call, u"webhook-enabled"_s, row->id, {}, [&]() -> Result<> {
        const auto moved = hooksOf(call).moveOn(*row, head->sequence);
        return moved ? hooksOf(call).setDisabled(call.production, row->id, {})
                     : fail(moved.error());
    });
    return enabled ? Result<WebResponse>(nothing()) : fail(enabled.error());
}

// Sent like any other, so what comes of it stands among the deliveries.
Result<WebResponse> testWebhook(ApiCall &call)
{
    const auto row = hookIn(call);
    if (!row)
        return fail(row.error());
    const qint64 now = msSinceEpoch(call.now);
    const auto waiting = hooksOf(call).countWaiting(call.production, row->id);
    if (!waiting)
        return fail(waiting.error());
    if (*waiting >= webhook_limits::waitingMax)
        return fail(ErrorCode::Conflict, u"too many deliveries wait already"_s);
    const DeliveryRow delivery =
        newDelivery(*row, {QJsonObject{{u"event"_s, u"test"_s}, {u"at"_s, timeText(now)}}},
                    call.desk.random, now);
    if (const Result<> added = hooksOf(call).addDelivery(delivery); !added)
        return fail(added.error());
    return WebResponse::json({{u"id"_s, delivery.id.toString()}}, 202);
}

Result<WebResponse> listDeliveries(ApiCall &call)
{
    const auto row = hookIn(call);
    if (!row)
        return fail(row.error());
    const auto deliveries = hooksOf(call).deliveries(call.production, row->id, deliveriesMax);
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
