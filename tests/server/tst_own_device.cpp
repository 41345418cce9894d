#include "server/admin/membership.h"
#include "server/identity/server_database_sql.h"
#include "shared/sync/signing.h"
#include "tests/support/api_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// A computer of one's own, by a code for whoever has just signed in.
class TestOwnDevice : public QObject
{
    Q_OBJECT

private:
    static std::optional<protocol::Joined> joined(Api &api, const QString &code)
    {
        const auto database = ServerDatabaseSql::open(api.address());
        SystemRandom random;
        protocol::Join join;
        join.code = code;
        join.deviceKey = sync::Ed25519Signer(random.bytes<32>()).publicKey();
        join.deviceName = u"Laptop"_s;
        const auto answer = (*database)->join(join, api.clock().now());
        const auto *done = answer ? std::get_if<protocol::Joined>(&*answer) : nullptr;
        return done ? std::optional(*done) : std::nullopt;
    }

private slots:
    void aMemberBringsAnotherComputer_data() { TestDatabase::kinds(); }
    void aMemberBringsAnotherComputer()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const UserId user = api.member(Role::Coordinator);
        const QString token = api.account(u"priya@example.org"_s, user);
        const QString path = api.under(u"/own-device-code"_s);
        const Reply made = api.ask("POST", path, {}, token);
        QCOMPARE(made.status(), 201);
        QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));

        const auto device = joined(api, made.at(u"code"_s));
        QVERIFY(device);
        QCOMPARE(device->certificate.user, user); // nobody new
        QCOMPARE(device->role, quint32(Role::Coordinator));
        QVERIFY(!joined(api, made.at(u"code"_s)));
        // Good for ten minutes.
        const QString late = api.ask("POST", path, {}, token).at(u"code"_s);
        api.clock().time += 11min;
        QVERIFY(!joined(api, late));
        // And not for a session that somebody finds open.
        QCOMPARE(api.ask("POST", path, {}, token).status(), 403);
        const QString anew = api.signIn(u"priya@example.org"_s).at(u"access_token"_s);
        QCOMPARE(api.ask("POST", path, {}, anew).status(), 201);
        SystemRandom random;
        const auto acts = store::ServerAudit(api.storage().database(), random).rows(0, {}, 20);
        QVERIFY(std::ranges::any_of(
            *acts, [](const auto &row) { return row.act.act == u"device-code-made"_s; }));
    }

    // What somebody had when the code was made does not come back by it.
    void itJoinsAsWhatTheMemberIsNow_data() { TestDatabase::kinds(); }
    void itJoinsAsWhatTheMemberIsNow()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const UserId user = api.member(Role::Coordinator, u"Maya Lindqvist"_s);
        api.member(Role::Administrator);
        const QString token = api.account(u"maya@example.org"_s, user);
        const QString path = api.under(u"/own-device-code"_s);
        const QString first = api.ask("POST", path, {}, token).at(u"code"_s);
        const QString second = api.ask("POST", path, {}, token).at(u"code"_s);
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.giveRole(api.production(), user, Role::Crew));

        const auto device = joined(api, first);
        QVERIFY(device);
        QCOMPARE(device->role, quint32(Role::Crew));
        QCOMPARE((*membershipOf(api.storage(), api.production(), user))->role, Role::Crew);
        QVERIFY(tasks.endMember(api.production(), user));
        QVERIFY(!joined(api, second));
        QVERIFY(!*membershipOf(api.storage(), api.production(), user));
        QCOMPARE(api.ask("POST", path, {}, token).status(), 404);
    }

    // Who may invite and not give roles gets no computer of somebody who may more.
    void aCodeForThePersonMakesNoAdministratorsComputer_data() { TestDatabase::kinds(); }
    void aCodeForThePersonMakesNoAdministratorsComputer()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const UserId chief = api.member(Role::Administrator, u"Maya Lindqvist"_s);
        const UserId crew = api.member(Role::Crew, u"Nils Aaberg"_s);
        const QString office = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const QString root = api.account(u"maya@example.org"_s, chief);
        const auto invite = [&api](const QString &person, const QString &token) {
            return api.ask("POST", api.under(u"/invites"_s), {{u"person"_s, person}}, token);
        };
        const auto membership = [&api](UserId user) {
            return *membershipOf(api.storage(), api.production(), user);
        };

        QCOMPARE(invite(u"Maya Lindqvist"_s, office).status(), 403);
        // Crew get another computer by it, and an administrator gives themselves one.
        const auto second = joined(api, invite(u"Nils Aaberg"_s, office).at(u"code"_s));
        QVERIFY(second);
        QCOMPARE(second->certificate.user, crew);
        const auto hers = joined(api, invite(u"Maya Lindqvist"_s, root).at(u"code"_s));
        QVERIFY(hers);
        QCOMPARE(hers->certificate.user, chief);
        QCOMPARE(hers->role, quint32(Role::Administrator));
        QCOMPARE(membership(chief)->role, Role::Administrator);

        // A code from before gives no more than it gave then, and nobody back who has ended.
        const QString early = invite(u"Nils Aaberg"_s, office).at(u"code"_s);
        const QString unjoined = invite(u"Ruben Castellane"_s, office).at(u"code"_s);
        const UserId ruben = api.member(Role::Administrator, u"Ruben Castellane"_s);
        AdminTasks tasks(api.storage(), api.clock().now());
        QVERIFY(tasks.giveRole(api.production(), crew, Role::Administrator));
        QVERIFY(!joined(api, early));
        QVERIFY(!joined(api, unjoined));
        QCOMPARE(membership(crew)->role, Role::Administrator);
        QCOMPARE(membership(ruben)->role, Role::Administrator);
        QVERIFY(tasks.giveRole(api.production(), crew, Role::Crew));
        const QString late = invite(u"Nils Aaberg"_s, office).at(u"code"_s);
        QVERIFY(tasks.endMember(api.production(), crew));
        QVERIFY(!joined(api, late));
        QVERIFY(!membership(crew));
        // Who is asked back is.
        QVERIFY(joined(api, invite(u"Nils Aaberg"_s, office).at(u"code"_s)));
        QCOMPARE(membership(crew)->role, Role::Crew);
    }

    // Of two codes that were made before somebody joined, the second does not bring back what they
    // were between.
    void aCodeFromBeforeBringsNobodyBack_data()
    {
        QTest::addColumn<TestDatabase::Kind>("kind");
        QTest::addColumn<bool>("isEnded");
        const auto rows = [](const QByteArray &name, TestDatabase::Kind kind) {
            QTest::newRow(QByteArray("ended, " + name).constData()) << kind << true;
            QTest::newRow(QByteArray("demoted, " + name).constData()) << kind << false;
        };
        rows("sqlite", TestDatabase::Kind::Sqlite);
        if (TestDatabase::hasPostgres())
            rows("postgresql", TestDatabase::Kind::Postgres);
    }
    void aCodeFromBeforeBringsNobodyBack()
    {
        QFETCH(const TestDatabase::Kind, kind);
        QFETCH(const bool, isEnded);
        const TestDatabase place(kind);
        Api api(place);
        const QString root = api.account(u"root@example.org"_s, api.member(Role::Administrator));
        const auto invite = [&] {
            return api
                .ask("POST", api.under(u"/invites"_s),
                     {{u"person"_s, u"Maya Lindqvist"_s}, {u"role"_s, u"coordinator"_s}}, root)
                .at(u"code"_s);
        };
        const QString first = invite();
        const QString second = invite();
        const QString third = invite();
        api.clock().time += 1s;
        const auto laptop = joined(api, first);
        QVERIFY(laptop);
        const UserId maya = laptop->certificate.user;
        api.clock().time += 1s;
        const auto phone = joined(api, second); // she is still what it says
        QVERIFY(phone);
        QCOMPARE(phone->certificate.user, maya);
        AdminTasks tasks(api.storage(), api.clock().now());
        if (isEnded)
            QVERIFY(tasks.endMember(api.production(), maya));
        else
            QVERIFY(tasks.giveRole(api.production(), maya, Role::Crew));
        api.clock().time += 1s;

        QVERIFY(!joined(api, third));
        const auto left = *membershipOf(api.storage(), api.production(), maya);
        QCOMPARE(left.has_value(), !isEnded);
        if (left)
            QCOMPARE(left->role, Role::Crew);
        // Who is asked back is.
        QVERIFY(joined(api, invite()));
        QCOMPARE((*membershipOf(api.storage(), api.production(), maya))->role, Role::Coordinator);
    }

    // Whoever was at somebody's session keeps nothing of it when that is shut.
    void itEndsWithTheSessions_data()
    {
        QTest::addColumn<TestDatabase::Kind>("kind");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("what");
        const auto rows = [](const QByteArray &name, TestDatabase::Kind kind) {
            QTest::newRow(QByteArray("locked, " + name).constData())
                << kind << QByteArray("PUT") << u"/lock"_s;
            QTest::newRow(QByteArray("reset, " + name).constData())
                << kind << QByteArray("POST") << u"/password-code"_s;
            QTest::newRow(QByteArray("sessions, " + name).constData())
                << kind << QByteArray("DELETE") << u"/sessions"_s;
        };
        rows("sqlite", TestDatabase::Kind::Sqlite);
        if (TestDatabase::hasPostgres())
            rows("postgresql", TestDatabase::Kind::Postgres);
    }
    void itEndsWithTheSessions()
    {
        QFETCH(const TestDatabase::Kind, kind);
        QFETCH(const QByteArray, method);
        QFETCH(const QString, what);
        const TestDatabase place(kind);
        Api api(place);
        const QString root = api.administrator();
        const UserId priya = api.member(Role::Coordinator);
        const UserId nils = api.member(Role::Coordinator);
        const QString token = api.account(u"priya@example.org"_s, priya);
        const QString other = api.account(u"nils@example.org"_s, nils);
        const auto code = [&api](const QString &by) {
            return api.ask("POST", api.under(u"/own-device-code"_s), {}, by).at(u"code"_s);
        };
        const QString open = code(token);
        const QString theirs = code(other);
        const QString account = api.accountId(u"priya@example.org"_s).toString();
        const Reply shut = api.ask(method, u"/api/v1/accounts/%1%2"_s.arg(account, what), {}, root);
        QVERIFY2(shut.status() < 300, shut.web.body.constData());
        QVERIFY(!joined(api, open));
        QVERIFY(joined(api, theirs));
    }

    // Ended by its owner, by an administrator, or because somebody had a copy of its token; not by
    // signing out, with the new computer begun.
    void itEndsWithOneSession_data()
    {
        QTest::addColumn<QString>("how");
        for (const char *how : {"owner", "administrator", "copy", "sign-out"})
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void itEndsWithOneSession()
    {
        QFETCH(const QString, how);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString root = api.administrator();
        const QString other = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const Reply found = api.signIn(u"priya@example.org"_s);
        const QString token = found.at(u"access_token"_s);
        const QString code =
            api.ask("POST", api.under(u"/own-device-code"_s), {}, token).at(u"code"_s);
        QVERIFY(!code.isEmpty());
        QString session;
        const QJsonArray sessions =
            api.get(u"/api/v1/me/sessions"_s, token).json().value(u"items"_s).toArray();
        for (const QJsonValue &one : sessions) {
            if (one[u"current"_s].toBool())
                session = one[u"id"_s].toString();
        }
        const auto refreshed = [&api](const Reply &before) {
            return api.ask("POST", u"/api/v1/session/refresh"_s,
                           {{u"refresh_token"_s, before.at(u"refresh_token"_s)}});
        };
        if (how == u"owner"_s) {
            QCOMPARE(api.ask("DELETE", u"/api/v1/me/sessions/"_s + session, {}, other).status(),
                     204);
        } else if (how == u"administrator"_s) {
            QCOMPARE(api.ask("DELETE", u"/api/v1/sessions/"_s + session, {}, root).status(), 204);
        } else if (how == u"copy"_s) {
            const Reply next = refreshed(found);
            QCOMPARE(refreshed(next).status(), 200);
            QCOMPARE(refreshed(found).status(), 401);
        } else {
            QCOMPARE(api.ask("DELETE", u"/api/v1/session"_s, {}, token).status(), 204);
        }
        QCOMPARE(joined(api, code).has_value(), how == u"sign-out"_s);
    }

    // A code that was sent to the wrong person.
    void anInviteIsWithdrawn_data() { TestDatabase::kinds(); }
    void anInviteIsWithdrawn()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const QString office = api.account(u"priya@example.org"_s, api.member(Role::Coordinator));
        const QString crew =
            api.account(u"nils@example.org"_s, api.member(Role::Crew, u"Nils Aaberg"_s));
        const QString path = api.under(u"/invites"_s);
        const auto invite = [&](const QString &person) {
            return api.ask("POST", path, {{u"person"_s, person}}, office).at(u"code"_s);
        };
        const auto idOf = [&](const QString &person) {
            for (const QJsonValue &one : api.get(path, office).json()[u"items"_s].toArray()) {
                if (one[u"name"_s] == person)
                    return one[u"id"_s].toString();
            }
            return QString();
        };
        const auto withdraw = [&](const QString &id, const QString &token) {
            return api.ask("DELETE", path + u'/' + id, {}, token).status();
        };
        const QString code = invite(u"Maya Lindqvist"_s);
        const QString used = invite(u"Ruben Castellane"_s);
        QVERIFY(joined(api, used));
        const QString id = idOf(u"Maya Lindqvist"_s);
        QVERIFY(!id.isEmpty());
        // It says nothing of what a code is found by.
        store::IdentityRepository identities(api.storage().database());
        const auto rows = identities.invites(api.production());
        for (const store::InviteRow &row : *rows)
            QVERIFY(!row.codeHash.toByteArray().contains(row.id().toByteArray()));

        QCOMPARE(withdraw(id, crew), 403);
        QCOMPARE(withdraw(elsewhere, office), 404);
        QCOMPARE(withdraw(idOf(u"Ruben Castellane"_s), office), 404); // they are here
        QCOMPARE(withdraw(id, office), 204);
        QVERIFY(!joined(api, code));
        QCOMPARE(withdraw(id, office), 404);
        SystemRandom random;
        const auto acts = store::ServerAudit(api.storage().database(), random).rows(0, {}, 100);
        QCOMPARE(std::ranges::count(*acts, u"invite-withdrawn"_s,
                                    [](const auto &row) { return row.act.act; }),
                 1);
    }

    void onlyMembersGetOne()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString nobody = api.account(u"eve@example.org"_s);
        const QString path = api.under(u"/own-device-code"_s);
        QCOMPARE(api.ask("POST", path).status(), 401);
        QCOMPARE(api.ask("POST", path, {}, nobody).status(), 404);
    }
};

QTEST_GUILESS_MAIN(TestOwnDevice)
#include "tst_own_device.moc"
