#include "app/ui/pay_words.h"

#include "app/ui/rules_words_text.h"

#include "app/ui/week_words.h"
#include "shared/rules/derivation_text.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace film::app {

namespace {

QString currencySign(Currency currency)
{
    switch (currency) {
    case Currency::Usd: return u"$"_s;
    case Currency::Gbp: return u"£"_s;
    case Currency::Eur: return u"€"_s;
    case Currency::Cad: return u"CA$"_s;
    case Currency::Aud: return u"A$"_s;
    case Currency::Nzd: return u"NZ$"_s;
    }
    Q_UNREACHABLE();
}

QString factorText(const rules::Ratio &factor)
{
    QString text = factor.toDecimal(1, 3);
    text.replace(u'.', QLocale().decimalPoint());
    return text + u'×';
}

} // namespace

// No floating point on the way: 64 bits of cents go through whole.
QString PayWords::moneyText(const Money &money)
{
    const QLocale locale;
    const qint64 minor = money.minorUnits();
    const qint64 size = minor < 0 ? -minor : minor;
    const QString amount = locale.toString(size / 100) + locale.decimalPoint()
        + QString::number(size % 100).rightJustified(2, u'0');
    const QString sign = currencySign(money.currency());
    const bool isSignFirst =
        locale.language() == QLocale::English || locale.language() == QLocale::C;
    const QString text = isSignFirst ? QString(sign + amount) : QString(amount + u' ' + sign);
    return minor < 0 ? QString(u'−' + text) : text;
}

QString PayWords::allowanceText(const Allowance &allowance)
{
    const QString amount = moneyText(allowance.amount);
    return allowance.code.isEmpty() ? amount : QString(allowance.code + u' ' + amount);
}

QString PayWords::allowancesText(std::span<const Allowance> allowances)
{
    QStringList texts;
    for (const Allowance &allowance : allowances)
        texts << allowanceText(allowance);
    return QLocale().createSeparatedList(texts);
}

QString PayWords::splitText(const rules::DayPay &day)
{
    QStringList texts;
    for (const rules::CostShare &share : day.split) {
        const QString who = share.code.isEmpty() ? tr("Without an account") : share.code;
        texts << u"%1 %2"_s.arg(who, moneyText(share.amount));
    }
    return texts.join(u'\n');
}

QString PayWords::estimateText(const rules::PersonWeekPay &pay)
{
    if (!pay.noFigure)
        return tr("Est. %1", "an estimated amount").arg(moneyText(pay.pay.gross()));
    return *pay.noFigure == rules::NoFigure::NoDeal ? QString() : noFigureText(pay);
}

QString PayWords::noFigureText(const rules::PersonWeekPay &pay)
{
    Q_ASSERT(pay.noFigure);
    switch (*pay.noFigure) {
    case rules::NoFigure::NoDeal: return tr("No rule: no deal is known here");
    case rules::NoFigure::NotInForce: return tr("No rule: no deal is in force in this week");
    case rules::NoFigure::NoRate: return tr("No rule: the deal has no rate");
    case rules::NoFigure::NoPack: {
        if (pay.wantedPack.isEmpty())
            return tr("No rule: no rule pack is chosen");
        const QString version = pay.wantedPack.section(u'@', 1);
        if (version.isEmpty())
            return tr("No rule: pack %1 is not on this computer").arg(pay.wantedPack);
        return tr("No rule: pack %1 version %2 is not on this computer")
            .arg(pay.wantedPack.section(u'@', 0, 0), version);
    }
    case rules::NoFigure::PackDisabled: return tr("No rule: the pack’s figures are doubtful");
    case rules::NoFigure::PackNotYet: return tr("No rule: the pack begins later");
    case rules::NoFigure::OtherCurrency: return tr("No rule: the deal is in another currency");
    case rules::NoFigure::BadSideLetter:
        return tr("No rule: the production’s side letter does not fit");
    case rules::NoFigure::BadTerms: return tr("No rule: the deal’s own terms do not fit");
    case rules::NoFigure::Impossible: return tr("No figure: times contradict each other");
    }
    Q_UNREACHABLE();
}

