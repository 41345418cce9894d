#include "server/net/redis_state.h"
#include "tests/support/api_fixture.h"
#include "tests/support/redis_process.h"
#include "tests/support/server_daemon.h"
#include "tests/support/server_fixture.h"

#include <csignal>
#include <thread>

using namespace film;
using namespace film::server;
using namespace film::test;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum class Backend { Postgres, Redis };

void backends()
{
    QTest::addColumn<Backend>("backend");
    QTest::newRow("postgresql") << Backend::Postgres;
    QTest::newRow("redis") << Backend::Redis;
}

RedisPool::Settings settingsOf(const RedisProcess &redis)
{
    auto settings = RedisPool::read(redis.url());
    if (!settings)
        qFatal("%s", qPrintable(settings.error().message));
    settings->answerMax = 5s; // a busy machine is no Redis that is away
    settings->pause = 0ms;
    return *settings;
}

// A database, and what several servers over it share, each through an object of its own.
struct Place {
    explicit Place(Backend which)
        : backend(which)
        , database(TestDatabase::hasPostgres() ? TestDatabase::Kind::Postgres
                                               : TestDatabase::Kind::Sqlite)
    {
        if (backend == Backend::Redis)
            redis = std::make_unique<RedisProcess>(u"s3cr-et"_s);
    }
    [[nodiscard]] static bool isThere(Backend which)
    {
        return which == Backend::Redis ? RedisProcess::isThere() : TestDatabase::hasPostgres();
    }
    [[nodiscard]] std::unique_ptr<SharedState> state() const
    {
        if (backend == Backend::Redis)
            return std::make_unique<RedisState>(settingsOf(*redis), nullptr);
        return std::make_unique<DatabaseState>();
    }
    [[nodiscard]] std::unique_ptr<store::ServerStorageSql> open() const
    {
        auto opened = store::ServerStorageSql::open(database.address());
        if (!opened)
            qFatal("no database");
        return *std::move(opened);
    }

    const Backend backend;
    const TestDatabase database;
    std::unique_ptr<RedisProcess> redis;
};

#define NEEDS(backend)                                                                             \
    if (!Place::isThere(backend))                                                                  \
    QSKIP("it is not there")

Hash32 somebody(int number)
{
    return sha256(QByteArray::number(number));
}

} // namespace

