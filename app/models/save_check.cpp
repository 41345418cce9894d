#include "app/models/save_check.h"

#include "shared/domain/time_fields.h"
#include "shared/domain/time_order.h"

namespace film::app {

std::optional<DayFinding> refusalOf(const WorkDay &before, const WorkDay &after)
{
    const std::vector<Problem> problems = newWrongOrders(before, after);
    if (problems.empty())
        return std::nullopt;
    const Problem &problem = problems.front();
    DayFinding finding{FindingKind::WrongOrder};
    finding.earlier = problem.fields.at(0);
    finding.later = problem.fields.at(1);
    finding.at = timeOf(after, finding.earlier).minutes();
    finding.amount = timeOf(after, finding.later).minutes();
    return finding;
}

} // namespace film::app
