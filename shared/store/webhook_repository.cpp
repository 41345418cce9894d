#include "shared/store/webhook_repository.h"

#include "shared/store/statement.h"

namespace film::store {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView hookColumns =
    u"SELECT webhook_id, production_id, url, events, secret, created_ms, seen, disabled,"
    " failing_since_ms FROM webhook";
constexpr QStringView deliveryColumns = u"SELECT delivery_id, production_id, webhook_id, body, "
                                        u"created_ms, due_ms, attempts, state, status, problem,"
                                        " ended_ms FROM webhook_delivery";

std::optional<qint64> momentIn(const Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.number(column));
}

WebhookRow hookIn(const Statement &row)
{
    return {WebhookId::fromBytes(row.bytes(0)).value_or(WebhookId()),
            ProductionId::fromBytes(row.bytes(1)).value_or(ProductionId()),
            row.text(2),
            row.text(3).split(u',', Qt::SkipEmptyParts),
            row.bytes(4),
            row.number(5),
            row.unsignedNumber(6),
            row.text(7),
            momentIn(row, 8)};
}

DeliveryRow deliveryIn(const Statement &row)
{
    return {DeliveryId::fromBytes(row.bytes(0)).value_or(DeliveryId()),
            ProductionId::fromBytes(row.bytes(1)).value_or(ProductionId()),
            WebhookId::fromBytes(row.bytes(2)).value_or(WebhookId()),
            row.bytes(3),
            row.number(4),
            row.number(5),
            int(row.number(6)),
            DeliveryRow::State(row.number(7)),
            int(row.number(8)),
            row.text(9),
            momentIn(row, 10)};
}

template<typename Row>
Result<std::vector<Row>> allOf(Statement &select, Row (*read)(const Statement &))
{
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    std::vector<Row> rows;
    while (select.next())
        rows.push_back(read(select));
    if (const Result<> ended = select.ended(); !ended)
        return fail(ended.error());
    return rows;
}

Result<bool> hasChanged(Statement &statement)
{
    if (const Result<> ran = statement.run(); !ran)
        return fail(ran.error());
    return statement.affectedRows() > 0;
}

void bindMoment(Statement &statement, QStringView name, std::optional<qint64> moment)
{
    if (moment)
        statement.bind(name, *moment);
    else
        statement.bindNull(name);
}

} // namespace

Result<> WebhookRepository::add(const WebhookRow &row)
{
    Statement insert(m_database, u"webhook.add"_s,
                     u"INSERT INTO webhook (webhook_id, production_id, url, events, secret,"
                     " created_ms, seen, disabled) VALUES (:id, :production, :url, :events,"
                     " :secret, :created, :seen, '')"_s);
    insert.bind(u":id", row.id.toByteArray())
        .bind(u":production", row.production.toByteArray())
        .bind(u":url", row.url)
        .bind(u":events", row.events.join(u','))
        .bind(u":secret", row.secret)
        .bind(u":created", row.createdMs)
        .bind(u":seen", row.seen);
    return insert.run();
}

Result<bool> WebhookRepository::remove(ProductionId production, WebhookId id)
{
    Statement rows(m_database, u"webhook.forget"_s,
                   u"DELETE FROM webhook_delivery"
                   " WHERE production_id = :production AND webhook_id = :id"_s);
    rows.bind(u":production", production.toByteArray()).bind(u":id", id.toByteArray());
    if (const Result<> ran = rows.run(); !ran)
        return fail(ran.error());
    Statement remove(m_database, u"webhook.remove"_s,
                     u"DELETE FROM webhook"
                     " WHERE production_id = :production AND webhook_id = :id"_s);
    remove.bind(u":production", production.toByteArray()).bind(u":id", id.toByteArray());
    return hasChanged(remove);
}

