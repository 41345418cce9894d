#include "tests/support/server_fixture.h"

#include "shared/store/log_check.h"
#include "shared/store/statement.h"
#include "shared/store/statement_watch.h"
#include "tests/support/server_daemon.h"
#include "tests/support/test_database.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTcpSocket>

#include <csignal>

using namespace film;
using namespace film::test;
using namespace Qt::StringLiterals;

namespace {

class StatementCount : public store::StatementWatch
{
public:
    void ran(const QString &, Moment, const Result<> &) override { ++count; }
    int count = 0;
};

} // namespace

// The daemon as a process: its word when it is ready, its pages, its signals, its commands.
class TestServerProcess : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDatabase> m_place; // where it is PostgreSQL
    std::unique_ptr<ServerFixture> m_fixture;     // for its database; its server is not started
    std::unique_ptr<ServerDaemon> m_daemon;
    QByteArray m_log; // what was read of it

    [[nodiscard]] QUrl url() const { return m_daemon->url(); }
    [[nodiscard]] QProcess &process() { return m_daemon->process(); }

    // The whole answer, head and body.
    [[nodiscard]] QByteArray get(const QByteArray &path, const QByteArray &token = {}) const
    {
        return m_daemon->get(
            path,
            token.isEmpty() ? QByteArray() : QByteArray("Authorization: Bearer " + token + "\r\n"));
    }
    [[nodiscard]] QByteArray post(const QByteArray &path, const QJsonObject &body,
                                  const QByteArray &headers = {}) const
    {
        return m_daemon->post(path, body, headers);
    }

    int admin(const QStringList &arguments, QByteArray *output = nullptr)
    {
        QProcess command;
        command.start(u"" FILM_BINARY_DIR "/bin/filmtracker-server"_s,
                      QStringList{u"admin"_s} + arguments
                          + QStringList{u"--database"_s, m_fixture->database});
        if (!command.waitForFinished(20000))
            return -1;
        if (output)
            *output = command.readAllStandardOutput();
        return command.exitCode();
    }

    void fillLog()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));
        QVERIFY(device.hello(url()));
        std::vector<sync::SealedEnvelope> sealed;
        for (const QString &name : {u"Second"_s, u"Third"_s, u"Splinter"_s})
            sealed.push_back(device.unitEnvelope(name));
        device.say(protocol::Push{1, {device.segmentOf(sealed)}});
        QVERIFY(device.hear<protocol::Ack>());
    }

    // In one row of the production, behind the server's back.
    void flipOneByte(const QString &table, const QString &column, const QString &place)
    {
        store::Database &database = m_fixture->storage->database();
        const QString where = u" WHERE production_id = :production AND "_s + place;
        QByteArray bytes;
        {
            const QString sql = u"SELECT "_s + column + u" FROM "_s + table + where;
            store::Statement select(database, u"test.read"_s, sql);
            select.bind(u":production", m_fixture->production.toByteArray());
            QVERIFY(select.run() && select.next());
            bytes = select.bytes(0);
        }
        const QByteArray before = bytes;
        QVERIFY(!bytes.isEmpty());
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        const QString sql = u"UPDATE "_s + table + u" SET "_s + column + u" = :after"_s + where
            + u" AND "_s + column + u" = :before"_s;
        store::Statement update(database, u"test.write"_s, sql);
        update.bind(u":after", bytes)
            .bind(u":production", m_fixture->production.toByteArray())
            .bind(u":before", before);
        QVERIFY(update.run().has_value());
        QVERIFY(update.affectedRows() >= 1);
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("sqlite") << QString();
        if (const QString postgres = qEnvironmentVariable("FILM_TEST_POSTGRES");
            !postgres.isEmpty())
            QTest::newRow("postgresql") << postgres;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, database);
        // Of its own: what is broken here on purpose would break whoever runs beside it.
        m_place.reset();
        if (!database.isEmpty())
            m_place = std::make_unique<tests::TestDatabase>(tests::TestDatabase::Kind::Postgres);
        m_fixture = std::make_unique<ServerFixture>(m_place ? m_place->address() : QString());
        m_log.clear();
        m_daemon = std::make_unique<ServerDaemon>(m_fixture->database);
        QVERIFY(m_daemon->start());
    }

    void cleanup()
    {
        m_daemon.reset();
        m_fixture.reset();
    }

    void healthAndMetricsAreServed()
    {
        QVERIFY(get("/health/live").startsWith("HTTP/1.1 200"));
        QTRY_VERIFY(get("/health/ready").startsWith("HTTP/1.1 200"));
        QVERIFY(get("/nothing").startsWith("HTTP/1.1 404"));
        const QByteArray metrics = get("/metrics");
        QVERIFY(metrics.startsWith("HTTP/1.1 200"));
        QVERIFY(metrics.contains("# TYPE filmtracker_connections gauge"));
        QVERIFY(metrics.contains("filmtracker_lane_commit_seconds_bucket"));
        QVERIFY(metrics.contains("process_open_fds"));
    }

    void metricsCountWhatDevicesDo()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));
        QVERIFY(device.hello(url()));
        device.say(protocol::Push{1, {device.segmentOf({device.unitEnvelope(u"Second"_s)})}});
        QVERIFY(device.hear<protocol::Ack>());

        const QByteArray metrics = get("/metrics");

        QVERIFY(metrics.contains("filmtracker_connections 1"));
        QVERIFY(metrics.contains("filmtracker_sessions{phase=\"live\"} 1"));
        QVERIFY(metrics.contains("filmtracker_mutations_total{outcome=\"applied\"} 1"));
        QVERIFY(metrics.contains("filmtracker_lane_waiting_mutations 0"));
    }

    void aSignalWhilePushingLosesNothingThatWasAcknowledged()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));
        QVERIFY(device.hello(url()));
        for (quint64 batch = 1; batch <= 6; ++batch) {
            std::vector<sync::SealedEnvelope> sealed;
            for (int i = 0; i < 50; ++i)
                sealed.push_back(device.unitEnvelope(u"Unit %1 %2"_s.arg(batch).arg(i)));
            device.say(protocol::Push{batch, {device.segmentOf(sealed)}});
        }
        QVERIFY(device.hear<protocol::Ack>());

        QCOMPARE(::kill(static_cast<pid_t>(process().processId()), SIGTERM), 0);

        QVERIFY(device.hear<protocol::GoAway>());
        QVERIFY(process().waitForFinished(10000));
        QCOMPARE(process().exitStatus(), QProcess::NormalExit);
        QCOMPARE(process().exitCode(), 0);
        QVERIFY(device.waitForClose());
        quint64 acknowledged = 0;
        for (const protocol::Message &message : device.heard) {
            if (const auto *ack = std::get_if<protocol::Ack>(&message))
                acknowledged = std::max(acknowledged, ack->results.back().sequence);
        }
        QVERIFY(acknowledged > 0);
        QVERIFY(m_fixture->storage->head(m_fixture->production)->sequence >= acknowledged);
    }

    void aSignalSendsDevicesElsewhereAndTheServerStays()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));
        QVERIFY(device.hello(url()));
        sigval one{};
        one.sival_int = 1;

        QCOMPARE(::sigqueue(static_cast<pid_t>(process().processId()), SIGUSR1, one), 0);

        QVERIFY(device.hear<protocol::GoAway>());
        QVERIFY(device.waitForClose());
        QTRY_VERIFY_WITH_TIMEOUT(get("/health/ready").startsWith("HTTP/1.1 200"), 10'000);
        QVERIFY(device.hello(url()));
    }

    void noSecretIsLogged()
    {
        RawDevice device;
        const QString code = m_fixture->invite();
        QVERIFY(device.join(url(), code));
        QVERIFY(device.hello(url()));
        process().terminate();
        QVERIFY(process().waitForFinished(10000));

        const QByteArray log = process().readAllStandardError();

        QVERIFY(!log.isEmpty());
        QVERIFY(!log.contains(code.toUtf8()));
        QVERIFY(!log.contains(device.joined.token.toHex()));
        QVERIFY(!log.contains("Laptop"));
    }

    // A line about a statement that failed names the request, and the session, that asked for it.
    void whatFailsNamesWhoAskedForIt()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));
        QVERIFY(device.hello(url()));
        const QByteArray request = "4bf92f35-77b3-4da6-a3ce-929d0e0e4736";
        const auto lines = [this](const QString &category) {
            m_log += process().readAllStandardError();
            std::vector<QJsonObject> found;
            for (const QByteArray &line : m_log.split('\n')) {
                const QJsonObject json = QJsonDocument::fromJson(line).object();
                if (json.value(u"category"_s) == category)
                    found.push_back(json);
            }
            return found;
        };
        store::Database &database = m_fixture->storage->database();
        QVERIFY(database.execute(u"ALTER TABLE account RENAME TO away"_s));
        QVERIFY(database.execute(u"ALTER TABLE change_log RENAME TO away_too"_s));

        const QByteArray answer = post(
            "/api/v1/session",
            {{u"login"_s, u"maya@example.org"_s}, {u"password"_s, u"nine grips carry crane"_s}},
            "X-Request-Id: " + request + "\r\n");
        device.say(protocol::Push{1, {device.segmentOf({device.unitEnvelope(u"Second"_s)})}});

        QVERIFY2(answer.startsWith("HTTP/1.1 5"), answer.constData());
        QVERIFY(answer.contains(QByteArray("X-Request-Id: " + request)));
        QTRY_VERIFY(
            std::ranges::any_of(lines(u"filmtracker.server"_s), [&](const QJsonObject &line) {
                return line.value(u"correlation"_s) == QString::fromLatin1(request)
                    && line.value(u"message"_s).toString().contains(u"account."_s);
            }));
        QString session;
        QTRY_VERIFY(
            std::ranges::any_of(lines(u"filmtracker.lanes"_s), [&](const QJsonObject &line) {
                session = line.value(u"correlation"_s).toString();
                return !session.isEmpty();
            }));
        QVERIFY(!QUuid::fromString(session).isNull());
        QVERIFY(database.execute(u"ALTER TABLE away RENAME TO account"_s));
        QVERIFY(database.execute(u"ALTER TABLE away_too RENAME TO change_log"_s));
    }

    // From the first command to a token, and nothing of it in the log.
    void theFirstAccountSignsInOverHttp()
    {
        QByteArray made;
        QCOMPARE(admin({u"create-account"_s, u"--login"_s, u"maya@example.org"_s, u"--name"_s,
                        u"Maya Lindqvist"_s, u"--data"_s, m_daemon->dataFolder(), u"--json"_s},
                       &made),
                 0);
        const QString login = u"maya@example.org"_s;
        const QString password = u"nine grips carry crane"_s;
        const QString code =
            QJsonDocument::fromJson(made).object().value(u"password_code"_s).toString();
        const QByteArray set =
            post("/api/v1/password-code",
                 {{u"login"_s, login}, {u"code"_s, code}, {u"new_password"_s, password}});
        QVERIFY2(set.startsWith("HTTP/1.1 204"), set.constData());

        const QByteArray in =
            post("/api/v1/session", {{u"login"_s, login}, {u"password"_s, password}});
        QVERIFY2(in.startsWith("HTTP/1.1 200"), in.constData());
        QVERIFY(in.contains("Cache-Control: no-store"));
        const QJsonObject tokens =
            QJsonDocument::fromJson(in.mid(in.indexOf("\r\n\r\n") + 4)).object();
        const QByteArray token = tokens.value(u"access_token"_s).toString().toLatin1();
        const QByteArray me = get("/api/v1/me", token);
        QVERIFY2(me.startsWith("HTTP/1.1 200"), me.constData());
        QVERIFY(get("/api/v1/me").startsWith("HTTP/1.1 401"));
        process().terminate();
        QVERIFY(process().waitForFinished(10000));

        const QByteArray log = process().readAllStandardError();
        QVERIFY(log.contains("signed-in"));
        for (const QString &secret : {login, password, code, QString::fromLatin1(token),
                                      tokens.value(u"refresh_token"_s).toString(), u"Maya"_s})
            QVERIFY2(!log.contains(secret.toUtf8()), qPrintable(secret));
    }

    void adminCommandsWorkBesideTheRunningServer()
    {
        const QString id = m_fixture->production.toString();
        QByteArray code;
        QCOMPARE(admin({u"invite"_s, u"--production"_s, id, u"--role"_s, u"coordinator"_s}, &code),
                 0);
        RawDevice device;
        QVERIFY(device.join(url(), QString::fromUtf8(code).trimmed()));
        QVERIFY(device.hello(url()));

        QCOMPARE(admin({u"import-crew"_s, u"--production"_s, id,
                        u"" FILM_SOURCE_DIR "/resources/sample/crew_list.csv"_s}),
                 0);

        QVERIFY(device.hear<protocol::Delta>());
        QByteArray devices;
        QCOMPARE(admin({u"devices"_s, u"--production"_s, id}, &devices), 0);
        QVERIFY(devices.contains(device.author.device.toString().toUtf8()));
    }

    void theLogIsWhatWasWritten()
    {
        fillLog();

        QByteArray said;
        QCOMPARE(
            admin({u"verify-log"_s, u"--production"_s, m_fixture->production.toString()}, &said),
            0);

        const quint64 head = m_fixture->storage->head(m_fixture->production)->sequence;
        const QByteArray changes = QByteArray::number(head) + " changes, ";
        QVERIFY2(said.startsWith(changes), said.constData());
        QVERIFY2(said.endsWith("0 problems\n"), said.constData());
    }

    void aChangedByteIsFound_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("place");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const QString &table, const QString &column,
                            const QString &place, const QByteArray &said) {
            QTest::newRow(name) << table << column << place << said;
        };
        const QString second = u"seq = 2"_s;
        row("envelope", u"change_log"_s, u"envelope"_s, second, "row 2: the chain");
        row("its hash", u"change_log"_s, u"env_hash"_s, second, "row 2: the envelope");
        row("salt", u"change_log"_s, u"salt"_s, second, "row 2: the chain");
        row("author", u"change_log"_s, u"author"_s, second, "row 2: the chain");
        row("chain", u"change_log"_s, u"chain"_s, second, "row 2: the chain");
        row("head", u"production"_s, u"chain"_s, u"head_seq > 0"_s, "the head's chain");
        row("record", u"entity"_s, u"groups"_s, u"last_seq = 2"_s, "the records are not those");
        row("digest", u"cell_digest"_s, u"sum"_s, u"count > 0"_s, "the records are not those");
    }
    void aChangedByteIsFound()
    {
        QFETCH(QString, table);
        QFETCH(QString, column);
        QFETCH(QString, place);
        QFETCH(QByteArray, said);
        fillLog();
        flipOneByte(table, column, place);

        QByteArray heard;
        const int code =
            admin({u"verify-log"_s, u"--production"_s, m_fixture->production.toString()}, &heard);

        QCOMPARE(code, 1);
        QVERIFY2(heard.contains(said), heard.constData());
    }

    void aChangeThatIsNotInTheLogIsFound()
    {
        fillLog();
        QTemporaryDir folder;
        QFile saved(folder.filePath(u"saved.txt"_s));
        QVERIFY(saved.open(QIODevice::WriteOnly));
        const QByteArray lost = "01900000-0000-7000-8000-000000000001";
        saved.write("saved " + lost + " 2025-11-20\n");
        saved.close();

        QByteArray heard;
        const int code = admin({u"verify-log"_s, u"--production"_s,
                                m_fixture->production.toString(), saved.fileName()},
                               &heard);

        QCOMPARE(code, 1);
        const QByteArray expected = lost + " was reported saved and is 0 times in the log";
        QVERIFY2(heard.contains(expected), heard.constData());
    }

    // A ledger of 19,020 changes took more than ten minutes when each was asked for.
    void aLedgerIsHeldAgainstTheLogOnTheWayThrough()
    {
        fillLog();
        store::Database &database = m_fixture->storage->database();
        std::set<MutationId> ledger;
        {
            store::Statement select(database, u"test.ledger"_s, u"SELECT mid FROM change_log"_s);
            QVERIFY(select.run());
            while (select.next())
                ledger.insert(MutationId::fromBytes(select.bytes(0)).value_or(MutationId()));
        }
        StatementCount watch;
        database.setWatch(&watch);
        QVERIFY(store::checkLog(database, m_fixture->production).has_value());
        const int alone = std::exchange(watch.count, 0);

        const auto verdict = store::checkLog(database, m_fixture->production, ledger);

        database.setWatch(nullptr);
        QVERIFY(verdict.has_value());
        QVERIFY(alone > 0);
        QCOMPARE(watch.count, alone);
        QVERIFY(ledger.size() >= 3);
        QCOMPARE(verdict->times.size(), ledger.size());
        for (const auto &[mutation, times] : verdict->times)
            QCOMPARE(times, quint64(1));
    }

    void aChangeThatIsInTheLogTwiceIsFound()
    {
        fillLog();
        store::Database &database = m_fixture->storage->database();
        // As a database would be that was put together from parts.
        QVERIFY(database.execute(u"DROP INDEX change_log_mutation"_s));
        QVERIFY(database.execute(u"UPDATE change_log SET mid = (SELECT mid FROM change_log WHERE"
                                 " seq = 3) WHERE seq = 2"_s));
        QByteArray twice;
        {
            store::Statement select(database, u"test.twice"_s,
                                    u"SELECT mid FROM change_log WHERE seq = 3"_s);
            QVERIFY(select.run() && select.next());
            twice = MutationId::fromBytes(select.bytes(0))->toString().toUtf8();
        }
        QTemporaryDir folder;
        QFile saved(folder.filePath(u"saved.txt"_s));
        QVERIFY(saved.open(QIODevice::WriteOnly));
        saved.write("saved " + twice + " 2025-11-20\n");
        saved.close();

        QByteArray heard;
        const int code = admin({u"verify-log"_s, u"--production"_s,
                                m_fixture->production.toString(), saved.fileName()},
                               &heard);

        QCOMPARE(code, 1);
        const QByteArray expected = twice + " was reported saved and is 2 times in the log";
        QVERIFY2(heard.contains(expected), heard.constData());
    }

    void aMissingRowIsFound()
    {
        fillLog();
        store::Statement remove(m_fixture->storage->database(), u"test"_s,
                                u"DELETE FROM change_log WHERE production_id = :p AND seq = 2"_s);
        remove.bind(u":p", m_fixture->production.toByteArray());
        QVERIFY(remove.run().has_value());

        QByteArray heard;
        const int code =
            admin({u"verify-log"_s, u"--production"_s, m_fixture->production.toString()}, &heard);

        QCOMPARE(code, 1);
        QVERIFY2(heard.contains("rows 2 to 2 are missing"), heard.constData());
    }

    void aRevokedDeviceMayOnlyHandOver()
    {
        RawDevice device;
        QVERIFY(device.join(url(), m_fixture->invite()));

        QCOMPARE(admin({u"revoke-device"_s, u"--production"_s, m_fixture->production.toString(),
                        u"--device"_s, device.author.device.toString()}),
                 0);

        QVERIFY(device.open(url()));
        device.say(device.helloMessage());
        const auto *ok = device.hear<protocol::HelloOk>();
        QVERIFY(ok);
        QCOMPARE(ok->mode, protocol::HelloOk::Mode::Drain);
        QVERIFY(ok->scope.empty());
        const auto *purge = device.hear<protocol::Purge>();
        QVERIFY(purge);
        QVERIFY(sync::Ed25519Verifier().verify(
            device.joined.authorityKey,
            protocol::removalBytes(m_fixture->production, device.author.device, purge->sequence, {},
                                   purge->reason),
            purge->signature));
    }

    void badCommandsSayWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const QString nobody = u"00000000-0000-7000-8000-000000000000"_s;
        QTest::newRow("unknown command") << QStringList{u"dance"_s} << 2;
        QTest::newRow("no title") << QStringList{u"create-production"_s} << 2;
        QTest::newRow("unknown production")
            << QStringList{u"invite"_s, u"--production"_s, nobody, u"--role"_s, u"coordinator"_s}
            << 1;
        QTest::newRow("unknown role")
            << QStringList{u"invite"_s, u"--production"_s, nobody, u"--role"_s, u"king"_s} << 2;
    }
    void badCommandsSayWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QCOMPARE(admin(arguments), code);
    }
};

QTEST_GUILESS_MAIN(TestServerProcess)
#include "tst_server_process.moc"
