#pragma once

#include "shared/domain/minutes.h"
#include "shared/domain/money.h"
#include "shared/rules/day_kind.h"
#include "shared/rules/holiday_calendar.h"
#include "shared/rules/local_text.h"
#include "shared/rules/ratio.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <map>
#include <optional>
#include <vector>

namespace film::rules {

// A pack is numbers and choices among the models below: it holds no expressions and no code.
// It is read from JSON by readRulePack() (rule_pack_reader.h), which knows these keys and no
// others. Times are minutes, money is in minor units of the pack's currency, factors are of the
// straight rate (1.5 is time and a half).

enum class Confidence : quint8 { Low, Medium, High };

// Where a block of numbers comes from. A block without its own words has those of the pack.
struct Provenance {
    Confidence confidence = Confidence::Medium;
    QString source; // keys of docs/rule-packs.md, such as "S-LIG"
    QString clause;
    QString note;
};

// Which terms a number is of. The most specific wins; where the law says so the better of two.
enum class Layer : quint8 { Statute, Agreement, SideLetter, Deal };

// One number of a pack as it stands in the file.
struct ParameterOrigin {
    QString path;       // such as "meals.penalty.amounts[0]"
    QString text;       // as written: "7.50", "20:00"
    int provenance = 0; // index in RulePack::provenances
    Layer layer = Layer::Agreement;
};

// A number of a pack and where it stands (index in RulePack::parameters, -1 for none).
struct Parameter {
    Ratio value;
    qint32 index = -1;

    [[nodiscard]] Minutes minutes() const { return Minutes(qint32(value.numerator())); }
};
using MaybeParameter = std::optional<Parameter>;

// What a day's pay starts from.
enum class PayModel : quint8 {
    Hourly,   // every worked minute at the tier's factor
    DayFee,   // a fee covers the contracted hours; overtime comes on top
    OnCall,   // a week's fee, whatever the hours; sixth and seventh day are fractions of it
    Flat,     // a day's fee, whatever the hours
    AllIn,    // a week's fee that covers so many hours; those beyond are paid
    LeaveOnly // no work at all: holiday pay that comes on top of pay
};

enum class TierBasis : quint8 { Worked, Elapsed };

// From so many minutes on, a factor. Of all that are reached the highest counts. Without a time
// it starts where the contracted hours of the day's shape end.
struct Tier {
    MaybeParameter after;
    TierBasis basis = TierBasis::Worked;
    Parameter factor;
};

// Overtime minutes from a time of day on ("23:00", minutes from midnight), until the end.
struct ClockTier {
    Parameter from;
    Parameter factor;
};

enum class RoundingMode : quint8 { None, Up, Down, Nearest };

// The times of day that a clock at the gate would stamp, in steps of its own before anything is
// counted. What was entered stays as it is; rest is between the true instants.
struct PunchRounding {
    RoundingMode mode = RoundingMode::None;
    Parameter increment{Ratio(1)}; // minutes of the clock on the wall
    bool ofCall = false;
    bool ofWrap = false;
    bool ofMeals = false;
};

struct TimeRules {
    PunchRounding punches;
    RoundingMode mode = RoundingMode::None;
    Parameter increment{Ratio(1)}; // minutes of the day's total
    MaybeParameter gapIsWorkBelow; // a shorter break between two calls is no rest
};

// How an hour's and a day's rate follow from what was agreed.
struct RateRules {
    MaybeParameter dayDivisor;   // hour = day / this
    MaybeParameter weekDivisor;  // hour = week / this
    MaybeParameter daysInWeek;   // day = week / this
    std::optional<int> decimals; // of a derived hourly rate, major units; not rounded without
};

struct MinimumCall {
    Parameter minutes;
    std::map<DayKind, Parameter> byKind; // in its place; 0: such a day has none

