#pragma once

#include "shared/domain/minutes.h"
#include "shared/domain/money.h"
#include "shared/rules/ratio.h"

#include <optional>

namespace film::rules {

// What a person's deal says about money, as far as the rules need it. Amounts are in minor units
// of the pack's currency; which are there depends on how the deal was quoted.
struct DealTerms {
    std::optional<Ratio> hourly;
    std::optional<Ratio> dayRate;
    std::optional<Ratio> weekRate;
    std::optional<Ratio> dayHours; // pay hours the day rate was quoted for, else the pack's
    bool additionalHour = false;   // UK: works the additional contracted hour
    // Hours that are paid whatever is worked: of a day ("12s", "700 per 12"), or of a week.
    std::optional<Minutes> guarantee;

    // Up to a whole day it is of the day.
    [[nodiscard]] Minutes dayGuarantee() const
    {
        return guarantee && *guarantee <= wholeDay ? *guarantee : Minutes(0);
    }
    [[nodiscard]] Minutes weekGuarantee() const
    {
        return guarantee && *guarantee > wholeDay ? *guarantee : Minutes(0);
    }

    friend bool operator==(const DealTerms &, const DealTerms &) = default;
};

} // namespace film::rules
