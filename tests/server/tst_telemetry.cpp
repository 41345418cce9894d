#include "server/identity/totp.h"
#include "shared/store/account_repository.h"
#include "tests/support/server_daemon.h"
#include "tests/support/server_fixture.h"
#include "tests/support/test_certificate.h"
#include "tests/support/test_database.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrlQuery>

#include <map>
#include <set>

using namespace film;
using namespace film::test;
using namespace Qt::StringLiterals;

namespace {

struct Metric {
    QString type;
    QStringList labels; // sorted

    friend bool operator==(const Metric &, const Metric &) = default;
};
using Metrics = std::map<QString, Metric>;

// The families of a text in Prometheus' format, with every label that one of their samples has.
Metrics servedIn(const QByteArray &text)
{
    static const QRegularExpression typeLine(u"^# TYPE (\\S+) (\\S+)$"_s);
    static const QRegularExpression sampleLine(u"^([a-z_]+)(?:\\{(.*)\\})? \\S+$"_s);
    static const QRegularExpression label(u"(\\w+)=\""_s);
    std::map<QString, std::pair<QString, std::set<QString>>> found;
    QString family;
    for (const QString &line : QString::fromUtf8(text).split(u'\n')) {
        if (const auto match = typeLine.match(line); match.hasMatch()) {
            family = match.captured(1);
            found[family].first = match.captured(2);
        } else if (const auto sample = sampleLine.match(line); sample.hasMatch()) {
            for (auto each = label.globalMatch(sample.captured(2)); each.hasNext();)
                found[family].second.insert(each.next().captured(1));
        }
    }
    Metrics metrics;
    for (auto &[name, of] : found) {
        of.second.erase(u"le"_s); // of every histogram
        metrics[name] = {of.first, QStringList(of.second.begin(), of.second.end())};
    }
    return metrics;
}

Metrics documented()
{
    QFile file(u"" FILM_SOURCE_DIR "/docs/metrics.md"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression row(u"^\\| `(\\w+)` \\| (\\w+) \\|([^|]*)\\| [^|]+ \\|$"_s);
    static const QRegularExpression label(u"`(\\w+)`"_s);
    Metrics metrics;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const auto match = row.match(line);
        if (!match.hasMatch())
            continue;
        Metric &metric = metrics[match.captured(1)];
        metric.type = match.captured(2);
        for (auto each = label.globalMatch(match.captured(3)); each.hasNext();)
            metric.labels << each.next().captured(1);
        metric.labels.sort();
    }
    return metrics;
}

QStringList described(const Metrics &metrics)
{
    QStringList lines;
    for (const auto &[name, metric] : metrics)
        lines << name + u' ' + metric.type + u' ' + metric.labels.join(u',');
    return lines;
}

QStringList without(QStringList lines, const QStringList &those)
{
    lines.removeIf([&those](const QString &line) { return those.contains(line); });
    return lines;
}

} // namespace

