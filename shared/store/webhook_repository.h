#pragma once

#include "shared/base/id.h"
#include "shared/store/database.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace film::store {

using WebhookId = Id<struct WebhookTag>;
using DeliveryId = Id<struct DeliveryTag>;

struct WebhookRow {
    WebhookId id;
    ProductionId production;
    QString url;
    QStringList events;
    QByteArray secret; // sealed
    qint64 createdMs = 0;
    quint64 seen = 0; // the last row of the log that was looked at
    QString disabled; // why nothing is sent any more; empty: it is
    std::optional<qint64> failingSinceMs;
};

struct DeliveryRow {
    enum class State : quint8 { Waiting = 0, Delivered = 1, GivenUp = 2 };

    DeliveryId id;
    ProductionId production;
    WebhookId webhook;
    QByteArray body;
    qint64 createdMs = 0;
    qint64 dueMs = 0;
    int attempts = 0;
    State state = State::Waiting;
    int status = 0;  // of the last answer; 0: none came
    QString problem; // of the last attempt
    std::optional<qint64> endedMs;
};

// Webhooks and the outbox of what they are to be told. Several servers work on it at once: what
// says "false" was done by another one meanwhile.
class WebhookRepository
{
public:
    explicit WebhookRepository(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> add(const WebhookRow &row);
    [[nodiscard]] Result<bool> remove(ProductionId production, WebhookId id);
    [[nodiscard]] Result<std::optional<WebhookRow>> find(ProductionId production, WebhookId id);
    // By id.
    [[nodiscard]] Result<std::vector<WebhookRow>> of(ProductionId production);
    // Those that are told, of all productions.
    [[nodiscard]] Result<std::vector<WebhookRow>> enabled();
    // With a reason, or none: it is told again, of what comes after `seen`.
    [[nodiscard]] Result<> setDisabled(ProductionId production, WebhookId id,
                                       const QString &reason);
    [[nodiscard]] Result<> setFailingSince(ProductionId production, WebhookId id,
                                           std::optional<qint64> sinceMs);
    // From where the row says that it is.
    [[nodiscard]] Result<bool> moveOn(const WebhookRow &row, quint64 to);

    [[nodiscard]] Result<> addDelivery(const DeliveryRow &row);
    [[nodiscard]] Result<int> countWaiting(ProductionId production, WebhookId id);
    [[nodiscard]] Result<std::vector<DeliveryRow>> due(qint64 nowMs, int rowsMax);
    // Takes one that waits until `untilMs`, and counts the attempt.
    [[nodiscard]] Result<bool> lease(const DeliveryRow &row, qint64 untilMs);
    // What became of an attempt.
    [[nodiscard]] Result<> settle(const DeliveryRow &row);
    // The last first.
    [[nodiscard]] Result<std::vector<DeliveryRow>> deliveries(ProductionId production, WebhookId id,
                                                              int rowsMax);
    // What has ended before that.
    [[nodiscard]] Result<> forgetBefore(qint64 beforeMs);

private:
    Database &m_database;
};

} // namespace film::store
