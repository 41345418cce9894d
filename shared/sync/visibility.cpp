#include "shared/sync/visibility.h"

#include <algorithm>

namespace film::sync {

using protocol::Cell;

Visibility Visibility::of(const Permissions &permissions, PersonId person, DepartmentId department)
{
    Visibility visibility;
    visibility.everyone = true;
    const Reach days = permissions.reach(Action::SeeDays);
    visibility.everything = days == Reach::Production;
    if (visibility.everything)
        return visibility;
    visibility.person = person;
    if (days == Reach::Department)
        visibility.department = department;
    return visibility;
}

bool Visibility::includes(const Cell &cell) const
{
    switch (cell.kind()) {
    case Cell::Kind::Public: return everyone;
    case Cell::Kind::Office: return everything;
    case Cell::Kind::Person:
        return everything || (!person.isNull() && cell.person() == person)
            || (!department.isNull() && cell.department() == department);
    }
    Q_UNREACHABLE();
}

Visibility Visibility::beyond(const Visibility &before) const
{
    Visibility gained;
    gained.everyone = everyone && !before.everyone;
    gained.everything = everything && !before.everything;
    if (before.everything)
        return gained;
    if (person != before.person)
        gained.person = person;
    if (department != before.department)
        gained.department = department;
    return gained;
}

std::vector<QByteArray> Visibility::entries() const
{
    std::vector<QByteArray> entries;
    if (everyone)
        entries.push_back(Cell::everyone().toBytes());
    if (everything) {
        entries.push_back(Cell::office().toBytes());
        entries.push_back(Cell::ofPerson({}, {}).toBytes());
    }
    if (!department.isNull())
        entries.push_back(Cell::ofPerson(department, {}).toBytes());
    if (!person.isNull())
        entries.push_back(Cell::ofPerson({}, person).toBytes());
    return entries;
}

bool covers(std::span<const QByteArray> entries, const Cell &cell)
{
    return std::ranges::any_of(entries, [&cell](const QByteArray &bytes) {
        const auto entry = Cell::fromBytes(bytes);
        return entry && entry->kind() == cell.kind()
            && (entry->department().isNull() || entry->department() == cell.department())
            && (entry->person().isNull() || entry->person() == cell.person());
    });
}

Hash32 scopeHash(std::span<const QByteArray> entries)
{
    if (entries.empty())
        return {};
    QByteArray joined;
    for (const QByteArray &entry : entries)
        joined.append(entry);
    return sha256(joined);
}

} // namespace film::sync
