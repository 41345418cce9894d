#pragma once

#include "shared/base/result.h"

#include <QByteArrayView>
#include <QStringList>

#include <vector>

namespace film {

inline constexpr qsizetype csvBytesMax = 16 * 1024 * 1024;
inline constexpr qsizetype csvRowsMax = 200'000;
inline constexpr qsizetype csvColumnsMax = 256;
inline constexpr qsizetype csvFieldCharsMax = 10'000;

enum class CsvEncoding : quint8 {
    Utf8,
    Utf16,
    Windows1252, // not said by the file: what is left when it is not valid UTF-8
};

struct CsvRow {
    int line = 0;       // where the row begins in the file; the first line is 1
    QStringList fields; // without outer spaces

    // The field, or an empty one where the row is shorter; column -1 is a column nobody has.
    [[nodiscard]] QString field(qsizetype column) const { return fields.value(column); }
};

struct CsvTable {
    CsvEncoding encoding = CsvEncoding::Utf8;
    QChar delimiter = u',';
    std::vector<CsvRow> rows; // those that have anything in them
};

// Reads a file as spreadsheets write it (RFC 4180 with any of , ; and tab between the fields and
// any line end). Fails on what is not text, on broken quotes and past the limits above: a file
// that is understood by half is worse than one that is refused.
[[nodiscard]] Result<CsvTable> readCsv(QByteArrayView bytes);

} // namespace film
