#pragma once

#include "shared/domain/crew.h"
#include "shared/domain/time_text.h"

#include <optional>
#include <variant>

namespace film::app {

// Which call sheet: one for each unit and date.
struct SheetKey {
    QDate date{};
    UnitId unit{};

    friend bool operator==(const SheetKey &, const SheetKey &) = default;
};

// What stands on a call sheet beside the calls of departments and people.
enum class SheetField : quint8 {
    DayNumber,
    Type,
    Location,
    Scenes,
    Call,
    MealOut,
    MealIn,
    Wrap,
};
inline constexpr int sheetFieldCount = int(SheetField::Wrap) + 1;

// Whose call it is.
using CallOwner = std::variant<DepartmentId, PersonId>;

// A sheet for the date with the plan of an earlier one: times, place and what departments come
// earlier or later. Scenes and calls of single people were that day's.
[[nodiscard]] ShootingDay sheetAfter(const ShootingDay &earlier, QDate date);

// The unit's call; who comes so long before or after it goes along.
[[nodiscard]] ShootingDay withUnitCall(ShootingDay sheet, std::optional<Minutes> call);
[[nodiscard]] ShootingDay withCall(ShootingDay sheet, const CallOwner &owner,
                                   std::optional<Minutes> call);
// Of its own; nothing where they are called with the others.
[[nodiscard]] std::optional<Minutes> ownCall(const ShootingDay &sheet, const CallOwner &owner);

[[nodiscard]] std::optional<Minutes> sheetTime(const ShootingDay &sheet, SheetField field);

// A text that was typed for a field of the sheet or for somebody's call.
struct SheetReading {
    std::optional<ShootingDay> sheet; // with it; nothing if it cannot be taken
    std::optional<TimeTextError> error{};
    std::vector<TimeField> readings{}; // two, where a person has to choose
    bool isTooLong = false;
    bool isNoNumber = false;
};
[[nodiscard]] SheetReading readSheetField(const ShootingDay &sheet, SheetField field,
                                          const QString &text);
// "-30" is half an hour before the unit, "+0.5" half an hour after it, "c" or nothing is with it.
[[nodiscard]] SheetReading readSheetCall(const ShootingDay &sheet, const CallOwner &owner,
                                         const QString &text);

// The first of two times that stand in an order that no day has.
[[nodiscard]] std::optional<SheetField> wrongOrderIn(const ShootingDay &sheet);

} // namespace film::app
