// K3: the database's primary dies, and its standby takes over with or without the last commits.

#include "tests/e2e/crew_stage.h"
#include "tests/e2e/plain_stage.h"
#include "tests/e2e/postgres_pair.h"

#include <algorithm>

namespace film::e2e {

using namespace Qt::StringLiterals;
using Replication = PostgresPair::Replication;

namespace {

constexpr int devices = 6;
constexpr quint64 entriesBefore = 4; // of each device
constexpr int stepMaxMs = 30'000;    // without progress in that time the server is stuck
constexpr int quiesceMaxMs = 60'000;
constexpr int answersMs = 300; // until what was committed before is answered

class FailoverDrill
{
public:
    FailoverDrill(const DrillOptions &options, DrillReport &report)
        : m_options(options)
        , m_report(report)
        , m_pair(Replication::Synchronous)
    {}

    void run()
    {
        for (int round = 0; round < m_options.pick(1, 10); ++round) {
            if (round > 0)
                require(m_pair.replaceLost(Replication::Synchronous), u"there is no new standby"_s);
            cancelledWaits();
            require(m_pair.replaceLost(Replication::Asynchronous), u"there is no new standby"_s);
            loss();
            if (!m_report.broken().isEmpty())
                return;
        }
        m_report.figure(u"failovers"_s, m_failovers);
        m_report.figure(u"waits for the standby cancelled"_s, m_cancelled);
        m_report.figure(u"rows lost and handed in again"_s, m_rowsLost);
    }

private:
    void require(bool holds, const QString &what)
    {
        m_report.require(holds,
                         holds ? what
                               : what + u": "_s + QString::fromUtf8(m_pair.messages().right(2000)));
    }

    // With a synchronous standby, what was acknowledged is there after the primary is lost. These
    // devices forget what was acknowledged, so that nobody makes up for a server that says so too
    // early: of a commit whose wait for the standby was cancelled, which the primary answers like
    // any other.
    void cancelledWaits()
    {
        PlainStage plain(devices, m_options, m_report, m_pair.address());
        if (!plain.isReady())
            return;
        plain.startServer({});
        std::vector<std::unique_ptr<PlainDevice>> crew;
        for (size_t i = 0; i < size_t(devices); ++i) {
            crew.push_back(std::make_unique<PlainDevice>(plain.world(), plain.device(i),
                                                         PlainDevice::Return::AtOnce));
            crew.back()->open();
            crew.back()->setWriting(true);
        }
        require(waitFor(
                    [&crew] {
                        return std::ranges::all_of(crew, [](const auto &device) {
                            return device->acknowledged() >= entriesBefore;
                        });
                    },
                    stepMaxMs),
                u"nobody was served"_s);

        require(m_pair.stopStandby(), u"the standby did not stop"_s);
        static_cast<void>(waitFor([] { return false; }, answersMs));
        const quint64 before = acknowledged(crew);
        const int wanted = m_cancelled + m_options.pick(6, 20);
        require(waitFor(
                    [this, wanted] {
                        m_cancelled += m_pair.cancelWaitsForStandby();
                        return m_cancelled >= wanted;
                    },
                    stepMaxMs),
                u"no commit waited for the standby"_s);
        static_cast<void>(waitFor([] { return false; }, answersMs));
        require(acknowledged(crew) == before, u"something was acknowledged that one machine has"_s);

        failOver();
        QElapsedTimer since;
        since.start();
        for (const auto &device : crew)
            device->setWriting(false);
        require(waitFor(
                    [&crew] {
                        return std::ranges::all_of(
                            crew, [](const auto &device) { return device->hasAllAcknowledged(); });
                    },
                    quiesceMaxMs),
                u"not everything was acknowledged in 60 s"_s);
        m_report.figure(u"ms from the failover until all was acknowledged"_s, since.elapsed());
        static_cast<void>(checkEpoch(plain.stage()));
        checkLedger(plain.stage(), plain.ledger(), m_report);
    }
    [[nodiscard]] static quint64 acknowledged(const std::vector<std::unique_ptr<PlainDevice>> &crew)
    {
        quint64 sum = 0;
        for (const auto &device : crew)
            sum += device->acknowledged();
        return sum;
    }

    // An asynchronous standby lacks the end of the log: the devices hand it in again.
    void loss()
    {
        CrewStage crew(m_options, m_report, m_pair.address());
        crew.joinEverybody();
        crew.type(2);
        require(m_pair.stopStandby(), u"the standby did not stop"_s);
        crew.type(3);
        require(waitFor([&crew] { return crew.hasAllInLog(); }, stepMaxMs),
                u"what was typed did not reach the log"_s);
        const quint64 before = headOf(crew.stage());
        failOver();
        crew.type(1);
        crew.finish();
        const QJsonObject epoch = checkEpoch(crew.stage());
        const qint64 lost = qint64(before) - epoch[u"head"_s].toInteger();
        m_rowsLost += lost;
        require(lost > 0, u"the standby had everything"_s);
        crew.check();
    }

    void failOver()
    {
        require(m_pair.killPrimary(), u"the primary did not die"_s);
        require(m_pair.promoteStandby(), u"the standby was not promoted"_s);
        ++m_failovers;
    }

    [[nodiscard]] quint64 headOf(Stage &stage)
    {
        auto database = store::Database::open(m_pair.address());
        if (!database)
            return 0;
        const auto production = ProductionId::fromString(stage.production());
        const auto head =
            store::ServerStorageSql(std::move(*database)).head(production.value_or(ProductionId()));
        return head ? head->sequence : 0;
    }
    // The history is another one, and says why; the newest.
    [[nodiscard]] QJsonObject checkEpoch(Stage &stage)
    {
        const auto said = stage.adminOn({u"epochs"_s, u"--json"_s});
        const QJsonObject newest =
            QJsonDocument::fromJson(said.out.toUtf8()).array().first().toObject();
        require(newest[u"reason"_s].toString().startsWith(u"timeline"_s),
                u"no epoch began: "_s + said.out + said.err);
        return newest;
    }

    const DrillOptions &m_options;
    DrillReport &m_report;
    PostgresPair m_pair;
    int m_failovers = 0;
    int m_cancelled = 0;
    qint64 m_rowsLost = 0;
};

} // namespace

void drillFailover(const DrillOptions &options, DrillReport &report)
{
    if (!PostgresCluster::isInstalled())
        return report.skip(u"needs PostgreSQL"_s);
    FailoverDrill(options, report).run();
}

} // namespace film::e2e
