#include "tests/support/server_fixture.h"

#include "server/admin/server_controls.h"
#include "server/http/http_server.h"
#include "shared/store/identity_repository.h"
#include "shared/sync/signing.h"
#include "tests/support/test_certificate.h"

#include <QDeadlineTimer>
#include <QScopeGuard>
#include <QSslCertificate>
#include <QTcpSocket>

#include <algorithm>
#include <array>
#include <set>

using namespace film;
using namespace film::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using protocol::JoinNo;
using protocol::Outcome;

// Devices that speak the protocol to a whole server.
class TestSyncServer : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<ServerFixture> m_server;

    // What `asking` says to be `before` again, whose key it has.
    static protocol::Join joinAgain(const RawDevice &asking, const QString &code,
                                    const RawDevice &before)
    {
        protocol::Join join = asking.joinWith(code);
        join.known.push_back(
            {before.signer.publicKey(),
             before.signer.sign(sync::rejoinBytes(code, asking.signer.publicKey()))});
        return join;
    }

private slots:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("database");
        QTest::newRow("sqlite") << QString();
        if (const QString postgres = qEnvironmentVariable("FILM_TEST_POSTGRES");
            !postgres.isEmpty())
            QTest::newRow("postgresql") << postgres;
    }

    void init()
    {
        QFETCH_GLOBAL(QString, database);
        m_server = std::make_unique<ServerFixture>(database);
        m_server->start();
    }

    void cleanup() { m_server.reset(); }

    void whatOneDevicePushesTheOtherReceives()
    {
        RawDevice writer;
        RawDevice reader;
        QVERIFY(writer.join(m_server->url(), m_server->invite()));
        QVERIFY(reader.join(m_server->url(), m_server->invite()));
        QVERIFY(writer.hello(m_server->url()));
        QVERIFY(reader.hello(m_server->url()));

        const auto sealed = writer.unitEnvelope(u"Second"_s);
        writer.say(protocol::Push{1, {writer.segmentOf({sealed})}});

        const auto *ack = writer.hear<protocol::Ack>();
        QVERIFY(ack);
        QCOMPARE(ack->results.size(), 1U);
        QCOMPARE(ack->results.front().outcome, Outcome::Applied);
        const auto *delta = reader.hear<protocol::Delta>();
        QVERIFY(delta);
        QCOMPARE(delta->rows.back().envelope, sealed.bytes);
        QCOMPARE(delta->rows.back().sequence, ack->results.front().sequence);
    }

    void whoIsConnectedIsKnown()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        const auto seen = [&] {
            const auto all = m_server->sync->presence().of(m_server->production);
            const auto own = all.find(device.author.device);
            return own == all.end() ? film::server::DevicePresence::Seen() : own->second;
        };
        QVERIFY(!seen().isOn);
        QVERIFY(device.hello(m_server->url()));
        QVERIFY(seen().isOn);
        QCOMPARE(seen().app, u"test"_s);
        device.socket.close();
        QTRY_VERIFY(!seen().isOn);
        QVERIFY(seen().lastMs > 0);
    }

    // Who is connected reads on; what is pushed waits on the device, and nobody joins.
    void inMaintenanceDevicesKeepWhatTheyHave()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        const QString code = m_server->invite();
        server::ServerControlTasks controls(*m_server->storage, SystemClock().now(), {});
        QVERIFY(controls.beginMaintenance({}, std::nullopt));
        const auto over = qScopeGuard([&] { (void)controls.endMaintenance(); });
        m_server->sync.reset();
        m_server->start(); // has to know it before it hears anybody
        QVERIFY(device.hello(m_server->url()));
        device.say(protocol::Push{1, {device.segmentOf({device.unitEnvelope(u"Second"_s)})}});
        const auto *refused = device.hear<protocol::Nack>();
        QVERIFY(refused);
        QCOMPARE(refused->code, protocol::Nack::Code::Busy);
        QTRY_VERIFY(m_server->sync->health().isReady());
        RawDevice another;
        QVERIFY(another.open(m_server->url()));
        another.say(another.joinWith(code));
        const auto *no = another.hear<JoinNo>();
        QVERIFY(no);
        QCOMPARE(no->code, JoinNo::Code::Busy);
    }

    // A device in use does not have to join again because a year is over.
    void aCertificateIsRenewedOnTheConnection()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        store::IdentityRepository identities(m_server->storage->database());
        const Hash32 token = sha256(device.joined.token);
        const qint64 soon = msSinceEpoch(SystemClock().now() + 24h);
        QVERIFY(identities.prolongDevice(m_server->production, device.author.device, token, soon));
        const auto ends = [&] {
            const auto known =
                m_server->storage->device(m_server->production, device.author.device);
            return known && *known ? (*known)->certificateEndsMs : 0;
        };
        QCOMPARE(ends(), soon);
        QVERIFY(device.hello(m_server->url()));
        const auto *need = device.hear<protocol::AuthNeed>();
        QVERIFY(need);
        QVERIFY(need->secondsLeft > 86'000 && need->secondsLeft <= 86'400);
        const auto *ok = device.hear<protocol::HelloOk>();
        device.say(
            protocol::Auth{device.joined.token, device.signer.sign(sync::authBytes(ok->session))});
        QTRY_VERIFY(ends() > soon + 300LL * 24 * 3600 * 1000);
        // One that was revoked, or got another token, is not prolonged.
        QVERIFY(!identities.prolongDevice(m_server->production, device.author.device,
                                          sha256("another"), soon));
    }

    void aReplayedSegmentIsAnsweredFromTheLog()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        const auto segment = device.segmentOf({device.unitEnvelope(u"Second"_s)});
        device.say(protocol::Push{1, {segment}});
        const auto *first = device.hear<protocol::Ack>();
        QVERIFY(first);
        const quint64 sequence = first->results.front().sequence;
        device.heard.clear();

        device.say(protocol::Push{2, {segment}});

        const auto *second = device.hear<protocol::Ack>();
        QVERIFY(second);
        QCOMPARE(second->results.front().sequence, sequence);
        QCOMPARE(m_server->storage->head(m_server->production)->sequence, sequence);
    }

    void aChangeThatIsKeptAsideIsAnsweredWithTheReason()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        device.author.user = device.ids.next<UserId>(SystemClock().now());

        const auto sealed = device.unitEnvelope(u"Second"_s);
        device.say(protocol::Push{1, {device.segmentOf({sealed})}});

        const auto *ack = device.hear<protocol::Ack>();
        QVERIFY(ack);
        QCOMPARE(ack->results.front().outcome, Outcome::Quarantined);
        QCOMPARE(ack->results.front().refusal, protocol::Refusal::OtherAuthor);
    }

    void aForgedSignatureIsRefused()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        const quint64 head = m_server->storage->head(m_server->production)->sequence;
        auto segment = device.segmentOf({device.unitEnvelope(u"Second"_s)});
        segment.signature[0] ^= 1;

        device.say(protocol::Push{1, {segment}});

        const auto *nack = device.hear<protocol::Nack>();
        QVERIFY(nack);
        QCOMPARE(nack->code, protocol::Nack::Code::BadSegment);
        QCOMPARE(m_server->storage->head(m_server->production)->sequence, head);
    }

    void aWrongTokenIsTurnedAway()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        device.joined.token[0] = static_cast<char>(device.joined.token[0] ^ 1);
        QVERIFY(device.open(m_server->url()));

        device.say(device.helloMessage());

        const auto *no = device.hear<protocol::HelloNo>();
        QVERIFY(no);
        QCOMPARE(no->code, protocol::HelloNo::Code::Auth);
        QVERIFY(device.waitForClose());
    }

    void aFirstSyncWithoutASeatIsAskedToComeBack()
    {
        m_server->config.snapshotsMax = 0;
        m_server->start();
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.open(m_server->url()));

        device.say(device.helloMessage());

        const auto *no = device.hear<protocol::HelloNo>();
        QVERIFY(no);
        QCOMPARE(no->code, protocol::HelloNo::Code::Busy);
        QVERIFY(no->retryMs > 0);
        QVERIFY(device.waitForClose());
    }

    void aSeatIsFreeAgainAfterAFirstSync()
    {
        m_server->config.snapshotsMax = 1;
        m_server->start();
        std::array<RawDevice, 3> devices;
        for (RawDevice &device : devices) {
            QVERIFY(device.join(m_server->url(), m_server->invite()));
            QVERIFY(device.hello(m_server->url())); // and stays connected
        }
    }

    void thereAreAsManySeatsAsWereSaid()
    {
        server::SnapshotSeats seats(2);
        auto first = seats.take();
        const auto second = seats.take();
        QVERIFY(first && second);
        QVERIFY(!seats.take());
        QVERIFY(!seats.take());
        first.reset();
        QVERIFY(seats.take());
    }

    void aFileThatSaysItWasCopiedIsNoted()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.open(m_server->url()));
        protocol::Hello hello = device.helloMessage();
        hello.suspectClone = true;

        device.say(hello);

        QVERIFY(device.hear<protocol::HelloOk>());
        QTRY_VERIFY(
            QByteArray::fromStdString(m_server->metrics.text()).contains("device-copied\"} 1"));
    }

    void anotherProductionIsTurnedAway()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.open(m_server->url()));
        protocol::Hello hello = device.helloMessage();
        hello.production = device.ids.next<ProductionId>(SystemClock().now());

        device.say(hello);

        QVERIFY(device.hear<protocol::HelloNo>());
        QVERIFY(device.waitForClose());
    }

    void anInviteWorksOnce()
    {
        const QString code = m_server->invite();
        RawDevice first;
        RawDevice second;
        QVERIFY(first.join(m_server->url(), code));
        QVERIFY(second.open(m_server->url()));

        second.say(second.joinWith(code));

        const auto *no = second.hear<JoinNo>();
        QVERIFY(no);
        QCOMPARE(no->code, JoinNo::Code::UsedCode);
    }

    void aDeviceThatHoldsItsKeyStaysTheDeviceItWas()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        const auto sealed = device.unitEnvelope(u"Second"_s); // names the first certificate
        RawDevice asking;
        QVERIFY(asking.open(m_server->url()));
        const QString code = m_server->invite();

        asking.say(joinAgain(asking, code, device));

        const auto *joined = asking.hear<protocol::Joined>();
        QVERIFY(joined);
        QCOMPARE(joined->certificate.device, device.joined.certificate.device);
        QCOMPARE(joined->certificate.user, device.joined.certificate.user);
        QCOMPARE(joined->certificate.deviceKey, device.signer.publicKey());
        QVERIFY(joined->certificate.serial > device.joined.certificate.serial);
        QVERIFY(sync::Ed25519Verifier().verify(joined->authorityKey,
                                               protocol::certificateBytes(joined->certificate),
                                               joined->certificate.signature));
        QVERIFY(device.open(m_server->url()));
        device.say(device.helloMessage()); // with the token it had before
        QVERIFY(device.hear<protocol::HelloNo>());
        QVERIFY(device.waitForClose());
        device.joined.token = joined->token;
        QVERIFY(device.hello(m_server->url()));
        device.say(protocol::Push{1, {device.segmentOf({sealed})}});
        const auto *ack = device.hear<protocol::Ack>();
        QVERIFY(ack);
        QCOMPARE(ack->results.front().outcome, Outcome::Applied);
    }

    void whoCannotBeTheSameDeviceBecomesANewOne_data()
    {
        QTest::addColumn<QString>("why");
        for (const char *why :
             {"another key", "a proof for somebody else", "revoked", "another role"})
            QTest::newRow(why) << QString::fromLatin1(why);
    }
    void whoCannotBeTheSameDeviceBecomesANewOne()
    {
        QFETCH(const QString, why);
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        const DeviceId before = device.joined.certificate.device;
        const QString code =
            m_server->invite(why == u"another role" ? Role::Accountant : Role::Coordinator);
        RawDevice asking;
        protocol::Join join = joinAgain(asking, code, device);
        if (why == u"another key")
            join.known.front().key = RawDevice().signer.publicKey();
        if (why == u"a proof for somebody else")
            join.known = joinAgain(RawDevice(), code, device).known;
        if (why == u"revoked") {
            store::IdentityRepository identities(m_server->storage->database());
            QVERIFY(identities.revokeDevice(m_server->production, before).value_or(false));
        }
        QVERIFY(asking.open(m_server->url()));

        asking.say(join);

        const auto *joined = asking.hear<protocol::Joined>();
        QVERIFY(joined);
        QVERIFY(joined->certificate.device != before);
        QCOMPARE(joined->certificate.deviceKey, asking.signer.publicKey());
        const auto old = m_server->storage->device(m_server->production, before);
        QVERIFY(old && *old);
        QCOMPARE((*old)->revoked, why == u"revoked");
        QCOMPARE((*old)->tokenHash, sha256(device.joined.token));
    }

    void anExpiredInviteIsRefused()
    {
        server::AdminTasks lastWeek(*m_server->storage,
                                    SystemClock().now() - std::chrono::hours(24 * 7));
        const QString code =
            *lastWeek.invite(m_server->production, {{}, Role::Coordinator, std::chrono::hours(1)});
        RawDevice device;
        QVERIFY(device.open(m_server->url()));

        device.say(device.joinWith(code));

        const auto *no = device.hear<JoinNo>();
        QVERIFY(no);
        QCOMPARE(no->code, JoinNo::Code::ExpiredCode);
    }

    void aJoinNeedsTheKeyItNames()
    {
        const QString code = m_server->invite();
        RawDevice device;
        QVERIFY(device.open(m_server->url()));
        protocol::Join join = device.joinWith(code);
        join.deviceKey = RawDevice().signer.publicKey();

        device.say(join);

        QVERIFY(device.hear<JoinNo>());
        // The code is not used up by it.
        RawDevice honest;
        QVERIFY(honest.join(m_server->url(), code));
    }

    void theCertificateIsSignedByTheAuthority()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));

        const protocol::Joined &joined = device.joined;

        QVERIFY(sync::Ed25519Verifier().verify(joined.authorityKey,
                                               protocol::certificateBytes(joined.certificate),
                                               joined.certificate.signature));
        QCOMPARE(joined.token.size(), 32);
        QCOMPARE(joined.productionTitle, u"Night Ferry"_s);
    }

    void theSameStreamElsewhereIsTakenOver()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        RawDevice again;
        again.author = device.author;
        again.joined = device.joined;

        QVERIFY(again.hello(m_server->url()));

        QVERIFY(device.hear<protocol::GoAway>());
        QVERIFY(device.waitForClose());
        QCOMPARE(again.socket.state(), QAbstractSocket::ConnectedState);
    }

    // It is told when to come again, and what it wrote later does not go first.
    void whoHandsInTooMuchComesAgainAndLosesNothing()
    {
        m_server->sync.reset();
        m_server->config.changesPerMinute = 600;
        m_server->start();
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        int made = 0;
        const auto unitsOf = [&](int count) {
            std::vector<sync::SealedEnvelope> units;
            for (int i = 0; i < count; ++i)
                units.push_back(device.unitEnvelope(u"Unit %1"_s.arg(++made)));
            return units;
        };
        // Nack and Ack of a batch, whichever came last; nothing yet: neither.
        const auto answer = [&device](quint64 batch) {
            std::variant<std::monostate, protocol::Ack, protocol::Nack> last;
            for (const protocol::Message &message : device.heard) {
                if (const auto *ack = std::get_if<protocol::Ack>(&message);
                    ack && ack->batch == batch)
                    last = *ack;
                if (const auto *nack = std::get_if<protocol::Nack>(&message);
                    nack && nack->batch == batch)
                    last = *nack;
            }
            return last;
        };
        const auto isTaken = [&answer](quint64 batch) {
            return std::holds_alternative<protocol::Ack>(answer(batch));
        };
        quint64 number = 0;
        for (int i = 0; i < 3; ++i) {
            device.say(protocol::Push{++number, {device.segmentOf(unitsOf(200))}});
            QTRY_VERIFY(isTaken(number));
        }
        // The bucket is empty but for what ran into it meanwhile.
        const auto first = device.segmentOf(unitsOf(100));
        const auto second = device.segmentOf(unitsOf(1));
        device.say(protocol::Push{10, {first}});
        device.say(protocol::Push{11, {second}});

        QTRY_VERIFY(std::holds_alternative<protocol::Nack>(answer(10)));
        const auto refused = std::get<protocol::Nack>(answer(10));
        QCOMPARE(refused.code, protocol::Nack::Code::Busy);
        QVERIFY(refused.retryMs > 1'000);
        QVERIFY(refused.retryMs <= 10'000);
        QTRY_VERIFY(std::holds_alternative<protocol::Nack>(answer(11)));
        // Another one is not concerned.
        RawDevice other;
        QVERIFY(other.join(m_server->url(), m_server->invite()));
        QVERIFY(other.hello(m_server->url()));
        other.say(protocol::Push{1, {other.segmentOf({other.unitEnvelope(u"Splinter"_s)})}});
        QVERIFY(other.hear<protocol::Ack>());
        // It comes again when it was told to, as often as it is refused.
        quint64 again = 20;
        const auto handIn = [&] {
            device.say(protocol::Push{again, {first}});
            device.say(protocol::Push{again + 1, {second}});
        };
        QDeadlineTimer pause(refused.retryMs);
        const auto isThrough = [&] {
            const auto last = answer(again);
            if (std::holds_alternative<protocol::Ack>(last))
                return true;
            if (const auto *nack = std::get_if<protocol::Nack>(&last)) {
                pause.setRemainingTime(nack->retryMs);
                again += 2;
            } else if (pause.hasExpired()) {
                pause = QDeadlineTimer(QDeadlineTimer::Forever);
                handIn();
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThrough(), 90'000);
        QTRY_VERIFY(isTaken(again + 1));
        const auto placesOf = [&device](quint64 batch) {
            std::set<quint64> places;
            for (const protocol::Message &message : device.heard) {
                const auto *ack = std::get_if<protocol::Ack>(&message);
                if (!ack || ack->batch != batch)
                    continue;
                for (const protocol::MutationResult &result : ack->results) {
                    if (result.outcome == Outcome::Applied)
                        places.insert(result.sequence);
                }
            }
            return places;
        };
        QTRY_COMPARE(placesOf(again).size(), 100U);
        QCOMPARE(placesOf(again + 1).size(), 1U);
        QVERIFY(*placesOf(again).rbegin() < *placesOf(again + 1).begin());
    }

    void badFramesAreTurnedAway_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("random") << QByteArray("\x13\x37 nobody speaks like that");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("more than 16 KiB") << QByteArray(17 * 1024, 'x');
        const QByteArray ping = protocol::encodeFrame({0, protocol::Ping{}});
        QTest::newRow("truncated") << ping.left(ping.size() - 1);
        QTest::newRow("not a HELLO") << ping;
    }
    void badFramesAreTurnedAway()
    {
        QFETCH(QByteArray, bytes);
        RawDevice device;
        QVERIFY(device.open(m_server->url()));

        device.socket.sendBinaryMessage(bytes);

        QVERIFY(device.waitForClose());
        QVERIFY(device.heard.empty());
    }

    void aWrongSubprotocolIsTurnedAway()
    {
        RawDevice device;
        (void)device.open(m_server->url(), u"chat"_s);
        QVERIFY(device.waitForClose());
    }

    void aWrongPathIsTurnedAway()
    {
        RawDevice device;
        QUrl url = m_server->url();
        url.setPath(u"/elsewhere"_s);
        (void)device.open(url);
        QVERIFY(device.waitForClose());
    }

    // The deadline of a handshake was not stopped when the handshake was over: every device was cut
    // off ten seconds after it had connected. The slow ones connect later, so once they are cut
    // off the session's deadline is over too.
    void aSlowHandshakeIsCutOffWhileASessionStays()
    {
        m_server->config.handshakeMax = std::chrono::milliseconds(400);
        m_server->start();
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        for (int round = 0; round < 2; ++round) {
            QTcpSocket slow;
            slow.connectToHost(m_server->sync->endpoint().address, m_server->sync->endpoint().port);
            QTRY_COMPARE(slow.state(), QAbstractSocket::ConnectedState);
            slow.write("GET /sync/v1 HTTP/1.1\r\n");

            QTRY_COMPARE(slow.state(), QAbstractSocket::UnconnectedState);
        }

        QCOMPARE(device.socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(m_server->sync->connections(), 1);
        device.say(protocol::Ping{1, 0, 0, 0});
        QVERIFY(device.hear<protocol::Pong>());
    }

    void stoppingSaysGoodbyeAndKeepsWhatWasAcknowledged()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));
        for (quint64 batch = 1; batch <= 4; ++batch) {
            const auto sealed = device.unitEnvelope(u"Unit %1"_s.arg(batch));
            device.say(protocol::Push{batch, {device.segmentOf({sealed})}});
        }
        QVERIFY(device.hear<protocol::Ack>());

        m_server->sync->beginStop();

        QVERIFY(device.hear<protocol::GoAway>());
        QVERIFY(device.waitForClose());
        m_server->sync->finish();
        quint64 acknowledged = 0;
        for (const protocol::Message &message : device.heard) {
            if (const auto *ack = std::get_if<protocol::Ack>(&message))
                acknowledged = std::max(acknowledged, ack->results.back().sequence);
        }
        QVERIFY(acknowledged > 0);
        QVERIFY(m_server->storage->head(m_server->production)->sequence >= acknowledged);
    }

    void soManyDevicesAsAreToLeaveAreSentAwayAndMayComeBack()
    {
        std::array<RawDevice, 5> devices;
        for (RawDevice &device : devices) {
            QVERIFY(device.join(m_server->url(), m_server->invite()));
            QVERIFY(device.hello(m_server->url()));
        }
        const auto gone = [&devices] {
            return int(std::ranges::count_if(devices, [](const RawDevice &device) {
                return device.socket.state() == QAbstractSocket::UnconnectedState;
            }));
        };

        m_server->sync->sendAway(2);

        QTRY_COMPARE(gone(), 2);
        for (RawDevice &device : devices) {
            if (device.socket.state() == QAbstractSocket::ConnectedState) {
                device.say(protocol::Ping{1, 0, 0, 0});
                QVERIFY(device.hear<protocol::Pong>());
                continue;
            }
            const auto *goAway = device.hear<protocol::GoAway>();
            QVERIFY(goAway);
            QCOMPARE(goAway->code, protocol::GoAway::Code::Shutdown);
            QVERIFY(goAway->spreadMs > 0);
            QVERIFY(device.hello(m_server->url()));
        }
        QCOMPARE(gone(), 0);
    }

    void whatOneServerTakesAnotherServesToo()
    {
        server::SyncServer other(m_server->config, m_server->metrics);
        QVERIFY(other.start());
        const QUrl otherUrl(u"ws://%1/sync/v1"_s.arg(other.endpoint().toString()));
        RawDevice writer;
        RawDevice reader;
        QVERIFY(writer.join(m_server->url(), m_server->invite()));
        QVERIFY(reader.join(otherUrl, m_server->invite()));
        QVERIFY(writer.hello(m_server->url()));
        QVERIFY(reader.hello(otherUrl));

        const auto sealed = writer.unitEnvelope(u"Second"_s);
        writer.say(protocol::Push{1, {writer.segmentOf({sealed})}});

        const auto *delta = reader.hear<protocol::Delta>();
        QVERIFY(delta);
        QCOMPARE(delta->rows.back().envelope, sealed.bytes);
        // News is what comes after the other server's first look at the production.
        for (quint64 batch = 2; batch <= 4; ++batch) {
            reader.heard.clear();
            const auto more = writer.unitEnvelope(u"Unit %1"_s.arg(batch));
            writer.say(protocol::Push{batch, {writer.segmentOf({more})}});
            QVERIFY(reader.hear<protocol::Delta>());
        }
        const std::string metrics = m_server->metrics.text();
        QVERIFY(metrics.find("filmtracker_head_news_total{by=\"hint\"} 0") == std::string::npos
                || metrics.find("filmtracker_head_news_total{by=\"poll\"} 0") == std::string::npos);
    }

    void devicesComeInOverTls()
    {
        if (!test::TestCertificate::canBeMade())
            QSKIP("no openssl to make a certificate with");
        test::TestCertificate certificate;
        QVERIFY(certificate.make());
        auto &config = m_server->config;
        config.tlsCertificate = certificate.certificate();
        config.tlsKey = certificate.key();
        m_server->start();
        QUrl url = m_server->url();
        url.setScheme(u"wss"_s);
        RawDevice device;
        QSslConfiguration trust = device.socket.sslConfiguration();
        trust.setCaCertificates(QSslCertificate::fromPath(config.tlsCertificate));
        device.socket.setSslConfiguration(trust);

        QVERIFY(device.join(url, m_server->invite()));
        QVERIFY(device.hello(url));

        RawDevice stranger; // does not trust this certificate
        QVERIFY(!stranger.open(url));

        // Renewed while the first one is connected.
        QVERIFY(certificate.make());
        m_server->sync->setTls(*server::readTlsFiles(certificate.certificate(), certificate.key()));
        RawDevice later;
        trust.setCaCertificates(QSslCertificate::fromPath(certificate.certificate()));
        later.socket.setSslConfiguration(trust);
        QVERIFY(later.join(url, m_server->invite()));
        QVERIFY(device.socket.isValid());
    }

    void importsReachConnectedDevices()
    {
        RawDevice device;
        QVERIFY(device.join(m_server->url(), m_server->invite()));
        QVERIFY(device.hello(m_server->url()));

        const auto report = m_server->tasks().importCrew(
            m_server->production, "Name,Department,Position\nAda Byron,Camera,Focus puller\n");

        QVERIFY(report);
        QVERIFY(report->records.written > 0);
        QVERIFY(device.hear<protocol::Delta>());
    }

    void anImportWithABadRowWritesNothing()
    {
        const quint64 head = m_server->storage->head(m_server->production)->sequence;

        const auto report = m_server->tasks().importCrew(
            m_server->production,
            "Name,Department,Position\nAda Byron,Camera,Focus puller\n,Camera,Grip\n");

        QVERIFY(report);
        QVERIFY(!allReady(report->verdicts));
        QCOMPARE(m_server->storage->head(m_server->production)->sequence, head);
    }
};

QTEST_GUILESS_MAIN(TestSyncServer)
#include "tst_sync_server.moc"
