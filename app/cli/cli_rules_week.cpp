#include "app/cli/cli.h"
#include "app/cli/cli_pay_text.h"
#include "app/cli/cli_priced_week.h"

#include "app/engine/pack_folder.h"
#include "shared/base/small_file.h"
#include "shared/domain/record_limits.h"
#include "shared/domain/records.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/what_if.h"

#include <QJsonArray>

#include <algorithm>
#include <iterator>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

QString packsOf(const rules::PersonWeekPay &week)
{
    QStringList names;
    for (const rules::DealPart &part : week.parts)
        names << part.pack->name();
    names.removeDuplicates();
    return names.join(u", "_s);
}

QString withoutComparison(const rules::PersonWeekPay &before, const rules::PersonWeekPay &after,
                          rules::Language language)
{
    if (after.noFigure && !after.error.isEmpty())
        return u"%1 (%2)"_s.arg(reasonText(after, language), after.error);
    if (after.noFigure)
        return reasonText(after, language);
    const auto diff = rules::compareWeeks(before, after);
    return diff ? QString() : diff.error().message;
}

// The same days read and priced by both. Whether they can be compared.
bool printComparison(const PricedShown &shown, const rules::PersonWeekPay &after,
                     const rules::RulePack &other)
{
    const auto diff = rules::compareWeeks(shown.week, after);
    if (!diff) {
        const QString why = withoutComparison(
            shown.week, after, shown.options.json ? rules::Language::English : shown.language());
        if (shown.options.json)
            printJson(
                {{u"person"_s, shown.person}, {u"noFigure"_s, why}, {u"pack"_s, other.name()}});
        else
            printLine(cliText(CliText::CannotCompare, shown.language()).arg(shown.person, why));
        return false;
    }
    const auto print = [&](const QString &code, const QString &title, const Money &before,
                           const Money &then) {
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"code"_s, code},
                       {u"before"_s, moneyText(before)},
                       {u"after"_s, moneyText(then)},
                       {u"packBefore"_s, packsOf(shown.week)},
                       {u"packAfter"_s, other.name()},
                       {u"estimate"_s, true}});
        else
            printLine(u"%1  %2 -> %3"_s.arg(title.leftJustified(30),
                                            moneyText(before).rightJustified(14),
                                            moneyText(then).rightJustified(14)));
    };
    for (const rules::Repriced &line : diff->lines)
        print(rules::lineCodeName(line.code).toString(), codeTitle(line.code, shown.language()),
              line.before, line.after);
    if (shown.options.json)
        print(u"total"_s, {}, diff->before, diff->after);
    else
        printLine(cliText(CliText::Compared, shown.language())
                      .arg(shown.person, moneyText(diff->before), packsOf(shown.week),
                           moneyText(diff->after), other.name()));
    return true;
}

// A pack to price by in the place of the deals' own. Before it begins and after it ended it can be
// tried; what is switched off has doubtful figures and no price.
Result<const rules::RulePack *> packInstead(const rules::PackShelf &shelf, const QString &name,
                                            QDate date)
{
    const rules::PackChoice choice = shelf.choose(name, date);
    if (!choice.pack)
        return fail(ErrorCode::NotFound, u"there is no such pack: see rules packs"_s);
    if (choice.state == rules::PackState::Disabled)
        return fail(
            ErrorCode::InvalidInput,
            u"pack %1 is switched off: %2"_s.arg(choice.pack->name(), choice.pack->disabledReason));
    return choice.pack;
}

// Said where the numbers of a pack are used on days that it is not made for.
void printDatesOf(const rules::RulePack &pack, QDate date, const CliOptions &options)
{
    const bool isNotYet = pack.from.isValid() && date < pack.from;
    if (!isNotYet && !pack.isExpiredOn(date))
        return;
    const QString since = (isNotYet ? pack.from : pack.to).toString(Qt::ISODate);
    if (options.json)
        printJson({{u"pack"_s, pack.name()}, {isNotYet ? u"begins"_s : u"ended"_s, since}});
    else
        printLine(cliText(isNotYet ? CliText::Begins : CliText::Ended,
                          rules::languageFromCode(options.language))
                      .arg(pack.name(), since));
}

