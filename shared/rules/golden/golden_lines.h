#pragma once

#include "shared/rules/local_text.h"
#include "shared/rules/price_week.h"

#include <QJsonObject>

#include <optional>

namespace film::rules {

// A case that has a price: its week, of which a single day is the only one.
struct PricedCase {
    WeekPay pay;
    std::vector<DayClock> clocks; // of its days
    bool isDay = false;           // nothing of a week is asked of it
};

// A line that a case came to, and how.
struct GoldenLine {
    QString code; // "hours", as programs know it
    Minutes minutes{0};
    int count = 0;
    Ratio factor = 1;
    Money amount{0, Currency::Usd};
    QString text;           // the derivation, for people …
    QJsonObject derivation; // … and for programs
};

// The first line whose derivation does not come to it, in words; nothing where all do.
[[nodiscard]] QString unfoundedLine(const PricedCase &priced);

[[nodiscard]] std::vector<GoldenLine> linesOf(const RulePack &pack, const PricedCase &priced,
                                              Language language);

} // namespace film::rules
