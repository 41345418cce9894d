#include "shared/rules/ratio.h"

#include <QtNumeric>

#include <numeric>

namespace film::rules {

namespace {

constexpr int wholeDigitsMax = 9;
constexpr int decimalsMax = 6;

Ratio sum(const Ratio &a, const Ratio &b, qint64 sign)
{
    if (!a.isNumber() || !b.isNumber())
        return Ratio::notANumber();
    if (a.denominator() == 1 && b.denominator() == 1) {
        qint64 whole = 0;
        if (qAddOverflow(a.numerator(), sign * b.numerator(), &whole))
            return Ratio::notANumber();
        return Ratio(whole);
    }
    const qint64 common = std::gcd(a.denominator(), b.denominator());
    qint64 left = 0;
    qint64 right = 0;
    qint64 numerator = 0;
    qint64 denominator = 0;
    if (qMulOverflow(a.numerator(), b.denominator() / common, &left)
        || qMulOverflow(sign * b.numerator(), a.denominator() / common, &right)
        || qAddOverflow(left, right, &numerator)
        || qMulOverflow(a.denominator(), b.denominator() / common, &denominator))
        return Ratio::notANumber();
    return Ratio::of(numerator, denominator);
}

qint64 floorDivide(qint64 numerator, qint64 denominator)
{
    const qint64 quotient = numerator / denominator;
    return numerator % denominator < 0 ? quotient - 1 : quotient;
}

} // namespace

Ratio Ratio::of(qint64 numerator, qint64 denominator)
{
    Ratio ratio;
    ratio.m_numerator = numerator;
    ratio.m_denominator = denominator;
    if (denominator == 0) {
        ratio.m_numerator = 0;
        return ratio;
    }
    if (denominator == 1)
        return ratio;
    if (denominator == std::numeric_limits<qint64>::min()
        || numerator == std::numeric_limits<qint64>::min())
        return notANumber();
    const qint64 common = std::gcd(numerator, denominator);
    ratio.m_numerator = (denominator < 0 ? -numerator : numerator) / common;
    ratio.m_denominator = (denominator < 0 ? -denominator : denominator) / common;
    return ratio;
}

std::optional<Ratio> Ratio::fromDecimal(QStringView text)
{
    const bool isNegative = text.startsWith(u'-');
    if (isNegative)
        text = text.mid(1);
    const qsizetype point = text.indexOf(u'.');
    const QStringView whole = point < 0 ? text : text.left(point);
    const QStringView decimals = point < 0 ? QStringView() : text.mid(point + 1);
    if (whole.isEmpty() || whole.size() > wholeDigitsMax || decimals.size() > decimalsMax
        || (point >= 0 && decimals.isEmpty()))
        return std::nullopt;
    qint64 digits = 0;
    qint64 scale = 1;
    for (const QStringView part : {whole, decimals}) {
        for (const QChar character : part) {
            if (character < u'0' || character > u'9')
                return std::nullopt;
            digits = digits * 10 + (character.unicode() - u'0');
        }
    }
    for (qsizetype i = 0; i < decimals.size(); ++i)
        scale *= 10;
    return of(isNegative ? -digits : digits, scale);
}

qint64 Ratio::roundedHalfUp() const
{
    Q_ASSERT(isNumber());
    const bool isNegative = m_numerator < 0;
    const qint64 size = isNegative ? -m_numerator : m_numerator;
    const qint64 whole = size / m_denominator;
    const qint64 rest = size % m_denominator;
    const qint64 rounded = rest >= m_denominator - rest ? whole + 1 : whole;
    return isNegative ? -rounded : rounded;
}

Ratio Ratio::roundedUpTo(const Ratio &step) const
{
    const Ratio steps = *this / step;
    if (!steps.isNumber())
        return notANumber();
    return Ratio(-floorDivide(-steps.m_numerator, steps.m_denominator)) * step;
}

Ratio Ratio::roundedDownTo(const Ratio &step) const
{
    const Ratio steps = *this / step;
    if (!steps.isNumber())
        return notANumber();
    return Ratio(floorDivide(steps.m_numerator, steps.m_denominator)) * step;
}

Ratio Ratio::roundedHalfUpTo(const Ratio &step) const
{
    if (isNumber() && step.m_numerator == 1 && step.m_denominator == 1)
        return Ratio(roundedHalfUp());
    const Ratio steps = *this / step;
    if (!steps.isNumber())
        return notANumber();
    return Ratio(steps.roundedHalfUp()) * step;
}

QString Ratio::toDecimal(int least, int most) const
{
    if (!isNumber())
        return QStringLiteral("?");
    Q_ASSERT(least >= 0 && least <= most && most <= decimalsMax);
    qint64 scale = 1;
    for (int i = 0; i < most; ++i)
        scale *= 10;
    const Ratio scaled = *this * Ratio(scale);
    if (!scaled.isNumber())
        return QStringLiteral("?");
    const qint64 rounded = scaled.roundedHalfUp();
    const qint64 size = rounded < 0 ? -rounded : rounded;
    QString decimals;
    if (most > 0)
        decimals = QString::number(size % scale).rightJustified(most, u'0');
    while (decimals.size() > least && decimals.endsWith(u'0'))
        decimals.chop(1);
    QString text = QString::number(size / scale);
    if (rounded < 0)
        text.prepend(u'-');
    return decimals.isEmpty() ? text : text + u'.' + decimals;
}

// a/b times c/d, both in lowest terms, b and d positive: what can be cancelled is cancelled before
// the product is made, so that only results that do not fit are lost, and the result is in lowest
// terms as well.
Ratio Ratio::product(qint64 a, qint64 b, qint64 c, qint64 d)
{
    Ratio result;
    if (b == 1 && d == 1)
        return qMulOverflow(a, c, &result.m_numerator) ? notANumber() : result;
    if (a == 0 || c == 0)
        return result;
    const qint64 left = d == 1 ? 1 : std::gcd(a, d);
    const qint64 right = b == 1 ? 1 : std::gcd(c, b);
    if (qMulOverflow(a / left, c / right, &result.m_numerator)
        || qMulOverflow(b / right, d / left, &result.m_denominator))
        return notANumber();
    return result;
}

Ratio operator+(const Ratio &a, const Ratio &b)
{
    return sum(a, b, 1);
}

Ratio operator-(const Ratio &a, const Ratio &b)
{
    return sum(a, b, -1);
}

Ratio operator*(const Ratio &a, const Ratio &b)
{
    if (!a.isNumber() || !b.isNumber())
        return Ratio::notANumber();
    return Ratio::product(a.m_numerator, a.m_denominator, b.m_numerator, b.m_denominator);
}

Ratio operator/(const Ratio &a, const Ratio &b)
{
    if (!a.isNumber() || !b.isNumber() || b.m_numerator == 0)
        return Ratio::notANumber();
    if (b.m_numerator < 0)
        return Ratio::product(a.m_numerator, a.m_denominator, -b.m_denominator, -b.m_numerator);
    return Ratio::product(a.m_numerator, a.m_denominator, b.m_denominator, b.m_numerator);
}

std::partial_ordering operator<=>(const Ratio &a, const Ratio &b)
{
    if (!a.isNumber() || !b.isNumber())
        return std::partial_ordering::unordered;
    if (a.m_denominator == b.m_denominator)
        return a.m_numerator <=> b.m_numerator;
    qint64 left = 0;
    qint64 right = 0;
    if (!qMulOverflow(a.m_numerator, b.m_denominator, &left)
        && !qMulOverflow(b.m_numerator, a.m_denominator, &right))
        return left <=> right;
    const Ratio difference = a - b;
    if (!difference.isNumber())
        return std::partial_ordering::unordered;
    return difference.m_numerator <=> 0;
}

Ratio smallerOf(const Ratio &a, const Ratio &b)
{
    return b < a ? b : a;
}

Ratio largerOf(const Ratio &a, const Ratio &b)
{
    return a < b ? b : a;
}

} // namespace film::rules
