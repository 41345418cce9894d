#include "shared/domain/deals.h"

#include "shared/domain/records.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace film {

namespace {

std::pair<int, qint64> placeOfRate(const std::optional<Money> &rate)
{
    return rate ? std::pair(int(rate->currency()) + 1, rate->minorUnits())
                : std::pair(0, qint64(0));
}

// Whether the first of two deals on one date goes before the second. Everything in the record has
// its say, so that those which are alike are the same deal, and nobody's order of them matters.
bool goesBefore(const Deal &deal, const Deal &other)
{
    // A date that is not valid is before all others, and as an end after them.
    const auto beginOf = [](const Deal &of) {
        return of.from.isValid() ? of.from.toJulianDay() : std::numeric_limits<qint64>::min();
    };
    const auto endOf = [](const Deal &of) {
        return of.to.isValid() ? of.to.toJulianDay() : std::numeric_limits<qint64>::max();
    };
    if (beginOf(deal) != beginOf(other))
        return beginOf(deal) > beginOf(other);
    if (endOf(deal) != endOf(other)) // For a while only, something else was agreed.
        return endOf(deal) < endOf(other);
    const auto contentOf = [](const Deal &of) {
        return std::tuple(of.rulePack, placeOfRate(of.weekRate), placeOfRate(of.dayRate),
                          placeOfRate(of.hourlyRate), of.guarantee.value_or(Minutes(-1)), of.terms,
                          of.additionalHour, of.unionName);
    };
    return contentOf(deal) > contentOf(other);
}

} // namespace

const Deal *dealInForce(std::span<const Deal> deals, QDate date)
{
    const Deal *inForce = nullptr;
    for (const Deal &deal : deals) {
        const bool hasBegun = !deal.from.isValid() || deal.from <= date;
        const bool hasEnded = deal.to.isValid() && deal.to < date;
        if (!hasBegun || hasEnded)
            continue;
        if (!inForce || goesBefore(deal, *inForce))
            inForce = &deal;
    }
    return inForce;
}

const Deal *currentDeal(std::span<const Deal> deals, PersonId person, QDate date)
{
    const Deal *inForce = nullptr;
    const Deal *next = nullptr;
    const Deal *ended = nullptr;
    for (const Deal &deal : deals) {
        if (deal.person != person)
            continue;
        if (deal.from.isValid() && deal.from > date) {
            if (!next || deal.from < next->from)
                next = &deal;
        } else if (deal.to.isValid() && deal.to < date) {
            if (!ended || ended->to < deal.to)
                ended = &deal;
        } else if (!inForce || goesBefore(deal, *inForce)) {
            inForce = &deal;
        }
    }
    return inForce ? inForce : next ? next : ended;
}

int freeDealNumber(std::span<const Deal> deals, PersonId person)
{
    int number = 0;
    while (number + 1 < dealsOfPersonMax && std::ranges::any_of(deals, [&](const Deal &deal) {
               return deal.person == person && deal.number == number;
           }))
        ++number;
    return number;
}

Currency moneyOf(const std::optional<Deal> &deal, Currency usual)
{
    if (!deal)
        return usual;
    for (const std::optional<Money> *rate : {&deal->hourlyRate, &deal->dayRate, &deal->weekRate}) {
        if (*rate)
            return (*rate)->currency();
    }
    return usual;
}

void bringToFront(std::vector<Deal> &deals, const PayWeek &week)
{
    for (QDate date = week.last(); date >= week.first; date = date.addDays(-1)) {
        const Deal *inForce = dealInForce(deals, date);
        if (!inForce)
            continue;
        const auto at = deals.begin() + (inForce - deals.data());
        std::rotate(deals.begin(), at, at + 1);
        return;
    }
}

} // namespace film
