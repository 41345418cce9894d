#include "app/cli/cli.h"
#include "app/cli/cli_pay_text.h"
#include "app/cli/cli_words.h"

#include "app/engine/pack_folder.h"
#include "shared/base/clock.h"
#include "shared/domain/time_format.h"
#include "shared/domain/zone_time.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/running_day.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int nextCallDaysMax = 3; // as far as a weekend's rest reaches
constexpr Minutes forecastDate{24 * 60};
constexpr std::array<int, 3> costsAfter{0, 15, 30};

struct RunningPerson {
    QString name;
    rules::RunningReading reading;
};

QString aheadName(rules::AheadKind kind)
{
    switch (kind) {
    case rules::AheadKind::MealDue: return u"meal-due"_s;
    case rules::AheadKind::NextTier: return u"next-tier"_s;
    case rules::AheadKind::WrapForRest: return u"wrap-for-rest"_s;
    case rules::AheadKind::GuaranteeEnds: return u"guarantee-reached"_s;
    }
    Q_UNREACHABLE();
}

QString clockText(rules::Moment at, const rules::DayClock &clock)
{
    return formatTime(TimeField(WallTime{clock.wallTime(at)}), Notation::Clock);
}

// `whose`: a person, or "all" with how many reach it then.
void printAhead(const QString &whose, const rules::AheadEvent &event, const rules::DayClock &clock,
                const rules::RulePack &pack, int people, const CliOptions &options)
{
    const QString path = event.rule < 0 ? QString() : pack.parameters.at(size_t(event.rule)).path;
    const QString at = clockText(event.at, clock);
    const rules::Language language = rules::languageFromCode(options.language);
    if (!options.json) {
        printLine(u"  %1  %2%3  %4"_s.arg(
            at.leftJustified(7), aheadText(event, language),
            people > 0 ? cliText(CliText::People, language).arg(people) : QString(), path));
        return;
    }
    QJsonObject line{{u"person"_s, whose},
                     {u"at"_s, at},
                     {u"what"_s, aheadName(event.kind)},
                     {u"after"_s, event.after.count()},
                     {u"pack"_s, pack.name()},
                     {u"rule"_s, path}};
    if (event.rule >= 0)
        line[u"clause"_s] = pack.provenanceOf(event.rule).clause;
    if (event.kind == rules::AheadKind::NextTier)
        line[u"factor"_s] = event.factor.toDecimal(1, 3);
    if (people > 0)
        line[u"people"_s] = people;
    printJson(line);
}

// What the day adds to its week if it ends now, in 15 minutes, in 30.
void printAtStake(const QString &whose, const std::vector<rules::AheadCost> &costs,
                  const CliOptions &options)
{
    const rules::Language language = rules::languageFromCode(options.language);
    for (size_t i = 0; i < costs.size(); ++i) {
        const rules::AheadCost &cost = costs[i];
        if (options.json)
            printJson({{u"person"_s, whose},
                       {u"inMinutes"_s, costsAfter.at(i)},
                       {u"gross"_s, moneyText(cost.gross)},
                       {u"penalties"_s, moneyText(cost.penalties)},
                       {u"estimate"_s, true}});
        else
            printLine(u"  %1  %2"_s.arg(
                (i == 0 ? cliText(CliText::Now, language)
                        : cliText(CliText::InMinutes, language).arg(costsAfter.at(i)))
                    .leftJustified(9),
                cliText(CliText::OfItPenalties, language)
                    .arg(moneyText(cost.gross).rightJustified(14), moneyText(cost.penalties))));
    }
}

// From midnight of the date: what somebody entered, else the call sheet.
std::optional<Minutes> callAfterDay(const std::vector<WorkDay> &days,
                                    const std::vector<ShootingDay> &sheets, const Person &person,
                                    QDate date, UnitId unit)
{
    for (int after = 1; after <= nextCallDaysMax; ++after) {
        const QDate next = date.addDays(after);
        const auto entered = std::ranges::find_if(
            days, [next](const WorkDay &day) { return day.key.date == next && !day.isBlank(); });
        const auto sheet = std::ranges::find_if(
            sheets, [&](const ShootingDay &day) { return day.date == next && day.unit == unit; });
        std::optional<Minutes> call;
        if (entered != days.end() && entered->call.isKnown())
            call = entered->call.minutes();
        else if (entered == days.end() && sheet != sheets.end())
            call = sheet->callOf(person.id, person.department);
        if (call)
            return forecastDate * after + *call;
    }
    return std::nullopt;
}

std::vector<Meal> plannedMealsOn(const std::vector<ShootingDay> &sheets, QDate date, UnitId unit)
{
    for (const ShootingDay &sheet : sheets) {
        if (sheet.date == date && sheet.unit == unit && sheet.meal1Out && sheet.meal1In)
            return {{TimeField(WallTime{*sheet.meal1Out}), TimeField(WallTime{*sheet.meal1In})}};
    }
    return {};
}

