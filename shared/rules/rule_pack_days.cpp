#include "shared/rules/rule_pack_blocks.h"

#include "shared/rules/rule_pack_limits.h"

#include <array>

namespace film::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<QStringView, TierBasis>, 2> tierBasisNames{
    {{u"worked", TierBasis::Worked}, {u"elapsed", TierBasis::Elapsed}}};
constexpr std::array<std::pair<QStringView, RestModel>, 5> restModelNames{
    {{u"additive", RestModel::Additive},
     {u"flat", RestModel::Flat},
     {u"flat_lesser_of_day_rate", RestModel::FlatLesserOfDayRate},
     {u"daily_fraction", RestModel::DailyFraction},
     {u"prevailing_until_rest", RestModel::Prevailing}}};
constexpr std::array<std::pair<QStringView, bool>, 2> carriedScopeNames{
    {{u"all_hours", false}, {u"invaded_only", true}}};
constexpr std::array<std::pair<QStringView, RunCounter>, 2> runCounterNames{
    {{u"workweek_day", RunCounter::WorkweekDay}, {u"consecutive_run", RunCounter::ConsecutiveRun}}};
constexpr std::array<std::pair<QStringView, bool>, 2> eighthDayNames{
    {{u"forbidden", true}, {u"allowed", false}}};
constexpr std::array<std::pair<QStringView, Qt::DayOfWeek>, 7> weekdayNames{
    {{u"mon", Qt::Monday},
     {u"tue", Qt::Tuesday},
     {u"wed", Qt::Wednesday},
     {u"thu", Qt::Thursday},
     {u"fri", Qt::Friday},
     {u"sat", Qt::Saturday},
     {u"sun", Qt::Sunday}}};

constexpr std::array<std::pair<QStringView, Observance>, 4> saturdayNames{
    {{u"same_day", Observance::SameDay},
     {u"day_before", Observance::DayBefore},
     {u"day_after", Observance::DayAfter},
     {u"next_free_weekday", Observance::NextFreeWeekday}}};

KindRules kindRulesIn(JsonFields &fields)
{
    KindRules kind;
    kind.tiers = tiersIn(fields, u"tiers");
    fields.block(u"fee", [&kind](JsonFields &fee) {
        kind.feeFactor = fee.neededNumber(u"mult", numbers::factor);
        kind.shortLimit = fee.number(u"short_limit_min", numbers::minutes);
        kind.shortFactor = fee.number(u"short_mult", numbers::factor);
        if (kind.shortLimit.has_value() != kind.shortFactor.has_value())
            fee.notes().refuseUnlessRefused(fee.pathOf(u"short_limit_min"),
                                            u"goes together with short_mult"_s);
    });
    fields.block(u"hourly", [&kind](JsonFields &hourly) {
        kind.hourlyFactor = hourly.neededNumber(u"mult", numbers::factor);
        kind.minMinutes = hourly.number(u"min_min", numbers::minutes);
    });
    fields.block(u"paid", [&kind](JsonFields &paid) {
        kind.minPaid = paid.neededNumber(u"min_min", numbers::minutes);
        kind.maxPaid = paid.neededNumber(u"max_min", numbers::minutes);
        kind.paidFactor = paid.neededNumber(u"mult", numbers::factor);
    });
    kind.surcharge = fields.number(u"surcharge", numbers::factor);
    kind.overtimeFactor = fields.number(u"ot_mult", numbers::factor);
    kind.idleMinutes = fields.number(u"idle_min", numbers::minutes);
    kind.needsApproval = fields.flag(u"needs_approval").value_or(false);
    return kind;
}

} // namespace

std::vector<Tier> tiersIn(JsonFields &fields, QStringView key)
{
    std::vector<Tier> tiers;
    fields.blocks(key, [&tiers](JsonFields &row) {
        Tier tier;
        tier.after = row.number(u"after_min", numbers::minutesOrNone);
        tier.basis = row.choice(u"basis", ChoiceNames<TierBasis>(tierBasisNames))
                         .value_or(TierBasis::Elapsed);
        tier.factor = row.neededNumber(u"mult", numbers::factor);
        // Only a tier that starts where the contracted hours end has nothing to count.
        if (row.has(u"after_min") != row.has(u"basis"))
            row.need(row.has(u"after_min") ? QStringView(u"basis") : QStringView(u"after_min"));
        tiers.push_back(tier);
    });
    return tiers;
}

