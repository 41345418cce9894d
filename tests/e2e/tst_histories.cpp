#include "tests/e2e/postgres_pair.h"
#include "tests/e2e/stage.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace film::e2e;
using namespace film::tests;
using namespace Qt::StringLiterals;

// What the server has acknowledged and lost again comes back from the devices that still have it:
// after the promotion of a standby, after a backup was put back.
class TestHistories : public QObject
{
    Q_OBJECT

    static void begin(Stage &stage)
    {
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        sync(stage, u"maya"_s);
        enterAndSync(stage, u"2025-11-18"_s, u"0700 1300-1330 1800"_s);
    }
    static void enterAndSync(Stage &stage, const QString &date, const QString &line)
    {
        const auto entered = stage.run(u"maya"_s, {u"enter"_s, date, line});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
        sync(stage, u"maya"_s);
        sync(stage, u"office"_s);
        QVERIFY(hasWeek(stage, line));
    }
    static void sync(Stage &stage, const QString &device)
    {
        // More than once: a server whose database is being replaced says "not now".
        QTRY_COMPARE_WITH_TIMEOUT(stage.run(device, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0,
                                  120'000);
    }
    static bool hasWeek(Stage &stage, const QString &line)
    {
        return stage
            .run(u"office"_s, {u"week"_s, u"2025-11-18"_s, u"--person"_s, u"Maya Lindqvist"_s})
            .out.contains(line);
    }
    // Newest first.
    static QStringList reasons(Stage &stage)
    {
        QStringList found;
        const auto epochs = stage.adminOn({u"epochs"_s, u"--json"_s});
        for (const QJsonValue &epoch : QJsonDocument::fromJson(epochs.out.toUtf8()).array())
            found.append(epoch[u"reason"_s].toString());
        return found;
    }
    static void compareWithLedger(Stage &stage)
    {
        const auto log = stage.serverLog();
        QVERIFY(!stage.ledger().empty());
        for (const QString &mutation : stage.ledger())
            QCOMPARE(log.count(mutation), size_t(1));
        const auto verified = stage.verifyLog();
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    }
    static bool isMissingFromLog(Stage &stage)
    {
        const auto log = stage.serverLog();
        return std::ranges::any_of(stage.ledger(),
                                   [&log](const QString &m) { return log.count(m) == 0; });
    }

private slots:
    void aPromotedStandbyWithoutTheLastCommitsGetsThemBack()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("needs PostgreSQL");
        PostgresPair databases(PostgresPair::Replication::Asynchronous);
        Stage stage(databases.address());
        begin(stage);

        QVERIFY(databases.stopStandby());
        enterAndSync(stage, u"2025-11-19"_s, u"0600 1200-1230 1715"_s); // acknowledged, shown
        QVERIFY(databases.killPrimary());
        QVERIFY(databases.promoteStandby());
        QVERIFY(isMissingFromLog(stage));

        sync(stage, u"office"_s);
        QVERIFY(!hasWeek(stage, u"1715"_s)); // what is in no log is not shown as if it were
        sync(stage, u"maya"_s);
        sync(stage, u"office"_s);

        QVERIFY(hasWeek(stage, u"0600 1200-1230 1715"_s));
        QCOMPARE(reasons(stage).size(), 2);
        QVERIFY2(reasons(stage).value(0).startsWith(u"timeline 2"),
                 qPrintable(reasons(stage).value(0)));
        compareWithLedger(stage);
        enterAndSync(stage, u"2025-11-20"_s, u"0800 1300-1330 1945"_s);
        compareWithLedger(stage);
    }

    void aPromotedStandbyThatHasEverythingGoesOn()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("needs PostgreSQL");
        PostgresPair databases(PostgresPair::Replication::Synchronous);
        Stage stage(databases.address());
        begin(stage);
        enterAndSync(stage, u"2025-11-19"_s, u"0600 1200-1230 1715"_s);

        QVERIFY(databases.killPrimary());
        QVERIFY(databases.promoteStandby());
        QVERIFY(!isMissingFromLog(stage));

        enterAndSync(stage, u"2025-11-20"_s, u"0800 1300-1330 1945"_s);
        QVERIFY2(reasons(stage).value(0).startsWith(u"timeline 2"),
                 qPrintable(reasons(stage).value(0)));
        compareWithLedger(stage);
    }

    void aBackupThatWasPutBackIsFilledUp()
    {
        Stage stage(TestDatabase::Kind::Sqlite);
        begin(stage);
        stage.stopServer();
        const QString file = stage.databaseAddress().mid(7);
        QVERIFY(QFile::copy(file, file + u".backup"_s));
        stage.startServer();
        enterAndSync(stage, u"2025-11-19"_s, u"0600 1200-1230 1715"_s);
        stage.stopServer();

        for (const QString &part : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(file + part);
        QVERIFY(QFile::copy(file + u".backup"_s, file));
        QCOMPARE(stage.admin({u"restore-done"_s}).code, 0);
        stage.startServer();
        QVERIFY(isMissingFromLog(stage));

        sync(stage, u"maya"_s);
        sync(stage, u"office"_s);

        QVERIFY(hasWeek(stage, u"0600 1200-1230 1715"_s));
        QCOMPARE(reasons(stage), (QStringList{u"a backup was put back"_s, u"created"_s}));
        compareWithLedger(stage);
    }
};

QTEST_GUILESS_MAIN(TestHistories)
#include "tst_histories.moc"
