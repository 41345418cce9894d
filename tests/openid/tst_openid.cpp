#include "tests/openid/issuer_process.h"
#include "tests/support/api_fixture.h"
#include "tests/support/server_daemon.h"

#include <QFileInfo>

using namespace film;
using namespace film::server;
using namespace film::test;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 30'000;
const QString redirect = u"http://127.0.0.1:4711/callback"_s;

OpenIdSettings settingsFor(const IssuerProcess &issuer, const QString &client)
{
    OpenIdSettings settings;
    settings.issuer = issuer.url();
    settings.clientId = client;
    return settings;
}

// A server that believes the issuer. Its clock begins at the issuer's, which is the computer's.
struct Stage {
    explicit Stage(const IssuerProcess &issuer, const QString &client = u"filmtracker-RS256"_s,
                   const QByteArray &secret = {})
    {
        OpenIdSettings settings = settingsFor(issuer, client);
        settings.clientSecret = secret;
        api.clock().time = SystemClock().now();
        api.setOpenId(settings);
    }

    OpenIdDoor door()
    {
        const Reply said = api.get(u"/api/v1/session/openid"_s);
        const auto read = readDoor(said.json());
        if (!read)
            qFatal("no door: %s", said.web.body.constData());
        return *read;
    }
    // What a program has in hand when its browser came back.
    QJsonObject grantFor(const QString &login)
    {
        const OpenIdDoor at = door();
        const OpenIdAttempt attempt = makeAttempt(random);
        const QUrl back = Visitor(login).signInAt(authorizationUrl(at, attempt, redirect));
        const auto code = codeIn(QUrlQuery(back), at, attempt);
        if (!code)
            qFatal("no code: %s", qPrintable(back.toString()));
        return {{u"code"_s, *code},
                {u"code_verifier"_s, attempt.verifier},
                {u"nonce"_s, attempt.nonce},
                {u"redirect_uri"_s, redirect}};
    }
    Reply signIn(const QJsonObject &grant)
    {
        return api.ask("POST", u"/api/v1/session/openid"_s, grant);
    }
    void link(const QString &login, const QString &subject)
    {
        store::AccountRepository accounts(api.storage().database());
        const QString issuer = door().issuer;
        if (!accounts.linkIdentity(api.accountId(login), {issuer, subject}, api.clock().now()))
            qFatal("not linked");
    }

    TestDatabase place{TestDatabase::Kind::Sqlite};
    Api api{place};
    SystemRandom random;
};

} // namespace

// The whole sign-in, against an issuer that is not ours.
class TestOpenId : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuerProcess> m_issuer;

