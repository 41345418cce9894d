#include "shared/rules/rule_pack_blocks.h"

#include "shared/rules/rule_pack_limits.h"

#include <array>
#include <utility>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, RoundingMode>, 4> roundingNames{
    {{u"none", RoundingMode::None},
     {u"up", RoundingMode::Up},
     {u"down", RoundingMode::Down},
     {u"nearest", RoundingMode::Nearest}}};
constexpr std::array<std::pair<QStringView, RoundingMode>, 3> punchModeNames{
    {{u"up", RoundingMode::Up},
     {u"down", RoundingMode::Down},
     {u"nearest", RoundingMode::Nearest}}};
constexpr std::array<std::pair<QStringView, FirstMealFrom>, 2> dayStartNames{
    {{u"individual_call", FirstMealFrom::IndividualCall}, {u"unit_call", FirstMealFrom::UnitCall}}};
constexpr std::array<std::pair<QStringView, WeeklyOvertimeBase>, 2> weeklyCountNames{
    {{u"all", WeeklyOvertimeBase::WeightedAverage},
     {u"straight_only", WeeklyOvertimeBase::StraightHoursOnly}}};

constexpr std::array<std::pair<QStringView, TravelModel>, 3> travelNames{
    {{u"none", TravelModel::None}, {u"work", TravelModel::Work}, {u"paid", TravelModel::Paid}}};
constexpr std::array<std::pair<QStringView, bool>, 2> bandPayNames{
    {{u"whole", true}, {u"premium", false}}};

void readOvertimeKind(JsonFields &fields, OvertimeKindRules &kind)
{
    kind.factor = fields.neededNumber(u"mult", numbers::factor);
    kind.increment = fields.neededNumber(u"increment_min", numbers::minutes);
    kind.wholeHoursFromHour = fields.number(u"whole_hours_from_hour", numbers::count);
    kind.floorPerHour = fields.number(u"floor_per_hour", numbers::money);
}

// "whole_shift", or the two times of day between which the factor counts.
void readWindow(JsonFields &fields, NightRule &rule)
{
    fields.need(u"window");
    if (!fields.has(u"window") || fields.raw(u"window").toString() == u"whole_shift")
        return;
    const std::vector<Parameter> window = fields.numberList(u"window", numbers::timeOfDay);
    if (window.size() != 2 || window[0].value == window[1].value) {
        fields.notes().refuseUnlessRefused(
            fields.pathOf(u"window"), u"must be \"whole_shift\" or two different times of day"_s);
        return;
    }
    rule.windowFrom = window[0];
    rule.windowTo = window[1];
}

NightRule nightRuleIn(JsonFields &fields, bool isSurcharge)
{
    NightRule rule;
    rule.callFrom = fields.number(u"call_from", numbers::timeOfDay);
    rule.callTo = fields.number(u"call_to", numbers::timeOfDay);
    if (rule.callFrom.has_value() != rule.callTo.has_value())
        fields.notes().refuseUnlessRefused(fields.pathOf(u"call_to"),
                                           u"goes together with call_from"_s);
    readWindow(fields, rule);
    rule.factor = fields.neededNumber(isSurcharge ? u"add" : u"factor", numbers::factor);
    return rule;
}

void readPunchRounding(JsonFields &fields, PunchRounding &punches)
{
    fields.need(u"mode");
    punches.mode = fields.choice(u"mode", ChoiceNames<RoundingMode>(punchModeNames))
                       .value_or(RoundingMode::None);
    punches.increment = fields.neededNumber(u"increment_min", numbers::minutes);
    fields.need(u"which");
    for (const QString &name : fields.texts(u"which")) {
        bool *known = name == u"call" ? &punches.ofCall
            : name == u"wrap"         ? &punches.ofWrap
            : name == u"meal"         ? &punches.ofMeals
                                      : nullptr;
        if (!known)
            fields.refuse(u"which", u"%1 is none of: call, wrap, meal"_s.arg(name));
        else if (std::exchange(*known, true))
            fields.refuse(u"which", u"%1 stands twice"_s.arg(name));
    }
}

void readMinimumCall(JsonFields &fields, RulePack &pack)
{
    if (fields.has(u"min_call_by_kind"))
        fields.need(u"min_call_min");
    const auto minutes = fields.number(u"min_call_min", numbers::minutes);
    MinimumCall minimum{minutes.value_or(Parameter{}), {}};
    fields.block(u"min_call_by_kind", [&minimum](JsonFields &kinds) {
        for (const DayKind kind : {DayKind::Sixth, DayKind::Seventh, DayKind::Holiday,
                                   DayKind::Saturday, DayKind::Sunday}) {
            if (const auto own = kinds.number(dayKindName(kind), numbers::minutesOrNone))
                minimum.byKind.emplace(kind, *own);
        }
    });
    if (minutes)
        pack.minimumCall = std::move(minimum);
}

} // namespace

