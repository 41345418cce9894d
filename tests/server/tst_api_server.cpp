#include "server/admin/server_controls.h"
#include "server/config/config_report.h"
#include "server/telemetry/logging.h"
#include "tests/support/api_fixture.h"

#include <QCryptographicHash>
#include <QDir>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestApiServer : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { applyLogLevels({}); }

    void nobodyElseMay()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        for (const ApiRoute &route : api.service().routes()) {
            if (route.access.kind != Access::Kind::ServerAdministrator)
                continue;
            QString path = route.pattern;
            path.replace(u"{category}"_s, u"http"_s).replace(u"{kind}"_s, u"quarantine"_s);
            const QString id = elsewhere;
            for (const QString &name :
                 {u"{production}"_s, u"{account}"_s, u"{session}"_s, u"{user}"_s})
                path.replace(name, id);
            QVERIFY2(api.ask(route.method, path, {}, chief).status() == 403, qPrintable(path));
        }
        QCOMPARE(api.get(u"/api/v1/diagnostics"_s).status(), 401);
    }

    void administratorsAreMadeAndEnded_data() { TestDatabase::kinds(); }
    void administratorsAreMadeAndEnded()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const QString root = api.administrator();
        const QString priya = api.account(u"priya@example.org"_s);
        const QString accounts = u"/api/v1/accounts/"_s;
        const QString path =
            accounts + api.accountId(u"priya@example.org"_s).toString() + u"/administrator"_s;
        const auto isOne = [&] {
            return api.get(u"/api/v1/me"_s, priya).json().value(u"administrator"_s).toBool();
        };
        QVERIFY(!isOne());
        QCOMPARE(api.ask("PUT", path, {}, priya).status(), 403);
        QCOMPARE(api.ask("PUT", accounts + elsewhere + u"/administrator"_s, {}, root).status(),
                 404);

        QCOMPARE(api.ask("PUT", path, {}, root).status(), 204);

        QVERIFY(isOne()); // in the session that was open
        QCOMPARE(api.get(u"/api/v1/accounts"_s, priya).status(), 403); // a second factor first
        const QString own = api.get(u"/api/v1/me"_s, root).at(u"account"_s);
        const QString ownPath = accounts + own + u"/administrator"_s;
        QCOMPARE(api.ask("DELETE", ownPath, {}, priya).status(), 403);
        QCOMPARE(api.ask("DELETE", ownPath, {}, root).status(), 400); // one is left
        QCOMPARE(api.ask("DELETE", path, {}, root).status(), 204);
        QVERIFY(!isOne());
        QCOMPARE(api.ask("DELETE", path, {}, root).status(), 204); // is so already
        QStringList acts;
        for (const QJsonValue &act :
             api.get(u"/api/v1/audit?limit=2"_s, root).json().value(u"items"_s).toArray())
            acts << act[u"act"_s].toString();
        QCOMPARE(acts, QStringList({u"administrator-ended"_s, u"administrator-made"_s}));
    }

    // A key that somebody else may have: what it signed ends, also for whoever withdrew it.
    void aWithdrawnKeySignsNothing()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString root = api.administrator();
        const QString keys = u"/api/v1/signing-keys/"_s;
        const auto known = [&] {
            QStringList ids;
            for (const QJsonValue &key :
                 api.get(u"/.well-known/jwks.json"_s).json().value(u"keys"_s).toArray())
                ids << key[u"kid"_s].toString();
            return ids;
        };
        const QStringList before = known();
        QVERIFY(!before.isEmpty());
        QCOMPARE(
            api.ask("DELETE", keys + before.first(), {}, api.account(u"x@example.org"_s)).status(),
            403);
        QCOMPARE(api.ask("DELETE", keys + u"nothing"_s, {}, root).status(), 404);

        for (const QString &key : before)
            QCOMPARE(api.ask("DELETE", keys + key, {}, root).status(), 204);
        api.clock().time += 1min; // so long a server believes the keys that it has read

        QCOMPARE(api.get(u"/api/v1/me"_s, root).status(), 401);
        const QString again = api.account(u"new@example.org"_s);
        QCOMPARE(api.get(u"/api/v1/me"_s, again).status(), 200);
        const QByteArray header = QByteArray::fromBase64(again.section(u'.', 0, 0).toLatin1(),
                                                         QByteArray::Base64UrlEncoding);
        const QString signs = QJsonDocument::fromJson(header).object().value(u"kid"_s).toString();
        QVERIFY(!signs.isEmpty() && known().contains(signs));
    }

    // Reading goes on, and so does signing in; a second server over the database follows.
    void inMaintenanceNothingIsChanged_data() { TestDatabase::kinds(); }
    void inMaintenanceNothingIsChanged()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const QString root = api.administrator();
        const UserId member = api.member(Role::Coordinator);
        const QString office = api.account(u"priya@example.org"_s, member);
        const QJsonObject wish{{u"person"_s, u"Maya Lindqvist"_s}};
        const auto invite = [&] { return api.ask("POST", api.under(u"/invites"_s), wish, office); };
        QCOMPARE(invite().status(), 201);
        QVERIFY(!api.get(u"/api/v1/maintenance"_s, root).json().value(u"on"_s).toBool());
        const QJsonObject body{{u"reason"_s, u"a new disk"_s}, {u"minutes"_s, 10}};
        QCOMPARE(api.ask("PUT", u"/api/v1/maintenance"_s, body, root).status(), 204);

        const Reply refused = invite();
        QCOMPARE(refused.status(), 503);
        QCOMPARE(refused.at(u"reason"_s), u"maintenance"_s);
        QCOMPARE(refused.header("Retry-After"), QByteArray("600"));
        QCOMPARE(api.get(api.under(u"/invites"_s), office).status(), 200);
        QCOMPARE(api.signIn(u"priya@example.org"_s).status(), 200);
        const QJsonObject account{{u"login"_s, u"x@example.org"_s}, {u"display_name"_s, u"X"_s}};
        QCOMPARE(api.ask("POST", u"/api/v1/accounts"_s, account, root).status(), 503);
        // Who may not is told no more than before.
        const QString stranger = api.signIn(u"priya@example.org"_s).at(u"access_token"_s);
        QCOMPARE(api.ask("POST", u"/api/v1/accounts"_s, account, stranger).status(), 403);
        const QJsonObject now = api.get(u"/api/v1/maintenance"_s, root).json();
        QCOMPARE(now.value(u"reason"_s).toString(), u"a new disk"_s);
        QVERIFY(now.value(u"until"_s).isString());

        QCOMPARE(api.ask("DELETE", u"/api/v1/maintenance"_s, {}, root).status(), 204);
        QCOMPARE(invite().status(), 201);
        // It also ends by itself.
        QCOMPARE(api.ask("PUT", u"/api/v1/maintenance"_s, body, root).status(), 204);
        QCOMPARE(invite().status(), 503);
        api.clock().time += 11min;
        QCOMPARE(invite().status(), 201);
        for (const QJsonObject &wrong :
             {QJsonObject{{u"minutes"_s, 0}}, QJsonObject{{u"minutes"_s, u"ten"_s}},
              QJsonObject{{u"minutes"_s, 10081}}, QJsonObject{{u"reason"_s, 3}}})
            QCOMPARE(api.ask("PUT", u"/api/v1/maintenance"_s, wrong, root).status(), 400);
        const QJsonArray acts = api.get(u"/api/v1/audit?act=maintenance-begun"_s, root)
                                    .json()
                                    .value(u"items"_s)
                                    .toArray();
        QCOMPARE(acts.size(), 2);
    }

    void aLogLevelHoldsForSomeTime()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString root = api.administrator();
        const QString path = u"/api/v1/log-levels/http"_s;
        QVERIFY(!httpLog().isDebugEnabled());
        const QJsonObject body{{u"level"_s, u"debug"_s}, {u"minutes"_s, 5}};
        QCOMPARE(api.ask("PUT", path, body, root).status(), 204);
        QVERIFY(httpLog().isDebugEnabled());
        QVERIFY(!serverLog().isDebugEnabled());
        for (const QJsonValue &item :
             api.get(u"/api/v1/log-levels"_s, root).json().value(u"items"_s).toArray()) {
            const bool isHttp = item[u"category"_s] == u"http"_s;
            QCOMPARE(item[u"level"_s].toString(), isHttp ? u"debug"_s : u"info"_s);
            QCOMPARE(item[u"until"_s].isNull(), !isHttp);
        }
        // What every server asks every few seconds.
        store::Database &database = api.storage().database();
        const LogLevel debug{u"http"_s, u"debug"_s};
        QCOMPARE(readServerControls(database, api.clock().now())->logLevels,
                 std::vector<LogLevel>{debug});
        api.clock().time += 6min;
        QVERIFY(readServerControls(database, api.clock().now())->logLevels.empty());

        const QJsonObject quiet{{u"level"_s, u"error"_s}};
        QCOMPARE(api.ask("PUT", path, quiet, root).status(), 204);
        QVERIFY(!httpLog().isWarningEnabled());
        QCOMPARE(api.ask("DELETE", path, {}, root).status(), 204);
        QVERIFY(httpLog().isWarningEnabled() && httpLog().isInfoEnabled());
        QCOMPARE(api.ask("PUT", u"/api/v1/log-levels/security"_s, quiet, root).status(), 400);
        for (const QJsonObject &wrong :
             {QJsonObject{}, QJsonObject{{u"level"_s, u"loud"_s}},
              QJsonObject{{u"level"_s, u"debug"_s}, {u"minutes"_s, 1441}}})
            QCOMPARE(api.ask("PUT", path, wrong, root).status(), 400);
    }

    void retentionIsTriedAndRun()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        QString root = api.administrator();
        api.account(u"maya@example.org"_s);
        const QString policy = u"/api/v1/retention/session-addresses"_s;
        QCOMPARE(api.ask("PUT", policy, {{u"days"_s, 30}}, root).status(), 204);
        const QJsonObject first =
            api.get(u"/api/v1/retention"_s, root).json().value(u"items"_s)[3].toObject();
        QCOMPARE(first.value(u"kind"_s).toString(), u"session-addresses"_s);
        QCOMPARE(first.value(u"days"_s).toInt(), 30);
        const auto run = [&](bool isDryRun) {
            const Reply reply =
                api.ask("POST", u"/api/v1/retention-runs"_s, {{u"dry_run"_s, isDryRun}}, root);
            return reply.json().value(u"items"_s)[0][u"rows"_s].toInt(-1);
        };
        QCOMPARE(run(true), 0);
        store::AccountRepository accounts(api.storage().database());
        QVERIFY(accounts.revokeSessions(api.accountId(u"maya@example.org"_s), {},
                                        api.clock().now() - 24h * 40));
        QCOMPARE(run(true), 1);
        QCOMPARE(run(true), 1); // nothing was erased by asking
        QCOMPARE(run(false), 1);
        QCOMPARE(run(true), 0);
        QCOMPARE(api.ask("DELETE", policy, {}, root).status(), 204);
        QCOMPARE(run(true), -1); // no policy, no kind
        QCOMPARE(api.ask("PUT", u"/api/v1/retention/pay"_s, {{u"days"_s, 3}}, root).status(), 404);
        QCOMPARE(api.ask("PUT", policy, QJsonObject{}, root).status(), 400);
    }

    void aBackupIsMadeAndWhole_data() { TestDatabase::kinds(); }
    void aBackupIsMadeAndWhole()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n");
        const QString root = api.administrator();
        const QJsonObject none = api.get(u"/api/v1/backups"_s, root).json();
        QVERIFY(none.value(u"possible"_s).toBool());
        QVERIFY(none.value(u"last_done"_s).isNull());
        QCOMPARE(api.ask("POST", u"/api/v1/backups"_s, {}, root).status(), 202);
        api.backups().wait();
        const QJsonObject after = api.get(u"/api/v1/backups"_s, root).json();
        const QJsonObject row = after.value(u"items"_s)[0].toObject();
        QCOMPARE(row.value(u"problem"_s).toString(), QString());
        QCOMPARE(row.value(u"state"_s).toString(), u"done"_s);
        QVERIFY(row.value(u"verified"_s).isString());
        QVERIFY(after.value(u"last_verified"_s).isString());
        if (kind == TestDatabase::Kind::Postgres)
            return;
        const QDir folder(api.backupFolder());
        QCOMPARE(folder.entryList({u"*.part"_s}, QDir::Files).size(), 0);
        const QString path = folder.filePath(row.value(u"name"_s).toString());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const QByteArray sum =
            QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256).toHex();
        QCOMPARE(row.value(u"sha256"_s).toString().toLatin1(), sum);
        QFile beside(path + u".sha256"_s);
        QVERIFY(beside.open(QIODevice::ReadOnly));
        QVERIFY(beside.readAll().startsWith(QByteArray(sum + "  filmtracker-")));
        // What is in it is what was there.
        auto copy = store::ServerStorageSql::open(u"sqlite:"_s + path);
        QVERIFY(copy);
        QCOMPARE((*copy)->head(api.production())->sequence,
                 api.storage().head(api.production())->sequence);
    }

    void aDamagedBackupIsNone()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString root = api.administrator();
        QCOMPARE(api.ask("POST", u"/api/v1/backups"_s, {}, root).status(), 202);
        api.backups().wait();
        const QString name =
            api.get(u"/api/v1/backups"_s, root).json().value(u"items"_s)[0][u"name"_s].toString();
        const QString path = QDir(api.backupFolder()).filePath(name);
        QVERIFY(checkBackupFile(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        for (qint64 at = 8192; at < file.size(); at += 512) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write("damage"), 6);
        }
        file.close();
        QVERIFY(!checkBackupFile(path));
        QVERIFY(!checkBackupFile(path + u".sha256"_s));
    }

    // What went wrong is told, without what the command printed.
    void aCommandThatFailsIsABackupThatFailed_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("verify");
        QTest::addColumn<QString>("problem");
        QTest::newRow("its exit code")
            << u"sh -c \"echo secret; exit 3\""_s << QString() << u"the command ended with 3"_s;
        QTest::newRow("no such program")
            << u"/nonexistent/program"_s << QString() << u"the command cannot be started"_s;
        QTest::newRow("too slow") << u"sleep 60"_s << QString() << u"the command took too long"_s;
        QTest::newRow("not put back") << u"true"_s << u"false"_s << u"the command ended with 1"_s;
    }
    void aCommandThatFailsIsABackupThatFailed()
    {
        if (!TestDatabase::hasPostgres())
            QSKIP("commands are for PostgreSQL");
        QFETCH(const QString, command);
        QFETCH(const QString, verify);
        QFETCH(const QString, problem);
        const TestDatabase place(TestDatabase::Kind::Postgres);
        Api api(place);
        Backups backups({place.address(), {}, command, verify, 500ms}, api.clock());
        const auto begun = backups.begin(api.storage(), {}, api.clock().now());
        QVERIFY(begun);
        backups.wait();
        const auto rows = store::BackupRepository(api.storage().database()).list(1).value();
        QCOMPARE(rows.front().state, store::BackupRow::State::Failed);
        QVERIFY2(rows.front().problem.contains(problem), qPrintable(rows.front().problem));
        QVERIFY(!rows.front().problem.contains(u"secret"_s));
        QVERIFY(!rows.front().verifiedMs);
    }

    void oneBackupAtATime()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        store::BackupRepository rows(api.storage().database());
        store::BackupRow running;
        running.id = store::BackupId(SeededRandom(1).bytes<16>());
        running.startedMs = msSinceEpoch(api.clock().now());
        QVERIFY(rows.add(running));
        QCOMPARE(api.backups().begin(api.storage(), {}, api.clock().now()).error().code,
                 ErrorCode::Conflict);
        // Its server ended.
        api.clock().time += 24h;
        QVERIFY(api.backups().begin(api.storage(), {}, api.clock().now()));
        api.backups().wait();
        QCOMPARE(rows.list(10)->size(), size_t(2));
        QVERIFY(rows.lastIn(store::BackupRow::State::Failed).value());
        const Backups nowhere({place.address(), {}, {}, {}}, api.clock());
        QVERIFY(nowhere.whyNot().contains(u"--backup-folder"_s));
    }

    // Everything that must not be in it is in the database and in the settings.
    void diagnosticsTellNothingOfAnybody_data() { TestDatabase::kinds(); }
    void diagnosticsTellNothingOfAnybody()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.importCrew(api.production(),
                                 "Name,Department,Position,Unit,Rate,Currency,Rule pack\n"
                                 "Maya Lindqvist,Camera,1st AC,Main,61.37,USD,iatse-asa@2024\n"));
        api.importDays(
            "Maya Lindqvist,Camera,2025-11-20,Main,work,0713 1300-1330 1930 ; her knee hurts\n");
        const QString root = api.administrator();
        api.account(u"maya@example.org"_s, api.member(Role::Crew, u"Maya Lindqvist"_s));
        const QString code =
            api.ask("POST", api.under(u"/invites"_s), {{u"person"_s, u"Nils Aaberg"_s}},
                    api.account(u"chief@example.org"_s, api.member(Role::Administrator)))
                .at(u"code"_s);
        QVERIFY(!code.isEmpty());
        const QtMessageHandler before = qInstallMessageHandler(nullptr);
        installLogging(LogFormat::Json);
        qCInfo(serverLog) << "a line that is there";
        const Reply reply = api.get(u"/api/v1/diagnostics"_s, root);
        qInstallMessageHandler(before);
        QCOMPARE(reply.status(), 200);
        QVERIFY(reply.header("Content-Disposition").startsWith("attachment; filename="));
        const QJsonObject all = reply.json();
        QVERIFY(!all.value(u"program"_s)[u"version"_s].toString().isEmpty());
        QVERIFY(reply.web.body.contains("a line that is there"));
        QVERIFY(reply.web.body.contains("change_log"));
        for (const QJsonValue &migration : all.value(u"database"_s)[u"migrations"_s].toArray())
            QVERIFY(migration[u"applied"_s].toBool());
        for (const QJsonValue &table : all.value(u"database"_s)[u"tables"_s].toArray()) {
            if (table[u"name"_s] == u"webhook"_s)
                QVERIFY(table[u"rows"_s].toInteger(7) <= 0);
        }
        for (const QString &word :
             {u"Lindqvist"_s, u"Maya"_s, u"61.37"_s, u"07:13"_s, u"knee"_s, u"Northern Lights"_s,
              u"maya@example"_s, u"192.0.2.1"_s, u"1st AC"_s, password, code, root})
            QVERIFY2(!reply.web.body.contains(word.toUtf8()), qPrintable(word));
    }

    void settingsAreShownWithoutSecrets()
    {
        ServerConfig config;
        config.database = u"postgresql://film:hunter2@db.example.org/films?password=hunter3"_s;
        config.otlpEndpoint = QUrl(u"https://key:hunter4@traces.example.org/"_s);
        config.backupCommand = u"pg_dump --password hunter5"_s;
        config.backupVerifyCommand = u"restore hunter6"_s;
        config.tlsKey = u"/etc/hunter7.pem"_s;
        const QByteArray shown =
            QJsonDocument(settingsWithoutSecrets(config)).toJson(QJsonDocument::Compact);
        QVERIFY2(!shown.contains("hunter"), shown.constData());
        QVERIFY(shown.contains("db.example.org/films"));
        QVERIFY(shown.contains("traces.example.org"));
        QCOMPARE(addressWithoutSecrets(u"host=db password=hunter8"_s), u"PostgreSQL"_s);
    }
};

QTEST_GUILESS_MAIN(TestApiServer)
#include "tst_api_server.moc"
