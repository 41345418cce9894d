#include "shared/domain/import/xlsx_reader.h"

#include "shared/domain/import/zip_reader.h"

#include <QDate>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>

namespace film {

using namespace Qt::StringLiterals;

namespace {

enum class NumberLook : quint8 { Plain, Date, Time, DateAndTime };

// ECMA-376, 18.8.30: what the numbers below 164 stand for in every workbook.
NumberLook lookOfBuiltIn(int format)
{
    if ((format >= 14 && format <= 17) || (format >= 27 && format <= 31)
        || (format >= 50 && format <= 58) || format == 36)
        return NumberLook::Date;
    if ((format >= 18 && format <= 21) || (format >= 32 && format <= 35)
        || (format >= 45 && format <= 47))
        return NumberLook::Time;
    return format == 22 ? NumberLook::DateAndTime : NumberLook::Plain;
}

// "dd/mm/yyyy", "[h]:mm", "#,##0.00 \"days\"": what stands in quotes, behind a backslash or, but
// for hours, in brackets is shown and says nothing.
NumberLook lookOfCode(const QString &code)
{
    bool isQuoted = false;
    bool hasDate = false;
    bool hasTime = false;
    for (qsizetype i = 0; i < code.size(); ++i) {
        const QChar c = code.at(i).toLower();
        if (c == u'"') {
            isQuoted = !isQuoted;
        } else if (isQuoted) {
            continue;
        } else if (c == u'\\' || c == u'_') {
            ++i;
        } else if (c == u'[') {
            const qsizetype end = code.indexOf(u']', i);
            const QString inside = code.mid(i + 1, end - i - 1).toLower();
            hasTime = hasTime || inside == u"h" || inside == u"hh" || inside == u"mm";
            i = end < 0 ? code.size() : end;
        } else {
            hasDate = hasDate || c == u'd' || c == u'y';
            hasTime = hasTime || c == u'h' || c == u's';
        }
    }
    if (hasDate)
        return hasTime ? NumberLook::DateAndTime : NumberLook::Date;
    return hasTime ? NumberLook::Time : NumberLook::Plain;
}

// "45981.2916666667" as whole days and minutes of the day, without floating point.
struct DayNumber {
    qint64 days = 0;
    int minutes = 0;
};

std::optional<DayNumber> dayNumberOf(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.first(point);
    bool isNumber = true;
    DayNumber number;
    number.days = whole.isEmpty() ? 0 : whole.toLongLong(&isNumber);
    if (!isNumber || number.days < 0 || number.days > 2'958'465) // 9999-12-31
        return std::nullopt;
    if (point < 0)
        return number;
    constexpr int digits = 9;
    constexpr qint64 parts = 1'000'000'000;
    const QString fraction =
        text.sliced(point + 1).toString().leftJustified(digits, u'0').first(digits);
    const qint64 value = fraction.toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return std::nullopt;
    const qint64 minutes = (value * 24 * 60 + parts / 2) / parts; // rounded to the minute
    number.days += minutes / (24 * 60);
    number.minutes = int(minutes % (24 * 60));
    return number;
}

QString clockText(qint64 minutes)
{
    return u"%1:%2"_s.arg(minutes / 60, 2, 10, QChar(u'0')).arg(minutes % 60, 2, 10, QChar(u'0'));
}

// As a program stores 52.1: "52.100000000000001". Nothing that a table says has so many digits.
QString plainNumber(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    constexpr qsizetype digits = 6;
    if (point < 0 || text.contains(u'e', Qt::CaseInsensitive) || text.size() - point - 1 <= digits)
        return text;
    bool isNumber = false;
    const QString whole = text.first(point);
    const qint64 scaled = QString(whole + text.mid(point + 1, digits)).toLongLong(&isNumber);
    if (!isNumber)
        return text;
    const int next = text.at(point + 1 + digits).digitValue();
    const bool isNegative = text.startsWith(u'-');
    const qint64 rounded = scaled + (next >= 5 ? (isNegative ? -1 : 1) : 0);
    QString plain =
        QString::number(rounded < 0 ? -rounded : rounded).rightJustified(digits + 1, u'0');
    plain.insert(plain.size() - digits, u'.');
    while (plain.endsWith(u'0'))
        plain.chop(1);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    return isNegative ? QString(u'-' + plain) : plain;
}

QString numberText(const QString &text, NumberLook look, QDate epoch)
{
    if (text.isEmpty() || look == NumberLook::Plain)
        return plainNumber(text);
    const std::optional<DayNumber> number = dayNumberOf(text);
    if (!number)
        return text;
    if (look == NumberLook::Time)
        return clockText(number->days * 24 * 60 + number->minutes);
    const QString date = epoch.addDays(number->days).toString(Qt::ISODate);
    if (number->minutes == 0)
        return date;
    return number->days == 0 ? clockText(number->minutes)
                             : QString(date + u' ' + clockText(number->minutes));
}

// "AB12" is column 27.
qsizetype columnOfCell(QStringView reference)
{
    qsizetype column = 0;
    for (const QChar c : reference) {
        if (c < u'A' || c > u'Z')
            break;
        column = column * 26 + (c.unicode() - u'A' + 1);
        if (column > csvColumnsMax)
            break;
    }
    return column - 1;
}

// Goes through the parts of the workbook.
class XlsxReader
{
public:
    explicit XlsxReader(const ZipReader &archive)
        : m_archive(archive)
    {}

