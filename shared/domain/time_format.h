#pragma once

#include "shared/domain/work_day.h"

#include <QString>

namespace film {

// How a person wants to see hours: 13.5 or 13:30.
enum class Notation : quint8 { Tenths, Clock };

// "7.0", "26.5" or "07:00", "02:30+1" (the next day). "-" for none, empty for unknown. Tenths
// are rounded to the nearest for the eye only; the minute is kept. The point is as QLocale has it.
[[nodiscard]] QString formatTime(const TimeField &time, Notation notation, QChar point = u'.');

// A length: "12.0" or "12:00", "-0.5" or "-0:30".
[[nodiscard]] QString formatHours(Minutes length, Notation notation, QChar point = u'.');

} // namespace film