Result<std::optional<WebhookRow>> WebhookRepository::find(ProductionId production, WebhookId id)
{
    Statement select(m_database, u"webhook.find"_s,
                     hookColumns + u" WHERE production_id = :production AND webhook_id = :id"_s);
    select.bind(u":production", production.toByteArray()).bind(u":id", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? std::optional(hookIn(select)) : std::nullopt;
}

Result<std::vector<WebhookRow>> WebhookRepository::of(ProductionId production)
{
    Statement select(m_database, u"webhook.list"_s,
                     hookColumns
                         + u" WHERE production_id = :production ORDER BY webhook_id LIMIT 100"_s);
    select.bind(u":production", production.toByteArray());
    return allOf(select, hookIn);
}

Result<std::vector<WebhookRow>> WebhookRepository::enabled()
{
    Statement select(m_database, u"webhook.enabled"_s,
                     hookColumns + u" WHERE disabled = '' ORDER BY webhook_id LIMIT 10000"_s);
    return allOf(select, hookIn);
}

Result<> WebhookRepository::setDisabled(ProductionId production, WebhookId id,
                                        const QString &reason)
{
    Statement update(m_database, u"webhook.disable"_s,
                     u"UPDATE webhook SET disabled = :reason, failing_since_ms = NULL"
                     " WHERE production_id = :production AND webhook_id = :id"_s);
    update.bind(u":reason", reason)
        .bind(u":production", production.toByteArray())
        .bind(u":id", id.toByteArray());
    return update.run();
}

Result<> WebhookRepository::setFailingSince(ProductionId production, WebhookId id,
                                            std::optional<qint64> sinceMs)
{
    Statement update(m_database, u"webhook.failing"_s,
                     u"UPDATE webhook SET failing_since_ms = :since"
                     " WHERE production_id = :production AND webhook_id = :id"_s);
    bindMoment(update, u":since", sinceMs);
    update.bind(u":production", production.toByteArray()).bind(u":id", id.toByteArray());
    return update.run();
}

Result<bool> WebhookRepository::moveOn(const WebhookRow &row, quint64 to)
{
    Statement update(m_database, u"webhook.move_on"_s,
                     u"UPDATE webhook SET seen = :to WHERE production_id = :production"
                     " AND webhook_id = :id AND seen = :from"_s);
    update.bind(u":to", to)
        .bind(u":production", row.production.toByteArray())
        .bind(u":id", row.id.toByteArray())
        .bind(u":from", row.seen);
    return hasChanged(update);
}

Result<> WebhookRepository::addDelivery(const DeliveryRow &row)
{
    Statement insert(m_database, u"delivery.add"_s,
                     u"INSERT INTO webhook_delivery (production_id, webhook_id, delivery_id, body,"
                     " created_ms, due_ms, attempts, state, status, problem) VALUES (:production,"
                     " :webhook, :id, :body, :created, :due, 0, 0, 0, '')"_s);
    insert.bind(u":id", row.id.toByteArray())
        .bind(u":production", row.production.toByteArray())
        .bind(u":webhook", row.webhook.toByteArray())
        .bind(u":body", row.body)
        .bind(u":created", row.createdMs)
        .bind(u":due", row.dueMs);
    return insert.run();
}

Result<int> WebhookRepository::countWaiting(ProductionId production, WebhookId id)
{
    Statement select(m_database, u"delivery.count"_s,
                     u"SELECT count(*) FROM webhook_delivery WHERE production_id = :production"
                     " AND webhook_id = :id AND state = 0"_s);
    select.bind(u":production", production.toByteArray()).bind(u":id", id.toByteArray());
    if (const Result<> ran = select.run(); !ran)
        return fail(ran.error());
    return select.next() ? int(select.number(0)) : 0;
}

Result<std::vector<DeliveryRow>> WebhookRepository::due(qint64 nowMs, int rowsMax)
{
    Statement select(m_database, u"delivery.due"_s,
                     deliveryColumns
                         + u" WHERE state = 0 AND due_ms <= :now ORDER BY due_ms LIMIT :max"_s);
    select.bind(u":now", nowMs).bind(u":max", rowsMax);
    return allOf(select, deliveryIn);
}

Result<bool> WebhookRepository::lease(const DeliveryRow &row, qint64 untilMs)
{
    Statement update(m_database, u"delivery.lease"_s,
                     u"UPDATE webhook_delivery SET due_ms = :until, attempts = attempts + 1"
                     " WHERE production_id = :production AND webhook_id = :webhook"
                     " AND delivery_id = :id AND state = 0 AND due_ms = :due"_s);
    update.bind(u":until", untilMs)
        .bind(u":production", row.production.toByteArray())
        .bind(u":webhook", row.webhook.toByteArray())
        .bind(u":id", row.id.toByteArray())
        .bind(u":due", row.dueMs);
    return hasChanged(update);
}

Result<> WebhookRepository::settle(const DeliveryRow &row)
{
    Statement update(m_database, u"delivery.settle"_s,
                     u"UPDATE webhook_delivery SET due_ms = :due, state = :state, status = :status,"
                     " problem = :problem, ended_ms = :ended"
                     " WHERE production_id = :production AND webhook_id = :webhook"
                     " AND delivery_id = :id AND state = 0"_s);
    update.bind(u":due", row.dueMs)
        .bind(u":production", row.production.toByteArray())
        .bind(u":webhook", row.webhook.toByteArray())
        .bind(u":state", int(row.state))
        .bind(u":status", row.status)
        .bind(u":problem", row.problem)
        .bind(u":id", row.id.toByteArray());
    bindMoment(update, u":ended", row.endedMs);
    return update.run();
}

Result<std::vector<DeliveryRow>> WebhookRepository::deliveries(ProductionId production,
                                                               WebhookId id, int rowsMax)
{
    Statement select(m_database, u"delivery.list"_s,
                     deliveryColumns
                         + u" WHERE production_id = :production AND webhook_id = :id"
                           " ORDER BY created_ms DESC, delivery_id LIMIT :max"_s);
    select.bind(u":production", production.toByteArray())
        .bind(u":id", id.toByteArray())
        .bind(u":max", rowsMax);
    return allOf(select, deliveryIn);
}

Result<> WebhookRepository::forgetBefore(qint64 beforeMs)
{
    Statement remove(m_database, u"delivery.forget"_s,
                     u"DELETE FROM webhook_delivery WHERE state <> 0 AND ended_ms < :before"_s);
    remove.bind(u":before", beforeMs);
    return remove.run();
}

} // namespace film::store
