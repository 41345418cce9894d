#include "server/telemetry/otlp_exporter.h"
#include "tests/support/server_daemon.h"
#include "tests/support/server_fixture.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpServer>

#include <map>

using namespace film;
using namespace film::server;
using namespace film::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A collector: takes what is posted to /v1/traces, and answers as it is told.
class Collector : public QObject
{
public:
    Collector()
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QString url() const
    {
        return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort());
    }
    // Of all requests that were taken.
    [[nodiscard]] std::vector<QJsonObject> spans() const
    {
        std::vector<QJsonObject> all;
        for (const QJsonObject &request : requests) {
            for (const QJsonValue resource : request.value(u"resourceSpans"_s).toArray()) {
                for (const QJsonValue scope : resource[u"scopeSpans"_s].toArray()) {
                    for (const QJsonValue span : scope[u"spans"_s].toArray())
                        all.push_back(span.toObject());
                }
            }
        }
        return all;
    }

    QList<int> statuses; // of the next answers; then 200
    std::vector<QJsonObject> requests;
    int posts = 0;

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &bytes = m_read[socket];
        bytes += socket->readAll();
        const qsizetype head = bytes.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        static const QRegularExpression length(u"content-length: (\\d+)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        const auto match = length.match(QString::fromLatin1(bytes.first(head)));
        const qsizetype size = match.captured(1).toLongLong();
        if (bytes.size() < head + 4 + size)
            return;
        QVERIFY(bytes.startsWith("POST /v1/traces HTTP/1.1\r\n"));
        QVERIFY(bytes.first(head).toLower().contains("content-type: application/json"));
        ++posts;
        const int status = statuses.isEmpty() ? 200 : statuses.takeFirst();
        if (status == 200)
            requests.push_back(QJsonDocument::fromJson(bytes.mid(head + 4, size)).object());
        bytes.remove(0, head + 4 + size);
        socket->write("HTTP/1.1 " + QByteArray::number(status)
                      + " Answer\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    QTcpServer m_server;
    std::map<QTcpSocket *, QByteArray> m_read;
};

using Shape = std::map<QString, QString>; // key to a pattern of its JSON; "?" before one: may lack

// What does not fit a message of opentelemetry/proto/trace/v1/trace.proto in its JSON form.
QStringList unfit(const QJsonObject &object, const Shape &shape)
{
    QStringList found;
    for (const QString &key : object.keys()) {
        const auto known = shape.find(key);
        if (known == shape.end()) {
            found << key + u" is none of its fields"_s;
            continue;
        }
        const QString value = QString::fromUtf8(
            QJsonDocument(QJsonArray{object.value(key)}).toJson(QJsonDocument::Compact));
        QString pattern = known->second;
        if (pattern.startsWith(u'?'))
            pattern.remove(0, 1);
        const QRegularExpression expression(u"^\\["_s + pattern + u"\\]$"_s);
        if (!expression.match(value).hasMatch())
            found << key + u" is "_s + value;
    }
    for (const auto &[key, pattern] : shape) {
        if (!pattern.startsWith(u'?') && !object.contains(key))
            found << key + u" is missing"_s;
    }
    return found;
}

QStringList problemsOf(const QJsonObject &request)
{
    const QString list = u"\\[.*\\]"_s;
    const QString object = u"\\{.*\\}"_s;
    const QString traceId = u"\"[0-9a-f]{32}\""_s;
    const QString spanId = u"\"[0-9a-f]{16}\""_s;
    const QString number = u"\"\\d+\""_s;
    QStringList found = unfit(request, {{u"resourceSpans"_s, list}});
    const auto attributes = [&found, &object](const QJsonValue &of) {
        for (const QJsonValue each : of[u"attributes"_s].toArray()) {
            found << unfit(each.toObject(), {{u"key"_s, u"\"[a-z_.]+\""_s}, {u"value"_s, object}});
            found << unfit(each[u"value"_s].toObject(),
                           {{u"stringValue"_s, u"?\".*\""_s}, {u"intValue"_s, u"?\"-?\\d+\""_s}});
            if (each[u"value"_s].toObject().size() != 1)
                found << u"a value is not one value"_s;
        }
    };
    for (const QJsonValue resource : request.value(u"resourceSpans"_s).toArray()) {
        found << unfit(resource.toObject(), {{u"resource"_s, object}, {u"scopeSpans"_s, list}});
        attributes(resource[u"resource"_s]);
        for (const QJsonValue scope : resource[u"scopeSpans"_s].toArray()) {
            found << unfit(scope.toObject(), {{u"scope"_s, object}, {u"spans"_s, list}});
            for (const QJsonValue span : scope[u"spans"_s].toArray()) {
                found << unfit(span.toObject(),
                               {{u"traceId"_s, traceId},
                                {u"spanId"_s, spanId},
                                {u"parentSpanId"_s, u"?"_s + spanId},
                                {u"name"_s, u"\".+\""_s},
                                {u"kind"_s, u"[123]"_s},
                                {u"startTimeUnixNano"_s, number},
                                {u"endTimeUnixNano"_s, number},
                                {u"attributes"_s, u"?"_s + list},
                                {u"links"_s, u"?"_s + list},
                                {u"status"_s, u"?\\{\"code\":2\\}"_s}});
                attributes(span);
                for (const QJsonValue link : span[u"links"_s].toArray())
                    found << unfit(link.toObject(),
                                   {{u"traceId"_s, traceId}, {u"spanId"_s, spanId}});
            }
        }
    }
    return found;
}

SpanRecord someSpan(const QString &name)
{
    SpanRecord span;
    span.context.trace.fill(0xab);
    span.context.span.fill(0xcd);
    span.context.isSampled = true;
    span.name = name;
    span.begun = 1'763'000'000'000'000'000ns;
    span.ended = span.begun + 5ms;
    return span;
}

} // namespace

