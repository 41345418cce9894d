#include "shared/domain/records.h"
#include "shared/store/privacy_repository.h"
#include "shared/store/server_storage_sql.h"
#include "tests/e2e/stage.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace film::e2e;
using namespace film::tests;
using namespace Qt::StringLiterals;

// Who sees what, with real processes: what a new role brings, and what a device that has to go
// hands over and forgets.
class TestScope : public QObject
{
    Q_OBJECT

    static constexpr const char *canary = "a note for the camera crew only";

    static void kinds()
    {
        QTest::addColumn<bool>("onPostgres");
        QTest::newRow("sqlite") << false;
        if (TestDatabase::hasPostgres())
            QTest::newRow("postgresql") << true;
    }

    // Maya of the camera and Nils of the electric have each entered a day.
    static void begin(Stage &stage)
    {
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"ruben"_s, stage.inviteFor(u"Ruben Castellane"_s));
        stage.join(u"nils"_s, stage.inviteFor(u"Nils Aaberg"_s));
        for (const QString &device : {u"maya"_s, u"ruben"_s, u"nils"_s})
            QCOMPARE(sync(stage, device).code, 0);
        enter(stage, u"maya"_s, u"0700 1300-1330 1930 ; "_s + QString::fromLatin1(canary));
        enter(stage, u"nils"_s, u"0600 1200-1230 1800"_s);
        QCOMPARE(sync(stage, u"maya"_s).code, 0);
        QCOMPARE(sync(stage, u"nils"_s).code, 0);
    }
    static void enter(Stage &stage, const QString &device, const QString &line)
    {
        const auto entered = stage.run(device, {u"enter"_s, u"2025-11-20"_s, line});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
    }
    static Stage::Outcome sync(Stage &stage, const QString &device)
    {
        return stage.run(device, {u"sync"_s, u"--wait"_s, u"30"_s, u"--json"_s});
    }
    static QString weekOf(Stage &stage, const QString &device)
    {
        return stage.run(device, {u"week"_s, u"2025-11-20"_s, u"--all"_s}).out;
    }
    static bool isOnDisk(Stage &stage, const QString &device, const QByteArray &text)
    {
        QDirIterator files(stage.dataFolder(device), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

private slots:
    void aNewRoleBringsTheDepartmentAndALesserOneTakesItAway_data() { kinds(); }
    void aNewRoleBringsTheDepartmentAndALesserOneTakesItAway()
    {
        QFETCH(bool, onPostgres);
        Stage stage(onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite);
        begin(stage);
        QCOMPARE(sync(stage, u"ruben"_s).code, 0);
        QVERIFY(!weekOf(stage, u"ruben"_s).contains(u"1930"_s));

        // While he is connected.
        const auto watching = stage.start(u"ruben"_s, {u"sync"_s, u"--watch"_s});
        QVERIFY(watching->waitForReadyRead(20'000));
        QCOMPARE(stage
                     .adminOn({u"set-role"_s, u"--person"_s, u"Ruben Castellane"_s, u"--role"_s,
                               u"head-of-department"_s})
                     .code,
                 0);
        QTRY_VERIFY_WITH_TIMEOUT(isOnDisk(stage, u"ruben"_s, canary), 20'000);
        watching->kill();
        watching->waitForFinished();

        QCOMPARE(sync(stage, u"ruben"_s).code, 0);
        QString week = weekOf(stage, u"ruben"_s);
        QVERIFY2(week.contains(u"1930"_s) && !week.contains(u"1800"_s), qPrintable(week));

        // While he is away; the kill above left the file unclean, so it is counted as well.
        QCOMPARE(stage
                     .adminOn({u"set-role"_s, u"--person"_s, u"Ruben Castellane"_s, u"--role"_s,
                               u"crew"_s})
                     .code,
                 0);
        QCOMPARE(sync(stage, u"ruben"_s).code, 0);
        week = weekOf(stage, u"ruben"_s);
        QVERIFY2(!week.contains(u"1930"_s), qPrintable(week));
    }

    // What the office had of somebody whose processing is restricted goes from its disk, and comes
    // back when that ends; the person keeps it, and the others are no matter of it.
    void whoIsRestrictedLeavesTheOfficeUntilReleased()
    {
        Stage stage(TestDatabase::Kind::Sqlite);
        begin(stage);
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        QVERIFY(isOnDisk(stage, u"office"_s, canary));
        const auto storage = film::store::ServerStorageSql::open(stage.databaseAddress());
        QVERIFY(storage.has_value());
        film::store::PrivacyRepository privacy((*storage)->database());
        const auto production = *film::ProductionId::fromString(stage.production());
        const auto maya = film::personId(production, u"Maya Lindqvist"_s,
                                         film::departmentId(production, u"Camera"_s));

        QVERIFY(privacy.restrict({production, maya, u"Disputed"_s, 1}));
        QCOMPARE(sync(stage, u"office"_s).code, 0);

        QString week = weekOf(stage, u"office"_s);
        QVERIFY2(!week.contains(u"1930"_s) && week.contains(u"1800"_s), qPrintable(week));
        QVERIFY(!isOnDisk(stage, u"office"_s, canary));
        enter(stage, u"maya"_s, u"0700 1300-1330 2045"_s);
        QCOMPARE(sync(stage, u"maya"_s).code, 0);
        QVERIFY(weekOf(stage, u"maya"_s).contains(u"2045"_s));
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        QVERIFY(!weekOf(stage, u"office"_s).contains(u"2045"_s));

        QVERIFY(*privacy.release(production, maya));
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        week = weekOf(stage, u"office"_s);
        QVERIFY2(week.contains(u"2045"_s) && week.contains(u"1800"_s), qPrintable(week));
    }

    void aRevokedDeviceHandsOverAndForgets_data() { kinds(); }
    void aRevokedDeviceHandsOverAndForgets()
    {
        QFETCH(bool, onPostgres);
        Stage stage(onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite);
        begin(stage);
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(sync(stage, u"office"_s).code, 0);
        QVERIFY(isOnDisk(stage, u"office"_s, canary));
        const QString device =
            stage.run(u"office"_s, {u"status"_s, u"--json"_s}).json().value(u"device"_s).toString();
        const auto entered = stage.run(u"office"_s,
                                       {u"enter"_s, u"2025-11-21"_s, u"0800 1300-1330 1900"_s,
                                        u"--person"_s, u"Nils Aaberg"_s});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));

        QCOMPARE(stage.adminOn({u"revoke-device"_s, u"--device"_s, device}).code, 0);
        const auto last = sync(stage, u"office"_s);

        QVERIFY2(last.code == 6, qPrintable(last.out + last.err)); // not allowed any more
        QCOMPARE(last.json().value(u"state"_s).toString(), u"revoked"_s);
        QVERIFY(!isOnDisk(stage, u"office"_s, canary));
        const auto log = stage.serverLog();
        for (const QString &mutation : stage.ledger()) // what was waiting there is in the log
            QCOMPARE(log.count(mutation), size_t(1));
        const auto verified = stage.verifyLog();
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
        QCOMPARE(sync(stage, u"nils"_s).code, 0); // held for the office, not applied
        QVERIFY(!weekOf(stage, u"nils"_s).contains(u"1900"_s));
    }
};

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
