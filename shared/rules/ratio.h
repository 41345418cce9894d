#pragma once

#include <QString>
#include <QtGlobal>

#include <compare>
#include <optional>

namespace film::rules {

// An exact fraction of two 64-bit integers, always in lowest terms. Pay is computed with these
// and rounded once, where the pack says: a double would lose the cent that a third of an hour
// and a factor of 1.1 make. What does not fit into 64 bits is not a number any more (isNumber()
// is false) and stays so in everything computed from it.
class Ratio
{
public:
    constexpr Ratio(qint64 whole = 0)
        : m_numerator(whole)
    {}
    // A denominator of 0 makes no number.
    [[nodiscard]] static Ratio of(qint64 numerator, qint64 denominator);
    // "12", "-0.5", "7.50": up to 9 digits before the point and 6 behind it; no exponent.
    [[nodiscard]] static std::optional<Ratio> fromDecimal(QStringView text);
    [[nodiscard]] static Ratio notANumber() { return of(0, 0); }

    [[nodiscard]] bool isNumber() const { return m_denominator != 0; }
    [[nodiscard]] qint64 numerator() const { return m_numerator; }
    [[nodiscard]] qint64 denominator() const { return m_denominator; }
    [[nodiscard]] bool isZero() const { return isNumber() && m_numerator == 0; }

    // The nearest whole number; a half goes up, away from zero.
    [[nodiscard]] qint64 roundedHalfUp() const;
    // The smallest multiple of step (> 0) that is not less.
    [[nodiscard]] Ratio roundedUpTo(const Ratio &step) const;
    // The largest multiple of step (> 0) that is not more.
    [[nodiscard]] Ratio roundedDownTo(const Ratio &step) const;
    // The nearest multiple of step (> 0); a half goes up.
    [[nodiscard]] Ratio roundedHalfUpTo(const Ratio &step) const;

    // With at least `least` and at most `most` digits behind the point, the last one rounded.
    [[nodiscard]] QString toDecimal(int least = 0, int most = 4) const;

    friend Ratio operator+(const Ratio &a, const Ratio &b);
    friend Ratio operator-(const Ratio &a, const Ratio &b);
    friend Ratio operator*(const Ratio &a, const Ratio &b);
    friend Ratio operator/(const Ratio &a, const Ratio &b);
    Ratio &operator+=(const Ratio &other) { return *this = *this + other; }
    friend bool operator==(const Ratio &, const Ratio &) = default;
    // What is no number is neither less nor more than anything.
    friend std::partial_ordering operator<=>(const Ratio &a, const Ratio &b);

private:
    [[nodiscard]] static Ratio product(qint64 a, qint64 b, qint64 c, qint64 d);

    qint64 m_numerator = 0;
    qint64 m_denominator = 1;
};

[[nodiscard]] Ratio smallerOf(const Ratio &a, const Ratio &b);
[[nodiscard]] Ratio largerOf(const Ratio &a, const Ratio &b);

} // namespace film::rules