void readDayKinds(JsonFields &fields, RulePack &pack)
{
    for (int number = int(DayKind::Sixth); number <= int(lastDayKind); ++number) {
        const auto kind = static_cast<DayKind>(number);
        fields.block(dayKindName(kind), [&pack, kind](JsonFields &block) {
            pack.kinds.emplace(kind, kindRulesIn(block));
        });
    }
}

void readConsecutive(JsonFields &fields, ConsecutiveRules &consecutive)
{
    for (const QStringView key : {u"counter", u"workweek_starts", u"eighth"})
        fields.need(key);
    consecutive.counter = fields.choice(u"counter", ChoiceNames<RunCounter>(runCounterNames))
                              .value_or(RunCounter::WorkweekDay);
    consecutive.weekStarts =
        fields.choice(u"workweek_starts", ChoiceNames<Qt::DayOfWeek>(weekdayNames))
            .value_or(Qt::Sunday);
    consecutive.eighthIsForbidden =
        fields.choice(u"eighth", ChoiceNames<bool>(eighthDayNames)).value_or(false);
}

void readHolidays(JsonFields &fields, HolidayRules &holidays)
{
    fields.need(u"calendar");
    holidays.calendar = fields.text(u"calendar");
    fields.block(u"overlap_after_midnight", [&holidays](JsonFields &overlap) {
        holidays.overlapFactor = overlap.neededNumber(u"mult", numbers::factor);
    });
    holidays.saturday = fields.choice(u"saturday", ChoiceNames<Observance>(saturdayNames));
    holidays.accruedPart = fields.number(u"accrued_part", numbers::part);
}

RestRule restRuleIn(JsonFields &fields)
{
    RestRule rule;
    fields.need(u"id");
    rule.id = fields.text(u"id");
    rule.required = fields.neededNumber(u"required_min", numbers::minutes);
    rule.afterDaysWorked = fields.number(u"days_worked_in_week", numbers::count);
    fields.need(u"model");
    rule.model = fields.choice(u"model", ChoiceNames<RestModel>(restModelNames))
                     .value_or(RestModel::Additive);
    switch (rule.model) {
    case RestModel::Additive:
        rule.factor = fields.neededNumber(u"mult", numbers::factor);
        rule.increment = fields.number(u"increment_min", numbers::minutes);
        rule.capPerHour = fields.number(u"cap_per_hour", numbers::money);
        rule.maxShort = fields.number(u"max_short_min", numbers::minutes);
        break;
    case RestModel::Flat:
    case RestModel::FlatLesserOfDayRate:
        rule.amount = fields.neededNumber(u"amount", numbers::money);
        break;
    case RestModel::DailyFraction:
        rule.dayFraction = fields.neededNumber(u"fraction", numbers::factor);
        break;
    case RestModel::Prevailing: break;
    }
    rule.carriesIntoRestOnly =
        fields.choice(u"scope", ChoiceNames<bool>(carriedScopeNames)).value_or(false);
    if (fields.has(u"scope") && !rule.maxShort && rule.model != RestModel::Prevailing)
        fields.refuse(u"scope", u"there is no rate that goes on"_s);
    fields.block(u"late_call", [&rule](JsonFields &late) {
        rule.lateCallFrom = late.neededNumber(u"from", numbers::timeOfDay);
        rule.lateCallRequired = late.neededNumber(u"required_min", numbers::minutes);
    });
    fields.block(u"claimed", [&rule](JsonFields &claimed) {
        rule.claimTimes = claimed.neededNumber(u"times", numbers::count);
        rule.claimInDays = claimed.neededNumber(u"in_days", numbers::count);
    });
    rule.compRestAllowed = fields.flag(u"comp_rest").value_or(false);
    return rule;
}

} // namespace film::rules
