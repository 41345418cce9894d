#pragma once

#include <QDate>

#include <array>

namespace film {

// The pay week: seven days that end on the production's week-ending day.
struct PayWeek {
    QDate first;

    [[nodiscard]] QDate last() const { return first.addDays(6); }
    [[nodiscard]] std::array<QDate, 7> days() const;
    [[nodiscard]] bool contains(QDate date) const { return date >= first && date <= last(); }
    [[nodiscard]] PayWeek next() const { return {first.addDays(7)}; }
    [[nodiscard]] PayWeek previous() const { return {first.addDays(-7)}; }
    // 1 for the week of the production's first day, 0 and less before it.
    [[nodiscard]] int numberSince(const PayWeek &firstWeek) const;

    friend bool operator==(const PayWeek &, const PayWeek &) = default;
};

// The week a valid date belongs to.
[[nodiscard]] PayWeek weekOf(QDate date, Qt::DayOfWeek weekEndsOn);

} // namespace film
