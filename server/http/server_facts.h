#pragma once

#include "server/admin/backups.h"
#include "server/identity/secret_box.h"
#include "server/webhooks/webhook_address.h"

#include <QJsonObject>

#include <functional>

namespace film::server {

// What handlers ask of the server itself.
struct ServerFacts {
    const SecretBox &box;
    WebhookAddresses webhooks{};
    Backups *backups = nullptr;         // null: none are made here
    std::function<QJsonObject()> about; // for diagnostics; from any thread; may be empty
};

} // namespace film::server
