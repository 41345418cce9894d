#include "shared/rules/golden/golden_pack.h"

#include "shared/rules/golden/golden_number.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace film::rules {

namespace {

constexpr qint64 wholeMax = 1'000'000;

// Reads one object of the file: every number becomes a parameter with its path, every key that
// nobody asked for is a problem.
class Fields
{
public:
    Fields(GoldenPackReading &reading, QJsonObject json, QString path)
        : m_reading(reading)
        , m_json(std::move(json))
        , m_path(std::move(path))
    {
        // Where numbers come from; of a case nobody asks it.
        ignore({"confidence", "source", "clause", "note"});
    }

    [[nodiscard]] bool has(const QString &key) const
    {
        return m_json.contains(key) && !m_json.value(key).isNull();
    }

    void ignore(std::initializer_list<const char *> keys)
    {
        for (const char *key : keys)
            m_known << QString::fromLatin1(key);
    }

    // Whole minutes, counts.
    MaybeParameter whole(const char *name)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const qint64 number = value.toInteger(-1);
        if (!value.isDouble() || number < 0 || number > wholeMax || QJsonValue(number) != value) {
            problem(name, QStringLiteral("is no whole number from 0 to 1000000"));
            return std::nullopt;
        }
        if (number == 0 && isDivisor(name)) {
            problem(name, QStringLiteral("is 0"));
            return std::nullopt;
        }
        return keep(name, Ratio(number), QString::number(number));
    }

    // A factor or a share: a decimal string.
    MaybeParameter decimal(const char *name)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const std::optional<Ratio> number = Ratio::fromDecimal(decimalTextOf(value));
        if (!number || *number < Ratio(0)) {
            problem(name, QStringLiteral("is no decimal number"));
            return std::nullopt;
        }
        return keep(name, *number, decimalTextOf(value));
    }

    // An amount, kept in minor units.
    MaybeParameter money(const char *name)
    {
        MaybeParameter amount = decimal(name);
        if (amount)
            amount->value = amount->value * Ratio(100);
        return amount;
    }

    // "23:00", kept as minutes from midnight.
    MaybeParameter clock(const char *name)
    {
        const QJsonValue value = take(name);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        const QTime time = QTime::fromString(value.toString(), QStringLiteral("HH:mm"));
        if (!time.isValid()) {
            problem(name, QStringLiteral("is no time of day"));
            return std::nullopt;
        }
        return keep(name, Ratio(time.hour() * 60 + time.minute()), value.toString());
    }

    Parameter required(MaybeParameter found, const char *name)
    {
        if (found)
            return *found;
        problem(name, QStringLiteral("is missing"));
        return {};
    }

    QString text(const char *name) { return take(name).toString(); }
    // "false" in quotes is no answer: it would count as the opposite.
    bool flag(const char *name)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isNull() && !value.isBool())
            problem(name, QStringLiteral("is neither true nor false"));
        return value.toBool();
    }

    // What the engine does anyway may stand in the file; anything else would be ignored.
    void only(const char *name, const QJsonValue &done)
    {
        const QJsonValue value = take(name);
        if (!value.isUndefined() && !value.isNull() && value != done)
            problem(name, QStringLiteral("is not priced"));
    }

    QJsonValue take(const char *name)
    {
        const QString key = QString::fromLatin1(name);
        m_known << key;
        return m_json.value(key);
    }

    Fields object(const char *name)
    {
        return Fields(m_reading, take(name).toObject(), pathOf(name));
    }

    std::vector<Fields> objects(const char *name)
    {
        std::vector<Fields> all;
        const QJsonArray array = take(name).toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            all.emplace_back(m_reading, array.at(i).toObject(),
                             QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i));
        return all;
    }

    std::vector<Parameter> amounts(const char *name)
    {
        std::vector<Parameter> all;
        const QJsonArray array = take(name).toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const std::optional<Ratio> amount = Ratio::fromDecimal(decimalTextOf(array.at(i)));
            if (!amount)
                problem(name, QStringLiteral("holds what is no amount"));
            else
                all.push_back(keepAt(QStringLiteral("%1[%2]").arg(pathOf(name)).arg(i),
                                     *amount * Ratio(100), decimalTextOf(array.at(i))));
        }
        return all;
    }

    void problem(const char *name, const QString &what)
    {
        m_reading.problems << pathOf(name) + u": " + what;
    }

    void refuseUnknown()
    {
        for (const QString &key : m_json.keys()) {
            if (!m_known.contains(key))
                m_reading.problems
                    << (m_path.isEmpty() ? key : m_path + u'.' + key) + u": is not known";
        }
    }

