#pragma once

#include "shared/base/id.h"
#include "shared/domain/day_choice.h"
#include "shared/domain/day_type.h"
#include "shared/domain/minutes.h"
#include "shared/domain/money.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace film {

// A wall time of a work day: minutes from midnight of its date, up to 48 hours (the day of the
// call owns everything until the wrap). fold is 1 for the second of two equal wall times in the
// night the clocks go back (PEP 495's word).
struct WallTime {
    Minutes minutes{0};
    int fold = 0;

    friend constexpr bool operator==(WallTime, WallTime) = default;
};

inline constexpr Minutes wallTimeMax{48 * 60};

// What is known about one time. "None" is an answer (no second meal), "unknown" is not.
class TimeField
{
public:
    constexpr TimeField() = default; // unknown
    constexpr TimeField(WallTime time)
        : m_state(State::Known)
        , m_time(time)
    {}
    [[nodiscard]] static constexpr TimeField none()
    {
        TimeField field;
        field.m_state = State::None;
        return field;
    }
    [[nodiscard]] static constexpr TimeField at(int minutes, int fold = 0)
    {
        return WallTime{Minutes(minutes), fold};
    }

    [[nodiscard]] constexpr bool isUnknown() const { return m_state == State::Unknown; }
    [[nodiscard]] constexpr bool isNone() const { return m_state == State::None; }
    [[nodiscard]] constexpr bool isKnown() const { return m_state == State::Known; }
    [[nodiscard]] constexpr WallTime time() const
    {
        Q_ASSERT(isKnown());
        return m_time;
    }
    [[nodiscard]] constexpr Minutes minutes() const { return time().minutes; }

    friend constexpr bool operator==(const TimeField &, const TimeField &) = default;

private:
    enum class State : quint8 { Unknown, None, Known };
    State m_state = State::Unknown;
    WallTime m_time{};
};

struct Meal {
    TimeField out; // the meal begins: out of work
    TimeField in;  // back to work

    friend constexpr bool operator==(const Meal &, const Meal &) = default;
};

struct Allowance {
    QString code; // such as "kit", "per diem", "mileage"
    Money amount;

    friend bool operator==(const Allowance &, const Allowance &) = default;
};

enum class DayState : quint8 {
    Empty = 0,
    Confirmed = 1,
    Submitted = 2,
    Approved = 3,
    Locked = 4,
    Exported = 5,
    Adjusted = 6,
};

// Who has said last that a submitted day is right, as it stands. The numbers are stored and sent.
enum class ApprovalLevel : quint8 { None = 0, Department = 1, Coordinator = 2 };

// Whose day it is. Two devices that describe the same day name the same record.
struct WorkDayKey {
    PersonId person;
    QDate date; // of the call
    UnitId unit;

    friend bool operator==(const WorkDayKey &, const WorkDayKey &) = default;
};

// One person's day: the aggregate of the system (table time_entries).
struct WorkDay {
    WorkDayKey key;
    DayType type = DayType::Work;
    TimeField call;
    TimeField wrap;
    TimeField ndbOut;
    TimeField ndbIn;
    std::vector<Meal> meals;
    std::optional<Minutes> travelTo;
    std::optional<Minutes> travelFrom;
    QByteArray zone; // IANA name of the work location's zone
    QString location;
    DayChoices choices;
    QString account;
    QString episode;
    std::vector<Allowance> allowances;
    QString notes;
    DayState state = DayState::Empty;

    // No times and the plain day type: nothing was entered.
    [[nodiscard]] bool isBlank() const;

    friend bool operator==(const WorkDay &, const WorkDay &) = default;
};

// Worked time on the wall clock, as far as it is known: call to wrap less the meals that have
// both ends. Nothing until call and wrap are known. The change of a clock is in spanInUtc().
[[nodiscard]] std::optional<Minutes> workedMinutes(const WorkDay &day);

} // namespace film
