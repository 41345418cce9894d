#pragma once

#include "shared/domain/crew.h"
#include "shared/domain/time_text.h"
#include "shared/domain/work_day.h"

#include <QString>

namespace film {

// What one line can say about a day: "0700 1300-1330 1930 t0.5 ; rain from 14.0".
struct DayTimes {
    DayType type = DayType::Work;
    TimeField call;
    TimeField wrap;
    TimeField ndbOut;
    TimeField ndbIn;
    std::vector<Meal> meals;
    std::optional<Minutes> travelTo;
    std::optional<Minutes> travelFrom;
    DayChoices choices;

    friend bool operator==(const DayTimes &, const DayTimes &) = default;
};

[[nodiscard]] DayTimes timesOf(const WorkDay &day);
// What the call sheet has for the person: the times of "cs" and "c".
[[nodiscard]] DayTimes timesCalled(const ShootingDay &day, PersonId person,
                                   DepartmentId department);
// The day with the times said. A time that stays the same minute keeps its fold, which no line
// can say.
[[nodiscard]] WorkDay withTimes(WorkDay day, const DayTimes &times);

// What is known where the line is typed.
struct DayLineContext {
    std::optional<DayTimes> called;
    std::optional<DayTimes> dayBefore;
    std::optional<WallTime> now; // on the day's clock
    PointStyle pointStyle = PointStyle::Ask;
    Currency usualMoney = Currency::Usd; // of an allowance that names none
};

enum class DayLineStatus : quint8 {
    Empty,
    Understood, // everything that a day needs
    Unfinished, // right so far: `missing` would come next; what is known can be saved
    Unreadable, // `token` could not be read, because of `error`
    Ambiguous,  // `choices` holds the two days it may mean
};

struct DayLineNote {
    DayFieldRef field;
    TimeNote note;

    friend bool operator==(const DayLineNote &, const DayLineNote &) = default;
};

struct DayLineReading {
    DayLineStatus status = DayLineStatus::Empty;
    // With Unreadable: what was read before the token. Nothing if the line says only a note.
    std::optional<DayTimes> times;
    std::optional<QString> note;         // nothing: the line has none, which is not an empty one
    std::vector<Allowance> allowances{}; // in place of those of the same name
    std::optional<QString> account{};    // empty: none any more
    std::optional<QString> episode{};
    std::vector<DayLineNote> notes;
    std::optional<DayFieldRef> missing;
    QString token;
    std::optional<TimeTextError> error;
    std::vector<DayTimes> choices;
};

// What the line says beside the times: the note, allowances, who bears the cost.
[[nodiscard]] WorkDay withBeside(WorkDay day, const DayLineReading &line);
[[nodiscard]] bool saysBeside(const DayLineReading &line);

// Reads `call [meal out-in] [meal out-in] wrap`, in which "?" stands for a time not known yet
// and a lone "-" for "no meal", then any of `ndb0830-0845`, `t0.5` (travel there, a second one
// back), the words of day_choice.h, `kit=50` for an allowance of that name (`per_diem=62.50` for
// one of two words, 0 for none any more), `acct=2210`, `ep=103` and `; note`. Before it, or alone,
// a day type ("off", "hold"); `cs` for the times of the call sheet or `=` for those of the day
// before, both with another wrap after them if need be.
[[nodiscard]] DayLineReading readDayLine(QStringView line, const DayLineContext &context);

// A line that reads back as these times (without their folds), whatever the context. Nothing
// where no line does: a wrap before the call, a wrap that is "none".
[[nodiscard]] std::optional<QString> printDayLine(const DayTimes &times);

} // namespace film
