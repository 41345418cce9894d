#include "shared/rules/day_kind.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace film::rules {

namespace {

template<typename T>
using Name = std::pair<T, QStringView>;

constexpr std::array kindNames{
    Name<DayKind>{DayKind::Regular, u"regular"},
    Name<DayKind>{DayKind::Sixth, u"sixth"},
    Name<DayKind>{DayKind::Seventh, u"seventh"},
    Name<DayKind>{DayKind::SixthShooting, u"sixth_shooting"},
    Name<DayKind>{DayKind::SixthNonShooting, u"sixth_nonshooting"},
    Name<DayKind>{DayKind::Holiday, u"holiday"},
    Name<DayKind>{DayKind::HolidayNotWorked, u"holiday_not_worked"},
    Name<DayKind>{DayKind::Saturday, u"saturday"},
    Name<DayKind>{DayKind::Sunday, u"sunday"},
    Name<DayKind>{DayKind::Travel, u"travel"},
    Name<DayKind>{DayKind::Idle, u"idle"},
    Name<DayKind>{DayKind::Hold, u"hold"},
    Name<DayKind>{DayKind::Sick, u"sick"},
};
constexpr std::array shapeNames{
    Name<DayShape>{DayShape::Standard, u"SWD"},
    Name<DayShape>{DayShape::SemiContinuous, u"SCWD"},
    Name<DayShape>{DayShape::Continuous, u"CWD"},
};
constexpr std::array overtimeNames{
    Name<OvertimeKind>{OvertimeKind::Other, u"other"},
    Name<OvertimeKind>{OvertimeKind::Camera, u"camera"},
};

template<typename T>
QStringView nameOf(T value, std::span<const Name<T>> names)
{
    const auto found = std::ranges::find(names, value, &Name<T>::first);
    Q_ASSERT(found != names.end());
    return found->second;
}

template<typename T>
std::optional<T> fromName(QStringView name, std::span<const Name<T>> names)
{
    const auto found = std::ranges::find(names, name, &Name<T>::second);
    if (found == names.end())
        return std::nullopt;
    return found->first;
}

} // namespace

QStringView dayKindName(DayKind kind)
{
    return nameOf<DayKind>(kind, kindNames);
}

std::optional<DayKind> dayKindFromName(QStringView name)
{
    return fromName<DayKind>(name, kindNames);
}

QStringView dayShapeName(DayShape shape)
{
    return nameOf<DayShape>(shape, shapeNames);
}

std::optional<DayShape> dayShapeFromName(QStringView name)
{
    return fromName<DayShape>(name, shapeNames);
}

QStringView overtimeKindName(OvertimeKind kind)
{
    return nameOf<OvertimeKind>(kind, overtimeNames);
}

std::optional<OvertimeKind> overtimeKindFromName(QStringView name)
{
    return fromName<OvertimeKind>(name, overtimeNames);
}

} // namespace film::rules