    [[nodiscard]] Result<CsvTable> read()
    {
        const auto sheet = pathOfFirstSheet();
        if (!sheet)
            return fail(sheet.error());
        if (const Result<> texts = readSharedTexts(); !texts)
            return fail(texts.error());
        if (const Result<> looks = readLooks(); !looks)
            return fail(looks.error());
        return readSheet(*sheet);
    }

private:
    // Calls `element` at each start of an element; it may read on.
    template<typename Element>
    [[nodiscard]] Result<> forEach(const QByteArray &xml, Element element)
    {
        QXmlStreamReader reader(xml);
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::DTD)
                return fail(ErrorCode::InvalidInput, u"a workbook has no such thing"_s);
            if (reader.isStartElement()) {
                if (const Result<> done = element(reader); !done)
                    return done;
            }
        }
        if (reader.hasError())
            return fail(ErrorCode::InvalidInput, u"the workbook is broken"_s);
        return {};
    }

    [[nodiscard]] Result<QString> pathOfFirstSheet()
    {
        const auto workbook = m_archive.read(u"xl/workbook.xml"_s);
        if (!workbook)
            return fail(workbook.error());
        QString relation;
        const Result<> sheets = forEach(*workbook, [&](QXmlStreamReader &reader) -> Result<> {
            const QXmlStreamAttributes attributes = reader.attributes();
            if (reader.name() == u"workbookPr") {
                const QStringView is1904 = attributes.value(u"date1904"_s);
                if (is1904 == u"1" || is1904 == u"true")
                    m_epoch = QDate(1904, 1, 1);
            }
            const bool isHidden =
                attributes.hasAttribute(u"state"_s) && attributes.value(u"state"_s) != u"visible";
            if (reader.name() == u"sheet" && relation.isEmpty() && !isHidden) {
                for (const QXmlStreamAttribute &attribute : attributes) {
                    if (attribute.name() == u"id" && attribute.qualifiedName() != u"id")
                        relation = attribute.value().toString();
                }
            }
            return {};
        });
        if (!sheets)
            return fail(sheets.error());
        const auto relations = m_archive.read(u"xl/_rels/workbook.xml.rels"_s);
        if (!relations)
            return fail(relations.error());
        QString target;
        const Result<> found = forEach(*relations, [&](QXmlStreamReader &reader) -> Result<> {
            if (reader.attributes().value(u"Id"_s) == relation && target.isEmpty())
                target = reader.attributes().value(u"Target"_s).toString();
            return {};
        });
        if (!found)
            return fail(found.error());
        if (target.isEmpty())
            return fail(ErrorCode::InvalidInput, u"the workbook has no sheet"_s);
        return target.startsWith(u'/') ? target.sliced(1) : QString(u"xl/"_s + target);
    }

