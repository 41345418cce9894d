#include "server/admin/server_controls.h"
#include "shared/store/log_check.h"
#include "shared/store/production_repository.h"
#include "shared/store/statement.h"
#include "shared/store/webhook_repository.h"
#include "tests/support/api_fixture.h"

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto nastyValues = std::to_array<QStringView>({
    u"'",
    u"''; DROP TABLE entity; --",
    u"' OR '1'='1",
    u"\" OR \"\"=\"",
    u"1; SELECT pg_sleep(9)",
    u"') UNION SELECT title FROM production --",
    u"\\'; DELETE FROM change_log; --",
    u":production",
    u"$1",
    u"?1",
    u"%' ESCAPE '!",
    u"%_%",
    u"../../../../etc/passwd",
    u"..\\..\\..\\windows\\win.ini",
    u"%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    u"/etc/passwd",
    u"file:///etc/passwd",
    u".",
    u"..",
    u"{{7*7}}${7*7}",
    u"$(touch /tmp/x)`id`",
    u"%s%n%x",
    u"\r\nSet-Cookie: a=b",
    u"<script>alert(1)</script>",
    u"=HYPERLINK(\"http://example.com\")",
    u"\u202Egnp.exe",
    u"\uFEFF\uFFFE",
    u"-9223372036854775809",
    u"1e999",
    u"NaN",
    u"null",
    u"2025-02-30",
    u"9999999-12-31",
    u"00000000-0000-0000-0000-000000000000",
    u"{6fa459ea-ee8a-4ca4-894e-db77e160355e}",
});

