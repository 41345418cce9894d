#include "server/webhooks/webhook_events.h"

#include "shared/domain/records.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "shared/sync/author.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

namespace film::server {

using namespace Qt::StringLiterals;

namespace {

QString eventOf(const protocol::Envelope &envelope)
{
    switch (envelope.type) {
    case EntityType::TimeEntry:
        return envelope.operation == protocol::Operation::Approve ? u"day.approved"_s
                                                                  : u"day.changed"_s;
    case EntityType::Grant:
        return envelope.groups.contains(schema::grant::Devices) ? u"device.signed-out"_s
                                                                : u"member.changed"_s;
    default: return {};
    }
}

QJsonObject aboutDay(const protocol::EntityState &state, const GroupMap &groups)
{
    QJsonObject about{{u"id"_s, state.id.toString()}, {u"deleted"_s, state.deleted}};
    if (const auto day = workDayFromGroups(groups)) {
        about[u"person"_s] = day->key.person.toString();
        about[u"date"_s] = day->key.date.toString(Qt::ISODate);
    }
    return about;
}

QJsonObject aboutMember(const GroupMap &groups)
{
    const auto grant = grantFromGroups(groups);
    return grant ? QJsonObject{{u"user"_s, grant->user.toString()}} : QJsonObject();
}

} // namespace

const QStringList &webhookEvents()
{
    static const QStringList all{u"day.changed"_s, u"day.approved"_s, u"member.changed"_s,
                                 u"device.signed-out"_s};
    return all;
}

QJsonArray eventsIn(const protocol::LogRow &row, const QStringList &wanted)
{
    const auto envelope = protocol::decodeEnvelope(row.envelope);
    const QString event = envelope ? eventOf(*envelope) : QString();
    if (event.isEmpty() || !wanted.contains(event))
        return {};
    const auto states = protocol::decodeEntities(row.post);
    if (!states)
        return {};
    QJsonArray events;
    for (const protocol::EntityState &state : *states) {
        const auto versioned = protocol::decodeGroups(state.groups);
        if (!versioned || state.type != envelope->type)
            continue;
        const GroupMap groups = sync::plainGroups(*versioned);
        QJsonObject told{
            {u"event"_s, event},
            {u"change"_s, qint64(row.sequence)},
            {u"at"_s,
             QDateTime::fromMSecsSinceEpoch(row.receivedMs, Qt::UTC).toString(Qt::ISODateWithMs)}};
        if (state.type == EntityType::TimeEntry)
            told[u"day"_s] = aboutDay(state, groups);
        else
            told[u"member"_s] = aboutMember(groups);
        events.append(told);
    }
    return events;
}

store::DeliveryRow newDelivery(const store::WebhookRow &hook, const QJsonArray &events,
                               RandomSource &random, qint64 nowMs)
{
    store::DeliveryRow row;
    row.id = store::DeliveryId(random.bytes<16>());
    row.production = hook.production;
    row.webhook = hook.id;
    row.createdMs = nowMs;
    row.dueMs = nowMs;
    row.body = QJsonDocument(QJsonObject{{u"delivery"_s, row.id.toString()},
                                         {u"production"_s, hook.production.toString()},
                                         {u"events"_s, events}})
                   .toJson(QJsonDocument::Compact);
    return row;
}

QByteArray webhookSignature(const QByteArray &secret, qint64 seconds, const QByteArray &body)
{
    const QByteArray moment = QByteArray::number(seconds);
    const QByteArray code =
        QMessageAuthenticationCode::hash(moment + '.' + body, secret, QCryptographicHash::Sha256);
    return "t=" + moment + ",v1=" + code.toHex();
}

} // namespace film::server