// Spans: what they say, and how they leave the process.
class TestTracing : public QObject
{
    Q_OBJECT

private slots:
    void aRequestIsWhatTheProtocolSays()
    {
        SpanRecord root = someSpan(u"GET /api/v1/me"_s);
        root.kind = SpanRecord::Kind::Server;
        SpanRecord child = someSpan(u"sql account.find"_s);
        child.parent.fill(0xcd);
        child.context.span.fill(0xef);
        child.attributes = {{u"filmtracker.mutations"_s, qint64(3)}, {u"error.type"_s, u"busy"_s}};
        child.links = {root.context};
        child.isFailed = true;

        const QJsonObject request =
            QJsonDocument::fromJson(otlpRequest({root, child}, {u"0.1.0"_s, u"one"_s})).object();

        QCOMPARE(problemsOf(request), QStringList());
        const QJsonValue made = request.value(u"resourceSpans"_s)[0];
        QCOMPARE(made[u"resource"_s][u"attributes"_s][0][u"value"_s][u"stringValue"_s].toString(),
                 u"filmtracker-server"_s);
        const QJsonValue spans = made[u"scopeSpans"_s][0][u"spans"_s];
        QCOMPARE(spans[0][u"traceId"_s].toString(), QString(16, u'x').replace(u'x', u"ab"_s));
        QVERIFY(spans[0][u"parentSpanId"_s].isUndefined());
        QCOMPARE(spans[0][u"startTimeUnixNano"_s].toString(), u"1763000000000000000"_s);
        QCOMPARE(spans[0][u"endTimeUnixNano"_s].toString(), u"1763000000005000000"_s);
        QCOMPARE(spans[1][u"parentSpanId"_s], spans[0][u"spanId"_s]);
        QCOMPARE(spans[1][u"links"_s][0][u"spanId"_s], spans[0][u"spanId"_s]);
        // The check itself can fail.
        QVERIFY(!problemsOf({{u"resource_spans"_s, QJsonArray()}}).isEmpty());
    }

