#include "shared/rules/rule_pack_check.h"

#include "shared/rules/holiday_calendar.h"
#include "shared/rules/rule_pack_use.h"

#include <algorithm>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minutesInDay = 1440;

struct NamedTiers {
    const std::vector<Tier> *tiers = nullptr;
    QString path;
};

std::vector<NamedTiers> allTiers(const RulePack &pack)
{
    std::vector<NamedTiers> all{{&pack.tiers, u"daily_tiers"_s}};
    for (const auto &[kind, rules] : pack.kinds)
        all.push_back({&rules.tiers, u"day_kinds.%1.tiers"_s.arg(dayKindName(kind))});
    return all;
}

QString kindPath(DayKind kind)
{
    return u"day_kinds."_s + dayKindName(kind);
}

bool isMore(const MaybeParameter &a, const MaybeParameter &b)
{
    return a && b && a->value > b->value;
}

// The highest tier that is reached counts: one that is not later and higher than the one before
// it would never do so, or take what the earlier one says.
void checkOrder(const NamedTiers &named, PackNotes &notes)
{
    for (size_t row = 1; row < named.tiers->size(); ++row) {
        const Tier &before = named.tiers->at(row - 1);
        const Tier &tier = named.tiers->at(row);
        const QString path = named.path + u"[%1]"_s.arg(row);
        if (!tier.after)
            notes.refuseUnlessRefused(path, u"only the first tier may be without after_min"_s);
        else if (tier.factor.value <= before.factor.value)
            notes.refuseUnlessRefused(path, u"mult must be more than in the tier before"_s);
        else if (before.after && tier.after->value <= before.after->value)
            notes.refuseUnlessRefused(path, u"after_min must be more than in the tier before"_s);
    }
}

void checkEffective(const RulePack &pack, PackNotes &notes)
{
    if (pack.from.isValid() && pack.to.isValid() && pack.to < pack.from)
        notes.refuseUnlessRefused(u"effective.to"_s, u"is before effective.from"_s);
}

void checkKind(const RulePack &pack, DayKind kind, const KindRules &rules, PackNotes &notes)
{
    const QString path = kindPath(kind);
    const int ways = int(!rules.tiers.empty()) + int(rules.feeFactor.has_value())
        + int(rules.hourlyFactor.has_value()) + int(rules.paidFactor.has_value())
        + int(rules.idleMinutes.has_value());
    if (ways > 1)
        notes.refuseUnlessRefused(path,
                                  u"only one of tiers, fee, hourly, paid and idle_min can count"_s);
    if (ways == 0 && !rules.surcharge && !rules.overtimeFactor)
        notes.refuseUnlessRefused(path, u"says nothing"_s);
    if (isMore(rules.minPaid, rules.maxPaid))
        notes.refuseUnlessRefused(path + u".paid.min_min"_s, u"is more than max_min"_s);
    if (rules.idleMinutes && !isWithoutWork(kind))
        notes.refuseUnlessRefused(path + u".idle_min"_s,
                                  u"is only for holiday_not_worked, idle, hold and sick"_s);
    if (isWithoutWork(kind) && !rules.idleMinutes && !rules.feeFactor)
        notes.refuseUnlessRefused(path, u"nobody works on it: idle_min or fee can count"_s);
    if (rules.paidFactor && kind != DayKind::Travel)
        notes.refuseUnlessRefused(path + u".paid"_s, u"is only for travel"_s);
    const bool isFee = pack.pay == PayModel::DayFee;
    if ((kind == DayKind::SixthShooting || kind == DayKind::SixthNonShooting) && !isFee)
        notes.refuseUnlessRefused(path, u"only day fees tell such days apart"_s);
    if ((rules.feeFactor || rules.hourlyFactor || rules.overtimeFactor) && !isFee)
        notes.refuseUnlessRefused(path, u"fee, hourly and ot_mult are for day fees"_s);
}

