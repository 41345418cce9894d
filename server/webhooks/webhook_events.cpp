#include "server/webhooks/webhook_events.h"

#include "shared/domain/records.h"
#include "shared/protocol/entity_state.h"
#include "shared/protocol/envelope.h"
#include "shared/sync/author.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>

#include <algorithm>

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
    if (!grant)
        return {};
    QJsonObject about{{u"user"_s, grant->user.toString()}};
    if (!grant->person.isNull())
        about[u"person"_s] = grant->person.toString();
    return about;
}

bool isAboutHidden(const QJsonObject &event, const std::set<PersonId> &hidden)
{
    return std::ranges::any_of(hidden, [&](PersonId person) {
        const QString id = person.toString();
        return event[u"day"_s][u"person"_s] == id || event[u"member"_s][u"person"_s] == id;
    });
}

} // namespace

const QStringList &webhookEvents()
{
    static const QStringList all{u"day.changed"_s, u"day.approved"_s, u"member.changed"_s,
                                 u"device.signed-out"_s};
    return all;
}

QJsonArray eventsIn(const protocol::LogRow &row, const QStringList &wanted,
                    const std::set<PersonId> &hidden)
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
        if (!isAboutHidden(told, hidden))
            events.append(told);
    }
    return events;
}

QByteArray withoutHidden(const QByteArray &body, const std::set<PersonId> &hidden)
{
    const bool isNamed = std::ranges::any_of(
        hidden, [&body](PersonId person) { return body.contains(person.toString().toLatin1()); });
    if (!isNamed)
        return body;
    QJsonObject delivery = QJsonDocument::fromJson(body).object();
    QJsonArray left;
    for (const QJsonValue &event : delivery[u"events"_s].toArray()) {
        if (!isAboutHidden(event.toObject(), hidden))
            left.append(event);
    }
    if (left.isEmpty())
        return {};
    delivery[u"events"_s] = left;
    return QJsonDocument(delivery).toJson(QJsonDocument::Compact);
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
