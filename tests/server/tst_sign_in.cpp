#include "server/identity/account_admin.h"
#include "server/identity/personal_tokens.h"
#include "server/identity/sign_in.h"
#include "server/identity/totp.h"
#include "shared/store/migrator.h"
#include "shared/store/statement.h"
#include "tests/support/test_database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <functional>
#include <future>
#include <utility>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SecurityEvent::Kind;

namespace {

constexpr Instant start = instantFromMs(1'763'000'000'000);
const QString goodPassword = u"nine grips carry crane"_s;
const QString login = u"maya@example.org"_s;

std::unique_ptr<store::Database> opened(const TestDatabase &place)
{
    auto database = store::Database::open(place.address());
    if (!database
        || !store::migrate(**database,
                           store::migrationsOf(store::Schema::Server, (*database)->dialect())))
        qFatal("no database");
    // Nothing here is about power cuts, and a disk that is asked a thousand times takes minutes.
    const bool isFile = (*database)->dialect() == store::Dialect::Sqlite;
    if (!(*database)->execute(isFile ? u"PRAGMA synchronous = OFF"_s
                                     : u"SET synchronous_commit = off"_s))
        qFatal("no setting");
    return std::move(*database);
}

// One server: its own connection, and what all servers have in common.
struct Server {
    std::unique_ptr<store::Database> database;
    SystemRandom random;
    PasswordHasher hasher{{1, 8192}, {1, 16, 20s}};
    SecretBox box;
    std::vector<SecurityEvent> events;
    IdentityConfig config;
    IdentityParts parts;
    SignIn signIn;
    AccountAdmin admin;

    explicit Server(const TestDatabase &place, quint8 key = 7)
        : database(opened(place))
        , box(SecretBox::Key{key})
        , parts{*database, hasher, box, random,
                [this](const SecurityEvent &event) { events.push_back(event); }}
        , signIn(parts, config)
        , admin(parts, config)
    {}
    Q_DISABLE_COPY_MOVE(Server)

    [[nodiscard]] SignInAnswer tryIn(const QString &password, const QString &code = {},
                                     Instant at = start, const QString &address = u"192.0.2.1"_s,
                                     const QString &who = login)
    {
        const auto answer = signIn.signIn({who, password, code, address, u"test"_s}, at);
        if (!answer)
            qFatal("%s", qPrintable(answer.error().message));
        return *answer;
    }
    AccountId makeAccount(bool isAdministrator = false, const QString &who = login)
    {
        const auto made = admin.createLocally({who, u"Maya"_s, isAdministrator}, start);
        if (!made
            || !signIn.redeemCode({who, {}, made->code, u"192.0.2.1"_s, {}}, goodPassword, start))
            qFatal("no account");
        return made->id;
    }
    SignedIn in(Instant at = start, const QString &code = {})
    {
        const auto answer = tryIn(goodPassword, code, at);
        if (!std::holds_alternative<SignedIn>(answer))
            qFatal("not signed in");
        return std::get<SignedIn>(answer);
    }
    Principal who(const SignedIn &signedIn, Instant at = start)
    {
        const auto principal = signIn.principal(signedIn.accessToken, u"192.0.2.1"_s, at);
        if (!principal)
            qFatal("%s", qPrintable(principal.error().message));
        return *principal;
    }
    // With a second factor; its secret.
    QByteArray enrol(const Principal &by, QStringList *codes = nullptr, Instant at = start)
    {
        const auto begun = signIn.beginEnrolment(by, goodPassword, at);
        store::AccountRepository accounts(*database);
        const auto account = accounts.account(by.account);
        const QByteArray purpose = "totp of " + by.account.toByteArray();
        const auto secret = box.open(purpose, (*account)->totpPending);
        const auto confirmed = signIn.confirmEnrolment(by, codeOf(*secret, at), at);
        if (!begun || !confirmed || begun->secret != base32(*secret))
            qFatal("not enrolled");
        if (codes)
            *codes = *confirmed;
        return *secret;
    }
    static QString codeOf(const QByteArray &secret, Instant at)
    {
        return hotpCode(secret, quint64(totpStep(at)), 6);
    }
    [[nodiscard]] int count(Kind kind) const
    {
        return int(std::ranges::count(events, kind, &SecurityEvent::kind));
    }
};

// Something happens once, at the first random number that is asked for.
class Meanwhile final : public RandomSource
{
public:
    explicit Meanwhile(std::function<void()> happens)
        : m_happens(std::move(happens))
    {}
    [[nodiscard]] quint64 next() override
    {
        if (m_happens)
            std::exchange(m_happens, nullptr)();
        return m_random.next();
    }
    [[nodiscard]] bool isDone() const { return !m_happens; }

private:
    std::function<void()> m_happens;
    SystemRandom m_random;
};

SignInRefused::Reason refusal(const SignInAnswer &answer)
{
    if (!std::holds_alternative<SignInRefused>(answer))
        qFatal("not refused");
    return std::get<SignInRefused>(answer).reason;
}

bool isIn(const SignInAnswer &answer)
{
    return std::holds_alternative<SignedIn>(answer);
}

using Reason = SignInRefused::Reason;

} // namespace

