#include "app/models/unit_findings.h"

#include <algorithm>

namespace film::app {

const WorkDay &lastToWrap(const UnitRecords &records)
{
    return **std::ranges::max_element(records, {}, [](const WorkDay *record) {
        if (record->wrap.isKnown())
            return record->wrap.minutes();
        return record->call.isKnown() ? wallTimeMax : Minutes(-1);
    });
}

TimeField firstCallOf(const UnitRecords &records)
{
    TimeField first;
    for (const WorkDay *record : records) {
        if (record->call.isKnown()
            && (!first.isKnown() || record->call.minutes() < first.minutes()))
            first = record->call;
    }
    return first;
}

std::vector<DayFinding> findingsOf(const UnitRecords &records, const FindingContext &context)
{
    const WorkDay *last = &lastToWrap(records);
    std::vector<DayFinding> all;
    for (const WorkDay *record : records) {
        FindingContext own = context;
        if (record != last)
            own.nextCall.reset();
        if (record != records.front())
            own.plannedCall.reset();
        for (const DayFinding &finding : findingsOf(*record, own)) {
            const bool isFine =
                finding.kind == FindingKind::MealOnTime || finding.kind == FindingKind::MealNotDue;
            if (record == records.front() || !isFine) // once is enough for what is well
                all.push_back(finding);
        }
    }
    return all;
}

} // namespace film::app