void printPeople(const rules::CohortForecast &all, const std::vector<RunningPerson> &people,
                 const std::vector<rules::RunningMember> &cohort, const CliOptions &options)
{
    for (size_t i = 0; i < all.people.size(); ++i) {
        const rules::RulePack &pack = *cohort.at(i).pack;
        const QString &name = people.at(i).name;
        if (!options.json)
            printLine(u"%1, %2"_s.arg(name, pack.name()));
        if (!all.people[i].forecast) {
            const rules::Language language = rules::languageFromCode(options.language);
            if (options.json)
                printJson({{u"person"_s, name}, {u"noFigure"_s, u"impossible"_s}});
            else
                printLine(u"  "_s
                          + cliText(CliText::NoFigure, language)
                                .arg(cliText(CliText::ImpossibleTimes, language)));
            continue;
        }
        for (const rules::AheadEvent &event : all.people[i].forecast->events)
            printAhead(name, event, people.at(i).reading.clock, pack, 0, options);
        printAtStake(name, all.people[i].forecast->costs, options);
    }
}

// The first limit of each kind, named by the pack of somebody who reaches it.
void printSum(const rules::CohortForecast &all, const std::vector<RunningPerson> &people,
              const std::vector<rules::RunningMember> &cohort, const CliOptions &options)
{
    if (!options.json)
        printLine(cliText(CliText::All, rules::languageFromCode(options.language))
                      .arg(all.people.size()));
    for (const rules::CohortForecast::Next &next : all.next) {
        for (size_t i = 0; i < all.people.size(); ++i) {
            const auto &forecast = all.people[i].forecast;
            if (!forecast || !std::ranges::count(forecast->events, next.event))
                continue;
            printAhead(u"all"_s, next.event, people.at(i).reading.clock, *cohort.at(i).pack,
                       next.people, options);
            break;
        }
    }
    printAtStake(u"all"_s, all.costs, options);
}

} // namespace

Result<Minutes> Cli::nowOn(QDate date) const
{
    if (!m_options.now.isEmpty()) {
        const auto asked = signedLength(m_options.now);
        if (!asked)
            return fail(asked.error());
        return **asked;
    }
    const QTimeZone zone(m_directory.production.zone);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime there = zone.isValid() ? now.toTimeZone(zone) : now.toLocalTime();
    const qint64 since =
        date.daysTo(there.date()) * 24 * 60 + there.time().hour() * 60 + there.time().minute();
    if (since < 0 || since > wallTimeMax.count())
        return fail(ErrorCode::InvalidInput, u"for another day say the time with --now"_s);
    return Minutes(qint32(since));
}

// What is ahead of everybody asked for who is at work. Nothing is written.
Cli::Step Cli::forecast()
{
    const auto date = dateOf(m_options.arguments.value(1));
    if (!date)
        return fail(date.error());
    const auto now = nowOn(*date);
    const auto nextCall = signedLength(m_options.nextCall);
    if (!now || !nextCall)
        return fail(!now ? now.error() : nextCall.error());
    const PayWeek week = weekOf(*date, m_directory.production.weekEndsOn);
    const auto records = recordsBetween(week.first.addDays(-payDaysBefore),
                                        std::max(week.last(), date->addDays(nextCallDaysMax)));
    if (!records)
        return fail(records.error());
    const rules::PackShelf shelf(PackFolder(m_options.dataDir).read().packs);
    rules::WeekPricer pricer(shelf);
    const rules::ProductionFacts production = factsWith(records->sheets);
    std::vector<RunningPerson> people;
    std::vector<rules::RunningMember> cohort;
    int withoutFigure = 0;
    for (const PersonRecords &own : records->people) {
        const auto day =
            std::ranges::find(own.days, *date, [](const WorkDay &each) { return each.key.date; });
        if (day == own.days.end())
            continue;
        rules::RunningAsked asked{*date, *now};
        asked.nextCall = *nextCall
            ? std::optional(**nextCall + forecastDate)
            : callAfterDay(own.days, records->sheets, *own.person, *date, day->key.unit);
        asked.plannedMeals = plannedMealsOn(records->sheets, *date, day->key.unit);
        rules::RunningReading reading =
            rules::readRunning(pricer, own.deals, own.days, production, week, asked);
        if (reading.noFigure) {
            ++withoutFigure;
            const rules::Language spoken = m_options.json
                ? rules::Language::English
                : rules::languageFromCode(m_options.language);
            const QString why = reasonText(*reading.noFigure, {}, spoken);
            if (m_options.json)
                printJson({{u"person"_s, own.person->name}, {u"noFigure"_s, why}});
            else
                printLine(u"%1: %2"_s.arg(own.person->name, why));
        }
        if (!reading.member)
            continue;
        cohort.push_back(*reading.member);
        cohort.back().id = own.person->id.toString();
        cohort.back().department = departmentOf(m_directory, *own.person);
        people.push_back({own.person->name, std::move(reading)});
    }
    if (cohort.empty())
        return withoutFigure > 0 ? ExitOk : ExitNothing;
    const Currency currency = cohort.front().pack->currency;
    if (std::ranges::any_of(cohort, [currency](const rules::RunningMember &member) {
            return member.pack->currency != currency;
        }))
        return fail(ErrorCode::InvalidInput, u"the packs differ in currency"_s);
    const rules::CohortForecast all = rules::forecastCohort(cohort);
    printPeople(all, people, cohort, m_options);
    if (people.size() > 1)
        printSum(all, people, cohort, m_options);
    if (!m_options.json)
        printLine(cliText(CliText::Disclaimer, rules::languageFromCode(m_options.language)));
    return ExitOk;
}

} // namespace film::app
