#pragma once

#include <QDate>
#include <QStringView>

#include <optional>
#include <vector>

namespace film {

enum class DateOrder : quint8 { DayFirst, MonthFirst };

// The days a text can mean: none when it is no date, two when the order of day and month is not
// to be seen (03/04/2025) and the caller does not know it either.
//
// The year comes first (2025-11-20) or last, and always with four digits: 25/11/20 has three
// readings. With dots the day comes first, in every country that writes dots.
[[nodiscard]] std::vector<QDate> readDate(QStringView text, std::optional<DateOrder> order);

} // namespace film
