#pragma once

#include "server/admin/housekeeper.h"
#include "server/http/router.h"
#include "server/net/window_limiter.h"
#include "server/telemetry/sql_watch.h"
#include "server/webhooks/webhook_sender.h"
#include "shared/sync/signing.h"

#include <atomic>
#include <memory>

namespace film::server {

struct WebServiceConfig {
    QString database;            // as of the sync server
    QString dataFolder;          // of the key that seals secrets
    HashCost hashCost;           // of passwords
    int requestsPerMinute = 100; // of one client, by all servers over the database
    IdentityConfig identity;
    ServerMetrics *metrics = nullptr; // null: nothing is counted
    OpenIdSettings openId{};          // whose word stands for a password
    OpenIdPatience openIdPatience{};
    SharedState *shared = nullptr; // null: what the database can do
    // How often chains are signed (server/admin/anchors.h).
    std::chrono::milliseconds housekeeping = std::chrono::minutes(15);
    Networks webhookNetworks{};
    // How often it is looked what webhooks are to be told; 0: they are told by others.
    std::chrono::milliseconds webhooks{0};
    Backups *backups = nullptr;           // outlives the service; null: none are made
    std::function<QJsonObject()> about{}; // for diagnostics
};

// The API behind HTTP: the routes and what their handlers work with, a connection to the database
// for each thread that asks. Callable from any thread.
class WebService final : private RouterServices
{
public:
    // Fails if the key of the data folder cannot be read or made.
    [[nodiscard]] static Result<std::unique_ptr<WebService>> create(WebServiceConfig config,
                                                                    const Clock &clock);
    ~WebService() override;
    Q_DISABLE_COPY_MOVE(WebService)

    // Pages beside the API: nothing for a path that is not theirs. Before the first request.
    using Pages = std::function<std::optional<WebResponse>(const WebRequest &)>;
    void alsoServe(Pages pages) { m_pages = std::move(pages); }
    // What pages work with.
    [[nodiscard]] RouterServices &forPages() { return *this; }
    [[nodiscard]] const SecretBox &box() const { return m_box; }

    [[nodiscard]] Router::Answer answer(const WebRequest &request);
    [[nodiscard]] const std::vector<ApiRoute> &routes() const { return m_router.routes(); }

private:
    struct Desk;
    WebService(WebServiceConfig config, const Clock &clock, SecretBox box);

    [[nodiscard]] Result<ApiDesk *> desk() override;
    void keepHouse(store::ServerStorageSql &storage, Instant now) const;
    void forgetSometimes(Desk &desk);
    [[nodiscard]] WindowLimiter::Lease lease();
    [[nodiscard]] SharedState &shared();
    [[nodiscard]] Quota take(const WebRequest &request, const Caller &caller) override;
    [[nodiscard]] Instant now() const override { return m_clock.now(); }

    const quint64 m_number; // no two of a process have the same one, as they may have the address
    const WebServiceConfig m_config;
    const Clock &m_clock;
    std::optional<SqlWatch> m_sqlWatch; // with metrics; outlives all connections
    const SecretBox m_box;
    const std::unique_ptr<OpenIdIssuer> m_issuer; // null without one
    PasswordHasher m_hasher;
    WindowLimiter m_limiter;
    DatabaseState m_databaseState;
    ProductionModels m_models;
    std::atomic<qint64> m_forgetMs = 0; // when to look next for what nobody can ask for any more
    const std::unique_ptr<sync::Signer> m_anchorSigner;
    Router m_router;
    Pages m_pages;
    const ServerFacts m_facts;
    std::optional<WebhookSender> m_webhooks;
    Housekeeper m_housekeeper; // ends first: it uses what stands above
};

} // namespace film::server
