#pragma once

#include "shared/domain/import/csv_reader.h"

namespace film {

[[nodiscard]] bool isXlsx(QByteArrayView bytes);

// The first sheet of a workbook as spreadsheets show it: texts, numbers with a point, dates as
// 2025-11-20, times as 07:00, what formulas came to. Of what it looks like only that counts which
// makes a date of a number. The limits are those of a CSV file.
[[nodiscard]] Result<CsvTable> readXlsx(QByteArrayView bytes);

// A table, whichever of the two it is: a workbook, or text.
[[nodiscard]] Result<CsvTable> readTable(QByteArrayView bytes);

} // namespace film
