#pragma once

#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace film {

// Makes UUIDv7 (RFC 9562, 5.7): millisecond, 12-bit counter that only grows within one
// millisecond, 62 random bits. Qt 6.4 has no v7. One source per thread.
class UuidSource
{
public:
    explicit UuidSource(RandomSource &random);

    template <typename IdType>
    [[nodiscard]] IdType next(Instant now)
    {
        return IdType(nextBytes(now));
    }

private:
    [[nodiscard]] std::array<quint8, 16> nextBytes(Instant now);

    RandomSource &m_random;
    qint64 m_lastMs = -1;
    quint16 m_counter = 0;
};

} // namespace film
