#pragma once

#include "shared/domain/work_day.h"

#include <span>

namespace film {

// An amount of money as people type it: "$50", "50,00", "50", "1,250.00", "USD 50", "-12.5". A
// point or a comma before one or two last digits is the decimal one, before three it parts
// thousands. `usual` is the money of an amount that names none. Nothing if it is no amount.
[[nodiscard]] std::optional<Money> readAmount(QStringView text, Currency usual);

// The allowances of a day, parted by semicolons, each an amount with what it is for before or
// after it: "kit $50; per diem 62,50". Nothing if one of them holds no amount, or there are more,
// or longer ones, than a record takes; none for an empty text.
[[nodiscard]] std::optional<std::vector<Allowance>> readAllowances(QStringView text,
                                                                   Currency usual);

// So that it is read as the same again: "kit 50.00; per diem 62.50; USD 5.00".
[[nodiscard]] QString printAllowances(std::span<const Allowance> allowances, Currency usual,
                                      QChar decimalPoint = u'.');

} // namespace film
