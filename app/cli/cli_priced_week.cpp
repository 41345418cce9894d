#include "app/cli/cli_priced_week.h"

#include "app/cli/cli_pay_text.h"
#include "app/cli/output.h"
#include "shared/domain/time_format.h"
#include "shared/rules/derivation_text.h"
#include "shared/rules/pay_reasons.h"

#include <QJsonArray>

namespace film::app {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineTitleWidth = 30;

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

void printPayLine(const PricedShown &shown, const QString &date, const rules::PayLine &line,
                  const rules::RulePack &pack, const rules::Sheet &sheet,
                  const rules::DayClock &clock, bool explains)
{
    if (shown.options.json) {
        QJsonObject json{{u"person"_s, shown.person}, {u"date"_s, date},
                         {u"code"_s, codeText(line)}, {u"minutes"_s, line.minutes.count()},
                         {u"count"_s, line.count},    {u"amount"_s, moneyText(line.amount)},
                         {u"pack"_s, pack.name()},    {u"rule"_s, ruleOf(pack, line)},
                         {u"estimate"_s, true}};
        if (explains)
            json[u"derivation"_s] =
                rules::derivationJson(sheet, line.node, pack, clock, shown.language());
        printJson(json);
        return;
    }
    const QString quantity = line.minutes > Minutes(0) ? formatHours(line.minutes, Notation::Tenths)
        : line.count > 0                               ? QString::number(line.count)
                                                       : QString();
    printLine(u"%1  %2  %3  %4  %5"_s.arg(
        date.leftJustified(10), lineText(line, shown.language()).leftJustified(lineTitleWidth),
        quantity.rightJustified(6), moneyText(line.amount).rightJustified(14), ruleOf(pack, line)));
    if (explains)
        printLine(rules::derivationText(sheet, line.node, pack, clock, shown.language()));
}

// Nothing for what has no derivation.
QString textOf(const PricedShown &shown, qint32 node, quint32 part)
{
    if (node < 0)
        return {};
    return rules::derivationText(shown.week.pay.sheet, node, *shown.week.parts.at(part).pack, {},
                                 shown.language());
}

QJsonValue derivationOf(const PricedShown &shown, qint32 node, quint32 part)
{
    if (node < 0)
        return {};
    return rules::derivationJson(shown.week.pay.sheet, node, *shown.week.parts.at(part).pack, {},
                                 shown.language());
}

// They are in the estimate by the schedule; what else they may come to stands beside it.
void printOpenPenalties(const PricedShown &shown, const rules::OpenPenalties &open, bool explains)
{
    if (shown.options.json) {
        QJsonObject json{{u"person"_s, shown.person},
                         {u"openPenalties"_s, open.count},
                         {u"least"_s, moneyText(open.least)},
                         {u"most"_s, moneyText(open.most)}};
        if (explains) {
            json[u"leastDerivation"_s] = derivationOf(shown, open.leastNode, open.part);
            json[u"mostDerivation"_s] = derivationOf(shown, open.mostNode, open.part);
        }
        printJson(json);
        return;
    }
    printLine(cliText(CliText::OpenPenalties, shown.language())
                  .arg(QString::number(open.count), moneyText(open.least), moneyText(open.most)));
    if (explains) {
        printLine(textOf(shown, open.leastNode, open.part));
        printLine(textOf(shown, open.mostNode, open.part));
    }
}

// Put by for holidays that are not worked: in no sum of the week.
void printAccrued(const PricedShown &shown, const rules::PayLine &accrued, bool explains)
{
    if (shown.options.json) {
        QJsonObject json{{u"person"_s, shown.person},
                         {u"accrued"_s, rules::lineCodeName(accrued.code).toString()},
                         {u"amount"_s, moneyText(accrued.amount)},
                         {u"rule"_s, ruleOf(shown.week.packOf(accrued), accrued)},
                         {u"estimate"_s, true}};
        if (explains)
            json[u"derivation"_s] = derivationOf(shown, accrued.node, accrued.part);
        printJson(json);
        return;
    }
    printLine(
        u"%1  %2"_s.arg(cliText(CliText::PutBy, shown.language()).arg(moneyText(accrued.amount)),
                        ruleOf(shown.week.packOf(accrued), accrued)));
    if (explains)
        printLine(textOf(shown, accrued.node, accrued.part));
}

// By which deals and packs, where another came into force in the week.
void printParts(const PricedShown &shown)
{
    const rules::PersonWeekPay &week = shown.week;
    const auto open = [&shown](QDate date) {
        return date.isValid() ? date.toString(Qt::ISODate)
                              : cliText(CliText::Open, shown.language());
    };
    for (const rules::DealPart &part : week.parts) {
        const QString from = part.from.toString(Qt::ISODate);
        const QString to = part.to.toString(Qt::ISODate);
        const bool isStatute = part.layer == rules::Layer::Statute;
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"from"_s, from},
                       {u"to"_s, to},
                       {u"dealFrom"_s, part.dealFrom.toString(Qt::ISODate)},
                       {u"dealTo"_s, part.dealTo.toString(Qt::ISODate)},
                       {u"pack"_s, part.pack->name()},
                       {u"layer"_s, isStatute ? u"statute"_s : u"agreement"_s}});
        else
            printLine(cliText(CliText::PartOfWeek, shown.language())
                          .arg(from, to, open(part.dealFrom), open(part.dealTo), part.pack->name())
                      + (isStatute ? cliText(CliText::MadeUp, shown.language()) : QString()));
    }
}

