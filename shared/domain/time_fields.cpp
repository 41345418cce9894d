#include "shared/domain/time_fields.h"

namespace film {

TimeField timeOf(const WorkDay &day, DayFieldRef field)
{
    switch (field.field) {
    case DayField::Call: return day.call;
    case DayField::Wrap: return day.wrap;
    case DayField::NdbOut: return day.ndbOut;
    case DayField::NdbIn: return day.ndbIn;
    case DayField::MealOut:
        return field.meal < day.meals.size() ? day.meals[field.meal].out : TimeField();
    case DayField::MealIn:
        return field.meal < day.meals.size() ? day.meals[field.meal].in : TimeField();
    default: return {};
    }
}

void setTime(WorkDay &day, DayFieldRef field, const TimeField &time)
{
    const bool isMeal = field.field == DayField::MealOut || field.field == DayField::MealIn;
    if (isMeal && day.meals.size() <= field.meal)
        day.meals.resize(field.meal + 1);
    switch (field.field) {
    case DayField::Call: day.call = time; break;
    case DayField::Wrap: day.wrap = time; break;
    case DayField::NdbOut: day.ndbOut = time; break;
    case DayField::NdbIn: day.ndbIn = time; break;
    case DayField::MealOut: day.meals[field.meal].out = time; break;
    case DayField::MealIn: day.meals[field.meal].in = time; break;
    default: break;
    }
    // A meal with neither end is no meal.
    while (!day.meals.empty() && day.meals.back() == Meal{})
        day.meals.pop_back();
}

std::vector<DayFieldRef> timeFieldsOf(const WorkDay &day)
{
    std::vector<DayFieldRef> fields{{DayField::Call}, {DayField::NdbOut}, {DayField::NdbIn}};
    for (size_t i = 0; i < day.meals.size(); ++i) {
        fields.push_back({DayField::MealOut, i});
        fields.push_back({DayField::MealIn, i});
    }
    fields.push_back({DayField::Wrap});
    std::erase_if(fields, [&](DayFieldRef field) { return !timeOf(day, field).isKnown(); });
    return fields;
}

TimeField timeBefore(const WorkDay &day, DayFieldRef field)
{
    TimeField last;
    const auto take = [&](DayFieldRef at, const TimeField &time) {
        if (at == field)
            return true;
        if (time.isKnown())
            last = time;
        return false;
    };
    if (take({DayField::Call}, day.call))
        return {};
    for (size_t i = 0; i < day.meals.size(); ++i)
        if (take({DayField::MealOut, i}, day.meals[i].out)
            || take({DayField::MealIn, i}, day.meals[i].in))
            return last;
    return last;
}

std::optional<DayFieldRef> nextField(const WorkDay &day)
{
    if (!hasTimes(day.type) || !day.wrap.isUnknown())
        return std::nullopt;
    if (day.call.isUnknown())
        return DayFieldRef{DayField::Call};
    if (day.meals.empty() || day.meals[0].out.isUnknown())
        return DayFieldRef{DayField::MealOut, 0};
    for (size_t i = 0; i < day.meals.size(); ++i)
        if (day.meals[i].out.isKnown() && day.meals[i].in.isUnknown())
            return DayFieldRef{DayField::MealIn, i};
    return DayFieldRef{DayField::Wrap};
}

} // namespace film