void checkShortMeals(const MealRules &meals, PackNotes &notes)
{
    for (const auto &[shape, minutes] : meals.penalty.curtailBelow) {
        const QString path = u"meals.penalty.curtail_below_min."_s + dayShapeName(shape);
        if (minutes.value < meals.minLength.value)
            notes.refuseUnlessRefused(path, u"is less than min_len_min"_s);
        if (std::ranges::find(meals.shapesWithoutMeal, shape) != meals.shapesWithoutMeal.end())
            notes.refuseUnlessRefused(path, u"such a day has no meal"_s);
    }
}

void checkMeals(const MealRules &meals, PackNotes &notes)
{
    if (meals.maxDeduct && meals.maxDeduct->value < meals.minLength.value)
        notes.refuseUnlessRefused(u"meals.max_deduct_min"_s, u"is less than min_len_min"_s);
    if (meals.ndb && meals.ndb->minLength.value > meals.ndb->mustEndWithin.value)
        notes.refuseUnlessRefused(u"meals.ndb.min_len_min"_s,
                                  u"is more than must_end_within_min"_s);
    if (isMore(meals.earliestDeductible, meals.firstDue))
        notes.refuseUnlessRefused(u"meals.earliest_deductible_min"_s,
                                  u"is later than the first meal is due"_s);
    if (std::ranges::find(meals.shapesWithoutMeal, DayShape::Standard)
        != meals.shapesWithoutMeal.end())
        notes.refuseUnlessRefused(u"meals.not_due_for_shapes"_s, u"a standard day has its meal"_s);
    const MealPenalty &penalty = meals.penalty;
    if (penalty.model != MealPenaltyModel::None && !meals.firstDue)
        notes.refuseUnlessRefused(u"meals.first_due"_s,
                                  u"is missing: nothing could be late for the penalty"_s);
    checkShortMeals(meals, notes);
    if (isMore(penalty.roundUpFrom, penalty.increment))
        notes.refuseUnlessRefused(u"meals.penalty.round_up_from_min"_s,
                                  u"is more than increment_min"_s);
    if (!penalty.amounts.empty() && isMore(penalty.amounts.front(), penalty.capPerDay))
        notes.refuseUnlessRefused(u"meals.penalty.cap_per_day"_s,
                                  u"is less than the first amount"_s);
}

void checkOvertime(const OvertimeRules &overtime, PackNotes &notes)
{
    if (isMore(overtime.floorPerHour, overtime.ceilingPerHour))
        notes.refuseUnlessRefused(u"overtime.floor_per_hour"_s, u"is more than ceiling_per_hour"_s);
    if (overtime.ceilingOrStraight && !overtime.ceilingPerHour)
        notes.refuseUnlessRefused(u"overtime.ceiling_or_1T"_s, u"needs ceiling_per_hour"_s);
    for (size_t row = 1; row < overtime.clockTiers.size(); ++row) {
        if (overtime.clockTiers[row].from.value <= overtime.clockTiers[row - 1].from.value
            || overtime.clockTiers[row].factor.value <= overtime.clockTiers[row - 1].factor.value)
            notes.refuseUnlessRefused(u"overtime.clock_tiers[%1]"_s.arg(row),
                                      u"must be later and higher than the one before"_s);
    }
    for (const auto &[kind, rules] : overtime.kinds) {
        if (isMore(rules.floorPerHour, overtime.ceilingPerHour))
            notes.refuseUnlessRefused(
                u"overtime.kinds.%1.floor_per_hour"_s.arg(overtimeKindName(kind)),
                u"is more than ceiling_per_hour"_s);
    }
}

void checkWhenRestIsLess(const RestRule &rule, const QString &path, PackNotes &notes)
{
    if (rule.lateCallRequired && rule.lateCallRequired->value >= rule.required.value)
        notes.refuseUnlessRefused(path + u".late_call.required_min"_s,
                                  u"must be less than required_min"_s);
    if (rule.claimTimes && rule.afterDaysWorked)
        notes.refuseUnlessRefused(path + u".claimed"_s, u"contradicts days_worked_in_week"_s);
    if (isMore(rule.claimTimes, rule.claimInDays))
        notes.refuseUnlessRefused(path + u".claimed.times"_s, u"is more than in_days"_s);
}

