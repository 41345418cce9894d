#pragma once

#include "shared/base/clock.h"
#include "shared/base/hash.h"
#include "shared/domain/work_day.h"

#include <QString>

namespace film {

namespace schema::time_entry {
// A further group of a work day, see schema.h: what its person says to times of theirs that
// another hand changed. Versions that do not know it keep it.
inline constexpr quint32 Initials = 9;
// Content: the hash of groups 2 and 3 that they saw. Dispute: why they do not agree; absent if
// they do.
enum InitialsField : quint32 { InitialledContent = 1, Dispute = 2 };
} // namespace schema::time_entry

// A confirmed day that somebody else changed. It waits for the person's initials, or for their
// word that it is not so.
struct ForeignChange {
    WorkDayKey key;
    QString who;
    Instant at{};
    QString reason;
    WorkDay before; // as the person had it last
    WorkDay after;
    Hash32 content;  // what initials are bound to
    QString dispute; // the person has said this about it

    [[nodiscard]] bool isDisputed() const { return !dispute.isEmpty(); }

    friend bool operator==(const ForeignChange &, const ForeignChange &) = default;
};

} // namespace film
