#pragma once

#include "app/models/day_findings.h"
#include "shared/base/clock.h"
#include "shared/domain/approved_week.h"
#include "shared/domain/crew.h"
#include "shared/domain/day_field.h"
#include "shared/domain/day_line.h"
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
    QString afterText;    // for Note; times leave it empty
    DayChoices choices{}; // for Choices

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

struct WeekDay {
    WorkDay day; // its key is always filled; blank if nothing was entered
    std::optional<DayPlan> plan;
    bool hasTwoVersions = false;
    bool needsNewerApp = false; // a part of it is of a later version and not in `day`
    // What is stored could not be read; `day` is the last good copy, from `lastGoodAt`, and blank
    // where none is known.
    bool isUnreadable = false;
    std::optional<Instant> lastGoodAt;
    std::vector<HistoryEntry> history; // newest first

    friend bool operator==(const WeekDay &, const WeekDay &) = default;
};

// One person's pay week as it stood at one moment: everything that My week shows.
struct WeekSnapshot {
    PersonId person;
    QString personName;
    QString position;
    QByteArray zone; // of the production, for days without another
    QString sideLetter;
    PayWeek week;
    int number = 1;
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
    [[nodiscard]] Currency usualMoney() const
    {
        for (const auto *rate :
             {deal ? &deal->hourlyRate : nullptr, deal ? &deal->dayRate : nullptr,
              deal ? &deal->weekRate : nullptr}) {
            if (rate && *rate)
                return (*rate)->currency();
        }
        return currency;
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