    void aBusyCollectorIsTriedAgain()
    {
        Collector collector;
        collector.statuses = {503, 429};
        ServerMetrics metrics;
        OtlpExporter exporter({QUrl(collector.url()), 100, 1ms, 1ms}, metrics);

        exporter.finished(someSpan(u"one"_s));

        QTRY_COMPARE(collector.spans().size(), size_t(1));
        QCOMPARE(collector.posts, 3);
        const auto says = [&metrics](const char *line) {
            return metrics.text().find(line) != std::string::npos;
        };
        QTRY_VERIFY(says("\nfilmtracker_spans_exported_total 1\n"));
        QVERIFY(says("\nfilmtracker_spans_dropped_total 0\n"));
    }

    void whatIsNotTakenIsDropped()
    {
        Collector collector;
        collector.statuses = {400, 503, 503, 503, 503, 503};
        ServerMetrics metrics;
        OtlpExporter exporter({QUrl(collector.url()), 100, 1ms, 1ms}, metrics);

        exporter.finished(someSpan(u"refused"_s)); // once
        QTRY_COMPARE(collector.posts, 1);
        exporter.finished(someSpan(u"tried five times"_s));
        QTRY_COMPARE(collector.posts, 6);
        exporter.finished(someSpan(u"the next one"_s));

        QTRY_COMPARE(collector.spans().size(), size_t(1));
        QCOMPARE(collector.spans()[0].value(u"name"_s).toString(), u"the next one"_s);
        QVERIFY(metrics.text().find("\nfilmtracker_spans_dropped_total 2\n") != std::string::npos);
    }

    void aPartOfTheTracesIsSampled()
    {
        ServerMetrics metrics;
        const OtlpExporter none({QUrl(u"http://127.0.0.1:9"_s), 0}, metrics);
        const OtlpExporter some({QUrl(u"http://127.0.0.1:9"_s), 25}, metrics);
        const OtlpExporter all({QUrl(u"http://127.0.0.1:9"_s), 100}, metrics);
        SeededRandom random(1);
        int sampled = 0;
        for (int i = 0; i < 1000; ++i) {
            const auto trace = random.bytes<16>();
            QVERIFY(!none.isSampled(trace));
            QVERIFY(all.isSampled(trace));
            sampled += some.isSampled(trace) ? 1 : 0;
        }
        QVERIFY2(sampled > 200 && sampled < 300, qPrintable(QString::number(sampled)));
    }

    // A real server, from a caller's trace to the statements, and from a push to the commit.
    void aRequestAndAPushAreTraced()
    {
        Collector collector;
        ServerFixture fixture;
        ServerDaemon daemon(fixture.database);
        QVERIFY(
            daemon.start({u"--otlp-endpoint"_s, collector.url(), u"--trace-percent"_s, u"100"_s}));
        const QString trace = u"4bf92f3577b34da6a3ce929d0e0e4736"_s;
        QVERIFY(daemon
                    .get("/api/v1/me",
                         "traceparent: 00-" + trace.toLatin1()
                             + "-00f067aa0ba902b7-01\r\n"
                               "Authorization: Bearer filmtracker_nobody\r\n")
                    .startsWith("HTTP/1.1 401"));
        RawDevice device;
        QVERIFY(device.join(daemon.url(), fixture.invite()));
        QVERIFY(device.hello(daemon.url()));
        device.say(protocol::Push{1, {device.segmentOf({device.unitEnvelope(u"Second"_s)})}});
        QVERIFY(device.hear<protocol::Ack>());

        const auto named = [&collector](const QString &start) {
            for (const QJsonObject &span : collector.spans()) {
                if (span.value(u"name"_s).toString().startsWith(start))
                    return span;
            }
            return QJsonObject();
        };
        QTRY_VERIFY(!named(u"GET /api/v1/me"_s).isEmpty());
        QTRY_VERIFY(!named(u"lane commit"_s).isEmpty());
        QTRY_VERIFY(!named(u"sync PUSH"_s).isEmpty());
        const QJsonObject request = named(u"GET /api/v1/me"_s);
        QCOMPARE(request.value(u"traceId"_s).toString(), trace);
        QCOMPARE(request.value(u"parentSpanId"_s).toString(), u"00f067aa0ba902b7"_s);
        const QJsonObject push = named(u"sync PUSH"_s);
        const QJsonObject commit = named(u"lane commit"_s);
        QCOMPARE(commit.value(u"traceId"_s), push.value(u"traceId"_s));
        QCOMPARE(commit.value(u"parentSpanId"_s), push.value(u"spanId"_s));
        int statements = 0;
        for (const QJsonObject &span : collector.spans()) {
            const bool isSql = span.value(u"name"_s).toString().startsWith(u"sql "_s);
            statements += isSql && span.value(u"parentSpanId"_s) == commit.value(u"spanId"_s);
        }
        QVERIFY(statements > 0);
        for (const QJsonObject &each : collector.requests)
            QCOMPARE(problemsOf(each), QStringList());
    }