void checkRest(const std::vector<RestRule> &rules, PackNotes &notes)
{
    for (size_t row = 0; row < rules.size(); ++row) {
        const RestRule &rule = rules[row];
        const QString path = u"turnaround[%1]"_s.arg(row);
        if (rule.maxShort && rule.maxShort->value >= rule.required.value)
            notes.refuseUnlessRefused(path + u".max_short_min"_s,
                                      u"must be less than required_min"_s);
        if (rule.afterDaysWorked && rule.afterDaysWorked->value > Ratio(7))
            notes.refuseUnlessRefused(path + u".days_worked_in_week"_s, u"is more than 7"_s);
        checkWhenRestIsLess(rule, path, notes);
        if (rules.size() == 1 && rule.claimTimes)
            notes.refuseUnlessRefused(path + u".claimed"_s, u"needs a rule for other days"_s);
        for (size_t earlier = 0; earlier < row; ++earlier) {
            const RestRule &other = rules[earlier];
            if (other.id == rule.id)
                notes.refuseUnlessRefused(path + u".id"_s, u"stands twice"_s);
            if (rule.claimTimes && other.claimTimes)
                notes.refuseUnlessRefused(path + u".claimed"_s, u"stands in two rules"_s);
            if (rule.claimTimes || other.claimTimes)
                continue;
            if (other.afterDaysWorked.has_value() == rule.afterDaysWorked.has_value()
                && (!rule.afterDaysWorked
                    || other.afterDaysWorked->value == rule.afterDaysWorked->value))
                notes.refuseUnlessRefused(path + u".days_worked_in_week"_s,
                                          u"is the same as in an earlier rule"_s);
        }
    }
}

// Both from `from` on and before `to`, where `to` may be past midnight.
bool isWithin(const Ratio &time, const Ratio &from, const Ratio &to)
{
    const Ratio day(minutesInDay);
    const Ratio length = to > from ? to - from : to - from + day;
    const Ratio since = time >= from ? time - from : time - from + day;
    return since < length;
}

bool haveCallsInCommon(const NightRule &a, const NightRule &b)
{
    if (!a.callFrom || !a.callTo || !b.callFrom || !b.callTo)
        return true;
    return isWithin(a.callFrom->value, b.callFrom->value, b.callTo->value)
        || isWithin(b.callFrom->value, a.callFrom->value, a.callTo->value);
}

void checkNight(const NightRules &night, PackNotes &notes)
{
    if (night.rules.empty() && !night.bankAfter)
        notes.refuseUnlessRefused(u"night"_s, u"says nothing"_s);
    for (size_t row = 1; row < night.rules.size(); ++row) {
        for (size_t earlier = 0; earlier < row; ++earlier) {
            if (haveCallsInCommon(night.rules[earlier], night.rules[row]))
                notes.refuseUnlessRefused(u"night.rules[%1]"_s.arg(row),
                                          u"counts for calls that an earlier rule counts for"_s);
        }
    }
}

void checkBands(const std::vector<ClockTier> &bands, PackNotes &notes)
{
    if (bands.empty())
        notes.refuseUnlessRefused(u"weekly.bands"_s, u"is empty"_s);
    for (size_t row = 0; row < bands.size(); ++row) {
        const QString path = u"weekly.bands[%1]"_s.arg(row);
        if (row > 0
            && (bands[row].from.value <= bands[row - 1].from.value
                || bands[row].factor.value <= bands[row - 1].factor.value))
            notes.refuseUnlessRefused(path, u"must be later and higher than the one before"_s);
        if (bands[row].factor.value <= Ratio(1))
            notes.refuseUnlessRefused(path + u".mult"_s, u"must be more than 1"_s);
    }
}

void checkWeekly(const WeeklyRules &weekly, PackNotes &notes)
{
    if (weekly.guarantee && !weekly.overtimeAfter)
        notes.refuseUnlessRefused(u"weekly"_s,
                                  u"is missing: the guarantee is priced with its overtime"_s);
    if (isMore(weekly.overtimeAfter, weekly.guarantee))
        notes.refuseUnlessRefused(u"guarantees.weekly_cume.week_min"_s,
                                  u"is less than weekly.ot_after_min"_s);
    if (weekly.guarantee && weekly.ofFees)
        notes.refuseUnlessRefused(u"weekly.bands"_s, u"contradicts guarantees.weekly_cume"_s);
    if (weekly.ofFees)
        checkBands(weekly.ofFees->bands, notes);
    if (weekly.guaranteeDays && weekly.guaranteeDays->value > Ratio(7))
        notes.refuseUnlessRefused(u"guarantees.weekly_cume.days"_s, u"is more than 7"_s);
}

