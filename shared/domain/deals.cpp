#include "shared/domain/deals.h"

#include <algorithm>

namespace film {

const Deal *dealInForce(std::span<const Deal> deals, QDate date)
{
    const Deal *inForce = nullptr;
    for (const Deal &deal : deals) {
        const bool hasBegun = !deal.from.isValid() || deal.from <= date;
        const bool hasEnded = deal.to.isValid() && deal.to < date;
        if (!hasBegun || hasEnded)
            continue;
        // A date that is not valid is before all others.
        if (!inForce || !inForce->from.isValid()
            || (deal.from.isValid() && deal.from >= inForce->from))
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
