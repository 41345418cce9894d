#pragma once

#include <QString>

#include <optional>
#include <span>

namespace film {

// What kind of day it was. The numbers are stored and sent.
enum class DayType : quint8 {
    Work = 1,
    Travel = 2,
    Hold = 3,
    Idle = 4,
    Rehearsal = 5,
    Fitting = 6,
    Holiday = 7,
    Sick = 8,
    NoWork = 9,
    Off = 10,
};

// The paper a code stands on. "T" is *test* on Exhibit G and *travel* on a call sheet, so a
// code means nothing without its form.
enum class Form : quint8 { CallSheet, ExhibitG, Timecard, CrewList };

[[nodiscard]] std::optional<DayType> dayTypeFromNumber(qint64 number);
// Reads a code ("T", "H", "off") as the given form means it; case does not matter.
[[nodiscard]] std::optional<DayType> dayTypeFromCode(QStringView code, Form form);
// The code the form prints for it; empty where the form has none.
[[nodiscard]] QString dayTypeCode(DayType type, Form form);
// The word typed for it where there is no form, such as "hold" or "no work".
[[nodiscard]] QString dayTypeWord(DayType type);
// Whether such a day has a call and a wrap.
[[nodiscard]] bool hasTimes(DayType type);

} // namespace film
