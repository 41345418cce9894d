#include "app/cli/cli.h"

#include "shared/domain/time_format.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/person_week.h"
#include "shared/rules/shipped_packs.h"
#include "shared/rules/what_if.h"

#include <QJsonArray>

#include <algorithm>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

// Rest and the run of days reach back this far.
constexpr int daysBefore = 14;
constexpr QStringView estimate = u"Estimated from the times and terms entered. Payroll, the "
                                 "agreement and the law decide.";

QString reasonText(rules::NoFigure why)
{
    switch (why) {
    case rules::NoFigure::NoDeal: return u"no rule: no deal is known here"_s;
    case rules::NoFigure::NoRate: return u"no rule: the deal has no rate the pack starts from"_s;
    case rules::NoFigure::NoPack: return u"no rule: the deal names no pack that is here"_s;
    case rules::NoFigure::PackDisabled: return u"no rule: the pack's figures are doubtful"_s;
    case rules::NoFigure::PackNotYet: return u"no rule: the pack begins later"_s;
    case rules::NoFigure::OtherCurrency: return u"no rule: deal and pack differ in currency"_s;
    case rules::NoFigure::BadTerms: return u"no rule: the deal's own terms do not fit"_s;
    case rules::NoFigure::Impossible: return u"no figure: the times contradict each other"_s;
    }
    Q_UNREACHABLE();
}

QString whyText(rules::WhyUnpriced why)
{
    switch (why) {
    case rules::WhyUnpriced::NotEntered: return u"no times"_s;
    case rules::WhyUnpriced::NoWrap: return u"no wrap"_s;
    case rules::WhyUnpriced::UnknownZone: return u"the zone is not known here"_s;
    case rules::WhyUnpriced::Impossible: return u"the times contradict each other"_s;
    case rules::WhyUnpriced::NoRule: return u"no rule for such a day"_s;
    }
    Q_UNREACHABLE();
}

QString moneyText(const Money &money)
{
    return (rules::Ratio(money.minorUnits()) / rules::Ratio(100)).toDecimal(2, 2) + u' '
        + currencyCode(money.currency());
}

QString codeText(const rules::PayLine &line)
{
    QString text = rules::lineCodeName(line.code).toString();
    if (!(line.factor == rules::Ratio(1)) || line.code == rules::LineCode::Hours)
        text += u" x"_s + line.factor.toDecimal(1, 3);
    if (!(line.nightFactor == rules::Ratio(1)))
        text += u" night x"_s + line.nightFactor.toDecimal(1, 3);
    return text;
}

QString ruleOf(const rules::RulePack &pack, const rules::PayLine &line)
{
    return line.rule < 0 ? QString() : pack.parameters.at(size_t(line.rule)).path;
}

struct Shown {
    const rules::PersonWeekPay &week;
    const QString &person;
    const CliOptions &options;
};

void printPayLine(const Shown &shown, const QString &date, const rules::PayLine &line,
                  const rules::Sheet &sheet, const rules::DayClock &clock, bool explains)
{
    const rules::RulePack &pack = *shown.week.pack;
    if (shown.options.json) {
        QJsonObject json{{u"person"_s, shown.person}, {u"date"_s, date},
                         {u"code"_s, codeText(line)}, {u"minutes"_s, line.minutes.count()},
                         {u"count"_s, line.count},    {u"amount"_s, moneyText(line.amount)},
                         {u"pack"_s, pack.name()},    {u"rule"_s, ruleOf(pack, line)},
                         {u"estimate"_s, true}};
        if (explains)
            json[u"derivation"_s] = rules::derivationJson(sheet, line.node, pack);
        printJson(json);
        return;
    }
    const QString quantity = line.minutes > Minutes(0) ? formatHours(line.minutes, Notation::Tenths)
        : line.count > 0                               ? QString::number(line.count)
                                                       : QString();
    printLine(u"%1  %2  %3  %4  %5"_s.arg(
        date.leftJustified(10), codeText(line).leftJustified(22), quantity.rightJustified(6),
        moneyText(line.amount).rightJustified(14), ruleOf(pack, line)));
    if (explains)
        printLine(rules::derivationText(sheet, line.node, pack, clock,
                                        rules::languageFromCode(shown.options.language)));
}

