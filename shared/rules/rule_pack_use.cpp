#include "shared/rules/rule_pack_use.h"

#include "shared/rules/day_kind.h"

#include <algorithm>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

QString hasNoUse()
{
    return u"the pay model has no use for it"_s;
}

void checkNightRules(const NightRules &night, PackNotes &notes)
{
    for (size_t row = 0; row < night.rules.size(); ++row) {
        const NightRule &rule = night.rules[row];
        const QString path = u"night.rules[%1]"_s.arg(row);
        if (rule.callFrom && rule.callTo && rule.callFrom->value == rule.callTo->value)
            notes.refuseUnlessRefused(path + u".call_to"_s, u"is the same as call_from"_s);
        if (night.isSurcharge && rule.callFrom)
            notes.refuseUnlessRefused(path + u".call_from"_s,
                                      u"a surcharge counts for every call"_s);
        if (!night.isSurcharge && rule.factor.value <= Ratio(1))
            notes.refuseUnlessRefused(path + u".factor"_s, u"must be more than 1"_s);
    }
    if (night.suppressAtFactor && night.suppressAtFactor->value <= Ratio(1))
        notes.refuseUnlessRefused(u"night.suppress_at_mult"_s, u"must be more than 1"_s);
}

// Night rules by factor are part of an hour's pay; surcharges, banks and nights come on top of a
// fee.
void checkNightUse(const RulePack &pack, PackNotes &notes)
{
    const NightRules &night = *pack.night;
    checkNightRules(night, notes);
    if (pack.pay == PayModel::Hourly) {
        if (night.isSurcharge)
            notes.refuseUnlessRefused(u"night.surcharge"_s, hasNoUse());
        if (night.bankFactor)
            notes.refuseUnlessRefused(u"night.weekly_bank"_s, hasNoUse());
        if (night.flatPerNight)
            notes.refuseUnlessRefused(u"night.flat_per_night"_s, hasNoUse());
    } else if (!night.isSurcharge) {
        if (!night.rules.empty())
            notes.refuseUnlessRefused(u"night.rules"_s, u"a fee has surcharges: surcharge, add"_s);
    }
    if (night.suppressAtFactor && (night.isSurcharge || night.rules.empty()))
        notes.refuseUnlessRefused(u"night.suppress_at_mult"_s,
                                  u"there is no factor of a rule to leave out"_s);
}

void checkOvertimeUse(const OvertimeRules &overtime, const RulePack &pack, PackNotes &notes)
{
    if (!overtime.kinds.empty()) {
        if (!overtime.clockTiers.empty())
            notes.refuseUnlessRefused(u"overtime.clock_tiers"_s, u"contradicts kinds"_s);
        if (overtime.increment && !(pack.weekly && pack.weekly->ofFees))
            notes.refuseUnlessRefused(u"overtime.increment_min"_s,
                                      u"each of the kinds has its own"_s);
    }
    for (size_t row = 0; row < overtime.clockTiers.size(); ++row) {
        const auto isHigher = [&](const Tier &tier) {
            return tier.factor.value < overtime.clockTiers[row].factor.value;
        };
        if (!pack.tiers.empty() && std::ranges::none_of(pack.tiers, isHigher))
            notes.refuseUnlessRefused(u"overtime.clock_tiers[%1].mult"_s.arg(row),
                                      u"must be more than in daily_tiers"_s);
    }
    for (const auto &[kind, rules] : overtime.kinds) {
        if (rules.wholeHoursFromHour && rules.wholeHoursFromHour->value > Ratio(24))
            notes.refuseUnlessRefused(
                u"overtime.kinds.%1.whole_hours_from_hour"_s.arg(overtimeKindName(kind)),
                u"is more than 24"_s);
    }
}

void checkKindUse(const RulePack &pack, DayKind kind, const KindRules &rules, PackNotes &notes)
{
    const QString path = u"day_kinds."_s + dayKindName(kind);
    if (pack.pay == PayModel::Hourly) {
        if (rules.surcharge)
            notes.refuseUnlessRefused(path + u".surcharge"_s, hasNoUse());
        if (rules.needsApproval)
            notes.refuseUnlessRefused(path + u".needs_approval"_s, hasNoUse());
        return;
    }
    if (!rules.tiers.empty())
        notes.refuseUnlessRefused(path + u".tiers"_s, hasNoUse());
    if (rules.overtimeFactor && pack.overtime && !pack.overtime->kinds.empty())
        notes.refuseUnlessRefused(path + u".ot_mult"_s, u"contradicts overtime.kinds"_s);
}

void checkAllIn(const AllInRules &rules, PackNotes &notes)
{
    if (rules.payHours.value * Ratio(60) < rules.included.value)
        notes.refuseUnlessRefused(u"guarantees.all_in.pay_hours"_s,
                                  u"are less than the included hours"_s);
    if (rules.factor.value < Ratio(1))
        notes.refuseUnlessRefused(u"guarantees.all_in.over_mult"_s, u"must be at least 1"_s);
}

} // namespace

void checkUse(const RulePack &pack, PackNotes &notes)
{
    const bool isHourly = pack.pay == PayModel::Hourly;
    if (pack.night)
        checkNightUse(pack, notes);
    if (pack.overtime)
        checkOvertimeUse(*pack.overtime, pack, notes);
    for (const auto &[kind, rules] : pack.kinds)
        checkKindUse(pack, kind, rules, notes);
    if (pack.allIn)
        checkAllIn(*pack.allIn, notes);
    if (!isHourly && pack.time.mode != RoundingMode::None)
        notes.refuseUnlessRefused(u"time.total_rounding"_s, hasNoUse());
    if (!isHourly && pack.holidays.overlapFactor)
        notes.refuseUnlessRefused(u"holidays.overlap_after_midnight"_s, hasNoUse());
    for (size_t row = 0; row < pack.rest.size(); ++row) {
        if (!isHourly && pack.rest[row].maxShort)
            notes.refuseUnlessRefused(u"turnaround[%1].max_short_min"_s.arg(row), hasNoUse());
        if (!isHourly && pack.rest[row].model == RestModel::Prevailing)
            notes.refuseUnlessRefused(u"turnaround[%1].model"_s.arg(row), hasNoUse());
        if (isHourly && pack.rest[row].dayFraction && !pack.minimumCall)
            notes.refuseUnlessRefused(u"turnaround[%1].fraction"_s.arg(row),
                                      u"needs work_day.min_call_min: hours have no day's pay"_s);
    }
    if (pack.early && pack.early->before.value.isZero())
        notes.refuseUnlessRefused(u"early.before"_s, u"nothing of a day is before it"_s);
}

} // namespace film::rules
