#pragma once

#include "shared/rules/price_week.h"

#include <QJsonObject>

namespace film::rules {

// What a day or a week came to, under the names that cases have for it.
[[nodiscard]] QJsonObject actualOfDay(const RulePack &pack, const DayPay &pay);
[[nodiscard]] QJsonObject actualOfWeek(const RulePack &pack, const WeekPay &pay);

} // namespace film::rules
