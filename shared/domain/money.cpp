#include "shared/domain/money.h"

#include <array>
#include <utility>

namespace film {

using namespace Qt::StringLiterals;

namespace {
constexpr std::array<std::pair<Currency, QStringView>, 6> codes{{
    {Currency::Usd, u"USD"},
    {Currency::Gbp, u"GBP"},
    {Currency::Eur, u"EUR"},
    {Currency::Cad, u"CAD"},
    {Currency::Aud, u"AUD"},
    {Currency::Nzd, u"NZD"},
}};
}

QString currencyCode(Currency currency)
{
    for (const auto &[known, code] : codes) {
        if (known == currency)
            return code.toString();
    }
    Q_UNREACHABLE();
}

std::optional<Currency> currencyFromCode(QStringView code)
{
    for (const auto &[known, knownCode] : codes) {
        if (knownCode == code)
            return known;
    }
    return std::nullopt;
}

} // namespace film