private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_NODE)),
                 "node is missing: scripts/install_dependencies.sh");
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_ISSUER)),
                 "build the target openid_issuer first, as ctest does");
        m_issuer = std::make_unique<IssuerProcess>();
    }
    void cleanupTestCase() { m_issuer.reset(); }

    void somebodyWhoIsLinkedSignsIn_data()
    {
        QTest::addColumn<QString>("client");
        QTest::addColumn<QByteArray>("secret");
        for (const char *algorithm : {"RS256", "ES256", "EdDSA"})
            QTest::newRow(algorithm)
                << QString(u"filmtracker-"_s + QString::fromLatin1(algorithm)) << QByteArray();
        QTest::newRow("with a secret")
            << u"filmtracker secret:1"_s << QByteArray("a+b c&d:e/fghijklmnopqrstuvwxyz0");
    }
    void somebodyWhoIsLinkedSignsIn()
    {
        QFETCH(QString, client);
        QFETCH(QByteArray, secret);
        Stage stage(*m_issuer, client, secret);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);

        const Reply done = stage.signIn(stage.grantFor(u"u-4711"_s));

        QCOMPARE(done.status(), 200);
        QCOMPARE(done.at(u"duty"_s), u"none"_s);
        const Reply me = stage.api.get(u"/api/v1/me"_s, done.at(u"access_token"_s));
        QCOMPARE(me.at(u"account"_s), stage.api.accountId(u"maya@example.org"_s).toString());
        QCOMPARE(stage.api
                     .ask("POST", u"/api/v1/session/refresh"_s,
                          {{u"refresh_token"_s, done.at(u"refresh_token"_s)}})
                     .status(),
                 200);
    }

    // Whatever address somebody has there: only an administrator says who they are here.
    void nobodyIsTakenForSomebodyElse()
    {
        Stage stage(*m_issuer);
        const QString admin = stage.api.administrator();
        stage.api.account(u"maya@example.org"_s);
        const QString account = stage.api.accountId(u"maya@example.org"_s).toString();
        const QString identity = u"/api/v1/accounts/%1/identity"_s.arg(account);

        const Reply refused = stage.signIn(stage.grantFor(u"maya@example.org"_s));
        QCOMPARE(refused.status(), 401);
        QCOMPARE(refused.at(u"reason"_s), u"not-linked"_s);
        QCOMPARE(refused.at(u"subject"_s), u"maya@example.org"_s);
        QCOMPARE(stage.api.get(identity, admin).status(), 404);

        const QJsonObject subject{{u"subject"_s, refused.at(u"subject"_s)}};
        QCOMPARE(stage.api.ask("PUT", identity, subject).status(), 401);
        QCOMPARE(stage.api.ask("PUT", identity, subject, admin).status(), 204);
        QCOMPARE(stage.api.get(identity, admin).at(u"subject"_s), u"maya@example.org"_s);
        const Reply done = stage.signIn(stage.grantFor(u"maya@example.org"_s));
        QCOMPARE(done.status(), 200);
        // They are nobody else, and nobody else is they.
        stage.api.account(u"nils@example.org"_s);
        const QString other = u"/api/v1/accounts/%1/identity"_s.arg(
            stage.api.accountId(u"nils@example.org"_s).toString());
        QCOMPARE(stage.api.ask("PUT", other, subject, admin).status(), 409);

        QCOMPARE(stage.api.ask("DELETE", identity, {}, admin).status(), 204);
        QCOMPARE(stage.api.get(u"/api/v1/me"_s, done.at(u"access_token"_s)).status(), 401);
        QCOMPARE(stage.signIn(stage.grantFor(u"maya@example.org"_s)).at(u"reason"_s),
                 u"not-linked"_s);
    }

    // The issuer's word stands for the password and for nothing else.
    void theSecondFactorIsStillAskedFor()
    {
        Stage stage(*m_issuer);
        stage.api.administrator();
        stage.link(u"root@example.org"_s, u"root-there"_s);

        const Reply needed = stage.signIn(stage.grantFor(u"root-there"_s));
        QCOMPARE(needed.status(), 401);
        QCOMPARE(needed.at(u"reason"_s), u"code-needed"_s);
        const QString path = u"/api/v1/session/openid/second-factor"_s;
        const auto with = [&](const QString &ticket, const QString &code) {
            return stage.api.ask("POST", path, {{u"ticket"_s, ticket}, {u"code"_s, code}});
        };
        const QString ticket = needed.at(u"ticket"_s);
        stage.api.clock().time += 31s;
        const QString code = stage.api.adminCode();
        QCOMPARE(with(ticket, u"000000"_s).at(u"reason"_s), u"wrong-code"_s);
        QString changed = ticket;
        changed[5] = changed[5] == u'A' ? u'B' : u'A';
        QCOMPARE(with(changed, code).status(), 410);
        QCOMPARE(with(u"made-up"_s, code).status(), 410);
        const Reply done = with(ticket, code);
        QCOMPARE(done.status(), 200);
        QCOMPARE(stage.api.get(u"/api/v1/accounts"_s, done.at(u"access_token"_s)).status(), 200);
        QCOMPARE(with(ticket, code).at(u"reason"_s), u"wrong-code"_s); // each code counts once
        stage.api.clock().time += 5min;
        QCOMPARE(with(ticket, stage.api.adminCode()).status(), 410);
    }

    void aTicketEndsWithTheLink()
    {
        Stage stage(*m_issuer);
        const QString admin = stage.api.administrator();
        stage.link(u"root@example.org"_s, u"root-there"_s);
        const QString ticket = stage.signIn(stage.grantFor(u"root-there"_s)).at(u"ticket"_s);
        const QString identity = u"/api/v1/accounts/%1/identity"_s.arg(
            stage.api.accountId(u"root@example.org"_s).toString());
        QCOMPARE(stage.api.ask("DELETE", identity, {}, admin).status(), 204);
        stage.api.clock().time += 31s;
        QCOMPARE(stage.api
                     .ask("POST", u"/api/v1/session/openid/second-factor"_s,
                          {{u"ticket"_s, ticket}, {u"code"_s, stage.api.adminCode()}})
                     .status(),
                 410);
    }

    // Six digits are short: tickets do not make guessing them cheaper.
    void codesAreNotGuessedWithTickets()
    {
        Stage stage(*m_issuer);
        stage.api.administrator();
        stage.link(u"root@example.org"_s, u"root-there"_s);
        const QString ticket = stage.signIn(stage.grantFor(u"root-there"_s)).at(u"ticket"_s);
        QString reason;
        int tries = 0;
        for (; tries < 50 && reason != u"too-early"; ++tries)
            reason = stage.api
                         .ask("POST", u"/api/v1/session/openid/second-factor"_s,
                              {{u"ticket"_s, ticket}, {u"code"_s, u"000000"_s}})
                         .at(u"reason"_s);
        QCOMPARE(reason, u"too-early"_s);
        QVERIFY2(tries < 40, qPrintable(QString::number(tries)));
    }

    // An account that never had a password needs none; a locked one stays locked.
    void anAccountMayHaveNoPassword()
    {
        Stage stage(*m_issuer);
        const QString admin = stage.api.administrator();
        const Reply made = stage.api.ask(
            "POST", u"/api/v1/accounts"_s,
            {{u"login"_s, u"nils@example.org"_s}, {u"display_name"_s, u"Nils"_s}}, admin);
        stage.link(u"nils@example.org"_s, u"nils-there"_s);
        const Reply done = stage.signIn(stage.grantFor(u"nils-there"_s));
        QCOMPARE(done.status(), 200);
        QCOMPARE(done.at(u"duty"_s), u"none"_s);
        QCOMPARE(stage.api.get(u"/api/v1/me/sessions"_s, done.at(u"access_token"_s)).status(), 200);
        QCOMPARE(stage.api.signIn(u"nils@example.org"_s).at(u"reason"_s), u"wrong"_s);

        const QString lock = u"/api/v1/accounts/%1/lock"_s.arg(made.at(u"id"_s));
        QCOMPARE(stage.api.ask("PUT", lock, {}, admin).status(), 204);
        QCOMPARE(stage.signIn(stage.grantFor(u"nils-there"_s)).at(u"reason"_s), u"wrong"_s);
    }

    void aGrantOfSomebodyElseIsWorthNothing_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("status");
        QTest::newRow("another verifier") << u"code_verifier"_s << QString(43, u'a') << 401;
        QTest::newRow("another nonce") << u"nonce"_s << QString(43, u'a') << 401;
        QTest::newRow("another code") << u"code"_s << u"made-up"_s << 401;
        QTest::newRow("another port")
            << u"redirect_uri"_s << u"http://127.0.0.1:4712/callback"_s << 401;
        QTest::newRow("a page") << u"redirect_uri"_s << u"https://evil.example/callback"_s << 400;
        QTest::newRow("nearly this computer")
            << u"redirect_uri"_s << u"http://127.0.0.1.evil.example:80/callback"_s << 400;
        QTest::newRow("a short verifier") << u"code_verifier"_s << QString(42, u'a') << 400;
        QTest::newRow("a short nonce") << u"nonce"_s << u"abc"_s << 400;
        QTest::newRow("a line in the code") << u"code"_s << u"a\r\nb"_s << 401;
    }
    void aGrantOfSomebodyElseIsWorthNothing()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(int, status);
        Stage stage(*m_issuer);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);
        QJsonObject grant = stage.grantFor(u"u-4711"_s);
        grant[key] = value;
        const Reply refused = stage.signIn(grant);
        QCOMPARE(refused.status(), status);
        if (status == 401)
            QCOMPARE(refused.at(u"reason"_s), u"issuer"_s);
    }

    void aCodeCountsOnce()
    {
        Stage stage(*m_issuer);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);
        const QJsonObject grant = stage.grantFor(u"u-4711"_s);
        QCOMPARE(stage.signIn(grant).status(), 200);
        QCOMPARE(stage.signIn(grant).at(u"reason"_s), u"issuer"_s);
    }

    // A code that was given to another program of the same issuer.
    void aCodeForAnotherProgramIsRefused()
    {
        Stage stage(*m_issuer, u"filmtracker-RS256"_s);
        Stage other(*m_issuer, u"filmtracker-ES256"_s);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);
        QCOMPARE(stage.signIn(other.grantFor(u"u-4711"_s)).at(u"reason"_s), u"issuer"_s);
    }

    void anOldTokenIsRefused()
    {
        Stage stage(*m_issuer);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);
        const QJsonObject grant = stage.grantFor(u"u-4711"_s);
        stage.api.clock().time += 2h; // the issuer's clock is behind: what it signs is old
        QCOMPARE(stage.signIn(grant).at(u"reason"_s), u"issuer"_s);
    }

    void theIssuerMayTakeNewKeys()
    {
        IssuerProcess issuer;
        Stage stage(issuer);
        stage.api.account(u"maya@example.org"_s);
        stage.link(u"maya@example.org"_s, u"u-4711"_s);
        QCOMPARE(stage.signIn(stage.grantFor(u"u-4711"_s)).status(), 200);
        issuer.takeNewKeys();
        // Not asked again and again for a key that nobody has.
        QCOMPARE(stage.signIn(stage.grantFor(u"u-4711"_s)).at(u"reason"_s), u"issuer"_s);
        stage.api.clock().time += 6s;
        QCOMPARE(stage.signIn(stage.grantFor(u"u-4711"_s)).status(), 200);
    }

    void anIssuerThatIsAwayIsSaid()
    {
        auto issuer = std::make_unique<IssuerProcess>();
        Stage stage(*issuer);
        const QJsonObject grant = stage.grantFor(u"u-4711"_s);
        issuer.reset();
        QCOMPARE(stage.signIn(grant).status(), 503);
    }

    // Another issuer at the address, or one that answers for somebody else.
    void anIssuerOfAnotherNameIsNotBelieved()
    {
        OpenIdSettings settings = settingsFor(*m_issuer, u"filmtracker-RS256"_s);
        settings.issuer.setHost(u"localhost"_s);
        OpenIdIssuer issuer(settings);
        const auto endpoint = issuer.authorizationEndpoint(SystemClock().now());
        QVERIFY(!endpoint);
        QCOMPARE(endpoint.error().code, ErrorCode::ProtocolViolation);
    }

    void withoutAnIssuerThereIsNoSuchSignIn()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        QCOMPARE(api.get(u"/api/v1/session/openid"_s).status(), 404);
    }

    // The server, the command line and the issuer as processes, and a person with a browser.
    void aPersonSignsInOnTheCommandLine()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ServerDaemon server(place.address());
        QVERIFY(server.start({u"--openid-issuer"_s, m_issuer->url().toString(),
                              u"--openid-client-id"_s, u"filmtracker-EdDSA"_s}));
        auto storage = store::ServerStorageSql::open(place.address());
        QVERIFY(storage);
        store::AccountRepository accounts((*storage)->database());
        store::AccountRow row;
        SystemRandom random;
        row.id = AccountId(random.bytes<16>());
        row.login = u"maya@example.org"_s;
        row.state = store::AccountState::MustChangePassword;
        QVERIFY(accounts.add(row));
        QVERIFY(accounts.linkIdentity(row.id, {m_issuer->url().toString(), u"u-4711"_s},
                                      SystemClock().now()));

        const QTemporaryDir folder;
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, folder.path());
        environment.insert(u"FILMTRACKER_ADMIN_SERVER"_s, server.httpUrl());
        environment.insert(u"PATH"_s, folder.path()); // no browser opens by itself
        program.setProcessEnvironment(environment);
        const QString path = QStringLiteral(FILM_BINARY_DIR "/bin/filmtracker-admin");
        program.start(path, {u"sign-in"_s, u"--openid"_s});
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += program.readAllStandardError();
                return said.count('\n') >= 2;
            },
            waitMs));
        Visitor visitor(u"u-4711"_s);
        const QUrl back = visitor.signInAt(QUrl(QString::fromLatin1(said.split('\n').at(1))));
        QVERIFY(!back.isEmpty());
        QVERIFY(visitor.goTo(back).contains("You can close this tab."));
        QVERIFY(QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, waitMs));
        QCOMPARE(program.readAllStandardOutput(), QByteArray("signed in\n"));
        QCOMPARE(program.exitCode(), 0);
        QVERIFY(!(QFileInfo(folder.filePath(u"filmtracker/admin.json"_s)).permissions()
                  & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));

        program.start(path, {u"whoami"_s, u"--json"_s});
        QVERIFY(QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, waitMs));
        QCOMPARE(QJsonDocument::fromJson(program.readAllStandardOutput())[u"account"_s].toString(),
                 row.id.toString());
        QCOMPARE(server.stop(), 0);
    }
};

QTEST_GUILESS_MAIN(TestOpenId)
#include "tst_openid.moc"
