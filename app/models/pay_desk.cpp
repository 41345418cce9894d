#include "app/models/pay_desk.h"

#include "shared/rules/shipped_packs.h"

#include <algorithm>

namespace film::app {

namespace {

std::vector<WorkDay> daysOf(const WeekSnapshot &week, const std::optional<WorkDay> &draft)
{
    std::vector<WorkDay> days = week.earlier;
    for (const WeekDay &shown : week.days) {
        const bool isDraft = draft && draft->key == shown.day.key;
        const WorkDay &day = isDraft ? *draft : shown.day;
        if ((!day.isBlank() || !day.allowances.empty()) && !shown.isUnreadable)
            days.push_back(day);
        for (const OtherUnitDay &other : shown.others) {
            if (!other.isUnreadable)
                days.push_back(draft && draft->key == other.day.key ? *draft : other.day);
        }
    }
    return days;
}

// Both snapshots outlive what is made of them.
template<typename Snapshot>
std::function<QString(UnitId)> unitNamesOf(const Snapshot &week)
{
    return [&units = week.units](UnitId unit) {
        const auto known = std::ranges::find(units, unit, &Unit::id);
        return known == units.end() ? QString() : known->name;
    };
}

rules::ProductionFacts factsOf(const WeekSnapshot &week)
{
    const auto unitCallOf = [&week](const WorkDayKey &key) {
        const WeekDay *day = week.find(key.date);
        if (day) {
            const auto other = std::ranges::find_if(day->others, [&key](const OtherUnitDay &each) {
                return each.day.key.unit == key.unit;
            });
            if (other != day->others.end())
                return other->unitCall;
        }
        return day && day->plan ? day->plan->unitCall : std::nullopt;
    };
    return {week.zone, week.sideLetter, unitCallOf, unitNamesOf(week)};
}

rules::ProductionFacts factsOf(const CrewSnapshot &week)
{
    return {week.zone, week.sideLetter,
            [&week](const WorkDayKey &key) {
                const qint64 index = week.dates.front().date.daysTo(key.date);
                if (index < 0 || index >= qint64(week.dates.size()))
                    return std::optional<Minutes>();
                const ShootingDay *sheet = week.dates.at(size_t(index)).sheetOf(key.unit);
                return sheet ? sheet->call : std::nullopt;
            },
            unitNamesOf(week)};
}

// As the sheet has them, for who is still to go.
std::vector<Meal> mealsOnSheet(const ShootingDay *sheet)
{
    if (!sheet || !sheet->meal1Out || !sheet->meal1In)
        return {};
    return {{TimeField(WallTime{*sheet->meal1Out}), TimeField(WallTime{*sheet->meal1In})}};
}

} // namespace

namespace {

constexpr Minutes deskDay{24 * 60};
// A weekend's rest reaches from Friday's wrap to Monday's call.
constexpr int deskRestDaysMax = 3;

std::vector<Deal> dealsForDesk(const std::optional<Deal> &deal, const std::vector<Deal> &others)
{
    std::vector<Deal> deals;
    if (deal)
        deals.push_back(*deal);
    deals.insert(deals.end(), others.begin(), others.end());
    return deals;
}

// What a planned call costs that leaves too little rest: it can still be moved.
Money restBefore(const CrewCell &cell, const rules::PersonWeekPay &priced,
                 std::span<const WorkDay> days)
{
    const Money none(0, priced.pay.currency);
    if (!cell.day.isBlank() || !cell.plannedCall || priced.input.days.empty())
        return none;
    const rules::PayDay *before = nullptr;
    const rules::DayPay *pay = nullptr;
    for (size_t i = 0; i < priced.input.days.size(); ++i) {
        if (priced.input.days[i].date < cell.day.key.date) {
            before = &priced.input.days[i];
            pay = &priced.pay.days[i];
        }
    }
    const QDate date = cell.day.key.date;
    if (!before || !before->hasTimes || before->date.daysTo(date) > deskRestDaysMax)
        return none;
    const Minutes since = deskDay * qint32(before->date.daysTo(date));
    const rules::DealPart &part = priced.partOf(date);
    const auto rest = rules::priceNextRest(*part.pack, part.terms, *before, pay->lastFactor,
                                           before->clock.firstAt(since + *cell.plannedCall),
                                           rules::restRuleBefore(*part.pack, days, date));
    return rest && *rest ? (*rest)->amount : none;
}

// Those before the week that it depends on, and what is entered in it.
std::vector<WorkDay> daysForDesk(const CrewPerson &person)
{
    std::vector<WorkDay> days = person.earlier;
    for (const CrewCell &cell : person.days) {
        if (!cell.day.isBlank() || !cell.day.allowances.empty())
            days.push_back(cell.day);
        days.insert(days.end(), cell.others.begin(), cell.others.end());
    }
    return days;
}

// The one of the units that the person is at work for; null before a call and after the wraps.
const WorkDay *openRecord(const CrewCell &cell, Minutes now)
{
    const auto isOpen = [now](const WorkDay &day) {
        return day.call.isKnown() && day.wrap.isUnknown() && now >= day.call.minutes();
    };
    if (isOpen(cell.day))
        return &cell.day;
    const auto other = std::ranges::find_if(cell.others, isOpen);
    return other == cell.others.end() ? nullptr : &*other;
}

rules::PersonWeekPay withoutDeal()
{
    rules::PersonWeekPay none;
    none.noFigure = rules::NoFigure::NoDeal;
    return none;
}

rules::PersonWeekPay priceCrewWeek(rules::WeekPricer &pricer, const CrewSnapshot &week,
                                   const CrewPerson &person, rules::Sheet::Keep keep)
{
    if (!person.deal)
        return withoutDeal();
    return pricer.price(dealsForDesk(person.deal, person.otherDeals), daysForDesk(person),
                        PayWeek{week.dates.front().date}, factsOf(week), keep);
}

} // namespace

OvertimeHours CrewFigures::overtime() const
{
    OvertimeHours sum;
    for (const Day &day : days) {
        sum.timeAndHalf += day.overtime.timeAndHalf;
        sum.doubleTime += day.overtime.doubleTime;
    }
    return sum;
}

rules::PersonWeekPay PayDesk::explain(const CrewSnapshot &week, const CrewPerson &person)
{
    if (!person.deal) // Nothing to price: nothing to read.
        return withoutDeal();
    return priceCrewWeek(pricer(), week, person, rules::Sheet::Keep::Everything);
}

rules::WeekPricer PayDesk::pricerWith(const rules::PackSwitch &instead)
{
    return rules::WeekPricer(shelf(), instead);
}

rules::PersonWeekPay PayDesk::priceWith(rules::WeekPricer &pricer, const CrewSnapshot &week,
                                        const CrewPerson &person)
{
    return priceCrewWeek(pricer, week, person, rules::Sheet::Keep::Nothing);
}

CrewFigures PayDesk::price(const CrewSnapshot &week, const CrewPerson &person)
{
    CrewFigures figures;
    const rules::PersonWeekPay priced = person.deal
        ? priceCrewWeek(pricer(), week, person, rules::Sheet::Keep::Nothing)
        : withoutDeal();
    figures.noFigure = priced.noFigure;
    if (priced.noFigure)
        return figures;
    figures.gross = priced.pay.gross();
    figures.openPenalties = priced.pay.openPenalties;
    const std::vector<WorkDay> days = daysForDesk(person);
    for (size_t i = 0; i < figures.days.size(); ++i) {
        CrewFigures::Day &day = figures.days[i];
        day.mealCost = Money(0, priced.pay.currency);
        day.restCost = restBefore(person.days[i], priced, days);
        const rules::DayPay *pay = priced.find(person.days[i].day.key.date);
        if (!pay)
            continue;
        day.gross = pay->gross();
        day.overtime = overtimeOf(*pay);
        day.mealCost = pay->meals.penalty;
        day.mealPenalties = pay->meals.penaltyCount;
        if (pay->rest)
            day.restCost = pay->rest->cost();
    }
    return figures;
}

OvertimeHours overtimeOf(const rules::DayPay &pay)
{
    OvertimeHours hours;
    for (const std::vector<rules::PaidTime> *times : {&pay.paid, &pay.overtime}) {
        for (const rules::PaidTime &time : *times) {
            if (time.factor >= rules::Ratio(2))
                hours.doubleTime += time.minutes;
            else if (time.factor > rules::Ratio(1))
                hours.timeAndHalf += time.minutes;
        }
    }
    return hours;
}

PayDesk::PayDesk()
    : PayDesk([] { return rules::readShippedPacks().packs; })
{}

PayDesk::~PayDesk() = default;

PayDesk::PayDesk(std::function<std::vector<rules::RulePack>()> source)
    : m_source(std::move(source))
{}

const rules::PackShelf &PayDesk::shelf()
{
    if (!m_shelf)
        m_shelf = std::make_unique<rules::PackShelf>(m_source());
    return *m_shelf;
}

rules::WeekPricer &PayDesk::pricer()
{
    if (!m_pricer)
        m_pricer = std::make_unique<rules::WeekPricer>(shelf());
    return *m_pricer;
}

rules::PersonWeekPay PayDesk::price(const WeekSnapshot &week, const std::optional<WorkDay> &draft)
{
    if (!week.deal) // Nothing to price: nothing to read.
        return withoutDeal();
    return pricer().price(dealsForDesk(week.deal, week.otherDeals), daysOf(week, draft), week.week,
                          factsOf(week));
}

std::optional<PayDesk::NextCall> PayDesk::callWithRest(const WeekSnapshot &week, const WorkDay &day,
                                                       const rules::RulePack &pack,
                                                       const rules::DayClock &clock,
                                                       Minutes nextCall)
{
    NextCall next{
        clock.firstAt(nextCall),
        rules::restRuleBefore(pack, daysOf(week, day), day.key.date.addDays(nextCall / deskDay))};
    if (nextCall >= 2 * deskDay && next.restRule.isEmpty())
        return std::nullopt;
    return next;
}

DayLimits PayDesk::limitsOf(const std::optional<Deal> &deal, QDate date, const QString &sideLetter)
{
    DayLimits limits;
    const rules::RulePack *pack = deal ? pricer().packOf(*deal, date, sideLetter) : nullptr;
    if (!pack)
        return limits;
    // A pack without meals or rest leaves them open: nobody works through for that.
    if (pack->meals.firstDue) {
        limits.mealDueAfter = pack->meals.firstDue->minutes();
        limits.nextMealDueAfter.reset();
        if (pack->meals.nextDue)
            limits.nextMealDueAfter = pack->meals.nextDue->minutes();
    }
    if (pack->meals.grace)
        limits.grace = pack->meals.grace->minutes();
    if (pack->meals.wrapExtension)
        limits.wrapExtension = pack->meals.wrapExtension->minutes();
    if (!pack->rest.empty())
        limits.rest = pack->rest.front().required.minutes();
    return limits;
}

std::optional<rules::RunningMember> PayDesk::runningMember(const CrewSnapshot &week,
                                                           const CrewPerson &person,
                                                           const QString &department)
{
    const qint64 index = week.dates.front().date.daysTo(week.today);
    if (!person.deal || index < 0 || index >= qint64(person.days.size()))
        return std::nullopt;
    const CrewCell &today = person.days[size_t(index)];
    const WorkDay *open = openRecord(today, week.now);
    if (!open)
        return std::nullopt;
    rules::RunningAsked asked{week.today, week.now};
    asked.plannedMeals = mealsOnSheet(week.dates[size_t(index)].sheetOf(open->key.unit));
    if (size_t(index) + 1 < person.days.size()) {
        const CrewCell &next = person.days[size_t(index) + 1];
        const std::optional<Minutes> call =
            next.day.call.isKnown() ? std::optional(next.day.call.minutes()) : next.plannedCall;
        if (call)
            asked.nextCall = deskDay + *call;
    }
    rules::RunningReading reading = rules::readRunning(
        pricer(), dealsForDesk(person.deal, person.otherDeals), daysForDesk(person), factsOf(week),
        PayWeek{week.dates.front().date}, asked);
    if (reading.member)
        reading.member->department = department;
    return std::move(reading.member);
}

std::optional<RunningPay> PayDesk::priceRunning(const WeekSnapshot &week, QDate date, Minutes now,
                                                std::optional<Minutes> nextCall)
{
    const WeekDay *shown = week.find(date);
    if (!shown || !week.deal)
        return std::nullopt;
    rules::RunningAsked asked{date, now, nextCall};
    if (shown->plan)
        asked.plannedMeals = shown->plan->times.meals;
    asked.keep = rules::Sheet::Keep::Everything;
    rules::RunningReading reading =
        rules::readRunning(pricer(), dealsForDesk(week.deal, week.otherDeals), daysOf(week, {}),
                           factsOf(week), week.week, asked);
    if (!reading.member)
        return std::nullopt;
    const Result<rules::Forecast> forecast =
        rules::forecastDay(*reading.member->pack, reading.member->deal, reading.member->running);
    if (!forecast)
        return std::nullopt;
    return RunningPay{*std::move(reading.pay), *forecast, reading.clock};
}

QString clauseOf(const rules::RulePack &pack, qint32 rule)
{
    return pack.provenanceOf(rule).clause;
}

} // namespace film::app
