#include "server/telemetry/vital_signs.h"

#include <QTest>

using namespace film;
using namespace film::server;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// What of the things that a server needs keeps it from being ready.
class TestVitalSigns : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<VitalSigns>("signs");
        QTest::addColumn<QString>("ill"); // empty: all is well
        const Instant now = instantFromMs(1'795'000'000'000);
        VitalSigns well;
        well.schema = 6;
        well.schemaWanted = 6;
        well.diskFreeBytes = 10'000'000'000;
        well.clockDifference = 20ms;
        well.certificateEnds = now + 1h;
        const auto row = [&well](const char *name, const QString &ill, auto change) {
            VitalSigns signs = well;
            change(signs);
            QTest::newRow(name) << signs << ill;
        };

        row("well", {}, [](VitalSigns &) {});
        row("an older schema", u"migrations"_s, [](VitalSigns &signs) { signs.schema = 5; });
        row("that of a newer server beside it", {}, [](VitalSigns &signs) { signs.schema = 7; });
        row("a full disk", u"disk"_s, [](VitalSigns &signs) { signs.diskFreeBytes = 1'000'000; });
        row("a clock ahead", u"clock"_s, [](VitalSigns &signs) { signs.clockDifference = 6min; });
        row("a clock behind", u"clock"_s, [](VitalSigns &signs) { signs.clockDifference = -6min; });
        row("a clock a little off", {}, [](VitalSigns &signs) { signs.clockDifference = -4min; });
        row("a certificate's last moment", u"certificate"_s,
            [now](VitalSigns &signs) { signs.certificateEnds = now; });
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(VitalSigns, signs);
        QFETCH(QString, ill);

        QStringList names;
        QStringList found;
        for (const HealthPart &part : judged(signs, instantFromMs(1'795'000'000'000))) {
            names << part.name;
            if (!part.isWell())
                found << part.name;
        }

        QCOMPARE(found.join(u','), ill);
        QCOMPARE(names.join(u','), u"migrations,disk,clock,certificate"_s);
    }

    // A server on PostgreSQL without a folder or TLS is not ill for it.
    void whatDoesNotApplyIsNoPart()
    {
        const auto parts = judged({}, instantFromMs(1'795'000'000'000));

        QCOMPARE(parts.size(), size_t(1));
        QCOMPARE(parts[0].name, u"clock"_s);
        QVERIFY(parts[0].isWell());
        QVERIFY(!judged({}, instantFromMs(0))[0].isWell());
    }
};

QTEST_GUILESS_MAIN(TestVitalSigns)
#include "tst_vital_signs.moc"
