#pragma once

#include "shared/base/clock.h"
#include "shared/domain/work_day.h"

#include <QTimeZone>

#include <variant>

namespace film {

// Wall times of a work day on the clock of its zone. Making a QTimeZone reads a file: make one
// per zone with zoneFor() and pass it on.

// The clocks go back over it: it comes twice, and a person has to say which.
struct AmbiguousTime {
    Instant first;
    Instant second;

    friend bool operator==(const AmbiguousTime &, const AmbiguousTime &) = default;
};

// The clocks go forward over it: it never comes. The neighbours are the same reading of a clock
// not yet put forward (later) and of one put forward too soon (earlier); where a whole day was
// left out (Samoa, 2011-12-30) they lie outside the date.
struct TimeInGap {
    WallTime earlier;
    WallTime later;

    friend bool operator==(const TimeInGap &, const TimeInGap &) = default;
};

struct UnknownZone {
    friend bool operator==(UnknownZone, UnknownZone) = default;
};

using ZoneReading = std::variant<Instant, AmbiguousTime, TimeInGap, UnknownZone>;

// Not valid if this computer does not know the zone. Only IANA names count: "UTC+1" is none.
[[nodiscard]] QTimeZone zoneFor(const QByteArray &ianaName);

// What the minutes from midnight of the date mean on the zone's clock, before anybody was asked.
[[nodiscard]] ZoneReading readWallTime(QDate date, Minutes minutes, const QTimeZone &zone);

// The same with the answer: fold chooses where the time is ambiguous and counts for nothing
// elsewhere. Nothing for a time in a gap, or if the zone is not known.
[[nodiscard]] std::optional<Instant> toInstant(QDate date, WallTime time, const QTimeZone &zone);

// What the zone's clock showed at the instant, as minutes from midnight of the date; the minute
// that had begun. The zone must be valid.
[[nodiscard]] WallTime toWallTime(QDate date, Instant instant, const QTimeZone &zone);

// The time that went by between two wall times, with the change of the clocks counted.
[[nodiscard]] std::optional<Minutes> spanInUtc(QDate date, WallTime from, WallTime to,
                                               const QTimeZone &zone);

// workedMinutes() in time that went by.
[[nodiscard]] std::optional<Minutes> workedInUtc(const WorkDay &day, const QTimeZone &zone);

} // namespace film
