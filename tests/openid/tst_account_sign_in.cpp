#include "app/engine/account_sign_in.h"
#include "app/engine/joiner.h"
#include "tests/openid/issuer_process.h"
#include "tests/support/api_fixture.h"
#include "tests/support/server_daemon.h"

#include <QFileInfo>
#include <QSignalSpy>

using namespace film;
using namespace film::app;
using namespace film::test;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 30'000;

} // namespace

// The desktop app's way in with an account: the server as a process, a real issuer, and a person
// with a browser.
class TestAccountSignIn : public QObject
{
    Q_OBJECT

    std::unique_ptr<IssuerProcess> m_issuer;
    std::unique_ptr<TestDatabase> m_place;
    std::unique_ptr<ServerDaemon> m_server;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    SystemRandom m_random;

    ProductionId production(const QString &title)
    {
        Production made;
        made.title = title;
        made.zone = "Europe/Oslo";
        return *AdminTasks(*m_storage, SystemClock().now()).createProduction(made);
    }
    UserId member(ProductionId production)
    {
        store::MemberRow row;
        row.user = UserId(m_random.bytes<16>());
        row.role = Role::Coordinator;
        row.name = u"Priya Nair"_s;
        if (!store::IdentityRepository(m_storage->database()).addMember(production, row))
            qFatal("no member");
        return row.user;
    }
    AccountId account(const QString &login, const QString &subject)
    {
        store::AccountRepository accounts(m_storage->database());
        store::AccountRow row;
        row.id = AccountId(m_random.bytes<16>());
        row.login = login;
        row.state = store::AccountState::MustChangePassword;
        if (!accounts.add(row)
            || !accounts.linkIdentity(row.id, {m_issuer->url().toString(), subject},
                                      SystemClock().now()))
            qFatal("no account");
        return row.id;
    }
    bool hasOpenSession(AccountId account)
    {
        const auto sessions = store::AccountRepository(m_storage->database()).allSessions(account);
        if (!sessions)
            qFatal("no sessions");
        return std::ranges::any_of(*sessions, [](const store::AccountSessionRow &row) {
            return row.isOpen(msSinceEpoch(SystemClock().now()));
        });
    }
    void visit(const QSignalSpy &pages, const QString &login)
    {
        QTRY_COMPARE_WITH_TIMEOUT(pages.size(), 1, waitMs);
        Visitor visitor(login);
        const QUrl back = visitor.signInAt(pages.front().front().toUrl());
        QVERIFY(!back.isEmpty());
        QVERIFY(visitor.goTo(back).contains("You can close this tab."));
    }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(QStringLiteral(FILM_ISSUER)),
                 "build the target openid_issuer first, as ctest does");
        m_issuer = std::make_unique<IssuerProcess>();
    }
    void cleanupTestCase() { m_issuer.reset(); }
    void init()
    {
        m_place = std::make_unique<TestDatabase>(TestDatabase::Kind::Sqlite);
        m_server = std::make_unique<ServerDaemon>(m_place->address());
        QVERIFY(m_server->start({u"--openid-issuer"_s, m_issuer->url().toString(),
                                 u"--openid-client-id"_s, u"filmtracker-ES256"_s}));
        m_storage = *store::ServerStorageSql::open(m_place->address());
    }
    void cleanup()
    {
        m_storage.reset();
        m_server.reset();
        m_place.reset();
    }

    void theApiIsBesideTheSyncPort()
    {
        QCOMPARE(AccountSignIn::apiOf(u"films.example"_s)->toString(), u"https://films.example"_s);
        QCOMPARE(AccountSignIn::apiOf(u"wss://films.example:8443/sync/v1"_s)->toString(),
                 u"https://films.example:8443"_s);
        QCOMPARE(AccountSignIn::apiOf(u"ws://127.0.0.1:7420"_s)->toString(),
                 u"http://127.0.0.1:7421"_s);
        QVERIFY(!AccountSignIn::apiOf(u"ftp://films.example"_s));
    }

    // Codes and tokens go there.
    void nothingIsSentInTheClear()
    {
        for (const QString &remote :
             {u"ws://films.example"_s, u"http://films.example:7420"_s, u"ws://192.0.2.7:7420"_s}) {
            const auto api = AccountSignIn::apiOf(remote);
            QVERIFY(!api);
            QCOMPARE(api.error().code, ErrorCode::InvalidInput);
        }
        QVERIFY(AccountSignIn::apiOf(u"ws://localhost:7420"_s));
        QVERIFY(AccountSignIn::apiOf(u"ws://[::1]:7420"_s));
    }

    void productionsOfOneTitleAreToldApart()
    {
        using Place = film::app::AccountSignIn::Place;
        const QStringList labels = AccountSignIn::labelsOf(
            {Place{u"1"_s, u"Night Ferry"_s}, Place{u"2"_s, u"Night Ferry"_s},
             Place{u"3"_s, u"Harbour Lights"_s}, Place{u"4"_s, QString()}});
        QCOMPARE(
            labels,
            (QStringList{u"Night Ferry (1)"_s, u"Night Ferry (2)"_s, u"Harbour Lights"_s, u"4"_s}));
    }

    void aPersonJoinsWithTheirAccount()
    {
        const ProductionId films = production(u"Night Ferry"_s);
        const ProductionId other = production(u"Harbour Lights"_s);
        const UserId user = member(films);
        const AccountId priya = account(u"priya@example.org"_s, u"u-4711"_s);
        store::AccountRepository accounts(m_storage->database());
        QVERIFY(accounts.link(films, user, priya));
        QVERIFY(accounts.link(other, member(other), priya));
        AccountSignIn signIn(QUrl(m_server->httpUrl()), m_random);
        const QSignalSpy pages(&signIn, &AccountSignIn::browserNeeded);
        const QSignalSpy choices(&signIn, &AccountSignIn::choiceNeeded);
        const QSignalSpy codes(&signIn, &AccountSignIn::codeReady);

        signIn.start();
        visit(pages, u"u-4711"_s);
        QTRY_COMPARE_WITH_TIMEOUT(choices.size(), 1, waitMs);
        const auto places = choices.front().front().value<QList<film::app::AccountSignIn::Place>>();
        QCOMPARE(places.size(), 2);
        const auto chosen =
            std::ranges::find(places, u"Night Ferry"_s, &AccountSignIn::Place::title);
        QVERIFY(chosen != places.end());
        signIn.choose(chosen->production);
        QTRY_COMPARE_WITH_TIMEOUT(codes.size(), 1, waitMs);

        std::optional<protocol::Joined> joined;
        const sync::Ed25519Signer signer(m_random.bytes<32>());
        const Joiner joiner({m_server->url(), codes.front().front().toString(), u"Laptop"_s, {}},
                            signer, [&joined](const Result<protocol::Joined> &answer) {
                                if (answer)
                                    joined = *answer;
                            });
        QTRY_VERIFY_WITH_TIMEOUT(joined.has_value(), waitMs);
        QCOMPARE(joined->certificate.production, films);
        QCOMPARE(joined->certificate.user, user);
        // Nothing stays open behind it.
        QVERIFY(!hasOpenSession(priya));
    }

    void whoIsNotLinkedIsTold()
    {
        AccountSignIn signIn(QUrl(m_server->httpUrl()), m_random);
        const QSignalSpy pages(&signIn, &AccountSignIn::browserNeeded);
        const QSignalSpy failures(&signIn, &AccountSignIn::failed);
        signIn.start();
        visit(pages, u"u-unknown"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, waitMs);
        const auto error = failures.front().front().value<film::Error>();
        QCOMPARE(error.code, ErrorCode::Unauthenticated);
        QCOMPARE(error.message, u"u-unknown"_s);
    }

    // Not let in is another thing than not linked; and no session stays open behind a failure.
    void whoIsNotLetInLeavesNothingBehind_data()
    {
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("locked") << true;
        QTest::newRow("on no production") << false;
    }
    void whoIsNotLetInLeavesNothingBehind()
    {
        QFETCH(const bool, isLocked);
        const AccountId priya = account(u"priya@example.org"_s, u"u-4711"_s);
        store::AccountRepository accounts(m_storage->database());
        if (isLocked)
            QVERIFY(accounts.setState(priya, store::AccountState::Locked));
        AccountSignIn signIn(QUrl(m_server->httpUrl()), m_random);
        const QSignalSpy pages(&signIn, &AccountSignIn::browserNeeded);
        const QSignalSpy failures(&signIn, &AccountSignIn::failed);
        signIn.start();
        visit(pages, u"u-4711"_s);
        QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, waitMs);
        QCOMPARE(failures.front().front().value<film::Error>().code, ErrorCode::PermissionDenied);
        QVERIFY(!hasOpenSession(priya));
    }

    void whoGivesUpLeavesNothingBehind()
    {
        const ProductionId films = production(u"Night Ferry"_s);
        const ProductionId other = production(u"Night Ferry"_s);
        const AccountId priya = account(u"priya@example.org"_s, u"u-4711"_s);
        store::AccountRepository accounts(m_storage->database());
        QVERIFY(accounts.link(films, member(films), priya));
        QVERIFY(accounts.link(other, member(other), priya));
        auto *signIn = new AccountSignIn(QUrl(m_server->httpUrl()), m_random);
        const QSignalSpy pages(signIn, &AccountSignIn::browserNeeded);
        const QSignalSpy choices(signIn, &AccountSignIn::choiceNeeded);
        const QSignalSpy ends(signIn, &QObject::destroyed);
        signIn->start();
        visit(pages, u"u-4711"_s);
        QTRY_COMPARE_WITH_TIMEOUT(choices.size(), 1, waitMs);
        QVERIFY(hasOpenSession(priya));
        signIn->abandon();
        QTRY_COMPARE_WITH_TIMEOUT(ends.size(), 1, waitMs);
        QVERIFY(!hasOpenSession(priya));
    }

    void aServerWithoutAnIssuerSaysSo()
    {
        ServerDaemon plain(m_place->address());
        QVERIFY(plain.start());
        AccountSignIn signIn(QUrl(plain.httpUrl()), m_random);
        const QSignalSpy failures(&signIn, &AccountSignIn::failed);
        signIn.start();
        QTRY_COMPARE_WITH_TIMEOUT(failures.size(), 1, waitMs);
        QCOMPARE(failures.front().front().value<film::Error>().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestAccountSignIn)
#include "tst_account_sign_in.moc"