    // All texts under the element, but for how they are pronounced.
    [[nodiscard]] static QString textIn(QXmlStreamReader &reader)
    {
        QString text;
        int depth = 1;
        while (depth > 0 && !reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                if (reader.name() == u"t")
                    text += reader.readElementText();
                else if (reader.name() == u"rPh")
                    reader.skipCurrentElement();
                else
                    ++depth;
            } else if (reader.isEndElement()) {
                --depth;
            }
        }
        return text;
    }

    [[nodiscard]] Result<> readSharedTexts()
    {
        if (!m_archive.has(u"xl/sharedStrings.xml"_s))
            return {};
        const auto xml = m_archive.read(u"xl/sharedStrings.xml"_s);
        if (!xml)
            return fail(xml.error());
        return forEach(*xml, [this](QXmlStreamReader &reader) -> Result<> {
            if (reader.name() == u"si")
                m_texts.append(textIn(reader));
            return {};
        });
    }

    [[nodiscard]] Result<> readLooks()
    {
        if (!m_archive.has(u"xl/styles.xml"_s))
            return {};
        const auto xml = m_archive.read(u"xl/styles.xml"_s);
        if (!xml)
            return fail(xml.error());
        QHash<int, NumberLook> own;
        bool isOfCells = false;
        return forEach(*xml, [&](QXmlStreamReader &reader) -> Result<> {
            const QXmlStreamAttributes attributes = reader.attributes();
            if (reader.name() == u"numFmt")
                own.insert(attributes.value(u"numFmtId"_s).toInt(),
                           lookOfCode(attributes.value(u"formatCode"_s).toString()));
            else if (reader.name() == u"cellXfs" || reader.name() == u"cellStyleXfs"
                     || reader.name() == u"cellStyles" || reader.name() == u"dxfs")
                isOfCells = reader.name() == u"cellXfs";
            else if (reader.name() == u"xf" && isOfCells) {
                const int format = attributes.value(u"numFmtId"_s).toInt();
                m_looks.append(own.contains(format) ? own.value(format) : lookOfBuiltIn(format));
            }
            return {};
        });
    }

    [[nodiscard]] Result<CsvTable> readSheet(const QString &path)
    {
        const auto xml = m_archive.read(path);
        if (!xml)
            return fail(xml.error());
        CsvTable table;
        int line = 0;
        const Result<> done = forEach(*xml, [&](QXmlStreamReader &reader) -> Result<> {
            if (reader.name() == u"row") {
                bool hasNumber = false;
                const int number = reader.attributes().value(u"r"_s).toInt(&hasNumber);
                line = hasNumber ? number : line + 1;
                if (qsizetype(table.rows.size()) == csvRowsMax)
                    return fail(ErrorCode::LimitExceeded, u"the sheet has too many rows"_s);
                table.rows.push_back({line, {}});
            } else if (reader.name() == u"c" && !table.rows.empty()) {
                return readCell(reader, table.rows.back());
            }
            return {};
        });
        if (!done)
            return fail(done.error());
        std::erase_if(table.rows, [](const CsvRow &row) {
            return std::ranges::all_of(row.fields,
                                       [](const QString &field) { return field.isEmpty(); });
        });
        if (table.rows.empty())
            return fail(ErrorCode::InvalidInput, u"the sheet is empty"_s);
        return table;
    }

    [[nodiscard]] Result<> readCell(QXmlStreamReader &reader, CsvRow &row)
    {
        const QXmlStreamAttributes attributes = reader.attributes();
        const QString type = attributes.value(u"t"_s).toString();
        const int style = attributes.value(u"s"_s).toInt();
        qsizetype column = columnOfCell(attributes.value(u"r"_s));
        if (column < 0)
            column = row.fields.size();
        if (column >= csvColumnsMax)
            return fail(ErrorCode::LimitExceeded, u"the sheet has too many columns"_s);
        QString value;
        while (!(reader.isEndElement() && reader.name() == u"c") && !reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement() && reader.name() == u"v")
                value = reader.readElementText();
            else if (reader.isStartElement() && reader.name() == u"is")
                value = textIn(reader);
            else if (reader.isStartElement()) // a formula: what it comes to counts
                reader.skipCurrentElement();
        }
        QString text = value;
        if (type == u"s")
            text = m_texts.value(value.toLongLong());
        else if (type.isEmpty() || type == u"n")
            text = numberText(value, m_looks.value(style, NumberLook::Plain), m_epoch);
        else if (type == u"e")
            text.clear(); // "#REF!" is nobody's name
        if (text.size() > csvFieldCharsMax)
            return fail(ErrorCode::LimitExceeded, u"a cell is too long"_s);
        while (row.fields.size() <= column)
            row.fields.append(QString());
        row.fields[column] = text.trimmed();
        return {};
    }

    const ZipReader &m_archive;
    QDate m_epoch{1899, 12, 30}; // day 0, with the day that 1900 did not have
    QStringList m_texts;
    QList<NumberLook> m_looks; // by style
};

} // namespace

bool isXlsx(QByteArrayView bytes)
{
    return bytes.startsWith(QByteArrayView("PK\x03\x04", 4));
}

Result<CsvTable> readXlsx(QByteArrayView bytes)
{
    if (bytes.size() > csvBytesMax)
        return fail(ErrorCode::LimitExceeded, u"the file is larger than 16 MiB"_s);
    const Result<ZipReader> archive = ZipReader::open(bytes);
    if (!archive)
        return fail(archive.error().during(u"reading workbook"_s));
    Result<CsvTable> table = XlsxReader(*archive).read();
    if (!table)
        return fail(table.error().during(u"reading workbook"_s));
    return table;
}

Result<CsvTable> readTable(QByteArrayView bytes)
{
    return isXlsx(bytes) ? readXlsx(bytes) : readCsv(bytes);
}

} // namespace film
