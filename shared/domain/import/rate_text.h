#pragma once

#include "shared/domain/import/import_verdict.h"
#include "shared/domain/import/number_text.h"
#include "shared/domain/money.h"

#include <optional>

namespace film {

// A rate as a crew list writes it: "52", "$52.00", "52,00 €", "USD 1'234.50/h".
struct RateReading {
    ImportKind kind = ImportKind::Ready; // else BadRate, AmbiguousRate or UnknownCurrency
    std::optional<Money> rate;
    QStringList readings; // of an ambiguous rate
};

struct RateContext {
    std::optional<Currency> named;  // by a column of its own
    Currency usual = Currency::Usd; // the production's
    std::optional<DecimalSign> decimalSign;
};

[[nodiscard]] RateReading readRate(QStringView text, const RateContext &context);

// "USD", "usd", "US$", "£"; not "$", which four countries here use.
[[nodiscard]] std::optional<Currency> readCurrency(QStringView text);

} // namespace film
