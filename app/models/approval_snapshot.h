#pragma once

#include "app/models/crew_snapshot.h"
#include "app/models/week_snapshot.h"
#include "shared/domain/day_approvals.h"
#include "shared/domain/day_initials.h"

namespace film::app {

// What is known about one person's week on its way to the payroll, beside the week itself.
struct ApprovalEntry {
    PersonId person;
    std::vector<DayStanding> standings; // of the days that were entered
    std::optional<Instant> approvedAt;  // on the level of whoever asks, or above
    int initialsWaiting = 0;            // for the person's word about another hand's change
    int disputes = 0;

    friend bool operator==(const ApprovalEntry &, const ApprovalEntry &) = default;
};

// A week of everybody whose days this person approves.
struct ApprovalWeek {
    CrewSnapshot crew;
    ApprovalLevel level = ApprovalLevel::None; // that is given here
    QString signer;
    QString department; // empty where it is everybody
    bool canDelegate = false;
    QString inPlaceOf; // somebody, up to and with `inPlaceUntil`; empty for who approves anyway
    QDate inPlaceUntil;
    std::vector<ApprovalEntry> entries;

    [[nodiscard]] const ApprovalEntry *find(PersonId person) const
    {
        for (const ApprovalEntry &entry : entries) {
            if (entry.person == person)
                return &entry;
        }
        return nullptr;
    }

    friend bool operator==(const ApprovalWeek &, const ApprovalWeek &) = default;
};

// One person's card, as it was shown to whoever signs it.
struct ApprovalCard {
    WeekSnapshot week;
    std::vector<DayStanding> standings;
    std::vector<SignOff> said;          // oldest first
    std::vector<ForeignChange> foreign; // that wait for the person's initials, or are disputed

    [[nodiscard]] const DayStanding *standingOf(const WorkDayKey &key) const
    {
        for (const DayStanding &standing : standings) {
            if (standing.key == key)
                return &standing;
        }
        return nullptr;
    }

    friend bool operator==(const ApprovalCard &, const ApprovalCard &) = default;
};

} // namespace film::app
