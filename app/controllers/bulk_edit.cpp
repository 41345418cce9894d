#include "app/controllers/bulk_edit.h"

#include "shared/domain/time_fields.h"

namespace film::app {

namespace {

DayFieldRef refOf(BulkField field)
{
    switch (field) {
    case BulkField::Call: return {DayField::Call};
    case BulkField::Meal1Out: return {DayField::MealOut, 0};
    case BulkField::Meal1In: return {DayField::MealIn, 0};
    case BulkField::Meal2Out: return {DayField::MealOut, 1};
    case BulkField::Meal2In: return {DayField::MealIn, 1};
    case BulkField::Wrap: return {DayField::Wrap};
    case BulkField::Travel: return {DayField::TravelTo};
    }
    Q_UNREACHABLE();
}

template<typename Value>
tl::unexpected<BulkRefusal> refuse(BulkField field, const QString &text,
                                   const TypedReading<Value> &reading)
{
    return tl::unexpected(BulkRefusal{field, text, reading.error});
}

} // namespace

tl::expected<WorkDay, BulkRefusal> withFields(WorkDay day, const BulkFields &fields,
                                              const std::optional<DayTimes> &called,
                                              PointStyle pointStyle)
{
    const WorkDay plan = called ? withTimes(WorkDay(), *called) : WorkDay();
    for (size_t i = 0; i < bulkFieldCount; ++i) {
        const BulkField field = BulkField(i);
        const QString text = fields[field].trimmed();
        if (text.isEmpty())
            continue;
        if (field == BulkField::Travel) {
            const LengthReading reading = readLength(text, pointStyle);
            if (!reading.isUnderstood())
                return refuse(field, text, reading);
            day.travelTo = reading.readings.front();
            continue;
        }
        const DayFieldRef ref = refOf(field);
        TimeContext context;
        context.field = ref.field;
        context.previous = timeBefore(day, ref);
        context.call = day.call;
        context.asCalled = timeOf(plan, ref);
        context.pointStyle = pointStyle;
        const TimeReading reading = readTime(text, context);
        if (!reading.isUnderstood())
            return refuse(field, text, reading);
        setTime(day, ref, reading.readings.front());
    }
    return day;
}

BulkValue bulkValueOf(const WorkDay &day, BulkField field)
{
    if (field == BulkField::Travel)
        return {{}, day.travelTo};
    return {timeOf(day, refOf(field)), {}};
}

} // namespace film::app