    // What a push is a part of comes with it, from whatever program.
    void aPushGoesOnWithItsTrace_data()
    {
        QTest::addColumn<QString>("trace");
        QTest::addColumn<bool>("goesOn");
        QTest::addColumn<bool>("isTraced");
        const QString id = u"4bf92f3577b34da6a3ce929d0e0e4736"_s;
        QTest::newRow("sampled") << u"00-%1-00f067aa0ba902b7-01"_s.arg(id) << true << true;
        QTest::newRow("not sampled") << u"00-%1-00f067aa0ba902b7-00"_s.arg(id) << true << false;
        QTest::newRow("of a later version")
            << u"01-%1-00f067aa0ba902b7-01-more"_s.arg(id) << true << true;
        QTest::newRow("none") << QString() << false << true;
        QTest::newRow("of no form") << u"00-%1"_s.arg(id) << false << true;
        QTest::newRow("words") << QString(256, u'x') << false << true;
    }
    void aPushGoesOnWithItsTrace()
    {
        QFETCH(QString, trace);
        QFETCH(bool, goesOn);
        QFETCH(bool, isTraced);
        Collector collector;
        ServerFixture fixture;
        ServerDaemon daemon(fixture.database);
        QVERIFY(
            daemon.start({u"--otlp-endpoint"_s, collector.url(), u"--trace-percent"_s, u"100"_s}));
        RawDevice device;
        QVERIFY(device.join(daemon.url(), fixture.invite()));
        QVERIFY(device.hello(daemon.url()));
        const auto sealed = device.unitEnvelope(u"Second"_s);
        device.say(protocol::Push{1, {device.segmentOf({sealed})}, trace});
        QVERIFY(device.hear<protocol::Ack>());
        // One more, which leaves after what came before it.
        QVERIFY(daemon.get("/api/v1/me").startsWith("HTTP/1.1 401"));

        const auto named = [&collector](const QString &name) {
            const auto spans = collector.spans();
            const auto found = std::ranges::find_if(spans, [&name](const QJsonObject &span) {
                return span.value(u"name"_s).toString() == name;
            });
            return found == spans.end() ? QJsonObject() : *found;
        };
        QTRY_VERIFY(!named(u"GET /api/v1/me"_s).isEmpty());
        const QJsonObject push = named(u"sync PUSH"_s);
        QCOMPARE(push.isEmpty(), !isTraced);
        if (!isTraced)
            return;
        QCOMPARE(push.value(u"traceId"_s).toString() == trace.mid(3, 32), goesOn);
        QCOMPARE(push.value(u"parentSpanId"_s).toString() == u"00f067aa0ba902b7"_s, goesOn);
    }
};

QTEST_GUILESS_MAIN(TestTracing)
#include "tst_tracing.moc"
