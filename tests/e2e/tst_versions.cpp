#include "tests/e2e/stage.h"

#include <QTest>

using namespace film::e2e;
using namespace film::tests;
using namespace Qt::StringLiterals;

// An app that is too old for its server, with real processes.
class TestVersions : public QObject
{
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<bool>("onPostgres");
        QTest::newRow("sqlite") << false;
        if (TestDatabase::hasPostgres())
            QTest::newRow("postgresql") << true;
    }
    static Stage::Outcome sync(Stage &stage, const QString &device)
    {
        return stage.run(device, {u"sync"_s, u"--json"_s});
    }
    static void enter(Stage &stage, const QString &device, const QString &date)
    {
        const auto entered = stage.run(
            device,
            {u"enter"_s, date, u"0700 1300-1330 1930"_s, u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
    }
    static QString weekOf(Stage &stage, const QString &device)
    {
        return stage.run(device, {u"week"_s, u"2025-11-20"_s}).out;
    }

private slots:
    void anAppThatIsTooOldHandsOverAndCatchesUpLater_data() { kinds(); }
    void anAppThatIsTooOldHandsOverAndCatchesUpLater()
    {
        QFETCH(bool, onPostgres);
        Stage stage(onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite);
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(sync(stage, u"maya"_s).code, 0);
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        enter(stage, u"office"_s, u"2025-11-20"_s);
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        stage.stopServer();

        stage.setServerOptions({u"--oldest-app"_s, u"99.1"_s});
        stage.startServer();
        enter(stage, u"maya"_s, u"2025-11-21"_s);
        const auto handedOver = sync(stage, u"maya"_s);

        QVERIFY2(handedOver.code == 4, qPrintable(handedOver.out + handedOver.err));
        QCOMPARE(handedOver.json()[u"state"_s].toString(), u"too-old"_s);
        QCOMPARE(handedOver.json()[u"oldestApp"_s].toString(), u"99.1"_s);
        const auto log = stage.serverLog();
        for (const QString &mutation : stage.ledger())
            QCOMPARE(log.count(mutation), size_t(1));
        QString week = weekOf(stage, u"maya"_s);
        QVERIFY2(!week.contains(u"2025-11-20"_s) && week.contains(u"2025-11-21"_s),
                 qPrintable(week));

        stage.stopServer();
        stage.setServerOptions({});
        stage.startServer();
        QCOMPARE(sync(stage, u"maya"_s).code, 0);
        week = weekOf(stage, u"maya"_s);
        QVERIFY2(week.contains(u"2025-11-20"_s) && week.contains(u"2025-11-21"_s),
                 qPrintable(week));
        QCOMPARE(stage.serverLog(), log);
    }
};

QTEST_GUILESS_MAIN(TestVersions)
#include "tst_versions.moc"