void checkHourly(const RulePack &pack, PackNotes &notes)
{
    for (const NamedTiers &named : allTiers(pack)) {
        if (named.tiers->empty())
            continue;
        const Tier &first = named.tiers->front();
        if (!first.after || !first.after->value.isZero() || first.basis != TierBasis::Worked)
            notes.refuseUnlessRefused(named.path + u"[0]"_s,
                                      u"must start after 0 worked minutes"_s);
    }
    if (pack.tiers.empty())
        notes.refuseUnlessRefused(u"daily_tiers"_s, u"is missing"_s);
    if (pack.contracted)
        notes.refuseUnlessRefused(u"work_day.contracted_elapsed_min"_s,
                                  u"the pay model has no use for it"_s);
    if (pack.weekly && pack.weekly->ofFees)
        notes.refuseUnlessRefused(u"weekly.bands"_s, u"the pay model has no use for it"_s);
}

// What only some fees have, and what it needs beside it.
void checkFeeOnly(const RulePack &pack, bool hasKinds, PackNotes &notes)
{
    if (pack.weekly && pack.weekly->overtimeAfter)
        notes.refuseUnlessRefused(u"weekly.ot_after_min"_s, u"the pay model has no use for it"_s);
    if (pack.contracted && (pack.contracted->preparation || pack.contracted->wrapOut)
        && (!hasKinds || pack.contracted->additionalHour))
        notes.refuseUnlessRefused(
            u"work_day"_s,
            u"preparation_min and wrap_out_min need overtime.kinds and no additional_hour_min"_s);
    if (pack.early && pack.early->factor && !hasKinds)
        notes.refuseUnlessRefused(u"early.mult"_s, u"needs overtime.kinds"_s);
    if (!pack.meals.penalty.curtailBelow.empty()
        && pack.meals.penalty.curtailAt == SegmentRate::Camera
        && !(hasKinds && pack.overtime->kinds.contains(OvertimeKind::Camera)))
        notes.refuseUnlessRefused(u"meals.penalty.curtail_at"_s, u"needs overtime.kinds.camera"_s);
}

void checkDayFee(const RulePack &pack, PackNotes &notes)
{
    const bool hasKinds = pack.overtime && !pack.overtime->kinds.empty();
    checkFeeOnly(pack, hasKinds, notes);
    if (!pack.rates.dayDivisor && !pack.rates.weekDivisor)
        notes.refuseUnlessRefused(u"rates"_s, u"needs day_divisor or week_divisor"_s);
    if (pack.rates.weekDivisor && !pack.rates.daysInWeek)
        notes.refuseUnlessRefused(u"rates.days_in_week"_s, u"is missing"_s);
    if (pack.minimumCall)
        notes.refuseUnlessRefused(u"work_day.min_call_min"_s, u"the pay model has no use for it"_s);
    if (hasKinds != pack.tiers.empty())
        notes.refuseUnlessRefused(u"daily_tiers"_s,
                                  hasKinds ? u"contradicts overtime.kinds"_s
                                           : u"is missing, and so is overtime.kinds"_s);
    if (hasKinds && !pack.contracted)
        notes.refuseUnlessRefused(u"work_day.contracted_elapsed_min"_s, u"is missing"_s);
    for (const NamedTiers &named : allTiers(pack)) {
        if (named.tiers->empty())
            continue;
        const Tier &first = named.tiers->front();
        if (first.after && first.after->value.isZero())
            notes.refuseUnlessRefused(named.path + u"[0]"_s,
                                      u"the fee pays the day from its start"_s);
        if (!first.after && !pack.contracted)
            notes.refuseUnlessRefused(named.path + u"[0].after_min"_s,
                                      u"is missing: there are no contracted hours"_s);
    }
}

