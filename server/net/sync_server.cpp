#include "server/net/sync_server.h"

#include "server/identity/member_grants.h"
#include "server/identity/server_database_sql.h"
#include "server/lanes/head_watch.h"
#include "server/telemetry/logging.h"
#include "server/telemetry/vitals_watch.h"
#include "shared/base/random.h"
#include "shared/store/deal_cells.h"

namespace film::server {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int returnsPerSecond = 200; // devices that come back after a restart
constexpr double burstSeconds = 10;

std::chrono::milliseconds spreadOf(int devices)
{
    return 1000ms * (1 + devices / returnsPerSecond);
}

AttemptLimiter::Rate rateOf(double perSecond)
{
    return {perSecond, std::max(perSecond * burstSeconds, 10.0)};
}

} // namespace

SyncServer::SyncServer(ServerConfig config, ServerMetrics &metrics, SpanSink *spans,
                       SharedState *shared)
    : m_config(std::move(config))
    , m_metrics(metrics)
    , m_spans(spans)
    , m_shared(shared)
    , m_sqlWatch(metrics)
    , m_snapshots(m_config.snapshotsMax)
    , m_changes({m_config.changesPerMinute / 60.0, double(m_config.changesPerMinute)})
    , m_messages({net_limits::messagesPerSecond, net_limits::messagesBurst})
    , m_hellos(rateOf(m_config.helloPerSecond))
    , m_joins(rateOf(m_config.joinPerMinute / 60.0))
{}

SyncServer::~SyncServer()
{
    finish();
}

Result<> SyncServer::start()
{
    const DatabaseFactory open = [address = m_config.database, watch = &m_sqlWatch] {
        return ServerDatabaseSql::open(address, watch);
    };
    // Once here, so that the schema is made by one thread and a wrong address is said at once.
    auto tried = store::ServerStorageSql::open(m_config.database);
    if (!tried)
        return fail(tried.error().during(u"opening the database"_s));
    if (const Result<> granted = grantMissing(**tried, m_clock.now()); !granted)
        qCWarning(serverLog).noquote() << u"members without a grant: "_s + granted.error().message;
    const auto deals = store::moveDealsToTheirPeople((*tried)->database(), m_clock.now());
    if (!deals)
        qCWarning(serverLog).noquote() << u"deals of a server before: "_s + deals.error().message;
    else if (*deals > 0)
        qCInfo(serverLog).noquote()
            << u"%1 deals are no longer sent to heads of departments"_s.arg(*deals);
    // Before anybody is heard: a server that comes up in a maintenance takes no change either.
    const auto controlsNow = readServerControls((*tried)->database(), m_clock.now());
    if (!controlsNow)
        return fail(controlsNow.error().during(u"reading whether there is a maintenance"_s));
    tried->reset();
    shareAttempts();
    std::optional<QSslConfiguration> tls;
    if (m_config.hasTls()) {
        const Result<TlsFiles> files = readTlsFiles(m_config.tlsCertificate, m_config.tlsKey);
        if (!files)
            return fail(files.error());
        tls = sslConfiguration(*files);
        noteCertificate(*files);
    }
    m_listener = std::make_unique<Listener>([this](qintptr socket) { m_io.accept(socket); });
    const Result<Endpoint> endpoint = m_listener->open(m_config.listen);
    if (!endpoint)
        return fail(endpoint.error());
    m_endpoint = *endpoint;

    m_watchThread = std::make_unique<QThread>();
    m_watch =
        new HeadWatch(m_config.database, open, m_io, m_clock, m_metrics); // deleted by its thread
    m_watch->moveToThread(m_watchThread.get());
    QObject::connect(m_watchThread.get(), &QThread::started, m_watch, &HeadWatch::start);
    QObject::connect(m_watchThread.get(), &QThread::finished, m_watch, &QObject::deleteLater);

    const StorageFactory storage =
        [address = m_config.database,
         watch = &m_sqlWatch]() -> Result<std::unique_ptr<sync::ServerStorage>> {
        auto opened = store::ServerStorageSql::open(address);
        if (!opened)
            return fail(opened.error());
        (*opened)->database().setWatch(watch);
        return *std::move(opened);
    };
    const auto committed = [watch = m_watch](ProductionId production, quint64 head) {
        watch->committed(production, head);
    };
    const auto sharedBudget = [this](sync::ServerStorage &lane, DeviceId device, int changes,
                                     Instant now) -> std::optional<std::chrono::milliseconds> {
        if (!m_sharedAttempts)
            return std::nullopt;
        // As made above.
        store::Database &database = static_cast<store::ServerStorageSql &>(lane).database();
        return m_sharedAttempts->changesOfDevice(device, changes, database, now);
    };
    const auto giveBackShared = [this](DeviceId device, int changes, Instant now) {
        if (m_sharedAttempts)
            m_sharedAttempts->giveBackChanges(device, changes, now);
    };
    m_lanes =
        std::make_unique<Lanes>(LaneSettings{m_config.laneThreads, storage, committed, &m_recent,
                                             &m_changes, sharedBudget, giveBackShared},
                                m_io, m_clock, m_metrics);
    m_lanes->setPaused(controlsNow->maintenance.has_value());
    m_reads = std::make_unique<ReadPool>(m_config.readThreads, open, m_metrics);
    const int threads = m_config.ioThreads > 0 ? m_config.ioThreads : QThread::idealThreadCount();
    m_io.start({threads, tls, m_config.connectionsMax, m_config.handshakeMax,
                [watch = m_watch](ProductionId production, bool isOpened) {
                    watch->used(production, isOpened);
                }},
               {*m_lanes, *m_reads, m_recent, m_io, m_verifier, m_clock, m_metrics, m_hellos,
                m_joins, m_messages, m_snapshots, m_sharedAttempts ? &*m_sharedAttempts : nullptr,
                m_presence, sync::HelloPolicy{m_config.oldestApp}, m_spans});
    m_watchThread->start();
    const auto controls = [this](const ServerControls &said) {
        m_lanes->setPaused(said.maintenance.has_value());
        applyLogLevels(said.logLevels);
    };
    m_vitals = std::make_unique<VitalsWatch>(
        VitalsWatch::Settings{m_config.database, m_config.dataFolder, m_shared, controls}, m_clock,
        m_metrics, m_sqlWatch);
    m_vitalsThread = std::make_unique<QThread>();
    m_vitals->moveToThread(m_vitalsThread.get());
    QObject::connect(m_vitalsThread.get(), &QThread::started, m_vitals.get(), &VitalsWatch::start);
    m_vitalsThread->start();
    qCInfo(serverLog).noquote() << u"listening on "_s + m_endpoint.toString();
    return {};
}