void readTime(JsonFields &fields, TimeRules &time)
{
    fields.block(u"punch_rounding",
                 [&time](JsonFields &punches) { readPunchRounding(punches, time.punches); });
    fields.block(u"total_rounding", [&time](JsonFields &rounding) {
        rounding.need(u"mode");
        time.mode = rounding.choice(u"mode", ChoiceNames<RoundingMode>(roundingNames))
                        .value_or(RoundingMode::None);
        if (time.mode != RoundingMode::None)
            time.increment = rounding.neededNumber(u"increment_min", numbers::minutes);
    });
    time.gapIsWorkBelow = fields.number(u"gap_is_work_below_min", numbers::minutes);
}

void readWorkDay(JsonFields &fields, RulePack &pack)
{
    readMinimumCall(fields, pack);
    if (!fields.has(u"contracted_elapsed_min"))
        return;
    ContractedHours &contracted = pack.contracted.emplace();
    fields.block(u"contracted_elapsed_min", [&contracted](JsonFields &shapes) {
        for (int number = 0; number <= int(DayShape::Continuous); ++number) {
            const auto shape = static_cast<DayShape>(number);
            if (const auto minutes = shapes.number(dayShapeName(shape), numbers::minutes))
                contracted.minutes.emplace(shape, *minutes);
        }
        shapes.need(dayShapeName(DayShape::Standard));
    });
    contracted.additionalHour = fields.number(u"additional_hour_min", numbers::minutes);
    contracted.preparation = fields.number(u"preparation_min", numbers::minutes);
    contracted.wrapOut = fields.number(u"wrap_out_min", numbers::minutes);
    contracted.startsAt = fields.choice(u"starts", ChoiceNames<FirstMealFrom>(dayStartNames))
                              .value_or(FirstMealFrom::IndividualCall);
}

void readRates(JsonFields &fields, RateRules &rates)
{
    rates.dayDivisor = fields.number(u"day_divisor", numbers::hours);
    rates.weekDivisor = fields.number(u"week_divisor", numbers::hours);
    rates.daysInWeek = fields.number(u"days_in_week", numbers::count);
    if (const auto decimals =
            fields.plainWhole(u"derived_rate_decimals", 0, limits::rateDecimalsMax))
        rates.decimals = int(*decimals);
}

OvertimeRules overtimeRulesIn(JsonFields &fields)
{
    OvertimeRules overtime;
    overtime.increment = fields.number(u"increment_min", numbers::minutes);
    fields.blocks(u"clock_tiers", [&overtime](JsonFields &row) {
        overtime.clockTiers.push_back({row.neededNumber(u"from", numbers::timeOfDay),
                                       row.neededNumber(u"mult", numbers::factor)});
    });
    fields.block(u"kinds", [&overtime](JsonFields &kinds) {
        for (const OvertimeKind kind : {OvertimeKind::Other, OvertimeKind::Camera}) {
            kinds.block(overtimeKindName(kind), [&overtime, kind](JsonFields &block) {
                readOvertimeKind(block, overtime.kinds[kind]);
            });
        }
        kinds.need(overtimeKindName(OvertimeKind::Other));
    });
    overtime.floorPerHour = fields.number(u"floor_per_hour", numbers::money);
    overtime.ceilingPerHour = fields.number(u"ceiling_per_hour", numbers::money);
    overtime.ceilingOrStraight = fields.flag(u"ceiling_or_1T").value_or(false);
    return overtime;
}

NightRules nightRulesIn(JsonFields &fields)
{
    NightRules night;
    night.suppressAtFactor = fields.number(u"suppress_at_mult", numbers::factor);
    night.isSurcharge = fields.flag(u"surcharge").value_or(false);
    night.compounds = !night.isSurcharge;
    // A surcharge on the straight rate has nothing to do with the rate of overtime.
    if (!night.isSurcharge)
        night.compounds = fields.flag(u"compounds_with_ot").value_or(true);
    fields.blocks(u"rules", [&night](JsonFields &row) {
        night.rules.push_back(nightRuleIn(row, night.isSurcharge));
    });
    fields.block(u"weekly_bank", [&night](JsonFields &bank) {
        night.bankAfter = bank.neededNumber(u"after", numbers::timeOfDay);
        night.bankFactor = bank.neededNumber(u"add_mult", numbers::factor);
        night.bankIncrement = bank.neededNumber(u"increment_min", numbers::minutes);
        night.bankCap = bank.neededNumber(u"cap_min", numbers::minutes);
    });
    if (fields.has(u"weekly_bank") && fields.has(u"flat_per_night"))
        fields.refuse(u"flat_per_night", u"contradicts weekly_bank"_s);
    fields.block(u"flat_per_night", [&night](JsonFields &flat) {
        night.bankAfter = flat.neededNumber(u"after", numbers::timeOfDay);
        night.flatPerNight = flat.neededNumber(u"amount", numbers::money);
        night.flatCallTo = flat.number(u"unit_call_to", numbers::timeOfDay);
    });
    return night;
}

