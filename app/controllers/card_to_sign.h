#pragma once

#include "app/models/approval_snapshot.h"

namespace film::app {

// A time of the card that is another one since it was opened; with `isOther` no time, but the
// travel, the day type, an allowance, the account or the note.
struct CardChange {
    QDate date;
    DayFieldRef field;
    TimeField before{};
    TimeField after{};
    bool isOther = false;
};

// Of everything that is signed; how far a day is on its way is not.
[[nodiscard]] std::vector<CardChange> changesBetween(const WeekSnapshot &before,
                                                     const WeekSnapshot &after);

// A day that stops the whole card; nothing if all that was entered can be signed. The queue and
// the card are read one after the other: what was taken back between them must not be left out.
[[nodiscard]] const WeekDay *notSignable(const ApprovalCard &card);

// What was entered and handed in; a day of the week without either is not signed.
[[nodiscard]] std::vector<DayToSign> daysToSign(const ApprovalCard &card);

// The same from the queue: nothing if one of the entered days cannot be signed.
[[nodiscard]] std::vector<DayToSign> daysToSign(const ApprovalWeek &week, PersonId person);

} // namespace film::app