void printWeek(const Shown &shown, bool explains)
{
    const rules::PersonWeekPay &week = shown.week;
    if (week.noFigure) {
        if (shown.options.json)
            printJson({{u"person"_s, shown.person}, {u"noFigure"_s, reasonText(*week.noFigure)}});
        else
            printLine(u"%1: %2"_s.arg(shown.person, reasonText(*week.noFigure)));
        return;
    }
    if (!shown.options.json)
        printLine(u"%1, %2 (%3)"_s.arg(shown.person, week.pack->name(), week.pack->title));
    for (size_t i = 0; i < week.pay.days.size(); ++i) {
        const rules::PayDay &day = week.input.days[i];
        for (const rules::PayLine &line : week.pay.days[i].lines)
            printPayLine(shown, day.date.toString(Qt::ISODate), line, week.pay.days[i].sheet,
                         day.clock, explains);
    }
    for (const rules::PayLine &line : week.pay.lines)
        printPayLine(shown, u"week"_s, line, week.pay.sheet, {}, explains);
    for (const rules::UnpricedDay &day : week.unpriced) {
        const QString date = day.date.toString(Qt::ISODate);
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"date"_s, date},
                       {u"noFigure"_s, whyText(day.why)}});
        else
            printLine(u"%1  no figure: %2"_s.arg(date, whyText(day.why)));
    }
    if (shown.options.json)
        return;
    printLine(
        u"%1  %2  %3  %4"_s.arg(QString(10, u' '), u"estimate"_s.leftJustified(22),
                                formatHours(week.pay.worked, Notation::Tenths).rightJustified(6),
                                moneyText(week.pay.gross()).rightJustified(14)));
    printLine(estimate.toString());
}

void printComparison(const Shown &shown, const rules::RulePack &other)
{
    const auto diff =
        rules::rerateWeek(*shown.week.pack, other, shown.week.terms, shown.week.input);
    if (!diff) {
        printLine(u"%1: %2"_s.arg(shown.person, diff.error().message));
        return;
    }
    for (const rules::Repriced &line : diff->lines) {
        const QString code = rules::lineCodeName(line.code).toString();
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"code"_s, code},
                       {u"before"_s, moneyText(line.before)},
                       {u"after"_s, moneyText(line.after)}});
        else
            printLine(u"%1  %2 -> %3"_s.arg(code.leftJustified(22),
                                            moneyText(line.before).rightJustified(14),
                                            moneyText(line.after).rightJustified(14)));
    }
    if (!shown.options.json)
        printLine(u"%1: %2 under %3, %4 under %5"_s.arg(shown.person, moneyText(diff->before),
                                                        shown.week.pack->name(),
                                                        moneyText(diff->after), other.name()));
}

} // namespace

// The pay week that the date is in, priced from what stands on this computer.
Cli::Step Cli::rulesOfWeek()
{
    const QString what = m_options.arguments.value(0);
    const auto date = dateOf(m_options.arguments.value(1));
    if (!date)
        return fail(date.error());
    std::optional<PersonId> whose;
    if (!m_options.all) {
        const auto person = personNamed(m_options.person);
        if (!person)
            return fail(person.error());
        whose = (*person)->id;
    }
    const PayWeek week = weekOf(*date, m_directory.production.weekEndsOn);
    const auto seen = m_engine.days(whose, week.first.addDays(-daysBefore), week.last()).result();
    const auto deals =
        m_engine.run([](Workspace &workspace) { return workspace.deals(); }).result();
    if (!seen || !deals)
        return fail(!seen ? seen.error() : deals.error());
    const rules::PackShelf shelf(rules::readShippedPacks().packs);
    rules::PackChoice other;
    if (what == u"compare") {
        other = shelf.choose(m_options.pack, week.first);
        if (!other.pack)
            return fail(ErrorCode::NotFound, u"there is no such pack: see rules packs"_s);
    }
    rules::WeekPricer pricer(shelf);
    int shownCount = 0;
    for (const Person &person : m_directory.people) {
        if (whose && person.id != *whose)
            continue;
        std::vector<WorkDay> days;
        for (const DaySeen &day : seen->days) {
            if (day.day.key.person == person.id)
                days.push_back(day.day);
        }
        if (days.empty())
            continue;
        std::ranges::stable_sort(days, {}, [](const WorkDay &day) { return day.key.date; });
        const auto deal = std::ranges::find(*deals, person.id, &Deal::person);
        const rules::PersonWeekPay pay =
            pricer.price(deal == deals->end() ? std::nullopt : std::optional(*deal), days, week,
                         m_directory.production.zone);
        const Shown shown{pay, person.name, m_options};
        if (what == u"compare" && !pay.noFigure)
            printComparison(shown, *other.pack);
        else
            printWeek(shown, what == u"explain");
        ++shownCount;
    }
    return shownCount > 0 ? ExitOk : ExitNothing;
}

} // namespace film::app
