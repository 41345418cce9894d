#include "shared/sync/toys.h"
#include "tests/sync/run_seeds.h"

#include <QTest>

using namespace film::simulation;
using namespace Qt::StringLiterals;

// A simulation that does not fail on known mistakes proves nothing. Each row is one of them,
// built into the very code that is simulated.
class TestSimulationToys : public QObject
{
    Q_OBJECT
private slots:
    void theSimulationCatches_data()
    {
        QTest::addColumn<int>("toy");

        QTest::newRow("last write wins") << 1;
        QTest::newRow("acknowledged before the commit") << 2;
        QTest::newRow("cursor saved before the rows") << 3;
        QTest::newRow("outbox row deleted on ACK") << 4;
        QTest::newRow("own changes not sent back") << 5;
        QTest::newRow("device and counter as idempotency key") << 6;
        QTest::newRow("no idempotency") << 7;
        QTest::newRow("numbers taken without the lock") << 8;
        QTest::newRow("a grant only filters from now on") << 10;
        QTest::newRow("snapshot cursor is the head at its end") << 11;
        QTest::newRow("a cursor below the head is believed") << 12;
        QTest::newRow("a purge deletes unsent work") << 13;
        QTest::newRow("an ACK means the whole batch") << 14;
        QTest::newRow("hints as the only trigger") << 15;
        QTest::newRow("acknowledged is as good as confirmed") << 16;
        QTest::newRow("rows newer than the cursor are ignored") << 17;
        QTest::newRow("the grant of the passed row counts") << 19;
        QTest::newRow("cursor 0 while a snapshot is unfinished") << 20;
        QTest::newRow("one invalid change blocks the queue") << 21;
        QTest::newRow("the device's clock decides") << 22;
        QTest::newRow("the server's digest is adopted") << 28;
        QTest::newRow("a deletion wins silently") << 31;
        QTest::newRow("guards are not looked at") << 32;
        QTest::newRow("an approval is not bound to its content") << 33;
        QTest::newRow("what is approved is not locked") << 34;
        QTest::newRow("an approval outlives a change") << 35;
        QTest::newRow("an atom is applied in part") << 36;
        QTest::newRow("a decision ignores a late version") << 37;
        QTest::newRow("timers that wait for the old clock") << 38;
        QTest::newRow("credit for what is not on disk") << 39;
        QTest::newRow("a snapshot that ends twice") << 40;
        QTest::newRow("rights as of the greeting") << 41;
    }

    void theSimulationCatches()
    {
        QFETCH(int, toy);
        film::sync::setToy(toy);

        const SeedsReport report = runSeeds({1, 2000, 1, toy == 15, toy == 22});

        film::sync::setToy(0);
        QVERIFY2(!report.failures.empty(), "not caught within 2000 seeds");
        qInfo("toy %d: seed %llu: %s", toy, report.failures.front().seed,
              qPrintable(report.failures.front().report.problems.first()));
    }

    void withoutAToyTheSameCodeIsRight()
    {
        film::sync::setToy(0);

        const SeedsReport report = runSeeds({1, 100, 1, false, false});

        QVERIFY2(report.failures.empty(), qPrintable(report.firstFailure()));
    }
};

QTEST_GUILESS_MAIN(TestSimulationToys)
#include "tst_simulation_toys.moc"