bool PayWords::isWorthSaying(rules::WhyUnpriced why)
{
    // What is only not entered yet can be seen in its row.
    return why != rules::WhyUnpriced::NotEntered && why != rules::WhyUnpriced::NoWrap;
}

QString PayWords::unpricedText(rules::WhyUnpriced why, DayType type)
{
    switch (why) {
    case rules::WhyUnpriced::NotEntered: return tr("No times yet");
    case rules::WhyUnpriced::NoWrap: return tr("No wrap yet");
    case rules::WhyUnpriced::UnknownZone: return tr("No figure: the time zone is not known here");
    case rules::WhyUnpriced::Impossible: return tr("No figure: times contradict each other");
    case rules::WhyUnpriced::NoDeal: return tr("No rule: no deal is in force on this day");
    case rules::WhyUnpriced::NoPack:
        return tr("No rule: the deal of this day has no pack that "
                  "prices it");
    case rules::WhyUnpriced::AllowanceInOtherMoney:
        return tr("An allowance in other money than the rule pack’s is in no sum.");
    case rules::WhyUnpriced::PartOfDayBefore:
        return tr("Priced with the day before: less than the rest that makes a new day lies "
                  "between.");
    case rules::WhyUnpriced::NoRule: break;
    }
    switch (type) {
    case DayType::Hold: return tr("No rule: the pack does not say what a day on hold pays");
    case DayType::Idle: return tr("No rule: the pack does not say what an idle day pays");
    case DayType::Sick: return tr("No rule: the pack does not say what a sick day pays");
    case DayType::Holiday:
        return tr("No rule: the pack does not say what a holiday pays that is not worked");
    default: return tr("No rule: the pack does not say what such a day pays");
    }
}

QString PayWords::disclaimer()
{
    return tr("Estimated from the times and terms entered. Payroll, the agreement and the law "
              "decide.");
}

QString PayWords::lineTitle(const rules::PayLine &line)
{
    using rules::LineCode;
    switch (line.code) {
    case LineCode::WeekFee: return tr("Weekly rate");
    case LineCode::DayFee: return tr("Day rate");
    case LineCode::BasicPay: return tr("Basic pay");
    case LineCode::Hours:
        return line.factor == rules::Ratio(1) && line.nightFactor == rules::Ratio(1)
            ? tr("Straight time")
            : tr("Time at %1").arg(factorText(line.factor * line.nightFactor));
    case LineCode::SixthDay: return tr("Sixth or seventh day");
    case LineCode::Overtime: return tr("Overtime at %1").arg(factorText(line.factor));
    case LineCode::PreCall: return tr("Before the unit’s call");
    case LineCode::Travel: return tr("Travel");
    case LineCode::HolidayNotWorked: return tr("Holiday");
    case LineCode::NotWorked: return tr("Day without work");
    case LineCode::Guarantee: return tr("Made up to the minimum call");
    case LineCode::ReportingTime: return tr("Reporting time");
    case LineCode::DayRateHours: return tr("Hours past a very long day");
    case LineCode::Early: return tr("Early start");
    case LineCode::Night: return tr("Night work");
    case LineCode::Surcharge: return tr("Surcharge of the day");
    case LineCode::MealPenalty: return tr("%n meal penalty(s)", nullptr, line.count);
    case LineCode::MealDelay: return tr("Meal late or cut short");
    case LineCode::Turnaround: return tr("Short rest before");
    case LineCode::MissedBreak: return tr("Rest break missed");
    case LineCode::SpreadOfHours: return tr("Spread of hours");
    case LineCode::WeeklyOvertime: return tr("Weekly overtime");
    case LineCode::Overage: return tr("Over the included hours");
    case LineCode::WeekGuarantee: return tr("Made up to the weekly guarantee");
    case LineCode::StatuteFloor: return tr("Made up to what the law asks for");
    case LineCode::NightBank: return tr("Night work of the week");
    case LineCode::Allowance: return tr("Allowance");
    case LineCode::HolidayPay: return tr("Holiday pay");
    case LineCode::HolidayAccrual: return tr("Put by for holidays not worked");
    }
    Q_UNREACHABLE();
}