// What servers over one database share: the same whether Redis has it or the database.
class TestSharedState : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { std::signal(SIGPIPE, SIG_IGN); } // as the server does

    void aLimitIsOfAllTogether_data() { backends(); }
    void aLimitIsOfAllTogether()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        const Place place(backend);
        const auto storage = place.open();
        const auto one = place.state();
        const auto other = place.state();
        const auto take = [&](const auto &state, int whom, qint64 minute, int want) {
            return state->take(storage->database(), {somebody(whom), minute, 10}, want)
                .value_or(-1);
        };
        QCOMPARE(take(one, 1, 100, 4), 4);
        QCOMPARE(take(other, 1, 100, 4), 4);
        QCOMPARE(take(one, 1, 100, 4), 2);
        QCOMPARE(take(other, 1, 100, 1), 0);
        QCOMPARE(take(one, 2, 100, 1), 1); // of somebody else
        QCOMPARE(take(one, 1, 101, 11), 10);
    }

    void manyAtOnceGetNoMore_data() { backends(); }
    void manyAtOnceGetNoMore()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        const Place place(backend);
        const auto shared = place.state();
        (void)place.open(); // makes the schema
        std::atomic<int> got = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                const auto storage = place.open();
                for (int n = 0; n < 50; ++n)
                    got += shared->take(storage->database(), {somebody(1), 100, 100}, 1)
                               .value_or(1000);
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(got.load(), 100);
    }

    void theLimitOfRequestsHoldsAcrossServers_data() { backends(); }
    void theLimitOfRequestsHoldsAcrossServers()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        const Place place(backend);
        const auto one = place.state();
        const auto other = place.state();
        Api api(place.database, 100);
        int served = 0;
        for (int i = 0; i < 200; ++i) {
            if (i % 50 == 0)
                api.setShared(i % 100 == 0 ? one.get() : other.get());
            served += api.get(u"/.well-known/jwks.json"_s).status() == 200 ? 1 : 0;
        }
        // Each server that was in between kept at most one lease of ten to itself.
        QVERIFY2(served <= 100 && served > 60, qPrintable(QString::number(served)));
    }

    // What was looked up a moment ago never outlives what an administrator or its owner did.
    void aSessionThatEndsEndsAtEveryServer_data()
    {
        QTest::addColumn<Backend>("backend");
        QTest::addColumn<QString>("act");
        for (const QString &act : {u"lock"_s, u"reset"_s, u"sign out"_s, u"end"_s, u"password"_s}) {
            QTest::newRow(qPrintable(u"postgresql, "_s + act)) << Backend::Postgres << act;
            QTest::newRow(qPrintable(u"redis, "_s + act)) << Backend::Redis << act;
        }
    }
    void aSessionThatEndsEndsAtEveryServer()
    {
        QFETCH(Backend, backend);
        QFETCH(QString, act);
        NEEDS(backend);
        const Place place(backend);
        const auto here = place.state();
        const auto there = place.state();
        Api api(place.database);
        api.setShared(here.get());
        const QString admin = api.administrator();
        const QString token = api.account(u"maya@example.org"_s);
        const QString second = api.signIn(u"maya@example.org"_s).at(u"access_token"_s);
        const QString account = api.accountId(u"maya@example.org"_s).toString();
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200); // from what was kept

        api.setShared(there.get());
        const QString path = u"/api/v1/accounts/%1"_s.arg(account);
        const Reply done = act == u"lock" ? api.ask("PUT", path + u"/lock"_s, {}, admin)
            : act == u"reset"             ? api.ask("POST", path + u"/password-code"_s, {}, admin)
            : act == u"sign out"          ? api.ask("DELETE", u"/api/v1/session"_s, {}, token)
            : act == u"end"               ? api.ask("DELETE", path + u"/sessions"_s, {}, admin)
                                          : api.ask("PUT", u"/api/v1/me/password"_s,
                                                    {{u"password"_s, password},
                                                     {u"new_password"_s, u"seven grips carry cranes"_s}},
                                                    second);
        QVERIFY2(done.status() < 300, done.web.body.constData());

        api.setShared(here.get());
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 401);
    }

    // Rights that somebody loses are lost at once.
    void whatIsKeptIsOfItsSessionAlone()
    {
        NEEDS(Backend::Redis);
        const Place place(Backend::Redis);
        ServerMetrics metrics;
        RedisState state(settingsOf(*place.redis), &metrics);
        const auto account = idFromHash<AccountId>(somebody(1));
        const auto session = idFromHash<AccountSessionId>(somebody(2));
        auto kept = state.session(session, account);
        QVERIFY(!kept.accountState.isEmpty());
        QVERIFY(kept.value.isEmpty());
        kept.value = "sealed\0bytes"_ba;
        state.keepSession(session, kept);
        QCOMPARE(state.session(session, account).value, kept.value);
        // Looked up before the account changed, kept after it: worth nothing.
        state.forgetSessions(account);
        QVERIFY(state.session(session, account).value.isEmpty());
        state.keepSession(session, kept);
        QVERIFY(state.session(session, account).value.isEmpty());

        const std::string text = metrics.text();
        for (const char *line : {"filmtracker_session_reads_total{result=\"hit\"} 1\n",
                                 "filmtracker_session_reads_total{result=\"miss\"} 3\n",
                                 "filmtracker_redis_round_seconds_count 7\n"})
            QVERIFY2(text.find(line) != std::string::npos, line);
    }

    // Whoever can write to Redis makes nobody an administrator, and no session live again.
    void whatOthersWriteIsNotBelieved()
    {
        NEEDS(Backend::Redis);
        const Place place(Backend::Redis);
        const auto state = place.state();
        Api api(place.database);
        api.setShared(state.get());
        api.administrator();
        const QString token = api.account(u"maya@example.org"_s);
        const QString other = api.account(u"nils@example.org"_s);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);
        QCOMPARE(api.get(u"/api/v1/me"_s, other).status(), 200);
        RedisPool redis(settingsOf(*place.redis));
        const auto key = [&](const QString &login) {
            store::AccountRepository accounts(api.storage().database());
            const auto sessions = accounts.openSessions(api.accountId(login), api.clock().now());
            if (!sessions || sessions->empty())
                qFatal("nobody has signed in");
            return QByteArray("filmtracker:session:" + sessions->front().id.toByteArray().toHex());
        };
        const QByteArray hers = key(u"maya@example.org"_s);
        const auto his = redis.run({{"GET", key(u"nils@example.org"_s)}});
        QVERIFY(his);
        QVERIFY(his->front().bytes);
        QVERIFY(redis.run({{"SET", hers, *his->front().bytes}}));
        QCOMPARE(api.get(u"/api/v1/me"_s, token).at(u"account"_s),
                 api.accountId(u"maya@example.org"_s).toString());
        QVERIFY(redis.run({{"SET", hers, "0:0 1 1763000000000"}}));
        QVERIFY(!api.get(u"/api/v1/me"_s, token).json().value(u"administrator"_s).toBool());
    }

    void theServerGoesOnWithoutRedis()
    {
        NEEDS(Backend::Redis);
        Place place(Backend::Redis);
        const auto state = place.state();
        Api api(place.database, 5);
        api.setShared(state.get());
        QCOMPARE(api.get(u"/.well-known/jwks.json"_s).status(), 200);
        QCOMPARE(state->problem(), QString());

        place.redis->stop();
        state->look();
        QVERIFY(!state->problem().isEmpty());
        api.clock().time += 1min;
        int served = 0;
        for (int i = 0; i < 8; ++i)
            served += api.get(u"/.well-known/jwks.json"_s).status() == 200 ? 1 : 0;
        QCOMPARE(served, 5);
        QCOMPARE(state->session({}, {}).accountState, QByteArray());

        place.redis->start();
        state->look();
        QCOMPARE(state->problem(), QString());
        QVERIFY(!state->session({}, {}).accountState.isEmpty());
    }

    // It is asked once in a while, not by everybody who waits.
    void oneThatDoesNotAnswerIsLeftAlone()
    {
        QTcpServer silent; // accepts, and says nothing
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        auto settings = RedisPool::read(u"redis://127.0.0.1:%1"_s.arg(silent.serverPort()));
        QVERIFY(settings);
        settings->answerMax = 20ms;
        settings->pause = 1h;
        RedisPool pool(*settings);
        QVERIFY(!pool.run({{"PING"}}));
        QVERIFY(!pool.isUp());
        int connections = 0;
        connect(&silent, &QTcpServer::newConnection, this, [&] {
            while (silent.nextPendingConnection())
                ++connections;
        });
        for (int i = 0; i < 100; ++i)
            QVERIFY(!pool.run({{"PING"}}));
        QTRY_COMPARE(connections, 1);
    }

    void anAddressOfRedisIsRead_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("read");
        QTest::newRow("host") << u"redis://cache.example"_s << u"cache.example 6379 - - 0"_s;
        QTest::newRow("all") << u"redis://film:p%40ss@127.0.0.1:7000/2"_s
                             << u"127.0.0.1 7000 film p@ss 2"_s;
        QTest::newRow("password") << u"redis://:p@h"_s << u"h 6379 - p 0"_s;
        QTest::newRow("another scheme") << u"http://cache.example"_s << QString();
        QTest::newRow("with TLS") << u"rediss://cache.example"_s << QString();
        QTest::newRow("no host") << u"redis://"_s << QString();
        QTest::newRow("no number") << u"redis://h/films"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void anAddressOfRedisIsRead()
    {
        QFETCH(QString, url);
        QFETCH(QString, read);
        const auto settings = RedisPool::read(url);
        QCOMPARE(settings.has_value(), !read.isEmpty());
        if (!settings) {
            // Nothing of what was given is repeated: it may hold a password.
            QVERIFY(url.size() <= 8 || !settings.error().message.contains(url));
            return;
        }
        const auto shown = [](const QString &text) { return text.isEmpty() ? u"-"_s : text; };
        QCOMPARE(u"%1 %2 %3 %4 %5"_s.arg(settings->host)
                     .arg(settings->port)
                     .arg(shown(settings->user), shown(settings->password))
                     .arg(settings->database),
                 read);
    }

    // ---- devices ----

    void greetingsAreCountedAtAllServersTogether_data() { backends(); }
    void greetingsAreCountedAtAllServersTogether()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL");
        const Place place(backend);
        const auto one = place.state();
        const auto other = place.state();
        const QTemporaryDir data; // the same key for both
        const auto attempts = [&](SharedState &state) {
            SystemRandom random;
            return std::make_unique<SharedAttempts>(state,
                                                    *SecretBox::inFolder(data.path(), random),
                                                    SharedAttempts::Limits{40, 10, 20});
        };
        const auto storage = place.open();
        const auto first = attempts(*one);
        const auto second = attempts(*other);
        const Instant now = instantFromMs(1'763'000'010'000); // 20 s after a full minute
        int hellos = 0;
        int joins = 0;
        int ofDevice = 0;
        std::chrono::milliseconds before{0};
        for (int i = 0; i < 60; ++i) {
            SharedAttempts &asked = i % 2 == 0 ? *first : *second;
            const QHostAddress address(u"2001:db8::%1"_s.arg(i + 1)); // all of one network
            const auto wait =
                asked.ofAddress(SharedAttempts::What::Hello, address, storage->database(), now);
            hellos += wait ? 0 : 1;
            joins += asked.ofAddress(SharedAttempts::What::Join, address, storage->database(), now)
                ? 0
                : 1;
            ofDevice +=
                asked.helloOfDevice(idFromHash<DeviceId>(somebody(1)), storage->database(), now)
                ? 0
                : 1;
            if (wait && i % 2 == 0) {
                QVERIFY(*wait > before); // not all at once when the minute is over
                QVERIFY(*wait <= 90s);
                before = *wait;
            }
        }
        QCOMPARE(hellos, 40 + 2 * 4); // what each gives by itself
        QCOMPARE(joins, 10);
        QCOMPARE(ofDevice, 20 + 2 * 2);
        QVERIFY(!first->ofAddress(SharedAttempts::What::Hello, QHostAddress(u"192.0.2.8"_s),
                                  storage->database(), now));
        QVERIFY(!second->ofAddress(SharedAttempts::What::Hello, QHostAddress(u"2001:db8::1"_s),
                                   storage->database(), now + 1min));
    }

    void changesAreCountedAtAllServersTogether_data() { backends(); }
    void changesAreCountedAtAllServersTogether()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL");
        const Place place(backend);
        const auto one = place.state();
        const auto other = place.state();
        const QTemporaryDir data; // the same key for both
        const auto attempts = [&](SharedState &state) {
            SystemRandom random;
            return std::make_unique<SharedAttempts>(state,
                                                    *SecretBox::inFolder(data.path(), random),
                                                    SharedAttempts::Limits{40, 10, 20, 1'000});
        };
        const auto storage = place.open();
        const auto first = attempts(*one);
        const auto second = attempts(*other);
        const Instant now = instantFromMs(1'763'000'010'000); // 20 s after a full minute
        const auto device = idFromHash<DeviceId>(somebody(1));
        int changes = 0;
        for (int i = 0; i < 60; ++i) {
            SharedAttempts &asked = i % 2 == 0 ? *first : *second;
            changes += asked.changesOfDevice(device, 50, storage->database(), now) ? 0 : 50;
        }
        QCOMPARE(changes, 1'000 + 2 * 100); // what each gives by itself
        QVERIFY(!first->changesOfDevice(idFromHash<DeviceId>(somebody(2)), 50, storage->database(),
                                        now));
        QVERIFY(!second->changesOfDevice(device, 50, storage->database(), now + 1min));
        // What was not written after all is there again where it was taken.
        first->giveBackChanges(device, 50, now);
        QVERIFY(first->changesOfDevice(device, 100, storage->database(), now));
        QVERIFY(!first->changesOfDevice(device, 50, storage->database(), now));
        QVERIFY(first->changesOfDevice(device, 50, storage->database(), now));
        // More at once than a minute has is all of it, and no gift.
        QVERIFY(!second->changesOfDevice(device, 5'000, storage->database(), now + 2min));
        QVERIFY(second->changesOfDevice(device, 5'000, storage->database(), now + 2min));
        QVERIFY(first->changesOfDevice(device, 5'000, storage->database(), now + 2min));
    }

    // Two whole servers: who is turned away at one is not let in by the other.
    void codesAreTriedAtAllServersTogether_data() { backends(); }
    void codesAreTriedAtAllServersTogether()
    {
        QFETCH(Backend, backend);
        NEEDS(backend);
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL");
        const Place place(backend);
        const auto one = place.state();
        const auto other = place.state();
        ServerFixture fixture(place.database.address());
        const QTemporaryDir data;
        fixture.config.dataFolder = data.path();
        fixture.config.joinPerMinute = 10;
        const auto start = [&](SharedState &state) {
            auto server =
                std::make_unique<SyncServer>(fixture.config, fixture.metrics, nullptr, &state);
            if (!server->start())
                qFatal("no server");
            return server;
        };
        const auto first = start(*one);
        const auto second = start(*other);
        // Each alone would let ten try. All within one minute, which is what is counted.
        QVERIFY(QTest::qWaitFor([] { return msSinceEpoch(SystemClock().now()) / 1000 % 60 < 35; },
                                30'000));
        int tried = 0;
        int busy = 0;
        for (int i = 0; i < 18; ++i) {
            RawDevice device;
            const SyncServer &asked = i % 2 == 0 ? *first : *second;
            QVERIFY(device.open(QUrl(u"ws://%1/sync/v1"_s.arg(asked.endpoint().toString()))));
            device.say(device.joinWith(u"NL7K-42QM-9RTX"_s));
            const auto *no = device.hear<protocol::JoinNo>();
            QVERIFY(no);
            (no->code == protocol::JoinNo::Code::Busy ? busy : tried) += 1;
        }
        QCOMPARE(tried, 10);
        QCOMPARE(busy, 8);
    }

    void healthSaysThatRedisIsAway()
    {
        NEEDS(Backend::Redis);
        RedisProcess redis;
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ServerDaemon server(place.address());
        QVERIFY(server.start({u"--redis-url"_s, redis.url()}));
        const auto health = [&server] { return ServerDaemon::jsonOf(server.get("/health/ready")); };
        QTRY_VERIFY_WITH_TIMEOUT(health().value(u"redis"_s).toBool(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(server.metrics().contains("filmtracker_redis_up 1"), 20'000);
        redis.stop();
        QTRY_VERIFY_WITH_TIMEOUT(!health().value(u"redis"_s).toBool(), 20'000);
        QVERIFY(health().value(u"ready"_s).toBool()); // it goes on
        QVERIFY(health().value(u"problems"_s).toObject().contains(u"redis"_s));
        QTRY_VERIFY_WITH_TIMEOUT(server.metrics().contains("filmtracker_redis_up 0"), 20'000);
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestSharedState)
#include "tst_shared_state.moc"