    [[nodiscard]] const Parameter &of(DayKind kind) const;
};

struct NdbRule {
    Parameter minLength;
    Parameter mustEndWithin; // minutes from the call
    bool isDeducted = false; // off the clock, though it moves it
};

enum class MealPenaltyModel : quint8 {
    None,
    Schedule,           // amounts per started increment, counted again for each meal
    HourPerDay,         // hours of pay, once a day
    OvertimeSegments,   // the delay, rounded up, at the overtime rate
    AdditiveUntilBreak, // the delay, rounded, at a factor on top
};

enum class SegmentRate : quint8 { Overtime, Straight, Camera };

struct MealPenalty {
    MealPenaltyModel model = MealPenaltyModel::None;
    MaybeParameter increment;
    std::vector<Parameter> amounts;         // Schedule: of the first, second … increment
    MaybeParameter then;                    // Schedule: of every further one
    MaybeParameter capPerDay;               // Schedule: no more than this a day
    MaybeParameter hours;                   // HourPerDay
    SegmentRate at = SegmentRate::Overtime; // OvertimeSegments
    MaybeParameter addFactor;               // AdditiveUntilBreak
    MaybeParameter roundUpFrom; // AdditiveUntilBreak: minutes of a begun increment that count
    // OvertimeSegments: a shorter meal pays what is missing, by shape of the day.
    std::map<DayShape, Parameter> curtailBelow;
    SegmentRate curtailAt = SegmentRate::Overtime;
    // OvertimeSegments: on days without shooting in these steps, at this factor, late or short.
    MaybeParameter notShootingIncrement;
    MaybeParameter notShootingFactor;
};

// After so many penalties in a workweek each is paid as a part of an hour at the rate then in
// force.
struct PenaltyEscalator {
    Parameter afterCount;
    Parameter fraction; // of an hour
};

enum class FirstMealFrom : quint8 { IndividualCall, UnitCall };

struct MealRules {
    MaybeParameter firstDue;
    FirstMealFrom firstDueFrom = FirstMealFrom::IndividualCall;
    MaybeParameter nextDue;
    MaybeParameter earliestDeductible; // minutes from the call: an earlier meal is no meal
    Parameter minLength{Ratio(0)};
    MaybeParameter maxDeduct;
    MaybeParameter secondDeductibleFromWorked;
    MaybeParameter grace;
    MaybeParameter wrapExtension;
    std::optional<NdbRule> ndb;
    bool isWalkingDeducted = false;
    bool walkingStopsTheClock = false; // a meal eaten at work is one
    MaybeParameter paidFrom; // time of day: a meal that begins later is a meal and is paid
    bool frenchHoursAllowed = false;
    std::vector<DayShape> shapesWithoutMeal;
    MealPenalty penalty;
    std::optional<PenaltyEscalator> escalator;
};

// What a kind of day changes. Without tiers the ordinary ones count.
struct KindRules {
    std::vector<Tier> tiers;
    MaybeParameter feeFactor;  // DayFee: of the day's fee
    MaybeParameter shortLimit; // DayFee: worked minutes up to which shortFactor counts
    MaybeParameter shortFactor;
    MaybeParameter hourlyFactor;   // DayFee: hours at this instead of a fee …
    MaybeParameter minMinutes;     // … but at least so many
    MaybeParameter surcharge;      // part of the hourly rate on every worked hour
    MaybeParameter overtimeFactor; // all overtime of such a day
    MaybeParameter minPaid;        // paid by the hour, at least and …
    MaybeParameter maxPaid;        // … at most so many minutes (a day of travel)
    MaybeParameter paidFactor;
    MaybeParameter idleMinutes; // paid without work (a holiday not worked)
    bool needsApproval = false;
};

struct OvertimeKindRules {
    Parameter factor;
    Parameter increment;
    MaybeParameter wholeHoursFromHour; // from this hour of overtime on, whole hours
    MaybeParameter floorPerHour;
};

struct OvertimeRules {
    MaybeParameter increment; // each situation is rounded up on its own
    std::vector<ClockTier> clockTiers;
    std::map<OvertimeKind, OvertimeKindRules> kinds;
    MaybeParameter floorPerHour;
    MaybeParameter ceilingPerHour;
    bool ceilingOrStraight = false; // the ceiling is the straight rate where that is higher
};

// Contracted elapsed minutes of the day's fee, by shape.
struct ContractedHours {
    std::map<DayShape, Parameter> minutes;
    MaybeParameter additionalHour; // minutes that some deals add, paid at the straight rate
    // Minutes before and after that the fee covers in the deals that have the additional hour.
    MaybeParameter preparation;
    MaybeParameter wrapOut;
    FirstMealFrom startsAt = FirstMealFrom::IndividualCall;
};

enum class RestModel : quint8 {
    Additive,            // the missing time, at a factor
    Flat,                // an amount
    FlatLesserOfDayRate, // an amount, or a day's pay if that is less
    DailyFraction,       // a part of a day's pay
    Prevailing,          // nothing by itself: the rate of the shift before goes on
};

// What a shortage of rest pays. Of several rules the one with the given id counts.
struct RestRule {
    QString id; // "daily", "weekend5" …
    Parameter required;
    MaybeParameter
        afterDaysWorked; // chosen where the week had so many days, and the rest follows it
    RestModel model = RestModel::Additive;
    MaybeParameter factor;
    MaybeParameter amount;
    MaybeParameter dayFraction;
    MaybeParameter increment;
    MaybeParameter capPerHour;
    MaybeParameter maxShort;          // beyond it the rate of the shift before goes on …
    bool carriesIntoRestOnly = false; // … until the rest would have been over, else all day
    // A call not before a time of day (minutes from midnight) asks for less rest.
    MaybeParameter lateCallFrom;
    MaybeParameter lateCallRequired;
    // Counts only where somebody said that the day is such a one, at most so often.
    MaybeParameter claimTimes;
    MaybeParameter claimInDays;
    bool compRestAllowed = false;
};

struct NightRule {
    MaybeParameter callFrom; // times of day; without them every call
    MaybeParameter callTo;
    MaybeParameter windowFrom; // without: the whole shift
    MaybeParameter windowTo;
    Parameter factor;
};

struct NightRules {
    std::vector<NightRule> rules;
    MaybeParameter suppressAtFactor;
    bool compounds = true;    // multiplies with overtime, else adds
    bool isSurcharge = false; // a line of its own on the straight rate
    // Weekly bank: minutes past `bankAfter`, at most `bankCap` a week, at bankFactor.
    MaybeParameter bankAfter;
    MaybeParameter bankFactor;
    MaybeParameter bankIncrement;
    MaybeParameter bankCap;
    MaybeParameter flatPerNight; // an amount for a night past bankAfter …
    MaybeParameter flatCallTo;   // … or with a unit call from midnight to before this time
};

// Work before a time of day: something on top of its pay, or a factor of its own in place of it.
struct EarlyRule {
    Parameter before; // time of day
    MaybeParameter addFactor;
    MaybeParameter factor;
    Parameter increment;
};

// What the way to the set and back is: nothing, work like any other, or time that is paid and
// does not count.
enum class TravelModel : quint8 { None, Work, Paid };

struct TravelRules {
    TravelModel toAndFrom = TravelModel::None;
    MaybeParameter factor; // Paid
};

enum class WeeklyOvertimeBase : quint8 { WeightedAverage, StraightHoursOnly };

// The hours of a week of fees, those that the days paid as overtime left out, from so many
// minutes on.
struct WeeklyBands {
    std::vector<ClockTier> bands; // from: minutes of the week
    bool paysWhole = false;       // the fees do not cover these hours; else the premium is paid
    bool sixthDayCounts = false;  // all hours of a sixth and seventh day are in the bands
};

struct WeeklyRules {
    std::optional<WeeklyBands> ofFees;
    MaybeParameter overtimeAfter;
    MaybeParameter factor;
    WeeklyOvertimeBase base = WeeklyOvertimeBase::WeightedAverage;
    MaybeParameter guarantee; // minutes of a cumulative week
    MaybeParameter guaranteeDays;
};

struct OnCallRules {
    Parameter dayFraction; // of the week's fee
    Parameter sixthFactor;
    Parameter seventhFactor;
};

struct AllInRules {
    Parameter payHours;
    Parameter included; // minutes
    Parameter factor;
};

struct ReportingTime {
    Parameter fraction; // of the scheduled day
    MaybeParameter min; // without it a day of unknown length counts as long enough for `max`
    Parameter max;
    MaybeParameter rate; // of the missing time, else the hourly rate
};

struct SpreadOfHours {
    Parameter after;
    Parameter extraHours;
    Parameter rate; // only for people at or below it
};

struct DayRateHours {
    Parameter after; // elapsed
    Parameter increment;
};

struct LeaveRules {
    Parameter rate;
};

struct HolidayRules {
    QString calendar;                   // of holiday_calendar.h; empty without one
    MaybeParameter overlapFactor;       // minutes past midnight into a holiday, at least
    std::optional<Observance> saturday; // in place of what the calendar says
    MaybeParameter accruedPart; // of the straight pay, put by for holidays that are not worked
};

enum class RunCounter : quint8 { WorkweekDay, ConsecutiveRun };

struct ConsecutiveRules {
    RunCounter counter = RunCounter::WorkweekDay;
    Qt::DayOfWeek weekStarts = Qt::Sunday;
    bool eighthIsForbidden = false;
};

// Whom the pack is for. An empty list says nothing about it.
struct Applies {
    QStringList unions;
    QStringList media;
    QStringList locations;
    QStringList deals;
    std::optional<bool> onProduction;
};

struct RulePack {
    QString id;
    QString version;
    QString title;
    Currency currency = Currency::Usd;
    QStringList jurisdictions;
    QDate from;
    QDate to; // not valid: open-ended
    Applies applies;
    int priority = 100;
    bool isEnabled = true;
    QString disabledReason;
    bool isSample =
        false; // invented: it prices whom a deal names it for and suggests itself to nobody
    QStringList sources;
    std::vector<LocalText> advisories; // what the engine cannot know and a person must
    QString floor; // id of a statute that pays at least what it asks for; empty without one

