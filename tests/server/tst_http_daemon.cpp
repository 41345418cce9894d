#include "server/http/http_daemon.h"

#include "server/http/request_head.h"
#include "server/net/certificate_watch.h"
#include "tests/support/test_certificate.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslSocket>
#include <QTest>

#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 10'000;

RequestHead headOf(const QByteArray &target)
{
    return {"GET", target, {{"host", "test"}}, QHostAddress(u"192.0.2.7"_s), false};
}

} // namespace

class TestHttpDaemon : public QObject
{
    Q_OBJECT

    std::unique_ptr<HttpDaemon> m_daemon;
    std::function<WebResponse(const WebRequest &)> m_answer;
    std::atomic<int> m_asked = 0;

    HttpDaemon::Handlers handlers()
    {
        return {[](const WebRequest &request) -> std::optional<WebResponse> {
                    if (request.path == u"/live")
                        return WebResponse::json({{u"live"_s, true}});
                    return std::nullopt;
                },
                [this](const WebRequest &request) {
                    ++m_asked;
                    return m_answer(request);
                },
                {}};
    }
    void start(HttpDaemon::Settings settings = {})
    {
        settings.endpoint.address = QHostAddress::LocalHost;
        auto started = HttpDaemon::start(settings, handlers());
        QVERIFY2(started, started ? "" : qPrintable(started.error().message));
        m_daemon = *std::move(started);
    }
    std::unique_ptr<QTcpSocket> connected() const
    {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(QHostAddress::LocalHost, m_daemon->endpoint().port);
        return socket->waitForConnected(waitMs) ? std::move(socket) : nullptr;
    }
    // Until nothing more comes, or the server hangs up.
    static QByteArray answerOn(QTcpSocket &socket)
    {
        QByteArray answer;
        while (socket.waitForReadyRead(waitMs)) {
            answer += socket.readAll();
            const qsizetype head = answer.indexOf("\r\n\r\n");
            const qsizetype at = answer.toLower().indexOf("content-length: ");
            if (head < 0 || at < 0)
                continue;
            const qsizetype end = answer.indexOf('\r', at);
            if (answer.size() >= head + 4 + answer.mid(at + 16, end - at - 16).toLongLong())
                break;
        }
        return answer;
    }
    QByteArray ask(const QByteArray &bytes) const
    {
        const auto socket = connected();
        if (!socket)
            return "not connected";
        socket->write(bytes);
        return answerOn(*socket);
    }

private slots:
    void init()
    {
        m_asked = 0;
        m_answer = [](const WebRequest &request) {
            return WebResponse::json(
                {{u"path"_s, request.path}, {u"body"_s, QString::fromUtf8(request.body)}});
        };
    }
    void cleanup() { m_daemon.reset(); }

