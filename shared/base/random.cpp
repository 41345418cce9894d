#include "shared/base/random.h"

#include <openssl/rand.h>

#include <bit>
#include <cstdlib>
#include <cstring>

namespace film {

void RandomSource::fill(std::span<quint8> bytes)
{
    size_t done = 0;
    while (done < bytes.size()) {
        const quint64 word = next();
        const size_t count = std::min(sizeof word, bytes.size() - done);
        std::memcpy(bytes.data() + done, &word, count);
        done += count;
    }
}

quint64 RandomSource::below(quint64 bound)
{
    Q_ASSERT(bound > 0);
    // Numbers past the largest multiple of bound would favour the small results.
    const quint64 unfair = (0 - bound) % bound;
    quint64 word = next();
    while (word < unfair)
        word = next();
    return word % bound;
}

SeededRandom::SeededRandom(quint64 seed)
{
    for (quint64 &word : m_state) {
        seed += 0x9e3779b97f4a7c15ULL;
        quint64 z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        word = z ^ (z >> 31);
    }
}

quint64 SeededRandom::next()
{
    const quint64 result = std::rotl(m_state[1] * 5, 7) * 9;
    const quint64 t = m_state[1] << 17;
    m_state[2] ^= m_state[0];
    m_state[3] ^= m_state[1];
    m_state[1] ^= m_state[2];
    m_state[0] ^= m_state[3];
    m_state[2] ^= t;
    m_state[3] = std::rotl(m_state[3], 45);
    return result;
}

// Qt's generator asks the processor for every word, and some take a microsecond for it: with the
// salts that was a fifteenth of what a lane does.
quint64 SystemRandom::next()
{
    std::array<quint8, sizeof(quint64)> bytes{};
    // Ids and secrets that somebody could guess are worse than none.
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        std::abort();
    return std::bit_cast<quint64>(bytes);
}

} // namespace film
