#pragma once

#include "shared/base/id.h"

#include <optional>

namespace film::protocol {

// The unit of visibility: who may see a record. Everything a person owns lies in the cell
// (department, person); the rest is public to the production or for its office.
class Cell
{
public:
    enum class Kind : quint8 { Public = 1, Office = 2, Person = 3 };

    [[nodiscard]] static Cell everyone() { return Cell(Kind::Public); }
    [[nodiscard]] static Cell office() { return Cell(Kind::Office); }
    [[nodiscard]] static Cell ofPerson(DepartmentId department, PersonId person)
    {
        Cell cell(Kind::Person);
        cell.m_department = department;
        cell.m_person = person;
        return cell;
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    // Null ids unless the kind is Person.
    [[nodiscard]] DepartmentId department() const { return m_department; }
    [[nodiscard]] PersonId person() const { return m_person; }

    // One byte for the kind, then, for a person's cell, both ids: 1 or 33 bytes.
    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static std::optional<Cell> fromBytes(QByteArrayView bytes);

    friend bool operator==(const Cell &, const Cell &) = default;
    friend auto operator<=>(const Cell &, const Cell &) = default;

private:
    explicit Cell(Kind kind)
        : m_kind(kind)
    {}

    Kind m_kind;
    DepartmentId m_department;
    PersonId m_person;
};

} // namespace film::protocol