// What a running server tells those who watch over it.
class TestTelemetry : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<tests::TestDatabase> m_place; // where it is PostgreSQL
    std::unique_ptr<ServerFixture> m_fixture;     // for its database; its server is not started
    std::unique_ptr<ServerDaemon> m_daemon;
    RawDevice m_device;

    // Something of everything: a device that joins, writes and confirms, requests that are
    // answered and refused.
    void makeTraffic()
    {
        // The first look at the vitals.
        QTRY_VERIFY(m_daemon->metrics().contains("\nfilmtracker_database_schema_version "));
        QVERIFY(m_device.join(m_daemon->url(), m_fixture->invite()));
        QVERIFY(m_device.hello(m_daemon->url()));
        m_device.say(protocol::Push{1, {m_device.segmentOf({m_device.unitEnvelope(u"Second"_s)})}});
        QVERIFY(m_device.hear<protocol::Ack>());
        const auto *delta = m_device.hear<protocol::Delta>();
        QVERIFY(delta);
        m_device.say(protocol::Credit{1, 100'000, delta->to});
        QVERIFY(m_daemon->get("/health/live").startsWith("HTTP/1.1 200"));
        QVERIFY(m_daemon->get("/Maya/Lindqvist").startsWith("HTTP/1.1 404"));
        QVERIFY(m_daemon->get("/api/v1/me").startsWith("HTTP/1.1 401"));
        QVERIFY(m_daemon->get("/api/v1/productions/" + m_fixture->production.toString().toLatin1())
                    .startsWith("HTTP/1.1 401"));
    }

    QByteArray asMaya(const QByteArray &method, const QByteArray &path, const QJsonObject &body,
                      const QString &token) const
    {
        const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return m_daemon->ask(method + ' ' + path
                             + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n"
                             + "Authorization: Bearer " + token.toLatin1()
                             + "\r\nContent-Type: application/json\r\nContent-Length: "
                             + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
    }

    // What an account is told once and may show to nobody, each used rightly and wrongly: a token
    // for other programs, the second factor's secret and codes, what the console keeps in a
    // browser. In lower case; empty if something was refused that should not have been.
    QStringList secretsOf(const QString &login, const QString &password, const QString &access)
    {
        const QString own = ServerDaemon::jsonOf(asMaya("POST", "/api/v1/me/tokens",
                                                        {{u"name"_s, u"Maya Lindqvist"_s}}, access))
                                .value(u"token"_s)
                                .toString();
        if (!asMaya("GET", "/api/v1/me", {}, own).startsWith("HTTP/1.1 200")
            || !asMaya("GET", "/api/v1/me", {}, own + u'x').startsWith("HTTP/1.1 401"))
            return {};

        const QString secret = ServerDaemon::jsonOf(asMaya("POST", "/api/v1/me/second-factor",
                                                           {{u"password"_s, password}}, access))
                                   .value(u"secret"_s)
                                   .toString();
        const QString code = server::hotpCode(
            fromBase32(secret),
            quint64(server::totpStep(std::chrono::time_point_cast<std::chrono::milliseconds>(
                std::chrono::system_clock::now()))),
            server::totp::digits);
        const QByteArray factor = "/api/v1/me/second-factor";
        const QString wrong =
            QString(code).replace(0, 1, QString::number((code[0].digitValue() + 1) % 10));
        if (!asMaya("PUT", factor, {{u"code"_s, wrong}}, access).startsWith("HTTP/1.1 4"))
            return {};
        const QJsonArray recovery =
            ServerDaemon::jsonOf(asMaya("PUT", factor, {{u"code"_s, code}}, access))
                .value(u"recovery_codes"_s)
                .toArray();
        if (recovery.isEmpty())
            return {};
        QStringList secrets{own, secret};
        for (const QJsonValue &each : recovery)
            secrets << each.toString() << each.toString().remove(u'-');

        // The console, with the first recovery code.
        const QByteArray page = m_daemon->get("/console/sign-in");
        const QByteArray visit = cookiesIn(page).join("; ");
        static const QRegularExpression hidden(u"name=\"token\" value=\"([^\"]+)\""_s);
        const QString token = hidden.match(QString::fromUtf8(page)).captured(1);
        QUrlQuery form{{u"token"_s, token}, {u"login"_s, login}, {u"password"_s, password}};
        const QByteArray asked = postForm("/console/sign-in", form, visit);
        static const QRegularExpression carried(u"name=\"proof\" value=\"([^\"]+)\""_s);
        const QString proof = carried.match(QString::fromUtf8(asked)).captured(1);
        form = {{u"token"_s, token}, {u"proof"_s, proof}, {u"code"_s, recovery.first().toString()}};
        const QByteArray in = postForm("/console/sign-in/code", form, visit);
        if (!in.startsWith("HTTP/1.1 303") || proof.isEmpty())
            return {};
        secrets << token << proof;
        for (const QByteArray &cookie : cookiesIn(page) + cookiesIn(in))
            secrets << QString::fromLatin1(cookie.mid(cookie.indexOf('=') + 1));
        secrets.removeIf([](const QString &each) { return each.size() < 6; });
        for (QString &each : secrets)
            each = each.toLower();
        return secrets;
    }
    static QByteArray fromBase32(const QString &text)
    {
        QByteArray bytes;
        quint64 bits = 0;
        int count = 0;
        for (const QChar c : text) {
            bits = bits << 5 | quint64(u"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_s.indexOf(c));
            count += 5;
            if (count >= 8)
                bytes.append(char(bits >> (count -= 8)));
        }
        return bytes;
    }
    static QByteArrayList cookiesIn(const QByteArray &answer)
    {
        QByteArrayList cookies;
        for (const QByteArray &line : answer.left(answer.indexOf("\r\n\r\n")).split('\n')) {
            if (line.toLower().startsWith("set-cookie:"))
                cookies << line.mid(11).split(';').first().trimmed();
        }
        return cookies;
    }
    QByteArray postForm(const QByteArray &path, const QUrlQuery &form,
                        const QByteArray &cookies) const
    {
        const QByteArray bytes =
            form.toString(QUrl::FullyEncoded).replace(u'+', u"%2B"_s).toLatin1();
        return m_daemon->ask("POST " + path
                             + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\nCookie: " + cookies
                             + "\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                               "Content-Length: "
                             + QByteArray::number(bytes.size()) + "\r\n\r\n" + bytes);
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
        m_daemon = std::make_unique<ServerDaemon>(m_fixture->database);
        QVERIFY(m_daemon->start());
    }

    void cleanup()
    {
        m_device.socket.abort();
        m_daemon.reset();
        m_fixture.reset();
    }

    void everyMetricIsDocumented()
    {
        makeTraffic();

        const QStringList served = described(servedIn(m_daemon->metrics()));

        QVERIFY(served.size() > 30);
        QCOMPARE(without(served, described(documented())), QStringList());
        QFETCH_GLOBAL(QString, database);
        QStringList elsewhere{u"filmtracker_backup_last_failure_timestamp_seconds gauge "_s,
                              u"filmtracker_backup_last_success_timestamp_seconds gauge "_s,
                              u"filmtracker_backup_last_verified_timestamp_seconds gauge "_s,
                              u"filmtracker_certificate_expiry_timestamp_seconds gauge "_s};
        if (database.isEmpty())
            elsewhere << u"filmtracker_clock_difference_seconds gauge "_s; // a file has no clock
        elsewhere << u"filmtracker_department_worked_seconds gauge department"_s; // nobody worked
        elsewhere << u"filmtracker_redis_round_seconds histogram "_s              // there is none
                  << u"filmtracker_redis_rounds_total counter result"_s
                  << u"filmtracker_redis_up gauge "_s
                  << u"filmtracker_session_reads_total counter result"_s;
        QCOMPARE(without(described(documented()), served), elsewhere);
    }

    // As Prometheus' own tool reads them.
    void promtoolHasNothingToSay()
    {
        const QString promtool = QStandardPaths::findExecutable(u"promtool"_s);
        if (promtool.isEmpty())
            QSKIP("promtool is not here (Debian: prometheus)");
        makeTraffic();

        QProcess check;
        check.setProcessChannelMode(QProcess::MergedChannels);
        check.start(promtool, {u"check"_s, u"metrics"_s});
        QVERIFY(check.waitForStarted());
        check.write(m_daemon->metrics());
        check.closeWriteChannel();
        QVERIFY(check.waitForFinished(20000));

        const QByteArray said = check.readAll();
        QVERIFY2(check.exitCode() == 0 && said.isEmpty(), said.constData());
    }

    void whatDevicesAndClientsDoIsCounted()
    {
        makeTraffic();
        const auto has = [this](const char *line) {
            return QByteArray('\n' + m_daemon->metrics()).contains(line);
        };

        QTRY_VERIFY(has("\nfilmtracker_mutations_confirmed_total 1\n"));
        QVERIFY(has("\nfilmtracker_mutations_total{outcome=\"applied\"} 1\n"));
        QVERIFY(has("\nfilmtracker_mutations_total{outcome=\"conflict\"} 0\n"));
        QVERIFY(has("\nfilmtracker_lane_wait_seconds_count 1\n"));
        QVERIFY(has("\nfilmtracker_recent_rows_reads_total{result=\"hit\"} 1\n"));
        QVERIFY(has("\nfilmtracker_database_connections_open{pool=\"lane\"} 2\n"));
        QVERIFY(has("\nfilmtracker_database_connections_wanted{pool=\"lane\"} 2\n"));
        QVERIFY(has("\nfilmtracker_database_connections_lost_total{pool=\"lane\"} 0\n"));
        QVERIFY(!has("\nfilmtracker_sql_duration_seconds_count 0\n"));
        QTRY_VERIFY(has("filmtracker_http_requests_total{method=\"GET\",route=\"/health/live\","
                        "status=\"200\"} 1\n"));
        QTRY_VERIFY(has("filmtracker_http_requests_total{method=\"GET\",route=\"/api/v1/"
                        "productions/{production}\",status=\"401\"} 1\n"));
        QVERIFY(has("filmtracker_http_request_duration_seconds_count{method=\"GET\","
                    "route=\"/api/v1/me\"} 1\n"));
    }

    void healthSaysWhichPartIsNotWell()
    {
        const auto ready = [this] { return m_daemon->get("/health/ready"); };
        QTRY_VERIFY(ready().startsWith("HTTP/1.1 200"));
        QTRY_VERIFY(ready().contains("migrations"));
        QJsonObject well = ServerDaemon::jsonOf(ready());
        for (const QString &part :
             {u"ready"_s, u"database"_s, u"lanes"_s, u"migrations"_s, u"disk"_s, u"clock"_s})
            QVERIFY2(well.value(part).toBool(), qPrintable(part));
        QVERIFY(!well.value(u"stopping"_s).toBool(true));
        QVERIFY(!well.contains(u"certificate"_s)); // there is none
        QVERIFY(well.value(u"problems"_s).toObject().isEmpty());

        // As if the last step were missing.
        store::Database &database = m_fixture->storage->database();
        QVERIFY(
            database.execute(u"UPDATE schema_migration SET number = number - 1000 WHERE number = "
                             "(SELECT MAX(number) FROM schema_migration)"_s));

        const auto putBack = qScopeGuard([&database] {
            QVERIFY(database.execute(
                u"UPDATE schema_migration SET number = number + 1000 WHERE number < 0"_s));
        });

        QTRY_VERIFY_WITH_TIMEOUT(ready().startsWith("HTTP/1.1 503"), 20'000);
        const QJsonObject ill = ServerDaemon::jsonOf(ready());
        QVERIFY(!ill.value(u"ready"_s).toBool(true));
        QVERIFY(!ill.value(u"migrations"_s).toBool(true));
        QVERIFY(ill.value(u"database"_s).toBool());
        QVERIFY(ill.value(u"problems"_s)[u"migrations"_s].toString().contains(u"schema"));
        QVERIFY(m_daemon->get("/health/live").startsWith("HTTP/1.1 200"));
        const QByteArray started = m_daemon->get("/health/startup");
        QVERIFY(started.startsWith("HTTP/1.1 200"));
        QVERIFY(ServerDaemon::jsonOf(started).value(u"started"_s).toBool());
    }

    void theCertificateIsAPartOfHealth()
    {
        TestCertificate certificate;
        if (!TestCertificate::canBeMade())
            QSKIP("openssl is not here");
        QVERIFY(certificate.make());
        m_fixture->config.tlsCertificate = certificate.certificate();
        m_fixture->config.tlsKey = certificate.key();

        m_fixture->start();

        const auto parts = m_fixture->sync->health().parts;
        QCOMPARE(parts.back().name, u"certificate"_s);
        QVERIFY(parts.back().isWell());
        const std::string text = m_fixture->metrics.text();
        QVERIFY(text.find("\nfilmtracker_certificate_expiry_timestamp_seconds 1")
                != std::string::npos);
    }

    // Apart from everything else, with ids and reasons that a program can read.
    void whatDevicesTryIsASecurityEvent()
    {
        makeTraffic();
        RawDevice stranger;
        QVERIFY(stranger.open(m_daemon->url()));
        stranger.say(stranger.joinWith(u"7777-7777-7777"_s));
        QVERIFY(stranger.hear<protocol::JoinNo>());
        QVERIFY(stranger.open(m_daemon->url()));
        stranger.socket.sendBinaryMessage("no frame");
        QVERIFY(stranger.waitForClose());
        m_device.joined.token.back() = char(m_device.joined.token.back() ^ 1);
        QVERIFY(m_device.open(m_daemon->url()));
        m_device.say(m_device.helloMessage());
        QVERIFY(m_device.hear<protocol::HelloNo>());

        const auto events = [this] {
            std::map<QString, QJsonObject> found;
            for (const QJsonObject &line : m_daemon->log()) {
                if (line.value(u"category"_s) == u"filmtracker.security"_s)
                    found[line.value(u"message"_s).toString()] = line;
            }
            return found;
        };
        QTRY_COMPARE(events().size(), size_t(4));
        const auto said = events();
        const QJsonObject joined = said.at(u"device-joined"_s);
        const QString device = m_device.author.device.toString();
        QCOMPARE(joined.value(u"level"_s).toString(), u"info"_s);
        QCOMPARE(joined.value(u"fields"_s)[u"device"_s].toString(), device);
        QCOMPARE(joined.value(u"fields"_s)[u"production"_s].toString(),
                 m_fixture->production.toString());
        QCOMPARE(joined.value(u"fields"_s)[u"session"_s], joined.value(u"correlation"_s));
        const QJsonObject refused = said.at(u"join-refused"_s);
        QCOMPARE(refused.value(u"level"_s).toString(), u"warning"_s);
        QCOMPARE(refused.value(u"fields"_s)[u"reason"_s].toString(), u"unknown-code"_s);
        QCOMPARE(refused.value(u"fields"_s)[u"address"_s].toString(), u"127.0.0.1"_s);
        QVERIFY(said.contains(u"protocol-broken"_s));
        const QJsonObject hello = said.at(u"hello-refused"_s);
        QCOMPARE(hello.value(u"fields"_s)[u"reason"_s].toString(), u"token"_s);
        QCOMPARE(hello.value(u"fields"_s)[u"device"_s].toString(), device);
        QVERIFY(m_daemon->metrics().contains(
            "filmtracker_security_events_total{kind=\"hello-refused\"} 1\n"));
    }

    // A run of everything that has names, times, amounts and secrets in it, good and bad; then the
    // log is searched for all of them.
    void nothingThatPeopleSaidIsInTheLog()
    {
        // Passwords stand in addresses, one of them of something that is not there.
        const QString ofDatabase = u"quiet-heron-1931"_s;
        const QString ofRedis = u"tall-otter-4417"_s;
        const QString address =
            QString(m_fixture->database).replace(u"://film@"_s, u"://film:%1@"_s.arg(ofDatabase));
        QVERIFY(!m_place || address.contains(ofDatabase));
        m_daemon = std::make_unique<ServerDaemon>(address);
        QVERIFY(m_daemon->start({u"--redis-url"_s, u"redis://:%1@127.0.0.1:1"_s.arg(ofRedis),
                                 u"--webhook-networks"_s, u"127.0.0.0/8"_s}));
        QTemporaryDir files;
        const auto file = [&files](const QString &name, const QByteArray &text) {
            QFile to(files.filePath(name));
            if (!to.open(QIODevice::WriteOnly) || to.write(text) != text.size())
                qFatal("no file for the test");
            return to.fileName();
        };
        const QStringList production{u"--production"_s, m_fixture->production.toString()};
        QVERIFY(!m_daemon
                     ->admin(QStringList{u"import-crew"_s} + production
                             + QStringList{file(u"crew.csv"_s,
                                                "Name,Department,Position,Unit,Hourly rate,"
                                                "Currency\n"
                                                "Maya Lindqvist,Camera,1st AC,Main,4711.37,"
                                                "USD\n")})
                     .isEmpty());
        QVERIFY(!m_daemon
                     ->admin(QStringList{u"import-days"_s} + production
                             + QStringList{file(u"days.csv"_s,
                                                "Person,Department,Date,Unit,Type,Line\n"
                                                "Maya Lindqvist,Camera,2025-11-20,Main,work,"
                                                "0747 1313-1343 1923\n")})
                     .isEmpty());
        const QString code =
            ServerDaemon::jsonOf("\r\n\r\n"
                                 + m_daemon->admin(QStringList{u"invite"_s} + production
                                                   + QStringList{u"--role"_s, u"coordinator"_s}))
                .value(u"code"_s)
                .toString();
        QVERIFY(!code.isEmpty());

        // A device: welcome, with a change that is applied, one that is kept aside and one that is
        // forged; with a wrong code; without its token; with rubbish.
        QVERIFY(m_device.join(m_daemon->url(), code));
        QVERIFY(m_device.hello(m_daemon->url()));
        m_device.say(
            protocol::Push{1, {m_device.segmentOf({m_device.unitEnvelope(u"Splinter"_s)})}});
        QVERIFY(m_device.hear<protocol::Ack>());
        m_device.say(protocol::Incident{1, u"Maya Lindqvist 07:47"_s});
        protocol::Segment forged = m_device.segmentOf({m_device.unitEnvelope(u"Splinter"_s)});
        forged.signature[3] ^= 1;
        m_device.say(protocol::Push{2, {forged}});
        QVERIFY(m_device.hear<protocol::Nack>());
        RawDevice stranger;
        QVERIFY(stranger.open(m_daemon->url()));
        stranger.say(stranger.joinWith(code)); // used up
        QVERIFY(stranger.hear<protocol::JoinNo>());
        QVERIFY(stranger.open(m_daemon->url()));
        stranger.socket.sendBinaryMessage("Maya Lindqvist 07:47 4711.37");
        QVERIFY(stranger.waitForClose());

        // An account: its first password, signing in rightly and wrongly, reading, and asking for
        // what is not there by names.
        const QString login = u"maya@example.org"_s;
        const QString password = u"nine grips carry crane"_s;
        const QByteArray made =
            m_daemon->admin({u"create-account"_s, u"--login"_s, login, u"--name"_s,
                             u"Maya Lindqvist"_s, u"--data"_s, m_daemon->dataFolder()});
        const QString first =
            QJsonDocument::fromJson(made).object().value(u"password_code"_s).toString();
        QVERIFY(m_daemon
                    ->post("/api/v1/password-code",
                           {{u"login"_s, login}, {u"code"_s, first}, {u"new_password"_s, password}})
                    .startsWith("HTTP/1.1 204"));
        const QJsonObject tokens = ServerDaemon::jsonOf(
            m_daemon->post("/api/v1/session", {{u"login"_s, login}, {u"password"_s, password}}));
        const QString access = tokens.value(u"access_token"_s).toString();
        const QString refresh = tokens.value(u"refresh_token"_s).toString();
        QVERIFY(!access.isEmpty() && !refresh.isEmpty());
        QVERIFY(m_daemon->get("/api/v1/me", "Authorization: Bearer " + access.toLatin1() + "\r\n")
                    .startsWith("HTTP/1.1 200"));
        const QString wrong = u"forty grips drop crane"_s;
        QVERIFY(m_daemon
                    ->post("/api/v1/session", {{u"login"_s, login}, {u"password"_s, wrong}},
                           "X-Request-Id: Maya Lindqvist\r\n")
                    .startsWith("HTTP/1.1 401"));
        QVERIFY(m_daemon
                    ->get("/api/v1/people/Maya%20Lindqvist?rate=4711.37",
                          "Authorization: Bearer " + access.toLatin1() + "x\r\n")
                    .startsWith("HTTP/1.1 4"));
        // Tokens of their own, a second factor from its secret to its recovery codes, the console.
        QStringList secrets = secretsOf(login, password, access);
        QVERIFY(secrets.size() > 15);
        // A member's: the secret of a webhook that cannot be told, a code for another computer.
        store::Database &database = m_fixture->storage->database();
        store::AccountRepository accounts(database);
        QVERIFY(accounts.link(m_fixture->production, m_device.author.user,
                              (*accounts.withLogin(login))->id));
        const QByteArray one = "/api/v1/productions/" + m_fixture->production.toString().toLatin1();
        const QJsonObject hook = ServerDaemon::jsonOf(asMaya(
            "POST", one + "/webhooks", {{u"url"_s, u"http://127.0.0.1:1/camera"_s}}, access));
        QVERIFY(asMaya("POST",
                       one + "/webhooks/" + hook.value(u"id"_s).toString().toLatin1() + "/test", {},
                       access)
                    .startsWith("HTTP/1.1 2"));
        const QString another =
            ServerDaemon::jsonOf(asMaya("POST", one + "/own-device-code", {}, access))
                .value(u"code"_s)
                .toString();
        secrets << hook.value(u"secret"_s).toString().toLower() << another.toLower()
                << another.toLower().remove(u'-') << ofDatabase << ofRedis;
        const auto hasFailed = [this] {
            const QByteArray metrics = m_daemon->metrics();
            const QByteArray count = "filmtracker_webhook_deliveries_total{result=\"failed\"} ";
            return metrics.contains(count) && !metrics.contains(QByteArray(count + "0\n"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(hasFailed(), 20'000);
        // And a statement that fails with all of that bound to it.
        QVERIFY(database.execute(u"ALTER TABLE account RENAME TO away"_s));
        QVERIFY(m_daemon->post("/api/v1/session", {{u"login"_s, login}, {u"password"_s, password}})
                    .startsWith("HTTP/1.1 5"));
        QVERIFY(database.execute(u"ALTER TABLE away RENAME TO account"_s));
        QCOMPARE(m_daemon->stop(), 0);

        static const QRegularExpression ids(u"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{32,}"_s);
        QString log;
        for (QJsonObject line : m_daemon->log()) {
            QVERIFY(!line.isEmpty()); // every line is JSON
            QVERIFY(!QDateTime::fromString(line.take(u"time"_s).toString(), Qt::ISODate).isNull());
            for (const QString &key : {u"level"_s, u"category"_s, u"message"_s})
                QVERIFY2(!line.value(key).toString().isEmpty(), qPrintable(key));
            QString text = QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
            log += text.remove(ids) + u'\n';
        }
        QVERIFY(log.contains(u"signed-in"_s) && log.contains(u"batch-unproven"_s));
        const QByteArray token = m_device.joined.token;
        const QStringList words{u"maya"_s,
                                u"lindqvist"_s,
                                u"example.org"_s,
                                u"camera"_s,
                                u"1st ac"_s,
                                u"splinter"_s,
                                u"laptop"_s,
                                u"night ferry"_s,
                                u"7:47"_s,
                                u"0747"_s,
                                u"13:13"_s,
                                u"19:23"_s,
                                u"1923"_s,
                                u"4711"_s,
                                u"2025-11-20"_s,
                                u"crane"_s,
                                password,
                                wrong,
                                code.toLower(),
                                QString(code).remove(u'-').toLower(),
                                first.toLower(),
                                access.toLower(),
                                refresh.toLower(),
                                access.section(u'.', 2).toLower(),
                                QString::fromLatin1(token.toHex()),
                                QString::fromLatin1(token.toBase64()).toLower()};
        for (const QString &said : words + secrets)
            QVERIFY2(!said.isEmpty() && !log.toLower().contains(said),
                     qPrintable(said + u" is in\n"_s + log));
    }

    // Whatever somebody writes into a path, a method or a header: the series stay a closed set.
    void nothingFromOutsideIsALabel()
    {
        for (const QByteArray path : {"/Maya", "/api/v1/Maya", "/api/v1/productions/Maya/people"})
            QVERIFY(m_daemon->get(path).startsWith("HTTP/1.1 4"));
        QVERIFY(
            !m_daemon->ask("MAYA / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n").isEmpty());

        const QByteArray text = m_daemon->metrics();

        QVERIFY(text.contains("route=\"unmatched\""));
        QVERIFY2(!text.toLower().contains("maya"), text.constData());
    }
};

QTEST_GUILESS_MAIN(TestTelemetry)
#include "tst_telemetry.moc"