// Also what no literal can say.
QStringList allNastyValues()
{
    QStringList values;
    for (const QStringView value : nastyValues)
        values << value.toString();
    values << QString(QChar(0)) << QString(u"a"_s + QChar(0) + u"b"_s) << QString(QChar(0xD800))
           << QString(20'000, u'x') << QString(300, QChar(0x0301));
    return values;
}

// What the document says can be sent: a method with its path, and what its parameters are.
struct Operation {
    QByteArray method;
    QString path;
    QStringList inPath, inQuery, inBody;
    QJsonObject body;                   // with values that make sense
    std::map<QString, QString> query{}; // what has to be there

    // With that value for one of the body, also in its place of a list.
    [[nodiscard]] std::vector<QJsonObject> bodiesWith(const QString &name,
                                                      const QString &value) const
    {
        QJsonObject alone = body;
        alone[name] = value;
        if (!body.value(name).isArray())
            return {alone};
        QJsonObject listed = body;
        listed[name] = QJsonArray{value};
        return {alone, listed};
    }
};

const std::map<QString, QString> sensibleQuery{{u"week"_s, u"2025-11-20"_s}};

QJsonValue sensible(const QString &name, const QJsonObject &schema)
{
    static const QMap<QString, QJsonValue> known{
        {u"login"_s, u"new@example.org"_s},
        {u"password"_s, password},
        {u"role"_s, u"crew"_s},
        {u"person"_s, u"Ruben Castellane"_s},
        {u"zone"_s, u"Europe/Oslo"_s},
        {u"currency"_s, u"NOK"_s},
        {u"account"_s, elsewhere},
        {u"new_password"_s, u"ten cranes carry nine grips"_s},
        {u"url"_s, u"http://127.0.0.1:9/hook"_s},
    };
    if (schema.contains(u"enum"_s))
        return schema.value(u"enum"_s)[0];
    if (schema.value(u"type"_s) == u"boolean"_s)
        return false;
    if (schema.value(u"type"_s) == u"integer"_s)
        return 3;
    if (schema.value(u"type"_s) == u"array"_s)
        return QJsonArray{schema.value(u"items"_s)[u"enum"_s][0]};
    return known.value(name, u"Something"_s);
}

std::vector<Operation> operationsOf(const JsonSchema &schema)
{
    std::vector<Operation> operations;
    const QJsonObject paths = schema.document().value(u"paths"_s).toObject();
    for (const QString &path : paths.keys()) {
        const QJsonObject methods = paths.value(path).toObject();
        for (const QString &method : methods.keys()) {
            const QJsonObject said = methods.value(method).toObject();
            Operation operation{method.toUpper().toLatin1(), path, {}, {}, {}, {}};
            for (const QJsonValue &parameter : said.value(u"parameters"_s).toArray()) {
                const bool isInPath = parameter[u"in"_s] == u"path"_s;
                const QString name = parameter[u"name"_s].toString();
                (isInPath ? operation.inPath : operation.inQuery) << name;
                if (!isInPath && parameter[u"required"_s].toBool())
                    operation.query[name] = sensibleQuery.at(name);
            }
            const QJsonObject body = schema.resolved(
                said.value(u"requestBody"_s)[u"content"_s][u"application/json"_s][u"schema"_s]
                    .toObject());
            const QJsonObject properties = body.value(u"properties"_s).toObject();
            for (const QString &name : properties.keys()) {
                operation.inBody << name;
                operation.body[name] =
                    sensible(name, schema.resolved(properties.value(name).toObject()));
            }
            operations.push_back(operation);
        }
    }
    return operations;
}

// Two productions: that of the fixture, and one that nobody who asks is of.
class TwoProductions
{
public:
    explicit TwoProductions(const TestDatabase &place)
        : api(place)
    {
        Production second;
        second.title = u"Secret Sequel"_s;
        second.zone = "Europe/Oslo";
        foreign = *tasks().createProduction(second);
        if (!tasks().importCrew(foreign,
                                "Name,Department,Position,Unit\nZelda Hidden,Camera,DP,Main\n"))
            qFatal("no crew");
        store::MemberRow row{UserId(SeededRandom(77).bytes<16>()), Role::Crew, {}, {}, u"Zelda"_s};
        store::IdentityRepository identities(api.storage().database());
        if (!identities.addMember(foreign, row))
            qFatal("no member");
        foreignUser = row.user;
        store::DeviceRow device;
        device.device = DeviceId(SeededRandom(78).bytes<16>());
        device.user = foreignUser;
        device.name = u"Hidden laptop"_s;
        device.key = SeededRandom(79).bytes<32>();
        device.certificateEndsMs = msSinceEpoch(api.clock().now() + 24h);
        if (!identities.addDevice(foreign, device, api.clock().now()))
            qFatal("no device");
        foreignDevice = device.device;
        foreignPerson = (*readProduction(api.storage(), foreign)).crew.people.front().id;
        foreignHook = makeHook(foreign, 80);
        const Permissions may(Role::Coordinator);
        if (!tasks().defineRole(foreign, {foreignRole, may}))
            qFatal("no role");
        foreignInvite = makeInvite(foreign);
        makeThings();
    }

    AdminTasks tasks() { return AdminTasks(api.storage(), api.clock().now()); }

    Reply send(const Operation &operation, const QString &path,
               const std::map<QString, QString> &query, const QJsonObject &body,
               const QString &token)
    {
        WebRequest request;
        request.method = operation.method;
        request.path = path;
        request.query = query;
        if (!body.isEmpty()) {
            request.body = QJsonDocument(body).toJson();
            request.headers["content-type"] = "application/json";
        }
        request.headers["authorization"] = "Bearer " + token.toLatin1();
        // From everywhere, so that no address has had its share of tries.
        ++m_sent;
        request.remote = u"198.18.%1.%2"_s.arg(m_sent / 250 % 250).arg(m_sent % 250);
        return api.askRaw(request);
    }

    // With `value` for the name, and for every other name what is there in the fixture's
    // production, so that it is the value alone at which a request ends.
    QString pathOf(const Operation &operation, const QString &name = {}, const QString &value = {})
    {
        QString path = operation.path;
        for (const QString &key : operation.inPath) {
            const auto there = m_there.find(key);
            if (there == m_there.end())
                qFatal("say what there is of %s", qPrintable(key));
            path.replace(u'{' + key + u'}', key == name ? value : there->second);
        }
        return path;
    }

    // What nobody here may change: everything of the other production, or of all.
    QStringList facts(bool isOfAll)
    {
        store::Database &database = api.storage().database();
        QStringList found;
        const auto headOf = [&](ProductionId production) {
            const auto head = api.storage().head(production);
            const auto checked = store::checkLog(database, production);
            if (!head || !checked)
                qFatal("the log cannot be read");
            found << QString::number(head->sequence)
                  << QString::fromLatin1(head->chain.toByteArray().toHex())
                  << QString::number(checked->records) << checked->problems;
        };
        headOf(foreign);
        const auto count = [&](const QString &table, ProductionId production) {
            store::Statement select(
                database, u"attack.count"_s,
                u"SELECT COUNT(*) FROM %1 WHERE production_id = :production"_s.arg(table));
            select.bind(u":production", production.toByteArray());
            if (!select.run() || !select.next())
                qFatal("%s is gone", qPrintable(table));
            found << table + u' ' + QString::number(select.number(0));
        };
        const QStringList tables{u"member"_s, u"device"_s, u"invite"_s, u"entity"_s,
                                 u"change_log"_s};
        for (const QString &table : tables)
            count(table, foreign);
        if (!isOfAll)
            return found;
        headOf(api.production());
        for (const QString &table : tables)
            count(table, api.production());
        for (const QString &table : {u"production"_s, u"account"_s, u"signing_key"_s}) {
            store::Statement select(database, u"attack.all"_s, u"SELECT COUNT(*) FROM "_s + table);
            if (!select.run() || !select.next())
                qFatal("%s is gone", qPrintable(table));
            found << table + u' ' + QString::number(select.number(0));
        }
        return found;
    }

    void openAgain()
    {
        ServerControlTasks controls(api.storage(), api.clock().now(), {});
        if (!controls.endMaintenance())
            qFatal("the server stays closed");
    }

    Api api;
    const JsonSchema schema{QJsonDocument::fromJson(apiDocument()).object()};
    ProductionId foreign;
    UserId foreignUser;
    DeviceId foreignDevice;
    PersonId foreignPerson;
    const QString foreignRole = u"Night desk"_s;
    QString foreignHook;
    QString foreignInvite;

private:
    QString makeHook(ProductionId production, quint64 seed)
    {
        store::WebhookRow hook;
        hook.id = store::WebhookId(SeededRandom(seed).bytes<16>());
        hook.production = production;
        hook.url = u"https://hooks.example.org/night"_s;
        hook.events = QStringList{u"day.changed"_s};
        if (!store::WebhookRepository(api.storage().database()).add(hook))
            qFatal("no webhook");
        return hook.id.toString();
    }
    QString makeInvite(ProductionId production)
    {
        if (!tasks().invite(production, {{}, Role::Coordinator}))
            qFatal("no invite");
        store::IdentityRepository identities(api.storage().database());
        return (*identities.invites(production)).front().id().toString();
    }
    // What the fixture's production has of everything that a path names.
    void makeThings()
    {
        const UserId user = api.member(Role::Crew, u"Ruben Castellane"_s);
        api.account(u"ruben@example.org"_s, user);
        m_there = {
            {u"production"_s, api.production().toString()},
            {u"user"_s, user.toString()},
            {u"device"_s, api.device(user, u"A-cam cart"_s).toString()},
            {u"account"_s, api.accountId(u"ruben@example.org"_s).toString()},
            {u"person"_s,
             (*readProduction(api.storage(), api.production())).crew.people.front().id.toString()},
            {u"webhook"_s, makeHook(api.production(), 81)},
            {u"invite"_s, makeInvite(api.production())},
            {u"week"_s, u"2025-11-20"_s},
            {u"category"_s, u"lanes"_s},
            {u"kind"_s, u"invite-names"_s},
            // Alone in their paths: never asked for beside an attack.
            {u"session"_s, elsewhere},
            {u"token"_s, elsewhere},
            {u"key"_s, elsewhere},
            {u"role"_s, elsewhere},
        };
    }

    std::map<QString, QString> m_there;
    int m_sent = 0;
};

} // namespace

