#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace film {

enum class Currency : quint8 { Usd, Gbp, Eur, Cad, Aud, Nzd };

// ISO 4217, such as "USD".
[[nodiscard]] QString currencyCode(Currency currency);
[[nodiscard]] std::optional<Currency> currencyFromCode(QStringView code);

// A sum in minor units (pence, cents). Never a double: a payroll run has to add up to the penny.
class Money
{
public:
    constexpr Money(qint64 minorUnits, Currency currency)
        : m_minorUnits(minorUnits)
        , m_currency(currency)
    {}

    [[nodiscard]] constexpr qint64 minorUnits() const { return m_minorUnits; }
    [[nodiscard]] constexpr Currency currency() const { return m_currency; }

    friend constexpr Money operator+(Money a, Money b)
    {
        Q_ASSERT(a.m_currency == b.m_currency);
        return {a.m_minorUnits + b.m_minorUnits, a.m_currency};
    }
    friend constexpr bool operator==(Money, Money) = default;

private:
    qint64 m_minorUnits;
    Currency m_currency;
};

} // namespace film