QString PayWords::lineQuantity(const rules::PayLine &line, const rules::DayPay &pay,
                               Currency currency, Notation notation)
{
    // Of a day with several rates the line does not say which of them it is.
    if (line.code != rules::LineCode::Hours || !pay.hourly.isNumber() || !pay.rated.empty())
        return line.minutes > Minutes(0) ? lengthText(line.minutes, notation) : QString();
    const rules::Ratio rate = pay.hourly * line.factor * line.nightFactor;
    return u"%1 × %2"_s.arg(lengthText(line.minutes, notation),
                            moneyText(Money(rate.roundedHalfUp(), currency)));
}

QString PayWords::noticeText(rules::Notice notice)
{
    switch (notice) {
    case rules::Notice::NoPreviousWrap:
        return tr("The wrap before this day is not known, so the rest was not judged.");
    case rules::Notice::PenaltiesUnresolved:
        return tr("More meal penalties in the week than the agreement prices clearly.");
    case rules::Notice::LowConfidence: return tr("A figure of the rule pack is doubtful.");
    case rules::Notice::PackExpired: return tr("The rule pack’s terms have expired.");
    case rules::Notice::NotApproved: return tr("Pays nothing until it is approved.");
    case rules::Notice::CompRest: return tr("Settled by time off.");
    case rules::Notice::EighthDay:
        return tr("The eighth day in a row or later: the agreement does not allow it.");
    case rules::Notice::EighthNext:
        return tr("The seventh day in a row: the agreement does not allow an eighth.");
    case rules::Notice::NightBanked: return tr("Night work is settled at the end of the week.");
    case rules::Notice::WeekGuaranteeOpen:
        return tr("The deal’s weekly guarantee is not counted: the pack does not say how many "
                  "days it is for.");
    case rules::Notice::JoinedNextDate:
        return tr("Goes on into the next date: too little lay between to end the shift.");
    }
    Q_UNREACHABLE();
}

QString PayWords::openPenaltiesText(const rules::OpenPenalties &open)
{
    return tr("%n meal penalty(s) of the week are past the agreed number: %1 to %2, which is "
              "contested. The estimate counts them by the schedule.",
              nullptr, open.count)
        .arg(moneyText(open.least), moneyText(open.most));
}

QString PayWords::accruedText(const Money &amount)
{
    return tr("Put by this week for holidays not worked, est. %1: not paid now.")
        .arg(moneyText(amount));
}

QStringList PayWords::advisories(const rules::RulePack &pack)
{
    const rules::Language language = rules::languageFromCode(QLocale().name());
    QStringList texts;
    for (const rules::LocalText &advisory : pack.advisories)
        texts.append(advisory.in(language));
    return texts;
}

QString PayWords::leftOutText(const rules::RulePack &pack)
{
    if (pack.advisories.empty())
        return {};
    QString text = tr("Pack %1 leaves to people:").arg(pack.name());
    for (const QString &advisory : advisories(pack))
        text += u"\n• "_s + advisory;
    return text;
}

QString PayWords::aheadTitle(const rules::AheadEvent &event)
{
    switch (event.kind) {
    case rules::AheadKind::MealDue: return tr("Meal %1 is due").arg(event.meal + 1);
    case rules::AheadKind::NextTier: return tr("%1 starts").arg(factorText(event.factor));
    case rules::AheadKind::WrapForRest: return tr("Last wrap for a full rest");
    case rules::AheadKind::GuaranteeEnds: return tr("Minimum call reached");
    }
    Q_UNREACHABLE();
}

QString PayWords::aheadReason(const rules::AheadEvent &event, QDate date,
                              std::optional<Minutes> nextCall, Notation notation)
{
    const QString after = lengthText(event.after, notation);
    switch (event.kind) {
    case rules::AheadKind::MealDue:
        return event.meal == 0 ? tr("%1 after call. Later than this is a meal penalty.").arg(after)
                               : tr("%1 after meal %2.").arg(after).arg(event.meal);
    case rules::AheadKind::NextTier:
        if (event.isElapsed)
            return tr("%1 after call.").arg(after);
        return event.planned > Minutes(0) ? tr("After %1 worked, if you take a %2 meal.")
                                                .arg(after, lengthText(event.planned, notation))
                                          : tr("After %1 worked.").arg(after);
    case rules::AheadKind::WrapForRest: {
        if (!nextCall)
            return {};
        // Tomorrow's, or that after a weekend.
        const QString call = timeText(*nextCall % wholeDay, notation);
        return tr("%1’s call is %2. Your agreement asks for %3 between.")
            .arg(WeekWords::weekday(date.addDays(*nextCall / wholeDay)), call, after);
    }
    case rules::AheadKind::GuaranteeEnds:
        return tr("Until then you are paid %1 anyway.").arg(after);
    }
    Q_UNREACHABLE();
}

