#pragma once

#include "shared/base/clock.h"
#include "shared/domain/minutes.h"

#include <QDate>
#include <QTimeZone>

#include <array>

namespace film::rules {

// A minute in UTC. Spans of work are differences of these, so a night the clocks change is as
// long as it was.
using Moment = std::chrono::sys_time<Minutes>;

[[nodiscard]] inline Moment momentOf(Instant instant)
{
    return std::chrono::floor<Minutes>(instant);
}

// What the clock on the wall of one zone showed around one date. Made once per day: reading a
// zone's file is slow, and a what-if asks thousands of times.
class DayClock
{
public:
    // UTC.
    DayClock() = default;
    // The zone must be valid. Knows the day before the date and the three after it.
    DayClock(QDate date, const QTimeZone &zone);

    // Minutes from midnight of the date; negative the day before.
    [[nodiscard]] Minutes wallTime(Moment moment) const;
    // When the clock first shows the minutes from midnight of the date; the change itself for a
    // time the clocks jump over.
    [[nodiscard]] Moment firstAt(Minutes wallTime) const;

private:
    struct OffsetFrom {
        Moment since;
        Minutes offset{0};
    };

    Moment m_midnight{}; // of the date, as if its clock were UTC
    std::array<OffsetFrom, 4> m_offsets{};
    size_t m_count = 1;
};

} // namespace film::rules
