#include "shared/rules/golden/golden_cases.h"

#include "shared/domain/zone_time.h"
#include "shared/rules/golden/golden_actual.h"
#include "shared/rules/golden/golden_keys.h"
#include "shared/rules/golden/golden_number.h"
#include "shared/rules/pack_shelf.h"
#include "shared/rules/price_week.h"
#include "shared/rules/shipped_packs.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace film::rules {

namespace {

using namespace Qt::StringLiterals;

// What could not be read of a case; the rest of it is not tried.
struct CaseProblem {
    QString what;
};

bool isMissing(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

bool has(const QJsonObject &json, const QString &name)
{
    return !isMissing(json.value(name));
}

// With its offset from UTC: a time that the clocks show twice would be two instants.
QDateTime readInstant(const QJsonValue &value, const QString &name)
{
    const QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (!time.isValid())
        throw CaseProblem{name + u": is no instant"_s};
    if (time.timeSpec() == Qt::LocalTime)
        throw CaseProblem{name + u": has no offset from UTC"_s};
    return time;
}

Moment readMoment(const QJsonValue &value, const QString &name)
{
    return momentOf(instantFromMs(readInstant(value, name).toMSecsSinceEpoch()));
}

std::optional<Ratio> readDecimal(const QJsonValue &value, const QString &name)
{
    if (isMissing(value))
        return std::nullopt;
    const std::optional<Ratio> number = Ratio::fromDecimal(decimalTextOf(value));
    if (!number || *number < Ratio(0))
        throw CaseProblem{name + u": is no decimal number"_s};
    return number;
}

std::optional<Ratio> readMoney(const QJsonValue &value, const QString &name)
{
    const std::optional<Ratio> amount = readDecimal(value, name);
    return amount ? std::optional(*amount * Ratio(100)) : std::nullopt;
}

// What somebody chose. "false" in quotes is no answer: it would count as the opposite.
bool readFlag(const QJsonObject &json, const QString &name, bool byDefault = false)
{
    const QJsonValue value = json.value(name);
    if (!isMissing(value) && !value.isBool())
        throw CaseProblem{name + u": is neither true nor false"_s};
    return value.toBool(byDefault);
}

QString readText(const QJsonObject &json, const QString &name)
{
    const QJsonValue value = json.value(name);
    if (!isMissing(value) && !value.isString())
        throw CaseProblem{name + u": is no text"_s};
    return value.toString();
}

// One of the names that are known; nothing where the case says nothing.
template<typename T>
std::optional<T> readName(const QJsonObject &json, const QString &name,
                          std::optional<T> (*fromName)(QStringView))
{
    const QString text = readText(json, name);
    if (text.isEmpty())
        return std::nullopt;
    const std::optional<T> known = fromName(text);
    if (!known)
        throw CaseProblem{u"%1: \"%2\" is not known"_s.arg(name, text)};
    return known;
}

std::optional<Minutes> readWholeMinutes(const QJsonValue &value, const QString &name)
{
    if (isMissing(value))
        return std::nullopt;
    const qint64 minutes = value.toInteger(-1);
    if (minutes < 0 || minutes > 14 * 24 * 60)
        throw CaseProblem{name + u": is no number of minutes"_s};
    return Minutes(qint32(minutes));
}

Minutes readHours(const QJsonValue &value, const QString &name)
{
    const std::optional<Ratio> hours = readDecimal(value, name);
    return hours ? Minutes(qint32((*hours * Ratio(60)).roundedHalfUp())) : Minutes(0);
}

DealTerms readDeal(const QJsonObject &json)
{
    DealTerms deal;
    deal.hourly = readMoney(json.value(u"hourly"_s), u"deal.hourly"_s);
    deal.dayRate = readMoney(json.value(u"day_rate"_s), u"deal.day_rate"_s);
    deal.weekRate = readMoney(json.value(u"weekly"_s), u"deal.weekly"_s);
    deal.dayHours = readDecimal(json.value(u"day_hours"_s), u"deal.day_hours"_s);
    deal.additionalHour = readFlag(json, u"ach"_s);
    // "700/12": a day's rate for so many hours.
    const QStringList quoted = readText(json, u"quoted"_s).split(u'/');
    if (quoted.size() == 2) {
        const std::optional<Ratio> rate = readMoney(quoted.at(0), u"deal.quoted"_s);
        if (!deal.hourly && !deal.dayRate)
            deal.dayRate = rate;
        // Guaranteed also where the rate that was derived from it stands beside it.
        deal.guarantee = readHours(quoted.at(1), u"deal.quoted"_s);
    }
    return deal;
}

MealKind readMealKind(const QString &name)
{
    if (name == u"ndb")
        return MealKind::NonDeductible;
    if (name == u"walking")
        return MealKind::Walking;
    if (name == u"meal" || name.isEmpty())
        return MealKind::Meal;
    throw CaseProblem{u"meals.kind: \"%1\" is not known"_s.arg(name)};
}

// A break of four hours between two units is rest, where the pack does not say another length
// (pay-rules 3.2, gap_is_work_below_min); a shorter one without a meal is work.
void readBreaks(const RulePack &pack, PayDay &day)
{
    const Minutes least =
        pack.time.gapIsWorkBelow ? pack.time.gapIsWorkBelow->minutes() : Minutes(240);
    for (size_t i = 1; i < day.segments.size(); ++i) {
        const TimeSpan gap{day.segments[i - 1].to, day.segments[i].from};
        const bool hasMeal = std::ranges::any_of(day.meals, [&gap](const MealSpan &meal) {
            return meal.out < gap.to && meal.in > gap.from;
        });
        if (gap.to - gap.from >= least && !hasMeal)
            day.breaks.push_back(gap);
    }
}

// Where it is missing, that of the call's own offset.
QTimeZone readZone(const QJsonObject &json, const QDateTime &call)
{
    const QString name = readText(json, u"tz"_s);
    const QTimeZone zone =
        name.isEmpty() ? QTimeZone(call.offsetFromUtc()) : zoneFor(name.toUtf8());
    if (!zone.isValid())
        throw CaseProblem{u"tz: is no zone of this computer"_s};
    return zone;
}

void readSegments(const QJsonObject &json, PayDay &day)
{
    for (const QJsonValue &value : json.value(u"segments"_s).toArray()) {
        const QJsonObject segment = value.toObject();
        day.segments.push_back({segment.value(u"unit"_s).toString(),
                                readMoment(segment.value(u"from"_s), u"segments.from"_s),
                                readMoment(segment.value(u"to"_s), u"segments.to"_s),
                                readMoney(segment.value(u"hourly"_s), u"segments.hourly"_s)});
    }
    std::ranges::stable_sort(day.segments, {}, &WorkSegment::from);
}

// In whichever order the file has them.
void readMealsOf(const QJsonObject &json, PayDay &day)
{
    for (const QJsonValue &value : json.value(u"meals"_s).toArray()) {
        const QJsonObject meal = value.toObject();
        day.meals.push_back({readMoment(meal.value(u"out"_s), u"meals.out"_s),
                             readMoment(meal.value(u"in"_s), u"meals.in"_s),
                             readMealKind(readText(meal, u"kind"_s)), readFlag(meal, u"grace"_s)});
    }
    std::ranges::stable_sort(day.meals, {}, &MealSpan::out);
}

void readTimes(const QJsonObject &json, const RulePack &pack, PayDay &day)
{
    readSegments(json, day);
    // A day of two units may only say when each had it.
    if (day.segments.empty() && !(has(json, u"call"_s) && has(json, u"wrap"_s)))
        throw CaseProblem{u"call and wrap: one of them is missing"_s};
    const QJsonArray segments = json.value(u"segments"_s).toArray();
    const QDateTime call = has(json, u"call"_s)
        ? readInstant(json.value(u"call"_s), u"call"_s)
        : readInstant(segments.at(0).toObject().value(u"from"_s), u"segments.from"_s);
    const QTimeZone zone = readZone(json, call);
    day.call = has(json, u"call"_s) ? momentOf(instantFromMs(call.toMSecsSinceEpoch()))
                                    : day.segments.front().from;
    day.wrap = has(json, u"wrap"_s) ? readMoment(json.value(u"wrap"_s), u"wrap"_s)
                                    : std::ranges::max(day.segments, {}, &WorkSegment::to).to;
    if (!day.date.isValid()) // of the call, as the clock there has it
        day.date = call.toTimeZone(zone).date();
    day.clock = DayClock(day.date, zone);
    readMealsOf(json, day);
    if (has(json, u"unit_call"_s))
        day.unitCall = readMoment(json.value(u"unit_call"_s), u"unit_call"_s);
    if (has(json, u"holiday_from"_s))
        day.holidayFrom = readMoment(json.value(u"holiday_from"_s), u"holiday_from"_s);
    readBreaks(pack, day);
}

// Of a case: what is not of the camera has no name in the agreements, so it has several here.
std::optional<OvertimeKind> readOvertimeKind(QStringView name)
{
    if (name == u"noncamera" || name == u"non_camera")
        return OvertimeKind::Other;
    return overtimeKindFromName(name);
}

bool paysIdleHolidays(const RulePack &pack)
{
    const KindRules *kind = pack.rulesOf(DayKind::HolidayNotWorked);
    return kind && kind->idleMinutes;
}

void readKind(const QJsonObject &json, const QString &calc, const RulePack &pack, PayDay &day)
{
    day.kind = readName(json, u"kind"_s, &dayKindFromName)
                   .value_or(calc == u"travel_day" ? DayKind::Travel : DayKind::Regular);
    // A holiday not worked has no times, whatever the case calls it.
    const bool isWithoutWork = !day.hasTimes && day.wrap == day.call;
    if (calc.contains(u"not_worked") || calc.contains(u"unworked")
        || (isWithoutWork && day.kind == DayKind::Holiday && paysIdleHolidays(pack)))
        day.kind = DayKind::HolidayNotWorked;
    day.shape = readName(json, u"shape"_s, &dayShapeFromName).value_or(DayShape::Standard);
    day.overtimeKind =
        readName(json, u"ot_kind"_s, &readOvertimeKind).value_or(OvertimeKind::Other);
}

PayDay readDay(const QJsonObject &json, const QString &calc, const RulePack &pack)
{
    PayDay day;
    const QString date = readText(json, u"date"_s);
    day.date = QDate::fromString(date, Qt::ISODate);
    if (!date.isEmpty() && !day.date.isValid())
        throw CaseProblem{u"date: \"%1\" is no date"_s.arg(date)};
    if (has(json, u"call"_s) || has(json, u"segments"_s)) {
        readTimes(json, pack, day);
    } else {
        day.hasTimes = false;
        const std::optional<Minutes> worked =
            readWholeMinutes(json.value(u"worked_min"_s), u"worked_min"_s);
        day.wrap = day.call + (worked ? *worked : readHours(json.value(u"hours"_s), u"hours"_s));
    }
    readKind(json, calc, pack, day);
    day.scheduled = readWholeMinutes(json.value(u"scheduled_min"_s), u"scheduled_min"_s);
    day.statedOvertime = readWholeMinutes(json.value(u"noncamera_ot_min"_s), u"noncamera_ot_min"_s);
    day.hourly = readMoney(json.value(u"hourly"_s), u"hourly"_s);
    day.isWrapExtensionClaimed = readFlag(json, u"wrap_extension"_s);
    day.isFrenchHours = readFlag(json, u"french_hours"_s);
    day.isRestBreakMissed = readFlag(json, u"rest_break_missed"_s);
    day.isShooting = readFlag(json, u"shooting"_s, true);
    day.travelTo =
        readWholeMinutes(json.value(u"travel_to_min"_s), u"travel_to_min"_s).value_or(Minutes(0));
    day.travelFrom = readWholeMinutes(json.value(u"travel_from_min"_s), u"travel_from_min"_s)
                         .value_or(Minutes(0));
    day.isApproved = readFlag(json, u"approved"_s, true);
    return day;
}

// Each instant of the day as the clock there showed it, the second of two equal times as that.
void noteTypedTimes(PayDay &day)
{
    const auto note = [&day](Moment at) {
        Minutes wall = day.clock.wallTime(at);
        const int fold = day.clock.firstAt(wall) == at ? 0 : 1;
        while (wall < Minutes(0)) // of the day before
            wall += wholeDay;
        if (wall < wallTimeMax)
            day.typed.push_back({at, {wall, fold}});
    };
    if (!day.hasTimes)
        return;
    note(day.call);
    note(day.wrap);
    for (const MealSpan &meal : day.meals) {
        note(meal.out);
        note(meal.in);
    }
    if (day.unitCall)
        note(*day.unitCall);
    if (day.previous)
        note(day.previous->wrap);
}

void readContext(const QJsonObject &context, const RulePack &pack, WeekInput &week)
{
    if (const auto daysWorked = readDecimal(context.value(u"days_worked"_s), u"ctx.days_worked"_s))
        week.daysWorked = int(daysWorked->roundedHalfUp());
    if (has(context, u"hours"_s))
        week.statedHours = readHours(context.value(u"hours"_s), u"ctx.hours"_s);
    if (week.days.empty())
        return;
    PayDay &first = week.days.front();
    first.isCompRestTaken = readFlag(context, u"comp_rest"_s);
    first.restRule = readText(context, u"rest_rule"_s);
    if (!first.restRule.isEmpty() && !pack.restRule(first.restRule))
        throw CaseProblem{u"ctx.rest_rule: the pack has no rule \"%1\""_s.arg(first.restRule)};
    if (has(context, u"prev_wrap"_s))
        first.previous =
            PreviousShift{readMoment(context.value(u"prev_wrap"_s), u"ctx.prev_wrap"_s),
                          readDecimal(context.value(u"prev_rate_mult"_s), u"ctx.prev_rate_mult"_s)};
}

// A case may list only the days that are something else than the five of the week.
void countDaysByKind(const RulePack &pack, WeekInput &week)
{
    if (pack.pay != PayModel::OnCall || week.daysWorked > 0)
        return;
    int last = 0;
    for (const PayDay &day : week.days)
        last = std::max(last, day.kind == DayKind::Seventh ? 7 : day.kind == DayKind::Sixth ? 6 : 0);
    if (last > int(week.days.size()))
        week.daysWorked = last;
}

// A week by the hour of which only the hours are known, in all.
void readHoursOnly(const RulePack &pack, WeekInput &week)
{
    if (pack.pay != PayModel::Hourly || !week.statedHours || !week.days.empty())
        return;
    if (pack.tiers.size() > 1)
        throw CaseProblem{u"ctx.hours: do not say which day had overtime, and the pack pays it"_s};
    for (Minutes left = *week.statedHours; left > Minutes(0); left -= std::min(left, wholeDay)) {
        PayDay &part = week.days.emplace_back();
        part.hasTimes = false;
        part.wrap = part.call + std::min(left, wholeDay);
    }
    week.statedHours.reset();
}

// A week of which only the night work is known: its hours, or those of each night.
void readNightsOnly(const RulePack &pack, const QString &calc, WeekInput &week)
{
    const bool hasTimes = std::ranges::any_of(week.days, &PayDay::hasTimes);
    if (!pack.night || !pack.night->bankFactor || hasTimes
        || !(calc.contains(u"night") || week.days.empty()))
        return;
    Minutes night = week.statedHours.value_or(Minutes(0));
    for (const PayDay &day : week.days)
        night += day.wrap - day.call;
    week.days.clear();
    week.statedHours.reset();
    week.statedNight = night;
}

// One amount, a list of them, or a table of code and amount.
void readAllowances(const QJsonValue &value, Currency currency, std::vector<Money> &allowances)
{
    if (value.isArray()) {
        for (const QJsonValue &one : value.toArray())
            readAllowances(one, currency, allowances);
    } else if (value.isObject()) {
        const QJsonObject object = value.toObject();
        if (object.contains(u"amount"_s)) {
            readAllowances(object.value(u"amount"_s), currency, allowances);
            return;
        }
        for (const QJsonValue &one : object)
            readAllowances(one, currency, allowances);
    } else if (const std::optional<Ratio> amount = readMoney(value, u"ctx.allowances"_s)) {
        allowances.emplace_back(amount->roundedHalfUp(), currency);
    }
}

template<typename T>
const T &orThrow(const Result<T> &result)
{
    if (!result)
        throw CaseProblem{result.error().message};
    return *result;
}

bool isPaidByTheWeek(const RulePack &pack, const QString &calc, size_t days)
{
    return days != 1 || calc.contains(u"week") || pack.pay == PayModel::OnCall
        || pack.pay == PayModel::AllIn || (pack.weekly && pack.weekly->guarantee);
}

PricedCase priceCase(const QJsonObject &json, const RulePack &pack)
{
    const QString calc = json.value(u"calc"_s).toString();
    const QJsonObject context = json.value(u"ctx"_s).toObject();
    DealTerms deal = readDeal(json.value(u"deal"_s).toObject());
    // A day's rate by the hour that does not say for how many: those of the least call.
    if (pack.pay == PayModel::Hourly && deal.dayRate && !deal.hourly && !deal.dayHours
        && !deal.guarantee && !pack.rates.dayDivisor && pack.minimumCall)
        deal.dayHours = pack.minimumCall->minutes.value / Ratio(60);
    if (pack.pay == PayModel::LeaveOnly) {
        const std::optional<Ratio> pay =
            readMoney(json.value(u"deal"_s).toObject().value(u"pay"_s), u"deal.pay"_s);
        return {orThrow(priceLeave(pack, pay.value_or(Ratio()), readFlag(context, u"inclusive"_s))),
                {}};
    }
    WeekInput week;
    for (const QJsonValue &day : json.value(u"days"_s).toArray())
        week.days.push_back(readDay(day.toObject(), calc, pack));
    // A case without a day and without hours can only be of the holiday that its pack pays idle.
    if (week.days.empty() && context.isEmpty() && paysIdleHolidays(pack))
        week.days.push_back(readDay({{u"kind"_s, u"holiday"_s}}, calc, pack));
    readContext(context, pack, week);
    readNightsOnly(pack, calc, week);
    readHoursOnly(pack, week);
    countDaysByKind(pack, week);
    std::ranges::for_each(week.days, noteTypedTimes);
    readAllowances(context.value(u"allowances"_s), pack.currency, week.allowances);
    PricedCase priced;
    for (const PayDay &day : week.days)
        priced.clocks.push_back(day.clock);
    priced.isDay = !isPaidByTheWeek(pack, calc, week.days.size()) && week.allowances.empty()
        && !(pack.weekly && pack.tiers.size() == 1);
    if (priced.isDay)
        priced.pay.days = {orThrow(priceDay(pack, deal, week.days.front()))};
    else
        priced.pay = orThrow(priceWeek(pack, deal, week));
    return priced;
}

QJsonObject actualOf(const RulePack &pack, const PricedCase &priced)
{
    return priced.isDay ? actualOfDay(pack, priced.pay.days.front())
                        : actualOfWeek(pack, priced.pay);
}

int digitsBehindPoint(const QString &text)
{
    const qsizetype point = text.indexOf(u'.');
    return point < 0 ? 0 : int(text.size() - point - 1);
}

// What is paid is a sum of cents. Hours and rates may have more digits than a case gives.
bool isAmount(const QString &key)
{
    static const QStringList amounts{
        u"allowances"_s,      u"amount"_s,  u"basic"_s,          u"gross"_s, u"holiday"_s,
        u"holiday_accrued"_s, u"least"_s,   u"makeup_amount"_s,  u"most"_s,  u"night_premium"_s,
        u"ot_premium"_s,      u"overage"_s, u"unscheduled_ot"_s, u"wages"_s};
    return key.startsWith(u"cost_split.") || amounts.contains(key.section(u'.', -1));
}

// Numbers by value: "8" is "8.0". An amount to the cent, however it is written; others to the
// digits that are given: 22.8571 is "22.86".
bool isSameText(const QString &key, const QString &expected, const QString &actual)
{
    const std::optional<Ratio> wanted = Ratio::fromDecimal(expected);
    const std::optional<Ratio> got = Ratio::fromDecimal(actual);
    if (!wanted || !got)
        return expected == actual;
    if (isAmount(key))
        return *wanted == *got;
    Ratio digit(1);
    for (int i = 0; i < digitsBehindPoint(expected); ++i)
        digit = digit / Ratio(10);
    return *wanted == *got || *wanted == got->roundedHalfUpTo(digit);
}

QString textOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return u"nothing"_s;
    if (value.isNull())
        return u"none"_s;
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return decimalTextOf(value);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

// A table of unit and amount, also where the case has a list of both, or more about each unit.
QJsonValue asSplit(const QJsonValue &expected)
{
    QJsonObject table;
    const auto add = [&table](const QString &code, const QJsonValue &share) {
        table.insert(code, share.isObject() ? share.toObject().value(u"amount"_s) : share);
    };
    const QJsonObject object = expected.toObject();
    for (const QString &code : object.keys())
        add(code, object.value(code));
    for (const QJsonValue &share : expected.toArray())
        add(share.toObject().value(u"unit"_s).toString(), share);
    return expected.isObject() || expected.isArray() ? table : expected;
}

void compare(const QString &key, const QJsonValue &expected, const QJsonValue &actual,
             std::vector<GoldenMismatch> &mismatches)
{
    if (expected.isNull() && isMissing(actual))
        return;
    if (key == u"cost_split" && expected != asSplit(expected)) {
        compare(key, asSplit(expected), actual, mismatches);
        return;
    }
    if (!expected.isObject() || !actual.isObject()) {
        if (!isSameText(key, textOf(expected), textOf(actual)))
            mismatches.push_back({key, textOf(expected), textOf(actual)});
        return;
    }
    const QJsonObject wanted = expected.toObject();
    const QJsonObject got = actual.toObject();
    for (const QString &name : wanted.keys()) {
        const QString path = key.isEmpty() ? name : key + u'.' + name;
        // Hours at a factor nobody reached are none.
        const bool isHours = key == u"paid_by_mult" && !got.contains(name);
        compare(path, wanted.value(name), isHours ? QJsonValue(u"0"_s) : got.value(name),
                mismatches);
    }
    // And a factor the case does not know must not be there.
    if (key != u"paid_by_mult")
        return;
    for (const QString &name : got.keys()) {
        if (!wanted.contains(name) && !isSameText(key, u"0"_s, textOf(got.value(name))))
            mismatches.push_back({key + u'.' + name, u"0"_s, textOf(got.value(name))});
    }
}

GoldenOutcome outcomeOf(const QJsonObject &json)
{
    GoldenOutcome outcome;
    outcome.id = json.value(u"id"_s).toString();
    outcome.title = json.value(u"title"_s).toString();
    outcome.pack = json.value(u"pack"_s).toString();
    outcome.unread = unreadKeys(json);
    return outcome;
}

// How much of a case is looked at beside its figures.
struct Scrutiny {
    bool ofDerivations = true;
    std::optional<Language> explainedIn{};
};

GoldenOutcome runCase(const QJsonObject &json, const RulePack &pack, const Scrutiny &scrutiny)
{
    GoldenOutcome outcome = outcomeOf(json);
    if (json.value(u"expect"_s).toObject().isEmpty()) {
        outcome.error = u"expect: is missing or empty, so the case says nothing"_s;
        return outcome;
    }
    try {
        const PricedCase priced = priceCase(json, pack);
        compare({}, json.value(u"expect"_s).toObject(), actualOf(pack, priced), outcome.mismatches);
        if (scrutiny.ofDerivations)
            outcome.error = unfoundedLine(priced);
        if (scrutiny.explainedIn)
            outcome.lines = linesOf(pack, priced, *scrutiny.explainedIn);
    } catch (const CaseProblem &problem) {
        outcome.error = problem.what;
    }
    return outcome;
}

} // namespace

Result<GoldenCases> GoldenCases::read(const QByteArray &json)
{
    if (json.size() > goldenFileBytesMax)
        return fail(ErrorCode::LimitExceeded, u"the file is larger than 16 MiB"_s);
    QJsonParseError error;
    const QJsonObject file = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(
            ErrorCode::InvalidInput,
            u"the file is no JSON: %1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (file.value(u"schema"_s).toString() != u"filmtracker.golden/1")
        return fail(ErrorCode::InvalidInput,
                    u"the file's schema is not \"filmtracker.golden/1\""_s);
    GoldenCases cases;
    const QJsonObject packs = file.value(u"packs"_s).toObject();
    for (const QString &name : packs.keys())
        cases.m_packs.emplace(name, readGoldenPack(name, packs.value(name).toObject()));
    const QJsonArray all = file.value(u"cases"_s).toArray();
    if (all.isEmpty())
        return fail(ErrorCode::InvalidInput, u"the file has no cases"_s);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (!all.at(i).isObject())
            return fail(ErrorCode::InvalidInput, u"cases[%1] is no object"_s.arg(i));
        cases.m_cases.push_back(all.at(i).toObject());
    }
    return cases;
}

std::vector<GoldenOutcome> GoldenCases::run(const std::optional<Language> &explainedIn) const
{
    const PackShelf shipped(readShippedPacks().packs);
    std::vector<GoldenOutcome> outcomes;
    for (const QJsonObject &json : m_cases) {
        GoldenOutcome outcome = outcomeOf(json);
        const auto pack = m_packs.find(outcome.pack);
        const RulePack *known = pack != m_packs.end() ? &pack->second.pack
            : outcome.pack.contains(u'@')             ? shipped.choose(outcome.pack, {}).pack
                                                      : nullptr;
        if (!known)
            outcome.error =
                u"pack \"%1\" is not in the file and does not come along"_s.arg(outcome.pack);
        else if (pack != m_packs.end() && !pack->second.problems.isEmpty())
            outcome.error = u"pack cannot be used: "_s + pack->second.problems.join(u"; "_s);
        else
            outcome = runCase(json, *known, {.explainedIn = explainedIn});
        outcomes.push_back(std::move(outcome));
    }
    return outcomes;
}

QStringList GoldenCases::packNames() const
{
    QStringList names;
    for (const QJsonObject &json : m_cases)
        names << json.value(u"pack"_s).toString();
    names.removeDuplicates();
    return names;
}

std::vector<GoldenOutcome> GoldenCases::runWith(const RulePack &pack) const
{
    std::vector<GoldenOutcome> outcomes;
    for (const QJsonObject &json : m_cases) {
        if (json.value(u"pack"_s).toString() == pack.name())
            outcomes.push_back(runCase(json, pack, {.ofDerivations = false}));
    }
    return outcomes;
}

Result<std::vector<GoldenOutcome>> runGoldenCases(const QByteArray &json,
                                                  const std::optional<Language> &explainedIn)
{
    return GoldenCases::read(json).map(
        [&](const GoldenCases &cases) { return cases.run(explainedIn); });
}

} // namespace film::rules
