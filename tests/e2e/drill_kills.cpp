// K1: the server, a client, a process of the database and the whole database die at any moment.

#include "tests/e2e/crew_stage.h"

#include <QThread>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr quint64 linesBetween = 4;    // at most
constexpr qsizetype tailOfLog = 2000;  // bytes
constexpr quint64 phaseMaxUs = 15'000; // about as long as a save and its way to the log take

class KillDrill
{
public:
    KillDrill(const DrillOptions &options, DrillReport &report)
        : m_options(options)
        , m_report(report)
        , m_random(options.seed)
        , m_crew(options, report)
    {}

    void run()
    {
        if (!m_crew.isReady())
            return;
        m_crew.joinEverybody();
        for (int i = m_options.pick(16, 200); i > 0 && m_report.broken().isEmpty(); --i) {
            m_crew.type(m_random.below(linesBetween));
            for (Typist *typist : m_crew.typists())
                typist->begin();
            killSomething();
            for (Typist *typist : m_crew.typists())
                goOn(*typist);
        }
        m_crew.finish();
        report();
    }

private:
    void goOn(Typist &typist)
    {
        if (typist.isRunning())
            m_report.require(typist.collect(), typist.device() + u" could not save"_s);
        else
            typist.start();
    }

    // At any phase of the saves and commits that have just begun.
    void killSomething()
    {
        QThread::usleep(m_random.below(phaseMaxUs));
        const quint64 draw = m_random.below(m_options.onSqlite ? 7 : 10);
        if (draw < 3)
            return killServer();
        if (draw < 6)
            return killClient();
        if (draw == 6) { // within a millisecond of each other
            killClient();
            return killServer();
        }
        if (draw < 9)
            return killBackend();
        killDatabase();
    }
    void killServer()
    {
        m_crew.stage().killServer();
        ++m_servers;
        m_report.require(m_crew.stage().keepStartingServer(), u"the server did not start again"_s);
    }
    void killClient()
    {
        const auto &typists = m_crew.typists();
        typists[m_random.below(typists.size())]->kill();
        ++m_clients;
    }
    void killBackend()
    {
        if (m_crew.cluster().killBackend(m_random))
            ++m_backends;
    }
    void killDatabase()
    {
        m_crew.cluster().killAll();
        ++m_databases;
        const bool isUp = m_crew.cluster().start();
        m_report.require(isUp,
                         u"PostgreSQL did not start again: "_s
                             + QString::fromUtf8(m_crew.cluster().messages().right(tailOfLog)));
    }

    void report()
    {
        m_report.figure(u"kills"_s, m_servers + m_clients + m_backends + m_databases);
        m_report.figure(u"of the server"_s, m_servers);
        m_report.figure(u"of clients"_s, m_clients);
        m_report.figure(u"of processes of the database"_s, m_backends);
        m_report.figure(u"of the whole database"_s, m_databases);
        for (const Typist *typist : m_crew.typists()) {
            if (!m_report.broken().isEmpty())
                return; // each would wait for what does not come
            const auto synced =
                m_crew.stage().run(typist->device(), {u"sync"_s, u"--wait"_s, u"60"_s});
            m_report.require(synced.code == 0,
                             typist->device() + u" is not in step: "_s + synced.out);
        }
        m_crew.check();
    }

    const DrillOptions &m_options;
    DrillReport &m_report;
    SeededRandom m_random;
    CrewStage m_crew;
    int m_servers = 0;
    int m_clients = 0;
    int m_backends = 0;
    int m_databases = 0;
};

} // namespace

void drillKills(const DrillOptions &options, DrillReport &report)
{
    KillDrill(options, report).run();
}

} // namespace film::e2e
