#include "app/models/day_parts.h"

namespace film::app {

WorkDay withPart(WorkDay day, const WorkDay &source, DayPart part)
{
    switch (part) {
    case DayPart::Type: day.type = source.type; break;
    case DayPart::Call: day.call = source.call; break;
    case DayPart::Breakfast:
        day.ndbOut = source.ndbOut;
        day.ndbIn = source.ndbIn;
        break;
    case DayPart::Meals: day.meals = source.meals; break;
    case DayPart::Wrap: day.wrap = source.wrap; break;
    case DayPart::Travel:
        day.travelTo = source.travelTo;
        day.travelFrom = source.travelFrom;
        break;
    case DayPart::Choices: day.choices = source.choices; break;
    case DayPart::Location: // the zone says where the clock of the times hangs
        day.location = source.location;
        day.zone = source.zone;
        break;
    case DayPart::Account:
        day.account = source.account;
        day.episode = source.episode;
        break;
    case DayPart::Allowances: day.allowances = source.allowances; break;
    case DayPart::Notes: day.notes = source.notes; break;
    case DayPart::State: day.state = source.state; break;
    }
    return day;
}

bool samePart(const WorkDay &a, const WorkDay &b, DayPart part)
{
    return withPart(a, b, part) == a;
}

std::vector<DayPart> differingParts(const WorkDay &a, const WorkDay &b)
{
    std::vector<DayPart> differing;
    for (const DayPart part : dayParts) {
        if (!samePart(a, b, part))
            differing.push_back(part);
    }
    return differing;
}

} // namespace film::app
