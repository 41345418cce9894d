#include "server/http/request_scope.h"
#include "server/telemetry/work_context.h"

#include <QTest>

#include <thread>

using namespace film::server;
using namespace Qt::StringLiterals;

// On whose behalf a thread works: read from headers, set and put back.
class TestWorkContext : public QObject
{
    Q_OBJECT

private slots:
    void aTraceParentIsReadOrNotBelieved_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("trace"); // empty: not believed
        QTest::addColumn<bool>("isSampled");
        const QByteArray trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        const QByteArray span = "00f067aa0ba902b7";
        const QByteArray known = trace + '-' + span;

        // The examples of the recommendation, 3.2.2.
        QTest::newRow("sampled") << "00-" + known + "-01" << trace << true;
        QTest::newRow("not sampled") << "00-" + known + "-00" << trace << false;
        QTest::newRow("other flags beside it") << "00-" + known + "-ff" << trace << true;
        QTest::newRow("a later version") << "cc-" + known + "-01-what-comes" << trace << true;
        const QByteArray no;
        QTest::newRow("none") << no << no << false;
        QTest::newRow("version ff") << "ff-" + known + "-01" << no << false;
        QTest::newRow("more than version 00 has") << "00-" + known + "-01-more" << no << false;
        QTest::newRow("a later one without a dash") << "cc-" + known + "-01more" << no << false;
        QTest::newRow("capitals") << "00-" + known.toUpper() + "-01" << no << false;
        QTest::newRow("no trace") << "00-" + QByteArray(32, '0') + '-' + span + "-01" << no
                                  << false;
        QTest::newRow("no span") << "00-" + trace + '-' + QByteArray(16, '0') + "-01" << no
                                 << false;
        QTest::newRow("words") << "00-" + QByteArray(32, 'x') + '-' + span + "-01" << no << false;
        QTest::newRow("short") << "00-" + known << no << false;
    }
    void aTraceParentIsReadOrNotBelieved()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, trace);
        QFETCH(bool, isSampled);

        const auto context = readTraceParent(header);

        QCOMPARE(context.has_value(), !trace.isEmpty());
        if (!context)
            return;
        QCOMPARE(context->traceText(), trace);
        QCOMPARE(context->spanText(), QByteArray("00f067aa0ba902b7"));
        QCOMPARE(context->isSampled, isSampled);
        QCOMPARE(readTraceParent(traceParentOf(*context)), context);
    }

    void aScopePutsBackWhatWasThere()
    {
        const ContextScope outer({"one", {}});
        {
            const ContextScope inner({"two", {}});
            QCOMPARE(ContextScope::current().correlation, QByteArray("two"));
            QByteArray elsewhere = "none";
            std::thread([&elsewhere] { elsewhere = ContextScope::current().correlation; }).join();
            QVERIFY(elsewhere.isEmpty());
        }
        QCOMPARE(ContextScope::current().correlation, QByteArray("one"));
    }

    // Words from outside would end in the log.
    void onlyIdentifiersAreTakenFromOutside_data()
    {
        QTest::addColumn<QString>("given");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("nginx") << u"a21b9c5de8f01234a21b9c5de8f01234"_s << true;
        QTest::newRow("a UUID") << u"6FA459EA-ee8a-4ca4-894e-db77e160355e"_s << true;
        QTest::newRow("nothing") << QString() << false;
        QTest::newRow("short") << u"a21b"_s << false;
        QTest::newRow("long") << QString(65, u'a') << false;
        QTest::newRow("a name") << u"Maya Lindqvist was here"_s << false;
        QTest::newRow("a second line") << u"a21b9c5de8f01234\n{\"level\":1}"_s << false;
    }
    void onlyIdentifiersAreTakenFromOutside()
    {
        QFETCH(QString, given);
        QFETCH(bool, isTaken);
        WebRequest request;
        request.headers["x-request-id"] = given.toLatin1();
        WebResponse response;
        QByteArray correlation;

        {
            RequestScope scope(request);
            correlation = ContextScope::current().correlation;
            scope.finish(response);
        }

        QCOMPARE(correlation == given.toLatin1(), isTaken);
        QVERIFY(isTaken || correlation.size() == 32);
        QVERIFY(ContextScope::current().correlation.isEmpty());
        QCOMPARE(response.headers.size(), size_t(1));
        QCOMPARE(response.headers[0].first, QByteArray("X-Request-Id"));
        QCOMPARE(response.headers[0].second, correlation);
    }

    void aTraceGoesOnUnderAnIdOfItsOwn()
    {
        WebRequest request;
        request.headers["traceparent"] = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        WebResponse response;

        RequestScope(request).finish(response);

        QCOMPARE(response.headers.size(), size_t(2));
        QCOMPARE(response.headers[0].second, QByteArray("4bf92f3577b34da6a3ce929d0e0e4736"));
        const auto own = readTraceParent(response.headers[1].second);
        QVERIFY(own);
        QCOMPARE(own->traceText(), QByteArray("4bf92f3577b34da6a3ce929d0e0e4736"));
        QVERIFY(own->spanText() != "00f067aa0ba902b7");
        QVERIFY(own->isSampled);
    }
};

QTEST_GUILESS_MAIN(TestWorkContext)
#include "tst_work_context.moc"
