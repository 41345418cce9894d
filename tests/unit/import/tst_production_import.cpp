#include "shared/domain/import/production_import.h"
#include "tests/unit/import/verdict_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {
const ProductionId id(std::array<quint8, 16>{1, 2, 3});
}

class TestProductionImport : public QObject
{
    Q_OBJECT

private slots:
    void linesBecomeAProduction()
    {
        const Result<ProductionImport> import = importProduction(
            "Title,Northern Lights\nEpisode,104\nZone,Europe/Oslo\nWeek ends on,Sunday\n"
            "Currency,EUR\n",
            id);

        QVERIFY(import);
        const Production production{id,         u"Northern Lights"_s, u"104"_s, "Europe/Oslo",
                                    Qt::Sunday, Currency::Eur};
        QCOMPARE(import->production, std::optional(production));
    }

    void problemsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("problems");

        const QByteArray start = "Title,Northern Lights\nZone,Europe/Oslo\n";
        QTest::newRow("zone") << QByteArray("Title,A\nZone,CEST\n")
                              << u"2~unknown-zone~Zone~CEST~"_s;
        QTest::newRow("weekday") << QByteArray(start + "Week ends on,Payday\n")
                                 << u"3~unknown-weekday~Week ends on~Payday~"_s;
        QTest::newRow("currency") << QByteArray(start + "Currency,CHF\n")
                                  << u"3~unknown-currency~Currency~CHF~"_s;
        QTest::newRow("nothing of use") << QByteArray("Weather,snow\n")
                                        << u"1~missing-column~Title~~\n1~missing-column~Zone~~"_s;
    }

    void problemsAreNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, problems);

        const Result<ProductionImport> import = importProduction(bytes, id);

        QVERIFY(import);
        QCOMPARE(problemsOf(import->verdicts), problems);
        QVERIFY(!import->production);
    }
};

QTEST_GUILESS_MAIN(TestProductionImport)
#include "tst_production_import.moc"