// What somebody tries who means it badly, in every place where the API takes a text: generated from
// the document that a test holds against the routes, so that no new parameter is left out.
class TestApiAttacks : public QObject
{
    Q_OBJECT
private slots:
    void nothingTypedGetsThrough_data()
    {
        QTest::addColumn<TestDatabase::Kind>("kind");
        QTest::addColumn<bool>("isAdministrator");
        using Kind = TestDatabase::Kind;
        QTest::newRow("sqlite, a stranger") << Kind::Sqlite << false;
        QTest::newRow("sqlite, an administrator") << Kind::Sqlite << true;
        if (!TestDatabase::hasPostgres())
            return;
        QTest::newRow("postgresql, a stranger") << Kind::Postgres << false;
        QTest::newRow("postgresql, an administrator") << Kind::Postgres << true;
    }
    // Never an error of the server, never a word of another production, and nothing changed that
    // whoever asks may not change.
    void nothingTypedGetsThrough()
    {
        QFETCH(const TestDatabase::Kind, kind);
        QFETCH(const bool, isAdministrator);
        const TestDatabase place(kind);
        TwoProductions stage(place);
        Api &api = stage.api;
        const UserId user = api.member(Role::Administrator);
        const QString token =
            isAdministrator ? api.administrator(user) : api.account(u"eve@example.org"_s);
        const QStringList before = stage.facts(!isAdministrator);
        const QStringList values = allNastyValues();

        int sent = 0;
        for (const Operation &operation : operationsOf(stage.schema)) {
            const bool endsOwnSession =
                operation.method == "DELETE" && operation.path == u"/api/v1/session"_s;
            if (endsOwnSession)
                continue;
            const auto attack = [&](const QString &name, const QString &value, const QString &path,
                                    const std::map<QString, QString> &query,
                                    const QJsonObject &body) {
                const Reply reply = stage.send(operation, path, query, body, token);
                ++sent;
                const QString where = u"%1 %2 %3=%4: %5 %6"_s.arg(
                    QString::fromLatin1(operation.method), operation.path, name, value.left(60),
                    QString::number(reply.status()), QString::fromUtf8(reply.web.body.left(300)));
                // Where passwords are tried there is an end to trying.
                const bool isLater = reply.status() == 503 && reply.at(u"code"_s) == u"busy"_s
                    && (operation.inBody.contains(u"password"_s)
                        || operation.inBody.contains(u"code"_s));
                QVERIFY2(reply.status() < 500 || isLater, qPrintable(where));
                const bool isTold = reply.web.body.contains("Zelda")
                    || reply.web.body.contains("Hidden") || reply.web.body.contains("root:");
                QVERIFY2(!isTold, qPrintable(where));
                for (const auto &[header, said] : reply.web.headers)
                    QVERIFY2(!said.contains('\n') && !said.contains('\r'), qPrintable(where));
                // Whoever may close the server has closed it: the rest wants it open.
                if (operation.path.endsWith(u"/maintenance"_s) && reply.status() < 300)
                    stage.openAgain();
            };
            for (const QString &value : values) {
                for (const QString &name : operation.inPath)
                    attack(name, value, stage.pathOf(operation, name, value), operation.query,
                           operation.body);
                for (const QString &name : operation.inQuery) {
                    std::map<QString, QString> query = operation.query;
                    query[name] = value;
                    attack(name, value, stage.pathOf(operation), query, {});
                }
                for (const QString &name : operation.inBody) {
                    for (const QJsonObject &body : operation.bodiesWith(name, value))
                        attack(name, value, stage.pathOf(operation), operation.query, body);
                }
            }
        }

        QVERIFY2(sent > 2000, qPrintable(QString::number(sent)));
        QCOMPARE(stage.facts(!isAdministrator), before);
        // And whoever asked is still who they were.
        QCOMPARE(api.get(u"/api/v1/me"_s, token).status(), 200);
    }

