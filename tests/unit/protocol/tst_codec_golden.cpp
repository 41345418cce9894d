#include "tests/unit/protocol/golden_corpus.h"

#include <QFile>
#include <QTest>

using namespace film::protocol;
using namespace Qt::StringLiterals;

// FILM_WRITE_GOLDEN=1 writes the files anew. A changed file is a changed protocol: apps in the
// field would no longer be understood.
class TestCodecGolden : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void bytesAreThoseOfTheFirstVersion_data() { rows(); }
    void bytesAreThoseOfTheFirstVersion();
    void everyTruncationIsRefused_data() { rows(); }
    void everyTruncationIsRefused();
    void bytesBehindTheEndAreRefused_data() { rows(); }
    void bytesBehindTheEndAreRefused();
    void noFlippedBitMakesASecondSpelling_data() { rows(); }
    void noFlippedBitMakesASecondSpelling();

private:
    void rows();

    std::vector<golden::Vector> m_stored;
};

void TestCodecGolden::initTestCase()
{
    if (qEnvironmentVariableIsSet("FILM_WRITE_GOLDEN")) {
        for (const golden::Vector &vector : golden::written()) {
            QFile file(golden::pathOf(vector));
            QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(file.errorString()));
            file.write(vector.bytes.toHex() + '\n');
        }
    }
    m_stored = golden::stored();
}

void TestCodecGolden::rows()
{
    QTest::addColumn<size_t>("index");
    for (size_t i = 0; i < m_stored.size(); ++i)
        QTest::newRow(qPrintable(m_stored[i].name)) << i;
}

void TestCodecGolden::bytesAreThoseOfTheFirstVersion()
{
    QFETCH(const size_t, index);
    const golden::Vector &vector = m_stored[index];

    QVERIFY2(!vector.bytes.isEmpty(), "the file is missing");
    QCOMPARE(golden::written()[index].bytes.toHex(), vector.bytes.toHex());
    QCOMPARE(golden::again(vector, vector.bytes), vector.bytes);
}

void TestCodecGolden::everyTruncationIsRefused()
{
    QFETCH(const size_t, index);
    const golden::Vector &vector = m_stored[index];

    for (qsizetype size = 0; size < vector.bytes.size(); ++size) {
        // A copy of its own, so that a sanitizer sees a read past the end.
        const QByteArray cut(vector.bytes.constData(), size);
        QVERIFY2(!golden::again(vector, cut), qPrintable(u"cut to %1 bytes"_s.arg(size)));
    }
}

void TestCodecGolden::bytesBehindTheEndAreRefused()
{
    QFETCH(const size_t, index);
    const golden::Vector &vector = m_stored[index];

    QVERIFY(!golden::again(vector, QByteArray(vector.bytes).append('\0')));
    QVERIFY(!golden::again(vector, QByteArray(vector.bytes).append(vector.bytes)));
}

void TestCodecGolden::noFlippedBitMakesASecondSpelling()
{
    QFETCH(const size_t, index);
    const golden::Vector &vector = m_stored[index];

    int accepted = 0;
    for (qsizetype bit = 0; bit < vector.bytes.size() * 8; ++bit) {
        QByteArray flipped = vector.bytes;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        const auto again = golden::again(vector, flipped);
        if (!again)
            continue;
        ++accepted;
        if (vector.hasLaterKeys && again->size() < flipped.size())
            continue; // the key became one that nobody knows, and was passed over
        QVERIFY2(*again == flipped, qPrintable(u"bit %1 of %2"_s.arg(bit).arg(vector.name)));
    }
    QVERIFY(accepted > 0); // the content of an id may be anything
}

QTEST_APPLESS_MAIN(TestCodecGolden)
#include "tst_codec_golden.moc"
