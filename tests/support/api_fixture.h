#pragma once

#include "server/admin/admin_tasks.h"
#include "server/admin/production_reader.h"
#include "server/http/api_document.h"
#include "server/http/web_service.h"
#include "server/identity/totp.h"
#include "shared/store/identity_repository.h"
#include "tests/support/base32.h"
#include "tests/support/fixed_clock.h"
#include "tests/support/json_schema.h"
#include "tests/support/test_database.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

namespace film::tests {

using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline const QString password = u"nine grips carry crane"_s;
inline const QString elsewhere = u"6fa459ea-ee8a-4ca4-894e-db77e160355e"_s;

struct Reply {
    WebResponse web;

    [[nodiscard]] int status() const { return web.status; }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(web.body).object(); }
    [[nodiscard]] QString at(const QString &key) const { return json().value(key).toString(); }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[known, value] : web.headers) {
            if (known.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

// A server's API over a production with one head of department, one coordinator and one auditor.
class Api
{
public:
    explicit Api(const TestDatabase &place, int requestsPerMinute = 100'000)
        : m_place(place)
    {
        m_requestsPerMinute = requestsPerMinute;
        m_service = anotherServer();
        auto opened = store::ServerStorageSql::open(place.address());
        if (!opened)
            qFatal("no database");
        m_storage = *std::move(opened);
        makeProduction();
    }

    // It believes that issuer from now on.
    void setOpenId(const OpenIdSettings &settings)
    {
        m_openId = settings;
        m_service = anotherServer();
    }

    // What is asked from now on is asked of another server, which shares that with others.
    void setShared(SharedState *shared)
    {
        m_shared = shared;
        m_service = anotherServer();
    }

    // Over the same database, with the same key.
    std::unique_ptr<WebService> anotherServer()
    {
        WebServiceConfig config;
        config.database = m_place.address();
        config.dataFolder = m_folder.filePath(u"data"_s);
        config.hashCost = {1, 8192};
        config.requestsPerMinute = m_requestsPerMinute;
        config.openId = m_openId;
        config.shared = m_shared;
        config.webhookNetworks = *readNetworks(u"127.0.0.0/8"_s);
        config.backups = &m_backups;
        auto made = WebService::create(config, m_clock);
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        return *std::move(made);
    }

    Reply ask(const QByteArray &method, const QString &path, const QJsonObject &body = {},
              const QString &token = {})
    {
        WebRequest request;
        request.method = method;
        request.path = path.section(u'?', 0, 0);
        for (const QString &pair : path.section(u'?', 1).split(u'&', Qt::SkipEmptyParts))
            request.query[pair.section(u'=', 0, 0)] = pair.section(u'=', 1);
        if (!body.isEmpty()) {
            request.body = QJsonDocument(body).toJson();
            request.headers["content-type"] = "application/json";
        }
        if (!token.isEmpty())
            request.headers["authorization"] = "Bearer " + token.toLatin1();
        request.remote = u"192.0.2.1"_s;
        return askRaw(request);
    }
    Reply get(const QString &path, const QString &token = {})
    {
        return ask("GET", path, {}, token);
    }
    // Every answer of every test is held against the document.
    Reply askRaw(const WebRequest &request)
    {
        const auto [response, pattern] = m_service->answer(request);
        const Reply reply{response};
        const QStringList problems = againstTheDocument(request, reply, pattern);
        if (!problems.isEmpty())
            qFatal("%s %s: %s", request.method.constData(), qPrintable(request.path),
                   qPrintable(problems.join(u"; "_s)));
        return reply;
    }

    // With a password, and the access token.
    QString account(const QString &login, UserId member = {}, bool isAdministrator = false,
                    const QString &name = u"Somebody"_s)
    {
        SystemRandom random;
        const auto box = SecretBox::inFolder(m_folder.filePath(u"data"_s), random);
        PasswordHasher hasher({1, 8192});
        AccountAdmin accounts({m_storage->database(), hasher, *box, random, {}}, {});
        const auto made = accounts.createLocally({login, name, isAdministrator}, m_clock.now());
        if (!made)
            qFatal("%s", qPrintable(made.error().message));
        const Reply set =
            ask("POST", u"/api/v1/password-code"_s,
                {{u"login"_s, login}, {u"code"_s, made->code}, {u"new_password"_s, password}});
        if (set.status() != 204)
            qFatal("%s", set.web.body.constData());
        if (!member.isNull()) {
            store::AccountRepository rows(m_storage->database());
            if (!rows.link(m_production, member, made->id))
                qFatal("not linked");
        }
        return signIn(login).at(u"access_token"_s);
    }
    Reply signIn(const QString &login, const QString &code = {})
    {
        return ask("POST", u"/api/v1/session"_s,
                   {{u"login"_s, login}, {u"password"_s, password}, {u"code"_s, code}});
    }
    // An administrator of the server, who has to have a second factor.
    QString administrator(UserId member = {}, const QString &name = u"Somebody"_s)
    {
        const QString early = account(u"root@example.org"_s, member, true, name);
        const Reply begun =
            ask("POST", u"/api/v1/me/second-factor"_s, {{u"password"_s, password}}, early);
        m_adminSecret = fromBase32(begun.at(u"secret"_s));
        if (ask("PUT", u"/api/v1/me/second-factor"_s, {{u"code"_s, adminCode()}}, early).status()
            != 200)
            qFatal("no second factor");
        m_clock.time += 31s; // each code counts once
        return signIn(u"root@example.org"_s, adminCode()).at(u"access_token"_s);
    }

    [[nodiscard]] QString under(const QString &rest) const
    {
        return u"/api/v1/productions/%1%2"_s.arg(m_production.toString(), rest);
    }
    UserId member(Role role, const QString &person = {})
    {
        SeededRandom random(++m_members);
        store::MemberRow row{UserId(random.bytes<16>()), role, {}, {}, person};
        for (const Person &known : m_people) {
            if (known.name == person) {
                row.person = known.id;
                if (role == Role::HeadOfDepartment)
                    row.department = known.department;
            }
        }
        store::IdentityRepository identities(m_storage->database());
        if (!identities.addMember(m_production, row))
            qFatal("no member");
        return row.user;
    }
    DeviceId device(UserId user, const QString &name)
    {
        SeededRandom random(1000 + ++m_members);
        store::DeviceRow row;
        row.device = DeviceId(random.bytes<16>());
        row.user = user;
        row.name = name;
        row.key = random.bytes<32>();
        row.certificate = quint64(m_members);
        row.certificateEndsMs = msSinceEpoch(m_clock.now() + 24h);
        row.tokenHash = sha256(QByteArrayView(name.toUtf8()));
        store::IdentityRepository identities(m_storage->database());
        if (!identities.addDevice(m_production, row, m_clock.now()))
            qFatal("no device");
        return row.device;
    }
    void importDays(const QByteArray &rows)
    {
        AdminTasks tasks(*m_storage, m_clock.now());
        const auto done =
            tasks.importDays(m_production, "Person,Department,Date,Unit,Type,Line\n" + rows);
        if (!done || !allReady(done->verdicts))
            qFatal("no days: %s", done ? "a row is not ready" : qPrintable(done.error().message));
    }
    // After another crew list.
    void readPeople() { m_people = readProduction(*m_storage, m_production)->crew.people; }
    [[nodiscard]] AccountId accountId(const QString &login)
    {
        return (*store::AccountRepository(m_storage->database()).withLogin(login))->id;
    }
    test::FixedClock &clock() { return m_clock; }
    [[nodiscard]] QString address() const { return m_place.address(); }
    // Into backupFolder(), or, of PostgreSQL, by a command that does nothing.
    [[nodiscard]] Backups &backups() { return m_backups; }
    [[nodiscard]] QString backupFolder() const { return m_folder.filePath(u"backups"_s); }
    [[nodiscard]] WebService &service() const { return *m_service; }
    [[nodiscard]] ProductionId production() const { return m_production; }
    // What an authenticator app of the administrator shows; counts once.
    [[nodiscard]] QString adminCode() const
    {
        return hotpCode(m_adminSecret, quint64(totpStep(m_clock.now())), totp::digits);
    }
    [[nodiscard]] QByteArray adminSecret() const { return m_adminSecret; }
    store::ServerStorageSql &storage() { return *m_storage; }

private:
    QStringList againstTheDocument(const WebRequest &request, const Reply &reply,
                                   const QString &pattern) const
    {
        const QJsonObject problem{{u"$ref"_s, u"#/components/schemas/Problem"_s}};
        if (pattern.isEmpty())
            return m_schema.problems(reply.json(), problem);
        if (reply.status() == 304)
            return {};
        const QJsonObject answers =
            m_schema.document()
                .value(u"paths"_s)[pattern][QString::fromLatin1(request.method.toLower())]
                                  [u"responses"_s]
                .toObject();
        const QString status = QString::number(reply.status());
        const QJsonObject answer = m_schema.resolved(
            answers.value(answers.contains(status) ? status : u"default"_s).toObject());
        if (answer.isEmpty())
            return {u"not in the document"_s};
        const QJsonObject content = answer.value(u"content"_s).toObject();
        if (content.isEmpty())
            return reply.web.body.isEmpty() ? QStringList()
                                            : QStringList{u"an answer where none is said"_s};
        const QString type = QString::fromLatin1(reply.web.contentType);
        if (!content.contains(type))
            return {u"of the type "_s + type};
        if (!type.endsWith(u"json"))
            return m_schema.problems(QString::fromUtf8(reply.web.body),
                                     content.value(type)[u"schema"_s].toObject());
        return m_schema.problems(reply.json(), content.value(type)[u"schema"_s].toObject());
    }

    void makeProduction()
    {
        AdminTasks tasks(*m_storage, m_clock.now());
        Production production;
        production.title = u"Northern Lights"_s;
        production.zone = "Europe/Oslo";
        const auto id = tasks.createProduction(production);
        if (!id)
            qFatal("%s", qPrintable(id.error().message));
        m_production = *id;
        const auto crew = tasks.importCrew(m_production,
                                           "Name,Department,Position,Unit\n"
                                           "Maya Lindqvist,Camera,1st AC,Main\n"
                                           "Ruben Castellane,Camera,Operator,Main\n"
                                           "Nils Aaberg,Electric,Lamp operator,Main\n");
        if (!crew)
            qFatal("no crew");
        readPeople();
    }

    const TestDatabase &m_place;
    const JsonSchema m_schema{QJsonDocument::fromJson(apiDocument()).object()};
    QTemporaryDir m_folder;
    int m_requestsPerMinute = 0;
    OpenIdSettings m_openId;
    SharedState *m_shared = nullptr;
    test::FixedClock m_clock{instantFromMs(1'763'000'000'000)};
    Backups m_backups{{m_place.address(), m_folder.filePath(u"backups"_s), u"true"_s, u"true"_s},
                      m_clock};
    std::unique_ptr<WebService> m_service;
    std::unique_ptr<store::ServerStorageSql> m_storage;
    ProductionId m_production;
    std::vector<Person> m_people;
    quint64 m_members = 0;
    QByteArray m_adminSecret;
};

} // namespace film::tests
