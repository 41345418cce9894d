#include "shared/rules/person_week.h"

#include "shared/domain/deals.h"
#include "shared/domain/zone_time.h"
#include "shared/rules/day_work.h"
#include "shared/rules/week_deals.h"

#include <algorithm>

namespace film::rules {

namespace {

std::optional<Ratio> minorUnits(const std::optional<Money> &money)
{
    return money ? std::optional(Ratio(money->minorUnits())) : std::nullopt;
}

std::optional<Currency> currencyOf(const Deal &deal)
{
    for (const std::optional<Money> &rate : {deal.hourlyRate, deal.dayRate, deal.weekRate}) {
        if (rate)
            return rate->currency();
    }
    return std::nullopt;
}

std::optional<NoFigure> reasonOf(const PackChoice &choice)
{
    switch (choice.state) {
    case PackState::Usable:
    case PackState::Expired: return std::nullopt;
    case PackState::Unknown: return NoFigure::NoPack;
    case PackState::Disabled: return NoFigure::PackDisabled;
    case PackState::NotYetValid: return NoFigure::PackNotYet;
    }
    Q_UNREACHABLE();
}

PersonWeekPay without(NoFigure why, const RulePack *pack = nullptr, const Error &error = {})
{
    PersonWeekPay pay;
    pay.noFigure = why;
    pay.pack = pack;
    pay.error = error.message;
    return pay;
}

// What an hour is worth on the account of a record, or for its unit, where its deal says so.
std::optional<Ratio> rateUnder(const PersonWeekPay &priced, const WorkDay &day, const QString &unit)
{
    const DealPart &part = priced.partOf(day.key.date);
    if (day.key.date < part.from || day.key.date > part.to)
        return std::nullopt;
    for (const QString &of : {day.account, unit}) {
        const auto rate = std::ranges::find_if(part.rates, [&of](const AgreedRate &each) {
            return !of.isEmpty() && each.of.compare(of, Qt::CaseInsensitive) == 0;
        });
        if (rate != part.rates.end())
            return rate->hourly;
    }
    return std::nullopt;
}

} // namespace

const DayPay *PersonWeekPay::find(QDate date) const
{
    for (size_t i = 0; i < input.days.size() && i < pay.days.size(); ++i) {
        if (input.days[i].date == date)
            return &pay.days[i];
    }
    return nullptr;
}

const DealPart &PersonWeekPay::partOf(QDate date) const
{
    Q_ASSERT(!parts.empty());
    const auto found = std::ranges::find_if(
        parts, [&](const DealPart &part) { return date >= part.from && date <= part.to; });
    return found == parts.end() ? parts.back() : *found;
}

DealTerms termsOf(const Deal &deal)
{
    DealTerms terms;
    terms.hourly = minorUnits(deal.hourlyRate);
    terms.dayRate = minorUnits(deal.dayRate);
    terms.weekRate = minorUnits(deal.weekRate);
    terms.additionalHour = deal.additionalHour;
    terms.guarantee = deal.guarantee;
    return terms;
}

QTimeZone WeekPricer::zoneOf(const QByteArray &name)
{
    auto known = m_zones.find(name);
    if (known == m_zones.end())
        known = m_zones.insert(name, zoneFor(name));
    return *known;
}

const HolidayCalendar *WeekPricer::calendarOf(const RulePack &pack)
{
    QString key = pack.holidays.calendar;
    if (pack.holidays.saturday)
        key += u'/' + QString::number(int(*pack.holidays.saturday));
    auto known = m_calendars.find(key);
    if (known == m_calendars.end()) {
        std::optional<HolidayCalendar> calendar = holidayCalendar(pack.holidays.calendar);
        if (calendar && pack.holidays.saturday)
            calendar = calendar->withSaturday(*pack.holidays.saturday);
        known = m_calendars.insert(key, std::move(calendar));
    }
    return *known ? &**known : nullptr;
}

PackChoice WeekPricer::choiceOf(const Deal &deal, QDate date) const
{
    const PackChoice choice = m_shelf.choose(deal.rulePack, date);
    if (!m_instead.to
        || (!m_instead.from.isEmpty() && (!choice.pack || choice.pack->name() != m_instead.from)))
        return choice;
    return {m_instead.to, m_instead.to->isEnabled ? PackState::Usable : PackState::Disabled};
}

WeekPricer::Chosen WeekPricer::choose(const Deal &deal, QDate date, const QString &sideLetter)
{
    if (deal.rulePack.trimmed().isEmpty())
        return {nullptr, NoFigure::NoPack};
    const PackChoice choice = choiceOf(deal, date);
    if (const std::optional<NoFigure> why = reasonOf(choice))
        return {choice.pack, why};
    const Result<const RulePack *> common =
        withTerms(*choice.pack, readSideLetter(sideLetter, *choice.pack), Layer::SideLetter);
    if (!common)
        return {choice.pack, NoFigure::BadSideLetter, common.error()};
    // The deal has the last word.
    AgreedTermsReading terms = readAgreedTerms(deal.terms);
    terms.problems << ratesInVain(terms, **common);
    const Result<const RulePack *> own = withTerms(**common, terms, Layer::Deal);
    if (!own)
        return {choice.pack, NoFigure::BadTerms, own.error()};
    return {*own, std::nullopt, {}, std::move(terms.rates)};
}

const RulePack *WeekPricer::packOf(const Deal &deal, QDate date, const QString &sideLetter)
{
    const Chosen chosen = choose(deal, date, sideLetter);
    return chosen.why ? nullptr : chosen.pack;
}

PersonWeekPay WeekPricer::price(std::span<const Deal> deals, std::span<const WorkDay> days,
                                const PayWeek &week, const ProductionFacts &production,
                                Sheet::Keep keep)
{
    if (deals.empty())
        return without(NoFigure::NoDeal);
    PersonWeekPay priced;
    findParts(priced, deals, week, production.sideLetter);
    if (priced.parts.empty()) {
        priced.unpriced.clear();
        return priced;
    }
    // One part without a pack leaves the other its figure: its days are named.
    priced.noFigure.reset();
    priced.error.clear();
    priced.wantedPack.clear();
    priced.pay.sheet = Sheet(keep);
    priced.pay.currency = priced.parts.front().pack->currency;
    std::vector<Stretch> stretches = readStretches(priced, days, week, production);
    priced.pack = priced.parts.back().pack;
    priced.terms = priced.parts.back().terms;
    const bool hasDays = std::ranges::any_of(
        stretches, [](const Stretch &stretch) { return !stretch.input.days.empty(); });
    if (const Result<> pay = priceStretches(priced, std::move(stretches), keep); !pay) {
        priced.noFigure = !hasDays || pay.error().code == ErrorCode::LimitExceeded
            ? NoFigure::Impossible
            : NoFigure::NoRate;
        priced.error = pay.error().message;
    }
    return priced;
}

// A rate that the pack can start from; of several deals the others keep their figure without it.
void WeekPricer::findRate(Chosen &chosen, const Deal &deal)
{
    Sheet paper(Sheet::Keep::Nothing);
    if (const Result<Rates> rates = ratesOf(*chosen.pack, termsOf(deal), std::nullopt, paper);
        !rates) {
        chosen.why = NoFigure::NoRate;
        chosen.error = rates.error();
    }
}

// The deals in force in the week, each with its days and its pack. Without any: why.
void WeekPricer::findParts(PersonWeekPay &priced, std::span<const Deal> deals, const PayWeek &week,
                           const QString &sideLetter)
{
    priced.noFigure = NoFigure::NotInForce;
    const Deal *before = nullptr;
    bool isGoingOn = false;
    for (const QDate date : week.days()) {
        const Deal *deal = dealInForce(deals, date);
        if (deal && deal == before) {
            if (isGoingOn)
                priced.parts.back().to = date;
            else
                priced.unpriced.push_back({date, WhyUnpriced::NoPack});
            continue;
        }
        before = deal;
        isGoingOn = false;
        if (!deal) {
            priced.unpriced.push_back({date, WhyUnpriced::NoDeal});
            continue;
        }
        Chosen chosen = choose(*deal, date, sideLetter);
        if (!chosen.why && !currencyOf(*deal))
            chosen.why = NoFigure::NoRate;
        else if (!chosen.why && currencyOf(*deal) != chosen.pack->currency)
            chosen.why = NoFigure::OtherCurrency;
        // Amounts of one week add up.
        if (!chosen.why && !priced.parts.empty()
            && chosen.pack->currency != priced.parts.front().pack->currency)
            chosen.why = NoFigure::OtherCurrency;
        if (!chosen.why)
            findRate(chosen, *deal);
        if (chosen.why) {
            priced.noFigure = chosen.why;
            priced.pack = chosen.pack;
            priced.error = chosen.error.message;
            priced.wantedPack =
                *chosen.why == NoFigure::NoPack ? deal->rulePack.trimmed() : QString();
            priced.unpriced.push_back({date, WhyUnpriced::NoPack});
            continue;
        }
        priced.parts.push_back({date,
                                date,
                                deal->from,
                                deal->to,
                                chosen.pack,
                                termsOf(*deal),
                                {},
                                Layer::Agreement,
                                nullptr});
        priced.parts.back().rates = std::move(chosen.rates);
        isGoingOn = true;
    }
}

WeekFacts WeekPricer::factsFor(const RulePack &pack, const ProductionFacts &production,
                               const PersonWeekPay &priced)
{
    WeekFacts facts;
    facts.zoneOf = [this, &production](const QByteArray &zone) {
        return zoneOf(zone.isEmpty() ? production.zone : zone);
    };
    facts.unitCallOf = production.unitCallOf;
    facts.unitNameOf = production.unitNameOf;
    if (std::ranges::any_of(priced.parts, [](const DealPart &part) { return !part.rates.empty(); }))
        facts.rateOf = [&priced, &production](const WorkDay &day) {
            return rateUnder(priced, day,
                             production.unitNameOf ? production.unitNameOf(day.key.unit)
                                                   : QString());
        };
    if (const HolidayCalendar *calendar = calendarOf(pack)) {
        facts.isHoliday = [calendar](QDate date) { return calendar->isHoliday(date); };
        if (calendar->hasPartDays())
            facts.holidayFrom = [calendar](QDate date) -> std::optional<Minutes> {
                const std::optional<Holiday> holiday = calendar->holidayOn(date);
                if (!holiday || holiday->fromMinute == 0)
                    return std::nullopt;
                return Minutes(holiday->fromMinute);
            };
    }
    return facts;
}

// The days of each stretch of parts under one pack, as that pack sees them.
std::vector<WeekPricer::Stretch> WeekPricer::readStretches(PersonWeekPay &priced,
                                                           std::span<const WorkDay> days,
                                                           const PayWeek &week,
                                                           const ProductionFacts &production)
{
    std::vector<Stretch> stretches;
    for (size_t i = 0; i < priced.parts.size(); ++i) {
        if (!stretches.empty() && priced.parts[i].pack == priced.parts[i - 1].pack)
            stretches.back().last = i;
        else
            stretches.push_back({i, i, {}});
    }
    // Of the days that no deal prices only those with something on them are missed.
    std::erase_if(priced.unpriced, [&](const UnpricedDay &unpriced) {
        return std::ranges::none_of(days, [&](const WorkDay &day) {
            return day.key.date == unpriced.date && !day.isBlank();
        });
    });
    const auto dates = week.days();
    const auto withoutDeal = std::ranges::count_if(dates, [&priced](QDate date) {
        return date.dayOfWeek() <= Qt::Friday
            && std::ranges::none_of(priced.parts, [date](const DealPart &part) {
                   return date >= part.from && date <= part.to;
               });
    });
    const bool isWhole = priced.parts.size() == 1 && priced.parts.front().from == week.first
        && priced.parts.front().to == week.last();
    const auto isOf = [&priced](const Stretch &stretch, QDate date) {
        for (size_t i = stretch.first; i <= stretch.last; ++i) {
            if (date >= priced.parts[i].from && date <= priced.parts[i].to)
                return true;
        }
        return false;
    };
    const auto narrow = [&](const Stretch &stretch, WeekInput &input) {
        const bool isFromTheStart = !input.days.empty() && isOf(stretch, input.days.front().date);
        std::erase_if(input.days, [&](const PayDay &day) { return !isOf(stretch, day.date); });
        if (!isFromTheStart) // The shift before is not that of the week before.
            input.dayBefore.reset();
        if (stretch.first == stretch.last)
            return;
        for (PayDay &day : input.days) {
            const DealTerms &terms = priced.partOf(day.date).terms;
            if (!(terms == priced.parts[stretch.last].terms))
                day.deal = terms;
        }
    };
    for (Stretch &stretch : stretches) {
        const RulePack &pack = *priced.parts[stretch.first].pack;
        WeekFacts facts = factsFor(pack, production, priced);
        facts.packOn = [&priced](QDate date) -> const RulePack * {
            const DealPart &part = priced.partOf(date);
            return date >= part.from && date <= part.to ? part.pack : nullptr;
        };
        PayWeekReading reading = readPayWeek(pack, days, week, facts);
        stretch.input = std::move(reading.week);
        stretch.input.datesWithoutDeal = int(withoutDeal);
        for (const UnpricedDay &day : reading.unpriced) {
            const bool isJoined = day.why == WhyUnpriced::PartOfDayBefore;
            if (!isWhole && !isOf(stretch, isJoined ? day.date.addDays(-1) : day.date))
                continue;
            if (isJoined) // Whatever its own deal, it has its price.
                std::erase_if(priced.unpriced, [&day](const UnpricedDay &unpriced) {
                    return unpriced.date == day.date;
                });
            priced.unpriced.push_back(day);
        }
        for (const DatedAllowance &allowance : reading.allowances) {
            if (isWhole || isOf(stretch, allowance.date))
                stretch.input.allowances.push_back(allowance.amount);
        }
        if (isWhole)
            continue;
        narrow(stretch, stretch.input);
    }
    // Which days the law has is known now; what they are is the law's to say.
    for (Stretch &stretch : stretches) {
        if (stretch.input.days.empty())
            continue;
        stretch.statute =
            statuteOf(*priced.parts[stretch.last].pack, stretch.input.days.front().date);
        if (!stretch.statute)
            continue;
        stretch.statuteWeek = readPayWeek(*stretch.statute, days, week,
                                          factsFor(*stretch.statute, production, priced))
                                  .week;
        stretch.statuteWeek.datesWithoutDeal = int(withoutDeal);
        if (!isWhole)
            narrow(stretch, stretch.statuteWeek);
    }
    std::ranges::stable_sort(priced.unpriced, {}, &UnpricedDay::date);
    return stretches;
}

// One after the other: what a week asks for counts from its start, and a short rest carries on the
// rate of the shift before, whoever's pack that was.
Result<> WeekPricer::priceStretches(PersonWeekPay &priced, std::vector<Stretch> stretches,
                                    Sheet::Keep keep)
{
    EarlierInWeek earlier;
    bool isFirst = true;
    for (size_t i = 0; i < stretches.size(); ++i) {
        Stretch &stretch = stretches[i];
        if (stretches.size() > 1 && stretch.input.days.empty())
            continue; // Its deal has no part of the week.
        DealPart &part = priced.parts[stretch.last];
        stretch.input.earlier = earlier;
        for (size_t later = i + 1; later < stretches.size(); ++later)
            stretch.input.laterDays += stretches[later].input.datesWorked();
        if (!isFirst) {
            if (auto &previous = stretch.input.days.front().previous)
                previous->lastFactor = priced.pay.days.back().lastFactor;
        }
        Result<WeekPay> pay = priceWeek(*part.pack, part.terms, stretch.input, keep);
        if (!pay)
            return fail(pay.error());
        if (i + 1 < stretches.size())
            earlier = earlierWith(earlier, *part.pack, stretch.input, *pay);
        stretch.statuteWeek.earlier = stretch.input.earlier;
        stretch.statuteWeek.laterDays = stretch.input.laterDays;
        applyFloor(part, stretch, *pay, keep);
        if (part.floor)
            priced.floor = priced.floor ? *priced.floor + *part.floor : *part.floor;
        if (part.layer == Layer::Statute)
            priced.layer = Layer::Statute;
        if (isFirst) {
            isFirst = false;
            priced.pay = std::move(*pay);
            priced.input = std::move(stretch.input);
            for (PayLine &line : priced.pay.lines)
                line.part = quint32(stretch.last);
            if (priced.pay.openPenalties)
                priced.pay.openPenalties->part = quint32(stretch.last);
            if (priced.pay.accrued)
                priced.pay.accrued->part = quint32(stretch.last);
            continue;
        }
        priced.pay.append(std::move(*pay), quint32(stretch.last));
        priced.input.days.insert(priced.input.days.end(), stretch.input.days.begin(),
                                 stretch.input.days.end());
    }
    return {};
}

// A pack with other terms is another pack; made once for each list of terms.
Result<const RulePack *> WeekPricer::withTerms(const RulePack &pack,
                                               const AgreedTermsReading &terms, Layer layer)
{
    if (!terms.problems.isEmpty())
        return fail(ErrorCode::InvalidInput, terms.problems.join(u"; "));
    if (terms.terms.empty())
        return &pack;
    for (const Agreed &known : m_agreed) {
        if (known.pack == &pack && known.layer == layer && known.terms == terms.terms)
            return known.changed.get();
    }
    PackReading changed = withAgreedTerms(pack, terms.terms, layer);
    if (!changed.pack)
        return fail(ErrorCode::InvalidInput,
                    changed.problems.front().path + u": " + changed.problems.front().reason);
    m_agreed.push_back(
        {&pack, layer, terms.terms, std::make_unique<const RulePack>(std::move(*changed.pack))});
    return m_agreed.back().changed.get();
}

// The pack below it that prices; null where there is none, or of other money.
const RulePack *WeekPricer::statuteOf(const RulePack &pack, QDate date) const
{
    if (pack.floor.isEmpty())
        return nullptr;
    const PackChoice statute = m_shelf.choose(pack.floor, date);
    return statute.canPrice() && statute.pack->currency == pack.currency ? statute.pack : nullptr;
}

// The law asks for at least what the statute would pay: the better of the two counts.
void WeekPricer::applyFloor(DealPart &part, Stretch &stretch, WeekPay &pay, Sheet::Keep keep)
{
    if (!stretch.statute || stretch.statuteWeek.days.empty())
        return;
    const Result<WeekPay> least =
        priceWeek(*stretch.statute, part.terms, stretch.statuteWeek, keep);
    if (!least)
        return;
    part.floor = least->gross();
    part.statute = stretch.statute;
    part.statuteWeek = std::move(stretch.statuteWeek);
    if (least->gross().minorUnits() <= pay.gross().minorUnits())
        return;
    part.layer = Layer::Statute;
    pay.addStatuteDifference(least->gross());
}

} // namespace film::rules