    // The handlers under what nobody thought of: bodies of random JSON and of noise, parameters out
    // of pieces of the trade. From a seed, so that what breaks breaks again.
    void requestsAtRandomHurtNobody_data() { TestDatabase::kinds(); }
    void requestsAtRandomHurtNobody()
    {
        QFETCH(const TestDatabase::Kind, kind);
        const TestDatabase place(kind);
        TwoProductions stage(place);
        Api &api = stage.api;
        const QString token =
            api.account(u"eve@example.org"_s, api.member(Role::ProductionManager));
        const std::vector<Operation> operations = operationsOf(stage.schema);
        const QStringList pieces = allNastyValues()
            << api.production().toString() << stage.foreign.toString() << u"2025-11-20"_s << u"1"_s
            << u"csv"_s << u"wrap,call"_s << u"crew"_s << password << QString();
        const QStringList before = stage.facts(false);
        SeededRandom random(417);
        const auto piece = [&] { return pieces[qsizetype(random.below(quint64(pieces.size())))]; };
        std::function<QJsonValue(int)> value = [&](int depth) -> QJsonValue {
            switch (random.below(depth > 3 ? 4 : 6)) {
            case 0: return piece();
            case 1: return double(qint64(random.below(2'000)) - 1000) * 1e15;
            case 2: return random.below(2) == 0;
            case 3: return QJsonValue::Null;
            case 4: return QJsonArray{value(depth + 1), value(depth + 1)};
            default: return QJsonObject{{piece(), value(depth + 1)}};
            }
        };

        for (int round = 0; round < 3000; ++round) {
            const Operation &operation = operations[random.below(operations.size())];
            if (operation.method == "DELETE" && operation.path == u"/api/v1/session"_s)
                continue;
            std::map<QString, QString> query = operation.query;
            for (const QString &name : operation.inQuery) {
                if (random.below(2) == 0)
                    query[name] = piece();
            }
            QJsonObject body = operation.body;
            for (const QString &name : operation.inBody) {
                if (random.below(2) == 0)
                    body[name] = value(0);
            }
            const QString named = operation.inPath.isEmpty()
                ? QString()
                : operation.inPath[qsizetype(random.below(quint64(operation.inPath.size())))];
            const Reply reply =
                stage.send(operation,
                           random.below(4) == 0 ? stage.pathOf(operation, named, piece())
                                                : stage.pathOf(operation),
                           query, body, token);
            const bool isLater = reply.status() == 503 && reply.at(u"code"_s) == u"busy"_s;
            QVERIFY2(reply.status() < 500 || isLater,
                     qPrintable(QString::number(round) + operation.path));
            QVERIFY2(!reply.web.body.contains("Zelda"), qPrintable(operation.path));
        }

        QCOMPARE(stage.facts(false), before);
    }

    void foreignIdsAnswerAsThoseOfNothing_data()
    {
        QTest::addColumn<Role>("role");
        for (qint64 number = 1; number <= 7; ++number)
            QTest::newRow(qPrintable(roleName(*roleFromNumber(number)))) << *roleFromNumber(number);
    }
    // Whatever somebody is in their own production: of another one they cannot even find out that
    // it is there. Every route that names something is asked for it and for what does not exist.
    void foreignIdsAnswerAsThoseOfNothing()
    {
        QFETCH(const Role, role);
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        TwoProductions stage(place);
        Api &api = stage.api;
        const QString root = api.administrator();
        const QString token =
            api.account(u"eve@example.org"_s, api.member(role, u"Maya Lindqvist"_s));
        const QString rootToken =
            api.ask("POST", u"/api/v1/me/tokens"_s, {{u"name"_s, u"Payroll"_s}}, root).at(u"id"_s);
        const QString rootSession =
            api.get(u"/api/v1/me/sessions"_s, root).json()[u"items"_s][0][u"id"_s].toString();
        QVERIFY(!rootToken.isEmpty() && !rootSession.isEmpty());
        const std::map<QString, QString> theirs{
            {u"production"_s, stage.foreign.toString()},
            {u"user"_s, stage.foreignUser.toString()},
            {u"device"_s, stage.foreignDevice.toString()},
            {u"person"_s, stage.foreignPerson.toString()},
            {u"webhook"_s, stage.foreignHook},
            {u"invite"_s, stage.foreignInvite},
            {u"role"_s, stage.foreignRole},
            {u"account"_s, api.accountId(u"root@example.org"_s).toString()},
            {u"session"_s, rootSession},
            {u"token"_s, rootToken},
        };
        // Named in a path, and nobody's: the same for everybody.
        const QStringList nobodys{u"week"_s, u"category"_s, u"kind"_s, u"key"_s};
        const QStringList before = stage.facts(false);

        int compared = 0;
        enum class In { Path, Query, Body };
        const auto compare = [&](const Operation &operation, const QString &name, In in) {
            const bool isName = in == In::Body && name == u"person"_s; // on the crew list
            const QString id = isName ? u"Zelda Hidden"_s : theirs.at(name);
            const QString nothing = isName ? u"Nobody Known"_s : elsewhere;
            const auto asked = [&](const QString &value) {
                std::map<QString, QString> query = operation.query;
                if (in == In::Query)
                    query[name] = value;
                QJsonObject body = operation.body;
                if (in == In::Body)
                    body[name] = value;
                return stage.send(operation,
                                  in == In::Path ? stage.pathOf(operation, name, value)
                                                 : stage.pathOf(operation),
                                  query, body, token);
            };
            Reply there = asked(id);
            Reply nowhere = asked(nothing);
            ++compared;
            const QString where =
                u"%1 %2 %3"_s.arg(QString::fromLatin1(operation.method), operation.path, name);
            QVERIFY2(there.status() == nowhere.status(), qPrintable(where));
            // An answer may say again what was asked for.
            QVERIFY2(there.web.body.replace(id.toUtf8(), "it")
                         == nowhere.web.body.replace(nothing.toUtf8(), "it"),
                     qPrintable(where));
            QVERIFY2(there.web.contentType == nowhere.web.contentType, qPrintable(where));
        };
        for (const Operation &operation : operationsOf(stage.schema)) {
            for (const QString &name : operation.inPath) {
                QVERIFY2(theirs.contains(name) || nobodys.contains(name), qPrintable(name));
                if (theirs.contains(name))
                    compare(operation, name, In::Path);
            }
            for (const QString &name : operation.inQuery) {
                if (theirs.contains(name))
                    compare(operation, name, In::Query);
            }
            for (const QString &name : operation.inBody) {
                if (theirs.contains(name))
                    compare(operation, name, In::Body);
            }
        }

        QVERIFY2(compared > 60, qPrintable(QString::number(compared)));
        QCOMPARE(stage.facts(false), before);
        QCOMPARE(api.get(u"/api/v1/me"_s, root).status(), 200);
    }

    // A token of before is worth nothing afterwards, whoever has it by then.
    void signingInAgainTakesNothingOver()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        Api api(place);
        const QString planted = api.account(u"eve@example.org"_s);
        api.account(u"maya@example.org"_s);
        WebRequest request;
        request.method = "POST";
        request.path = u"/api/v1/session"_s;
        request.body = QJsonDocument(QJsonObject{{u"login"_s, u"maya@example.org"_s},
                                                 {u"password"_s, password}})
                           .toJson();
        request.headers["content-type"] = "application/json";
        request.headers["authorization"] = "Bearer " + planted.toLatin1();
        request.headers["cookie"] = "film_access=" + planted.toLatin1();
        const Reply in = api.askRaw(request);
        QCOMPARE(in.status(), 200);
        const QString own = in.at(u"access_token"_s);
        QVERIFY(own != planted);

        // The planted one stays its own account's, and ends nothing but its own session.
        const auto accountOf = [&api](const QString &token) {
            return api.get(u"/api/v1/me"_s, token).at(u"account"_s);
        };
        QCOMPARE(accountOf(planted), api.accountId(u"eve@example.org"_s).toString());
        QCOMPARE(accountOf(own), api.accountId(u"maya@example.org"_s).toString());
        QCOMPARE(api.ask("DELETE", u"/api/v1/session"_s, {}, planted).status(), 204);
        QCOMPARE(api.get(u"/api/v1/me"_s, own).status(), 200);
        // A cookie is nobody to the API: no other site's page can make a browser ask it.
        WebRequest byCookie;
        byCookie.method = "GET";
        byCookie.path = u"/api/v1/me"_s;
        byCookie.headers["cookie"] = "film_access=" + own.toLatin1();
        QCOMPARE(api.askRaw(byCookie).status(), 401);
    }
};

QTEST_GUILESS_MAIN(TestApiAttacks)
#include "tst_api_attacks.moc"
