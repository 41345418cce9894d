#include "shared/domain/import/csv_reader.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <tuple>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array delimiters{u',', u';', u'\t'};
// How many rows are looked at to find the delimiter.
constexpr int sampleRows = 50;

// 0x80 to 0x9F of Windows-1252; 0 where it has no character.
constexpr std::array<char16_t, 32> windows1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct Text {
    CsvEncoding encoding;
    QString text;
};

Result<Text> decodeUtf16(QByteArrayView bytes)
{
    if (bytes.size() % 2 != 0)
        return fail(ErrorCode::InvalidInput, u"UTF-16 text with half a character"_s);
    QStringDecoder decoder(QStringDecoder::Utf16);
    const QString text = decoder(bytes);
    if (decoder.hasError() || !text.isValidUtf16())
        return fail(ErrorCode::InvalidInput, u"broken UTF-16 text"_s);
    return Text{CsvEncoding::Utf16, text};
}

Result<Text> decodeWindows1252(QByteArrayView bytes)
{
    QString text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.unicode() < 0x80 || c.unicode() > 0x9F)
            continue;
        c = windows1252.at(c.unicode() - 0x80U);
        if (c.isNull())
            return fail(ErrorCode::InvalidInput, u"neither UTF-8 nor Windows-1252 text"_s);
    }
    return Text{CsvEncoding::Windows1252, text};
}

Result<Text> decode(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF"))
        return decodeUtf16(bytes);
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    if (bytes.isValidUtf8())
        return Text{CsvEncoding::Utf8, QString::fromUtf8(bytes)};
    return decodeWindows1252(bytes);
}

// Pictures and office documents are full of control characters, a table has none but these three
// and, from some database exports, a vertical tab or form feed.
bool isBinary(QStringView text)
{
    return std::ranges::any_of(text, [](QChar c) { return c < u'\t' || (c > u'\r' && c < u' '); });
}

// Goes through the text once and hands out one row after the other.
class RowReader
{
public:
    RowReader(QStringView text, QChar delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {}

    // The next row that has anything in it; nothing at the end.
    [[nodiscard]] Result<std::optional<CsvRow>> next()
    {
        while (!atEnd()) {
            if (atLineEnd()) {
                skipLineEnd();
                continue;
            }
            Result<CsvRow> row = readRow();
            if (!row)
                return fail(row.error());
            const auto isEmpty = [](const QString &field) { return field.isEmpty(); };
            if (!std::ranges::all_of(row->fields, isEmpty))
                return std::optional(std::move(*row));
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] QChar current() const { return m_text.at(m_at); }
    [[nodiscard]] bool atLineEnd() const { return current() == u'\n' || current() == u'\r'; }

    [[nodiscard]] Result<CsvRow> readRow()
    {
        CsvRow row{m_line, {}};
        while (true) {
            Result<QString> field = readField();
            if (!field)
                return fail(field.error().during(u"row %1"_s.arg(row.line)));
            row.fields.append(field->trimmed());
            if (row.fields.size() > csvColumnsMax)
                return fail(ErrorCode::LimitExceeded, u"row %1: too many columns"_s.arg(row.line));
            if (atEnd())
                return row;
            if (atLineEnd()) {
                skipLineEnd();
                return row;
            }
            ++m_at; // the delimiter
        }
    }

    // Stops at a delimiter, a line end or the end of the text.
    [[nodiscard]] Result<QString> readField()
    {
        if (!atEnd() && current() == u'"')
            return readQuoted();
        const qsizetype begin = m_at;
        while (!atEnd() && current() != m_delimiter && !atLineEnd())
            ++m_at;
        if (m_at - begin > csvFieldCharsMax)
            return fail(ErrorCode::LimitExceeded, u"a field is too long"_s);
        return m_text.sliced(begin, m_at - begin).toString();
    }

    [[nodiscard]] Result<QString> readQuoted()
    {
        QString field;
        ++m_at; // the opening quote
        while (true) {
            if (atEnd())
                return fail(ErrorCode::InvalidInput, u"a quote is never closed"_s);
            if (current() == u'"') {
                ++m_at;
                if (atEnd() || current() != u'"')
                    break;
                field.append(u'"');
                ++m_at;
            } else if (atLineEnd()) {
                skipLineEnd();
                field.append(u'\n');
            } else {
                field.append(current());
                ++m_at;
            }
            if (field.size() > csvFieldCharsMax)
                return fail(ErrorCode::LimitExceeded, u"a field is too long"_s);
        }
        if (!atEnd() && current() != m_delimiter && !atLineEnd())
            return fail(ErrorCode::InvalidInput, u"text behind a closing quote"_s);
        return field;
    }

    void skipLineEnd()
    {
        const QChar first = current();
        ++m_at;
        if (first == u'\r' && !atEnd() && current() == u'\n')
            ++m_at;
        ++m_line;
    }

    QStringView m_text;
    QChar m_delimiter;
    qsizetype m_at = 0;
    int m_line = 1;
};

// How much a table looks like one when read with this delimiter: rows that are divided at all,
// rows of the commonest width, fields.
using Fitness = std::tuple<int, int, qsizetype>;

Fitness fitness(QStringView text, QChar delimiter)
{
    RowReader reader(text, delimiter);
    std::map<qsizetype, int> rowsOfWidth;
    Fitness result{};
    for (int i = 0; i < sampleRows; ++i) {
        const Result<std::optional<CsvRow>> row = reader.next();
        if (!row || !row->has_value())
            break;
        const qsizetype width = (*row)->fields.size();
        if (width < 2)
            continue;
        auto &[divided, sameWidth, fields] = result;
        ++divided;
        sameWidth = std::max(sameWidth, ++rowsOfWidth[width]);
        fields += width;
    }
    return result;
}

QChar detectDelimiter(QStringView text)
{
    return *std::ranges::max_element(delimiters, {},
                                     [text](QChar delimiter) { return fitness(text, delimiter); });
}

} // namespace

Result<CsvTable> readCsv(QByteArrayView bytes)
{
    if (bytes.size() > csvBytesMax)
        return fail(ErrorCode::LimitExceeded, u"the file is larger than 16 MiB"_s);
    const Result<Text> text = decode(bytes);
    if (!text)
        return fail(text.error());
    if (isBinary(text->text))
        return fail(ErrorCode::InvalidInput, u"the file is not text"_s);

    CsvTable table{text->encoding, detectDelimiter(text->text), {}};
    RowReader reader(text->text, table.delimiter);
    while (true) {
        Result<std::optional<CsvRow>> row = reader.next();
        if (!row)
            return fail(row.error());
        if (!row->has_value())
            break;
        if (qsizetype(table.rows.size()) == csvRowsMax)
            return fail(ErrorCode::LimitExceeded,
                        u"the file has more than %1 rows"_s.arg(csvRowsMax));
        table.rows.push_back(std::move(**row));
    }
    if (table.rows.empty())
        return fail(ErrorCode::InvalidInput, u"the file is empty"_s);
    return table;
}

} // namespace film