// Signing in against the real databases; the time is told, so nothing waits.
class TestSignIn : public QObject
{
    Q_OBJECT

private slots:
    void aCodeMakesThePasswordAndThatSignsIn_data() { TestDatabase::kinds(); }
    void aCodeMakesThePasswordAndThatSignsIn()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const auto made = server.admin.createLocally({login, u"Maya"_s, false}, start);
        QVERIFY(made.has_value());
        const SignInRequest redeem{login, {}, made->code.toLower(), u"192.0.2.1"_s, {}};

        QCOMPARE(refusal(server.tryIn(made->code)), Reason::Wrong); // it is no password
        QCOMPARE(**server.signIn.redeemCode(redeem, u"short"_s, start), PasswordProblem::TooShort);
        QVERIFY(!*server.signIn.redeemCode(redeem, goodPassword, start));
        QVERIFY(!server.signIn.redeemCode(redeem, u"another good one"_s, start));

        const SignedIn signedIn = server.in();
        const Principal principal = server.who(signedIn);
        QCOMPARE(principal.account, made->id);
        QVERIFY(principal.isFree().has_value());
        QVERIFY(!principal.isFreeAdministrator());
        QCOMPARE(server.admin.createLocally({login.toUpper(), u"X"_s, false}, start).error().code,
                 ErrorCode::AlreadyExists);
    }

    void aCodeForThePasswordEnds_data() { TestDatabase::kinds(); }
    void aCodeForThePasswordEnds()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const auto made = server.admin.createLocally({login, u"Maya"_s, false}, start);

        const auto late = server.signIn.redeemCode({login, {}, made->code, u"192.0.2.1"_s, {}},
                                                   goodPassword, start + 24h);

        QCOMPARE(late.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(server.count(Kind::ResetCodeFailed), 1);
    }

    void whatIsWrongIsNotSaid_data() { TestDatabase::kinds(); }
    void whatIsWrongIsNotSaid()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId account = server.makeAccount();

        const auto wrong = server.tryIn(u"not the password"_s);
        const auto unknown =
            server.tryIn(u"not the password"_s, {}, start, u"192.0.2.1"_s, u"nobody@example.org"_s);
        QVERIFY(store::AccountRepository(*server.database)
                    .setState(account, store::AccountState::Locked)
                    .value_or(false));
        const auto locked = server.tryIn(goodPassword);

        for (const SignInAnswer &answer : std::vector{wrong, unknown, locked}) {
            QCOMPARE(refusal(answer), Reason::Wrong);
            QCOMPARE(std::get<SignInRefused>(answer).wait.count(), 0);
        }
        QCOMPARE(server.count(Kind::SignInFailed), 3);
        QVERIFY(server.events.back().account == account);
    }

    // A stranger guesses for a day, from ever new addresses, through two servers.
    void guessingIsSlowedDownOnAllServers_data() { TestDatabase::kinds(); }
    void guessingIsSlowedDownOnAllServers()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server one(place);
        Server two(place);
        const auto made = one.admin.createLocally({login, u"Maya"_s, false}, start);
        QVERIFY(
            one.signIn.redeemCode({login, {}, made->code, u"192.0.2.1"_s, {}}, goodPassword, start)
                .has_value());

        int judged = 0;
        std::chrono::milliseconds longest{0};
        constexpr int minutes = 24 * 60;
        for (int minute = 0; minute < minutes; minute += 5) {
            Server &server = minute % 10 ? one : two;
            const auto answer =
                server.tryIn(u"guess %1 of many"_s.arg(minute), {}, start + minute * 1min,
                             u"198.51.%1.%2"_s.arg(minute / 250).arg(minute % 250));
            judged += refusal(answer) == Reason::Wrong ? 1 : 0;
            longest = std::max(longest, std::get<SignInRefused>(answer).wait);
        }

        QVERIFY2(judged > 60 && judged < 130, qPrintable(QString::number(judged)));
        QCOMPARE(longest, std::chrono::milliseconds(10min)); // 15, five minutes later
        // Whoever it belongs to comes in from where they were before, and from elsewhere soon.
        QVERIFY(isIn(one.tryIn(goodPassword, {}, start + 24h)));
    }

    // An address for each guess, all at once: the login counts, however many there are.
    void manyAddressesGuessNoFaster_data() { TestDatabase::kinds(); }
    void manyAddressesGuessNoFaster()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        constexpr int addresses = 1000;

        int judged = 0;
        for (int i = 0; i < addresses; ++i) {
            const QString address = i % 2 == 0 ? u"198.18.%1.%2"_s.arg(i / 250).arg(i % 250)
                                               : u"2001:db8:%1:%2::1"_s.arg(i / 250).arg(i % 250);
            const auto answer =
                server.tryIn(u"guess %1 of many"_s.arg(i), {}, start + i * 60ms, address);
            judged += refusal(answer) == Reason::Wrong ? 1 : 0;
        }

        // A thousand of them in a minute have ten guesses among them: five, then waits that double.
        QVERIFY2(judged >= 5 && judged <= 12, qPrintable(QString::number(judged)));
        // And whoever it belongs to comes in meanwhile from where they were before.
        QVERIFY(isIn(server.tryIn(goodPassword, {}, start + addresses * 60ms)));
    }

    void strangersCannotProlongADelay_data() { TestDatabase::kinds(); }
    void strangersCannotProlongADelay()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        const QString elsewhere = u"203.0.113.9"_s;
        for (int i = 0; i < 6; ++i)
            static_cast<void>(server.tryIn(u"wrong wrong wrong"_s, {}, start + i * 3s, elsewhere));
        const auto first = server.tryIn(goodPassword, {}, start + 15s + 1ms, u"203.0.113.10"_s);
        QCOMPARE(refusal(first), Reason::TooEarly);
        for (int i = 0; i < 50; ++i)
            static_cast<void>(
                server.tryIn(u"wrong wrong wrong"_s, {}, start + 15s + 2ms, elsewhere));

        const auto wait = std::get<SignInRefused>(first).wait;

        QVERIFY(isIn(server.tryIn(goodPassword, {}, start + 15s + 1ms + wait, u"203.0.113.10"_s)));
    }

    void oneAddressCannotTryManyLogins_data() { TestDatabase::kinds(); }
    void oneAddressCannotTryManyLogins()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        int judged = 0;
        for (int i = 0; i < 100; ++i) {
            const auto answer = server.tryIn(u"Summer holidays 25"_s, {}, start + i * 100ms,
                                             u"203.0.113.9"_s, u"crew%1@example.org"_s.arg(i));
            judged += refusal(answer) == Reason::Wrong ? 1 : 0;
        }

        QVERIFY2(judged >= 30 && judged < 36, qPrintable(QString::number(judged)));
    }

    void administratorsMayOnlyEnrolAtFirst_data() { TestDatabase::kinds(); }
    void administratorsMayOnlyEnrolAtFirst()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId account = server.makeAccount(true);
        const SignedIn first = server.in();
        const SignedIn second = server.in();
        const Principal before = server.who(first);
        QCOMPARE(first.duty, Principal::Duty::EnrolSecondFactor);
        QCOMPARE(server.signIn.sessions(before, start).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(server.admin.create(before, {u"a@b"_s, u"A"_s, false}, start).error().code,
                 ErrorCode::PermissionDenied);
        QCOMPARE(server.signIn.beginEnrolment(before, u"wrong password"_s, start).error().code,
                 ErrorCode::Unauthenticated);

        const QByteArray secret = server.enrol(before);

        QVERIFY(server.who(first).isFreeAdministrator().has_value());
        QVERIFY(!server.signIn.principal(second.accessToken, {}, start).has_value());
        QVERIFY(std::holds_alternative<CodeNeeded>(server.tryIn(goodPassword)));
        QCOMPARE(refusal(server.tryIn(goodPassword, u"000000"_s)), Reason::WrongCode);
        // The code that confirmed is used up; the next one counts, once.
        QCOMPARE(refusal(server.tryIn(goodPassword, Server::codeOf(secret, start))),
                 Reason::WrongCode);
        const QString next = Server::codeOf(secret, start + 30s);
        QVERIFY(isIn(server.tryIn(goodPassword, next, start + 30s)));
        QCOMPARE(refusal(server.tryIn(goodPassword, next, start + 31s)), Reason::WrongCode);
        QCOMPARE(server.count(Kind::CodeFailed), 3);
        QVERIFY(
            server.admin.create(server.who(first), {u"a@b"_s, u"A"_s, false}, start).has_value());
        QCOMPARE(server.admin.lock(server.who(first), account, start).error().code,
                 ErrorCode::InvalidInput);
    }

    void aRecoveryCodeIsGoodOnce_data() { TestDatabase::kinds(); }
    void aRecoveryCodeIsGoodOnce()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId account = server.makeAccount();
        QStringList codes;
        server.enrol(server.who(server.in()), &codes);
        QCOMPARE(codes.size(), 10);

        QVERIFY(isIn(server.tryIn(goodPassword, codes[3].toLower())));
        QCOMPARE(refusal(server.tryIn(goodPassword, codes[3])), Reason::WrongCode);
        QVERIFY(isIn(server.tryIn(goodPassword, codes[4])));

        store::AccountRepository accounts(*server.database);
        QCOMPARE(accounts.recoveryCodesLeft(account).value_or(0), 8);
        QCOMPARE(server.count(Kind::RecoveryCodeUsed), 2);
    }

    void aRefreshTokenIsUsedOnceAndAnsweredTwice_data() { TestDatabase::kinds(); }
    void aRefreshTokenIsUsedOnceAndAnsweredTwice()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        const SignedIn first = server.in();

        const auto second = server.signIn.refresh(first.refreshToken, {}, start + 10min);
        const auto again = server.signIn.refresh(first.refreshToken, {}, start + 10min + 59s);
        QVERIFY(second && again);
        QVERIFY(second->refreshToken != first.refreshToken);
        QCOMPARE(again->refreshToken, second->refreshToken);
        const auto third = server.signIn.refresh(second->refreshToken, {}, start + 11min);
        QVERIFY(third.has_value());
        QVERIFY(server.signIn.principal(third->accessToken, {}, start + 11min).has_value());
        QCOMPARE(server.count(Kind::RefreshTokenReused), 0);

        // Somebody comes with the first one: the family ends, whoever it was.
        const auto stolen = server.signIn.refresh(first.refreshToken, {}, start + 11min);
        QCOMPARE(stolen.error().code, ErrorCode::Unauthenticated);
        QCOMPARE(server.count(Kind::RefreshTokenReused), 1);
        QVERIFY(!server.signIn.refresh(third->refreshToken, {}, start + 11min).has_value());
        QVERIFY(!server.signIn.principal(third->accessToken, {}, start + 11min).has_value());
    }

    void aRefreshTokenIsNotAnsweredLater_data() { TestDatabase::kinds(); }
    void aRefreshTokenIsNotAnsweredLater()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        const SignedIn first = server.in();
        QVERIFY(server.signIn.refresh(first.refreshToken, {}, start).has_value());

        QVERIFY(!server.signIn.refresh(first.refreshToken, {}, start + 60s).has_value());
        QCOMPARE(server.count(Kind::RefreshTokenReused), 1);
        const std::vector rubbish{QByteArray(), QByteArray(43, 'A'), QByteArray(43, '\xff'),
                                  QByteArray(100'000, 'A')};
        for (const QByteArray &text : rubbish)
            QVERIFY(!server.signIn.refresh(text, {}, start).has_value());
    }

    // Two connections at once, many times: always one successor, and nobody is taken for a thief.
    void twoServersRaceForOneRefreshToken_data() { TestDatabase::kinds(); }
    void twoServersRaceForOneRefreshToken()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        QByteArray token = server.in().refreshToken;
        for (int round = 0; round < 20; ++round) {
            std::promise<void> go;
            const std::shared_future<void> gone = go.get_future().share();
            const auto racer = [&place, &token, gone] {
                const auto database = opened(place);
                SystemRandom random;
                const SecretBox box(SecretBox::Key{7});
                Sessions sessions(*database, box, random, {});
                gone.wait();
                return sessions.refresh(token, start).value_or(Sessions::Refreshed{});
            };
            auto one = std::async(std::launch::async, racer);
            auto two = std::async(std::launch::async, racer);
            go.set_value();
            const auto first = one.get();
            const auto second = two.get();

            QVERIFY(!first.refreshToken.isEmpty());
            QCOMPARE(first.refreshToken, second.refreshToken);
            QVERIFY((first.outcome == Sessions::Outcome::Fresh)
                    != (second.outcome == Sessions::Outcome::Fresh));
            token = first.refreshToken;
        }
        store::Statement rows(*server.database, u"count"_s,
                              u"SELECT count(*) FROM refresh_token"_s);
        QVERIFY(rows.run() && rows.next());
        QCOMPARE(rows.number(0), 21);
    }

    void aSessionEnds_data() { TestDatabase::kinds(); }
    void aSessionEnds()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        const SignedIn mine = server.in();
        const SignedIn other = server.in();
        const SignedIn third = server.in();
        const Principal me = server.who(mine);
        QCOMPARE(server.signIn.sessions(me, start)->size(), size_t(3));

        QVERIFY(server.signIn.endSession(me, other.session, start).has_value());
        QVERIFY(!server.signIn.principal(other.accessToken, {}, start).has_value());
        QCOMPARE(server.signIn.endOtherSessions(me, start).value_or(0), 1);
        QVERIFY(!server.signIn.refresh(third.refreshToken, {}, start).has_value());
        QCOMPARE(server.signIn.endSession(me, AccountSessionId(), start).error().code,
                 ErrorCode::NotFound);
        const auto late = server.signIn.refresh(mine.refreshToken, {}, start + 24h);
        QCOMPARE(late.error().code, ErrorCode::Expired);
        QVERIFY(server.signIn.signOut(me, start).has_value());
        QVERIFY(!server.signIn.principal(mine.accessToken, {}, start).has_value());
    }

    void aPasswordIsChangedWithTheOldOne_data() { TestDatabase::kinds(); }
    void aPasswordIsChangedWithTheOldOne()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        server.makeAccount();
        const SignedIn other = server.in();
        const Principal me = server.who(server.in());
        const QString next = u"ten grips carry a crane"_s;

        QCOMPARE(server.signIn.changePassword(me, u"wrong password"_s, next, start).error().code,
                 ErrorCode::Unauthenticated);
        QCOMPARE(**server.signIn.changePassword(me, goodPassword, u"x"_s, start),
                 PasswordProblem::TooShort);
        QVERIFY(!*server.signIn.changePassword(me, goodPassword, next, start));

        QVERIFY(!server.signIn.principal(other.accessToken, {}, start).has_value());
        QCOMPARE(refusal(server.tryIn(goodPassword)), Reason::Wrong);
        QVERIFY(isIn(server.tryIn(next)));
    }

    // Somebody who was signing in with the old password at that moment, or had a token by it.
    void nothingOutlivesThePassword_data() { TestDatabase::kinds(); }
    void nothingOutlivesThePassword()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId maya = server.makeAccount();
        const QString next = u"ten grips carry a crane"_s;
        PersonalTokens tokens(*server.database, server.random);
        Instant at = start;
        const auto token = [&] {
            const Principal me = server.who(server.in(at), at);
            return tokens.make(me, u"Payroll"_s, std::chrono::days(30), start)->token;
        };
        const auto counts = [&](const QByteArray &one) {
            return tokens.principal(one, {}, start).has_value();
        };
        Principal root;
        root.isAdministrator = true;
        const auto reset = [&] {
            const auto code = server.admin.resetPassword(root, maya, start);
            if (!code)
                qFatal("no code");
            return *code;
        };
        const auto redeem = [&](const QString &code, const QString &password) {
            at += 20min;
            const auto done =
                server.signIn.redeemCode({login, {}, code, u"192.0.2.1"_s, {}}, password, at);
            return done && !*done;
        };
        const QByteArray changed = token();
        QVERIFY(counts(changed));
        QVERIFY(!*server.signIn.changePassword(server.who(server.in()), goodPassword, next, start));
        QVERIFY(!counts(changed));
        QVERIFY(redeem(reset(), goodPassword));

        // While the password is looked at, it changes.
        for (const bool isRedeemed : {false, true}) {
            Meanwhile random([&] {
                const QString code = reset();
                if (isRedeemed)
                    QVERIFY(redeem(code, goodPassword));
            });
            IdentityParts parts{*server.database, server.hasher, server.box, random, {}};
            SignIn signIn(parts, server.config);
            const auto answer =
                signIn.signIn({login, goodPassword, {}, u"192.0.2.1"_s, u"test"_s}, at);
            QVERIFY(answer);
            QVERIFY(random.isDone());
            QCOMPARE(refusal(*answer), Reason::Wrong);
            QVERIFY(store::AccountRepository(*server.database).openSessions(maya, start)->empty());
            if (!isRedeemed)
                QVERIFY(redeem(reset(), goodPassword));
        }

        // A session that is there when a code is redeemed, whatever left it.
        const QByteArray old = token();
        const QString code = reset();
        store::AccountSessionRow session;
        session.id = AccountSessionId(server.random.bytes<16>());
        session.account = maya;
        session.createdMs = session.usedMs = msSinceEpoch(start);
        session.endsMs = msSinceEpoch(start + 24h);
        QVERIFY(store::AccountRepository(*server.database).addSession(session));
        QVERIFY(redeem(code, goodPassword));
        QVERIFY(store::AccountRepository(*server.database).openSessions(maya, start)->empty());
        QVERIFY(!counts(old));
    }

    void anAdministratorResetsAndLocks_data() { TestDatabase::kinds(); }
    void anAdministratorResetsAndLocks()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId maya = server.makeAccount();
        const SignedIn hers = server.in();
        const AccountId chief = server.makeAccount(true, u"chief@example.org"_s);
        const auto chiefsIn = std::get<SignedIn>(
            server.tryIn(goodPassword, {}, start, u"192.0.2.1"_s, u"chief@example.org"_s));
        server.enrol(server.who(chiefsIn));
        const Principal by = server.who(chiefsIn);

        QCOMPARE(server.admin.resetPassword(server.who(hers), chief, start).error().code,
                 ErrorCode::PermissionDenied);
        const auto code = server.admin.resetPassword(by, maya, start);
        QVERIFY(code.has_value());
        QVERIFY(!server.signIn.principal(hers.accessToken, {}, start).has_value());
        QCOMPARE(refusal(server.tryIn(goodPassword)), Reason::Wrong);
        QVERIFY(!*server.signIn.redeemCode({login, {}, *code, u"192.0.2.1"_s, {}},
                                           u"ten grips carry a crane"_s, start));
        QVERIFY(isIn(server.tryIn(u"ten grips carry a crane"_s)));

        QVERIFY(server.admin.lock(by, maya, start).has_value());
        QCOMPARE(refusal(server.tryIn(u"ten grips carry a crane"_s)), Reason::Wrong);
        QVERIFY(server.admin.unlock(by, maya, start).has_value());
        QVERIFY(isIn(server.tryIn(u"ten grips carry a crane"_s)));
        QCOMPARE(server.admin.lock(by, AccountId(), start).error().code, ErrorCode::NotFound);
        QCOMPARE(server.admin.accounts(by, {}, 10)->size(), size_t(2));

        SeededRandom random(3);
        const store::MembershipRow member{ProductionId(random.bytes<16>()),
                                          UserId(random.bytes<16>())};
        const store::MembershipRow elsewhere{ProductionId(random.bytes<16>()),
                                             UserId(random.bytes<16>())};
        QVERIFY(server.admin.link(by, member, maya, start).has_value());
        QVERIFY(server.admin.link(by, elsewhere, maya, start).has_value());
        QCOMPARE(server.admin.memberships(maya)->size(), size_t(2));
        QCOMPARE(server.admin.link(by, {member.production, UserId(random.bytes<16>())}, maya, start)
                     .error()
                     .code,
                 ErrorCode::AlreadyExists);
    }

    void keysRotateWithoutAGap_data() { TestDatabase::kinds(); }
    void keysRotateWithoutAGap()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server one(place);
        Server two(place);
        one.makeAccount();
        QByteArray refresh = one.in().refreshToken;
        QSet<QString> signers;
        for (int day = 0; day < 70; ++day) {
            const Instant at = start + day * 24h;
            const auto answer = one.tryIn(goodPassword, {}, at);
            QVERIFY(isIn(answer));
            const QByteArray token = std::get<SignedIn>(answer).accessToken;
            signers.insert(keyIdIn(token));
            // A server that read the keys a day ago knows the key already.
            QVERIFY(two.signIn.principal(token, {}, at + 5min).has_value());
        }
        QCOMPARE(signers.size(), 3);

        // And at once: the old one still counts, until it is withdrawn.
        const Instant at = start + 70 * 24h;
        const auto before = std::get<SignedIn>(one.tryIn(goodPassword, {}, at));
        SigningKeys keys(*one.database, one.box, one.random, {});
        QVERIFY(keys.rotate(at).has_value());
        QVERIFY(two.signIn.principal(before.accessToken, {}, at + 2min).has_value());
        const auto after = std::get<SignedIn>(two.tryIn(goodPassword, {}, at + 2min));
        QVERIFY(keyIdIn(after.accessToken) != keyIdIn(before.accessToken));
        QVERIFY(keys.withdraw(keyIdIn(before.accessToken), at + 2min).has_value());
        QVERIFY(!two.signIn.principal(before.accessToken, {}, at + 4min).has_value());
        QVERIFY(two.signIn.principal(after.accessToken, {}, at + 4min).has_value());
    }

    void anotherServersKeyOpensNothing_data() { TestDatabase::kinds(); }
    void anotherServersKeyOpensNothing()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server right(place);
        right.makeAccount();
        const SignedIn signedIn = right.in();
        Server wrong(place, 8);

        const auto principal = wrong.signIn.principal(signedIn.accessToken, {}, start);

        QCOMPARE(principal.error().code, ErrorCode::StoreCorrupt);
    }

    // The database holds nothing that signs in by itself.
    void nothingIsStoredPlain_data() { TestDatabase::kinds(); }
    void nothingIsStoredPlain()
    {
        QFETCH(TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Server server(place);
        const AccountId account = server.makeAccount();
        QStringList codes;
        const QByteArray secret = server.enrol(server.who(server.in()), &codes);
        const auto in = std::get<SignedIn>(server.tryIn(goodPassword, codes[0]));
        const auto refreshed = server.signIn.refresh(in.refreshToken, {}, start);

        store::AccountRepository accounts(*server.database);
        const auto row = accounts.account(account);
        QVERIFY(!(*row)->totpSecret.contains(secret));
        const QByteArray token =
            QByteArray::fromBase64(refreshed->refreshToken, QByteArray::Base64UrlEncoding);
        QCOMPARE(token.size(), 32);
        QVERIFY(*accounts.refreshToken(sha256(token)));
        store::Statement select(*server.database, u"successors"_s,
                                u"SELECT successor FROM refresh_token"
                                " WHERE successor IS NOT NULL"_s);
        QVERIFY(select.run());
        int sealed = 0;
        while (select.next()) {
            ++sealed;
            QVERIFY(!select.bytes(0).contains(token));
        }
        QCOMPARE(sealed, 1);
        const auto keys = accounts.signingKeys();
        for (const auto &key : *keys)
            QVERIFY(!key.privateSealed.contains("PRIVATE"));
        QVERIFY(server.admin.forgetOld(start + 61s).has_value());
        QVERIFY(select.run());
        QVERIFY(!select.next());
        QVERIFY(server.admin.forgetOld(start + 365 * 24h).has_value());
        QVERIFY(!*accounts.session(in.session));
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_sign_in.moc"
