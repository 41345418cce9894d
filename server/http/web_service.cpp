#include "server/http/web_service.h"

#include "server/admin/anchors.h"
#include "server/admin/retention.h"
#include "server/http/api_accounts.h"
#include "server/http/api_audit.h"
#include "server/http/api_document.h"
#include "server/http/api_openid.h"
#include "server/http/api_pay.h"
#include "server/http/api_privacy.h"
#include "server/http/api_productions.h"
#include "server/http/api_server.h"
#include "server/http/api_session.h"
#include "server/http/api_time.h"
#include "server/http/api_webhooks.h"
#include "server/identity/account_names.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/security_log.h"
#include "shared/store/open_acts.h"
#include "shared/store/server_audit.h"

#include <atomic>

namespace film::server {

using namespace Qt::StringLiterals;
using Pool = ServerMetrics::Pool;

namespace {

constexpr std::chrono::hours forgetInterval{1};
constexpr std::chrono::minutes actLife{5}; // no import takes longer

std::atomic<quint64> services = 0; // made so far

std::vector<ApiRoute> allRoutes()
{
    std::vector<ApiRoute> routes;
    for (const auto &some : {sessionRoutes(), openIdRoutes(), accountRoutes(), productionRoutes(),
                             privacyRoutes(), timeRoutes(), payRoutes(), webhookRoutes(),
                             serverRoutes(), auditRoutes(), documentRoutes()})
        routes.insert(routes.end(), some.begin(), some.end());
    return routes;
}

// What an administrator had begun when a server stopped is found at the next start, or by another
// server a while later.
void finishActs(store::ServerStorageSql &storage, Instant now)
{
    SystemRandom random;
    const auto finished = store::OpenActs(storage.database(), random)
                              .finishOlder(msSinceEpoch(now - actLife), msSinceEpoch(now));
    if (!finished)
        qCWarning(serverLog).noquote() << u"open acts stay: "_s + finished.error().message;
    else if (*finished > 0)
        qCWarning(serverLog).noquote()
            << u"acts of administrators that were not finished: %1; look for act-unfinished"_s.arg(
                   *finished);
}

} // namespace

// What one thread keeps between requests.
struct WebService::Desk {
    Desk(std::unique_ptr<store::ServerStorageSql> opened, WebService &service)
        : metrics(service.m_config.metrics)
        , storage(std::move(opened))
        , signIn(signInParts(service), service.m_config.identity)
        , accounts(parts(service), service.m_config.identity)
        , tokens(storage->database(), random)
        , desk{*storage,
               signIn,
               accounts,
               tokens,
               service.m_models,
               random,
               sync::keyText(service.m_anchorSigner->publicKey()),
               service.m_facts,
               service.m_issuer.get()}
    {
        if (!metrics)
            return;
        storage->database().setWatch(&*service.m_sqlWatch);
        metrics->databaseOpened(Pool::Http);
    }
    ~Desk()
    {
        if (metrics)
            metrics->databaseClosed(Pool::Http);
    }
    Q_DISABLE_COPY_MOVE(Desk)

    IdentityParts parts(WebService &service)
    {
        return {storage->database(),
                service.m_hasher,
                service.m_box,
                random,
                [this, &service](const SecurityEvent &event) { note(event, service.shared()); },
                &service.shared()};
    }

    // What people do to their own accounts is written down when it has happened; what
    // administrators do, together with it (AccountAdmin).
    IdentityParts signInParts(WebService &service)
    {
        IdentityParts own = parts(service);
        own.log = [this, &service](const SecurityEvent &event) {
            note(event, service.shared());
            recordInChain(event);
        };
        return own;
    }

    // Whatever happens to an account, it is looked up again from here on.
    void note(const SecurityEvent &event, SharedState &shared) const
    {
        logSecurityEvent(event, metrics);
        if (!event.account.isNull() && changesSessions(event.kind))
            shared.forgetSessions(event.account);
    }

    void recordInChain(const SecurityEvent &event)
    {
        if (!isAdministrative(event.kind))
            return;
        store::ServerAct act;
        act.atMs = msSinceEpoch(event.at);
        act.act = securityEventName(event.kind);
        act.account = event.account;
        act.by = event.account;
        act.address = event.address;
        // It has happened: who asked is not told that it has not.
        if (const Result<> recorded = store::ServerAudit(storage->database(), random).record(act);
            !recorded)
            qCCritical(serverLog).noquote()
                << u"an act is not in the chain: "_s + recorded.error().message;
    }

