#pragma once

#include "shared/domain/import/date_text.h"
#include "shared/domain/import/number_text.h"

#include <QStringList>

#include <optional>

namespace film {

// What the texts of a column say together: one of them settles what the others leave open. Open is
// what none of them settles, or two contradict; then a person has to be asked.
template<typename Value>
struct Sniffed {
    std::optional<Value> value;
    bool isOpen = false;
    QString example{}; // that can be read in two ways

    friend bool operator==(const Sniffed &, const Sniffed &) = default;
};

// 25/11/2025 settles 03/04/2025. Dates with dots or with the year in front have one reading.
[[nodiscard]] Sniffed<DateOrder> sniffDateOrder(const QStringList &texts);

// "52,50" settles "1,234". Currencies and whatever else stands around the number do not count.
[[nodiscard]] Sniffed<DecimalSign> sniffDecimalSign(const QStringList &texts);

} // namespace film
