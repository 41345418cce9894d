#pragma once

#include "shared/base/clock.h"
#include "shared/base/id.h"
#include "shared/base/result.h"
#include "shared/domain/field_value.h"
#include "shared/domain/permissions.h"

#include <QDate>

#include <optional>

namespace film {

namespace schema::grant {
// A further group of a grant, see schema.h: who signs in somebody's place for a time. Versions that
// do not know it keep it, and take its bearer for what they are otherwise.
inline constexpr quint32 Deputy = 4;
enum DeputyField : quint32 { By = 1, DeputyDepartment = 2, Until = 3 }; // until: Julian day number
} // namespace schema::grant

// Whoever approves a department lets another member do it in their place, up to and with a day. It
// stands in the grant of the one who does it, and ends by itself.
struct Deputy {
    static constexpr int daysMax = 62;

    UserId by;
    DepartmentId department;
    QDate until;

    // The day is over everywhere on earth.
    [[nodiscard]] bool isOver(Instant now) const;
    // What its bearer may do as well as what they may anyway: what a head of that department does
    // with its days.
    [[nodiscard]] static Permissions permissionsOf(const Permissions &own);

    friend bool operator==(const Deputy &, const Deputy &) = default;
};

// Of a grant's groups; nothing for one that is not whole.
[[nodiscard]] std::optional<Deputy> deputyIn(const GroupMap &grant);
void setDeputy(GroupMap &grant, const std::optional<Deputy> &deputy);
// Whether what stands there can be read, or nothing does.
[[nodiscard]] Result<> checkDeputy(const GroupMap &grant);

} // namespace film
