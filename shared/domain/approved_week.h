#pragma once

#include "shared/base/hash.h"
#include "shared/base/result.h"
#include "shared/domain/day_approvals.h"
#include "shared/domain/field_value.h"
#include "shared/domain/record_limits.h"

#include <vector>

namespace film {

namespace schema::timecard {
// Record type 10, see schema.h: what a week came to when somebody who may see pay signed it. A
// record of its own because the days are seen by people who see no pay.
enum Group : quint32 { Identity = 1, Approved = 2 };
enum IdentityField : quint32 { Person = 1, First = 2, Device = 3 }; // first: Julian day number
enum ApprovedField : quint32 {
    Days = 1,  // a list of [date, content], the content as in an approval
    Packs = 2, // a list of [id, version, from, to]
    GrossMinor = 3,
    Currency = 4,
    Lines = 5, // a list of [code, minor units]
};
} // namespace schema::timecard

namespace record_limits {
inline constexpr size_t approvedDaysMax = 14; // a date may have a day in each unit
inline constexpr size_t approvedPacksMax = 7;
inline constexpr size_t approvedLinesMax = 64;
} // namespace record_limits

// What a person's week was priced under and came to when it was approved, as the approver saw it.
// It counts for exactly the days that it names, like the approval that it stands beside.
struct ApprovedWeek {
    struct Day {
        QDate date;
        Hash32 content;

        friend bool operator==(const Day &, const Day &) = default;
    };
    struct Pack {
        QString id;
        QString version;
        QDate from; // of the week, both included
        QDate to;

        friend bool operator==(const Pack &, const Pack &) = default;
    };
    struct Line {
        QString code; // as rules::lineCodeName()
        Money amount{0, Currency::Usd};

        friend bool operator==(const Line &, const Line &) = default;
    };

    PersonId person;
    QDate first;     // of the week
    DeviceId device; // of whoever approved; each has a record of its own, so that none clash
    std::vector<Day> days;
    std::vector<Pack> packs;
    Money gross{0, Currency::Usd};
    std::vector<Line> lines;

    // Whether the days it names, and no others, are approved now, as they were then.
    [[nodiscard]] bool isOf(const std::vector<DayStanding> &standings) const;

    friend bool operator==(const ApprovedWeek &, const ApprovedWeek &) = default;
};

[[nodiscard]] EntityId approvedWeekId(ProductionId production, const ApprovedWeek &week);
[[nodiscard]] GroupMap toGroups(const ApprovedWeek &week);
[[nodiscard]] Result<ApprovedWeek> approvedWeekFromGroups(const GroupMap &groups);

} // namespace film
