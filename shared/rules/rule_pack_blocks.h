#pragma once

#include "shared/rules/json_fields.h"

namespace film::rules {

// The blocks of a pack, each from its object. What one block cannot know, such as whether the pay
// model has any use for it, is judged by checkRulePack().

[[nodiscard]] std::vector<Tier> tiersIn(JsonFields &fields, QStringView key);
void readDayKinds(JsonFields &fields, RulePack &pack);
void readConsecutive(JsonFields &fields, ConsecutiveRules &consecutive);
void readHolidays(JsonFields &fields, HolidayRules &holidays);
[[nodiscard]] RestRule restRuleIn(JsonFields &fields);

[[nodiscard]] MealRules mealRulesIn(JsonFields &fields);

void readTime(JsonFields &fields, TimeRules &time);
void readWorkDay(JsonFields &fields, RulePack &pack);
void readRates(JsonFields &fields, RateRules &rates);
[[nodiscard]] OvertimeRules overtimeRulesIn(JsonFields &fields);
[[nodiscard]] NightRules nightRulesIn(JsonFields &fields);
[[nodiscard]] EarlyRule earlyRuleIn(JsonFields &fields);
[[nodiscard]] TravelRules travelRulesIn(JsonFields &fields);
void readWeekly(JsonFields &fields, RulePack &pack);
void readGuarantees(JsonFields &fields, RulePack &pack);

} // namespace film::rules
