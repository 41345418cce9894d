#include "tests/e2e/commit_finder.h"
#include "tests/e2e/fault_proxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QtEndian>
#include <QTest>

using namespace film::e2e;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// What PostgreSQL is told: a letter, the length with itself, and what there is to say.
QByteArray message(char kind, const QByteArray &said)
{
    QByteArray message(5, kind);
    qToBigEndian(quint32(4 + said.size()), message.data() + 1);
    return message + said;
}

QByteArray query(const QByteArray &sql)
{
    return message('Q', sql + '\0');
}

QByteArray greeting(quint32 code)
{
    QByteArray message(8, '\0');
    qToBigEndian(quint32(8), message.data());
    qToBigEndian(code, message.data() + 4);
    return message;
}

constexpr quint32 protocolVersion = 196608;
constexpr quint32 encryptionWanted = 80877103;

} // namespace

// The rig itself: a fault that does not happen proves nothing.
class TestFaultProxy : public QObject
{
    Q_OBJECT

    QTcpServer m_server; // says back what it hears
    QList<QTcpSocket *> m_served;
    QByteArray m_heard;
    bool m_isSilent = false;

    [[nodiscard]] static QByteArray answerOf(QTcpSocket &client, const QByteArray &said)
    {
        client.write(said);
        QByteArray heard;
        (void)QTest::qWaitFor(
            [&] {
                heard += client.readAll();
                return heard.size() >= said.size()
                    || client.state() != QAbstractSocket::ConnectedState;
            },
            5000);
        return heard;
    }

private slots:
    void init()
    {
        m_heard.clear();
        m_isSilent = false;
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            m_served.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                const QByteArray bytes = socket->readAll();
                m_heard += bytes;
                if (!m_isSilent)
                    socket->write(bytes);
            });
        });
    }
    void cleanup()
    {
        m_server.disconnect(this);
        m_server.close();
        qDeleteAll(m_served);
        m_served.clear();
    }

    void letsEverythingThroughUntouched_data()
    {
        QTest::addColumn<bool>("singleBytes");
        QTest::newRow("as it comes") << false;
        QTest::newRow("byte by byte") << true;
    }
    void letsEverythingThroughUntouched()
    {
        QFETCH(bool, singleBytes);
        FaultProxy proxy(u"127.0.0.1"_s, m_server.serverPort(), 1);
        Faults faults;
        faults.singleBytes = singleBytes;
        proxy.set(faults);
        QByteArray said;
        for (int i = 0; i < 300'000; ++i)
            said += char(i % 251);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        QVERIFY(client.waitForConnected(5000));

        QVERIFY(answerOf(client, said) == said);
        QCOMPARE(quint64(proxy.counts().connections), quint64(1));
    }

    void delaysInBothDirections()
    {
        FaultProxy proxy(u"127.0.0.1"_s, m_server.serverPort(), 1);
        Faults faults;
        faults.latency = 60ms;
        proxy.set(faults);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        QVERIFY(client.waitForConnected(5000));
        QElapsedTimer since;
        since.start();

        QVERIFY(answerOf(client, "hello") == "hello");
        QVERIFY(since.elapsed() >= 120);
    }

    void resetsAConnection()
    {
        FaultProxy proxy(u"127.0.0.1"_s, m_server.serverPort(), 1);
        Faults faults;
        faults.resets = 1;
        proxy.set(faults);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        QVERIFY(client.waitForConnected(5000));

        QVERIFY(answerOf(client, "hello").isEmpty());
        QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
        QCOMPARE(quint64(proxy.counts().resets), quint64(1));
    }

    void aHalfOpenOneEndsWhenItHeals()
    {
        FaultProxy proxy(u"127.0.0.1"_s, m_server.serverPort(), 1);
        Faults faults;
        faults.halfOpens = 1;
        proxy.set(faults);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        QVERIFY(client.waitForConnected(5000));
        client.write("hello");
        QTRY_COMPARE(quint64(proxy.counts().halfOpens), quint64(1));
        QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
        QVERIFY(m_heard.isEmpty());

        proxy.heal();

        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    }

    void cutsAfterACommitHasGoneThrough()
    {
        FaultProxy proxy(u"127.0.0.1"_s, m_server.serverPort(), 1, FaultProxy::Speech::Postgres);
        QTcpSocket client;
        client.connectToHost(QHostAddress::LocalHost, proxy.port());
        QVERIFY(client.waitForConnected(5000));
        QVERIFY(answerOf(client, greeting(protocolVersion)) == greeting(protocolVersion));
        QVERIFY(answerOf(client, query("COMMIT")) == query("COMMIT"));
        Faults faults;
        faults.commitCuts = 1;
        proxy.set(faults);
        QVERIFY(answerOf(client, query("SELECT 1")) == query("SELECT 1"));

        QVERIFY(answerOf(client, query("COMMIT")).isEmpty());

        QCOMPARE(client.state(), QAbstractSocket::UnconnectedState);
        QCOMPARE(proxy.commitsCut(), quint64(1));
        QTRY_VERIFY(m_heard.endsWith(query("COMMIT")));
    }

    void findsACommitThatWasPrepared()
    {
        const QByteArray other =
            message('B', QByteArray("\0lane.head\0", 11)) + message('E', QByteArray(5, '\0'));
        const QByteArray commit =
            message('B', QByteArray("\0lane.commit\0", 13)) + message('E', QByteArray(5, '\0'));
        const QByteArray sync = message('S', {});
        const QByteArray said = greeting(protocolVersion) + other + sync + other + commit + sync;
        CommitFinder finder;

        QCOMPARE(finder.read(said + query("BEGIN")), std::optional<qsizetype>(said.size()));
    }

    void findsACommitInWhateverPiecesItComes()
    {
        const QByteArray before = greeting(encryptionWanted) + greeting(protocolVersion)
            + query("SELECT 'COMMIT'") + query("BEGIN");
        const QByteArray said = before + query("COMMIT") + query("BEGIN");

        CommitFinder whole;
        QCOMPARE(whole.read(said), std::optional<qsizetype>(said.size() - query("BEGIN").size()));
        CommitFinder pieces;
        QList<qsizetype> found;
        for (qsizetype i = 0; i < said.size(); ++i) {
            if (pieces.read(said.mid(i, 1)))
                found.append(i + 1);
        }
        QCOMPARE(found, QList<qsizetype>{said.size() - query("BEGIN").size()});
    }
};

QTEST_GUILESS_MAIN(TestFaultProxy)
#include "tst_fault_proxy.moc"
