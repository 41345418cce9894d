#include "shared/protocol/cell.h"

namespace film::protocol {

namespace {
constexpr qsizetype personCellBytes = 33;
}

QByteArray Cell::toBytes() const
{
    QByteArray bytes(1, static_cast<char>(m_kind));
    if (m_kind == Kind::Person)
        bytes.append(m_department.view()).append(m_person.view());
    return bytes;
}

std::optional<Cell> Cell::fromBytes(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return std::nullopt;
    const auto kind = static_cast<Kind>(bytes[0]);
    if (kind == Kind::Public || kind == Kind::Office)
        return bytes.size() == 1 ? std::optional(Cell(kind)) : std::nullopt;
    if (kind != Kind::Person || bytes.size() != personCellBytes)
        return std::nullopt;
    return ofPerson(*DepartmentId::fromBytes(bytes.sliced(1, 16)),
                    *PersonId::fromBytes(bytes.sliced(17, 16)));
}

} // namespace film::protocol
