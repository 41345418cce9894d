#pragma once

#include "shared/rules/day_work.h"

namespace film::rules {

// The rest that the pack asks for before a call: that of the week's end where the day says so,
// less before a late call. Nothing if it asks for none.
struct RestAsked {
    const RestRule *rule = nullptr;
    const Parameter *required = nullptr;
    bool isLateCall = false;
};
[[nodiscard]] std::optional<RestAsked> restAskedBefore(const RulePack &pack, const PayDay &day);

// The factor of the shift before, which goes on because too little rest lay between.
struct CarriedRate {
    Term factor;                   // with why it is that one
    qint32 rule = -1;              // the limit that the shortage is past
    std::optional<Moment> until{}; // when the rest would have been over, if it ends with that
};

// Judges the rest before the day and pays for what was short. What the shift before was paid
// last carries on through the day, or as long as the rest would have lasted, where the pack says
// so: that factor is returned.
[[nodiscard]] std::optional<CarriedRate> priceRest(DayWork &work);

} // namespace film::rules
