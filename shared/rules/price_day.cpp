#include "shared/rules/price_day.h"

#include "shared/domain/time_format.h"
#include "shared/rules/cost_split.h"
#include "shared/rules/day_walk.h"
#include "shared/rules/fee_day.h"
#include "shared/rules/hourly_day.h"
#include "shared/rules/meal_rules.h"
#include "shared/rules/punch_rounding.h"

#include <algorithm>

namespace film::rules {

namespace {

// A work day ends before the third midnight after its call (wallTimeMax).
constexpr Minutes dayLengthMax{48 * 60};
constexpr size_t mealsMax = 16;
constexpr size_t segmentsMax = 64;

// The way to the set and back is work where the pack says so: the day begins and ends with it.
std::optional<PayDay> withTravel(const RulePack &pack, const PayDay &day)
{
    if (pack.travel.toAndFrom != TravelModel::Work || !day.hasTimes
        || day.travelTo + day.travelFrom == Minutes(0))
        return std::nullopt;
    PayDay whole = day;
    whole.call -= day.travelTo;
    whole.wrap += day.travelFrom;
    for (RoundedPunch &punch : whole.rounded) { // The way leads to what was entered.
        if (punch.isCall) {
            punch.at -= day.travelTo;
            punch.entered -= day.travelTo;
        }
    }
    return whole;
}

// The parts of a day are of the day, and no minute is of two of them.
Result<> checkParts(const PayDay &day)
{
    const auto refuse = [](const char *why) {
        return fail(ErrorCode::InvalidInput, QString::fromLatin1(why));
    };
    std::vector<TimeSpan> parts;
    for (const WorkSegment &segment : day.segments) {
        if (segment.to < segment.from)
            return refuse("a part of the day ends before it starts");
        if (segment.from < day.call || segment.to > day.wrap)
            return refuse("a part of the day lies outside of it");
        parts.push_back({segment.from, segment.to});
    }
    std::ranges::sort(parts, {}, &TimeSpan::from);
    for (size_t i = 1; i < parts.size(); ++i) {
        if (parts[i].from < parts[i - 1].to)
            return refuse("parts of the day overlap");
    }
    return {};
}

// Whether a number that counted in a line is of low confidence. Known only where the sheet is kept.
bool hasDoubtfulNumber(const DayWork &work)
{
    return std::ranges::any_of(work.pay.sheet.nodes(), [&](const DerivationNode &node) {
        return node.parameter >= 0
            && work.pack.provenanceOf(node.parameter).confidence == Confidence::Low;
    });
}

QString typedTextOf(const TypedMoment &typed)
{
    const QString time = formatTime(TimeField(typed.wall), Notation::Clock);
    return typed.wall.fold == 0 ? time : QString(time + QStringLiteral(" (2)"));
}

// Beside each instant of the sheet what a person wrote for it.
void noteTyped(Sheet &sheet, const QList<TypedMoment> &typed)
{
    if (!sheet.isKept() || typed.empty())
        return;
    const std::vector<DerivationNode> &nodes = sheet.nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].step != Step::Input || nodes[i].unit != Unit::Moment)
            continue;
        const auto found = std::ranges::find_if(typed, [&](const TypedMoment &each) {
            return Ratio(each.at.time_since_epoch().count()) == nodes[i].value;
        });
        if (found != typed.end())
            sheet.setTyped(qint32(i), typedTextOf(*found));
    }
}

// What the day comes to because the rate of the shift before goes on in it.
Money carriedOnIn(const RulePack &pack, const DealTerms &deal, const PayDay &day,
                  const Money &gross)
{
    const Money none(0, pack.currency);
    if (!day.previous || !day.previous->lastFactor || *day.previous->lastFactor <= Ratio(1))
        return none;
    PayDay rested = day;
    rested.previous->lastFactor = Ratio(1);
    const Result<DayPay> without = priceDay(pack, deal, rested, Sheet::Keep::Nothing);
    return without ? Money(gross.minorUnits() - without->gross().minorUnits(), pack.currency)
                   : none;
}