void printWhatIf(const rules::CohortCost &now, const rules::CohortCost &then, int withoutFigure,
                 const CliOptions &options)
{
    const bool json = options.json;
    const rules::Language language = rules::languageFromCode(options.language);
    const auto print = [&](const QString &what, const QString &title, const Money &before,
                           const Money &after) {
        if (json)
            printJson({{u"what"_s, what},
                       {u"now"_s, moneyText(before)},
                       {u"then"_s, moneyText(after)},
                       {u"estimate"_s, true}});
        else
            printLine(u"%1  %2 -> %3"_s.arg(title.leftJustified(22),
                                            moneyText(before).rightJustified(14),
                                            moneyText(after).rightJustified(14)));
    };
    for (const auto &[department, after] : then.byDepartment) {
        const auto before = now.byDepartment.find(department);
        print(department, department,
              before == now.byDepartment.end() ? Money(0, after.currency()) : before->second,
              after);
    }
    print(u"penalties"_s, cliText(CliText::Penalties, language), now.penalties, then.penalties);
    if (json)
        printJson({{u"withoutFigure"_s, withoutFigure},
                   {u"impossible"_s, then.unpriced},
                   {u"paidByTheWeek"_s, then.byTheWeek}});
    print(u"total"_s, cliText(CliText::Total, language), now.total, then.total);
    if (json)
        return;
    if (then.byTheWeek > 0)
        printLine(cliText(CliText::PaidByTheWeek, language).arg(then.byTheWeek));
    if (withoutFigure + then.unpriced > 0)
        printLine(cliText(CliText::WithoutFigure, language)
                      .arg(QString::number(withoutFigure), QString::number(then.unpriced)));
    printLine(cliText(CliText::Disclaimer, language));
}

} // namespace

// What the production agreed on beside the agreements: shown, or taken from a file.
Cli::Step Cli::sideLetter()
{
    if (m_options.arguments.size() < 2) {
        const QString letter = m_directory.production.sideLetter.trimmed();
        if (!letter.isEmpty())
            printLine(letter);
        return letter.isEmpty() ? ExitNothing : ExitOk;
    }
    const Result<QByteArray> bytes =
        readSmallFile(m_options.arguments.at(1), record_limits::textLengthMax);
    if (!bytes)
        return fail(bytes.error());
    Production production = m_directory.production;
    production.sideLetter = QString::fromUtf8(*bytes).trimmed();
    const QStringList problems = rules::sideLetterProblems(
        production.sideLetter, PackFolder(m_options.dataDir).read().packs);
    for (const QString &problem : problems)
        printProblem(problem, m_options.json, ErrorCode::InvalidInput);
    if (!problems.isEmpty())
        return ExitRefused;
    GroupMap groups = toGroups(production);
    groups.try_emplace(schema::production::Agreed); // without a field: cleared
    return saveImported({{EntityType::Production, EntityId::of(production.id), std::move(groups)}});
}

// The people asked for who have days between the dates, each with their days and deals.
Result<Cli::PayRecords> Cli::recordsBetween(QDate first, QDate last)
{
    std::optional<PersonId> whose;
    if (!m_options.all && (m_options.department.isEmpty() || !m_options.person.isEmpty())) {
        const auto person = personNamed(m_options.person);
        if (!person)
            return fail(person.error());
        whose = (*person)->id;
    }
    auto seen = m_engine.days(whose, first, last).result();
    const auto deals =
        m_engine.run([](Workspace &workspace) { return workspace.deals(); }).result();
    if (!seen || !deals)
        return fail(!seen ? seen.error() : deals.error());
    PayRecords records;
    records.sheets = std::move(seen->sheets);
    for (const Person &person : m_directory.people) {
        const bool isOfDepartment = m_options.department.isEmpty() || whose
            || departmentOf(m_directory, person) == m_options.department;
        if ((whose && person.id != *whose) || !isOfDepartment)
            continue;
        PersonRecords own{&person, {}, {}};
        for (const DaySeen &day : seen->days) {
            if (day.day.key.person == person.id)
                own.days.push_back(day.day);
        }
        if (own.days.empty())
            continue;
        std::ranges::stable_sort(own.days, {}, [](const WorkDay &day) { return day.key.date; });
        std::ranges::copy_if(*deals, std::back_inserter(own.deals),
                             [&](const Deal &deal) { return deal.person == person.id; });
        records.people.push_back(std::move(own));
    }
    return records;
}