private:
    // Steps to round to, and what a rate is divided by.
    static bool isDivisor(const char *name)
    {
        const QByteArrayView key(name);
        return key == "increment_min" || key.endsWith("divisor") || key.endsWith("_hours");
    }

    QString pathOf(const char *name) const
    {
        const QString key = QString::fromLatin1(name);
        return m_path.isEmpty() ? key : m_path + u'.' + key;
    }

    Parameter keep(const char *name, const Ratio &value, const QString &text)
    {
        return keepAt(pathOf(name), value, text);
    }

    Parameter keepAt(const QString &path, const Ratio &value, const QString &text)
    {
        m_reading.pack.parameters.push_back({path, text, 0});
        return {value, qint32(m_reading.pack.parameters.size()) - 1};
    }

    GoldenPackReading &m_reading;
    QJsonObject m_json;
    QString m_path;
    QStringList m_known;
};

std::vector<Tier> readTiers(std::vector<Fields> objects)
{
    std::vector<Tier> tiers;
    for (Fields &fields : objects) {
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

void readPenaltySchedule(Fields &fields, MealRules &meals)
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
    if (!fields.has(QStringLiteral("weekly_escalator"))) {
        fields.ignore({"weekly_escalator"});
        return;
    }
    Fields escalator = fields.object("weekly_escalator");
    meals.escalator =
        PenaltyEscalator{escalator.required(escalator.whole("after_count"), "after_count"),
                         escalator.required(escalator.decimal("fraction"), "fraction")};
    escalator.only("model", QStringLiteral("prevailing_rate_hour_fraction"));
    escalator.refuseUnknown();
}

void readPenaltySegments(Fields &fields, MealPenalty &penalty)
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

void readPenalty(Fields fields, MealRules &meals)
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
    fields.refuseUnknown();
}

void readMealRules(Fields fields, MealRules &meals)
{
    meals.firstDue = fields.whole("first_due_min");
    meals.nextDue = fields.whole("next_due_min");
    meals.minLength = fields.required(fields.whole("min_len_min"), "min_len_min");
    meals.maxDeduct = fields.whole("max_deduct_min");
    meals.grace = fields.whole("grace_min");
    meals.wrapExtension = fields.whole("wrap_extension_min");
    meals.earliestDeductible = fields.whole("earliest_deductible_min");
    meals.secondDeductibleFromWorked = fields.whole("second_deductible_from_worked_min");
    meals.frenchHoursAllowed = true;
    if (fields.has(QStringLiteral("french_hours"))) {
        Fields french = fields.object("french_hours");
        meals.frenchHoursAllowed = french.flag("allowed");
        french.only("suppresses",
                    QJsonArray{QStringLiteral("deduction"), QStringLiteral("penalty")});
        french.ignore({"requires"}); // Who agreed is for people to say.
        french.refuseUnknown();
    }
    if (fields.has(QStringLiteral("ndb"))) {
        Fields ndb = fields.object("ndb");
        meals.ndb = NdbRule{ndb.required(ndb.whole("min_len_min"), "min_len_min"),
                            ndb.required(ndb.whole("must_end_within_min"), "must_end_within_min"),
                            ndb.flag("deductible")};
        ndb.only("resets_clock_to", QStringLiteral("ndb_end"));
        ndb.refuseUnknown();
    }
    if (fields.has(QStringLiteral("walking"))) {
        Fields walking = fields.object("walking");
        meals.isWalkingDeducted = walking.flag("deductible");
        meals.walkingStopsTheClock = walking.flag("stops_clock");
        walking.refuseUnknown();
    }
    if (fields.has(QStringLiteral("penalty")))
        readPenalty(fields.object("penalty"), meals);
    fields.ignore({"french_hours", "ndb", "walking", "penalty"});
    fields.refuseUnknown();
}

