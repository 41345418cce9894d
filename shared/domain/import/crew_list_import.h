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

struct CrewListOptions {
    ProductionId production;
    Currency currency = Currency::Usd;     // of rates that don't say
    QString unit = QStringLiteral("Main"); // of people whose row doesn't say
    std::optional<DateOrder> dateOrder{};
    std::optional<DecimalSign> decimalSign{};
    // Take the rows without a problem and leave the others out. Without it one bad row keeps
    // the whole list out: nobody notices a person who was silently left behind.
    bool importReadyRowsOnly = false;
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
};

// Reads a crew list as a production office keeps it. Columns are found by their headings in
// English, German, French and Spanish. Fails where the file is no table at all; anything wrong
// with a row is a verdict. Importing the same list twice gives the same ids. A person who stands
// there again with a deal from another date on has that deal as well.
[[nodiscard]] Result<CrewListImport> importCrewList(QByteArrayView bytes,
                                                    const CrewListOptions &options);

} // namespace film
