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
    if (cell.kind() == Cell::Kind::Person && std::ranges::binary_search(hidden, cell.person()))
        return false;
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
    // Who is shown again was in many cells: all is given anew rather than looked for.
    if (!std::ranges::includes(hidden, before.hidden))
        return *this;
    Visibility gained;
    gained.everyone = everyone && !before.everyone;
    gained.everything = everything && !before.everything;
    if (!before.everything && person != before.person)
        gained.person = person;
    if (!before.everything && department != before.department)
        gained.department = department;
    if (!gained.isNothing())
        gained.hidden = hidden;
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
    std::ranges::transform(hidden, std::back_inserter(entries), exceptionOf);
    return entries;
}

QByteArray exceptionOf(PersonId person)
{
    return exceptionKind + person.toByteArray();
}

std::optional<PersonId> exceptionIn(const QByteArray &entry)
{
    if (entry.size() != exceptionBytes || entry.front() != exceptionKind)
        return std::nullopt;
    return PersonId::fromBytes(entry.sliced(1));
}

bool covers(std::span<const QByteArray> entries, const Cell &cell)
{
    const auto isExcepted = [&cell](const QByteArray &entry) {
        const auto person = exceptionIn(entry);
        return person && cell.person() == *person;
    };
    if (cell.kind() == Cell::Kind::Person && std::ranges::any_of(entries, isExcepted))
        return false;
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