// The one block that a pay model cannot do without, and that belongs to no other.
void checkOwnBlock(const RulePack &pack, PackNotes &notes)
{
    struct OwnBlock {
        QString path;
        PayModel pay;
        bool isThere;
    };
    const std::array own{
        OwnBlock{u"guarantees.on_call"_s, PayModel::OnCall, pack.onCall.has_value()},
        OwnBlock{u"guarantees.all_in"_s, PayModel::AllIn, pack.allIn.has_value()},
        OwnBlock{u"leave"_s, PayModel::LeaveOnly, pack.leave.has_value()},
    };
    for (const OwnBlock &block : own) {
        if (block.pay == pack.pay && !block.isThere)
            notes.refuseUnlessRefused(block.path, u"is missing"_s);
        if (block.pay != pack.pay && block.isThere)
            notes.refuseUnlessRefused(block.path, u"the pay model has no use for it"_s);
    }
    const std::array hourly{
        OwnBlock{u"guarantees.weekly_cume"_s, PayModel::Hourly,
                 pack.weekly && pack.weekly->guarantee},
        OwnBlock{u"guarantees.reporting_time"_s, PayModel::Hourly, pack.reportingTime.has_value()},
        OwnBlock{u"guarantees.spread_of_hours"_s, PayModel::Hourly, pack.spreadOfHours.has_value()},
        OwnBlock{u"guarantees.day_rate_hours_after"_s, PayModel::Hourly,
                 pack.dayRateHours.has_value()},
    };
    for (const OwnBlock &block : hourly) {
        if (block.isThere && pack.pay != PayModel::Hourly)
            notes.refuseUnlessRefused(block.path, u"the pay model has no use for it"_s);
    }
}

void checkPunches(const PunchRounding &punches, PackNotes &notes)
{
    const qint64 step = punches.increment.value.numerator();
    if (punches.mode != RoundingMode::None && step > 0 && 60 % step != 0)
        notes.refuseUnlessRefused(u"time.punch_rounding.increment_min"_s,
                                  u"does not go into an hour"_s);
}

// Longer than a day, none of these could ever be reached, or would pay every day alike.
void checkWithinADay(const RulePack &pack, PackNotes &notes)
{
    const auto check = [&notes](const QString &path, const MaybeParameter &minutes) {
        if (minutes && minutes->value > Ratio(minutesInDay))
            notes.refuseUnlessRefused(path, u"is longer than a day"_s);
    };
    if (pack.minimumCall) {
        check(u"work_day.min_call_min"_s, pack.minimumCall->minutes);
        for (const auto &[kind, minutes] : pack.minimumCall->byKind)
            check(u"work_day.min_call_by_kind."_s + dayKindName(kind), minutes);
    }
    if (pack.contracted) {
        for (const auto &[shape, minutes] : pack.contracted->minutes)
            check(u"work_day.contracted_elapsed_min."_s + dayShapeName(shape), minutes);
        check(u"work_day.additional_hour_min"_s, pack.contracted->additionalHour);
        check(u"work_day.preparation_min"_s, pack.contracted->preparation);
        check(u"work_day.wrap_out_min"_s, pack.contracted->wrapOut);
    }
    check(u"time.gap_is_work_below_min"_s, pack.time.gapIsWorkBelow);
    check(u"meals.first_due.after_min"_s, pack.meals.firstDue);
    check(u"meals.next_due.after_min"_s, pack.meals.nextDue);
    for (const auto &[kind, rules] : pack.kinds) {
        check(kindPath(kind) + u".idle_min", rules.idleMinutes);
        check(kindPath(kind) + u".paid.min_min", rules.minPaid);
        check(kindPath(kind) + u".paid.max_min", rules.maxPaid);
        check(kindPath(kind) + u".hourly.min_min", rules.minMinutes);
    }
    for (const NamedTiers &named : allTiers(pack)) {
        for (size_t row = 0; row < named.tiers->size(); ++row)
            check(named.path + u"[%1].after_min"_s.arg(row), named.tiers->at(row).after);
    }
    if (pack.reportingTime)
        check(u"guarantees.reporting_time.max_min"_s, pack.reportingTime->max);
    if (pack.spreadOfHours)
        check(u"guarantees.spread_of_hours.after_min"_s, pack.spreadOfHours->after);
    if (pack.dayRateHours)
        check(u"guarantees.day_rate_hours_after.after_min"_s, pack.dayRateHours->after);
}

