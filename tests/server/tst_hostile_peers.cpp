#include "tests/support/raw_peer.h"
#include "tests/support/server_fixture.h"

#include <QFile>
#include <QProcess>
#include <QScopeGuard>

#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace film;
using namespace film::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024 * 1024;

} // namespace

// The real server among peers that mean it badly, or are broken: afterwards it is alive, serves
// everybody else, and has not grown.
class TestHostilePeers : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerFixture> m_fixture; // for its database; its server is not started
    std::unique_ptr<QProcess> m_server;
    QUrl m_url;
    qint64 m_before = 0;

    [[nodiscard]] qint64 residentBytes() const
    {
        QFile status(u"/proc/%1/statm"_s.arg(m_server->processId()));
        if (!status.open(QIODevice::ReadOnly))
            return 0;
        return status.readAll().split(' ').value(1).toLongLong() * 4096;
    }

    [[nodiscard]] std::unique_ptr<RawDevice> joinedDevice()
    {
        auto device = std::make_unique<RawDevice>();
        return device->join(m_url, m_fixture->invite()) ? std::move(device) : nullptr;
    }

    // A device that behaves is served as if nothing were the matter.
    void serves(const QString &unit)
    {
        const auto device = joinedDevice();
        QVERIFY(device && device->hello(m_url));
        device->say(protocol::Push{1, {device->segmentOf({device->unitEnvelope(unit)})}});
        const auto *ack = device->hear<protocol::Ack>();
        QVERIFY(ack);
        QCOMPARE(ack->results.front().outcome, protocol::Outcome::Applied);
    }

    void isWell()
    {
        QCOMPARE(m_server->state(), QProcess::Running);
        serves(u"Afterwards"_s);
        QVERIFY2(residentBytes() < m_before + 32 * mebibyte,
                 qPrintable(u"%1 bytes more"_s.arg(residentBytes() - m_before)));
    }