rules::ProductionFacts Cli::factsWith(const std::vector<ShootingDay> &sheets) const
{
    return {m_directory.production.zone, m_directory.production.sideLetter, unitCallIn(sheets),
            [this](UnitId id) {
                const auto unit = std::ranges::find(m_directory.units, id, &Unit::id);
                return unit == m_directory.units.end() ? QString() : unit->name;
            }};
}

Result<std::vector<Cli::PricedPerson>> Cli::priceWeek(rules::WeekPricer &pricer,
                                                      const PayWeek &week)
{
    const auto records = recordsBetween(week.first.addDays(-payDaysBefore), week.last());
    if (!records)
        return fail(records.error());
    const rules::ProductionFacts production = factsWith(records->sheets);
    std::vector<PricedPerson> priced;
    for (const PersonRecords &own : records->people)
        priced.push_back({own.person, pricer.price(own.deals, own.days, week, production)});
    return priced;
}

// The pay week that the date is in, line by line.
Cli::Step Cli::rulesOfWeek()
{
    const QString what = m_options.arguments.value(0);
    if (what == u"compare")
        return compareWeek();
    const auto date = dateOf(m_options.arguments.value(1));
    if (!date)
        return fail(date.error());
    const PayWeek week = weekOf(*date, m_directory.production.weekEndsOn);
    const rules::PackShelf shelf(PackFolder(m_options.dataDir).read().packs);
    rules::WeekPricer pricer(shelf);
    const auto people = priceWeek(pricer, week);
    if (!people)
        return fail(people.error());
    for (const PricedPerson &each : *people)
        printWeek({each.pay, each.person->name, m_options}, what == u"explain");
    return people->empty() ? ExitNothing : ExitOk;
}

// The pay week under another pack: the days are read and priced again, with what was agreed beside
// the packs.
Cli::Step Cli::compareWeek()
{
    const auto date = dateOf(m_options.arguments.value(1));
    if (!date)
        return fail(date.error());
    const PayWeek week = weekOf(*date, m_directory.production.weekEndsOn);
    const rules::PackShelf shelf(PackFolder(m_options.dataDir).read().packs);
    const auto other = packInstead(shelf, m_options.pack, week.first);
    if (!other)
        return fail(other.error());
    rules::WeekPricer pricer(shelf);
    rules::WeekPricer instead(shelf, {*other});
    const auto before = priceWeek(pricer, week);
    const auto after = priceWeek(instead, week);
    if (!before || !after)
        return fail(!before ? before.error() : after.error());
    if (before->empty())
        return ExitNothing;
    printDatesOf(**other, week.first, m_options);
    bool areAllCompared = true;
    for (size_t i = 0; i < before->size(); ++i) {
        const PricedPerson &each = before->at(i);
        const PricedShown shown{each.pay, each.person->name, m_options};
        if (each.pay.noFigure)
            printWeek(shown, false);
        else
            areAllCompared &= printComparison(shown, after->at(i).pay, **other);
    }
    if (!m_options.json)
        printLine(cliText(CliText::Disclaimer, rules::languageFromCode(m_options.language)));
    return areAllCompared ? ExitOk : ExitRefused;
}

// The week of a person in which the date changes, as priced; nothing where it has no figure.
std::optional<rules::CohortMember> Cli::memberOf(const PricedPerson &person,
                                                 const PricedPerson &next, QDate date) const
{
    const rules::PersonWeekPay &week = person.pay;
    if (week.noFigure || !week.find(date))
        return std::nullopt;
    const rules::DealPart &part = week.partOf(date);
    rules::CohortMember member{person.person->id.toString(),
                               departmentOf(m_directory, *person.person),
                               part.pack,
                               part.terms,
                               week.input,
                               date,
                               std::nullopt,
                               part.statute,
                               part.statuteWeek};
    // In a week of several packs those of the days beside it are not moved by the change.
    std::erase_if(member.week.days, [&](const rules::PayDay &day) {
        return week.partOf(day.date).pack != part.pack;
    });
    const bool isLast = week.input.days.back().date == member.week.days.back().date;
    const rules::PersonWeekPay &later = next.pay;
    if (isLast && !later.noFigure && !later.input.days.empty()
        && later.partOf(later.input.days.front().date).pack == part.pack)
        member.dayAfter = later.input.days.front();
    return member;
}

