#include "server/http/webhook_desk.h"

#include "server/http/admission.h"
#include "server/webhooks/webhook_events.h"
#include "server/webhooks/webhook_sender.h"
#include "shared/store/server_audit.h"
#include "shared/store/transaction.h"

#include <QJsonArray>

#include <algorithm>

namespace film::server {

using namespace Qt::StringLiterals;
using store::DeliveryRow;
using store::WebhookId;
using store::WebhookRow;

namespace {

constexpr int deliveriesShown = 100;

Result<QStringList> checkedEvents(QStringList events)
{
    const QStringList &known = webhookEvents();
    events.removeDuplicates();
    const bool areKnown = std::ranges::all_of(
        events, [&known](const QString &event) { return known.contains(event); });
    if (!areKnown)
        return fail(ErrorCode::InvalidInput, u"events are of %1"_s.arg(known.join(u", "_s)));
    if (events.isEmpty())
        return fail(ErrorCode::InvalidInput, u"events has to be a list of at least one"_s);
    return events;
}

// "fthook_" and 32 random bytes.
QByteArray newWebhookSecret(RandomSource &random)
{
    const auto bytes = random.bytes<32>();
    return "fthook_"
        + QByteArray(reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size()))
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

store::WebhookRepository WebhookDesk::hooks()
{
    return store::WebhookRepository(m_call.desk.storage.database());
}

Result<std::vector<WebhookRow>> WebhookDesk::all()
{
    return hooks().of(m_call.production);
}

Result<WebhookRow> WebhookDesk::find(WebhookId id)
{
    const auto row = hooks().find(m_call.production, id);
    if (!row)
        return fail(row.error());
    if (!*row)
        return fail(unknownThing());
    return **row;
}

Result<> WebhookDesk::together(const QString &act, WebhookId id, const QString &detail,
                               const std::function<Result<>()> &change)
{
    store::Database &database = m_call.desk.storage.database();
    auto transaction = store::Transaction::begin(database);
    if (!transaction)
        return fail(transaction.error());
    if (const Result<> changed = change(); !changed)
        return changed;
    const Actor by = actorOf(m_call);
    store::ServerAct row;
    row.atMs = msSinceEpoch(m_call.now);
    row.act = act;
    row.by = by.account;
    row.production = m_call.production;
    row.subject = id.toByteArray();
    row.detail = detail;
    row.address = by.address;
    if (const Result<> recorded = store::ServerAudit(database, m_call.desk.random).append(row);
        !recorded)
        return recorded;
    return transaction->commit();
}

Result<WebhookDesk::Made> WebhookDesk::add(const QString &address, const QStringList &events)
{
    const auto wanted = checkedEvents(events);
    if (!wanted)
        return fail(wanted.error());
    const QUrl url(address, QUrl::StrictMode);
    if (const Result<> checked = m_call.desk.server.webhooks.check(url); !checked)
        return fail(checked.error());
    const auto known = all();
    const auto head = m_call.desk.storage.head(m_call.production);
    if (!known || !head)
        return fail(known ? head.error() : known.error());
    if (known->size() >= size_t(webhook_limits::perProductionMax))
        return fail(
            ErrorCode::Conflict,
            u"a production has at most %1 webhooks"_s.arg(webhook_limits::perProductionMax));
    Made made;
    made.secret = newWebhookSecret(m_call.desk.random);
    WebhookRow &row = made.row;
    row.id = WebhookId(m_call.desk.random.bytes<16>());
    row.production = m_call.production;
    row.url = QString::fromLatin1(url.toEncoded());
    row.events = *wanted;
    row.secret =
        m_call.desk.server.box.seal(webhookPurpose(row.id), made.secret, m_call.desk.random);
    row.createdMs = msSinceEpoch(m_call.now);
    row.seen = head->sequence;
    const Result<> added =
        together(u"webhook-added"_s, row.id, url.host(), [&] { return hooks().add(row); });
    return added ? Result<Made>(std::move(made)) : fail(added.error());
}

Result<> WebhookDesk::remove(WebhookId id)
{
    const auto row = find(id);
    if (!row)
        return fail(row.error());
    return together(u"webhook-removed"_s, row->id, {}, [&]() -> Result<> {
        const auto gone = hooks().remove(m_call.production, row->id);
        return gone ? Result<>() : fail(gone.error());
    });
}

Result<> WebhookDesk::enable(WebhookId id)
{
    const auto row = find(id);
    const auto head = m_call.desk.storage.head(m_call.production);
    if (!row || !head)
        return fail(row ? head.error() : row.error());
    if (row->disabled.isEmpty())
        return {};
    return together(u"webhook-enabled"_s, row->id, {}, [&]() -> Result<> {
        const auto moved = hooks().moveOn(*row, head->sequence);
        return moved ? hooks().setDisabled(m_call.production, row->id, {}) : fail(moved.error());
    });
}

Result<DeliveryRow> WebhookDesk::test(WebhookId id)
{
    const auto row = find(id);
    if (!row)
        return fail(row.error());
    const qint64 now = msSinceEpoch(m_call.now);
    const auto waiting = hooks().countWaiting(m_call.production, row->id);
    if (!waiting)
        return fail(waiting.error());
    if (*waiting >= webhook_limits::waitingMax)
        return fail(ErrorCode::Conflict, u"too many deliveries wait already"_s);
    const DeliveryRow delivery =
        newDelivery(*row, {QJsonObject{{u"event"_s, u"test"_s}, {u"at"_s, timeText(now)}}},
                    m_call.desk.random, now);
    const Result<> added = hooks().addDelivery(delivery);
    return added ? Result<DeliveryRow>(delivery) : fail(added.error());
}

Result<std::vector<DeliveryRow>> WebhookDesk::deliveries(WebhookId id)
{
    const auto row = find(id);
    if (!row)
        return fail(row.error());
    return hooks().deliveries(m_call.production, row->id, deliveriesShown);
}

} // namespace film::server
