#pragma once

#include "shared/rules/pay_day.h"
#include "shared/rules/rule_pack.h"

namespace film::rules {

// The day as a clock at the gate would have stamped it, where the pack asks for that; nothing
// where it does not. Which instants it moved stands in the day, beside what was entered.
[[nodiscard]] std::optional<PayDay> withRoundedPunches(const RulePack &pack, const PayDay &day);

} // namespace film::rules
