#include "tests/sync/run_seeds.h"

#include <QTest>

using namespace film::simulation;
using namespace Qt::StringLiterals;

namespace {

int seedsToRun()
{
    return qEnvironmentVariableIntValue("FILM_SIMULATION_SEEDS");
}

} // namespace

class TestSimulation : public QObject
{
    Q_OBJECT
private slots:
    void everyInvariantHolds()
    {
        const int seeds = seedsToRun() > 0 ? seedsToRun() : 2000;

        const SeedsReport report = runSeeds({1, quint64(seeds), 5, false, false});

        qInfo("%s", qPrintable(report.summary()));
        QVERIFY2(report.failures.empty(), qPrintable(report.firstFailure()));
        const QStringList missing = report.missing();
        QVERIFY2(missing.isEmpty(), qPrintable(u"too rare: "_s + missing.join(u", "_s)));
    }

    // What a read of the database gives goes out in several messages, and a reader with little
    // credit gets some of them later.
    void everyInvariantHoldsWithSmallMessages()
    {
        SeedsWanted wanted;
        wanted.last = 100;
        wanted.messageBytes = 600;

        const SeedsReport report = runSeeds(wanted);

        QVERIFY2(report.failures.empty(), qPrintable(report.firstFailure()));
        const auto several = report.coverage.counts.find(u"page in several messages"_s);
        QVERIFY(several != report.coverage.counts.end());
        QVERIFY2(several->second > 100, qPrintable(QString::number(several->second)));
    }

    // Order and conflicts are the server's business: other clocks, same outcomes. Another time is
    // of another length in a message, which must not count here.
    void outcomesDoNotDependOnTheDevicesClocks()
    {
        for (quint64 seed = 1; seed <= 60; ++seed) {
            Options options;
            options.seed = seed;
            options.narrow = false;
            const Report straight = runWorld(options);
            options.skewClocks = true;
            const Report skewed = runWorld(options);

            QVERIFY2(straight.outcomes == skewed.outcomes, qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void aSeedReplaysToTheSameEvents()
    {
        const Report first = runWorld({7, false, false});
        const Report second = runWorld({7, false, false});

        QCOMPARE(first.events, second.events);
        QCOMPARE(first.lastEvents, second.lastEvents);
        QCOMPARE(first.coverage.counts, second.coverage.counts);
    }
};

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
