#include "tests/e2e/stage.h"

#include "shared/store/database.h"

#include <QDir>
#include <QTest>

using namespace film::e2e;
using namespace film::tests;
using namespace Qt::StringLiterals;

// The main job, with real processes: a day of work travels from an offline laptop to the
// coordinator, and nothing on the way can lose it.
class TestDayTravels : public QObject
{
    Q_OBJECT

    static void kinds()
    {
        QTest::addColumn<bool>("onPostgres");
        QTest::newRow("sqlite") << false;
        if (TestDatabase::hasPostgres())
            QTest::newRow("postgresql") << true;
    }
    static TestDatabase::Kind kind(bool onPostgres)
    {
        return onPostgres ? TestDatabase::Kind::Postgres : TestDatabase::Kind::Sqlite;
    }
    // Another `variant` has other wraps: every line changes something.
    static QByteArray days(const QString &person, int count, int variant = 0)
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i)
            lines += u"%1\t%2\t0700 1300-1330 %3\n"_s
                         .arg(QDate(2025, 11, 1).addDays(i % 28).toString(Qt::ISODate), person)
                         .arg(1800 + i / 28 % 5 * 10 + variant)
                         .toUtf8();
        return lines;
    }
    static QByteArray contentsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Everything reported saved is in the server's log, exactly once.
    static void compareWithLedger(Stage &stage)
    {
        const auto log = stage.serverLog();
        for (const QString &mutation : stage.ledger())
            QCOMPARE(log.count(mutation), size_t(1));
        for (const QString &mutation : log)
            QCOMPARE(log.count(mutation), size_t(1));
        QVERIFY(!stage.ledger().empty());
        const auto verified = stage.verifyLog();
        QVERIFY2(verified.code == 0, qPrintable(verified.out + verified.err));
    }

