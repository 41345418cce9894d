#pragma once

#include "server/admin/admin_tasks.h"
#include "server/net/sync_server.h"
#include "shared/base/random.h"
#include "shared/base/uuid_source.h"
#include "shared/domain/records.h"
#include "shared/protocol/limits.h"
#include "shared/sync/author.h"

#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

namespace film::test {

// A whole server inside the test, over SQLite in a folder of its own (or over the PostgreSQL
// database named by FILM_TEST_POSTGRES), with one production.
class ServerFixture
{
public:
    explicit ServerFixture(QString address = {})
        : database(address.isEmpty() ? QString(QStringLiteral("sqlite:")
                                               + m_folder.filePath(QStringLiteral("s.sqlite")))
                                     : address)
    {
        auto opened = store::ServerStorageSql::open(database);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        storage = *std::move(opened);
        Production created;
        created.title = QStringLiteral("Night Ferry");
        created.zone = "Europe/London";
        production = *tasks().createProduction(created);
        config.database = database;
        config.listen.port = 0;
    }

    [[nodiscard]] server::AdminTasks tasks() { return {*storage, SystemClock().now()}; }
    [[nodiscard]] QString invite(Role role = Role::Coordinator)
    {
        return *tasks().invite(production, {{}, role, std::chrono::hours(1)});
    }
    void start()
    {
        sync = std::make_unique<server::SyncServer>(config, metrics);
        if (const auto started = sync->start(); !started)
            qFatal("%s", qPrintable(started.error().message));
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(QStringLiteral("ws://%1/sync/v1").arg(sync->endpoint().toString()));
    }

private:
    QTemporaryDir m_folder;

public:
    QString database;
    std::unique_ptr<store::ServerStorageSql> storage;
    ProductionId production;
    server::ServerConfig config;
    server::ServerMetrics metrics;
    std::unique_ptr<server::SyncServer> sync;
};

// A device that says what the test tells it to say, and keeps what it hears.
class RawDevice : public QObject
{
public:
    RawDevice()
        : signer(random.bytes<32>())
    {
        connect(&socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
            const auto frame = protocol::decodeFrame(bytes, protocol::Sender::Server,
                                                     protocol::limits::frameBytesMax);
            if (frame)
                heard.push_back(frame->message);
        });
    }

    [[nodiscard]] bool open(const QUrl &url,
                            const QString &subprotocol = QStringLiteral("filmtracker.sync.v1"))
    {
        heard.clear();
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({subprotocol});
        socket.open(url, options);
        return QTest::qWaitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; },
                               5000);
    }
    void say(const protocol::Message &message)
    {
        socket.sendBinaryMessage(protocol::encodeFrame({0, message}));
    }
    // The last message of a kind that was heard; null after five seconds without one.
    template<typename Kind>
    [[nodiscard]] const Kind *hear()
    {
        const Kind *found = nullptr;
        (void)QTest::qWaitFor(
            [this, &found] {
                for (const protocol::Message &message : heard) {
                    if (const auto *one = std::get_if<Kind>(&message))
                        found = one;
                }
                return found != nullptr;
            },
            5000);
        return found;
    }
    [[nodiscard]] bool waitForClose(int timeoutMs = 5000)
    {
        return QTest::qWaitFor(
            [this] { return socket.state() == QAbstractSocket::UnconnectedState; }, timeoutMs);
    }

    [[nodiscard]] protocol::Join joinWith(const QString &code) const
    {
        protocol::Join join;
        join.code = code;
        join.deviceKey = signer.publicKey();
        join.deviceName = QStringLiteral("Laptop");
        join.proof = signer.sign(sync::joinBytes(code));
        return join;
    }
    [[nodiscard]] bool join(const QUrl &url, const QString &code)
    {
        if (!open(url))
            return false;
        say(joinWith(code));
        const auto *answer = hear<protocol::Joined>();
        if (!answer)
            return false;
        joined = *answer;
        author.production = joined.certificate.production;
        author.device = joined.certificate.device;
        author.user = joined.certificate.user;
        author.certificate = joined.certificate.serial;
        author.stream = ids.next<StreamId>(SystemClock().now());
        return waitForClose();
    }
    [[nodiscard]] protocol::Hello helloMessage() const
    {
        protocol::Hello hello;
        hello.app = QStringLiteral("test");
        hello.production = author.production;
        hello.device = author.device;
        hello.stream = author.stream;
        hello.token = joined.token;
        return hello;
    }
    // Connects and waits until everything that was there has arrived.
    [[nodiscard]] bool hello(const QUrl &url)
    {
        if (!open(url))
            return false;
        say(helloMessage());
        return hear<protocol::HelloOk>() && hear<protocol::SnapshotEnd>();
    }
    // A new unit of the production, said by this device.
    [[nodiscard]] sync::SealedEnvelope unitEnvelope(const QString &name)
    {
        sync::EnvelopeDraft draft;
        draft.type = EntityType::Unit;
        const UnitId id = unitId(author.production, name);
        draft.entity = EntityId::of(id);
        draft.groups = sync::changesBetween({}, toGroups(Unit{id, name}), {});
        return sync::seal(draft, author, ids, SystemClock().now());
    }
    [[nodiscard]] protocol::Segment segmentOf(const std::vector<sync::SealedEnvelope> &sealed) const
    {
        protocol::Segment segment;
        segment.stream = author.stream;
        segment.firstSequence = sealed.front().envelope.sequence;
        for (const sync::SealedEnvelope &one : sealed)
            segment.envelopes.push_back(one.bytes);
        segment.head = sealed.back().hash;
        segment.signature = signer.sign(sync::segmentBytes(author.production, segment));
        return segment;
    }

    QWebSocket socket;
    SystemRandom random;
    UuidSource ids{random};
    sync::Ed25519Signer signer;
    sync::AuthorState author;
    protocol::Joined joined;
    std::vector<protocol::Message> heard;
};

} // namespace film::test
