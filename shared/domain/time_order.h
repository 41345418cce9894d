#pragma once

#include "shared/domain/validation.h"

#include <vector>

namespace film {

// The pairs of times that `after` has in an order that cannot be and `before` did not have: a day
// that was like that already can be put right step by step.
[[nodiscard]] std::vector<Problem> newWrongOrders(const WorkDay &before, const WorkDay &after);

} // namespace film
