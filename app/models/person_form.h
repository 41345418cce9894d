#pragma once

#include "app/models/people_snapshot.h"
#include "shared/domain/import/import_verdict.h"
#include "shared/rules/pack_shelf.h"

#include <array>

namespace film::app {

// What can be typed about somebody of the crew.
enum class PersonField : quint8 {
    Name,
    Department,
    Position,
    Unit,
    Union,
    Agreement,
    HourlyRate,
    DayRate,
    WeekRate,
    Guarantee,
    From,
    To,
    Terms,
};
inline constexpr int personFieldCount = int(PersonField::Terms) + 1;

using PersonTexts = std::array<QString, personFieldCount>;

// Why a field cannot be taken; the same kinds as of an import, whose readers read it.
struct PersonProblem {
    PersonField field = PersonField::Name;
    ImportKind kind = ImportKind::BadLine;
    QString text{};         // what stands there, or which part of it
    QStringList readings{}; // where there are two

    friend bool operator==(const PersonProblem &, const PersonProblem &) = default;
};

// The texts of a form as fields of a deal and back. Money and dates are read as an import reads
// them, so that a value is typed here as it is on a list.
[[nodiscard]] PersonTexts textsOf(const PeopleSnapshot &crew, PersonId person);

struct PersonReading {
    std::optional<Deal> deal; // without whose it is; only where pay is seen
    std::vector<PersonProblem> problems;
};
// `shelf` to hold own terms against the agreement; null: only whether they are terms at all.
[[nodiscard]] PersonReading readPersonTexts(const PersonTexts &texts, const PeopleSnapshot &crew,
                                            bool hasAdditionalHour, const rules::PackShelf *shelf);

} // namespace film::app
