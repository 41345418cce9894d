#pragma once

#include "shared/domain/day_field.h"
#include "shared/domain/work_day.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace film {

// How a person types a time, read in one place for cells, quick line, import, command line and
// search (README.md here has the table). Nothing here makes words: notes and errors are codes.

inline constexpr qsizetype typedTextLengthMax = 200;

// What two digits after a point mean: hundredths of an hour, or minutes. One digit is always
// tenths. Unless the production has settled it, both readings are offered.
enum class PointStyle : quint8 { Ask, Hundredths, ClockMinutes };

// What somebody should be told about how a text was understood.
enum class TimeNote : quint8 {
    ReadAsPm,            // "7" after a call of 07:00 is 19:00
    ReadAsNextDay,       // "2.5" after a call of 19.0 is 26.5
    EarlierThanPrevious, // it cannot be made to follow the time before it
    RoundedToMinute,     // 13.33 h are 13:19:48
    TwoReadings,
    ReadOffClock, // "n": its moment is known, also in the hour that comes twice
};

enum class TimeTextError : quint8 {
    Empty,
    TooLong,
    ControlCharacter,
    NotATime,
    OutOfRange,     // more than 48 hours, or before the day began
    NoPreviousTime, // for "+6"
    NoCall,         // for "-30"
    NotOnCallSheet, // for "c"
    NoClock,        // for "n"
    NoCallSheet,    // for "cs"
    NoDayBefore,    // for "="
    TooManyMeals,
    NotExpected, // nothing of this kind can stand here
};

// What is known where the text is typed.
struct TimeContext {
    DayField field = DayField::Call;
    TimeField previous; // the last known time before this field
    TimeField call;
    TimeField asCalled;          // what the call sheet has for this field
    std::optional<WallTime> now; // on the day's clock
    PointStyle pointStyle = PointStyle::Ask;
};

// One reading: understood. Two: a person has to choose. None: see the error.
template<typename Value>
struct TypedReading {
    std::vector<Value> readings;
    std::vector<TimeNote> notes;
    std::optional<TimeTextError> error;

    [[nodiscard]] bool isUnderstood() const { return readings.size() == 1; }
    [[nodiscard]] bool isAmbiguous() const { return readings.size() == 2; }
};

using TimeReading = TypedReading<TimeField>;
using MealReading = TypedReading<Meal>;
using LengthReading = TypedReading<Minutes>;

[[nodiscard]] TimeReading readTime(QStringView text, const TimeContext &context);

// "13-1330", "13-" while unfinished, "-" for no meal. The context is that of the meal's out;
// asCalledIn is what the call sheet has for its end.
[[nodiscard]] MealReading readMeal(QStringView text, const TimeContext &context,
                                   const TimeField &asCalledIn = {});

// A length: "0.5", "0:30", "30m", "1h15"; a bare number is hours. Up to 24 hours.
[[nodiscard]] LengthReading readLength(QStringView text, PointStyle pointStyle = PointStyle::Ask);

} // namespace film
