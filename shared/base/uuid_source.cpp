#include "shared/base/uuid_source.h"

namespace film {

UuidSource::UuidSource(RandomSource &random)
    : m_random(random)
{}

std::array<quint8, 16> UuidSource::nextBytes(Instant now)
{
    const qint64 ms = msSinceEpoch(now);
    // A clock set back keeps the last millisecond: ids of one process never go down.
    if (ms > m_lastMs) {
        m_lastMs = ms;
        m_counter = static_cast<quint16>(m_random.below(0x800)); // leaves room to count up
    } else if (++m_counter > 0xfff) {
        ++m_lastMs;
        m_counter = 0;
    }

    std::array<quint8, 16> bytes = m_random.bytes<16>();
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<size_t>(i)] = static_cast<quint8>(m_lastMs >> (40 - 8 * i));
    bytes[6] = static_cast<quint8>(0x70 | (m_counter >> 8));
    bytes[7] = static_cast<quint8>(m_counter & 0xff);
    bytes[8] = static_cast<quint8>((bytes[8] & 0x3f) | 0x80);
    return bytes;
}

} // namespace film
