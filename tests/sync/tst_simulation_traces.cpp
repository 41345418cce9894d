#include "shared/sync/toys.h"
#include "tests/sync/run_seeds.h"
#include "tests/sync/world_trace.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace film::simulation;
using namespace Qt::StringLiterals;

namespace {

const QString folder = QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/simulation");

QStringList problemsWith(int toy, const Options &options)
{
    film::sync::setToy(toy);
    const Report report = runWorld(options);
    film::sync::setToy(0);
    return report.problems;
}

} // namespace

// Worlds that went wrong once, shrunk to what that takes.
class TestSimulationTraces : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { film::sync::setToy(0); }

    void aTraceGoesRight_data()
    {
        QTest::addColumn<QString>("path");

        const QDir traces(folder);
        for (const QString &name : traces.entryList({u"*.trace"_s}, QDir::Files))
            QTest::newRow(qPrintable(name)) << traces.filePath(name);
    }

    void aTraceGoesRight()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto trace = WorldTrace::fromText(file.readAll());

        QVERIFY(trace.has_value());
        if (trace->toy > 0)
            QVERIFY(!problemsWith(trace->toy, trace->options).isEmpty());
        const QStringList problems = problemsWith(0, trace->options);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.join(u'\n')));
    }

    void aTraceSaysAllThatItsWorldNeeds()
    {
        WorldTrace trace;
        trace.options.seed = 7;
        trace.options.skewClocks = trace.options.dropHints = true;
        trace.options.ambient = false;
        trace.options.messageBytes = 600;
        trace.options.only = std::set<Action>{{-1, 3}, {2, 5}};
        trace.toy = 4;

        const auto read = WorldTrace::fromText(trace.toText());

        QVERIFY(read.has_value());
        QCOMPARE(read->toText(), trace.toText());
        QCOMPARE(read->options.messageBytes, trace.options.messageBytes);
        QVERIFY(read->options.only == trace.options.only);
    }

    // FILM_KEEP_TRACES names a folder for the traces.
    void aFailureShrinksToFewActions_data()
    {
        QTest::addColumn<int>("toy");

        QTest::newRow("outbox row deleted on ACK") << 4;
        QTest::newRow("an approval outlives a change") << 35;
        QTest::newRow("timers that wait for the old clock") << 38;
    }

    void aFailureShrinksToFewActions()
    {
        QFETCH(int, toy);
        film::sync::setToy(toy);
        const SeedsReport report = runSeeds({1, 2000, 1, false, false});
        QVERIFY(!report.failures.empty());
        const SeedFailure &failure = report.failures.front();

        WorldTrace trace = shrink({failure.seed, false, false}, failure.report);
        trace.toy = toy;

        QVERIFY(trace.options.only->size() * 3 < failure.report.actions.size());
        const auto read = WorldTrace::fromText(trace.toText());
        QVERIFY(read.has_value());
        QVERIFY(!problemsWith(toy, read->options).isEmpty());
        const QString keep = qEnvironmentVariable("FILM_KEEP_TRACES");
        if (keep.isEmpty())
            return;
        QFile file(keep + u"/toy-%1.trace"_s.arg(toy));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(trace.toText()) > 0);
    }
};

QTEST_GUILESS_MAIN(TestSimulationTraces)
#include "tst_simulation_traces.moc"
