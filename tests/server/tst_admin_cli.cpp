#include "server/cli/arguments.h"
#include "server/cli/command_table.h"

#include "server/cli/credentials.h"
#include "server/cli/terminal.h"
#include "server/identity/totp.h"
#include "tests/support/base32.h"
#include "tests/support/test_certificate.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <csignal>

using namespace film;
using namespace film::admin_cli;
using namespace film::tests;
using namespace Qt::StringLiterals;

namespace {

constexpr int waitMs = 20'000;
const QString login = u"root@example.org"_s;
const QString password = u"nine grips carry crane"_s;
const QString someId = u"6fa459ea-ee8a-4ca4-894e-db77e160355e"_s;

QProcessEnvironment nothingSet()
{
    return QProcessEnvironment();
}

} // namespace

// The administrator's command line: what is typed, and the whole of it against a real server.
class TestAdminCli : public QObject
{
    Q_OBJECT

    struct Ran {
        int exit = -1;
        QByteArray out;
        QByteArray problem;

        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
    };

    QTemporaryDir m_folder;
    test::TestCertificate m_certificate;
    QProcess m_server;
    QString m_url;
    QByteArray m_secret; // of the second factor
    Instant m_codeUsed{};

    [[nodiscard]] QString data() const { return m_folder.filePath(u"server"_s); }
    void startServer()
    {
        QStringList arguments{u"serve"_s,       u"--data"_s, data(),          u"--listen"_s,
                              u"127.0.0.1:0"_s, u"--http"_s, u"127.0.0.1:0"_s};
        const bool isTls = test::TestCertificate::canBeMade() && m_certificate.make();
        if (isTls)
            arguments << u"--tls-certificate"_s << m_certificate.certificate() << u"--tls-key"_s
                      << m_certificate.key();
        m_server.start(u"" FILM_BINARY_DIR "/bin/filmtracker-server"_s, arguments);
        QVERIFY(m_server.waitForReadyRead(waitMs));
        const QString ready = QString::fromUtf8(m_server.readLine()).trimmed();
        m_url = (isTls ? u"https://"_s : u"http://"_s) + ready.section(u"http="_s, 1);
    }
    Ran run(const QStringList &arguments, const QByteArray &typed = {},
            const QString &token = {}) const
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        environment.insert(u"FILMTRACKER_ADMIN_SERVER"_s, m_url);
        environment.insert(u"FILMTRACKER_ADMIN_TOKEN"_s, token);
        if (m_url.startsWith(u"https"))
            environment.insert(u"FILMTRACKER_ADMIN_CA_FILE"_s, m_certificate.certificate());
        process.setProcessEnvironment(environment);
        process.start(u"" FILM_BINARY_DIR "/bin/filmtracker-admin"_s, arguments);
        process.write(typed);
        process.closeWriteChannel();
        if (!process.waitForFinished(waitMs))
            return {};
        return {process.exitCode(), process.readAllStandardOutput(),
                process.readAllStandardError()};
    }
    // One of now; each counts once, so it waits for the next step after one was used.
    [[nodiscard]] QByteArray freshCode()
    {
        const SystemClock clock;
        if (!QTest::qWaitFor(
                [&] { return server::totpStep(clock.now()) > server::totpStep(m_codeUsed); },
                40'000))
            return {};
        m_codeUsed = clock.now();
        return server::hotpCode(m_secret, quint64(server::totpStep(m_codeUsed)),
                                server::totp::digits)
            .toLatin1();
    }
    [[nodiscard]] static QByteArray lines(const QList<QByteArray> &parts)
    {
        return parts.join('\n') + '\n';
    }

private slots:
    void initTestCase() { startServer(); }
    void cleanupTestCase()
    {
        m_server.terminate();
        QVERIFY(m_server.waitForFinished(waitMs));
    }

    void whatIsTypedIsARequest()
    {
        const auto read = readArguments({u"members"_s, u"set-role"_s, u"--user"_s, u"a/b?c"_s,
                                         u"--role=crew"_s, u"--production"_s, someId, u"--json"_s},
                                        nothingSet());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(read->path, u"/api/v1/productions/%1/members/a%2Fb%3Fc/role"_s.arg(someId));
        QCOMPARE(read->body, (QJsonObject{{u"role"_s, u"crew"_s}}));
        QVERIFY(read->isJson);

        QProcessEnvironment environment;
        environment.insert(u"FILMTRACKER_PRODUCTION"_s, someId);
        const auto days = readArguments(
            {u"time-entries"_s, u"list"_s, u"--from"_s, u"2025-11-17"_s, u"--person"_s, u"a&b=c"_s},
            environment);
        QVERIFY(days);
        QCOMPARE(days->path, u"/api/v1/productions/%1/time-entries"_s.arg(someId));
        QCOMPARE(days->query.queryItemValue(u"person"_s, QUrl::FullyDecoded), u"a&b=c"_s);
        QCOMPARE(days->query.queryItems().size(), 2);

        const auto hook =
            readArguments({u"webhooks"_s, u"add"_s, u"--url"_s, u"https://x.example"_s,
                           u"--events"_s, u"day.changed,day.approved"_s},
                          environment);
        QVERIFY(hook);
        QCOMPARE(hook->body.value(u"events"_s).toArray(),
                 (QJsonArray{u"day.changed"_s, u"day.approved"_s}));
    }

    // The same API, all of it: nothing that the console or another system can do is missing here.
    void everythingOfTheApiIsACommand()
    {
        QFile file(u"" FILM_SOURCE_DIR "/server/http/openapi.json"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList routes;
        const QJsonObject paths =
            QJsonDocument::fromJson(file.readAll()).object().value(u"paths"_s).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QString &name = path.key();
            // Signing in and out and one's own account are commands of several requests.
            const bool isOfSigningIn =
                name.startsWith(u"/api/v1/session"_s) && !name.startsWith(u"/api/v1/sessions/"_s);
            if (isOfSigningIn || name == u"/api/v1/password-code"_s
                || name == u"/api/v1/me/password"_s || name == u"/api/v1/me/second-factor"_s
                || name == u"/api/v1/openapi.json"_s || name.startsWith(u"/.well-known/"_s))
                continue;
            for (const QString &method : path.value().toObject().keys())
                routes << method.toUpper() + u' ' + name;
        }
        QVERIFY(routes.size() > 50);
        for (const Command &command : commands())
            routes.removeAll(QString::fromLatin1(command.method) + u' ' + command.path);
        QCOMPARE(routes, QStringList());
    }

    void whatIsTypedWronglyIsSaid_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<QString>("said");
        QTest::newRow("missing") << QStringList{u"accounts"_s, u"lock"_s}
                                 << u"--account is missing"_s;
        QTest::newRow("no value") << QStringList{u"accounts"_s, u"lock"_s, u"--account"_s}
                                  << u"--account needs a value"_s;
        QTest::newRow("unknown option")
            << QStringList{u"accounts"_s, u"list"_s, u"--frob"_s, u"1"_s}
            << u"unknown option --frob"_s;
        QTest::newRow("no number")
            << QStringList{u"tokens"_s, u"create"_s, u"--name"_s, u"a"_s, u"--days"_s, u"x"_s}
            << u"--days is a number"_s;
        QTest::newRow("no address")
            << QStringList{u"whoami"_s, u"--server"_s, u"films"_s} << u"--server is an address"_s;
        QTest::newRow("without TLS")
            << QStringList{u"whoami"_s, u"--server"_s, u"http://films.example"_s}
            << u"use https://"_s;
        QTest::newRow("nearly here")
            << QStringList{u"whoami"_s, u"--server"_s, u"http://localhost.films.example"_s}
            << u"use https://"_s;
    }
    void whatIsTypedWronglyIsSaid()
    {
        QFETCH(QStringList, typed);
        QFETCH(QString, said);
        const auto read = readArguments(typed, nothingSet());
        QVERIFY(!read);
        QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
    }

    // Nothing in a list that people typed elsewhere acts on this terminal.
    void aTableShowsNoControlCharacters()
    {
        const QString table =
            tableOf({{u"items"_s, QJsonArray{QJsonObject{{u"name"_s, u"a\u001b[2Jb\u202e\nc"_s}}}}},
                    {u"name"_s});
        QCOMPARE(table, u"name\na [2Jb  c\n"_s);
    }

    void aTokenGoesOnlyToItsServer()
    {
        const CredentialsFile file(m_folder.filePath(u"kept/admin.json"_s));
        const QUrl here(u"https://films.example:7421"_s);
        QVERIFY(file.write({here, u"access"_s, u"refresh"_s}));
        QCOMPARE((*file.read(here))->refreshToken, u"refresh"_s);
        QVERIFY(!*file.read(QUrl(u"https://films.example"_s)));
        QFile::setPermissions(m_folder.filePath(u"kept/admin.json"_s),
                              QFileDevice::ReadOwner | QFileDevice::ReadOther);
        QVERIFY(!file.read(here));
        file.forget();
        QVERIFY(!*file.read(here));
    }

    void theShellsCompleteEveryCommand()
    {
        for (const QString &shell : {u"bash"_s, u"zsh"_s, u"fish"_s}) {
            const QString text = completionFor(shell);
            for (const Command &command : commands()) {
                QVERIFY2(text.contains(command.name.section(u' ', 0, 0)), qPrintable(command.name));
                for (const CommandOption &option : command.options)
                    QVERIFY2(text.contains(option.name), qPrintable(command.name));
            }
        }
        QVERIFY(completionFor(u"tcsh"_s).isEmpty());
        if (QStandardPaths::findExecutable(u"bash"_s).isEmpty())
            QSKIP("no bash");
        QProcess bash;
        bash.start(u"bash"_s,
                   {u"-c"_s,
                    u"source /dev/stdin; COMP_WORDS=(filmtracker-admin members s);"
                    " COMP_CWORD=2; _filmtracker_admin; echo ${COMPREPLY[@]}"_s});
        bash.write(completionFor(u"bash"_s).toUtf8());
        bash.closeWriteChannel();
        QVERIFY(bash.waitForFinished(waitMs));
        QCOMPARE(bash.readAllStandardOutput().trimmed(), QByteArray("set-role"));
    }

    // From an empty server to a production with an invite, as somebody does it who sets one up.
    void aServerIsSetUp()
    {
        QProcess create;
        create.start(u"" FILM_BINARY_DIR "/bin/filmtracker-server"_s,
                     {u"admin"_s, u"create-account"_s, u"--login"_s, login, u"--name"_s, u"Root"_s,
                      u"--server-administrator"_s, u"--data"_s, data(), u"--json"_s,
                      u"--database"_s, u"sqlite:"_s + data() + u"/filmtracker-server.sqlite"_s});
        QVERIFY(create.waitForFinished(waitMs));
        const QByteArray code = QJsonDocument::fromJson(create.readAllStandardOutput())
                                    .object()
                                    .value(u"password_code"_s)
                                    .toString()
                                    .toLatin1();
        QCOMPARE(run({u"accounts"_s, u"list"_s}).exit, 4);
        QCOMPARE(
            run({u"password"_s, u"set"_s, u"--login"_s, login}, lines({code, password.toUtf8()}))
                .exit,
            0);
        QCOMPARE(run({u"sign-in"_s, u"--login"_s, login}, "wrong wrong wrong\n").exit, 4);
        const Ran in = run({u"sign-in"_s, u"--login"_s, login}, lines({password.toUtf8()}));
        QCOMPARE(in.exit, 0);
        QVERIFY(in.out.contains("second-factor enrol"));
        QCOMPARE(run({u"accounts"_s, u"list"_s}).exit, 1); // not before the second factor
    }

    void aSecondFactorIsEnrolled()
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder.filePath(u"config"_s));
        environment.insert(u"FILMTRACKER_ADMIN_SERVER"_s, m_url);
        environment.insert(u"FILMTRACKER_ADMIN_CA_FILE"_s,
                           m_url.startsWith(u"https") ? m_certificate.certificate() : QString());
        process.setProcessEnvironment(environment);
        process.start(u"" FILM_BINARY_DIR "/bin/filmtracker-admin"_s,
                      {u"second-factor"_s, u"enrol"_s});
        process.write(lines({password.toUtf8()}));
        QByteArray out;
        while (!out.contains("otpauth://") && process.waitForReadyRead(waitMs))
            out += process.readAllStandardOutput();
        m_secret = fromBase32(QString::fromUtf8(out.split('\n').value(1)));
        process.write(lines({freshCode()}));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished(waitMs));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("Recovery codes"));

        QCOMPARE(
            run({u"sign-in"_s, u"--login"_s, login}, lines({password.toUtf8(), freshCode()})).exit,
            0);
    }

    void anAdministratorDoesTheirWork()
    {
        const QString production = QString::fromUtf8(
            run({u"productions"_s, u"create"_s, u"--title"_s, u"Northern Lights"_s, u"--zone"_s,
                 u"Europe/London"_s, u"--week-ends"_s, u"sunday"_s, u"--currency"_s, u"GBP"_s})
                .out.trimmed());
        QVERIFY(!QUuid::fromString(production).isNull());
        const Ran listed = run({u"productions"_s, u"list"_s});
        QVERIFY(listed.out.contains("Northern Lights"));
        QCOMPARE(run({u"productions"_s, u"list"_s, u"--json"_s})
                     .json()
                     .value(u"items"_s)
                     .toArray()
                     .size(),
                 1);
        // Not a member of it: it answers as none.
        const Ran shown = run({u"productions"_s, u"show"_s, u"--production"_s, production});
        QCOMPARE(shown.exit, 1);
        QVERIFY(shown.problem.contains("no such thing"));

        const QString account =
            run({u"accounts"_s, u"create"_s, u"--login"_s, u"maya@example.org"_s,
                 u"--display-name"_s, u"Maya Lindqvist"_s, u"--json"_s})
                .json()
                .value(u"id"_s)
                .toString();
        QCOMPARE(run({u"accounts"_s, u"lock"_s, u"--account"_s, account}).out,
                 QByteArray("done\n"));
        QVERIFY(run({u"accounts"_s, u"list"_s}).out.contains("locked"));
        QCOMPARE(run({u"accounts"_s, u"unlock"_s, u"--account"_s, account}).exit, 0);
        QCOMPARE(run({u"accounts"_s, u"sessions"_s, u"--account"_s, account, u"--json"_s})
                     .json()
                     .value(u"items"_s)
                     .toArray()
                     .size(),
                 0);
        QCOMPARE(run({u"keys"_s, u"rotate"_s}).exit, 0);
        QCOMPARE(run({u"server"_s, u"health"_s, u"--json"_s}).json().value(u"ready"_s).toBool(),
                 true);
        QVERIFY(run({u"server"_s, u"metrics"_s}).out.contains("# TYPE filmtracker_"));

        const QString token =
            run({u"tokens"_s, u"create"_s, u"--name"_s, u"reports"_s, u"--json"_s})
                .json()
                .value(u"token"_s)
                .toString();
        QCOMPARE(run({u"whoami"_s}, {}, token).exit, 0);
        QCOMPARE(run({u"accounts"_s, u"list"_s}, {}, token).exit, 1);

        QCOMPARE(run({u"sign-out"_s}).exit, 0);
        QCOMPARE(run({u"accounts"_s, u"list"_s}).exit, 4);
        QCOMPARE(run({u"frob"_s}).exit, 2);
        QCOMPARE(run({u"whoami"_s, u"--server"_s, u"http://127.0.0.1:1"_s}).exit, 3);
        // The token of nobody here, and a certificate that nobody vouches for.
        if (m_url.startsWith(u"https"))
            QCOMPARE(run({u"whoami"_s, u"--ca-file"_s, m_certificate.key()}).exit, 2);
    }

    // The daemon goes on, under the same address.
    void aRenewedCertificateIsTakenOnSighup()
    {
        if (!m_url.startsWith(u"https"))
            QSKIP("no openssl to make a certificate with");
        const QStringList health{u"server"_s, u"health"_s};
        QCOMPARE(run(health).exit, 0);
        QVERIFY(m_certificate.make());
        QCOMPARE(run(health).exit, 3); // it still shows the old one, which is not trusted any more
        QCOMPARE(::kill(pid_t(m_server.processId()), SIGHUP), 0);
        QTRY_COMPARE(run(health).exit, 0);
        QCOMPARE(m_server.state(), QProcess::Running);
    }
};

QTEST_GUILESS_MAIN(TestAdminCli)
#include "tst_admin_cli.moc"
