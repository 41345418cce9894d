#pragma once

#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/domain/work_day.h"

#include <QString>

namespace film {

// How far a day is on its way to the payroll, and what exactly is meant by it.
struct DayStanding {
    WorkDayKey key;
    ApprovalLevel level = ApprovalLevel::None;
    Hash32 content; // of everything but its approvals: what an approval is bound to

    friend bool operator==(const DayStanding &, const DayStanding &) = default;
};

// A day as the person saw it when they signed.
struct DayToSign {
    WorkDayKey key;
    Hash32 content;

    friend bool operator==(const DayToSign &, const DayToSign &) = default;
};

// Undo takes back what was done here and nobody else's word.
enum class Withdrawal : quint8 { OfAnybody, OfOwn };

// Something that was said about a day as a whole.
struct SignOff {
    enum class Kind : quint8 {
        Submitted,
        TakenBack, // by whose day it is, or given back to them
        Approved,
        Withdrawn,
    };

    Kind kind = Kind::Submitted;
    ApprovalLevel level = ApprovalLevel::None; // with Approved
    WorkDayKey key;
    Instant at{};
    QString who;
    bool isMine = false;    // said on this computer
    bool isByOwner = false; // by whose day it is
    bool isPending = false; // not confirmed by the server
    QString reason;
    // In the log; while it is pending, among this computer's own.
    quint64 sequence = 0;

    friend bool operator==(const SignOff &, const SignOff &) = default;
};

} // namespace film
