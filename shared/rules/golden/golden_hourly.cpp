#include "shared/rules/golden/golden_hourly.h"

#include <QJsonArray>

#include <utility>

namespace film::rules {

namespace {

std::vector<Tier> readTiers(std::vector<GoldenFields> objects)
{
    std::vector<Tier> tiers;
    for (GoldenFields &fields : objects) {
        Tier tier;
        tier.after = fields.required(fields.whole("after_min"), "after_min");
        const QString basis = fields.text("basis");
        tier.basis = basis == u"elapsed" ? TierBasis::Elapsed : TierBasis::Worked;
        if (!basis.isEmpty() && basis != u"elapsed" && basis != u"worked")
            fields.problem("basis", QStringLiteral("is not known"));
        tier.factor = fields.required(fields.decimal("mult"), "mult");
        fields.refuseUnknown();
        tiers.push_back(tier);
    }
    return tiers;
}

void readPenaltySchedule(GoldenFields &fields, MealRules &meals)
{
    MealPenalty &penalty = meals.penalty;
    penalty.model = MealPenaltyModel::Schedule;
    penalty.increment = fields.required(fields.whole("increment_min"), "increment_min");
    penalty.amounts = fields.amounts("amounts");
    penalty.then = fields.money("then");
    fields.only("restart_per_meal", true);
    penalty.capPerDay = fields.money("cap_per_day");
    if (penalty.amounts.empty())
        fields.problem("amounts", QStringLiteral("is empty"));
    fields.block("weekly_escalator", [&meals](GoldenFields &escalator) {
        meals.escalator =
            PenaltyEscalator{escalator.required(escalator.whole("after_count"), "after_count"),
                             escalator.required(escalator.decimal("fraction"), "fraction")};
        escalator.only("model", QStringLiteral("prevailing_rate_hour_fraction"));
    });
}

void readPenaltySegments(GoldenFields &fields, MealPenalty &penalty)
{
    penalty.model = MealPenaltyModel::OvertimeSegments;
    penalty.increment = fields.required(fields.whole("increment_min"), "increment_min");
    const QString at = fields.text("at");
    penalty.at = at == u"1T" ? SegmentRate::Straight
        : at == u"camera_ot" ? SegmentRate::Camera
                             : SegmentRate::Overtime;
    if (penalty.at == SegmentRate::Overtime && !at.isEmpty() && at != u"ot_rate")
        fields.problem("at", QStringLiteral("is not known"));
    penalty.curtailAt = penalty.at;
    if (const MaybeParameter whole = fields.whole("curtail_cap_min"))
        penalty.curtailBelow.emplace(DayShape::Standard, *whole);
}

void readPenalty(GoldenFields &fields, MealRules &meals)
{
    MealPenalty &penalty = meals.penalty;
    const QString model = fields.text("model");
    if (model == u"schedule") {
        readPenaltySchedule(fields, meals);
    } else if (model == u"hour_per_day") {
        penalty.model = MealPenaltyModel::HourPerDay;
        penalty.hours = fields.required(fields.decimal("hours"), "hours");
        fields.only("per", QStringLiteral("workday"));
    } else if (model == u"ot_rate_segments") {
        readPenaltySegments(fields, penalty);
    } else if (model == u"additive_until_break") {
        penalty.model = MealPenaltyModel::AdditiveUntilBreak;
        penalty.increment = fields.required(fields.whole("increment_min"), "increment_min");
        penalty.addFactor = fields.required(fields.decimal("add_mult"), "add_mult");
        penalty.roundUpFrom = fields.whole("round_up_from_min");
    } else if (model != u"none") {
        fields.problem("model", QStringLiteral("is not known"));
    }
}

// "first_due_min": 360, or as a rule pack has it: {"after_min": 360, "from": …}.
MaybeParameter mealDue(GoldenFields &fields, const char *flat, const char *block, MealRules &meals)
{
    MaybeParameter due = fields.whole(flat);
    fields.block(block, [&](GoldenFields &nested) {
        due = nested.whole("after_min");
        const QString from = nested.text("from");
        if (from == u"unit_call")
            meals.firstDueFrom = FirstMealFrom::UnitCall;
        else if (!from.isEmpty() && from != u"individual_call" && from != u"previous_meal_end")
            nested.problem("from", QStringLiteral("is not known"));
    });
    return due;
}

// What people may claim for a delay, likewise in both forms.
MaybeParameter mealClaim(GoldenFields &fields, const char *flat, const char *block)
{
    MaybeParameter most = fields.whole(flat);
    fields.block(block, [&](GoldenFields &nested) {
        most = nested.whole("max_min");
        nested.only("all_or_nothing", true);
        nested.ignore({"scheduled", "excludes_grace"}); // A case says what was claimed.
    });
    return most;
}

void readMealRules(GoldenFields &fields, MealRules &meals)
{
    meals.firstDue = mealDue(fields, "first_due_min", "first_due", meals);
    meals.nextDue = mealDue(fields, "next_due_min", "next_due", meals);
    meals.minLength = fields.required(fields.whole("min_len_min"), "min_len_min");
    meals.maxDeduct = fields.whole("max_deduct_min");
    meals.grace = mealClaim(fields, "grace_min", "grace");
    meals.wrapExtension = mealClaim(fields, "wrap_extension_min", "wrap_extension");
    meals.earliestDeductible = fields.whole("earliest_deductible_min");
    meals.secondDeductibleFromWorked = fields.whole("second_deductible_from_worked_min");
    meals.frenchHoursAllowed = true;
    fields.block("french_hours", [&meals](GoldenFields &french) {
        meals.frenchHoursAllowed = french.flag("allowed");
        french.only("suppresses",
                    QJsonArray{QStringLiteral("deduction"), QStringLiteral("penalty")});
        french.ignore({"requires"}); // Who agreed is for people to say.
    });
    fields.block("ndb", [&meals](GoldenFields &ndb) {
        meals.ndb = NdbRule{ndb.required(ndb.whole("min_len_min"), "min_len_min"),
                            ndb.required(ndb.whole("must_end_within_min"), "must_end_within_min"),
                            ndb.flag("deductible")};
        ndb.only("resets_clock_to", QStringLiteral("ndb_end"));
    });
    fields.block("walking", [&meals](GoldenFields &walking) {
        meals.isWalkingDeducted = walking.flag("deductible");
        meals.walkingStopsTheClock = walking.flag("stops_clock");
    });
    fields.block("penalty", [&meals](GoldenFields &penalty) { readPenalty(penalty, meals); });
}

// Whether the rate of the shift before goes on for the day, or as long as rest is missing.
bool carriesIntoRestOnly(GoldenFields &object)
{
    const QString scope = object.text("scope");
    if (!scope.isEmpty() && scope != u"all_hours" && scope != u"invaded_only")
        object.problem("scope", QStringLiteral("is not known"));
    return scope == u"invaded_only";
}

void readRestModel(GoldenFields &object, RestRule &rule)
{
    const QString model = object.text("model");
    if (model == u"additive") {
        rule.factor = object.required(object.decimal("mult"), "mult");
        rule.increment = object.whole("increment_min");
        rule.capPerHour = object.money("cap_per_hour");
        rule.maxShort = object.whole("max_short_min");
        object.only("beyond", QStringLiteral("prevailing_until_rest"));
        rule.carriesIntoRestOnly = carriesIntoRestOnly(object);
    } else if (model == u"prevailing_until_rest") {
        rule.model = RestModel::Prevailing;
        rule.carriesIntoRestOnly = carriesIntoRestOnly(object);
    } else if (model == u"ot_rate_capped") {
        rule.factor = object.required(object.decimal("mult"), "mult");
        rule.increment = object.whole("increment_min");
        rule.capPerHour = object.required(object.money("cap_per_hour"), "cap_per_hour");
    } else if (model == u"flat") {
        rule.model = RestModel::Flat;
        rule.amount = object.required(object.money("amount"), "amount");
    } else if (model == u"flat_lesser_of_day_rate") {
        rule.model = RestModel::FlatLesserOfDayRate;
        rule.amount = object.required(object.money("amount"), "amount");
    } else if (model == u"daily_fraction") {
        rule.model = RestModel::DailyFraction;
        rule.dayFraction = object.required(object.decimal("fraction"), "fraction");
    } else {
        object.problem("model", QStringLiteral("is not known"));
    }
}

// One price, or one up to a limit and past it the rate of the shift before.
void readRestBands(GoldenFields &object, RestRule &rule)
{
    std::vector<GoldenFields> bands = object.objects("bands");
    for (size_t i = 0; i < bands.size(); ++i) {
        GoldenFields &band = bands[i];
        const MaybeParameter upTo = band.whole("short_up_to_min");
        RestRule priced = rule;
        readRestModel(band, priced);
        band.refuseUnknown();
        const bool isLast = i + 1 == bands.size();
        if (i > 1 || isLast == upTo.has_value())
            band.problem("short_up_to_min", QStringLiteral("is not priced"));
        if (i == 0)
            rule = priced;
        else if (priced.model == RestModel::Prevailing)
            rule.carriesIntoRestOnly = priced.carriesIntoRestOnly;
        else
            band.problem("model", QStringLiteral("is not priced after another"));
        if (!isLast)
            rule.maxShort = upTo;
    }
}

void readRest(GoldenFields &fields, RulePack &pack)
{
    for (GoldenFields &object : fields.objects("turnaround")) {
        RestRule rule;
        rule.id = object.text("id");
        rule.required = object.required(object.whole("required_min"), "required_min");
        object.block("when", [&rule](GoldenFields &when) {
            rule.afterDaysWorked = when.whole("days_worked_in_week");
            when.only("after_days", QStringLiteral("any"));
        });
        if (object.has("bands"))
            readRestBands(object, rule);
        else
            readRestModel(object, rule);
        object.block("comp_rest", [&rule](GoldenFields &comp) {
            rule.compRestAllowed = comp.flag("allowed");
            comp.ignore({"settle_by"}); // A case says whether the rest was taken.
        });
        object.refuseUnknown();
        pack.rest.push_back(rule);
    }
}

// As two keys, or as a list of both; "whole_shift" is none.
void readNightWindow(GoldenFields &object, NightRule &rule)
{
    if (!object.has("window")) {
        rule.windowFrom = object.clock("window_from");
        rule.windowTo = object.clock("window_to");
        object.ignore({"window"});
        return;
    }
    const QJsonValue window = object.take("window");
    if (window.toString() == u"whole_shift")
        return;
    const std::vector<Parameter> times = object.clocks("window");
    if (times.size() == 2) {
        rule.windowFrom = times[0];
        rule.windowTo = times[1];
    } else {
        object.problem("window", QStringLiteral("is neither two times of day nor whole_shift"));
    }
}

void readNightRules(GoldenFields &fields, RulePack &pack)
{
    NightRules night;
    night.suppressAtFactor = fields.decimal("suppress_at_mult");
    night.compounds = fields.flag(fields.has("compounds") ? "compounds" : "compounds_with_ot");
    fields.ignore({"compounds", "compounds_with_ot"});
    fields.only("zone", QStringLiteral("work_location"));
    if (fields.text("model") == u"percent_window") {
        NightRule rule;
        readNightWindow(fields, rule);
        rule.factor = fields.required(fields.decimal("add"), "add");
        rule.factor.value += Ratio(1);
        night.rules.push_back(rule);
    } else {
        fields.only("model", QJsonValue::Null);
    }
    for (GoldenFields &object : fields.objects("rules")) {
        NightRule rule;
        rule.callFrom = object.clock("call_from");
        rule.callTo = object.clock("call_to");
        readNightWindow(object, rule);
        rule.factor = object.required(object.decimal("factor"), "factor");
        object.refuseUnknown();
        night.rules.push_back(rule);
    }
    pack.night = night;
}

void readKinds(GoldenFields &fields, RulePack &pack)
{
    for (const DayKind kind :
         {DayKind::Sixth, DayKind::Seventh, DayKind::Holiday, DayKind::Saturday, DayKind::Sunday}) {
        const QByteArray name = dayKindName(kind).toLatin1();
        if (fields.has(name.constData()))
            pack.kinds[kind].tiers = readTiers(fields.objects(name.constData()));
    }
    fields.only("regular", QJsonValue::Null); // its tiers are the pack's
}

void readWeekly(GoldenFields &fields, RulePack &pack)
{
    WeeklyRules weekly;
    weekly.overtimeAfter = fields.whole("ot_after_min");
    weekly.factor = fields.decimal("mult");
    weekly.base = fields.flag("counts_only_straight") ? WeeklyOvertimeBase::StraightHoursOnly
                                                      : WeeklyOvertimeBase::WeightedAverage;
    weekly.guarantee = fields.whole("guarantee_min");
    weekly.guaranteeDays = fields.whole("guarantee_days");
    if (const MaybeParameter daily = fields.whole("daily_ot_after_min")) {
        pack.tiers = {Tier{Parameter{}, TierBasis::Worked, Parameter{Ratio(1)}},
                      Tier{daily, TierBasis::Worked, weekly.factor.value_or(Parameter{})}};
    }
    fields.only("regular_rate", QStringLiteral("weighted_average"));
    const QString counts = fields.text("counts");
    if (counts == u"straight_only")
        weekly.base = WeeklyOvertimeBase::StraightHoursOnly;
    else if (!counts.isEmpty() && counts != u"all")
        fields.problem("counts", QStringLiteral("is not known"));
    fields.ignore({"workweek_starts"}); // A case is one week.
    pack.weekly = weekly;
}

RoundingMode roundingMode(GoldenFields &fields)
{
    const QString mode = fields.text("mode");
    if (!mode.isEmpty() && mode != u"up" && mode != u"down" && mode != u"nearest"
        && mode != u"none")
        fields.problem("mode", QStringLiteral("is not known"));
    return mode == u"up"     ? RoundingMode::Up
        : mode == u"down"    ? RoundingMode::Down
        : mode == u"nearest" ? RoundingMode::Nearest
                             : RoundingMode::None;
}

void readPunches(GoldenFields &fields, PunchRounding &punches)
{
    punches.increment = fields.required(fields.whole("increment_min"), "increment_min");
    punches.mode = roundingMode(fields);
    const bool isOfAll = !fields.has("which");
    punches.ofCall = punches.ofWrap = punches.ofMeals = isOfAll;
    for (const QString &name : fields.texts("which")) {
        if (name == u"call")
            punches.ofCall = true;
        else if (name == u"wrap")
            punches.ofWrap = true;
        else if (name == u"meal")
            punches.ofMeals = true;
        else
            fields.problem("which", QStringLiteral("holds what is not known"));
    }
}

void readLeastCall(GoldenFields &fields, RulePack &pack)
{
    fields.only("starts", QStringLiteral("individual_call"));
    fields.only("ends", QStringLiteral("wrap"));
    fields.only("max_day_min", QJsonValue::Null);
    fields.only("contracted_elapsed_min", QJsonValue::Null);
    MinimumCall least{fields.whole("min_call_min").value_or(Parameter{}), {}};
    fields.block("min_call_by_kind", [&least](GoldenFields &kinds) {
        for (const DayKind kind : {DayKind::Sixth, DayKind::Seventh, DayKind::Holiday,
                                   DayKind::Saturday, DayKind::Sunday}) {
            const QByteArray name = dayKindName(kind).toLatin1();
            if (const MaybeParameter own = kinds.whole(name.constData()))
                least.byKind.emplace(kind, *own);
        }
    });
    pack.minimumCall = std::move(least);
}

void readTravelDay(GoldenFields &fields, RulePack &pack)
{
    KindRules &kind = pack.kinds[DayKind::Travel];
    kind.minPaid = fields.whole("min_min");
    kind.maxPaid = fields.whole("max_min");
    kind.paidFactor = fields.decimal("mult");
    fields.ignore({"counts_in_consecutive"}); // A case says which day of the run it is.
}

// The way to the set and back.
void readWays(GoldenFields &fields, RulePack &pack)
{
    const QString paid = fields.text("paid");
    const bool isWork = fields.flag("counts_as_work");
    if (paid == u"portal_to_portal") {
        pack.travel.toAndFrom = isWork ? TravelModel::Work : TravelModel::Paid;
        pack.travel.factor = Parameter{Ratio(1)};
    } else if (!paid.isEmpty() && paid != u"none") {
        fields.problem("paid", QStringLiteral("is not priced"));
    }
    fields.block("travel_day", [&pack](GoldenFields &day) { readTravelDay(day, pack); });
}

void readOverlap(GoldenFields &fields, RulePack &pack)
{
    const MaybeParameter factor = fields.decimal("mult");
    if (fields.flag("apply"))
        pack.holidays.overlapFactor = factor;
}

void readConsecutiveDays(GoldenFields &fields, RulePack &pack)
{
    fields.block("sixth", [&pack](GoldenFields &day) {
        pack.kinds[DayKind::Sixth].tiers = readTiers(day.objects("tiers"));
    });
    fields.block("seventh", [&pack](GoldenFields &day) {
        pack.kinds[DayKind::Seventh].tiers = readTiers(day.objects("tiers"));
    });
    // A case says which day of the run it is, and what was approved.
    fields.ignore(
        {"breaks_on", "counter", "eighth", "holds_on", "needs_prior_approval", "workweek_starts"});
}

void readIdleHoliday(GoldenFields &fields, RulePack &pack)
{
    const QString model = fields.text("model");
    const MaybeParameter minutes = fields.whole("hours_min");
    const MaybeParameter percent = fields.decimal("percent");
    if (model == u"fixed_hours")
        pack.kinds[DayKind::HolidayNotWorked].idleMinutes = fields.required(minutes, "hours_min");
    else if (model == u"accrual_percent") {
        pack.holidays.accruedPart = fields.required(percent, "percent");
        pack.holidays.accruedPart->value = pack.holidays.accruedPart->value / Ratio(100);
    } else if (model != u"none")
        fields.problem("model", QStringLiteral("is not priced"));
    fields.ignore({"qualify"}); // A case is of a day that qualifies.
}

void readHolidayRules(GoldenFields &fields, RulePack &pack)
{
    fields.block("worked", [&pack](GoldenFields &worked) {
        pack.kinds[DayKind::Holiday].tiers = readTiers(worked.objects("tiers"));
    });
    fields.block("overlap_after_midnight",
                 [&pack](GoldenFields &overlap) { readOverlap(overlap, pack); });
    fields.block("not_worked", [&pack](GoldenFields &idle) { readIdleHoliday(idle, pack); });
    fields.ignore({"calendar", "observance"}); // A case says which day is one.
}

void readReporting(GoldenFields &fields, RulePack &pack)
{
    pack.reportingTime =
        ReportingTime{fields.required(fields.decimal("fraction"), "fraction"),
                      fields.required(fields.whole("min_min"), "min_min"),
                      fields.required(fields.whole("max_min"), "max_min"), std::nullopt};
}

void readSpread(GoldenFields &fields, RulePack &pack)
{
    pack.spreadOfHours =
        SpreadOfHours{fields.required(fields.whole("after_min"), "after_min"),
                      fields.required(fields.decimal("extra_hours"), "extra_hours"),
                      fields.required(fields.money("at_rate"), "at_rate")};
    fields.only("at", QStringLiteral("minimum_wage"));
}

void readLongDay(GoldenFields &fields, RulePack &pack)
{
    const Parameter hour{Ratio(60)}; // "a day's pay per hour or part"
    pack.dayRateHours = DayRateHours{fields.required(fields.whole("after_min"), "after_min"),
                                     fields.whole("increment_min").value_or(hour)};
    fields.only("basis", QStringLiteral("elapsed"));
}

void readGuaranteed(GoldenFields &fields, RulePack &pack)
{
    fields.block("hourly", [&pack](GoldenFields &day) {
        const Parameter least = day.required(day.whole("day_min"), "day_min");
        if (!pack.minimumCall)
            pack.minimumCall.emplace();
        if (pack.minimumCall->minutes.value < least.value)
            pack.minimumCall->minutes = least;
    });
    fields.block("weekly_cume", [&pack](GoldenFields &cume) {
        WeeklyRules &weekly = pack.weekly ? *pack.weekly : pack.weekly.emplace();
        weekly.guarantee = cume.required(cume.whole("week_min"), "week_min");
        weekly.guaranteeDays = cume.required(cume.whole("days"), "days");
        cume.only("prorate", QStringLiteral("days"));
    });
    fields.block("reporting_time", [&pack](GoldenFields &time) { readReporting(time, pack); });
    fields.block("spread_of_hours", [&pack](GoldenFields &spread) { readSpread(spread, pack); });
    fields.block("day_rate_hours_after",
                 [&pack](GoldenFields &after) { readLongDay(after, pack); });
}

// How premiums meet. The engine knows one way but for the night.
void readStacking(GoldenFields &fields, RulePack &pack)
{
    fields.only("tiers", QStringLiteral("highest_only"));
    fields.only("day_kind_vs_tier", QStringLiteral("table"));
    fields.only("holiday_vs_sunday", QStringLiteral("higher"));
    const QString night = fields.text("night_on_ot");
    if (!night.isEmpty() && night != u"multiply" && night != u"add")
        fields.problem("night_on_ot", QStringLiteral("is not known"));
    if (pack.night && !night.isEmpty())
        pack.night->compounds = night == u"multiply";
    fields.only("meal_penalty_on_top", true);
    fields.only("turnaround_on_top", true);
    fields.only("offset_against_guarantee", false);
    fields.only("weekly_ot_credit", QStringLiteral("daily_premium_hours"));
}

// What other agreements have stands empty in a pack by the hour.
void refuseWhatHoursLack(GoldenFields &fields)
{
    fields.only("ot_clock_tiers", QJsonArray());
    fields.only("ot_kinds", QJsonValue::Null);
    fields.only("early", QJsonValue::Null);
    fields.only("premiums", QJsonArray());
    fields.only("leave", QJsonValue::Null);
    fields.block("caps", [](GoldenFields &caps) {
        caps.only("ot_rate_per_hour", QJsonValue::Null);
        caps.only("ot_floor_per_hour", QJsonValue::Null);
        caps.only("ceiling_or_1T", false);
        caps.only("penalties_share_cap", false);
    });
    fields.ignore({"allowances"}); // A case says what they come to.
}

} // namespace

void readGoldenTime(GoldenFields &fields, TimeRules &time)
{
    fields.block("punch_rounding",
                 [&time](GoldenFields &punches) { readPunches(punches, time.punches); });
    fields.only("day_belongs_to", QStringLiteral("call_date"));
    time.gapIsWorkBelow = fields.whole("gap_is_work_below_min");
    fields.block("total_rounding", [&time](GoldenFields &rounding) {
        time.increment = rounding.required(rounding.whole("increment_min"), "increment_min");
        time.mode = roundingMode(rounding);
        rounding.only("scope", QStringLiteral("day"));
    });
}

void readGoldenHourly(GoldenFields &fields, RulePack &pack)
{
    pack.pay = PayModel::Hourly;
    pack.tiers = {Tier{Parameter{}, TierBasis::Worked, Parameter{Ratio(1)}}};
    if (fields.has("daily_tiers"))
        pack.tiers = readTiers(fields.objects("daily_tiers"));
    const auto block = [&](const char *name, void (*read)(GoldenFields &, RulePack &)) {
        fields.block(name, [&pack, read](GoldenFields &object) { read(object, pack); });
    };
    block("day_kinds", readKinds);
    block("consecutive", readConsecutiveDays);
    block("holidays", readHolidayRules);
    block("holiday_overlap", readOverlap);
    fields.block("meals", [&pack](GoldenFields &meals) { readMealRules(meals, pack.meals); });
    if (fields.has("turnaround"))
        readRest(fields, pack);
    fields.ignore({"daily_tiers", "turnaround"});
    block("night", readNightRules);
    block("weekly", readWeekly);
    block("work_day", readLeastCall);
    block("travel", readWays);
    block("travel_day", readTravelDay);
    if (const MaybeParameter idle = fields.whole("holiday_not_worked_min"))
        pack.kinds[DayKind::HolidayNotWorked].idleMinutes = idle;
    block("guarantees", readGuaranteed);
    block("reporting_time", readReporting);
    block("spread_of_hours", readSpread);
    block("day_rate_per_hour_after", readLongDay);
    block("stacking", readStacking);
    refuseWhatHoursLack(fields);
}

} // namespace film::rules
