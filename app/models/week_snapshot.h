#pragma once

#include "app/models/day_findings.h"
#include "shared/base/clock.h"
#include "shared/domain/approved_week.h"
#include "shared/domain/crew.h"
#include "shared/domain/day_field.h"
#include "shared/domain/day_line.h"
#include "shared/domain/deals.h"
#include "shared/domain/week.h"
#include "shared/domain/work_day.h"

#include <QString>

#include <optional>
#include <vector>

namespace film::app {

// What the call sheet says about one date for one person.
struct DayPlan {
    DayTimes times;
    std::optional<Minutes> unitCall{}; // not the person's own
    int dayNumber = 0;                 // 0 where it has none
    QString location;
    QString scenes;

    friend bool operator==(const DayPlan &, const DayPlan &) = default;
};

struct HistoryChange {
    DayFieldRef field;
    TimeField before;
    TimeField after;
    QString afterText;                   // for Note and Account; times leave it empty
    DayChoices choices{};                // for Choices
    std::vector<Allowance> allowances{}; // for Allowances

    friend bool operator==(const HistoryChange &, const HistoryChange &) = default;
};

struct HistoryEntry {
    Instant at;
    QString who;
    bool isMine = false;
    bool isCallSheet = false; // the plan moved, not the day
    std::vector<HistoryChange> changes;

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

// What the person did for another unit on the same date: to the rules one day with the first.
struct OtherUnitDay {
    WorkDay day; // never blank
    bool hasTwoVersions = false;
    bool needsNewerApp = false;
    bool isUnreadable = false;
    std::optional<Minutes> unitCall{}; // on that unit's call sheet

    friend bool operator==(const OtherUnitDay &, const OtherUnitDay &) = default;
};

struct WeekDay {
    WorkDay day;                        // its key is always filled; blank if nothing was entered
    std::vector<OtherUnitDay> others{}; // in the order of their calls
    std::optional<DayPlan> plan;
    bool hasTwoVersions = false; // it, or one of the others
    bool needsNewerApp = false;  // a part of one is of a later version and not shown
    // What is stored could not be read; `day` is the last good copy, from `lastGoodAt`, and blank
    // where none is known.
    bool isUnreadable = false;
    std::optional<Instant> lastGoodAt;
    std::vector<HistoryEntry> history; // newest first

    // The person's own unit's record first.
    [[nodiscard]] std::vector<const WorkDay *> records() const
    {
        std::vector<const WorkDay *> all{&day};
        for (const OtherUnitDay &other : others)
            all.push_back(&other.day);
        return all;
    }
    // Of all units, as far as their times are known.
    [[nodiscard]] std::optional<Minutes> worked() const;
    // Null if that unit has none on the date.
    [[nodiscard]] const WorkDay *recordOf(UnitId unit) const
    {
        for (const WorkDay *record : records()) {
            if (record->key.unit == unit)
                return record;
        }
        return nullptr;
    }

    friend bool operator==(const WeekDay &, const WeekDay &) = default;
};

inline std::optional<Minutes> WeekDay::worked() const
{
    std::optional<Minutes> sum;
    for (const WorkDay *record : records()) {
        if (const std::optional<Minutes> minutes = workedMinutes(*record))
            sum = sum.value_or(Minutes(0)) + *minutes;
    }
    return sum;
}

// One person's pay week as it stood at one moment: everything that My week shows.
struct WeekSnapshot {
    PersonId person;
    QString personName;
    QString position;
    QByteArray zone; // of the production, for days without another
    QString sideLetter;
    PayWeek week;
    int number = 1;
    std::vector<Unit> units{};       // of the production
    std::vector<WeekDay> days;       // seven, in order
    std::optional<DayPlan> dayAfter; // for the rest after the last day
    // From midnight of the day after the week: the first call within the days of a weekend's rest.
    std::optional<Minutes> callAfter;
    // The one that stands for the week; nothing where there is none or it may not be seen.
    std::optional<Deal> deal;
    std::vector<Deal> otherDeals; // of the same person, from other dates
    // Of the two weeks before, in order: for the rest before the first call, and the run of days.
    std::vector<WorkDay> earlier;
    std::optional<ApprovedWeek> approvedPay{}; // as it was signed; where pay may be seen
    Currency currency = Currency::Usd;         // of the production
    DayLimits limits{}; // of the agreement; filled by whoever knows the rules

    // Of an amount that names none: that of the deal.
    [[nodiscard]] Currency usualMoney() const { return moneyOf(deal, currency); }

    // Empty for the one unit of a production without units.
    [[nodiscard]] QString unitName(UnitId unit) const
    {
        for (const Unit &known : units) {
            if (known.id == unit)
                return known.name;
        }
        return {};
    }

    [[nodiscard]] const WeekDay *find(QDate date) const
    {
        if (days.size() != 7 || !week.contains(date))
            return nullptr;
        return &days[std::size_t(week.first.daysTo(date))];
    }

    friend bool operator==(const WeekSnapshot &, const WeekSnapshot &) = default;
};

} // namespace film::app
