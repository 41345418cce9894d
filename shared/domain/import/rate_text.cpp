#include "shared/domain/import/rate_text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace film {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, Currency>, 8> symbols{{
    {u"US$", Currency::Usd},
    {u"C$", Currency::Cad},
    {u"CA$", Currency::Cad},
    {u"A$", Currency::Aud},
    {u"AU$", Currency::Aud},
    {u"NZ$", Currency::Nzd},
    {u"£", Currency::Gbp},
    {u"€", Currency::Eur},
}};

bool isDollar(Currency currency)
{
    return currencyCode(currency).endsWith(u'D');
}

// Which currency a rate with this mark is in; nothing where the mark is unknown or contradicts
// the column.
std::optional<Currency> currencyOfRate(QStringView mark, const RateContext &context)
{
    if (mark.isEmpty())
        return context.named.value_or(context.usual);
    if (mark == u"$") {
        const Currency currency = context.named.value_or(context.usual);
        return isDollar(currency) ? std::optional(currency) : std::nullopt;
    }
    const std::optional<Currency> marked = readCurrency(mark);
    return !context.named || context.named == marked ? marked : std::nullopt;
}

// Letters and currency signs name a currency; a minus or a bracket doesn't.
bool namesCurrency(QStringView mark)
{
    return std::ranges::all_of(
        mark, [](QChar c) { return c.isLetter() || c.category() == QChar::Symbol_Currency; });
}

} // namespace

std::optional<Currency> readCurrency(QStringView text)
{
    const QString upper = text.trimmed().toString().toUpper();
    for (const auto &[symbol, currency] : symbols) {
        if (upper == symbol)
            return currency;
    }
    return currencyFromCode(upper);
}

RateReading readRate(QStringView text, const RateContext &context)
{
    static const QRegularExpression pattern(
        u"^([^0-9]*)([0-9](?:.*[0-9])?)([^0-9/]*)(?:/ *(?:h|hr|hour|std\\.?|heure|hora))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return {ImportKind::BadRate, std::nullopt, {}};
    const QString before = match.captured(1).trimmed();
    const QString behind = match.captured(3).trimmed();
    const QString mark = before + behind;
    if ((!before.isEmpty() && !behind.isEmpty()) || !namesCurrency(mark))
        return {ImportKind::BadRate, std::nullopt, {}};

    const std::optional<Currency> currency = currencyOfRate(mark, context);
    if (!currency)
        return {ImportKind::UnknownCurrency, std::nullopt, {}};
    const NumberReading number = readNumber(match.capturedView(2), context.decimalSign);
    if (number.isAmbiguous())
        return {ImportKind::AmbiguousRate, std::nullopt, number.readings};
    if (!number.hundredths)
        return {ImportKind::BadRate, std::nullopt, {}};
    return {ImportKind::Ready, Money(*number.hundredths, *currency), {}};
}

} // namespace film
