#pragma once

#include "app/models/crew_snapshot.h"
#include "shared/rules/forecast.h"

#include <span>

namespace film::app {

class PayDesk;

// What is ahead of those of the grid who are at work now: their next limits, and what they come to.
struct CrewAhead {
    int underWay = 0; // with a deal that prices their day; the others are not in it
    rules::CohortForecast forecast;
    rules::DayClock clock; // of today, in the production's zone

    [[nodiscard]] bool isEmpty() const { return underWay == 0; }
};

// Of these people, or of everybody for none. Sums are of one currency: that of the first.
[[nodiscard]] CrewAhead crewAheadOf(PayDesk &desk, const CrewSnapshot &week,
                                    std::span<const PersonId> only);

} // namespace film::app
