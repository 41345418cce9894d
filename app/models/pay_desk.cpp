#include "app/models/pay_desk.h"

#include "shared/rules/shipped_packs.h"

#include <algorithm>

namespace film::app {

namespace {

std::vector<WorkDay> daysOf(const WeekSnapshot &week, const std::optional<WorkDay> &draft)
{
    std::vector<WorkDay> days = week.earlier;
    for (const WeekDay &shown : week.days) {
        const bool isDraft = draft && draft->key.date == shown.day.key.date;
        const WorkDay &day = isDraft ? *draft : shown.day;
        if ((!day.isBlank() || !day.allowances.empty()) && !shown.isUnreadable)
            days.push_back(day);
    }
    return days;
}

rules::ProductionFacts factsOf(const WeekSnapshot &week)
{
    return {week.zone, week.sideLetter, [&week](const WorkDayKey &key) {
                const WeekDay *day = week.find(key.date);
                return day && day->plan ? day->plan->unitCall : std::nullopt;
            }};
}

rules::ProductionFacts factsOf(const CrewSnapshot &week)
{
    return {week.zone, week.sideLetter, [&week](const WorkDayKey &key) {
                const qint64 index = week.dates.front().date.daysTo(key.date);
                if (index < 0 || index >= qint64(week.dates.size()))
                    return std::optional<Minutes>();
                const ShootingDay *sheet = week.dates.at(size_t(index)).sheetOf(key.unit);
                return sheet ? sheet->call : std::nullopt;
            }};
}

// Not yet entered, as the call sheet has them.
std::vector<rules::MealSpan> plannedMeals(const WeekDay &day, const rules::DayClock &clock)
{
    std::vector<rules::MealSpan> meals;
    if (!day.plan)
        return meals;
    for (size_t i = day.day.meals.size(); i < day.plan->times.meals.size(); ++i) {
        const Meal &meal = day.plan->times.meals[i];
        if (meal.out.isKnown() && meal.in.isKnown() && meal.out.minutes() < meal.in.minutes())
            meals.push_back({clock.firstAt(meal.out.minutes()), clock.firstAt(meal.in.minutes())});
    }
    return meals;
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
    }
    return days;
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
    CrewPerson untilNow = person;
    WorkDay &today = untilNow.days[size_t(index)].day;
    if (!today.call.isKnown() || !today.wrap.isUnknown() || week.now < today.call.minutes())
        return std::nullopt;
    const bool isAtMeal = !today.meals.empty() && today.meals.back().out.isKnown()
        && today.meals.back().in.isUnknown() && today.meals.back().out.minutes() <= week.now;
    today.wrap = WallTime{week.now};
    rules::PersonWeekPay priced =
        priceCrewWeek(pricer(), week, untilNow, rules::Sheet::Keep::Nothing);
    const auto day = std::ranges::find(priced.input.days, week.today, &rules::PayDay::date);
    if (priced.noFigure || day == priced.input.days.end())
        return std::nullopt;
    const rules::DealPart &part = priced.partOf(week.today);
    rules::RunningMember member;
    member.department = department;
    member.pack = part.pack;
    member.deal = part.terms;
    member.running.day = *day;
    member.running.now = day->wrap;
    if (isAtMeal)
        member.running.mealUnderWay =
            rules::TimeSpan{day->clock.firstAt(today.meals.back().out.minutes()), day->wrap};
    const ShootingDay *sheet = week.dates[size_t(index)].sheetOf(today.key.unit);
    if (sheet && sheet->meal1Out && sheet->meal1In && *sheet->meal1Out < *sheet->meal1In
        && today.meals.empty())
        member.running.plannedMeals.push_back(
            {day->clock.firstAt(*sheet->meal1Out), day->clock.firstAt(*sheet->meal1In)});
    if (size_t(index) + 1 < person.days.size()) {
        const CrewCell &next = person.days[size_t(index) + 1];
        const std::optional<Minutes> call =
            next.day.call.isKnown() ? std::optional(next.day.call.minutes()) : next.plannedCall;
        if (call) {
            member.running.nextCall = day->clock.firstAt(deskDay + *call);
            member.running.restRule =
                rules::restRuleBefore(*part.pack, daysForDesk(untilNow), week.today.addDays(1));
        }
    }
    member.running.week = std::move(priced.input);
    std::erase_if(member.running.week.days, [&](const rules::PayDay &other) {
        return other.date >= week.today || priced.partOf(other.date).pack != part.pack;
    });
    return member;
}

std::optional<RunningPay> PayDesk::priceRunning(const WeekSnapshot &week, QDate date, Minutes now,
                                                std::optional<Minutes> nextCall)
{
    const WeekDay *shown = week.find(date);
    if (!shown || !week.deal || !shown->day.call.isKnown() || shown->day.wrap.isKnown()
        || now < shown->day.call.minutes())
        return std::nullopt;
    WorkDay untilNow = shown->day;
    const bool isAtMeal = !untilNow.meals.empty() && untilNow.meals.back().out.isKnown()
        && untilNow.meals.back().in.isUnknown() && untilNow.meals.back().out.minutes() <= now;
    untilNow.wrap = WallTime{now};
    rules::PersonWeekPay priced = price(week, untilNow);
    const auto day = std::ranges::find(priced.input.days, date, &rules::PayDay::date);
    if (priced.noFigure || day == priced.input.days.end())
        return std::nullopt;

    rules::RunningDay running;
    running.day = *day;
    running.now = day->wrap;
    running.plannedMeals = plannedMeals(*shown, day->clock);
    const rules::DealPart &part = priced.partOf(date);
    running.week = priced.input;
    std::erase_if(running.week.days, [&](const rules::PayDay &other) {
        return other.date >= date || priced.partOf(other.date).pack != part.pack;
    });
    if (const auto next = nextCall ? callWithRest(week, untilNow, *part.pack, day->clock, *nextCall)
                                   : std::nullopt) {
        running.nextCall = next->at;
        running.restRule = next->restRule;
    }
    if (isAtMeal)
        running.mealUnderWay =
            rules::TimeSpan{day->clock.firstAt(untilNow.meals.back().out.minutes()), day->wrap};
    const Result<rules::Forecast> forecast = rules::forecastDay(*part.pack, part.terms, running);
    if (!forecast)
        return std::nullopt;
    const size_t index = size_t(day - priced.input.days.begin());
    return RunningPay{std::move(priced.pay.days[index]), *forecast, day->clock};
}

QString clauseOf(const rules::RulePack &pack, qint32 rule)
{
    return pack.provenanceOf(rule).clause;
}

} // namespace film::app
