#include "shared/domain/allowance_text.h"

#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

// What people type where an allowance belongs.
class TestAllowanceText : public QObject
{
    Q_OBJECT
private slots:
    void anAmountIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QString>("currency");

        const auto row = [](const char *name, const QString &typed, qint64 minor,
                            const QString &currency) {
            QTest::newRow(name) << typed << minor << currency;
        };
        row("plain", u"50"_s, 5000, u"USD"_s);
        row("with a sign", u"$50"_s, 5000, u"USD"_s);
        row("a comma before two digits", u"50,00"_s, 5000, u"USD"_s);
        row("a point before one digit", u"12.5"_s, 1250, u"USD"_s);
        row("thousands", u"1,250"_s, 125'000, u"USD"_s);
        row("thousands and cents", u"1,250.75"_s, 125'075, u"USD"_s);
        row("the other way round", u"1.250,75"_s, 125'075, u"USD"_s);
        row("cents alone", u".75"_s, 75, u"USD"_s);
        row("taken off", u"-25"_s, -2500, u"USD"_s);
        row("taken off, behind the sign", u"$-25"_s, -2500, u"USD"_s);
        row("pounds", u"£40"_s, 4000, u"GBP"_s);
        row("euros behind it", u"40 €"_s, 4000, u"EUR"_s);
        row("by its code", u"40 cad"_s, 4000, u"CAD"_s);
        row("of another dollar", u"CA$40"_s, 4000, u"CAD"_s);
    }
    void anAmountIsReadAsItIsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, minor);
        QFETCH(QString, currency);

        const std::optional<Money> amount = readAmount(typed, Currency::Usd);

        QVERIFY(amount);
        QCOMPARE(amount->minorUnits(), minor);
        QCOMPARE(currencyCode(amount->currency()), currency);
    }

    void whatIsNoAmountIsNone_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString &typed :
             {u""_s, u"$"_s, u"kit"_s, u"50."_s, u"1,25,000"_s, u"1.250.75"_s, u"5O"_s, u"1 2"_s,
              u"--5"_s, u"9999999999999"_s, u"1'250"_s})
            QTest::newRow(qPrintable(u"\"%1\""_s.arg(typed))) << typed;
    }
    void whatIsNoAmountIsNone()
    {
        QFETCH(QString, typed);

        QVERIFY(!readAmount(typed, Currency::Usd));
    }

    // A dollar sign is the dollar of the country.
    void aDollarIsTheUsualOne()
    {
        QCOMPARE(readAmount(u"$5", Currency::Cad)->currency(), Currency::Cad);
        QCOMPARE(readAmount(u"$5", Currency::Gbp)->currency(), Currency::Usd);
        QCOMPARE(readAmount(u"5", Currency::Gbp)->currency(), Currency::Gbp);
    }

    void severalSayWhatTheyAreFor()
    {
        const auto read = readAllowances(u"kit $50; 62,50 per diem; mileage USD 7;", Currency::Gbp);

        QVERIFY(read);
        QCOMPARE(read->size(), size_t(3));
        QVERIFY((read->at(0) == Allowance{u"kit"_s, Money(5000, Currency::Usd)}));
        QVERIFY((read->at(1) == Allowance{u"per diem"_s, Money(6250, Currency::Gbp)}));
        QVERIFY((read->at(2) == Allowance{u"mileage"_s, Money(700, Currency::Usd)}));
        QVERIFY(readAllowances(u" ", Currency::Gbp)->empty());
        QVERIFY(!readAllowances(u"kit; 50", Currency::Gbp));
        QVERIFY(!readAllowances(u"2 kits 50", Currency::Gbp)); // two numbers: neither is guessed
        QVERIFY(!readAllowances(QString(u"x"_s.repeated(41) + u" 5"), Currency::Gbp));
        QVERIFY(!readAllowances(u"5;"_s.repeated(33), Currency::Gbp));
    }

    void whatIsPrintedIsReadAgain()
    {
        const std::vector<Allowance> allowances{{u"kit"_s, Money(5005, Currency::Usd)},
                                                {{}, Money(-150, Currency::Usd)},
                                                {u"per diem"_s, Money(40, Currency::Eur)}};

        const QString printed = printAllowances(allowances, Currency::Usd, u',');

        QCOMPARE(printed, u"kit 50,05; -1,50; per diem EUR 0,40"_s);
        QVERIFY(readAllowances(printed, Currency::Usd) == allowances);
    }
};

QTEST_APPLESS_MAIN(TestAllowanceText)
#include "tst_allowance_text.moc"
