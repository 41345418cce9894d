#include "shared/domain/import/csv_reader.h"

#include <QStringEncoder>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

namespace {

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding)
{
    return QStringEncoder(encoding, QStringConverter::Flag::WriteBom)(text);
}

} // namespace

class TestCsvReader : public QObject
{
    Q_OBJECT

private slots:
    void everyEncodingGivesTheSameText_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<CsvEncoding>("encoding");

        const QString text = u"Name,Café\nGreta Nyström,“é€”\n"_s;
        QTest::newRow("UTF-8") << text.toUtf8() << CsvEncoding::Utf8;
        QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text.toUtf8() << CsvEncoding::Utf8;
        QTest::newRow("UTF-16, little end first")
            << utf16(text, QStringConverter::Utf16LE) << CsvEncoding::Utf16;
        QTest::newRow("UTF-16, big end first")
            << utf16(text, QStringConverter::Utf16BE) << CsvEncoding::Utf16;
        QTest::newRow("Windows-1252, which is said")
            << QByteArray("Name,Caf\xE9\nGreta Nystr\xF6m,\x93\xE9\x80\x94\n")
            << CsvEncoding::Windows1252;
    }

    void everyEncodingGivesTheSameText()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(CsvEncoding, encoding);

        const Result<CsvTable> table = readCsv(bytes);

        QVERIFY(table);
        QCOMPARE(table->encoding, encoding);
        QCOMPARE(table->rows.size(), size_t(2));
        QCOMPARE(table->rows.at(0).fields, QStringList({u"Name"_s, u"Café"_s}));
        QCOMPARE(table->rows.at(1).fields, QStringList({u"Greta Nyström"_s, u"“é€”"_s}));
    }

    void delimiterIsDetected_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<char>("delimiter");
        QTest::addColumn<int>("columns");

        QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << ',' << 3;
        QTest::newRow("semicolon") << QByteArray("a;b\n1;2\n") << ';' << 2;
        QTest::newRow("tab") << QByteArray("a\tb\n1\t2\n") << '\t' << 2;
        QTest::newRow("decimal commas don't count")
            << QByteArray("Name;Rate\nA;52,00\nB;48,50\n") << ';' << 2;
        QTest::newRow("as many commas, but in names")
            << QByteArray("Name;Rate\nVenn, Dario;52,00\nMoravec, Lena;48\n") << ';' << 2;
        QTest::newRow("what is quoted doesn't count")
            << QByteArray("a,b\n\"x;y;z\",1\n\"x;y;z\",2\n") << ',' << 2;
        QTest::newRow("none at all") << QByteArray("Name\nMaya\n") << ',' << 1;
    }

    void delimiterIsDetected()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(char, delimiter);
        QFETCH(int, columns);

        const Result<CsvTable> table = readCsv(bytes);

        QVERIFY(table);
        QCOMPARE(table->delimiter, QLatin1Char(delimiter));
        QCOMPARE(table->rows.at(0).fields.size(), columns);
    }

    void rowsAreNumberedAsInTheFile_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("LF") << QByteArray("a,b\n\n1,\"x\ny\"\n,,\n2,z\n");
        QTest::newRow("CRLF") << QByteArray("a,b\r\n\r\n1,\"x\r\ny\"\r\n,,\r\n2,z\r\n");
        QTest::newRow("CR") << QByteArray("a,b\r\r1,\"x\ry\"\r,,\r2,z\r");
        QTest::newRow("no end of the last line") << QByteArray("a,b\n\n1,\"x\ny\"\n,,\n2,z");
    }

    void rowsAreNumberedAsInTheFile()
    {
        QFETCH(QByteArray, bytes);

        const Result<CsvTable> table = readCsv(bytes);

        QVERIFY(table);
        QCOMPARE(table->rows.size(), size_t(3));
        QCOMPARE(table->rows.at(0).line, 1);
        QCOMPARE(table->rows.at(1).line, 3);
        QCOMPARE(table->rows.at(1).fields, QStringList({u"1"_s, u"x\ny"_s}));
        QCOMPARE(table->rows.at(2).line, 6);
        QCOMPARE(table->rows.at(2).fields, QStringList({u"2"_s, u"z"_s}));
    }

    void quotesFollowTheRfc_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("fields");

        QTest::newRow("a delimiter inside")
            << QByteArray("\"Lindqvist, Maya\",x") << QStringList({u"Lindqvist, Maya"_s, u"x"_s});
        QTest::newRow("a doubled quote is one")
            << QByteArray("\"the \"\"boss\"\"\",x") << QStringList({u"the \"boss\""_s, u"x"_s});
        QTest::newRow("an empty field") << QByteArray("\"\",x") << QStringList({u""_s, u"x"_s});
        QTest::newRow("a quote within plain text")
            << QByteArray("5\" gel,x") << QStringList({u"5\" gel"_s, u"x"_s});
        QTest::newRow("outer spaces go")
            << QByteArray("  a  ,\"  x  \"") << QStringList({u"a"_s, u"x"_s});
    }

    void quotesFollowTheRfc()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, fields);

        const Result<CsvTable> table = readCsv(bytes);

        QVERIFY(table);
        QCOMPARE(table->rows.size(), size_t(1));
        QCOMPARE(table->rows.at(0).fields, fields);
    }

    void whatIsNoTableIsRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("message");

        const auto row = [](const char *name) -> QTestData & { return QTest::newRow(name); };
        row("nothing") << QByteArray() << ErrorCode::InvalidInput << u"the file is empty"_s;
        row("only a mark") << QByteArray("\xEF\xBB\xBF") << ErrorCode::InvalidInput
                           << u"the file is empty"_s;
        row("only empty lines") << QByteArray("\n,,,\n  \n") << ErrorCode::InvalidInput
                                << u"the file is empty"_s;
        row("a PNG") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\5\xA0", 20)
                     << ErrorCode::InvalidInput << u"the file is not text"_s;
        row("a zero byte") << QByteArray("a,b\n1,\0002\n", 9) << ErrorCode::InvalidInput
                           << u"the file is not text"_s;
        row("no character of Windows-1252") << QByteArray("a,\x81\n") << ErrorCode::InvalidInput
                                            << u"neither UTF-8 nor Windows-1252 text"_s;
        row("half a character of UTF-16")
            << QByteArray("\xFF\xFE"
                          "a\0b",
                          5)
            << ErrorCode::InvalidInput << u"UTF-16 text with half a character"_s;
        row("half a pair of UTF-16") << QByteArray("\xFF\xFE\x00\xD8"
                                                   "a\0",
                                                   6)
                                     << ErrorCode::InvalidInput << u"broken UTF-16 text"_s;
        row("an open quote") << QByteArray("a,b\n1,2\n\"3,4\n5,6\n") << ErrorCode::InvalidInput
                             << u"row 3: a quote is never closed"_s;
        row("text behind a quote") << QByteArray("a,b\n\"1\"x,2\n") << ErrorCode::InvalidInput
                                   << u"row 2: text behind a closing quote"_s;
    }

    void whatIsNoTableIsRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(ErrorCode, code);
        QFETCH(QString, message);

        const Result<CsvTable> table = readCsv(bytes);

        QVERIFY(!table);
        QCOMPARE(table.error().code, code);
        QCOMPARE(table.error().message, message);
    }

    void limitsHoldAtTheirEdge_data()
    {
        QTest::addColumn<QByteArray>("largest");
        QTest::addColumn<QByteArray>("tooLarge");

        const QByteArray field(csvFieldCharsMax, 'x');
        const QByteArray commas(csvColumnsMax - 1, ',');
        const QByteArray lines = QByteArray("a,b\n").repeated(csvRowsMax);
        const QByteArray blank(csvBytesMax - 4, '\n');
        QTest::newRow("bytes") << QByteArray(blank + "a,b\n") << QByteArray(blank + "a,bc\n");
        QTest::newRow("rows") << lines << QByteArray(lines + "a,b");
        QTest::newRow("columns") << QByteArray(commas + "x") << QByteArray(commas + ",x");
        QTest::newRow("field") << field << QByteArray(field + "x");
        QTest::newRow("quoted field")
            << QByteArray('"' + field + '"') << QByteArray('"' + field + "x\"");
    }

    void limitsHoldAtTheirEdge()
    {
        QFETCH(QByteArray, largest);
        QFETCH(QByteArray, tooLarge);

        const Result<CsvTable> accepted = readCsv(largest);
        const Result<CsvTable> refused = readCsv(tooLarge);

        QVERIFY2(accepted, accepted ? "" : qPrintable(accepted.error().message));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::LimitExceeded);
    }
};

QTEST_GUILESS_MAIN(TestCsvReader)
#include "tst_csv_reader.moc"
