#include "app/models/save_check.h"

#include "shared/domain/time_fields.h"
#include "shared/domain/validation.h"
#include "shared/domain/zone_time.h"

#include <algorithm>

namespace film::app {

namespace {

std::vector<Problem> wrongOrders(const WorkDay &day)
{
    DayContext context;
    context.zone = zoneFor(day.zone);
    context.foldsAreAnswered = true;
    std::vector<Problem> problems = validate(day, context);
    std::erase_if(problems, [](const Problem &problem) {
        return problem.severity != Severity::Blocks || problem.kind != ProblemKind::WrongOrder;
    });
    return problems;
}

} // namespace

std::optional<DayFinding> refusalOf(const WorkDay &before, const WorkDay &after)
{
    const std::vector<Problem> known = wrongOrders(before);
    for (const Problem &problem : wrongOrders(after)) {
        if (std::ranges::count(known, problem.fields, &Problem::fields) > 0)
            continue;
        DayFinding finding{FindingKind::WrongOrder};
        finding.earlier = problem.fields.at(0);
        finding.later = problem.fields.at(1);
        finding.at = timeOf(after, finding.earlier).minutes();
        finding.amount = timeOf(after, finding.later).minutes();
        return finding;
    }
    return std::nullopt;
}

} // namespace film::app
