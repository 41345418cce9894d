#pragma once

#include "shared/base/result.h"
#include "shared/domain/crew.h"
#include "shared/domain/import/csv_reader.h"
#include "shared/domain/import/date_text.h"
#include "shared/domain/import/import_verdict.h"
#include "shared/domain/import/number_text.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>
#include <vector>

namespace film {

// What a column of a crew list can mean.
enum class CrewColumn : quint8 {
    Name,
    FirstName,
    LastName,
    Department,
    Position,
    Unit,
    Union,
    Rate,
    DayRate,
    WeekRate,
    Currency,
    Guarantee,
    RulePack,
    From,
    To,
};
inline constexpr int crewColumnCount = int(CrewColumn::To) + 1;

// By the place of the column; nothing for one that is not used.
using CrewMeanings = std::vector<std::optional<CrewColumn>>;

struct CrewListOptions {
    ProductionId production;
    Currency currency = Currency::Usd;     // of rates that don't say
    QString unit = QStringLiteral("Main"); // of people whose row doesn't say
    std::optional<DateOrder> dateOrder{};
    std::optional<DecimalSign> decimalSign{};
    // Take the rows without a problem and leave the others out. Without it one bad row keeps
    // the whole list out: nobody notices a person who was silently left behind.
    bool importReadyRowsOnly = false;
    // What the columns mean, where a person has said it; else their headings do.
    std::optional<CrewMeanings> meanings{};
};

struct CrewList {
    std::vector<Unit> units;
    std::vector<Department> departments;
    std::vector<Person> people;
    // Of those whose row says anything about one; of whoever has several rows one from each.
    std::vector<Deal> deals;

    friend bool operator==(const CrewList &, const CrewList &) = default;
};

struct CrewListImport {
    CsvEncoding encoding = CsvEncoding::Utf8;
    QStringList ignoredColumns; // e-mail addresses and whatever else is not ours
    ImportVerdicts verdicts;
    CrewList crew; // all of it, or empty, or the ready rows where those were asked for
    // Of each of the people: where they stand in the file, and whether it names their unit.
    struct Origin {
        int row = 0;
        bool namesUnit = true;

        friend bool operator==(const Origin &, const Origin &) = default;
    };
    std::vector<Origin> origins{};
};

// Where the headings of a crew list are, and what they say that its columns mean.
struct CrewListHead {
    size_t row = 0; // in the table
    QStringList headings;
    CrewMeanings meanings;
};
[[nodiscard]] CrewListHead headOfCrewList(const CsvTable &table);

// Reads a crew list as a production office keeps it. Columns are found by their headings in
// English, German, French and Spanish. Fails where the file is no table at all; anything wrong
// with a row is a verdict. Importing the same list twice gives the same ids. A person who stands
// there again with a deal from another date on has that deal as well.
[[nodiscard]] Result<CrewListImport> importCrewList(QByteArrayView bytes,
                                                    const CrewListOptions &options);
// The same of a table that was read already, from a workbook or from text.
[[nodiscard]] CrewListImport importCrewList(const CsvTable &table, const CrewListOptions &options);

} // namespace film
