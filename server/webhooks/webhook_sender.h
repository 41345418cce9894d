#pragma once

#include "server/identity/secret_box.h"
#include "server/telemetry/server_metrics.h"
#include "server/webhooks/webhook_address.h"
#include "shared/base/clock.h"
#include "shared/store/webhook_repository.h"

#include <QThread>

#include <chrono>
#include <memory>

namespace film::server {

namespace webhook_limits {
constexpr int perProductionMax = 20;
constexpr int eventsOfOneMax = 100; // in one delivery
constexpr int waitingMax = 100;     // deliveries of one webhook; until then its log is read on
constexpr int atOnceMax = 8;        // deliveries of one server
constexpr std::chrono::hours triedFor{24};
constexpr std::chrono::hours failingFor{5 * 24}; // then it is disabled
constexpr std::chrono::hours keptFor{7 * 24};    // deliveries that have ended
} // namespace webhook_limits

// With which a webhook's secret is sealed.
[[nodiscard]] QByteArray webhookPurpose(store::WebhookId id);
// After so many attempts: 15 s, doubled each time, at most an hour; of that between a half and all,
// so that those that failed together do not come back together.
[[nodiscard]] std::chrono::milliseconds webhookPause(int attempts, RandomSource &random);

// Tells webhooks what happened. What is to be told is read from the productions' logs into an
// outbox in the same transaction as the mark how far it was read: nothing is lost by a crash, and
// what was told may come twice. Each delivery is leased, so of several servers one sends it. In a
// thread of its own with a database connection of its own.
class WebhookSender
{
public:
    struct Settings {
        QString database;
        WebhookAddresses addresses{};
        std::chrono::milliseconds interval{2'000};   // between looks
        std::chrono::milliseconds answerMax{10'000}; // of a receiver, all in all
        ServerMetrics *metrics = nullptr;
    };

    // The clock outlives it.
    WebhookSender(Settings settings, const SecretBox &box, const Clock &clock);
    ~WebhookSender(); // what is under way is broken off, and tried again later
    Q_DISABLE_COPY_MOVE(WebhookSender)

private:
    struct Work;

    QThread m_thread;
    std::unique_ptr<Work> m_work; // lives in the thread
};

} // namespace film::server