// No hour of work is worth less than an hour. Surcharges and what is paid on top may be.
void checkFactors(const RulePack &pack, PackNotes &notes)
{
    const auto check = [&notes](const QString &path, const MaybeParameter &factor) {
        if (factor && factor->value < Ratio(1))
            notes.refuseUnlessRefused(path, u"must be at least 1"_s);
    };
    for (const NamedTiers &named : allTiers(pack)) {
        for (size_t row = 0; row < named.tiers->size(); ++row)
            check(named.path + u"[%1].mult"_s.arg(row), named.tiers->at(row).factor);
    }
    for (const auto &[kind, rules] : pack.kinds) {
        if (isWithoutWork(kind) || kind == DayKind::Travel)
            continue;
        check(kindPath(kind) + u".fee.mult", rules.feeFactor);
        check(kindPath(kind) + u".hourly.mult", rules.hourlyFactor);
        check(kindPath(kind) + u".ot_mult", rules.overtimeFactor);
    }
    if (pack.weekly)
        check(u"weekly.mult"_s, pack.weekly->factor);
    if (pack.holidays.overlapFactor)
        check(u"holidays.overlap_after_midnight.mult"_s, pack.holidays.overlapFactor);
}

// A tolerance as long as the wait itself would make every meal punctual.
void checkClaims(const MealRules &meals, PackNotes &notes)
{
    const MaybeParameter &due = meals.firstDue;
    if (due && meals.grace && meals.grace->value >= due->value)
        notes.refuseUnlessRefused(u"meals.grace.max_min"_s,
                                  u"must be less than meals.first_due.after_min"_s);
    if (due && meals.wrapExtension && meals.wrapExtension->value >= due->value)
        notes.refuseUnlessRefused(u"meals.wrap_extension.max_min"_s,
                                  u"must be less than meals.first_due.after_min"_s);
}

} // namespace

void checkRulePack(const RulePack &pack, PackNotes &notes)
{
    checkEffective(pack, notes);
    for (const NamedTiers &named : allTiers(pack))
        checkOrder(named, notes);
    checkPunches(pack.time.punches, notes);
    checkWithinADay(pack, notes);
    checkFactors(pack, notes);
    checkMeals(pack.meals, notes);
    checkClaims(pack.meals, notes);
    if (pack.overtime)
        checkOvertime(*pack.overtime, notes);
    checkRest(pack.rest, notes);
    if (pack.night)
        checkNight(*pack.night, notes);
    if (pack.weekly)
        checkWeekly(*pack.weekly, notes);
    if (pack.reportingTime && isMore(pack.reportingTime->min, pack.reportingTime->max))
        notes.refuseUnlessRefused(u"guarantees.reporting_time.min_min"_s,
                                  u"is more than max_min"_s);
    if (!pack.floor.isEmpty() && pack.floor == pack.id)
        notes.refuseUnlessRefused(u"floor"_s, u"is the pack itself"_s);
    if (pack.early && pack.early->factor && pack.early->factor->value <= Ratio(1))
        notes.refuseUnlessRefused(u"early.mult"_s, u"must be more than 1"_s);
    if (!pack.holidays.calendar.isEmpty() && !holidayCalendar(pack.holidays.calendar))
        notes.refuseUnlessRefused(u"holidays.calendar"_s, u"there is no calendar of this name"_s);
}

void checkPayModel(const RulePack &pack, PackNotes &notes)
{
    for (const auto &[kind, rules] : pack.kinds)
        checkKind(pack, kind, rules, notes);
    if (pack.pay == PayModel::Hourly)
        checkHourly(pack, notes);
    if (pack.pay == PayModel::DayFee)
        checkDayFee(pack, notes);
    if (pack.pay == PayModel::OnCall && pack.rates.daysInWeek)
        notes.refuseUnlessRefused(u"rates.days_in_week"_s, u"the pay model has no use for it"_s);
    checkOwnBlock(pack, notes);
    checkUse(pack, notes);
}

} // namespace film::rules
