#include "tests/e2e/plain_stage.h"

#include <QTest>

namespace film::e2e {

using namespace Qt::StringLiterals;

PlainStage::PlainStage(int devices, const DrillOptions &options, DrillReport &report,
                       const QString &postgres)
    : m_random(options.seed)
    , m_cluster(m_folder.path(), u"data"_s)
    , m_workload(devices, options.seed)
{
    static_cast<void>(m_workload.addOffice());
    for (int i = 0; i < devices; ++i)
        static_cast<void>(m_workload.addCrew(size_t(i)));
    if (!postgres.isEmpty())
        fill(postgres, report);
}

PlainStage::PlainStage(int devices, const DrillOptions &options, DrillReport &report)
    : PlainStage(devices, options, report, {})
{
    const bool isUp = options.onSqlite || startCluster();
    report.require(isUp, u"PostgreSQL did not start"_s);
    if (isUp)
        fill(options.onSqlite ? QString() : m_cluster.address(), report);
}

// Without an address it is a file.
void PlainStage::fill(const QString &postgres, DrillReport &report)
{
    auto database = bench::ServerDatabase::make(postgres, m_workload);
    report.require(database.has_value(), u"the database could not be filled"_s);
    if (!database)
        return;
    m_database = std::move(*database);
    m_ledger.emplace(m_folder.filePath(u"ledger.txt"_s));
    m_isReady = true;
}

// The database may have been replaced meanwhile. Only looked at: its steps, and whether it has
// another history, are the server's to find.
Result<sync::ProductionHead> PlainStage::head()
{
    auto head = m_storage ? m_storage->head(m_workload.production())
                          : Result<sync::ProductionHead>(fail(ErrorCode::Offline, QString()));
    if (head)
        return head;
    auto database = store::Database::open(m_database->address());
    if (!database)
        return fail(database.error());
    m_storage = std::make_unique<store::ServerStorageSql>(std::move(*database));
    return m_storage->head(m_workload.production());
}

bool PlainStage::startCluster()
{
    return PostgresCluster::isInstalled() && PostgresCluster::handOver(m_folder.path())
        && m_cluster.create("max_connections = 60\n") && m_cluster.start()
        && m_cluster.createDatabase();
}

void PlainStage::startServer(const QStringList &options, quint16 databasePort)
{
    QUrl address(m_database->address());
    if (databasePort > 0) {
        address.setPort(databasePort);
        address.setQuery(u"sslmode=disable"_s);
    }
    m_stage.emplace(databasePort > 0 ? address.toString() : m_database->address());
    m_stage->useProduction(m_workload.production().toString());
    m_stage->setServerOptions(QStringList{u"--hello-per-second"_s, u"20000"_s} + options);
    m_stage->startServer();
    m_world.emplace(PlainDevice::World{QUrl(m_stage->serverUrl() + u"/sync/v1"_s), m_workload,
                                       [this] { return head(); }, *m_ledger, m_random});
}

bool waitFor(const std::function<bool()> &isSo, int timeoutMs)
{
    return QTest::qWaitFor(isSo, timeoutMs);
}

} // namespace film::e2e