void readRestModel(Fields &object, RestRule &rule)
{
    const QString model = object.text("model");
    if (model == u"additive") {
        rule.factor = object.required(object.decimal("mult"), "mult");
        rule.increment = object.whole("increment_min");
        rule.capPerHour = object.money("cap_per_hour");
        rule.maxShort = object.whole("max_short_min");
        object.only("beyond", QStringLiteral("prevailing_until_rest"));
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

void readRest(Fields &fields, RulePack &pack)
{
    for (Fields &object : fields.objects("turnaround")) {
        RestRule rule;
        rule.id = object.text("id");
        rule.required = object.required(object.whole("required_min"), "required_min");
        readRestModel(object, rule);
        if (object.has(QStringLiteral("comp_rest"))) {
            Fields comp = object.object("comp_rest");
            rule.compRestAllowed = comp.flag("allowed");
            comp.ignore({"settle_by"}); // A case says whether the rest was taken.
            comp.refuseUnknown();
        }
        object.ignore({"comp_rest"});
        object.refuseUnknown();
        pack.rest.push_back(rule);
    }
}

void readNightRules(Fields fields, RulePack &pack)
{
    NightRules night;
    night.suppressAtFactor = fields.decimal("suppress_at_mult");
    night.compounds = fields.flag("compounds");
    for (Fields &object : fields.objects("rules")) {
        NightRule rule;
        rule.callFrom = object.clock("call_from");
        rule.callTo = object.clock("call_to");
        rule.windowFrom = object.clock("window_from");
        rule.windowTo = object.clock("window_to");
        rule.factor = object.required(object.decimal("factor"), "factor");
        object.refuseUnknown();
        night.rules.push_back(rule);
    }
    fields.refuseUnknown();
    pack.night = night;
}

void readKinds(Fields fields, RulePack &pack)
{
    for (const DayKind kind :
         {DayKind::Sixth, DayKind::Seventh, DayKind::Holiday, DayKind::Saturday, DayKind::Sunday}) {
        const QByteArray name = dayKindName(kind).toLatin1();
        if (fields.has(QString::fromLatin1(name)))
            pack.kinds[kind].tiers = readTiers(fields.objects(name.constData()));
    }
    fields.only("regular", QJsonValue::Null); // its tiers are the pack's
    fields.refuseUnknown();
}

void readWeekly(Fields fields, RulePack &pack)
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
    fields.refuseUnknown();
    pack.weekly = weekly;
}

void readTime(Fields fields, TimeRules &time)
{
    fields.only("punch_rounding", QJsonValue::Null);
    fields.only("day_belongs_to", QStringLiteral("call_date"));
    time.gapIsWorkBelow = fields.whole("gap_is_work_below_min");
    if (fields.has(QStringLiteral("total_rounding"))) {
        Fields rounding = fields.object("total_rounding");
        time.increment = rounding.required(rounding.whole("increment_min"), "increment_min");
        const QString mode = rounding.text("mode");
        time.mode = mode == u"up" ? RoundingMode::Up
            : mode == u"down"     ? RoundingMode::Down
            : mode == u"nearest"  ? RoundingMode::Nearest
                                  : RoundingMode::None;
        if (time.mode == RoundingMode::None && !mode.isEmpty() && mode != u"none")
            rounding.problem("mode", QStringLiteral("is not known"));
        rounding.only("scope", QStringLiteral("day"));
        rounding.refuseUnknown();
    }
    fields.ignore({"total_rounding"});
    fields.refuseUnknown();
}

void readHourly(Fields &fields, RulePack &pack)
{
    pack.pay = PayModel::Hourly;
    pack.tiers = {Tier{Parameter{}, TierBasis::Worked, Parameter{Ratio(1)}}};
    if (fields.has(QStringLiteral("time")))
        readTime(fields.object("time"), pack.time);
    if (fields.has(QStringLiteral("daily_tiers")))
        pack.tiers = readTiers(fields.objects("daily_tiers"));
    if (fields.has(QStringLiteral("day_kinds")))
        readKinds(fields.object("day_kinds"), pack);
    if (fields.has(QStringLiteral("meals")))
        readMealRules(fields.object("meals"), pack.meals);
    if (fields.has(QStringLiteral("turnaround")))
        readRest(fields, pack);
    if (fields.has(QStringLiteral("night")))
        readNightRules(fields.object("night"), pack);
    if (fields.has(QStringLiteral("weekly")))
        readWeekly(fields.object("weekly"), pack);
    if (fields.has(QStringLiteral("work_day"))) {
        Fields day = fields.object("work_day");
        pack.minimumCall = MinimumCall{day.required(day.whole("min_call_min"), "min_call_min")};
        day.only("starts", QStringLiteral("individual_call"));
        day.only("ends", QStringLiteral("wrap"));
        day.refuseUnknown();
    }
    if (fields.has(QStringLiteral("holiday_overlap"))) {
        Fields overlap = fields.object("holiday_overlap");
        const MaybeParameter factor = overlap.decimal("mult");
        if (overlap.flag("apply"))
            pack.holidays.overlapFactor = factor;
        overlap.refuseUnknown();
    }
    if (fields.has(QStringLiteral("travel_day"))) {
        Fields travel = fields.object("travel_day");
        KindRules &kind = pack.kinds[DayKind::Travel];
        kind.minPaid = travel.whole("min_min");
        kind.maxPaid = travel.whole("max_min");
        kind.paidFactor = travel.decimal("mult");
        travel.refuseUnknown();
    }
    if (const MaybeParameter idle = fields.whole("holiday_not_worked_min"))
        pack.kinds[DayKind::HolidayNotWorked].idleMinutes = idle;
    if (fields.has(QStringLiteral("reporting_time"))) {
        Fields reporting = fields.object("reporting_time");
        pack.reportingTime =
            ReportingTime{reporting.required(reporting.decimal("fraction"), "fraction"),
                          reporting.required(reporting.whole("min_min"), "min_min"),
                          reporting.required(reporting.whole("max_min"), "max_min"), std::nullopt};
        reporting.refuseUnknown();
    }
    if (fields.has(QStringLiteral("spread_of_hours"))) {
        Fields spread = fields.object("spread_of_hours");
        pack.spreadOfHours =
            SpreadOfHours{spread.required(spread.whole("after_min"), "after_min"),
                          spread.required(spread.decimal("extra_hours"), "extra_hours"),
                          spread.required(spread.money("at_rate"), "at_rate")};
        spread.refuseUnknown();
    }
    if (fields.has(QStringLiteral("day_rate_per_hour_after"))) {
        Fields after = fields.object("day_rate_per_hour_after");
        pack.dayRateHours =
            DayRateHours{after.required(after.whole("after_min"), "after_min"),
                         after.required(after.whole("increment_min"), "increment_min")};
        after.only("basis", QStringLiteral("elapsed"));
        after.refuseUnknown();
    }
}

void readShapes(Fields fields, RulePack &pack)
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

void readUkTelevision(Fields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.dayDivisor = fields.whole("hourly_divisor");
    readShapes(fields.object("shapes"), pack);
    pack.contracted->additionalHour = fields.whole("ach_min");

    Fields ot = fields.object("ot");
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

    Fields early = fields.object("early");
    pack.early = EarlyRule{early.required(early.clock("before"), "before"),
                           early.required(early.decimal("add_mult"), "add_mult"), std::nullopt,
                           early.required(early.whole("increment_min"), "increment_min")};
    early.refuseUnknown();

    Fields rest = fields.object("turnaround");
    RestRule rule;
    rule.id = QStringLiteral("daily");
    rule.required = rest.required(rest.whole("required_min"), "required_min");
    rule.factor = rest.required(rest.decimal("add_mult"), "add_mult");
    rule.increment = rest.whole("increment_min");
    rule.compRestAllowed = true;
    rest.refuseUnknown();
    pack.rest = {rule};

    Fields lunch = fields.object("lunch");
    pack.meals.firstDue = lunch.whole("due_min");
    pack.meals.firstDueFrom = FirstMealFrom::UnitCall;
    pack.meals.penalty.model = MealPenaltyModel::OvertimeSegments;
    pack.meals.penalty.increment = lunch.required(lunch.whole("increment_min"), "increment_min");
    lunch.only("at", QStringLiteral("ot_rate"));
    lunch.refuseUnknown();

    Fields sixth = fields.object("sixth");
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

    Fields night = fields.object("night");
    NightRules bank;
    bank.bankAfter = night.clock("after");
    bank.bankFactor = night.decimal("add_mult");
    bank.bankIncrement = night.whole("increment_min");
    bank.bankCap = night.whole("weekly_cap_min");
    night.refuseUnknown();
    pack.night = bank;
}

OvertimeKindRules readOvertimeKind(Fields fields)
{
    OvertimeKindRules kind;
    kind.factor = fields.required(fields.decimal("mult"), "mult");
    kind.increment = fields.required(fields.whole("increment_min"), "increment_min");
    kind.wholeHoursFromHour = fields.whole("whole_hours_from_hour");
    kind.floorPerHour = fields.money("floor");
    fields.refuseUnknown();
    return kind;
}

void readUkFilm(Fields &fields, RulePack &pack)
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

    Fields rest = fields.object("turnaround");
    RestRule rule;
    rule.id = QStringLiteral("daily");
    rule.required = rest.required(rest.whole("required_min"), "required_min");
    rule.factor = rest.required(rest.decimal("mult"), "mult");
    rule.increment = rest.whole("increment_min");
    rule.capPerHour = rest.money("cap");
    rest.refuseUnknown();
    pack.rest = {rule};

    Fields sixth = fields.object("sixth");
    const MaybeParameter factor = sixth.decimal("mult");
    pack.kinds[DayKind::SixthShooting].hourlyFactor = factor;
    pack.kinds[DayKind::SixthShooting].minMinutes = sixth.whole("min_shoot_min");
    pack.kinds[DayKind::SixthNonShooting].hourlyFactor = factor;
    pack.kinds[DayKind::SixthNonShooting].minMinutes = sixth.whole("min_other_min");
    sixth.refuseUnknown();
    Fields seventh = fields.object("seventh");
    pack.kinds[DayKind::Seventh].hourlyFactor = seventh.decimal("mult");
    seventh.refuseUnknown();
}