private slots:
    void fromAnOfflineLaptopToTheCoordinator_data() { kinds(); }
    void fromAnOfflineLaptopToTheCoordinator()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        stage.stopServer();

        // Offline, and the laptop dies in the middle of the typing.
        const auto typing = stage.start(u"maya"_s, {u"enter"_s, u"--stdin"_s});
        QVERIFY(typing->waitForStarted());
        typing->write(days(u"Maya Lindqvist"_s, 200));
        QByteArray seen;
        while (seen.count('\n') < 25) {
            QVERIFY2(typing->waitForReadyRead(20'000), typing->readAllStandardError().constData());
            seen += typing->readAllStandardOutput();
        }
        typing->kill();
        typing->waitForFinished();
        seen += typing->readAllStandardOutput();
        stage.noteSaved(seen.left(seen.lastIndexOf('\n') + 1));
        QVERIFY(stage.ledger().size() >= 25);
        const auto entered =
            stage.run(u"maya"_s, {u"enter"_s, u"2025-11-29"_s, u"0700 1300-1330 1930"_s});
        QVERIFY2(entered.code == 0, qPrintable(entered.err));

        stage.startServer();
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);

        compareWithLedger(stage);
        const auto week = stage.run(
            u"office"_s, {u"week"_s, u"2025-11-29"_s, u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(week.out.contains(u"0700 1300-1330 1930"_s), qPrintable(week.out));
    }

    void twoPeopleOnOneDayAreBothKept_data() { kinds(); }
    void twoPeopleOnOneDayAreBothKept()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        stage.stopServer();
        const auto hers =
            stage.run(u"maya"_s, {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1930"_s});
        const auto theirs = stage.run(u"office"_s,
                                      {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1918"_s,
                                       u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(hers.code == 0 && theirs.code == 0, qPrintable(hers.err + theirs.err));

        stage.startServer();
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);

        compareWithLedger(stage);
        for (const QString &device : {u"maya"_s, u"office"_s}) {
            const auto conflicts = stage.run(device, {u"conflicts"_s, u"--json"_s}).jsonLines();
            QCOMPARE(conflicts.size(), qsizetype(1));
            QCOMPARE(conflicts.first().value(u"counting"_s).toString(), u"0700 1300-1330 1930"_s);
            QCOMPARE(conflicts.first().value(u"versions"_s).toArray().size(), 2);
        }
        const auto conflicts = stage.run(u"office"_s, {u"conflicts"_s, u"--json"_s}).jsonLines();
        const QString id = conflicts.first().value(u"conflict"_s).toString();
        const auto resolved = stage.run(u"office"_s, {u"resolve"_s, id, u"--take"_s, u"theirs"_s});
        QVERIFY2(resolved.code == 0, qPrintable(resolved.err));
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        QVERIFY(stage.run(u"maya"_s, {u"conflicts"_s, u"--json"_s}).jsonLines().isEmpty());
        compareWithLedger(stage);
    }

    void killedInTheMiddleOfASyncAgainAndAgain_data() { kinds(); }
    void killedInTheMiddleOfASyncAgainAndAgain()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        for (int round = 0; round < 6; ++round) {
            // A client that saves and syncs at once; now it dies, now the server.
            const auto running = stage.start(u"maya"_s, {u"run"_s, u"--stdin"_s});
            QVERIFY(running->waitForStarted());
            running->write(days(u"Maya Lindqvist"_s, 60, 1 + round));
            QByteArray seen;
            while (seen.count("saved ") < 10 + 7 * round) {
                QVERIFY2(running->waitForReadyRead(20'000),
                         running->readAllStandardError().constData());
                seen += running->readAllStandardOutput();
            }
            if (round % 2 == 0) {
                stage.killServer();
                stage.startServer();
            }
            running->kill();
            running->waitForFinished();
            seen += running->readAllStandardOutput();
            stage.noteSaved(seen.left(seen.lastIndexOf('\n') + 1));
        }

        const auto synced = stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"60"_s});

        QVERIFY2(synced.code == 0, qPrintable(synced.out + synced.err));
        compareWithLedger(stage);
    }

    void aMonthOffline_data() { kinds(); }
    void aMonthOffline()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        stage.stopServer();
        const auto entered =
            stage.run(u"maya"_s, {u"enter"_s, u"--stdin"_s}, days(u"Maya Lindqvist"_s, 28 * 5));
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
        stage.startServer();
        const auto others = stage.run(u"office"_s, {u"enter"_s, u"--stdin"_s},
                                      days(u"Nils Aaberg"_s, 28) + days(u"Ruben Castellane"_s, 28));
        QVERIFY2(others.code == 0, qPrintable(others.err));
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);

        const auto synced = stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"60"_s});

        QVERIFY2(synced.code == 0, qPrintable(synced.out + synced.err));
        QCOMPARE(stage.ledger().size(), size_t(28 * 5 + 56));
        compareWithLedger(stage);
    }

    void joiningAgainAfterSigningOutLosesNothing_data() { kinds(); }
    void joiningAgainAfterSigningOutLosesNothing()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1930"_s}).code,
                 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        const QString device =
            stage.run(u"maya"_s, {u"status"_s, u"--json"_s}).json().value(u"device"_s).toString();
        QCOMPARE(stage.run(u"maya"_s, {u"sign-out"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 6);
        QCOMPARE(stage.run(u"maya"_s, {u"enter"_s, u"2025-11-21"_s, u"0700 1300-1330 1918"_s}).code,
                 0);

        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        const auto synced = stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s, u"--json"_s});

        QVERIFY2(synced.code == 0, qPrintable(synced.out + synced.err));
        QCOMPARE(synced.json().value(u"refused"_s).toInt(-1), 0);
        QCOMPARE(synced.json().value(u"waiting"_s).toInt(-1), 0);
        QCOMPARE(
            stage.run(u"maya"_s, {u"status"_s, u"--json"_s}).json().value(u"device"_s).toString(),
            device);
        QCOMPARE(stage.ledger().size(), size_t(2));
        compareWithLedger(stage);
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        const auto week = stage.run(
            u"office"_s, {u"week"_s, u"2025-11-20"_s, u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(week.out.contains(u"0700 1300-1330 1930"_s)
                     && week.out.contains(u"0700 1300-1330 1918"_s),
                 qPrintable(week.out));
    }

    // Not even the card beside the data file is left.
    void whatARescueKeptIsSentAfterJoiningAgain_data() { kinds(); }
    void whatARescueKeptIsSentAfterJoiningAgain()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1930"_s}).code,
                 0);
        const QDir productions(stage.dataFolder(u"maya"_s) + u"/productions"_s);
        const QDir place(
            productions.filePath(productions.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first()));
        QVERIFY(QFile::remove(place.filePath(u"identity.json"_s)));
        {
            const auto database = film::store::Database::openSqlite(place.filePath(u"film.db"_s));
            QVERIFY((*database)->execute(u"DELETE FROM meta"_s));
            QVERIFY((*database)->execute(u"DELETE FROM setting"_s));
        }

        const auto rescued = stage.run(u"maya"_s, {u"rescue"_s});
        QCOMPARE(rescued.code, 5);
        QVERIFY2(rescued.out.contains(u"kept 1 changes; the damaged file is "_s)
                     && rescued.out.contains(u"film.db.damaged-"_s),
                 qPrintable(rescued.out + rescued.err));
        QCOMPARE(stage.run(u"maya"_s, {u"status"_s}).code, 5);
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        const auto synced = stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s, u"--json"_s});

        QVERIFY2(synced.code == 0, qPrintable(synced.out + synced.err));
        QCOMPARE(synced.json().value(u"refused"_s).toInt(-1), 0);
        QCOMPARE(stage.ledger().size(), size_t(1));
        compareWithLedger(stage);
    }

    void daysEnteredAloneAreBroughtAlong_data() { kinds(); }
    void daysEnteredAloneAreBroughtAlong()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage
                     .run(u"office"_s,
                          {u"enter"_s, u"2025-11-19"_s, u"0600 1300-1330 1800"_s, u"--person"_s,
                           u"Maya Lindqvist"_s})
                     .code,
                 0);
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage
                     .run(u"maya"_s,
                          {u"start"_s, u"--title"_s, u"My own"_s, u"--person"_s, u"Maya L."_s,
                           u"--department"_s, u"Camera"_s, u"--zone"_s, u"Europe/Oslo"_s})
                     .code,
                 0);
        QCOMPARE(stage.run(u"maya"_s, {u"bring-days"_s}).code, 3);
        QDir alone(stage.dataFolder(u"maya"_s) + u"/productions"_s);
        const QString folder = alone.entryList(QDir::Dirs | QDir::NoDotAndDotDot).first();
        const auto entered = stage.run(u"maya"_s, {u"enter"_s, u"--stdin"_s},
                                       "2025-11-18\tMaya L.\t0700 1300-1330 1930\n"
                                       "2025-11-19\tMaya L.\t0710 1300-1330 1940\n"
                                       "2025-11-20\tMaya L.\t0720 1300-1330 1950\n");
        QVERIFY2(entered.code == 0, qPrintable(entered.err));
        stage.forgetSaved(); // those belong to another production

        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        const QByteArray before = contentsOf(alone.filePath(folder + u"/film.db"_s));
        const auto brought = stage.run(u"maya"_s, {u"bring-days"_s, u"--json"_s});

        QVERIFY2(brought.code == 0, qPrintable(brought.out + brought.err));
        const QJsonObject said = brought.jsonLines().value(1); // after the state of the sync
        QCOMPARE(said.value(u"brought"_s).toArray(),
                 QJsonArray({u"2025-11-18"_s, u"2025-11-20"_s}));
        QCOMPARE(said.value(u"alreadyThere"_s).toArray(), QJsonArray({u"2025-11-19"_s}));
        QCOMPARE(contentsOf(alone.filePath(folder + u"/film.db"_s)), before);
        QCOMPARE(stage.run(u"maya"_s, {u"bring-days"_s}).code, 3); // a second time nothing
        QCOMPARE(stage.run(u"office"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        const auto week = stage.run(
            u"office"_s, {u"week"_s, u"2025-11-19"_s, u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(week.out.contains(u"0700 1300-1330 1930"_s)
                     && week.out.contains(u"0600 1300-1330 1800"_s)
                     && week.out.contains(u"0720 1300-1330 1950"_s),
                 qPrintable(week.out));
        QVERIFY(!week.out.contains(u"1940"_s));
        QVERIFY(stage.run(u"office"_s, {u"conflicts"_s, u"--json"_s}).jsonLines().isEmpty());
    }

    void anotherPersonOnTheSameComputerHasAFileOfTheirOwn_data() { kinds(); }
    void anotherPersonOnTheSameComputerHasAFileOfTheirOwn()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        const auto device = [&stage] {
            return stage.run(u"cart"_s, {u"status"_s, u"--json"_s})
                .json()
                .value(u"device"_s)
                .toString();
        };
        stage.join(u"cart"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        const QString mayas = device();
        QCOMPARE(stage.run(u"cart"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"cart"_s, {u"sign-out"_s}).code, 0);
        QCOMPARE(stage.run(u"cart"_s, {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1930"_s}).code,
                 0);

        stage.join(u"cart"_s, stage.inviteFor(u"Ruben Castellane"_s));
        QVERIFY(device() != mayas);
        QCOMPARE(stage.run(u"cart"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        QCOMPARE(stage.run(u"cart"_s, {u"outbox"_s}).code, 3); // nothing of Maya's is in it
        QCOMPARE(stage.run(u"cart"_s, {u"enter"_s, u"2025-11-20"_s, u"0800 1300-1330 1900"_s}).code,
                 0);
        stage.join(u"cart"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        QCOMPARE(device(), mayas);
        QCOMPARE(stage.run(u"cart"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        stage.join(u"cart"_s, stage.inviteFor(u"Ruben Castellane"_s));
        QCOMPARE(stage.run(u"cart"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);

        QCOMPARE(stage.ledger().size(), size_t(2));
        compareWithLedger(stage);
    }

    void aCodeIsGoodForOneDevice_data() { kinds(); }
    void aCodeIsGoodForOneDevice()
    {
        QFETCH(bool, onPostgres);
        Stage stage(kind(onPostgres));
        stage.makeProduction();
        stage.startServer();
        const QString code = stage.inviteFor(u"Maya Lindqvist"_s);
        stage.join(u"maya"_s, code);

        const auto again = stage.run(u"thief"_s,
                                     {u"join"_s, u"--server"_s, stage.serverUrl(), u"--code"_s,
                                      code, u"--device"_s, u"thief"_s});
        const auto wrong = stage.run(u"guess"_s,
                                     {u"join"_s, u"--server"_s, stage.serverUrl(), u"--code"_s,
                                      u"AAAA-BBBB-CCCC"_s, u"--device"_s, u"guess"_s});

        QVERIFY(again.code != 0);
        QVERIFY(wrong.code != 0);
        QVERIFY(!again.err.isEmpty() && !wrong.err.isEmpty());
    }

    void twoServersOverOneDatabase()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("needs PostgreSQL: scripts/with_postgres.sh");
        Stage stage(TestDatabase::Kind::Postgres);
        stage.makeProduction();
        stage.startServer();
        stage.join(u"maya"_s, stage.inviteFor(u"Maya Lindqvist"_s));
        stage.join(u"office"_s, stage.inviteCoordinator());
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"20"_s}).code, 0);
        const QString second = stage.startAnotherServer();

        const auto office =
            stage.start(u"office"_s, {u"--server"_s, second, u"run"_s, u"--stdin"_s});
        QVERIFY(office->waitForStarted());
        const auto maya =
            stage.run(u"maya"_s, {u"enter"_s, u"2025-11-20"_s, u"0700 1300-1330 1930"_s});
        QCOMPARE(maya.code, 0);
        QCOMPARE(stage.run(u"maya"_s, {u"sync"_s, u"--wait"_s, u"30"_s}).code, 0);
        office->closeWriteChannel();
        QVERIFY(office->waitForFinished(30'000));

        const auto week = stage.run(
            u"office"_s, {u"week"_s, u"2025-11-20"_s, u"--person"_s, u"Maya Lindqvist"_s});
        QVERIFY2(week.out.contains(u"0700 1300-1330 1930"_s), qPrintable(week.out));
    }
};

QTEST_GUILESS_MAIN(TestDayTravels)
#include "tst_day_travels.moc"
