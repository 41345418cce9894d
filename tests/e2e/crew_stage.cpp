#include "tests/e2e/crew_stage.h"

#include <QThread>

#include <algorithm>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int quiesceMaxMs = 60'000;
constexpr unsigned long paceMs = 40;
constexpr qsizetype tailOfLog = 2000; // characters

} // namespace

CrewStage::CrewStage(const DrillOptions &options, DrillReport &report)
    : m_options(options)
    , m_report(report)
    , m_cluster(m_folder.path(), u"data"_s)
{
    const bool isUp = m_options.onSqlite || startCluster();
    m_report.require(isUp, u"PostgreSQL did not start"_s);
    if (isUp)
        begin(m_options.onSqlite ? QString(u"sqlite:"_s + m_folder.filePath(u"server.db"_s))
                                 : m_cluster.address());
}

CrewStage::CrewStage(const DrillOptions &options, DrillReport &report, const QString &database)
    : m_options(options)
    , m_report(report)
    , m_cluster(m_folder.path(), u"data"_s)
{
    begin(database);
}

void CrewStage::begin(const QString &database)
{
    m_stage.emplace(database);
    m_ledger.emplace(m_stage->filePath(u"ledger.txt"_s));
    m_stage->makeProduction();
    m_stage->startServer();
    m_isReady = true;
}

bool CrewStage::startCluster()
{
    return PostgresCluster::isInstalled() && PostgresCluster::handOver(m_folder.path())
        && m_cluster.create("max_connections = 60\n") && m_cluster.start()
        && m_cluster.createDatabase();
}

void CrewStage::joinEverybody(const QString &url)
{
    join(url, u"maya"_s, u"Maya Lindqvist"_s, m_stage->inviteFor(u"Maya Lindqvist"_s)).start();
    join(url, u"ruben"_s, u"Ruben Castellane"_s, m_stage->inviteFor(u"Ruben Castellane"_s)).start();
    join(url, u"office"_s, u"Nils Aaberg"_s, m_stage->inviteCoordinator()).start();
}

Typist &CrewStage::join(const QString &url, const QString &device, const QString &person,
                        const QString &code)
{
    m_stage->joinAt(url, device, code);
    const auto synced = m_stage->run(device, {u"sync"_s, u"--wait"_s, u"20"_s});
    m_report.require(synced.code == 0, device + u" did not get started"_s);
    return add(device, person);
}

Typist &CrewStage::add(const QString &device, const QString &person)
{
    m_typists.push_back(
        std::make_unique<Typist>(*m_stage, *m_ledger, device, person, int(m_typists.size())));
    m_running.push_back(m_typists.back().get());
    return *m_typists.back();
}

void CrewStage::type(quint64 lines)
{
    for (; lines > 0; --lines) {
        for (Typist *typist : m_running)
            typist->begin();
        for (Typist *typist : m_running)
            m_report.require(typist->collect(), typist->device() + u" could not save"_s);
    }
}

bool CrewStage::hasAllInLog()
{
    const std::multiset<QString> log = m_stage->serverLog();
    return std::ranges::all_of(m_ledger->mutations(),
                               [&log](const QString &one) { return log.contains(one); });
}

void CrewStage::typeFor(std::chrono::milliseconds time)
{
    QElapsedTimer since;
    since.start();
    while (!since.hasExpired(time.count())) {
        type(1);
        QThread::msleep(paceMs);
    }
}

void CrewStage::finish()
{
    m_report.require(m_stage->isServerUp(),
                     u"the server ended by itself: "_s
                         + m_stage->serverMessages().right(tailOfLog));
    QElapsedTimer since;
    since.start();
    for (Typist *typist : m_running) {
        const int left = std::max(1, quiesceMaxMs - int(since.elapsed()));
        const int code = typist->finish(left);
        m_report.require(code == 0,
                         u"%1 ended with %2"_s.arg(typist->device(), QString::number(code)));
    }
    m_report.figure(u"ms until all was confirmed"_s, since.elapsed());
}

} // namespace film::e2e
