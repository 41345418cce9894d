#pragma once

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace film::app {

// What a date in a search is read against.
struct SearchCalendar {
    QDate today;
    QDate thisWeek;                 // its first day
    std::optional<QDate> firstWeek; // the first day of the production's first week

    friend bool operator==(const SearchCalendar &, const SearchCalendar &) = default;
};

struct FoundDate {
    QDate date;
    std::optional<int> week; // where a week is meant: `date` is its first day
    bool isVague = false;    // "mar": a Tuesday, and the beginning of a name as well

    friend bool operator==(const FoundDate &, const FoundDate &) = default;
};

// Without case and accents, as it is compared: "mañana" is "manana".
[[nodiscard]] QString foldedText(const QString &text);

// The days and weeks that a text can mean, the likely ones first: "thu 20", "20 nov", "20.11.",
// "2025-11-20", "week 6", "gestern". Names in English, German, French and Spanish, whatever the
// language of the app is: a crew seldom has one. Empty if it is no date.
[[nodiscard]] std::vector<FoundDate> datesIn(const QString &text, const SearchCalendar &calendar);

} // namespace film::app
