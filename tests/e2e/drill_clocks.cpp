// K6: the devices' clocks are wrong, differ, and step backwards; nothing may depend on them.

#include "shared/store/statement.h"
#include "tests/e2e/crew_stage.h"

#include <QDir>

namespace film::e2e {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;
constexpr int lines = 8;

QString fakeTime()
{
    const QDir libraries(u"/usr/lib"_s);
    for (const QString &folder : libraries.entryList({u"*-linux-gnu"_s}, QDir::Dirs)) {
        const QString path = libraries.filePath(folder + u"/faketime/libfaketimeMT.so.1"_s);
        if (QFile::exists(path))
            return path;
    }
    return {};
}

// The same edits by two devices, with clocks that are off by so much in each session.
struct Clocks {
    QString name;
    QStringList maya;
    QStringList office;
};

class ClockRun
{
public:
    ClockRun(const DrillOptions &options, DrillReport &report, const Clocks &clocks)
        : m_report(report)
        , m_clocks(clocks)
        , m_crew(options, report)
    {}

    // What the server decided, in order.
    QStringList run()
    {
        if (!m_crew.isReady())
            return {};
        Stage &stage = m_crew.stage();
        Typist &maya = m_crew.join(stage.serverUrl(), u"maya"_s, u"Maya Lindqvist"_s,
                                   stage.inviteFor(u"Maya Lindqvist"_s));
        // The office corrects Maya's days: most of it is decided against somebody.
        Typist &office = m_crew.join(stage.serverUrl(), u"office"_s, u"Maya Lindqvist"_s,
                                     stage.inviteCoordinator());
        for (qsizetype session = 0; session < m_clocks.maya.size(); ++session) {
            typeAndSync(maya, m_clocks.maya[session]);
            typeAndSync(office, m_clocks.office[session]);
        }
        m_crew.check();
        return outcomes();
    }

private:
    void typeAndSync(Typist &typist, const QString &offset)
    {
        QStringList variables;
        if (!offset.isEmpty())
            variables << u"LD_PRELOAD="_s + fakeTime() << u"FAKETIME="_s + offset
                      << u"FAKETIME_DONT_FAKE_MONOTONIC=1"_s;
        typist.setEnvironment(variables);
        // One after the other: what somebody sees while typing must not depend on the hour either.
        typist.setCommand({u"enter"_s});
        typist.start();
        for (int i = 0; i < lines; ++i)
            m_report.require(typist.type(), typist.device() + u" could not save"_s);
        end(typist);
        typist.setCommand({u"sync"_s, u"--wait"_s, u"30"_s});
        typist.start();
        end(typist);
    }
    void end(Typist &typist)
    {
        const int code = typist.finish(patienceMs);
        m_report.require(code == 0,
                         u"%1 ended with %2"_s.arg(typist.device(), QString::number(code)));
    }

    QStringList outcomes() const
    {
        QStringList found;
        const auto database = store::Database::open(m_crew.stage().databaseAddress());
        if (!database)
            return found;
        store::Statement select(**database, u"outcomes"_s,
                                u"SELECT etype, outcome FROM change_log ORDER BY seq LIMIT 1000"_s);
        if (!select.run())
            return found;
        while (select.next())
            found << u"%1:%2"_s.arg(select.number(0)).arg(select.number(1));
        return found;
    }

    DrillReport &m_report;
    const Clocks &m_clocks;
    mutable CrewStage m_crew;
};

} // namespace

void drillClocks(const DrillOptions &options, DrillReport &report)
{
    if (fakeTime().isEmpty()) {
        report.skip(u"libfaketime is not installed"_s);
        return;
    }
    const QStringList right{QString(), QString(), QString()};
    std::vector<Clocks> all{{u"right"_s, right, right},
                            {u"an hour apart, and back by two"_s,
                             {u"+1h"_s, u"-1h"_s, u"+1h"_s},
                             {u"-1h"_s, u"+1h"_s, u"-1h"_s}}};
    if (options.isLong) {
        all.push_back({u"a change of summer time"_s,
                       {u"+0"_s, u"-1h"_s, u"+0"_s},
                       {u"+0"_s, u"+1h"_s, u"+0"_s}});
        all.push_back(
            {u"days"_s, {u"+3d"_s, u"-20d"_s, u"+0"_s}, {u"-300d"_s, u"+9d"_s, u"-1d"_s}});
        all.push_back({u"years"_s, {u"-10y"_s, u"+12y"_s, u"-1y"_s}, right});
    }
    QStringList expected;
    for (const Clocks &clocks : all) {
        report.note(clocks.name + u':');
        const QStringList outcomes = ClockRun(options, report, clocks).run();
        if (expected.isEmpty())
            expected = outcomes;
        report.require(!outcomes.isEmpty() && outcomes == expected,
                       clocks.name + u": the clocks changed what was decided"_s);
    }
    report.figure(u"decisions compared"_s, expected.size());
}

} // namespace film::e2e
