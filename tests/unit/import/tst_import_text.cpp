#include "shared/domain/import/column_words.h"
#include "shared/domain/import/date_text.h"
#include "shared/domain/import/rate_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

// The small readers under the imports: headings, numbers, rates and dates.
class TestImportText : public QObject
{
    Q_OBJECT

private slots:
    void headingsAreComparedWithoutTheirDress_data()
    {
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QString>("folded");

        QTest::newRow("case") << u"NAME"_s << u"name"_s;
        QTest::newRow("accents") << u"Département"_s << u"departement"_s;
        QTest::newRow("umlauts") << u"Währung"_s << u"wahrung"_s;
        QTest::newRow("marks") << u"Rate / hour:"_s << u"rate hour"_s;
        QTest::newRow("numbers stay") << u"Meal 1 out"_s << u"meal 1 out"_s;
    }

    void headingsAreComparedWithoutTheirDress()
    {
        QFETCH(QString, heading);
        QFETCH(QString, folded);

        QCOMPARE(foldedHeading(heading), folded);
    }

    void numberHasOneReading_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("hundredths");

        QTest::newRow("whole") << u"52"_s << qint64(5200);
        QTest::newRow("point") << u"52.50"_s << qint64(5250);
        QTest::newRow("comma") << u"52,50"_s << qint64(5250);
        QTest::newRow("one decimal") << u"52,5"_s << qint64(5250);
        QTest::newRow("English thousands") << u"1,234.56"_s << qint64(123456);
        QTest::newRow("German thousands") << u"1.234,56"_s << qint64(123456);
        QTest::newRow("French thousands") << u"1\u202F234,56"_s << qint64(123456);
        QTest::newRow("Swiss thousands") << u"1'234.50"_s << qint64(123450);
        QTest::newRow("two groups of thousands") << u"1,234,567"_s << qint64(123456700);
        QTest::newRow("a space and no decimals") << u"1 234"_s << qint64(123400);
        QTest::newRow("nothing") << u"0.00"_s << qint64(0);
    }

    void numberHasOneReading()
    {
        QFETCH(QString, text);
        QFETCH(qint64, hundredths);

        QCOMPARE(readNumber(text, std::nullopt).hundredths, std::optional(hundredths));
    }

    void threeDigitsBehindOneSeparatorAreAmbiguous()
    {
        const NumberReading comma = readNumber(u"1,234", std::nullopt);
        const NumberReading point = readNumber(u"12.500", std::nullopt);

        QVERIFY(comma.isAmbiguous());
        QCOMPARE(comma.readings, QStringList({u"1234.00"_s, u"1.234"_s}));
        QVERIFY(point.isAmbiguous());
        QCOMPARE(point.readings, QStringList({u"12500.00"_s, u"12.500"_s}));
    }

    void knownDecimalSignSettlesIt()
    {
        const auto hundredths = [](QStringView text, DecimalSign sign) {
            return readNumber(text, sign).hundredths;
        };

        QCOMPARE(hundredths(u"1,234", DecimalSign::Point), std::optional<qint64>(123400));
        QCOMPARE(hundredths(u"1.234", DecimalSign::Comma), std::optional<qint64>(123400));
        QCOMPARE(hundredths(u"52.50", DecimalSign::Comma), std::nullopt);
        QCOMPARE(hundredths(u"52,50", DecimalSign::Point), std::nullopt);
    }

    void whatIsNoNumberHasNoReading_data()
    {
        QTest::addColumn<QString>("text");

        for (const char *text : {"", "abc", "-5", "1,23,456", "1.2.3", "52.", ".5", "52.5050",
                                 "1,234.567", "0,123", "1234567890", "٣"}) {
            QTest::newRow(text) << QString::fromUtf8(text);
        }
    }

    void whatIsNoNumberHasNoReading()
    {
        QFETCH(QString, text);

        const NumberReading reading = readNumber(text, std::nullopt);

        QVERIFY(!reading.hundredths);
        QVERIFY(!reading.isAmbiguous());
    }

    void rateIsMoney_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("minorUnits");
        QTest::addColumn<Currency>("currency");

        QTest::newRow("bare") << u"52"_s << qint64(5200) << Currency::Cad;
        QTest::newRow("a dollar is the production's")
            << u"$52.00"_s << qint64(5200) << Currency::Cad;
        QTest::newRow("euros behind") << u"52,00 €"_s << qint64(5200) << Currency::Eur;
        QTest::newRow("pounds before") << u"£48.50"_s << qint64(4850) << Currency::Gbp;
        QTest::newRow("by code") << u"USD 1'234.50/h"_s << qint64(123450) << Currency::Usd;
        QTest::newRow("an hour") << u"A$61.20 / hr"_s << qint64(6120) << Currency::Aud;
    }

    void rateIsMoney()
    {
        QFETCH(QString, text);
        QFETCH(qint64, minorUnits);
        QFETCH(Currency, currency);

        const RateReading reading = readRate(text, {std::nullopt, Currency::Cad, std::nullopt});

        QCOMPARE(reading.kind, ImportKind::Ready);
        QCOMPARE(reading.rate, std::optional(Money(minorUnits, currency)));
    }

    void rateThatIsNoneIsNamed_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<ImportKind>("kind");

        QTest::newRow("a word") << u"scale"_s << ImportKind::BadRate;
        QTest::newRow("negative") << u"-52"_s << ImportKind::BadRate;
        QTest::newRow("in brackets") << u"(52)"_s << ImportKind::BadRate;
        QTest::newRow("two amounts") << u"52/61"_s << ImportKind::BadRate;
        QTest::newRow("three decimals") << u"52.3755"_s << ImportKind::BadRate;
        QTest::newRow("which thousand") << u"$1,234"_s << ImportKind::AmbiguousRate;
        QTest::newRow("a currency we don't have") << u"52 CHF"_s << ImportKind::UnknownCurrency;
        QTest::newRow("against its column") << u"£52"_s << ImportKind::UnknownCurrency;
    }

    void rateThatIsNoneIsNamed()
    {
        QFETCH(QString, text);
        QFETCH(ImportKind, kind);

        const RateReading reading = readRate(text, {Currency::Usd, Currency::Usd, std::nullopt});

        QCOMPARE(reading.kind, kind);
        QCOMPARE(reading.rate, std::nullopt);
    }

    void dateHasAsManyReadingsAsItHas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("days");

        const auto row = [](const char *text, const QStringList &days) {
            QTest::newRow(text) << QString::fromLatin1(text) << days;
        };
        row("2025-11-20", {u"2025-11-20"_s});
        row("2025/11/20", {u"2025-11-20"_s});
        row("20.11.2025", {u"2025-11-20"_s});
        row("3.4.2025", {u"2025-04-03"_s});
        row("3. 4. 2025", {u"2025-04-03"_s});
        row("11/20/2025", {u"2025-11-20"_s});
        row("20/11/2025", {u"2025-11-20"_s});
        row("03/04/2025", {u"2025-04-03"_s, u"2025-03-04"_s});
        row("03-04-2025", {u"2025-04-03"_s, u"2025-03-04"_s});
        row("05/05/2025", {u"2025-05-05"_s});
        row("11.20.2025", {});
        row("20.11.25", {});
        row("2025-02-29", {});
        row("31/31/2025", {});
        row("20 Nov 2025", {});
        row("01/01/0025", {});
        row("", {});
    }

    void dateHasAsManyReadingsAsItHas()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, days);

        QStringList found;
        for (const QDate day : readDate(text, std::nullopt))
            found.append(day.toString(Qt::ISODate));

        QCOMPARE(found, days);
    }

    void knownOrderSettlesADate()
    {
        using Days = std::vector<QDate>;
        QCOMPARE(readDate(u"03/04/2025", DateOrder::DayFirst), Days{QDate(2025, 4, 3)});
        QCOMPARE(readDate(u"03/04/2025", DateOrder::MonthFirst), Days{QDate(2025, 3, 4)});
        QCOMPARE(readDate(u"11/20/2025", DateOrder::DayFirst), Days{});
    }
};

QTEST_GUILESS_MAIN(TestImportText)
#include "tst_import_text.moc"
