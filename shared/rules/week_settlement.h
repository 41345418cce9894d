#pragma once

#include "shared/rules/week_work.h"

namespace film::rules {

// What a week settles beside its overtime: what it guarantees, its fee, night work put by, and
// what stands beside the pay.
void settleGuarantee(WeekWork &work, const RulePack &pack, const DealTerms &deal, int daysWorked,
                     WeekPay &pay);
void settleFee(WeekWork &work, const RulePack &pack, const DealTerms &deal, int daysWorked,
               WeekPay &pay);
void settleNightBank(WeekWork &work, const RulePack &pack, Minutes banked, WeekPay &pay);
void countOpenPenalties(WeekWork &work, const PenaltyEscalator &escalator, WeekPay &pay);
void accrueHolidays(WeekWork &work, const RulePack &pack, WeekPay &pay);

} // namespace film::rules
