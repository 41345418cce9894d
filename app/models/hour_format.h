#pragma once

#include "shared/domain/minutes.h"

#include <QLocale>
#include <QString>

namespace film::app {

// How the person likes hours and times of day to be written. What is stored is minutes.
enum class HourFormat { Tenths, HoursMinutes };

// 13.5 or 13:30, for times of day and lengths alike; 26.5 is half past two on the next day.
// Tenths are rounded half up, to one decimal always.
[[nodiscard]] QString hoursText(Minutes minutes, HourFormat format, const QLocale &locale = {});

} // namespace film::app
