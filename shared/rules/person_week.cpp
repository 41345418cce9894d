#include "shared/rules/person_week.h"

#include "shared/domain/zone_time.h"
#include "shared/rules/personal_terms.h"

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

PersonWeekPay without(NoFigure why, const RulePack *pack = nullptr)
{
    PersonWeekPay pay;
    pay.noFigure = why;
    pay.pack = pack;
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
    const QString &name = pack.holidays.calendar;
    auto known = m_calendars.find(name);
    if (known == m_calendars.end())
        known = m_calendars.insert(name, holidayCalendar(name));
    return *known ? &**known : nullptr;
}

PersonWeekPay WeekPricer::price(const std::optional<Deal> &deal, std::span<const WorkDay> days,
                                const PayWeek &week, const QByteArray &productionZone,
                                Sheet::Keep keep)
{
    if (!deal)
        return without(NoFigure::NoDeal);
    if (deal->rulePack.trimmed().isEmpty())
        return without(NoFigure::NoPack);
    const PackChoice choice = m_shelf.choose(deal->rulePack, week.first);
    if (const std::optional<NoFigure> why = reasonOf(choice))
        return without(*why, choice.pack);
    const Result<const RulePack *> pack = withTerms(*choice.pack, deal->terms);
    if (!pack) {
        PersonWeekPay refused = without(NoFigure::BadTerms, choice.pack);
        refused.error = pack.error().message;
        return refused;
    }
    return priceWith(**pack, *deal, days, week, productionZone, keep);
}

// A pack with personal terms is another pack; made once for each text of terms.
Result<const RulePack *> WeekPricer::withTerms(const RulePack &pack, const QString &terms)
{
    if (terms.trimmed().isEmpty())
        return &pack;
    const QString key = pack.name() + u'\n' + terms;
    if (const auto known = m_personal.find(key); known != m_personal.end())
        return known->second.get();
    const PersonalTermsReading read = readPersonalTerms(terms);
    if (!read.problems.isEmpty())
        return fail(ErrorCode::InvalidInput, read.problems.join(u"; "));
    PackReading personal = withPersonalTerms(pack, read.terms);
    if (!personal.pack)
        return fail(ErrorCode::InvalidInput,
                    personal.problems.front().path + u": " + personal.problems.front().reason);
    const auto kept =
        m_personal.emplace(key, std::make_unique<const RulePack>(std::move(*personal.pack)));
    return kept.first->second.get();
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
                                    const QByteArray &productionZone, Sheet::Keep keep)
{
    if (!currencyOf(deal))
        return without(NoFigure::NoRate, &pack);
    if (currencyOf(deal) != pack.currency)
        return without(NoFigure::OtherCurrency, &pack);
    WeekFacts facts;
    facts.zoneOf = [this, &productionZone](const QByteArray &zone) {
        return zoneOf(zone.isEmpty() ? productionZone : zone);
    };
    if (const HolidayCalendar *calendar = calendarOf(pack))
        facts.isHoliday = [calendar](QDate date) { return calendar->isHoliday(date); };

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
