#include "shared/rules/golden/golden_cases.h"

#include <QFile>
#include <QTest>

using namespace film;
using namespace film::rules;
using namespace Qt::StringLiterals;

namespace {

QByteArray fixture()
{
    QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/rules/golden-cases.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString explained(const GoldenOutcome &outcome)
{
    QStringList lines{outcome.error};
    for (const GoldenMismatch &mismatch : outcome.mismatches)
        lines << u"%1: expected %2, actual %3"_s.arg(mismatch.key, mismatch.expected,
                                                     mismatch.actual);
    return lines.join(u'\n');
}

} // namespace

class TestGoldenCases : public QObject
{
    Q_OBJECT
private slots:
    void everyCaseIsExact_data()
    {
        QTest::addColumn<bool>("hasPassed");
        QTest::addColumn<QString>("explanation");
        const auto outcomes = runGoldenCases(fixture());
        QVERIFY(outcomes.has_value());
        QVERIFY(outcomes->size() >= 79);
        for (const GoldenOutcome &outcome : *outcomes)
            QTest::addRow("%s %s", qPrintable(outcome.id), qPrintable(outcome.title))
                << outcome.hasPassed() << explained(outcome);
    }

    void everyCaseIsExact()
    {
        QFETCH(bool, hasPassed);
        QFETCH(QString, explanation);

        QVERIFY2(hasPassed, qPrintable(explanation));
    }

    // The comparison is worth nothing if it finds nothing.
    void aWrongFigureIsFound()
    {
        QByteArray file = fixture();
        file.replace(R"("gross": "720.00")", R"("gross": "720.01")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        const GoldenOutcome &first = outcomes->front();
        QVERIFY(!first.hasPassed());
        QCOMPARE(first.mismatches.front().key, u"gross"_s);
        QCOMPARE(first.mismatches.front().expected, u"720.01"_s);
        QCOMPARE(first.mismatches.front().actual, u"720.00"_s);
    }

    void hoursAtAFactorNobodyExpectedAreFound()
    {
        QByteArray file = fixture();
        file.replace(R"("2.0": "2.0")", R"("2.5": "0.0")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(!outcomes->front().hasPassed());
    }

    void aPackWithAnUnknownKeyIsRefused()
    {
        QByteArray file = fixture();
        file.replace(R"("min_call_min")", R"("min_call_mins")");

        const auto outcomes = runGoldenCases(file);

        QVERIFY(outcomes.has_value());
        QVERIFY(outcomes->front().error.contains(u"min_call_mins"_s));
    }

    void whatIsNoFileOfCasesIsRefused()
    {
        QVERIFY(!runGoldenCases("{"));
        QVERIFY(!runGoldenCases("{}"));
        QVERIFY(!runGoldenCases(R"({"schema": "filmtracker.golden/2"})"));
    }
};

QTEST_GUILESS_MAIN(TestGoldenCases)
#include "tst_golden_cases.moc"
