#include "app/models/call_sheet_plan.h"

#include "shared/domain/record_limits.h"

#include <algorithm>
#include <array>

namespace film::app {

namespace {

constexpr int sheetDayNumberMax = 9'999;

// The times in the order in which a day has them.
constexpr std::array sheetTimes{SheetField::Call, SheetField::MealOut, SheetField::MealIn,
                                SheetField::Wrap};

std::optional<Minutes> &sheetTimeIn(ShootingDay &sheet, SheetField field)
{
    switch (field) {
    case SheetField::MealOut: return sheet.meal1Out;
    case SheetField::MealIn: return sheet.meal1In;
    case SheetField::Wrap: return sheet.wrap;
    default: return sheet.call;
    }
}

DayField dayFieldOf(SheetField field)
{
    switch (field) {
    case SheetField::MealOut: return DayField::MealOut;
    case SheetField::MealIn: return DayField::MealIn;
    case SheetField::Wrap: return DayField::Wrap;
    default: return DayField::Call;
    }
}

TimeField timeFieldOf(const std::optional<Minutes> &time)
{
    return time ? TimeField(WallTime{*time}) : TimeField();
}

template<typename IdType>
void setCallIn(std::vector<CallFor<IdType>> &calls, IdType who, std::optional<Minutes> call)
{
    const auto known = std::ranges::find(calls, who, &CallFor<IdType>::who);
    if (known == calls.end()) {
        if (call)
            calls.push_back({who, *call});
    } else if (call) {
        known->call = *call;
    } else {
        calls.erase(known);
    }
}

template<typename IdType>
std::optional<Minutes> callIn(const std::vector<CallFor<IdType>> &calls, IdType who)
{
    const auto known = std::ranges::find(calls, who, &CallFor<IdType>::who);
    return known == calls.end() ? std::nullopt : std::optional(known->call);
}

SheetReading notTaken(const TimeReading &reading)
{
    SheetReading refused;
    refused.error = reading.error;
    if (reading.isAmbiguous())
        refused.readings = reading.readings;
    else if (!refused.error)
        refused.error = TimeTextError::NotATime;
    return refused;
}

SheetReading taken(ShootingDay sheet)
{
    SheetReading reading;
    reading.sheet = std::move(sheet);
    return reading;
}

SheetReading readSheetTime(const ShootingDay &sheet, SheetField field, const QString &text)
{
    ShootingDay changed = sheet;
    const auto set = [&](std::optional<Minutes> time) {
        if (field == SheetField::Call)
            return taken(withUnitCall(sheet, time));
        sheetTimeIn(changed, field) = time;
        return taken(changed);
    };
    if (text.isEmpty())
        return set(std::nullopt);
    TimeContext context;
    context.field = dayFieldOf(field);
    context.call = field == SheetField::Call ? TimeField() : timeFieldOf(sheet.call);
    for (const SheetField earlier : sheetTimes) {
        if (earlier == field)
            break;
        if (const auto time = sheetTime(sheet, earlier))
            context.previous = timeFieldOf(time);
    }
    const TimeReading reading = readTime(text, context);
    if (!reading.isUnderstood())
        return notTaken(reading);
    const TimeField &time = reading.readings.front();
    return set(time.isKnown() ? std::optional(time.minutes()) : std::nullopt);
}

} // namespace

ShootingDay sheetAfter(const ShootingDay &earlier, QDate date)
{
    ShootingDay sheet = earlier;
    sheet.date = date;
    if (sheet.dayNumber > 0)
        ++sheet.dayNumber;
    sheet.scenes.clear();
    sheet.personCalls.clear();
    return sheet;
}

ShootingDay withUnitCall(ShootingDay sheet, std::optional<Minutes> call)
{
    if (call && sheet.call) {
        const Minutes by = *call - *sheet.call;
        for (auto &own : sheet.departmentCalls)
            own.call = std::max(own.call + by, Minutes(0));
        for (auto &own : sheet.personCalls)
            own.call = std::max(own.call + by, Minutes(0));
    }
    sheet.call = call;
    return sheet;
}

ShootingDay withCall(ShootingDay sheet, const CallOwner &owner, std::optional<Minutes> call)
{
    if (const auto *department = std::get_if<DepartmentId>(&owner))
        setCallIn(sheet.departmentCalls, *department, call);
    else
        setCallIn(sheet.personCalls, std::get<PersonId>(owner), call);
    return sheet;
}

std::optional<Minutes> ownCall(const ShootingDay &sheet, const CallOwner &owner)
{
    if (const auto *department = std::get_if<DepartmentId>(&owner))
        return callIn(sheet.departmentCalls, *department);
    return callIn(sheet.personCalls, std::get<PersonId>(owner));
}

std::optional<Minutes> sheetTime(const ShootingDay &sheet, SheetField field)
{
    switch (field) {
    case SheetField::Call: return sheet.call;
    case SheetField::MealOut: return sheet.meal1Out;
    case SheetField::MealIn: return sheet.meal1In;
    case SheetField::Wrap: return sheet.wrap;
    default: return std::nullopt;
    }
}

SheetReading readSheetField(const ShootingDay &sheet, SheetField field, const QString &typed)
{
    const QString text = typed.simplified();
    ShootingDay changed = sheet;
    SheetReading refused;
    switch (field) {
    case SheetField::DayNumber: {
        bool isNumber = true;
        changed.dayNumber = text.isEmpty() ? 0 : text.toInt(&isNumber);
        refused.isNoNumber =
            !isNumber || changed.dayNumber < 0 || changed.dayNumber > sheetDayNumberMax;
        return refused.isNoNumber ? refused : taken(changed);
    }
    case SheetField::Location:
        refused.isTooLong = text.size() > record_limits::nameLengthMax;
        changed.location = text;
        return refused.isTooLong ? refused : taken(changed);
    case SheetField::Scenes:
        refused.isTooLong = text.size() > record_limits::textLengthMax;
        changed.scenes = text;
        return refused.isTooLong ? refused : taken(changed);
    case SheetField::Type: return taken(changed); // chosen, never typed
    case SheetField::Call:
    case SheetField::MealOut:
    case SheetField::MealIn:
    case SheetField::Wrap: return readSheetTime(sheet, field, text);
    }
    Q_UNREACHABLE();
}

SheetReading readSheetCall(const ShootingDay &sheet, const CallOwner &owner, const QString &typed)
{
    const QString text = typed.simplified();
    if (text.isEmpty() || text.compare(u"c", Qt::CaseInsensitive) == 0)
        return taken(withCall(sheet, owner, std::nullopt));
    TimeContext context;
    context.field = DayField::Call;
    context.call = context.asCalled = timeFieldOf(sheet.call);
    if (text.startsWith(u'+')) // else an early call would be taken for one of the evening
        context.previous = timeFieldOf(sheet.call);
    const TimeReading reading = readTime(text, context);
    if (!reading.isUnderstood())
        return notTaken(reading);
    const TimeField &time = reading.readings.front();
    // A person may come with the unit although their department does not: that has to be said.
    const bool isPerson = std::holds_alternative<PersonId>(owner);
    std::optional<Minutes> call;
    if (time.isKnown() && (isPerson || time.minutes() != sheet.call))
        call = time.minutes();
    return taken(withCall(sheet, owner, call));
}

std::optional<SheetField> wrongOrderIn(const ShootingDay &sheet)
{
    std::optional<Minutes> before;
    for (const SheetField field : sheetTimes) {
        const std::optional<Minutes> time = sheetTime(sheet, field);
        if (time && before && *time < *before)
            return field;
        if (time)
            before = time;
    }
    return std::nullopt;
}

} // namespace film::app
