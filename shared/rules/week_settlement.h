#pragma once

#include "shared/rules/week_deals.h"
#include "shared/rules/week_work.h"

namespace film::rules {

// What a week settles beside its overtime: what it guarantees, its fee, night work put by, and
// what stands beside the pay. `daysWorked` counts the days of the whole week, those under other
// packs too. Where a week has several deals (docs/rule-packs.md, "Deals by date") each gives the
// part of its guarantee or fee that its days are of the week's.
void settleGuarantee(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
                     int daysWorked, WeekPay &pay);
void settleFee(WeekWork &work, const RulePack &pack, const std::vector<DealDays> &deals,
               const WeekInput &week, int daysWorked, WeekPay &pay);
void settleNightBank(WeekWork &work, const RulePack &pack, Minutes banked, Minutes settledBefore,
                     WeekPay &pay);
void countOpenPenalties(WeekWork &work, const PenaltyEscalator &escalator, int before,
                        WeekPay &pay);
void accrueHolidays(WeekWork &work, const RulePack &pack, WeekPay &pay);

} // namespace film::rules
