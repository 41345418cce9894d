#pragma once

#include "shared/base/id.h"
#include "shared/domain/roles.h"
#include "shared/protocol/cell.h"

namespace film::sync {

// What one session may see: everything, or what is public plus one person's own records.
struct Visibility {
    bool everything = false;
    PersonId person; // null: no own records

    [[nodiscard]] static Visibility of(Role role, PersonId person)
    {
        return {seesEverything(role), person};
    }
    [[nodiscard]] bool includes(const protocol::Cell &cell) const
    {
        using Kind = protocol::Cell::Kind;
        return everything || cell.kind() == Kind::Public
            || (cell.kind() == Kind::Person && !person.isNull() && cell.person() == person);
    }

    friend bool operator==(const Visibility &, const Visibility &) = default;
};

} // namespace film::sync