// In a minute one server lets a device have what its bucket holds and what runs into it meanwhile;
// all servers together let it have no more. With the key of the data folder, which servers over one
// database have in common anyway.
void SyncServer::shareAttempts()
{
    if (!m_shared || m_config.dataFolder.isEmpty())
        return;
    SystemRandom random;
    const Result<SecretBox> box = SecretBox::inFolder(m_config.dataFolder, random);
    if (box)
        m_sharedAttempts.emplace(
            *m_shared, *box,
            SharedAttempts::Limits{60 * m_config.helloPerSecond, m_config.joinPerMinute,
                                   net_limits::hellosOfDevice, 2 * m_config.changesPerMinute});
    else
        qCWarning(serverLog).noquote()
            << u"greetings are counted by this server alone: "_s + box.error().message;
}

void SyncServer::setTls(const TlsFiles &files)
{
    m_io.setTls(sslConfiguration(files));
    noteCertificate(files);
}

void SyncServer::noteCertificate(const TlsFiles &files)
{
    m_certificateEndsMs = msSinceEpoch(files.expires);
    m_metrics.certificateEnds(files.expires);
}

void SyncServer::beginStop()
{
    m_isStopping = true;
    m_listener.reset();
    m_io.shutDown(spreadOf(m_io.connections()));
}

void SyncServer::sendAway(int count)
{
    const int leaving = count > 0 ? count : m_io.connections() / 2;
    qCInfo(serverLog).noquote() << u"%1 devices are sent elsewhere"_s.arg(leaving);
    m_io.sendAway(leaving, spreadOf(leaving));
}

void SyncServer::finish()
{
    m_isStopping = true;
    m_listener.reset();
    // The readers and writers first, while there is somebody to take their answers.
    if (m_reads)
        m_reads->finish();
    if (m_lanes)
        m_lanes->finish();
    m_io.finish();
    if (m_watchThread) {
        QMetaObject::invokeMethod(m_watch, &HeadWatch::finish, Qt::QueuedConnection);
        m_watchThread->wait();
        m_watchThread.reset();
        m_watch = nullptr;
    }
    if (m_vitalsThread) {
        m_vitals->cancel();
        QMetaObject::invokeMethod(m_vitals.get(), &VitalsWatch::finish, Qt::QueuedConnection);
        m_vitalsThread->wait();
        m_vitalsThread.reset();
    }
}

SyncServer::Health SyncServer::health() const
{
    Health health;
    health.isDatabaseReachable = m_watch && m_watch->isDatabaseReachable();
    health.areLanesUp = m_lanes && m_lanes->isUp() && m_reads && m_reads->isUp();
    health.isStopping = m_isStopping;
    if (health.isDatabaseReachable && health.areLanesUp)
        m_hasStarted = true;
    health.hasStarted = m_hasStarted;
    VitalSigns signs = m_vitals ? m_vitals->signs() : VitalSigns();
    if (const qint64 ends = m_certificateEndsMs; ends > 0)
        signs.certificateEnds = instantFromMs(ends);
    health.parts = judged(signs, m_clock.now());
    if (m_shared && !m_config.redisUrl.isEmpty())
        health.parts.push_back({u"redis"_s, m_shared->problem(), false});
    return health;
}

} // namespace film::server
