#include "shared/rules/ratio.h"

#include <QTest>

#include <limits>

using namespace film::rules;
using namespace Qt::StringLiterals;

class TestRatio : public QObject
{
    Q_OBJECT
private slots:
    void decimalsAreReadExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<qint64>("numerator");
        QTest::addColumn<qint64>("denominator");

        QTest::newRow("whole") << u"12"_s << true << qint64(12) << qint64(1);
        QTest::newRow("in lowest terms") << u"7.50"_s << true << qint64(15) << qint64(2);
        QTest::newRow("negative") << u"-0.25"_s << true << qint64(-1) << qint64(4);
        QTest::newRow("six digits") << u"0.000001"_s << true << qint64(1) << qint64(1'000'000);
        QTest::newRow("seven digits") << u"0.0000001"_s << false << qint64(0) << qint64(0);
        QTest::newRow("no digit before the point") << u".5"_s << false << qint64(0) << qint64(0);
        QTest::newRow("no digit behind it") << u"5."_s << false << qint64(0) << qint64(0);
        QTest::newRow("exponent") << u"1e3"_s << false << qint64(0) << qint64(0);
        QTest::newRow("empty") << QString() << false << qint64(0) << qint64(0);
        QTest::newRow("too large") << u"1234567890"_s << false << qint64(0) << qint64(0);
        QTest::newRow("comma") << u"1,5"_s << false << qint64(0) << qint64(0);
    }

    void decimalsAreReadExactly()
    {
        QFETCH(QString, text);
        QFETCH(bool, isNumber);
        QFETCH(qint64, numerator);
        QFETCH(qint64, denominator);

        const std::optional<Ratio> read = Ratio::fromDecimal(text);

        QCOMPARE(read.has_value(), isNumber);
        if (read) {
            QCOMPARE(read->numerator(), numerator);
            QCOMPARE(read->denominator(), denominator);
        }
    }

    void halvesRoundAwayFromZero()
    {
        QCOMPARE(Ratio::of(5, 2).roundedHalfUp(), 3);
        QCOMPARE(Ratio::of(-5, 2).roundedHalfUp(), -3);
        QCOMPARE(Ratio::of(7, 3).roundedHalfUp(), 2);
        QCOMPARE(Ratio::of(std::numeric_limits<qint64>::max(), 1).roundedHalfUp(),
                 std::numeric_limits<qint64>::max());
    }

    void multiplesAreOnTheRightSide()
    {
        QCOMPARE(Ratio(670).roundedUpTo(6), Ratio(672));
        QCOMPARE(Ratio(672).roundedUpTo(6), Ratio(672));
        QCOMPARE(Ratio(670).roundedDownTo(6), Ratio(666));
        QCOMPARE(Ratio(-1).roundedUpTo(15), Ratio(0));
        QCOMPARE(Ratio(-1).roundedDownTo(15), Ratio(-15));
        QCOMPARE(Ratio::of(228571, 100).roundedHalfUpTo(Ratio(1)), Ratio(2286));
    }

    // What does not fit is no number, and neither is what is made of it.
    void overflowIsNoNumber()
    {
        const Ratio large(std::numeric_limits<qint64>::max());

        QVERIFY(!(large * large).isNumber());
        QVERIFY(!(large + large).isNumber());
        QVERIFY(!((large * large) - (large * large)).isNumber());
        QVERIFY(!(Ratio(1) / Ratio(0)).isNumber());
        QVERIFY(!((large * large) < Ratio(1)) && !((large * large) > Ratio(1)));
        QCOMPARE(large * Ratio::of(1, std::numeric_limits<qint64>::max()), Ratio(1));
    }

    void textHasTheDigitsThatWereAskedFor()
    {
        QCOMPARE(Ratio(8).toDecimal(1), u"8.0"_s);
        QCOMPARE(Ratio::of(479, 60).toDecimal(1, 4), u"7.9833"_s);
        QCOMPARE(Ratio::of(-1, 4).toDecimal(), u"-0.25"_s);
        QCOMPARE(Ratio(0).toDecimal(2), u"0.00"_s);
        QCOMPARE(Ratio::notANumber().toDecimal(), u"?"_s);
    }
};

QTEST_GUILESS_MAIN(TestRatio)
#include "tst_ratio.moc"