// What a day would cost if. Nothing is written.
Cli::Step Cli::whatIf()
{
    const auto date = dateOf(m_options.arguments.value(1));
    if (!date)
        return fail(date.error());
    const auto call = signedLength(m_options.moveCall);
    const auto meals = signedLength(m_options.moveMeals);
    const auto wrap = signedLength(m_options.moveWrap);
    for (const auto *length : {&call, &meals, &wrap}) {
        if (!*length)
            return fail(length->error());
    }
    const PayWeek week = weekOf(*date, m_directory.production.weekEndsOn);
    const rules::PackShelf shelf(PackFolder(m_options.dataDir).read().packs);
    rules::PackSwitch instead;
    if (!m_options.pack.isEmpty()) {
        const auto other = packInstead(shelf, m_options.pack, week.first);
        if (!other)
            return fail(other.error());
        instead.to = *other;
        printDatesOf(**other, week.first, m_options);
    }
    rules::WeekPricer pricer(shelf);
    rules::WeekPricer changed(shelf, instead);
    const auto now = cohortOn(pricer, week, *date);
    const auto then = cohortOn(changed, week, *date);
    if (!now || !then)
        return fail(!now ? now.error() : then.error());
    if (now->members.empty())
        return ExitNothing;
    // Whom only one of the packs prices would make the other look cheap.
    std::vector<rules::CohortMember> before = now->members;
    std::vector<rules::CohortMember> after = then->members;
    const auto keepThoseIn = [](std::vector<rules::CohortMember> &members,
                                const std::vector<rules::CohortMember> &others) {
        std::erase_if(members, [&](const rules::CohortMember &member) {
            return std::ranges::none_of(
                others, [&](const rules::CohortMember &other) { return other.id == member.id; });
        });
    };
    keepThoseIn(before, then->members);
    keepThoseIn(after, now->members);
    if (before.empty())
        return fail(ErrorCode::InvalidInput,
                    u"pack %1 has no figure for any of these days"_s.arg(m_options.pack));
    const Currency currency = before.front().pack->currency;
    const auto isOther = [&](const rules::CohortMember &member) {
        return member.pack->currency != currency;
    };
    if (std::ranges::any_of(before, isOther) || std::ranges::any_of(after, isOther))
        return fail(ErrorCode::InvalidInput, u"the packs differ in currency"_s);
    // Who comes as well has no other day of the week.
    rules::CohortMember more = after.front();
    more.dayAfter.reset();
    more.week.dayBefore.reset();
    std::erase_if(more.week.days, [&](const rules::PayDay &day) { return day.date != *date; });
    more.week.days.front().previous.reset();
    std::erase_if(more.statuteWeek.days,
                  [&](const rules::PayDay &day) { return day.date != *date; });
    more.statuteWeek.dayBefore.reset();
    if (!more.statuteWeek.days.empty())
        more.statuteWeek.days.front().previous.reset();
    rules::CohortChange change{*call, *wrap, *meals, {}};
    change.add.assign(size_t(m_options.add), more);
    const int withoutFigure = now->withoutFigure + int(now->members.size()) - int(before.size());
    printWhatIf(rules::priceCohort(before), rules::priceCohort(after, change), withoutFigure,
                m_options);
    return ExitOk;
}

// Everybody asked for whose date has a figure, each with the week that it is in.
Result<Cli::Cohort> Cli::cohortOn(rules::WeekPricer &pricer, const PayWeek &week, QDate date)
{
    const auto people = priceWeek(pricer, week);
    const auto next = priceWeek(pricer, week.next());
    if (!people || !next)
        return fail(!people ? people.error() : next.error());
    Cohort cohort;
    for (const PricedPerson &each : *people) {
        const auto later = std::ranges::find(*next, each.person, &PricedPerson::person);
        const std::optional<rules::CohortMember> member =
            memberOf(each, later == next->end() ? PricedPerson() : *later, date);
        if (member)
            cohort.members.push_back(*member);
        else
            ++cohort.withoutFigure;
    }
    return cohort;
}

} // namespace film::app
