#include "server/webhooks/webhook_events.h"
#include "server/webhooks/webhook_sender.h"
#include "shared/protocol/envelope.h"
#include "shared/store/statement.h"
#include "tests/support/console_fixture.h"

#include <QMessageAuthenticationCode>
#include <QTcpServer>
#include <QTcpSocket>

#include <set>

using namespace film;
using namespace film::server;
using namespace film::tests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 10'000;

// Read by the sender's thread, moved by the test.
class MovingClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return instantFromMs(m_ms); }
    void move(std::chrono::milliseconds by) { m_ms += by.count(); }

private:
    std::atomic<qint64> m_ms = 1'763'000'000'000;
};

// As much of an HTTP server as webhooks meet.
class Receiver : public QObject
{
public:
    struct Request {
        QByteArray head;
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray &name) const
        {
            for (const QByteArray &line : head.split('\n')) {
                if (line.left(name.size()).compare(name, Qt::CaseInsensitive) == 0)
                    return line.mid(name.size() + 1).trimmed();
            }
            return {};
        }
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
        [[nodiscard]] QJsonArray events() const { return json().value(u"events"_s).toArray(); }
    };

    Receiver()
    {
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("no receiver");
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QString url() const
    {
        return u"http://127.0.0.1:%1/told?by=films"_s.arg(m_server.serverPort());
    }

    QByteArray answer = "204 No Content"; // empty: none
    QByteArray location;
    std::vector<Request> got;

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &bytes = m_bytes[&socket];
        bytes += socket.readAll();
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Request request{bytes.left(end), bytes.mid(end + 4)};
        if (request.body.size() < request.header("Content-Length:").toLongLong())
            return;
        bytes.clear();
        got.push_back(request);
        if (answer.isEmpty())
            return;
        QByteArray head = "HTTP/1.1 " + answer + "\r\nContent-Length: 0\r\n";
        if (!location.isEmpty())
            head += "Location: " + location + "\r\n";
        socket.write(head + "\r\n");
    }

    QTcpServer m_server;
    std::map<QTcpSocket *, QByteArray> m_bytes;
};

Networks thisComputer()
{
    return *readNetworks(u"127.0.0.0/8"_s);
}

// A production with somebody of its office, and who sends.
class Stage
{
public:
    explicit Stage(TestDatabase::Kind kind = TestDatabase::Kind::Sqlite)
        : m_place(kind)
        , api(m_place)
        , maya(api.member(Role::Crew, u"Maya Lindqvist"_s))
        , office(api.account(u"priya@example.org"_s, api.member(Role::Coordinator)))
    {}

    Reply add(const QString &url, const QJsonValue &events = {})
    {
        QJsonObject body{{u"url"_s, url}};
        if (!events.isNull())
            body[u"events"_s] = events;
        return api.ask("POST", api.under(u"/webhooks"_s), body, office);
    }
    void importDay(const QByteArray &date)
    {
        api.importDays("Maya Lindqvist,Camera," + date + ",Main,work,0700 1300-1330 1930\n");
    }
    std::unique_ptr<WebhookSender> sender(std::chrono::milliseconds answerMax = 10s)
    {
        return std::make_unique<WebhookSender>(
            WebhookSender::Settings{m_place.address(), WebhookAddresses(thisComputer()), 20ms,
                                    answerMax, nullptr},
            api.service().box(), clock);
    }
    [[nodiscard]] QJsonObject first(const QString &path)
    {
        return api.get(api.under(path), office).json().value(u"items"_s)[0].toObject();
    }
    [[nodiscard]] QJsonObject hook() { return first(u"/webhooks"_s); }
    [[nodiscard]] QString hookPath() { return u"/webhooks/"_s + hook().value(u"id"_s).toString(); }
    [[nodiscard]] QJsonObject delivery() { return first(hookPath() + u"/deliveries"_s); }

private:
    const TestDatabase m_place;

public:
    Api api;
    UserId maya;
    QString office;
    MovingClock clock;
};

} // namespace

