#pragma once

#include <QStringView>
#include <QtGlobal>

#include <optional>

namespace film::rules {

// What a day is to the rules: a fact of the calendar, of the run of days, or of what was done.
enum class DayKind : quint8 {
    Regular,
    Sixth,
    Seventh,
    SixthShooting,
    SixthNonShooting,
    Holiday,
    HolidayNotWorked,
    Saturday,
    Sunday,
    Travel,
    Idle, // away for the production, without work
    Hold, // kept available
    Sick,
};
inline constexpr DayKind lastDayKind = DayKind::Sick;

// Nobody works on it: what it pays, if anything, is by the day.
[[nodiscard]] constexpr bool isWithoutWork(DayKind kind)
{
    return kind == DayKind::HolidayNotWorked || kind == DayKind::Idle || kind == DayKind::Hold
        || kind == DayKind::Sick;
}

// UK: standard, semi-continuous and continuous working day.
enum class DayShape : quint8 { Standard, SemiContinuous, Continuous };

enum class OvertimeKind : quint8 { Other, Camera };

// The words of packs and cases: "sixth_shooting", "SCWD", "camera".
[[nodiscard]] QStringView dayKindName(DayKind kind);
[[nodiscard]] std::optional<DayKind> dayKindFromName(QStringView name);
[[nodiscard]] QStringView dayShapeName(DayShape shape);
[[nodiscard]] std::optional<DayShape> dayShapeFromName(QStringView name);
[[nodiscard]] QStringView overtimeKindName(OvertimeKind kind);
[[nodiscard]] std::optional<OvertimeKind> overtimeKindFromName(QStringView name);

} // namespace film::rules
