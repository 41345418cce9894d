#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace film {

// What an import has to say about a row. The words for people are made from it in app/ui.
enum class ImportKind : quint8 {
    Ready,         // nothing is wrong with the row
    MissingColumn, // the file has no such column, or the sheet no such line; row is the header's
    MissingName,
    MissingDepartment,
    MissingDate,
    MissingCall,
    UnknownPerson,
    UnknownDepartment,
    UnknownUnit,
    UnknownZone,
    UnknownCurrency,
    UnknownDayType,
    UnknownWeekday,
    AmbiguousPerson, // the same name in several departments: readings has them
    AmbiguousRate,   // readings has both amounts
    AmbiguousDate,   // readings has both days, as ISO dates
    AmbiguousTime,   // readings has both times
    BadRate,
    BadGuarantee,
    BadDate,
    BadTime,
    BadDayNumber,
    BadLine,
    Duplicate, // the same as otherRow
    TooLong,
};

struct ImportVerdict {
    int row = 0; // as in the file; the first line is 1
    ImportKind kind = ImportKind::Ready;
    QString column;       // as the file calls it; our own name where it is missing
    QString text;         // what stands there
    QStringList readings; // what it could mean, where that is the question
    int otherRow = 0;

    friend bool operator==(const ImportVerdict &, const ImportVerdict &) = default;
};

// In the order of the file. A row without a problem has one verdict, Ready; any other row has
// one for each problem.
using ImportVerdicts = std::vector<ImportVerdict>;

[[nodiscard]] bool allReady(const ImportVerdicts &verdicts);
// A short stable name for logs and for `--json`, such as "ambiguous-date".
[[nodiscard]] QString importKindName(ImportKind kind);

} // namespace film
