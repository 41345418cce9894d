#include "shared/rules/person_week.h"

#include "shared/domain/zone_time.h"

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

} // namespace

const DayPay *PersonWeekPay::find(QDate date) const
{
    for (size_t i = 0; i < input.days.size() && i < pay.days.size(); ++i) {
        if (input.days[i].date == date)
            return &pay.days[i];
    }
    return nullptr;
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

WeekPricer::Chosen WeekPricer::choose(const Deal &deal, QDate date, const QString &sideLetter)
{
    if (deal.rulePack.trimmed().isEmpty())
        return {nullptr, NoFigure::NoPack};
    const PackChoice choice = m_shelf.choose(deal.rulePack, date);
    if (const std::optional<NoFigure> why = reasonOf(choice))
        return {choice.pack, why};
    const Result<const RulePack *> common =
        withTerms(*choice.pack, readSideLetter(sideLetter, *choice.pack), Layer::SideLetter);
    if (!common)
        return {choice.pack, NoFigure::BadSideLetter, common.error()};
    // The deal has the last word.
    const Result<const RulePack *> own =
        withTerms(**common, readAgreedTerms(deal.terms), Layer::Deal);
    if (!own)
        return {choice.pack, NoFigure::BadTerms, own.error()};
    return {*own, std::nullopt};
}

const RulePack *WeekPricer::packOf(const Deal &deal, QDate date, const QString &sideLetter)
{
    const Chosen chosen = choose(deal, date, sideLetter);
    return chosen.why ? nullptr : chosen.pack;
}

PersonWeekPay WeekPricer::price(const std::optional<Deal> &deal, std::span<const WorkDay> days,
                                const PayWeek &week, const ProductionFacts &production,
                                Sheet::Keep keep)
{
    if (!deal)
        return without(NoFigure::NoDeal);
    const Chosen chosen = choose(*deal, week.first, production.sideLetter);
    if (chosen.why) {
        PersonWeekPay pay = without(*chosen.why, chosen.pack, chosen.error);
        if (*chosen.why == NoFigure::NoPack)
            pay.wantedPack = deal->rulePack.trimmed();
        return pay;
    }
    return priceWith(*chosen.pack, *deal, days, week, production, keep);
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

// The law asks for at least what the statute would pay: the better of the two counts.
void WeekPricer::applyFloor(PersonWeekPay &priced, Sheet::Keep keep)
{
    if (priced.pack->floor.isEmpty() || priced.input.days.empty())
        return;
    const PackChoice statute = m_shelf.choose(priced.pack->floor, priced.input.days.front().date);
    if (!statute.canPrice() || statute.pack->currency != priced.pack->currency)
        return;
    const Result<WeekPay> least = priceWeek(*statute.pack, priced.terms, priced.input, keep);
    if (!least)
        return;
    priced.floor = least->gross();
    if (least->gross().minorUnits() <= priced.pay.gross().minorUnits())
        return;
    priced.layer = Layer::Statute;
    priced.pay.addStatuteDifference(least->gross());
}

PersonWeekPay WeekPricer::priceWith(const RulePack &pack, const Deal &deal,
                                    std::span<const WorkDay> days, const PayWeek &week,
                                    const ProductionFacts &production, Sheet::Keep keep)
{
    if (!currencyOf(deal))
        return without(NoFigure::NoRate, &pack);
    if (currencyOf(deal) != pack.currency)
        return without(NoFigure::OtherCurrency, &pack);
    WeekFacts facts;
    facts.zoneOf = [this, &production](const QByteArray &zone) {
        return zoneOf(zone.isEmpty() ? production.zone : zone);
    };
    facts.unitCallOf = production.unitCallOf;
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

    PersonWeekPay priced;
    priced.pack = &pack;
    priced.terms = termsOf(deal);
    PayWeekReading reading = readPayWeek(pack, days, week, facts);
    priced.input = std::move(reading.week);
    priced.unpriced = std::move(reading.unpriced);
    Result<WeekPay> pay = priceWeek(pack, priced.terms, priced.input, keep);
    if (!pay) {
        priced.noFigure = priced.input.days.empty() || pay.error().code == ErrorCode::LimitExceeded
            ? NoFigure::Impossible
            : NoFigure::NoRate;
        priced.error = pay.error().message;
        return priced;
    }
    priced.pay = std::move(*pay);
    applyFloor(priced, keep);
    return priced;
}

} // namespace film::rules
