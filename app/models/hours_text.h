#pragma once

#include "shared/domain/time_format.h"

#include <QLocale>

namespace film::app {

// The formats of the domain with the decimal point of the person's language.

[[nodiscard]] inline QString timeText(const TimeField &time, Notation notation)
{
    return formatTime(time, notation, QLocale().decimalPoint().at(0));
}

[[nodiscard]] inline QString timeText(Minutes time, Notation notation)
{
    return timeText(TimeField(WallTime{time}), notation);
}

[[nodiscard]] inline QString hoursText(Minutes length, Notation notation)
{
    return formatHours(length, notation, QLocale().decimalPoint().at(0));
}

// With its unit where it needs one: "0.9 h", but "0:54".
[[nodiscard]] inline QString lengthText(Minutes length, Notation notation)
{
    const QString text = hoursText(length, notation);
    return notation == Notation::Clock ? text : QString(text + QStringLiteral(" h"));
}

} // namespace film::app
