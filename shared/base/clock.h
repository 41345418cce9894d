#pragma once

#include <QtGlobal>

#include <chrono>

namespace film {

// A moment in UTC, to the millisecond.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

[[nodiscard]] constexpr Instant instantFromMs(qint64 msSinceEpoch)
{
    return Instant(std::chrono::milliseconds(msSinceEpoch));
}
[[nodiscard]] constexpr qint64 msSinceEpoch(Instant instant)
{
    return instant.time_since_epoch().count();
}

// Where the time comes from. The core never holds one: it is told what time it is.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override;
};

} // namespace film
