#pragma once

#include "shared/base/random.h"
#include "shared/protocol/messages.h"
#include "shared/store/webhook_repository.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <set>

namespace film::server {

// What a webhook can be told of: "day.changed", "day.approved", "member.changed",
// "device.signed-out".
[[nodiscard]] const QStringList &webhookEvents();
// Of a row of a production's log, those among `wanted`: which thing it is about, by its id, and
// the number of the change. No names, no times, no amounts: whoever wants them asks the API, and is
// asked who they are. Nothing about those who are `hidden`, whose processing is restricted.
[[nodiscard]] QJsonArray eventsIn(const protocol::LogRow &row, const QStringList &wanted,
                                  const std::set<PersonId> &hidden = {});
// What is left of a delivery that waited while somebody was restricted; empty if that is nothing.
[[nodiscard]] QByteArray withoutHidden(const QByteArray &body, const std::set<PersonId> &hidden);

// One to be sent: {"delivery": id, "production": id, "events": [...]}.
[[nodiscard]] store::DeliveryRow newDelivery(const store::WebhookRow &hook,
                                             const QJsonArray &events, RandomSource &random,
                                             qint64 nowMs);

// "t=1763000000,v1=HEX": HMAC-SHA256 with the secret over "1763000000." and the body. With the time
// a receiver can tell an old delivery that somebody plays again.
[[nodiscard]] QByteArray webhookSignature(const QByteArray &secret, qint64 seconds,
                                          const QByteArray &body);

} // namespace film::server
