#pragma once

#include "shared/base/result.h"
#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/import/csv_reader.h"
#include "shared/domain/import/date_text.h"
#include "shared/domain/import/import_verdict.h"
#include "shared/domain/time_text.h"
#include "shared/domain/work_day.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace film {

struct WorkDayOptions {
    QByteArray zone; // of the production, for days without a call sheet
    // Where a day has its zone and place from, and what "cs" and "c" mean in a line.
    std::vector<ShootingDay> shootingDays;
    std::optional<DateOrder> dateOrder{};
    PointStyle pointStyle = PointStyle::Ask;
    Currency usualMoney = Currency::Usd; // of an allowance that names none
    bool importReadyRowsOnly = false;    // leave out the rows with a problem, keep the others
};

struct WorkDayImport {
    CsvEncoding encoding = CsvEncoding::Utf8;
    QStringList ignoredColumns;
    ImportVerdicts verdicts;
    std::vector<WorkDay> days; // all, or none, or the ready ones where those were asked for
};

// Reads entered days: person, department, date, unit, day type, and a line as it would be typed
// ("0700 1300-1330 1930"). An unfinished line is taken as far as it goes. A time that comes twice
// because the clocks go back is a verdict: no line can say which of the two it was.
[[nodiscard]] Result<WorkDayImport> importWorkDays(QByteArrayView bytes, const CrewList &crew,
                                                   const WorkDayOptions &options);

} // namespace film
