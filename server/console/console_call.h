#pragma once

#include "server/config/server_config.h"
#include "server/console/html.h"
#include "server/http/api_route.h"
#include "server/net/sync_server.h"

#include <QTimeZone>

namespace film::server {

// What the pages say of the running server.
struct ConsoleFacts {
    ServerConfig config;
    Instant started{};
    std::function<SyncServer::Health()> health; // from any thread
    const DevicePresence *presence = nullptr;   // null: it is not known who is connected
};

// A production that the visitor is a member of.
struct OwnProduction {
    ProductionId id;
    QString title;
    Membership member;
};

// One call of a page. Its form stands in `api.body`, field by field.
struct ConsoleCall {
    ApiCall api;
    const ConsoleFacts &facts;
    const SecretBox &box;
    QByteArray visit{};                       // of somebody who is signing in; else of nobody
    QString formToken{};                      // what a form of this visitor has to bring along
    store::AccountRow account{};              // of somebody signed in
    std::vector<OwnProduction> productions{}; // of somebody signed in, by title
    ProductionId shown{};                     // what the pages of a production lead to from here
    QTimeZone zone{QTimeZone::utc()};         // of the production shown, for times
    QByteArrayList cookies{};                 // for Set-Cookie

    // Nothing for somebody who is a member of none.
    [[nodiscard]] const OwnProduction *shownProduction() const
    {
        for (const OwnProduction &own : productions) {
            if (own.id == shown)
                return &own;
        }
        return nullptr;
    }
    // {"productions", id, …} of the production that the page is about.
    [[nodiscard]] LocalPath inProduction(const QStringList &parts) const
    {
        return LocalPath(QStringList{QStringLiteral("productions"), api.production.toString()}
                         + parts);
    }
    [[nodiscard]] QString field(const QString &name) const
    {
        return api.body.value(name).toString();
    }
    // Of the query, as it was typed; bounded.
    [[nodiscard]] QString asked(const QString &name) const
    {
        const auto found = api.request.query.find(name);
        return found == api.request.query.end() ? QString() : found->second.left(200);
    }
};

using ConsoleHandler = std::function<Result<WebResponse>(ConsoleCall &)>;

struct ConsoleRoute {
    QByteArray method;
    QString pattern; // "/console/productions/{production}/people"
    Access access;
    ConsoleHandler handler;
    bool isForMaintenance = false; // it writes, and does so in maintenance too
};

} // namespace film::server
