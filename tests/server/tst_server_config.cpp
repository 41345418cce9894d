#include "server/config/server_config.h"
#include "server/identity/invite_code.h"
#include "server/lanes/device_budget.h"
#include "server/net/attempt_limiter.h"

#include <QTemporaryDir>
#include <QTest>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What the server is told, and the small values around it.
class TestServerConfig : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString fileWith(const QByteArray &lines) const
    {
        const QString path = m_folder.filePath(u"server.ini"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size())
            qFatal("no test file");
        return path;
    }

private slots:
    void aFlagGoesBeforeTheEnvironmentThatBeforeTheFile_data()
    {
        QTest::addColumn<bool>("hasFlag");
        QTest::addColumn<bool>("hasEnvironment");
        QTest::addColumn<bool>("hasFile");
        QTest::addColumn<quint16>("port");
        QTest::newRow("all") << true << true << true << quint16(1);
        QTest::newRow("environment, file") << false << true << true << quint16(2);
        QTest::newRow("file") << false << false << true << quint16(3);
        QTest::newRow("none") << false << false << false << quint16(7420);
    }
    void aFlagGoesBeforeTheEnvironmentThatBeforeTheFile()
    {
        QFETCH(bool, hasFlag);
        QFETCH(bool, hasEnvironment);
        QFETCH(bool, hasFile);
        QFETCH(quint16, port);
        QStringList arguments{u"--database"_s, u"sqlite:x"_s};
        QProcessEnvironment environment;
        if (hasFlag)
            arguments << u"--listen"_s << u"127.0.0.1:1"_s;
        if (hasEnvironment)
            environment.insert(u"FILMTRACKER_LISTEN"_s, u"127.0.0.1:2"_s);
        if (hasFile)
            arguments << u"--config"_s << fileWith("listen=127.0.0.1:3\n");

        const auto config = readServerConfig(arguments, environment);

        QVERIFY(config);
        QCOMPARE(config->listen.port, port);
    }

    void whatMakesNoSenseIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString database = u"--database=sqlite:x"_s;
        QTest::newRow("no database") << QStringList{};
        QTest::newRow("unknown option") << QStringList{database, u"--speed=9"_s};
        QTest::newRow("endpoint") << QStringList{database, u"--listen=here"_s};
        QTest::newRow("port") << QStringList{database, u"--listen=127.0.0.1:70000"_s};
        QTest::newRow("threads") << QStringList{database, u"--lane-threads=0"_s};
        QTest::newRow("log") << QStringList{database, u"--log=xml"_s};
        QTest::newRow("key without certificate") << QStringList{database, u"--tls-key=k"_s};
        QTest::newRow("no such file") << QStringList{database, u"--config=/no/such/file"_s};
        QTest::newRow("open without TLS") << QStringList{database, u"--listen=0.0.0.0:0"_s};
        QTest::newRow("a word") << QStringList{database, u"now"_s};
        QTest::newRow("no version") << QStringList{database, u"--oldest-app=new"_s};
        QTest::newRow("no address of Redis") << QStringList{database, u"--redis-url=here"_s};
        const QString issuer = u"--openid-issuer=https://login.example.org"_s;
        const QString client = u"--openid-client-id=filmtracker"_s;
        QTest::newRow("issuer without client") << QStringList{database, issuer};
        QTest::newRow("client without issuer") << QStringList{database, client};
        QTest::newRow("issuer without TLS")
            << QStringList{database, u"--openid-issuer=http://login.example.org"_s, client};
        QTest::newRow("no file of a secret")
            << QStringList{database, issuer, client, u"--openid-client-secret-file=/no/such"_s};
        QTest::newRow("another scope")
            << QStringList{database, issuer, client, u"--openid-scope=profile"_s};
        QTest::newRow("a claim that passes to others")
            << QStringList{database, issuer, client, u"--openid-subject-claim=email"_s};
        QTest::newRow("more than a version") << QStringList{database, u"--oldest-app=0.2-beta"_s};
    }
    void whatMakesNoSenseIsRefused()
    {
        QFETCH(QStringList, arguments);

        const auto config = readServerConfig(arguments, {});

        QVERIFY(!config);
        QCOMPARE(config.error().code, ErrorCode::InvalidInput);
        QVERIFY(!config.error().message.isEmpty());
    }

    void theOldestAppIsAVersion()
    {
        const auto config =
            readServerConfig({u"--database=sqlite:x"_s, u"--oldest-app=0.10"_s}, {});
        QVERIFY(config);
        QCOMPARE(config->oldestApp, QVersionNumber(0, 10));
        QVERIFY(readServerConfig({u"--database=sqlite:x"_s}, {})->oldestApp.isNull());
    }

    void anIssuerIsRead()
    {
        const QString secret = fileWith("s3cret\n");
        const auto config = readServerConfig(
            {u"--database=sqlite:x"_s, u"--openid-issuer=https://login.example.org/films"_s,
             u"--openid-client-id=filmtracker"_s, u"--openid-client-secret-file"_s, secret,
             u"--openid-scope=openid profile"_s, u"--openid-subject-claim=oid"_s},
            {});
        QVERIFY2(config, config ? "" : qPrintable(config.error().message));
        QCOMPARE(config->openId.issuerText(), u"https://login.example.org/films"_s);
        QCOMPARE(config->openId.clientSecret, QByteArray("s3cret"));
        QCOMPARE(config->openId.scope, u"openid profile"_s);
        QCOMPARE(config->openId.subjectClaim, u"oid"_s);
    }

    void anUnknownKeyInTheFileIsRefused()
    {
        const auto config =
            readServerConfig({u"--database=sqlite:x"_s, u"--config"_s, fileWith("listn=1\n")}, {});
        QVERIFY(!config);
        QVERIFY(config.error().message.contains(u"listn"_s));
    }

    void listeningBeyondThisComputerCanBeInsistedOn()
    {
        QVERIFY(readServerConfig(
            {u"--database=sqlite:x"_s, u"--listen=0.0.0.0:0"_s, u"--insecure-listen"_s}, {}));
    }

    void theDataFolderNamesTheFile()
    {
        const auto config = readServerConfig({u"--data"_s, u"/srv/films"_s}, {});
        QVERIFY(config);
        QCOMPARE(config->database, u"sqlite:/srv/films/filmtracker-server.sqlite"_s);
    }

    void anInviteCodeIsReadInAnyDress()
    {
        SeededRandom random(1);
        const QString code = makeInviteCode(random);
        QCOMPARE(code.size(), 14);
        for (const QChar letter : u"IO01"_s)
            QVERIFY(!code.contains(letter));
        QString plain = code.toLower();
        plain.replace(u'-', u' ');
        QCOMPARE(inviteCodeHash(plain), inviteCodeHash(code));
        QVERIFY(inviteCodeHash(makeInviteCode(random)) != inviteCodeHash(code));
    }

    void anAddressGetsItsBurstThenItsRate()
    {
        AttemptLimiter limiter({2, 3});
        const QHostAddress one(u"192.0.2.1"_s);
        const QHostAddress other(u"192.0.2.2"_s);
        const Instant now = instantFromMs(1'000'000);
        for (int i = 0; i < 3; ++i)
            QVERIFY(!limiter.attempt(one, now));

        QCOMPARE(limiter.attempt(one, now), std::optional(500ms));
        QVERIFY(!limiter.attempt(other, now));
        QVERIFY(!limiter.attempt(one, now + 500ms));
        QVERIFY(limiter.attempt(one, now + 500ms));
    }

    void thoseTurnedAwayAtOnceComeBackOneAfterTheOther()
    {
        AttemptLimiter limiter({200, 1});
        const QHostAddress one(u"192.0.2.1"_s);
        const Instant now = instantFromMs(1'000'000);
        QVERIFY(!limiter.attempt(one, now));

        for (int i = 1; i <= 1'000; ++i)
            QCOMPARE(limiter.attempt(one, now), std::optional(i * 5ms));
        // Who comes when told to is let in.
        for (int i = 1; i <= 1'000; ++i)
            QVERIFY(!limiter.attempt(one, now + i * 5ms));
    }

    void nobodyIsSentAwayForTooLong()
    {
        AttemptLimiter limiter({1, 1});
        const QHostAddress one(u"192.0.2.1"_s);
        const Instant now = instantFromMs(1'000'000);
        QVERIFY(!limiter.attempt(one, now));

        for (int i = 1; i <= 100; ++i)
            QCOMPARE(limiter.attempt(one, now),
                     std::optional<std::chrono::milliseconds>(std::min(i, 30) * 1s));
        QCOMPARE(limiter.attempt(one, now + 60s), std::nullopt);
    }

    void aDeviceGetsItsBudgetThenItsRate()
    {
        DeviceBudget budget({10, 100});
        const auto one = idFromHash<DeviceId>(sha256(QByteArrayView("one")));
        const auto other = idFromHash<DeviceId>(sha256(QByteArrayView("other")));
        const Instant now = instantFromMs(1'000'000);
        QVERIFY(!budget.take(one, 60, now));
        QVERIFY(!budget.take(one, 40, now));

        QCOMPARE(budget.take(one, 5, now), std::optional(500ms));
        QVERIFY(!budget.take(other, 100, now));
        QVERIFY(!budget.take(one, 5, now + 500ms));
        QVERIFY(budget.take(one, 1, now + 500ms));
        budget.giveBack(one, 5);
        QVERIFY(!budget.take(one, 5, now + 500ms));
        // A clock that was set back gives nothing, and takes nothing.
        QVERIFY(budget.take(one, 1, now - 1h));
        // However large, it gets through some time; others wait for it.
        QCOMPARE(budget.take(one, 300, now - 1h + 1s), std::optional(9'000ms));
        QVERIFY(!budget.take(one, 300, now - 1h + 10s));
        QCOMPARE(budget.take(one, 1, now - 1h + 10s), std::optional(20'100ms));
    }

    void theTableOfBudgetsIsBounded()
    {
        DeviceBudget budget({1, 1}, 2);
        const Instant now = instantFromMs(1'000'000);
        const auto device = [](const char *name) {
            return idFromHash<DeviceId>(sha256(QByteArrayView(name)));
        };
        QVERIFY(!budget.take(device("a"), 1, now));
        QVERIFY(!budget.take(device("b"), 1, now));
        // Uncounted rather than kept out.
        QVERIFY(!budget.take(device("c"), 1, now));
        QVERIFY(!budget.take(device("c"), 1, now));
        QVERIFY(!budget.take(device("c"), 1, now + 1s));
        QVERIFY(budget.take(device("c"), 1, now + 1s));
    }

    // Whoever has one address of version 6 has 2^64 of them.
    void addressesOfOneNetworkAreOne()
    {
        AttemptLimiter limiter({1, 1}, 2);
        const Instant now = instantFromMs(1'000'000);
        QVERIFY(!limiter.attempt(QHostAddress(u"2001:db8:1:2::1"_s), now));
        QVERIFY(limiter.attempt(QHostAddress(u"2001:db8:1:2:ffff::7"_s), now));
        QVERIFY(!limiter.attempt(QHostAddress(u"2001:db8:1:3::1"_s), now));
    }

    void theTableOfAddressesIsBounded()
    {
        AttemptLimiter limiter({1, 1}, 2);
        const Instant now = instantFromMs(1'000'000);
        QVERIFY(!limiter.attempt(QHostAddress(1U), now));
        QVERIFY(!limiter.attempt(QHostAddress(2U), now));
        QVERIFY(limiter.attempt(QHostAddress(3U), now));
        QVERIFY(!limiter.attempt(QHostAddress(3U), now + 1s));
    }
};

QTEST_GUILESS_MAIN(TestServerConfig)
#include "tst_server_config.moc"