    ServerMetrics *const metrics;
    std::unique_ptr<store::ServerStorageSql> storage;
    SystemRandom random;
    SignIn signIn;
    AccountAdmin accounts;
    PersonalTokens tokens;
    ApiDesk desk;
};

Result<std::unique_ptr<WebService>> WebService::create(WebServiceConfig config, const Clock &clock)
{
    SystemRandom random;
    Result<SecretBox> box = SecretBox::inFolder(config.dataFolder, random);
    if (!box)
        return fail(box.error());
    return std::unique_ptr<WebService>(new WebService(std::move(config), clock, *box));
}

WebService::WebService(WebServiceConfig config, const Clock &clock, SecretBox box)
    : m_number(++services)
    , m_config(std::move(config))
    , m_clock(clock)
    , m_box(std::move(box))
    , m_issuer(m_config.openId.isSet()
                   ? std::make_unique<OpenIdIssuer>(m_config.openId, m_config.openIdPatience)
                   : nullptr)
    , m_hasher(m_config.hashCost)
    , m_limiter(m_config.requestsPerMinute)
    , m_anchorSigner(anchorSigner(m_box))
    , m_router(allRoutes(), *this)
    , m_facts{m_box, WebhookAddresses(m_config.webhookNetworks), m_config.backups, m_config.about}
    , m_housekeeper(
          m_config.database, m_clock, m_config.housekeeping,
          [this](store::ServerStorageSql &storage, Instant now) { keepHouse(storage, now); })
{
    m_models.count(m_config.metrics);
    if (m_config.metrics)
        m_sqlWatch.emplace(*m_config.metrics);
    if (m_config.webhooks.count() > 0)
        m_webhooks.emplace(WebhookSender::Settings{m_config.database, m_facts.webhooks,
                                                   m_config.webhooks, std::chrono::seconds(10),
                                                   m_config.metrics},
                           m_box, m_clock);
}

WebService::~WebService() = default;

Router::Answer WebService::answer(const WebRequest &request)
{
    if (m_pages) {
        if (auto page = m_pages(request))
            return {*std::move(page), {}};
    }
    return m_router.answer(request);
}

void WebService::keepHouse(store::ServerStorageSql &storage, Instant now) const
{
    const Result<int> done = Anchors(storage, *m_anchorSigner).signAll(now);
    if (!done)
        qCWarning(serverLog).noquote() << u"anchors are not signed: "_s + done.error().message;
    else if (*done > 0)
        qCInfo(serverLog).noquote() << u"anchors signed: %1"_s.arg(*done);
    finishActs(storage, now);
    const auto retained = runRetention(storage, {}, now, false);
    if (!retained)
        qCWarning(serverLog).noquote() << u"what is too old stays: "_s + retained.error().message;
    for (const RetentionDone &one : retained.value_or(std::vector<RetentionDone>())) {
        if (one.rows > 0)
            qCInfo(serverLog).noquote() << u"%1 older than %2 days: %3 erased"_s.arg(
                store::retainedKindName(one.kind), QString::number(one.days),
                QString::number(one.rows));
    }
}

// A connection belongs to the thread that opened it. The threads end with the HTTP server, before
// this does.
Result<ApiDesk *> WebService::desk()
{
    thread_local std::unique_ptr<Desk> desk;
    thread_local quint64 owner = 0;
    if (owner != m_number || (desk && !desk->storage->database().isAlive()))
        desk.reset();
    if (desk) {
        forgetSometimes(*desk);
        return &desk->desk;
    }
    auto storage = store::ServerStorageSql::open(m_config.database);
    if (!storage) {
        if (m_config.metrics)
            m_config.metrics->databaseRefused(Pool::Http);
        qCWarning(serverLog).noquote() << u"no database for HTTP: "_s + storage.error().message;
        return fail(ErrorCode::Busy, u"the database cannot be reached"_s);
    }
    desk = std::make_unique<Desk>(*std::move(storage), *this);
    owner = m_number;
    return &desk->desk;
}

// Ended sessions, used tokens, old counts against guessing.
void WebService::forgetSometimes(Desk &desk)
{
    const Instant now = m_clock.now();
    qint64 due = m_forgetMs;
    if (msSinceEpoch(now) < due
        || !m_forgetMs.compare_exchange_strong(due, msSinceEpoch(now + forgetInterval)))
        return; // or another thread does it
    if (const Result<> done = desk.accounts.forgetOld(now); !done)
        qCWarning(serverLog).noquote() << u"old sessions stay: "_s + done.error().message;
}

// draft-ietf-httpapi-ratelimit-headers, in the form of three headers that clients know.
RouterServices::Quota WebService::take(const WebRequest &request, const Caller &caller)
{
    const QString client = caller ? caller->account.toString() : addressGroup(request.remote);
    const WindowLimiter::Left left = m_limiter.take(client, m_clock.now(), lease());
    const QByteArray reset = QByteArray::number(qint64(left.reset.count()));
    Quota quota;
    quota.isLeft = left.isAllowed;
    quota.headers = {
        {"RateLimit-Limit", QByteArray::number(m_limiter.perMinute())},
        {"RateLimit-Remaining", QByteArray::number(left.remaining)},
        {"RateLimit-Reset", reset},
    };
    if (!left.isAllowed)
        quota.headers.emplace_back("Retry-After", reset);
    return quota;
}

WindowLimiter::Lease WebService::lease()
{
    const auto asked = desk();
    if (!asked)
        return {};
    return [this, &database = (*asked)->storage.database()](const QString &owner, qint64 minute,
                                                            int want) {
        // An address is of a person: only a fingerprint is kept.
        const Hash32 client = m_box.fingerprint("requests of", owner.toUtf8());
        return shared().take(database, {client, minute, m_limiter.perMinute()}, want);
    };
}

SharedState &WebService::shared()
{
    return m_config.shared ? *m_config.shared : m_databaseState;
}

} // namespace film::server
