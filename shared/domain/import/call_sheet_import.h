#pragma once

#include "shared/base/result.h"
#include "shared/domain/crew.h"
#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/import/csv_reader.h"
#include "shared/domain/import/date_text.h"
#include "shared/domain/import/import_verdict.h"
#include "shared/domain/time_text.h"

#include <QByteArrayView>

#include <map>
#include <optional>

namespace film {

struct CallSheetOptions {
    QByteArray zone; // of the production, for a sheet that names none
    std::optional<DateOrder> dateOrder{};
    PointStyle pointStyle = PointStyle::Ask;
    // Take what has no problem and leave the other lines out. Without a readable date and unit
    // there is no day in any case.
    bool importReadyRowsOnly = false;
    // Who is meant by a name that nobody has, or that several have: as somebody decided.
    std::map<QString, PersonId> people{};
};

struct CallSheetImport {
    CsvEncoding encoding = CsvEncoding::Utf8;
    QString production;       // the title on the sheet, for the caller to compare
    QStringList ignoredLines; // headings that mean nothing to us
    ImportVerdicts verdicts;
    std::optional<ShootingDay> day;
};

// Reads the call sheet of one day and one unit: lines of a heading and a value (Date, Unit, Call,
// Wrap …), then a table of department, person and call. A row without a person is the
// department's call; people who are called with their department need no row. Headings are
// known in English, German, French and Spanish.
[[nodiscard]] Result<CallSheetImport> importCallSheet(QByteArrayView bytes, const CrewList &crew,
                                                      const CallSheetOptions &options);

} // namespace film