// Of a day that no hour of is paid by itself: what was worked, without the meals. An all-in week
// counts it.
void countWork(DayWork &work)
{
    if (!work.day.hasTimes)
        return;
    work.pay.workedExact =
        lengthOf(workSpans(work.day.call, work.day.wrap, readMeals(work.pack, work.day).unpaid));
    work.pay.worked = work.pay.workedExact;
}

void priceFlatDay(DayWork &work)
{
    work.addLine(LineCode::DayFee, *work.rates.day);
    countWork(work);
}

} // namespace

Result<> checkDay(const PayDay &day)
{
    const auto refuse = [](const char *why) {
        return fail(ErrorCode::InvalidInput, QString::fromLatin1(why));
    };
    if (day.wrap < day.call)
        return refuse("the wrap is before the call");
    if (day.travelTo < Minutes(0) || day.travelFrom < Minutes(0))
        return refuse("a way takes less than no time");
    if (day.wrap - day.call + day.travelTo + day.travelFrom > dayLengthMax)
        return refuse("the day is longer than 48 hours");
    if (day.meals.size() > mealsMax || day.segments.size() > segmentsMax)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("too many meals or parts in a day"));
    Moment last = day.call;
    for (const MealSpan &meal : day.meals) {
        if (meal.in < meal.out)
            return refuse("a meal ends before it starts");
        if (meal.out < last || meal.in > day.wrap)
            return refuse("meals overlap, are out of order or lie outside the day");
        last = meal.in;
    }
    if (day.previous && day.previous->wrap > day.call)
        return refuse("the call is before the wrap of the shift before");
    return checkParts(day);
}

Result<DayPay> priceDay(const RulePack &pack, const DealTerms &deal, const PayDay &entered,
                        Sheet::Keep keep)
{
    if (const Result<> ok = checkDay(entered); !ok)
        return fail(ok.error());
    const std::optional<PayDay> stamped = withRoundedPunches(pack, entered);
    const PayDay &read = stamped ? *stamped : entered;
    const std::optional<PayDay> longer = withTravel(pack, read);
    const PayDay &day = longer ? *longer : read;
    DayWork work{pack, day, {}, DayPay()};
    work.pay.sheet = Sheet(keep);
    const Result<Rates> rates = ratesOf(pack, deal, day.hourly, work.sheet());
    if (!rates)
        return fail(rates.error());
    work.rates = *rates;
    work.pay.hourly = rates->hour ? rates->hour->value : Ratio();
    work.pay.nightPremium = Money(0, pack.currency);
    work.pay.meals.penalty = Money(0, pack.currency);
    work.pay.elapsed = day.wrap - day.call;
    work.pay.workedExact = work.pay.elapsed;
    work.pay.worked = work.pay.elapsed;

    switch (pack.pay) {
    case PayModel::Hourly: priceHourlyDay(work, deal); break;
    case PayModel::DayFee: priceFeeDay(work, deal); break;
    case PayModel::Flat: priceFlatDay(work); break;
    case PayModel::OnCall:
    case PayModel::AllIn: // The week is paid, not the day.
        countWork(work);
        break;
    case PayModel::LeaveOnly: break;
    }
    if (rates->hour)
        priceTravel(work);
    if (work.isTooLarge)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("an amount does not fit"));
    if (work.pay.rest && work.pay.rest->isFloor)
        work.pay.rest->carriedOn = carriedOnIn(pack, deal, entered, work.pay.gross());
    if (pack.isExpiredOn(day.date))
        work.note(Notice::PackExpired);
    if (pack.consecutive.eighthIsForbidden && day.dayOfRun >= 7)
        work.note(day.dayOfRun == 7 ? Notice::EighthNext : Notice::EighthDay);
    if (day.isJoined)
        work.note(Notice::JoinedNextDate);
    if (hasDoubtfulNumber(work))
        work.note(Notice::LowConfidence);
    noteTyped(work.sheet(), day.typed);
    std::ranges::stable_sort(work.pay.lines, {}, &PayLine::code);
    if (!day.segments.empty())
        work.pay.split = splitCost(work.pay, day, readMeals(pack, day).unpaid);
    return std::move(work.pay);
}

} // namespace film::rules
