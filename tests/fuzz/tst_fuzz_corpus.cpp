#include "tests/fuzz/fuzz_entries.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

QDir corpusOf(const fuzz::Entry &entry)
{
    return QDir(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/fuzz/")
                + QString::fromLatin1(entry.name));
}

} // namespace

// Everything the fuzzers kept, and everything they ever stumbled over, once more: without a fuzzer,
// in every build. scripts/fuzz.sh lets the corpus grow.
class TestFuzzCorpus : public QObject
{
    Q_OBJECT

private slots:
    void noKeptInputBreaksAPromise_data()
    {
        QTest::addColumn<int>("entry");
        for (size_t i = 0; i < fuzz::entries().size(); ++i)
            QTest::newRow(fuzz::entries()[i].name) << int(i);
    }

    void noKeptInputBreaksAPromise()
    {
        QFETCH(int, entry);
        const fuzz::Entry &fuzzed = fuzz::entries()[size_t(entry)];
        const QDir folder = corpusOf(fuzzed);
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        QVERIFY2(!names.isEmpty(), "the corpus is missing");

        for (const QString &name : names) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString broken = fuzzed.brokenBy(file.readAll());
            QVERIFY2(broken.isEmpty(), qPrintable(name + u": "_s + broken));
        }
    }
};

QTEST_APPLESS_MAIN(TestFuzzCorpus)
#include "tst_fuzz_corpus.moc"