class TestWebhooks : public QObject
{
    Q_OBJECT
private slots:
    // What is not the Internet is nobody's to ask through us.
    void onlyTheInternetIsSentTo_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isSentTo");
        for (const char *address : {"127.0.0.1",
                                    "127.9.9.9",
                                    "10.0.0.1",
                                    "172.16.0.1",
                                    "172.31.255.255",
                                    "192.168.1.1",
                                    "169.254.169.254",
                                    "100.64.0.1",
                                    "0.0.0.0",
                                    "224.0.0.1",
                                    "255.255.255.255",
                                    "198.18.0.1",
                                    "192.0.2.1",
                                    "::1",
                                    "::",
                                    "fe80::1",
                                    "fc00::1",
                                    "fd12::1",
                                    "ff02::1",
                                    "2001:db8::1",
                                    "2002:7f00:1::",
                                    "64:ff9b::7f00:1",
                                    "::ffff:127.0.0.1",
                                    "::ffff:10.0.0.1",
                                    "::127.0.0.1"})
            QTest::newRow(address) << QString::fromLatin1(address) << false;
        for (const char *address : {"8.8.8.8", "172.32.0.1", "172.15.255.255", "100.128.0.1",
                                    "2606:4700::1111", "::ffff:8.8.8.8"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
    }
    void onlyTheInternetIsSentTo()
    {
        QFETCH(const QString, address);
        QFETCH(const bool, isSentTo);
        QCOMPARE(isPublic(QHostAddress(address)), isSentTo);
        QCOMPARE(WebhookAddresses().allows(QHostAddress(address), true), isSentTo);
        QVERIFY(!WebhookAddresses().allows(QHostAddress(address), false));
        const QString host = address.contains(u':') ? u"[%1]"_s.arg(address) : address;
        const QUrl url(u"https://%1/x"_s.arg(host));
        QCOMPARE(WebhookAddresses().check(url).has_value(), isSentTo);
    }

    void aNetworkCanBeNamed()
    {
        const WebhookAddresses named(*readNetworks(u"127.0.0.0/8, 10.1.0.0/16,fd00::/8"_s));
        QVERIFY(named.allows(QHostAddress(u"10.1.2.3"_s), true));
        QVERIFY(!named.allows(QHostAddress(u"10.2.0.1"_s), true));
        QVERIFY(!named.allows(QHostAddress(u"10.1.2.3"_s), false)); // not without TLS
        QVERIFY(named.allows(QHostAddress(u"127.0.0.1"_s), false));
        QVERIFY(named.allows(QHostAddress(u"fd12::1"_s), true));
        for (const QString &wrong : {u"10.1"_s, u"here/8"_s, u"10.0.0.0/33"_s})
            QVERIFY2(!readNetworks(wrong), qPrintable(wrong));
        for (const QString &wrong :
             {u"ftp://example.org/"_s, u"https://"_s, u"https://u:p@example.org/"_s,
              u"https://example.org/#x"_s, u"http://example.org/"_s,
              QString(u"https://example.org/"_s + QString(500, u'x'))})
            QVERIFY2(!WebhookAddresses().check(QUrl(wrong)), qPrintable(wrong));
        QVERIFY(WebhookAddresses().check(QUrl(u"https://example.org:8443/x?y=z"_s)));
    }

    // The words of the log.
    void changesHaveTheirEvents_data()
    {
        using protocol::Operation;
        QTest::addColumn<EntityType>("type");
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<quint32>("group");
        QTest::addColumn<QString>("event");
        QTest::newRow("day") << EntityType::TimeEntry << Operation::Set
                             << quint32(schema::time_entry::Times) << u"day.changed"_s;
        QTest::newRow("approval") << EntityType::TimeEntry << Operation::Approve
                                  << quint32(schema::time_entry::Approval) << u"day.approved"_s;
        QTest::newRow("member") << EntityType::Grant << Operation::Grant
                                << quint32(schema::grant::Main) << u"member.changed"_s;
        QTest::newRow("device") << EntityType::Grant << Operation::Grant
                                << quint32(schema::grant::Devices) << u"device.signed-out"_s;
        QTest::newRow("deal") << EntityType::Deal << Operation::Set << quint32(schema::deal::Terms)
                              << QString();
    }
    void changesHaveTheirEvents()
    {
        QFETCH(const EntityType, type);
        QFETCH(const protocol::Operation, operation);
        QFETCH(const quint32, group);
        QFETCH(const QString, event);
        SeededRandom random(7);
        protocol::Envelope envelope;
        envelope.mutation = MutationId(random.bytes<16>());
        envelope.production = ProductionId(random.bytes<16>());
        envelope.device = DeviceId(random.bytes<16>());
        envelope.stream = StreamId(random.bytes<16>());
        envelope.sequence = 1;
        envelope.author = UserId(random.bytes<16>());
        envelope.type = type;
        envelope.entity = EntityId(random.bytes<16>());
        envelope.operation = operation;
        envelope.epoch = EpochId(random.bytes<16>());
        envelope.groups[group] = {};
        protocol::LogRow row;
        row.sequence = 12;
        row.envelope = protocol::encodeEnvelope(envelope);
        protocol::EntityState state;
        state.id = envelope.entity;
        state.type = type;
        state.groups = protocol::encodeGroups({});
        const std::vector<protocol::EntityState> states{state};
        row.post = protocol::encodeEntities(states);
        const QJsonArray told = eventsIn(row, webhookEvents());
        QCOMPARE(told.size(), event.isEmpty() ? 0 : 1);
        if (event.isEmpty())
            return;
        QCOMPARE(told[0][u"event"_s].toString(), event);
        QCOMPARE(told[0][u"change"_s].toInt(), 12);
        QVERIFY(eventsIn(row, {u"another"_s}).isEmpty());
    }

    // Two servers send, and each delivery comes from one of them.
    void whatChangesIsToldSigned_data() { TestDatabase::kinds(); }
    void whatChangesIsToldSigned()
    {
        QFETCH(const TestDatabase::Kind, kind);
        Stage stage(kind);
        Receiver receiver;
        stage.importDay("2025-11-19"); // before: nobody is told
        const Reply made = stage.add(receiver.url());
        QCOMPARE(made.status(), 201);
        QCOMPARE(made.header("Cache-Control"), QByteArray("no-store"));
        const QByteArray secret = made.at(u"secret"_s).toLatin1();
        QVERIFY(secret.size() > 40);
        const auto one = stage.sender();
        const auto other = stage.sender();
        stage.importDay("2025-11-20");
        const DeviceId device = stage.api.device(stage.maya, u"Maya's laptop"_s);
        const QString chief =
            stage.api.account(u"chief@example.org"_s, stage.api.member(Role::Administrator));
        QCOMPARE(
            stage.api.ask("DELETE", stage.api.under(u"/devices/"_s + device.toString()), {}, chief)
                .status(),
            204);

        const auto events = [&receiver] {
            QStringList all;
            for (const Receiver::Request &request : receiver.got) {
                for (const QJsonValue &event : request.events())
                    all.append(event[u"event"_s].toString());
            }
            return all;
        };
        QTRY_VERIFY_WITH_TIMEOUT(events().contains(u"device.signed-out"_s), waitMs);
        QCOMPARE(events().count(u"day.changed"_s), 1);
        std::set<QByteArray> ids;
        for (const Receiver::Request &request : receiver.got) {
            QVERIFY(request.head.startsWith("POST /told?by=films HTTP/1.1"));
            QCOMPARE(request.header("Content-Type:"), QByteArray("application/json"));
            const QByteArray signature = request.header("Filmtracker-Signature:");
            const QByteArray seconds = QByteArray::number(msSinceEpoch(stage.clock.now()) / 1000);
            const QByteArray code =
                QMessageAuthenticationCode::hash(QByteArray(seconds + '.' + request.body), secret,
                                                 QCryptographicHash::Sha256)
                    .toHex();
            QCOMPARE(signature, QByteArray("t=" + seconds + ",v1=" + code));
            QCOMPARE(request.json().value(u"delivery"_s).toString(),
                     QString::fromLatin1(request.header("Filmtracker-Delivery:")));
            QVERIFY(ids.insert(request.header("Filmtracker-Delivery:")).second);
            for (const char *word : {"Lindqvist", "laptop", "07:00", "1930", "Camera"})
                QVERIFY2(!request.body.contains(word), word);
        }
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"state"_s).toString(), u"delivered"_s,
                                  waitMs);
        QCOMPARE(stage.delivery().value(u"status"_s).toInt(), 204);
        for (const Receiver::Request &request : receiver.got) {
            for (const QJsonValue &event : request.events()) {
                if (event[u"event"_s] == u"day.changed"_s)
                    QCOMPARE(event[u"day"_s][u"date"_s].toString(), u"2025-11-20"_s);
            }
        }
    }

    void onlyWhatWasAskedForIsTold()
    {
        Stage stage;
        Receiver receiver;
        QCOMPARE(stage.add(receiver.url(), QJsonArray{u"member.changed"_s}).status(), 201);
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QCOMPARE(
            stage.api.ask("POST", stage.api.under(stage.hookPath() + u"/test"_s), {}, stage.office)
                .status(),
            202);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.got.size(), size_t(1), waitMs);
        QCOMPARE(receiver.got.front().events()[0][u"event"_s].toString(), u"test"_s);
        // The log was read on all the same.
        QTRY_COMPARE_WITH_TIMEOUT(quint64(stage.hook().value(u"change"_s).toInteger()),
                                  stage.api.storage().head(stage.api.production())->sequence,
                                  waitMs);
        QCOMPARE(receiver.got.size(), size_t(1));
    }

    // Not even that there was a change, and not from a delivery that waited meanwhile either.
    void whoIsRestrictedIsNotTold_data() { TestDatabase::kinds(); }
    void whoIsRestrictedIsNotTold()
    {
        QFETCH(const TestDatabase::Kind, kind);
        Stage stage(kind);
        Receiver receiver;
        receiver.answer = "500 Oh";
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const QString chief =
            stage.api.account(u"chief@example.org"_s, stage.api.member(Role::Administrator));
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"status"_s).toInt(), 500, waitMs);
        const QString person = receiver.got.front().events()[0][u"day"_s][u"person"_s].toString();
        QVERIFY(!person.isEmpty());
        const QString restriction = stage.api.under(u"/people/%1/restriction"_s.arg(person));
        QCOMPARE(stage.api.ask("PUT", restriction, {{u"reason"_s, u"Disputed"_s}}, chief).status(),
                 204);
        receiver.answer = "204 No Content";
        receiver.got.clear();
        // The failed attempt may have been settled while the clock moved.
        const auto later = [&stage] {
            stage.clock.move(2min);
            return stage.delivery().value(u"state"_s).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(later(), u"given-up"_s, waitMs);

        stage.api.importDays("Maya Lindqvist,Camera,2025-11-21,Main,work,0700 1930\n"
                             "Nils Aaberg,Electric,2025-11-21,Main,work,0600 1800\n");
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"state"_s).toString(), u"delivered"_s,
                                  waitMs);
        int told = 0;
        for (const Receiver::Request &request : receiver.got) {
            QVERIFY(!request.body.contains(person.toLatin1()));
            told += int(request.events().size());
        }
        QCOMPARE(told, 1);
        QCOMPARE(stage.api.ask("DELETE", restriction, {}, chief).status(), 204);
        stage.importDay("2025-11-22");
        QTRY_VERIFY_WITH_TIMEOUT(receiver.got.back().body.contains(person.toLatin1()), waitMs);
    }

    void whatFailsComesAgain()
    {
        Stage stage;
        Receiver receiver;
        receiver.answer = "500 Oh";
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"status"_s).toInt(), 500, waitMs);
        QCOMPARE(stage.delivery().value(u"state"_s).toString(), u"waiting"_s);
        QVERIFY(!stage.hook().value(u"failing_since"_s).isNull());
        QCOMPARE(receiver.got.size(), size_t(1));
        stage.clock.move(1min);
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"attempts"_s).toInt(), 2, waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(receiver.got.size(), size_t(2), waitMs);
        receiver.answer = "200 Fine";
        // Whenever the second attempt is over, and however long the pause is.
        const auto later = [&stage] {
            stage.clock.move(2min);
            return stage.delivery().value(u"state"_s).toString();
        };
        QTRY_COMPARE_WITH_TIMEOUT(later(), u"delivered"_s, waitMs);
        QVERIFY(stage.hook().value(u"failing_since"_s).isNull());
        QCOMPARE(receiver.got.front().body, receiver.got.back().body);
        QCOMPARE(receiver.got.front().header("Filmtracker-Delivery:"),
                 receiver.got.back().header("Filmtracker-Delivery:"));
    }

    // A day without success is too late; five of them are enough.
    void whatFailsForLongIsGivenUp()
    {
        Stage stage;
        Receiver receiver;
        receiver.answer = "503 Later";
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"status"_s).toInt(), 503, waitMs);
        stage.clock.move(25h);
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"state"_s).toString(), u"given-up"_s,
                                  waitMs);
        QVERIFY(stage.hook().value(u"disabled"_s).isNull());
        stage.clock.move(24h * 4);
        stage.importDay("2025-11-21");
        QTRY_VERIFY_WITH_TIMEOUT(!stage.hook().value(u"disabled"_s).isNull(), waitMs);
        QVERIFY(stage.hook().value(u"disabled"_s).toString().contains(u"503"_s));
        // Enabled again it is told of what comes from then on.
        receiver.answer = "200 Fine";
        QCOMPARE(
            stage.api
                .ask("POST", stage.api.under(stage.hookPath() + u"/enable"_s), {}, stage.office)
                .status(),
            204);
        const size_t before = receiver.got.size();
        stage.importDay("2025-11-22");
        QTRY_VERIFY_WITH_TIMEOUT(receiver.got.size() > before, waitMs);
    }

    void whoeverIsGoneIsToldNoMore()
    {
        Stage stage;
        Receiver receiver;
        receiver.answer = "410 Gone";
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QTRY_VERIFY_WITH_TIMEOUT(stage.hook().value(u"disabled"_s).toString().contains(u"410"_s),
                                 waitMs);
        QCOMPARE(stage.delivery().value(u"state"_s).toString(), u"given-up"_s);
    }

    void redirectsAreNotFollowed()
    {
        Stage stage;
        Receiver elsewhere;
        Receiver receiver;
        receiver.answer = "307 There";
        receiver.location = elsewhere.url().toLatin1();
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const auto sender = stage.sender();
        stage.importDay("2025-11-20");
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"status"_s).toInt(), 307, waitMs);
        QVERIFY(stage.delivery().value(u"problem"_s).toString().contains(u"redirect"_s));
        QVERIFY(elsewhere.got.empty());
    }

    void whoeverDoesNotAnswerIsLeft()
    {
        Stage stage;
        Receiver receiver;
        receiver.answer.clear();
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        const auto sender = stage.sender(100ms);
        stage.importDay("2025-11-20");
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.delivery().value(u"problem"_s).toString().contains(u"in time"_s), waitMs);
        QCOMPARE(stage.delivery().value(u"state"_s).toString(), u"waiting"_s);
    }

    // What happened while no server ran, and what was under way when it ended.
    void aRestartLosesNothing()
    {
        Stage stage;
        Receiver receiver;
        receiver.answer.clear();
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        stage.importDay("2025-11-20");
        {
            const auto sender = stage.sender();
            QTRY_COMPARE_WITH_TIMEOUT(receiver.got.size(), size_t(1), waitMs);
        }
        receiver.answer = "200 Fine";
        stage.importDay("2025-11-21");
        const auto sender = stage.sender();
        QTRY_COMPARE_WITH_TIMEOUT(receiver.got.size(), size_t(3), waitMs);
        QTRY_COMPARE_WITH_TIMEOUT(stage.delivery().value(u"state"_s).toString(), u"delivered"_s,
                                  waitMs);
        QVERIFY(receiver.got.at(0).body == receiver.got.at(1).body
                || receiver.got.at(0).body == receiver.got.at(2).body);
    }

    // An address is looked at when it is sent to: the network may have been named once, or a name
    // may lead elsewhere by now.
    void whatMayNotBeSentToIsNot()
    {
        Stage stage;
        Receiver receiver;
        QCOMPARE(stage.add(receiver.url()).status(), 201);
        stage.importDay("2025-11-20");
        const WebhookSender strict({stage.api.address(), {}, 20ms, 10s, nullptr},
                                   stage.api.service().box(), stage.clock);
        QTRY_VERIFY_WITH_TIMEOUT(
            stage.delivery().value(u"problem"_s).toString().contains(u"network"_s), waitMs);
        QVERIFY(receiver.got.empty());
    }

    void webhooksAreOfTheOffice()
    {
        Stage stage;
        const QString crew = stage.api.account(u"maya@example.org"_s, stage.maya);
        const QString all = stage.api.under(u"/webhooks"_s);
        QCOMPARE(stage.api.get(all, crew).status(), 403);
        const QJsonObject body{{u"url"_s, u"https://hooks.example.org/films"_s}};
        QCOMPARE(stage.api.ask("POST", all, body, crew).status(), 403);
        const Reply made = stage.api.ask("POST", all, body, stage.office);
        QCOMPARE(made.status(), 201);
        QVERIFY(!stage.hook().contains(u"secret"_s));
        { // Sealed where it is kept.
            store::Statement select(stage.api.storage().database(), u"test"_s,
                                    u"SELECT secret FROM webhook"_s);
            QVERIFY(select.run() && select.next());
            QVERIFY(!select.bytes(0).contains(made.at(u"secret"_s).toLatin1().left(20)));
        }
        for (const QJsonObject &wrong :
             {QJsonObject{}, QJsonObject{{u"url"_s, u"https://10.0.0.1/"_s}},
              QJsonObject{{u"url"_s, u"gopher://example.org/"_s}},
              QJsonObject{{u"url"_s, u"https://example.org/"_s},
                          {u"events"_s, QJsonArray{u"pay.changed"_s}}},
              QJsonObject{{u"url"_s, u"https://example.org/"_s}, {u"events"_s, QJsonArray{}}}})
            QCOMPARE(stage.api.ask("POST", all, wrong, stage.office).status(), 400);
        for (int i = 1; i < webhook_limits::perProductionMax; ++i)
            QCOMPARE(stage.api.ask("POST", all, body, stage.office).status(), 201);
        QCOMPARE(stage.api.ask("POST", all, body, stage.office).status(), 409);

        const QString path = all + u'/' + made.at(u"id"_s);
        QCOMPARE(stage.api.ask("DELETE", path, {}, crew).status(), 403);
        QCOMPARE(stage.api.ask("DELETE", path, {}, stage.office).status(), 204);
        QCOMPARE(stage.api.ask("DELETE", path, {}, stage.office).status(), 404);
        QCOMPARE(stage.api.get(path + u"/deliveries"_s, stage.office).status(), 404);
        const QString root = stage.api.administrator();
        const QJsonArray acts = stage.api.get(u"/api/v1/audit?act=webhook-added"_s, root)
                                    .json()
                                    .value(u"items"_s)
                                    .toArray();
        QCOMPARE(acts.size(), webhook_limits::perProductionMax);
    }

    // The same from a page, for whoever may edit the production.
    void aWebhookIsMadeAndRemovedFromItsPage()
    {
        const TestDatabase place(TestDatabase::Kind::Sqlite);
        ConsoleStage stage(place);
        PlainBrowser browser(stage.url);
        browser.signIn(u"root@example.org"_s, stage.api.adminCode());
        const QString page = stage.under(u"webhooks"_s);
        QVERIFY(browser.get(page).text.contains(u"No other system is told of changes."_s));
        const auto add = [&](const QString &url, const QString &events) {
            return browser.post(page, {{u"url"_s, url}, {u"events"_s, events}}).text;
        };
        for (const QString &wrong : {u"https://10.0.0.1/"_s, u"javascript:alert(1)"_s, QString()})
            QVERIFY2(add(wrong, u"all"_s).contains(u"Nothing was added."_s), qPrintable(wrong));
        QVERIFY(add(u"https://hooks.example.org/"_s, u"pay.changed"_s)
                    .contains(u"Nothing was added."_s));
        const QString made = add(u"https://hooks.example.org/films?by=1&x=2"_s, u"day.approved"_s);
        QVERIFY(made.contains(u"fthook_"_s));
        const QString list = browser.get(page).text;
        QVERIFY(list.contains(u"https://hooks.example.org/films?by=1&amp;x=2"_s));
        QVERIFY(!list.contains(u"fthook_"_s));
        static const QRegularExpression link(u"href=\"(/console/[^\"]*/webhooks/[^\"]+)\""_s);
        const QString one = link.match(list).captured(1);
        QVERIFY(browser.get(one).text.contains(u"It was told nothing yet."_s));
        QVERIFY(!browser.get(one).text.contains(u"fthook_"_s));

        QCOMPARE(browser.post(one + u"/test"_s).status, 303);
        QVERIFY(browser.get(one).text.contains(u"Waits"_s));
        store::WebhookRepository hooks(stage.api.storage().database());
        const auto row = hooks.of(stage.api.production())->front();
        QVERIFY(hooks.setDisabled(row.production, row.id, u"it is <b>gone</b>"_s));
        const QString disabled = browser.get(one).text;
        QVERIFY(disabled.contains(u"it is &lt;b&gt;gone&lt;/b&gt;"_s));
        QVERIFY(disabled.contains(u"Tell it again"_s));
        QCOMPARE(browser.post(one + u"/enable"_s).status, 303);
        QVERIFY(!browser.get(one).text.contains(u"Tell it again"_s));
        QCOMPARE(browser.post(one + u"/remove"_s).status, 303);
        QVERIFY(hooks.of(stage.api.production())->empty());
        QCOMPARE(browser.get(one).status, 404);
        QCOMPARE(browser.get(page + u"/x"_s).status, 404);
        const QString acts = browser.get(u"/console/acts?q=webhook"_s).text;
        for (const char *act : {"added", "enabled", "removed"})
            QVERIFY2(acts.contains(QString::fromLatin1(act)), act);
    }

    void pausesGrowAndDiffer()
    {
        SeededRandom random(3);
        std::set<qint64> different;
        for (int attempt = 1; attempt <= 30; ++attempt) {
            const auto pause = webhookPause(attempt, random);
            QVERIFY(pause >= 7'500ms && pause <= 1h);
            different.insert(pause.count());
        }
        QVERIFY(webhookPause(30, random) >= 30min);
        QVERIFY(different.size() > 20);
    }
};

QTEST_GUILESS_MAIN(TestWebhooks)
#include "tst_webhooks.moc"