    PayModel pay = PayModel::Hourly;
    TimeRules time;
    RateRules rates;
    std::map<DayKind, KindRules> kinds;
    std::vector<Tier> tiers;
    std::optional<MinimumCall> minimumCall;
    std::optional<ContractedHours> contracted;
    MealRules meals;
    std::optional<OvertimeRules> overtime;
    std::optional<WeeklyRules> weekly;
    ConsecutiveRules consecutive;
    HolidayRules holidays;
    std::vector<RestRule> rest;
    std::optional<NightRules> night;
    std::optional<EarlyRule> early;
    TravelRules travel;
    MaybeParameter missedBreakHours; // of pay, once a day, where a break for rest was missed
    std::optional<OnCallRules> onCall;
    std::optional<AllInRules> allIn;
    std::optional<ReportingTime> reportingTime;
    std::optional<SpreadOfHours> spreadOfHours;
    std::optional<DayRateHours> dayRateHours;
    std::optional<LeaveRules> leave;

    std::vector<Provenance> provenances; // [0] is the pack's own
    std::vector<ParameterOrigin> parameters;
    QByteArray source; // the JSON it was read from

    // "iatse-hba-tv@2024.1"
    [[nodiscard]] QString name() const { return id + u'@' + version; }
    [[nodiscard]] bool isExpiredOn(QDate date) const { return to.isValid() && date > to; }
    [[nodiscard]] const KindRules *rulesOf(DayKind kind) const;
    [[nodiscard]] const RestRule *restRule(QStringView id) const;
    // The pack's own words for a number without an origin.
    [[nodiscard]] const Provenance &provenanceOf(qint32 parameter) const;
};

} // namespace film::rules