QString PayWords::costText(const std::vector<rules::AheadCost> &costs)
{
    if (costs.size() < 3)
        return {};
    return tr("Est. %1 if you wrap now, %2 in 15 min, %3 in 30 min")
        .arg(moneyText(costs[0].gross), moneyText(costs[1].gross), moneyText(costs[2].gross));
}

QString PayWords::crewAheadText(const CrewAhead &ahead, Notation notation)
{
    if (ahead.isEmpty())
        return {};
    QStringList limits;
    for (const rules::CohortForecast::Next &next : ahead.forecast.next)
        limits << tr("%1 %2 (%n people)", "what comes, when, for how many", next.people)
                      .arg(aheadTitle(next.event),
                           timeText(ahead.clock.wallTime(next.event.at), notation));
    QString text = limits.isEmpty()
        ? tr("Ahead today, %n at work: no more limits.", nullptr, ahead.underWay)
        : tr("Ahead today, %n at work: %1.", nullptr, ahead.underWay).arg(limits.join(u", "_s));
    if (ahead.forecast.costs.size() < 3)
        return text;
    const auto cost = [&ahead](size_t i) { return moneyText(ahead.forecast.costs[i].gross); };
    text += u' '
        + tr("Est. %1 if they wrap now, %2 in 15 min, %3 in 30 min.")
              .arg(cost(0), cost(1), cost(2));
    const Money more(ahead.forecast.costs[2].penalties.minorUnits()
                         - ahead.forecast.costs[0].penalties.minorUnits(),
                     ahead.forecast.costs[0].penalties.currency());
    if (more.minorUnits() > 0)
        text += u' ' + tr("%1 of it are penalties that are not due yet.").arg(moneyText(more));
    return text;
}

QString PayWords::restCostText(const rules::NextRest &rest, const QString &clause,
                               Notation notation)
{
    const QString missing = lengthText(rest.required - rest.rest, notation);
    if (rest.carriesOn)
        return tr("If the call stays, %1 of rest is missing and today’s rate carries on. %2")
            .arg(missing, clause);
    if (rest.amount.minorUnits() == 0)
        return {};
    return tr("If the call stays, %1 is paid extra: %2. %3")
        .arg(missing, moneyText(rest.amount), clause)
        .trimmed();
}

namespace {

QString packsText(const std::vector<ApprovedWeek::Pack> &packs)
{
    QStringList names;
    for (const ApprovedWeek::Pack &pack : packs) {
        const QString name =
            PayWords::tr("%1 version %2", "a rule pack").arg(pack.id.toUpper(), pack.version);
        if (!names.contains(name))
            names << name;
    }
    return names.join(u", "_s);
}

} // namespace

QString PayWords::approvedText(const ApprovedPay &pay)
{
    const QString approved = tr("Approved under %1: %2.", "rule packs, money")
                                 .arg(packsText(pay.packsThen), moneyText(pay.then));
    if (pay.isSame())
        return approved;
    if (!pay.now)
        return tr("%1 Today no rule gives a figure to hold against it.").arg(approved);
    if (pay.packsNow == pay.packsThen)
        return tr("%1 Under today’s terms: %2.").arg(approved, moneyText(*pay.now));
    const QString now = tr("Today’s version, %1: %2.", "rule packs, money")
                            .arg(packsText(pay.packsNow), moneyText(*pay.now));
    return QString(approved + u' ' + now);
}

QString PayWords::approvedLinesText(const ApprovedPay &pay)
{
    QStringList lines;
    for (const ApprovedPay::Line &line : pay.lines)
        lines << tr("%1: %2 when approved, %3 today", "a pay line, money, money")
                     .arg(RulesWordsText::lineName(line.code), moneyText(line.then),
                          moneyText(line.now));
    return lines.join(u'\n');
}

} // namespace film::app