EarlyRule earlyRuleIn(JsonFields &fields)
{
    EarlyRule early;
    early.before = fields.neededNumber(u"before", numbers::timeOfDay);
    early.addFactor = fields.number(u"add_mult", numbers::factor);
    early.factor = fields.number(u"mult", numbers::factor);
    if (early.addFactor.has_value() == early.factor.has_value())
        fields.notes().refuseUnlessRefused(fields.pathOf(u"mult"),
                                           u"one of add_mult and mult must be there"_s);
    early.increment = fields.neededNumber(u"increment_min", numbers::minutes);
    return early;
}

TravelRules travelRulesIn(JsonFields &fields)
{
    TravelRules travel;
    fields.need(u"to_and_from");
    travel.toAndFrom = fields.choice(u"to_and_from", ChoiceNames<TravelModel>(travelNames))
                           .value_or(TravelModel::None);
    if (travel.toAndFrom == TravelModel::Paid)
        travel.factor = fields.neededNumber(u"mult", numbers::factor);
    return travel;
}

// Bands on top of the fees of a week. The keys of hours by the week are not asked for.
void readWeeklyBands(JsonFields &fields, WeeklyRules &weekly)
{
    WeeklyBands &bands = weekly.ofFees.emplace();
    fields.blocks(u"bands", [&bands](JsonFields &row) {
        bands.bands.push_back({row.neededNumber(u"after_min", numbers::minutes),
                               row.neededNumber(u"mult", numbers::factor)});
    });
    fields.need(u"pays");
    bands.paysWhole = fields.choice(u"pays", ChoiceNames<bool>(bandPayNames)).value_or(false);
    bands.sixthDayCounts = fields.flag(u"sixth_day").value_or(false);
}

void readWeekly(JsonFields &fields, RulePack &pack)
{
    WeeklyRules &weekly = pack.weekly.emplace();
    if (fields.has(u"bands")) {
        readWeeklyBands(fields, weekly);
        return;
    }
    weekly.overtimeAfter = fields.neededNumber(u"ot_after_min", numbers::minutes);
    weekly.factor = fields.neededNumber(u"mult", numbers::factor);
    fields.need(u"counts");
    weekly.base = fields.choice(u"counts", ChoiceNames<WeeklyOvertimeBase>(weeklyCountNames))
                      .value_or(WeeklyOvertimeBase::WeightedAverage);
}

// After readWeekly(): a cumulative week is a part of the same rules.
void readGuarantees(JsonFields &fields, RulePack &pack)
{
    fields.block(u"weekly_cume", [&pack](JsonFields &cume) {
        WeeklyRules &weekly = pack.weekly ? *pack.weekly : pack.weekly.emplace();
        weekly.guarantee = cume.neededNumber(u"week_min", numbers::minutes);
        weekly.guaranteeDays = cume.neededNumber(u"days", numbers::count);
    });
    fields.block(u"on_call", [&pack](JsonFields &onCall) {
        pack.onCall = OnCallRules{onCall.neededNumber(u"day_fraction", numbers::part),
                                  onCall.neededNumber(u"sixth_mult", numbers::factor),
                                  onCall.neededNumber(u"seventh_mult", numbers::factor)};
    });
    fields.block(u"all_in", [&pack](JsonFields &allIn) {
        pack.allIn = AllInRules{allIn.neededNumber(u"pay_hours", numbers::hours),
                                allIn.neededNumber(u"included_min", numbers::minutes),
                                allIn.neededNumber(u"over_mult", numbers::factor)};
    });
    fields.block(u"reporting_time", [&pack](JsonFields &reporting) {
        pack.reportingTime = ReportingTime{reporting.neededNumber(u"fraction", numbers::part),
                                           reporting.number(u"min_min", numbers::minutes),
                                           reporting.neededNumber(u"max_min", numbers::minutes),
                                           reporting.number(u"at_rate", numbers::money)};
    });
    fields.block(u"spread_of_hours", [&pack](JsonFields &spread) {
        pack.spreadOfHours = SpreadOfHours{spread.neededNumber(u"after_min", numbers::minutes),
                                           spread.neededNumber(u"extra_hours", numbers::hours),
                                           spread.neededNumber(u"at_rate", numbers::money)};
    });
    fields.block(u"day_rate_hours_after", [&pack](JsonFields &after) {
        pack.dayRateHours = DayRateHours{after.neededNumber(u"after_min", numbers::minutes),
                                         after.neededNumber(u"increment_min", numbers::minutes)};
    });
}

} // namespace film::rules
