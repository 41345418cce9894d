#pragma once

#include "app/engine/engine_values.h"
#include "shared/rules/person_week.h"

namespace film::app {

// What the pay commands say in the same words.

// Rest and the run of days reach back this far.
inline constexpr int payDaysBefore = 14;
[[nodiscard]] QString moneyText(const Money &money);
[[nodiscard]] QString departmentOf(const Directory &directory, const Person &person);
// "0:30", "-1.0"; nothing for an empty text.
[[nodiscard]] Result<std::optional<Minutes>> signedLength(const QString &text);
// The unit's call on one of the sheets, which outlive it.
[[nodiscard]] std::function<std::optional<Minutes>(const WorkDayKey &)>
unitCallIn(const std::vector<ShootingDay> &sheets);

} // namespace film::app
