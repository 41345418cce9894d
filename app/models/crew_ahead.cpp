#include "app/models/crew_ahead.h"

#include "app/models/pay_desk.h"
#include "shared/domain/zone_time.h"

#include <algorithm>

namespace film::app {

CrewAhead crewAheadOf(PayDesk &desk, const CrewSnapshot &week, std::span<const PersonId> only)
{
    CrewAhead ahead;
    if (const QTimeZone zone = zoneFor(week.zone); zone.isValid() && week.today.isValid())
        ahead.clock = rules::DayClock(week.today, zone);
    std::vector<rules::RunningMember> cohort;
    for (const CrewDepartment &department : week.departments) {
        for (const CrewPerson &person : department.people) {
            if (!only.empty() && std::ranges::find(only, person.id) == only.end())
                continue;
            auto member = desk.runningMember(week, person, department.name);
            if (member
                && (cohort.empty() || member->pack->currency == cohort.front().pack->currency))
                cohort.push_back(std::move(*member));
        }
    }
    ahead.forecast = rules::forecastCohort(cohort);
    ahead.underWay = int(cohort.size()) - ahead.forecast.unpriced;
    return ahead;
}

} // namespace film::app
