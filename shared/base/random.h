#pragma once

#include <QtGlobal>

#include <array>
#include <span>

namespace film {

// Where randomness comes from; handed in, so that a simulated world can be replayed.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    [[nodiscard]] virtual quint64 next() = 0;

    void fill(std::span<quint8> bytes);
    // Evenly 0 … bound-1; bound must be positive.
    [[nodiscard]] quint64 below(quint64 bound);
    [[nodiscard]] bool oneIn(quint64 n) { return below(n) == 0; }
    template <size_t N>
    [[nodiscard]] std::array<quint8, N> bytes()
    {
        std::array<quint8, N> result {};
        fill(result);
        return result;
    }
};

// xoshiro256** seeded through splitmix64 (Blackman and Vigna, 2018). The same seed gives the
// same numbers everywhere, for ever: failing seeds are kept as tests.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(quint64 seed);
    [[nodiscard]] quint64 next() override;

private:
    std::array<quint64, 4> m_state {};
};

// For secrets and ids: OpenSSL's generator, which the operating system seeds.
class SystemRandom final : public RandomSource
{
public:
    [[nodiscard]] quint64 next() override;
};

} // namespace film
