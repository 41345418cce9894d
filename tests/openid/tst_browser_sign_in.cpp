#include "shared/sign_in/browser_sign_in.h"

#include <QTcpSocket>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int waitMs = 10'000;

OpenIdDoor door()
{
    return {QUrl(u"https://login.example.org/auth?tenant=7"_s), u"https://login.example.org"_s,
            u"film tracker"_s, u"openid profile"_s};
}

QByteArray requestFor(const QByteArray &target, const QByteArray &host)
{
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: */*\r\n\r\n";
}

// One sign-in that waits, and what came of it.
struct Waiting {
    explicit Waiting(std::chrono::milliseconds waitMax = BrowserSignIn::patience)
        : signIn(
            door(), random, [this](const auto &result) { granted.push_back(result); }, waitMax)
    {
        const auto page = signIn.start();
        if (!page)
            qFatal("no port");
        query = QUrlQuery(*page);
        redirect = QUrl(value(u"redirect_uri"_s));
        host = "127.0.0.1:" + QByteArray::number(redirect.port());
    }
    [[nodiscard]] QString value(const QString &key) const
    {
        return query.queryItemValue(key, QUrl::FullyDecoded);
    }
    [[nodiscard]] QByteArray answerTo(const QByteArray &request) const
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(redirect.port()));
        QByteArray answer;
        const bool isOver = QTest::qWaitFor(
            [&] {
                if (socket.state() == QAbstractSocket::ConnectedState && socket.bytesToWrite() == 0
                    && !isSent) {
                    socket.write(request);
                    isSent = true;
                }
                answer += socket.readAll();
                return isSent && socket.state() == QAbstractSocket::UnconnectedState;
            },
            waitMs);
        isSent = false;
        return isOver ? answer : QByteArray("no end");
    }
    [[nodiscard]] QByteArray right() const
    {
        return "/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=" + value(u"state"_s).toLatin1();
    }

    SystemRandom random;
    std::vector<Result<OpenIdGrant>> granted;
    BrowserSignIn signIn;
    QUrlQuery query;
    QUrl redirect;
    QByteArray host;
    mutable bool isSent = false;
};

} // namespace

// What comes to the port that waits for the browser, and from whom.
class TestBrowserSignIn : public QObject
{
    Q_OBJECT
private slots:
    // RFC 7636, appendix B.
    void theChallengeIsThatOfTheStandard()
    {
        QCOMPARE(codeChallenge(u"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"_s),
                 u"E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"_s);
    }

    void theBrowserIsSentWithEverything()
    {
        const Waiting waiting;
        QCOMPARE(waiting.value(u"tenant"_s), u"7"_s);
        QCOMPARE(waiting.value(u"response_type"_s), u"code"_s);
        QCOMPARE(waiting.value(u"client_id"_s), u"film tracker"_s);
        QCOMPARE(waiting.value(u"scope"_s), u"openid profile"_s);
        QCOMPARE(waiting.value(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(waiting.redirect.host(), u"127.0.0.1"_s);
        QCOMPARE(waiting.value(u"state"_s).size(), 43);
        QVERIFY(waiting.value(u"state"_s) != waiting.value(u"nonce"_s));
        QVERIFY(Waiting().value(u"state"_s) != waiting.value(u"state"_s));
    }

    void theCodeComesThroughOnce()
    {
        const Waiting waiting;

        const QByteArray page = waiting.answerTo(requestFor(waiting.right(), waiting.host));

        QVERIFY(page.startsWith("HTTP/1.1 200 "));
        QVERIFY(page.contains("You can close this tab."));
        QVERIFY(page.contains("Referrer-Policy: no-referrer"));
        QCOMPARE(waiting.granted.size(), size_t(1));
        const auto &grant = waiting.granted.front();
        QVERIFY(grant);
        QCOMPARE(grant->code, u"SplxlOBeZQQYbYS6WxSbIA"_s);
        QCOMPARE(codeChallenge(grant->verifier), waiting.value(u"code_challenge"_s));
        QCOMPARE(grant->nonce, waiting.value(u"nonce"_s));
        QCOMPARE(grant->redirectUri, waiting.redirect.toString());
        QTcpSocket late;
        late.connectToHost(QHostAddress::LocalHost, quint16(waiting.redirect.port()));
        QVERIFY(!late.waitForConnected(1000));
    }

    // Any page can send the browser here, and any program of this computer can come.
    void whatIsNoAnswerChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("request"); // STATE and HOST stand for what is right
        QTest::addColumn<QByteArray>("answered");
        const auto target = [](const char *name, const QByteArray &text, const QByteArray &status) {
            QTest::newRow(name) << requestFor(text, "HOST") << status;
        };
        target("another state", "/callback?code=abc&state=guessed", "400");
        target("no state", "/callback?code=abc", "400");
        target("an empty state", "/callback?code=abc&state=", "400");
        target("the state twice", "/callback?code=abc&state=STATE&state=STATE", "400");
        target("two codes", "/callback?code=abc&code=def&state=STATE", "400");
        target("no code", "/callback?state=STATE", "400");
        target("a long code", "/callback?state=STATE&code=" + QByteArray(2049, 'a'), "400");
        target("another issuer", "/callback?code=abc&state=STATE&iss=https%3A%2F%2Fevil.example",
               "400");
        target("a refusal without the state", "/callback?error=access_denied", "400");
        target("another page", "/favicon.ico", "404");
        target("a page below", "/callback/?code=abc&state=STATE", "404");
        target("an absolute address", "http://127.0.0.1/callback?code=abc&state=STATE", "404");
        const auto request = [](const char *name, const QByteArray &text) {
            QTest::newRow(name) << text << QByteArray("400");
        };
        const QByteArray good = "/callback?code=abc&state=STATE";
        request("a name that leads here", requestFor(good, "evil.example"));
        request("another port", requestFor(good, "127.0.0.1:1"));
        request("two hosts", "GET " + good + " HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n\r\n");
        request("no host", "GET " + good + " HTTP/1.1\r\nAccept: */*\r\n\r\n");
        request("no header at all", "GET " + good + " HTTP/1.1\r\n\r\n");
        request("a form", "POST " + good + " HTTP/1.1\r\nHost: HOST\r\n\r\n");
        request("an old browser", "GET " + good + " HTTP/1.0\r\nHost: HOST\r\n\r\n");
        request("two spaces", "GET  " + good + " HTTP/1.1\r\nHost: HOST\r\n\r\n");
        request("a broken line", "GET " + good + " HTTP/1.1\r\nHost: HOST\r\nx\r\n\r\n");
        request("a bare line feed",
                "GET " + good + " HTTP/1.1\r\nHost: HOST\r\na: b\nc: d\r\n\r\n");
        request("a TLS greeting", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\r\n\r\n", 12));
        QTest::newRow("no end") << QByteArray("GET /callback?" + QByteArray(9000, 'a'))
                                << QByteArray("431");
    }
    void whatIsNoAnswerChangesNothing()
    {
        QFETCH(QByteArray, request);
        QFETCH(QByteArray, answered);
        const Waiting waiting;
        request.replace("STATE", waiting.value(u"state"_s).toLatin1());
        request.replace("HOST", waiting.host);

        const QByteArray answer = waiting.answerTo(request);

        QCOMPARE(answer.mid(9, 3), answered);
        QVERIFY(!answer.contains(waiting.value(u"state"_s).toLatin1()));
        QVERIFY(waiting.granted.empty());
        // And the person's own answer still comes through.
        QVERIFY(waiting.answerTo(requestFor(waiting.right(), waiting.host)).contains(" 200 "));
        QCOMPARE(waiting.granted.size(), size_t(1));
        QVERIFY(waiting.granted.front());
    }

    void aRefusalIsSaid()
    {
        const Waiting waiting;
        const QByteArray target = "/callback?error=access_denied<b>&state="
            + waiting.value(u"state"_s).toLatin1() + "&iss=https%3A%2F%2Flogin.example.org";
        QVERIFY(waiting.answerTo(requestFor(target, waiting.host)).contains("refused"));
        QCOMPARE(waiting.granted.size(), size_t(1));
        QCOMPARE(waiting.granted.front().error().code, ErrorCode::PermissionDenied);
        QVERIFY(waiting.granted.front().error().message.endsWith(u": access_deniedb"_s));
    }

    void itDoesNotWaitForEver()
    {
        const Waiting waiting(1ms);
        QTRY_COMPARE_WITH_TIMEOUT(waiting.granted.size(), size_t(1), waitMs);
        QCOMPARE(waiting.granted.front().error().code, ErrorCode::Timeout);
    }

    void aDoorWithoutTlsIsNone_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isDoor");
        QTest::newRow("TLS") << u"https://login.example.org/auth"_s << true;
        QTest::newRow("this computer") << u"http://127.0.0.1:4000/auth"_s << true;
        QTest::newRow("without TLS") << u"http://login.example.org/auth"_s << false;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
        QTest::newRow("a program") << u"mailto:someone"_s << false;
        QTest::newRow("nothing") << QString() << false;
    }
    void aDoorWithoutTlsIsNone()
    {
        QFETCH(QString, url);
        QFETCH(bool, isDoor);
        const auto read = readDoor({{u"authorization_endpoint"_s, url},
                                    {u"issuer"_s, u"https://login.example.org"_s},
                                    {u"client_id"_s, u"a"_s},
                                    {u"scope"_s, u"openid"_s}});
        QCOMPARE(read.has_value(), isDoor);
    }
};

QTEST_GUILESS_MAIN(TestBrowserSignIn)
#include "tst_browser_sign_in.moc"
