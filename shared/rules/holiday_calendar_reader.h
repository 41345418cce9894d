#pragma once

#include "shared/rules/holiday_calendar.h"
#include "shared/rules/pack_notes.h"

#include <QByteArray>

namespace film::rules {

struct HolidayReading {
    std::optional<HolidayCalendar> calendar;
    std::vector<PackProblem> problems;
};

// Reads a calendar as docs/rule-packs.md describes it, as strictly as readRulePack() reads packs.
[[nodiscard]] HolidayReading readHolidayCalendar(const QByteArray &json);

} // namespace film::rules
