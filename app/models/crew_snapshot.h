#pragma once

#include "app/models/day_findings.h"
#include "shared/base/clock.h"
#include "shared/domain/crew.h"
#include "shared/domain/penalty_review.h"
#include "shared/domain/work_day.h"

#include <QDate>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace film::app {

// What the grid's filters and its list of exceptions are made of, in the order of that list.
enum class ExceptionKind : quint8 { TwoVersions, Missing, Rest, Meal, Other };

// Somebody else who changed a day a moment ago: two people who fill in the same rows see each
// other. The protocol tells of changes, not of who has a cell open.
struct OtherHand {
    QString name;
    Instant at{};         // by the clock they wrote it with
    QDate untilDate;      // on the clock of the production: from then on it is no news
    Minutes untilTime{0}; // on that date

    friend bool operator==(const OtherHand &, const OtherHand &) = default;
};

// One person's day in the grid.
struct CrewCell {
    WorkDay day; // its key is always set, also where nothing was entered
    // What the person did for other units on the date: to the rules one day with the first.
    std::vector<WorkDay> others{};
    bool isCalled = false;
    std::optional<Minutes> plannedCall;
    bool isPending = false; // saved here, not confirmed by the server
    bool isLocked = false;  // read-only: locked, approved or not this person's to change
    bool hasConflict = false;
    bool needsNewerApp = false;            // a part of it is of a later version and not in `day`
    std::optional<OtherHand> otherHand{};  // none once their change is some minutes old
    std::vector<ReviewedPenalty> reviewed; // they stay paid, and are nothing to look at any more
    // What a person should look at; filled by the model, a store leaves it empty. Short rest
    // stands with the day whose call comes too soon: that one can still be changed.
    std::vector<DayFinding> findings;

    [[nodiscard]] std::vector<const WorkDay *> records() const
    {
        std::vector<const WorkDay *> all{&day};
        for (const WorkDay &other : others)
            all.push_back(&other);
        return all;
    }
    // Of all units, as far as their times are known.
    [[nodiscard]] std::optional<Minutes> worked() const
    {
        std::optional<Minutes> sum = workedMinutes(day);
        for (const WorkDay &other : others) {
            if (const std::optional<Minutes> minutes = workedMinutes(other))
                sum = sum.value_or(Minutes(0)) + *minutes;
        }
        return sum;
    }

    friend bool operator==(const CrewCell &, const CrewCell &) = default;
};

struct CrewPerson {
    PersonId id;
    QString name;
    QString position;
    std::array<CrewCell, 7> days;
    std::optional<WorkDay> dayBefore; // the last of the week before
    // The one that stands for the week; nothing where there is none or it may not be seen.
    std::optional<Deal> deal;
    std::vector<Deal> otherDeals; // from other dates
    std::vector<WorkDay> earlier; // with a deal: the week before, for rest and the run of days
    DayLimits limits{};           // of the agreement; filled by the model

    friend bool operator==(const CrewPerson &, const CrewPerson &) = default;
};

struct CrewDepartment {
    DepartmentId id;
    QString name;
    std::vector<CrewPerson> people;

    friend bool operator==(const CrewDepartment &, const CrewDepartment &) = default;
};

// A production date as the header shows it. Several units can shoot on one date.
struct CrewDate {
    QDate date;
    std::vector<ShootingDay> sheets; // the main unit's first

    [[nodiscard]] const ShootingDay *sheetOf(UnitId unit) const
    {
        for (const ShootingDay &sheet : sheets) {
            if (sheet.unit == unit)
                return &sheet;
        }
        return nullptr;
    }

    friend bool operator==(const CrewDate &, const CrewDate &) = default;
};

// A week of everybody the person may see: what the store hands over and the model shows.
struct CrewSnapshot {
    QDate today;
    Minutes now{0};  // on today's clock
    QByteArray zone; // of the production, for days without a call sheet
    QString sideLetter;
    PersonId self; // who sits at this computer; null if they are not of the crew
    std::vector<Unit> units{};
    std::array<CrewDate, 7> dates;
    std::vector<CrewDepartment> departments;
    Currency currency = Currency::Usd; // of the production
    bool isWithoutSheets = false;      // not only this week: the production has no call sheet yet

    friend bool operator==(const CrewSnapshot &, const CrewSnapshot &) = default;
};

// A cell of the grid, however rows are sorted or filtered.
struct CrewRef {
    PersonId person;
    int day = 0; // 0 to 6 within the week

    friend bool operator==(const CrewRef &, const CrewRef &) = default;
    friend auto operator<=>(const CrewRef &, const CrewRef &) = default;
};

} // namespace film::app

Q_DECLARE_METATYPE(film::app::CrewRef)