    void answersOneRequestAfterAnotherOnOneConnection()
    {
        start();
        const auto socket = connected();
        QVERIFY(socket);
        for (const QByteArray path : {"/a%20b", "/live", "/c"}) {
            socket->write("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
            const QByteArray answer = answerOn(*socket);
            QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
            QVERIFY(answer.contains("X-Content-Type-Options: nosniff"));
            QVERIFY(!answer.contains("Strict-Transport-Security"));
        }
        QCOMPARE(m_asked.load(), 2);
    }

    void aBodyComesWholeInAnyPieces()
    {
        start();
        const auto socket = connected();
        QVERIFY(socket);
        for (const QByteArray part :
             {"POST /a HTTP/1.1\r\nHost: test\r\nTransfer-", "Encoding: chu", "nked\r\n\r\n3\r\nab",
              "c\r\n2\r\nde\r\n0\r", "\n\r\n"}) {
            socket->write(part);
            QVERIFY(socket->waitForBytesWritten(waitMs));
        }
        QVERIFY(answerOn(*socket).contains("\"body\":\"abcde\""));
    }

    // Each of them some program reads as one request and another as two (RFC 9112, 11.2).
    void whatCanBeReadInTwoWaysIsRefused_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("rest");
        const QByteArray second = "GET /second HTTP/1.1\r\nHost: test\r\n\r\n";
        QTest::newRow("length and chunks")
            << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n")
            << "0\r\n\r\n" + second;
        QTest::newRow("chunks and length")
            << QByteArray("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n")
            << "0\r\n\r\n" + second;
        QTest::newRow("two lengths")
            << QByteArray("Content-Length: 0\r\nContent-Length: 44\r\n") << second;
        QTest::newRow("the same length twice")
            << QByteArray("Content-Length: 0\r\nContent-Length: 0\r\n") << second;
        QTest::newRow("a list of lengths") << QByteArray("Content-Length: 0, 44\r\n") << second;
        QTest::newRow("a negative length") << QByteArray("Content-Length: -1\r\n") << second;
        QTest::newRow("a length with a sign") << QByteArray("Content-Length: +0\r\n") << second;
        QTest::newRow("a hexadecimal length") << QByteArray("Content-Length: 0x0\r\n") << second;
        QTest::newRow("no length at all") << QByteArray("Content-Length:\r\n") << second;
        QTest::newRow("a length of twenty digits")
            << QByteArray("Content-Length: 99999999999999999999\r\n") << second;
        QTest::newRow("another coding")
            << QByteArray("Transfer-Encoding: gzip, chunked\r\n") << "0\r\n\r\n" + second;
        QTest::newRow("identity") << QByteArray("Transfer-Encoding: identity\r\n") << second;
        QTest::newRow("chunked twice")
            << QByteArray("Transfer-Encoding: chunked, chunked\r\n") << "0\r\n\r\n" + second;
        QTest::newRow("codings of two lines")
            << QByteArray("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n")
            << "0\r\n\r\n" + second;
        QTest::newRow("chunked with a vertical tab") << QByteArray("Transfer-Encoding: \x0b"
                                                                   "chunked\r\n")
                                                     << "0\r\n\r\n" + second;
        QTest::newRow("two hosts") << QByteArray("Host: other\r\n") << second;
        QTest::newRow("a space before the colon")
            << QByteArray("Content-Length : 44\r\n") << second;
    }
    void whatCanBeReadInTwoWaysIsRefused()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, rest);
        start();
        const QByteArray answer =
            ask("POST /first HTTP/1.1\r\nHost: test\r\n" + head + "\r\n" + rest);
        QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer.constData());
        QVERIFY2(!answer.contains("HTTP/1.1 2"), answer.constData());
        QCOMPARE(m_asked.load(), 0);
    }

    void anAwkwardTargetIsRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::newRow("absolute") << QByteArray("http://elsewhere/live");
        QTest::newRow("no slash") << QByteArray("live");
        QTest::newRow("a zero") << QByteArray("/live%00");
        QTest::newRow("a line") << QByteArray("/live%0d%0aX: y");
        QTest::newRow("half an escape") << QByteArray("/live%2");
        QTest::newRow("no escape") << QByteArray("/live%zz");
        QTest::newRow("not UTF-8") << QByteArray("/live%ff");
        QTest::newRow("half a letter") << QByteArray("/live%c3");
        QTest::newRow("an overlong dot") << QByteArray("/%c0%ae%c0%ae/live");
        QTest::newRow("in the query") << QByteArray("/live?a=%00");
        QTest::newRow("long") << "/" + QByteArray(5000, 'a');
        QTest::newRow("many keys") << "/live?" + QByteArray("a=1&b").repeated(60);
    }
    void anAwkwardTargetIsRefused()
    {
        QFETCH(QByteArray, target);
        if (qstrcmp(QTest::currentDataTag(), "many keys") == 0) {
            target = "/live?";
            for (int i = 0; i < 60; ++i)
                target += 'k' + QByteArray::number(i) + "=1&";
        }
        const Result<WebRequest> request = requestFrom(headOf(target), {});
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::InvalidInput);
    }

    // Also what no handler has seen has a name that can be asked for.
    void everyAnswerNamesItsRequest_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("name"); // or one that is made
        const QByteArray own = "0123456789abcdef";
        QTest::newRow("at once") << QByteArray("GET /live HTTP/1.1\r\nHost: test\r\n\r\n")
                                 << QByteArray();
        QTest::newRow("at once, named")
            << QByteArray("GET /live HTTP/1.1\r\nHost: test\r\nX-Request-Id: " + own + "\r\n\r\n")
            << own;
        QTest::newRow("a target that is none")
            << QByteArray("GET /%zz HTTP/1.1\r\nHost: test\r\n\r\n") << QByteArray();
        QTest::newRow("too large a body")
            << QByteArray("POST /live HTTP/1.1\r\nHost: test\r\nX-Request-Id: " + own
                          + "\r\nContent-Length: 9999999\r\n\r\n")
            << own;
        QTest::newRow("a name that is words")
            << QByteArray("GET /%zz HTTP/1.1\r\nHost: test\r\nX-Request-Id: Maya\r\n\r\n")
            << QByteArray();
    }
    void everyAnswerNamesItsRequest()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, name);
        start();

        const QByteArray answer = ask(request);

        static const QRegularExpression header(u"\r\nX-Request-Id: ([0-9a-f]{16,64})\r\n"_s);
        const auto found = header.match(QString::fromLatin1(answer));
        QVERIFY2(found.hasMatch(), answer.constData());
        QCOMPARE(answer.count("X-Request-Id:"), 1);
        if (!name.isEmpty())
            QCOMPARE(found.captured(1).toLatin1(), name);
    }

    void pathAndQueryAreDecodedOnce()
    {
        const auto request = requestFrom(headOf("/a%2fb/%2525?q=%C3%85+b%2B&q=2&empty&=x"), {});
        QVERIFY(request);
        QCOMPARE(request->path, u"/a/b/%25"_s);
        QCOMPARE(request->query.at(u"q"_s), u"Å b+"_s);
        QCOMPARE(request->query.at(u"empty"_s), QString());
        QCOMPARE(request->remote, u"192.0.2.7"_s);
    }

    void onlyATrustedProxyNamesTheClient_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QByteArray>("forwarded");
        QTest::addColumn<QString>("client");
        QTest::addColumn<bool>("secure");
        QTest::newRow("a stranger")
            << u"192.0.2.7"_s << QByteArray("10.1.1.1") << u"192.0.2.7"_s << false;
        QTest::newRow("a proxy") << u"10.0.0.1"_s << QByteArray("192.0.2.9") << u"192.0.2.9"_s
                                 << true;
        QTest::newRow("what the client wrote before")
            << u"10.0.0.1"_s << QByteArray("203.0.113.5, 192.0.2.9") << u"192.0.2.9"_s << true;
        QTest::newRow("two proxies")
            << u"10.0.0.1"_s << QByteArray("198.51.100.1, 192.0.2.9, 10.0.0.2") << u"192.0.2.9"_s
            << true;
        QTest::newRow("a proxy of a network")
            << u"10.0.0.3"_s << QByteArray("192.0.2.9") << u"192.0.2.9"_s << true;
        QTest::newRow("beside the network")
            << u"10.0.0.4"_s << QByteArray("192.0.2.9") << u"10.0.0.4"_s << false;
        QTest::newRow("written as IPv6")
            << u"::ffff:10.0.0.1"_s << QByteArray("192.0.2.9") << u"192.0.2.9"_s << true;
        QTest::newRow("nothing that is an address")
            << u"10.0.0.1"_s << QByteArray("unknown") << u"10.0.0.1"_s << true;
        QTest::newRow("nobody named") << u"10.0.0.1"_s << QByteArray() << u"10.0.0.1"_s << true;
    }
    void onlyATrustedProxyNamesTheClient()
    {
        QFETCH(QString, peer);
        QFETCH(QByteArray, forwarded);
        RequestHead head = headOf("/live");
        head.peer = QHostAddress(peer);
        head.headers.emplace_back("x-forwarded-for", forwarded);
        head.headers.emplace_back("x-forwarded-proto", "https");
        const auto request = requestFrom(head, *readNetworks(u"10.0.0.1, 10.0.0.2/31, fd00::/8"_s));
        QVERIFY(request);
        QTEST(request->remote, "client");
        QTEST(request->isSecure, "secure");
    }

    // A proxy that adds a line of its own, under what the client wrote.
    void severalLinesOfAProxyAreOneList()
    {
        RequestHead head = headOf("/live");
        head.peer = QHostAddress(u"10.0.0.1"_s);
        for (const char *client : {"203.0.113.5", "192.0.2.9"})
            head.headers.emplace_back("x-forwarded-for", client);
        for (const char *scheme : {"https", "http"})
            head.headers.emplace_back("x-forwarded-proto", scheme);
        const auto request = requestFrom(head, *readNetworks(u"10.0.0.1"_s));
        QVERIFY(request);
        QCOMPARE(request->remote, u"192.0.2.9"_s);
        QVERIFY(!request->isSecure);
    }

    void whatIsTooLargeIsSaid_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("status");
        const QByteArray large(http_limits::bodyBytes + 1, 'x');
        QTest::newRow("a length") << QByteArray("POST / HTTP/1.1\r\nHost: t\r\nContent-Length: "
                                                "9000000000\r\n\r\n")
                                  << QByteArray("413");
        QTest::newRow("a body in chunks")
            << "POST / HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n"
                + QByteArray::number(large.size(), 16) + "\r\n" + large + "\r\n0\r\n\r\n"
            << QByteArray("413");
        QTest::newRow("a head") << "GET / HTTP/1.1\r\nHost: t\r\nX: " + QByteArray(60'000, 'x')
                + "\r\n\r\n" << QByteArray("431");
    }
    void whatIsTooLargeIsSaid()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, status);
        start();
        const QByteArray answer = ask(bytes);
        QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.left(200).constData());
        QCOMPARE(m_asked.load(), 0);
    }

    void silentConnectionsKeepNobodyWaiting()
    {
        start();
        std::vector<std::unique_ptr<QTcpSocket>> silent;
        for (int i = 0; i < 2000; ++i) {
            silent.push_back(connected());
            QVERIFY(silent.back());
            if (i % 2 == 0)
                silent.back()->write("GET /live HTT");
        }
        QVERIFY(ask("GET /a HTTP/1.1\r\nHost: test\r\n\r\n").startsWith("HTTP/1.1 200"));
        for (const auto &socket : silent)
            QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    }

    void whatDripsIsHungUpOn()
    {
        HttpDaemon::Settings settings;
        settings.stageMax = 1500ms;
        start(settings);
        const auto dripping = connected();
        const auto bodiless = connected();
        QVERIFY(dripping && bodiless);
        dripping->write("GET /live HTTP/1.1\r\nHost: ");
        bodiless->write("POST /a HTTP/1.1\r\nHost: t\r\nContent-Length: 500\r\n\r\n");
        const auto isOpen = [](QTcpSocket &socket) {
            socket.write("x");
            socket.waitForReadyRead(50);
            return socket.state() == QAbstractSocket::ConnectedState;
        };
        // It looks when somebody comes.
        QTRY_VERIFY_WITH_TIMEOUT((connected() && !isOpen(*dripping) && !isOpen(*bodiless)), waitMs);
        QCOMPARE(m_asked.load(), 0);
    }

    void aFullServerSaysSoAndStaysAlive()
    {
        std::counting_semaphore<> go(0);
        m_answer = [&](const WebRequest &) {
            go.acquire();
            return WebResponse::json({});
        };
        start();
        constexpr int count = http_limits::threads + int(http_limits::waitingMax) + 20;
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < count; ++i) {
            sockets.push_back(connected());
            QVERIFY(sockets.back());
            sockets.back()->write("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
            QVERIFY(sockets.back()->waitForBytesWritten(waitMs));
        }
        QVERIFY(ask("GET /live HTTP/1.1\r\nHost: test\r\n\r\n").startsWith("HTTP/1.1 200"));
        go.release(count);
        int served = 0;
        int turnedAway = 0;
        for (const auto &socket : sockets) {
            const QByteArray answer = answerOn(*socket);
            served += answer.startsWith("HTTP/1.1 200");
            turnedAway += answer.startsWith("HTTP/1.1 503") && answer.contains("Retry-After: 1");
        }
        QCOMPARE(served + turnedAway, count);
        QVERIFY(turnedAway > 0);
        QVERIFY(served >= http_limits::waitingMax);
    }

    void stoppingWaitsForWhatIsUnderWay()
    {
        std::latch asked(1);
        std::counting_semaphore<> go(0);
        m_answer = [&](const WebRequest &) {
            asked.count_down();
            go.acquire();
            return WebResponse::json({{u"done"_s, true}});
        };
        start();
        const auto socket = connected();
        const auto idle = connected();
        QVERIFY(socket && idle);
        socket->write("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
        QVERIFY(socket->waitForBytesWritten(waitMs));
        asked.wait();
        std::thread stopping([this] { m_daemon->finish(30s); });
        go.release();
        const QByteArray answer = answerOn(*socket);
        stopping.join();
        QVERIFY2(answer.contains("\"done\":true"), answer.constData());
    }

    void aRenewedCertificateLosesNoRequest()
    {
        if (!test::TestCertificate::canBeMade())
            QSKIP("no openssl to make a certificate with");
        test::TestCertificate files;
        QVERIFY(files.make());
        const auto first = readTlsFiles(files.certificate(), files.key());
        QVERIFY(first);
        HttpDaemon::Settings settings;
        settings.tls = HttpDaemon::Tls{first->certificate, first->key};
        start(settings);
        const auto secured = [this] {
            auto socket = std::make_unique<QSslSocket>();
            socket->setPeerVerifyMode(QSslSocket::VerifyNone);
            socket->connectToHostEncrypted(u"127.0.0.1"_s, m_daemon->endpoint().port);
            return socket->waitForEncrypted(waitMs) ? std::move(socket) : nullptr;
        };
        const auto before = secured();
        QVERIFY(before);
        QCOMPARE(before->peerCertificate().toPem(), QSslCertificate(first->certificate).toPem());

        QVERIFY(files.make());
        const auto second = readTlsFiles(files.certificate(), files.key());
        QVERIFY(second);
        auto beside = m_daemon->startBeside({second->certificate, second->key});
        QVERIFY(beside);
        const std::unique_ptr<HttpDaemon> old = std::exchange(m_daemon, *std::move(beside));
        old->retire();

        const auto after = secured();
        QVERIFY(after);
        QCOMPARE(after->peerCertificate().toPem(), QSslCertificate(second->certificate).toPem());
        for (const auto &socket : {before.get(), after.get()}) {
            socket->write("GET /a HTTP/1.1\r\nHost: test\r\n\r\n");
            const QByteArray answer = answerOn(*socket);
            QVERIFY2(answer.startsWith("HTTP/1.1 200"), answer.constData());
            QVERIFY(answer.contains("Strict-Transport-Security: max-age="));
            QCOMPARE(answer.contains("Connection: close"), socket == before.get());
        }
        old->waitUntilEmpty(30s);
        old->finish({});
        QVERIFY(!m_daemon->startBeside({second->certificate, first->key}));
    }

    void onlyCurrentTlsIsSpoken_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<bool>("isSpoken");
        const QString weak = u"ALL:@SECLEVEL=0"_s; // as far as the client is concerned
        QTest::newRow("1.3") << QStringList{u"-tls1_3"_s} << true;
        QTest::newRow("1.2") << QStringList{u"-tls1_2"_s} << true;
        QTest::newRow("1.1") << QStringList{u"-tls1_1"_s, u"-cipher"_s, weak} << false;
        QTest::newRow("1.0") << QStringList{u"-tls1"_s, u"-cipher"_s, weak} << false;
        QTest::newRow("1.2 with CBC")
            << QStringList{u"-tls1_2"_s, u"-cipher"_s, u"ECDHE-ECDSA-AES128-SHA"_s} << false;
    }
    void onlyCurrentTlsIsSpoken()
    {
        QFETCH(QStringList, offered);
        if (!test::TestCertificate::canBeMade())
            QSKIP("no openssl to make a certificate with");
        test::TestCertificate files;
        QVERIFY(files.make());
        const auto read = readTlsFiles(files.certificate(), files.key());
        HttpDaemon::Settings settings;
        settings.tls = HttpDaemon::Tls{read->certificate, read->key};
        start(settings);
        QProcess client;
        client.setStandardInputFile(QProcess::nullDevice());
        client.start(u"openssl"_s,
                     QStringList{u"s_client"_s, u"-connect"_s,
                                 u"127.0.0.1:%1"_s.arg(m_daemon->endpoint().port)}
                         + offered);
        QVERIFY(client.waitForFinished(waitMs));
        const QByteArray said = client.readAllStandardOutput();
        QVERIFY2(said.startsWith("CONNECTED"), said.constData());
        const bool isSpoken = !said.contains("Cipher is (NONE)");
        QTEST(isSpoken, "isSpoken");
    }

    void aRenewalIsSeenWhenItIsWhole()
    {
        if (!test::TestCertificate::canBeMade())
            QSKIP("no openssl to make a certificate with");
        test::TestCertificate files;
        test::TestCertificate others;
        QVERIFY(files.make() && others.make());
        const auto first = readTlsFiles(files.certificate(), files.key());
        QVERIFY(first && first->expires > SystemClock().now());
        CertificateWatch watch(files.certificate(), files.key(), *first);
        QSignalSpy renewed(&watch, &CertificateWatch::renewed);
        watch.look();
        QCOMPARE(renewed.size(), 0);

        QVERIFY(QFile::remove(files.certificate()));
        watch.look();
        QVERIFY(QFile::copy(others.certificate(), files.certificate()));
        watch.look(); // its key is still the old one
        QCOMPARE(renewed.size(), 0);
        QVERIFY(watch.files() == *first);

        QVERIFY(QFile::remove(files.key()) && QFile::copy(others.key(), files.key()));
        watch.look();
        watch.look();
        QCOMPARE(renewed.size(), 1);
        QCOMPARE(watch.files().certificate,
                 readTlsFiles(others.certificate(), others.key())->certificate);
    }
};

QTEST_GUILESS_MAIN(TestHttpDaemon)
#include "tst_http_daemon.moc"
