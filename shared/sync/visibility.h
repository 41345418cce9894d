#pragma once

#include "shared/base/hash.h"
#include "shared/base/id.h"
#include "shared/domain/permissions.h"
#include "shared/protocol/cell.h"

#include <optional>
#include <span>
#include <vector>

namespace film::sync {

// What one session may see. Nothing unless it is said.
struct Visibility {
    bool everyone = false;   // what is public to the production
    bool everything = false; // every cell
    PersonId person;         // the person's own records; null: none
    DepartmentId department; // everybody's in it; null: none
    // Whose own records are left out all the same, because their processing is restricted; by id.
    std::vector<PersonId> hidden = {};

    [[nodiscard]] static Visibility of(const Permissions &permissions, PersonId person,
                                       DepartmentId department);
    [[nodiscard]] static Visibility of(Role role, PersonId person, DepartmentId department)
    {
        return of(Permissions(role), person, department);
    }
    [[nodiscard]] static Visibility all() { return {true, true, {}, {}}; }
    [[nodiscard]] bool isNothing() const { return *this == Visibility(); }
    [[nodiscard]] bool includes(const protocol::Cell &cell) const;
    // Sees the office's records and not everybody's.
    [[nodiscard]] bool hidesSomebody() const { return everything && !hidden.empty(); }
    // What of it was not in `before`.
    [[nodiscard]] Visibility beyond(const Visibility &before) const;
    // The same as a list for the wire: cells in which a null id stands for any, and exceptions.
    [[nodiscard]] std::vector<QByteArray> entries() const;

    friend bool operator==(const Visibility &, const Visibility &) = default;
};

// An entry that takes a person's own records out of what the others cover. It is none of the cells;
// whoever does not know it covers more, and learns by the digest that there is nothing.
[[nodiscard]] QByteArray exceptionOf(PersonId person);
[[nodiscard]] std::optional<PersonId> exceptionIn(const QByteArray &entry);
inline constexpr char exceptionKind = 4;
inline constexpr qsizetype exceptionBytes = 1 + PersonId::byteCount;

// Whether one of the entries covers the cell; entries that cannot be read cover nothing.
[[nodiscard]] bool covers(std::span<const QByteArray> entries, const protocol::Cell &cell);
// Of a list of entries; the null hash for none.
[[nodiscard]] Hash32 scopeHash(std::span<const QByteArray> entries);

} // namespace film::sync
