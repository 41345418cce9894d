#include "shared/domain/time_order.h"

#include <algorithm>

namespace film {

namespace {

std::vector<Problem> wrongOrdersOf(const WorkDay &day)
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

std::vector<Problem> newWrongOrders(const WorkDay &before, const WorkDay &after)
{
    const std::vector<Problem> known = wrongOrdersOf(before);
    std::vector<Problem> problems = wrongOrdersOf(after);
    std::erase_if(problems, [&known](const Problem &problem) {
        return std::ranges::count(known, problem.fields, &Problem::fields) > 0;
    });
    return problems;
}

} // namespace film
