#pragma once

#include "shared/domain/work_day.h"

#include <array>
#include <vector>

namespace film::app {

// What two versions of a day are compared by, in the order people read it. Finer than the groups
// that travel: two people may agree on the call and differ on the wrap.
enum class DayPart : quint8 {
    Type,
    Call,
    Breakfast,
    Meals,
    Wrap,
    Travel,
    Choices,
    Location,
    Account,
    Allowances,
    Notes,
    State,
};

inline constexpr std::array dayParts{
    DayPart::Type,    DayPart::Call,       DayPart::Breakfast, DayPart::Meals,
    DayPart::Wrap,    DayPart::Travel,     DayPart::Choices,   DayPart::Location,
    DayPart::Account, DayPart::Allowances, DayPart::Notes,     DayPart::State,
};

[[nodiscard]] bool samePart(const WorkDay &a, const WorkDay &b, DayPart part);
[[nodiscard]] std::vector<DayPart> differingParts(const WorkDay &a, const WorkDay &b);
// `day` with that part of `source`.
[[nodiscard]] WorkDay withPart(WorkDay day, const WorkDay &source, DayPart part);

} // namespace film::app
