#pragma once

#include "shared/domain/crew.h"
#include "shared/domain/week.h"

#include <optional>
#include <span>
#include <vector>

namespace film {

// A person may have several deals, each from and to a date, both included; what is open at an end
// goes on for ever there. The one in force on a date is the one that began last; of two that began
// on the same day, the one that ends first, then by what else they say: in whatever order they
// come, the same counts everywhere. Null where none is.
[[nodiscard]] const Deal *dealInForce(std::span<const Deal> deals, QDate date);

// The one of a person's deals that stands for them on a date: the one in force, or else the next
// to begin, or else the one that ended last. Null where there is none.
[[nodiscard]] const Deal *currentDeal(std::span<const Deal> deals, PersonId person, QDate date);

// The first number (dealId) that none of the person's deals has; the last one where all are taken.
[[nodiscard]] int freeDealNumber(std::span<const Deal> deals, PersonId person);

// Of an amount that names no money: that of the deal's rates, else the usual one.
[[nodiscard]] Currency moneyOf(const std::optional<Deal> &deal, Currency usual);

// The deal that stands for a week goes to the front: the one in force on its last day, or else on
// the last of its days that has one.
void bringToFront(std::vector<Deal> &deals, const PayWeek &week);

} // namespace film
