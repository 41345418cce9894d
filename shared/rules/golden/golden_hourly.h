#pragma once

#include "shared/rules/golden/golden_fields.h"

namespace film::rules {

// "time": rounding of punches and of the day, and how long a pause is work.
void readGoldenTime(GoldenFields &fields, TimeRules &time);

// The pack of a small engine that pays by the hour, in the flat form or with a rule pack's blocks.
void readGoldenHourly(GoldenFields &fields, RulePack &pack);

} // namespace film::rules
