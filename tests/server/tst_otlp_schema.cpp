#include "server/telemetry/otlp_json.h"

#include <QProcess>
#include <QTest>

using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

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

// Everything that a span can have.
QByteArray requestOfAll()
{
    SpanRecord root = someSpan(u"GET /api/v1/me"_s);
    root.kind = SpanRecord::Kind::Server;
    root.attributes = {{u"http.response.status_code"_s, qint64(200)}};
    SpanRecord child = someSpan(u"sql account.find"_s);
    child.parent.fill(0xcd);
    child.context.span.fill(0xef);
    child.attributes = {{u"filmtracker.mutations"_s, qint64(-3)}, {u"error.type"_s, u"busy “é”"_s}};
    child.links = {root.context};
    child.isFailed = true;
    return otlpRequest({root, child}, {u"0.1.0"_s, u"one"_s});
}

} // namespace

// What is sent to a collector, read by OpenTelemetry's own .proto files (tests/server/otlp).
class TestOtlpSchema : public QObject
{
    Q_OBJECT

    // What does not fit, a line each.
    static QString problems(const QByteArray &request)
    {
        QProcess check;
        check.start(QStringLiteral(FILM_NODE), {QStringLiteral(FILM_OTLP_CHECK)});
        check.write(request);
        check.closeWriteChannel();
        if (!check.waitForFinished(60'000) || check.exitStatus() != QProcess::NormalExit)
            return u"the check did not end"_s;
        const QString said = QString::fromUtf8(check.readAllStandardOutput()).trimmed();
        const bool isFine = check.exitCode() == 0;
        return isFine == said.isEmpty()
            ? said
            : u"the check failed: "_s + QString::fromUtf8(check.readAllStandardError());
    }

private slots:
    void aRequestIsOneOfTheProtocol() { QCOMPARE(problems(requestOfAll()), QString()); }

    // The check itself can fail.
    void whatIsNotInTheProtocolIsFound_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("no field") << QByteArray("\"spanId\"") << QByteArray("\"span_id\"");
        QTest::newRow("an id in Base64")
            << QByteArray("\"cdcdcdcdcdcdcdcd\"") << QByteArray("\"zc3Nzc3NzQ==\"");
        QTest::newRow("a number for a text")
            << QByteArray("\"1763000000000000000\"") << QByteArray("1763000000000000000");
        QTest::newRow("no such kind") << QByteArray("\"kind\":2") << QByteArray("\"kind\":9");
        QTest::newRow("another type")
            << QByteArray("\"name\":\"GET") << QByteArray("\"kind\":\"GET");
    }
    void whatIsNotInTheProtocolIsFound()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QByteArray request = requestOfAll();
        QVERIFY(request.contains(from));
        QVERIFY(problems(request.replace(from, to)).startsWith(u"request."_s));
    }
};

QTEST_GUILESS_MAIN(TestOtlpSchema)
#include "tst_otlp_schema.moc"
