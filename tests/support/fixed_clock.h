#pragma once

#include "shared/base/clock.h"

namespace film::test {

class FixedClock final : public Clock
{
public:
    explicit FixedClock(Instant instant)
        : time(instant)
    {}
    [[nodiscard]] Instant now() const override { return time; }

    Instant time;
};

} // namespace film::test
