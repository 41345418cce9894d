#include "shared/domain/day_line.h"

#include <algorithm>
#include <utility>

namespace film {

namespace {

TimeField keepFold(const TimeField &said, const TimeField &before)
{
    const bool isSame = said.isKnown() && before.isKnown() && said.minutes() == before.minutes();
    return isSame ? before : said;
}

} // namespace

DayTimes timesOf(const WorkDay &day)
{
    return {day.type,  day.call,     day.wrap,       day.ndbOut, day.ndbIn,
            day.meals, day.travelTo, day.travelFrom, day.choices};
}

DayTimes timesCalled(const ShootingDay &day, PersonId person, DepartmentId department)
{
    const auto field = [](std::optional<Minutes> minutes) {
        return minutes ? TimeField::at(minutes->count()) : TimeField();
    };
    DayTimes times;
    times.type = day.type;
    times.call = field(day.callOf(person, department));
    times.wrap = field(day.wrap);
    if (day.meal1Out || day.meal1In)
        times.meals = {{field(day.meal1Out), field(day.meal1In)}};
    return times;
}

WorkDay withTimes(WorkDay day, const DayTimes &times)
{
    day.type = times.type;
    day.call = keepFold(times.call, day.call);
    day.wrap = keepFold(times.wrap, day.wrap);
    day.ndbOut = keepFold(times.ndbOut, day.ndbOut);
    day.ndbIn = keepFold(times.ndbIn, day.ndbIn);
    const std::vector<Meal> before = std::exchange(day.meals, times.meals);
    for (size_t i = 0; i < std::min(before.size(), day.meals.size()); ++i) {
        day.meals[i].out = keepFold(day.meals[i].out, before[i].out);
        day.meals[i].in = keepFold(day.meals[i].in, before[i].in);
    }
    day.travelTo = times.travelTo;
    day.travelFrom = times.travelFrom;
    day.choices = times.choices;
    return day;
}

} // namespace film
