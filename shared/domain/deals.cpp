#include "shared/domain/deals.h"

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

std::vector<int> numbersOf(std::span<const Deal> deals)
{
    std::vector<int> numbers;
    for (size_t i = 0; i < deals.size(); ++i) {
        int number = 0;
        for (size_t other = 0; other < deals.size(); ++other) {
            if (other == i || deals[other].person != deals[i].person)
                continue;
            const QDate from = deals[other].from;
            const bool isEarlier = from == deals[i].from ? other < i : from < deals[i].from;
            number += isEarlier ? 1 : 0;
        }
        numbers.push_back(number);
    }
    return numbers;
}

} // namespace film
