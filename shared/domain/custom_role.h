#pragma once

#include "shared/domain/permissions.h"

#include <QString>

#include <optional>

namespace film {

// A role that a production made for itself out of the table of permissions.h: what everybody on the
// crew may, and more. It is said in the grant of whoever has it, so that nothing else has to be
// asked what they may.
struct CustomRole {
    QString name;
    Permissions permissions{Role::Crew};

    friend bool operator==(const CustomRole &, const CustomRole &) = default;
};

namespace custom_role_limits {

inline constexpr qsizetype nameLengthMax = 60;
inline constexpr size_t rolesMax = 50; // of one production

} // namespace custom_role_limits

// Why there is no such role; nothing if there can be. Its reaches have to make sense together as
// the days and the pay that go with them are sent together, and nobody gives roles or answers for
// people's privacy by it: that is for administrators.
[[nodiscard]] std::optional<QString> problemOfReaches(const Permissions &permissions);
// One of a fixed role, in any spelling, is none.
[[nodiscard]] std::optional<QString> problemOfName(const QString &name);

// The widest of the fixed roles that holds nothing which these do not: what a program that knows no
// custom roles takes its bearer for.
[[nodiscard]] Role nearestRole(const Permissions &permissions);

} // namespace film
