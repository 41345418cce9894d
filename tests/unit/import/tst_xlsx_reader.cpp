#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/import/xlsx_reader.h"
#include "shared/domain/import/zip_reader.h"

#include <QFile>
#include <QTest>

using namespace film;
using namespace Qt::StringLiterals;

class TestXlsxReader : public QObject
{
    Q_OBJECT

    static QByteArray workbook()
    {
        QFile file(QStringLiteral(FILM_SOURCE_DIR "/tests/fixtures/import/crew.xlsx"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    // The first sheet that is not hidden, by its texts; what is formatted as a date is one.
    void textsAreThoseThatTheSheetShows()
    {
        const Result<CsvTable> table = readXlsx(workbook());

        QVERIFY2(table, table ? "" : qPrintable(table.error().message));
        QCOMPARE(table->rows.size(), size_t(3));
        QCOMPARE(table->rows[0].fields,
                 (QStringList{u"Name"_s, u"Department"_s, u"Rate"_s, u"Start"_s, u"Call"_s}));
        QCOMPARE(
            table->rows[1].fields,
            (QStringList{u"Nils Åberg"_s, u"Electric"_s, u"52.1"_s, u"2025-10-13"_s, u"07:00"_s}));
        QCOMPARE(table->rows[2].line, 4); // as in the sheet
        QCOMPARE(table->rows[2].fields,
                 (QStringList{u"Priya Nair"_s, u"Production"_s, u"44"_s, {}, {}, u"by hand"_s}));
    }

    void aCrewListMayBeAWorkbook()
    {
        CrewListOptions options;
        options.production = ProductionId(std::array<quint8, 16>{1, 2, 3});
        const Result<CrewListImport> list = importCrewList(workbook(), options);

        QVERIFY(list);
        QVERIFY(allReady(list->verdicts));
        QCOMPARE(list->crew.people.size(), size_t(2));
        QCOMPARE(list->crew.deals.front().hourlyRate, Money(5210, Currency::Usd));
        QCOMPARE(list->crew.deals.front().from, QDate(2025, 10, 13));
    }

    void textIsReadAsTextAsBefore()
    {
        const Result<CsvTable> table = readTable("Name;Department\nMaya;Camera\n");

        QVERIFY(table);
        QCOMPARE(table->delimiter, u';');
    }

    // Whatever byte of it is another, it is read or refused; never half of it.
    void aDamagedWorkbookIsRefusedOrTheSame()
    {
        const QByteArray whole = workbook();
        const Result<CsvTable> table = readXlsx(whole);
        QVERIFY(table);
        int refused = 0;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray damaged = whole;
            damaged[i] = char(damaged.at(i) ^ 0x55);
            const Result<CsvTable> read = readTable(damaged);
            if (!read)
                ++refused;
            else
                QVERIFY(!read->rows.empty());
        }
        QVERIFY(refused > 0);
        for (qsizetype size = 0; size < whole.size(); size += 7)
            QVERIFY(!readXlsx(whole.first(size)));
    }

    void whatIsNoWorkbookIsRefused()
    {
        QVERIFY(!readXlsx("PK\x03\x04 and no more"));
        QVERIFY(!ZipReader::open(QByteArray()));
        const auto archive = ZipReader::open(workbook());
        QVERIFY(archive);
        QCOMPARE(archive->read(u"nothing"_s).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestXlsxReader)
#include "tst_xlsx_reader.moc"
