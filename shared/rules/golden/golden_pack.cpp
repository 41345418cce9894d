#include "shared/rules/golden/golden_pack.h"

#include "shared/rules/golden/golden_fields.h"
#include "shared/rules/golden/golden_hourly.h"

#include <QRegularExpression>

namespace film::rules {

namespace {

void readShapes(GoldenFields fields, RulePack &pack)
{
    ContractedHours contracted;
    for (const DayShape shape :
         {DayShape::Standard, DayShape::SemiContinuous, DayShape::Continuous}) {
        const QByteArray name = dayShapeName(shape).toLatin1();
        contracted.minutes[shape] =
            fields.required(fields.whole(name.constData()), name.constData());
    }
    fields.refuseUnknown();
    pack.contracted = contracted;
    pack.meals.shapesWithoutMeal = {DayShape::Continuous};
}

void readUkTelevision(GoldenFields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.dayDivisor = fields.whole("hourly_divisor");
    readShapes(fields.object("shapes"), pack);
    pack.contracted->additionalHour = fields.whole("ach_min");

    GoldenFields ot = fields.object("ot");
    OvertimeRules rules;
    pack.tiers = {Tier{std::nullopt, TierBasis::Elapsed, ot.required(ot.decimal("mult"), "mult")}};
    const Parameter enhanced = ot.required(ot.decimal("enhanced_mult"), "enhanced_mult");
    rules.clockTiers = {
        ClockTier{ot.required(ot.clock("enhanced_after"), "enhanced_after"), enhanced}};
    rules.increment = ot.whole("increment_min");
    rules.floorPerHour = ot.money("floor");
    rules.ceilingPerHour = ot.money("ceiling");
    rules.ceilingOrStraight = ot.flag("ceiling_or_hourly");
    ot.refuseUnknown();
    pack.overtime = rules;

    GoldenFields early = fields.object("early");
    pack.early = EarlyRule{early.required(early.clock("before"), "before"),
                           early.required(early.decimal("add_mult"), "add_mult"), std::nullopt,
                           early.required(early.whole("increment_min"), "increment_min")};
    early.refuseUnknown();

    GoldenFields rest = fields.object("turnaround");
    RestRule rule;
    rule.id = QStringLiteral("daily");
    rule.required = rest.required(rest.whole("required_min"), "required_min");
    rule.factor = rest.required(rest.decimal("add_mult"), "add_mult");
    rule.increment = rest.whole("increment_min");
    rule.compRestAllowed = true;
    rest.refuseUnknown();
    pack.rest = {rule};

    GoldenFields lunch = fields.object("lunch");
    pack.meals.firstDue = lunch.whole("due_min");
    pack.meals.firstDueFrom = FirstMealFrom::UnitCall;
    pack.meals.penalty.model = MealPenaltyModel::OvertimeSegments;
    pack.meals.penalty.increment = lunch.required(lunch.whole("increment_min"), "increment_min");
    lunch.only("at", QStringLiteral("ot_rate"));
    lunch.refuseUnknown();

    GoldenFields sixth = fields.object("sixth");
    pack.kinds[DayKind::SixthShooting].feeFactor = sixth.decimal("shooting");
    KindRules &nonShooting = pack.kinds[DayKind::SixthNonShooting];
    nonShooting.shortFactor = sixth.decimal("non_shooting_short");
    nonShooting.feeFactor = sixth.decimal("non_shooting_long");
    nonShooting.shortLimit = sixth.whole("short_limit_min");
    nonShooting.needsApproval = true;
    sixth.refuseUnknown();
    pack.kinds[DayKind::Seventh].feeFactor = fields.decimal("seventh");
    pack.kinds[DayKind::Seventh].overtimeFactor = enhanced;
    pack.kinds[DayKind::Holiday].feeFactor = enhanced;
    pack.kinds[DayKind::Holiday].overtimeFactor = enhanced;

    GoldenFields night = fields.object("night");
    NightRules bank;
    bank.bankAfter = night.clock("after");
    bank.bankFactor = night.decimal("add_mult");
    bank.bankIncrement = night.whole("increment_min");
    bank.bankCap = night.whole("weekly_cap_min");
    night.refuseUnknown();
    pack.night = bank;
}

OvertimeKindRules readOvertimeKind(GoldenFields fields)
{
    OvertimeKindRules kind;
    kind.factor = fields.required(fields.decimal("mult"), "mult");
    kind.increment = fields.required(fields.whole("increment_min"), "increment_min");
    kind.wholeHoursFromHour = fields.whole("whole_hours_from_hour");
    kind.floorPerHour = fields.money("floor");
    fields.refuseUnknown();
    return kind;
}

void readUkFilm(GoldenFields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.weekDivisor = fields.whole("weekly_divisor");
    pack.rates.dayDivisor = fields.whole("daily_divisor");
    pack.rates.daysInWeek = Parameter{Ratio(5)};
    readShapes(fields.object("shapes"), pack);
    pack.contracted->startsAt = FirstMealFrom::UnitCall;
    OvertimeRules rules;
    rules.kinds[OvertimeKind::Camera] = readOvertimeKind(fields.object("camera_ot"));
    rules.kinds[OvertimeKind::Other] = readOvertimeKind(fields.object("noncamera_ot"));
    rules.ceilingPerHour = fields.money("cap");
    pack.overtime = rules;

    GoldenFields rest = fields.object("turnaround");
    RestRule rule;
    rule.id = QStringLiteral("daily");
    rule.required = rest.required(rest.whole("required_min"), "required_min");
    rule.factor = rest.required(rest.decimal("mult"), "mult");
    rule.increment = rest.whole("increment_min");
    rule.capPerHour = rest.money("cap");
    rest.refuseUnknown();
    pack.rest = {rule};

    GoldenFields sixth = fields.object("sixth");
    const MaybeParameter factor = sixth.decimal("mult");
    pack.kinds[DayKind::SixthShooting].hourlyFactor = factor;
    pack.kinds[DayKind::SixthShooting].minMinutes = sixth.whole("min_shoot_min");
    pack.kinds[DayKind::SixthNonShooting].hourlyFactor = factor;
    pack.kinds[DayKind::SixthNonShooting].minMinutes = sixth.whole("min_other_min");
    sixth.refuseUnknown();
    GoldenFields seventh = fields.object("seventh");
    pack.kinds[DayKind::Seventh].hourlyFactor = seventh.decimal("mult");
    seventh.refuseUnknown();
}

void readGermany(GoldenFields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.dayDivisor = fields.whole("day_hours");
    for (GoldenFields &object : fields.objects("tiers")) {
        Tier tier;
        tier.after = object.required(object.whole("after_min"), "after_min");
        tier.factor = object.required(object.decimal("add"), "add");
        tier.factor.value += Ratio(1); // the hour itself is not in the fee
        object.refuseUnknown();
        pack.tiers.push_back(tier);
    }
    GoldenFields night = fields.object("night");
    NightRules rules;
    rules.isSurcharge = true;
    NightRule rule;
    rule.windowFrom = night.clock("from_");
    rule.windowTo = night.clock("to");
    rule.factor = night.required(night.decimal("add"), "add");
    rules.rules = {rule};
    night.refuseUnknown();
    pack.night = rules;
    pack.kinds[DayKind::Saturday].surcharge = fields.decimal("saturday");
    pack.kinds[DayKind::Sunday].surcharge = fields.decimal("sunday");
    pack.kinds[DayKind::Holiday].surcharge = fields.decimal("holiday");
}

void readAustralia(GoldenFields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.weekDivisor = fields.whole("weekly_divisor");
    pack.rates.daysInWeek = Parameter{Ratio(5)};
    const Parameter ordinary = fields.required(fields.whole("day_ord_min"), "day_ord_min");
    pack.tiers = {Tier{ordinary, TierBasis::Worked,
                       fields.required(fields.decimal("over10_mult"), "over10_mult")},
                  Tier{Parameter{ordinary.value + Ratio(120)}, TierBasis::Worked,
                       fields.required(fields.decimal("over12_mult"), "over12_mult")}};
    GoldenFields meal = fields.object("meal");
    pack.meals.firstDue = meal.whole("due_min");
    pack.meals.nextDue = pack.meals.firstDue;
    pack.meals.penalty.model = MealPenaltyModel::AdditiveUntilBreak;
    pack.meals.penalty.increment = meal.required(meal.whole("increment_min"), "increment_min");
    pack.meals.penalty.addFactor = meal.required(meal.decimal("add_mult"), "add_mult");
    pack.meals.penalty.roundUpFrom = meal.whole("round_up_from_min");
    meal.refuseUnknown();
}

void readOnCall(GoldenFields fields, RulePack &pack)
{
    pack.pay = PayModel::OnCall;
    pack.onCall =
        OnCallRules{fields.required(fields.decimal("fraction_of_week"), "fraction_of_week"),
                    fields.required(fields.decimal("sixth_mult"), "sixth_mult"),
                    fields.required(fields.decimal("seventh_mult"), "seventh_mult")};
    fields.refuseUnknown();
}

void readEngine(GoldenFields &fields, const QString &engine, RulePack &pack)
{
    if (engine == u"hourly" || engine == u"week_flsa" || engine == u"week_cume") {
        readGoldenHourly(fields, pack);
    } else if (engine == u"oncall_week") {
        readOnCall(fields.object("oncall"), pack);
    } else if (engine == u"exempt_day") {
        pack.pay = PayModel::Flat;
    } else if (engine == u"uk_tv") {
        readUkTelevision(fields, pack);
    } else if (engine == u"uk_mmp") {
        readUkFilm(fields, pack);
    } else if (engine == u"uk_holiday") {
        pack.pay = PayModel::LeaveOnly;
        pack.leave = LeaveRules{fields.required(fields.decimal("accrual"), "accrual")};
    } else if (engine == u"de_tvffs") {
        readGermany(fields, pack);
    } else if (engine == u"au") {
        readAustralia(fields, pack);
    } else if (engine == u"bc_flat") {
        pack.pay = PayModel::AllIn;
        pack.allIn = AllInRules{fields.required(fields.whole("pay_hours"), "pay_hours"),
                                fields.required(fields.whole("included_min"), "included_min"),
                                fields.required(fields.decimal("over_mult"), "over_mult")};
    } else {
        fields.problem("engine", QStringLiteral("is not known"));
    }
}

} // namespace

GoldenPackReading readGoldenPack(const QString &name, const QJsonObject &json)
{
    GoldenPackReading reading;
    RulePack &pack = reading.pack;
    pack.provenances = {Provenance{}};
    const qsizetype at = name.indexOf(u'@');
    pack.id = name.left(at);
    pack.version = at < 0 ? QString() : name.mid(at + 1);

    GoldenFields fields(reading, json, QString());
    pack.title = fields.text("title");
    // All amounts of a file have two decimals, whatever the money; so that of another country than
    // the app's packs are of is counted as well.
    static const QRegularExpression anyCode(QStringLiteral("^[A-Z]{3}$"));
    const QString code = fields.text("currency");
    if (const std::optional<Currency> currency = currencyFromCode(code))
        pack.currency = *currency;
    else if (!anyCode.match(code).hasMatch())
        fields.problem("currency", QStringLiteral("is not known"));
    GoldenFields effective = fields.object("effective");
    pack.from = QDate::fromString(effective.text("from"), Qt::ISODate);
    pack.to = QDate::fromString(effective.text("to"), Qt::ISODate);
    GoldenFields money = fields.object("money");
    if (const MaybeParameter decimals = money.whole("derived_rate_decimals"))
        pack.rates.decimals = int(decimals->value.numerator());
    money.only("line_rounding", QStringLiteral("half_up_cent"));
    money.refuseUnknown();
    fields.block("time", [&pack](GoldenFields &time) { readGoldenTime(time, pack.time); });
    readEngine(fields, fields.text("engine"), pack);
    if (pack.pay != PayModel::Hourly && pack.time.mode != RoundingMode::None)
        fields.problem("time.total_rounding", QStringLiteral("is not priced"));
    fields.ignore({"advisories", "applies", "disclaimer_key", "id", "jurisdiction", "priority",
                   "schema", "sources", "version"});
    fields.refuseUnknown();
    return reading;
}

} // namespace film::rules
