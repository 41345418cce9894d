#pragma once

#include "shared/domain/crew.h"
#include "shared/domain/import/crew_list_import.h"
#include "shared/domain/work_day.h"

#include <QByteArray>

#include <vector>

namespace film::tests {

// How large an invented production is. The same numbers give the same production everywhere;
// another seed gives another one, with an id of its own.
struct SampleSize {
    int people = 120;
    int days = 15; // shooting days of the main unit; the second unit has every third
    quint64 seed = 1;
};

inline constexpr int samplePeopleMax = 6'000;
inline constexpr int sampleDaysMax = 400;

struct SampleProduction {
    Production production;
    CrewList crew;
    std::vector<ShootingDay> shootingDays;
    std::vector<WorkDay> workDays; // one for every person and day of their unit
};

// People must be 1 to samplePeopleMax, days 0 to sampleDaysMax.
[[nodiscard]] SampleProduction generateProduction(const SampleSize &size);

// The same as files, as the imports read them: importing them gives the same values.
[[nodiscard]] QByteArray productionCsv(const Production &production);
[[nodiscard]] QByteArray crewListCsv(const CrewList &crew);
[[nodiscard]] QByteArray callSheetCsv(const SampleProduction &sample, const ShootingDay &day);
[[nodiscard]] QByteArray workDaysCsv(const SampleProduction &sample);

} // namespace film::tests
