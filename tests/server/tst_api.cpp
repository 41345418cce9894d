#include "shared/store/statement.h"
#include "tests/support/api_fixture.h"

#include <QRegularExpression>

#include <set>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestApi : public QObject
{
    Q_OBJECT
private slots:
    void signingInGivesTokensThatCount_data() { TestDatabase::kinds(); }
    void signingInGivesTokensThatCount()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.account(u"maya@example.org"_s, api.member(Role::Crew, u"Maya Lindqvist"_s));

        const Reply in = api.signIn(u"maya@example.org"_s);
        QCOMPARE(in.status(), 200);
        QCOMPARE(in.header("Cache-Control"), QByteArray("no-store"));
        const Reply me = api.get(u"/api/v1/me"_s, in.at(u"access_token"_s));
        QCOMPARE(me.status(), 200);
        const QJsonArray productions = me.json().value(u"productions"_s).toArray();
        QCOMPARE(productions.size(), 1);
        const QJsonObject own = productions.first().toObject();
        QCOMPARE(own.value(u"role"_s).toString(), u"crew"_s);
        QCOMPARE(own.value(u"permissions"_s).toObject().value(u"edit-days"_s).toString(), u"own"_s);

        const QJsonObject refresh{{u"refresh_token"_s, in.at(u"refresh_token"_s)}};
        const Reply again = api.ask("POST", u"/api/v1/session/refresh"_s, refresh);
        QCOMPARE(again.status(), 200);
        const QString token = again.at(u"access_token"_s);
        QCOMPARE(api.ask("DELETE", u"/api/v1/session"_s, {}, token).status(), 204);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 401);
        const QJsonObject late{{u"refresh_token"_s, again.at(u"refresh_token"_s)}};
        QCOMPARE(api.ask("POST", u"/api/v1/session/refresh"_s, late).status(), 401);
    }

    void aTokenEndsAndSaysSo()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString token = api.account(u"maya@example.org"_s);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);
        api.clock().time += 17min;
        const Reply late = api.get(u"/api/v1/me"_s, token);
        QCOMPARE(late.status(), 401);
        QCOMPARE(late.header("WWW-Authenticate"), QByteArray("Bearer"));
        QCOMPARE(late.web.contentType, QByteArray("application/problem+json"));
        QVERIFY(late.at(u"detail"_s).contains(u"expired"_s));
    }

    // Long after its end nothing of a session is left in the database.
    void sessionsThatEndedAreForgotten()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        api.account(u"maya@example.org"_s);
        const auto count = [&api] {
            store::Statement select(api.storage().database(), u"sessions"_s,
                                    u"SELECT COUNT(*) FROM account_session"_s);
            return select.run() && select.next() ? select.number(0) : -1;
        };
        QCOMPARE(count(), 1);
        api.clock().time += std::chrono::days(120);
        api.get(u"/.well-known/jwks.json"_s);
        QCOMPARE(count(), 0);
    }

    void wrongPasswordsAreToldNothingAndSlowedDown()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        api.account(u"maya@example.org"_s);
        const auto guess = [&api](const QString &login) {
            return api.ask("POST", u"/api/v1/session"_s,
                           {{u"login"_s, login}, {u"password"_s, u"wrong wrong wrong"_s}});
        };
        const Reply known = guess(u"maya@example.org"_s);
        const Reply unknown = guess(u"nobody@example.org"_s);
        QCOMPARE(known.status(), 401);
        QCOMPARE(known.web.body, unknown.web.body);
        QCOMPARE(known.at(u"reason"_s), u"wrong"_s);
        Reply last = known;
        for (int i = 0; i < 20 && last.status() == 401; ++i)
            last = guess(u"maya@example.org"_s);
        QCOMPARE(last.status(), 429);
        QCOMPARE(last.at(u"reason"_s), u"too-early"_s);
        QVERIFY(last.header("Retry-After").toInt() > 0);
    }

    void anAdministratorNeedsASecondFactorFirst()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString early = api.account(u"boss@example.org"_s, {}, true);
        QCOMPARE(api.get(u"/api/v1/me"_s, early).at(u"duty"_s), u"enrol-second-factor"_s);
        QCOMPARE(api.get(u"/api/v1/accounts"_s, early).status(), 403);

        const QString token = api.administrator();
        const Reply accounts = api.get(u"/api/v1/accounts?limit=1"_s, token);
        QCOMPARE(accounts.status(), 200);
        QCOMPARE(accounts.json().value(u"items"_s).toArray().size(), 1);
        const Reply rest =
            api.get(u"/api/v1/accounts?limit=1&after="_s + accounts.at(u"next"_s), token);
        QCOMPARE(rest.json().value(u"items"_s).toArray().size(), 1);
        QVERIFY(rest.json().value(u"next"_s).isNull());
        QVERIFY(accounts.web.body != rest.web.body);
        QCOMPARE(api.get(u"/api/v1/accounts?limit=0"_s, token).status(), 400);
        // Without the code the password is not enough.
        QCOMPARE(api.signIn(u"root@example.org"_s).at(u"reason"_s), u"code-needed"_s);
    }

    // The roles of the table, through the API: what each may is what the table says.
    void aRoleMayWhatTheTableSays_data()
    {
        QTest::addColumn<Role>("role");
        for (qint64 number = 1; number <= 7; ++number)
            QTest::newRow(qPrintable(roleName(*roleFromNumber(number)))) << *roleFromNumber(number);
    }
    void aRoleMayWhatTheTableSays()
    {
        QFETCH(const Role, role);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const UserId user = api.member(role, u"Maya Lindqvist"_s);
        const UserId other = api.member(Role::Crew, u"Nils Aaberg"_s);
        const DeviceId theirs = api.device(other, u"cart"_s);
        const QString token = api.account(u"maya@example.org"_s, user);
        const Permissions may(role);
        const auto status = [&](const QByteArray &method, const QString &rest,
                                const QJsonObject &body = {}) {
            return api.ask(method, api.under(rest), body, token).status();
        };

        QCOMPARE(status("GET", {}), may.reach(Action::SeeDays) > Reach::Nobody ? 200 : 403);
        QCOMPARE(status("GET", u"/members"_s), may.reachesAll(Action::SeeDevices) ? 200 : 403);
        QCOMPARE(status("POST", u"/invites"_s, {{u"person"_s, u"Ruben Castellane"_s}}),
                 may.reachesAll(Action::Invite) ? 201 : 403);
        const int asAdministrator =
            status("POST", u"/invites"_s, {{u"role"_s, u"administrator"_s}});
        QCOMPARE(asAdministrator, may.reachesAll(Action::GiveRoles) ? 201 : 403);
        QCOMPARE(status("DELETE", u"/devices/"_s + theirs.toString()),
                 may.reachesAll(Action::SignDevicesOut) ? 204 : 404);
        const QString roleOf = u"/members/%1/role"_s.arg(other.toString());
        QCOMPARE(status("PUT", roleOf, {{u"role"_s, u"coordinator"_s}}),
                 may.reachesAll(Action::GiveRoles) ? 204 : 403);
        const auto now = membershipOf(
            api.storage(), *ProductionId::fromString(api.under({}).section(u'/', -1)), other);
        QCOMPARE((*now)->role, may.reachesAll(Action::GiveRoles) ? Role::Coordinator : Role::Crew);
        QCOMPARE(api.get(u"/api/v1/accounts"_s, token).status(), 403);

        // And it says so itself, to those who may ask.
        const Reply why =
            api.get(api.under(u"/members/%1/permissions"_s.arg(user.toString())), token);
        QCOMPARE(why.status(), may.reachesAll(Action::SeeDevices) ? 200 : 403);
        for (const QJsonValue &item : why.json().value(u"items"_s).toArray()) {
            const Action action = *actionFromName(item[u"action"_s].toString());
            QCOMPARE(item[u"reach"_s].toString(), reachName(may.reach(action)));
            QCOMPARE(item[u"why"_s].toString().contains(u"not include"_s),
                     may.reach(action) == Reach::Nobody);
        }
    }

    // All of a chain is recomputed, and what was changed in it is named.
    void wholeChainsAreChecked_data() { TestDatabase::kinds(); }
    void wholeChainsAreChecked()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n");
        const QString root = api.administrator();
        const QString auditor = api.account(u"eleanor@example.org"_s, api.member(Role::Auditor));
        const QString crew =
            api.account(u"maya@example.org"_s, api.member(Role::Crew, u"Maya Lindqvist"_s));
        const QString log = api.under(u"/audit/chain"_s);
        const QString acts = u"/api/v1/audit/chain"_s;
        const auto problems = [&](const QString &path, const QString &token) {
            return api.get(path, token).json().value(u"problems"_s).toArray().size();
        };
        QCOMPARE(api.get(log, crew).status(), 403);
        QCOMPARE(api.get(acts, auditor).status(), 403);
        QVERIFY(api.get(log, auditor).json().value(u"rows"_s).toInt() > 3);
        QCOMPARE(problems(log, auditor), 0);
        QVERIFY(api.get(acts, root).json().value(u"rows"_s).toInt() > 3);
        QCOMPARE(problems(acts, root), 0);

        for (const QString &sql :
             {u"UPDATE change_log SET received_ms = received_ms + 1 WHERE seq = 2"_s,
              u"UPDATE server_audit SET detail = 'another' WHERE number = 2"_s})
            QVERIFY(api.storage().database().execute(sql));
        QVERIFY(problems(log, auditor) > 0);
        QVERIFY(problems(acts, root) > 0);
    }

    // Every route of a production with every role, also those that are added later: the table alone
    // decides who is let in. What they ask for is not there, so that nothing is done.
    void everyRouteLetsInWhomTheTableSays_data() { aRoleMayWhatTheTableSays_data(); }
    void everyRouteLetsInWhomTheTableSays()
    {
        QFETCH(const Role, role);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const UserId user = api.member(role, u"Maya Lindqvist"_s);
        const QString early = api.account(u"maya@example.org"_s, user);
        // Some of it wants a second factor.
        const Reply begun =
            api.ask("POST", u"/api/v1/me/second-factor"_s, {{u"password"_s, password}}, early);
        const QByteArray secret = fromBase32(begun.at(u"secret"_s));
        const QString code = hotpCode(secret, quint64(totpStep(api.clock().now())), totp::digits);
        QCOMPARE(api.ask("PUT", u"/api/v1/me/second-factor"_s, {{u"code"_s, code}}, early).status(),
                 200);
        const Permissions may(role);
        std::set<Action> asked;
        std::set<int> others;
        for (const ApiRoute &route : api.service().routes()) {
            if (route.access.kind != Access::Kind::Member)
                continue;
            QString path = route.pattern;
            path.replace(u"{production}"_s, api.production().toString());
            path.replace(QRegularExpression(u"\\{\\w+\\}"_s), elsewhere);
            const int status = api.ask(route.method, path, {}, early).status();
            const bool isLetIn = may.reach(route.access.action) >= route.access.least
                && may.reach(route.access.action) > Reach::Nobody;
            const QByteArray what =
                route.method + ' ' + route.pattern.toUtf8() + ": " + QByteArray::number(status);
            QVERIFY2((status == 403) == !isLetIn, what.constData());
            QVERIFY2(status < 500, what.constData());
            asked.insert(route.access.action);
            if (isLetIn)
                others.insert(status);
        }
        QVERIFY(asked.size() >= 7);
        QVERIFY(others.contains(200));
    }

    // What may not be known of answers as what is not there.
    void anotherProductionAnswersAsNone()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString stranger = api.account(u"eve@example.org"_s);
        for (const QString &rest :
             {QString(), u"/people"_s, u"/members"_s, u"/devices"_s, u"/audit"_s}) {
            const Reply there = api.get(api.under(rest), stranger);
            const Reply nowhere =
                api.get(u"/api/v1/productions/%1%2"_s.arg(elsewhere, rest), stranger);
            const Reply senseless =
                api.get(u"/api/v1/productions/1' OR '1'='1%2"_s.arg(rest), stranger);
            QCOMPARE(there.status(), 404);
            QCOMPARE(there.web.body, nowhere.web.body);
            QCOMPARE(there.web.body, senseless.web.body);
        }
        QCOMPARE(api.get(api.under({})).status(), 401); // nobody at all
    }

    // Who sees whose days, in which order, and what came since.
    void timeEntriesAreThoseOfTheScope_data() { TestDatabase::kinds(); }
    void timeEntriesAreThoseOfTheScope()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n"
                       "Ruben Castellane,Camera,2025-11-19,Main,work,0730 1300-1330 0230+\n"
                       "Nils Aaberg,Electric,2025-11-19,Main,work,0600 1800\n");
        const auto tokenOf = [&api](const QString &login, Role role, const QString &person) {
            return api.account(login, api.member(role, person));
        };
        const QString crew = tokenOf(u"maya@example.org"_s, Role::Crew, u"Maya Lindqvist"_s);
        const QString head =
            tokenOf(u"ruben@example.org"_s, Role::HeadOfDepartment, u"Ruben Castellane"_s);
        const QString office = tokenOf(u"priya@example.org"_s, Role::Coordinator, {});
        const auto entries = [&api](const QString &token, const QString &query = {}) {
            return api.get(api.under(u"/time-entries"_s + query), token).json();
        };
        const auto count = [&entries](const QString &token, const QString &query = {}) {
            return entries(token, query).value(u"items"_s).toArray().size();
        };

        QCOMPARE(count(crew), 1);
        QCOMPARE(count(head), 2);
        QCOMPARE(count(office), 3);
        const QJsonObject own = entries(crew).value(u"items"_s)[0].toObject();
        QCOMPARE(own.value(u"call"_s).toString(), u"07:00"_s);
        QCOMPARE(own.value(u"worked_minutes"_s).toInt(), 12 * 60);

        QCOMPARE(count(office, u"?from=2025-11-20"_s), 1);
        QCOMPARE(count(office, u"?to=2025-11-19"_s), 2);
        QCOMPARE(count(office, u"?from=2025-11-19&to=2025-11-19"_s), 2);
        QCOMPARE(count(office, u"?person="_s + own.value(u"person"_s).toString()), 1);
        QCOMPARE(api.get(api.under(u"/time-entries?from=yesterday"_s), office).status(), 400);
        QCOMPARE(api.get(api.under(u"/time-entries?person=me"_s), office).status(), 400);
        QCOMPARE(api.get(api.under(u"/time-entries?after=x"_s), office).status(), 400);

        // One by one they are the same, in the same order.
        QJsonArray one;
        QString after;
        do {
            const QJsonObject part = entries(office, u"?limit=1"_s + after);
            for (const QJsonValue &item : part.value(u"items"_s).toArray())
                one.append(item);
            const QString next = part.value(u"next"_s).toString();
            after = next.isEmpty() ? QString() : QString(u"&after="_s + next);
        } while (!after.isEmpty());
        QCOMPARE(one, entries(office).value(u"items"_s).toArray());
        QCOMPARE(one.at(1).toObject().value(u"date"_s).toString(), u"2025-11-19"_s);

        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0730 1300-1330 1930\n"
                       "Maya Lindqvist,Camera,2025-11-21,Main,work,0700 1930\n");
        QCOMPARE(count(crew), 2);
        QCOMPARE(entries(crew).value(u"items"_s)[0][u"call"_s].toString(), u"07:30"_s);
        QCOMPARE(count(head), 3);
    }

    // What was changed, by whom, as JSON and as a file; within the scope of whoever asks.
    void theAuditIsThatOfTheScope_data() { TestDatabase::kinds(); }
    void theAuditIsThatOfTheScope()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n"
                       "Nils Aaberg,Electric,2025-11-19,Main,work,0600 1800\n");
        const QString crew =
            api.account(u"maya@example.org"_s, api.member(Role::Crew, u"Maya Lindqvist"_s));
        const QString auditor = api.account(u"jo@example.org"_s, api.member(Role::Auditor));
        const auto audit = [&api](const QString &token, const QString &query) {
            return api.get(api.under(u"/audit"_s + query), token);
        };
        const auto count = [&audit](const QString &token, const QString &query) {
            return audit(token, query).json().value(u"items"_s).toArray().size();
        };

        QCOMPARE(count(crew, u"?field=wrap"_s), 1);
        QCOMPARE(count(auditor, u"?field=wrap"_s), 2);
        QCOMPARE(count(auditor, u"?field=wrap,call,meals"_s), 5);
        QCOMPARE(count(auditor, u"?field=wrap&from=2025-11-20&to=2025-11-20"_s), 1);
        QCOMPARE(count(auditor, u"?field=wrap&text=lindqvist"_s), 1);
        QCOMPARE(count(auditor, u"?field=wrap&changed_to=2025-11-12"_s), 0);
        QCOMPARE(count(auditor, u"?field=wrap&changed_from=2025-11-13"_s), 2);
        const Reply reply = audit(auditor, u"?field=wrap&limit=1"_s);
        const QJsonObject row = reply.json().value(u"items"_s)[0].toObject();
        QCOMPARE(row.value(u"what"_s).toString(), u"Entered wrap"_s);
        QCOMPARE(row.value(u"who"_s).toString(), u"Server"_s);
        const QJsonObject log = reply.json().value(u"log"_s).toObject();
        QVERIFY(log.value(u"whole"_s).toBool());
        QCOMPARE(log.value(u"there"_s), log.value(u"changes"_s));
        const QString person = row.value(u"person"_s).toString();
        QCOMPARE(count(auditor, u"?field=wrap&person="_s + person), 1);
        const Reply rest = audit(auditor, u"?field=wrap&limit=1&after="_s + reply.at(u"next"_s));
        QCOMPARE(rest.json().value(u"items"_s).toArray().size(), 1);
        QVERIFY(rest.json().value(u"log"_s).isNull());
        QVERIFY(rest.web.body != reply.web.body);

        const Reply file = audit(auditor, u"?field=wrap&format=csv&limit=1"_s);
        QCOMPARE(file.web.contentType, QByteArray("text/csv; charset=utf-8"));
        QCOMPARE(file.web.body.count('\n'), 2);
        const QByteArray link = file.header("Link");
        QVERIFY2(link.endsWith("; rel=\"next\"") && link.contains("field=wrap"), link.constData());
        WebRequest request;
        request.method = "GET";
        request.path = api.under(u"/audit"_s);
        request.headers["accept"] = "text/csv";
        request.headers["authorization"] = "Bearer " + auditor.toLatin1();
        QVERIFY(api.askRaw(request).web.body.startsWith("Change,When,Who"));

        for (const QString &wrong :
             {u"?field=nonsense"_s, u"?person=me"_s, u"?device=x"_s, u"?from=x"_s, u"?after=x"_s,
              u"?after=0"_s, u"?changed_from=yesterday"_s, u"?limit=501"_s,
              QString(u"?text="_s + QString(201, u'x'))})
            QVERIFY2(audit(auditor, wrong).status() == 400, qPrintable(wrong));
        // The time of a person without a zone would be somebody's guess.
        QCOMPARE(audit(auditor, u"?changed_to=2025-11-20T10:00:00"_s).status(), 400);
    }

    // What administrators did, for administrators of the server alone.
    void whatAdministratorsDidIsWrittenDown_data() { TestDatabase::kinds(); }
    void whatAdministratorsDidIsWrittenDown()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const UserId maya = api.member(Role::Crew, u"Maya Lindqvist"_s);
        const QString crew = api.account(u"maya@example.org"_s, maya);
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        const QString root = api.administrator();
        QCOMPARE(api.get(u"/api/v1/audit"_s, crew).status(), 403);
        QCOMPARE(api.get(u"/api/v1/audit"_s, chief).status(), 403);
        const QString roleOf = u"/members/%1/role"_s.arg(maya.toString());
        QCOMPARE(api.ask("PUT", api.under(roleOf), {{u"role"_s, u"coordinator"_s}}, chief).status(),
                 204);
        const QString made =
            api.ask("POST", u"/api/v1/accounts"_s,
                    {{u"login"_s, u"new@example.org"_s}, {u"display_name"_s, u"New"_s}}, root)
                .at(u"id"_s);
        QCOMPARE(
            api.ask("PUT", u"/api/v1/accounts/%1/lock"_s.arg(made), QJsonObject{}, root).status(),
            204);
        const Reply all = api.get(u"/api/v1/audit"_s, root);
        QCOMPARE(all.status(), 200);
        QVERIFY(all.json().value(u"chain"_s)[u"whole"_s].toBool());
        const auto row = [&all](int index) {
            return all.json().value(u"items"_s)[index].toObject();
        };
        QCOMPARE(row(0).value(u"act"_s).toString(), u"account-locked"_s);
        QCOMPARE(row(0).value(u"by_login"_s).toString(), u"root@example.org"_s);
        QCOMPARE(row(0).value(u"account_login"_s).toString(), u"new@example.org"_s);
        QCOMPARE(row(0).value(u"address"_s).toString(), u"192.0.2.1"_s);
        QCOMPARE(row(1).value(u"act"_s).toString(), u"account-created"_s);
        QCOMPARE(row(1).value(u"by_login"_s).toString(), u"root@example.org"_s);
        QCOMPARE(row(2).value(u"act"_s).toString(), u"role-given"_s);
        QCOMPARE(row(2).value(u"detail"_s).toString(), u"coordinator"_s);
        QCOMPARE(row(3).value(u"act"_s).toString(), u"second-factor-enrolled"_s);
        QVERIFY(!all.web.body.contains("password_code"));

        const auto count = [&](const QString &query) {
            return api.get(u"/api/v1/audit"_s + query, root)
                .json()
                .value(u"items"_s)
                .toArray()
                .size();
        };
        QCOMPARE(count(u"?account="_s + made), 2);
        QCOMPARE(count(u"?act=role-given"_s), 1);
        QCOMPARE(count(u"?limit=1&after=2"_s), 1);
        QCOMPARE(api.get(u"/api/v1/audit?account=x"_s, root).status(), 400);
        const Reply file = api.get(u"/api/v1/audit?format=csv&act=account-locked"_s, root);
        QVERIFY(file.web.body.startsWith("Number,When,By,What"));
        QCOMPARE(file.web.body.count('\n'), 2);
    }

    // Whoever has left the production is nobody there from the next request on.
    void aPersonalTokenReadsWhatItsOwnerMaySee_data() { TestDatabase::kinds(); }
    void aPersonalTokenReadsWhatItsOwnerMaySee()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        api.importDays("Maya Lindqvist,Camera,2025-11-20,Main,work,0700 1300-1330 1930\n"
                       "Ruben Castellane,Camera,2025-11-19,Main,work,0730 1300-1330 0230+\n");
        const QString root = api.administrator();
        const QString maya = api.account(u"maya@example.org"_s,
                                         api.member(Role::Administrator, u"Maya Lindqvist"_s));
        const QString other = api.account(u"ruben@example.org"_s);
        const QString tokens = u"/api/v1/me/tokens"_s;
        const auto make = [&](const QString &name, int days = 30) {
            return api.ask("POST", tokens, {{u"name"_s, name}, {u"days"_s, days}}, maya);
        };

        const Reply made = make(u"Payroll system"_s);
        QCOMPARE(made.status(), 201);
        QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
        const QString token = made.at(u"token"_s);
        QVERIFY(token.startsWith(u"filmtracker_"_s));
        const Reply days = api.get(api.under(u"/time-entries"_s), token);
        QCOMPARE(days.status(), 200);
        QCOMPARE(days.json().value(u"items"_s).toArray().size(), 2);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);

        // It reads, and not what is about accounts.
        QCOMPARE(
            api.ask("POST", api.under(u"/invites"_s), {{u"role"_s, u"crew"_s}}, token).status(),
            403);
        QCOMPARE(api.get(u"/api/v1/me/sessions"_s, token).status(), 403);
        QCOMPARE(api.get(tokens, token).status(), 403);
        QCOMPARE(api.ask("POST", tokens, {{u"name"_s, u"Another"_s}}, token).status(), 403);
        QCOMPARE(api.ask("DELETE", u"/api/v1/session"_s, {}, token).status(), 403);
        QCOMPARE(api.get(u"/api/v1/accounts"_s, token).status(), 403);

        QCOMPARE(make(u" "_s).status(), 400);
        QCOMPARE(make(u"Too long"_s, 367).status(), 400);
        QCOMPARE(make(u"No time"_s, 0).status(), 400);
        const auto list = [&] { return api.get(tokens, maya).json().value(u"items"_s).toArray(); };
        QCOMPARE(list().size(), 1);
        QVERIFY(!list()[0].toObject().value(u"used"_s).isNull());
        QVERIFY(!QJsonDocument(list()).toJson().contains(token.toUtf8()));

        // Somebody else's answers as one that is not there.
        const QString path = tokens + u'/' + made.at(u"id"_s);
        const Reply foreign = api.ask("DELETE", path, {}, other);
        const Reply none = api.ask("DELETE", tokens + u'/' + elsewhere, {}, other);
        QCOMPARE(foreign.status(), 404);
        QCOMPARE(foreign.web.body, none.web.body);
        QCOMPARE(api.ask("DELETE", path, {}, maya).status(), 204);
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 401);
        QCOMPARE(list().size(), 0);

        const QString shortLived = make(u"A day"_s, 1).at(u"token"_s);
        QString changed = shortLived;
        changed[changed.size() - 1] = changed.back() == u'A' ? u'B' : u'A';
        QCOMPARE(api.get(u"/api/v1/me"_s, changed).status(), 401);
        QCOMPARE(api.get(u"/api/v1/me"_s, shortLived).status(), 200);
        const QString lasting = make(u"A month"_s).at(u"token"_s);
        const QString id = api.get(u"/api/v1/me"_s, maya).at(u"account"_s);
        QCOMPARE(api.ask("DELETE", u"/api/v1/accounts/%1/sessions"_s.arg(id), {}, root).status(),
                 204);
        QCOMPARE(api.get(u"/api/v1/me"_s, lasting).status(), 401);
    }

    void aPersonalTokenEnds()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString maya = api.account(u"maya@example.org"_s);
        const QString token =
            api.ask("POST", u"/api/v1/me/tokens"_s, {{u"name"_s, u"A day"_s}, {u"days"_s, 1}}, maya)
                .at(u"token"_s);
        api.clock().time += 24h - 1s;
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);
        api.clock().time += 1s;
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 401);
    }

    // Somebody who finds an open session takes nothing along that lasts a year.
    void onlyWhoHasJustSignedInMakesAToken()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString maya = api.account(u"maya@example.org"_s);
        const auto make = [&](const QString &token) {
            return api.ask("POST", u"/api/v1/me/tokens"_s, {{u"name"_s, u"Payroll"_s}}, token);
        };
        api.clock().time += 11min;
        QCOMPARE(make(maya).status(), 403);
        QCOMPARE(api.get(u"/api/v1/me/tokens"_s, maya).status(), 200);
        QCOMPARE(make(api.signIn(u"maya@example.org"_s).at(u"access_token"_s)).status(), 201);
    }

    // What people do to their own accounts is in the chain as well.
    void whatPeopleDoToTheirAccountsIsWrittenDown_data() { TestDatabase::kinds(); }
    void whatPeopleDoToTheirAccountsIsWrittenDown()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        Api api(place);
        const QString root = api.administrator();
        const QString maya = api.account(u"maya@example.org"_s);
        const QString id = api.accountId(u"maya@example.org"_s).toString();
        const auto acts = [&] {
            QStringList found;
            for (const QJsonValue &row :
                 api.get(u"/api/v1/audit?account="_s + id, root).json()[u"items"_s].toArray()) {
                if (row[u"by"_s] == id)
                    found.prepend(row[u"act"_s].toString());
            }
            return found;
        };
        const QStringList before = acts();

        const Reply token = api.ask("POST", u"/api/v1/me/tokens"_s, {{u"name"_s, u"Pay"_s}}, maya);
        QCOMPARE(api.ask("POST", u"/api/v1/me/tokens"_s, {{u"name"_s, u" "_s}}, maya).status(),
                 400);
        const QString made = u"/api/v1/me/tokens/"_s + token.at(u"id"_s);
        QCOMPARE(api.ask("DELETE", made, {}, maya).status(), 204);
        QCOMPARE(api.ask("DELETE", made, {}, maya).status(), 404);
        const Reply begun =
            api.ask("POST", u"/api/v1/me/second-factor"_s, {{u"password"_s, password}}, maya);
        const QString code = hotpCode(fromBase32(begun.at(u"secret"_s)),
                                      quint64(totpStep(api.clock().now())), totp::digits);
        const Reply codes =
            api.ask("PUT", u"/api/v1/me/second-factor"_s, {{u"code"_s, code}}, maya);
        QCOMPARE(codes.status(), 200);
        const QString recovery = codes.json()[u"recovery_codes"_s][0].toString();
        QVERIFY(!recovery.isEmpty());
        QCOMPARE(api.signIn(u"maya@example.org"_s, recovery).status(), 200);
        QCOMPARE(
            api.ask("PUT", u"/api/v1/me/password"_s,
                    {{u"password"_s, password}, {u"new_password"_s, u"seven gaffers hold light"_s}},
                    maya)
                .status(),
            204);

        QCOMPARE(acts().mid(before.size()),
                 QStringList({u"token-made"_s, u"token-revoked"_s, u"second-factor-enrolled"_s,
                              u"recovery-code-used"_s, u"password-changed"_s}));
    }

    void whoeverHasEndedIsNoMember()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const UserId user = api.member(Role::Coordinator);
        const QString token = api.account(u"maya@example.org"_s, user);
        QCOMPARE(api.get(api.under({}), token).status(), 200);
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        QCOMPARE(api.ask("DELETE", api.under(u"/members/"_s + user.toString()), {}, chief).status(),
                 204);
        QCOMPARE(api.get(api.under({}), token).status(), 404);
    }

    // All of it, each once, whatever its length: what a client that follows `next` gets.
    void listsComeInParts_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("key");
        QTest::newRow("members") << u"/members"_s << u"user"_s;
        QTest::newRow("devices") << u"/devices"_s << u"id"_s;
        QTest::newRow("invites") << u"/invites"_s << u"id"_s;
        QTest::newRow("people") << u"/people"_s << u"id"_s;
        QTest::newRow("restrictions") << u"/restrictions"_s << u"person"_s;
    }
    void listsComeInParts()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, key);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString chief = api.account(u"chief@example.org"_s, api.member(Role::Administrator));
        for (int i = 0; i < 3; ++i) {
            api.device(api.member(Role::Crew), QString::number(i));
            const QJsonObject office{{u"role"_s, u"coordinator"_s}};
            QCOMPARE(api.ask("POST", api.under(u"/invites"_s), office, chief).status(), 201);
        }
        const auto items = [&api, &chief](const QString &of) {
            return api.get(api.under(of), chief).json().value(u"items"_s).toArray();
        };
        for (const QJsonValue &person : items(u"/people"_s))
            api.ask("PUT", api.under(u"/people/%1/restriction"_s.arg(person[u"id"_s].toString())),
                    {{u"reason"_s, u"The hours are disputed"_s}}, chief);

        QJsonArray parts;
        QString after;
        do {
            const Reply part = api.get(api.under(path + u"?limit=1"_s + after), chief);
            QCOMPARE(part.status(), 200);
            QCOMPARE(part.json().value(u"items"_s).toArray().size(), 1);
            parts.append(part.json().value(u"items"_s).toArray().first());
            const QString next = part.at(u"next"_s);
            after = next.isEmpty() ? QString() : QString(u"&after="_s + next);
        } while (!after.isEmpty());
        QVERIFY(parts.size() >= 2);
        QCOMPARE(parts, items(path));
        std::set<QString> seen;
        for (const QJsonValue &part : parts)
            QVERIFY(seen.insert(part[key].toString()).second);
        QCOMPARE(api.get(api.under(path + u"?limit=0"_s), chief).status(), 400);
    }

    void whatHasNotChangedIsNotSentAgain()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString token =
            api.account(u"maya@example.org"_s, api.member(Role::Crew, u"Maya Lindqvist"_s));
        const Reply first = api.get(api.under(u"/people?limit=2"_s), token);
        QCOMPARE(first.json().value(u"items"_s).toArray().size(), 2);
        WebRequest request;
        request.method = "GET";
        request.path = api.under(u"/people"_s);
        request.query[u"limit"_s] = u"2"_s;
        request.headers["authorization"] = "Bearer " + token.toLatin1();
        request.headers["if-none-match"] = first.header("ETag");
        const Reply again = api.askRaw(request);
        QCOMPARE(again.status(), 304);
        QVERIFY(again.web.body.isEmpty());
        request.query[u"limit"_s] = u"3"_s;
        QCOMPARE(api.askRaw(request).status(), 200);
    }

    void aClientThatAsksTooOftenWaits()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place, 5);
        int refused = 0;
        Reply last;
        for (int i = 0; i < 8; ++i) {
            last = api.get(u"/.well-known/jwks.json"_s);
            refused += last.status() == 429 ? 1 : 0;
        }
        QCOMPARE(refused, 3);
        QCOMPARE(last.header("RateLimit-Remaining"), QByteArray("0"));
        const int wait = last.header("Retry-After").toInt();
        QVERIFY(wait > 0 && wait <= 60);
        api.clock().time += std::chrono::seconds(wait);
        const Reply later = api.get(u"/.well-known/jwks.json"_s);
        QCOMPARE(later.status(), 200);
        QCOMPARE(later.header("RateLimit-Remaining"), QByteArray("4"));
    }

    // Nor by another of the 2^64 addresses that everybody with one of version 6 has.
    void aLimitIsOfANetwork()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place, 5);
        const auto status = [&api](const QString &address) {
            WebRequest request;
            request.method = "GET";
            request.path = u"/.well-known/jwks.json"_s;
            request.remote = address;
            return api.askRaw(request).status();
        };
        for (int i = 1; i <= 5; ++i)
            QCOMPARE(status(u"2001:db8:1:2::%1"_s.arg(i)), 200);
        QCOMPARE(status(u"2001:db8:1:2::6"_s), 429);
        QCOMPARE(status(u"2001:db8:1:3::1"_s), 200);
    }

    // Nobody gets more by asking another server.
    void aLimitHoldsAcrossServers_data()
    {
        QTest::addColumn<int>("limit");
        QTest::newRow("few") << 5;
        QTest::newRow("as usual") << 100;
    }
    void aLimitHoldsAcrossServers()
    {
        QFETCH(const int, limit);
        if (!TestDatabase::hasPostgres())
            QSKIP("no PostgreSQL");
        const TestDatabase place(TestDatabase::Kind::Postgres);
        Api one(place, limit);
        const auto another = one.anotherServer();
        const auto asked = [&](const std::unique_ptr<WebService> &server, const QString &from) {
            WebRequest request;
            request.method = "GET";
            request.path = u"/.well-known/jwks.json"_s;
            request.remote = from;
            return server->answer(request).response.status == 200 ? 1 : 0;
        };
        int served = 0;
        int firstServed = 0;
        const auto first = one.anotherServer();
        for (int i = 0; i < 2 * limit; ++i) {
            served += asked(i % 3 == 0 ? first : another, u"192.0.2.7"_s);
            firstServed = i + 1 == limit ? served : firstServed;
        }
        QCOMPARE(served, limit);
        QVERIFY(firstServed > limit * 7 / 10); // little is lost where two share
        QCOMPARE(asked(first, u"192.0.2.8"_s), 1);
        one.clock().time += 1min;
        QCOMPARE(asked(another, u"192.0.2.7"_s), 1);
    }

    void theDocumentDescribesTheRoutes()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const Reply served = api.get(u"/api/v1/openapi.json"_s);
        QCOMPARE(served.at(u"openapi"_s), u"3.1.0"_s);
        QStringList described;
        const QJsonObject paths = served.json().value(u"paths"_s).toObject();
        for (const QString &path : paths.keys()) {
            const QJsonObject methods = paths.value(path).toObject();
            for (const QString &method : methods.keys()) {
                const bool isOpen = methods.value(method)[u"security"_s].isArray();
                described << method.toUpper() + u' ' + path + (isOpen ? u" open"_s : QString());
            }
        }
        QStringList routes;
        for (const ApiRoute &route : api.service().routes()) {
            const bool isOpen = route.access.kind == Access::Kind::Anybody;
            routes << QString::fromLatin1(route.method) + u' ' + route.pattern
                    + (isOpen ? u" open"_s : QString());
        }
        described.sort();
        routes.sort();
        QCOMPARE(described, routes);
    }

    void badRequestsAreAnsweredAsSuch_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        const QByteArray json = "application/json";
        const QString session = u"/api/v1/session"_s;
        QTest::newRow("no route") << QByteArray("GET") << u"/api/v1/nothing"_s << json
                                  << QByteArray() << 404;
        QTest::newRow("other method")
            << QByteArray("PATCH") << session << json << QByteArray() << 405;
        QTest::newRow("no JSON") << QByteArray("POST") << session << json << QByteArray("{") << 400;
        QTest::newRow("a list") << QByteArray("POST") << session << json << QByteArray("[1]")
                                << 400;
        QTest::newRow("a form") << QByteArray("POST") << session
                                << QByteArray("application/x-www-form-urlencoded")
                                << QByteArray("login=a") << 415;
        QTest::newRow("missing") << QByteArray("POST") << session << json << QByteArray("{}")
                                 << 400;
        QTest::newRow("a number for a text")
            << QByteArray("POST") << session << json << QByteArray("{\"login\": 7}") << 400;
        QTest::newRow("far too long")
            << QByteArray("POST") << session << json
            << QByteArray("{\"login\": \"" + QByteArray(5000, 'a') + "\"}") << 400;
        QTest::newRow("deep") << QByteArray("POST") << session << json << QByteArray(5000, '[')
                              << 400;
        QTest::newRow("a path without end")
            << QByteArray("GET") << QString(5000, u'/') << json << QByteArray() << 404;
    }
    void badRequestsAreAnsweredAsSuch()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const QString, path);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        WebRequest request;
        request.method = method;
        request.path = path;
        request.body = body;
        request.headers["content-type"] = type;
        const Reply reply = api.askRaw(request);
        QTEST(reply.status(), "status");
        QCOMPARE(reply.web.contentType, QByteArray("application/problem+json"));
        QCOMPARE(reply.json().value(u"status"_s).toInt(), reply.status());
    }

    void senselessTokensAreNobody_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("basic") << QByteArray("Basic cm9vdDpyb290");
        QTest::newRow("empty") << QByteArray("Bearer ");
        QTest::newRow("words") << QByteArray("Bearer let me in");
        QTest::newRow("alg none") << QByteArray("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.");
        QTest::newRow("huge") << QByteArray("Bearer " + QByteArray(100'000, 'a'));
    }
    void senselessTokensAreNobody()
    {
        QFETCH(const QByteArray, header);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        WebRequest request;
        request.method = "GET";
        request.path = u"/api/v1/me"_s;
        request.headers["authorization"] = header;
        QCOMPARE(api.askRaw(request).status(), 401);
    }
};

QTEST_GUILESS_MAIN(TestApi)
#include "tst_api.moc"