private slots:
    void init()
    {
        m_fixture = std::make_unique<ServerFixture>();
        m_server = std::make_unique<QProcess>();
        m_server->setStandardErrorFile(QProcess::nullDevice());
        m_server->start(u"" FILM_BINARY_DIR "/bin/filmtracker-server"_s,
                        {u"serve"_s, u"--database"_s, m_fixture->database, u"--listen"_s,
                         u"127.0.0.1:0"_s, u"--http"_s, u"127.0.0.1:0"_s, u"--join-per-minute"_s,
                         u"6000"_s, u"--hello-per-second"_s, u"5000"_s});
        QVERIFY(m_server->waitForReadyRead(10000));
        const QString ready = QString::fromUtf8(m_server->readLine());
        m_url = QUrl(u"ws://%1/sync/v1"_s.arg(ready.section(u"listen="_s, 1).section(u' ', 0, 0)));
        serves(u"Before"_s);
        m_before = residentBytes();
        QVERIFY(m_before > 0);
    }

    void cleanup()
    {
        m_server->kill();
        m_server->waitForFinished();
        m_fixture.reset();
    }

    void aFrameBeyondTheLimitEndsItsConnection()
    {
        const auto device = joinedDevice();
        QVERIFY(device && device->hello(m_url));
        device->socket.setOutgoingFrameSize(4 * mebibyte);

        device->socket.sendBinaryMessage(QByteArray(mebibyte + 1, 'x'));

        QVERIFY(device->waitForClose());
        isWell();
    }

    void bodiesThatUnpackToTooMuchAreRefused_data()
    {
        QTest::addColumn<quint32>("claimed");
        QTest::addColumn<int>("real");
        QTest::newRow("as much as is allowed, of nothing") << quint32(mebibyte) << int(mebibyte);
        QTest::newRow("more than is allowed") << quint32(40 * mebibyte) << int(40 * mebibyte);
        QTest::newRow("more than it says") << quint32(1000) << int(40 * mebibyte);
        QTest::newRow("less than it says") << ~quint32(0) << 1000;
    }
    void bodiesThatUnpackToTooMuchAreRefused()
    {
        QFETCH(quint32, claimed);
        QFETCH(int, real);
        const QByteArray bomb = packedFrame(2, claimed, QByteArray(real, '\0'));
        const auto device = joinedDevice();
        QVERIFY(device);
        for (int round = 0; round < 10; ++round) {
            QVERIFY(device->hello(m_url));
            device->socket.sendBinaryMessage(bomb);
            QVERIFY(device->waitForClose());
        }
        isWell();
    }

    void bodiesThatClaimTooMuchAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        const auto claiming = [](const char *start, qsizetype bytes, int repeats = 1) {
            return QByteArray(start, bytes).repeated(repeats);
        };
        QTest::newRow("a list of 2^32 things") << claiming("\x9a\xff\xff\xff\xff", 5);
        QTest::newRow("a list of 2^64 things")
            << claiming("\x9b\xff\xff\xff\xff\xff\xff\xff\xff", 9);
        QTest::newRow("a map of 2^64 things")
            << claiming("\xbb\xff\xff\xff\xff\xff\xff\xff\xff", 9);
        QTest::newRow("a text of 2^63 bytes")
            << claiming("\x7b\x7f\xff\xff\xff\xff\xff\xff\xff", 9);
        QTest::newRow("bytes of 2^64") << claiming("\x5b\xff\xff\xff\xff\xff\xff\xff\xff", 9);
        QTest::newRow("lists in lists") << claiming("\x81", 1, 500'000);
        QTest::newRow("maps in maps") << claiming("\xa1\x00", 2, 250'000);
        QTest::newRow("lists that claim, in lists that claim")
            << claiming("\x9a\x00\x10\x00\x00", 5, 100'000);
        QTest::newRow("tags on tags") << claiming("\xc1", 1, 500'000);
        QTest::newRow("a list without an end") << claiming("\x9f", 1, 500'000);
        QTest::newRow("a text without an end") << claiming("\x7f\x61\x61", 3, 100'000);
        QTest::newRow("many small things")
            << claiming("\x98\xff", 2) + claiming("\xf6", 1, 900'000);
    }
    // As a whole frame, and as the packed body of one that looks as it should.
    void bodiesThatClaimTooMuchAreRefused()
    {
        QFETCH(QByteArray, body);
        const auto device = joinedDevice();
        QVERIFY(device);
        for (const QByteArray &bomb : {body, packedFrame(2, quint32(body.size()), body),
                                       QByteArray("\x84\x02\x00\x00" + body)}) {
            QVERIFY(device->hello(m_url));
            device->socket.sendBinaryMessage(bomb);
            QVERIFY(device->waitForClose());
            // And from somebody who has not said who they are.
            RawPeer stranger(m_url);
            QVERIFY(stranger.upgrade());
            stranger.socket.write(RawPeer::frame(bomb.left(16'000)));
            QVERIFY(stranger.isClosed(15'000));
        }
        isWell();
    }

    // Answers that nobody fetches stay in the server: there has to be an end to them.
    void aPeerThatAsksAndDoesNotReadIsSentAway()
    {
        const auto device = joinedDevice();
        QVERIFY(device);
        RawPeer peer(m_url);
        QVERIFY(peer.upgrade());
        peer.socket.write(RawPeer::frame(protocol::encodeFrame({0, device->helloMessage()})));
        const QByteArray ping = RawPeer::frame(protocol::encodeFrame({0, protocol::Ping{}}));
        const QByteArray many = ping.repeated(10'000);

        qint64 highest = 0;
        for (int round = 0; round < 300; ++round) {
            peer.socket.write(many);
            const bool sent = QTest::qWaitFor(
                [&peer] {
                    return peer.socket.bytesToWrite() == 0
                        || peer.socket.state() != QAbstractSocket::ConnectedState;
                },
                2000);
            highest = std::max(highest, residentBytes());
            if (!sent || peer.socket.state() != QAbstractSocket::ConnectedState)
                break;
        }

        QVERIFY2(highest < m_before + 32 * mebibyte,
                 qPrintable(u"%1 bytes more"_s.arg(highest - m_before)));
        QVERIFY(peer.isClosed());
        isWell();
    }

    // It reads all answers, and there is no end to what it says.
    void aPeerThatTalksWithoutEndIsSentAway()
    {
        const auto device = joinedDevice();
        QVERIFY(device && device->hello(m_url));
        const QByteArray ping = protocol::encodeFrame({0, protocol::Ping{}});

        for (int i = 0; i < 20'000; ++i)
            device->socket.sendBinaryMessage(ping);

        // Nothing about the code: what the server had not read when it closed resets the connection,
        // and that may overtake its last words.
        QVERIFY(device->waitForClose(30'000));
        QVERIFY(device->hello(m_url)); // and may come back
        isWell();
    }

    void manyIdleAndHalfOpenConnectionsKeepNobodyOut()
    {
        std::vector<std::unique_ptr<RawPeer>> peers;
        for (int i = 0; i < 400; ++i) {
            peers.push_back(std::make_unique<RawPeer>(m_url));
            QVERIFY(peers.back()->isConnected());
            if (i % 2 == 0)
                peers.back()->socket.write("GET /sync/v1 HTTP/1.1\r\nHost: x\r\n");
        }

        isWell();
        for (const auto &peer : peers)
            QCOMPARE(peer->socket.state(), QAbstractSocket::ConnectedState);
    }

    // As many as this process may have sockets for, up to ten thousand.
    void tenThousandIdleSocketsKeepNobodyOut()
    {
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
        limit.rlim_cur = limit.rlim_max;
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);
        const int count = int(std::min<rlim_t>(10'000, limit.rlim_cur - 200));
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(quint16(m_url.port()));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        std::vector<int> sockets;
        const auto closeAll = qScopeGuard([&sockets] {
            for (const int one : sockets)
                ::close(one);
        });

        for (int i = 0; i < count; ++i) {
            const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
            QVERIFY2(one >= 0, qPrintable(QString::number(i)));
            sockets.push_back(one);
            // The kernel answers for the server, up to its backlog; then it has to have kept up.
            QVERIFY2(::connect(one, reinterpret_cast<const sockaddr *>(&address), sizeof address)
                         == 0,
                     qPrintable(QString::number(i)));
            if (i % 500 == 0)
                serves(u"Meanwhile %1"_s.arg(i));
        }

        serves(u"With all of them"_s);
        QCOMPARE(m_server->state(), QProcess::Running);
        const qint64 each = (residentBytes() - m_before) / count;
        QVERIFY2(each < 48 * 1024, qPrintable(u"%1 bytes each"_s.arg(each)));
        // Whoever says nothing for ten seconds is sent away, and somebody else may come.
        QVERIFY(QTest::qWaitFor(
            [&sockets] {
                char byte = 0;
                return ::recv(sockets.back(), &byte, 1, MSG_DONTWAIT) == 0;
            },
            60'000));
        serves(u"After them"_s);
    }

    void aSecondHelloEndsTheSession()
    {
        const auto device = joinedDevice();
        QVERIFY(device && device->hello(m_url));

        device->say(device->helloMessage());

        QVERIFY(device->waitForClose());
        isWell();
    }

    void anotherProductionsEnvelopesAreNotTaken()
    {
        const auto device = joinedDevice();
        QVERIFY(device && device->hello(m_url));
        Production other;
        other.title = u"Other"_s;
        other.zone = "Europe/London";
        const ProductionId theirs = *m_fixture->tasks().createProduction(other);
        const auto headBefore = m_fixture->storage->head(theirs);
        const auto ownBefore = m_fixture->storage->head(m_fixture->production);
        device->author.production = theirs;

        device->say(protocol::Push{1, {device->segmentOf({device->unitEnvelope(u"Stolen"_s)})}});

        QVERIFY(QTest::qWaitFor(
            [&device] {
                return std::ranges::any_of(device->heard, [](const protocol::Message &message) {
                    return std::holds_alternative<protocol::Nack>(message)
                        || std::holds_alternative<protocol::Ack>(message);
                });
            },
            5000));
        QVERIFY(*m_fixture->storage->head(theirs) == *headBefore);
        QVERIFY(*m_fixture->storage->head(m_fixture->production) == *ownBefore);
        isWell();
    }

    void randomBytesHurtNobody()
    {
        SeededRandom random(71);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes(qsizetype(1 + random.below(3000)), '\0');
            for (char &byte : bytes)
                byte = char(random.below(256));
            RawPeer peer(m_url);
            const bool upgraded = round % 3 != 0;
            QVERIFY(upgraded ? peer.upgrade() : peer.isConnected());
            peer.socket.write(round % 3 == 1 ? RawPeer::frame(bytes) : bytes);
            peer.socket.waitForBytesWritten(1000);
            peer.socket.disconnectFromHost();
        }
        isWell();
    }

    // Qt waits five seconds for the rest of a frame; the others do not wait with it.
    void aFrameThatStopsInTheMiddleIsGivenUp()
    {
        const auto device = joinedDevice();
        QVERIFY(device);
        RawPeer peer(m_url);
        QVERIFY(peer.upgrade());
        const QByteArray hello = RawPeer::frame(protocol::encodeFrame({0, device->helloMessage()}));
        peer.socket.write(hello.left(hello.size() / 2));
        peer.socket.waitForBytesWritten(1000);

        serves(u"Meanwhile"_s);

        QVERIFY(peer.isClosed(9000));
        isWell();
    }
};

QTEST_GUILESS_MAIN(TestHostilePeers)
#include "tst_hostile_peers.moc"
