#pragma once

#include "server/http/api_values.h"
#include "shared/store/webhook_repository.h"

namespace film::server {

// What the office does about the webhooks of its production by HTTP, from a program or from a page.
// Each change is in the chain of the server's acts, or not made. A webhook of another production
// answers as one that is not there.
class WebhookDesk
{
public:
    // A call that was admitted as a member's.
    explicit WebhookDesk(ApiCall &call)
        : m_call(call)
    {}

    [[nodiscard]] Result<std::vector<store::WebhookRow>> all();
    [[nodiscard]] Result<store::WebhookRow> find(store::WebhookId id);
    // The secret is nowhere else from here on.
    struct Made {
        store::WebhookRow row;
        QByteArray secret;
    };
    // Told from the changes on that come after now. InvalidInput, with a sentence, for an address
    // that may not be told or an event that is none; Conflict for one webhook too many.
    [[nodiscard]] Result<Made> add(const QString &address, const QStringList &events);
    [[nodiscard]] Result<> remove(store::WebhookId id);
    // Told again, of what comes from now on.
    [[nodiscard]] Result<> enable(store::WebhookId id);
    // Sent like any other, so what comes of it stands among the deliveries. Conflict if too many
    // wait.
    [[nodiscard]] Result<store::DeliveryRow> test(store::WebhookId id);
    // The last first.
    [[nodiscard]] Result<std::vector<store::DeliveryRow>> deliveries(store::WebhookId id);

private:
    [[nodiscard]] store::WebhookRepository hooks();
    [[nodiscard]] Result<> together(const QString &act, store::WebhookId id, const QString &detail,
                                    const std::function<Result<>()> &change);

    ApiCall &m_call;
};

} // namespace film::server
