#include "shared/rules/pay_week_reader.h"

#include "shared/domain/zone_time.h"
#include "shared/rules/price_day.h"

#include <algorithm>
#include <utility>

namespace film::rules {

namespace {

bool isWorked(const WorkDay &day)
{
    return day.call.isKnown() && hasTimes(day.type) && day.type != DayType::Travel;
}

std::optional<Moment> momentAt(QDate date, const TimeField &field, const QTimeZone &zone)
{
    if (!field.isKnown())
        return std::nullopt;
    const std::optional<Instant> instant = toInstant(date, field.time(), zone);
    return instant ? std::optional(momentOf(*instant)) : std::nullopt;
}

// A break with one end only says nothing yet.
void addMeal(PayDay &pay, QDate date, const TimeField &out, const TimeField &in, MealKind kind,
             const QTimeZone &zone)
{
    const std::optional<Moment> from = momentAt(date, out, zone);
    const std::optional<Moment> to = momentAt(date, in, zone);
    if (!from || !to)
        return;
    pay.meals.push_back({*from, *to, kind});
    pay.typed.push_back({*from, out.time()});
    pay.typed.push_back({*to, in.time()});
}

void takeChoices(PayDay &pay, DayChoices choices)
{
    pay.isGraceClaimed = choices.testFlag(DayChoice::Grace);
    pay.isWrapExtensionClaimed = choices.testFlag(DayChoice::WrapExtension);
    pay.isFrenchHours = choices.testFlag(DayChoice::FrenchHours);
    pay.isCompRestTaken = choices.testFlag(DayChoice::CompensatoryRest);
    pay.isApproved = !choices.testFlag(DayChoice::WithoutApproval);
    pay.isRestBreakMissed = choices.testFlag(DayChoice::MissedBreak);
    if (choices.testFlag(DayChoice::SemiContinuous))
        pay.shape = DayShape::SemiContinuous;
    if (choices.testFlag(DayChoice::Continuous))
        pay.shape = DayShape::Continuous;
    if (choices.testFlag(DayChoice::CameraOvertime))
        pay.overtimeKind = OvertimeKind::Camera;
}

// Which worked day in a row this is: 1 for the first. A day of travel holds the row and does not
// count; one without anything ends it.
int runUpTo(std::span<const WorkDay> days, size_t index)
{
    int count = 1;
    QDate expected = days[index].key.date.addDays(-1);
    for (size_t i = index; i-- > 0;) {
        const WorkDay &day = days[i];
        if (day.key.date < expected)
            break;
        if (day.key.date == expected.addDays(1))
            continue; // Another unit on the same date.
        expected = day.key.date.addDays(-1);
        if (day.type == DayType::Travel)
            continue;
        if (!isWorked(day))
            break;
        ++count;
    }
    return count;
}

// Which worked day of its workweek, or of its run, this is: 1 for the first.
int countUpTo(const RulePack &pack, std::span<const WorkDay> days, size_t index)
{
    if (pack.consecutive.counter != RunCounter::WorkweekDay)
        return runUpTo(days, index);
    const Qt::DayOfWeek weekEnds = Qt::DayOfWeek((int(pack.consecutive.weekStarts) + 5) % 7 + 1);
    const QDate weekStart = weekOf(days[index].key.date, weekEnds).first;
    int count = 1;
    for (size_t i = index; i-- > 0 && days[i].key.date >= weekStart;)
        count += isWorked(days[i]) && days[i].key.date != days[i + 1].key.date ? 1 : 0;
    return count;
}

std::optional<DayKind> kindWithoutWork(DayType type)
{
    switch (type) {
    case DayType::Holiday: return DayKind::HolidayNotWorked;
    case DayType::Idle: return DayKind::Idle;
    case DayType::Hold: return DayKind::Hold;
    case DayType::Sick: return DayKind::Sick;
    default: return std::nullopt;
    }
}

DayKind kindOf(const RulePack &pack, std::span<const WorkDay> days, size_t index,
               const WeekFacts &facts)
{
    const WorkDay &day = days[index];
    const auto has = [&](DayKind kind) { return pack.rulesOf(kind) != nullptr; };
    if (day.type == DayType::Travel)
        return has(DayKind::Travel) ? DayKind::Travel : DayKind::Regular;
    if (const std::optional<DayKind> without = kindWithoutWork(day.type))
        return *without;
    if (facts.isHoliday && facts.isHoliday(day.key.date) && has(DayKind::Holiday))
        return DayKind::Holiday;
    const int count = countUpTo(pack, days, index);
    if (count >= 7 && has(DayKind::Seventh))
        return DayKind::Seventh;
    if (count >= 6) {
        const DayKind bySet =
            day.type == DayType::Work ? DayKind::SixthShooting : DayKind::SixthNonShooting;
        if (has(bySet))
            return bySet;
        if (has(DayKind::Sixth))
            return DayKind::Sixth;
    }
    if (day.key.date.dayOfWeek() == Qt::Sunday && has(DayKind::Sunday))
        return DayKind::Sunday;
    if (day.key.date.dayOfWeek() == Qt::Saturday && has(DayKind::Saturday))
        return DayKind::Saturday;
    return DayKind::Regular;
}

// The shift before ended at home where the way there is work.
Minutes wayHome(const RulePack &pack, const WorkDay &day)
{
    return pack.travel.toAndFrom == TravelModel::Work ? day.travelFrom.value_or(Minutes(0))
                                                      : Minutes(0);
}

const RestRule *claimedRest(const RulePack &pack)
{
    const auto found = std::ranges::find_if(
        pack.rest, [](const RestRule &rule) { return rule.claimTimes.has_value(); });
    return found == pack.rest.end() ? nullptr : &*found;
}

// Whether the shorter rest of the pack counts for the day: it was said, and not too often of late.
bool hasShortRest(const RestRule &rule, std::span<const WorkDay> days, size_t index)
{
    if (!days[index].choices.testFlag(DayChoice::ShortRest))
        return false;
    const QDate since = days[index].key.date.addDays(1 - rule.claimInDays->value.roundedHalfUp());
    Ratio claims;
    for (size_t i = 0; i <= index; ++i) {
        if (days[i].key.date >= since && days[i].choices.testFlag(DayChoice::ShortRest)
            && (i == 0 || days[i - 1].key.date != days[i].key.date))
            claims += Ratio(1);
    }
    return claims <= rule.claimTimes->value;
}

// After a week of five or six days another rest may be due than from one day to the next.
// `previous`: the last worked day before the date.
QString restRuleFor(const RulePack &pack, std::span<const WorkDay> days, size_t previous,
                    QDate date)
{
    const Qt::DayOfWeek weekEnds = Qt::DayOfWeek((int(pack.consecutive.weekStarts) + 5) % 7 + 1);
    const PayWeek before = weekOf(days[previous].key.date, weekEnds);
    if (before.contains(date))
        return {};
    QDate last;
    int worked = 0;
    for (const WorkDay &day : days) {
        if (!before.contains(day.key.date) || !isWorked(day) || day.key.date == last)
            continue;
        last = day.key.date;
        ++worked;
    }
    for (const RestRule &rule : pack.rest) {
        if (rule.afterDaysWorked && rule.afterDaysWorked->value == Ratio(worked))
            return rule.id;
    }
    return {};
}

// A day off asks for nothing, so nothing is missing where it has no price.
bool isPaidFor(DayType type)
{
    return type != DayType::Off && type != DayType::NoWork;
}

bool isEarlier(const WorkDay &a, const WorkDay &b)
{
    const auto placeOf = [](const WorkDay &day) {
        constexpr Minutes never = wallTimeMax + Minutes(1);
        return std::pair(day.key.date, day.call.isKnown() ? day.call.minutes() : never);
    };
    return placeOf(a) < placeOf(b);
}

struct Read {
    std::optional<PayDay> day;
    WhyUnpriced why = WhyUnpriced::NotEntered;
};

Read readOne(const RulePack &pack, const WorkDay &day, const QTimeZone &zone)
{
    if (const std::optional<DayKind> without = kindWithoutWork(day.type)) {
        if (!pack.rulesOf(*without))
            return {std::nullopt, WhyUnpriced::NoRule};
        PayDay idle;
        idle.date = day.key.date;
        idle.hasTimes = false;
        return {idle};
    }
    if (!hasTimes(day.type))
        return {std::nullopt, WhyUnpriced::NoRule};
    if (!day.call.isKnown())
        return {std::nullopt, WhyUnpriced::NotEntered};
    if (!day.wrap.isKnown())
        return {std::nullopt, WhyUnpriced::NoWrap};
    if (!zone.isValid())
        return {std::nullopt, WhyUnpriced::UnknownZone};
    return {readPayDay(day, zone), WhyUnpriced::Impossible};
}

// Who bears it: the account, else the unit, and the episode.
QString segmentCode(const WorkDay &day, const WeekFacts &facts)
{
    QString code = day.account;
    if (code.isEmpty() && facts.unitNameOf)
        code = facts.unitNameOf(day.key.unit);
    if (code.isEmpty() && !day.key.unit.isNull())
        code = day.key.unit.toString();
    if (day.episode.isEmpty())
        return code;
    return code.isEmpty() ? day.episode : QString(code + u" / "_s + day.episode);
}

std::optional<Ratio> rateIn(const WeekFacts &facts, const WorkDay &day)
{
    return facts.rateOf ? facts.rateOf(day) : std::nullopt;
}

// A record that is a whole day: its rate is that of the day, and who bears it is said where the
// record names somebody.
void readAlone(const WorkDay &day, const WeekFacts &facts, PayDay &pay)
{
    if (!pay.hasTimes)
        return;
    pay.hourly = rateIn(facts, day);
    if (!day.account.isEmpty() || !day.episode.isEmpty())
        pay.segments.push_back({segmentCode(day, facts), pay.call, pay.wrap, std::nullopt});
}

// What lies between is off the clock unless the pack calls so short a break work.
void joinTimes(const RulePack &pack, PayDay &pay, const PayDay &next)
{
    if (next.call > pay.wrap
        && (!pack.time.gapIsWorkBelow
            || next.call - pay.wrap >= pack.time.gapIsWorkBelow->minutes()))
        pay.breaks.push_back({pay.wrap, next.call});
    pay.call = std::min(pay.call, next.call);
    pay.wrap = std::max(pay.wrap, next.wrap);
    pay.meals.insert(pay.meals.end(), next.meals.begin(), next.meals.end());
    std::ranges::stable_sort(pay.meals, {}, &MealSpan::out);
    pay.typed.append(next.typed);
    pay.travelTo += next.travelTo;
    pay.travelFrom += next.travelFrom;
    pay.isShooting |= next.isShooting;
    pay.isRestBreakMissed |= next.isRestBreakMissed;
    pay.isWrapExtensionClaimed |= next.isWrapExtensionClaimed;
    pay.isGraceClaimed |= next.isGraceClaimed;
    pay.isFrenchHours |= next.isFrenchHours;
    pay.isCompRestTaken |= next.isCompRestTaken;
    pay.isApproved &= next.isApproved;
}

// A second unit on the same date is the same day to the rules: one minimum call, one set of
// tiers. `first` is the record that the day began with.
struct UnitsOfDay {
    const WorkDay &first;
    const WorkDay &next;
};

void joinUnits(const RulePack &pack, const UnitsOfDay &records, const WeekFacts &facts, PayDay &pay,
               const PayDay &next)
{
    if (pay.segments.empty())
        pay.segments.push_back({segmentCode(records.first, facts), pay.call, pay.wrap, {}});
    if (pay.hourly)
        pay.segments.front().hourly = std::exchange(pay.hourly, std::nullopt);
    pay.segments.push_back(
        {segmentCode(records.next, facts), next.call, next.wrap, rateIn(facts, records.next)});
    joinTimes(pack, pay, next);
}

void markJoined(PayDay &pay)
{
    pay.isJoined = true;
    pay.datesWorked = 2;
}

// The last day before it that has a wrap, whatever the week.
std::optional<size_t> previousShift(std::span<const WorkDay> days, size_t index)
{
    for (size_t i = index; i-- > 0;) {
        if (isWorked(days[i]) && days[i].wrap.isKnown())
            return i;
    }
    return std::nullopt;
}

// When a holiday begins that the day runs into: at midnight, or in the course of the day.
void readHoliday(const RulePack &pack, const WeekFacts &facts, PayDay &pay)
{
    if (pack.holidays.overlapFactor && facts.isHoliday && facts.isHoliday(pay.date.addDays(1)))
        pay.holidayFrom = pay.clock.firstAt(wholeDay);
    const std::optional<Minutes> from =
        facts.holidayFrom ? facts.holidayFrom(pay.date) : std::optional<Minutes>();
    if (from)
        pay.holidayFrom = pay.clock.firstAt(*from);
}

// What the calendar, the run of days and the call sheet say about a day.
void placeInRun(const RulePack &pack, std::span<const WorkDay> days, size_t index,
                const WeekFacts &facts, PayDay &pay)
{
    const WorkDay &day = days[index];
    pay.kind = kindOf(pack, days, index, facts);
    if (isWorked(day))
        pay.dayOfRun = runUpTo(days, index);
    if (!pay.hasTimes)
        return;
    if (const auto call = facts.unitCallOf ? facts.unitCallOf(day.key) : std::nullopt) {
        pay.unitCall = pay.clock.firstAt(*call);
        pay.typed.push_back({*pay.unitCall, WallTime{*call}});
    }
    readHoliday(pack, facts, pay);
}

// The shift of the date of days[last], all its units, as it is priced in its own week: what it was
// paid at in the end may carry on over a short rest.
std::optional<PayDay> readShift(const RulePack &pack, std::span<const WorkDay> days, size_t last,
                                const WeekFacts &facts)
{
    size_t first = last;
    while (first > 0 && days[first - 1].key.date == days[last].key.date)
        --first;
    std::optional<PayDay> shift;
    size_t from = first; // the record that it began with
    for (size_t i = first; i <= last; ++i) {
        Read read = readOne(pack, days[i], facts.zoneOf(days[i].zone));
        if (!read.day || !read.day->hasTimes)
            continue;
        if (shift) {
            joinUnits(pack, {days[from], days[i]}, facts, *shift, *read.day);
            continue;
        }
        shift = std::move(read.day);
        readAlone(days[i], facts, *shift);
        from = i;
        placeInRun(pack, days, i, facts, *shift);
    }
    return shift;
}

} // namespace

// So that no hour is paid twice or by nobody where another pack follows, that of the first date
// says so to both.
bool goesOn(const RulePack *pack, const PayDay &before, const PayDay &next)
{
    constexpr Minutes longest{48 * 60}; // of a day
    if (!pack || !pack->time.gapIsWorkBelow || !before.hasTimes || !next.hasTimes
        || before.date.addDays(1) != next.date || next.call < before.wrap)
        return false;
    return next.call - before.wrap < pack->time.gapIsWorkBelow->minutes()
        && next.wrap - before.call <= longest;
}

void joinShifts(const RulePack &pack, PayDay &pay, const PayDay &next)
{
    if (pay.hourly != next.hourly && pay.segments.empty())
        pay.segments.push_back({{}, pay.call, pay.wrap, std::exchange(pay.hourly, std::nullopt)});
    if (next.segments.empty() && next.hourly != pay.hourly)
        pay.segments.push_back({{}, next.call, next.wrap, next.hourly});
    pay.segments.insert(pay.segments.end(), next.segments.begin(), next.segments.end());
    joinTimes(pack, pay, next);
    markJoined(pay);
}

QString restRuleBefore(const RulePack &pack, std::span<const WorkDay> days, QDate date)
{
    for (size_t i = days.size(); i-- > 0;) {
        if (days[i].key.date < date && isWorked(days[i]))
            return restRuleFor(pack, days, i, date);
    }
    return {};
}

std::optional<PayDay> readPayDay(const WorkDay &day, const QTimeZone &zone)
{
    const QDate date = day.key.date;
    PayDay pay;
    pay.date = date;
    pay.clock = DayClock(date, zone);
    const std::optional<Moment> call = momentAt(date, day.call, zone);
    const std::optional<Moment> wrap = momentAt(date, day.wrap, zone);
    if (!call || !wrap || *wrap < *call)
        return std::nullopt;
    pay.call = *call;
    pay.wrap = *wrap;
    pay.typed = {{*call, day.call.time()}, {*wrap, day.wrap.time()}};
    addMeal(pay, date, day.ndbOut, day.ndbIn, MealKind::NonDeductible, zone);
    for (const Meal &meal : day.meals)
        addMeal(pay, date, meal.out, meal.in, MealKind::Meal, zone);
    std::ranges::stable_sort(pay.meals, {}, &MealSpan::out);
    takeChoices(pay, day.choices);
    pay.travelTo = day.travelTo.value_or(Minutes(0));
    pay.travelFrom = day.travelFrom.value_or(Minutes(0));
    pay.isShooting = day.type == DayType::Work;
    return pay;
}

DayChoices choicesUnder(const RulePack &pack)
{
    DayChoices choices;
    choices.setFlag(DayChoice::Grace, pack.meals.grace.has_value());
    choices.setFlag(DayChoice::WrapExtension, pack.meals.wrapExtension.has_value());
    choices.setFlag(DayChoice::FrenchHours, pack.meals.frenchHoursAllowed);
    choices.setFlag(DayChoice::CompensatoryRest,
                    std::ranges::any_of(pack.rest, &RestRule::compRestAllowed));
    choices.setFlag(DayChoice::MissedBreak, pack.missedBreakHours.has_value());
    choices.setFlag(DayChoice::ShortRest, claimedRest(pack) != nullptr);
    const bool hasShapes = pack.contracted.has_value();
    choices.setFlag(DayChoice::SemiContinuous,
                    hasShapes && pack.contracted->minutes.contains(DayShape::SemiContinuous));
    choices.setFlag(DayChoice::Continuous,
                    hasShapes && pack.contracted->minutes.contains(DayShape::Continuous));
    choices.setFlag(DayChoice::CameraOvertime,
                    pack.overtime && pack.overtime->kinds.contains(OvertimeKind::Camera));
    choices.setFlag(DayChoice::WithoutApproval,
                    std::ranges::any_of(
                        pack.kinds, [](const auto &kind) { return kind.second.needsApproval; }));
    return choices;
}

PayWeekReading readPayWeek(const RulePack &pack, std::span<const WorkDay> days, const PayWeek &week,
                           const WeekFacts &facts)
{
    // Two units of one date may come in any order.
    std::vector<WorkDay> inOrder;
    if (!std::ranges::is_sorted(days, isEarlier)) {
        inOrder.assign(days.begin(), days.end());
        std::ranges::stable_sort(inOrder, isEarlier);
        days = inOrder;
    }
    PayWeekReading reading;
    QDate contradicted;
    size_t from = 0; // the record that the last day known began with
    for (size_t i = 0; i < days.size(); ++i) {
        const WorkDay &day = days[i];
        const QDate date = day.key.date;
        if (!week.contains(date))
            continue;
        for (const Allowance &allowance : day.allowances) {
            if (allowance.amount.currency() == pack.currency)
                reading.allowances.push_back({date, allowance.amount});
            else
                reading.unpriced.push_back({date, WhyUnpriced::AllowanceInOtherMoney});
        }
        if (day.isBlank() && day.type == DayType::Work)
            continue;
        if (date == contradicted || !isPaidFor(day.type))
            continue;
        const QTimeZone zone = facts.zoneOf(day.zone);
        Read read = readOne(pack, day, zone);
        if (!read.day) {
            reading.unpriced.push_back({date, read.why});
            continue;
        }
        PayDay &pay = *read.day;
        std::vector<PayDay> &known = reading.week.days;
        // Who works for one unit is not on hold for another.
        if (!known.empty() && known.back().date == date && !pay.hasTimes)
            continue;
        if (!known.empty() && known.back().date == date && i > 0 && pay.hasTimes) {
            if (pay.call < known.back().wrap) { // Nobody works for two units at once.
                known.pop_back();
                reading.unpriced.push_back({date, WhyUnpriced::Impossible});
                contradicted = date;
                continue;
            }
            joinUnits(pack, {days[from], day}, facts, known.back(), pay);
            continue;
        }
        const std::optional<size_t> previous = previousShift(days, i);
        const RulePack *packBefore = &pack;
        if (!known.empty() && facts.packOn)
            packBefore = facts.packOn(known.back().date);
        if (!known.empty() && previous && goesOn(packBefore, known.back(), pay)) {
            joinUnits(*packBefore, {days[from], day}, facts, known.back(), pay);
            markJoined(known.back());
            reading.unpriced.push_back({date, WhyUnpriced::PartOfDayBefore});
            continue;
        }
        placeInRun(pack, days, i, facts, pay);
        readAlone(day, facts, pay);
        from = i;
        if (previous && pay.hasTimes) {
            const WorkDay &before = days[*previous];
            const QTimeZone zoneBefore = facts.zoneOf(before.zone);
            if (zoneBefore.isValid()) {
                const std::optional<Moment> wrap =
                    momentAt(before.key.date, before.wrap, zoneBefore);
                if (wrap) // One after the call stays: checkDay() refuses it.
                    pay.typed.push_back({*wrap, before.wrap.time()});
                if (wrap)
                    pay.previous = PreviousShift{
                        std::max(*wrap, std::min(pay.call, *wrap + wayHome(pack, before))),
                        std::nullopt};
                pay.restRule = restRuleFor(pack, days, *previous, date);
                if (const RestRule *shorter = claimedRest(pack);
                    shorter && hasShortRest(*shorter, days, i))
                    pay.restRule = shorter->id;
            }
            if (!week.contains(before.key.date) && known.empty() && zoneBefore.isValid())
                reading.week.dayBefore = readShift(pack, days, *previous, facts);
        }
        if (!known.empty() && known.back().date.daysTo(date) < known.back().datesWorked)
            known.back().datesWorked = 1; // Called once more on the date that it went on into.
        known.push_back(std::move(pay));
    }
    // A day that contradicts itself, or the shift before, has no figure; the others of its week do.
    std::erase_if(reading.week.days, [&](const PayDay &day) {
        if (checkDay(day))
            return false;
        reading.unpriced.push_back({day.date, WhyUnpriced::Impossible});
        return true;
    });
    std::ranges::stable_sort(reading.unpriced, {}, &UnpricedDay::date);
    return reading;
}

} // namespace film::rules