void printNotices(const PricedShown &shown)
{
    QStringList names;
    QStringList texts;
    for (const rules::Notice notice : shown.week.pay.notices) {
        names << rules::noticeName(notice).toString();
        texts << noticeText(notice, shown.language());
    }
    if (names.isEmpty())
        return;
    if (shown.options.json)
        printJson({{u"person"_s, shown.person}, {u"notices"_s, QJsonArray::fromStringList(names)}});
    else
        printLine(cliText(CliText::Notes, shown.language()).arg(texts.join(u"; "_s)));
}

// Who bears the day, to the cent what it comes to; nothing where no record names anybody.
void printSplit(const PricedShown &shown, const QString &date, const rules::DayPay &pay)
{
    if (pay.split.empty())
        return;
    QJsonArray shares;
    for (const rules::CostShare &share : pay.split) {
        shares.append(QJsonObject{{u"code"_s, share.code}, {u"amount"_s, moneyText(share.amount)}});
        if (shown.options.json)
            continue;
        const QString who =
            share.code.isEmpty() ? cliText(CliText::NobodyNamed, shown.language()) : share.code;
        const QString title = cliText(CliText::PaidBy, shown.language()) + u' ' + who;
        printLine(u"%1  %2  %3  %4"_s.arg(date.leftJustified(10),
                                          title.leftJustified(lineTitleWidth), QString(6, u' '),
                                          moneyText(share.amount).rightJustified(14)));
    }
    if (shown.options.json)
        printJson({{u"person"_s, shown.person},
                   {u"date"_s, date},
                   {u"split"_s, shares},
                   {u"estimate"_s, true}});
}

// What the packs leave to people, in the language that was asked for.
void printLeftOut(const PricedShown &shown)
{
    const rules::Language language = shown.language();
    QStringList texts;
    for (const rules::DealPart &part : shown.week.parts) {
        for (const rules::LocalText &advisory : part.pack->advisories) {
            if (!texts.contains(advisory.in(language)))
                texts << advisory.in(language);
        }
    }
    if (shown.options.json) {
        printJson(
            {{u"person"_s, shown.person}, {u"leftToPeople"_s, QJsonArray::fromStringList(texts)}});
        return;
    }
    for (const QString &text : texts)
        printLine(u"  • "_s + text);
}

} // namespace

rules::Language PricedShown::language() const
{
    return rules::languageFromCode(options.language);
}

void printWeek(const PricedShown &shown, bool explains)
{
    const rules::PersonWeekPay &week = shown.week;
    if (week.noFigure) {
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"noFigure"_s, reasonText(week, rules::Language::English)},
                       {u"why"_s, rules::noFigureName(*week.noFigure).toString()}});
        else
            printLine(u"%1: %2"_s.arg(shown.person, reasonText(week, shown.language())));
        return;
    }
    if (!shown.options.json)
        printLine(u"%1, %2 (%3)"_s.arg(shown.person, week.pack->name(), week.pack->title));
    if (week.parts.size() > 1)
        printParts(shown);
    for (size_t i = 0; i < week.pay.days.size(); ++i) {
        const rules::PayDay &day = week.input.days[i];
        for (const rules::PayLine &line : week.pay.days[i].lines)
            printPayLine(shown, day.date.toString(Qt::ISODate), line, *week.partOf(day.date).pack,
                         week.pay.days[i].sheet, day.clock, explains);
        printSplit(shown, day.date.toString(Qt::ISODate), week.pay.days[i]);
    }
    for (const rules::PayLine &line : week.pay.lines)
        printPayLine(shown, u"week"_s, line, week.packOf(line), week.pay.sheet, {}, explains);
    for (const rules::UnpricedDay &day : week.unpriced) {
        const QString date = day.date.toString(Qt::ISODate);
        if (shown.options.json)
            printJson({{u"person"_s, shown.person},
                       {u"date"_s, date},
                       {u"noFigure"_s, whyText(day.why, rules::Language::English)},
                       {u"why"_s, rules::whyUnpricedName(day.why).toString()}});
        else
            printLine(u"%1  %2"_s.arg(date,
                                      cliText(CliText::NoFigure, shown.language())
                                          .arg(whyText(day.why, shown.language()))));
    }
    if (week.pay.openPenalties)
        printOpenPenalties(shown, *week.pay.openPenalties, explains);
    if (week.pay.accrued)
        printAccrued(shown, *week.pay.accrued, explains);
    printNotices(shown);
    if (explains)
        printLeftOut(shown);
    if (shown.options.json)
        return;
    const QString title = cliText(CliText::Estimate, shown.language());
    printLine(
        u"%1  %2  %3  %4"_s.arg(QString(10, u' '), title.leftJustified(lineTitleWidth),
                                formatHours(week.pay.worked, Notation::Tenths).rightJustified(6),
                                moneyText(week.pay.gross()).rightJustified(14)));
    printLine(cliText(CliText::Disclaimer, shown.language()));
}

} // namespace film::app