void readGermany(Fields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.dayDivisor = fields.whole("day_hours");
    for (Fields &object : fields.objects("tiers")) {
        Tier tier;
        tier.after = object.required(object.whole("after_min"), "after_min");
        tier.factor = object.required(object.decimal("add"), "add");
        tier.factor.value += Ratio(1); // the hour itself is not in the fee
        object.refuseUnknown();
        pack.tiers.push_back(tier);
    }
    Fields night = fields.object("night");
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

void readAustralia(Fields &fields, RulePack &pack)
{
    pack.pay = PayModel::DayFee;
    pack.rates.weekDivisor = fields.whole("weekly_divisor");
    pack.rates.daysInWeek = Parameter{Ratio(5)};
    const Parameter ordinary = fields.required(fields.whole("day_ord_min"), "day_ord_min");
    pack.tiers = {Tier{ordinary, TierBasis::Worked,
                       fields.required(fields.decimal("over10_mult"), "over10_mult")},
                  Tier{Parameter{ordinary.value + Ratio(120)}, TierBasis::Worked,
                       fields.required(fields.decimal("over12_mult"), "over12_mult")}};
    Fields meal = fields.object("meal");
    pack.meals.firstDue = meal.whole("due_min");
    pack.meals.nextDue = pack.meals.firstDue;
    pack.meals.penalty.model = MealPenaltyModel::AdditiveUntilBreak;
    pack.meals.penalty.increment = meal.required(meal.whole("increment_min"), "increment_min");
    pack.meals.penalty.addFactor = meal.required(meal.decimal("add_mult"), "add_mult");
    pack.meals.penalty.roundUpFrom = meal.whole("round_up_from_min");
    meal.refuseUnknown();
}

void readOnCall(Fields fields, RulePack &pack)
{
    pack.pay = PayModel::OnCall;
    pack.onCall =
        OnCallRules{fields.required(fields.decimal("fraction_of_week"), "fraction_of_week"),
                    fields.required(fields.decimal("sixth_mult"), "sixth_mult"),
                    fields.required(fields.decimal("seventh_mult"), "seventh_mult")};
    fields.refuseUnknown();
}

void readEngine(Fields &fields, const QString &engine, RulePack &pack)
{
    if (engine == u"hourly" || engine == u"week_flsa" || engine == u"week_cume") {
        readHourly(fields, pack);
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

    Fields fields(reading, json, QString());
    pack.title = fields.text("title");
    // All amounts of a file have two decimals, whatever the money; so that of another country than
    // the app's packs are of is counted as well.
    static const QRegularExpression anyCode(QStringLiteral("^[A-Z]{3}$"));
    const QString code = fields.text("currency");
    if (const std::optional<Currency> currency = currencyFromCode(code))
        pack.currency = *currency;
    else if (!anyCode.match(code).hasMatch())
        fields.problem("currency", QStringLiteral("is not known"));
    Fields effective = fields.object("effective");
    pack.from = QDate::fromString(effective.text("from"), Qt::ISODate);
    pack.to = QDate::fromString(effective.text("to"), Qt::ISODate);
    Fields money = fields.object("money");
    if (const MaybeParameter decimals = money.whole("derived_rate_decimals"))
        pack.rates.decimals = int(decimals->value.numerator());
    money.only("line_rounding", QStringLiteral("half_up_cent"));
    money.refuseUnknown();
    readEngine(fields, fields.text("engine"), pack);
    fields.ignore(
        {"advisories", "applies", "id", "jurisdiction", "priority", "sources", "version"});
    fields.refuseUnknown();
    return reading;
}

} // namespace film::rules
